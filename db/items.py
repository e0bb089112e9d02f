"""Putting a whole edit of posts, their series, work blocks and time entries, with as few row changes as it takes."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import replace
from typing import TYPE_CHECKING

from db.blocks import put_blocks, remove_blocks
from db.entries import put_entries, remove_entries
from db.post_series import put_post_series, remove_post_series
from db.posts import put_posts, remove_posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.journal import Writer
    from db.records import Changes, Post, PostSeries, TimeEntry, WorkBlock


def put(writer: Writer, changes: Changes) -> Mapping[int, int]:
    """Remove and put what `changes` says; answers the real ids of its placeholders.

    Where records of several kinds have the same placeholder, the answer is the post's, then the block's, the entry's.
    Posts, links and entries may name things that the same edit removes: those references are dropped.
    Raises StaleChange when something to be replaced or removed is gone.
    """
    remove_entries(writer, changes.removed_entries)
    remove_blocks(writer, changes.removed_blocks)
    remove_posts(writer, changes.removed_posts)
    remove_post_series(writer, changes.removed_post_series)
    series_ids = _placeholders(changes.post_series, put_post_series(writer, changes.post_series))
    known_series = ChainMap[int, int | None](dict(series_ids), dict.fromkeys(changes.removed_post_series))
    posts = tuple(_in_series(record, known_series) for record in changes.posts)
    post_ids = _placeholders(posts, put_posts(writer, posts))
    known_posts = ChainMap[int, int | None](dict(post_ids), dict.fromkeys(changes.removed_posts))
    block_ids = _placeholders(changes.blocks, put_blocks(writer, changes.blocks, known_posts))
    known_blocks = ChainMap[int, int | None](dict(block_ids), dict.fromkeys(changes.removed_blocks))
    entry_ids = _placeholders(changes.entries, put_entries(writer, changes.entries, known_posts, known_blocks))
    return {**series_ids, **entry_ids, **block_ids, **post_ids}


def _in_series(record: Post, known: Mapping[int, int | None]) -> Post:
    if record.series_id is None:
        return record
    series_id = known.get(record.series_id, record.series_id)
    return replace(record, series_id=series_id, series_at=None if series_id is None else record.series_at)


def _placeholders(records: Sequence[Post | PostSeries | WorkBlock | TimeEntry], ids: Iterable[int]) -> dict[int, int]:
    return {record.id: real for record, real in zip(records, ids, strict=True) if record.id < 1}
