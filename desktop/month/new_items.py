"""Where new things go that are made in the month."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from db.records import Activity, Board, Week
from desktop.planning.intents import CreateBlock, CreatePost
from desktop.planning.slots import free_slot
from desktop.planning.week import at

_BLOCK_MINUTES = 60
_FIRST_HOUR = 540


def new_post(board: Board, day: date, hidden: frozenset[int], now: datetime) -> CreatePost:
    """A post on a day at the usual time, or when it is free; `now` is a UTC instant, the board holds the day's week."""
    moment = free_slot(board, (day,), 0, now) or at(day, board.plan.post_minute)
    return CreatePost("", _platform(board, hidden), moment)


def new_block(board: Board, day: date, hidden: frozenset[int], now: datetime) -> CreateBlock:
    """An hour of work in the next free slot of the week from a day on, else on that day in the morning."""
    days = [each for each in Week.of(day).days if each >= day]
    starts = free_slot(board, days, _BLOCK_MINUTES, now) or at(day, _FIRST_HOUR)
    ends = starts + timedelta(minutes=_BLOCK_MINUTES)
    return CreateBlock(starts, ends, _platform(board, hidden), Activity.CREATION)


def _platform(board: Board, hidden: frozenset[int]) -> tuple[int, ...]:
    """The first platform that is shown, or the first when all are hidden."""
    active = [platform.id for platform in board.platforms if platform.is_active]
    return tuple([each for each in active if each not in hidden] or active)[:1]
