"""Filters that a room of the window keeps under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from db.records import SavedFilter
from db.schema import saved_filter

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.journal import Writer

_OF_ROOM = (
    select(saved_filter)
    .where(saved_filter.c.room == bindparam("room"))
    .order_by(saved_filter.c.position, saved_filter.c.id)
)


def load_filters(conn: Connection, room: str) -> tuple[SavedFilter, ...]:
    """The saved filters of a room, in order."""
    rows = conn.execute(_OF_ROOM, {"room": room})
    return tuple(SavedFilter(row.id, row.room, row.name, row.criteria, row.position) for row in rows)


def put_filter(writer: Writer, record: SavedFilter) -> int:
    """Add or replace a filter, which takes the place of another with its name in its room; answers its id.

    Raises StaleChange for an unknown id.
    """
    values = {"room": record.room, "name": record.name, "position": record.position, "criteria": record.criteria}
    named = select(saved_filter.c.id).where(saved_filter.c.room == record.room, saved_filter.c.name == record.name)
    taken = writer.connection.scalar(named)
    if record.id < 1 and taken is None:
        return writer.insert(saved_filter, values)
    kept = record.id if record.id > 0 else int(taken or 0)
    if taken not in {None, kept}:
        writer.delete_where(saved_filter.c.id, [taken])
    writer.update(saved_filter, kept, values)
    return kept


def remove_filter(writer: Writer, filter_id: int) -> None:
    """Remove a filter. Raises StaleChange for an unknown id."""
    writer.delete(saved_filter, filter_id)
