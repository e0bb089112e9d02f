"""iCalendar components: an entry becomes an event's bytes, a calendar's head and tail stand around any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from icalendar import Calendar, Event, vRecur, vText

from desktop.feeds import origin
from desktop.feeds.colours import nearest_name
from desktop.feeds.entries import Entry
from desktop.feeds.plain_text import TEXT_LENGTH, clean, line
from desktop.feeds.zones import timezone
from desktop.planning.week import instant

PRODUCT = "-//Wochenwerk//Wochenwerk//DE"
FACTS_BELOW = "\n\n—\n"  # stands between a text and the facts below it
COVERED_FROM = 2020  # zones tell the truth from this year on, or from the first event's if that is earlier
_ADDRESS = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")  # a URL property needs its scheme, which people leave out
_HOURLY = timedelta(hours=1)
# What thousands of events say alike is made once
_PUBLIC, _TENTATIVE, _CONFIRMED = vText("PUBLIC"), vText("TENTATIVE"), vText("CONFIRMED")
_BUSY = {"CLASS": _PUBLIC, "TRANSP": vText("OPAQUE"), "X-MICROSOFT-CDO-BUSYSTATUS": vText("BUSY")}
_FREE = {"CLASS": _PUBLIC, "TRANSP": vText("TRANSPARENT"), "X-MICROSOFT-CDO-BUSYSTATUS": vText("FREE")}
_ALL_DAY = {"X-MICROSOFT-CDO-ALLDAYEVENT": vText("TRUE")}


class Frame(NamedTuple):
    """What stands before and behind the events of a calendar."""

    head: bytes
    tail: bytes

    def around(self, events: Iterable[bytes]) -> bytes:
        """The whole calendar."""
        return b"".join((self.head, *events, self.tail))


@lru_cache(maxsize=64)
def published_frame(name: str, zone: str, first_year: int | None, colour: str) -> Frame:
    """The frame of a file with a name. `first_year` None: no zone; `colour` is `#RRGGBB` or ""."""
    whole = _calendar()
    whole.add("method", "PUBLISH")
    whole.add("name", vText(line(name)))  # by its name alone it would not be escaped
    whole.add("x-wr-calname", vText(line(name)))
    whole.add("x-wr-timezone", zone)
    whole.add("refresh-interval", _HOURLY, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "PT1H")
    if colour:
        whole.add("color", nearest_name(colour))
        whole.add("x-apple-calendar-color", colour)
    return _framed(whole, zone, first_year)


@lru_cache(maxsize=64)
def resource_frame(zone: str, first_year: int | None) -> Frame:
    """The frame of one object in a calendar collection, which must not name a method (RFC 4791, 4.1)."""
    return _framed(_calendar(), zone, first_year)


def event_bytes(entry: Entry) -> bytes:
    """The event as it stands in a calendar."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.n)
    event.add("dtstamp", entry.changed_at)
    event["LAST-MODIFIED"] = event["DTSTAMP"]
    event.add("created", entry.created_at)
    _add_time(event, "dtstart", entry.starts, entry.zone.key)
    _add_time(event, "dtend", entry.ends, entry.zone.key)
    event.update(_BUSY if entry.is_busy else _FREE)
    event["STATUS"] = _TENTATIVE if entry.is_tentative else _CONFIRMED
    if not isinstance(entry.starts, datetime):
        event.update(_ALL_DAY)
    event.add("summary", line(entry.summary))
    if entry.categories:
        event.add("categories", [line(name).replace(",", " ").replace(";", " ") for name in entry.categories])
    _describe(event, entry)
    _repeat(event, entry)
    data: bytes = event.to_ical()
    return data


def _calendar() -> Calendar:
    whole = Calendar()
    whole.add("version", "2.0")
    whole.add("prodid", PRODUCT)
    whole.add("calscale", "GREGORIAN")
    return whole


def _framed(whole: Calendar, zone: str, first_year: int | None) -> Frame:
    if first_year is not None:
        whole.add_component(timezone(zone, min(first_year, COVERED_FROM)))
    data: bytes = whole.to_ical()
    tail = b"END:VCALENDAR\r\n"
    return Frame(data.removesuffix(tail), tail)


def _describe(event: Event, entry: Entry) -> None:
    facts = clean(entry.facts, TEXT_LENGTH // 2)
    text = clean(entry.text, TEXT_LENGTH - len(facts) - len(FACTS_BELOW))
    whole = f"{text}{FACTS_BELOW}{facts}" if text and facts else text or facts
    if whole:
        event.add("description", whole)
    if entry.origin:
        event.add(origin.PROPERTY, origin.written(entry.origin, len(text)))
    link = line(entry.url).replace(" ", "%20")
    if link:
        event.add("url", link if _ADDRESS.match(link) else f"https://{link}")


def _repeat(event: Event, entry: Entry) -> None:
    if entry.rrule:
        event.add("rrule", _rule(entry))
    if entry.excluded:
        event.add("exdate", list(entry.excluded), parameters={"TZID": entry.zone.key})
    if entry.recurs_at is not None:
        _add_time(event, "recurrence-id", entry.recurs_at, entry.zone.key)


def _rule(entry: Entry) -> vRecur:
    """The rule with its end in UTC, as a zoned series needs it (RFC 5545, 3.3.10)."""
    rule: vRecur = vRecur.from_ical(entry.rrule)
    if "UNTIL" in rule:
        ends = rule["UNTIL"][0]
        whole_day = ends if isinstance(ends, datetime) else datetime.combine(ends, time(23, 59, 59))
        rule["UNTIL"] = [instant(whole_day.replace(tzinfo=None), entry.zone)]
    return rule


def _add_time(event: Event, name: str, at: date, zone: str) -> None:
    """Name the zone by hand: icalendar would write a zone that is UTC as Z, which clients take for another kind."""
    if isinstance(at, datetime) and at.tzinfo is None:
        event.add(name, at, parameters={"TZID": zone})
    else:
        event.add(name, at)
