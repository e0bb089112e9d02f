"""The tables that a plan begins with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ON_ONE_DAY = (
    "(substr(ends_at, 1, 10) = substr(starts_at, 1, 10) AND (ends_at > starts_at OR ends_at LIKE '%/1'))"
    " OR ends_at = date(substr(starts_at, 1, 10), '+1 day') || 'T00:00'"
)
_KNOWN_KINDS = (
    "kind IN ('instagram', 'facebook', 'linkedin', 'x', 'tiktok', 'youtube', 'pinterest', 'threads', 'bluesky',"
    " 'mastodon', 'google', 'xing', 'whatsapp', 'newsletter', 'blog')"
)
_WEIGHTS = "weight_planning >= 0 AND weight_creation >= 0 AND weight_interaction >= 0 AND weight_monitoring >= 0"


def upgrade() -> None:  # noqa: PLR0915 - one statement per table and index
    """Make all tables."""
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("brief", sa.String(), nullable=False),
        sa.Column("budget_cents", sa.Integer(), nullable=True),
        sa.CheckConstraint("budget_cents >= 0", name=op.f("ck_campaign_budget_cents")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_campaign_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "closed_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.CheckConstraint("(day IS NULL) <> (weekday IS NULL)", name=op.f("ck_closed_day_one_kind")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_closed_day_weekday")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "format",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_format")),
        sa.UniqueConstraint("key", name=op.f("uq_format_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "media",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_media_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint("sha256", name=op.f("uq_media_sha256")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("weekly_minutes", sa.Integer(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.CheckConstraint("weekly_minutes >= 0", name=op.f("ck_member_weekly_minutes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "occasion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_yearly", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasion")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("post_minute", sa.Integer(), nullable=False),
        sa.Column("suggests_occasions", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_plan_one_row")),
        sa.CheckConstraint("post_minute BETWEEN 0 AND 1439", name=op.f("ck_plan_post_minute")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_table(
        "platform",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=True),
        sa.Column("corridor_min", sa.Integer(), nullable=False),
        sa.Column("corridor_max", sa.Integer(), nullable=False),
        sa.Column("weight_planning", sa.Integer(), nullable=False),
        sa.Column("weight_creation", sa.Integer(), nullable=False),
        sa.Column("weight_interaction", sa.Integer(), nullable=False),
        sa.Column("weight_monitoring", sa.Integer(), nullable=False),
        sa.CheckConstraint(_KNOWN_KINDS, name=op.f("ck_platform_kind")),
        sa.CheckConstraint("cap >= target", name=op.f("ck_platform_cap")),
        sa.CheckConstraint("corridor_min >= 0 AND corridor_max >= corridor_min", name=op.f("ck_platform_corridor")),
        sa.CheckConstraint("target >= 0", name=op.f("ck_platform_target")),
        sa.CheckConstraint(_WEIGHTS, name=op.f("ck_platform_weights")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform")),
        sa.UniqueConstraint("key", name=op.f("uq_platform_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("uid", name=op.f("uq_revision_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "working_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.CheckConstraint("starts >= 0 AND ends > starts AND ends <= 1440", name=op.f("ck_working_hours_span")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_working_hours_weekday")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_hours")),
        sa.UniqueConstraint("weekday", name=op.f("uq_working_hours_weekday")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "format_effort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("format_id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "activity IN ('planning', 'creation', 'interaction', 'monitoring')", name=op.f("ck_format_effort_activity")
        ),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_format_effort_minutes")),
        sa.ForeignKeyConstraint(
            ["format_id"], ["format.id"], name=op.f("fk_format_effort_format_id_format"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_format_effort")),
        sa.UniqueConstraint("format_id", "activity", name=op.f("uq_format_effort_format_id_activity")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_format_effort_format_id"), "format_effort", ["format_id"], unique=False)
    op.create_table(
        "platform_week",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("cap", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'", name=op.f("ck_platform_week_week")),
        sa.CheckConstraint("cap >= coalesce(target, 0)", name=op.f("ck_platform_week_cap")),
        sa.CheckConstraint("target >= 0", name=op.f("ck_platform_week_target")),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["platform.id"], name=op.f("fk_platform_week_platform_id_platform"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_week")),
        sa.UniqueConstraint("platform_id", "week", name=op.f("uq_platform_week_platform_id_week")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_platform_week_platform_id"), "platform_week", ["platform_id"], unique=False)
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("format_key", sa.String(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approver_id"], ["member.id"], name=op.f("fk_post_approver_id_member"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_post_campaign_id_campaign"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["format_key"], ["format.key"], name=op.f("fk_post_format_key_format"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_post_owner_id_member"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint("uid", name=op.f("uq_post_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_post_approver_id"), "post", ["approver_id"], unique=False)
    op.create_index(op.f("ix_post_campaign_id"), "post", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_post_format_key"), "post", ["format_key"], unique=False)
    op.create_index(op.f("ix_post_owner_id"), "post", ["owner_id"], unique=False)
    op.create_table(
        "work_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.Column("rrule", sa.String(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint(_ON_ONE_DAY, name=op.f("ck_work_block_one_day")),
        sa.CheckConstraint(
            "activity IN ('planning', 'creation', 'interaction', 'monitoring')", name=op.f("ck_work_block_activity")
        ),
        sa.CheckConstraint("rrule <> ''", name=op.f("ck_work_block_rrule")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_work_block_campaign_id_campaign"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_work_block_member_id_member"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_block")),
        sa.UniqueConstraint("uid", name=op.f("uq_work_block_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_work_block_campaign_id"), "work_block", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_work_block_member_id"), "work_block", ["member_id"], unique=False)
    op.create_index(
        "ix_work_block_series", "work_block", ["starts_at"], unique=False, sqlite_where=sa.text("rrule IS NOT NULL")
    )
    op.create_index(op.f("ix_work_block_starts_at"), "work_block", ["starts_at"], unique=False)
    op.create_table(
        "block_done",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("original_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["work_block.id"], name=op.f("fk_block_done_block_id_work_block"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_done")),
        sa.UniqueConstraint("block_id", "original_at", name=op.f("uq_block_done_block_id_original_at")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_block_done_block_id"), "block_done", ["block_id"], unique=False)
    op.create_table(
        "block_exception",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("original_at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=True),
        sa.Column("ends_at", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("activity", sa.String(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(_ON_ONE_DAY, name=op.f("ck_block_exception_one_day")),
        sa.CheckConstraint(
            "activity IN ('planning', 'creation', 'interaction', 'monitoring')",
            name=op.f("ck_block_exception_activity"),
        ),
        sa.CheckConstraint(
            "kind = 'changed' OR coalesce(starts_at, ends_at, title, activity, member_id, note) IS NULL",
            name=op.f("ck_block_exception_cancelled"),
        ),
        sa.CheckConstraint("kind IN ('cancelled', 'changed')", name=op.f("ck_block_exception_kind")),
        sa.ForeignKeyConstraint(
            ["block_id"], ["work_block.id"], name=op.f("fk_block_exception_block_id_work_block"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_block_exception_member_id_member"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_exception")),
        sa.UniqueConstraint("block_id", "original_at", name=op.f("uq_block_exception_block_id_original_at")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_block_exception_block_id"), "block_exception", ["block_id"], unique=False)
    op.create_index(op.f("ix_block_exception_member_id"), "block_exception", ["member_id"], unique=False)
    op.create_index(op.f("ix_block_exception_starts_at"), "block_exception", ["starts_at"], unique=False)
    op.create_table(
        "block_platform",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.CheckConstraint("share > 0", name=op.f("ck_block_platform_share")),
        sa.ForeignKeyConstraint(
            ["block_id"], ["work_block.id"], name=op.f("fk_block_platform_block_id_work_block"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["platform.id"], name=op.f("fk_block_platform_platform_id_platform"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_platform")),
        sa.UniqueConstraint("block_id", "platform_id", name=op.f("uq_block_platform_block_id_platform_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_block_platform_block_id"), "block_platform", ["block_id"], unique=False)
    op.create_index(op.f("ix_block_platform_platform_id"), "block_platform", ["platform_id"], unique=False)
    op.create_table(
        "block_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.Integer(), nullable=False),
        sa.Column("original_at", sa.String(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["work_block.id"], name=op.f("fk_block_post_block_id_work_block"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_block_post_post_id_post"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_post")),
        sa.UniqueConstraint(
            "block_id", "original_at", "post_id", name=op.f("uq_block_post_block_id_original_at_post_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_block_post_block_id"), "block_post", ["block_id"], unique=False)
    op.create_index(op.f("ix_block_post_post_id"), "block_post", ["post_id"], unique=False)
    op.create_table(
        "post_effort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "activity IN ('planning', 'creation', 'interaction', 'monitoring')", name=op.f("ck_post_effort_activity")
        ),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_post_effort_minutes")),
        sa.ForeignKeyConstraint(
            ["post_id"], ["post.id"], name=op.f("fk_post_effort_post_id_post"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_effort")),
        sa.UniqueConstraint("post_id", "activity", name=op.f("uq_post_effort_post_id_activity")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_post_effort_post_id"), "post_effort", ["post_id"], unique=False)
    op.create_table(
        "time_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("is_corrected", sa.Boolean(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("post_id", sa.Integer(), nullable=True),
        sa.Column("block_id", sa.Integer(), nullable=True),
        sa.Column("original_at", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "activity IN ('planning', 'creation', 'interaction', 'monitoring')", name=op.f("ck_time_entry_activity")
        ),
        sa.CheckConstraint("ended_at IS NOT NULL OR made_by = 'timer'", name=op.f("ck_time_entry_running")),
        sa.CheckConstraint("made_by IN ('timer', 'tick', 'publish', 'manual')", name=op.f("ck_time_entry_made_by")),
        sa.CheckConstraint("ended_at > started_at", name=op.f("ck_time_entry_span")),
        sa.CheckConstraint("original_at IS NULL OR block_id IS NOT NULL", name=op.f("ck_time_entry_occurrence")),
        sa.ForeignKeyConstraint(
            ["block_id"], ["work_block.id"], name=op.f("fk_time_entry_block_id_work_block"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_time_entry_member_id_member"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["platform.id"], name=op.f("fk_time_entry_platform_id_platform"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_time_entry_post_id_post"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_time_entry_block_id_original_at", "time_entry", ["block_id", "original_at"], unique=False)
    op.create_index(op.f("ix_time_entry_ended_at"), "time_entry", ["ended_at"], unique=False)
    op.create_index(
        "ix_time_entry_lasting",
        "time_entry",
        ["started_at"],
        unique=False,
        sqlite_where=sa.text("substr(ended_at, 1, 10) > date(substr(started_at, 1, 10), '+5 days')"),
    )
    op.create_index(op.f("ix_time_entry_member_id"), "time_entry", ["member_id"], unique=False)
    op.create_index(op.f("ix_time_entry_platform_id"), "time_entry", ["platform_id"], unique=False)
    op.create_index(op.f("ix_time_entry_post_id"), "time_entry", ["post_id"], unique=False)
    op.create_index(op.f("ix_time_entry_started_at"), "time_entry", ["started_at"], unique=False)
    op.create_index(
        "uq_time_entry_running", "time_entry", ["made_by"], unique=True, sqlite_where=sa.text("ended_at IS NULL")
    )
    op.create_table(
        "variant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("hashtags", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("held_from", sa.String(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.String(), nullable=True),
        sa.Column("published_at", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=False),
        sa.CheckConstraint(
            "held_from IN ('idea', 'draft', 'review', 'scheduled', 'published', 'skipped', 'held')",
            name=op.f("ck_variant_held_from"),
        ),
        sa.CheckConstraint(
            "status IN ('idea', 'draft', 'review', 'scheduled', 'published', 'skipped', 'held')",
            name=op.f("ck_variant_status"),
        ),
        sa.CheckConstraint("share > 0", name=op.f("ck_variant_share")),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["member.id"], name=op.f("fk_variant_approved_by_member"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["platform.id"], name=op.f("fk_variant_platform_id_platform"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_variant_post_id_post"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant")),
        sa.UniqueConstraint("post_id", "platform_id", name=op.f("uq_variant_post_id_platform_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_variant_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_variant_approved_by"), "variant", ["approved_by"], unique=False)
    op.create_index(op.f("ix_variant_platform_id"), "variant", ["platform_id"], unique=False)
    op.create_index(op.f("ix_variant_post_id"), "variant", ["post_id"], unique=False)
    op.create_index(op.f("ix_variant_published_at"), "variant", ["published_at"], unique=False)
    op.create_index(op.f("ix_variant_starts_at"), "variant", ["starts_at"], unique=False)
    op.create_table(
        "exception_platform",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exception_id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.CheckConstraint("share > 0", name=op.f("ck_exception_platform_share")),
        sa.ForeignKeyConstraint(
            ["exception_id"],
            ["block_exception.id"],
            name=op.f("fk_exception_platform_exception_id_block_exception"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["platform_id"],
            ["platform.id"],
            name=op.f("fk_exception_platform_platform_id_platform"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exception_platform")),
        sa.UniqueConstraint("exception_id", "platform_id", name=op.f("uq_exception_platform_exception_id_platform_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_exception_platform_exception_id"), "exception_platform", ["exception_id"], unique=False)
    op.create_index(op.f("ix_exception_platform_platform_id"), "exception_platform", ["platform_id"], unique=False)
    op.create_table(
        "variant_media",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("variant_id", sa.Integer(), nullable=False),
        sa.Column("media_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["media_id"], ["media.id"], name=op.f("fk_variant_media_media_id_media"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_variant_media_variant_id_variant"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant_media")),
        sa.UniqueConstraint("variant_id", "position", name=op.f("uq_variant_media_variant_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_variant_media_media_id"), "variant_media", ["media_id"], unique=False)
    op.create_index(op.f("ix_variant_media_variant_id"), "variant_media", ["variant_id"], unique=False)


def downgrade() -> None:  # noqa: PLR0915 - as above
    """Remove all tables and what is in them."""
    op.drop_index(op.f("ix_variant_media_variant_id"), table_name="variant_media")
    op.drop_index(op.f("ix_variant_media_media_id"), table_name="variant_media")
    op.drop_table("variant_media")
    op.drop_index(op.f("ix_exception_platform_platform_id"), table_name="exception_platform")
    op.drop_index(op.f("ix_exception_platform_exception_id"), table_name="exception_platform")
    op.drop_table("exception_platform")
    op.drop_index(op.f("ix_variant_starts_at"), table_name="variant")
    op.drop_index(op.f("ix_variant_published_at"), table_name="variant")
    op.drop_index(op.f("ix_variant_post_id"), table_name="variant")
    op.drop_index(op.f("ix_variant_platform_id"), table_name="variant")
    op.drop_index(op.f("ix_variant_approved_by"), table_name="variant")
    op.drop_table("variant")
    op.drop_index("uq_time_entry_running", table_name="time_entry", sqlite_where=sa.text("ended_at IS NULL"))
    op.drop_index(op.f("ix_time_entry_started_at"), table_name="time_entry")
    op.drop_index(op.f("ix_time_entry_post_id"), table_name="time_entry")
    op.drop_index(op.f("ix_time_entry_platform_id"), table_name="time_entry")
    op.drop_index(op.f("ix_time_entry_member_id"), table_name="time_entry")
    op.drop_index(
        "ix_time_entry_lasting",
        table_name="time_entry",
        sqlite_where=sa.text("substr(ended_at, 1, 10) > date(substr(started_at, 1, 10), '+5 days')"),
    )
    op.drop_index(op.f("ix_time_entry_ended_at"), table_name="time_entry")
    op.drop_index("ix_time_entry_block_id_original_at", table_name="time_entry")
    op.drop_table("time_entry")
    op.drop_index(op.f("ix_post_effort_post_id"), table_name="post_effort")
    op.drop_table("post_effort")
    op.drop_index(op.f("ix_block_post_post_id"), table_name="block_post")
    op.drop_index(op.f("ix_block_post_block_id"), table_name="block_post")
    op.drop_table("block_post")
    op.drop_index(op.f("ix_block_platform_platform_id"), table_name="block_platform")
    op.drop_index(op.f("ix_block_platform_block_id"), table_name="block_platform")
    op.drop_table("block_platform")
    op.drop_index(op.f("ix_block_exception_starts_at"), table_name="block_exception")
    op.drop_index(op.f("ix_block_exception_member_id"), table_name="block_exception")
    op.drop_index(op.f("ix_block_exception_block_id"), table_name="block_exception")
    op.drop_table("block_exception")
    op.drop_index(op.f("ix_block_done_block_id"), table_name="block_done")
    op.drop_table("block_done")
    op.drop_index(op.f("ix_work_block_starts_at"), table_name="work_block")
    op.drop_index("ix_work_block_series", table_name="work_block", sqlite_where=sa.text("rrule IS NOT NULL"))
    op.drop_index(op.f("ix_work_block_member_id"), table_name="work_block")
    op.drop_index(op.f("ix_work_block_campaign_id"), table_name="work_block")
    op.drop_table("work_block")
    op.drop_index(op.f("ix_post_owner_id"), table_name="post")
    op.drop_index(op.f("ix_post_format_key"), table_name="post")
    op.drop_index(op.f("ix_post_campaign_id"), table_name="post")
    op.drop_index(op.f("ix_post_approver_id"), table_name="post")
    op.drop_table("post")
    op.drop_index(op.f("ix_platform_week_platform_id"), table_name="platform_week")
    op.drop_table("platform_week")
    op.drop_index(op.f("ix_format_effort_format_id"), table_name="format_effort")
    op.drop_table("format_effort")
    op.drop_table("working_hours")
    op.drop_table("revision")
    op.drop_table("platform")
    op.drop_table("plan")
    op.drop_table("occasion")
    op.drop_table("member")
    op.drop_table("media")
    op.drop_table("format")
    op.drop_table("closed_day")
    op.drop_table("campaign")
