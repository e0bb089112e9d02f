"""What the edges of the grid do during a drag: the upper and lower scroll, the left and right turn the week."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui import icons, marks, theme

SCROLL_ZONE = 40
BEYOND = 20  # px outside of the edge that still make it faster
SPEED = 900  # px/s at the very edge
TICK = 16
FLIP_ZONE = 28
FIRST_FLIP, NEXT_FLIP = 450, 700


class FlipPanel(QWidget):
    """The panel at an edge that fills while the pointer waits there for the week to turn."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._direction = 1
        self._filled = 0.0
        self._filling = QVariantAnimation(self)
        self._filling.setStartValue(0.0)
        self._filling.setEndValue(1.0)
        self._filling.valueChanged.connect(self._on_value)
        self.hide()

    def start(self, direction: int, milliseconds: int, around: QRectF, width: float) -> None:
        """Fill at the left (-1) or right (1) edge of `around`."""
        self._direction = direction
        x = around.left() if direction < 0 else around.right() - width
        self.setGeometry(QRectF(x, around.top(), width, around.height()).toRect())
        self._filled = 1.0
        self._filling.stop()
        if theme.duration(milliseconds):
            self._filled = 0.0
            self._filling.setDuration(milliseconds)
            self._filling.start()
        self.show()
        self.raise_()

    def stop(self) -> None:
        """Vanish."""
        self._filling.stop()
        self.hide()

    def _on_value(self, filled: float) -> None:
        self._filled = filled
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint how far it is filled, and an arrow."""
        painter = QPainter(self)
        place = QRectF(self.rect())
        back = theme.color("accent-tint")
        back.setAlphaF(0.85)
        painter.fillRect(place, back)
        fill = theme.color("accent")
        fill.setAlphaF(0.35)
        height = place.height() * self._filled
        painter.fillRect(QRectF(0, place.height() - height, place.width(), height), fill)
        side = theme.px(20)
        mark = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        name = "chevron-left" if self._direction < 0 else "chevron-right"
        marks.panel(painter, mark.adjusted(-4, -4, 4, 4), side / 2 + 4, theme.color("raised"), theme.color("line"))
        icons.draw(painter, name, mark, theme.color("accent-text"))
        painter.end()


class EdgeMotion(QObject):
    """Scrolls and turns while a drag stays at the edges of `area`.

    Signals: `scrolled()` after each step, when what lies under the pointer has changed; `flip_requested(int)` -1 or 1.
    """

    scrolled = Signal()
    flip_requested = Signal(int)

    def __init__(self, area: QScrollArea, grid: QWidget) -> None:
        super().__init__(grid)
        self._area = area
        self._panel = FlipPanel(grid)
        self._grid = grid
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._scroll)
        self._flip = QTimer(self)
        self._flip.setSingleShot(True)
        self._flip.timeout.connect(self._on_flip)
        self._speed = 0.0
        self._carried = 0.0
        self._direction = 0
        self._last_y: float | None = None
        self._is_armed = False

    def follow(self, at: QPointF, gutter: float, may_flip: bool) -> None:
        """The pointer is at this place of the viewport. `gutter` is the width of the left zone."""
        self._set_speed(at)
        self._set_direction(self._direction_at(at, gutter) if may_flip else 0)

    def stop(self) -> None:
        """The drag is over, or away from the grid."""
        self._tick.stop()
        self._flip.stop()
        self._panel.stop()
        self._speed = 0.0
        self._direction = 0
        self._last_y = None
        self._is_armed = False

    def _set_speed(self, at: QPointF) -> None:
        height = self._area.viewport().height()
        zone = theme.px(SCROLL_ZONE)
        upper, lower = at.y(), height - at.y()
        inside = upper >= zone and lower >= zone
        # A drag that begins in the zone must not run away before it has moved towards the edge.
        if inside or (self._last_y is not None and (self._last_y - at.y()) * (1 if upper < zone else -1) > 0):
            self._is_armed = True
        self._last_y = at.y()
        depth = 0.0
        if upper < zone:
            depth = -(zone - max(upper, -BEYOND)) / zone
        elif lower < zone:
            depth = (zone - max(lower, -BEYOND)) / zone
        self._speed = depth * SPEED if self._is_armed else 0.0
        if self._speed and not self._tick.isActive():
            self._carried = 0.0
            self._tick.start()
        elif not self._speed:
            self._tick.stop()

    def _scroll(self) -> None:
        self._carried += self._speed * TICK / 1000
        whole = int(self._carried)
        self._carried -= whole
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + whole)
        if bar.value() != before:
            self.scrolled.emit()

    def _direction_at(self, at: QPointF, gutter: float) -> int:
        viewport = self._area.viewport()
        if not 0 <= at.y() <= viewport.height():
            return 0
        if 0 <= at.x() < gutter:
            return -1
        return 1 if viewport.width() - theme.px(FLIP_ZONE) < at.x() <= viewport.width() else 0

    def _set_direction(self, direction: int) -> None:
        if direction == self._direction:
            return
        self._direction = direction
        self._flip.stop()
        self._panel.stop()
        if direction:
            self._wait(FIRST_FLIP)

    def _wait(self, milliseconds: int) -> None:
        self._flip.start(milliseconds)
        around = QRectF(self._area.geometry())
        self._panel.start(self._direction, milliseconds, around, theme.px(FLIP_ZONE))

    def _on_flip(self) -> None:
        direction = self._direction
        self._wait(NEXT_FLIP)
        self.flip_requested.emit(direction)
