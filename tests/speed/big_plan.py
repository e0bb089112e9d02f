"""A plan as large as five busy years make it: 10,000 posts and 40 weekly series with exceptions and ticks.

It lies around the current week, because the window opens there: four and a half years back and half a year ahead. The
week after the current one is fuller than the others, for drags among more than 100 cards.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from db import items
from db.records import (
    Activity,
    BlockException,
    BlockLink,
    Changes,
    ExceptionKind,
    MadeBy,
    Share,
    TimeEntry,
    Week,
    WorkBlock,
)
from db.store import Store

POSTS = 10_000
SERIES = 40
WEEKS = 260
WEEKS_AHEAD = 26
IDEAS = 30
FULL_WEEK_EXTRA = 40
FULL_WEEK = 1  # the week after the current one

_HEADER = ("date", "time", "platforms", "title", "text", "status", "format", "effort_minutes")
_PLATFORMS = ("instagram", "facebook", "linkedin", "instagram|facebook", "tiktok", "instagram|facebook|linkedin")
_FORMATS = ("image", "reel", "carousel", "story", "text")
_TEXT = "Butter, Zimt und 40 Minuten Geduld: heute ab 8 Uhr frisch aus dem Ofen. Wer holt sich die erste? "


def write_table(file: Path, today: date) -> None:
    """Write the posts as a table that the program imports, the oldest first, ideas at the end."""
    with file.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(_HEADER)
        for n, moment in enumerate(post_moments(today)):
            status = "published" if moment.date() < today else ("draft", "scheduled", "review")[n % 3]
            writer.writerow((f"{moment:%Y-%m-%d}", f"{moment:%H:%M}", *_words(n), status, _FORMATS[n % 5], 45))
        for n in range(IDEAS):
            writer.writerow(("", "", *_words(POSTS - IDEAS + n), "idea", _FORMATS[n % 5], 60))


def _words(n: int) -> tuple[str, str, str]:
    return _PLATFORMS[n % len(_PLATFORMS)], f"Beitrag {n}: frisch aus dem Ofen", _TEXT * (1 + n % 4)


def post_moments(today: date) -> Iterator[datetime]:
    """When the posts are planned, in order; the ideas have no moment."""
    dated = POSTS - IDEAS - FULL_WEEK_EXTRA
    first = Week.of(today).shifted(WEEKS_AHEAD - WEEKS)
    for number in range(WEEKS):
        week = first.shifted(number)
        count = dated * (number + 1) // WEEKS - dated * number // WEEKS
        count += FULL_WEEK_EXTRA if week == Week.of(today).shifted(FULL_WEEK) else 0
        for n in range(count):
            yield _at(week.days[n % 7], 480 + n // 7 * 45)


def add_work(plan: Path, today: date) -> None:
    """Add the series with their exceptions, ticks and worked time, and a block with a link for every 20th post."""
    store = Store.open(plan)
    try:
        store.write(items.put, Changes(blocks=tuple(_series(today)), entries=tuple(_worked(today))))
        store.write(items.put, Changes(blocks=tuple(_linked_blocks(today))))
    finally:
        store.close()


def _series(today: date) -> Iterator[WorkBlock]:
    for n in range(SERIES):
        starts_at = _first_start(n, today)
        yield WorkBlock(
            id=-1 - n,
            uid="",
            activity=tuple(Activity)[n % 4],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=60),
            title=f"Serie {n}" if n % 2 else "",
            rrule="FREQ=WEEKLY",
            platforms=tuple(Share(platform) for platform in _bearers(n)),
            exceptions=tuple(_exceptions(n, today)),
            done=frozenset(_ticked(n, today)),
        )


def _first_start(n: int, today: date) -> datetime:
    return _at(Week.of(today).shifted(-WEEKS).days[n % 7], 500 + n // 7 * 90)


def _bearers(n: int) -> tuple[int, ...]:
    return (1 + n % 3,) if n % 4 else (1, 2)


def _exceptions(n: int, today: date) -> Iterator[BlockException]:
    for number in range(5 + n % 7, WEEKS + WEEKS_AHEAD, 13):
        original_at = _first_start(n, today) + timedelta(weeks=number)
        if number % 2:
            yield BlockException(original_at, ExceptionKind.CANCELLED)
        else:
            later = original_at + timedelta(minutes=30)
            yield BlockException(original_at, ExceptionKind.CHANGED, later, later + timedelta(minutes=45))


def _ticked(n: int, today: date) -> Iterator[datetime]:
    different = {exception.original_at for exception in _exceptions(n, today)}
    for number in range(WEEKS):
        original_at = _first_start(n, today) + timedelta(weeks=number)
        if (number + n) % 5 and original_at not in different:
            yield original_at


def _worked(today: date) -> Iterator[TimeEntry]:
    zone = ZoneInfo("Europe/Berlin")
    for n in range(SERIES):
        for original_at in _ticked(n, today):
            started_at = original_at.replace(tzinfo=zone).astimezone(UTC)
            minutes = timedelta(minutes=60 // len(_bearers(n)))
            for platform_id in _bearers(n):
                yield TimeEntry(
                    id=0,
                    platform_id=platform_id,
                    activity=tuple(Activity)[n % 4],
                    started_at=started_at,
                    ended_at=started_at + minutes,
                    made_by=MadeBy.TICK,
                    block_id=-1 - n,
                    original_at=original_at,
                )
                started_at += minutes


def _linked_blocks(today: date) -> Iterator[WorkBlock]:
    for n, moment in enumerate(post_moments(today)):
        if n % 20 == 0:
            starts_at = _at(moment.date(), 1020)
            yield WorkBlock(
                id=0,
                uid="",
                activity=Activity.CREATION,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(minutes=45),
                platforms=(Share(1),),
                links=(BlockLink(starts_at, n + 1),),  # the table's rows are numbered from 1 on
            )


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60)
