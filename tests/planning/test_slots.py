"""Where there is still room, and what overlaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db.records import Board, ClosedDay, Hours, Status
from desktop.planning.cards import BlockKey
from desktop.planning.slots import free_slot, overlaps
from tests.planning.boards import INSTAGRAM, NOW, PLAN, WEEK, a_block, a_board, a_post, on, version

TUESDAY, WEDNESDAY, THURSDAY = WEEK.days[1:4]
BUSY = a_board(
    blocks=[
        a_block(1, on(3, "8:00"), 90),
        a_block(2, on(3, "9:00"), 60),
        a_block(3, on(3, "11:00"), 420),
        a_block(4, datetime(2026, 11, 2, 8), 600, rrule="FREQ=WEEKLY;BYDAY=FR"),
    ]
)


@pytest.mark.parametrize(
    ("minutes", "slot"), [(60, on(3, "10:00")), (45, on(3, "10:00")), (61, None), (600, None), (601, None)]
)
def test_work_goes_into_the_first_gap_that_fits(minutes: int, slot: datetime | None) -> None:
    assert free_slot(BUSY, [THURSDAY], minutes, NOW) == slot


def test_the_next_day_has_room() -> None:
    assert free_slot(BUSY, WEEK.days[3:] + WEEK.shifted(1).days, 61, NOW) == on(0, "8:00", WEEK.shifted(1))


def test_nothing_is_planned_into_the_past() -> None:
    board = a_board()
    assert free_slot(board, [TUESDAY], 60, NOW) is None
    # It is 11:20 on Wednesday.
    assert free_slot(board, [TUESDAY, WEDNESDAY], 60, NOW) == on(2, "11:30")
    assert free_slot(board, [WEDNESDAY], 60, datetime(2026, 11, 25, 10, 30, tzinfo=UTC)) == on(2, "11:45")
    assert free_slot(board, [WEDNESDAY], 60, datetime(2026, 11, 25, 16, 30, tzinfo=UTC)) is None


@pytest.mark.parametrize("closed", [ClosedDay(1, "Ruhetag", weekday=3), ClosedDay(1, "Inventur", day=THURSDAY)])
def test_closed_days_and_free_days_stay_free(closed: ClosedDay) -> None:
    board = a_board(closed_days=(closed,))
    assert free_slot(board, WEEK.days[3:], 60, NOW) == on(4, "8:00")
    assert free_slot(board, WEEK.days[5:], 60, NOW) is None


def test_work_begins_outside_the_gap_of_a_clock_change() -> None:
    board = a_board(plan=replace(PLAN, working_hours=(Hours(125, 600),) * 7))
    assert free_slot(board, [date(2027, 3, 28)], 30, NOW) == datetime(2027, 3, 28, 3)


def with_posts(*moments: datetime, status: Status = Status.DRAFT) -> Board:
    return a_board([a_post(n, version(INSTAGRAM, at, status=status)) for n, at in enumerate(moments, start=1)])


def test_a_post_goes_to_its_usual_time_or_the_next_free_quarter() -> None:
    assert free_slot(with_posts(), [THURSDAY], 0, NOW) == on(3, "12:00")
    assert free_slot(with_posts(on(3, "12:05"), on(3, "12:15")), [THURSDAY], 0, NOW) == on(3, "12:30")
    assert free_slot(with_posts(on(3), status=Status.SKIPPED), [THURSDAY], 0, NOW) == on(3, "12:00")
    usual = replace(PLAN, post_minute=725)
    assert free_slot(a_board(plan=usual), [THURSDAY], 0, NOW) == on(3, "12:05")


def test_a_post_for_today_waits_until_it_is_later() -> None:
    afternoon = datetime(2026, 11, 25, 13, 0, tzinfo=UTC)
    assert free_slot(with_posts(), [WEDNESDAY], 0, afternoon) == on(2, "14:15")
    late = replace(PLAN, post_minute=1435)
    assert free_slot(a_board(plan=late), [WEDNESDAY], 0, datetime(2026, 11, 25, 22, 40, tzinfo=UTC)) == on(2, "23:55")
    assert free_slot(a_board(plan=late), [WEDNESDAY], 0, datetime(2026, 11, 25, 22, 59, tzinfo=UTC)) is None


def test_among_several_days_a_post_avoids_closed_ones() -> None:
    board = a_board(closed_days=(ClosedDay(1, "Ruhetag", weekday=3),))
    assert free_slot(board, [THURSDAY, WEEK.days[4]], 0, NOW) == on(4, "12:00")
    assert free_slot(board, [THURSDAY], 0, NOW) == on(3, "12:00")


def test_what_overlaps_is_named_but_for_the_block_itself() -> None:
    found = overlaps(BUSY, on(3, "9:15"), on(3, "11:00"))
    assert [occurrence.block_id for occurrence in found] == [1, 2]
    assert overlaps(BUSY, on(3, "9:45"), on(3, "11:00"), {BlockKey(2, on(3, "9:00"))}) == ()
