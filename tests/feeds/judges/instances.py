"""What every judge says about a file: when its events take place, in words that can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True, order=True)
class Instance:
    """One event at one time; `starts` and `ends` as `20261125T111500Z`, `20261125T121500` (floating) or `20261125`."""

    uid: str
    starts: str
    ends: str
    title: str
    text: str


class Unread(Exception):
    """A judge could not read the file, or only in part; its message says why."""


def utc_text(instant: datetime) -> str:
    """An instant (naive UTC) in words."""
    return f"{instant:%Y%m%dT%H%M%S}Z"


def day_text(day: date) -> str:
    """A day in words."""
    return f"{day:%Y%m%d}"


def text(when: date) -> str:
    """A day, a floating time or an instant in words."""
    if not isinstance(when, datetime):
        return day_text(when)
    if when.tzinfo is None:
        return f"{when:%Y%m%dT%H%M%S}"
    return utc_text(when.astimezone(UTC))


def naive_utc(when: date) -> datetime:
    """An instant as naive UTC; days and floating times as if they were UTC."""
    if not isinstance(when, datetime):
        return datetime(when.year, when.month, when.day)
    return when if when.tzinfo is None else when.astimezone(UTC).replace(tzinfo=None)
