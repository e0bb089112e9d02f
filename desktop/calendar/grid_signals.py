"""What the week grid tells."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget


class GridSignals(QWidget):
    """The signals of a `WeekGrid`.

    Signals of a drag:
    - `hovered(intent | None)`: what a drop would do has changed; answer at once with `show_preview(GhostLabel)`, if
      there is anything to say. None: a drop here does nothing. `cancelled()`: it was given up, or left all as it was.
    - `dropped(intent)`: do it. With a question in between call `hold_ghost()` right in the handler, and
      `release_hold()` after the answer (and after `show_week`).
    - `day_dropped(intent, date)`: dropped on the day header; the intent still has the card's time of day, the page
      looks for the first free gap.
    - `flip_requested(weeks)`: answer with `show_week` of that week; also PageUp and PageDown, and on Esc in a turned
      week with the way back. `day_hovered(date)`: a drag waits on a day of the small month; show its week.
    - `external_ended()`: the drag begun with `begin_external` is over, whatever came of it.
    - `carry_started()`: a card is being carried, with a bar of keys at the bottom of the hours.
    - `carried_out(keys)`: cards were pulled out of the window and lie where they were: another program may want them.
    - `group_hovered(Group)`, `group_dropped(Group)`, `group_moved(Group)` instead of `hovered`, `dropped` and
      `key_intent` when several cards are marked and one of them is moved.

    Signals about cards (`key`: PostKey | BlockKey): `selected(key | None)` by click or key, not by `select`;
    `pointed_at(key | None)`; `opened(key)`; `tick_toggled(key)` (posts: Ctrl+Enter); `delete_requested(key)`;
    `unschedule_requested(key)`; `duplicate_requested(key)`; `key_intent(intent)` moves and stretches by keys;
    `menu_requested(key | None, slot, global_pos)` with the wall-clock time of the free place;
    `overflow_requested(date, keys, global_rect)` for the "+n" popover; `clip_requested(cut)` for what is marked or
    current; `paste_requested(moment)`.

    Signals about new blocks: `create_requested(starts, ends)` (drag, double click, Enter on the slot cursor); then
    call `edit_title(key)` to let the user type: `title_edited(key, text)`, `title_discarded(key)`,
    `platform_cycled(key)` for Tab in the field.
    """

    hovered = Signal(object)
    dropped = Signal(object)
    day_dropped = Signal(object, object)
    cancelled = Signal()
    flip_requested = Signal(int)
    day_hovered = Signal(object)
    external_ended = Signal()
    carry_started = Signal()
    carried_out = Signal(object)
    group_hovered = Signal(object)
    group_dropped = Signal(object)
    group_moved = Signal(object)
    clip_requested = Signal(bool)
    paste_requested = Signal(object)
    selected = Signal(object)
    pointed_at = Signal(object)
    opened = Signal(object)
    tick_toggled = Signal(object)
    delete_requested = Signal(object)
    unschedule_requested = Signal(object)
    duplicate_requested = Signal(object)
    key_intent = Signal(object)
    menu_requested = Signal(object, object, QPoint)
    overflow_requested = Signal(object, object, QRect)
    create_requested = Signal(object, object)
    title_edited = Signal(object, str)
    title_discarded = Signal(object)
    platform_cycled = Signal(object)
