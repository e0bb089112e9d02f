"""What other calendars have is left free by everything that looks for time, and met by what is laid there."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from db.records import Activity, BusyTime, Changes
from desktop.planning.busy_times import busy_spans, is_away, met
from desktop.planning.filling import fill
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    CreateBlock,
    CreatePost,
    Intent,
    MoveBlock,
    MovePost,
    Outcome,
    RemovePost,
    ResizeBlock,
    ScheduleEffort,
    SchedulePost,
)
from desktop.planning.placements import PlacedBlock
from desktop.planning.rescheduling import decide
from desktop.planning.slots import free_slot
from tests.planning.boards import INSTAGRAM, NOW, WEEK, a_block, a_board, a_post, on, version

THURSDAY, FRIDAY = WEEK.days[3:5]


def busy(starts_at: datetime, minutes: int = 60, title: str = "Zahnarzt", **fields: bool) -> BusyTime:
    return BusyTime(1, title, starts_at, starts_at + timedelta(minutes=minutes), **fields)


def whole_days(weekday: int, count: int = 1, **fields: bool) -> BusyTime:
    return busy(on(weekday, "0:00"), count * 1440, "Urlaub", is_all_day=True, **fields)


# -- the rules


def test_the_minutes_that_are_taken() -> None:
    board = a_board(
        busy=(
            whole_days(2),
            busy(on(2, "23:00"), 120),
            busy(on(3, "9:00"), 45),
            busy(on(3, "12:00"), 0),
            busy(on(3, "14:00"), 60, is_free=True),
            whole_days(4, 2),
        )
    )
    assert busy_spans(board, THURSDAY) == [(0, 60), (540, 585)]
    assert busy_spans(board, FRIDAY) == [(0, 1440)]
    assert busy_spans(board, FRIDAY, with_whole_days=False) == []
    assert [is_away(board, day) for day in WEEK.days] == [False, False, True, False, True, True, False]


def test_free_days_are_none() -> None:
    board = a_board(busy=(whole_days(3, is_free=True),))
    assert not is_away(board, THURSDAY)
    assert busy_spans(board, THURSDAY) == []


# -- looking for time


def test_work_goes_around_appointments() -> None:
    board = a_board(blocks=[a_block(1, on(3, "8:00"))], busy=(busy(on(3, "9:10"), 20), busy(on(3, "10:30"), 600)))
    assert free_slot(board, [THURSDAY], 45, NOW) == on(3, "9:30")
    assert free_slot(board, [THURSDAY], 75, NOW) is None
    assert free_slot(board, [THURSDAY, FRIDAY], 75, NOW) == on(4, "8:00")


def test_what_takes_no_time_is_not_in_the_way() -> None:
    board = a_board(busy=(busy(on(3, "0:00"), 1440, is_free=True), busy(on(3, "8:15"), 0)))
    assert free_slot(board, [THURSDAY], 60, NOW) == on(3, "8:00")


def test_nobody_works_on_holiday() -> None:
    board = a_board(busy=(whole_days(3),))
    assert free_slot(board, [THURSDAY], 15, NOW) is None
    assert free_slot(board, [THURSDAY, FRIDAY], 15, NOW) == on(4, "8:00")


def test_posts_go_out_beside_appointments() -> None:
    board = a_board(busy=(busy(on(3, "11:30"), 45),))
    assert free_slot(board, [THURSDAY], 0, NOW) == on(3, "12:15")


def test_posts_go_out_on_holiday_when_only_that_day_is_asked_for() -> None:
    board = a_board(busy=(whole_days(3),))
    assert free_slot(board, [THURSDAY], 0, NOW) == on(3, "12:00")
    assert free_slot(board, [THURSDAY, FRIDAY], 0, NOW) == on(4, "12:00")


def test_filling_a_week_leaves_appointments_alone() -> None:
    times = (busy(on(3, "8:00"), 300), busy(on(4, "9:00"), 60), busy(on(4, "10:00"), 600, is_free=True))
    filled = fill(a_board(busy=times), WEEK, NOW)
    blocks = [each.item for each in filled.placements if isinstance(each.item, PlacedBlock)]
    assert any(block.starts_at.date() == FRIDAY and block.starts_at >= on(4, "10:00") for block in blocks)
    for block in blocks:
        assert not any(block.starts_at < each.ends_at and each.starts_at < block.ends_at for each in times[:2])


# -- laying something


BOARD = a_board(
    posts=[
        a_post(1, version(INSTAGRAM, on(3, "15:00")), effort=(0, 60, 0, 0)),
        a_post(2, version(INSTAGRAM)),
    ],
    blocks=[a_block(1, on(4, "8:00"), 90), a_block(2, on(0, "8:00"), 60, rrule="FREQ=WEEKLY")],
    busy=(
        whole_days(3),
        busy(on(3, "9:00"), 600, "Frei", is_free=True),
        busy(on(3, "9:00"), 60, "Zahnarzt"),
        busy(on(3, "9:30"), 60, "Steuerberater"),
    ),
)


@pytest.mark.parametrize(
    ("intent", "title"),
    [
        (MoveBlock(1, on(4, "8:00"), on(3, "7:45")), "Zahnarzt"),
        (MoveBlock(1, on(4, "8:00"), on(3, "7:30")), None),
        (MoveBlock(1, on(4, "8:00"), on(3, "10:00")), "Steuerberater"),
        (MoveBlock(2, on(0, "8:00"), on(3, "8:15")), "Zahnarzt"),
        (CopyBlock(1, on(4, "8:00"), on(3, "7:45")), "Zahnarzt"),
        (CopyBlock(1, on(4, "8:00"), on(3, "10:30")), None),
        (ResizeBlock(1, on(4, "8:00"), on(3, "8:00"), on(3, "9:15")), "Zahnarzt"),
        (CreateBlock(on(3, "10:00"), on(3, "11:00"), (INSTAGRAM,), Activity.CREATION), "Steuerberater"),
        (CreateBlock(on(3, "10:30"), on(3, "11:00"), (INSTAGRAM,), Activity.CREATION), None),
        (ScheduleEffort(1, Activity.CREATION, on(3, "8:15")), "Zahnarzt"),
        (MovePost(1, (101,), on(3, "8:50")), "Zahnarzt"),
        (MovePost(1, (101,), on(3, "8:45")), None),
        (CopyPost(1, (101,), on(3, "9:45")), "Zahnarzt"),
        (SchedulePost(2, on(3, "10:15")), "Steuerberater"),
        (CreatePost("Neu", (INSTAGRAM,), on(3, "10:15")), "Steuerberater"),
        (CreatePost("Neu", (INSTAGRAM,)), None),
        (RemovePost(1), None),
    ],
)
def test_what_an_edit_would_meet(intent: Intent, title: str | None) -> None:
    answer = decide(BOARD, intent, NOW)
    assert isinstance(answer, Outcome)
    found = met(BOARD, intent, answer.changes)
    assert (found and found.title) == title


@pytest.mark.parametrize("block_id", [9, 1])
def test_what_is_not_there_meets_nothing(block_id: int) -> None:
    """The plan may have changed while the hand was still on the way."""
    assert met(BOARD, MoveBlock(block_id, on(2, "8:00"), on(3, "9:00")), Changes()) is None
