"""Hints about the work of a week: over a cap, over a day's hours, outside the hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import Changes
from desktop.planning.budget import Verdict, week_budget
from desktop.planning.hint_records import Hint, HintKind, HintRemedy, HintRemedyKind
from desktop.planning.intents import MoveBlock, Outcome
from desktop.planning.recurrence import occurrences
from desktop.planning.remedies import Remedy, RemedyKind, remedies
from desktop.planning.rescheduling import after, decide
from desktop.planning.slots import free_slot, working_hours
from desktop.planning.week import elapsed, instant, minute_of_day, wall

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.records import Board, Hours, TimeEntry, Week, WorkBlock
    from desktop.planning.recurrence import Occurrence

_KINDS = {
    RemedyKind.SHORTEN: HintRemedyKind.SHORTEN_BLOCK,
    RemedyKind.POSTPONE: HintRemedyKind.POSTPONE_BLOCK,
    RemedyKind.RAISE: HintRemedyKind.RAISE_TARGET,
}


@dataclass(frozen=True, slots=True)
class _Case:
    board: Board
    week: Week
    now: datetime
    zone: ZoneInfo
    work: tuple[Occurrence, ...]

    def on(self, day: date) -> list[Occurrence]:
        """The work of a day."""
        return [occurrence for occurrence in self.work if occurrence.starts_at.date() == day]

    def minutes(self, occurrence: Occurrence) -> int:
        """How long it takes."""
        return elapsed(occurrence.starts_at, occurrence.ends_at, self.zone)

    def can_move(self, occurrence: Occurrence) -> bool:
        """Tell whether it is yet to come and bound to no post."""
        has_begun = instant(occurrence.starts_at, self.zone) <= self.now
        return not (has_begun or occurrence.is_done or occurrence.post_ids)


def work_hints(board: Board, week: Week, now: datetime) -> Iterator[Hint]:
    """All hints about work, kind by kind."""
    zone = ZoneInfo(board.plan.zone)
    case = _Case(board, week, now, zone, occurrences(board, week))
    yield from _over_cap(case)
    today = wall(now, zone).date()
    for day in week.days:
        if day >= today:
            hours = working_hours(board, day)
            if hours is not None:
                yield from _over_day(case, day, hours)
            yield from _outside_hours(case, day, hours)


def _over_cap(case: _Case) -> Iterator[Hint]:
    for budget in week_budget(case.board, case.week, case.now):
        if budget.verdict is Verdict.OVER and not budget.is_past:
            ways = remedies(case.board, budget.platform.id, case.week, case.now)
            touched = [way.occurrence for way in ways if way.occurrence is not None]
            yield Hint(
                HintKind.OVER_CAP,
                platform_id=budget.platform.id,
                keys=tuple(dict.fromkeys(occurrence.key for occurrence in touched)),
                minutes=budget.planned - budget.cap,
                remedies=tuple(map(_as_hint, ways)),
            )


def _as_hint(way: Remedy) -> HintRemedy:
    minutes = way.target if way.kind is RemedyKind.RAISE else way.minutes
    return HintRemedy(_KINDS[way.kind], way.changes, way.override, way.to, minutes)


def _over_day(case: _Case, day: date, hours: Hours) -> Iterator[Hint]:
    work = case.on(day)
    over = sum(map(case.minutes, work)) - (hours.ends - hours.starts)
    if over > 0:
        # The shortest block that is long enough, else the longest.
        movable = sorted(filter(case.can_move, work), key=case.minutes)
        enough = [each for each in movable if case.minutes(each) >= over] + movable[::-1]
        found = (_moved(case, [each], [other for other in case.week.days if other != day]) for each in enough)
        yield Hint(
            HintKind.OVER_DAY,
            day=day,
            keys=tuple(occurrence.key for occurrence in work),
            minutes=over,
            remedies=next((remedy for remedy in found if remedy), ()),
        )


def _outside_hours(case: _Case, day: date, hours: Hours | None) -> Iterator[Hint]:
    """Work that is yet to be done, wholly or partly outside the hours of its day."""
    outside = []
    minutes = 0
    for occurrence in case.on(day):
        starts, ends = minute_of_day(occurrence.starts_at, day), minute_of_day(occurrence.ends_at, day)
        within = 0 if hours is None else max(min(ends, hours.ends) - max(starts, hours.starts), 0)
        if within < ends - starts and not occurrence.is_done and instant(occurrence.ends_at, case.zone) > case.now:
            outside.append(occurrence)
            minutes += ends - starts - within
    if outside:
        movable = [occurrence for occurrence in outside if case.can_move(occurrence)]
        yield Hint(
            HintKind.OUTSIDE_HOURS,
            day=day,
            keys=tuple(occurrence.key for occurrence in outside),
            minutes=minutes,
            remedies=_moved(case, movable, sorted(case.week.days, key=lambda other: other != day)),
        )


def _moved(case: _Case, work: Sequence[Occurrence], days: Sequence[date]) -> tuple[HintRemedy, ...]:
    """As much of some work as the free working hours of the first of these days, then the next, have room for."""
    board, first, minutes = case.board, None, 0
    blocks: dict[int, WorkBlock] = {}
    entries: dict[int, TimeEntry] = {}
    for occurrence in work:
        to = _free(case, board, occurrence, days)
        if to is None:
            continue
        decided = decide(board, MoveBlock(occurrence.block_id, occurrence.original_at, to), case.now)
        changes = decided.changes if isinstance(decided, Outcome) else Changes()
        board = after(board, changes)
        blocks.update((block.id, block) for block in changes.blocks)
        entries.update((entry.id, entry) for entry in changes.entries)
        first, minutes = first or to, minutes + case.minutes(occurrence)
    if first is None:
        return ()
    changes = Changes(blocks=tuple(blocks.values()), entries=tuple(entries.values()))
    return (HintRemedy(HintRemedyKind.MOVE_BLOCKS, changes, to=first, minutes=minutes),)


def _free(case: _Case, board: Board, occurrence: Occurrence, days: Sequence[date]) -> datetime | None:
    """The first free slot on a day whose hours have room for it besides what is there already."""
    minutes = case.minutes(occurrence)
    for day in days:
        hours = working_hours(board, day)
        others = sum(
            case.minutes(each)
            for each in occurrences(board, case.week)
            if each.starts_at.date() == day and each.key != occurrence.key
        )
        if hours is not None and others + minutes <= hours.ends - hours.starts:
            slot = free_slot(board, [day], minutes, case.now)
            if slot is not None:
                return slot
    return None
