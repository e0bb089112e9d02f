"""A new post: what is typed stays whatever the key, and what nobody has touched goes away again."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.board import load_whole
from tests.builders import a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]


def titles(room: Room) -> list[str]:
    """The titles of all posts that are stored."""
    return [post.title for post in room.workspace.read(load_whole).posts]


def write(room: Room, text: str) -> None:
    """Type where the cursor is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    assert room.has_panel()
    QTest.keyClicks(focus, text)


def test_escape_closes_the_panel_and_keeps_what_was_typed(open_room: OpenRoom) -> None:
    room = open_room()
    room.press("Ctrl+N", room.view)
    write(room, "Erste Kerze")

    room.press("Esc")

    assert not room.has_panel()
    assert titles(room) == ["Erste Kerze"]


def test_escape_keeps_what_a_pause_has_written(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room()
    room.press("Ctrl+N", room.view)
    write(room, "Erste")
    qtbot.waitUntil(lambda: titles(room) == ["Erste"])
    write(room, " Kerze")

    room.press("Esc")

    assert titles(room) == ["Erste Kerze"]


def test_a_new_post_that_nobody_touched_goes_with_its_panel(open_room: OpenRoom) -> None:
    room = open_room()
    room.press("Ctrl+N", room.view)
    assert titles(room) == [""]

    room.press("Esc")

    assert titles(room) == []
    assert not room.workspace.undo_stack.canUndo()
    assert not room.has_panel()


def test_it_goes_too_when_another_card_is_opened(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(3, "10:00"))])
    room.press("Ctrl+N", room.view)

    room.view.grid.opened.emit(room.post_key("Reel", moment(3, "10:00")))

    assert titles(room) == ["Reel"]
    assert room.has_panel()


def test_asking_twice_makes_one_new_post(open_room: OpenRoom) -> None:
    room = open_room()

    room.press("Ctrl+N", room.view)
    room.press("Ctrl+N", room.view)

    assert titles(room) == [""]
    assert room.has_panel()


def test_an_untouched_post_stays_when_something_else_was_done_since(open_room: OpenRoom) -> None:
    room = open_room()
    room.press("Ctrl+N", room.view)
    room.view.tray.captured.emit("Idee")

    room.press("Esc")

    assert sorted(titles(room)) == ["", "Idee"]


def test_escape_takes_back_a_new_post_once_its_title_is_undone(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room()
    room.press("Ctrl+N", room.view)
    write(room, "Erste")
    qtbot.waitUntil(lambda: titles(room) == ["Erste"])
    room.page.undo()
    assert titles(room) == [""]

    room.press("Esc")

    assert titles(room) == []


def test_escape_in_the_week_closes_the_panel_last(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(3, "10:00"))])
    key = room.post_key("Reel", moment(3, "10:00"))
    room.view.grid.opened.emit(key)
    room.view.grid.select(key, focus=True)

    room.press("Esc")
    assert room.has_panel()

    room.press("Esc")
    assert not room.has_panel()
