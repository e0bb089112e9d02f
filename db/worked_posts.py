"""The last finished posts of every format with all the work that went into them: what efforts can be learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, func, or_, select, union

from db.among import among, listed
from db.blocks import load_blocks
from db.entries import entry_of
from db.lists import load_formats
from db.plan import load_plan
from db.platforms import load_platforms
from db.posts import load_posts
from db.records import Board, Status
from db.schema import block_post, post, time_entry, variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_other = variant.alias("other")
_unfinished = exists().where(_other.c.post_id == post.c.id, _other.c.status.not_in((Status.PUBLISHED, Status.SKIPPED)))
_booked = or_(
    exists().where(time_entry.c.post_id == post.c.id),
    exists().where(
        block_post.c.post_id == post.c.id,
        time_entry.c.block_id == block_post.c.block_id,
        time_entry.c.original_at == block_post.c.original_at,
    ),
)
_FINISHED = (
    select(post.c.id, post.c.format_key, func.max(variant.c.published_at).label("published_at"))
    .join_from(post, variant)
    .where(
        post.c.format_key.is_not(None),
        variant.c.status == Status.PUBLISHED,
        variant.c.published_at.is_not(None),
        ~_unfinished,
        _booked,
    )
    .group_by(post.c.id)
    .subquery()
)
_RANKED = select(
    _FINISHED.c.id,
    func.row_number()
    .over(partition_by=_FINISHED.c.format_key, order_by=(_FINISHED.c.published_at.desc(), _FINISHED.c.id.desc()))
    .label("place"),
).subquery()
_LAST = select(_RANKED.c.id).where(_RANKED.c.place <= bindparam("most")).order_by(_RANKED.c.id)
_LINKS = select(block_post.c.block_id, block_post.c.post_id).where(
    or_(among(block_post.c.block_id, "blocks"), among(block_post.c.post_id, "posts"))
)
_ENTRIES = union(
    select(time_entry).where(among(time_entry.c.post_id, "posts"), time_entry.c.ended_at.is_not(None)),
    select(time_entry).where(
        among(time_entry.c.block_id, "blocks"),
        time_entry.c.ended_at.is_not(None),
        exists().where(
            block_post.c.block_id == time_entry.c.block_id, block_post.c.original_at == time_entry.c.original_at
        ),
    ),
)


def load_worked_posts(conn: Connection, most: int) -> Board:
    """The last `most` posts of every format that are out everywhere and have time entries, on a board of no week.

    With them come the blocks that link to them, the posts that share those blocks, and the entries of all linked
    occurrences; `formats` are all there are.
    """
    wanted = set(conn.scalars(_LAST, {"most": most}))
    posts, blocks = _linked(conn, wanted)
    rows = conn.execute(_ENTRIES, {"posts": listed(wanted), "blocks": listed(blocks)})
    return Board(
        weeks=(),
        plan=load_plan(conn),
        platforms=load_platforms(conn),
        posts=load_posts(conn, posts),
        blocks=load_blocks(conn, blocks),
        entries=tuple(sorted(map(entry_of, rows), key=lambda entry: entry.id)),
        formats=load_formats(conn),
    )


def _linked(conn: Connection, wanted: Iterable[int]) -> tuple[set[int], set[int]]:
    """The posts, and the blocks and posts that links join to them, over any number of links."""
    posts, blocks = set(wanted), set[int]()
    new_posts, new_blocks = set(posts), set[int]()
    while new_posts or new_blocks:
        links = conn.execute(_LINKS, {"posts": listed(new_posts), "blocks": listed(new_blocks)}).all()
        new_posts = {post_id for _, post_id in links} - posts
        new_blocks = {block_id for block_id, _ in links} - blocks
        posts |= new_posts
        blocks |= new_blocks
    return posts, blocks
