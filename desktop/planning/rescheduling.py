"""One function decides what an intent does: preview and drop both use it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from db.records import Board, Changes, Post, PostSeries, TimeEntry, WorkBlock
from desktop.planning.block_moves import (
    copy_block,
    create_block,
    edit_block,
    link_posts,
    remove_block,
    repeat_block,
    schedule_effort,
)
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    CreateBlock,
    CreatePost,
    EditBlock,
    EditPost,
    EditPostSeries,
    Intent,
    LinkPosts,
    MoveBlock,
    MovePost,
    Outcome,
    Refusal,
    RemoveBlock,
    RemovePost,
    RepeatBlock,
    RepeatPost,
    ResizeBlock,
    SchedulePost,
    UnschedulePost,
)
from desktop.planning.post_moves import (
    copy_post,
    create_post,
    edit_post,
    move_post,
    schedule_post,
    unschedule_post,
)
from desktop.planning.post_series_moves import edit_post_series, remove_post, repeat_post, with_series
from desktop.planning.series import BlockEdit

# Placeholders of one edit lie above, the ids that `after` gives below, so that they are never taken for each other.
_PLACEHOLDERS = -1_000_000
_Record = TypeVar("_Record", Post, PostSeries, WorkBlock, TimeEntry)


def decide(board: Board, intent: Intent, now: datetime, alone: bool = False) -> Outcome | Refusal:
    """What an intent does to the plan, or why it does nothing. `now` is a UTC instant; nothing is forbidden for it.

    The board has to hold what the intent names. What reaches further than one post of a series is offered on a board
    that holds the whole series only; without it RepeatPost and EditPostSeries raise ValueError for such a post.
    `alone` leaves out what moving, editing and deleting could mean for more of a series, which takes long to reckon.
    """
    match intent:
        case MovePost():
            moved = move_post(board, intent, now)
            return moved if alone else with_series(board, moved, now)
        case EditPost():
            edited = edit_post(board, intent)
            return edited if alone else with_series(board, edited, now)
        case CopyPost():
            return copy_post(board, intent, now)
        case UnschedulePost():
            return unschedule_post(board, intent)
        case SchedulePost():
            return schedule_post(board, intent)
        case CreatePost():
            return create_post(board, intent, now)
        case RemovePost():
            return remove_post(board, intent, now, alone)
        case RepeatPost():
            return repeat_post(board, intent, now)
        case EditPostSeries():
            return edit_post_series(board, intent, now)
        case MoveBlock():
            edit = BlockEdit(starts_at=intent.to)
            return edit_block(board, EditBlock(intent.block_id, intent.original_at, edit), now, alone)
        case ResizeBlock():
            edit = BlockEdit(starts_at=intent.starts_at, ends_at=intent.ends_at)
            return edit_block(board, EditBlock(intent.block_id, intent.original_at, edit), now, alone)
        case EditBlock():
            return edit_block(board, intent, now, alone)
        case RepeatBlock():
            return repeat_block(board, intent, now)
        case LinkPosts():
            return link_posts(board, intent)
        case CopyBlock():
            return copy_block(board, intent, now)
        case CreateBlock():
            return create_block(board, intent, now)
        case RemoveBlock():
            return remove_block(board, intent, now, alone)
        case _:
            return schedule_effort(board, intent, now)


def after(board: Board, changes: Changes) -> Board:
    """The board once the changes are stored; new records have negative ids and come last.

    Nothing leaves a board for lying outside its weeks.
    """
    known = set(_ids(board))
    fresh = min((_PLACEHOLDERS, *known)) - 1
    given: dict[int, int] = {}
    for number in _ids(changes):
        # What an earlier call numbered keeps its id.
        if number < 1 and number not in known:
            given.setdefault(number, fresh - len(given))
    series = [replace(each, id=given.get(each.id, each.id)) for each in changes.post_series]
    posts = _put(board.posts, [_post_with(post, given) for post in changes.posts], changes.removed_posts)
    posts = tuple(
        replace(post, series_id=None, series_at=None) if post.series_id in changes.removed_post_series else post
        for post in posts
    )
    blocks = _put(board.blocks, [_block_with(block, given) for block in changes.blocks], changes.removed_blocks)
    entries = _put(board.entries, [_entry_with(entry, given) for entry in changes.entries], changes.removed_entries)
    if changes.removed_posts:
        blocks = tuple(_without_links(block, changes.removed_posts) for block in blocks)
        entries = tuple(
            replace(entry, post_id=None) if entry.post_id in changes.removed_posts else entry for entry in entries
        )
    if changes.removed_blocks:
        entries = tuple(
            replace(entry, block_id=None, original_at=None) if entry.block_id in changes.removed_blocks else entry
            for entry in entries
        )
    return replace(
        board,
        posts=posts,
        blocks=blocks,
        entries=entries,
        post_series=_put(board.post_series, series, changes.removed_post_series),
    )


def _ids(records: Board | Changes) -> list[int]:
    """The ids of all records, in order."""
    return [
        *(post.id for post in records.posts),
        *(variant.id for post in records.posts for variant in post.variants),
        *(block.id for block in records.blocks),
        *(entry.id for entry in records.entries),
        *(series.id for series in records.post_series),
    ]


def _put(records: tuple[_Record, ...], put: list[_Record], removed: frozenset[int]) -> tuple[_Record, ...]:
    kept = {record.id: record for record in records if record.id not in removed}
    kept.update((record.id, record) for record in put)
    # New ids grow downwards, stored ones upwards.
    return tuple(sorted(kept.values(), key=lambda record: (record.id < 1, abs(record.id))))


def _post_with(post: Post, given: dict[int, int]) -> Post:
    if not given:
        return post  # a moved group is nothing but stored records, reckoned with every step of its drag
    number = given.get(post.id, post.id)
    variants = tuple(
        replace(variant, id=given.get(variant.id, variant.id), post_id=number) for variant in post.variants
    )
    series_id = None if post.series_id is None else given.get(post.series_id, post.series_id)
    return replace(post, id=number, variants=variants, series_id=series_id)


def _block_with(block: WorkBlock, given: dict[int, int]) -> WorkBlock:
    if not given:
        return block
    links = tuple(replace(link, post_id=given.get(link.post_id, link.post_id)) for link in block.links)
    return replace(block, id=given.get(block.id, block.id), links=links)


def _entry_with(entry: TimeEntry, given: dict[int, int]) -> TimeEntry:
    post_id = None if entry.post_id is None else given.get(entry.post_id, entry.post_id)
    block_id = None if entry.block_id is None else given.get(entry.block_id, entry.block_id)
    return replace(entry, id=given.get(entry.id, entry.id), post_id=post_id, block_id=block_id)


def _without_links(block: WorkBlock, posts: frozenset[int]) -> WorkBlock:
    links = tuple(link for link in block.links if link.post_id not in posts)
    return block if len(links) == len(block.links) else replace(block, links=links)
