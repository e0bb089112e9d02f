"""Where new things go that nobody has placed by hand: the next suitable day, the blocks of the week before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.records import Board, Changes, Week, WorkBlock
from desktop.planning.cards import post_cards
from desktop.planning.intents import CopyBlock, Outcome
from desktop.planning.recurrence import Occurrence, occurrences
from desktop.planning.rescheduling import decide
from desktop.planning.slots import free_slot
from desktop.planning.week import at, elapsed, wall


def draft_moment(board: Board, week: Week, now: datetime) -> datetime:
    """When a new post of this week goes out: at the plan's usual time, on a working day still to come.

    Days without a post come first. In a week that is over it is the first day. `now` is a UTC instant.
    """
    taken = {card.moment.date() for card in post_cards(board, week, now)}
    empty_days = tuple(day for day in week.days if day not in taken)
    for days in (empty_days, week.days):
        found = free_slot(board, days, 0, now)
        if found is not None:
            return found
    return at(_last_chance(week, now, ZoneInfo(board.plan.zone)), board.plan.post_minute)


def _last_chance(week: Week, now: datetime, zone: ZoneInfo) -> date:
    """Today where the week is this one and nothing is free, else its first day."""
    today = wall(now, zone).date()
    return today if today in week else week.monday


def block_span(board: Board, week: Week, minutes: int, now: datetime) -> tuple[datetime, datetime]:
    """Where a new block of so many minutes goes: the next free slot of the week, else its first working hour."""
    starts = free_slot(board, week.days, minutes, now)
    if starts is None:
        day = _last_chance(week, now, ZoneInfo(board.plan.zone))
        hours = board.plan.working_hours[day.weekday()]
        starts = at(day, hours.starts if hours else 540)
    return starts, starts + timedelta(minutes=minutes)


def one_off_blocks(board: Board, week: Week) -> tuple[Occurrence, ...]:
    """The blocks of a week that belong to no series."""
    return tuple(each for each in occurrences(board, week) if not each.is_series)


def minutes_of(blocks: tuple[Occurrence, ...], board: Board) -> int:
    """How long the blocks take together."""
    zone = ZoneInfo(board.plan.zone)
    return sum(elapsed(each.starts_at, each.ends_at, zone) for each in blocks)


def copied_blocks(board: Board, week: Week, now: datetime) -> Changes:
    """The one-off blocks of the week before, a week later; the board must hold both weeks."""
    copies: list[WorkBlock] = []
    for number, block in enumerate(one_off_blocks(board, week.shifted(-1)), start=1):
        later = block.starts_at + timedelta(weeks=1)
        outcome = decide(board, CopyBlock(block.block_id, block.original_at, later), now)
        if isinstance(outcome, Outcome):
            copies += [replace(copy, id=-number) for copy in outcome.changes.blocks]
    return Changes(blocks=tuple(copies))
