"""A moved post offers to take its work along, by real drags over a real plan."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.records import BlockLink, Changes
from tests.builders import a_block, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]


def linked(open_room: OpenRoom) -> Room:
    """A post on Friday with a block on Thursday that serves it."""
    room = open_room([a_post("Reel", moment(4, "12:00"))], [a_block(moment(3, "9:00"), title="Fotos")])
    block = room.block("Fotos")
    served = replace(block, links=(BlockLink(block.starts_at, room.post("Reel").id),))
    room.workspace.put("Verknüpfen", Changes(blocks=(served,)))
    room.workspace.undo_stack.clear()
    return room


def test_the_work_follows_by_as_many_days(open_room: OpenRoom) -> None:
    room = linked(open_room)

    room.drag_card(room.post_key("Reel", moment(4, "12:00")), moment(5, "14:00"))
    offer = next(each for each in room.view.toasts.shown[-1].buttons if "Take work along" in each.text())
    assert "(1)" in offer.text()
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)

    assert room.block("Fotos").starts_at == moment(4, "9:00")
    assert [link.post_id for link in room.block("Fotos").links] == [room.post("Reel").id]
    assert room.workspace.undo_stack.count() == 2
    room.press("Ctrl+Z")
    assert room.block("Fotos").starts_at == moment(3, "9:00")
    assert room.post("Reel").variants[0].starts_at == moment(5, "14:00")


def test_nothing_is_offered_on_the_same_day_or_for_done_work(open_room: OpenRoom) -> None:
    room = linked(open_room)
    room.drag_card(room.post_key("Reel", moment(4, "12:00")), moment(4, "15:00"))
    assert not any("along" in each.text() for each in room.view.toasts.shown[-1].buttons)
    done = replace(room.block("Fotos"), done=frozenset({moment(3, "9:00")}))
    room.workspace.put("Erledigt", Changes(blocks=(done,)))
    room.drag_card(room.post_key("Reel", moment(4, "15:00")), moment(5, "15:00"))
    assert not any("along" in each.text() for each in room.view.toasts.shown[-1].buttons)
