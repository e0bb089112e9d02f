"""Edits of a whole series over a real plan reach what lies years away from the shown week."""

from __future__ import annotations

from datetime import UTC, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import items
from db.board import load_whole
from db.records import Activity, Changes, MadeBy
from desktop.calendar.block_panel import BlockPanel
from tests.builders import a_block, an_entry
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room
from tests.rooms.panel_hands import button, click

__all__ = ["open_room"]


def test_time_worked_years_ago_goes_along_with_its_series(open_room: OpenRoom) -> None:
    begun = moment(1, "9:00", weeks=-150)
    room = open_room(blocks=[a_block(begun, 60, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=TU")])
    place = begun + timedelta(weeks=5)
    worked_at = place.replace(tzinfo=UTC)
    block = room.block_key("Drehen", moment(1, "9:00"))
    entry = an_entry(
        worked_at, worked_at + timedelta(hours=1), made_by=MadeBy.TICK, block_id=block.block_id, original_at=place
    )
    room.workspace.edit("Tick", items.put, Changes(entries=(entry,)))
    assert room.page.board().entries == ()

    room.drag_card(block, moment(1, "11:00"))
    asked = room.question()
    asked.rows.set_value("all")
    asked.primary.click()

    (stored,) = room.workspace.read(load_whole).entries
    assert stored.original_at == place + timedelta(hours=2)


def opened_series(open_room: OpenRoom) -> tuple[Room, BlockPanel]:
    """The panel of a weekly block's occurrence, with another title typed and not written yet."""
    room = open_room(blocks=[a_block(moment(1, "9:00"), 60, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=TU")])
    room.view.grid.select(room.block_key("Drehen", moment(1, "9:00")), focus=True)
    room.press("Return")
    panel = room.view.panel
    assert isinstance(panel, BlockPanel)
    panel.title.editor.setFocus()
    panel.title.editor.selectAll()
    QTest.keyClicks(panel.title.editor, "Schneiden")
    return room, panel


def test_a_field_that_is_left_by_another_choice_is_asked_about_with_it(open_room: OpenRoom) -> None:
    room, panel = opened_series(open_room)
    click(panel.activities[Activity.PLANNING])
    panel.time.changed.emit(moment(1, "9:00"), moment(1, "11:00"))
    steps = room.workspace.undo_stack.count()
    asked = room.question()
    asked.rows.set_value("all")
    asked.primary.click()
    (block,) = room.workspace.read(load_whole).blocks
    assert (block.title, block.activity, block.exceptions) == ("Schneiden", Activity.PLANNING, ())
    assert block.ends_at - block.starts_at == timedelta(hours=2)
    assert room.workspace.undo_stack.count() == steps + 1


def test_a_field_that_is_left_for_another_question_is_written_for_this_one(open_room: OpenRoom) -> None:
    room, panel = opened_series(open_room)
    panel.flush()
    click(button(panel, "Delete"))
    asked = room.question()
    assert asked.accessibleName() == "Which dates to delete?"
    room.press("Escape")
    (block,) = room.workspace.read(load_whole).blocks
    assert (block.title, [each.title for each in block.exceptions]) == ("Drehen", ["Schneiden"])


def test_what_is_asked_about_stays_when_the_room_is_left(open_room: OpenRoom) -> None:
    room, panel = opened_series(open_room)
    panel.flush()
    asked = room.question()
    room.view.hide()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    (block,) = room.workspace.read(load_whole).blocks
    assert (block.title, [each.title for each in block.exceptions]) == ("Drehen", ["Schneiden"])
