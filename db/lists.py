"""The short lists of a plan: formats, campaigns, people, occasions, closed days. Records in, ids out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.errors import StillInUse
from db.feed_schema import feed_campaign, feed_member
from db.feeds import leave_feeds
from db.records import ACTIVITIES, ByActivity, Campaign, ClosedDay, Format, Member, Occasion
from db.schema import (
    block_exception,
    campaign,
    closed_day,
    format_,
    format_effort,
    member,
    occasion,
    post,
    post_series,
    time_entry,
    variant,
    work_block,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

    from db.journal import Writer

# What a format usually costs, in minutes of planning, creation, interaction and monitoring
DEFAULT_FORMATS = (
    Format("text", "Text", 0, ByActivity(10, 25, 15, 5)),
    Format("image", "Image", 1, ByActivity(10, 35, 15, 5)),
    Format("carousel", "Carousel", 2, ByActivity(20, 70, 15, 0)),
    Format("story", "Story", 3, ByActivity(5, 15, 10, 0)),
    Format("reel", "Reel", 4, ByActivity(20, 90, 20, 10)),
    Format("video", "Video", 5, ByActivity(40, 180, 30, 15)),
    Format("poll", "Poll", 6, ByActivity(10, 10, 15, 5)),
    Format("event", "Event", 7, ByActivity(20, 30, 20, 10)),
    Format("article", "Article", 8, ByActivity(30, 120, 15, 10)),
)

_FORMATS = (
    select(format_.c.key, format_.c.name, format_.c.position, format_effort.c.activity, format_effort.c.minutes)
    .select_from(format_.outerjoin(format_effort))
    .order_by(format_.c.position, format_.c.id)
)
_CAMPAIGNS = select(campaign).order_by(campaign.c.starts_on, campaign.c.id)
_MEMBERS = select(member).order_by(member.c.id)
_OCCASIONS = select(occasion).order_by(occasion.c.day, occasion.c.id)
_CLOSED_DAYS = select(closed_day).order_by(closed_day.c.weekday, closed_day.c.day, closed_day.c.id)


def load_formats(conn: Connection) -> tuple[Format, ...]:
    """All formats, in order."""
    found: dict[str, tuple[str, int, dict[str, int]]] = {}
    for row in conn.execute(_FORMATS):
        minutes = found.setdefault(row.key, (row.name, row.position, {}))[2]
        if row.activity is not None:
            minutes[row.activity.value] = row.minutes
    return tuple(Format(key, name, position, ByActivity(**minutes)) for key, (name, position, minutes) in found.items())


def load_campaigns(conn: Connection) -> tuple[Campaign, ...]:
    """All campaigns, by their first day."""
    return tuple(
        Campaign(row.id, row.name, row.starts_on, row.ends_on, row.brief, row.budget_cents)
        for row in conn.execute(_CAMPAIGNS)
    )


def load_members(conn: Connection) -> tuple[Member, ...]:
    """All people, those who have left too, by id."""
    return tuple(
        Member(row.id, row.name, row.initials, row.weekly_minutes, row.left_on) for row in conn.execute(_MEMBERS)
    )


def load_occasions(conn: Connection) -> tuple[Occasion, ...]:
    """The plan's own occasions, by day."""
    return tuple(Occasion(row.id, row.name, row.day, row.is_yearly) for row in conn.execute(_OCCASIONS))


def load_closed_days(conn: Connection) -> tuple[ClosedDay, ...]:
    """All closed days: dates, then weekdays."""
    return tuple(ClosedDay(row.id, row.name, row.day, row.weekday) for row in conn.execute(_CLOSED_DAYS))


def put_format(writer: Writer, record: Format) -> int:
    """Add or replace the format with the record's key; answers its row's id."""
    values = {"key": record.key, "name": record.name, "position": record.position}
    known = writer.connection.scalar(select(format_.c.id).where(format_.c.key == record.key))
    if known is None:
        known = writer.insert(format_, values)
    else:
        writer.update(format_, known, values)
    writer.sync(format_effort.c.format_id, {known: effort_rows(record.effort)}, key=("activity",))
    return known


def effort_rows(effort: ByActivity) -> list[dict[str, object]]:
    """Minutes per activity as rows; nothing is written for none."""
    return [
        {"activity": activity, "minutes": minutes}
        for activity, minutes in zip(ACTIVITIES, effort, strict=True)
        if minutes
    ]


def put_campaign(writer: Writer, record: Campaign) -> int:
    """Add or replace a campaign. Raises StaleChange for an unknown id."""
    values = {
        "name": record.name,
        "starts_on": record.starts_on,
        "ends_on": record.ends_on,
        "brief": record.brief,
        "budget_cents": record.budget_cents,
    }
    return _put(writer, campaign, record.id, values)


def remove_campaign(writer: Writer, campaign_id: int) -> None:
    """Remove a campaign; its posts, their series and work blocks stay, without one.

    Feeds go on without it, those of it alone go with it. Raises StaleChange for an unknown id.
    """
    leave_feeds(writer, feed_campaign.c.campaign_id, campaign_id)
    for table in (post, post_series, work_block):
        writer.update_where(table.c.campaign_id, [campaign_id], {"campaign_id": None})
    writer.delete(campaign, campaign_id)


def put_member(writer: Writer, record: Member) -> int:
    """Add or replace a person. Raises StaleChange for an unknown id."""
    values = {
        "name": record.name,
        "initials": record.initials,
        "weekly_minutes": record.weekly_minutes,
        "left_on": record.left_on,
    }
    return _put(writer, member, record.id, values)


def remove_member(writer: Writer, member_id: int) -> None:
    """Remove a person whom nothing names but feeds; they go on without, those of the person alone go, too.

    Raises StillInUse otherwise: such a person can leave (`left_on`). Raises StaleChange for an unknown id.
    """
    named = (
        post.c.owner_id,
        post.c.approver_id,
        post_series.c.owner_id,
        post_series.c.approver_id,
        variant.c.approved_by,
        work_block.c.member_id,
        block_exception.c.member_id,
        time_entry.c.member_id,
    )
    for column in named:
        if writer.rows(column, [member_id]):
            raise StillInUse(f"member {member_id} is named in {column}")
    leave_feeds(writer, feed_member.c.member_id, member_id)
    writer.delete(member, member_id)


def put_occasion(writer: Writer, record: Occasion) -> int:
    """Add or replace an occasion. Raises StaleChange for an unknown id."""
    return _put(writer, occasion, record.id, {"name": record.name, "day": record.day, "is_yearly": record.is_yearly})


def remove_occasion(writer: Writer, occasion_id: int) -> None:
    """Remove an occasion. Raises StaleChange for an unknown id."""
    writer.delete(occasion, occasion_id)


def put_closed_day(writer: Writer, record: ClosedDay) -> int:
    """Add or replace a closed day. Raises StaleChange for an unknown id."""
    return _put(writer, closed_day, record.id, {"name": record.name, "day": record.day, "weekday": record.weekday})


def remove_closed_day(writer: Writer, closed_day_id: int) -> None:
    """Remove a closed day. Raises StaleChange for an unknown id."""
    writer.delete(closed_day, closed_day_id)


def put_formats(writer: Writer, records: Sequence[Format]) -> None:
    """Add or replace several formats."""
    for record in records:
        put_format(writer, record)


def _put(writer: Writer, table: Table, record_id: int, values: Mapping[str, object]) -> int:
    if record_id > 0:
        writer.update(table, record_id, values)
        return record_id
    return writer.insert(table, values)
