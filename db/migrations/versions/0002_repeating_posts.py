"""Posts that repeat, tags and a ranking for ideas, filters with a name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _refers_to(name: str, target: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(target, ondelete="RESTRICT"), nullable=nullable, index=True)


def upgrade() -> None:
    """Make the new tables, and give every post a place in them: single, without a rank."""
    op.create_table(
        "post_series",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False, unique=True),
        sa.Column("rrule", sa.String, nullable=False),
        sa.Column("starts_at", sa.String, nullable=False),
        sa.Column("created_until", sa.Date, nullable=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("format_key", sa.String, sa.ForeignKey("format.key", ondelete="RESTRICT"), nullable=True, index=True),
        _refers_to("campaign_id", "campaign.id", nullable=True),
        _refers_to("owner_id", "member.id", nullable=True),
        _refers_to("approver_id", "member.id", nullable=True),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("effort_planning", sa.Integer, nullable=False),
        sa.Column("effort_creation", sa.Integer, nullable=False),
        sa.Column("effort_interaction", sa.Integer, nullable=False),
        sa.Column("effort_monitoring", sa.Integer, nullable=False),
        sa.CheckConstraint("rrule <> ''", name="rrule"),
        sa.CheckConstraint(
            "effort_planning >= 0 AND effort_creation >= 0 AND effort_interaction >= 0 AND effort_monitoring >= 0",
            name="effort",
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "series_tag",
        sa.Column("id", sa.Integer, primary_key=True),
        _refers_to("series_id", "post_series.id"),
        sa.Column("tag", sa.String, nullable=False),
        sa.UniqueConstraint("series_id", "tag"),
        sa.CheckConstraint("tag <> ''", name="tag"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "series_version",
        sa.Column("id", sa.Integer, primary_key=True),
        _refers_to("series_id", "post_series.id"),
        _refers_to("platform_id", "platform.id"),
        sa.Column("starts_at", sa.String, nullable=True),
        sa.Column("body", sa.String, nullable=True),
        sa.Column("hashtags", sa.String, nullable=False),
        sa.Column("link", sa.String, nullable=False),
        sa.Column("share", sa.Integer, nullable=True),
        sa.UniqueConstraint("series_id", "platform_id"),
        sa.CheckConstraint("share > 0", name="share"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "post_tag",
        sa.Column("id", sa.Integer, primary_key=True),
        _refers_to("post_id", "post.id"),
        sa.Column("tag", sa.String, nullable=False),
        sa.UniqueConstraint("post_id", "tag"),
        sa.CheckConstraint("tag <> ''", name="tag"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("room", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("criteria", sa.String, nullable=False),
        sa.UniqueConstraint("room", "name"),
        sa.CheckConstraint("json_valid(criteria)", name="criteria"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("post", table_kwargs={"sqlite_autoincrement": True}) as post:
        post.add_column(sa.Column("rank", sa.Integer, nullable=False, server_default=sa.text("0")))
        post.add_column(sa.Column("series_id", sa.Integer, nullable=True))
        post.add_column(sa.Column("series_at", sa.String, nullable=True))
        post.create_foreign_key(None, "post_series", ["series_id"], ["id"], ondelete="RESTRICT")
        post.create_check_constraint("series", "(series_id IS NULL) = (series_at IS NULL)")
    op.create_index("ix_post_series_id_series_at", "post", ["series_id", "series_at"])


def downgrade() -> None:
    """Take all this away; repeating posts become single ones."""
    op.drop_index("ix_post_series_id_series_at", "post")
    with op.batch_alter_table("post") as post:
        post.drop_constraint("fk_post_series_id_post_series", type_="foreignkey")
        post.drop_constraint("series", type_="check")
        post.drop_column("series_at")
        post.drop_column("series_id")
        post.drop_column("rank")
    for table in ("saved_filter", "post_tag", "series_version", "series_tag", "post_series"):
        op.drop_table(table)
