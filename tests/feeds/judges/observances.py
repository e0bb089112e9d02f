"""What a VTIMEZONE says, reckoned from its own lines and compared with the IANA zone of the same name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import rrule, rrulestr

from tests.feeds.judges.content import Component, Findings, Kind, Property, moment
from tests.feeds.judges.rules import look_at_rule

FIRST, LAST = datetime(2020, 1, 1), datetime(2037, 12, 31)
_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z")
_OFFSET = re.compile(r"[+-](?!0000$)\d{4}(\d\d)?|\+0000")
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """From an instant (naive UTC) on another offset holds."""

    at: datetime
    before: timedelta
    after: timedelta


class Observances:
    """The times of a zone as one file describes them."""

    def __init__(self, zone: Component, last: datetime = LAST) -> None:
        """Raises ValueError and AttributeError where the component lacks what it needs."""
        parts = zone.named("STANDARD", "DAYLIGHT")
        self.changes = sorted({change for part in parts for change in _changes(part, last)})
        self._instants = [change.at for change in self.changes]
        self._walls = [change.at + change.before for change in self.changes]

    def offset(self, instant: datetime) -> timedelta:
        """The offset that holds at an instant (naive UTC)."""
        place = bisect_right(self._instants, instant) - 1
        return self.changes[place].after if place >= 0 else self.changes[0].before

    def instant(self, wall: datetime) -> datetime:
        """A wall-clock time as naive UTC: the first of two, and what a gap skips by the offset before it (3.3.5)."""
        place = max((n for n, begins in enumerate(self._walls) if begins <= wall), default=-1)
        if place < 0:
            return wall - self.changes[0].before
        change = self.changes[place]
        is_skipped = wall < self._walls[place] + (change.after - change.before)
        return wall - (change.before if is_skipped else change.after)


def look_at_zone(zone: Component, key: str, found: Findings) -> None:
    """Note what is wrong with a VTIMEZONE."""
    parts = zone.named("STANDARD", "DAYLIGHT")
    if not parts:
        found.error("VTIMEZONE", zone.line, f"{key}: no STANDARD or DAYLIGHT")
        return
    if not zone.named("STANDARD"):
        found.warn("VTIMEZONE", zone.line, f"{key}: no STANDARD")
    for part in parts:
        _look_at_part(part, key, found)
    if len(parts) > 2:
        found.warn("VTIMEZONE-OUTLOOK", zone.line, f"{key}: {len(parts)} observances; Outlook keeps one of each kind")
    try:
        observances = Observances(zone)
    except (ValueError, AttributeError) as error:
        found.error("VTIMEZONE", zone.line, f"{key}: cannot be reckoned: {error}")
        return
    _compare(zone, key, observances, found)


def _look_at_part(part: Component, key: str, found: Findings) -> None:
    where = f"{key}/{part.name}"
    for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
        if len(part.all(name)) != 1:
            found.error("VTIMEZONE", part.line, f"{where}: {len(part.all(name))} {name}")
    for name in ("TZOFFSETFROM", "TZOFFSETTO"):
        for stated in part.all(name):
            if not _OFFSET.fullmatch(stated.value):
                found.error("TZOFFSET", stated.line, f"{name}:{stated.value}")
    begins = part.one("DTSTART")
    if begins is not None and _kind(begins) is not Kind.FLOATING:
        found.error("VTIMEZONE", begins.line, "DTSTART of an observance must be local time")
    for stated in part.all("RDATE"):
        if "," in stated.value:
            found.error("VTIMEZONE-RDATE", stated.line, f"{where}: some programs read only a list's first date")
        else:
            found.warn("VTIMEZONE-RDATE", stated.line, f"{where}: Outlook expects RRULE instead of RDATE")
    rule = part.one("RRULE")
    if rule is not None:
        look_at_rule(rule, Kind.UTC, None, found)


def _kind(stated: Property) -> Kind | None:
    try:
        return moment(stated, stated.value)[0]
    except ValueError:
        return None


def _changes(part: Component, last: datetime) -> list[Change]:
    before, after = (_offset(part, name) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    begins = part.one("DTSTART")
    if begins is None:
        raise ValueError("no DTSTART")
    start = moment(begins, begins.value)[1]
    walls = {start}
    rule = part.one("RRULE")
    if rule is not None:
        text = _UNTIL.sub(lambda match: f"UNTIL={datetime.fromisoformat(match[1]) + before:%Y%m%dT%H%M%S}", rule.value)
        walls |= set(plain_rule(text, start).between(start, last, inc=True))
    walls |= {
        datetime.fromisoformat(each.rstrip("Z")) for dates in part.all("RDATE") for each in dates.value.split(",")
    }
    return [Change(wall - before, before, after) for wall in walls]


def _offset(part: Component, name: str) -> timedelta:
    stated = part.one(name)
    if stated is None:
        raise ValueError(f"no {name}")
    sign, digits = stated.value[:1], stated.value[1:].ljust(6, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:6]))
    return -size if sign == "-" else size


def plain_rule(text: str, start: datetime) -> rrule:
    """A rule in naive time. Raises ValueError."""
    if "COUNT=" in text and "UNTIL=" in text:
        raise ValueError(f"two ends: {text!r}")
    rule = rrulestr(text, dtstart=start)
    if not isinstance(rule, rrule):
        raise ValueError(f"more than a rule: {text!r}")  # noqa: TRY004 - what is wrong is the text
    return rule


def _compare(zone: Component, key: str, observances: Observances, found: Findings) -> None:
    """Look at every instant around a change of either, and at one of every week."""
    try:
        real = _real_changes(key)
    except (ZoneInfoNotFoundError, ValueError):
        found.warn("TZID-NAME", zone.line, f"{key} is no IANA name: Google cannot place it")
        return
    weeks = range((LAST - FIRST).days // 7)
    probes = {FIRST + timedelta(weeks=n) for n in weeks}
    for at in {*real, *(change.at for change in observances.changes)}:
        if FIRST <= at <= LAST:
            probes |= {at - _MINUTE, at, at + _MINUTE, at + 59 * _MINUTE}
    wrong = [probe for probe in sorted(probes) if observances.offset(probe) != real_offset(key, probe)]
    if wrong:
        found.error(
            "VTIMEZONE-OFFSET",
            zone.line,
            f"{key}: not the IANA zone at {len(wrong)} of {len(probes)} instants, first {wrong[0]}Z: "
            f"{observances.offset(wrong[0])} instead of {real_offset(key, wrong[0])}",
        )


@cache
def _real_changes(key: str) -> tuple[datetime, ...]:
    """When the IANA zone's offset changes (naive UTC, to the minute)."""
    changes = []
    for n in range((LAST - FIRST).days):
        early, late = FIRST + timedelta(days=n), FIRST + timedelta(days=n + 1)
        before = real_offset(key, early)
        if real_offset(key, late) == before:
            continue
        while late - early > _MINUTE:
            middle = early + (late - early) // _MINUTE // 2 * _MINUTE
            early, late = (middle, late) if real_offset(key, middle) == before else (early, middle)
        changes.append(late)
    return tuple(changes)


def real_offset(key: str, instant: datetime) -> timedelta:
    """The offset of an IANA zone at an instant (naive UTC)."""
    return instant.replace(tzinfo=UTC).astimezone(ZoneInfo(key)).utcoffset() or timedelta()
