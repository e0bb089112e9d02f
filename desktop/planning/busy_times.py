"""When the owner has no time, as other calendars say: what takes time, and what an edit would meet there.

Wall clock is compared as it is shown: an appointment at nine is in the way of work at nine, also in a repeated hour.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    CreateBlock,
    CreatePost,
    MoveBlock,
    MovePost,
    ResizeBlock,
    ScheduleEffort,
    SchedulePost,
)
from desktop.planning.recurrence import occurrence_at
from desktop.planning.week import STEP, at, minute_of_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from db.records import Board, BusyTime, Changes
    from desktop.planning.intents import Intent

_QUARTER = timedelta(minutes=STEP)


def busy_spans(board: Board, day: date, with_whole_days: bool = True) -> list[tuple[int, int]]:
    """The minutes of a day that other calendars take, from and to, by start."""
    spans = [
        (minute_of_day(each.starts_at, day), minute_of_day(each.ends_at, day))
        for each in board.busy
        if not each.is_free and (with_whole_days or not each.is_all_day)
    ]
    return sorted((starts, ends) for starts, ends in spans if starts < ends)


def is_away(board: Board, day: date) -> bool:
    """Tell whether another calendar takes the whole day."""
    return any(
        each.is_all_day and not each.is_free and each.starts_at <= at(day, 0) < each.ends_at for each in board.busy
    )


def met(board: Board, intent: Intent, changes: Changes) -> BusyTime | None:
    """The first busy time that what an intent lays would overlap; None when there is none, or nothing is laid.

    `changes` are what the intent does to the board. Whole days are no news: they stand at the head of the day.
    """
    span = _span(board, intent, changes)
    if span is None:
        return None
    starts, ends = span
    taking = (each for each in board.busy if not (each.is_free or each.is_all_day))
    return next((each for each in taking if each.starts_at < ends and starts < each.ends_at), None)


def _span(board: Board, intent: Intent, changes: Changes) -> tuple[datetime, datetime] | None:
    """When what an intent lays begins and ends; a post takes the quarter of an hour in which it goes out."""
    match intent:
        case ResizeBlock():
            return intent.starts_at, intent.ends_at
        case MoveBlock():
            block = next((each for each in board.blocks if each.id == intent.block_id), None)
            occurrence = block and occurrence_at(block, intent.original_at, ZoneInfo(board.plan.zone))
            return (intent.to, intent.to + (occurrence.ends_at - occurrence.starts_at)) if occurrence else None
        case CreateBlock() | CopyBlock() | ScheduleEffort():
            return next(((each.starts_at, each.ends_at) for each in changes.blocks if each.id < 1), None)
        case MovePost() | CopyPost() | SchedulePost():
            return intent.to, intent.to + _QUARTER
        case CreatePost() if intent.at is not None:
            return intent.at, intent.at + _QUARTER
        case _:
            return None
