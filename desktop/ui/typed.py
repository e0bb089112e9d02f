"""What a person types for a day, a time of day or an amount of time, in German and in English."""

from __future__ import annotations

import re
from datetime import date, timedelta

DAY_MINUTES = 1440
_MONTHS = (
    ("january", "januar"),
    ("february", "februar"),
    ("march", "märz", "maerz"),
    ("april",),
    ("may", "mai"),
    ("june", "juni"),
    ("july", "juli"),
    ("august",),
    ("september",),
    ("october", "oktober"),
    ("november",),
    ("december", "dezember"),
)
_WEEKDAYS = (
    ("monday", "mon", "montag", "mo"),
    ("tuesday", "tue", "dienstag", "di"),
    ("wednesday", "wed", "mittwoch", "mi"),
    ("thursday", "thu", "donnerstag", "do"),
    ("friday", "fri", "freitag", "fr"),
    ("saturday", "sat", "samstag", "sonnabend", "sa"),
    ("sunday", "sun", "sonntag", "so"),
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*(?:[./]\s*(?:(\d{1,2})\s*(?:[./]\s*(\d{4}|\d{2})?)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?,?(?:\s+(\d{4}))?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(uhr|h|am|pm)?")
_COLON = re.compile(r"(\d{1,3}):(\d{2})\s*(?:h|std\.?|stunden?|hours?)?")
_WORDED = re.compile(
    r"(?:(\d{1,3}(?:[.,]\d+)?)\s*(?:h|std\.?|stunden?|hours?))?\s*(?:(\d{1,4})\s*(?:m|min\.?|minuten?|minutes?)?)?"
)


def _month(word: str) -> int | None:
    """The number of a month written out or shortened to three letters or more."""
    if len(word) < 3:
        return None
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(word) for name in names):
            return number
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, near: date) -> date | None:
    """The day in the year that brings it closest to `near`: 3.1. typed in December is next year's."""
    made = [_made(near.year + step, month, day) for step in (-1, 0, 1)]
    found = [one for one in made if one is not None]
    return min(found, key=lambda one: abs(one - near)) if found else None


def _on(month: int, day: int, year: str | None, near: date) -> date | None:
    if not year:
        return _nearest(month, day, near)
    return _made(int(year) if len(year) == 4 else 2000 + int(year), month, day)


def parse_day(text: str, near: date) -> date | None:
    """The day meant by `26.11.`, `26.11.2026`, `Do 26.11.`, `2026-11-26`, `26 Nov`, `Nov 26`; None if it is none.

    Without a year it is the one closest to `near`; a bare `26.` lies in the month of `near`, a bare weekday in its
    week.
    """
    words = text.strip().lower()
    first, _, rest = words.replace(",", " ").partition(" ")
    for number, names in enumerate(_WEEKDAYS):
        if first.rstrip(".") in names:
            if not rest.strip():
                return near + timedelta(days=number - near.weekday())
            words = rest.strip()
            break
    if found := _ISO.fullmatch(words):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        if found[2] is None:
            return _made(near.year, near.month, int(found[1]))
        return _on(int(found[2]), int(found[1]), found[3], near)
    if found := _DAY_FIRST.fullmatch(words):
        month = _month(found[2])
        return _on(month, int(found[1]), found[3], near) if month else None
    if found := _MONTH_FIRST.fullmatch(words):
        month = _month(found[1])
        return _on(month, int(found[2]), found[3], near) if month else None
    return None


def parse_clock(text: str, latest: int = DAY_MINUTES - 1) -> int | None:
    """Minutes after midnight meant by `9`, `9:00`, `930`, `9.30`, `9 Uhr`, `9:30 pm`; None beyond `latest`."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= latest else None


def parse_minutes(text: str, most: int = 6000) -> int | None:
    """Minutes meant by `1:10`, `70`, `1h10`, `1,5 h`, `45 min`, `0:45 h`; None if it is no amount, or above `most`."""
    words = text.strip().lower()
    if not words:
        return None
    if found := _COLON.fullmatch(words):
        minutes = int(found[1]) * 60 + int(found[2]) if int(found[2]) < 60 else None
    elif (found := _WORDED.fullmatch(words)) and (found[1] or found[2]):
        minutes = round(float((found[1] or "0").replace(",", ".")) * 60) + int(found[2] or 0)
    else:
        minutes = None
    return minutes if minutes is not None and minutes <= most else None
