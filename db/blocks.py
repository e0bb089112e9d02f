"""Work blocks with all that belongs to them: platforms, exceptions, linked posts, ticks."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from operator import is_
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import String, func, select, type_coerce

from db.among import among, listed
from db.column_types import wall_moment, wall_text
from db.errors import StaleChange
from db.records import Activity, BlockException, BlockLink, ExceptionKind, Share, WorkBlock
from db.schema import (
    block_done,
    block_exception,
    block_platform,
    block_post,
    exception_platform,
    platform,
    time_entry,
    work_block,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from db.journal import Writer

_BLOCKS = select(work_block).where(among(work_block.c.id)).order_by(work_block.c.id)
_PLATFORMS = (
    select(block_platform.c.block_id, block_platform.c.platform_id, block_platform.c.share)
    .join_from(block_platform, platform)
    .where(among(block_platform.c.block_id))
    .order_by(block_platform.c.block_id, platform.c.position, platform.c.id)
)
# As stored: a series collects dozens of exceptions, and mostly they are those of the last reading
_EXCEPTIONS = (
    select(
        block_exception.c.block_id,
        block_exception.c.id,
        *(type_coerce(block_exception.c[name], String) for name in ("original_at", "kind", "starts_at", "ends_at")),
        *(type_coerce(block_exception.c[name], String) for name in ("title", "activity", "note")),
        block_exception.c.member_id,
    )
    .where(among(block_exception.c.block_id))
    .order_by(block_exception.c.original_at)
)
_EXCEPTION_PLATFORMS = (
    select(exception_platform.c.exception_id, exception_platform.c.platform_id, exception_platform.c.share)
    .join_from(exception_platform, block_exception)
    .join_from(exception_platform, platform)
    .where(among(block_exception.c.block_id))
    .order_by(exception_platform.c.exception_id, platform.c.position, platform.c.id)
)
_LINKS = (
    select(block_post.c.block_id, block_post.c.original_at, block_post.c.post_id)
    .where(among(block_post.c.block_id))
    .order_by(block_post.c.original_at, block_post.c.post_id)
)
# A daily series collects hundreds of ticks: one row per block is read ten times as fast as one per tick
_DONE = (
    select(block_done.c.block_id, func.group_concat(block_done.c.original_at, type_=String))
    .where(among(block_done.c.block_id))
    .group_by(block_done.c.block_id)
)
_NO_TICKS: frozenset[datetime] = frozenset()  # one for all: every call makes another empty set
_MOST_KEPT = 2048
_last_read: dict[int, WorkBlock] = {}


def load_blocks(conn: Connection, ids: Collection[int]) -> tuple[WorkBlock, ...]:
    """The blocks of these ids, by id; ids that are gone are left out."""
    if not ids:
        return ()
    wanted = {"ids": listed(ids)}
    shares: dict[int, list[Share]] = defaultdict(list)
    for block_id, platform_id, share in conn.execute(_PLATFORMS, wanted):
        shares[block_id].append(Share(platform_id, share))
    exceptions = _load_exceptions(conn, wanted)
    links: dict[int, list[BlockLink]] = defaultdict(list)
    for block_id, original_at, post_id in conn.execute(_LINKS, wanted):
        links[block_id].append(BlockLink(original_at, post_id))
    done = {block_id: _ticks(written) for block_id, written in conn.execute(_DONE, wanted)}
    found = (
        WorkBlock(
            id=row.id,
            uid=row.uid,
            activity=row.activity,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            title=row.title,
            rrule=row.rrule,
            member_id=row.member_id,
            campaign_id=row.campaign_id,
            note=row.note,
            created_at=row.created_at,
            platforms=tuple(shares.get(row.id, ())),
            exceptions=tuple(exceptions.get(row.id, ())),
            links=tuple(links.get(row.id, ())),
            done=done.get(row.id, _NO_TICKS),
        )
        for row in conn.execute(_BLOCKS, wanted)
    )
    return tuple(map(_known, found))


def _known(block: WorkBlock) -> WorkBlock:
    """The very record of the last reading where nothing has changed: rules remember what they reckoned for it."""
    last = _last_read.get(block.id)
    if last is not None and _are_same(last, block):
        return last
    if len(_last_read) >= _MOST_KEPT:
        _last_read.clear()
    _last_read[block.id] = block
    return block


def _are_same(one: WorkBlock, other: WorkBlock) -> bool:
    """Compare with folds, which `==` of moments does not look at; exceptions and ticks are kept, so `is` will do."""
    folds = [
        [moment.fold for moment in (block.starts_at, block.ends_at, *(link.original_at for link in block.links))]
        for block in (one, other)
    ]
    return (
        one == other
        and folds[0] == folds[1]
        and one.done is other.done
        and all(map(is_, one.exceptions, other.exceptions))
    )


@lru_cache(maxsize=256)
def _ticks(written: str) -> frozenset[datetime]:
    """Moments from their stored texts; mostly they are those of the last reading."""
    return frozenset(map(wall_moment, written.split(",")))


def _load_exceptions(conn: Connection, wanted: Mapping[str, str]) -> Mapping[int, list[BlockException]]:
    found: dict[int, list[BlockException]] = defaultdict(list)
    rows = conn.execute(_EXCEPTIONS, wanted).all()
    if not rows:
        return found
    shares: dict[int, list[Share]] = defaultdict(list)
    for exception_id, platform_id, share in conn.execute(_EXCEPTION_PLATFORMS, wanted):
        shares[exception_id].append(Share(platform_id, share))
    for block_id, exception_id, *stored in rows:
        platforms = tuple(shares[exception_id]) if exception_id in shares else None
        found[block_id].append(_exception(*stored, platforms))
    return found


@lru_cache(maxsize=8192)
def _exception(
    original_at: str,
    kind: str,
    starts_at: str | None,
    ends_at: str | None,
    title: str | None,
    activity: str | None,
    note: str | None,
    member_id: int | None,
    platforms: tuple[Share, ...] | None,
) -> BlockException:
    return BlockException(
        original_at=wall_moment(original_at),
        kind=ExceptionKind(kind),
        starts_at=None if starts_at is None else wall_moment(starts_at),
        ends_at=None if ends_at is None else wall_moment(ends_at),
        title=title,
        activity=None if activity is None else Activity(activity),
        member_id=member_id,
        note=note,
        platforms=platforms,
    )


def put_blocks(writer: Writer, records: Sequence[WorkBlock], post_ids: Mapping[int, int | None]) -> list[int]:
    """Add or replace blocks; answers their ids in the same order.

    `post_ids` says what a linked post's id really is, where that differs; links to None are left out.
    Raises StaleChange for an unknown id.
    """
    writer.update_many(work_block, {record.id: _block_row(record) for record in records if record.id > 0})
    added = [
        {**_block_row(record), "uid": record.uid or str(uuid4()), "created_at": record.created_at or writer.now}
        for record in records
        if record.id < 1
    ]
    new = iter(writer.insert_many(work_block, added))
    ids = [record.id if record.id > 0 else next(new) for record in records]
    by_id = dict(zip(ids, records, strict=True))
    writer.sync(
        block_platform.c.block_id, {n: _share_rows(record.platforms) for n, record in by_id.items()}, ("platform_id",)
    )
    _put_exceptions(writer, by_id)
    writer.sync(
        block_post.c.block_id,
        {n: _link_rows(record, post_ids) for n, record in by_id.items()},
        ("original_at", "post_id"),
    )
    _put_done(writer, by_id)
    return ids


def remove_blocks(writer: Writer, ids: Collection[int]) -> None:
    """Remove blocks with all that belongs to them; their time entries stay, without the reference.

    Raises StaleChange for an unknown id.
    """
    if not ids:
        return
    writer.update_where(time_entry.c.block_id, ids, {"block_id": None, "original_at": None})
    exceptions = [exception_id for exception_id, _, _ in _stored_exceptions(writer, ids)]
    writer.delete_where(exception_platform.c.exception_id, exceptions)
    for table in (block_exception, block_platform, block_post, block_done):
        writer.delete_where(table.c.block_id, ids)
    if writer.delete_where(work_block.c.id, ids) != len(ids):
        raise StaleChange(f"of the blocks {sorted(ids)} some are gone")


def _put_done(writer: Writer, by_id: Mapping[int, WorkBlock]) -> None:
    """Write only the ticks of blocks where they have changed: series gather thousands that stay as they are."""
    found = writer.connection.execute(_DONE, {"ids": listed(by_id)})
    stored: dict[int, str] = {row[0]: row[1] for row in found}
    rows = {
        n: [{"original_at": moment} for moment in sorted(record.done)]
        for n, record in by_id.items()
        if not _has_ticks(record, stored.get(n))
    }
    writer.sync(block_done.c.block_id, rows, ("original_at",))


def _has_ticks(record: WorkBlock, written: str | None) -> bool:
    """Tell whether a block's ticks are those of a stored text; mostly they came from it."""
    if written is None:
        return not record.done
    return record.done is _ticks(written) or set(written.split(",")) == set(map(wall_text, record.done))


def _put_exceptions(writer: Writer, by_id: Mapping[int, WorkBlock]) -> None:
    kept = {(n, wall_text(some.original_at)) for n, record in by_id.items() for some in record.exceptions}
    gone = [
        exception_id
        for exception_id, block_id, original_at in _stored_exceptions(writer, by_id)
        if (block_id, wall_text(original_at)) not in kept
    ]
    writer.delete_where(exception_platform.c.exception_id, gone)
    rows = {n: [_exception_row(some) for some in record.exceptions] for n, record in by_id.items()}
    ids = writer.sync(block_exception.c.block_id, rows, ("original_at",))
    shares = {
        exception_id: _share_rows(some.platforms or ())
        for n, record in by_id.items()
        for exception_id, some in zip(ids[n], record.exceptions, strict=True)
    }
    writer.sync(exception_platform.c.exception_id, shares, ("platform_id",))


def _stored_exceptions(writer: Writer, block_ids: Collection[int]) -> list[tuple[int, int, datetime]]:
    query = select(block_exception.c.id, block_exception.c.block_id, block_exception.c.original_at)
    rows = writer.connection.execute(query.where(among(block_exception.c.block_id)), {"ids": listed(block_ids)})
    return [(exception_id, block_id, original_at) for exception_id, block_id, original_at in rows]


def _link_rows(record: WorkBlock, post_ids: Mapping[int, int | None]) -> list[dict[str, object]]:
    pairs = {(wall_text(link.original_at), post_ids.get(link.post_id, link.post_id)): link for link in record.links}
    return [
        {"original_at": link.original_at, "post_id": post_id}
        for (_, post_id), link in pairs.items()
        if post_id is not None
    ]


def _share_rows(shares: Sequence[Share]) -> list[dict[str, object]]:
    return [{"platform_id": share.platform_id, "share": share.weight} for share in shares]


def _exception_row(some: BlockException) -> dict[str, object]:
    return {
        "original_at": some.original_at,
        "kind": some.kind,
        "starts_at": some.starts_at,
        "ends_at": some.ends_at,
        "title": some.title,
        "activity": some.activity,
        "member_id": some.member_id,
        "note": some.note,
    }


def _block_row(record: WorkBlock) -> dict[str, object]:
    row: dict[str, object] = {
        "title": record.title,
        "activity": record.activity,
        "starts_at": record.starts_at,
        "ends_at": record.ends_at,
        "rrule": record.rrule,
        "member_id": record.member_id,
        "campaign_id": record.campaign_id,
        "note": record.note,
    }
    if record.uid:
        row["uid"] = record.uid
    if record.created_at:
        row["created_at"] = record.created_at
    return row
