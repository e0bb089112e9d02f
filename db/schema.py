"""The tables of a plan file.

`REVISION` names the newest migration: a file with another one is upgraded (`db.upgrade`) or refused.
Ids are never used again (AUTOINCREMENT), so undo cannot meet a stranger. Every foreign key is RESTRICT: what belongs
together is removed row by row, where the journal sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

from db.column_types import Code, Instant, WallTime
from db.records import Activity, ExceptionKind, MadeBy, PlatformKind, Status

if TYPE_CHECKING:
    from datetime import datetime
    from enum import StrEnum

REVISION = "0002"
APPLICATION_ID = 0x576F5765  # "WoWe" in the file's header tells a plan from any other SQLite file

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: Column[Any] | CheckConstraint | UniqueConstraint | Index) -> Table:
    return Table(name, metadata, Column("id", Integer, primary_key=True), *parts, sqlite_autoincrement=True)


def _refers_to(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, ForeignKey(target, ondelete="RESTRICT"), nullable=nullable, index=True)


def _text(name: str, *, nullable: bool = False, unique: bool = False) -> Column[str]:
    return Column(name, String, nullable=nullable, unique=unique)


def _number(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable)


def _wall(name: str, *, nullable: bool = False, index: bool = False) -> Column[datetime]:
    return Column(name, WallTime, nullable=nullable, index=index)


def _instant(name: str, *, nullable: bool = False, index: bool = False) -> Column[datetime]:
    return Column(name, Instant, nullable=nullable, index=index)


def _one_of(name: str, enum: type[StrEnum], *, nullable: bool = False) -> tuple[Column[StrEnum], CheckConstraint]:
    codes = ", ".join(f"'{member.value}'" for member in enum)
    return Column(name, Code(enum), nullable=nullable), CheckConstraint(f"{name} IN ({codes})", name=name)


_ON_ONE_DAY = (
    "(substr(ends_at, 1, 10) = substr(starts_at, 1, 10) AND (ends_at > starts_at OR ends_at LIKE '%/1'))"
    " OR ends_at = date(substr(starts_at, 1, 10), '+1 day') || 'T00:00'"
)
_POSITIVE_SHARE = "share > 0"

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("name"),
    _text("zone"),
    _text("region"),
    _text("language"),
    _text("place"),
    _text("website"),
    _number("post_minute"),
    Column("suggests_occasions", Boolean, nullable=False),
    _instant("created_at"),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("post_minute BETWEEN 0 AND 1439", name="post_minute"),
)

working_hours = _table(
    "working_hours",
    _number("weekday"),
    _number("starts"),
    _number("ends"),
    UniqueConstraint("weekday"),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("starts >= 0 AND ends > starts AND ends <= 1440", name="span"),
)

closed_day = _table(
    "closed_day",
    _text("name"),
    Column("day", Date, nullable=True),
    _number("weekday", nullable=True),
    CheckConstraint("(day IS NULL) <> (weekday IS NULL)", name="one_kind"),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
)

platform = _table(
    "platform",
    _text("key", unique=True),
    *_one_of("kind", PlatformKind),
    _text("name"),
    _text("handle"),
    _text("url"),
    _number("position"),
    Column("is_active", Boolean, nullable=False),
    _number("target"),
    _number("cap", nullable=True),
    _number("corridor_min"),
    _number("corridor_max"),
    *(_number(f"weight_{activity}") for activity in Activity),
    CheckConstraint("target >= 0", name="target"),
    CheckConstraint("cap >= target", name="cap"),
    CheckConstraint("corridor_min >= 0 AND corridor_max >= corridor_min", name="corridor"),
    CheckConstraint(" AND ".join(f"weight_{activity} >= 0" for activity in Activity), name="weights"),
)

platform_week = _table(
    "platform_week",
    _refers_to("platform_id", "platform.id"),
    _text("week"),
    _number("target", nullable=True),
    _number("cap", nullable=True),
    _text("note"),
    UniqueConstraint("platform_id", "week"),
    CheckConstraint("week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'", name="week"),
    CheckConstraint("target >= 0", name="target"),
    CheckConstraint("cap >= coalesce(target, 0)", name="cap"),
)

# "format" is a function of SQLite, harmless as a table's name
format_ = _table("format", _text("key", unique=True), _text("name"), _number("position"))

format_effort = _table(
    "format_effort",
    _refers_to("format_id", "format.id"),
    *_one_of("activity", Activity),
    _number("minutes"),
    UniqueConstraint("format_id", "activity"),
    CheckConstraint("minutes > 0", name="minutes"),
)

campaign = _table(
    "campaign",
    _text("name"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    _text("brief"),
    _number("budget_cents", nullable=True),
    CheckConstraint("ends_on >= starts_on", name="days"),
    CheckConstraint("budget_cents >= 0", name="budget_cents"),
)

occasion = _table(
    "occasion",
    _text("name"),
    Column("day", Date, nullable=False),
    Column("is_yearly", Boolean, nullable=False),
)

member = _table(
    "member",
    _text("name"),
    _text("initials"),
    _number("weekly_minutes", nullable=True),
    Column("left_on", Date, nullable=True),
    CheckConstraint("weekly_minutes >= 0", name="weekly_minutes"),
)

post_series = _table(
    "post_series",
    _text("uid", unique=True),
    _text("rrule"),
    _wall("starts_at"),
    Column("created_until", Date, nullable=True),
    _text("title"),
    _text("body"),
    Column("format_key", ForeignKey("format.key", ondelete="RESTRICT"), nullable=True, index=True),
    _refers_to("campaign_id", "campaign.id", nullable=True),
    _refers_to("owner_id", "member.id", nullable=True),
    _refers_to("approver_id", "member.id", nullable=True),
    _text("note"),
    *(_number(f"effort_{activity}") for activity in Activity),
    CheckConstraint("rrule <> ''", name="rrule"),
    CheckConstraint(" AND ".join(f"effort_{activity} >= 0" for activity in Activity), name="effort"),
)

series_tag = _table(
    "series_tag",
    _refers_to("series_id", "post_series.id"),
    _text("tag"),
    UniqueConstraint("series_id", "tag"),
    CheckConstraint("tag <> ''", name="tag"),
)

series_version = _table(
    "series_version",
    _refers_to("series_id", "post_series.id"),
    _refers_to("platform_id", "platform.id"),
    _wall("starts_at", nullable=True),
    _text("body", nullable=True),
    _text("hashtags"),
    _text("link"),
    _number("share", nullable=True),
    UniqueConstraint("series_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

post = _table(
    "post",
    _text("uid", unique=True),
    _text("title"),
    _text("body"),
    Column("format_key", ForeignKey("format.key", ondelete="RESTRICT"), nullable=True, index=True),
    _refers_to("campaign_id", "campaign.id", nullable=True),
    _refers_to("owner_id", "member.id", nullable=True),
    _refers_to("approver_id", "member.id", nullable=True),
    _text("note"),
    _instant("created_at"),
    Column("rank", Integer, nullable=False, server_default=text("0")),
    Column("series_id", ForeignKey("post_series.id", ondelete="RESTRICT"), nullable=True),
    _wall("series_at", nullable=True),
    CheckConstraint("(series_id IS NULL) = (series_at IS NULL)", name="series"),
)
Index("ix_post_series_id_series_at", post.c.series_id, post.c.series_at)

post_tag = _table(
    "post_tag",
    _refers_to("post_id", "post.id"),
    _text("tag"),
    UniqueConstraint("post_id", "tag"),
    CheckConstraint("tag <> ''", name="tag"),
)

variant = _table(
    "variant",
    _text("uid", unique=True),
    _refers_to("post_id", "post.id"),
    _refers_to("platform_id", "platform.id"),
    _wall("starts_at", nullable=True, index=True),
    _text("body", nullable=True),
    _text("hashtags"),
    _text("link"),
    _number("share", nullable=True),
    *_one_of("status", Status),
    *_one_of("held_from", Status, nullable=True),
    _refers_to("approved_by", "member.id", nullable=True),
    _instant("approved_at", nullable=True),
    _instant("published_at", nullable=True, index=True),
    _text("url"),
    UniqueConstraint("post_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

post_effort = _table(
    "post_effort",
    _refers_to("post_id", "post.id"),
    *_one_of("activity", Activity),
    _number("minutes"),
    UniqueConstraint("post_id", "activity"),
    CheckConstraint("minutes > 0", name="minutes"),
)

media = _table("media", _text("sha256", unique=True), CheckConstraint("length(sha256) = 64", name="sha256"))

variant_media = _table(
    "variant_media",
    _refers_to("variant_id", "variant.id"),
    _refers_to("media_id", "media.id"),
    _number("position"),
    UniqueConstraint("variant_id", "position"),
)

work_block = _table(
    "work_block",
    _text("uid", unique=True),
    _text("title"),
    *_one_of("activity", Activity),
    _wall("starts_at", index=True),
    _wall("ends_at"),
    _text("rrule", nullable=True),
    _refers_to("member_id", "member.id", nullable=True),
    _refers_to("campaign_id", "campaign.id", nullable=True),
    _text("note"),
    _instant("created_at"),
    CheckConstraint(_ON_ONE_DAY, name="one_day"),
    CheckConstraint("rrule <> ''", name="rrule"),
)
Index("ix_work_block_series", work_block.c.starts_at, sqlite_where=work_block.c.rrule.is_not(None))

block_platform = _table(
    "block_platform",
    _refers_to("block_id", "work_block.id"),
    _refers_to("platform_id", "platform.id"),
    _number("share", nullable=True),
    UniqueConstraint("block_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

block_exception = _table(
    "block_exception",
    _refers_to("block_id", "work_block.id"),
    _wall("original_at"),
    *_one_of("kind", ExceptionKind),
    _wall("starts_at", nullable=True, index=True),
    _wall("ends_at", nullable=True),
    _text("title", nullable=True),
    *_one_of("activity", Activity, nullable=True),
    _refers_to("member_id", "member.id", nullable=True),
    _text("note", nullable=True),
    UniqueConstraint("block_id", "original_at"),
    CheckConstraint(_ON_ONE_DAY, name="one_day"),
    CheckConstraint(
        "kind = 'changed' OR coalesce(starts_at, ends_at, title, activity, member_id, note) IS NULL",
        name="cancelled",
    ),
)

exception_platform = _table(
    "exception_platform",
    _refers_to("exception_id", "block_exception.id"),
    _refers_to("platform_id", "platform.id"),
    _number("share", nullable=True),
    UniqueConstraint("exception_id", "platform_id"),
    CheckConstraint(_POSITIVE_SHARE, name="share"),
)

block_done = _table(
    "block_done",
    _refers_to("block_id", "work_block.id"),
    _wall("original_at"),
    UniqueConstraint("block_id", "original_at"),
)

block_post = _table(
    "block_post",
    _refers_to("block_id", "work_block.id"),
    _wall("original_at"),
    _refers_to("post_id", "post.id"),
    UniqueConstraint("block_id", "original_at", "post_id"),
)

time_entry = _table(
    "time_entry",
    _refers_to("platform_id", "platform.id"),
    *_one_of("activity", Activity),
    _instant("started_at", index=True),
    _instant("ended_at", nullable=True, index=True),
    *_one_of("made_by", MadeBy),
    Column("is_corrected", Boolean, nullable=False),
    _refers_to("member_id", "member.id", nullable=True),
    _refers_to("post_id", "post.id", nullable=True),
    Column("block_id", ForeignKey("work_block.id", ondelete="RESTRICT"), nullable=True),
    _wall("original_at", nullable=True),
    _text("note"),
    CheckConstraint("ended_at > started_at", name="span"),
    CheckConstraint("ended_at IS NOT NULL OR made_by = 'timer'", name="running"),
    CheckConstraint("original_at IS NULL OR block_id IS NOT NULL", name="occurrence"),
)
Index("ix_time_entry_block_id_original_at", time_entry.c.block_id, time_entry.c.original_at)
Index(
    "uq_time_entry_running", time_entry.c.made_by, unique=True, sqlite_where=time_entry.c.ended_at.is_(None)
)  # a running entry is the timer's, so one of them is one at all
LASTS_DAYS = text("substr(ended_at, 1, 10) > date(substr(started_at, 1, 10), '+5 days')")
Index("ix_time_entry_lasting", time_entry.c.started_at, sqlite_where=LASTS_DAYS)

revision = _table("revision", _text("uid", unique=True), _number("n"), _instant("changed_at"))

saved_filter = _table(
    "saved_filter",
    _text("room"),
    _text("name"),
    _number("position"),
    _text("criteria"),
    UniqueConstraint("room", "name"),
    CheckConstraint("json_valid(criteria)", name="criteria"),
)
