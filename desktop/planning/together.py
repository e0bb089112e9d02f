"""One thing done to many posts and work blocks: one set of changes, and how much had to be left as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.records import Board, Changes, Status
from desktop.planning.cards import PostCard
from desktop.planning.intents import (
    ChoiceKey,
    Intent,
    MoveBlock,
    MovePost,
    Outcome,
    RemoveBlock,
    RemovePost,
    UnschedulePost,
)
from desktop.planning.rescheduling import after, decide
from desktop.planning.status import set_status, tick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.planning.recurrence import Occurrence


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Give posts another status; work has none."""

    status: Status


@dataclass(frozen=True, slots=True)
class Shift:
    """Let everything take place so much later; earlier when negative. What is published stays."""

    days: int = 0
    minutes: int = 0

    @property
    def by(self) -> timedelta:
        """The difference on the clock."""
        return timedelta(days=self.days, minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class BackToIdeas:
    """Take the dates of posts away. What is published keeps them."""


@dataclass(frozen=True, slots=True)
class Remove:
    """Delete posts with all versions, and of work only the occurrences in question."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Mark work as done, or no longer."""

    on: bool


Act = SetStatus | Shift | BackToIdeas | Remove | Tick


@dataclass(frozen=True, slots=True)
class Together:
    """What an act does: the changes, how many things they concern, and how many stay as they are."""

    changes: Changes
    done: int
    left: int


def together(board: Board, items: Iterable[PostCard | Occurrence], act: Act, now: datetime) -> Together:
    """Do one thing to all items, those of series alone (`now`: UTC instant). The board has to hold them."""
    changes, done, left = Changes(), 0, 0
    removed_posts: set[int] = set()
    for item in items:
        if isinstance(item, PostCard) and item.post_id in removed_posts:
            done += 1
            continue
        more = _changes(board, item, act, now)
        if not more:
            left += 1
            continue
        done += 1
        removed_posts |= more.removed_posts
        changes = merged(changes, more)
        board = after(board, more)
    return Together(changes, done, left)


def intent_of(item: PostCard | Occurrence, act: Act) -> Intent | None:
    """The intent that an act is for one item; None where it has none of its own or does not concern it."""
    if isinstance(item, PostCard):
        match act:
            case Shift():
                return MovePost(item.post_id, item.variant_ids, item.moment + act.by)
            case BackToIdeas():
                return UnschedulePost(item.post_id, item.variant_ids)
            case Remove():
                return RemovePost(item.post_id)
        return None
    match act:
        case Shift():
            return MoveBlock(item.block_id, item.original_at, item.starts_at + act.by)
        case Remove():
            return RemoveBlock(item.block_id, item.original_at)
    return None


def _changes(board: Board, item: PostCard | Occurrence, act: Act, now: datetime) -> Changes:
    if isinstance(item, PostCard) and isinstance(act, SetStatus):
        return set_status(board, item.post_id, item.variant_ids, act.status, now)
    if not isinstance(item, PostCard) and isinstance(act, Tick):
        return tick(board, item.block_id, item.original_at, act.on, now)
    intent = intent_of(item, act)
    answer = decide(board, intent, now) if intent is not None else None
    if not isinstance(answer, Outcome):
        return Changes()
    asks_about_facts = any(choice.key is ChoiceKey.CORRECT_DATE for choice in answer.choices)
    return Changes() if asks_about_facts else answer.changes


def merged(first: Changes, later: Changes) -> Changes:
    """Both, one after the other, as one: what comes later replaces and removes what came first."""
    posts = {each.id: each for each in (*first.posts, *later.posts) if each.id not in later.removed_posts}
    blocks = {each.id: each for each in (*first.blocks, *later.blocks) if each.id not in later.removed_blocks}
    entries = {each.id: each for each in (*first.entries, *later.entries) if each.id not in later.removed_entries}
    series = {
        each.id: each for each in (*first.post_series, *later.post_series) if each.id not in later.removed_post_series
    }
    return Changes(
        tuple(posts.values()),
        tuple(blocks.values()),
        tuple(entries.values()),
        first.removed_posts | later.removed_posts,
        first.removed_blocks | later.removed_blocks,
        first.removed_entries | later.removed_entries,
        tuple(series.values()),
        first.removed_post_series | later.removed_post_series,
    )
