"""The slot cursor: the free place in the grid at which keys act, and where a click on empty space leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.calendar.grid_geometry import BLOCK_INSET, GridGeometry
from desktop.calendar.post_card import RADIUS
from desktop.planning.week import DAY_MINUTES, STEP
from desktop.ui import accessible, marks, theme

SHOWN_MINUTES = 30


class SlotCursor(QWidget):
    """A place in the week, `day` 0 to 6 and `minute` of the day; the grid's tab stop while no card is current.

    It is painted only while it has the focus. `busy` tells what goes on at a minute of a day. Signals:
    `focus_moved(bool)`.
    """

    focus_moved = Signal(bool)

    def __init__(self, canvas: QWidget, busy: Callable[[int, int], str]) -> None:
        super().__init__(canvas)
        self._busy = busy
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.day = 0
        self.minute = 9 * 60

    def accessible_role(self) -> QAccessible.Role:
        """It is a place, not a thing."""
        return QAccessible.Role.Cell

    def move_to(self, day: int, minute: int) -> None:
        """Go to a place; `lay_out` shows it there."""
        self.day = min(6, max(0, day))
        self.minute = min(DAY_MINUTES - STEP, max(0, minute))

    def lay_out(self, grid: GridGeometry, days: tuple[date, ...]) -> None:
        """Lie at the place in the grid."""
        inset = BLOCK_INSET * grid.scale
        left = round(grid.edges[self.day] + inset)
        top = round(grid.y(self.minute))
        width = round(grid.column_width(self.day) - 2 * inset)
        bottom = round(grid.y(min(DAY_MINUTES, self.minute + SHOWN_MINUTES)))
        place = QRect(left, top, width, max(bottom - top, round(18 * grid.scale)))
        if place != self.geometry():
            self.setGeometry(place)
        busy = self._busy(self.day, self.minute)
        words = [wording.day_long(days[self.day]), wording.clock(self.minute), *([busy] if busy else [])]
        accessible.name(self, ", ".join(words))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Appear."""
        super().focusInEvent(event)
        self.focus_moved.emit(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Vanish."""
        super().focusOutEvent(event)
        self.focus_moved.emit(False)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint an accent outline with the time."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        place = QRectF(self.rect())
        wash = theme.color("accent-tint")
        wash.setAlphaF(0.3)
        marks.panel(painter, place, theme.px(RADIUS), wash, theme.color("accent"), 1.5)
        clock, font = wording.clock(self.minute), theme.font("micro", 600)
        words = QRectF(place.left() + theme.px(8), place.top(), place.width() - theme.px(12), place.height())
        words.setHeight(min(words.height(), theme.px(22)))
        ground = words.adjusted(-theme.px(5), theme.px(3), 0, -theme.px(3))  # there may be a card below
        ground.setWidth(min(QFontMetrics(font).horizontalAdvance(clock) + theme.px(10), place.width() - theme.px(6)))
        marks.panel(painter, ground, theme.px(4), theme.color("surface"))
        marks.text_line(painter, words, clock, font, theme.color("accent-text"))
        painter.end()
