"""The keys of the week grid: going from card to card, moving and stretching them, the slot cursor."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop.calendar import aiming
from desktop.calendar.cards import CardWidget
from desktop.calendar.grid_marks import OverflowButton
from desktop.calendar.shown_week import CardItem, starts_at
from desktop.calendar.week_canvas import WeekCanvas
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.intents import Intent
from desktop.planning.recurrence import Occurrence
from desktop.planning.week import DAY_MINUTES, STEP, minute_of_day

_Key = Qt.Key
_NONE, _CTRL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STEPS = {
    _Key.Key_Up: timedelta(minutes=-STEP),
    _Key.Key_Down: timedelta(minutes=STEP),
    _Key.Key_Left: timedelta(days=-1),
    _Key.Key_Right: timedelta(days=1),
    _Key.Key_PageUp: timedelta(weeks=-1),
    _Key.Key_PageDown: timedelta(weeks=1),
}
_EDGES = {
    _Key.Key_Up: (0, -STEP),
    _Key.Key_Down: (0, STEP),
    _Key.Key_Left: (-STEP, 0),
    _Key.Key_Right: (STEP, 0),
}
_ARROWS = {_Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1), _Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0)}
_ENTER = {_Key.Key_Return, _Key.Key_Enter}


class GridKeys(QObject):
    """Acts on the keys that a card, a "+n" button or the slot cursor gets.

    Signals: `went_to(key | None)`: another card, or the slot cursor, is to be the current one; `overflow_opened`;
    `flip_requested(weeks)`; `key_intent(intent)`; `opened(key)`; `rename_requested(key)`; `delete_requested(key)`;
    `unschedule_requested(key)`; `duplicate_requested(key)`; `tick_toggled(key)`; `create_requested(starts, ends)`;
    `menu_requested(key | None, slot, global_pos)`; `carry_requested(key)`; `pinned(key)`: mark it or no longer;
    `extended_to(key)`: mark all up to it; `group_moved(Group)`; `clip_requested(cut)`; `paste_requested(moment)`.
    """

    went_to = Signal(object)
    overflow_opened = Signal(object)
    flip_requested = Signal(int)
    key_intent = Signal(object)
    opened = Signal(object)
    rename_requested = Signal(object)
    delete_requested = Signal(object)
    unschedule_requested = Signal(object)
    duplicate_requested = Signal(object)
    tick_toggled = Signal(object)
    create_requested = Signal(object, object)
    menu_requested = Signal(object, object, QPoint)
    carry_requested = Signal(object)
    pinned = Signal(object)
    extended_to = Signal(object)
    group_moved = Signal(object)
    clip_requested = Signal(bool)
    paste_requested = Signal(object)

    def __init__(self, canvas: WeekCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas

    def is_selected(self, key: CardKey) -> bool:
        """Tell whether this card is marked, or the current one while none is."""
        marked = self._canvas.marking.keys
        return key in marked if marked else key == self._canvas.deck.selected

    def actions(self, key: CardKey) -> Mapping[str, Callable[[], object]]:
        """What assistive technology may do with a card."""
        item = self._canvas.items.get(key)
        if item is None:
            return {}
        found: dict[str, Callable[[], object]] = {
            self.tr("Open"): partial(self.opened.emit, key),
            self.tr("Move …"): partial(self.carry_requested.emit, key),
        }
        for name, step in (
            (self.tr("15 minutes later"), _Key.Key_Down),
            (self.tr("15 minutes earlier"), _Key.Key_Up),
            (self.tr("Next day"), _Key.Key_Right),
            (self.tr("Previous day"), _Key.Key_Left),
        ):
            found[name] = partial(self._on_card, key, item, step, _ALT)
        if isinstance(item, Occurrence):
            found[self.tr("Longer")] = partial(self._on_card, key, item, _Key.Key_Down, _CTRL_SHIFT)
            found[self.tr("Shorter")] = partial(self._on_card, key, item, _Key.Key_Up, _CTRL_SHIFT)
            found[self.tr("Tick off")] = partial(self.tick_toggled.emit, key)
        else:
            found[self.tr("Back to the ideas")] = partial(self.unschedule_requested.emit, key)
        found[self.tr("Duplicate")] = partial(self.duplicate_requested.emit, key)
        found[self.tr("Delete")] = partial(self.delete_requested.emit, key)
        return found

    def handle(self, event: QKeyEvent) -> bool:
        """Act on a key; False for keys that mean nothing here."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        focused = self._focused()
        if key in {_Key.Key_PageUp, _Key.Key_PageDown} and modifiers == _NONE:
            self.flip_requested.emit(-1 if key == _Key.Key_PageUp else 1)
            return True
        if key in {_Key.Key_PageUp, _Key.Key_PageDown} and modifiers == _CTRL:
            self._flip_to(_a_month_on(self._canvas.week.week, -1 if key == _Key.Key_PageUp else 1))
            return True
        if modifiers == _CTRL and key == _Key.Key_A:
            return self._mark_all(focused)
        if modifiers == _CTRL and key in {_Key.Key_Home, _Key.Key_End}:
            return self._go_to_end(first=key == _Key.Key_Home)
        if (key == _Key.Key_F10 and modifiers == _SHIFT) or key == _Key.Key_Menu:
            self._ask_for_menu(focused)
            return True
        if isinstance(focused, CardWidget) and focused.key is not None:
            item = self._canvas.items.get(focused.key)
            return item is not None and self._on_card(focused.key, item, key, modifiers)
        if isinstance(focused, OverflowButton):
            return self._on_overflow(focused, key, modifiers)
        return self._on_cursor(key, modifiers)

    def _flip_to(self, week: Week) -> None:
        weeks = (week.monday - self._canvas.week.week.monday).days // 7
        if weeks:
            self.flip_requested.emit(weeks)

    def _mark_all(self, focused: QWidget | None) -> bool:
        """Mark the whole week; from the slot cursor go to a card, where keys act on the group."""
        if not isinstance(focused, CardWidget):
            self._go_from_cursor(1)
            if not isinstance(self._focused(), CardWidget):
                self._go_to_end(first=False)
        self._canvas.marking.all()
        return True

    def _focused(self) -> QWidget | None:
        return self._canvas.focusWidget() if self._canvas.focusWidget() in self._canvas.children() else None

    def _below(self, widget: QWidget | None) -> QPoint:
        shown = widget or self._canvas.slot_cursor
        return shown.mapToGlobal(QPoint(12, min(shown.height(), 40)))

    def _ask_for_menu(self, focused: QWidget | None) -> None:
        key = focused.key if isinstance(focused, CardWidget) else None
        self.menu_requested.emit(key, self._canvas.slot_moment(), self._below(focused))

    # on a card

    def _on_card(self, key: CardKey, item: CardItem, pressed: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == _ALT and pressed in _STEPS and self._canvas.marking.is_group(key):
            return self._shift_group(_STEPS[pressed])
        if modifiers == _SHIFT and pressed in _ARROWS:
            return self._go(*_ARROWS[pressed], extends=True)
        if modifiers == _ALT and pressed in _STEPS:
            return self._intend(item, aiming.shifted(item, _STEPS[pressed]))
        if modifiers == _CTRL_SHIFT and pressed in _EDGES:
            return isinstance(item, Occurrence) and self._intend(item, aiming.stretched(item, *_EDGES[pressed]))
        if modifiers == _CTRL:
            return self._on_card_with_ctrl(key, item, pressed)
        if modifiers != _NONE:
            return False
        if pressed in _ARROWS:
            return self._go(*_ARROWS[pressed])
        if pressed in {_Key.Key_Home, _Key.Key_End}:
            return self._go_to_hours(starts_at(item).weekday(), first=pressed == _Key.Key_Home)
        if pressed in _ENTER:
            self.opened.emit(key)
        elif pressed == _Key.Key_F2:
            (self.rename_requested if isinstance(item, Occurrence) else self.opened).emit(key)
        elif pressed == _Key.Key_T:
            self._flip_to(Week.of(self._canvas.week.today))
        elif pressed in {_Key.Key_Delete, _Key.Key_Backspace}:
            self.delete_requested.emit(key)
        elif pressed == _Key.Key_M:
            self.carry_requested.emit(key)
        elif pressed == _Key.Key_Space:
            self.pinned.emit(key)
        elif pressed == _Key.Key_B and (isinstance(item, PostCard) or self._canvas.marking.is_group(key)):
            self.unschedule_requested.emit(key)
        elif pressed == _Key.Key_Escape and self._canvas.marking.keys:
            self._canvas.marking.clear()
        elif pressed == _Key.Key_Escape:
            self._leave_card(item)
        else:
            return False
        return True

    def _on_card_with_ctrl(self, key: CardKey, item: CardItem, pressed: Qt.Key) -> bool:
        if pressed == _Key.Key_D:
            self.duplicate_requested.emit(key)
        elif pressed in {_Key.Key_C, _Key.Key_X}:
            self.clip_requested.emit(pressed == _Key.Key_X)
        elif pressed == _Key.Key_V:
            self.paste_requested.emit(starts_at(item))
        elif pressed in _ENTER:
            self.tick_toggled.emit(key)
        elif pressed in {_Key.Key_Left, _Key.Key_Up}:
            return self._go_by(-1, item)
        elif pressed in {_Key.Key_Right, _Key.Key_Down}:
            return self._go_by(1, item)
        else:
            return False
        return True

    def _intend(self, item: CardItem, intent: Intent) -> bool:
        if not aiming.stays(item, intent):
            self.key_intent.emit(intent)
        return True

    def _shift_group(self, by: timedelta) -> bool:
        """Move all marked cards, as far as every one of them has room in its day."""
        items = self._canvas.marking.items()
        if by.seconds:
            up, down = aiming.leeway(items)
            by = timedelta(minutes=min(down, max(up, round(by.total_seconds() / 60))))
        if by:
            self.group_moved.emit(aiming.moved_together(items, by))
        return True

    def _leave_card(self, item: CardItem) -> None:
        start = starts_at(item)
        self._canvas.slot_cursor.move_to(start.weekday(), minute_of_day(start, start.date()) // STEP * STEP)
        self.went_to.emit(None)

    # going about

    def _go(self, days: int, steps: int, extends: bool = False) -> bool:
        """Go to the card above or below, or to the nearest one of the next day that has any; mark up to it or not."""
        stops = self._canvas.stops()
        here = self._focused()
        if not isinstance(here, CardWidget | OverflowButton) or here not in stops:
            return False
        day = self._day(here)
        if steps:
            same_day = [stop for stop in stops if self._day(stop) == day]
            place = same_day.index(here) + steps
            if 0 <= place < len(same_day):
                self._arrive(same_day[place], extends)
            return True
        other = day + days
        while 0 <= other <= 6:
            there = [stop for stop in stops if self._day(stop) == other]
            if there:
                self._arrive(min(there, key=lambda stop: abs(stop.y() - here.y())), extends)
                return True
            other += days
        return True

    def _go_by(self, steps: int, item: CardItem) -> bool:
        """Go to the next or previous card in time, from one day into the other."""
        keys = [key for key in self._canvas.items if self._canvas.deck.card(key) is not None]
        if item.key in keys and 0 <= (place := keys.index(item.key) + steps) < len(keys):
            self.went_to.emit(keys[place])
        return True

    def _go_to_end(self, first: bool) -> bool:
        keys = [key for key in self._canvas.items if self._canvas.deck.card(key) is not None]
        if keys:
            self.went_to.emit(keys[0 if first else -1])
        return True

    def _go_to_hours(self, day: int, first: bool) -> bool:
        hours = self._canvas.week.working_hours[day]
        starts, ends = (0, DAY_MINUTES) if hours is None else (hours.starts, hours.ends)
        self._canvas.slot_cursor.move_to(day, starts if first else ends - STEP)
        self.went_to.emit(None)
        return True

    def _day(self, stop: QWidget) -> int:
        return self._canvas.grid.day_at(stop.geometry().center().x())

    def _arrive(self, stop: CardWidget | OverflowButton, extends: bool) -> None:
        if isinstance(stop, CardWidget):
            (self.extended_to if extends else self.went_to).emit(stop.key)
        else:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_overflow(self, button: OverflowButton, pressed: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers != _NONE:
            return False
        if pressed in _ENTER or pressed == _Key.Key_Space:
            self.overflow_opened.emit(button)
            return True
        return pressed in _ARROWS and self._go(*_ARROWS[pressed])

    # on the slot cursor

    def _on_cursor(self, pressed: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        cursor = self._canvas.slot_cursor
        if modifiers in {_NONE, _CTRL} and pressed in {_Key.Key_Up, _Key.Key_Down}:
            step = STEP if modifiers == _NONE else 60
            cursor.move_to(cursor.day, cursor.minute + (step if pressed == _Key.Key_Down else -step))
            self.went_to.emit(None)
            return True
        if modifiers == _CTRL and pressed in {_Key.Key_Left, _Key.Key_Right}:
            return self._go_from_cursor(1 if pressed == _Key.Key_Right else -1)
        if modifiers == _CTRL and pressed == _Key.Key_V:
            self.paste_requested.emit(self._canvas.slot_moment())
            return True
        if modifiers != _NONE:
            return False
        if pressed in {_Key.Key_Left, _Key.Key_Right}:
            return self._move_cursor_day(-1 if pressed == _Key.Key_Left else 1)
        if pressed in {_Key.Key_Home, _Key.Key_End}:
            return self._go_to_hours(cursor.day, first=pressed == _Key.Key_Home)
        if pressed in _ENTER:
            starts = self._canvas.slot_moment()
            ends = self._canvas.slot_moment(aiming.CREATED_MINUTES)
            self.create_requested.emit(starts, ends)
            return True
        return False

    def _move_cursor_day(self, days: int) -> bool:
        cursor = self._canvas.slot_cursor
        day = cursor.day + days
        if not 0 <= day <= 6:
            cursor.move_to(day % 7, cursor.minute)
            self.flip_requested.emit(days)
        else:
            cursor.move_to(day, cursor.minute)
        self.went_to.emit(None)
        return True

    def _go_from_cursor(self, direction: int) -> bool:
        """Go from the free place to the next or previous card."""
        here = self._canvas.slot_moment()
        found = [key for key, item in self._canvas.items.items() if self._canvas.deck.card(key) is not None]
        if direction > 0:
            later = [key for key in found if starts_at(self._canvas.items[key]) >= here]
            self.went_to.emit(later[0] if later else None)
        else:
            earlier = [key for key in found if starts_at(self._canvas.items[key]) < here]
            self.went_to.emit(earlier[-1] if earlier else None)
        return True


def _a_month_on(week: Week, months: int) -> Week:
    """The week of the same day a month later or earlier, or of that month's last day; Thursday tells the month."""
    day = week.days[3]
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return Week.of(day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1])))
