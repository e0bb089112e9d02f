"""Giving ideas a date, until every platform has the least number of posts that its corridor asks for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from db.records import Activity, Week
from desktop.planning.budget import TOLERANCE
from desktop.planning.laying import HOUR, Laying
from desktop.planning.laying_efforts import BEFORE, lay_efforts
from desktop.planning.placements import Misfit, MisfitKind, PlacedBlock, PlacedPost, Placement, Reason, Why
from desktop.planning.slots import free_slot
from desktop.planning.week import DAY_MINUTES, STEP, at, minute_of_day

if TYPE_CHECKING:
    from db.records import Post

_FAR = 99


def lay_ideas(laying: Laying) -> list[Misfit]:
    """Lay the wished ideas, each with its effort, on the day farthest from other posts; what does not fit comes back.

    An idea is laid if a platform of it lacks posts, none has all it may have, and its effort can be done in time.
    """
    if laying.wishes.ideas is None:
        return []
    left_out = {each.item.post_id for each in laying.wishes.leave_out if isinstance(each.item, PlacedPost)}
    too_late: list[Misfit] = []
    for idea in laying.wishes.ideas:
        laying.add_post(idea)
        lacking = _lacking_platform(laying, idea)
        if lacking is None or idea.id in left_out or not laying.is_idea(idea.id) or not _is_affordable(laying, idea):
            continue
        if not _lay(laying, idea):
            too_late.append(Misfit(MisfitKind.IDEA, lacking, minutes=idea.effort.total, post_id=idea.id))
    misfits = []
    for budget in laying.budgets():
        count = max(budget.corridor[0] - budget.posts, 0)
        # Of several ideas those that could be posted if there were time are enough to speak of.
        ideas = [misfit for misfit in too_late if misfit.platform_id == budget.platform.id][:count]
        misfits += ideas
        if count > len(ideas):
            misfits.append(Misfit(MisfitKind.POSTS, budget.platform.id, count=count - len(ideas)))
    return misfits


def _lacking_platform(laying: Laying, idea: Post) -> int | None:
    """The first platform of an idea that has too few posts; None too if another one has enough."""
    active = {platform.id: platform for platform in laying.board.platforms if platform.is_active}
    mine = [active[version.platform_id] for version in idea.variants if version.platform_id in active]
    counts = {platform.id: laying.posts_on(platform.id) for platform in mine}
    if any(counts[platform.id] >= platform.corridor[1] for platform in mine):
        return None
    return next((platform.id for platform in mine if counts[platform.id] < platform.corridor[0]), None)


def _is_affordable(laying: Laying, idea: Post) -> bool:
    """Tell whether the targets have room for an idea's effort, on whatever day."""
    answers = []

    def look() -> bool:
        laying.put(Placement(PlacedPost(idea.id, at(laying.week.monday, 0), _platforms(laying, idea)), Why(Reason.GAP)))
        answers.append(laying.stays_within())
        return False

    laying.attempt(look)
    return answers[0]


def _platforms(laying: Laying, idea: Post) -> tuple[int, ...]:
    wanted = {version.platform_id for version in idea.variants}
    return tuple(platform.id for platform in laying.board.platforms if platform.id in wanted)


def _lay(laying: Laying, idea: Post) -> bool:
    platform_ids = _platforms(laying, idea)
    others = _moments_on(laying, platform_ids)
    days = sorted(laying.free.days, key=lambda day: -_distance(day, others))
    for day in days:
        goes_out = _moment(laying, day, others)
        if goes_out is None:
            continue
        item = PlacedPost(idea.id, goes_out, platform_ids)
        if laying.attempt(_lay_there, laying, idea, item):
            place = next(place for place, each in enumerate(laying.placements) if each.item == item)
            laying.placements[place] = Placement(item, _why(laying, item, others, is_first_choice=day == days[0]))
            return True
    return False


def _moment(laying: Laying, day: date, others: list[datetime]) -> datetime | None:
    """The first free moment of a day that is an hour away from other posts on the same platforms."""
    free = free_slot(laying.board, [day], 0, laying.now)
    if free is None:
        return None
    later = (at(day, minute) for minute in range(minute_of_day(free, day), DAY_MINUTES, STEP))
    hour = timedelta(minutes=HOUR)
    return next((moment for moment in later if all(abs(moment - other) >= hour for other in others)), None)


def _lay_there(laying: Laying, idea: Post, item: PlacedPost) -> bool:
    """Lay an idea and its effort, and tell whether all that comes before it is done in time."""
    laying.put(Placement(item, Why(Reason.GAP)))
    dated = [post for post in laying.board.posts if post.id == idea.id]
    lay_efforts(laying, dated)
    return all(minutes <= TOLERANCE for post in dated for activity, minutes in laying.needs(post) if activity in BEFORE)


def _why(laying: Laying, item: PlacedPost, others: list[datetime], is_first_choice: bool) -> Why:
    creation = [
        each.item.ends_at
        for each in laying.placements
        if isinstance(each.item, PlacedBlock)
        and each.item.activity is Activity.CREATION
        and item.post_id in each.item.post_ids
    ]
    if creation and not is_first_choice:
        return Why(Reason.AFTER_CREATION, moment=max(creation))
    if not any(Week.of(other) == laying.week for other in others):
        before = [other for other in others if other < item.starts_at]
        return Why(Reason.SILENCE, moment=max(before, default=None))
    return Why(Reason.GAP, days=_distance(item.starts_at.date(), others))


def _moments_on(laying: Laying, platform_ids: tuple[int, ...]) -> list[datetime]:
    """When other posts go out on these platforms, in all weeks of the board."""
    return [
        moment
        for post in laying.board.posts
        for version in post.variants
        if version.platform_id in platform_ids and (moment := laying.moment(version)) is not None
    ]


def _distance(day: date, others: list[datetime]) -> int:
    """How many days lie between a day and the next post."""
    return min((abs((other.date() - day).days) for other in others), default=_FAR)
