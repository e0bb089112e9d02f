"""The chain of a post: the work that is planned for it can follow when the post moves to another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import Changes
from desktop.planning.intents import MoveBlock, Outcome
from desktop.planning.recurrence import Occurrence, occurrence_at
from desktop.planning.rescheduling import after, decide
from desktop.planning.week import instant, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from db.records import Board, TimeEntry, WorkBlock


@dataclass(frozen=True, slots=True)
class Chain:
    """What lets the work follow: the changes of all in one, and how many occurrences they move."""

    changes: Changes
    count: int


def chain(board: Board, post_id: int, days: int, now: datetime) -> Chain:
    """The linked work of a post, moved by as many days as the post was, at the same times of day.

    Stays: what is done, what has begun or would begin before `now` (UTC instant), and what serves other posts as well.
    Of a series only the linked occurrences move.
    """
    zone = ZoneInfo(board.plan.zone)
    blocks: dict[int, WorkBlock] = {}
    entries: dict[int, TimeEntry] = {}
    count = 0
    for occurrence in _followers(board, post_id):
        to = settled(occurrence.starts_at + timedelta(days=days), zone)
        move = MoveBlock(occurrence.block_id, occurrence.original_at, to)
        is_ahead = min(instant(occurrence.starts_at, zone), instant(to, zone)) > now
        if days and is_ahead and isinstance(decided := decide(board, move, now), Outcome):
            board = after(board, decided.changes)
            blocks.update((block.id, block) for block in decided.changes.blocks)
            entries.update((entry.id, entry) for entry in decided.changes.entries)
            count += 1
    return Chain(Changes(blocks=tuple(blocks.values()), entries=tuple(entries.values())), count)


def _followers(board: Board, post_id: int) -> Iterator[Occurrence]:
    """The undone occurrences that serve this post alone, by block and place."""
    zone = ZoneInfo(board.plan.zone)
    for block in board.blocks:
        for original_at in sorted({link.original_at for link in block.links if link.post_id == post_id}):
            occurrence = occurrence_at(block, original_at, zone)
            if occurrence is not None and not occurrence.is_done and set(occurrence.post_ids) == {post_id}:
                yield occurrence
