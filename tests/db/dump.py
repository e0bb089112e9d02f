"""A plan as plain values, to compare it with itself at another time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from db.schema import metadata
from db.search_index import COLUMNS

if TYPE_CHECKING:
    from sqlalchemy import Connection

Dump: TypeAlias = dict[str, list[tuple[object, ...]]]

APART_FROM_HISTORY = frozenset({"revision", "delivered", "busy_content"})


def dump(conn: Connection) -> Dump:
    """Every row of every table as stored, by id, but for what is apart from what undo restores."""
    return {
        table.name: [tuple(row) for row in conn.exec_driver_sql(f'SELECT * FROM "{table.name}" ORDER BY id')]  # noqa: S608
        for table in metadata.sorted_tables
        if table.name not in APART_FROM_HISTORY
    }


def broken_references(conn: Connection) -> list[tuple[object, ...]]:
    """What SQLite's own check of the foreign keys finds."""
    return [tuple(row) for row in conn.exec_driver_sql("PRAGMA foreign_key_check")]


def indexed(conn: Connection) -> list[tuple[object, ...]]:
    """What the search index holds, post by post, the texts of versions and tags word by word."""
    names = ", ".join(COLUMNS)
    rows = conn.exec_driver_sql(f"SELECT rowid, {names} FROM post_search ORDER BY rowid")  # noqa: S608
    return [
        (post_id, title, body, sorted(versions.split()), note, campaign, sorted(tags.split()))
        for post_id, title, body, versions, note, campaign, tags in rows
    ]


def searchable(conn: Connection) -> list[tuple[object, ...]]:
    """What it has to hold."""
    posts = conn.exec_driver_sql("SELECT id, title, body, note, campaign_id FROM post ORDER BY id").all()
    campaigns = {row.id: row.name for row in conn.exec_driver_sql("SELECT id, name FROM campaign")}
    versions, tags = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    for post_id, body, hashtags in conn.exec_driver_sql("SELECT post_id, body, hashtags FROM variant"):
        versions[post_id] += [*(body or "").split(), *hashtags.split()]
    for post_id, tag in conn.exec_driver_sql("SELECT post_id, tag FROM post_tag"):
        tags[post_id] += tag.split()
    return [
        (post_id, title, body, sorted(versions[post_id]), note, campaigns.get(campaign_id, ""), sorted(tags[post_id]))
        for post_id, title, body, note, campaign_id in posts
    ]
