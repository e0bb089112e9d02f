"""Laying what the posts of a week still need, as blocks linked to them: what comes before a post, and what after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.records import Activity
from desktop.planning.laying import Laying, Task
from desktop.planning.placements import Reason, Why
from desktop.planning.portions import SHORTEST, sizes
from desktop.planning.week import FINE_STEP, instant, rounded_up, wall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.records import Post
    from desktop.planning.laying import Windows

BEFORE = (Activity.PLANNING, Activity.CREATION)
_TOGETHER = 90


@dataclass(frozen=True, slots=True)
class _Need:
    """Posts with the same platforms, by moment, that need so much of an activity together."""

    activity: Activity
    posts: tuple[Post, ...]
    platform_ids: tuple[int, ...]
    minutes: int


def lay_efforts(laying: Laying, posts: Sequence[Post]) -> None:
    """Lay what these posts, by moment, still need; what finds no place remains uncovered.

    What has to be done before small posts of the same platforms shares a block if one can be found for all of them.
    """
    for activity in Activity:
        needs = [need for post in posts if (need := _need(laying, post, activity)) is not None]
        for group in _groups(needs) if activity in BEFORE else [[need] for need in needs]:
            if len(group) == 1 or not laying.attempt(_lay, laying, _joined(group), is_whole=True):
                for need in group:
                    laying.attempt(_lay, laying, need)


def due(laying: Laying, post: Post) -> datetime:
    """Until when (wall clock) the work before a dated post has to be done."""
    goes_out = instant(laying.moments(post)[0], laying.zone)
    return wall(goes_out - timedelta(minutes=laying.wishes.lead), laying.zone)


def _need(laying: Laying, post: Post, activity: Activity) -> _Need | None:
    minutes = dict(laying.needs(post)).get(activity, 0)
    return _Need(activity, (post,), laying.platforms_of(post), minutes) if minutes else None


def _groups(needs: Sequence[_Need]) -> list[list[_Need]]:
    found: list[list[_Need]] = []
    for need in needs:
        if (
            found
            and found[-1][0].platform_ids == need.platform_ids
            and sum(each.minutes for each in found[-1]) + need.minutes <= _TOGETHER
        ):
            found[-1].append(need)
        else:
            found.append([need])
    return found


def _joined(group: Sequence[_Need]) -> _Need:
    return _Need(
        group[0].activity,
        tuple(post for need in group for post in need.posts),
        group[0].platform_ids,
        sum(need.minutes for need in group),
    )


def _lay(laying: Laying, need: _Need, is_whole: bool = False) -> bool:
    """Lay blocks for a need, rounded up if the target leaves room for that, and tell whether anything (all) is laid."""
    task = Task(
        need.activity,
        need.platform_ids,
        lambda _number: _windows(laying, need),
        tuple(post.id for post in need.posts),
    )

    def lay(minutes: int) -> bool:
        before = laying.planned() if minutes > need.minutes else None
        laid = len(laying.placements)
        lost = laying.lay(task, sizes(minutes, 1))
        return len(laying.placements) > laid and not (is_whole and lost) and laying.stays_within(before)

    rounded = max(rounded_up(need.minutes, FINE_STEP), SHORTEST)
    if laying.attempt(lay, rounded):
        return True
    return SHORTEST <= need.minutes < rounded and laying.attempt(lay, need.minutes)


def _windows(laying: Laying, need: _Need) -> Windows:
    first = need.posts[0]
    if need.activity in BEFORE:
        ready_by = due(laying, first)
        why = Why(Reason.FOR_POSTS, tuple(post.id for post in need.posts), ready_by, need.minutes)
        return laying.balanced(why, ready_by)
    goes_out = laying.moments(first)[0]
    soon = laying.after_post(first.id, goes_out) if need.activity is Activity.INTERACTION else []
    return [*soon, *laying.later(first.id, goes_out)]
