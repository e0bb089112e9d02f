"""What keys and pointer do while a card is carried without a pressed button."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop.calendar.aiming import Dragged, ExternalItem, Gesture, Place
from desktop.calendar.carrying import DROP_KEYS, KEYS, Carried, KeyBar
from desktop.calendar.drag_scene import DragScene
from desktop.calendar.drag_state import Drag
from desktop.calendar.hours_area import HoursArea
from desktop.calendar.week_canvas import WeekCanvas
from desktop.planning.cards import CardKey
from desktop.ui.accessible import announce


class Machine(Protocol):
    """What carrying needs of the drag machine."""

    is_menu_unwanted: bool

    @property
    def scene(self) -> DragScene:
        """What is painted of the drag."""

    @property
    def flip_requested(self) -> SignalInstance:
        """Another week is to be shown."""

    def start(self, drag: Drag, /) -> None:
        """Begin a drag."""

    def follow(self, pointer: QPoint, modifiers: Qt.KeyboardModifier, /) -> None:
        """The pointer that drags is there now."""

    def aim_again(self) -> None:
        """Find out anew what is aimed at."""

    def drop(self) -> None:
        """Let go of what is dragged."""

    def cancel(self) -> None:
        """Give it up."""


class Carrier:
    """Carries for a machine, and shows the bar of keys meanwhile."""

    def __init__(self, machine: Machine, canvas: WeekCanvas, area: HoursArea, grid: QWidget) -> None:
        self._machine = machine
        self._canvas = canvas
        self._area = area
        self._grid = grid
        self._bar = KeyBar(grid)

    def begin(self, item: Dragged, key: CardKey | None, starts: datetime) -> None:
        """Lift something that lies at `starts`, and with a marked card all others that are marked."""
        grid, size = self._canvas.grid, self._machine.scene.size_of(item, starts.weekday())
        grab = QPointF(size.width() / 3, min(12 * grid.scale, size.height() / 2))
        drag = Drag(Gesture.MOVE, item, key, grab, grid.minutes(grab.y()), self._canvas.week.week, Place(0, 0.0))
        drag.carried = Carried(starts)
        drag.is_external = isinstance(item, ExternalItem)
        drag.take_along(self._canvas.marking)
        self._machine.start(drag)
        self._bar.appear(self._area.covered)
        announce(self._grid, self._bar.accessibleName())
        self._show(drag)

    def end(self) -> None:
        """Nothing is carried any more."""
        self._bar.hide()

    def on_key(self, drag: Drag, carried: Carried, event: QKeyEvent) -> bool:
        """Act on a key; those that would act on a card do nothing meanwhile. Tells whether nobody else may have it."""
        key, is_press = Qt.Key(event.key()), event.type() == QEvent.Type.KeyPress
        if key not in KEYS:
            return is_press
        event.accept()
        if is_press and key in DROP_KEYS:
            self._machine.drop()
        elif is_press:
            if not carried.by_keys and drag.target is not None:
                carried.to = drag.target.moment
            carried.step(key, drag.fine, drag.bounds)
            weeks = (Week.of(carried.to).monday - self._canvas.week.week.monday).days // 7
            if weeks:
                self._machine.flip_requested.emit(weeks)
            self._show(drag)
        return True

    def on_mouse(self, carried: Carried, event: QMouseEvent) -> bool:
        """Act on the mouse, wherever it is; nobody else may have its events."""
        pointer = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseMove:
            if carried.is_led_by(pointer):
                self._machine.follow(pointer, event.modifiers())
        elif event.button() != Qt.MouseButton.LeftButton:
            self._machine.is_menu_unwanted = True
            self._machine.cancel()
        elif event.type() == QEvent.Type.MouseButtonPress:
            carried.is_pressed, carried.by_keys = True, False
            self._machine.follow(pointer, event.modifiers())
        elif event.type() == QEvent.Type.MouseButtonRelease and carried.is_pressed:
            self._machine.follow(pointer, event.modifiers())
            self._machine.drop()
        return True

    def _show(self, drag: Drag) -> None:
        """Show where keys have brought it, and say it."""
        self._machine.aim_again()
        if drag.target is not None:
            self._area.show_minutes(drag.target.starts, drag.target.ends)
            label = self._machine.scene.ghost.label
            announce(self._grid, ", ".join(words for words in (label.head, label.note) if words))
