"""What a hint about a week is: what it says, where it points to, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from db.records import Changes

if TYPE_CHECKING:
    from db.records import WeekOverride
    from desktop.planning.cards import CardKey


class Severity(StrEnum):
    """How much a hint matters, the most first."""

    URGENT = "urgent"
    WARNING = "warning"
    NOTE = "note"


class HintKind(StrEnum):
    """What a hint is about; the facts named are those of `Hint`, besides its day, platform and keys."""

    OVERDUE = "overdue"  # should have gone out at `moment`
    UNCOVERED_SOON = "uncovered_soon"  # goes out at `moment`, but `minutes` of work before it have no block
    OVER_CAP = "over_cap"  # the platform's week is `minutes` over its cap
    OVER_DAY = "over_day"  # the day has `minutes` more work than working hours
    SAME_HOUR = "same_hour"  # goes out at `moment`, less than an hour after another one at `other`
    TOO_FEW = "too_few"  # the platform lacks `count` posts
    TOO_MANY = "too_many"  # the platform has `count` posts more than it should
    REPEATED_TEXT = "repeated_text"  # says at `moment` what was said at `other` on the same platform
    GAP = "gap"  # nothing goes out from `day` to `last`
    OUTSIDE_HOURS = "outside_hours"  # `minutes` of work lie outside the working hours of the day


SEVERITIES = {
    HintKind.OVERDUE: Severity.URGENT,
    HintKind.UNCOVERED_SOON: Severity.URGENT,
    HintKind.OVER_CAP: Severity.WARNING,
    HintKind.OVER_DAY: Severity.WARNING,
    HintKind.SAME_HOUR: Severity.WARNING,
    HintKind.TOO_FEW: Severity.WARNING,
    HintKind.TOO_MANY: Severity.WARNING,
    HintKind.REPEATED_TEXT: Severity.NOTE,
    HintKind.GAP: Severity.NOTE,
    HintKind.OUTSIDE_HOURS: Severity.NOTE,
}


class HintRemedyKind(StrEnum):
    """What would help; all but the last two come with changes, or an override, that carry them out."""

    MARK_PUBLISHED = "mark_published"  # it is out: now
    MOVE_POST = "move_post"  # to `to`
    POSTPONE_POST = "postpone_post"  # to `to`, a week later
    SCHEDULE_EFFORT = "schedule_effort"  # linked blocks of `minutes` together, the first at `to`
    SHORTEN_BLOCK = "shorten_block"  # to `minutes`
    POSTPONE_BLOCK = "postpone_block"  # to `to`, in the next week
    MOVE_BLOCKS = "move_blocks"  # `minutes` of work, the first block to `to`
    RAISE_TARGET = "raise_target"  # this week's, to `minutes`
    PLAN_POST = "plan_post"  # `to` is free for one
    EDIT_TEXT = "edit_text"  # by hand


@dataclass(frozen=True, slots=True)
class HintRemedy:
    """A way out, never taken by itself. Of a series it changes one occurrence only."""

    kind: HintRemedyKind
    changes: Changes = Changes()  # noqa: RUF009  frozen
    override: WeekOverride | None = None
    to: datetime | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Hint:
    """Something about a week that a person may want to look at. Times are wall clock.

    `day` and `platform_id` are None where it is about the whole week or all platforms. `keys` name the cards concerned,
    the one to go to first; which of the other facts are set depends on the kind.
    """

    kind: HintKind
    day: date | None = None
    moment: datetime | None = None
    platform_id: int | None = None
    keys: tuple[CardKey, ...] = ()
    minutes: int = 0
    count: int = 0
    other: datetime | None = None
    last: date | None = None
    remedies: tuple[HintRemedy, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITIES[self.kind]
