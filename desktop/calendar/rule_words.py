"""A repetition as a sentence: how often, when, how many dates, what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.planning.rules import Frequency, MonthPlace, Rule

translate = QCoreApplication.translate

_A_MONDAY = date(2024, 1, 1)
_WEEK = 7


def weekday_of(number: int) -> date:
    """Some day on a weekday, Monday being 0."""
    return _A_MONDAY + timedelta(days=number)


def interval(frequency: Frequency, n: int) -> str:
    """1 week, 2 weeks."""
    return {
        Frequency.DAILY: translate("Repeat", "%n day(s)", None, n),
        Frequency.WEEKLY: translate("Repeat", "%n week(s)", None, n),
        Frequency.MONTHLY: translate("Repeat", "%n month(s)", None, n),
        Frequency.YEARLY: translate("Repeat", "%n year(s)", None, n),
    }[frequency]


def place(of: MonthPlace, frequency: Frequency, day: date) -> str:
    """Which day of the month: on the 24th, on the last day, on the 4th Tuesday; a yearly one with its month."""
    words = {
        "day": day.day,
        "n": (day.day - 1) // _WEEK + 1,
        "weekday": wording.weekday_long(day),
        "month": wording.month_name(day.month),
    }
    if frequency is Frequency.YEARLY:
        pattern = {
            MonthPlace.DAY: translate("Repeat", "on {day} {month}"),
            MonthPlace.LAST_DAY: translate("Repeat", "on the last day of {month}"),
            MonthPlace.WEEKDAY: translate("Repeat", "on {weekday} no. {n} in {month}"),
            MonthPlace.LAST_WEEKDAY: translate("Repeat", "on the last {weekday} in {month}"),
        }[of]
    else:
        pattern = {
            MonthPlace.DAY: translate("Repeat", "on day {day}"),
            MonthPlace.LAST_DAY: translate("Repeat", "on the last day"),
            MonthPlace.WEEKDAY: translate("Repeat", "on {weekday} no. {n}"),
            MonthPlace.LAST_WEEKDAY: translate("Repeat", "on the last {weekday}"),
        }[of]
    return pattern.format(**words)


def possible_places(day: date) -> tuple[MonthPlace, ...]:
    """The ways to name a day of its month; the 5th Tuesday is always the last one."""
    in_a_week = day + timedelta(days=_WEEK)
    is_last_weekday = in_a_week.month != day.month
    is_last = (day + timedelta(days=1)).month != day.month
    found = [MonthPlace.DAY]
    found += [MonthPlace.LAST_DAY] if is_last else []
    found += [] if day.day > 4 * _WEEK else [MonthPlace.WEEKDAY]
    found += [MonthPlace.LAST_WEEKDAY] if is_last_weekday else []
    return tuple(found)


def sentence(rule: Rule, starts_at: datetime, ends_at: datetime | None, minutes: int) -> str:
    """How a block or post that starts then repeats, as rich text: rhythm, days, time, number of dates, weekly minutes.

    Posts have no end; what costs nothing says nothing of it.
    """
    first = rule.first(starts_at)
    times = wording.clock(starts_at) if ends_at is None else wording.time_range(starts_at, ends_at)
    what = f"{_days(rule, first.date())}, {times}" if rule.frequency is not Frequency.DAILY else times
    head = translate("Repeat", "{rhythm} {what}, {dates}.").format(
        rhythm=escape(_rhythm(rule)), what=f"<b>{escape(what)}</b>", dates=_dates(rule.dates(starts_at))
    )
    per_week = rule.minutes_per_week(minutes)
    if not per_week:
        return head
    cost = translate("Repeat", "That is {hours} per week.").format(hours=wording.hours_h(per_week))
    return f"{head} {cost}"


def _rhythm(rule: Rule) -> str:
    if rule.interval == 1:
        return {
            Frequency.DAILY: translate("Repeat", "Every day"),
            Frequency.WEEKLY: translate("Repeat", "Every week"),
            Frequency.MONTHLY: translate("Repeat", "Every month"),
            Frequency.YEARLY: translate("Repeat", "Every year"),
        }[rule.frequency]
    return translate("Repeat", "Every {interval}").format(interval=interval(rule.frequency, rule.interval))


def _days(rule: Rule, first: date) -> str:
    if rule.frequency is not Frequency.WEEKLY:
        return place(rule.place, rule.frequency, first)
    names = [wording.weekday_short(weekday_of(number)) for number in rule.weekdays or (first.weekday(),)]
    return listing(names)


def listing(names: Sequence[str]) -> str:
    """Mo, Mi und Do."""
    if len(names) < 2:
        return "".join(names)
    return translate("Repeat", "{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def _dates(count: int | None) -> str:
    if count is None:
        return translate("Repeat", "without end")
    return translate("Repeat", "%n date(s)", None, count)
