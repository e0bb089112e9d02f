"""Hints about the posts of a week: late, unprepared, too close, said before, too few, too many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import Changes, Status
from desktop.planning.budget import week_budget
from desktop.planning.cards import PostCard, PostKey, moment, post_cards
from desktop.planning.covering import counting, covering, platform_order
from desktop.planning.hint_records import Hint, HintKind, HintRemedy, HintRemedyKind
from desktop.planning.intents import MovePost, Outcome, ScheduleEffort
from desktop.planning.laying_efforts import BEFORE
from desktop.planning.month import gaps
from desktop.planning.post_moves import is_published
from desktop.planning.rescheduling import after, decide
from desktop.planning.slots import free_slot, working_hours
from desktop.planning.status import set_status
from desktop.planning.week import DAY_MINUTES, STEP, at, elapsed, instant, minute_of_day, rounded_up, wall

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.records import Board, Post, Variant, Week, WorkBlock

_DAY = timedelta(days=1)
_HOUR = 60
_LATELY = timedelta(days=30)
_WEDNESDAY = 2


@dataclass(frozen=True, slots=True)
class _Outing:
    """A version that goes out, or went out, at a wall-clock moment."""

    post: Post
    version: Variant
    moment: datetime
    goes_out: datetime

    @property
    def key(self) -> PostKey:
        return PostKey(self.post.id, self.moment)


@dataclass(frozen=True, slots=True)
class _Case:
    board: Board
    week: Week
    now: datetime
    zone: ZoneInfo
    cards: tuple[PostCard, ...]
    outings: tuple[_Outing, ...]

    @property
    def today(self) -> datetime:
        """The wall clock now."""
        return wall(self.now, self.zone)

    def on(self, platform_id: int) -> list[_Outing]:
        """What goes out on a platform in all weeks of the board, in order."""
        return [outing for outing in self.outings if outing.version.platform_id == platform_id]

    def free_moment(self) -> datetime | None:
        """The next moment of this week that suits a post."""
        return free_slot(self.board, self.week.days, 0, self.now)


def post_hints(board: Board, week: Week, now: datetime) -> Iterator[Hint]:
    """All hints about posts, kind by kind."""
    zone = ZoneInfo(board.plan.zone)
    outings = [
        _Outing(post, version, at_moment, instant(at_moment, zone))
        for post in board.posts
        for version in post.variants
        if version.status is not Status.SKIPPED and (at_moment := moment(version, zone)) is not None
    ]
    outings.sort(key=lambda outing: (outing.goes_out, outing.post.id))
    case = _Case(board, week, now, zone, post_cards(board, week, now), tuple(outings))
    yield from _overdue(case)
    yield from _uncovered_soon(case)
    yield from _same_hour(case)
    yield from _repeated_texts(case)
    yield from _corridor(case)
    yield from _gaps(case)


def _overdue(case: _Case) -> Iterator[Hint]:
    for card in case.cards:
        if card.is_overdue:
            published = set_status(case.board, card.post_id, card.variant_ids, Status.PUBLISHED, case.now)
            remedies = [HintRemedy(HintRemedyKind.MARK_PUBLISHED, published)]
            to = case.free_moment()
            if to is not None:
                remedies += _moved(case, MovePost(card.post_id, card.variant_ids, to), HintRemedyKind.MOVE_POST)
            yield _hint(HintKind.OVERDUE, card, remedies=tuple(remedies))


def _uncovered_soon(case: _Case) -> Iterator[Hint]:
    uncovered = covering(case.board).uncovered
    order = platform_order(case.board)
    for card in case.cards:
        post = next(post for post in case.board.posts if post.id == card.post_id)
        goes_out = instant(card.moment, case.zone)
        # What comes before a post has to be done before the first of its versions.
        is_first = goes_out == counting(post, (case.zone, order)).first_at
        minutes = sum(uncovered[post.id].of(activity) for activity in BEFORE)
        if is_first and minutes and case.now < goes_out <= case.now + _DAY:
            yield _hint(HintKind.UNCOVERED_SOON, card, minutes=minutes, remedies=_scheduled(case, post, card.moment))


def _scheduled(case: _Case, post: Post, before: datetime) -> tuple[HintRemedy, ...]:
    """Blocks for all that has to be done before a moment, if there is time for it."""
    board, first = case.board, before
    blocks: list[WorkBlock] = []
    days = [day for day in _days(case.today, before) if any(day in week for week in board.weeks)]
    for activity in BEFORE:
        minutes = covering(board).uncovered[post.id].of(activity)
        slot = free_slot(board, days, rounded_up(minutes), case.now) if minutes else before
        if slot is None or slot + timedelta(minutes=rounded_up(minutes)) > before:
            return ()
        decided = decide(board, ScheduleEffort(post.id, activity, slot), case.now)
        if isinstance(decided, Outcome):
            board = after(board, decided.changes)
            blocks += [replace(block, id=-1 - len(blocks)) for block in decided.changes.blocks]
            first = min(first, slot)
    total = sum(elapsed(block.starts_at, block.ends_at, case.zone) for block in blocks)
    return (HintRemedy(HintRemedyKind.SCHEDULE_EFFORT, Changes(blocks=tuple(blocks)), to=first, minutes=total),)


def _same_hour(case: _Case) -> Iterator[Hint]:
    for platform in case.board.platforms:
        outings = case.on(platform.id) if platform.is_active else []
        for place, later in enumerate(outings[1:], start=1):
            earlier = outings[place - 1]
            is_close = later.goes_out - earlier.goes_out < timedelta(minutes=_HOUR)
            if is_close and later.moment in case.week and later.goes_out > case.now:
                yield Hint(
                    kind=HintKind.SAME_HOUR,
                    day=later.moment.date(),
                    moment=later.moment,
                    platform_id=platform.id,
                    keys=(later.key, earlier.key),
                    other=earlier.moment,
                    remedies=_an_hour_apart(case, later, outings),
                )


def _an_hour_apart(case: _Case, outing: _Outing, outings: Sequence[_Outing]) -> tuple[HintRemedy, ...]:
    """Later on the same day, an hour from everything else on the platform."""
    day = outing.moment.date()
    others = [other.goes_out for other in outings if other.post.id != outing.post.id]
    hour = timedelta(minutes=_HOUR)
    for minute in range(rounded_up(minute_of_day(outing.moment, day) + 1), DAY_MINUTES, STEP):
        to = at(day, minute)
        if all(abs(instant(to, case.zone) - other) >= hour for other in others):
            card = next(card for card in case.cards if card.key == outing.key)
            return tuple(_moved(case, MovePost(card.post_id, card.variant_ids, to), HintRemedyKind.MOVE_POST))
    return ()


def _repeated_texts(case: _Case) -> Iterator[Hint]:
    for card in case.cards:
        mine = [outing for outing in case.outings if outing.key == card.key]
        coming = [outing for outing in mine if outing.goes_out > case.now and not is_published(outing.version)]
        found = [(before.goes_out, before, outing) for outing in coming for before in _said_before(case, outing)]
        if found:
            _, before, outing = max(found, key=lambda each: each[0])
            yield Hint(
                kind=HintKind.REPEATED_TEXT,
                day=outing.moment.date(),
                moment=outing.moment,
                platform_id=outing.version.platform_id,
                keys=(outing.key, before.key),
                other=before.moment,
                remedies=(HintRemedy(HintRemedyKind.EDIT_TEXT),),
            )


def _said_before(case: _Case, outing: _Outing) -> list[_Outing]:
    """Other posts that said the same on the same platform within 30 days; a series is meant to repeat itself."""
    return [
        other
        for other in case.on(outing.version.platform_id)
        if other.post.id != outing.post.id
        and (other.post.series_id is None or other.post.series_id != outing.post.series_id)
        and timedelta() <= outing.goes_out - other.goes_out <= _LATELY
        and _is_same_text(outing, other)
    ]


def _is_same_text(one: _Outing, other: _Outing) -> bool:
    """Texts are compared where both have one, else titles."""
    mine, theirs = _plain(_text(one)), _plain(_text(other))
    if not (mine and theirs):
        mine, theirs = _plain(one.post.title), _plain(other.post.title)
    return bool(mine) and mine == theirs


def _text(outing: _Outing) -> str:
    return outing.post.body if outing.version.body is None else outing.version.body


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _corridor(case: _Case) -> Iterator[Hint]:
    is_time_to_say = case.today in case.week and case.today.weekday() >= _WEDNESDAY
    for budget in week_budget(case.board, case.week, case.now):
        least, most = budget.corridor
        if budget.posts < least and is_time_to_say:
            to = case.free_moment()
            remedies = () if to is None else (HintRemedy(HintRemedyKind.PLAN_POST, to=to),)
            yield Hint(HintKind.TOO_FEW, platform_id=budget.platform.id, count=least - budget.posts, remedies=remedies)
        elif budget.posts > most and not budget.is_past:
            surplus = [outing for outing in case.on(budget.platform.id) if outing.moment in case.week][most:]
            yield Hint(
                HintKind.TOO_MANY,
                platform_id=budget.platform.id,
                keys=tuple(outing.key for outing in surplus),
                count=budget.posts - most,
                remedies=_postponed(case, surplus),
            )


def _postponed(case: _Case, outings: Sequence[_Outing]) -> tuple[HintRemedy, ...]:
    """The last one that is yet to come goes out a week later."""
    for outing in reversed(outings):
        if outing.goes_out > case.now:
            to = outing.moment + timedelta(weeks=1)
            return tuple(_moved(case, MovePost(outing.post.id, (outing.version.id,), to), HintRemedyKind.POSTPONE_POST))
    return ()


def _gaps(case: _Case) -> Iterator[Hint]:
    """Gaps as the month shows them, as far as they are yet to come and somebody works in them."""
    today = case.today.date()
    for gap in gaps((case.week,), {outing.moment.date() for outing in case.outings}, today):
        days = [day for day in gap.days if day >= today]
        if any(working_hours(case.board, day) for day in days):
            to = free_slot(case.board, days, 0, case.now)
            remedies = () if to is None else (HintRemedy(HintRemedyKind.PLAN_POST, to=to),)
            yield Hint(HintKind.GAP, day=days[0], last=days[-1], count=len(days), remedies=remedies)


def _moved(case: _Case, intent: MovePost, kind: HintRemedyKind) -> list[HintRemedy]:
    """Moving versions of a post, unless they are facts."""
    decided = decide(case.board, intent, case.now)
    if isinstance(decided, Outcome) and not decided.choices:
        return [HintRemedy(kind, decided.changes, to=intent.to)]
    return []


def _hint(kind: HintKind, card: PostCard, minutes: int = 0, remedies: tuple[HintRemedy, ...] = ()) -> Hint:
    return Hint(
        kind=kind,
        day=card.moment.date(),
        moment=card.moment,
        platform_id=card.platform_ids[0],
        keys=(card.key,),
        minutes=minutes,
        remedies=remedies,
    )


def _days(first: datetime, last: datetime) -> list[date]:
    return [first.date() + n * _DAY for n in range((last.date() - first.date()).days + 1)]
