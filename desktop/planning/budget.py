"""Minutes against budgets: product.md's nine rules of a week's time, in whole minutes and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import ACTIVITIES, DEFAULT_WEIGHTS, NO_MINUTES, ByActivity, Week
from desktop.planning.covering import (
    Covering,
    PlatformOrder,
    counting,
    covering,
    paying_shares,
    platform_order,
)
from desktop.planning.memory import remembered
from desktop.planning.recurrence import expand
from desktop.planning.week import at, elapsed, instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.records import Activity, Board, Platform, Post, Share, TimeEntry, WorkBlock
    from desktop.planning.recurrence import Occurrence

__all__ = [
    "ActivityBudget",
    "Covering",
    "PlatformBudget",
    "Verdict",
    "WeekTotal",
    "booked_minutes",
    "borne",
    "covering",
    "day_minutes",
    "divide",
    "judged",
    "occurrence_minutes",
    "split",
    "spread",
    "target_and_cap",
    "uncovered_shares",
    "week_budget",
    "week_total",
]

TOLERANCE = 5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_Sums = dict[int, ByActivity]


class Verdict(StrEnum):
    """How a week stands: below its target, between target and cap, or above its cap."""

    OPEN = "open"
    MET = "met"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ActivityBudget:
    """One activity's part of a week, in minutes."""

    target: int
    planned: int
    done: int


@dataclass(frozen=True, slots=True)
class PlatformBudget:
    """A platform's week, in minutes.

    `planned` includes `uncovered`, the effort of posts that no block pays for. `activities` are in `Activity` order.
    `posts` counts versions in the week but skipped ones, `published` those of them that are out; `corridor` is what
    `posts` should lie in. For a past week the verdict judges `done` instead of `planned`.
    """

    platform: Platform
    week: Week
    target: int
    cap: int
    planned: int
    uncovered: int
    done: int
    verdict: Verdict
    activities: tuple[ActivityBudget, ...]
    posts: int
    published: int
    corridor: tuple[int, int]
    is_past: bool


@dataclass(frozen=True, slots=True)
class WeekTotal:
    """All shown platforms of a week together, in minutes; `activities` in `Activity` order."""

    target: int
    planned: int
    done: int
    activities: tuple[ActivityBudget, ...]


def split(target: int, weights: ByActivity) -> ByActivity:
    """Minutes over the activities by weight; the parts add up: the largest remainders get the odd minutes (rule 2).

    Weights that are all 0 count as the default ones.
    """
    counted = weights if weights.total else DEFAULT_WEIGHTS
    parts = [target * weight // counted.total for weight in counted]
    remainders = [target * weight % counted.total for weight in counted]
    for place in sorted(range(len(parts)), key=lambda place: -remainders[place])[: target - sum(parts)]:
        parts[place] += 1
    return ByActivity(*parts)


def spread(minutes: int, weights: ByActivity | None = None) -> ByActivity:
    """A post's whole effort over the activities, like its format's template; None or an empty one: by default."""
    return split(minutes, weights or DEFAULT_WEIGHTS)


def divide(effort: ByActivity, shares: Sequence[Share]) -> dict[int, ByActivity]:
    """Minutes over platforms, given in the user's order: by weight, evenly unless all have one (rule 5).

    Per activity the odd minutes go one by one to the platform with the smallest total so far. Nothing for no shares.
    """
    weights = [share.weight or 0 for share in shares]
    if not all(weights):
        weights = [1] * len(shares)
    whole = sum(weights)
    totals = [0] * len(shares)
    parts: list[list[int]] = [[] for _ in shares]
    for minutes in effort if shares else ():
        given = [minutes * weight // whole for weight in weights]
        totals = [total + part for total, part in zip(totals, given, strict=True)]
        for _ in range(minutes - sum(given)):
            smallest = totals.index(min(totals))
            given[smallest] += 1
            totals[smallest] += 1
        for mine, part in zip(parts, given, strict=True):
            mine.append(part)
    return {share.platform_id: ByActivity(*mine) for share, mine in zip(shares, parts, strict=True)}


def judged(minutes: int, target: int, cap: int) -> Verdict:
    """The verdict on an amount, with 5 minutes' tolerance (rule 7)."""
    if minutes < target - TOLERANCE:
        return Verdict.OPEN
    return Verdict.OVER if minutes > cap + TOLERANCE else Verdict.MET


def target_and_cap(board: Board, platform: Platform, week: Week) -> tuple[int, int]:
    """A platform's minutes for a week, overrides applied; the cap is never below the target (rule 1)."""
    target, cap = platform.target, platform.cap
    for override in board.overrides:
        if override.platform_id == platform.id and override.week == week:
            if override.target is not None:
                target, cap = override.target, override.cap
            elif override.cap is not None:
                cap = override.cap
    return target, max(target, target if cap is None else cap)


def week_budget(board: Board, week: Week, now: datetime, *, with_inactive: bool = False) -> tuple[PlatformBudget, ...]:
    """How every active platform stands in a week, in the user's order; `now` is a UTC instant.

    `week` must be one of the board's. Inactive platforms bear their part of what is divided, shown or not.
    """
    zone = ZoneInfo(board.plan.zone)
    starts, ends = instant(at(week.monday, 0), zone), instant(at(week.shifted(1).monday, 0), zone)
    work = _work(board, week, zone)
    uncovered, posts, published = _posts(board, week, zone)
    done = _done(board.entries, starts, ends, now)
    found = []
    for platform in board.platforms:
        if not (platform.is_active or with_inactive):
            continue
        target, cap = target_and_cap(board, platform, week)
        mine = uncovered.get(platform.id, NO_MINUTES)
        planned, booked = work.get(platform.id, NO_MINUTES).plus(mine), done.get(platform.id, NO_MINUTES)
        is_past = ends <= now
        found.append(
            PlatformBudget(
                platform=platform,
                week=week,
                target=target,
                cap=cap,
                planned=planned.total,
                uncovered=mine.total,
                done=booked.total,
                verdict=judged(booked.total if is_past else planned.total, target, cap),
                activities=tuple(map(ActivityBudget, split(target, platform.weights), planned, booked)),
                posts=posts.get(platform.id, 0),
                published=published.get(platform.id, 0),
                corridor=platform.corridor,
                is_past=is_past,
            )
        )
    return tuple(found)


def week_total(budgets: Iterable[PlatformBudget]) -> WeekTotal:
    """All given platforms together."""
    listed = list(budgets)
    return WeekTotal(
        target=sum(budget.target for budget in listed),
        planned=sum(budget.planned for budget in listed),
        done=sum(budget.done for budget in listed),
        activities=tuple(
            ActivityBudget(
                sum(budget.activities[place].target for budget in listed),
                sum(budget.activities[place].planned for budget in listed),
                sum(budget.activities[place].done for budget in listed),
            )
            for place in range(len(ACTIVITIES))
        ),
    )


def day_minutes(board: Board, day: date) -> int:
    """The work planned on a day: minutes of all blocks that start on it, clock changes honoured."""
    zone, days = ZoneInfo(board.plan.zone), Week.of(day).days
    return sum(
        elapsed(occurrence.starts_at, occurrence.ends_at, zone)
        for block in board.blocks
        for occurrence in expand(block, days[0], days[-1], zone)
        if occurrence.starts_at.date() == day
    )


def uncovered_shares(board: Board, post: Post) -> Mapping[int, ByActivity]:
    """What each platform bears of a post's uncovered effort, by platform; nothing where no version counts."""
    circumstance = (ZoneInfo(board.plan.zone), platform_order(board))
    return borne(post, (covering(board).uncovered[post.id], circumstance))


def occurrence_minutes(board: Board, occurrence: Occurrence) -> Mapping[int, int]:
    """What each platform bears of a block occurrence, by platform in the user's order."""
    zone = ZoneInfo(board.plan.zone)
    posts = {post.id: post for post in board.posts if post.id in occurrence.post_ids}
    shares = paying_shares(occurrence, posts, (zone, platform_order(board)))
    minutes = elapsed(occurrence.starts_at, occurrence.ends_at, zone)
    return {
        platform_id: part.total for platform_id, part in divide(_only(occurrence.activity, minutes), shares).items()
    }


def booked_minutes(
    entry: TimeEntry, now: datetime, starts: datetime | None = None, ends: datetime | None = None
) -> int:
    """The minutes of a time entry, or of its part between two instants; a running one counts up to `now`.

    Both ends are taken to the full minute before, so the parts of an entry add up to the whole.
    """
    begun, ended = entry.started_at, entry.ended_at or now
    first = _minute(begun if starts is None else max(begun, starts))
    last = _minute(ended if ends is None else min(ended, ends))
    return max(last - first, 0)


def _minute(moment: datetime) -> int:
    return (moment - _EPOCH) // _MINUTE


def _only(activity: Activity, minutes: int) -> ByActivity:
    return ByActivity(*(minutes if each is activity else 0 for each in ACTIVITIES))


def _add(sums: _Sums, parts: Iterable[tuple[int, ByActivity]]) -> None:
    for platform_id, minutes in parts:
        known = sums.get(platform_id)
        sums[platform_id] = minutes if known is None else known.plus(minutes)


def _work(board: Board, week: Week, zone: ZoneInfo) -> _Sums:
    order = platform_order(board)
    posts = {post.id: post for post in board.posts}
    sums: _Sums = {}
    for block in board.blocks:
        for occurrence, minutes, own in _block_week(block, (week, zone, order)):
            if occurrence.post_ids:
                _add(sums, divide(minutes, paying_shares(occurrence, posts, (zone, order))).items())
            else:
                _add(sums, own)
    return sums


@remembered(places=4096)
def _block_week(
    block: WorkBlock, circumstance: tuple[Week, ZoneInfo, PlatformOrder]
) -> tuple[tuple[Occurrence, ByActivity, tuple[tuple[int, ByActivity], ...]], ...]:
    """A block's occurrences in a week, each with its minutes and what its own platforms would bear."""
    week, zone, order = circumstance
    found = []
    for occurrence in expand(block, week.monday, week.days[-1], zone):
        minutes = _only(occurrence.activity, elapsed(occurrence.starts_at, occurrence.ends_at, zone))
        own = divide(minutes, sorted(occurrence.shares, key=lambda share: order.index(share.platform_id)))
        found.append((occurrence, minutes, tuple(own.items())))
    return tuple(found)


def _posts(board: Board, week: Week, zone: ZoneInfo) -> tuple[_Sums, dict[int, int], dict[int, int]]:
    """Per platform: uncovered minutes in the week, versions, and published versions."""
    circumstance = (zone, platform_order(board))
    uncovered = covering(board).uncovered
    sums: _Sums = {}
    posts: dict[int, int] = {}
    published: dict[int, int] = {}
    for post in board.posts:
        found = counting(post, circumstance)
        if week not in found.weeks:
            continue
        cost = borne(post, (uncovered[post.id], circumstance))
        for share, own_week, is_published in zip(found.shares, found.weeks, found.published, strict=True):
            if own_week == week:
                platform_id = share.platform_id
                posts[platform_id] = posts.get(platform_id, 0) + 1
                published[platform_id] = published.get(platform_id, 0) + is_published
                _add(sums, ((platform_id, cost[platform_id]),))
    return sums, posts, published


@remembered(places=4096)
def borne(post: Post, circumstance: tuple[ByActivity, tuple[ZoneInfo, PlatformOrder]]) -> Mapping[int, ByActivity]:
    """What each platform of a post bears of so much of its effort, in a zone and an order of platforms."""
    uncovered, zone_and_order = circumstance
    return divide(uncovered, counting(post, zone_and_order).shares)


def _done(entries: Iterable[TimeEntry], starts: datetime, ends: datetime, now: datetime) -> _Sums:
    sums: _Sums = {}
    for entry in entries:
        minutes = booked_minutes(entry, now, starts, ends)
        if minutes:
            _add(sums, ((entry.platform_id, _only(entry.activity, minutes)),))
    return sums
