"""Filling a week: work blocks, and ideas if wanted, for the free time of a week, until its targets are met.

What exists never moves. First come the posts' own efforts, as linked blocks in the order of the posts, then ideas,
then what the targets leave open, activity by activity. The same week always gives the same filling.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import Board, Changes, Post, Week
from desktop.planning.budget import TOLERANCE, target_and_cap
from desktop.planning.free_time import hours_of_days, usual_day_cap
from desktop.planning.laying import Laying
from desktop.planning.laying_efforts import BEFORE, due, lay_efforts
from desktop.planning.laying_ideas import lay_ideas
from desktop.planning.laying_targets import lay_targets
from desktop.planning.placements import (
    Filling,
    FillRemedy,
    FillRemedyKind,
    Misfit,
    MisfitKey,
    MisfitKind,
    PlacedBlock,
    PlacedPost,
    Placement,
    Wishes,
)
from desktop.planning.post_moves import is_published
from desktop.planning.rescheduling import after
from desktop.planning.week import DAY_MINUTES, instant, rounded_up, settled, wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEAST_RAISE = 30
_NO_WISHES = Wishes()


def fill(board: Board, week: Week, now: datetime, wishes: Wishes = _NO_WISHES) -> Filling:
    """Fill a week of the board from `now` (UTC instant) on.

    Nothing but what is kept lies outside working hours, over other blocks, in busy time or above the day's cap, and no
    platform is brought over its target. Blocks are 15 to 120 minutes long. Amounts below 15 minutes stay open.
    """
    filled = _filled(board, week, now, wishes)
    if not filled.misfits:
        return filled
    offers = _offers(board, week, now, filled, wishes)
    return replace(filled, misfits=tuple(_with_remedies(misfit, wishes, offers) for misfit in filled.misfits))


def _filled(board: Board, week: Week, now: datetime, wishes: Wishes) -> Filling:
    """The filling, its misfits without remedies."""
    postponed = _postponed(board, week, wishes.postponed)
    board = after(board, Changes(posts=postponed))
    cap = usual_cap(board, week, wishes) if wishes.day_cap is None else wishes.day_cap
    laying = Laying(board, week, now, wishes, cap)
    is_past = instant(datetime.combine(week.shifted(1).monday, datetime.min.time()), laying.zone) <= now
    still_open = _open(laying)
    _keep(laying)
    lay_efforts(laying, laying.coming_posts())
    misfits = [*lay_ideas(laying), *lay_targets(laying)]
    misfits += _unlaid_efforts(laying)
    platforms = [platform.id for platform in board.platforms]
    placements = tuple(sorted(laying.placements, key=lambda each: _place(each, platforms)))
    dated = {each.item.post_id for each in placements if isinstance(each.item, PlacedPost)}
    stored = {block.id for block in board.blocks}
    return Filling(
        placements=placements,
        misfits=() if is_past else tuple(misfit for misfit in misfits if misfit.key not in wishes.accepted),
        changes=Changes(
            posts=(*postponed, *(post for post in laying.board.posts if post.id in dated)),
            blocks=tuple(block for block in laying.board.blocks if block.id not in stored),
        ),
        open=still_open,
        placed=sum(each.item.minutes for each in placements if isinstance(each.item, PlacedBlock)),
        missing=_open(laying),
        day_cap=cap,
    )


def usual_cap(board: Board, week: Week, wishes: Wishes = _NO_WISHES) -> int:
    """The most minutes of work a day where none is wished: half as much again as the targets need on each day."""
    targets = sum(target_and_cap(board, platform, week)[0] for platform in board.platforms if platform.is_active)
    days = hours_of_days(board, week, replace(wishes, extra_days=frozenset())) or hours_of_days(board, week, wishes)
    return usual_day_cap(targets, len(days))


def _open(laying: Laying) -> int:
    """What the targets and the coming posts leave to be laid."""
    efforts = sum(laying.uncovered(post).total for post in laying.coming_posts())
    return efforts + sum(max(budget.target - budget.planned, 0) for budget in laying.budgets())


def _keep(laying: Laying) -> None:
    """What is kept comes first, posts before the blocks for them; what it was for may be gone."""
    ideas = {idea.id: idea for idea in laying.wishes.ideas or ()}
    for placement in sorted(laying.wishes.keep, key=lambda each: isinstance(each.item, PlacedBlock)):
        item = placement.item
        if isinstance(item, PlacedPost):
            if item.post_id in ideas:
                laying.add_post(ideas[item.post_id])
            if laying.is_idea(item.post_id):
                laying.put(placement)
        elif all(laying.is_dated(post_id) for post_id in item.post_ids):
            laying.put(placement)


def _postponed(board: Board, week: Week, post_ids: Iterable[int]) -> tuple[Post, ...]:
    """Posts with what they have in the week, and is not out, a week later."""
    zone, wanted, found = ZoneInfo(board.plan.zone), set(post_ids), []
    for post in board.posts:
        if post.id in wanted:
            versions = tuple(
                replace(version, starts_at=settled(version.starts_at + timedelta(weeks=1), zone))
                if version.starts_at is not None and version.starts_at in week and not is_published(version)
                else version
                for version in post.variants
            )
            found.append(replace(post, variants=versions))
    return tuple(found)


def _unlaid_efforts(laying: Laying) -> list[Misfit]:
    found = []
    for post in laying.coming_posts():
        for activity, minutes in laying.needs(post):
            if minutes > TOLERANCE:
                found.append(
                    Misfit(
                        kind=MisfitKind.EFFORT,
                        platform_id=laying.platforms_of(post)[0],
                        activity=activity,
                        minutes=minutes,
                        post_id=post.id,
                        due=due(laying, post) if activity in BEFORE else None,
                    )
                )
    return found


def _place(placement: Placement, platforms: list[int]) -> tuple[bool, datetime, list[int]]:
    item = placement.item
    return isinstance(item, PlacedBlock), item.starts_at, [platforms.index(each) for each in item.platform_ids]


# -- remedies


@dataclass(frozen=True, slots=True)
class _Offer:
    """Wishes that may help, and what does not fit with them."""

    remedy: FillRemedy
    misfits: Mapping[MisfitKey, int]


def _offers(board: Board, week: Week, now: datetime, filled: Filling, wishes: Wishes) -> list[_Offer]:
    """What helps the whole week, tried out."""
    days = hours_of_days(board, week, wishes)
    today = wall(now, ZoneInfo(board.plan.zone)).date()
    ahead = [day for day in days if day >= today]
    found = []
    if ahead:
        more = max(rounded_up(-(-filled.missing // len(ahead))), _LEAST_RAISE)
        cap = min(filled.day_cap + more, DAY_MINUTES)
        found.append(FillRemedy(FillRemedyKind.RAISE_DAY_CAP, replace(wishes, day_cap=cap), minutes=cap))
    extra = _extra_day(board, week, today, wishes)
    if extra is not None:
        more_days = replace(wishes, extra_days=wishes.extra_days | {extra})
        found.append(FillRemedy(FillRemedyKind.ALLOW_DAY, more_days, day=extra))
    if wishes.lead and any(misfit.kind is MisfitKind.IDEA or misfit.due is not None for misfit in filled.misfits):
        found.append(FillRemedy(FillRemedyKind.SHORTER_LEAD, replace(wishes, lead=0)))
    return [
        _Offer(remedy, {misfit.key: _weight(misfit) for misfit in _filled(board, week, now, remedy.wishes).misfits})
        for remedy in found
        if remedy.wishes is not None
    ]


def _extra_day(board: Board, week: Week, today: date, wishes: Wishes) -> date | None:
    """The first day on which nobody works though the business is not closed."""
    worked = hours_of_days(board, week, wishes)
    possible = hours_of_days(board, week, replace(wishes, extra_days=frozenset(_open_days(board, week))))
    return next((day for day in possible if day not in worked and day >= today), None)


def _open_days(board: Board, week: Week) -> list[date]:
    return [
        day
        for day in week.days
        if not any(closed.day == day or closed.weekday == day.weekday() for closed in board.closed_days)
    ]


def _weight(misfit: Misfit) -> int:
    return max(misfit.minutes, misfit.count, 1)


def _with_remedies(misfit: Misfit, wishes: Wishes, offers: list[_Offer]) -> Misfit:
    """The offer that helps this misfit most, then what always does."""
    helps = [
        replace(offer.remedy, saves=_weight(misfit) - offer.misfits.get(misfit.key, 0))
        for offer in offers
        if offer.misfits.get(misfit.key, 0) < _weight(misfit)
    ]
    best = sorted(helps, key=lambda remedy: -remedy.saves)
    accepted = replace(wishes, accepted=wishes.accepted | {misfit.key})
    match misfit.kind:
        case MisfitKind.EFFORT if misfit.post_id is not None:
            postponed = replace(wishes, postponed=wishes.postponed | {misfit.post_id})
            last = [FillRemedy(FillRemedyKind.POSTPONE_POST, postponed)]
        case MisfitKind.IDEA:
            ideas = tuple(idea for idea in wishes.ideas or () if idea.id != misfit.post_id)
            last = [FillRemedy(FillRemedyKind.LEAVE_IDEA, replace(wishes, ideas=ideas))]
        case MisfitKind.POSTS:
            last = [FillRemedy(FillRemedyKind.CAPTURE_IDEA, None), FillRemedy(FillRemedyKind.FEWER_POSTS, accepted)]
        case _:
            last = [FillRemedy(FillRemedyKind.NEXT_WEEK, accepted)]
    return replace(misfit, remedies=(*best[: 2 - len(last)], *last))
