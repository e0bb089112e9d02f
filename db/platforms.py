"""The platforms of a plan, their order, and their targets for single weeks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.errors import StaleChange, StillInUse
from db.feed_schema import feed_platform
from db.feeds import leave_feeds
from db.records import Activity, ByActivity, Platform, Week, WeekOverride
from db.schema import (
    block_platform,
    exception_platform,
    platform,
    platform_week,
    series_version,
    time_entry,
    variant,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from db.journal import Writer
    from db.records import PlatformKind

_ALL = select(platform).order_by(platform.c.position, platform.c.id)
_OVERRIDES = select(platform_week).order_by(platform_week.c.week, platform_week.c.platform_id)


def load_platforms(conn: Connection) -> tuple[Platform, ...]:
    """All platforms, hidden ones too, in the user's order."""
    return tuple(
        Platform(
            id=row.id,
            key=row.key,
            kind=row.kind,
            name=row.name,
            handle=row.handle,
            url=row.url,
            position=row.position,
            is_active=row.is_active,
            target=row.target,
            cap=row.cap,
            corridor=(row.corridor_min, row.corridor_max),
            weights=ByActivity(row.weight_planning, row.weight_creation, row.weight_interaction, row.weight_monitoring),
        )
        for row in conn.execute(_ALL)
    )


def load_overrides(conn: Connection) -> tuple[WeekOverride, ...]:
    """All week overrides, by week."""
    return tuple(
        WeekOverride(row.id, row.platform_id, Week.parse(row.week), row.target, row.cap, row.note)
        for row in conn.execute(_OVERRIDES)
    )


def free_key(conn: Connection, kind: PlatformKind) -> str:
    """The next key of a kind that no platform has: `instagram`, then `instagram-2`, and so on."""
    taken = set(conn.scalars(select(platform.c.key)))
    key, number = kind.value, 1
    while key in taken:
        number += 1
        key = f"{kind.value}-{number}"
    return key


def put_platform(writer: Writer, record: Platform) -> int:
    """Add or replace a platform; answers its id. A new one is put behind the others, under a free key if it has none.

    Raises StaleChange for an unknown id.
    """
    if record.id > 0:
        writer.update(platform, record.id, _values(record))
        return record.id
    last = writer.connection.scalar(select(func.max(platform.c.position)))
    placed = replace(
        record,
        position=0 if last is None else last + 1,
        key=record.key or free_key(writer.connection, record.kind),
    )
    return writer.insert(platform, _values(placed))


def put_platforms(writer: Writer, records: Sequence[Platform]) -> None:
    """Add new platforms behind the others, in this order, whatever their ids."""
    for record in records:
        put_platform(writer, replace(record, id=0))


def remove_platform(writer: Writer, platform_id: int) -> None:
    """Remove a platform that nothing was ever planned for or booked on, with its week overrides.

    Feeds go on without it, those of it alone go with it.
    Raises StillInUse otherwise: such a platform can be hidden (`is_active` False).
    Raises StaleChange for an unknown id.
    """
    for table in (variant, series_version, block_platform, exception_platform, time_entry):
        if writer.rows(table.c.platform_id, [platform_id]):
            raise StillInUse(f"platform {platform_id} has rows in {table.name}")
    leave_feeds(writer, feed_platform.c.platform_id, platform_id)
    writer.delete_where(platform_week.c.platform_id, [platform_id])
    writer.delete(platform, platform_id)


def order_platforms(writer: Writer, ids: Sequence[int]) -> None:
    """Put the platforms into this order; those not named come behind, as they were."""
    known = {record.id: record for record in load_platforms(writer.connection)}
    if unknown := set(ids) - set(known):
        raise StaleChange(f"platforms {sorted(unknown)} are gone")
    ordered = [*dict.fromkeys(ids), *(platform_id for platform_id in known if platform_id not in ids)]
    for position, platform_id in enumerate(ordered):
        writer.update(platform, platform_id, {"position": position})


def put_override(writer: Writer, record: WeekOverride) -> int:
    """Set what differs in one week of a platform; answers its id. There is one per platform and week: the last wins.

    Raises StaleChange for an unknown id.
    """
    values = {
        "platform_id": record.platform_id,
        "week": str(record.week),
        "target": record.target,
        "cap": record.cap,
        "note": record.note,
    }
    same = select(platform_week.c.id).where(
        platform_week.c.platform_id == record.platform_id, platform_week.c.week == str(record.week)
    )
    holder = writer.connection.scalar(same)
    if record.id > 0:
        if holder is not None and holder != record.id:
            writer.delete(platform_week, holder)
        writer.update(platform_week, record.id, values)
        return record.id
    if holder is not None:
        writer.update(platform_week, holder, values)
        return int(holder)
    return writer.insert(platform_week, values)


def remove_override(writer: Writer, override_id: int) -> None:
    """Let the platform's own target count again. Raises StaleChange for an unknown id."""
    writer.delete(platform_week, override_id)


def _values(record: Platform) -> dict[str, object]:
    low, high = record.corridor
    return {
        "key": record.key,
        "kind": record.kind,
        "name": record.name,
        "handle": record.handle,
        "url": record.url,
        "position": record.position,
        "is_active": record.is_active,
        "target": record.target,
        "cap": record.cap,
        "corridor_min": low,
        "corridor_max": high,
        **{f"weight_{activity}": record.weights.of(activity) for activity in Activity},
    }
