"""What would bring a week that is over its budget back into it; hints, never done by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import ACTIVITIES, Changes, WeekOverride
from desktop.planning.budget import TOLERANCE, ActivityBudget, PlatformBudget, Verdict, occurrence_minutes, week_budget
from desktop.planning.intents import MoveBlock, Outcome, ResizeBlock
from desktop.planning.recurrence import expand, occurrences
from desktop.planning.rescheduling import after, decide
from desktop.planning.week import FINE_STEP, STEP, elapsed, instant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.records import Board, Week
    from desktop.planning.recurrence import Occurrence


class RemedyKind(StrEnum):
    """What to do about it: shorten a block, move one into the next week, or allow more for this one week."""

    SHORTEN = "shorten"
    POSTPONE = "postpone"
    RAISE = "raise"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way back into the budget, in minutes.

    `changes` (shorten, postpone) or `override` (raise) carry it out; of a series they change one occurrence only.
    `before` and `after_planned` are what the verdict judges, `target` and `cap` those that hold afterwards.
    `occurrence` is the block as it stands, `minutes` its new length (shorten), `to` its new start (postpone). `free`
    names the other platform with the most open minutes, and how many (raise).
    """

    kind: RemedyKind
    before: int
    after_planned: int
    target: int
    cap: int
    changes: Changes = Changes()  # noqa: RUF009  frozen
    override: WeekOverride | None = None
    occurrence: Occurrence | None = None
    minutes: int = 0
    to: datetime | None = None
    free: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    """The platform's week that is over."""

    board: Board
    week: Week
    now: datetime
    budget: PlatformBudget
    zone: ZoneInfo

    def planned_after(self, changes: Changes) -> int:
        """What the platform's week would cost."""
        budgets = week_budget(after(self.board, changes), self.week, self.now, with_inactive=True)
        return next(each.planned for each in budgets if each.platform.id == self.budget.platform.id)


def remedies(board: Board, platform_id: int, week: Week, now: datetime) -> tuple[Remedy, ...]:
    """At most one remedy of each kind, in their order; none for a week that is not over. `now` is a UTC instant.

    Blocks that have begun or are done stay as they are. A kind that cannot bring the week back is left out.
    """
    budgets = week_budget(board, week, now, with_inactive=True)
    budget = next(each for each in budgets if each.platform.id == platform_id)
    if budget.verdict is not Verdict.OVER:
        return ()
    case = _Case(board, week, now, budget, ZoneInfo(board.plan.zone))
    open_work = [
        occurrence
        for occurrence in occurrences(board, week)
        if not occurrence.is_done
        and instant(occurrence.starts_at, case.zone) > now
        and platform_id in occurrence_minutes(board, occurrence)
    ]
    found = (_shortened(case, open_work), _postponed(case, open_work), _raised(case, budgets))
    return tuple(remedy for remedy in found if remedy is not None)


def _shortened(case: _Case, open_work: Sequence[Occurrence]) -> Remedy | None:
    """The first block that can give enough: one-off ones first, then those of an activity that is over its part."""

    def preference(occurrence: Occurrence) -> tuple[bool, bool]:
        part = _part(case.budget, occurrence)
        return occurrence.is_series, part.planned <= part.target

    budget = case.budget
    for occurrence in sorted(open_work, key=preference):
        length = elapsed(occurrence.starts_at, occurrence.ends_at, case.zone)
        share = occurrence_minutes(case.board, occurrence)[budget.platform.id]
        # Of every minute that goes, this platform saves its share only.
        saved = -(-(budget.planned - budget.cap) * length // max(share, 1))
        minutes = (length - saved) // FINE_STEP * FINE_STEP
        if minutes < STEP:
            continue
        ends_at = occurrence.starts_at + timedelta(minutes=minutes)
        intent = ResizeBlock(occurrence.block_id, occurrence.original_at, occurrence.starts_at, ends_at)
        remedy = _remedy(case, RemedyKind.SHORTEN, intent, occurrence, minutes=minutes)
        if remedy is not None:
            return remedy
    return None


def _postponed(case: _Case, open_work: Sequence[Occurrence]) -> Remedy | None:
    """The block that hits the cap best, of the activity with the most work, as late as possible."""
    found = []
    for occurrence in open_work:
        if not occurrence.post_ids:
            to = _next_week(case, occurrence)
            intent = MoveBlock(occurrence.block_id, occurrence.original_at, to)
            remedy = _remedy(case, RemedyKind.POSTPONE, intent, occurrence, to=to)
            if remedy is not None:
                found.append(
                    (abs(remedy.after_planned - case.budget.cap), -_part(case.budget, occurrence).planned, remedy)
                )
    return min(reversed(found), key=lambda each: each[:2])[2] if found else None


def _remedy(
    case: _Case,
    kind: RemedyKind,
    intent: ResizeBlock | MoveBlock,
    occurrence: Occurrence,
    minutes: int = 0,
    to: datetime | None = None,
) -> Remedy | None:
    """The intent as a remedy, None if it does not bring the week back into its budget."""
    outcome = decide(case.board, intent, case.now)
    # What is refused changes nothing, and so the week stays over.
    changes = outcome.changes if isinstance(outcome, Outcome) else Changes()
    planned = case.planned_after(changes)
    if planned > case.budget.cap + TOLERANCE:
        return None
    return Remedy(
        kind=kind,
        before=case.budget.planned,
        after_planned=planned,
        target=case.budget.target,
        cap=case.budget.cap,
        changes=changes,
        occurrence=occurrence,
        minutes=minutes,
        to=to,
    )


def _raised(case: _Case, budgets: Sequence[PlatformBudget]) -> Remedy:
    """This week's target becomes what is planned, or what was done in a past week."""
    budget = case.budget
    minutes = budget.done if budget.is_past else budget.planned
    known = next(
        (each for each in case.board.overrides if (each.platform_id, each.week) == (budget.platform.id, case.week)),
        None,
    )
    others = [
        (each.target - each.planned, each.platform.id)
        for each in budgets
        if each.verdict is Verdict.OPEN and each.platform.is_active and not each.is_past
    ]
    open_minutes, other = max(others, key=lambda each: each[0], default=(0, 0))
    return Remedy(
        kind=RemedyKind.RAISE,
        before=minutes,
        after_planned=minutes,
        target=minutes,
        cap=minutes,
        override=WeekOverride(
            id=known.id if known else 0,
            platform_id=budget.platform.id,
            week=case.week,
            target=minutes,
            note=known.note if known else "",
        ),
        free=(other, open_minutes) if open_minutes else None,
    )


def _next_week(case: _Case, occurrence: Occurrence) -> datetime:
    """The same weekday and time a week later, or right after where the series itself stands there already."""
    to = occurrence.starts_at + timedelta(weeks=1)
    length = occurrence.ends_at - occurrence.starts_at
    block = next(block for block in case.board.blocks if block.id == occurrence.block_id)
    for other in expand(block, to.date(), to.date(), case.zone):
        if other.starts_at < to + length and other.ends_at > to and (other.ends_at + length).date() == to.date():
            to = other.ends_at
    return to


def _part(budget: PlatformBudget, occurrence: Occurrence) -> ActivityBudget:
    """The part of the week's budget that an occurrence counts for."""
    return budget.activities[ACTIVITIES.index(occurrence.activity)]
