"""Done and planned, platform by activity; what was done can be filled in later, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import ACTIVITIES
from desktop.hours import words
from desktop.hours.grid_parts import Amount, Cell, Head, PlatformName, amount_width
from desktop.planning.budget import PlatformBudget, WeekTotal, week_total
from desktop.ui import theme
from desktop.ui.controls import Card, Text
from desktop.ui.fields import MinutesField

_NAME, _NARROW_NAME, _SUM, _GAP = 132, 30, 118, 10
_ROW, _STACKED_ROW, _HEAD = 44, 58, 22
_DAY = 1440
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ActivityGrid(Card):
    """Signals: `filled(platform_id, Activity, minutes)` when the user says how much was really done in the week."""

    filled = Signal(int, object, int)

    def __init__(self) -> None:
        super().__init__()
        self._as_of = Text("", "meta", "text-3")
        self.table = _Table()
        self.table.filled.connect(self.filled)
        self.table.problem_changed.connect(self._show_problem)
        self._problem = Text("", "meta", "danger", 600, is_wrapped=True)
        self._problem.hide()
        top = QHBoxLayout()
        top.addWidget(Text(self.tr("Done and planned"), "title-3"), 1)
        top.addWidget(self._as_of)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(13), theme.px(16), theme.px(6))
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(theme.px(10))
        column.addWidget(self.table)
        column.addWidget(self._problem)

    def show_budgets(self, budgets: Sequence[PlatformBudget], now: datetime, can_fill: bool) -> None:
        """Show a week's budgets as of `now` (wall clock); a week that has not begun cannot be filled in."""
        self._as_of.setText(self.tr("As of {moment}").format(moment=words.moment(now)))
        self.table.show_budgets(budgets, can_fill)

    def finish(self) -> None:
        """Take what is written in a cell, if it is an amount."""
        self._show_problem("")
        self.table.finish()

    def show_problem(self, sentence: str) -> None:
        """Say below the grid why a cell was not filled in."""
        self._show_problem(sentence)

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


class _Table(QWidget):
    """The cells in their places; one Tab stop, arrows go from cell to cell."""

    filled = Signal(int, object, int)
    problem_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heads = [
            Head(self.tr("Platform"), None, self),
            *(Head.of(activity, self) for activity in ACTIVITIES),
            Head(self.tr("Total"), None, self),
        ]
        self._names: list[PlatformName] = []
        self._cells: list[list[Cell]] = []
        self._sums: list[Amount] = []
        self._totals: list[Amount] = []
        self._week = PlatformName(None, self.tr("Week"), self)
        self._current = (0, 0)
        self._editor: MinutesField | None = None
        self._edited: Cell | None = None

    def show_budgets(self, budgets: Sequence[PlatformBudget], can_fill: bool) -> None:
        """Show the budgets; the cells stay the same while the platforms do."""
        if [name.platform_id for name in self._names] != [budget.platform.id for budget in budgets]:
            self._close()
            self._rebuild(budgets)
        for budget, name, row, own in zip(budgets, self._names, self._cells, self._sums, strict=True):
            name.show_platform(budget.platform)
            for activity, cell, amount in zip(ACTIVITIES, row, budget.activities, strict=True):
                cell.show_amount(budget.platform, activity, amount.done, amount.planned, can_fill)
            own.show_amount(budget.platform.name, budget.done, budget.planned, has_unit=True)
        self._show_totals(week_total(budgets))
        self._fit()
        self._take_stop()

    def _show_totals(self, total: WeekTotal) -> None:
        whole = self.tr("Week")
        for head, amount, own in zip(self._heads[1:5], self._totals, total.activities, strict=False):
            amount.show_amount(f"{whole}, {head.text}", own.done, own.planned)
        self._totals[-1].show_amount(whole, total.done, total.planned, has_unit=True)

    def _rebuild(self, budgets: Sequence[PlatformBudget]) -> None:
        for widget in (*self._names, *self._sums, *self._totals, *(cell for row in self._cells for cell in row)):
            widget.hide()
            widget.deleteLater()
        self._names = [PlatformName(budget.platform, budget.platform.name, self) for budget in budgets]
        self._cells = [[Cell(self) for _ in ACTIVITIES] for _ in budgets]
        self._sums = [Amount(self) for _ in budgets]
        self._totals = [Amount(self) for _ in range(len(ACTIVITIES) + 1)]
        for row in self._cells:
            for cell in row:
                cell.clicked.connect(self._edit_sender)
                cell.typed.connect(self._type)
                cell.focused.connect(self._follow_focus)
        for widget in (*self._names, *self._sums, *self._totals, *(cell for row in self._cells for cell in row)):
            widget.show()
        self._current = (0, 0)
        self.updateGeometry()

    # where everything lies

    def _widths(self) -> tuple[int, int, int, bool]:
        """Name, activity and sum column, and whether amounts take two lines."""
        gaps = theme.px(_GAP) * (len(ACTIVITIES) + 1)
        name, own = theme.px(_NAME), max(theme.px(_SUM), amount_width(has_unit=True))
        each = (self.width() - name - own - gaps) // len(ACTIVITIES)
        if each >= amount_width():
            return name, each, own, False
        name, own = self._least_name(), amount_width(is_stacked=True, has_unit=True)
        return name, max((self.width() - name - own - gaps) // len(ACTIVITIES), 1), own, True

    def _place(self) -> None:
        name, each, own, is_stacked = self._widths()
        gap, reach = theme.px(_GAP), theme.px(_GAP) // 2
        lefts = [0, *(name + gap + number * (each + gap) for number in range(len(ACTIVITIES)))]
        lefts.append(lefts[-1] + each + gap)
        widths = [name, *(each for _ in ACTIVITIES), own]
        top, high = theme.px(_HEAD), theme.px(_STACKED_ROW if is_stacked else _ROW)
        for head, left, wide in zip(self._heads, lefts, widths, strict=True):
            head.setGeometry(left, 0, wide, top)
            head.set_narrow(is_stacked)
        rows: list[tuple[PlatformName | Cell | Amount, ...]] = [
            (widget, *cells, total) for widget, cells, total in zip(self._names, self._cells, self._sums, strict=True)
        ]
        for row in (*rows, (self._week, *self._totals)):
            for part, left, wide in zip(row, lefts, widths, strict=False):
                part.set_stacked(is_stacked)
                part.setGeometry(left - reach, top, wide + 2 * reach, high)
            top += high

    def _fit(self) -> None:
        """Be as high as the rows are at this width, and put everything in its place."""
        high = self.sizeHint().height()
        if self.minimumHeight() != high:
            self.setFixedHeight(high)
        self._place()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        is_stacked = self._widths()[3]
        rows = (len(self._names) + 1) * theme.px(_STACKED_ROW if is_stacked else _ROW)
        return QSize(theme.px(560), theme.px(_HEAD) + rows)

    def minimumSizeHint(self) -> QSize:
        """Amounts may take two lines, names may go."""
        gaps = theme.px(_GAP) * (len(ACTIVITIES) + 1)
        cells = len(ACTIVITIES) * amount_width(is_stacked=True) + amount_width(is_stacked=True, has_unit=True)
        return QSize(self._least_name() + gaps + cells, self.sizeHint().height())

    def _least_name(self) -> int:
        """Room for a tile, or for the name of the last row."""
        words = QFontMetrics(theme.font("body-strong")).horizontalAdvance(self.tr("Week"))
        return max(theme.px(_NARROW_NAME), words + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give everything its new place."""
        super().resizeEvent(event)
        self._fit()
        if self._editor is not None and self._edited is not None:
            self._editor.setGeometry(self._edited.field_rect())

    # going from cell to cell

    def _take_stop(self) -> None:
        """Let Tab reach one cell, the one that had the focus last."""
        for number, row in enumerate(self._cells):
            for place, cell in enumerate(row):
                is_stop = (number, place) == self._current and cell.can_fill
                policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
                cell.setFocusPolicy(policy if cell.can_fill else Qt.FocusPolicy.NoFocus)

    def _follow_focus(self) -> None:
        for number, row in enumerate(self._cells):
            for place, cell in enumerate(row):
                if cell.hasFocus() and (number, place) != self._current:
                    self._current = (number, place)
                    self._take_stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go from cell to cell; Escape leaves the field as it was."""
        key = Qt.Key(event.key())
        if self._editor is not None:
            if key == Qt.Key.Key_Escape:
                self._close(take_focus=True)
                return
        elif self._cells and key in _ARROWS and not event.modifiers():
            down, on = _ARROWS[key]
            row = min(max(self._current[0] + down, 0), len(self._cells) - 1)
            place = min(max(self._current[1] + on, 0), len(ACTIVITIES) - 1)
            self._cells[row][place].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    # filling in

    def _edit_sender(self) -> None:
        cell = self.sender()
        if isinstance(cell, Cell):
            self._edit(cell)

    def _type(self, text: str) -> None:
        cell = self.sender()
        if isinstance(cell, Cell):
            self._edit(cell)
            if self._editor is not None:
                self._editor.editor.setText(text)
                self._editor.editor.setModified(True)
                self._editor.editor.end(False)

    def _edit(self, cell: Cell) -> None:
        if not cell.can_fill:
            return
        self._close()
        field = MinutesField(size=28, most=cell.done + _DAY)
        field.setParent(self)
        field.show_problem_elsewhere()
        field.problem_changed.connect(self.problem_changed)
        field.set_name(cell.accessibleName())
        field.set_value(cell.done)
        field.committed.connect(self._commit)
        field.editor.returnPressed.connect(self._end)
        field.editor.left.connect(self._leave)
        field.setGeometry(cell.field_rect())
        field.show()
        field.raise_()
        self._editor, self._edited = field, cell
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        field.editor.selectAll()

    def _commit(self, minutes: int) -> None:
        field, cell = self._editor, self._edited
        if field is None or cell is None or cell.platform is None:
            return
        self._close(take_focus=field.editor.hasFocus())  # before the plan changes and everything is shown anew
        self.filled.emit(cell.platform.id, cell.activity, minutes)

    def finish(self) -> None:
        """Take what is written in a cell, if it is an amount."""
        if self._editor is not None:
            self._editor.commit()
            self._close()

    def _end(self) -> None:
        if self._editor is not None and self._editor.problem is None:
            self._close(take_focus=True)

    def _leave(self) -> None:
        if self._editor is not None:
            self._close()

    def _close(self, take_focus: bool = False) -> None:
        field, cell = self._editor, self._edited
        self._editor = self._edited = None
        if field is None:
            return
        field.blockSignals(True)
        field.hide()
        field.deleteLater()
        self.problem_changed.emit("")
        if take_focus and cell is not None:
            cell.setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the current cell."""
        super().focusInEvent(event)
        if self._cells:
            row, place = self._current
            self._cells[min(row, len(self._cells) - 1)][place].setFocus(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines above the rows."""
        _name, _each, _own, is_stacked = self._widths()
        width, top = theme.border(), theme.px(_HEAD)
        painter = QPainter(self)
        for number in range(len(self._names) + 1):
            role = "line" if number == len(self._names) else "line-subtle"
            painter.fillRect(QRect(-theme.px(5), top, self.width() + theme.px(10), width), theme.color(role))
            top += theme.px(_STACKED_ROW if is_stacked else _ROW)
        painter.end()
