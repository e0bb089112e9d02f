"""Small marks above the cards: the selection's frame, the present time's dot, the "+n" buttons, the drop slot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEasingCurve, QPropertyAnimation, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.calendar.grid_geometry import GridGeometry
from desktop.calendar.placing import Overflow
from desktop.calendar.post_card import RADIUS
from desktop.ui import marks, theme

translate = QCoreApplication.translate

_FRAME_REACH = 7
_DOT = 10
_DOT_RING = 2
_SNAP = 90  # ms


class _Mark(QWidget):
    """A painted widget that neither takes the mouse nor is of interest to assistive technology."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()


class SelectionFrame(_Mark):
    """The accent frame around the selected card, with handles while the keyboard's focus is on it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._with_handles = False
        self._is_block = False

    def frame(self, card: QRect, is_block: bool, with_handles: bool) -> None:
        """Show the frame around a card."""
        self._is_block = is_block
        self._with_handles = with_handles
        reach = _FRAME_REACH
        self.setGeometry(card.adjusted(-reach, -reach, reach, reach))
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame; a block always shows the bars by which it is stretched."""
        painter = QPainter(self)
        reach = _FRAME_REACH
        card = QRectF(self.rect().adjusted(reach, reach, -reach, -reach))
        marks.selection(painter, card, theme.px(RADIUS), self._with_handles and not self._is_block)
        if self._is_block:
            marks.grips(painter, card)
        painter.end()


class NowMark(_Mark):
    """The dot at the left end of the present time in today's column; its line lies behind the cards."""

    def place(self, geometry: GridGeometry, day: int, minute: int) -> None:
        """Lie at a time."""
        reach = theme.px(_DOT) // 2 + _DOT_RING
        left, y = round(geometry.edges[day]), round(geometry.y(minute))
        self.setGeometry(left - reach + 1, y - reach, 2 * reach, 2 * reach)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot in its ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ring = QRectF(self.rect())
        for role, place in (("surface", ring), ("accent", ring.adjusted(_DOT_RING, _DOT_RING, -_DOT_RING, -_DOT_RING))):
            painter.setBrush(theme.color(role))
            painter.drawEllipse(place)
        painter.end()


class DropSlot(_Mark):
    """The dashed place where a drag would land; a block that is being drawn shows its times in it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._words = ""
        self._goal = QRect()
        self._snapping = QPropertyAnimation(self, b"geometry", self)
        self._snapping.setEasingCurve(QEasingCurve.Type.OutCubic)

    def place(self, rect: QRect, words: str = "") -> None:
        """Lie at a place; from one to the next it glides."""
        if words != self._words:
            self._words = words
            self.update()
        if self.isHidden() or not theme.duration(_SNAP):
            self._snapping.stop()
            self.setGeometry(rect)
            self.show()
        elif rect != self._goal:
            self._snapping.stop()
            self._snapping.setDuration(theme.duration(_SNAP))
            self._snapping.setEndValue(rect)
            self._snapping.start()
        self._goal = rect

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slot."""
        painter = QPainter(self)
        marks.dashed(
            painter, QRectF(self.rect()), theme.px(RADIUS), theme.color("accent"), theme.color("accent-tint"), 1
        )
        if self._words:
            place = QRectF(self.rect().adjusted(theme.px(8), 0, -theme.px(4), 0))
            place.setHeight(min(place.height(), theme.px(24)))
            marks.text_line(painter, place, self._words, theme.font("micro", 600), theme.color("accent-text"))
        painter.end()


class MagnetLine(_Mark):
    """The thin line at a neighbour's edge that holds what is being moved."""

    def place(self, geometry: GridGeometry, day: int, minute: int) -> None:
        """Lie across a day's column."""
        left, right = round(geometry.edges[day]), round(geometry.edges[day + 1])
        self.setGeometry(left, round(geometry.y(minute)), right - left, 1)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("accent"))
        painter.end()


class RubberBand(_Mark):
    """The rectangle that is drawn around cards to mark them."""

    def lie(self, rect: QRect) -> None:
        """Span a rectangle of the canvas."""
        self.setGeometry(rect)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        wash = theme.color("accent-tint")
        wash.setAlphaF(0.4)
        marks.panel(painter, QRectF(self.rect()), theme.px(3), wash, theme.color("accent"), 1)
        painter.end()


class OverflowButton(QWidget):
    """The "+n" of a crowded hour. The canvas handles its clicks; it can have the focus.

    Signals: `focus_moved(bool)`.
    """

    focus_moved = Signal(bool)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.overflow: Overflow | None = None

    def take(self, overflow: Overflow) -> None:
        """Stand for these hidden cards."""
        self.overflow = overflow
        self.setAccessibleName(translate("WeekGrid", "{count} more").format(count=len(overflow.keys)))
        self.setGeometry(overflow.rect.toRect())
        self.show()
        self.update()

    def rest(self) -> None:
        """Stand for nothing, hidden."""
        self.overflow = None
        self.hide()

    def accessible_role(self) -> QAccessible.Role:
        """It opens a list."""
        return QAccessible.Role.Button

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.focus_moved.emit(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the focus no more."""
        super().focusOutEvent(event)
        self.focus_moved.emit(False)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        if self.overflow is None:
            return
        painter = QPainter(self)
        place = QRectF(self.rect())
        line = theme.color("accent" if self.hasFocus() else "line")
        marks.panel(painter, place, theme.px(5), theme.color("hover"), line, 2 if self.hasFocus() else 1)
        words = f"+{len(self.overflow.keys)}"
        font = theme.font("micro", 600)
        marks.text_line(painter, place, words, font, theme.color("text-2"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()
