"""Where the wall clock of a zone cannot be relied on, and which series come near."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from db.records import Activity, WorkBlock
from desktop.feeds.zones import LAST_YEAR, is_regular
from desktop.planning.recurrence import expand, rule_parts
from desktop.planning.week import instant, irregular, minute_of_day

HORIZON_YEARS = 10  # how far a rule is looked at from its start, and at least as far as zones are told
_DAY = timedelta(days=1)


def span(starts: datetime, ends: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Both in wall clock, or both as instants if one is told only so: the two should be of one kind."""
    if not is_regular(zone.key) or _is_odd(starts, zone) or _is_odd(ends, zone):
        return instant(starts, zone), instant(ends, zone)
    return starts, ends


@lru_cache(maxsize=4096)
def meets_a_change(rrule: str, starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> bool:
    """Tell whether an instance of a series touches a clock change: programs disagree about its end then.

    A clock without a rule may change anywhere.
    """
    if not is_regular(zone.key):
        return True
    plain = WorkBlock(0, "", Activity.PLANNING, starts_at, ends_at, rrule=rrule)
    first = starts_at.date() - _DAY
    last_year = max(first.year + HORIZON_YEARS, LAST_YEAR)
    days = [day for year in range(first.year, last_year + 1) for day in _change_days(zone, year) if day >= first]
    if not {"MONTHLY", "YEARLY"}.isdisjoint(value for _, value in rule_parts(rrule)):
        # libical walks through the days of a month: a time that is skipped on one stays moved on the next.
        passed = [datetime.combine(day, starts_at.time()) for day in days]
        if any(_touches(start, start, start, start.date(), zone) for start in passed):
            return True
    return any(
        _touches(starts, ends, place, day, zone)
        for day in days
        for starts, ends, place in (
            (occurrence.starts_at, occurrence.ends_at, occurrence.original_at)
            for occurrence in expand(plain, day, day, zone)
        )
    )


def _is_odd(wall_time: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a time lies in an hour that a clock change repeats or skips."""
    here = wall_time.replace(tzinfo=zone)
    return here.utcoffset() != here.replace(fold=1 - here.fold).utcoffset()


def _touches(starts_at: datetime, ends_at: datetime, place: datetime, day: date, zone: ZoneInfo) -> bool:
    starts = min(minute_of_day(place, day), minute_of_day(starts_at, day))
    ends = minute_of_day(ends_at, day)
    return any(starts <= odd.ends_minute and ends >= odd.starts_minute for odd in irregular(day, zone))


@lru_cache(maxsize=256)
def _change_days(zone: ZoneInfo, year: int) -> tuple[date, ...]:
    """The days on which the clock changes, those among them that a change at midnight only touches."""
    found: set[date] = set()
    day = date(year, 1, 1)
    while day.year == year:
        following = day + _DAY
        if _offset(day, zone) != _offset(following, zone):
            found |= {each for each in (day - _DAY, day, following) if irregular(each, zone)}
        day = following
    return tuple(sorted(found))


def _offset(day: date, zone: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(), zone).utcoffset()
