"""The menu of a single card: how long a block is, and for which platforms a block or a post is."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.records import BlockLink, Status
from desktop.planning.cards import CardKey
from desktop.planning.status import set_status
from desktop.ui.moment_popover import MomentPopover
from tests.builders import NOW, a_block, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room
from tests.rooms.panel_hands import choose, open_menu

__all__ = ["open_room"]

NINE = moment(3, "9:00")


def rows(room: Room, key: CardKey, name: str) -> dict[str, QAction]:
    """The rows behind one of the menu of a card."""
    QApplication.processEvents()
    room.view.grid.select(key, focus=True)
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_Menu)
    menu = open_menu()
    inner = next((each.menu() for each in menu.actions() if each.text().partition("\t")[0] == name), None)
    found = {each.text(): each for each in inner.actions()} if isinstance(inner, QMenu) else {}
    menu.close()
    return found


def test_a_block_is_given_another_length(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(NINE, 50, title="Photos")])
    key = room.block_key("Photos", NINE)
    found = rows(room, key, "Duration")
    assert [text for text, row in found.items() if row.isChecked()] == ["0:50 h"]
    found["1:30 h"].trigger()

    block = room.block("Photos")
    assert (block.starts_at, block.ends_at) == (NINE, NINE + timedelta(minutes=90))
    room.press("Ctrl+Z")
    assert room.block("Photos").ends_at == NINE + timedelta(minutes=50)


def test_a_block_late_in_the_day_is_offered_what_fits(open_room: OpenRoom) -> None:
    late = moment(3, "22:45")
    room = open_room(blocks=[a_block(late, 30, title="Late")])
    found = rows(room, room.block_key("Late", late), "Duration")

    assert list(found) == ["0:15 h", "0:30 h", "0:45 h", "1:00 h"]


def test_the_length_of_a_series_asks_how_far(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(NINE, 60, title="Weekly", rrule="FREQ=WEEKLY;COUNT=3")])
    rows(room, room.block_key("Weekly", NINE), "Duration")["2:00 h"].trigger()
    question = room.question()
    QTest.keyClick(question, Qt.Key.Key_Return)

    assert room.block("Weekly").exceptions
    assert room.block("Weekly").ends_at == NINE + timedelta(hours=1)


def test_a_post_is_given_another_platform_and_loses_it(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen", NINE)])
    found = rows(room, room.post_key("Stollen", NINE), "Platform")
    assert [text for text, row in found.items() if row.isChecked()] == ["Instagram"]
    assert not found["Instagram"].isEnabled(), "a post needs a platform"
    found["Facebook"].trigger()
    assert [each.platform_id for each in room.post("Stollen").variants] == [1, 2]
    rows(room, room.post_key("Stollen", NINE), "Platform")["Instagram"].trigger()

    assert [each.platform_id for each in room.post("Stollen").variants] == [2]


def test_a_published_version_cannot_be_taken_away(open_room: OpenRoom) -> None:
    room = open_room([a_post("Stollen", NINE, (1, 2))])
    post = room.post("Stollen")
    changes = set_status(room.page.board(), post.id, (post.variants[1].id,), Status.PUBLISHED, NOW, published_at=NOW)
    room.workspace.put("Publish", changes)
    found = rows(room, room.post_key("Stollen", NINE), "Platform")
    assert [name for name in ("Instagram", "Facebook") if found[name].isEnabled()] == ["Instagram"]


def test_a_block_is_shared_with_another_platform(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(NINE, 60, title="Photos")])
    rows(room, room.block_key("Photos", NINE), "Platform")["Linkedin"].trigger()

    assert [each.platform_id for each in room.block("Photos").platforms] == [1, 3]


def test_a_block_of_posts_has_their_platforms(open_room: OpenRoom) -> None:
    post = a_post("Stollen", moment(4, "9:00"), id=-1)
    room = open_room(posts=[post], blocks=[a_block(NINE, 60, title="Photos", links=(BlockLink(NINE, -1),))])

    assert rows(room, room.block_key("Photos", NINE), "Platform") == {}


def test_a_card_moves_to_a_day_and_a_time_that_are_typed(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen", NINE)])
    room.view.grid.select(room.post_key("Stollen", NINE), focus=True)
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_Menu)
    choose("Move to …")
    (popover,) = room.window.findChildren(MomentPopover)
    assert (popover.day.value, popover.time.value) == (NINE.date(), 540)
    for field, text in ((popover.day.editor, "4.12."), (popover.time.editor, "17:30")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
    QTest.keyClick(popover.time.editor, Qt.Key.Key_Return)

    room.press("PgDown", room.view.grid.canvas)
    assert room.post_key("Stollen", moment(4, "17:30", 1)) in room.shown()
    assert "Stollen" in room.toast()
