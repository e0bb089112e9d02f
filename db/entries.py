"""Time really worked."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, or_, select

from db.errors import StaleChange
from db.plan import load_plan
from db.records import TimeEntry
from db.schema import time_entry

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from db.journal import Writer

_TOUCHING = (
    select(time_entry)
    .where(
        time_entry.c.started_at < bindparam("until"),
        or_(time_entry.c.ended_at.is_(None), time_entry.c.ended_at > bindparam("since")),
    )
    .order_by(time_entry.c.started_at, time_entry.c.id)
)
_RUNNING = select(time_entry).where(time_entry.c.ended_at.is_(None))
_ONE = select(time_entry).where(time_entry.c.id == bindparam("id"))


def load_entries(conn: Connection, first: date, last: date) -> tuple[TimeEntry, ...]:
    """The time entries that touch the days from `first` to `last` in the plan's zone, by start; a running one too."""
    zone = ZoneInfo(load_plan(conn).zone)
    edges = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, last + timedelta(days=1)))
    rows = conn.execute(_TOUCHING, dict(zip(("since", "until"), edges, strict=True)))
    return tuple(map(entry_of, rows))


def load_running(conn: Connection) -> TimeEntry | None:
    """The entry of the timer that runs, None while none does."""
    row = conn.execute(_RUNNING).one_or_none()
    return None if row is None else entry_of(row)


def load_entry(conn: Connection, entry_id: int) -> TimeEntry | None:
    """One time entry, None when it is gone."""
    row = conn.execute(_ONE, {"id": entry_id}).one_or_none()
    return None if row is None else entry_of(row)


def entry_of(row: Row[Any]) -> TimeEntry:
    """The record of a row of `time_entry`."""
    return TimeEntry(
        id=row.id,
        platform_id=row.platform_id,
        activity=row.activity,
        started_at=row.started_at,
        ended_at=row.ended_at,
        made_by=row.made_by,
        is_corrected=row.is_corrected,
        member_id=row.member_id,
        post_id=row.post_id,
        block_id=row.block_id,
        original_at=row.original_at,
        note=row.note,
    )


def put_entries(
    writer: Writer,
    records: Sequence[TimeEntry],
    post_ids: Mapping[int, int | None],
    block_ids: Mapping[int, int | None],
) -> list[int]:
    """Add or replace time entries; answers their ids in the same order.

    The mappings say what a post's or block's id really is, where that differs; None drops the reference.
    Raises StaleChange for an unknown id.
    """
    rows = [_entry_row(record, post_ids, block_ids) for record in records]
    stopped_first = sorted(
        (n for n, record in enumerate(records) if record.id > 0), key=lambda n: records[n].ended_at is None
    )  # there may be one running entry only, at no time two
    writer.update_many(time_entry, {records[n].id: rows[n] for n in stopped_first})
    new = iter(
        writer.insert_many(time_entry, [row for row, record in zip(rows, records, strict=True) if record.id < 1])
    )
    return [record.id if record.id > 0 else next(new) for record in records]


def remove_entries(writer: Writer, ids: Collection[int]) -> None:
    """Remove time entries. Raises StaleChange for an unknown id."""
    if ids and writer.delete_where(time_entry.c.id, ids) != len(ids):
        raise StaleChange(f"of the entries {sorted(ids)} some are gone")


def _entry_row(
    record: TimeEntry, post_ids: Mapping[int, int | None], block_ids: Mapping[int, int | None]
) -> dict[str, object]:
    block_id = None if record.block_id is None else block_ids.get(record.block_id, record.block_id)
    return {
        "platform_id": record.platform_id,
        "activity": record.activity,
        "started_at": record.started_at,
        "ended_at": record.ended_at,
        "made_by": record.made_by,
        "is_corrected": record.is_corrected,
        "member_id": record.member_id,
        "post_id": None if record.post_id is None else post_ids.get(record.post_id, record.post_id),
        "block_id": block_id,
        "original_at": None if block_id is None else record.original_at,
        "note": record.note,
    }
