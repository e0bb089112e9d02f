"""The text of a rule: its parts for editing, and what happens to it when a series is cut or moved.

Only what every calendar program understands the same way is ever written: month days explicitly, the last day as -1,
nth weekdays through BYSETPOS, UNTIL as the end of its day (wall clock). A block's start is its first instance.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from dateutil.rrule import rrulestr

from desktop.planning.recurrence import WEEKDAYS, all_starts, rule_parts, rule_starts

_DAY = timedelta(days=1)
_SURE_DAY = 28  # every month has it


class Frequency(StrEnum):
    """How often, in units of `Rule.interval`."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class MonthPlace(StrEnum):
    """Which day of its month a monthly or yearly rule means: the start's own, or one like the 2nd or last Tuesday."""

    DAY = "day"
    LAST_DAY = "last_day"
    WEEKDAY = "weekday"
    LAST_WEEKDAY = "last_weekday"


@dataclass(frozen=True, slots=True)
class Rule:
    """A repetition in parts. `weekdays` (Monday 0) belong to weekly, `place` to monthly and yearly rules.

    At most one of `until` (inclusive) and `count` is set; none means: without end.
    """

    frequency: Frequency = Frequency.WEEKLY
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    place: MonthPlace = MonthPlace.DAY
    until: date | None = None
    count: int | None = None

    def first(self, starts_at: datetime) -> datetime:
        """The first instance: `starts_at`, or the next day that the rule means."""
        day = starts_at.date()
        if self.frequency is Frequency.WEEKLY and self.weekdays:
            ahead = min((weekday - day.weekday()) % 7 for weekday in self.weekdays)
            return starts_at + ahead * _DAY
        last = _month_length(day)
        match self.place if self.frequency in {Frequency.MONTHLY, Frequency.YEARLY} else MonthPlace.DAY:
            case MonthPlace.LAST_DAY:
                return starts_at.replace(day=last)
            case MonthPlace.LAST_WEEKDAY:
                return starts_at + (last - day.day) // 7 * 7 * _DAY
            case _:
                return starts_at

    def text(self, starts_at: datetime) -> str:
        """The rule as RFC 5545 value, for a block whose first instance is `first(starts_at)`."""
        day = self.first(starts_at).date()
        parts = [f"FREQ={self.frequency}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        match self.frequency:
            case Frequency.WEEKLY:
                parts.append("BYDAY=" + ",".join(WEEKDAYS[n] for n in sorted(self.weekdays or (day.weekday(),))))
            case Frequency.MONTHLY:
                parts += _month_parts(self.place, day)
            case Frequency.YEARLY:
                parts += [f"BYMONTH={day.month}", *_month_parts(_yearly_place(self.place, day), day)]
            case _:
                pass
        if self.until is not None:
            parts.append(f"UNTIL={_end_of(self.until)}")
        elif self.count is not None:
            parts.append(f"COUNT={self.count}")
        return ";".join(parts)

    def dates(self, starts_at: datetime) -> int | None:
        """How many instances there are from `starts_at` on; None without end."""
        if self.until is None:
            return self.count
        return len(all_starts(self.text(starts_at), self.first(starts_at)))

    def minutes_per_week(self, minutes: int) -> int | None:
        """What daily and weekly rules cost in an average week, when an instance costs so much; None for the others."""
        match self.frequency:
            case Frequency.DAILY:
                return minutes * 7 // self.interval
            case Frequency.WEEKLY:
                return minutes * max(len(self.weekdays), 1) // self.interval
            case _:
                return None


def parse_rule(rrule: str, starts_at: datetime) -> Rule | None:
    """The parts of a rule whose first instance is `starts_at`; None when they cannot express it."""
    parts = dict(rule_parts(rrule))
    given = {name: value for name, value in parts.items() if name.startswith("BY")}
    if (
        not parts.keys() - given.keys() <= {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
        or {"COUNT", "UNTIL"} <= parts.keys()
    ):
        return None
    try:
        ends = _last_day(parts["UNTIL"], starts_at) if "UNTIL" in parts else None
        times = int(parts["COUNT"]) if "COUNT" in parts else None
        rule = Rule(Frequency(parts.get("FREQ", "")), int(parts.get("INTERVAL", "1")), until=ends, count=times)
        if rule.interval < 1 or times == 0:
            return None
        if rule.frequency is Frequency.WEEKLY:
            # Where weeks begin matters to several days every few weeks only.
            if parts.get("WKST", "MO") != "MO" and rule.interval > 1:
                return None
            named = given.pop("BYDAY", WEEKDAYS[starts_at.weekday()]).split(",")
            rule = replace(rule, weekdays=tuple(sorted(WEEKDAYS.index(name) for name in named)))
            return None if given or starts_at.weekday() not in rule.weekdays else rule
    except ValueError:
        return None
    if rule.frequency is Frequency.DAILY:
        return None if given else rule
    places = (replace(rule, place=place) for place in MonthPlace)
    return next((found for found in places if _means(found, given, starts_at)), None)


def begun(rrule: str, starts_at: datetime) -> tuple[str, datetime] | None:
    """A rule in its safe words, with its first instance from `starts_at` on, whatever its interval.

    None when it has no instance or cannot be expressed by `Rule`.
    """
    parts = dict(rule_parts(rrule))
    if parts.get("FREQ") not in set(Frequency):
        return None
    endless = {name: value for name, value in parts.items() if name not in {"INTERVAL", "COUNT", "WKST"}}
    try:
        first = next(iter(rrulestr(_joined(endless), dtstart=starts_at.replace(fold=0))), None)
    except ValueError:
        return None
    rule = parse_rule(rrule, first) if first else None
    return (rule.text(first), first) if rule and first else None


def cut(rrule: str, place: datetime, before: int) -> tuple[str, str]:
    """A rule before one of its instances, of which there are `before`, and from it on."""
    head, rest = dict(rule_parts(rrule)), dict(rule_parts(rrule))
    if "COUNT" in head:
        rest["COUNT"] = str(int(head["COUNT"]) - before)
        head["COUNT"] = str(before)
    else:
        head["UNTIL"] = _end_of(place.date() - _DAY)
    return _joined(head), _joined(rest)


@dataclass(frozen=True, slots=True)
class Shift:
    """A series that was moved: its new rule and start, and where its instances went."""

    rrule: str
    starts_at: datetime
    days: int
    by_month: bool = False

    def place(self, original_at: datetime) -> datetime:
        """Where the instance that stood here stands now."""
        if self.by_month:
            opens = original_at.date().replace(day=1)
            found = rule_starts(self.rrule, self.starts_at, opens, opens.replace(day=_month_length(opens)))
            return found[0]
        return datetime.combine(original_at.date() + self.days * _DAY, self.starts_at.time())


def shifted(rrule: str, starts_at: datetime, to: datetime) -> Shift | None:
    """A rule moved so that its first instance `starts_at` comes to stand at `to`.

    None when the others cannot follow: the 15th becomes the 16th, the 2nd Tuesday the 2nd Wednesday, but the last day
    of the month has no day after it.
    """
    days = (to.date() - starts_at.date()).days
    if not days:
        parts = dict(rule_parts(rrule))
        if "UNTIL" in parts:
            parts["UNTIL"] = _end_of(_last_day(parts["UNTIL"], starts_at))
        return Shift(_joined(parts), to, days)
    rule = parse_rule(rrule, starts_at)
    if rule is None:
        return None
    by_month = False
    if rule.frequency is Frequency.WEEKLY:
        moved = [weekday + days % 7 for weekday in rule.weekdays]
        if rule.interval > 1 and min(moved) // 7 != max(moved) // 7:
            return None
        rule = replace(rule, weekdays=tuple(sorted(weekday % 7 for weekday in moved)))
    elif rule.frequency is not Frequency.DAILY:
        if not _keep_step(rule, starts_at.date(), to.date()):
            return None
        by_month = rule.place is not MonthPlace.DAY
    endless = Shift(replace(rule, until=None).text(to), to, days, by_month)
    if rule.until is None:
        return endless
    last = endless.place(all_starts(rrule, starts_at)[-1]) if by_month else rule.until + days * _DAY
    return replace(endless, rrule=replace(rule, until=date(last.year, last.month, last.day)).text(to))


def _means(rule: Rule, given: Mapping[str, str], starts_at: datetime) -> bool:
    """Tell whether a rule is what these BY-parts say."""
    written = {name: value for name, value in rule_parts(rule.text(starts_at)) if name.startswith("BY")}
    day = given.get("BYDAY", "")
    if day[:-2]:  # 2TU is the same as the second of all TU
        given = {**given, "BYDAY": day[-2:], "BYSETPOS": day[:-2].lstrip("+")}
    if not given and rule.place is MonthPlace.DAY:
        # The start's own day: not what is written for a day that some months or years lack.
        return starts_at.day <= _SURE_DAY
    return given == written and rule.first(starts_at) == starts_at


def _month_parts(place: MonthPlace, day: date) -> list[str]:
    match place:
        case MonthPlace.DAY:
            return [f"BYMONTHDAY={day.day}"]
        case MonthPlace.LAST_DAY:
            return ["BYMONTHDAY=-1"]
        case MonthPlace.WEEKDAY:
            return [f"BYDAY={WEEKDAYS[day.weekday()]}", f"BYSETPOS={(day.day - 1) // 7 + 1}"]
        case _:
            return [f"BYDAY={WEEKDAYS[day.weekday()]}", "BYSETPOS=-1"]


def _yearly_place(place: MonthPlace, day: date) -> MonthPlace:
    """Only February's last day differs from year to year; its 29th is written as its last day."""
    if day.month == 2:
        return MonthPlace.LAST_DAY if place is MonthPlace.DAY and day.day == 29 else place
    return MonthPlace.DAY if place is MonthPlace.LAST_DAY else place


def _keep_step(rule: Rule, day: date, to: date) -> bool:
    """Tell whether the days of all months (years) can move like this one."""
    if (day.year, day.month) != (to.year, to.month):
        return False
    match rule.place:
        case MonthPlace.DAY:
            sure = _SURE_DAY if rule.frequency is Frequency.MONTHLY or day.month == 2 else 31
            return max(day.day, to.day) <= sure
        case MonthPlace.LAST_DAY:
            return False
        case MonthPlace.WEEKDAY:
            return (day.day - 1) // 7 == (to.day - 1) // 7 < 4
        case _:
            return to.day + 7 > _month_length(to)


def _last_day(until: str, starts_at: datetime) -> date:
    """The last day on which a rule with this UNTIL may have an instance. Raises ValueError."""
    closes = datetime.fromisoformat(until)
    return closes.date() if closes.time() >= starts_at.time() else closes.date() - _DAY


def _end_of(day: date) -> str:
    return f"{day:%Y%m%d}T235959"


def _month_length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _joined(parts: Mapping[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())
