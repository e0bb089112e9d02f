"""What other calendars have, week by week, so that turning a week costs nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from db.records import Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from db.feed_records import BusyCalendar
    from db.records import BusyTime

_SHORTEST = timedelta(microseconds=1)


def by_week(times: Iterable[BusyTime], first: date, last: date) -> Mapping[Week, Sequence[BusyTime]]:
    """The times that lie in the days from `first` to `last`, under every week that they touch."""
    weeks: dict[Week, list[BusyTime]] = {}
    for each in times:
        week = Week.of(max(each.starts_at.date(), first))
        # what ends at midnight is over before the day that begins then
        end = Week.of(min(max(each.ends_at - _SHORTEST, each.starts_at).date(), last))
        while week <= end:
            weeks.setdefault(week, []).append(each)
            week = week.shifted(1)
    return weeks


class BusyMemory:
    """Holds the busy times of calendars by uid, each for the days from `first` to `last`."""

    def __init__(self) -> None:
        self._weeks: dict[str, Mapping[Week, Sequence[BusyTime]]] = {}
        self._spans: dict[str, tuple[date, date]] = {}

    def keep(self, uid: str, weeks: Mapping[Week, Sequence[BusyTime]], first: date, last: date) -> None:
        """Remember what a calendar has in these days (see `by_week`), in the place of what was remembered before."""
        self._weeks[uid] = weeks
        self._spans[uid] = (first, last)

    def forget(self, uid: str) -> None:
        """Remember nothing more of a calendar."""
        self._weeks.pop(uid, None)
        self._spans.pop(uid, None)

    def span(self, uid: str) -> tuple[date, date] | None:
        """The first and last day that are known of a calendar; None when nothing is."""
        return self._spans.get(uid)

    def times(self, calendars: Iterable[BusyCalendar], weeks: Iterable[Week]) -> tuple[BusyTime, ...]:
        """What the shown ones of these calendars have in the weeks, by start, each once and with its calendar's id."""
        wanted = tuple(weeks)
        found: dict[BusyTime, None] = {}
        for calendar in calendars:
            known = self._weeks.get(calendar.uid, {})
            if calendar.is_shown:
                found |= {
                    replace(each, calendar_id=calendar.id): None for week in wanted for each in known.get(week, ())
                }
        return tuple(sorted(found, key=lambda each: (each.starts_at, each.ends_at, each.calendar_id, each.title)))
