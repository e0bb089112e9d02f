"""Ideas: their order, their tags, and which of them fit into a week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from db.records import Board, Campaign, Post, Share, Week
from desktop.planning.budget import PlatformBudget, divide, week_budget
from desktop.planning.slots import free_slot
from desktop.planning.week import wall

_TOLERANCE = 5  # minutes, product rule 7
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Order(StrEnum):
    """How ideas are ordered."""

    OWN = "own"
    NEWEST = "newest"
    SHORTEST = "shortest"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class Fit:
    """Why an idea fits into a week: its first platform, minutes still open and posts missing there, and when it can go.

    `at` is wall clock.
    """

    platform_id: int
    free: int
    missing: int
    at: datetime


def ordered(ideas: Iterable[Post], order: Order, campaigns: Iterable[Campaign] = ()) -> tuple[Post, ...]:
    """The ideas in an order; they come in the plan's own.

    By occasion: those of the campaign that begins first, and so on, then those of none.
    """
    if order is Order.OCCASION:
        begins = {campaign.id: campaign.starts_on for campaign in campaigns}
        return tuple(sorted(ideas, key=lambda idea: begins.get(idea.campaign_id or 0, date.max)))
    if order is Order.NEWEST:
        return tuple(sorted(ideas, key=lambda idea: (idea.created_at or _LONG_AGO, idea.id), reverse=True))
    if order is Order.SHORTEST:
        return tuple(sorted(ideas, key=lambda idea: idea.effort.total))
    return tuple(ideas)


def tags(ideas: Iterable[Post]) -> tuple[tuple[str, int], ...]:
    """The tags with the number of ideas that have them, the most frequent first."""
    found = Counter(tag for idea in ideas for tag in idea.tags)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0].casefold())))


def with_tag(idea: Post, tag: str) -> Post:
    """The idea with a tag more; a tag that differs only in case is the same."""
    name = " ".join(tag.split())
    known = {each.casefold() for each in idea.tags}
    if not name or name.casefold() in known:
        return idea
    return replace(idea, tags=tuple(sorted((*idea.tags, name), key=str.casefold)))


def without_tag(idea: Post, tag: str) -> Post:
    """The idea without a tag."""
    return replace(idea, tags=tuple(each for each in idea.tags if each != tag))


def ranked(ideas: Sequence[Post], post_id: int, before: int | None) -> tuple[Post, ...]:
    """The ideas that change when one is put before another, or at the end (None); `ideas` in the plan's own order.

    Only those that are ranked, or stand above what is put, get a rank. Nothing changes where one of them is not there.
    """
    found = {idea.id: idea for idea in ideas}
    if post_id not in found or (before is not None and before not in found) or before == post_id:
        return ()
    order = [idea for idea in ideas if idea.id != post_id]
    place = len(order) if before is None else next(at for at, idea in enumerate(order) if idea.id == before)
    order.insert(place, found[post_id])
    if [idea.id for idea in order] == [idea.id for idea in ideas]:
        return ()
    last = max([place, *(at for at, idea in enumerate(order) if idea.rank)])
    ranks = {idea.id: last + 1 - at for at, idea in enumerate(order) if at <= last}
    return tuple(replace(idea, rank=ranks[idea.id]) for idea in order if ranks.get(idea.id, 0) != idea.rank)


def fitting(board: Board, week: Week, ideas: Iterable[Post], now: datetime) -> Mapping[int, Fit]:
    """The ideas, by id, for which every platform of theirs has minutes and room in a week; `now` is a UTC instant."""
    today = wall(now, ZoneInfo(board.plan.zone)).date()
    slot = free_slot(board, [day for day in week.days if day >= today], 0, now)
    if slot is None:
        return {}
    budgets = {budget.platform.id: budget for budget in week_budget(board, week, now)}
    return {idea.id: fit for idea in ideas if (fit := _fit(idea, budgets, slot)) is not None}


def _fit(idea: Post, budgets: Mapping[int, PlatformBudget], slot: datetime) -> Fit | None:
    shares = divide(idea.effort, [Share(variant.platform_id, variant.share) for variant in idea.variants])
    for platform_id, minutes in shares.items():
        budget = budgets.get(platform_id)
        if budget is None or budget.posts >= budget.corridor[1]:
            return None
        if budget.planned + minutes.total > budget.target + _TOLERANCE:
            return None
    if not shares:
        return None
    first = budgets[next(iter(shares))]
    return Fit(first.platform.id, first.target - first.planned, max(first.corridor[0] - first.posts, 0), slot)
