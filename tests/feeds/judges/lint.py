"""What breaks the RFC or a client in an iCalendar feed, found without any iCalendar library.

No parser notices a bare LF, a line of 300 octets, a missing DTSTAMP or a wrong zone that it does not use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tests.feeds.judges import plain
from tests.feeds.judges.content import Component, Finding, Findings, Kind, Property, duration, moment, read
from tests.feeds.judges.observances import look_at_zone
from tests.feeds.judges.rules import look_at_rule

_TEXTS = {
    *("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "TZNAME", "PRODID"),
    *("X-WR-CALNAME", "X-WR-CALDESC"),
}
_LISTS = {"CATEGORIES", "RESOURCES"}
_ONCE_IN_EVENT = {
    *("DTSTAMP", "UID", "DTSTART", "DTEND", "DURATION", "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED"),
    *("LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "RECURRENCE-ID", "RRULE"),
    *("COLOR",),
}
_ONCE_IN_CALENDAR = {
    *("CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "X-PUBLISHED-TTL", "REFRESH-INTERVAL", "SOURCE"),
    *("COLOR", "LAST-MODIFIED", "UID", "URL"),
}
_WORDS = {
    "STATUS": {"TENTATIVE", "CONFIRMED", "CANCELLED"},
    "TRANSP": {"OPAQUE", "TRANSPARENT"},
    "X-MICROSOFT-CDO-BUSYSTATUS": {"FREE", "TENTATIVE", "BUSY", "OOF", "WORKINGELSEWHERE"},
}
_STAMPS = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED")
_LONGEST = {"DESCRIPTION": 8000, "SUMMARY": 250, "LOCATION": 250}  # Google keeps 8,192 characters, Outlook 255
_LONGEST_UID = 255  # octets (RFC 7986 5.3)
_UTC = re.compile(r"\d{8}T\d{6}Z")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def look_at(data: bytes) -> tuple[Finding, ...]:
    """Everything that is wrong with a file."""
    root, found = read(data)
    calendars = root.named("VCALENDAR")
    if len(calendars) != 1:
        found.error("VCALENDAR", 1, f"{len(calendars)} VCALENDAR (one wanted)")
    for calendar in calendars:
        _Calendar(calendar, found).look()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Begin:
    """Where an event begins."""

    stated: Property
    kind: Kind
    wall: datetime


class _Calendar:
    def __init__(self, calendar: Component, found: Findings) -> None:
        self._calendar = calendar
        self._found = found
        self._zones: dict[str, Component] = {}
        self._used: set[str] = set()

    def look(self) -> None:
        self._look_at_head()
        self._look_at_zones()
        for event in self._calendar.named("VEVENT"):
            _Event(event, set(self._zones), self._used, self._found).look()
        self._look_at_uids()
        for key in self._zones.keys() - self._used:
            self._found.note("VTIMEZONE-UNUSED", self._zones[key].line, f"{key} is not used")

    def _look_at_head(self) -> None:
        calendar, found = self._calendar, self._found
        for name in ("PRODID", "VERSION"):
            if len(calendar.all(name)) != 1:
                found.error("REQ-CAL", calendar.line, f"{len(calendar.all(name))} {name} (one wanted)")
        for name, wanted in (("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")):
            for stated in calendar.all(name):
                if stated.value != wanted:
                    found.error(name, stated.line, f"{name}:{stated.value} in a feed")
        for name in sorted(_ONCE_IN_CALENDAR):
            if len(calendar.all(name)) > 1:
                found.error("ONCE", calendar.all(name)[1].line, f"{name} more than once")
        if not calendar.parts:
            found.warn("EMPTY", calendar.line, "no components: Outlook says the file is not valid")
        for stated in calendar.properties:
            _look_at_text(stated, found)

    def _look_at_zones(self) -> None:
        first_event = min((part.line for part in self._calendar.parts if part.name != "VTIMEZONE"), default=0)
        for zone in self._calendar.named("VTIMEZONE"):
            key = zone.one("TZID")
            if key is None:
                self._found.error("VTIMEZONE", zone.line, "no TZID")
                continue
            if key.value in self._zones:
                self._found.error("VTIMEZONE", zone.line, f"{key.value} defined twice")
            self._zones[key.value] = zone
            if first_event and zone.line > first_event:
                self._found.warn("VTIMEZONE-ORDER", zone.line, "VTIMEZONE after an event that may use it")
            look_at_zone(zone, key.value, self._found)

    def _look_at_uids(self) -> None:
        by_key: dict[tuple[str, str | None], list[Component]] = defaultdict(list)
        masters: dict[str, Component] = {}
        for event in self._calendar.named("VEVENT"):
            uid, place = event.one("UID"), event.one("RECURRENCE-ID")
            if uid is not None:
                by_key[uid.value, place.value if place else None].append(event)
                if place is None:
                    masters.setdefault(uid.value, event)
        for (uid_text, place_text), events in by_key.items():
            if len(events) > 1:
                self._found.error("DUP-UID", events[1].line, f"{uid_text} {place_text or ''} {len(events)} times")
            place = events[0].one("RECURRENCE-ID")
            if place is not None:
                self._look_at_exception(uid_text, place, events[0], masters.get(uid_text))

    def _look_at_exception(self, uid: str, place: Property, event: Component, master: Component | None) -> None:
        found = self._found
        if master is None:
            found.error("ORPHAN-RID", place.line, f"{uid}: RECURRENCE-ID without its series")
            return
        if not (master.one("RRULE") or master.one("RDATE")):
            found.error("RID-NO-RRULE", place.line, f"{uid}: RECURRENCE-ID but no series")
        begin = master.one("DTSTART")
        if begin is not None and (kinds := {_kind(place), _kind(begin)}) and len(kinds) > 1:
            found.error("RID-TYPE", place.line, f"{uid}: RECURRENCE-ID and the series' DTSTART are {kinds}")
        elif begin is not None and place.parameter("TZID") != begin.parameter("TZID"):
            found.warn("RID-TZID", place.line, f"{uid}: RECURRENCE-ID in another zone than the series")
        if master.one("SEQUENCE") and not event.one("SEQUENCE"):
            found.warn("RID-SEQ", event.line, f"{uid}: an exception without the series' SEQUENCE")


class _Event:
    def __init__(self, event: Component, zones: set[str], used: set[str], found: Findings) -> None:
        self._event = event
        self._zones = zones
        self._used = used
        self._found = found
        uid = event.one("UID")
        self._name = uid.value if uid else f"(line {event.line})"

    def look(self) -> None:
        event = self._event
        for name in ("UID", "DTSTAMP", "DTSTART"):
            if not event.all(name):
                self._error("REQ", event.line, f"no {name}")
        for name in sorted(_ONCE_IN_EVENT):
            if len(event.all(name)) > 1:
                self._error("ONCE", event.all(name)[1].line, f"{name} {len(event.all(name))} times")
        for stated in event.properties:
            self._look_at_property(stated)
        begin = self._begin()
        self._look_at_end(begin)
        if not event.one("DTEND") and not event.one("DURATION"):
            self._warn("NO-END", event.line, "neither DTEND nor DURATION")
        rule = event.one("RRULE")
        if rule is not None and begin is not None:
            look_at_rule(rule, begin.kind, begin.wall, self._found)
            if event.one("RECURRENCE-ID"):
                self._error("RID-RRULE", rule.line, "RRULE in an exception")
        if begin is not None:
            self._look_at_instances(begin, rule)
        elif event.one("EXDATE"):
            self._warn("EXDATE-NO-RRULE", event.line, "EXDATE without a start")
        for alarm in event.named("VALARM"):
            if {len(alarm.all(name)) for name in ("ACTION", "TRIGGER")} != {1}:
                self._error("VALARM", alarm.line, "an alarm needs one ACTION and one TRIGGER")

    def _look_at_property(self, stated: Property) -> None:
        name, value, line = stated.name, stated.value, stated.line
        if not value and name in {"UID", "DTSTART", "DTEND", "DTSTAMP", "RRULE", "RECURRENCE-ID"}:
            self._error("EMPTY-VALUE", line, f"empty {name}")
        if not value and name == "SUMMARY":
            self._warn("EMPTY-VALUE", line, "empty SUMMARY")
        _look_at_text(stated, self._found)
        for key in stated.parameters.get("TZID", []):
            self._used.add(key)
            if key not in self._zones:
                self._error("TZID", line, f"{name};TZID={key} has no VTIMEZONE")
        if value.upper() not in _WORDS.get(name, {value.upper()}):
            self._error("ENUM", line, f"{name}:{value}")
        if name == "SEQUENCE" and not re.fullmatch(r"\d{1,9}", value):
            self._error("SEQUENCE", line, f"SEQUENCE:{value}")
        length = len(plain.unescaped(value)) if name in _LONGEST else 0
        if length > _LONGEST.get(name, 0):
            self._warn(f"{name}-LONG", line, f"{name} of {length} characters")
        if name == "URL" and not _ADDRESS.fullmatch(value):
            self._error("URL", line, "URL is no address")
        if name in _STAMPS and (not _UTC.fullmatch(value) or "TZID" in stated.parameters):
            self._error("UTC", line, f"{name} must be UTC, is {value}")
        if name == "RECURRENCE-ID" and "RANGE" in stated.parameters:
            self._warn("RANGE", line, "RANGE=THISANDFUTURE is ignored by most clients")
        if name == "UID" and len(value.encode()) > _LONGEST_UID:
            self._warn("UID-LONG", line, f"UID of {len(value.encode())} octets")
        if name == "UID" and re.search(r"[\s/<>\"\\]", value):
            self._warn("UID-CHARS", line, "blanks, slashes or quotes in the UID break CalDAV paths")

    def _begin(self) -> _Begin | None:
        stated = self._event.one("DTSTART")
        if stated is None:
            return None
        try:
            kind, wall = moment(stated, stated.value)
        except ValueError as error:
            self._error("DATE", stated.line, str(error))
            return None
        if kind is Kind.FLOATING:
            self._warn("FLOATING", stated.line, "floating time: each client shows it in its own zone")
        if kind is Kind.ZONED:
            passes = _passes(stated.parameters["TZID"][0], wall)
            if passes != 1:
                self._warn("DST-FOLD" if passes else "DST-GAP", stated.line, f"{wall} exists {passes} times")
        return _Begin(stated, kind, wall)

    def _look_at_end(self, begin: _Begin | None) -> None:
        end, length = self._event.one("DTEND"), self._event.one("DURATION")
        if end and length:
            self._error("DTEND+DURATION", length.line, "DTEND and DURATION together")
        try:
            if end is not None and begin is not None:
                self._look_at_dtend(begin, end, *moment(end, end.value))
            if length is not None and duration(length.value) < timedelta():
                self._error("DURATION", length.line, "negative DURATION")
        except ValueError as error:
            self._error("DATE", self._event.line, str(error))

    def _look_at_dtend(self, begin: _Begin, end: Property, kind: Kind, wall: datetime) -> None:
        if (begin.kind is Kind.DATE) != (kind is Kind.DATE):
            self._error("DTEND-TYPE", end.line, f"DTSTART is {begin.kind}, DTEND is {kind}")
        elif kind is not begin.kind or end.parameter("TZID") != begin.stated.parameter("TZID"):
            self._warn("DTEND-ZONE", end.line, f"DTSTART is {begin.kind}, DTEND is {kind}")
        elif wall <= begin.wall:
            self._error("DTEND-ORDER", end.line, f"DTEND {wall} is not after DTSTART {begin.wall}")
        elif kind is Kind.ZONED and self._event.one("RRULE"):
            key = begin.stated.parameters["TZID"][0]
            if _offset(key, begin.wall) != _offset(key, wall):
                self._warn("DST-SPAN", end.line, "the first instance spans a clock change: programs differ about ends")

    def _look_at_instances(self, begin: _Begin, rule: Property | None) -> None:
        starts = None
        if rule is not None:
            try:
                starts = plain.series(rule.value, begin.kind, begin.stated.parameter("TZID"), begin.wall)
            except (ValueError, ZoneInfoNotFoundError) as error:
                self._error("RRULE", rule.line, f"cannot be expanded: {error}")
        if starts is not None and rule is not None:
            first = next(iter(starts), None)
            if first != begin.wall:
                self._error("RRULE-SYNC", rule.line, f"DTSTART {begin.wall} is no instance of its rule, {first} is")
        elif self._event.one("EXDATE") and not self._event.one("RDATE"):
            self._warn("EXDATE-NO-RRULE", self._event.line, "EXDATE on an event that does not recur")
        for stated in (*self._event.all("EXDATE"), *self._event.all("RDATE")):
            for value in stated.value.split(","):
                try:
                    kind, wall = moment(stated, value)
                except ValueError as error:
                    self._error("DATE", stated.line, f"{stated.name}: {error}")
                    continue
                if kind is not begin.kind:
                    self._error("EX-TYPE", stated.line, f"{stated.name} is {kind}, DTSTART is {begin.kind}")
                elif stated.parameter("TZID") != begin.stated.parameter("TZID"):
                    self._warn("EX-TZID", stated.line, f"{stated.name} is in another zone than DTSTART")
                elif stated.name == "EXDATE" and starts is not None and starts.before(wall, inc=True) != wall:
                    self._error("EXDATE-MISS", stated.line, f"EXDATE {wall} hits no instance")

    def _error(self, code: str, line: int, text: str) -> None:
        self._found.error(code, line, f"{self._name}: {text}")

    def _warn(self, code: str, line: int, text: str) -> None:
        self._found.warn(code, line, f"{self._name}: {text}")


def _look_at_text(stated: Property, found: Findings) -> None:
    """Look for what should be escaped and is not, and for escapes that mean nothing."""
    if stated.name not in _TEXTS | _LISTS:
        return
    bare = re.sub(r"\\[\\;,nN]", "", stated.value)
    signs = r"[\\;]" if stated.name in _LISTS else r"[\\;,]"
    match = re.search(signs, bare)
    if match:
        found.error("ESCAPE", stated.line, f"{stated.name}: bare {match.group()}")


def _kind(stated: Property) -> Kind | None:
    try:
        return moment(stated, stated.value)[0]
    except ValueError:
        return None


def _offset(key: str, wall: datetime, fold: int = 0) -> timedelta | None:
    try:
        return wall.replace(tzinfo=ZoneInfo(key), fold=fold).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _passes(key: str, wall: datetime) -> int:
    """How often a wall-clock time comes in a zone; 1 for a zone that nobody knows."""
    first, second = (_offset(key, wall, fold) for fold in (0, 1))
    if first is None or second is None or first == second:
        return 1
    return 2 if first > second else 0
