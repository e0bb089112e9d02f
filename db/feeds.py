"""Calendars that go out, and the places to which they are brought. Records in, ids out.

An empty set of a feed means: all. So a feed whose last platform, campaign or person is removed from the plan goes with
it: left behind, it would tell its readers everything.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import func, select

from db.errors import StaleChange
from db.feed_records import Delivery, Feed
from db.feed_schema import delivery, feed, feed_campaign, feed_member, feed_platform

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Column, Connection, Table

    from db.journal import Writer

_FEEDS = select(feed).order_by(feed.c.position, feed.c.id)
_DELIVERIES = select(delivery).order_by(delivery.c.position, delivery.c.id)
_SETS = {"platform_ids": feed_platform, "campaign_ids": feed_campaign, "member_ids": feed_member}
_NAMED = {"platform_ids": "platform_id", "campaign_ids": "campaign_id", "member_ids": "member_id"}

_END = ".ics"
_LONGEST_STEM = 60
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "&": " und "})
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def load_feeds(conn: Connection) -> tuple[Feed, ...]:
    """All feeds, in the user's order."""
    sets = {name: _links(conn, table, _NAMED[name]) for name, table in _SETS.items()}
    return tuple(
        Feed(
            id=row.id,
            uid=row.uid,
            name=row.name,
            file_name=row.file_name,
            token=row.token,
            platform_ids=frozenset(sets["platform_ids"][row.id]),
            campaign_ids=frozenset(sets["campaign_ids"][row.id]),
            member_ids=frozenset(sets["member_ids"][row.id]),
            has_posts=row.has_posts,
            has_work=row.has_work,
            has_drafts=row.has_drafts,
            has_days=row.has_days,
            privacy=row.privacy,
            past_days=row.past_days,
            future_days=row.future_days,
            position=row.position,
        )
        for row in conn.execute(_FEEDS)
    )


def put_feed(writer: Writer, record: Feed) -> int:
    """Add a feed behind the others, or replace one, which keeps its uid; answers its id.

    An empty uid or token is made here; an empty token of a known feed is how it gets a new address. The file name is
    made safe and different from all others, from the feed's name when it is empty. Raises StaleChange for an unknown
    id.
    """
    values: dict[str, object] = {
        "name": record.name,
        "file_name": _free_file_name(writer.connection, record),
        "token": record.token or secrets.token_urlsafe(32),
        "has_posts": record.has_posts,
        "has_work": record.has_work,
        "has_drafts": record.has_drafts,
        "has_days": record.has_days,
        "privacy": record.privacy,
        "past_days": record.past_days,
        "future_days": record.future_days,
    }
    feed_id = record.id
    if feed_id < 1:
        place = {"uid": record.uid or str(uuid4()), "position": _behind(writer.connection, feed)}
        feed_id = writer.insert(feed, values | place)
    else:
        writer.update(feed, feed_id, values | {"position": record.position})
    for name, table in _SETS.items():
        rows = [{_NAMED[name]: each} for each in sorted(getattr(record, name))]
        writer.sync(table.c.feed_id, {feed_id: rows}, key=(_NAMED[name],))
    return feed_id


def remove_feed(writer: Writer, feed_id: int) -> None:
    """Remove a feed and the deliveries that bring it alone. Raises StaleChange for an unknown id."""
    writer.delete_where(delivery.c.feed_id, [feed_id])
    for table in _SETS.values():
        writer.delete_where(table.c.feed_id, [feed_id])
    writer.delete(feed, feed_id)


def order_feeds(writer: Writer, ids: Sequence[int]) -> None:
    """Put the feeds into this order; those not named come behind, as they were. Raises StaleChange for unknown ids."""
    known = list(writer.connection.scalars(select(feed.c.id).order_by(feed.c.position, feed.c.id)))
    if unknown := set(ids) - set(known):
        raise StaleChange(f"feeds {sorted(unknown)} are gone")
    ordered = [*dict.fromkeys(ids), *(feed_id for feed_id in known if feed_id not in ids)]
    writer.update_many(feed, {feed_id: {"position": position} for position, feed_id in enumerate(ordered)})


def leave_feeds(writer: Writer, named: Column[Any], gone: int) -> None:
    """Take a platform, campaign or person that is to be removed out of all feeds; those of it alone are removed.

    `named` is the column of the feeds' set that refers to it.
    """
    owner = named.table.c.feed_id
    for feed_id in writer.connection.scalars(select(owner).where(named == gone)).all():
        if len(writer.rows(owner, [feed_id])) == 1:
            remove_feed(writer, feed_id)
    writer.delete_where(named, [gone])


def load_deliveries(conn: Connection) -> tuple[Delivery, ...]:
    """All deliveries, those of other computers too, in the user's order."""
    return tuple(
        Delivery(
            id=row.id,
            uid=row.uid,
            kind=row.kind,
            address=row.address,
            feed_id=row.feed_id,
            user=row.user,
            public_address=row.public_address,
            is_active=row.is_active,
            machine=row.machine,
            position=row.position,
        )
        for row in conn.execute(_DELIVERIES)
    )


def put_delivery(writer: Writer, record: Delivery) -> int:
    """Add a delivery behind the others, or replace one, which keeps its uid; answers its id.

    Raises StaleChange for an unknown id.
    """
    values: dict[str, object] = {
        "kind": record.kind,
        "address": record.address,
        "feed_id": record.feed_id,
        "user": record.user,
        "public_address": record.public_address,
        "is_active": record.is_active,
        "machine": record.machine,
    }
    if record.id > 0:
        writer.update(delivery, record.id, values | {"position": record.position})
        return record.id
    place = {"uid": record.uid or str(uuid4()), "position": _behind(writer.connection, delivery)}
    return writer.insert(delivery, values | place)


def remove_delivery(writer: Writer, delivery_id: int) -> None:
    """Remove a delivery. What it brought stays where it is. Raises StaleChange for an unknown id."""
    writer.delete(delivery, delivery_id)


def _links(conn: Connection, table: Table, named: str) -> Mapping[int, Collection[int]]:
    found = defaultdict[int, list[int]](list)
    for feed_id, other_id in conn.execute(select(table.c.feed_id, table.c[named])):
        found[feed_id].append(other_id)
    return found


def _behind(conn: Connection, table: Table) -> int:
    last = conn.scalar(select(func.max(table.c.position)))
    return 0 if last is None else int(last) + 1


def _free_file_name(conn: Connection, record: Feed) -> str:
    """A name that every system takes; names that differ in case alone are one file on most of them."""
    stem = _stem(record.file_name.removesuffix(_END)) or _stem(record.name) or "kalender"
    others = conn.scalars(select(feed.c.file_name).where(feed.c.id != record.id))
    taken = {name.casefold() for name in others}
    name, number = stem + _END, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{_END}"
    return name


def _stem(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_SPELT_OUT)).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", plain).strip("-")[:_LONGEST_STEM].strip("-")
    return f"{stem}-kalender" if _TAKEN_BY_WINDOWS.fullmatch(stem) else stem
