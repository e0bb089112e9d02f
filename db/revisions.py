"""How often a version, a work block or a day of the plan has changed for the outside world.

The counters live apart from what undo restores: every edit, undo and redo makes them grow, and they outlive what they
count, so a calendar program never sees a number twice.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from db.among import among, listed
from db.column_types import instant_text
from db.derived_uids import DayKind, day_uid, nothing_uid
from db.feed_schema import feed
from db.records import Revision
from db.schema import (
    block_exception,
    block_platform,
    block_post,
    exception_platform,
    metadata,
    plan,
    post,
    revision,
    variant,
    work_block,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from db.journal import ChangeSet, Image, RowChange, Value


# Which column of a changed row tells what has changed for the outside world
_VERSION_UID = {"variant": "uid"}
_BLOCK_UID = {"work_block": "uid"}
_VERSION_ID = {"variant_media": "variant_id"}
_POST_ID = {"post_effort": "post_id"}
_BLOCK_ID = dict.fromkeys(("block_platform", "block_exception", "block_post", "block_done"), "block_id")
_EXCEPTION_ID = {"exception_platform": "exception_id"}

# Every version tells of its post's others, and they decide on which platforms a linked block counts
_OWN_POST = {"variant": "post_id"}

# What of a post other programs never see
_OWN_TO_US = frozenset({"rank", "series_id", "series_at"})

# Small things whose names are part of what is exported, and the columns that matter; linked blocks name their posts
_NAMES = {
    "plan": ("name", "zone", "language"),
    "platform": ("key", "kind", "name"),
    "campaign": ("name",),
    "member": ("name",),
    "post": ("title",),
}

# What lasts whole days has no uid of its own, and the columns that matter
_DAYS: dict[DayKind, tuple[str, ...]] = {
    DayKind.CAMPAIGN: ("name", "starts_on", "ends_on", "brief"),
    DayKind.OCCASION: ("name", "day", "is_yearly"),
    DayKind.CLOSED_DAY: ("name", "day", "weekday"),
}

# What a feed lets its readers see shows in all its events; its own counter is added to theirs
_FEED = ("has_posts", "has_work", "has_drafts", "has_days", "privacy")
_FEED_ID = dict.fromkeys(("feed_platform", "feed_campaign", "feed_member"), "feed_id")

_GROW = """
INSERT INTO revision (uid, n, changed_at) SELECT key, value, ? FROM json_each(?) WHERE true
ON CONFLICT (uid) DO UPDATE SET n = n + 1, changed_at = excluded.changed_at
"""

_GO_ON = """
INSERT INTO revision (uid, n, changed_at) SELECT key, value, ? FROM json_each(?) WHERE true
ON CONFLICT (uid) DO UPDATE SET n = max(n, excluded.n), changed_at = excluded.changed_at
"""


def revisions(conn: Connection) -> Mapping[str, Revision]:
    """All counters by uid, those of removed things too; a new thing counts 0, and so does a day without a counter."""
    rows = conn.execute(select(revision.c.uid, revision.c.n, revision.c.changed_at))
    return {uid: Revision(n, changed_at) for uid, n, changed_at in rows}


def grow(conn: Connection, changes: ChangeSet, now: datetime) -> None:
    """Count a transaction: once for each thing whose exported content it may have changed."""
    counts = dict.fromkeys(sorted(_uids(conn, changes)), 0) | _days(conn, changes)
    if counts:
        conn.exec_driver_sql(_GROW, (instant_text(now), json.dumps(counts)))


def go_on(conn: Connection, counters: Mapping[str, int], now: datetime) -> None:
    """Let counters be no lower than what other programs have seen of another plan file; the edit itself adds one."""
    if counters:
        conn.exec_driver_sql(_GO_ON, (instant_text(now), json.dumps(dict(counters))))


def _uids(conn: Connection, changes: ChangeSet) -> set[str]:
    uids = {str(uid) for uid in (*_seen(changes, _VERSION_UID), *_seen(changes, _BLOCK_UID))}
    own_posts = _ids(_seen(changes, _OWN_POST))
    versions = _ids(_seen(changes, _VERSION_ID))
    posts = [*own_posts, *_ids(_seen(changes, _POST_ID)), *_posts(changes)]
    blocks, exceptions = _ids(_seen(changes, _BLOCK_ID)), _ids(_seen(changes, _EXCEPTION_ID))
    named = {table: _ids(_renamed(changes, table, columns)) for table, columns in _NAMES.items()}
    if named["plan"]:
        return uids | set(conn.scalars(select(variant.c.uid))) | set(conn.scalars(select(work_block.c.uid)))
    if versions or posts:
        of_posts = or_(among(variant.c.id, "versions"), among(variant.c.post_id, "posts"))
        uids |= set(
            conn.scalars(select(variant.c.uid).where(of_posts), {"versions": listed(versions), "posts": listed(posts)})
        )
    if blocks or exceptions:
        of_exceptions = select(block_exception.c.block_id).where(among(block_exception.c.id, "exceptions"))
        query = select(work_block.c.uid).where(
            or_(among(work_block.c.id, "blocks"), work_block.c.id.in_(of_exceptions))
        )
        uids |= set(conn.scalars(query, {"blocks": listed(blocks), "exceptions": listed(exceptions)}))
    if linked := [*own_posts, *named.pop("post")]:
        query = select(work_block.c.uid).join(block_post).where(among(block_post.c.post_id, "posts"))
        uids |= set(conn.scalars(query, {"posts": listed(linked)}))
    if any(named.values()):
        uids |= _named(conn, named)
    if feeds := [*_changed(changes, "feed", _FEED), *_ids(_seen(changes, _FEED_ID))]:
        uids |= set(conn.scalars(select(feed.c.uid).where(among(feed.c.id)), {"ids": listed(feeds)}))
    return uids


def _days(conn: Connection, changes: ChangeSet) -> dict[str, int]:
    """What each changed day counts when it never did before: 1 if it is older than its counter, 0 if it is new."""
    found = {
        (kind, row_id): int(is_old)
        for kind, columns in _DAYS.items()
        for row_id, is_old in _changed(changes, kind, columns).items()
    }
    renamed = bool(_ids(_renamed(changes, "plan", _NAMES["plan"])))
    if not found and not renamed:
        return {}
    born = conn.scalars(select(plan.c.created_at)).one()
    if renamed:
        found = {(kind, each): 1 for kind in _DAYS for each in conn.scalars(select(metadata.tables[kind].c.id))} | found
    counts = {day_uid(born, kind, row_id): count for (kind, row_id), count in found.items()}
    return counts | ({nothing_uid(born): 1} if renamed else {})


def _named(conn: Connection, named: Mapping[str, Iterable[int]]) -> set[str]:
    """The versions and blocks that show one of the changed names."""
    ids = {table: listed(some) for table, some in named.items() if table != "plan"}
    people = (post.c.owner_id, post.c.approver_id)
    versions = (
        select(variant.c.uid)
        .join_from(variant, post, variant.c.post_id == post.c.id)
        .where(
            or_(
                variant.c.post_id.in_(select(variant.c.post_id).where(among(variant.c.platform_id, "platform"))),
                among(post.c.campaign_id, "campaign"),
                *(among(column, "member") for column in people),
            )
        )
    )
    on_platforms = select(block_platform.c.block_id).where(among(block_platform.c.platform_id, "platform"))
    of_exceptions = (
        select(block_exception.c.block_id)
        .outerjoin(exception_platform)
        .where(or_(among(exception_platform.c.platform_id, "platform"), among(block_exception.c.member_id, "member")))
    )
    linked = (
        select(block_post.c.block_id)
        .join_from(block_post, variant, block_post.c.post_id == variant.c.post_id)
        .where(among(variant.c.platform_id, "platform"))
    )
    blocks = select(work_block.c.uid).where(
        or_(
            work_block.c.id.in_(on_platforms),
            work_block.c.id.in_(linked),
            work_block.c.id.in_(of_exceptions),
            among(work_block.c.campaign_id, "campaign"),
            among(work_block.c.member_id, "member"),
        )
    )
    return set(conn.scalars(versions, ids)) | set(conn.scalars(blocks, ids))


def _seen(changes: ChangeSet, columns: Mapping[str, str]) -> set[Value]:
    places = {table: _place(table, column) for table, column in columns.items()}
    return {
        image[places[row.table]]
        for row in changes.rows
        if row.table in places
        for image in (row.before, row.after)
        if image is not None
    }


def _posts(changes: ChangeSet) -> set[int]:
    """The posts of which something that can be seen has changed."""
    return set(_changed(changes, "post", set(metadata.tables["post"].columns.keys()) - _OWN_TO_US))


def _changed(changes: ChangeSet, table: str, columns: Iterable[str]) -> dict[int, bool]:
    """The rows of which something that can be seen has changed, and whether they were there before."""
    places = _places(table, columns)
    return {
        row.id: row.before is not None
        for row in changes.rows
        if row.table == table and (row.before is None or row.after is None or _differs(row, places))
    }


def _renamed(changes: ChangeSet, table: str, columns: Iterable[str]) -> set[Value]:
    places = _places(table, columns)
    return {row.id for row in changes.rows if row.table == table and _differs(row, places)}


def _differs(row: RowChange, places: Iterable[int]) -> bool:
    before, after = row.before, row.after
    return before is not None and after is not None and _part(before, places) != _part(after, places)


def _part(image: Image, places: Iterable[int]) -> list[Value]:
    return [image[place] for place in places]


def _places(table: str, columns: Iterable[str]) -> list[int]:
    return [_place(table, column) for column in columns]


def _place(table: str, column: str) -> int:
    return list(metadata.tables[table].columns.keys()).index(column)


def _ids(values: Iterable[Value]) -> list[int]:
    return [value for value in values if isinstance(value, int)]
