"""Where new things go that are made in the agenda."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from db.records import Activity, Board, Week
from desktop.planning.intents import CreateBlock, CreatePost
from desktop.planning.slots import free_slot
from desktop.planning.week import at

_BLOCK_MINUTES = 60
_MORNING = 540


def new_post(board: Board, week: Week, today: date, hidden: frozenset[int], now: datetime) -> CreatePost:
    """A post of a week at the usual time, or when it is free: today, or on Monday of another week."""
    day = _day(week, today)
    when = free_slot(board, (day,), 0, now) or at(day, board.plan.post_minute)
    return CreatePost("", _platform(board, hidden), when)


def new_block(board: Board, week: Week, today: date, hidden: frozenset[int], now: datetime) -> CreateBlock:
    """An hour of work in the next free slot of a week, else in the morning."""
    day = _day(week, today)
    starts = free_slot(board, [each for each in week.days if each >= day], _BLOCK_MINUTES, now) or at(day, _MORNING)
    ends = starts + timedelta(minutes=_BLOCK_MINUTES)
    return CreateBlock(starts, ends, _platform(board, hidden), Activity.CREATION)


def _day(week: Week, today: date) -> date:
    return today if today in week.days else week.monday


def _platform(board: Board, hidden: frozenset[int]) -> tuple[int, ...]:
    """The first platform that is shown, or the first when all are hidden."""
    active = [platform.id for platform in board.platforms if platform.is_active]
    return tuple([each for each in active if each not in hidden] or active)[:1]
