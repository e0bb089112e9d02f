"""A reading of iCalendar files that leans on no iCalendar library: own lines, own zones, dateutil's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile

from dateutil.rrule import rrule

from tests.feeds.judges.content import Component, Kind, Property, duration, moment, read
from tests.feeds.judges.instances import Instance, Unread, day_text, utc_text
from tests.feeds.judges.observances import Observances, plain_rule, real_offset

_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z")
_ESCAPED = re.compile(r"\\([\\;,nN])")


def instances(data: bytes, first: datetime, last: datetime) -> Iterator[Instance]:
    """What begins from `first` on and before `last` (naive UTC)."""
    root, _ = read(data)
    if not root.named("VCALENDAR"):
        raise Unread("no VCALENDAR")
    for calendar in root.named("VCALENDAR"):
        zones = {key.value: Observances(zone, last) for zone in calendar.named("VTIMEZONE") for key in zone.all("TZID")}
        events = calendar.named("VEVENT")
        moved: dict[str, set[datetime]] = {}
        for event in events:
            for place in event.all("RECURRENCE-ID"):
                moved.setdefault(_text(event, "UID"), set()).add(moment(place, place.value)[1])
        for event in events:
            yield from _expanded(event, moved.get(_text(event, "UID"), set()), zones, first, last)


def series(rule: str, kind: Kind, zone: str | None, start: datetime) -> rrule:
    """A rule's instances by the clock of its start. Raises ValueError, and ZoneInfoNotFoundError where it needs one."""

    def by_the_clock(match: re.Match[str]) -> str:
        instant = datetime.fromisoformat(match[1])
        if kind is Kind.ZONED and zone is not None:
            instant += real_offset(zone, instant)
        return f"UNTIL={instant:%Y%m%dT%H%M%S}"

    return plain_rule(_UNTIL.sub(by_the_clock, rule), start)


def _expanded(
    event: Component, moved: set[datetime], zones: dict[str, Observances], first: datetime, last: datetime
) -> Iterator[Instance]:
    begin = _needed(event, "DTSTART")
    kind, start = moment(begin, begin.value)
    zone = begin.parameter("TZID")
    length = _length(event, begin, zones)
    rule = event.one("RRULE")
    walls: Iterator[datetime] = iter([start])
    if rule is not None:
        starts = series(rule.value, kind, zone, start)
        walls = takewhile(lambda wall: wall <= last + timedelta(days=1), starts)
        dropped = moved | {moment(each, value)[1] for each in event.all("EXDATE") for value in each.value.split(",")}
        walls = (wall for wall in walls if wall not in dropped)
    for wall in walls:
        instant = zones[zone].instant(wall) if kind is Kind.ZONED and zone is not None else wall
        if not first <= instant < last:
            continue
        text = day_text if kind is Kind.DATE else utc_text
        yield Instance(
            uid=_text(event, "UID"),
            starts=text(instant),
            ends=text(instant + length),
            title=_text(event, "SUMMARY"),
            text=_text(event, "DESCRIPTION"),
        )


def _length(event: Component, begin: Property, zones: dict[str, Observances]) -> timedelta:
    end = event.one("DTEND")
    if end is not None:
        return _instant(end, zones) - _instant(begin, zones)
    stated = event.one("DURATION")
    return duration(stated.value) if stated is not None else timedelta()


def _instant(stated: Property, zones: dict[str, Observances]) -> datetime:
    kind, wall = moment(stated, stated.value)
    return zones[stated.parameters["TZID"][0]].instant(wall) if kind is Kind.ZONED else wall


def _needed(event: Component, name: str) -> Property:
    stated = event.one(name)
    if stated is None:
        raise Unread(f"no {name} in line {event.line}")
    return stated


def _text(event: Component, name: str) -> str:
    stated = event.one(name)
    if stated is None:
        return ""
    return unescaped(stated.value)


def unescaped(value: str) -> str:
    """What a TEXT value says."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
