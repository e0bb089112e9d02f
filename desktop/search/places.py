"""Weeks and days that a typed line may mean: numbers of weeks, campaigns, occasions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from db.records import Campaign, Occasion, Plan, Week
from desktop.planning.all_day import suggested_occasions
from desktop.search.rows import Spans, found_in

_WEEK = re.compile(
    r"(?:(?:kw|week|woche|w)\s*)?(?P<number>\d{1,2})(?:\s*[/ ]\s*(?P<year>\d{4}))?|(?P<iso>\d{4}-w\d{2})", re.IGNORECASE
)
_WEEKS_AHEAD = 53


class Place(NamedTuple):
    """A campaign or an occasion that was found; `first` to `last` are its days, the next ones of a yearly occasion."""

    name: str
    spans: Spans
    first: date
    last: date
    is_campaign: bool


def weeks_meant(typed: str, today: date, limit: int) -> tuple[Week, ...]:
    """The weeks that a number may mean: that of this number first, then those it begins, the next ones from today on.

    `KW 50`, `Week 50`, `50`, `50/2027` and `2027-W50` are understood; anything else gives none.
    """
    match = _WEEK.fullmatch(typed.strip())
    if match is None:
        return ()
    try:
        if match["iso"]:
            return (Week.parse(match["iso"].upper()),)
        if match["year"]:
            return (Week.parse(f"{match['year']}-W{int(match['number']):02d}"),)
    except ValueError:
        return ()
    begun = match["number"].lstrip("0")
    coming = [Week.of(today).shifted(ahead) for ahead in range(_WEEKS_AHEAD)]
    exact = [week for week in coming if str(week.number) == begun]
    longer = [week for week in coming if begun and str(week.number).startswith(begun) and week not in exact]
    return (*exact[:1], *longer)[:limit]


def places(
    typed: str, campaigns: Sequence[Campaign], occasions: Sequence[Occasion], plan: Plan, today: date
) -> tuple[Place, ...]:
    """The campaigns and occasions with these words: what is on or comes first, by date, then what is over."""
    found = [
        *(
            Place(each.name, spans, each.starts_on, each.ends_on, is_campaign=True)
            for each in campaigns
            if (spans := found_in(each.name, typed)) is not None
        ),
        *_days(typed, occasions, plan, today),
    ]
    return tuple(sorted(found, key=lambda place: (place.last < today, abs(place.first - today))))


def _days(typed: str, occasions: Sequence[Occasion], plan: Plan, today: date) -> Iterator[Place]:
    for occasion in occasions:
        spans = found_in(occasion.name, typed)
        if spans is not None:
            day = _next(occasion.day, today) if occasion.is_yearly else occasion.day
            yield Place(occasion.name, spans, day, day, is_campaign=False)
    if not plan.suggests_occasions:
        return
    for year in (today.year, today.year + 1):
        for day, known in suggested_occasions(year, plan.region, plan.language).items():
            name = ", ".join(each.name for each in known)
            spans = found_in(name, typed)
            if spans is not None and 0 <= (day - today).days < 366:
                yield Place(name, spans, day, day, is_campaign=False)


def _next(day: date, today: date) -> date:
    """The next day of a year, today included; 29 February is the 28th where there is none."""
    for year in (today.year, today.year + 1):
        try:
            on = day.replace(year=year)
        except ValueError:
            on = day.replace(year=year, day=28)
        if on >= today:
            break
    return on
