"""Laying what the targets of a week leave open, activity by activity, each the way it is best done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.records import ACTIVITIES, Activity, ByActivity
from desktop.planning.budget import TOLERANCE, PlatformBudget
from desktop.planning.laying import HOUR, Laying, Task
from desktop.planning.placements import Misfit, MisfitKind, PlacedBlock, Reason, Why
from desktop.planning.portions import SHORTEST, parts, sizes
from desktop.planning.recurrence import occurrences
from desktop.planning.week import instant

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.planning.laying import Windows

# What is bound to a time first, what fits anywhere last.
_ORDER = (Activity.INTERACTION, Activity.PLANNING, Activity.CREATION, Activity.MONITORING)
_USUAL = {Activity.INTERACTION: 30, Activity.PLANNING: 90, Activity.CREATION: 120, Activity.MONITORING: 15}


def lay_targets(laying: Laying) -> list[Misfit]:
    """Lay every platform's open minutes, each activity up to its part of the target; what does not fit comes back."""
    budgets = laying.budgets()
    amounts = {budget.platform.id: _amounts(laying, budget) for budget in budgets}
    misfits = []
    for activity in _ORDER:
        for platform_id, mine in amounts.items():
            minutes = mine.of(activity)
            lost = _lay(laying, activity, platform_id, minutes) if minutes >= SHORTEST else minutes
            if lost > TOLERANCE:
                misfits.append(Misfit(MisfitKind.TARGET, platform_id, activity, lost))
    return sorted(misfits, key=lambda misfit: list(amounts).index(misfit.platform_id))


def _amounts(laying: Laying, budget: PlatformBudget) -> ByActivity:
    """The minutes to be laid. They are less than 15 only if the platform has no more than that open."""
    still_open = budget.target - budget.planned
    if still_open <= TOLERANCE:
        return ByActivity()
    wanted = ByActivity(*(max(part.target - part.planned, 0) for part in budget.activities))
    left_out = [
        sum(
            each.item.minutes
            for each in laying.wishes.leave_out
            if isinstance(each.item, PlacedBlock)
            and not each.item.post_ids
            and each.item.platform_ids == (budget.platform.id,)
            and each.item.activity is activity
        )
        for activity in ACTIVITIES
    ]
    if still_open < SHORTEST:
        largest = max(range(len(wanted)), key=lambda place: (wanted[place], -place))
        return ByActivity(*(still_open if place == largest and not any(left_out) else 0 for place in range(4)))
    rest = [max(part - less, 0) for part, less in zip(parts(still_open, wanted), left_out, strict=True)]
    return ByActivity(*(part if part >= SHORTEST else 0 for part in rest))


def _lay(laying: Laying, activity: Activity, platform_id: int, minutes: int) -> int:
    """Lay an amount, and tell how much of it found no place."""
    moments = _moments(laying, platform_id)
    count = max(minutes // _USUAL[activity], 1)
    if activity in {Activity.CREATION, Activity.PLANNING}:
        count = -(-minutes // _USUAL[activity])
    elif activity is Activity.MONITORING:
        count = min(count, max(len(laying.free.days), 1))
    lengths = sizes(minutes, count)
    why = Why(Reason.OPEN_PART, minutes=minutes)

    def windows(number: int) -> Windows:
        part = (number, len(lengths))
        match activity:
            case Activity.PLANNING:
                return laying.early(Why(Reason.EARLY))
            case Activity.CREATION:
                return laying.balanced(why)
            case Activity.INTERACTION:
                answered = _answered(laying, platform_id, moments)
                # Posts that nobody answers yet come first.
                order = sorted(range(len(moments)), key=lambda place: (answered[place], place))
                soon = [each for place in order for each in laying.after_post(*moments[place])]
                return [*soon, *laying.spread(Why(Reason.DAILY), (activity, platform_id), part)]
            case _:
                return laying.spread(Why(Reason.SPREAD), (activity, platform_id), part)

    return laying.lay(Task(activity, (platform_id,), windows), lengths)


def _moments(laying: Laying, platform_id: int) -> list[tuple[int, datetime]]:
    """Which posts go out when on a platform in this week."""
    found = {
        (post.id, at)
        for post in laying.board.posts
        for version in post.variants
        if version.platform_id == platform_id and (at := laying.moment(version)) is not None and at in laying.week
    }
    return sorted(found, key=lambda each: (instant(each[1], laying.zone), each[0]))


def _answered(laying: Laying, platform_id: int, moments: list[tuple[int, datetime]]) -> list[int]:
    """How many blocks of interaction on a platform start within the hour after each post."""
    starts = [
        instant(each.starts_at, laying.zone)
        for each in occurrences(laying.board, laying.week)
        if each.activity is Activity.INTERACTION and any(share.platform_id == platform_id for share in each.shares)
    ]
    return [
        sum(0 <= (start - instant(at, laying.zone)).total_seconds() <= HOUR * 60 for start in starts)
        for _, at in moments
    ]
