"""The tables of calendars that go out and come in; `db.schema` has the others and the rules for all."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, LargeBinary, UniqueConstraint

from db.columns import instant, number, one_of, refers_to, table, text
from db.feed_records import BusySource, DeliveryKind, Privacy

feed = table(
    "feed",
    text("uid", unique=True),
    text("name"),
    text("file_name", unique=True),
    text("token", unique=True),
    Column("has_posts", Boolean, nullable=False),
    Column("has_work", Boolean, nullable=False),
    Column("has_drafts", Boolean, nullable=False),
    Column("has_days", Boolean, nullable=False),
    *one_of("privacy", Privacy),
    number("past_days"),
    number("future_days"),
    number("position"),
    CheckConstraint("file_name GLOB '?*.ics'", name="file_name"),
    CheckConstraint("length(token) >= 32", name="token"),
    CheckConstraint("past_days >= 0 AND future_days >= 0", name="window"),
)

feed_platform = table(
    "feed_platform",
    refers_to("feed_id", "feed.id"),
    refers_to("platform_id", "platform.id"),
    UniqueConstraint("feed_id", "platform_id"),
)

feed_campaign = table(
    "feed_campaign",
    refers_to("feed_id", "feed.id"),
    refers_to("campaign_id", "campaign.id"),
    UniqueConstraint("feed_id", "campaign_id"),
)

feed_member = table(
    "feed_member",
    refers_to("feed_id", "feed.id"),
    refers_to("member_id", "member.id"),
    UniqueConstraint("feed_id", "member_id"),
)

delivery = table(
    "delivery",
    text("uid", unique=True),
    *one_of("kind", DeliveryKind),
    text("address"),
    refers_to("feed_id", "feed.id", nullable=True),
    text("user"),
    text("public_address"),
    Column("is_active", Boolean, nullable=False),
    text("machine"),
    number("position"),
    CheckConstraint("address <> ''", name="address"),
    CheckConstraint("feed_id IS NOT NULL OR kind = 'folder'", name="every_feed"),
)

# What lies elsewhere does not change with an undo here, so no foreign key and no journal
delivered = table(
    "delivered",
    text("delivery_uid"),
    text("href"),
    text("etag"),
    text("sha256"),
    instant("brought_at"),
    UniqueConstraint("delivery_uid", "href"),
)

busy_calendar = table(
    "busy_calendar",
    text("uid", unique=True),
    text("name"),
    *one_of("source", BusySource),
    text("address"),
    Column("is_shown", Boolean, nullable=False),
    number("position"),
)

# Found again by its uid when the removal of a busy calendar is undone, so no foreign key and no journal
busy_content = table(
    "busy_content",
    text("uid", unique=True),
    Column("data", LargeBinary, nullable=False),
    instant("read_at"),
    text("problem"),
)
