"""Cut, copy and paste: across weeks, as a group, as text, and what does not belong here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from db.records import Status
from desktop.calendar.clipped import FORMAT, from_clipboard
from tests.builders import a_block, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]


def a_room(open_room: OpenRoom) -> Room:
    room = open_room(
        [a_post("One", moment(2, "10:00")), a_post("Two", moment(3, "12:00"))],
        [a_block(moment(4, "20:00"), 120, title="Late")],
    )
    room.view.grid.select(room.post_key("One", moment(2, "10:00")), focus=True)
    return room


def go_to(room: Room, day: int, clock: str) -> None:
    """Put the slot cursor there."""
    hour, minute = (int(part) for part in clock.split(":"))
    room.view.grid.canvas.slot_cursor.move_to(day, 60 * hour + minute)
    room.view.grid.select(None, focus=True)


def test_a_copy_is_pasted_at_the_cursor_of_another_week(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    room.press("Ctrl+C")
    room.press("PgDown")
    go_to(room, 1, "9:30")
    room.press("Ctrl+V")
    (key,) = room.shown()
    assert key == room.view.grid.current
    copy = next(post for post in room.page.board().posts if post.variants[0].starts_at == moment(1, "9:30", 1))
    assert (copy.title, copy.variants[0].status) == ("One", Status.DRAFT)
    room.press("PgUp")
    assert room.post_key("One", moment(2, "10:00")) in room.shown()
    room.page.undo()
    assert room.workspace.undo_stack.index() == 0


def test_what_was_cut_moves_once(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    room.press("Ctrl+X")
    assert room.post_key("One", moment(2, "10:00")) in room.shown(), "it moves only when it is pasted"
    room.press("PgDown")
    go_to(room, 0, "8:00")
    room.press("Ctrl+V")
    assert room.shown() == {room.post_key("One", moment(0, "8:00", 1))}
    room.press("Ctrl+V")
    assert len(room.shown()) == 1
    room.press("PgUp")
    assert room.post_key("Two", moment(3, "12:00")) in room.shown()
    assert len(room.shown()) == 2


def test_what_was_cut_is_faded_until_it_is_pasted(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    deck, one = room.view.grid.canvas.deck, room.post_key("One", moment(2, "10:00"))

    def is_faded() -> bool:
        card = deck.card(one)
        assert card is not None
        return card.look.is_origin

    room.press("Ctrl+X")
    assert is_faded()
    room.press("PgDown")
    room.press("PgUp")
    assert is_faded(), "a turned week keeps it waiting"
    room.press("Ctrl+C")
    assert not is_faded(), "what is copied stays where it is"


def test_a_group_keeps_its_distances_and_its_days(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    room.press("Ctrl+A")
    room.press("Ctrl+X")
    room.press("PgDown")
    go_to(room, 0, "16:00")
    room.press("Ctrl+V")
    keys = {
        room.post_key("One", moment(0, "12:00", 1)),
        room.post_key("Two", moment(1, "14:00", 1)),
        room.block_key("Late", moment(2, "22:00", 1)),
    }
    assert room.shown() == keys, "the late block has no room for more than two hours"
    assert set(room.view.grid.canvas.marking.keys) == keys
    assert room.workspace.undo_stack.count() == 1


def test_others_get_lines_of_text(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    room.press("Ctrl+A")
    room.press("Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("  ")[1] for line in lines] == ["One", "Two", "Late"]
    assert "10:00" in lines[0]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"is_cut": true, "cards": [{}]}', b'{"is_cut": 1, "cards": []}', b"\xff"]
)
def test_broken_and_foreign_clipboards_do_nothing(open_room: OpenRoom, content: bytes) -> None:
    room = a_room(open_room)
    data = QMimeData()
    data.setData(FORMAT, content)
    QGuiApplication.clipboard().setMimeData(data)
    room.press("Ctrl+V")
    QGuiApplication.clipboard().setText("a text")
    room.press("Ctrl+V")
    assert room.workspace.undo_stack.count() == 0


def test_cards_of_another_plan_are_not_taken_for_ours(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    room.press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    clip = from_clipboard(data)
    assert clip is not None
    other = QMimeData()
    other.setData(FORMAT, bytes(data.data(FORMAT).data()).replace(clip.cards[0].uid.encode(), b"another"))
    QGuiApplication.clipboard().setMimeData(other)
    room.press("Ctrl+V")
    assert room.workspace.undo_stack.count() == 0
    assert "not in this plan" in room.toast()


def test_the_menu_of_a_place_pastes_there(open_room: OpenRoom) -> None:
    room = a_room(open_room)
    QGuiApplication.clipboard().clear()
    go_to(room, 4, "9:00")
    assert paste_row(room) is None
    room.view.grid.select(room.post_key("One", moment(2, "10:00")), focus=True)
    room.press("Ctrl+X")
    go_to(room, 4, "9:00")
    row = paste_row(room)
    assert row is not None
    row.trigger()
    assert room.post_key("One", moment(4, "9:00")) in room.shown()


def paste_row(room: Room) -> QAction | None:
    """The row of the place's menu that pastes."""
    room.press("Shift+F10")
    (menu,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    menu.close()
    return next((each for each in menu.actions() if each.text().startswith("Paste")), None)
