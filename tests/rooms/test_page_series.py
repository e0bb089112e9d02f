"""Edits of a whole series over a real plan reach what lies years away from the shown week."""

from __future__ import annotations

from datetime import UTC, timedelta

from db import items
from db.board import load_whole
from db.records import Changes, MadeBy
from tests.builders import a_block, an_entry
from tests.rooms.calendar_room import OpenRoom, moment, open_room

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
