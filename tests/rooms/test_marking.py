"""Several cards at once: marked by mouse and keys, moved, deleted and put back together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.records import Status, Week
from desktop.calendar.shown_week import starts_at
from desktop.planning.cards import BlockKey, CardKey
from desktop.planning.intents import CopyBlock, CopyPost, Group, MoveBlock, MovePost, UnschedulePost
from desktop.planning.status import set_status
from desktop.ui import accessible, theme
from desktop.ui.days_popover import DaysPopover
from tests.builders import NOW, a_block, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room
from tests.rooms.lindenhof_week import WEEK, block, post
from tests.rooms.lindenhof_week import moment as of_week
from tests.rooms.test_workspace import somebody_writing
from tests.rooms.week_page import WeekPage

__all__ = ["open_room"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
MON, TUE, WED = post(1, 0, "9:00", "Mon"), post(2, 1, "10:00", "Tue"), post(3, 2, "11:00", "Wed")
WORK = block(7, 1, "14:00", "16:00")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    accessible.install()
    made = WeekPage(qtbot)
    made.put((MON, TUE, WED), (WORK,))
    yield made
    assert QApplication.overrideCursor() is None
    made.window.close()


def click(page: WeekPage, key: CardKey, keys: Qt.KeyboardModifier = CTRL) -> None:
    page.hand.modifiers = keys
    page.hand.click(page.on(key))
    page.hand.modifiers = Qt.KeyboardModifier.NoModifier


def groups(page: WeekPage) -> list[Group]:
    """The groups that were moved so far."""
    return [group for group in (*page.all("group_dropped"), *page.all("group_moved")) if isinstance(group, Group)]


def marked(page: WeekPage) -> set[object]:
    return set(page.grid.canvas.marking.keys)


def test_control_and_click_marks_and_unmarks(page: WeekPage) -> None:
    page.hand.click(page.on(MON.key))
    click(page, WED.key)
    assert marked(page) == {MON.key, WED.key}
    click(page, WORK.key)
    assert marked(page) == {MON.key, WED.key, WORK.key}
    click(page, MON.key)
    assert marked(page) == {WED.key, WORK.key}
    assert page.all("opened") == []


def test_shift_and_click_marks_the_range_in_time(page: WeekPage) -> None:
    page.hand.click(page.on(MON.key))
    click(page, WORK.key, SHIFT)
    assert marked(page) == {MON.key, TUE.key, WORK.key}
    click(page, TUE.key, SHIFT)
    assert marked(page) == {MON.key, TUE.key}, "the range begins where it began"


def test_a_plain_click_ends_it_on_release(page: WeekPage) -> None:
    page.hand.click(page.on(MON.key))
    click(page, TUE.key)
    page.hand.press(page.on(TUE.key))
    assert marked(page) == {MON.key, TUE.key}, "the group could still be dragged"
    page.hand.release()
    assert marked(page) == set()
    assert page.grid.current == TUE.key
    assert page.all("opened") == []
    page.hand.click(page.on(MON.key))
    click(page, TUE.key)
    page.hand.click(page.on(WED.key))
    assert marked(page) == set()
    page.hand.click(page.on(MON.key))
    click(page, TUE.key)
    page.hand.click(page.place(4, "15:00"))
    assert marked(page) == set()


def test_a_band_marks_what_it_touches(page: WeekPage) -> None:
    page.hand.modifiers = SHIFT
    page.hand.drag(page.place(0, "8:00", 0.3), page.place(0, "8:30", 0.5), page.place(1, "10:30", 0.5))
    assert page.grid.canvas.band.isVisible()
    assert marked(page) == {MON.key, TUE.key}
    page.hand.move(page.place(1, "14:30", 0.5))
    page.hand.release()
    page.hand.modifiers = Qt.KeyboardModifier.NoModifier
    assert marked(page) == {MON.key, TUE.key, WORK.key}
    assert not page.grid.canvas.band.isVisible()
    assert page.all("created") == page.all("dropped") == []


def test_escape_gives_the_band_up(page: WeekPage) -> None:
    page.hand.modifiers = SHIFT
    page.hand.drag(page.place(0, "8:00", 0.3), page.place(0, "8:30", 0.5), page.place(1, "10:30", 0.5))
    page.hand.key(Key.Key_Escape)
    page.hand.release()
    page.hand.modifiers = Qt.KeyboardModifier.NoModifier
    assert marked(page) == set()


def test_keys_mark_extend_and_take_all(page: WeekPage) -> None:
    page.grid.select(MON.key, focus=True)
    page.hand.key(Key.Key_Right, SHIFT)
    assert marked(page) == {MON.key, TUE.key}
    page.hand.key(Key.Key_Down, SHIFT)
    assert marked(page) == {MON.key, TUE.key, WORK.key}
    page.hand.key(Key.Key_Up, SHIFT)
    assert marked(page) == {MON.key, TUE.key}
    page.hand.key(Key.Key_Right)
    assert marked(page) == set(), "a plain arrow leaves the range"
    page.hand.key(Key.Key_A, CTRL)
    assert marked(page) == {MON.key, TUE.key, WED.key, WORK.key}
    for key in (MON.key, WORK.key):
        assert QAccessible.queryAccessibleInterface(page.card(key)).state().selected
    page.hand.key(Key.Key_Escape)
    assert marked(page) == set()
    assert page.card(WED.key).hasFocus(), "the first Escape only ends the group"


def test_all_marked_from_the_slot_cursor_can_be_moved_at_once(page: WeekPage) -> None:
    page.grid.select(None, focus=True)
    page.hand.key(Key.Key_A, CTRL)
    assert marked(page) == {MON.key, TUE.key, WED.key, WORK.key}
    assert page.grid.current in marked(page)
    page.hand.key(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (group,) = groups(page)
    assert len(group.intents) == 4


def test_space_pins_cards_while_arrows_go_on(page: WeekPage) -> None:
    page.grid.select(MON.key, focus=True)
    page.hand.key(Key.Key_Space)
    page.hand.key(Key.Key_Right)
    page.hand.key(Key.Key_Right)
    page.hand.key(Key.Key_Space)
    assert marked(page) == {MON.key, WED.key}
    page.hand.key(Key.Key_Space)
    assert marked(page) == {MON.key}


def test_the_group_survives_a_turned_week(page: WeekPage) -> None:
    page.grid.select(MON.key, focus=True)
    page.hand.key(Key.Key_A, CTRL)
    page.flip(1)
    page.flip(-1)
    assert marked(page) == {MON.key, TUE.key, WED.key, WORK.key}


def test_a_group_is_dragged_with_its_distances(page: WeekPage) -> None:
    page.hand.click(page.on(TUE.key))
    click(page, MON.key)
    click(page, WORK.key)
    start = page.on(TUE.key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.place(3, "11:30") - page.place(1, "10:00"))
    assert page.is_faded(MON.key)
    assert page.is_faded(WORK.key)
    assert "3" in page.grid._machine.scene.ghost.label.head
    page.hand.release()
    (group,) = groups(page)
    assert set(group.intents) == {
        MovePost(2, TUE.variant_ids, of_week(3, "11:30")),
        MovePost(1, MON.variant_ids, of_week(2, "10:30")),
        MoveBlock(7, WORK.original_at, of_week(3, "15:30")),
    }


def test_a_group_is_clamped_as_a_whole(page: WeekPage) -> None:
    page.hand.click(page.on(TUE.key))
    click(page, WORK.key)
    page.grid.scroll_to(11 * 60)
    page.grid.scroll_to(8 * 60)
    start = page.on(TUE.key)
    page.hand.drag(start, start + QPoint(8, 0))
    page.grid.scroll_to(24 * 60)
    page.hand.move(page.place(1, "23:30"))
    page.hand.release()
    (group,) = groups(page)
    assert set(group.intents) == {
        MovePost(2, TUE.variant_ids, of_week(1, "18:00")),
        MoveBlock(7, WORK.original_at, of_week(1, "22:00")),
    }


def test_control_copies_the_group_and_the_ideas_take_its_posts(page: WeekPage) -> None:
    page.grid.canvas.marking.set([TUE.key, WORK.key])
    page.grid.select(TUE.key)
    start = page.on(TUE.key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.place(2, "10:00") - page.place(1, "10:00"))
    page.hand.hold(CTRL, Key.Key_Control)
    page.hand.release()
    page.hand.let_go(CTRL, Key.Key_Control)
    assert set(groups(page)[0].intents) == {
        CopyPost(2, TUE.variant_ids, of_week(2, "10:00")),
        CopyBlock(7, WORK.original_at, of_week(2, "14:00")),
    }
    page.grid.canvas.marking.set([TUE.key, WORK.key])
    page.hand.drag(start, start + QPoint(8, 0), page.tray.middle())
    page.hand.release()
    assert groups(page)[1] == Group((UnschedulePost(2, TUE.variant_ids),))


def test_alt_and_arrows_move_the_group(page: WeekPage) -> None:
    page.grid.select(MON.key, focus=True)
    page.hand.key(Key.Key_Right, SHIFT)
    page.hand.key(Key.Key_Down, ALT)
    assert groups(page) == [
        Group((MovePost(1, MON.variant_ids, of_week(0, "9:15")), MovePost(2, TUE.variant_ids, of_week(1, "10:15"))))
    ]
    assert page.all("key_intent") == []


def test_a_carried_card_takes_its_group_along(page: WeekPage) -> None:
    page.grid.select(MON.key, focus=True)
    page.hand.key(Key.Key_Right, SHIFT)
    for key in (Key.Key_M, Key.Key_Down, Key.Key_Return):
        page.hand.key(key)
    (group,) = groups(page)
    assert {getattr(intent, "to", None) for intent in group.intents} == {of_week(0, "9:15"), of_week(1, "10:15")}


def test_an_edge_of_a_marked_block_stretches_it_alone(page: WeekPage) -> None:
    page.grid.canvas.marking.set([TUE.key, WORK.key])
    start = page.on(WORK.key, down=1.0)
    page.hand.drag(start, start + QPoint(0, 8), start + page.minutes(30))
    page.hand.release()
    assert groups(page) == []
    assert len(page.all("dropped")) == 1


# with a plan behind it


def a_room(open_room: OpenRoom) -> Room:
    out = a_post("Out", moment(1, "10:00"))
    facts = tuple(replace(each, status=Status.PUBLISHED, published_at=NOW - timedelta(days=1)) for each in out.variants)
    room = open_room(
        [a_post("One", moment(2, "10:00")), a_post("Two", moment(3, "12:00")), replace(out, variants=facts)],
        [a_block(moment(4, "9:00"), title="Once"), a_block(moment(0, "8:00"), rrule="FREQ=DAILY", title="Daily")],
    )
    room.view.grid.select(room.post_key("One", moment(2, "10:00")), focus=True)
    return room


def menu_row(words: str) -> QAction:
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    return next(each for each in menu.actions() if each.text().startswith(words))


def test_a_group_moves_in_one_step_and_stays_marked(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    before = room.shown()
    grid = room.view.grid
    grid.canvas.marking.set([room.post_key("One", moment(2, "10:00")), room.block_key("Once", moment(4, "9:00"))])
    room.press("Alt+Down")
    there = {room.post_key("One", moment(2, "10:15")), room.block_key("Once", moment(4, "9:15"))}
    assert there <= room.shown()
    assert set(grid.canvas.marking.keys) == there
    assert room.workspace.undo_stack.count() == 1
    room.press("Alt+Down")
    assert room.workspace.undo_stack.count() == 1, "a burst of keys is one step"
    room.page.undo()
    assert room.shown() == before


def test_published_ones_stay_and_are_said_so(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    room.press("Ctrl+A")
    room.press("Alt+Right")
    assert room.post("Two").variants[0].starts_at == moment(4, "12:00")
    assert room.post("Out").variants[0].published_at == NOW - timedelta(days=1)
    room.view.grid.canvas.marking.set([key for key in room.shown() if not isinstance(key, BlockKey)])
    room.view.grid.unschedule_requested.emit(room.view.grid.current)
    assert "published" in room.toast()
    assert {post.title for post in room.page.ideas} == {"One", "Two"}


def test_over_the_edge_of_the_week_all_stay_marked(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    grid = room.view.grid
    grid.canvas.marking.set([room.post_key("One", moment(2, "10:00")), room.post_key("Two", moment(3, "12:00"))])
    for _ in range(4):
        room.press("Alt+Right")
    assert room.page.week == WEEK, "the card with the focus is still here"
    room.press("Alt+Right")
    assert room.page.week == WEEK.shifted(1)
    assert {starts_at(each) for each in grid.canvas.marking.items()} == {moment(0, "10:00", 1), moment(1, "12:00", 1)}


def test_delete_takes_only_the_marked_dates_of_a_series(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    grid = room.view.grid
    daily = room.block_key("Daily", moment(2, "8:00"))
    grid.canvas.marking.set([room.post_key("One", moment(2, "10:00")), daily])
    room.press("Del")
    assert room.post_key("Two", moment(3, "12:00")) in room.shown()
    assert daily not in room.shown()
    assert room.block_key("Daily", moment(3, "8:00")) in room.shown()
    assert "One" not in {each.title for each in room.page.board().posts}
    assert room.workspace.undo_stack.count() == 1
    assert set(grid.canvas.marking.keys) == set()


def test_the_menu_of_a_group_gives_a_status(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    keys = [room.post_key("One", moment(2, "10:00")), room.post_key("Two", moment(3, "12:00"))]
    room.view.grid.canvas.marking.set(keys)
    room.press("Shift+F10")
    states = menu_row("Status").menu()
    assert isinstance(states, QMenu)
    next(each for each in states.actions() if each.text().startswith("Scheduled")).trigger()
    assert {room.post(title).variants[0].status for title in ("One", "Two")} == {Status.SCHEDULED}
    assert room.workspace.undo_stack.count() == 1
    assert set(room.view.grid.canvas.marking.keys) == set(keys)


def test_a_dragged_group_shows_its_price_and_is_dropped_in_one_step(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    one, once = room.post_key("One", moment(2, "10:00")), room.block_key("Once", moment(4, "9:00"))
    room.view.grid.canvas.marking.set([one, once])
    room.drag_card(one, moment(2, "11:00"))
    assert {room.post_key("One", moment(2, "11:00")), room.block_key("Once", moment(4, "10:00"))} <= room.shown()
    assert room.toast().startswith("2 card")
    assert room.workspace.undo_stack.undoText().startswith("Move 2 card")


def test_the_menu_of_a_group_gives_and_takes_a_platform(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    keys = [room.post_key("One", moment(2, "10:00")), room.post_key("Two", moment(3, "12:00"))]
    room.view.grid.canvas.marking.set(keys)
    facebook = room.page.shown_platforms()[1]
    for on in (True, False):
        room.press("Shift+F10")
        names = menu_row("Platform").menu()
        assert isinstance(names, QMenu)
        row = next(each for each in names.actions() if each.text().startswith(facebook.name))
        assert row.isChecked() is not on
        row.trigger()
        closed = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu)]
        for menu in closed:
            menu.close()
        for title in ("One", "Two"):
            versions = {each.platform_id: each for each in room.post(title).variants}
            assert (facebook.id in versions) is on
            assert len({each.starts_at for each in versions.values()}) == 1
    assert room.workspace.undo_stack.count() == 2
    assert set(room.view.grid.canvas.marking.keys) == set(keys)


def test_a_group_says_that_what_is_published_keeps_its_platform(open_room: OpenRoom) -> None:
    room = open_room([a_post(title, moment(2, "10:00"), (1, 2)) for title in ("One", "Two")])
    board = room.page.board()
    for each in board.posts:
        changes = set_status(board, each.id, (each.variants[1].id,), Status.PUBLISHED, NOW, published_at=NOW)
        room.workspace.put("Publish", changes)
    steps = room.workspace.undo_stack.count()
    posts = [each for each in room.page.board().posts if each.title in {"One", "Two"}]
    room.page._actions._groups.set_platform(room.page.shown_platforms()[1], posts)
    assert room.toast().startswith("2 published post")
    assert room.view.toasts.shown[-1].buttons == []
    assert room.workspace.undo_stack.count() == steps


def test_a_group_that_storage_refuses_to_move_is_not_said_to_have_moved(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    one, once = room.post_key("One", moment(2, "10:00")), room.block_key("Once", moment(4, "9:00"))
    room.view.grid.canvas.marking.set([one, once])
    with somebody_writing(room.workspace):
        room.page._actions._groups.shift(1)
    assert {one, once} <= room.shown()
    assert not any("moved" in toast.plain for toast in room.view.toasts.shown)


def grouped_menu(room: Room, name: str) -> QMenu:
    """A menu behind a row of the menu of what is marked."""
    room.press("Shift+F10")
    found = menu_row(name).menu()
    assert isinstance(found, QMenu)
    return found


def test_the_menu_of_a_group_moves_it_by_a_week(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    one, once = room.post_key("One", moment(2, "10:00")), room.block_key("Once", moment(4, "9:00"))
    room.view.grid.canvas.marking.set([one, once])
    room.view.grid.select(one, focus=True)
    next(each for each in grouped_menu(room, "Move").actions() if each.text().startswith("A week later")).trigger()

    assert room.page.week == Week(2026, 49)
    there = {room.post_key("One", moment(2, "10:00", 1)), room.block_key("Once", moment(4, "9:00", 1))}
    assert there <= room.shown()
    assert set(room.view.grid.canvas.marking.keys) == there
    assert room.workspace.undo_stack.count() == 1


def test_a_group_moves_by_a_number_of_days_that_is_typed(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    one, once = room.post_key("One", moment(2, "10:00")), room.block_key("Once", moment(4, "9:00"))
    room.view.grid.canvas.marking.set([one, once])
    next(each for each in grouped_menu(room, "Move").actions() if each.text().startswith("By another")).trigger()
    (popover,) = room.window.findChildren(DaysPopover)
    QTest.keyClicks(popover.number.editor, "0")
    QTest.keyClick(popover.number.editor, Qt.Key.Key_Return)
    assert popover.isVisible(), "nothing moves by no day"
    QTest.keyClick(popover.number.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(popover.number.editor, "2")
    QTest.mouseClick(popover.earlier, Qt.MouseButton.LeftButton)

    assert {room.post_key("One", moment(0, "10:00")), room.block_key("Once", moment(2, "9:00"))} <= room.shown()


def test_a_group_dropped_on_a_day_header_keeps_distances_and_times(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    one, once = room.post_key("One", moment(2, "10:00")), room.block_key("Once", moment(4, "9:00"))
    room.view.grid.canvas.marking.set([one, once])
    rect, header = room.view.grid.card_rect(one), room.view.days
    day = header.mapToGlobal(QPoint(round(room.view.grid.canvas.grid.edges[1]) + 30, header.height() // 2))
    assert header.day_at(day) == moment(1, "0:00").date()
    room.drag(QPoint(rect.left() + 20, rect.top() + 9), day)

    assert {room.post_key("One", moment(1, "10:00")), room.block_key("Once", moment(3, "9:00"))} <= room.shown()
    assert room.workspace.undo_stack.count() == 1
