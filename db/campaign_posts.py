"""How many posts of each campaign have a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from db.records import Status
from db.schema import post, variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_PLANNED = (
    select(post.c.campaign_id, func.count(post.c.id.distinct()).label("posts"))
    .join(variant, variant.c.post_id == post.c.id)
    .where(
        post.c.campaign_id.is_not(None),
        variant.c.status != Status.SKIPPED,
        or_(variant.c.starts_at.is_not(None), variant.c.published_at.is_not(None)),
    )
    .group_by(post.c.campaign_id)
)


def campaign_posts(conn: Connection) -> Mapping[int, int]:
    """The number of posts with a date by campaign, skipped ones aside; campaigns without any are left out."""
    return {row.campaign_id: row.posts for row in conn.execute(_PLANNED)}
