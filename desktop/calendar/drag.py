"""The machine behind the mouse: press, threshold, drag, drop or cancel, for cards, edges, new blocks and outsiders.

A drag knows the dragged thing as a value and the pointer as a place of the screen. So it lives on when the week turns
under it and the widget that was pressed is gone, and everything that moves the canvas only has to ask for a new aim.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.calendar import aiming
from desktop.calendar.aiming import Dragged, ExternalItem, Gesture, Place, Target
from desktop.calendar.carrier import Carrier
from desktop.calendar.cursors import CURSORS, EDGES, resting_cursor
from desktop.calendar.drag_scene import DragScene
from desktop.calendar.drag_state import Drag, Phase, Press
from desktop.calendar.drop_targets import DropTargets, Found, Over
from desktop.calendar.edge_motion import EdgeMotion
from desktop.calendar.hours_area import HoursArea
from desktop.calendar.shown_week import starts_at
from desktop.calendar.snapping import MAGNET
from desktop.calendar.way_out import WayOut
from desktop.calendar.week_canvas import WeekCanvas
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.intents import CreateBlock, Intent
from desktop.planning.recurrence import Occurrence
from desktop.planning.week import minute_of_day

THRESHOLD = 4


class DragMachine(QObject):
    """Turns mouse events into clicks and drops.

    Signals: `pressed(hit)`; `clicked(hit, place, was_selected)` a press and release on the spot;
    `double_clicked(hit, place)`; `hovered(intent | None)` whenever the aim changes; `dropped(intent)`;
    `day_dropped(intent, date)` on a day header, the intent still with its old time of day; `created(starts, ends)`;
    `cancelled()`; `flip_requested(weeks)`; `external_ended()`; `pointed_at(key | None, global_pos)` while nothing is
    pressed; `carry_started()`; `banded(keys | None)`: a band is drawn around these cards, None: it was given up;
    `carried_out(keys)`: these cards were pulled out of the window and lie where they were.

    With several marked cards `hovered` and `dropped` tell a Group. `pressed_with` are the modifiers of the last press.
    """

    pressed = Signal(object)
    clicked = Signal(object, object, bool)
    double_clicked = Signal(object, object)
    hovered = Signal(object)
    dropped = Signal(object)
    day_dropped = Signal(object, object)
    created = Signal(object, object)
    cancelled = Signal()
    pointed_at = Signal(object, QPoint)
    flip_requested = Signal(int)
    external_ended = Signal()
    carry_started = Signal()
    banded = Signal(object)
    carried_out = Signal(object)

    def __init__(self, canvas: WeekCanvas, area: HoursArea, grid: QWidget) -> None:
        super().__init__(grid)
        self._canvas = canvas
        self._area = area
        self._grid = grid
        self._scene = DragScene(canvas, grid)
        self._carrier: Carrier | None = None
        self.targets = DropTargets(self)
        self._edges = EdgeMotion(area, grid)
        self._edges.scrolled.connect(self.aim_again)
        self._edges.flip_requested.connect(self.flip_requested)
        self._way_out = WayOut(grid)
        self._way_out.taken.connect(self._hand_out)
        self._phase = Phase.IDLE
        self._press: Press | None = None
        self._drag: Drag | None = None
        self.pressed_with = Qt.KeyboardModifier.NoModifier
        self.is_menu_unwanted = False  # the right button that cancels a drag asks for no menu
        canvas.set_receiver(self)

    @property
    def phase(self) -> Phase:
        """Where the machine stands."""
        return self._phase

    @property
    def scene(self) -> DragScene:
        """What is painted of the drag."""
        return self._scene

    # the canvas' mouse

    def press(self, event: QMouseEvent) -> None:
        """A button went down on the canvas: a second one cancels a drag."""
        self.is_menu_unwanted = self._phase in {Phase.PRESSED, Phase.DRAGGING}
        if self.is_menu_unwanted:
            self.cancel()
            return
        if event.button() != Qt.MouseButton.LeftButton or self._phase is not Phase.IDLE:
            return
        hit = self._canvas.hit(event.position())
        self.pressed_with = event.modifiers()
        was_selected = hit.key is not None and hit.key == self._canvas.deck.selected
        self._press = Press(event.globalPosition().toPoint(), hit, self._place(event.position()), was_selected)
        self._phase = Phase.PRESSED
        self.pressed.emit(hit)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved over the canvas, or anywhere while the canvas holds the button."""
        pointer = event.globalPosition().toPoint()
        if self._phase is Phase.PRESSED and self._press is not None:
            if (pointer - self._press.at).manhattanLength() >= THRESHOLD:
                self._begin(self._press)
        elif self._phase is Phase.IDLE and not event.buttons():
            self._hover(event.position(), pointer)
        if self._phase is Phase.DRAGGING and self._drag is not None and not self._drag.is_external:
            self.follow(pointer, event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        """A button went up: a click, or a drop."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._phase is Phase.PRESSED and self._press is not None:
            press, self._press = self._press, None
            self._phase = Phase.IDLE
            self.clicked.emit(press.hit, press.place, press.was_selected)
        elif self._phase is Phase.DRAGGING and self._drag is not None and not self._drag.is_external:
            self.follow(event.globalPosition().toPoint(), event.modifiers())
            self.drop()

    def double_click(self, event: QMouseEvent) -> None:
        """The second press of a double click."""
        if event.button() == Qt.MouseButton.LeftButton and self._phase is Phase.IDLE:
            self.double_clicked.emit(self._canvas.hit(event.position()), self._place(event.position()))

    def leave(self) -> None:
        """The pointer left the canvas."""
        if self._phase is Phase.IDLE:
            self._canvas.deck.set_hovered(None)
            self.pointed_at.emit(None, QPoint())

    def _hover(self, at: QPointF, pointer: QPoint) -> None:
        hit = self._canvas.hit(at)
        self._canvas.deck.set_hovered(hit.key)
        shape = resting_cursor(hit)
        if shape != self._canvas.cursor().shape():
            self._canvas.setCursor(shape)
        self.pointed_at.emit(hit.key, pointer)

    # the drag

    def begin_external(self, item: ExternalItem, pointer: QPoint) -> None:
        """Something is dragged in from outside: from now on the machine takes all mouse events, wherever they go."""
        if self._phase is not Phase.IDLE:
            return
        size = self._scene.size_of(item, 0)
        grab = QPointF(size.width() / 2, size.height() / 2)
        minutes = self._canvas.grid.minutes(grab.y())
        place = Place(0, 0.0)
        self.start(Drag(Gesture.MOVE, item, None, grab, minutes, self._canvas.week.week, place, is_external=True))
        self.follow(pointer, QApplication.keyboardModifiers())

    def carry(self, item: Dragged, key: CardKey | None, starts: datetime) -> None:
        """Carry something without a pressed button, by keys or pointer: Enter or a click drops it.

        `key` is the card that fades meanwhile; `starts` is the wall-clock time at which the thing lies now.
        """
        if self._phase is Phase.IDLE:
            self._carrier = self._carrier or Carrier(self, self._canvas, self._area, self._grid)
            self._carrier.begin(item, key, starts)
            self.carry_started.emit()

    def _begin(self, press: Press) -> None:
        self._press = None
        hit, week = press.hit, self._canvas.week.week
        item = self._canvas.items.get(hit.key) if hit.key is not None and not hit.in_strip else None
        if item is None and hit.key is None and self.pressed_with & Qt.KeyboardModifier.ShiftModifier:
            start = self._canvas.mapFromGlobal(QPointF(press.at))
            self.start(Drag(Gesture.RUBBER, None, None, start, 0.0, week, press.place))
            return
        if item is None or hit.key is None:
            self.start(Drag(Gesture.CREATE, None, None, QPointF(), 0.0, week, press.place))
            return
        day = starts_at(item).date()
        gesture = EDGES.get(hit.part, Gesture.MOVE)
        edge = starts_at(item)
        if gesture is Gesture.RESIZE_BOTTOM and isinstance(item, Occurrence):
            edge = item.ends_at
        grabbed = press.place.minute - minute_of_day(edge, day)
        grab = self._scene.grab_of(hit.key, item, self._canvas.mapFromGlobal(QPointF(press.at)))
        drag = Drag(gesture, item, hit.key, grab, grabbed, week, press.place)
        if gesture is Gesture.MOVE:
            drag.take_along(self._canvas.marking)
        self.start(drag)

    def start(self, drag: Drag) -> None:
        """Begin a drag."""
        self._drag = drag
        self._phase = Phase.DRAGGING
        self._area.is_zoom_held = True
        self._canvas.deck.set_hovered(None)
        QApplication.setOverrideCursor(CURSORS[drag.gesture])
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def follow(self, pointer: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer that drags is there now, on the screen."""
        if self._drag is None:
            return
        self._drag.pointer = pointer
        self._set_modifiers(modifiers)
        if self._drag.gesture is Gesture.MOVE and self._drag.key is not None and self._drag.carried is None:
            self._way_out.follow(pointer)
        at = self._area.viewport().mapFromGlobal(QPointF(pointer))
        reachable = self._area.viewport().rect().adjusted(0, -20, 0, 20).contains(at.toPoint())
        if reachable and self._drag.over is None:
            self._edges.follow(at, self._canvas.grid.gutter, self._drag.gesture is Gesture.MOVE)
        else:
            self._edges.stop()
        self.aim_again()

    def _set_modifiers(self, modifiers: Qt.KeyboardModifier) -> None:
        drag = self._drag
        if drag is None:
            return
        drag.fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        wants_copy = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        copy = wants_copy and drag.gesture is Gesture.MOVE and not drag.is_external
        if copy != drag.copy:
            drag.copy = copy
            QApplication.changeOverrideCursor(Qt.CursorShape.DragCopyCursor if copy else CURSORS[drag.gesture])

    def aim_again(self) -> None:
        """Find out anew what the pointer aims at: it moved, or the week under it was scrolled, turned or reloaded."""
        drag = self._drag
        if drag is None or self._phase is not Phase.DRAGGING:
            return
        if drag.gesture is Gesture.RUBBER:
            self.banded.emit(self._scene.draw_band(drag))
            return
        found = self._find(drag)
        drag.over, drag.drop_day = (None, None) if found is None else (found.over, found.day)
        target, intent = self._aim(drag, found)
        is_new = intent != drag.intent or (drag.target is None) != (target is None)
        drag.target, drag.intent = target, intent
        self._scene.show(drag)
        if is_new:
            self._scene.name_aim(drag)
            self.hovered.emit(drag.meant())

    def _find(self, drag: Drag) -> Found | None:
        """The target beside the grid under the pointer; edges and new blocks stay in the grid."""
        is_by_keys = drag.carried is not None and drag.carried.by_keys
        if is_by_keys or drag.gesture is not Gesture.MOVE or self._is_inside(drag.pointer):
            self.targets.clear()
            return None
        return self.targets.find(drag.pointer, isinstance(drag.item, PostCard))

    def _aim(self, drag: Drag, found: Found | None) -> tuple[Target | None, Intent | None]:
        week = self._canvas.week
        if found is not None and drag.item is not None:
            if found.day is None:
                return None, aiming.unscheduled(drag.item)
            return None, aiming.on_day(drag.item, found.day, drag.copy)
        if drag.carried is not None and drag.carried.by_keys and drag.item is not None:
            aimed = aiming.aim_at(drag.item, drag.carried.to, week, drag.copy, drag.bounds)
            return aimed, None if aimed is None else aimed.intent
        place = self._place(self._canvas.mapFromGlobal(QPointF(drag.pointer)))
        reach = self._canvas.grid.minutes(MAGNET * self._canvas.grid.scale)
        if drag.gesture is Gesture.CREATE:
            snap = drag.snap(week, drag.pressed.day, reach)
            target = aiming.aim_create(drag.pressed, place.minute, week, tuple(week.platforms), snap)
        elif drag.gesture is not Gesture.MOVE and isinstance(drag.item, Occurrence):
            at_top = drag.gesture is Gesture.RESIZE_TOP
            snap = drag.snap(week, drag.item.starts_at.weekday(), reach)
            target = aiming.aim_resize(drag.item, at_top, place.minute, drag.grabbed_minutes, snap)
        elif drag.item is not None and self._is_inside(drag.pointer):
            snap, grabbed = drag.snap(week, place.day, reach), drag.grabbed_minutes
            target = aiming.aim_move(drag.item, place, grabbed, week, snap, drag.copy, drag.bounds)
        else:
            return None, None
        return target, target.intent

    def _is_inside(self, pointer: QPoint) -> bool:
        viewport = self._area.viewport()
        return viewport.rect().contains(viewport.mapFromGlobal(pointer))

    def _place(self, at: QPointF) -> Place:
        grid = self._canvas.grid
        # The middle of the pixel: a press on an hour's line belongs to that hour, however the line was rounded.
        return Place(grid.day_at(at.x()), grid.minute(at.y() + 0.5), grid.in_second_half(at.x()))

    # the end

    def drop(self) -> None:
        """Let go of what is dragged, where it is."""
        drag = self._drag
        if drag is None:
            return
        if drag.gesture is Gesture.RUBBER:
            self._let_go()
            self._rest(drag)
            return
        intent = drag.intent
        if intent is None or (drag.item is not None and aiming.stays(drag.item, intent)):
            self.cancel()
            return
        self._let_go()
        self._phase = Phase.DROPPING
        if isinstance(intent, CreateBlock):
            self.created.emit(intent.starts_at, intent.ends_at)
        elif drag.over is Over.HEADER and not drag.others:
            self.day_dropped.emit(intent, drag.drop_day)
        else:
            self.dropped.emit(drag.meant())
        # A handler may have asked to hold the card for a question.
        if self._phase is Phase.DROPPING:
            self._rest(drag)

    def _hand_out(self) -> None:
        """Give up the move: the cards are on their way to another program."""
        keys = self._drag.origins if self._drag is not None else frozenset()
        self.cancel()
        self.carried_out.emit(keys)

    def hold(self) -> None:
        """While a drop is answered: keep the card in its new place, its origin faded, until `release_hold`."""
        if self._phase is Phase.DROPPING and self._drag is not None:
            self._phase = Phase.HELD
            self._scene.hold(self._drag)

    def release_hold(self) -> None:
        """The question is answered: the week as it is stored is what is shown."""
        if self._phase is Phase.HELD and self._drag is not None:
            self._rest(self._drag)

    def cancel(self) -> None:
        """Give up a press, a drag or a held drop; a turned week is turned back."""
        drag = self._drag
        self._press = None
        if self._phase is Phase.DRAGGING:
            self._let_go()
        if drag is None:
            self._phase = Phase.IDLE
            return
        weeks = (drag.from_week.monday - self._canvas.week.week.monday).days // 7
        self._rest(drag)
        if drag.gesture is Gesture.RUBBER:
            self.banded.emit(None)
        if weeks:
            self.flip_requested.emit(weeks)
        self.cancelled.emit()

    def _let_go(self) -> None:
        """Stop to listen and to move; what is painted stays."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        QApplication.restoreOverrideCursor()
        self._area.is_zoom_held = False
        self._edges.stop()
        self._way_out.stop()
        self.targets.clear()
        if self._carrier is not None:
            self._carrier.end()

    def _rest(self, drag: Drag) -> None:
        self._drag = None
        self._phase = Phase.IDLE
        self._scene.clear()
        self._canvas.band.hide()
        if drag.is_external:
            self.external_ended.emit()

    # what the rest of the program does meanwhile

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """During a drag: Esc, the modifiers, a lost window, and all mouse events of a drag from outside."""
        kind = event.type()
        if kind in {QEvent.Type.ApplicationDeactivate, QEvent.Type.WindowDeactivate}:
            self.cancel()
        elif isinstance(event, QKeyEvent):
            return self._on_key(event)
        elif isinstance(event, QMouseEvent) and watched.isWidgetType():
            return self._on_mouse(event)
        elif kind == QEvent.Type.ContextMenu and self._drag is not None and self._drag.carried is not None:
            return True
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
            return True
        flag = _MODIFIERS.get(Qt.Key(event.key()))
        if flag is not None and event.type() in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
            is_down = event.type() == QEvent.Type.KeyPress
            self._set_modifiers(event.modifiers() | flag if is_down else event.modifiers() & ~flag)
            self.aim_again()
            return False
        if self._carrier is not None and self._drag is not None and self._drag.carried is not None:
            return self._carrier.on_key(self._drag, self._drag.carried, event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        if self._carrier is not None and self._drag is not None and self._drag.carried is not None:
            return self._carrier.on_mouse(self._drag.carried, event)
        if self._drag is None or not self._drag.is_external:
            return False
        if event.type() == QEvent.Type.MouseMove:
            self.follow(event.globalPosition().toPoint(), event.modifiers())
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            self.follow(event.globalPosition().toPoint(), event.modifiers())
            self.drop()
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self.cancel()
            return True
        return False


_MODIFIERS = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
}
