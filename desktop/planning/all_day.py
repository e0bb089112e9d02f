"""What belongs to whole days: holidays, occasions, closed days and campaigns, in the row above the hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from db.records import Board, Occasion, Week

_DAY = timedelta(days=1)
_SUNDAY = 6
_HOLIDAYS_OF_SOME = frozenset({"Weltfrauentag", "Ostersonntag", "Pfingstsonntag"})


class ChipKind(StrEnum):
    """What an all-day chip stands for, in the order from top to bottom."""

    CLOSED = "closed"
    HOLIDAY = "holiday"
    OCCASION = "occasion"
    CAMPAIGN = "campaign"
    BUSY = "busy"  # of another calendar; its name may be empty


@dataclass(frozen=True, slots=True)
class AllDayChip:
    """A chip from `first` to `last`, both within the week.

    `record_id` is that of the closed day, occasion, campaign or busy calendar, None for what is computed. `until` is
    the real last day, which one that `continues_right` has outside the week.
    """

    kind: ChipKind
    name: str
    first: date
    last: date
    continues_left: bool
    continues_right: bool
    record_id: int | None
    until: date


class Suggestion(NamedTuple):
    """A computed occasion; `is_holiday` tells that it is itself a public holiday in some regions."""

    name: str
    is_holiday: bool


def chips(
    board: Board, week: Week, holidays: Mapping[date, str], language: str | None = None
) -> tuple[AllDayChip, ...]:
    """The all-day row of a week, by first day, then kind. `language` (of computed names) is the plan's when None.

    The computed occasions of a day share a chip; what a holiday or an occasion of the plan names already is left out.
    """
    found = [*_campaigns(board, week)]
    for day in week.days:
        found += [
            _day_chip(ChipKind.CLOSED, closed.name, day, closed.id)
            for closed in board.closed_days
            if closed.day == day or closed.weekday == day.weekday()
        ]
        if day in holidays:
            found.append(_day_chip(ChipKind.HOLIDAY, holidays[day], day, None))
        own = [occasion for occasion in board.occasions if _is_on(occasion, day)]
        found += [_day_chip(ChipKind.OCCASION, occasion.name, day, occasion.id) for occasion in own]
        if board.plan.suggests_occasions:
            known = suggested_occasions(day.year, board.plan.region, language or board.plan.language).get(day, ())
            named = {occasion.name for occasion in own}
            names = [
                each.name for each in known if each.name not in named and not (each.is_holiday and day in holidays)
            ]
            if names:
                found.append(_day_chip(ChipKind.OCCASION, ", ".join(names), day, None))
    kinds = list(ChipKind)
    return tuple(sorted(found, key=lambda chip: (chip.first, kinds.index(chip.kind))))


def busy_chips(board: Board, week: Week) -> tuple[AllDayChip, ...]:
    """What other calendars have for whole days of a week; only who plans work wants to see it."""
    monday, sunday = week.days[0], week.days[-1]
    found = []
    for busy in board.busy:
        first, until = busy.starts_at.date(), max(busy.starts_at.date(), busy.ends_at.date() - _DAY)
        if busy.is_all_day and first <= sunday and until >= monday:
            found.append(
                AllDayChip(
                    kind=ChipKind.BUSY,
                    name=busy.title,
                    first=max(first, monday),
                    last=min(until, sunday),
                    continues_left=first < monday,
                    continues_right=until > sunday,
                    record_id=busy.calendar_id,
                    until=until,
                )
            )
    return tuple(found)


@lru_cache(maxsize=64)
def suggested_occasions(year: int, region: str, language: str) -> Mapping[date, tuple[Suggestion, ...]]:
    """The days of a year that many businesses post about, in German for `de`, else in English.

    Father's Day is that of the region's country; Germany's is Ascension Day.
    """
    found: dict[date, tuple[Suggestion, ...]] = {}
    for day, german, english in _days(year, region[:2]):
        suggestion = Suggestion(german if language == "de" else english, german in _HOLIDAYS_OF_SOME)
        found[day] = (*found.get(day, ()), suggestion)
    return found


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (Gauss, Lichtenberg's form)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    lunar = year % 19
    seed = (19 * lunar + moon) % 30
    full_moon = 21 + seed - (seed // 29 + (seed // 28 - seed // 29) * (lunar // 11))
    first_sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + (full_moon + 6 - (full_moon - first_sunday) % 7) * _DAY


def _days(year: int, country: str) -> Iterator[tuple[date, str, str]]:
    fourth_advent = date(year, 12, 24) - (date(year, 12, 24).weekday() + 1) % 7 * _DAY
    thanksgiving = _nth(year, 11, 3, 4)
    for number in range(1, 5):
        ordinal = ("1st", "2nd", "3rd", "4th")[number - 1]  # short: a day of the week has little room
        yield fourth_advent - (4 - number) * 7 * _DAY, f"{number}. Advent", f"{ordinal} Advent Sunday"
    yield date(year, 2, 14), "Valentinstag", "Valentine's Day"
    yield date(year, 3, 8), "Weltfrauentag", "International Women's Day"
    yield easter(year) - 48 * _DAY, "Rosenmontag", "Carnival Monday"
    yield easter(year) - 46 * _DAY, "Aschermittwoch", "Ash Wednesday"
    yield easter(year) - 3 * _DAY, "Gründonnerstag", "Maundy Thursday"
    yield easter(year), "Ostersonntag", "Easter Sunday"
    yield easter(year) + 49 * _DAY, "Pfingstsonntag", "Whit Sunday"
    yield _nth(year, 5, _SUNDAY, 2), "Muttertag", "Mother's Day"
    yield _fathers_day(year, country), "Vatertag", "Father's Day"
    yield date(year, 10, 31), "Halloween", "Halloween"
    yield date(year, 11, 11), "Sankt Martin", "St Martin's Day"
    yield thanksgiving + _DAY, "Black Friday", "Black Friday"
    yield thanksgiving + 4 * _DAY, "Cyber Monday", "Cyber Monday"
    yield date(year, 12, 6), "Nikolaus", "St Nicholas' Day"
    yield date(year, 12, 24), "Heiligabend", "Christmas Eve"
    yield date(year, 12, 31), "Silvester", "New Year's Eve"


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (number - 1)) * _DAY


def _fathers_day(year: int, country: str) -> date:
    match country:
        case "AT":
            return _nth(year, 6, _SUNDAY, 2)
        case "CH":
            return _nth(year, 6, _SUNDAY, 1)
        case _:
            return easter(year) + 39 * _DAY


def _day_chip(kind: ChipKind, name: str, day: date, record_id: int | None) -> AllDayChip:
    return AllDayChip(kind, name, day, day, False, False, record_id, day)


def _is_on(occasion: Occasion, day: date) -> bool:
    if not occasion.is_yearly or occasion.day == day:
        return occasion.day == day
    # In most years the day after 28 February is no 29th: what happens yearly still happens then.
    stands_in = (day.month, day.day) == (2, 28) and (day + _DAY).month == 3
    months_and_days = {(day.month, day.day), *([(2, 29)] if stands_in else [])}
    return (occasion.day.month, occasion.day.day) in months_and_days


def _campaigns(board: Board, week: Week) -> Iterator[AllDayChip]:
    monday, sunday = week.days[0], week.days[-1]
    for campaign in board.campaigns:
        if campaign.starts_on <= sunday and campaign.ends_on >= monday:
            yield AllDayChip(
                kind=ChipKind.CAMPAIGN,
                name=campaign.name,
                first=max(campaign.starts_on, monday),
                last=min(campaign.ends_on, sunday),
                continues_left=campaign.starts_on < monday,
                continues_right=campaign.ends_on > sunday,
                record_id=campaign.id,
                until=campaign.ends_on,
            )
