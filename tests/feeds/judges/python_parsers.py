"""The judges that are Python packages: vobject, ical, and icalendar with recurring-ical-events."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

from tests.feeds.judges.instances import Instance, Unread, naive_utc, text


def by_vobject(data: bytes, first: datetime, last: datetime) -> Iterator[Instance]:
    """What vobject reads: its own parser, zones from the file, dateutil's rules."""
    with _said_aside():
        vobject = import_module("vobject")
        # It would keep the zones of the first file that it ever read; UTC is its own.
        known: dict[str, Any] = vars(import_module("vobject.icalendar"))["__tzidMap"]
        for key in known.keys() - {"UTC"}:
            del known[key]
        for calendar in vobject.readComponents(data.decode("utf-8", "replace")):
            events = list(calendar.contents.get("vevent", []))
            for event in events:
                yield from _of_vobject(event, events, first, last)


def _of_vobject(event: Any, events: list[Any], first: datetime, last: datetime) -> Iterator[Instance]:  # noqa: ANN401
    start: date = event.dtstart.value
    end: date = event.dtend.value
    is_aware = isinstance(start, datetime) and start.tzinfo is not None
    length = naive_utc(end) - naive_utc(start)
    uid = event.uid.value

    def at(when: date) -> Instance:
        ends = when.astimezone(UTC) + length if is_aware and isinstance(when, datetime) else when + length
        return Instance(uid, text(when), text(ends), _value(event, "summary"), _value(event, "description"))

    starts: Any = [start]
    moved: set[datetime] = set()
    if "recurrence-id" not in event.contents:
        moved = {naive_utc(each.recurrence_id.value) for each in events if _replaces(each, uid)}
        starts = event.getrruleset(addRDate=True) or starts
    for when in starts:
        begins = when if isinstance(start, datetime) else _day(when)
        if naive_utc(begins) >= last:
            break
        if naive_utc(begins) >= first and naive_utc(begins) not in moved:
            yield at(begins)


def _replaces(event: Any, uid: str) -> bool:  # noqa: ANN401
    return "recurrence-id" in event.contents and event.uid.value == uid


def _value(event: Any, name: str) -> str:  # noqa: ANN401
    return str(getattr(event, name).value) if name in event.contents else ""


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def by_ical(data: bytes, first: datetime, last: datetime) -> Iterator[Instance]:
    """What ical reads: its own parser and checks, IANA zones, dateutil's rules."""
    with _said_aside():
        stream = import_module("ical.calendar_stream").IcsCalendarStream.from_ics(data.decode("utf-8", "replace"))
        for calendar in stream.calendars:
            for event in calendar.timeline_tz(UTC):
                start, end = event.dtstart, event.dtend
                if naive_utc(start) >= last:
                    break
                if naive_utc(start) >= first:
                    yield Instance(event.uid, text(start), text(end), event.summary or "", event.description or "")


def by_icalendar(data: bytes, first: datetime, last: datetime) -> Iterator[Instance]:
    """What the packages that the program itself uses read: no independent vote, but one that must not differ."""
    with _said_aside():
        icalendar, recurring = import_module("icalendar"), import_module("recurring_ical_events")
        icalendar.use_zoneinfo()
        calendar = icalendar.Calendar.from_ical(data)
        broken = [error for component in calendar.walk() for error in component.errors]
        if broken:
            raise Unread(str(broken))
        calendar.pop("X-WR-TIMEZONE", None)  # what comes in UTC would lose which pass of a repeated hour it means
        margin = timedelta(days=2)
        for event in recurring.of(calendar).between(first - margin, last + margin):
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            if first <= naive_utc(start) < last:
                words = [str(event.get(name, "")) for name in ("UID", "SUMMARY", "DESCRIPTION")]
                yield Instance(words[0], text(start), text(end), *words[1:])


@contextmanager
def _said_aside() -> Iterator[None]:
    """Let other people's packages warn and log unheard: only their reading counts here."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
