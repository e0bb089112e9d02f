"""The calendars, zones and events of a file, found by text alone, so that a broken one takes nothing else with it.

Only the properties that say when something is, and what it is called, are kept: reminders, guests, texts and to-dos
are as often broken as they are long, and nobody needs them to know that a time is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

MOST_EVENTS = 20_000  # of a file, whether they lie in the wanted days or not

_ONCE = frozenset(
    ("UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "RECURRENCE-ID", "RRULE", "STATUS", "TRANSP", "SEQUENCE")
)
_OFTEN = frozenset(("RDATE", "EXDATE"))
_BUSY = "X-MICROSOFT-CDO-BUSYSTATUS"
_EVENT = _ONCE | _OFTEN | {_BUSY}
_ZONE = frozenset(("TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE", "BEGIN", "END"))
_NAME = re.compile(r"[A-Za-z0-9-]+")
_DAY = re.compile(r"[^:]*:(\d{8})(?:T\d{6}Z?)?$")
_DATE_VALUE = re.compile(r";VALUE=DATE(?=[;:])|:\d{8}\s*(?:,|$)", re.IGNORECASE)
_TZID = re.compile(r';TZID=(?:"[^"]*"|[^;:"]*)', re.IGNORECASE)
_ODDITIES = re.compile(r"(?<=;TZID=)\s+|(?<=;);+", re.IGNORECASE)


class TooMany(Exception):
    """The file has more events than `MOST_EVENTS`."""


@dataclass(slots=True)
class FoundEvent:
    """The lines of one event, by property name."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The event as a component of its own."""
        return "\r\n".join(("BEGIN:VEVENT", *(line for lines in self.lines.values() for line in lines), "END:VEVENT"))

    @property
    def uid(self) -> str:
        """What follows `UID:`, "" for none."""
        return self.lines["UID"][0].partition(":")[2].strip() if "UID" in self.lines else ""

    def lies_outside(self, first: date, last: date) -> bool:
        """Tell whether it is a single event on other days, by its digits alone; False where that is not certain."""
        if not self.lines.keys().isdisjoint(("RRULE", "RDATE", "RECURRENCE-ID", "DURATION")):
            return False
        digits = [_DAY.fullmatch(lines[0]) for name, lines in self.lines.items() if name in {"DTSTART", "DTEND"}]
        days = [match[1] for match in digits if match is not None]
        return 0 < len(days) == len(digits) and (max(days) < f"{first:%Y%m%d}" or min(days) > f"{last:%Y%m%d}")

    def take(self, name: str, line: str) -> None:
        """Keep a property; of one that may not be doubled the first line counts."""
        known = self.lines.setdefault(name, [])
        if not known or name in _OFTEN:
            is_day = name != "SUMMARY" and _DATE_VALUE.search(line)
            known.append(_tidied(line, _TZID if is_day else _ODDITIES))


@dataclass(slots=True)
class FoundCalendar:
    """One calendar of a file: its name, the zone of its times without one ("" for none), its zones and events."""

    name: str = ""
    zone: str = ""
    zones: list[str] = field(default_factory=list)
    events: list[FoundEvent] = field(default_factory=list)


def calendars(lines: Iterable[str]) -> Iterator[FoundCalendar]:
    """The calendars of a file, each with what lies in it; events that lie in none make one of their own.

    What never ends is left out. Raises TooMany.
    """
    count = 0
    calendar, is_worth = FoundCalendar(), False
    event: FoundEvent | None = None
    zone: list[str] = []
    inside: list[str] = []  # the components around a line, without the calendar
    for line in lines:
        match = _NAME.match(line)
        name = match[0].upper() if match is not None else ""
        value = line.partition(":")[2].strip()
        what = value.upper() if name in {"BEGIN", "END"} else ""
        if what == "VCALENDAR":
            if is_worth:
                yield calendar
            calendar, is_worth = FoundCalendar(), name == "BEGIN"
            event, zone, inside = None, [], []
        elif name == "BEGIN":
            if what == "VEVENT":  # the one before it never ended
                inside, event = [], FoundEvent()
            elif what == "VTIMEZONE" and not inside:
                zone = []
            inside.append(what)
        elif name == "END":
            if what not in inside:
                continue
            while inside.pop() != what:
                pass
            if what == "VEVENT" and not inside and event is not None:
                count += 1
                if count > MOST_EVENTS:
                    raise TooMany
                calendar.events.append(event)
                is_worth, event = True, None
            elif what == "VTIMEZONE" and not inside:
                calendar.zones.append("\r\n".join(("BEGIN:VTIMEZONE", *zone, "END:VTIMEZONE")))
        elif inside == ["VEVENT"] and event is not None:
            if value and name in _EVENT:
                event.take(name, line)
        elif value and not inside:
            _take_head(calendar, name, value)
        if inside[:1] == ["VTIMEZONE"] and what != "VTIMEZONE" and name in _ZONE:
            zone.append(f"TZID:{value}" if name == "TZID" else line)
    if is_worth:
        yield calendar


def _take_head(calendar: FoundCalendar, name: str, value: str) -> None:
    if name == "X-WR-TIMEZONE":
        calendar.zone = calendar.zone or value
    elif name == "X-WR-CALNAME" or (name == "NAME" and not calendar.name):
        calendar.name = value


def _tidied(line: str, unwanted: re.Pattern[str]) -> str:
    """A line without what does not belong in front of its value: a day with a zone would be a midnight somewhere."""
    head, colon, rest = line.partition(":")
    return _ODDITIES.sub("", unwanted.sub("", head)) + colon + rest
