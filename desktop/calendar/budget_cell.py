"""One platform's cell in the budget strip: hours, bar, state and posts, painted and live while something is dragged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEasingCurve, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop import wording
from desktop.calendar.budget_bar import bar_of, paint_bar
from desktop.calendar.budget_words import Words, changed_count_words, count_words, state_words
from desktop.planning.budget import PlatformBudget, Verdict
from desktop.ui import icons, marks, theme

GROWTH_MS = 160
_RIGHT = Qt.AlignmentFlag.AlignRight


class BudgetCell(QWidget):
    """Shows one `PlatformBudget`, and a second one as its preview.

    Signals: `hint_requested(platform_id, cell in global coordinates)` on click, Enter or Space while over budget;
    `step_wanted(cell, -1 or 1)` for the arrow keys.
    """

    hint_requested = Signal(int, QRect)
    step_wanted = Signal(object, int)

    def __init__(self, budget: PlatformBudget, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.budget = budget
        self.preview: PlatformBudget | None = None
        self._today = today
        self._note = ""
        self._is_compact = False
        self._drawn = bar_of(budget)
        self._from = self._drawn
        self._shows_focus = False
        self._growth = QVariantAnimation(self)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growth.valueChanged.connect(self._grow)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    # what is shown

    def show_budget(self, budget: PlatformBudget, today: date) -> None:
        """Show other figures; the bar grows towards them when they belong to the same week."""
        if (budget, today) == (self.budget, self._today) and self.preview is None:
            return
        moves = budget.week == self.budget.week and self.isVisible()
        self.budget, self._today, self.preview, self._note = budget, today, None, ""
        self._aim(moves)

    def show_preview(self, preview: PlatformBudget | None, note: str = "") -> None:
        """Show what the figures would become, and a note about another week; None takes the preview away."""
        if preview == self.budget and not note:
            preview = None
        if preview == self.preview and note == self._note:
            return
        self.preview, self._note = preview, note
        self._aim(moves=True)

    def set_compact(self, is_compact: bool) -> None:
        """Leave out the done time and the word after the number of posts."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.update()

    def text(self) -> str:
        """What the third line says, state and posts, for tests and tooltips."""
        return f"{self._state().text} · {self._count().text}"

    @property
    def note(self) -> str:
        """What is said about another week."""
        return self._note

    def total_text(self) -> str:
        """What the first line says on the right, such as "5:15 → 6:00 / 6:00 h"."""
        before, planned, rest = self._total()
        return f"{before}{planned}{rest}"

    def _shown(self) -> PlatformBudget:
        return self.preview or self.budget

    def _state(self) -> Words:
        return state_words(self._shown())

    def _count(self, is_short: bool = False) -> Words:
        is_short = is_short or self._is_compact
        if self.preview and self.preview.posts != self.budget.posts:
            return changed_count_words(self.budget, self.preview, is_short)
        return count_words(self._shown(), self._today, is_short)

    def _total(self) -> tuple[str, str, str]:
        shown = self._shown()
        changes = self.preview is not None and self.preview.planned != self.budget.planned
        before = f"{wording.hours(self.budget.planned)} → " if changes else ""
        return before, wording.hours(shown.planned), f" / {wording.hours_h(shown.target)}"

    def _aim(self, moves: bool) -> None:
        aim = bar_of(self.budget, self.preview)
        self._growth.stop()
        milliseconds = theme.duration(GROWTH_MS)
        self._name()
        self.update()
        if not moves or not milliseconds or aim == self._drawn:
            self._drawn = aim
            return
        self._from = self._drawn
        self._growth.setDuration(milliseconds)
        self._growth.start()

    def _grow(self, share: float) -> None:
        aim = bar_of(self.budget, self.preview)
        self._drawn = aim if share >= 1 else self._from.between(aim, share)
        self.update(_around(self._bar_rect()))

    def _name(self) -> None:
        shown = self._shown()
        self.setAccessibleName(wording.budget_name(shown))
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._offers_hint() else Qt.CursorShape.ArrowCursor,
        )

    # for assistive technology

    def accessible_role(self) -> QAccessible.Role:
        """A progress bar."""
        return QAccessible.Role.ProgressBar

    def accessible_range(self) -> tuple[int, int, int]:
        """Minutes: planned, least, most."""
        shown = self._shown()
        return shown.planned, 0, max(shown.cap, shown.planned)

    def accessible_value(self) -> str:
        """Planned of target."""
        return self.total_text()

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """The way to the remedies while over budget."""
        return {self.tr("Show remedies"): self._ask} if self._offers_hint() else {}

    def _offers_hint(self) -> bool:
        return self.preview is None and self.budget.verdict is Verdict.OVER and not self.budget.is_past

    # handling

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the hint when there is something to say."""
        if event.button() is Qt.MouseButton.LeftButton and self._offers_hint():
            self._ask()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the hint with Enter or Space, go to the neighbours with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.step_wanted.emit(self, step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._offers_hint():
            self._ask()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus unless it came by a click."""
        self._shows_focus = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus left."""
        self._shows_focus = False
        self.update()
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Give the full account of the cell as a tooltip where its words had to be shortened."""
        handle = self._shown().platform.handle
        text = f"{handle}\n{self.accessibleName()}" if handle else self.accessibleName()
        self.setToolTip(text)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave no tooltip of the former size behind."""
        QToolTip.hideText()
        super().resizeEvent(event)

    def _ask(self) -> None:
        corner = self.mapToGlobal(self.rect().topLeft())
        self.hint_requested.emit(self.budget.platform.id, QRect(corner, self.size()))

    # painting

    def _pad(self) -> tuple[int, int]:
        return theme.px(16), theme.px(10 if self._is_compact else 11)

    def _bar_rect(self) -> QRectF:
        return self._line(27, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the three lines; while the bar grows only it is painted again."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.color("accent-wash" if self.preview else "subtle"))
        painter.fillRect(0, 0, 1, self.height(), theme.color("line"))
        bar = self._bar_rect()
        if not _around(bar).contains(event.rect()):
            self._paint_first_line(painter)
            self._paint_third_line(painter)
            if self.preview:
                painter.fillRect(0, self.height() - 2, self.width(), 2, theme.color("accent"))
            else:
                painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
            if self._shows_focus:
                marks.outline(
                    painter, QRectF(self.rect()).adjusted(5, 4, -4, -5), theme.px(6), theme.color("accent"), 2
                )
        change = self.preview.planned - self.budget.planned if self.preview else 0
        paint_bar(painter, bar, self._drawn, self._shown().platform.kind, change)

    def _line(self, top: int, height: int) -> QRectF:
        left, pad = self._pad()
        return QRectF(left, pad + theme.px(top), self.width() - 2 * left, theme.px(height))

    def _paint_first_line(self, painter: QPainter) -> None:
        line = self._line(0, 20)
        tile = _centred(line.left(), line, theme.px(18))
        icons.tile(painter, self._shown().platform.kind, tile)
        before, planned, rest = self._total()
        room = QRectF(line)
        if not self.has_target:
            rest = ""
        for text, font, role in (
            (rest, theme.font("meta"), "text-3"),
            (planned, theme.font("title-3"), "text"),
            (before, theme.font("title-3", 500), "text-3"),
        ):
            room.setRight(room.right() - marks.text_line(painter, room, text, font, theme.color(role), _RIGHT))
        room.setLeft(tile.right() + theme.px(8))
        room.setRight(room.right() - theme.px(8))
        name = self._shown().platform.name
        marks.text_line(painter, room, name, theme.font("body-strong"), theme.color("text"))

    @property
    def has_target(self) -> bool:
        """Tell whether the target has room beside the name; the name comes first, since accounts may be of one kind."""
        before, planned, rest = self._total()
        total = sum(
            QFontMetrics(font).horizontalAdvance(text)
            for text, font in (
                (rest, theme.font("meta")),
                (planned, theme.font("title-3")),
                (before, theme.font("title-3", 500)),
            )
        )
        name = QFontMetrics(theme.font("body-strong")).horizontalAdvance(self._shown().platform.name)
        room = self._line(0, 20).width() - theme.px(18 + 8 + 8) - total
        return room >= min(name, theme.px(44))

    def _paint_third_line(self, painter: QPainter) -> None:
        line, mark, gap = self._line(52, 17), theme.px(13), theme.px(4)
        state, strong, plain = self._state(), theme.font("meta", 600), theme.font("meta")
        state_width = mark + gap + QFontMetrics(strong).horizontalAdvance(state.text)
        parts = self._fitting(line.width() - state_width)
        icons.draw(painter, state.icon, _centred(line.left(), line, mark), theme.color(state.role))
        words = line.adjusted(mark + gap, 0, 0, 0)
        marks.text_line(painter, words, state.text, strong, theme.color(state.role))
        aside = line.adjusted(state_width + theme.px(12), 0, 0, 0)
        if parts.with_aside and self._note:
            marks.text_line(painter, aside, self._note, plain, theme.color("text-3"))
        elif parts.with_aside:
            marks.tick(painter, _centred(aside.left(), line, mark), True, theme.color("text-2"), theme.color("subtle"))
            done = wording.hours(self._shown().done)
            marks.text_line(painter, aside.adjusted(mark + gap, 0, 0, 0), done, plain, theme.color("text-2"))
        right = QRectF(line)
        if parts.count is not None:
            font, color = strong if parts.count.role == "warn" else plain, theme.color(parts.count.role)
            right.setRight(right.right() - marks.text_line(painter, right, parts.count.text, font, color, _RIGHT))
            if parts.count.icon:
                right.setRight(right.right() - mark - gap)
                icons.draw(painter, parts.count.icon, _centred(right.right(), line, mark), color)
        if parts.with_ticks:
            self._paint_ticks(painter, right.right() - theme.px(7), line)

    def _fitting(self, room: float) -> _Parts:
        """What has room beside the state: the words for the posts, their ticks, the done time or the note."""
        plain, strong = QFontMetrics(theme.font("meta")), QFontMetrics(theme.font("meta", 600))
        aside = 0
        if self._note:
            aside = theme.px(12) + plain.horizontalAdvance(self._note)
        elif self._shown().done and not (self._is_compact or self.preview or self._shown().is_past):
            aside = theme.px(12 + 13 + 4) + plain.horizontalAdvance(wording.hours(self._shown().done))
        ticks = self._ticks_width() + theme.px(7)
        for is_short in (False, True):
            count = self._count(is_short)
            metrics = strong if count.role == "warn" else plain
            words = theme.px(4) + metrics.horizontalAdvance(count.text) + (theme.px(17) if count.icon else 0)
            for parts, width in (
                (_Parts(count, True, aside > 0), words + ticks + aside),
                (_Parts(count, True, False), words + ticks),
                (_Parts(count, False, False), words),
            ):
                if width <= room and (parts.with_ticks or is_short):
                    return parts
        if count.icon and theme.px(17) <= room:
            return _Parts(Words("", count.role, count.icon), False, False)
        return _Parts(None, False, False)

    def _ticks_width(self) -> int:
        least, most = self._shown().corridor
        return theme.px(9) * most - theme.px(2) + (theme.px(4) if 0 < least < most else 0)

    def _paint_ticks(self, painter: QPainter, right: float, line: QRectF) -> None:
        shown = self._shown()
        least, most = shown.corridor
        colors = theme.platform(shown.platform.kind)
        added_from = self.budget.posts if self.preview and self.preview.posts > self.budget.posts else most
        side, empty = theme.px(7), QColor(Qt.GlobalColor.transparent)
        x, y = right - self._ticks_width(), line.center().y() - side / 2
        for index in range(most):
            square = QRectF(x, y, side, side)
            if added_from <= index < shown.posts:
                marks.dashed(painter, square, 2, theme.color("accent"), theme.color("accent-tint"), 1.5)
            elif index < shown.posts:
                marks.panel(
                    painter, square, 2, colors.strong if index < shown.published else colors.tint, colors.strong
                )
            else:
                marks.panel(painter, square, 2, empty, theme.color("line-strong"))
            x += theme.px(9) + (theme.px(4) if index + 1 == least else 0)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the third line shows beside the state."""

    count: Words | None
    with_ticks: bool
    with_aside: bool


def _around(bar: QRectF) -> QRect:
    """Everything that painting the bar may touch, its limit mark included."""
    return bar.adjusted(-2, -4, 2, 4).toAlignedRect()


def _centred(left: float, line: QRectF, side: int) -> QRectF:
    return QRectF(left, line.center().y() - side / 2, side, side)
