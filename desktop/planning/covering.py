"""Which work blocks pay for which posts, so that nothing is counted twice (product rules 4 and 5).

A version *counts* when it has a moment and is not skipped; the others take nothing and bear nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import ACTIVITIES, ByActivity, Share, Status, Week
from desktop.planning.cards import moment
from desktop.planning.memory import remembered
from desktop.planning.recurrence import occurrence_at
from desktop.planning.week import elapsed, instant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.records import Board, Post, WorkBlock
    from desktop.planning.recurrence import Occurrence

PlatformOrder = tuple[int, ...]
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Counting:
    """The versions of a post that count, in platform order: share, week and whether it is published, side by side.

    `first_at` is the instant of the earliest one, the end of time where none counts.
    """

    shares: tuple[Share, ...]
    weeks: tuple[Week, ...]
    published: tuple[bool, ...]
    first_at: datetime


@dataclass(frozen=True, slots=True)
class Covering:
    """What linked occurrences pay for.

    `uncovered` holds what remains of each post's effort, `served` the minutes that each linked occurrence (block,
    original start) gives to each of its posts, in the order of serving; 0 for a post that gets nothing.
    """

    uncovered: Mapping[int, ByActivity]
    served: Mapping[tuple[int, datetime], tuple[tuple[int, int], ...]]


def covering(board: Board) -> Covering:
    """Serve the posts of a board from its linked occurrences, in order of their starts."""
    return _covered(board, (ZoneInfo(board.plan.zone), platform_order(board)))


@remembered(places=16)
def _covered(board: Board, circumstance: tuple[ZoneInfo, PlatformOrder]) -> Covering:
    zone, _ = circumstance
    posts = {post.id: post for post in board.posts}
    linked = [each for block in board.blocks if block.links for each in _linked(block, zone)]
    linked.sort(key=lambda each: each[:3])
    uncovered = {post.id: post.effort for post in board.posts}
    needed: dict[int, list[int]] = {}
    served = {}
    for _, block_id, original_at, occurrence, left in linked:
        place = ACTIVITIES.index(occurrence.activity)
        minutes = []
        for first_at, post_id in sorted(
            (counting(posts[post_id], circumstance).first_at, post_id)
            for post_id in occurrence.post_ids
            if post_id in posts
        ):
            mine = needed.setdefault(post_id, list(uncovered[post_id]))
            taken = min(left, mine[place]) if first_at < _NEVER else 0
            mine[place] -= taken
            left -= taken  # noqa: PLW2901  the rest of this occurrence
            minutes.append((post_id, taken))
        served[block_id, original_at] = tuple(minutes)
    uncovered.update((post_id, ByActivity(*minutes)) for post_id, minutes in needed.items())
    return Covering(uncovered, served)


def platform_order(board: Board) -> PlatformOrder:
    """The ids of all platforms, inactive ones too, in the user's order."""
    return tuple(platform.id for platform in board.platforms)


@remembered(places=4096)
def counting(post: Post, circumstance: tuple[ZoneInfo, PlatformOrder]) -> Counting:
    """The versions of a post that count, in a zone and an order of platforms."""
    zone, order = circumstance
    found = [
        (order.index(variant.platform_id), at, variant)
        for variant in post.variants
        if variant.status is not Status.SKIPPED and (at := moment(variant, zone)) is not None
    ]
    found.sort(key=lambda each: each[0])
    return Counting(
        tuple(Share(variant.platform_id, variant.share) for _, _, variant in found),
        tuple(Week.of(at) for _, at, _ in found),
        tuple(variant.status is Status.PUBLISHED for _, _, variant in found),
        min((instant(at, zone) for _, at, _ in found), default=_NEVER),
    )


def paying_shares(
    occurrence: Occurrence, posts: Mapping[int, Post], circumstance: tuple[ZoneInfo, PlatformOrder]
) -> Sequence[Share]:
    """The platforms that bear an occurrence, in order: those of its posts, evenly; without any, its own."""
    _, order = circumstance
    linked = {
        share.platform_id
        for post_id in occurrence.post_ids
        if post_id in posts
        for share in counting(posts[post_id], circumstance).shares
    }
    if linked:
        return [Share(platform_id) for platform_id in order if platform_id in linked]
    return sorted(occurrence.shares, key=lambda share: order.index(share.platform_id))


@remembered(places=4096)
def _linked(block: WorkBlock, zone: ZoneInfo) -> tuple[tuple[datetime, int, datetime, Occurrence, int], ...]:
    """The linked occurrences of a block, each as start instant, block id, original start, itself and its minutes."""
    places = {link.original_at for link in block.links}
    found = (occurrence_at(block, place, zone) for place in places)
    return tuple(
        (
            instant(occurrence.starts_at, zone),
            block.id,
            occurrence.original_at,
            occurrence,
            elapsed(occurrence.starts_at, occurrence.ends_at, zone),
        )
        for occurrence in found
        if occurrence is not None
    )
