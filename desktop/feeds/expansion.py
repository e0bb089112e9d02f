"""What one event, with everything that repeats and moves it, is in the days that are wanted.

Every series stands alone: what is wrong with one is said and takes nothing else with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, cast

import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar, Event
from icalendar.prop import vBroken

from desktop.feeds.findings import SkipCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# What icalendar, recurring-ical-events and dateutil raise for values that make no sense; a zone's name may be no
# file's (OSError).
TROUBLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError, OSError)

MOST_A_DAY = 48  # of one series: more often is a machine's clock, not somebody's appointments
MOST_OF_SERIES = 10_000  # in the wanted days
_MARGIN = timedelta(days=2)  # the farthest that wall clocks are apart, and the day that has begun
_NEVER_DENSE = frozenset(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
_DATED = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
_DATES = ("RDATE", "EXDATE")


class Left(Exception):
    """The event is left out."""

    def __init__(self, code: SkipCode) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Instance:
    """One time at which an event takes place: whole days (end exclusive) or instants in UTC."""

    starts: date
    ends: date
    title: str
    is_free: bool


def component(text: str) -> Event:
    """An event whose values make sense. Raises Left."""
    try:
        event = Event.from_ical(text)
        if not isinstance(event, Event):
            raise Left(SkipCode.BROKEN)
        return _sound(event)
    except TROUBLE as trouble:
        raise Left(SkipCode.BROKEN) from trouble


def _sound(event: Event) -> Event:
    """The event without the values that nobody can read, as far as it can do without them."""
    if not isinstance(_good(event, "DTSTART"), date):
        raise Left(SkipCode.NO_START)
    for name, broken in (("RRULE", SkipCode.RULE), ("RECURRENCE-ID", SkipCode.BROKEN)):
        if name in event and _good(event, name) is None:
            raise Left(broken)
    for name in ("DTEND", "DURATION", "SEQUENCE", *_DATES):
        kept = [each for each in _listed(event, name) if not isinstance(each, vBroken)]
        if not kept:
            event.pop(name, None)
        elif name in _DATES:
            event[name] = kept
    if _ends_before_start(event):
        event.pop("DTEND", None)
        event.pop("DURATION", None)
    if "RRULE" in event:
        _look_at_rule(event["RRULE"])
    return event


def _ends_before_start(event: Event) -> bool:
    """Tell whether the end makes no sense; mixed kinds of time are taken as they are."""
    starts, ends, duration = (_good(event, name) for name in ("DTSTART", "DTEND", "DURATION"))
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        return (starts.tzinfo is None) == (ends.tzinfo is None) and ends < starts
    if isinstance(ends, date) and not isinstance(starts, datetime) and not isinstance(ends, datetime):
        return ends < cast("date", starts)
    return isinstance(duration, timedelta) and duration < timedelta()


def _good(event: Event, name: str) -> object:
    """A value as icalendar understands it; None for one that is missing or makes no sense."""
    value = event.get(name)
    return None if isinstance(value, vBroken) else _plain(value)


def _plain(value: object) -> object:
    return getattr(value, "dt", value)


def _listed(event: Event, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _look_at_rule(rule: object) -> None:
    """Refuse what nobody can expand, and what would never end being expanded. Raises Left."""
    if not isinstance(rule, dict) or len(rule.get("FREQ", ())) != 1:
        raise Left(SkipCode.RULE)
    if "SKIP" in rule or rule.pop("RSCALE", ["GREGORIAN"]) != ["GREGORIAN"]:
        raise Left(SkipCode.RULE)
    frequency = rule["FREQ"][0]
    times = 24 if frequency == "HOURLY" else 1 if frequency in _NEVER_DENSE else MOST_A_DAY + 1
    for part in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= max(len(rule.get(part, ())), 1)
    if times > MOST_A_DAY:
        raise Left(SkipCode.TOO_OFTEN)


def zones_of(event: Event) -> Iterator[tuple[str, bool]]:
    """The names of the zones that an event's times lie in, each with whether it is known."""
    for name in _DATED:
        moment = _good(event, name)
        zone = getattr(event[name], "params", {}).get("TZID") if moment is not None else None
        if zone and isinstance(moment, datetime):
            yield str(zone), moment.tzinfo is not None


def instances(events: Sequence[Event], floating: tzinfo, first: date, last: date) -> Iterator[Instance]:
    """When the components of one UID take place, from two days before `first` to two days after `last` at least.

    Times without a zone, or in one that nobody knows, are those of `floating`. What is cancelled is left out. Of
    several events the newest SEQUENCE counts; where nothing tells them apart, each is one of its own. Raises Left.
    """
    span = (_midnight(first) - _MARGIN, _midnight(last) + _MARGIN)
    try:
        found = [each for group in _groups(events) for each in recurring_ical_events.of(group).between(*span)]
        if len(found) > MOST_OF_SERIES:
            raise Left(SkipCode.TOO_OFTEN)
        yield from dict.fromkeys(_told(found, floating))
    except TROUBLE as trouble:
        raise Left(SkipCode.RULE if any("RRULE" in event for event in events) else SkipCode.BROKEN) from trouble


def _groups(events: Sequence[Event]) -> Iterator[Calendar]:
    """A calendar for each event that stands for itself, the first one with everything that moves instances."""
    moved = [event for event in events if "RECURRENCE-ID" in event]
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    newest = max(map(_sequence, masters), default=0)
    for number, master in enumerate(event for event in masters if _sequence(event) == newest):
        if number == 0:
            _keep_moved(master, moved)
        yield _calendar([master, *moved] if number == 0 else [master])
    if not masters:
        yield _calendar(moved)


def _keep_moved(master: Event, moved: Sequence[Event]) -> None:
    """Some programs except what they move, too: without this it would be gone. A newer exception stays."""
    kept = {_plain(each["RECURRENCE-ID"]) for each in moved if _sequence(each) >= _sequence(master)}
    for dates in _listed(master, "EXDATE") if kept else ():
        dates.dts = [each for each in dates.dts if each.dt not in kept]


def _sequence(event: Event) -> int:
    return int(event.get("SEQUENCE", 0))


def _calendar(events: Sequence[Event]) -> Calendar:
    calendar = Calendar()
    calendar.subcomponents = list(events)
    return calendar


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


def _told(found: Iterable[Event], floating: tzinfo) -> Iterator[Instance]:
    for event in found:
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        starts, ends = cast("date", _plain(event["DTSTART"])), cast("date", _plain(event["DTEND"]))
        if isinstance(starts, datetime) or isinstance(ends, datetime):
            starts, ends = _instant(starts, floating), _instant(ends, floating)
        yield Instance(starts, ends, str(event.get("SUMMARY", "")).strip(), _is_free(event))


def _instant(moment: date, floating: tzinfo) -> datetime:
    if not isinstance(moment, datetime):
        moment = _midnight(moment)
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=floating)).astimezone(UTC)


def _is_free(event: Event) -> bool:
    is_transparent = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    return is_transparent or str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE"
