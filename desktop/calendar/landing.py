"""Where things lie after an edit: the card that an intent was about, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from db.records import Board, Changes, Post, Week, WorkBlock
from desktop.planning.cards import BlockKey, CardKey, PostKey, moment
from desktop.planning.intents import (
    CopyBlock,
    CreateBlock,
    CreatePost,
    EditBlock,
    EditPost,
    EditPostSeries,
    Intent,
    LinkPosts,
    MoveBlock,
    MovePost,
    RemoveBlock,
    RemovePost,
    RepeatBlock,
    RepeatPost,
    ResizeBlock,
    ScheduleEffort,
    UnschedulePost,
)
from desktop.planning.post_moves import find_post
from desktop.planning.recurrence import Occurrence, occurrences

_ABOUT_BLOCKS = (
    CopyBlock,
    CreateBlock,
    EditBlock,
    LinkPosts,
    MoveBlock,
    RemoveBlock,
    RepeatBlock,
    ResizeBlock,
    ScheduleEffort,
)


@dataclass(frozen=True, slots=True)
class Landing:
    """A card's key and its time."""

    key: CardKey
    at: datetime


def aimed_at(intent: Intent) -> datetime | None:
    """The wall-clock time that an intent names; None for those without one."""
    match intent:
        case CreatePost():
            return intent.at
        case CreateBlock() | ResizeBlock() | ScheduleEffort():
            return intent.starts_at
        case UnschedulePost() | RemovePost() | EditPost() | RepeatPost() | EditPostSeries():
            return None
        case EditBlock() | RepeatBlock() | LinkPosts() | RemoveBlock():
            return None
    return intent.to


def landing(
    intent: Intent, changes: Changes, ids: Mapping[int, int], board: Board, near: datetime | None = None
) -> Landing | None:
    """The card of what `changes` wrote, nearest to where the intent aimed, else to `near`; None when there is none.

    `ids` are the real ids of new records; `board` is the plan after the edit and holds the week aimed at.
    """
    aim = aimed_at(intent) or near
    if aim is None or isinstance(intent, RemovePost):
        return None
    if not isinstance(intent, _ABOUT_BLOCKS):
        written = {ids.get(post.id, post.id) for post in changes.posts}
        named = {post_id for post_id in written if post_id == getattr(intent, "post_id", None)}
        return _post(aim, named or written, board, ZoneInfo(board.plan.zone))
    return _block(aim, {ids.get(block.id, block.id) for block in changes.blocks}, board)


def _post(aim: datetime, post_ids: set[int], board: Board, zone: ZoneInfo) -> Landing | None:
    moments = [
        (post.id, at)
        for post in board.posts
        if post.id in post_ids
        for at in (moment(variant, zone) for variant in post.variants)
        if at is not None
    ]
    if not moments:
        return None
    post_id, at = min(moments, key=lambda found: abs(found[1] - aim))
    return Landing(PostKey(post_id, at), at)


def _block(aim: datetime, block_ids: set[int], board: Board) -> Landing | None:
    if Week.of(aim) not in board.weeks:
        return None
    found = [each for each in occurrences(board, Week.of(aim)) if each.block_id in block_ids]
    if not found:
        return None
    nearest: Occurrence = min(found, key=lambda each: abs(each.starts_at - aim))
    return Landing(BlockKey(nearest.block_id, nearest.original_at), nearest.starts_at)


def a_week_later(landed: Landing, board: Board) -> Intent:
    """Moving what has just landed one week on."""
    later = landed.at + timedelta(weeks=1)
    if isinstance(landed.key, BlockKey):
        return MoveBlock(landed.key.block_id, landed.key.original_at, later)
    post = find_post(board, landed.key.post_id)
    zone = ZoneInfo(board.plan.zone)
    variants = (variant for variant in (post.variants if post else ()) if moment(variant, zone) == landed.at)
    return MovePost(landed.key.post_id, tuple(variant.id for variant in variants), later)


def touched_weeks(before: Board, changes: Changes) -> tuple[Week | None, Week | None]:
    """The weeks in which the first changed thing lies before and after; None where it lies in none (or in many).

    Of several posts the first that the board knows counts.
    """
    zone = ZoneInfo(before.plan.zone)
    if changes.posts or changes.removed_posts:
        known = {post.id: post for post in before.posts}
        there = [post for post in changes.posts if post.id in known] or list(changes.posts)
        gone = sorted(changes.removed_posts, key=lambda post_id: (post_id not in known, post_id))
        post_id = there[0].id if there else gone[0]
        return _post_weeks(known.get(post_id), there[0] if there else None, zone)
    if changes.blocks or changes.removed_blocks:
        block_id = changes.blocks[0].id if changes.blocks else min(changes.removed_blocks)
        old = next((block for block in before.blocks if block.id == block_id), None)
        new = changes.blocks[0] if changes.blocks else None
        return _block_week(old, new), _block_week(new, old)
    return None, None


def _post_weeks(former: Post | None, later: Post | None, zone: ZoneInfo) -> tuple[Week | None, Week | None]:
    old = {variant.id: moment(variant, zone) for variant in former.variants} if former else {}
    new = {variant.id: moment(variant, zone) for variant in later.variants} if later else {}
    moved = [each for each in (*old, *new) if old.get(each) != new.get(each)] or [*old, *new]
    return _week(old.get(each) for each in moved), _week(new.get(each) for each in moved)


def _week(moments: Iterable[datetime | None]) -> Week | None:
    return next((Week.of(at) for at in moments if at is not None), None)


def _block_week(block: WorkBlock | None, other: WorkBlock | None) -> Week | None:
    """Where a one-off block lies; of a series, the occurrence by which it differs from `other`."""
    if block is None:
        return None
    if block.rrule is None:
        return Week.of(block.starts_at)
    if other is None:
        return None
    own = [(each.original_at, each.starts_at) for each in block.exceptions if each not in other.exceptions]
    missing = [(each.original_at, None) for each in other.exceptions if each not in block.exceptions]
    ticked = [(original_at, None) for original_at in block.done ^ other.done]
    return next((Week.of(starts_at or original_at) for original_at, starts_at in (*own, *missing, *ticked)), None)
