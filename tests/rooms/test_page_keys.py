"""Keys of the week that lead to other weeks, and to what a card holds."""

from __future__ import annotations

import pytest

from db.records import Week
from desktop.calendar.post_panel import PostPanel
from tests.builders import a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    """A post in week 48, which is the present one, and one in week 52."""
    made = open_room(posts=[a_post("Stollen", moment(3, "12:00")), a_post("Christmas", moment(3, "12:00", 4))])
    made.view.grid.select(made.post_key("Stollen", moment(3, "12:00")), focus=True)
    return made


def test_control_and_page_keys_turn_a_month(room: Room) -> None:
    room.press("Ctrl+PgDown")
    assert room.page.week == Week(2026, 52), "26 November, a month later, is 26 December"
    room.press("Ctrl+PgUp")
    assert room.page.week == Week(2026, 48)


def test_the_last_days_of_a_month_stay_in_the_month_that_is_shorter(room: Room) -> None:
    room.page.show_week(Week(2027, 4))  # with Thursday 28 January
    room.press("Ctrl+PgDown", room.view.grid.canvas)
    assert room.page.week == Week(2027, 8)
    room.page.show_week(Week(2026, 53))  # with Thursday 31 December
    room.press("Ctrl+PgDown", room.view.grid.canvas)
    room.press("Ctrl+PgDown", room.view.grid.canvas)
    assert room.page.week == Week(2027, 8)


def test_t_on_a_card_leads_to_the_present_week(room: Room) -> None:
    room.page.show_week(Week(2026, 52))
    room.view.grid.select(room.post_key("Christmas", moment(3, "12:00", 4)), focus=True)
    room.press("T")

    assert room.page.week == Week(2026, 48)


def test_f2_opens_a_post(room: Room) -> None:
    room.press("F2")

    assert isinstance(room.view.panel, PostPanel)
