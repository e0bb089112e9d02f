"""VTIMEZONE components that every client reads right: yearly rules, one observance for each kind of time.

icalendar's own `add_missing_timezones` lists each onset by date, and the summer ones in the offset after the change;
clients that read only the first date, or only rules, are one hour late then. The rules come from the IANA data
(of the system, or of package tzdata), whose files end with them as a POSIX TZ string; what rules cannot say is listed
onset by onset.
"""

from __future__ import annotations

import importlib.resources
import re
import zoneinfo
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

LAST_YEAR = 2040  # onsets that no rule describes are listed up to its end
_SETTLED_FROM = 2031  # a zone that still changes without a rule then follows another calendar, like Morocco's fasting
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_POSIX = re.compile(
    r"(?P<standard><[^>]+>|[A-Za-z]+)(?P<standard_offset>[+-]?[\d:]+)"
    r"(?:(?P<summer><[^>]+>|[A-Za-z]+)(?P<summer_offset>[+-]?[\d:]+)?,(?P<begins>[^,]+),(?P<ends>[^,]+))?"
)
_ONSET = re.compile(r"M(?P<month>\d+)\.(?P<week>\d)\.(?P<weekday>\d)(?:/(?P<time>[+-]?[\d:]+))?")


@dataclass(frozen=True, slots=True)
class _Onset:
    """When a kind of time begins each year: the nth (5 = last) weekday of a month, in the wall clock before it."""

    month: int
    nth: int
    weekday: int  # Sunday 0
    time: timedelta

    def in_year(self, year: int) -> datetime:
        first = datetime(year, self.month, 1)
        ahead = (self.weekday - (first.weekday() + 1)) % 7
        day = first + timedelta(days=ahead, weeks=self.nth - 1)
        while day.month != self.month:
            day -= timedelta(weeks=1)
        return day + self.time

    def rule(self) -> vRecur:
        nth = -1 if self.nth == 5 else self.nth
        return vRecur({"FREQ": ["YEARLY"], "BYMONTH": [self.month], "BYDAY": [f"{nth}{_WEEKDAYS[self.weekday]}"]})


@dataclass(frozen=True, slots=True)
class _Rules:
    """Standard and summer time with their yearly onsets."""

    standard: str
    standard_offset: timedelta
    summer: str
    summer_offset: timedelta
    begins: _Onset
    ends: _Onset

    def changes(self, year: int) -> list[datetime]:
        """Both onsets of a year as naive UTC."""
        return sorted((self.begins.in_year(year) - self.standard_offset, self.ends.in_year(year) - self.summer_offset))


@lru_cache(maxsize=64)
def timezone(key: str, first_year: int) -> Timezone:
    """The component for an IANA zone, right from the start of `first_year` on. Raises KeyError for unknown zones."""
    zone = ZoneInfo(key)
    start = datetime(first_year, 1, 1)
    changes = _changes(zone, start, datetime(LAST_YEAR + 1, 1, 1))
    rules = _rules(key)
    steady_from = _steady_from(rules, changes, first_year) if rules else None
    component = Timezone()
    component.add("TZID", key)
    if steady_from != first_year:
        _list_onsets(component, zone, start, [c for c in changes if steady_from is None or c.year < steady_from])
    if rules and steady_from is not None:
        is_usual = rules.summer_offset > rules.standard_offset
        summer, standard = (TimezoneDaylight, TimezoneStandard) if is_usual else (TimezoneStandard, TimezoneDaylight)
        # Rules begin in a year when they held already, so that they also cover the start of the first one.
        year = steady_from if steady_from != first_year else first_year - 1
        component.add_component(
            _observance(
                summer,
                rules.begins.in_year(year),
                rules.standard_offset,
                rules.summer_offset,
                rules.summer,
                rules.begins.rule(),
            )
        )
        component.add_component(
            _observance(
                standard,
                rules.ends.in_year(year),
                rules.summer_offset,
                rules.standard_offset,
                rules.standard,
                rules.ends.rule(),
            )
        )
    return component


def told_as(key: str) -> str:
    """The name under which other programs are told of a zone: some take a zone called UTC for none at all."""
    return "Etc/UTC" if key == "UTC" else key


@lru_cache(maxsize=64)
def is_regular(key: str) -> bool:
    """Tell whether the zone changes its clock by a yearly rule, or never: Outlook keeps nothing else of a zone."""
    changes = _changes(ZoneInfo(key), datetime(_SETTLED_FROM, 1, 1), datetime(LAST_YEAR + 1, 1, 1))
    rules = _rules(key)
    return not changes or (rules is not None and _steady_from(rules, changes, _SETTLED_FROM) == _SETTLED_FROM)


def _list_onsets(component: Timezone, zone: ZoneInfo, start: datetime, changes: list[datetime]) -> None:
    before = _local(zone, start)
    kind = TimezoneDaylight if before.dst() else TimezoneStandard
    offset = before.utcoffset() or timedelta()
    component.add_component(_observance(kind, datetime(1970, 1, 1), offset, offset, before.tzname() or ""))
    for change in changes:
        after = _local(zone, change)
        kind = TimezoneDaylight if after.dst() else TimezoneStandard
        new_offset = after.utcoffset() or timedelta()
        component.add_component(_observance(kind, change + offset, offset, new_offset, after.tzname() or ""))
        offset = new_offset


def _observance(
    kind: type[TimezoneDaylight] | type[TimezoneStandard],
    start: datetime,
    before: timedelta,
    after: timedelta,
    name: str,
    rule: vRecur | None = None,
) -> TimezoneDaylight | TimezoneStandard:
    observance = kind()
    observance.add("DTSTART", start)
    observance.add("TZOFFSETFROM", before)
    observance.add("TZOFFSETTO", after)
    observance.add("TZNAME", name)
    if rule is not None:
        observance.add("RRULE", rule)
    return observance


def _steady_from(rules: _Rules, changes: list[datetime], first_year: int) -> int | None:
    """The first year from which the rules give exactly the changes that happen, None when they do not at the end."""
    by_year: dict[int, list[datetime]] = {}
    for change in changes:
        by_year.setdefault(change.year, []).append(change)
    steady: int | None = None
    for year in range(LAST_YEAR, first_year - 1, -1):
        if by_year.get(year) != rules.changes(year):
            break
        steady = year
    return steady


def _rules(key: str) -> _Rules | None:
    """The yearly rules in the zone's data, None when it has none or they cannot be written as RFC 5545 rules."""
    match = _POSIX.fullmatch(_data(key).rsplit(b"\n", 2)[-2].decode("ascii"))
    if match is None or match["summer"] is None:
        return None
    begins, ends = _onset(match["begins"]), _onset(match["ends"])
    if begins is None or ends is None:
        return None
    standard = -_duration(match["standard_offset"])
    summer = -_duration(match["summer_offset"]) if match["summer_offset"] else standard + timedelta(hours=1)
    return _Rules(match["standard"].strip("<>"), standard, match["summer"].strip("<>"), summer, begins, ends)


def _data(key: str) -> bytes:
    """The zone's file, of the same place where ZoneInfo finds it: two places may hold the laws of different years."""
    for folder in zoneinfo.TZPATH:
        file = Path(folder).joinpath(*key.split("/"))
        if file.is_file():
            return file.read_bytes()
    return importlib.resources.files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes()


def _onset(text: str) -> _Onset | None:
    match = _ONSET.fullmatch(text)
    if match is None:
        return None
    time = _duration(match["time"] or "2")
    if not timedelta() <= time < timedelta(days=1):
        return None
    return _Onset(int(match["month"]), int(match["week"]), int(match["weekday"]), time)


def _duration(text: str) -> timedelta:
    hours, minutes, seconds = ([int(part) for part in text.lstrip("+-").split(":")] + [0, 0])[:3]
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -size if text.startswith("-") else size


def _local(zone: ZoneInfo, moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC).astimezone(zone)


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The instants (naive UTC, to the second) at which the offset changes, found by days and then by halving."""
    found = []
    offset = _local(zone, start).utcoffset()
    day = start
    while day < end:
        following = day + timedelta(days=1)
        if _local(zone, following).utcoffset() != offset:
            early, late = day, following
            while late - early > timedelta(seconds=1):
                middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
                early, late = (middle, late) if _local(zone, middle).utcoffset() == offset else (early, middle)
            found.append(late)
            offset = _local(zone, following).utcoffset()
        day = following
    return found
