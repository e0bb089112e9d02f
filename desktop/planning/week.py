"""Wall clock and instants: daylight saving, snapping, minutes of days and weeks.

Walls are naive datetimes whose `fold` tells the second pass of a repeated hour; instants are aware, in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from db.records import Week

DAY_MINUTES = 1440
STEP = 15
FINE_STEP = 5
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
# How far a zone's wall clock may be from UTC, and the longest gap known: a whole day at the date line.
_FARTHEST = timedelta(hours=40)


class Irregularity(StrEnum):
    """What a clock change does to the wall clock of a day."""

    GAP = "gap"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Irregular:
    """Minutes of a day that do not exist (gap) or pass twice (fold): `starts_minute` up to before `ends_minute`."""

    kind: Irregularity
    starts_minute: int
    ends_minute: int


def instant(wall_time: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a wall-clock time, in UTC. Times inside a gap are pushed forward by the gap; fold is honoured."""
    moment = wall_time.replace(tzinfo=zone).astimezone(UTC)
    if not wall_time.fold or _is_shown(moment, wall_time, zone):
        return moment
    return wall_time.replace(tzinfo=zone, fold=0).astimezone(UTC)


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """What the clock on the wall shows at a moment: naive, with fold."""
    return moment.astimezone(zone).replace(tzinfo=None)


def settled(wall_time: datetime, zone: ZoneInfo) -> datetime:
    """The same time as it is really shown: pushed forward out of a gap, and without a fold that means nothing."""
    return wall(instant(wall_time, zone), zone)


def elapsed(starts: datetime, ends: datetime, zone: ZoneInfo) -> int:
    """Whole minutes that really pass between two wall-clock times."""
    return (instant(ends, zone) - instant(starts, zone)) // _MINUTE


@lru_cache(maxsize=4096)
def irregular(day: date, zone: ZoneInfo) -> tuple[Irregular, ...]:
    """The gaps and folds of a day, clipped to it, in order; nothing on nearly every day."""
    midnight = datetime.combine(day, time())
    found = []
    moment = midnight.replace(tzinfo=UTC) - _FARTHEST
    last = midnight.replace(tzinfo=UTC) + timedelta(days=1) + _FARTHEST
    while moment < last:
        if _offset(moment, zone) != _offset(moment + _HOUR, zone):
            change = _change_within(moment, zone)
            before = _wall_after(change, _offset(moment, zone))
            after = _wall_after(change, _offset(moment + _HOUR, zone))
            kind = Irregularity.GAP if after > before else Irregularity.FOLD
            starts = minute_of_day(min(before, after), day)
            ends = minute_of_day(max(before, after), day)
            if starts < ends:
                found.append(Irregular(kind, starts, ends))
        moment += _HOUR
    return tuple(found)


def is_shown(wall_time: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the clock ever shows this time; it does not inside a gap."""
    return _is_shown(wall_time.replace(tzinfo=zone).astimezone(UTC), wall_time, zone)


def is_repeated(wall_time: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the clock shows this time twice."""
    first = wall_time.replace(tzinfo=zone, fold=0)
    return first.utcoffset() != first.replace(fold=1).utcoffset() and is_shown(wall_time, zone)


def same(one: datetime | None, other: datetime | None) -> bool:
    """Tell whether two wall-clock times are the same pass of the same time; plain `==` does not look at fold."""
    return one == other and (one is None or other is None or one.fold == other.fold)


def snapped(minute: int, step: int = STEP) -> int:
    """The nearest multiple of a step; half a step goes up."""
    return (2 * minute + step) // (2 * step) * step


def rounded_up(minutes: int, step: int = STEP) -> int:
    """The next multiple of a step that is not less."""
    return -(-minutes // step) * step


def week_minutes(week: Week, zone: ZoneInfo) -> int:
    """How long a week really lasts: 168 hours, or 167 or 169 with a clock change."""
    return elapsed(at(week.monday, 0), at(week.shifted(1).monday, 0), zone)


def minute_of_day(wall_time: datetime, day: date) -> int:
    """Wall-clock minutes from the start of a day, kept within 0 and 1440."""
    return min(max((wall_time - datetime.combine(day, time())) // _MINUTE, 0), DAY_MINUTES)


def at(day: date, minute: int, fold: int = 0) -> datetime:
    """The wall-clock time of a minute of a day; 1440 is the next day's midnight."""
    return (datetime.combine(day, time()) + timedelta(minutes=minute)).replace(fold=fold)


def _is_shown(moment: datetime, wall_time: datetime, zone: ZoneInfo) -> bool:
    return wall(moment, zone) == wall_time


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _wall_after(moment: datetime, offset: timedelta) -> datetime:
    return (moment + offset).replace(tzinfo=None)


def _change_within(start: datetime, zone: ZoneInfo) -> datetime:
    """The first minute with the later offset, in the hour after `start`, at whose end the offset differs."""
    offset = _offset(start, zone)
    low, high = 0, 60
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(start + middle * _MINUTE, zone) == offset else (low, middle)
    return start + high * _MINUTE
