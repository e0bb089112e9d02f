"""On which day an edit took place, so that undo and redo can show it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.records import Board, Changes, Post
from desktop.planning.cards import moment


def touched_days(before: Board, changes: Changes) -> tuple[date | None, date | None]:
    """The days of the first changed post or block before and after; None where it has none."""
    zone = ZoneInfo(before.plan.zone)
    if changes.posts:
        later = changes.posts[0]
        former = next((post for post in before.posts if post.id == later.id), None)
        old, new = _moments(former, zone), _moments(later, zone)
        moved = [each for each in (*old, *new) if old.get(each) != new.get(each)] or [*old, *new]
        return _first(old, moved), _first(new, moved)
    if changes.blocks:
        return None, changes.blocks[0].starts_at.date()
    return None, None


def _moments(post: Post | None, zone: ZoneInfo) -> Mapping[int, datetime | None]:
    return {variant.id: moment(variant, zone) for variant in post.variants} if post is not None else {}


def _first(moments: Mapping[int, datetime | None], variants: list[int]) -> date | None:
    return next((at.date() for each in variants if (at := moments.get(each)) is not None), None)
