"""Mouse in the month: clicks, and posts that are dragged to another day.

The canvas owns the mouse, so a drag goes on while pages turn under it; while it lasts, an event filter hears Escape and
the modifiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from db.records import Week
from desktop import wording
from desktop.month.canvas import MonthCanvas
from desktop.month.geometry import TOP
from desktop.month.ghost import Ghost, Label
from desktop.planning.cards import PostCard
from desktop.planning.month import month_later
from desktop.ui import theme

THRESHOLD = 4
_SCROLL_ZONE, _SCROLL_STEP, _SCROLL_MS = 40, 12, 16
_FIRST_FLIP_MS, _NEXT_FLIP_MS = 450, 700
_NUMBER_WIDTH = 36
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}


class DayTarget(Protocol):
    """Days beside the month on which a post can be dropped."""

    def day_at(self, position: QPoint, /) -> date | None:
        """The day at a place given in global coordinates."""

    def set_drop_day(self, day: date | None, /) -> None:
        """Show a day as the place where something would fall."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A post over a day."""

    card: PostCard
    day: date
    is_copy: bool


class _Phase(Enum):
    IDLE = auto()
    PRESSED = auto()
    DRAGGING = auto()
    HELD = auto()


class DragMachine(QObject):
    """Turns mouse events into clicks and drops.

    Signals: `hovered(Aim | None)` whenever the aim changes, `dropped(Aim)`, `cancelled()`, `flip_requested(months)`.
    """

    hovered = Signal(object)
    dropped = Signal(object)
    cancelled = Signal()
    flip_requested = Signal(int)

    def __init__(self, canvas: MonthCanvas, area: QScrollArea, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._area = area
        self._targets: list[DayTarget] = []
        self._phase = _Phase.IDLE
        self._pressed_at = QPoint()
        self._pointer = QPoint()
        self._card: PostCard | None = None
        self._grab = QPoint()
        self._aim: Aim | None = None
        self._is_copy = False
        self._flipped = 0
        self._ghost: Ghost | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self._flip = QTimer(self)
        self._flip.setSingleShot(True)
        self._flip.timeout.connect(self._turn)
        canvas.set_receiver(self)

    def add_target(self, target: DayTarget) -> None:
        """Let posts be dropped on these days too."""
        self._targets.append(target)

    @property
    def is_dragging(self) -> bool:
        """Tell whether a post hangs on the pointer or waits for an answer."""
        return self._phase in {_Phase.DRAGGING, _Phase.HELD}

    @property
    def ghost(self) -> Ghost | None:
        """What floats with the pointer."""
        return self._ghost

    # the canvas' mouse

    def press(self, event: QMouseEvent) -> None:
        """A button went down: a second one cancels."""
        if self._phase is not _Phase.IDLE:
            self.cancel()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._phase = _Phase.PRESSED
            self._pressed_at = event.globalPosition().toPoint()
            self._card = self._canvas.card_at(event.position())

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved over the canvas, or anywhere while a button is down."""
        pointer = event.globalPosition().toPoint()
        if self._phase is _Phase.PRESSED and self._card is not None:
            if (pointer - self._pressed_at).manhattanLength() >= THRESHOLD:
                self._begin(self._card)
        elif self._phase is _Phase.IDLE and not event.buttons():
            self._rest_over(event.position())
        if self._phase is _Phase.DRAGGING:
            self._is_copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._follow(pointer)

    def release(self, event: QMouseEvent) -> None:
        """A button went up: a click, or a drop."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._phase is _Phase.PRESSED:
            self._phase = _Phase.IDLE
            if (event.globalPosition().toPoint() - self._pressed_at).manhattanLength() < THRESHOLD:
                self._click(event.position())
        elif self._phase is _Phase.DRAGGING:
            self._is_copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._follow(event.globalPosition().toPoint())
            self._drop()

    def _click(self, at: QPointF) -> None:
        canvas = self._canvas
        plan = canvas.plan
        if plan is None:
            return
        day, row = plan.day_at(at), plan.row_at(at)
        if self._card is not None:
            canvas.select(self._card.key)
        elif day is not None and canvas.is_more(day, at):
            canvas.more_requested.emit(day)
        elif day is not None:
            canvas.go_to(day)
            if self._is_number(day, at):
                canvas.week_opened.emit(Week.of(day))
        elif row is not None:
            canvas.week_opened.emit(plan.shown.weeks[row].week)

    def _is_number(self, day: date, at: QPointF) -> bool:
        plan = self._canvas.plan
        if plan is None:
            return False
        cell = plan.cell(day)
        return at.y() < cell.top() + theme.px(TOP) and at.x() < cell.left() + theme.px(_NUMBER_WIDTH)

    def _rest_over(self, at: QPointF) -> None:
        canvas = self._canvas
        plan = canvas.plan
        if plan is None:
            return
        card, day, row = plan.card_at(at), plan.day_at(at), plan.row_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if card is not None:
            shape = Qt.CursorShape.OpenHandCursor
            canvas.set_hovered(card.key)
        elif day is not None and (canvas.is_more(day, at) or self._is_number(day, at)):
            shape = Qt.CursorShape.PointingHandCursor
            canvas.set_hovered(day, is_more=canvas.is_more(day, at))
        elif day is None and row is not None:
            shape = Qt.CursorShape.PointingHandCursor
            canvas.set_hovered(plan.shown.weeks[row].week)
        else:
            canvas.set_hovered(None)
        if canvas.cursor().shape() != shape:
            canvas.setCursor(shape)

    # the drag

    def _begin(self, card: PostCard) -> None:
        plan = self._canvas.plan
        shown = self._canvas.shown
        if plan is None or shown is None:
            return
        place = plan.place_of(card.key)
        if place is None:
            return
        self._phase = _Phase.DRAGGING
        self._flipped = 0
        self._canvas.set_hovered(None)
        self._canvas.change(card.key, None, {})
        self._ghost = Ghost(self._canvas.window(), card, shown.platforms, place.width() - theme.px(6))
        corner = self._canvas.mapToGlobal(place.topLeft()) + QPoint(theme.px(3), -theme.px(4))
        self._grab = self._pressed_at - corner
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def _follow(self, pointer: QPoint) -> None:
        self._pointer = pointer
        if self._ghost is not None:
            self._ghost.set_copy(self._is_copy)
            self._ghost.float_at(pointer - self._grab)
        shape = Qt.CursorShape.DragCopyCursor if self._is_copy else Qt.CursorShape.ClosedHandCursor
        over = QApplication.overrideCursor()
        if over is not None and over.shape() != shape:
            QApplication.changeOverrideCursor(shape)
        self._watch_edges()
        self.aim_again()

    def aim_again(self, is_new_page: bool = False) -> None:
        """Find out anew what the pointer aims at: it moved, or the page under it did; a new page always hears it."""
        if self._phase is not _Phase.DRAGGING or self._card is None:
            return
        if is_new_page:
            self._aim = None
        day = self._day_under()
        aim = Aim(self._card, day, self._is_copy) if day is not None else None
        if aim != self._aim:
            self._aim = aim
            self.hovered.emit(aim)

    def _day_under(self) -> date | None:
        viewport, plan = self._area.viewport(), self._canvas.plan
        found: date | None = None
        if viewport.rect().contains(viewport.mapFromGlobal(self._pointer)) and plan is not None:
            found = plan.day_at(self._canvas.mapFromGlobal(QPointF(self._pointer)))
        for target in self._targets:
            beside = target.day_at(self._pointer) if found is None else None
            target.set_drop_day(beside)
            found = found or beside
        return found

    def say(self, label: Label) -> None:
        """Let the label beside the pointer say this."""
        if self._ghost is not None and not self._flip.isActive():
            self._ghost.say(label)

    # edges

    def _watch_edges(self) -> None:
        """Scroll near an edge; beyond the first and the last week turn the page after a while."""
        self._scroll.start() if self._scroll_way() else self._scroll.stop()
        way = self._flip_way()
        if not way:
            self._flip.stop()
        elif not self._flip.isActive():
            self._flip.start(_FIRST_FLIP_MS)
            self._name_page(way)

    def _scroll_way(self) -> int:
        bar, y = self._area.verticalScrollBar(), self._area.viewport().mapFromGlobal(self._pointer).y()
        zone, high = theme.px(_SCROLL_ZONE), self._area.viewport().height()
        if y < zone and bar.value() > bar.minimum():
            return -1
        # Below the last week there is nothing to drop on: the page turns there instead.
        below = self._canvas.mapTo(self._area.viewport(), QPoint(0, self._canvas.height())).y()
        return 1 if y > high - zone and below > high and bar.value() < bar.maximum() else 0

    def _flip_way(self) -> int:
        at = self._canvas.mapFromGlobal(self._pointer)
        if not 0 <= at.x() < self._canvas.width() or self._scroll_way():
            return 0
        return -1 if at.y() < 0 else 1 if at.y() >= self._canvas.height() else 0

    def _name_page(self, way: int) -> None:
        shown = self._canvas.shown
        if self._ghost is not None and shown is not None:
            self._ghost.say(Label(wording.month_title(*month_later(shown.year, shown.month, way))))

    def _scroll_on(self) -> None:
        way = self._scroll_way()
        if not way:
            self._scroll.stop()
            return
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + way * theme.px(_SCROLL_STEP))
        self.aim_again()

    def _turn(self) -> None:
        way = self._flip_way()
        if not way or self._phase is not _Phase.DRAGGING:
            return
        self._flipped += way
        self.flip_requested.emit(way)
        if self._card is not None:
            self._canvas.change(self._card.key, None, {})
        self._name_page(way)
        self._flip.start(_NEXT_FLIP_MS)

    # the end

    def _drop(self) -> None:
        aim = self._aim
        if aim is None or (aim.day == aim.card.moment.date() and not aim.is_copy):
            self.cancel()
            return
        self._let_go()
        self._phase = _Phase.IDLE
        self.dropped.emit(aim)
        if self._phase is _Phase.IDLE:
            self._rest()

    def hold(self) -> None:
        """While a drop is answered: keep the post on its new day until `release_hold`."""
        self._phase = _Phase.HELD
        plan, aim = self._canvas.plan, self._aim
        if self._ghost is None or plan is None or aim is None or aim.day not in plan.shown:
            return
        self._ghost.say(Label())
        cell = plan.cell(aim.day).toRect()
        self._ghost.float_at(self._canvas.mapToGlobal(cell.topLeft() + QPoint(theme.px(4), theme.px(TOP - 2))))

    def release_hold(self) -> None:
        """The question is answered."""
        if self._phase is _Phase.HELD:
            self._rest()

    def cancel(self) -> None:
        """Give up a press, a drag or a held drop; a turned page is turned back."""
        was_dragging, flipped = self.is_dragging, self._flipped
        if self._phase is _Phase.DRAGGING:
            self._let_go()
        self._rest()
        if flipped:
            self.flip_requested.emit(-flipped)
        if was_dragging:
            self.cancelled.emit()

    def _let_go(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        QApplication.restoreOverrideCursor()
        self._scroll.stop()
        self._flip.stop()
        for target in self._targets:
            target.set_drop_day(None)

    def _rest(self) -> None:
        self._phase = _Phase.IDLE
        self._card, self._aim, self._flipped = None, None, 0
        if self._ghost is not None:
            self._ghost.vanish()
            self._ghost = None
        self._canvas.change(None, None, {})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """During a drag: Escape, the modifiers, a lost window."""
        kind = event.type()
        if kind in {QEvent.Type.ApplicationDeactivate, QEvent.Type.WindowDeactivate}:
            self.cancel()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if kind == QEvent.Type.KeyPress:
                self.cancel()
            event.accept()
            return True
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Control and kind in _KEYS:
            self._is_copy = kind == QEvent.Type.KeyPress
            self._follow(self._pointer)
        return False
