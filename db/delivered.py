"""What is known to lie at the places to which feeds are brought. Undo does not change it: `Store.keep` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from db.feed_records import Delivered
from db.feed_schema import delivered, delivery

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Connection


def load_delivered(conn: Connection, delivery_uid: str) -> Mapping[str, Delivered]:
    """What lies at a delivery's place, or without a hash may lie there, by href."""
    rows = conn.execute(select(delivered).where(delivered.c.delivery_uid == delivery_uid).order_by(delivered.c.href))
    return {row.href: Delivered(row.href, row.etag, row.sha256) for row in rows}


def last_delivered(conn: Connection, delivery_uid: str) -> datetime | None:
    """The instant at which something was last brought there; None for never."""
    is_its = delivered.c.delivery_uid == delivery_uid
    query = select(func.max(delivered.c.brought_at)).where(is_its, delivered.c.sha256 != "")
    latest: datetime | None = conn.scalar(query)
    return latest


def keep_delivered(conn: Connection, delivery_uid: str, things: Iterable[Delivered], now: datetime) -> None:
    """Remember that exactly these things lie there; what is new among them or differs was brought `now`."""
    known = {row.href: row for row in conn.execute(select(delivered).where(delivered.c.delivery_uid == delivery_uid))}
    rows = []
    for thing in things:
        before = known.get(thing.href)
        is_same = before is not None and (before.etag, before.sha256) == (thing.etag, thing.sha256)
        rows.append(
            {
                "delivery_uid": delivery_uid,
                "href": thing.href,
                "etag": thing.etag,
                "sha256": thing.sha256,
                "brought_at": before.brought_at if before is not None and is_same else now,
            }
        )
    conn.execute(delete(delivered).where(delivered.c.delivery_uid == delivery_uid))
    if rows:
        conn.execute(insert(delivered), rows)


def forget_delivered(conn: Connection) -> int:
    """Forget the places of deliveries that are gone, once no undo can bring them back; answers how many things."""
    gone = delivered.c.delivery_uid.not_in(select(delivery.c.uid))
    return conn.execute(delete(delivered).where(gone)).rowcount
