"""The week's hints by real events over a real plan: counted in the header, listed, each with a place and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Changes, Status
from desktop.calendar.hint_list import HintList, HintRow
from tests.builders import WEEK, a_platform, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]

LEFT = Qt.MouseButton.LeftButton
LOOSE = a_platform(corridor=(0, 9))


def hints_of(room: Room, qtbot: QtBot) -> HintList:
    """Wait for the counter, and press it."""
    button = room.view.header.hints
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, LEFT)
    return next(each for each in room.window.findChildren(HintList) if each.is_open)


def row_of(shown: HintList, words: str) -> HintRow:
    """The hint that says so."""
    return next(row for row in shown.rows if words in row.title)


def test_the_counter_says_how_many_and_what_is_urgent(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    button = room.view.header.hints
    qtbot.waitUntil(button.isVisible)
    assert button.caption.endswith("hints")
    assert button.caption == f"{len(hints_of(room, qtbot).rows)} hints"


def test_a_row_goes_to_its_card(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    shown = hints_of(room, qtbot)
    row = row_of(shown, "“Reel” should have gone out")

    QTest.mouseClick(row, LEFT)

    assert not shown.is_open
    assert room.view.grid.current == room.post_key("Reel", moment(1, "10:00"))
    card = room.view.grid.canvas.deck.card(room.view.grid.current)
    assert QApplication.focusWidget() is card


def test_enter_on_a_row_goes_to_its_day(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room(
        [a_post("Reel", moment(0, "10:00", weeks=1)), a_post("Karte", moment(4, "10:00", weeks=1))], platforms=[LOOSE]
    )
    room.page.show_week(WEEK.shifted(1))
    row = row_of(hints_of(room, qtbot), "nothing goes out")
    row.setFocus()
    room.press("Return")
    assert room.view.grid.current is None
    assert room.view.grid.slot.date() in {moment(day, "0:00", weeks=1).date() for day in (1, 2, 3)}


def test_a_remedy_is_one_step(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    row = row_of(hints_of(room, qtbot), "“Reel” should have gone out")
    assert row.button is not None

    QTest.mouseClick(row.button, LEFT)

    assert room.post("Reel").variants[0].status is Status.PUBLISHED
    assert room.workspace.undo_stack.count() == 1
    assert room.toast() == "“Reel” published"
    room.press("Ctrl+Z")
    assert room.post("Reel").variants[0].status is Status.DRAFT


def test_what_is_missing_can_be_planned(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", moment(3, "10:00"))], platforms=[a_platform(), a_platform(key="instagram-2")])
    row = row_of(hints_of(room, qtbot), "missing")
    assert row.button is not None

    QTest.mouseClick(row.button, LEFT)

    assert room.has_panel()
    assert sum(not post.title for post in room.page.board().posts) == 1


def test_repeated_words_open_the_post(open_room: OpenRoom, qtbot: QtBot) -> None:
    text = "Montags gibt es bei uns Zimtschnecken, frisch aus dem Ofen."
    posts = [
        a_post("Früher", moment(3, "10:00", weeks=-1), body=text),
        a_post("Jetzt", moment(3, "10:00"), body=text),
    ]
    room = open_room(posts, platforms=[LOOSE])
    row = row_of(hints_of(room, qtbot), "“Jetzt”, Thu 26 Nov: same text as")
    assert row.button is not None
    QTest.mouseClick(row.button, LEFT)
    assert room.has_panel()
    assert not room.workspace.undo_stack.canUndo()


def test_the_counter_follows_the_plan(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))], platforms=[LOOSE])
    button = room.view.header.hints
    qtbot.waitUntil(button.isVisible)
    assert button.caption == "2 hints"
    room.view.grid.select(room.post_key("Reel", moment(1, "10:00")), focus=True)
    room.press("Ctrl+Return")
    qtbot.waitUntil(lambda: button.caption == "1 hint")


def test_hints_of_what_was_done_in_another_room_are_counted_on_coming_back(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([])
    room.view.hide()
    room.workspace.put("Add", Changes(posts=(a_post("Reel", moment(1, "10:00")),)))
    room.view.show()
    assert "Reel" in " ".join(row.title for row in hints_of(room, qtbot).rows)
