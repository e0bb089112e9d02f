"""What reading a calendar file answers, in codes; `desktop.busy_words` has the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.records import BusyTime

MOST_BYTES = 20_000_000


class UnreadableCode(StrEnum):
    """Why a file is no calendar for us."""

    EMPTY = "empty"
    NOT_A_CALENDAR = "not_a_calendar"
    TOO_BIG = "too_big"  # more than `MOST_BYTES`
    TOO_MANY = "too_many"  # more events than `found_parts.MOST_EVENTS`, or more times than anybody has
    BROKEN = "broken"  # there are events, and none of them can be read
    NO_START = "no_start"  # there are events, and none of them says when
    TOO_OFTEN = "too_often"  # there are events, and all of them repeat by the minute
    TOO_LONG = "too_long"  # it takes more time or memory than a calendar may


class Unreadable(Exception):
    """Nothing of the file can be used."""

    def __init__(self, code: UnreadableCode) -> None:
        super().__init__(code)
        self.code = code


class SkipCode(StrEnum):
    """Why an event of a file was left out."""

    BROKEN = "broken"  # it cannot be read
    NO_START = "no_start"  # it does not say when
    TOO_OFTEN = "too_often"  # it repeats by the minute
    RULE = "rule"  # nobody can tell when it repeats


@dataclass(frozen=True, slots=True)
class Skipped:
    """An event that was left out; `uid` is "" where it has none."""

    uid: str
    code: SkipCode


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says about some days: busy times by start with `calendar_id` 0, and what was not understood.

    `name` is "" where the file does not tell. Times in `unknown_zones` were taken for times of the calendar's zone.
    """

    name: str
    times: tuple[BusyTime, ...]
    skipped: tuple[Skipped, ...] = ()
    unknown_zones: tuple[str, ...] = ()
