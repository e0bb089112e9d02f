"""What stands above the hours: computed days in both languages, the plan's own, and campaigns that go on."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.easter import easter as known_easter

from db.records import BusyTime, Campaign, ClosedDay, Occasion, Plan, Week
from desktop.planning.all_day import ChipKind, busy_chips, chips, easter, suggested_occasions
from desktop.planning.public_holidays import public_holidays
from desktop.planning.regions import REGIONS
from tests.planning.boards import PLAN, WEEK, a_board

MONDAY, FRIDAY, SUNDAY = WEEK.days[0], WEEK.days[4], WEEK.days[6]


def names(year: int, region: str, language: str) -> dict[str, date]:
    found = suggested_occasions(year, region, language)
    return {each.name: day for day, suggestions in found.items() for each in suggestions}


def test_the_week_of_the_picture() -> None:
    board = a_board(
        campaigns=(Campaign(7, "Advent im Lindenhof", date(2026, 11, 26), date(2026, 12, 24)),),
        closed_days=(ClosedDay(5, "Ruhetag im Café", weekday=0),),
    )
    found = chips(board, WEEK, {})
    assert [(chip.kind, chip.name, chip.first, chip.last, chip.record_id) for chip in found] == [
        (ChipKind.CLOSED, "Ruhetag im Café", MONDAY, MONDAY, 5),
        (ChipKind.CAMPAIGN, "Advent im Lindenhof", date(2026, 11, 26), SUNDAY, 7),
        (ChipKind.OCCASION, "Black Friday", FRIDAY, FRIDAY, None),
        (ChipKind.OCCASION, "1. Advent", SUNDAY, SUNDAY, None),
    ]
    assert [(chip.continues_left, chip.continues_right, chip.until) for chip in found if chip.record_id == 7] == [
        (False, True, date(2026, 12, 24))
    ]


@pytest.mark.parametrize(
    ("first", "last", "flags"),
    [
        (MONDAY, SUNDAY, (False, False)),
        (MONDAY - timedelta(days=1), SUNDAY + timedelta(days=1), (True, True)),
        (MONDAY - timedelta(days=9), MONDAY, (True, False)),
    ],
)
def test_a_campaign_shows_where_it_goes_on(first: date, last: date, flags: tuple[bool, bool]) -> None:
    (chip,) = chips(a_board(campaigns=(Campaign(1, "Röstfest", first, last),), plan=quiet()), WEEK, {})
    assert (chip.continues_left, chip.continues_right) == flags
    assert (chip.first, chip.last) == (max(first, MONDAY), min(last, SUNDAY))


def test_campaigns_of_other_weeks_stay_away() -> None:
    before = Campaign(1, "Vorher", MONDAY - timedelta(days=9), MONDAY - timedelta(days=1))
    after = Campaign(2, "Nachher", SUNDAY + timedelta(days=1), SUNDAY + timedelta(days=1))
    assert chips(a_board(campaigns=(before, after), plan=quiet()), WEEK, {}) == ()


@pytest.mark.parametrize(
    ("first", "days", "expected"),
    [
        (MONDAY, 7, (MONDAY, SUNDAY, False, False)),
        (MONDAY - timedelta(days=1), 9, (MONDAY, SUNDAY, True, True)),
        (MONDAY - timedelta(days=9), 10, (MONDAY, MONDAY, True, False)),
        (FRIDAY, 0, (FRIDAY, FRIDAY, False, False)),
        (MONDAY - timedelta(days=9), 9, None),
        (SUNDAY + timedelta(days=1), 1, None),
    ],
)
def test_whole_days_of_other_calendars(first: date, days: int, expected: tuple[object, ...] | None) -> None:
    starts = datetime.combine(first, time())
    whole = BusyTime(4, "Urlaub", starts, starts + timedelta(days=days), is_all_day=True)
    found = busy_chips(a_board(busy=(whole, replace(whole, is_all_day=False))), WEEK)
    assert [(chip.first, chip.last, chip.continues_left, chip.continues_right) for chip in found] == (
        [] if expected is None else [expected]
    )
    assert all((chip.kind, chip.name, chip.record_id) == (ChipKind.BUSY, "Urlaub", 4) for chip in found)


def quiet() -> Plan:
    return replace(PLAN, suggests_occasions=False)


def test_no_occasions_are_suggested_when_nobody_wants_them() -> None:
    assert chips(a_board(plan=quiet()), WEEK, {}) == ()


def test_computed_occasions_of_a_day_share_a_chip() -> None:
    week = Week(2026, 49)
    (chip,) = (chip for chip in chips(a_board(), week, {}) if chip.first == date(2026, 12, 6))
    assert chip.name == "2. Advent, Nikolaus"
    (chip,) = (chip for chip in chips(a_board(), week, {}, "en") if chip.first == date(2026, 12, 6))
    assert chip.name == "2nd Advent Sunday, St Nicholas' Day"


def test_a_week_over_new_year_knows_both_years() -> None:
    week = Week(2026, 53)
    holidays = {**public_holidays("DE-BW", 2026, "de"), **public_holidays("DE-BW", 2027, "de")}
    assert [(chip.kind, chip.name) for chip in chips(a_board(), week, holidays)] == [
        (ChipKind.OCCASION, "Silvester"),
        (ChipKind.HOLIDAY, "Neujahr"),
    ]


def test_the_plans_own_occasions_come_once_or_every_year() -> None:
    occasions = (
        Occasion(1, "Hoffest", FRIDAY),
        Occasion(2, "Gründung", date(2011, 11, 27), is_yearly=True),
        Occasion(3, "Letztes Jahr", FRIDAY.replace(year=2025)),
        Occasion(4, "Black Friday", FRIDAY),
        Occasion(5, "Anderswann", date(2011, 11, 2), is_yearly=True),
        Occasion(6, "Heute zuerst", FRIDAY, is_yearly=True),
    )
    found = chips(a_board(occasions=occasions), WEEK, {})
    assert [(chip.name, chip.record_id) for chip in found if chip.first == FRIDAY] == [
        ("Hoffest", 1),
        ("Gründung", 2),
        ("Black Friday", 4),
        ("Heute zuerst", 6),
    ]


@pytest.mark.parametrize(("year", "day"), [(2026, 28), (2028, 29)])
def test_what_happens_yearly_on_29_february_happens_every_year(year: int, day: int) -> None:
    board = a_board(occasions=(Occasion(1, "Schalttag", date(2024, 2, 29), is_yearly=True),), plan=quiet())
    weeks = [Week.of(date(year, 2, 1)).shifted(shift) for shift in range(6)]
    found = [chip.first for week in weeks for chip in chips(board, week, {})]
    assert found == [date(year, 2, day)]


def test_closed_days_are_dates_or_weekdays() -> None:
    closed = (ClosedDay(1, "Betriebsferien", day=FRIDAY), ClosedDay(2, "Sonntagsruhe", weekday=6))
    found = chips(a_board(closed_days=closed, plan=quiet()), WEEK, {})
    assert [(chip.name, chip.first) for chip in found] == [("Betriebsferien", FRIDAY), ("Sonntagsruhe", SUNDAY)]


def test_an_occasion_that_is_a_holiday_here_is_not_suggested_too() -> None:
    week = Week(2026, 10)
    women = date(2026, 3, 8)
    assert [chip.kind for chip in chips(a_board(), week, {women: "Frauentag"})] == [ChipKind.HOLIDAY]
    assert [chip.kind for chip in chips(a_board(), week, {})] == [ChipKind.OCCASION]
    ascension = date(2026, 5, 14)
    both = chips(a_board(), Week(2026, 20), {ascension: "Christi Himmelfahrt"})
    assert [chip.name for chip in both] == ["Christi Himmelfahrt", "Vatertag"]


@pytest.mark.parametrize("year", range(1950, 2101))
def test_easter_is_easter(year: int) -> None:
    assert easter(year) == known_easter(year)


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (2026, "1. Advent", "2026-11-29"),
        (2026, "4. Advent", "2026-12-20"),
        (2023, "4. Advent", "2023-12-24"),
        (2023, "Heiligabend", "2023-12-24"),
        (2022, "4. Advent", "2022-12-18"),
        (2026, "Black Friday", "2026-11-27"),
        (2024, "Black Friday", "2024-11-29"),
        (2029, "Black Friday", "2029-11-23"),
        (2024, "Cyber Monday", "2024-12-02"),
        (2026, "Muttertag", "2026-05-10"),
        (2027, "Muttertag", "2027-05-09"),
        (2026, "Vatertag", "2026-05-14"),
        (2026, "Valentinstag", "2026-02-14"),
        (2026, "Weltfrauentag", "2026-03-08"),
        (2026, "Rosenmontag", "2026-02-16"),
        (2026, "Aschermittwoch", "2026-02-18"),
        (2026, "Gründonnerstag", "2026-04-02"),
        (2026, "Ostersonntag", "2026-04-05"),
        (2026, "Pfingstsonntag", "2026-05-24"),
        (2026, "Halloween", "2026-10-31"),
        (2026, "Sankt Martin", "2026-11-11"),
        (2026, "Silvester", "2026-12-31"),
    ],
)
def test_occasions_are_computed_for_every_year(year: int, name: str, day: str) -> None:
    assert names(year, "DE-BW", "de")[name] == date.fromisoformat(day)


def test_fathers_day_depends_on_the_country() -> None:
    assert names(2026, "AT-9", "de")["Vatertag"] == date(2026, 6, 14)
    assert names(2026, "CH-ZH", "de")["Vatertag"] == date(2026, 6, 7)
    assert names(2026, "DE", "en")["Father's Day"] == date(2026, 5, 14)


def test_every_occasion_has_a_name_in_both_languages() -> None:
    german, english = names(2026, "DE", "de"), names(2026, "DE", "en")
    assert sorted(german.values()) == sorted(english.values())
    assert set(german) & set(english) == {"Halloween", "Black Friday", "Cyber Monday"}


def test_holidays_are_those_of_the_region_in_its_language() -> None:
    corpus_christi = date(2026, 6, 4)
    assert public_holidays("DE-BW", 2026, "de")[corpus_christi] == "Fronleichnam"
    assert public_holidays("DE-BW", 2026, "en")[corpus_christi] == "Corpus Christi"
    assert corpus_christi not in public_holidays("DE-BE", 2026, "de")
    assert public_holidays("AT", 2026, "de")[date(2026, 10, 26)] == "Nationalfeiertag"
    assert public_holidays("CH-TI", 2026, "de")[date(2026, 1, 6)] == "Heilige Drei Könige"
    assert date(2026, 1, 6) not in public_holidays("CH-ZH", 2026, "de")


def test_a_language_that_is_not_offered_falls_back() -> None:
    assert public_holidays("DE", 2026, "nl") == public_holidays("DE", 2026, "de")


def test_unknown_regions_have_their_countrys_holidays_or_none() -> None:
    assert public_holidays("DE-XX", 2026, "de") == public_holidays("DE", 2026, "de")
    assert public_holidays("XX", 2026, "de") == {}


def test_two_holidays_on_a_day_are_one_line() -> None:
    assert public_holidays("DE-BW", 2008, "de")[date(2008, 5, 1)] == "Christi Himmelfahrt, Erster Mai"


def test_every_region_on_offer_has_holidays() -> None:
    assert len({region.code for region in REGIONS}) == len(REGIONS)
    assert sum(region.country == "DE" for region in REGIONS) == 17
    for region in REGIONS:
        assert public_holidays(region.code, 2026, "de")
        assert region.name("de")
        assert region.name("en")
    bavaria = next(region for region in REGIONS if region.code == "DE-BY")
    assert (bavaria.name("de"), bavaria.name("en")) == ("Bayern", "Bavaria")
    assert len(public_holidays("DE-BY", 2026, "de")) > len(public_holidays("DE", 2026, "de"))


def test_the_calendar_of_holidays_is_loaded_only_when_needed() -> None:
    code = "import desktop.planning.public_holidays, sys; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
