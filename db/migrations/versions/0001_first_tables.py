"""The tables that a plan begins with.

Constraints and indexes that have no name here are named by the convention of `db.schema`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ACTIVITIES = "('planning', 'creation', 'interaction', 'monitoring')"
_STATUSES = "('idea', 'draft', 'review', 'scheduled', 'published', 'skipped', 'held')"
_KNOWN_KINDS = (
    "kind IN ('instagram', 'facebook', 'linkedin', 'x', 'tiktok', 'youtube', 'pinterest', 'threads', 'bluesky',"
    " 'mastodon', 'google', 'xing', 'whatsapp', 'newsletter', 'blog')"
)
_WEIGHTS = "weight_planning >= 0 AND weight_creation >= 0 AND weight_interaction >= 0 AND weight_monitoring >= 0"
_ON_ONE_DAY = (
    "(substr(ends_at, 1, 10) = substr(starts_at, 1, 10) AND (ends_at > starts_at OR ends_at LIKE '%/1'))"
    " OR ends_at = date(substr(starts_at, 1, 10), '+1 day') || 'T00:00'"
)


def upgrade() -> None:
    """Make all tables, those that others refer to first."""
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("starts_on", sa.Date, nullable=False),
        sa.Column("ends_on", sa.Date, nullable=False),
        sa.Column("brief", sa.String, nullable=False),
        sa.Column("budget_cents", sa.Integer, nullable=True),
        sa.CheckConstraint("ends_on >= starts_on", name="days"),
        sa.CheckConstraint("budget_cents >= 0", name="budget_cents"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "closed_day",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=True),
        sa.Column("weekday", sa.Integer, nullable=True),
        sa.CheckConstraint("(day IS NULL) <> (weekday IS NULL)", name="one_kind"),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "format",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "media",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False, unique=True),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("initials", sa.String, nullable=False),
        sa.Column("weekly_minutes", sa.Integer, nullable=True),
        sa.Column("left_on", sa.Date, nullable=True),
        sa.CheckConstraint("weekly_minutes >= 0", name="weekly_minutes"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "occasion",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("is_yearly", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("region", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("website", sa.String, nullable=False),
        sa.Column("post_minute", sa.Integer, nullable=False),
        sa.Column("suggests_occasions", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
        sa.CheckConstraint("post_minute BETWEEN 0 AND 1439", name="post_minute"),
    )
    op.create_table(
        "platform",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("handle", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.Column("target", sa.Integer, nullable=False),
        sa.Column("cap", sa.Integer, nullable=True),
        sa.Column("corridor_min", sa.Integer, nullable=False),
        sa.Column("corridor_max", sa.Integer, nullable=False),
        sa.Column("weight_planning", sa.Integer, nullable=False),
        sa.Column("weight_creation", sa.Integer, nullable=False),
        sa.Column("weight_interaction", sa.Integer, nullable=False),
        sa.Column("weight_monitoring", sa.Integer, nullable=False),
        sa.CheckConstraint(_KNOWN_KINDS, name="kind"),
        sa.CheckConstraint("target >= 0", name="target"),
        sa.CheckConstraint("cap >= target", name="cap"),
        sa.CheckConstraint("corridor_min >= 0 AND corridor_max >= corridor_min", name="corridor"),
        sa.CheckConstraint(_WEIGHTS, name="weights"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False, unique=True),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "working_hours",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("starts", sa.Integer, nullable=False),
        sa.Column("ends", sa.Integer, nullable=False),
        sa.UniqueConstraint("weekday"),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        sa.CheckConstraint("starts >= 0 AND ends > starts AND ends <= 1440", name="span"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "format_effort",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("format_id", sa.Integer, sa.ForeignKey("format.id", ondelete="RESTRICT"), nullable=False, index=True),
        sa.Column("activity", sa.String, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.CheckConstraint(f"activity IN {_ACTIVITIES}", name="activity"),
        sa.UniqueConstraint("format_id", "activity"),
        sa.CheckConstraint("minutes > 0", name="minutes"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "platform_week",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "platform_id", sa.Integer, sa.ForeignKey("platform.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("week", sa.String, nullable=False),
        sa.Column("target", sa.Integer, nullable=True),
        sa.Column("cap", sa.Integer, nullable=True),
        sa.Column("note", sa.String, nullable=False),
        sa.UniqueConstraint("platform_id", "week"),
        sa.CheckConstraint("week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'", name="week"),
        sa.CheckConstraint("target >= 0", name="target"),
        sa.CheckConstraint("cap >= coalesce(target, 0)", name="cap"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "post",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False, unique=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("format_key", sa.String, sa.ForeignKey("format.key", ondelete="RESTRICT"), nullable=True, index=True),
        sa.Column(
            "campaign_id", sa.Integer, sa.ForeignKey("campaign.id", ondelete="RESTRICT"), nullable=True, index=True
        ),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("member.id", ondelete="RESTRICT"), nullable=True, index=True),
        sa.Column(
            "approver_id", sa.Integer, sa.ForeignKey("member.id", ondelete="RESTRICT"), nullable=True, index=True
        ),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "work_block",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False, unique=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("activity", sa.String, nullable=False),
        sa.Column("starts_at", sa.String, nullable=False, index=True),
        sa.Column("ends_at", sa.String, nullable=False),
        sa.Column("rrule", sa.String, nullable=True),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("member.id", ondelete="RESTRICT"), nullable=True, index=True),
        sa.Column(
            "campaign_id", sa.Integer, sa.ForeignKey("campaign.id", ondelete="RESTRICT"), nullable=True, index=True
        ),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
        sa.CheckConstraint(f"activity IN {_ACTIVITIES}", name="activity"),
        sa.CheckConstraint(_ON_ONE_DAY, name="one_day"),
        sa.CheckConstraint("rrule <> ''", name="rrule"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_work_block_series", "work_block", ["starts_at"], sqlite_where=sa.text("rrule IS NOT NULL"))
    op.create_table(
        "block_done",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "block_id", sa.Integer, sa.ForeignKey("work_block.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("original_at", sa.String, nullable=False),
        sa.UniqueConstraint("block_id", "original_at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "block_exception",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "block_id", sa.Integer, sa.ForeignKey("work_block.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("original_at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("starts_at", sa.String, nullable=True, index=True),
        sa.Column("ends_at", sa.String, nullable=True),
        sa.Column("title", sa.String, nullable=True),
        sa.Column("activity", sa.String, nullable=True),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("member.id", ondelete="RESTRICT"), nullable=True, index=True),
        sa.Column("note", sa.String, nullable=True),
        sa.CheckConstraint("kind IN ('cancelled', 'changed')", name="kind"),
        sa.CheckConstraint(f"activity IN {_ACTIVITIES}", name="activity"),
        sa.UniqueConstraint("block_id", "original_at"),
        sa.CheckConstraint(_ON_ONE_DAY, name="one_day"),
        sa.CheckConstraint(
            "kind = 'changed' OR coalesce(starts_at, ends_at, title, activity, member_id, note) IS NULL",
            name="cancelled",
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "block_platform",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "block_id", sa.Integer, sa.ForeignKey("work_block.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column(
            "platform_id", sa.Integer, sa.ForeignKey("platform.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("share", sa.Integer, nullable=True),
        sa.UniqueConstraint("block_id", "platform_id"),
        sa.CheckConstraint("share > 0", name="share"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "block_post",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "block_id", sa.Integer, sa.ForeignKey("work_block.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("original_at", sa.String, nullable=False),
        sa.Column("post_id", sa.Integer, sa.ForeignKey("post.id", ondelete="RESTRICT"), nullable=False, index=True),
        sa.UniqueConstraint("block_id", "original_at", "post_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "post_effort",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("post_id", sa.Integer, sa.ForeignKey("post.id", ondelete="RESTRICT"), nullable=False, index=True),
        sa.Column("activity", sa.String, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.CheckConstraint(f"activity IN {_ACTIVITIES}", name="activity"),
        sa.UniqueConstraint("post_id", "activity"),
        sa.CheckConstraint("minutes > 0", name="minutes"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "time_entry",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "platform_id", sa.Integer, sa.ForeignKey("platform.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("activity", sa.String, nullable=False),
        sa.Column("started_at", sa.String, nullable=False, index=True),
        sa.Column("ended_at", sa.String, nullable=True, index=True),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("is_corrected", sa.Boolean, nullable=False),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("member.id", ondelete="RESTRICT"), nullable=True, index=True),
        sa.Column("post_id", sa.Integer, sa.ForeignKey("post.id", ondelete="RESTRICT"), nullable=True, index=True),
        sa.Column("block_id", sa.Integer, sa.ForeignKey("work_block.id", ondelete="RESTRICT"), nullable=True),
        sa.Column("original_at", sa.String, nullable=True),
        sa.Column("note", sa.String, nullable=False),
        sa.CheckConstraint(f"activity IN {_ACTIVITIES}", name="activity"),
        sa.CheckConstraint("made_by IN ('timer', 'tick', 'publish', 'manual')", name="made_by"),
        sa.CheckConstraint("ended_at > started_at", name="span"),
        sa.CheckConstraint("ended_at IS NOT NULL OR made_by = 'timer'", name="running"),
        sa.CheckConstraint("original_at IS NULL OR block_id IS NOT NULL", name="occurrence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_time_entry_block_id_original_at", "time_entry", ["block_id", "original_at"])
    op.create_index(
        "ix_time_entry_lasting",
        "time_entry",
        ["started_at"],
        sqlite_where=sa.text("substr(ended_at, 1, 10) > date(substr(started_at, 1, 10), '+5 days')"),
    )
    op.create_index(
        "uq_time_entry_running", "time_entry", ["made_by"], unique=True, sqlite_where=sa.text("ended_at IS NULL")
    )
    op.create_table(
        "variant",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False, unique=True),
        sa.Column("post_id", sa.Integer, sa.ForeignKey("post.id", ondelete="RESTRICT"), nullable=False, index=True),
        sa.Column(
            "platform_id", sa.Integer, sa.ForeignKey("platform.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("starts_at", sa.String, nullable=True, index=True),
        sa.Column("body", sa.String, nullable=True),
        sa.Column("hashtags", sa.String, nullable=False),
        sa.Column("link", sa.String, nullable=False),
        sa.Column("share", sa.Integer, nullable=True),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("held_from", sa.String, nullable=True),
        sa.Column(
            "approved_by", sa.Integer, sa.ForeignKey("member.id", ondelete="RESTRICT"), nullable=True, index=True
        ),
        sa.Column("approved_at", sa.String, nullable=True),
        sa.Column("published_at", sa.String, nullable=True, index=True),
        sa.Column("url", sa.String, nullable=False),
        sa.CheckConstraint(f"status IN {_STATUSES}", name="status"),
        sa.CheckConstraint(f"held_from IN {_STATUSES}", name="held_from"),
        sa.UniqueConstraint("post_id", "platform_id"),
        sa.CheckConstraint("share > 0", name="share"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "exception_platform",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "exception_id",
            sa.Integer,
            sa.ForeignKey("block_exception.id", ondelete="RESTRICT"),
            nullable=False,
            index=True,
        ),
        sa.Column(
            "platform_id", sa.Integer, sa.ForeignKey("platform.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("share", sa.Integer, nullable=True),
        sa.UniqueConstraint("exception_id", "platform_id"),
        sa.CheckConstraint("share > 0", name="share"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "variant_media",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "variant_id", sa.Integer, sa.ForeignKey("variant.id", ondelete="RESTRICT"), nullable=False, index=True
        ),
        sa.Column("media_id", sa.Integer, sa.ForeignKey("media.id", ondelete="RESTRICT"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.UniqueConstraint("variant_id", "position"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Remove all tables and what is in them."""
    for table in (
        "variant_media",
        "exception_platform",
        "variant",
        "time_entry",
        "post_effort",
        "block_post",
        "block_platform",
        "block_exception",
        "block_done",
        "work_block",
        "post",
        "platform_week",
        "format_effort",
        "working_hours",
        "revision",
        "platform",
        "plan",
        "occasion",
        "member",
        "media",
        "format",
        "closed_day",
        "campaign",
    ):
        op.drop_table(table)
