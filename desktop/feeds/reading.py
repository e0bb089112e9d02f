"""Other people's calendar files, read as tolerantly as they are written: when the owner has no time.

No bytes make it raise anything but `Unreadable`. What cannot be understood of a file is left out and named. It may
take long and much memory: `desktop.delivery.reading_apart` sets limits to both.
"""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import icalendar
from icalendar import Timezone

from db.records import BusyTime
from desktop.feeds import found_parts
from desktop.feeds.expansion import TROUBLE, Left, component, instances, zones_of
from desktop.feeds.findings import MOST_BYTES, Reading, SkipCode, Skipped, Unreadable, UnreadableCode
from desktop.feeds.found_parts import TooMany
from desktop.feeds.tolerant_lines import property_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from desktop.feeds.expansion import Instance
    from desktop.feeds.found_parts import FoundCalendar

MOST_TIMES = 20_000  # of a file, in the wanted days


def read(data: bytes, zone: ZoneInfo, first: date, last: date) -> Reading:
    """The busy times of a file from `first` to `last`, as wall clock in `zone`. Raises Unreadable.

    Not for two threads at once: icalendar keeps the zones that a file describes for the whole process.
    """
    if not data.strip():
        raise Unreadable(UnreadableCode.EMPTY)
    if len(data) > MOST_BYTES:
        raise Unreadable(UnreadableCode.TOO_BIG)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what icalendar guesses about a zone is no news to anybody
        return _Reader(zone, first, last).read(data)


class _Reader:
    def __init__(self, zone: ZoneInfo, first: date, last: date) -> None:
        self._zone = zone
        self._first, self._last = first, last
        self._begins, self._ends = datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
        self._times: list[BusyTime] = []
        self._skipped: list[Skipped] = []
        self._unknown: dict[str, None] = {}
        self._groups: dict[tuple[str, int], tuple[list[Event], ZoneInfo]] = {}
        self._is_any_good = False

    def read(self, data: bytes) -> Reading:
        name = ""
        is_calendar = False
        try:
            for calendar in found_parts.calendars(property_lines(data)):
                is_calendar = True
                name = name or calendar.name
                self._gather(calendar)
        except TooMany as too_many:
            raise Unreadable(UnreadableCode.TOO_MANY) from too_many
        if not is_calendar:
            raise Unreadable(UnreadableCode.NOT_A_CALENDAR)
        for (uid, _), (events, floating) in self._groups.items():
            self._expand(uid, events, floating)
        if self._skipped and not self._is_any_good:
            raise Unreadable(_nothing_left({skipped.code for skipped in self._skipped}))
        times = tuple(sorted(self._times, key=lambda each: (each.starts_at, each.ends_at, each.title)))
        return Reading(name, times, tuple(self._skipped), tuple(self._unknown))

    def _gather(self, calendar: FoundCalendar) -> None:
        """Read the events of a calendar in its own zones, those that lie outside the wanted days unread."""
        _know_zones(calendar.zones)
        floating = _zone_called(calendar.zone) or self._zone
        for found in calendar.events:
            if found.lies_outside(self._first - timedelta(days=2), self._last + timedelta(days=2)):
                self._is_any_good = True
                continue
            uid = found.uid
            try:
                event = component(found.text)
            except Left as left:
                self._skipped.append(Skipped(uid, left.code))
                continue
            self._unknown.update((name, None) for name, is_known in zones_of(event) if not is_known)
            key = (uid, 0 if uid else len(self._groups))
            self._groups.setdefault(key, ([], floating))[0].append(event)

    def _expand(self, uid: str, events: Iterable[Event], floating: ZoneInfo) -> None:
        try:
            found = [self._busy(each) for each in instances(list(events), floating, self._first, self._last)]
        except Left as left:
            self._skipped.append(Skipped(uid, left.code))
            return
        self._is_any_good = True
        self._times += (each for each in found if self._is_wanted(each))
        if len(self._times) > MOST_TIMES:
            raise Unreadable(UnreadableCode.TOO_MANY)

    def _busy(self, instance: Instance) -> BusyTime:
        is_all_day = not isinstance(instance.starts, datetime)
        starts, ends = self._wall(instance.starts), self._wall(instance.ends)
        return BusyTime(0, instance.title, starts, max(starts, ends), is_all_day, instance.is_free)

    def _wall(self, moment: date) -> datetime:
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time())
        try:
            return moment.replace(tzinfo=UTC).astimezone(self._zone).replace(tzinfo=None)
        except OverflowError:  # within hours of the year 10,000, which some programs mean by "for ever"
            return moment.replace(tzinfo=None)

    def _is_wanted(self, busy: BusyTime) -> bool:
        return busy.starts_at < self._ends and (self._begins < busy.ends_at or self._begins <= busy.starts_at)


def _nothing_left(codes: set[SkipCode]) -> UnreadableCode:
    """What to call it that everything was left out for these reasons."""
    if codes == {SkipCode.NO_START}:
        return UnreadableCode.NO_START
    return UnreadableCode.TOO_OFTEN if codes == {SkipCode.TOO_OFTEN} else UnreadableCode.BROKEN


def _know_zones(zones: Iterable[str]) -> None:
    """Let icalendar know the zones that a calendar describes itself, and forget those of the one before it."""
    icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]
    for text in zones:
        try:
            Timezone.from_ical(text)
        except TROUBLE:
            continue  # the events that lie in it will say so


def _zone_called(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, LookupError, OSError):
        return None
