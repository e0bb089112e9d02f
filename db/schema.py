"""The tables of a plan file.

`REVISION` names the newest migration: a file with another one is upgraded (`db.upgrade`) or refused.
Ids are never used again (AUTOINCREMENT), so undo cannot meet a stranger. Every foreign key is RESTRICT: what belongs
together is removed row by row, where the journal sees it.
"""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, Table, UniqueConstraint
from sqlalchemy import text as sql

import db.feed_schema  # noqa: F401 - a plan has its tables, too
from db import columns
from db.columns import instant, number, one_of, refers_to, table, text, wall
from db.records import Activity, ExceptionKind, MadeBy, PlatformKind, Status

REVISION = "0003"
APPLICATION_ID = 0x576F5765  # "WoWe" in the file's header tells a plan from any other SQLite file
metadata = columns.metadata  # who gets it here gets every table

_ON_ONE_DAY = (
    "(substr(ends_at, 1, 10) = substr(starts_at, 1, 10) AND (ends_at > starts_at OR ends_at LIKE '%/1'))"
    " OR ends_at = date(substr(starts_at, 1, 10), '+1 day') || 'T00:00'"
)
_POSITIVE_SHARE = "share > 0"

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    text("name"),
    text("zone"),
    text("region"),
    text("language"),
    text("place"),
    text("website"),
    number("post_minute"),
    Column("suggests_occasions", Boolean, nullable=False),
    instant("created_at"),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("post_minute BETWEEN 0 AND 1439", name="post_minute"),
)

working_hours = table(
    "working_hours",
    number("weekday"),
    number("starts"),
    number("ends"),
    UniqueConstraint("weekday"),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("starts >= 0 AND ends > starts AND ends <= 1440", name="span"),
)

closed_day = table(
    "closed_day",
    text("name"),
    Column("day", Date, nullable=True),
    number("weekday", nullable=True),
    CheckConstraint("(day IS NULL) <> (weekday IS NULL)", name="one_kind"),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
)

platform = table(
    "platform",
    text("key", unique=True),
    *one_of("kind", PlatformKind),
    text("name"),
    text("handle"),
    text("url"),
    number("position"),
    Column("is_active", Boolean, nullable=False),
    number("target"),
    number("cap", nullable=True),
    number("corridor_min"),
    number("corridor_max"),
    *(number(f"weight_{activity}") for activity in Activity),
    CheckConstraint("target >= 0", name="target"),
    CheckConstraint("cap >= target", name="cap"),
    CheckConstraint("corridor_min >= 0 AND corridor_max >= corridor_min", name="corridor"),
    CheckConstraint(" AND ".join(f"weight_{activity} >= 0" for activity in Activity), name="weights"),
)

platform_week = table(
    "platform_week",
    refers_to("platform_id", "platform.id"),
    text("week"),
    number("target", nullable=True),
    number("cap", nullable=True),
    text("note"),
    UniqueConstraint("platform_id", "week"),
    CheckConstraint("week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'", name="week"),
    CheckConstraint("target >= 0", name="target"),
    CheckConstraint("cap >= coalesce(target, 0)", name="cap"),
)

# "format" is a function of SQLite, harmless as a table's name
format_ = table("format", text("key", unique=True), text("name"), number("position"))

format_effort = table(
    "format_effort",
    refers_to("format_id", "format.id"),
    *one_of("activity", Activity),
    number("minutes"),
    UniqueConstraint("format_id", "activity"),
    CheckConstraint("minutes > 0", name="minutes"),
)

campaign = table(
    "campaign",
    text("name"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    text("brief"),
    number("budget_cents", nullable=True),
    CheckConstraint("ends_on >= starts_on", name="days"),
    CheckConstraint("budget_cents >= 0", name="budget_cents"),
)

occasion = table(
    "occasion",
    text("name"),
    Column("day", Date, nullable=False),
    Column("is_yearly", Boolean, nullable=False),
)

member = table(
    "member",
    text("name"),
    text("initials"),
    number("weekly_minutes", nullable=True),
    Column("left_on", Date, nullable=True),
    CheckConstraint("weekly_minutes >= 0", name="weekly_minutes"),
)

post_series = table(
    "post_series",
    text("uid", unique=True),
    text("rrule"),
    wall("starts_at"),
    Column("created_until", Date, nullable=True),
    text("title"),
    text("body"),
    Column("format_key", ForeignKey("format.key", ondelete="RESTRICT"), nullable=True, index=True),
    refers_to("campaign_id", "campaign.id", nullable=True),
    refers_to("owner_id", "member.id", nullable=True),
    refers_to("approver_id", "member.id", nullable=True),
    text("note"),
    *(number(f"effort_{activity}") for activity in Activity),
    CheckConstraint("rrule <> ''", name="rrule"),
    CheckConstraint(" AND ".join(f"effort_{activity} >= 0" for activity in Activity), name="effort"),
)

series_tag = table(
    "series_tag",
    refers_to("series_id", "post_series.id"),
    text("tag"),
    UniqueConstraint("series_id", "tag"),
    CheckConstraint("tag <> ''", name="tag"),
)

series_version = table(
    "series_version",
    refers_to("series_id", "post_series.id"),
    refers_to("platform_id", "platform.id"),
    wall("starts_at", nullable=True),
    text("body", nullable=True),
    text("hashtags"),
    text("link"),
    number("share", nullable=True),
    UniqueConstraint("series_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

post = table(
    "post",
    text("uid", unique=True),
    text("title"),
    text("body"),
    Column("format_key", ForeignKey("format.key", ondelete="RESTRICT"), nullable=True, index=True),
    refers_to("campaign_id", "campaign.id", nullable=True),
    refers_to("owner_id", "member.id", nullable=True),
    refers_to("approver_id", "member.id", nullable=True),
    text("note"),
    instant("created_at"),
    Column("rank", Integer, nullable=False, server_default=sql("0")),
    Column("series_id", ForeignKey("post_series.id", ondelete="RESTRICT"), nullable=True),
    wall("series_at", nullable=True),
    CheckConstraint("(series_id IS NULL) = (series_at IS NULL)", name="series"),
)
Index("ix_post_series_id_series_at", post.c.series_id, post.c.series_at)

post_tag = table(
    "post_tag",
    refers_to("post_id", "post.id"),
    text("tag"),
    UniqueConstraint("post_id", "tag"),
    CheckConstraint("tag <> ''", name="tag"),
)

variant = table(
    "variant",
    text("uid", unique=True),
    refers_to("post_id", "post.id"),
    refers_to("platform_id", "platform.id"),
    wall("starts_at", nullable=True, index=True),
    text("body", nullable=True),
    text("hashtags"),
    text("link"),
    number("share", nullable=True),
    *one_of("status", Status),
    *one_of("held_from", Status, nullable=True),
    refers_to("approved_by", "member.id", nullable=True),
    instant("approved_at", nullable=True),
    instant("published_at", nullable=True, index=True),
    text("url"),
    UniqueConstraint("post_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

post_effort = table(
    "post_effort",
    refers_to("post_id", "post.id"),
    *one_of("activity", Activity),
    number("minutes"),
    UniqueConstraint("post_id", "activity"),
    CheckConstraint("minutes > 0", name="minutes"),
)

media = table("media", text("sha256", unique=True), CheckConstraint("length(sha256) = 64", name="sha256"))

variant_media = table(
    "variant_media",
    refers_to("variant_id", "variant.id"),
    refers_to("media_id", "media.id"),
    number("position"),
    UniqueConstraint("variant_id", "position"),
)

work_block = table(
    "work_block",
    text("uid", unique=True),
    text("title"),
    *one_of("activity", Activity),
    wall("starts_at", index=True),
    wall("ends_at"),
    text("rrule", nullable=True),
    refers_to("member_id", "member.id", nullable=True),
    refers_to("campaign_id", "campaign.id", nullable=True),
    text("note"),
    instant("created_at"),
    CheckConstraint(_ON_ONE_DAY, name="one_day"),
    CheckConstraint("rrule <> ''", name="rrule"),
)
Index("ix_work_block_series", work_block.c.starts_at, sqlite_where=work_block.c.rrule.is_not(None))

block_platform = table(
    "block_platform",
    refers_to("block_id", "work_block.id"),
    refers_to("platform_id", "platform.id"),
    number("share", nullable=True),
    UniqueConstraint("block_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

block_exception = table(
    "block_exception",
    refers_to("block_id", "work_block.id"),
    wall("original_at"),
    *one_of("kind", ExceptionKind),
    wall("starts_at", nullable=True, index=True),
    wall("ends_at", nullable=True),
    text("title", nullable=True),
    *one_of("activity", Activity, nullable=True),
    refers_to("member_id", "member.id", nullable=True),
    text("note", nullable=True),
    UniqueConstraint("block_id", "original_at"),
    CheckConstraint(_ON_ONE_DAY, name="one_day"),
    CheckConstraint(
        "kind = 'changed' OR coalesce(starts_at, ends_at, title, activity, member_id, note) IS NULL",
        name="cancelled",
    ),
)

exception_platform = table(
    "exception_platform",
    refers_to("exception_id", "block_exception.id"),
    refers_to("platform_id", "platform.id"),
    number("share", nullable=True),
    UniqueConstraint("exception_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

block_done = table(
    "block_done",
    refers_to("block_id", "work_block.id"),
    wall("original_at"),
    UniqueConstraint("block_id", "original_at"),
)

block_post = table(
    "block_post",
    refers_to("block_id", "work_block.id"),
    wall("original_at"),
    refers_to("post_id", "post.id"),
    UniqueConstraint("block_id", "original_at", "post_id"),
)

time_entry = table(
    "time_entry",
    refers_to("platform_id", "platform.id"),
    *one_of("activity", Activity),
    instant("started_at", index=True),
    instant("ended_at", nullable=True, index=True),
    *one_of("made_by", MadeBy),
    Column("is_corrected", Boolean, nullable=False),
    refers_to("member_id", "member.id", nullable=True),
    refers_to("post_id", "post.id", nullable=True),
    Column("block_id", ForeignKey("work_block.id", ondelete="RESTRICT"), nullable=True),
    wall("original_at", nullable=True),
    text("note"),
    CheckConstraint("ended_at > started_at", name="span"),
    CheckConstraint("ended_at IS NOT NULL OR made_by = 'timer'", name="running"),
    CheckConstraint("original_at IS NULL OR block_id IS NOT NULL", name="occurrence"),
)
Index("ix_time_entry_block_id_original_at", time_entry.c.block_id, time_entry.c.original_at)
Index(
    "uq_time_entry_running", time_entry.c.made_by, unique=True, sqlite_where=time_entry.c.ended_at.is_(None)
)  # a running entry is the timer's, so one of them is one at all
LASTS_DAYS = sql("substr(ended_at, 1, 10) > date(substr(started_at, 1, 10), '+5 days')")
Index("ix_time_entry_lasting", time_entry.c.started_at, sqlite_where=LASTS_DAYS)

revision = table("revision", text("uid", unique=True), number("n"), instant("changed_at"))

saved_filter = table(
    "saved_filter",
    text("room"),
    text("name"),
    number("position"),
    text("criteria"),
    UniqueConstraint("room", "name"),
    CheckConstraint("json_valid(criteria)", name="criteria"),
)
