"""libical, the C library behind many Linux calendars, called where the system has it: zones from the file alone."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import c_char_p, c_int, c_long, c_short, c_void_p
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from tests.feeds.judges.instances import Instance, Unread, day_text, utc_text

ABI = "libical.so.3"  # the layouts below are those of version 3
_EPOCH = datetime(1970, 1, 1)


class _Time(ctypes.Structure):
    """struct icaltimetype."""

    _fields_ = (
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")),
        ("zone", c_void_p),
    )


class _Recurrence(ctypes.Structure):
    """struct icalrecurrencetype: only handed on, never looked into."""

    _fields_ = (
        ("freq", c_int),
        ("until", _Time),
        ("count", c_int),
        ("interval", c_short),
        ("week_start", c_int),
        ("by", c_short * (62 + 61 + 25 + 386 + 32 + 386 + 56 + 14 + 386)),
        ("rscale", c_char_p),
        ("skip", c_int),
    )


@cache
def library() -> ctypes.CDLL | None:
    """The library, None where the system has none of this version."""
    try:
        found = ctypes.CDLL(ABI)
    except OSError:
        return None
    for name in (
        *("icalparser_parse_string", "icalrecur_iterator_new"),
        *("icalcomponent_get_first_component", "icalcomponent_get_next_component"),
        *("icalcomponent_get_first_property", "icalcomponent_get_next_property"),
    ):
        getattr(found, name).restype = c_void_p
    for name in ("icalcomponent_get_uid", "icalcomponent_get_summary", "icalcomponent_get_description"):
        getattr(found, name).restype = c_char_p
    times = ("icalcomponent_get_dtstart", "icalcomponent_get_dtend", "icalcomponent_get_recurrenceid")
    for name in (*times, "icalproperty_get_datetime_with_component", "icalrecur_iterator_next"):
        getattr(found, name).restype = _Time
    found.icalproperty_get_rrule.restype = _Recurrence
    found.icaltime_as_timet_with_zone.restype = c_long
    found.icalerror_set_errors_are_fatal(0)
    return found


def by_libical(data: bytes, first: datetime, last: datetime) -> Iterator[Instance]:
    """What libical reads. Raises Unread also for what it marks as wrong in a file that it reads otherwise."""
    found = library()
    if found is None:
        raise Unread("libical is not here")
    reader = _Reader(found)
    root = found.icalparser_parse_string(data)
    if root is None:
        raise Unread("libical: parse failed")
    try:
        mistakes = found.icalcomponent_count_errors(c_void_p(root))
        if mistakes:
            raise Unread(f"libical: {mistakes} mistakes")
        yield from reader.instances(root, first, last)
    finally:
        found.icalcomponent_free(c_void_p(root))


class _Reader:
    def __init__(self, found: ctypes.CDLL) -> None:
        self._found = found

    def instances(self, root: int, first: datetime, last: datetime) -> Iterator[Instance]:
        events = self._all("component", root, "VEVENT")
        moved: dict[str, set[datetime]] = {}
        for event in events:
            for place in self._all("property", event, "RECURRENCE-ID"):
                moved.setdefault(self._text("uid", event), set()).add(self._time_of(place, event))
        for event in events:
            start = self._found.icalcomponent_get_dtstart(c_void_p(event))
            end = self._found.icalcomponent_get_dtend(c_void_p(event))
            length = self._instant(end) - self._instant(start)
            word = day_text if start.is_date else utc_text
            for begins in self._starts(event, start, moved.get(self._text("uid", event), set()), last):
                if first <= begins < last:
                    words = [self._text(name, event) for name in ("uid", "summary", "description")]
                    yield Instance(words[0], word(begins), word(begins + length), *words[1:])

    def _starts(self, event: int, start: _Time, moved: set[datetime], last: datetime) -> Iterator[datetime]:
        rules = self._all("property", event, "RRULE")
        if not rules:
            yield self._instant(start)
            return
        dropped = {self._time_of(each, event) for each in self._all("property", event, "EXDATE")}
        rule = self._found.icalproperty_get_rrule(c_void_p(rules[0]))
        iterator = self._found.icalrecur_iterator_new(rule, start)
        if iterator is None:
            raise Unread("libical: bad RRULE")
        try:
            while (following := self._found.icalrecur_iterator_next(c_void_p(iterator))).year:
                begins = self._instant(following)
                if begins >= last:
                    break
                if begins not in dropped | moved:
                    yield begins
        finally:
            self._found.icalrecur_iterator_free(c_void_p(iterator))

    def _all(self, what: str, parent: int, name: str) -> list[int]:
        """All at once: a component has one place where its walk stands, and other calls walk, too."""
        kind = getattr(self._found, f"ical{what}_string_to_kind")(name.encode())
        each = getattr(self._found, f"icalcomponent_get_first_{what}")(c_void_p(parent), kind)
        found = []
        while each is not None:
            found.append(each)
            each = getattr(self._found, f"icalcomponent_get_next_{what}")(c_void_p(parent), kind)
        return found

    def _time_of(self, stated: int, event: int) -> datetime:
        return self._instant(self._found.icalproperty_get_datetime_with_component(c_void_p(stated), c_void_p(event)))

    def _instant(self, when: Any) -> datetime:  # noqa: ANN401
        seconds = self._found.icaltime_as_timet_with_zone(when, c_void_p(when.zone))
        return _EPOCH + timedelta(seconds=seconds)

    def _text(self, name: str, event: int) -> str:
        said: bytes | None = getattr(self._found, f"icalcomponent_get_{name}")(c_void_p(event))
        return (said or b"").decode()
