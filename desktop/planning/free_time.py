"""The working hours of a week that nothing lies in yet, and how much of a day may still be filled."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from db.records import Hours
from desktop.planning.busy_times import busy_spans
from desktop.planning.recurrence import occurrences
from desktop.planning.slots import working_hours
from desktop.planning.week import DAY_MINUTES, FINE_STEP, elapsed, irregular, minute_of_day, rounded_up, wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.records import Board, Week
    from desktop.planning.placements import Busy, Wishes

_USUAL_HOURS = Hours(540, 1020)
_MORE_THAN_EVEN = 1.5


class Window(NamedTuple):
    """Where a block may lie: it starts from `first` to `last_start` and ends by `ends`, in minutes of the day."""

    day: date
    first: int = 0
    last_start: int = DAY_MINUTES
    ends: int = DAY_MINUTES


class FreeTime:
    """What is still free. `now` is a UTC instant: what is past is not."""

    def __init__(self, board: Board, week: Week, now: datetime, wishes: Wishes, day_cap: int) -> None:
        zone = ZoneInfo(board.plan.zone)
        today = wall(now, zone)
        self._cap = day_cap
        self._hours = hours_of_days(board, week, wishes)
        self._used = dict.fromkeys(week.days, 0)
        self._taken: dict[date, list[tuple[int, int]]] = {}
        for day in week.days:
            # The minute that has begun is over.
            past = minute_of_day(today, day) + (day == today.date())
            # A block over a clock change would be longer or shorter than it looks.
            changes = [(each.starts_minute, each.ends_minute) for each in irregular(day, zone)]
            self._taken[day] = [(0, past), *changes, *taken_by(wishes.busy, day), *busy_spans(board, day)]
        for occurrence in occurrences(board, week):
            day = occurrence.starts_at.date()
            self._used[day] += elapsed(occurrence.starts_at, occurrence.ends_at, zone)
            self._taken[day].append((minute_of_day(occurrence.starts_at, day), minute_of_day(occurrence.ends_at, day)))
        self.days = tuple(day for day in self._hours if day >= today.date())

    def saved(self) -> FreeTime:
        """A copy that does not change along."""
        copy = object.__new__(FreeTime)
        copy._cap, copy._hours, copy.days = self._cap, self._hours, self.days
        copy._used = dict(self._used)
        copy._taken = {day: list(taken) for day, taken in self._taken.items()}
        return copy

    def used(self, day: date) -> int:
        """The minutes of work on a day."""
        return self._used[day]

    def book(self, day: date, start: int, minutes: int) -> None:
        """Take time away."""
        self._used[day] += minutes
        self._taken[day].append((start, start + minutes))

    def start(self, window: Window, minutes: int, avoid: Sequence[Busy] = ()) -> int | None:
        """The first quarter of an hour in a window at which so many minutes fit; None if they do not."""
        if minutes > self._room(window.day):
            return None
        return next((start for start, length in self._gaps(window, avoid, minutes) if length >= minutes), None)

    def longest(self, window: Window, at_most: int, avoid: Sequence[Busy] = ()) -> int:
        """How long a block in this window can be, in steps of five minutes; 0 if there is no room."""
        lengths = (length for _, length in self._gaps(window, avoid, FINE_STEP))
        return min(max(lengths, default=0), self._room(window.day), at_most) // FINE_STEP * FINE_STEP

    def _room(self, day: date) -> int:
        return max(self._cap - self._used[day], 0)

    def _gaps(self, window: Window, avoid: Sequence[Busy], minutes: int) -> Iterable[tuple[int, int]]:
        """The starts at which at least so much is free, each with how much is."""
        hours = self._hours.get(window.day)
        if hours is None:
            return
        taken = sorted([*self._taken[window.day], *taken_by(avoid, window.day)])
        ends = min(hours.ends, window.ends)
        start = rounded_up(max(hours.starts, window.first))
        for taken_from, taken_to in [*taken, (ends, ends)]:
            free = min(taken_from, ends) - start
            if start > window.last_start:
                return
            if free >= minutes:
                yield start, free
            start = max(start, rounded_up(taken_to))


def taken_by(busy: Iterable[Busy], day: date) -> list[tuple[int, int]]:
    """The minutes of a day that are busy."""
    spans = [(minute_of_day(each.starts_at, day), minute_of_day(each.ends_at, day)) for each in busy]
    return [(starts, ends) for starts, ends in spans if starts < ends]


def hours_of_days(board: Board, week: Week, wishes: Wishes) -> dict[date, Hours]:
    """The days of a week that are worked on, with their hours; an extra day has those of the last day before it."""
    found: dict[date, Hours] = {}
    last = next((hours for hours in board.plan.working_hours if hours), _USUAL_HOURS)
    for day in week.days:
        hours = working_hours(board, day)
        if hours is None and day in wishes.extra_days:
            hours = last
        if hours is not None and day not in wishes.days_off:
            found[day] = last = hours
    return found


def usual_day_cap(targets: int, days: int) -> int:
    """The most minutes of work a day: half as much again as if all targets were spread evenly, in quarters."""
    return min(rounded_up(int(targets * _MORE_THAN_EVEN / days)), DAY_MINUTES) if days else 0
