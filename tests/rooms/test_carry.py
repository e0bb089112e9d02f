"""Carrying a card: by keys, by the pointer, over the week's edge, one platform of several, and giving it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.records import Status
from desktop.calendar.carrying import KeyBar
from desktop.planning.intents import CopyPost, MoveBlock, MovePost
from desktop.ui import theme
from tests.builders import NOW, a_block, a_post
from tests.rooms.calendar_room import LEFT, NO_KEYS, OpenRoom, Room, moment, open_room
from tests.rooms.lindenhof_week import BLOCKS, FB, IG, POSTS, WEEK, post
from tests.rooms.lindenhof_week import moment as of_week
from tests.rooms.panel_hands import choose
from tests.rooms.week_page import WeekPage

__all__ = ["open_room"]

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
ZIMTSCHNECKEN, UMSETZUNG = POSTS[4], BLOCKS[2]  # Wednesday 12:15; Monday 13:30 to 15:30


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = WeekPage(qtbot)
    yield made
    assert QApplication.overrideCursor() is None, "carrying left its cursor behind"
    made.window.close()


def carry(page: WeekPage, key: object = ZIMTSCHNECKEN.key) -> None:
    page.grid.select(key, focus=True)  # type: ignore[arg-type]
    page.hand.key(Key.Key_M)


def bar(page: WeekPage) -> KeyBar:
    (found,) = page.grid.findChildren(KeyBar)
    return found


def test_arrows_carry_by_quarters_of_an_hour_and_days_and_enter_drops(page: WeekPage) -> None:
    carry(page)
    assert page.is_dragging()
    assert page.is_faded(ZIMTSCHNECKEN.key)
    assert bar(page).isVisible()
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Up):
        page.hand.key(key)
    assert page.all("dropped") == []
    page.hand.key(Key.Key_Return)
    assert page.dropped == MovePost(5, (50,), of_week(3, "12:30"))
    assert not bar(page).isVisible()
    assert not page.is_dragging()


def test_escape_puts_it_back(page: WeekPage) -> None:
    carry(page)
    page.hand.key(Key.Key_Down)
    page.hand.key(Key.Key_Escape)
    assert page.all("dropped") == []
    assert len(page.all("cancelled")) == 1
    assert not page.is_faded(ZIMTSCHNECKEN.key)
    assert page.card(ZIMTSCHNECKEN.key).hasFocus()


def test_dropping_where_it_lay_changes_nothing(page: WeekPage) -> None:
    carry(page)
    page.hand.key(Key.Key_Enter)
    assert page.all("dropped") == []
    assert not page.is_dragging()


def test_steps_go_to_the_lines_of_the_clock(page: WeekPage) -> None:
    odd = post(1, 1, "10:07", "Odd")
    page.put((odd,))
    carry(page, odd.key)
    page.hand.key(Key.Key_Down)
    assert page.all("hovered")[-1] == MovePost(1, (10,), of_week(1, "10:15"))
    page.hand.key(Key.Key_Up)
    page.hand.hold(SHIFT, Key.Key_Shift)
    page.hand.key(Key.Key_Up, SHIFT)
    page.hand.let_go(SHIFT, Key.Key_Shift)
    assert page.all("hovered")[-1] == MovePost(1, (10,), of_week(1, "9:55"))
    page.hand.key(Key.Key_Escape)


def test_a_block_stays_within_its_day(page: WeekPage) -> None:
    carry(page, UMSETZUNG.key)
    for _ in range(60):
        page.hand.key(Key.Key_Down)
    page.hand.key(Key.Key_Return)
    assert page.dropped == MoveBlock(103, UMSETZUNG.original_at, of_week(0, "22:00"))


def test_it_is_carried_over_the_edge_of_the_week_and_escape_leads_back(page: WeekPage) -> None:
    carry(page)
    for _ in range(5):
        page.hand.key(Key.Key_Right)
    assert page.week == WEEK.shifted(1)
    assert page.all("hovered")[-1] == MovePost(5, (50,), of_week(0, "12:15", WEEK.shifted(1)))
    page.hand.key(Key.Key_PageDown)
    assert page.week == WEEK.shifted(2)
    page.hand.key(Key.Key_Left)
    assert page.all("hovered")[-1] == MovePost(5, (50,), of_week(6, "12:15", WEEK.shifted(1)))
    page.hand.key(Key.Key_Escape)
    assert page.week == WEEK


def test_what_keys_carry_stays_in_sight(page: WeekPage) -> None:
    carry(page)
    for _ in range(45):
        page.hand.key(Key.Key_Down)
    slot = page.grid.canvas.slot
    top = slot.mapTo(page.grid, QPoint(0, 0)).y()
    assert 0 <= top <= page.grid.height() - slot.height()
    page.hand.key(Key.Key_Escape)


def test_other_keys_of_a_card_do_nothing_meanwhile(page: WeekPage) -> None:
    carry(page)
    for key in (Key.Key_Delete, Key.Key_B, Key.Key_M, Key.Key_Tab):
        page.hand.key(key)
    assert page.is_dragging()
    assert page.all("delete_requested") == page.all("unschedule_requested") == []
    page.hand.key(Key.Key_Escape)


def test_the_pointer_takes_over_once_it_moves_and_a_click_drops(page: WeekPage) -> None:
    page.hand.move(page.place(1, "9:00"))
    carry(page)
    page.hand.key(Key.Key_Down)
    page.hand.move(page.place(1, "9:00") + QPoint(1, 1))
    page.hand.move(page.place(1, "9:00") + QPoint(2, 2))
    assert page.all("hovered")[-1] == MovePost(5, (50,), of_week(2, "12:30")), "a jolt is no wish"
    page.hand.move(page.place(4, "15:00") + QPoint(0, 14))
    assert page.all("hovered")[-1] == MovePost(5, (50,), of_week(4, "15:00"))
    page.hand.press()
    assert page.all("dropped") == []
    page.hand.release()
    assert page.dropped == MovePost(5, (50,), of_week(4, "15:00"))


def test_keys_go_on_from_where_the_pointer_was(page: WeekPage) -> None:
    page.hand.move(page.place(1, "9:00"))
    carry(page)
    page.hand.move(page.place(1, "9:00"))
    page.hand.move(page.place(4, "15:00") + QPoint(0, 14))
    page.hand.key(Key.Key_Down)
    page.hand.key(Key.Key_Return)
    assert page.dropped == MovePost(5, (50,), of_week(4, "15:15"))


def test_the_right_button_gives_up(page: WeekPage) -> None:
    carry(page)
    page.hand.press(page.place(3, "10:00"), Qt.MouseButton.RightButton)
    page.hand.ask_for_menu()
    page.hand.release(Qt.MouseButton.RightButton)
    assert not page.is_dragging()
    assert page.all("dropped") == page.all("menu") == []


def test_control_drops_a_copy(page: WeekPage) -> None:
    carry(page)
    page.hand.key(Key.Key_Down)
    page.hand.hold(CTRL, Key.Key_Control)
    page.hand.key(Key.Key_Return, CTRL)
    page.hand.let_go(CTRL, Key.Key_Control)
    assert page.dropped == CopyPost(5, (50,), of_week(2, "12:30"))


def test_a_click_on_the_small_month_keeps_the_time_of_day(page: WeekPage) -> None:
    carry(page)
    page.hand.move(page.place(3, "10:00"))
    page.hand.click(page.month.place(2))
    assert page.dropped == MovePost(5, (50,), of_week(2, "12:15", WEEK.shifted(1)))


def test_only_one_platform_of_several_can_be_carried(page: WeekPage) -> None:
    both = post(1, 1, "10:00", "Both", (IG, FB))
    page.put((both,))
    page.grid.carry(both.key, (11,))
    assert not page.is_faded(both.key), "the other version stays"
    page.hand.key(Key.Key_Right)
    page.hand.key(Key.Key_Return)
    assert page.dropped == MovePost(1, (11,), of_week(2, "10:00"))


def test_the_bar_fits_at_all_text_sizes(page: WeekPage, qapp: QApplication) -> None:
    for scale in (100, 200):
        theme.apply(qapp, theme.Mode.LIGHT, scale)
        carry(page)
        assert page.grid.rect().contains(bar(page).geometry())
        page.hand.key(Key.Key_Escape)
    theme.apply(qapp, theme.Mode.LIGHT)


# with a plan behind it


def menu_row(words: str) -> object:
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    (row,) = [each for each in menu.actions() if each.text().startswith(words)]
    return row


def test_a_carried_card_is_stored_selected_and_undone_in_one_step(open_room: OpenRoom) -> None:
    room = open_room([a_post("Zimt", moment(3, "10:00"))])
    key = room.post_key("Zimt", moment(3, "10:00"))
    room.view.grid.select(key, focus=True)
    for keys in ("M", "Right", "Down", "Return"):
        room.press(keys)
    there = room.post_key("Zimt", moment(4, "10:15"))
    assert room.shown() == {there}
    assert room.view.grid.current == there
    assert "Zimt" in room.toast()
    room.page.undo()
    assert room.shown() == {key}


def test_a_published_card_asks_after_it_was_carried(open_room: OpenRoom) -> None:
    out = a_post("Out", moment(1, "10:00"))
    facts = tuple(replace(each, status=Status.PUBLISHED, published_at=NOW) for each in out.variants)
    room = open_room([replace(out, variants=facts)])
    room.view.grid.select(next(iter(room.shown())), focus=True)
    for keys in ("M", "Up", "Return"):
        room.press(keys)
    assert room.question().is_open
    room.press("Esc", room.question())
    assert room.workspace.undo_stack.count() == 0


def test_the_menu_moves_one_platform_of_a_card(open_room: OpenRoom) -> None:
    room = open_room([a_post("Both", moment(3, "10:00"), platforms=(1, 2))])
    key = room.post_key("Both", moment(3, "10:00"))
    room.view.grid.select(key, focus=True)
    room.press("Shift+F10")
    row = menu_row(f"Move only {room.page.shown_platforms()[1].name}")
    row.trigger()  # type: ignore[attr-defined]
    assert room.view.grid.is_dragging
    for keys in ("Right", "Return"):
        room.press(keys)
    assert room.shown() == {key, room.post_key("Both", moment(4, "10:00"))}


def test_a_block_of_a_series_asks_how_far(open_room: OpenRoom) -> None:
    starts = moment(3, "9:00")
    room = open_room(blocks=[a_block(starts, rrule="FREQ=WEEKLY", title="Weekly")])
    room.view.grid.select(room.block_key("Weekly", starts), focus=True)
    for keys in ("M", "Down", "Return"):
        room.press(keys)
    assert room.question().is_open


def test_enter_on_an_idea_carries_it_into_the_week(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen"), a_post("Reel", moment(3, "10:00"))])
    room.view.tray.focus_cards()
    room.press("Return")
    assert room.view.grid.is_dragging
    assert bar_of(room).isVisible()

    room.press("Right")
    room.press("Down")
    room.press("Return")

    (card,) = [key for key in room.shown() if key.post_id == room.post("Stollen").id]  # type: ignore[union-attr]
    assert card.moment.date() == moment(3, "0:00").date()  # type: ignore[union-attr]
    assert room.view.grid.current == card
    assert "Stollen" in room.toast()
    room.press("Ctrl+Z")
    assert room.post("Stollen").variants[0].starts_at is None


def test_escape_puts_a_carried_idea_back_into_the_tray(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen")])
    room.view.tray.focus_cards()
    before = room.view.tray.cards[0].grab().toImage()
    room.press("Return")
    assert room.view.tray.cards[0].grab().toImage() != before
    room.press("Esc")

    assert not room.view.grid.is_dragging
    assert room.view.tray.cards[0].grab().toImage() == before
    assert room.view.tray.cards[0].hasFocus()


def test_the_menu_of_an_idea_offers_to_carry_it(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen")])
    room.view.tray.focus_cards()
    card = room.view.tray.cards[0]
    card.menu_wanted.emit(card, card.mapToGlobal(card.rect().center()))
    choose("Move …")
    assert room.view.grid.is_dragging


def test_the_pointer_takes_a_carried_idea_over(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen")])
    room.view.tray.focus_cards()
    room.press("Return")
    spot = room.spot(moment(4, "15:00"))
    for place in (spot - QPoint(30, 30), spot):
        QTest.mouseMove(room.window.windowHandle(), room.window.mapFromGlobal(place))
        QApplication.processEvents()
    QTest.mouseClick(room.window.windowHandle(), LEFT, NO_KEYS, room.window.mapFromGlobal(spot))

    starts_at = room.post("Stollen").variants[0].starts_at
    assert starts_at is not None
    assert starts_at.date() == moment(4, "0:00").date()


def bar_of(room: Room) -> KeyBar:
    (found,) = room.view.grid.findChildren(KeyBar)
    return found


def test_the_bar_lies_above_ideas_that_were_opened_over_the_hours(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen")])
    room.window.resize(1280, 700)
    room.view.open_tray()
    room.view.tray.focus_cards()
    room.press("Return")
    bar, tray = bar_of(room), room.view.tray
    assert bar.mapToGlobal(bar.rect().bottomLeft()).y() < tray.mapToGlobal(QPoint(0, 0)).y()
    room.press("Escape")
