"""The owner's own calendars behind the week, and what was last read from them.

The content lies apart from undo, under the calendar's uid, and is found again when a removal is undone.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import delete, func, insert, select

from db.feed_records import BusyCalendar, BusyContent
from db.feed_schema import busy_calendar, busy_content

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.journal import Writer

_CALENDARS = select(busy_calendar).order_by(busy_calendar.c.position, busy_calendar.c.id)


def load_busy_calendars(conn: Connection) -> tuple[BusyCalendar, ...]:
    """All of them, hidden ones too, in the user's order."""
    return tuple(
        BusyCalendar(row.id, row.uid, row.name, row.source, row.address, row.is_shown, row.position)
        for row in conn.execute(_CALENDARS)
    )


def put_busy_calendar(writer: Writer, record: BusyCalendar) -> int:
    """Add a calendar behind the others, or replace one, which keeps its uid; answers its id.

    Raises StaleChange for an unknown id.
    """
    values: dict[str, object] = {
        "name": record.name,
        "source": record.source,
        "address": record.address,
        "is_shown": record.is_shown,
    }
    if record.id > 0:
        writer.update(busy_calendar, record.id, values | {"position": record.position})
        return record.id
    last = writer.connection.scalar(select(func.max(busy_calendar.c.position)))
    place = {"uid": record.uid or str(uuid4()), "position": 0 if last is None else int(last) + 1}
    return writer.insert(busy_calendar, values | place)


def remove_busy_calendar(writer: Writer, calendar_id: int) -> None:
    """Remove a calendar; its content stays until `forget_content`, for undo. Raises StaleChange for an unknown id."""
    writer.delete(busy_calendar, calendar_id)


def load_content(conn: Connection, uid: str) -> BusyContent | None:
    """What was last read from the calendar with this uid; None when it was never read."""
    row = conn.execute(select(busy_content).where(busy_content.c.uid == uid)).one_or_none()
    return None if row is None else BusyContent(row.uid, zlib.decompress(row.data), row.read_at, row.problem)


def keep_content(conn: Connection, content: BusyContent) -> None:
    """Remember what was read, in the place of what was read before. For `Store.keep`."""
    conn.execute(delete(busy_content).where(busy_content.c.uid == content.uid))
    values = {
        "uid": content.uid,
        "data": zlib.compress(content.data),
        "read_at": content.read_at,
        "problem": content.problem,
    }
    conn.execute(insert(busy_content), values)


def forget_content(conn: Connection) -> int:
    """Forget the content of calendars that are gone, once no undo can bring them back; answers of how many."""
    gone = busy_content.c.uid.not_in(select(busy_calendar.c.uid))
    return conn.execute(delete(busy_content).where(gone)).rowcount
