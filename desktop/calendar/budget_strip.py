"""The budget strip above the week: the whole week first, then one cell per active platform."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from db.records import ACTIVITIES, NO_MINUTES, ByActivity
from desktop import wording
from desktop.calendar.budget_cell import BudgetCell
from desktop.planning.budget import PlatformBudget
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import IconButton
from desktop.ui.parts import tab_after

SHARED_BY = 4  # so many cells share the width; more keep theirs and scroll
LEAST_WIDTH = 220
LEAST_SHARED_WIDTH = 168
NARROW_TOTAL = 150


class TotalCell(QWidget):
    """The week's hours over all platforms and per activity; its icons explain those in the bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planned = NO_MINUTES
        self._target = 0
        self._is_compact = False
        self._is_narrow = False

    def show_total(self, budgets: Sequence[PlatformBudget]) -> None:
        """Add up the budgets and show the sum."""
        planned = ByActivity(*(sum(each.activities[n].planned for each in budgets) for n in range(len(ACTIVITIES))))
        target = sum(each.target for each in budgets)
        if (planned, target) == (self._planned, self._target) and self.accessibleName():
            return
        self._planned, self._target = planned, target
        self._name()
        self.update()

    def set_compact(self, is_compact: bool) -> None:
        """Take less room, for small windows."""
        self._is_compact = is_compact
        self._take_width()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the sum alone, where the cells would have no room otherwise."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._take_width()

    def _take_width(self) -> None:
        wide = NARROW_TOTAL if self._is_narrow else 268 if self._is_compact else 284
        self.setFixedWidth(theme.px(wide))
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText

    def text(self) -> str:
        """The sum as shown, "16:45 / 18:00 h"."""
        return f"{wording.hours(self._planned.total)} / {wording.hours_h(self._target)}"

    def _name(self) -> None:
        parts = (f"{wording.activity(each)} {wording.hours(self._planned.of(each))}" for each in ACTIVITIES)
        self.setAccessibleName(f"{self.tr('Whole week')}: {self.text()}, {', '.join(parts)}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sum and, below it, the four activities in two columns."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        left, right = theme.px(20), self.width() - theme.px(14 if self._is_compact else 16)
        line = QRectF(left, theme.px(10 if self._is_compact else 11), right - left, theme.px(20))
        sums = line.translated(0, theme.px(24)) if self._is_narrow else line
        edge = sums.right()
        for text, font, role in (
            (f" / {wording.hours_h(self._target)}", theme.font("meta"), "text-3"),
            (wording.hours(self._planned.total), theme.font("title-3"), "text"),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            edge -= QFontMetrics(font).horizontalAdvance(text)
            painter.drawText(
                QRectF(edge, sums.top(), sums.right() - edge + 1, sums.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
        painter.setFont(theme.font("body-strong"))
        painter.setPen(theme.color("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.tr("Whole week"))
        if not self._is_narrow:
            self._paint_activities(
                painter, left, right + theme.px(8 if self._is_compact else 0), line.bottom() + theme.px(8)
            )

    def _paint_activities(self, painter: QPainter, left: float, right: float, top: float) -> None:
        gap, row_gap = theme.px(10 if self._is_compact else 18), theme.px(4 if self._is_compact else 5)
        width, height, mark = (right - left - gap) / 2, theme.px(18), theme.px(13)
        amounts = [wording.hours(self._planned.of(activity)) for activity in ACTIVITIES]
        room = right - left - theme.px(6)
        for name in ("meta", "micro"):  # ten hours and more need the smaller letters
            font = theme.font(name)
            widths = [
                mark + theme.px(12) + QFontMetrics(font).horizontalAdvance(wording.activity(activity) + amount)
                for activity, amount in zip(ACTIVITIES, amounts, strict=True)
            ]
            first, second = max(widths[::2]), max(widths[1::2])
            if first + second <= room:
                break
        starts = right - width  # of the second column, unless one of them needs more than its half
        if max(first, second) > width:
            starts = max(right - second, left + first + theme.px(6))
        columns = ((left, min(left + width, starts - theme.px(6))), (starts, right))
        for index, (activity, amount) in enumerate(zip(ACTIVITIES, amounts, strict=True)):
            row, column = divmod(index, 2)
            begin, end = columns[column]
            cell = QRectF(begin, top + row * (height + row_gap), end - begin, height)
            place = QRectF(cell.left(), cell.center().y() - mark / 2, mark, mark)
            icons.draw(painter, icons.activity_icon(activity), place, theme.color("text-3"))
            used = marks.text_line(painter, cell, amount, font, theme.color("text"), Qt.AlignmentFlag.AlignRight)
            words = cell.adjusted(mark + theme.px(6), 0, -used - theme.px(2), 0)
            marks.text_line(painter, words, wording.activity(activity), font, theme.color("text-2"))


class BudgetStrip(QFrame):
    """The total and the cells, side by side; more than four platforms scroll sideways beside the fixed total.

    Signals: `hint_requested(platform_id, cell in global coordinates)`.
    """

    hint_requested = Signal(int, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Budgets"))
        self.total = TotalCell(self)
        self.cells: dict[int, BudgetCell] = {}
        self._before: QWidget | None = None
        self._budgets: tuple[PlatformBudget, ...] = ()
        self._is_compact = False
        self._row = QWidget()
        self._row_layout = QHBoxLayout(self._row)
        self._row_layout.setContentsMargins(0, 0, 0, 0)
        self._row_layout.setSpacing(0)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._row)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._back = IconButton("chevron-left", self.tr("More platforms to the left"), size=24, is_filled=True)
        self._on = IconButton("chevron-right", self.tr("More platforms to the right"), size=24, is_filled=True)
        for button, step in ((self._back, -1), (self._on, 1)):
            button.setParent(self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("step", step)
            button.clicked.connect(self._page)
            button.hide()
        self._area.horizontalScrollBar().valueChanged.connect(self._show_pagers)
        self._area.horizontalScrollBar().rangeChanged.connect(self._show_pagers)
        self.set_compact(False)

    def tab_from(self, before: QWidget) -> None:
        """Let Tab come to the cells, which are made later, right after this widget."""
        self._before = before

    def show_budgets(self, budgets: tuple[PlatformBudget, ...], today: date) -> None:
        """Show a week's budgets; a cell stays the same widget as long as its platform stays."""
        self._budgets = budgets
        self.total.show_total(budgets)
        if [budget.platform.id for budget in budgets] != list(self.cells):
            self._make_cells(budgets, today)
        for budget in budgets:
            self.cells[budget.platform.id].show_budget(budget, today)

    def preview(self, budgets: tuple[PlatformBudget, ...] | None, notes: Mapping[int, str] | None = None) -> None:
        """Show what a drag would make of the week, in the cells that it touches; None ends the preview.

        `notes` are by platform id and say what happens to another week, such as "KW 47: −1:30".
        """
        self.total.show_total(budgets if budgets is not None else self._budgets)
        first_touched: BudgetCell | None = None
        for budget in budgets if budgets is not None else self._budgets:
            cell = self.cells.get(budget.platform.id)
            if cell is None:
                continue
            cell.show_preview(budget if budgets is not None else None, (notes or {}).get(budget.platform.id, ""))
            first_touched = first_touched or (cell if cell.preview else None)
        if first_touched is not None and len(self.cells) > SHARED_BY:
            self._area.ensureWidgetVisible(first_touched, 0, 0)

    def set_compact(self, is_compact: bool) -> None:
        """The form for small windows: 92 px high, shorter third lines."""
        self._is_compact = is_compact
        self.setFixedHeight(theme.px(92 if is_compact else 94))
        self.total.set_compact(is_compact)
        for cell in self.cells.values():
            cell.set_compact(is_compact)
        self._place()

    def _make_cells(self, budgets: tuple[PlatformBudget, ...], today: date) -> None:
        former, self.cells = self.cells, {}
        for budget in budgets:
            cell = former.pop(budget.platform.id, None)
            if cell is None:
                cell = BudgetCell(budget, today, self._row)
                cell.hint_requested.connect(self.hint_requested)
                cell.step_wanted.connect(self._step)
            cell.set_compact(self._is_compact)
            self.cells[budget.platform.id] = cell
            self._row_layout.addWidget(cell)
            cell.show()
        for cell in former.values():
            self._row_layout.removeWidget(cell)
            cell.deleteLater()
        self._rove(next(iter(self.cells.values()), None))
        if self._before is not None:
            tab_after(self._before, self.cells.values())
        self._place()

    def _rove(self, chosen: BudgetCell | None) -> None:
        """Keep the strip one tab stop: only one cell can be reached with Tab, arrows go to the others."""
        for cell in self.cells.values():
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell is chosen else Qt.FocusPolicy.ClickFocus)

    def focus_cell(self) -> None:
        """Give the keyboard to the cell that Tab would reach."""
        for cell in self.cells.values():
            if cell.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                cell.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, cell: BudgetCell, step: int) -> None:
        cells = list(self.cells.values())
        there = cells[min(max(cells.index(cell) + step, 0), len(cells) - 1)]
        self._rove(there)
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(there, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways with either wheel."""
        bar = self._area.horizontalScrollBar()
        delta = event.angleDelta()
        bar.setValue(bar.value() - (delta.x() or delta.y()))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cells their places."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(theme.px(284 + 3 * LEAST_WIDTH), self.height())

    def _place(self) -> None:
        inner = QRect(0, 1, self.width(), self.height() - 1)
        self.total.set_narrow(self.width() < theme.px(284 + 2 * LEAST_SHARED_WIDTH))
        self.total.setGeometry(inner.x(), inner.y(), self.total.width(), inner.height())
        self._area.setGeometry(inner.adjusted(self.total.width(), 0, 0, 0))
        least = theme.px(LEAST_WIDTH if len(self.cells) > SHARED_BY else LEAST_SHARED_WIDTH)
        for cell in self.cells.values():
            cell.setMinimumWidth(least)
            cell.setFixedHeight(inner.height())
        for button in (self._back, self._on):
            button.resize(button.sizeHint())
        middle = inner.center().y() - self._on.height() // 2
        self._back.move(self.total.width() + 2, middle)
        self._on.move(self.width() - self._on.width() - 2, middle)
        self._show_pagers()

    def _page(self) -> None:
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + int(self.sender().property("step")) * theme.px(LEAST_WIDTH))

    def _show_pagers(self) -> None:
        bar = self._area.horizontalScrollBar()
        self._back.setVisible(bar.value() > bar.minimum())
        self._on.setVisible(bar.value() < bar.maximum())
        self._back.raise_()
        self._on.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above; the cells paint the one below, which a preview colours."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("subtle"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line-subtle"))
