"""How many posts have a format, or belong to a campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.schema import post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_POSTS = func.count(post.c.id).label("posts")
_BY_FORMAT = select(post.c.format_key, _POSTS).where(post.c.format_key.is_not(None)).group_by(post.c.format_key)
_BY_CAMPAIGN = select(post.c.campaign_id, _POSTS).where(post.c.campaign_id.is_not(None)).group_by(post.c.campaign_id)


def posts_by_format(conn: Connection) -> Mapping[str, int]:
    """The number of posts, ideas among them, by format; those that no post has are left out."""
    return {row.format_key: row.posts for row in conn.execute(_BY_FORMAT)}


def posts_by_campaign(conn: Connection) -> Mapping[int, int]:
    """The number of posts, ideas among them, by campaign; those without any are left out."""
    return {row.campaign_id: row.posts for row in conn.execute(_BY_CAMPAIGN)}
