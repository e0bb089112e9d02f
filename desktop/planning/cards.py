"""What stands in the week: a post at a moment is one card; ideas have no moment and no card.

Keys name a card for as long as it stays where it is: selection, drags and the cards of the grid are told apart by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import Status, Week
from desktop.planning.week import instant, wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.records import Board, Post, Variant

_PIPELINE = (Status.IDEA, Status.DRAFT, Status.REVIEW, Status.SCHEDULED, Status.PUBLISHED)
_CAN_BE_LATE = frozenset(_PIPELINE[:-1])


@dataclass(frozen=True, slots=True, eq=False)
class PostKey:
    """The versions of one post at one moment (wall clock).

    Unlike datetimes, keys tell the two passes of a repeated hour apart: both may hold a version of the same post.
    """

    post_id: int
    moment: datetime

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PostKey) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def _identity(self) -> tuple[int, datetime, int]:
        return self.post_id, self.moment, self.moment.fold


@dataclass(frozen=True, slots=True)
class BlockKey:
    """One occurrence of a work block; a one-off block's `original_at` is its own start."""

    block_id: int
    original_at: datetime


CardKey = PostKey | BlockKey


@dataclass(frozen=True, slots=True)
class PostCard:
    """The versions of a post at one moment, in platform order.

    `status` is that of the least advanced version (see `least_advanced`); `pictures` are those of the first version
    that has any; `rrule` is the rule of a repeating post.
    """

    post_id: int
    moment: datetime
    variant_ids: tuple[int, ...]
    platform_ids: tuple[int, ...]
    status: Status
    is_overdue: bool
    title: str
    format_key: str | None
    pictures: tuple[str, ...]
    campaign_id: int | None
    rrule: str | None = None

    @property
    def key(self) -> PostKey:
        """The name of this card."""
        return PostKey(self.post_id, self.moment)


def moment(variant: Variant, zone: ZoneInfo) -> datetime | None:
    """When a version goes out, as wall clock: really, to the minute, once published; else as planned.

    None while it has no date. A version held after it was published keeps its real moment.
    """
    if variant.published_at is not None and Status.PUBLISHED in (variant.status, variant.held_from):
        return wall(variant.published_at.replace(second=0, microsecond=0), zone)
    return variant.starts_at


def least_advanced(statuses: Iterable[Status]) -> Status:
    """The one status that several versions show: held first, else the earliest; skipped only if all are.

    Raises ValueError when there is none.
    """
    found = set(statuses)
    if Status.HELD in found:
        return Status.HELD
    return min(found, key=lambda status: _PIPELINE.index(status) if status in _PIPELINE else len(_PIPELINE))


def is_overdue(variant: Variant, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a version should be out by now (UTC instant) and is not. Published, skipped and held never are."""
    due = moment(variant, zone)
    return variant.status in _CAN_BE_LATE and due is not None and instant(due, zone) < now


def post_cards(board: Board, week: Week, now: datetime) -> tuple[PostCard, ...]:
    """The cards of one week, by moment, then post; `now` is a UTC instant."""
    zone = ZoneInfo(board.plan.zone)
    places = {platform.id: place for place, platform in enumerate(board.platforms)}
    rules: dict[int | None, str] = {series.id: series.rrule for series in board.post_series}
    cards = [
        _card(
            post,
            key.moment,
            sorted(variants, key=lambda variant: places[variant.platform_id]),
            now,
            zone,
            rules.get(post.series_id),
        )
        for post in board.posts
        for key, variants in _by_moment(post, zone, week).items()
    ]
    return tuple(sorted(cards, key=lambda card: (instant(card.moment, zone), card.post_id)))


def _by_moment(post: Post, zone: ZoneInfo, week: Week) -> dict[PostKey, list[Variant]]:
    found: dict[PostKey, list[Variant]] = {}
    for variant in post.variants:
        at = moment(variant, zone)
        if at is not None and at in week:
            found.setdefault(PostKey(post.id, at), []).append(variant)
    return found


def _card(
    post: Post, at: datetime, variants: Sequence[Variant], now: datetime, zone: ZoneInfo, rrule: str | None
) -> PostCard:
    status = least_advanced(variant.status for variant in variants)
    return PostCard(
        post_id=post.id,
        moment=at,
        variant_ids=tuple(variant.id for variant in variants),
        platform_ids=tuple(variant.platform_id for variant in variants),
        status=status,
        is_overdue=status in _CAN_BE_LATE and instant(at, zone) < now,
        title=post.title,
        format_key=post.format_key,
        pictures=next((variant.pictures for variant in variants if variant.pictures), ()),
        campaign_id=post.campaign_id,
        rrule=rrule,
    )
