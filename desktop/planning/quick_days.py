"""Which day, week or minute is meant by what people write about them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from db.records import Week

_CENTURY = 2000
_LEAP_YEARS_APART = 8
_LAST_YEAR = 9998


def next_date(day: int, month: int, year: int | None, today: date) -> date | None:
    """The date, without a year the next one from today on; None for one that does not exist.

    A year below 100 is of this century.
    """
    if year is not None:
        return _date(year + _CENTURY if year < 100 else year, month, day)
    coming = (_date(today.year + ahead, month, day) for ahead in range(_LEAP_YEARS_APART + 1))
    return next((found for found in coming if found is not None and found >= today), None)


def next_week(number: int, year: int | None, today: date) -> Week | None:
    """The ISO week with this number, without a year the next one from this week on; None if there is none."""
    this = Week.of(today)
    for candidate in (this.year, this.year + 1) if year is None else (year,):
        try:
            week = Week.parse(f"{candidate:04d}-W{number:02d}")
        except ValueError:
            continue
        if year is not None or week >= this:
            return week
    return None


def weekday_date(weekday: int, now: datetime, minute: int | None) -> date:
    """The next such weekday (Monday 0) from `now` (wall clock) on; today counts unless `minute` is past already."""
    ahead = (weekday - now.weekday()) % 7
    if ahead == 0 and minute is not None and minute < now.hour * 60 + now.minute:
        ahead = 7
    return now.date() + timedelta(days=ahead)


def clock_minute(hour: str, minute: str | None) -> int | None:
    """The minute of the day of a time in digits; no minutes mean the full hour. None for what no clock shows."""
    hours, minutes = int(hour), int(minute or 0)
    return hours * 60 + minutes if hours <= 23 and minutes <= 59 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        # Weeks around a day must exist as well.
        return date(year, month, day) if year <= _LAST_YEAR else None
    except ValueError:
        return None
