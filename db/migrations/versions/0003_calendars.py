"""Calendars that go out, where they are brought, and the calendars of the owner's own behind the week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _refers_to(name: str, target: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(target, ondelete="RESTRICT"), nullable=nullable, index=True)


def _text(name: str, *, unique: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False, unique=unique)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, sa.Column("id", sa.Integer, primary_key=True), *parts, sqlite_autoincrement=True)


def upgrade() -> None:
    """Make the new tables; what there was does not change."""
    _table(
        "feed",
        _text("uid", unique=True),
        _text("name"),
        _text("file_name", unique=True),
        _text("token", unique=True),
        *(_flag(name) for name in ("has_posts", "has_work", "has_drafts", "has_days")),
        _text("privacy"),
        sa.CheckConstraint("privacy IN ('full', 'titles', 'busy')", name="privacy"),
        _number("past_days"),
        _number("future_days"),
        _number("position"),
        sa.CheckConstraint("file_name GLOB '?*.ics'", name="file_name"),
        sa.CheckConstraint("length(token) >= 32", name="token"),
        sa.CheckConstraint("past_days >= 0 AND future_days >= 0", name="window"),
    )
    for what in ("platform", "campaign", "member"):
        _table(
            f"feed_{what}",
            _refers_to("feed_id", "feed.id"),
            _refers_to(f"{what}_id", f"{what}.id"),
            sa.UniqueConstraint("feed_id", f"{what}_id"),
        )
    _table(
        "delivery",
        _text("uid", unique=True),
        _text("kind"),
        sa.CheckConstraint("kind IN ('folder', 'webdav', 'caldav')", name="kind"),
        _text("address"),
        _refers_to("feed_id", "feed.id", nullable=True),
        _text("user"),
        _text("public_address"),
        _flag("is_active"),
        _text("machine"),
        _number("position"),
        sa.CheckConstraint("address <> ''", name="address"),
        sa.CheckConstraint("feed_id IS NOT NULL OR kind = 'folder'", name="every_feed"),
    )
    _table(
        "delivered",
        *(_text(name) for name in ("delivery_uid", "href", "etag", "sha256", "brought_at")),
        sa.UniqueConstraint("delivery_uid", "href"),
    )
    _table(
        "busy_calendar",
        _text("uid", unique=True),
        _text("name"),
        _text("source"),
        sa.CheckConstraint("source IN ('file', 'watched', 'address')", name="source"),
        _text("address"),
        _flag("is_shown"),
        _number("position"),
    )
    _table(
        "busy_content",
        _text("uid", unique=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        _text("read_at"),
        _text("problem"),
    )


def downgrade() -> None:
    """Take them away again."""
    tables = ("busy_content", "busy_calendar", "delivered", "delivery")
    for table in (*tables, "feed_member", "feed_campaign", "feed_platform", "feed"):
        op.drop_table(table)
