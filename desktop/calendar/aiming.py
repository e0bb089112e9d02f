"""From a dragged thing and a place in the grid to an intent: snapping, keeping lengths, days' bounds.

Pure: minutes and days in, `desktop.planning.intents` out. Snapping is absolute (to :00, :15, :30, :45) and concerns the
edge that moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import TypeGuard

from db.records import Activity, Post
from desktop.calendar.shown_week import CardItem, ShownWeek, length, starts_at
from desktop.calendar.snapping import Snap
from desktop.planning.cards import PostCard
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    CreateBlock,
    Group,
    GroupIntent,
    Intent,
    MoveBlock,
    MovePost,
    ResizeBlock,
    ScheduleEffort,
    SchedulePost,
    UnschedulePost,
)
from desktop.planning.recurrence import Occurrence
from desktop.planning.week import DAY_MINUTES, STEP, at, minute_of_day, same

CREATED_MINUTES = 60


class Gesture(Enum):
    """What the pressed mouse does once it has moved far enough."""

    MOVE = auto()
    RESIZE_TOP = auto()
    RESIZE_BOTTOM = auto()
    CREATE = auto()
    RUBBER = auto()


@dataclass(frozen=True, slots=True)
class ExternalItem:
    """Something that is dragged into the week from outside.

    Without `activity` it is the idea `post` itself, which gets a date; with one it is that part of the post's effort,
    `minutes` long, which becomes a linked block. `usual_minute` is the time of day it gets where only a day is named.
    """

    post: Post
    activity: Activity | None = None
    minutes: int = 0
    usual_minute: int = 720


Dragged = CardItem | ExternalItem


@dataclass(frozen=True, slots=True)
class Place:
    """A place under the pointer: column, unsnapped minute, and which half of the column."""

    day: int
    minute: float
    in_second_half: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """Where a drag would land: its place in the week's grid as shown, and what a drop there means."""

    day: int
    starts: int
    ends: int
    intent: Intent
    moment: datetime
    skipped: datetime | None = None  # the time that was aimed at, where the clock leaves it out
    magnet: int | None = None  # the minute at which a neighbour's edge holds the moved one


def dragged_length(item: Dragged) -> int:
    """The wall-clock minutes that a dragged thing takes in the grid; 0 for posts."""
    if isinstance(item, ExternalItem):
        return item.minutes if item.activity is not None else 0
    return length(item)


def aim_move(
    item: Dragged,
    place: Place,
    grabbed: float,
    week: ShownWeek,
    snap: Snap,
    copy: bool,
    bounds: tuple[int, int] = (0, DAY_MINUTES),
) -> Target:
    """Where a card lands whose start is `grabbed` minutes above the pointer; its length stays, its day is kept.

    `bounds` are the first and last minute at which it may start.
    """
    starts = min(bounds[1], max(bounds[0], snap.of(place.minute - grabbed)))
    target = _landed(item, place.day, starts, place.in_second_half, week, copy)
    return replace(target, magnet=snap.magnet(target.starts))


def aim_at(
    item: Dragged, to: datetime, week: ShownWeek, copy: bool, bounds: tuple[int, int] = (0, DAY_MINUTES)
) -> Target | None:
    """Where a card lands that is carried to a wall-clock time; None outside the shown week."""
    day = week.day_of(to.date())
    if day is None:
        return None
    minute = min(bounds[1], max(bounds[0], minute_of_day(to, to.date())))
    return _landed(item, day, minute, bool(to.fold), week, copy)


def _landed(item: Dragged, day: int, minute: int, in_second_half: bool, week: ShownWeek, copy: bool) -> Target:
    """A card's place that starts at a minute, or as near to it as its day has room."""
    taken = dragged_length(item)
    starts = min(DAY_MINUTES - max(taken, STEP), max(0, minute))
    moment = week.moment(day, starts, in_second_half)
    shown = minute_of_day(moment, week.week.days[day])
    skipped = at(week.week.days[day], starts) if shown != starts else None
    ends = min(DAY_MINUTES, shown + taken)
    return Target(day, shown, ends, intent_to(item, moment, copy), moment, skipped)


def aim_resize(item: Occurrence, at_top: bool, minute: float, grabbed: float, snap: Snap) -> Target:
    """Where the dragged edge of a block lands: at least 15 minutes from the other edge, within the day.

    `grabbed` is how far the pointer was below the edge when it was pressed, in minutes.
    """
    when = item.starts_at.date()
    starts, ends = minute_of_day(item.starts_at, when), minute_of_day(item.ends_at, when)
    edge = snap.of(minute - grabbed)
    if at_top:
        starts = max(0, min(edge, ends - STEP))
    else:
        ends = min(DAY_MINUTES, max(edge, starts + STEP))
    starts_at_, ends_at = _at(when, starts, item.starts_at), _at(when, ends, item.ends_at)
    intent = ResizeBlock(item.block_id, item.original_at, starts_at_, ends_at)
    magnet = snap.magnet(starts if at_top else ends)
    return Target(when.weekday(), starts, ends, intent, starts_at_, magnet=magnet)


def aim_create(pressed: Place, minute: float, week: ShownWeek, platform_ids: tuple[int, ...], snap: Snap) -> Target:
    """The block that is drawn from the pressed place to a minute, downwards or upwards, at least 15 minutes long."""
    anchor = min(DAY_MINUTES - STEP, int(pressed.minute) // STEP * STEP)
    other = snap.of(minute)
    starts, ends = (anchor, max(other, anchor + STEP)) if other > anchor else (other, anchor + STEP)
    target = created(pressed.day, starts, ends, week, platform_ids, pressed.in_second_half)
    return replace(target, magnet=snap.magnet(ends if other > anchor else starts))


def created(
    day: int, starts: int, ends: int, week: ShownWeek, platform_ids: tuple[int, ...], in_second_half: bool = False
) -> Target:
    """A new block between two minutes of a day."""
    starts_at_ = week.moment(day, starts, in_second_half)
    ends_at = max(week.moment(day, ends, in_second_half), starts_at_ + timedelta(minutes=STEP))
    intent = CreateBlock(starts_at_, ends_at, platform_ids[:1], Activity.CREATION)
    return Target(day, starts, ends, intent, starts_at_)


def on_day(item: Dragged, day: date, copy: bool) -> Intent:
    """A drop on a day of which no time is known: the time of day stays."""
    if isinstance(item, ExternalItem):
        return intent_to(item, at(day, item.usual_minute), copy)
    kept = starts_at(item)
    return intent_to(item, at(day, kept.hour * 60 + kept.minute, kept.fold), copy)


def unscheduled(item: Dragged) -> Intent | None:
    """A drop on the ideas: takes the dates of a card's versions away. Blocks have no place there."""
    return UnschedulePost(item.post_id, item.variant_ids) if isinstance(item, PostCard) else None


def intent_to(item: Dragged, moment: datetime, copy: bool) -> Intent:
    """Moving, copying or scheduling a dragged thing to a wall-clock time."""
    if isinstance(item, ExternalItem):
        if item.activity is None:
            return SchedulePost(item.post.id, moment)
        return ScheduleEffort(item.post.id, item.activity, moment)
    if isinstance(item, PostCard):
        post = (item.post_id, item.variant_ids, moment)
        return CopyPost(*post) if copy else MovePost(*post)
    block = (item.block_id, item.original_at, moment)
    return CopyBlock(*block) if copy else MoveBlock(*block)


def stays(item: Dragged, intent: Intent) -> bool:
    """Tell whether a drop would leave everything as it is."""
    match intent:
        case MovePost(to=to) | MoveBlock(to=to) if not isinstance(item, ExternalItem):
            return same(to, starts_at(item))
        case ResizeBlock(starts_at=starts, ends_at=ends) if isinstance(item, Occurrence):
            return same(starts, item.starts_at) and same(ends, item.ends_at)
    return False


def leeway(items: Sequence[CardItem]) -> tuple[int, int]:
    """By how many minutes several cards can be moved together, up (negative) and down, each within its day."""
    spans = [(minute_of_day(starts_at(item), starts_at(item).date()), max(length(item), STEP)) for item in items]
    return max(-starts for starts, _ in spans), min(max(0, DAY_MINUTES - taken - starts) for starts, taken in spans)


def grouped(item: CardItem, others: Sequence[CardItem], intent: Intent) -> Group:
    """What a drop of one card means for all that are dragged along: the same difference, the same kind."""
    items = (item, *others)
    if isinstance(intent, UnschedulePost):
        return Group(tuple(UnschedulePost(each.post_id, each.variant_ids) for each in items if is_post(each)))
    to = intent.to if isinstance(intent, MovePost | CopyPost | MoveBlock | CopyBlock) else starts_at(item)
    return moved_together(items, to - starts_at(item), copy=isinstance(intent, CopyPost | CopyBlock))


def moved_together(items: Sequence[CardItem], by: timedelta, copy: bool = False) -> Group:
    """Moving or copying cards by the same difference on the clock."""
    intents: list[GroupIntent] = []
    for item in items:
        to = starts_at(item) + by
        if isinstance(item, PostCard):
            post = (item.post_id, item.variant_ids, to)
            intents.append(CopyPost(*post) if copy else MovePost(*post))
        else:
            block = (item.block_id, item.original_at, to)
            intents.append(CopyBlock(*block) if copy else MoveBlock(*block))
    return Group(tuple(intents))


def is_post(item: CardItem) -> TypeGuard[PostCard]:
    """Tell posts from work."""
    return isinstance(item, PostCard)


def shifted(item: CardItem, by: timedelta) -> Intent:
    """Moving a card by keys: so many days or minutes, kept within its day unless whole days are meant."""
    start = starts_at(item)
    if by.seconds == 0:
        return intent_to(item, start + by, copy=False)
    minute = minute_of_day(start, start.date()) + round(by.total_seconds() / 60)
    latest = DAY_MINUTES - max(length(item), STEP)
    return intent_to(item, at(start.date(), min(latest, max(0, minute)), start.fold), copy=False)


def stretched(item: Occurrence, top: int, bottom: int) -> Intent:
    """Moving a block's edges by keys, in minutes; at least 15 minutes remain."""
    when = item.starts_at.date()
    starts, ends = minute_of_day(item.starts_at, when), minute_of_day(item.ends_at, when)
    starts = max(0, min(starts + top, ends - STEP))
    ends = min(DAY_MINUTES, max(ends + bottom, starts + STEP))
    return ResizeBlock(
        item.block_id, item.original_at, _at(when, starts, item.starts_at), _at(when, ends, item.ends_at)
    )


def _at(day: date, minute: int, like: datetime) -> datetime:
    return at(day, minute, like.fold)
