"""Putting a whole edit of posts, work blocks and time entries, with as few row changes as it takes."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from db.blocks import put_blocks, remove_blocks
from db.entries import put_entries, remove_entries
from db.posts import put_posts, remove_posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.journal import Writer
    from db.records import Changes, Post, TimeEntry, WorkBlock


def put(writer: Writer, changes: Changes) -> Mapping[int, int]:
    """Remove and put what `changes` says; answers the real ids of its placeholders.

    Where a post and a block or entry have the same placeholder, the answer is the post's, then the block's.
    Links and entries may name things that the same edit removes: those references are dropped.
    Raises StaleChange when something to be replaced or removed is gone.
    """
    remove_entries(writer, changes.removed_entries)
    remove_blocks(writer, changes.removed_blocks)
    remove_posts(writer, changes.removed_posts)
    post_ids = _placeholders(changes.posts, put_posts(writer, changes.posts))
    known_posts = ChainMap[int, int | None](dict(post_ids), dict.fromkeys(changes.removed_posts))
    block_ids = _placeholders(changes.blocks, put_blocks(writer, changes.blocks, known_posts))
    known_blocks = ChainMap[int, int | None](dict(block_ids), dict.fromkeys(changes.removed_blocks))
    entry_ids = _placeholders(changes.entries, put_entries(writer, changes.entries, known_posts, known_blocks))
    return {**entry_ids, **block_ids, **post_ids}


def _placeholders(records: Sequence[Post | WorkBlock | TimeEntry], ids: Iterable[int]) -> dict[int, int]:
    return {record.id: real for record, real in zip(records, ids, strict=True) if record.id < 1}
