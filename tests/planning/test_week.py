"""Wall clock and instants, above all where clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Week
from desktop.planning import week as rules

BERLIN = ZoneInfo("Europe/Berlin")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
CAIRO = ZoneInfo("Africa/Cairo")
APIA = ZoneInfo("Pacific/Apia")
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)
GAP = rules.Irregularity.GAP
FOLD = rules.Irregularity.FOLD

zones = st.sampled_from([BERLIN, LORD_HOWE, CAIRO, ZoneInfo("America/Santiago"), ZoneInfo("UTC")])
walls = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def clock(day: date, hour: int, minute: int = 0, fold: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, fold=fold)


@pytest.mark.parametrize(
    ("day", "minutes"),
    [(date(2026, 11, 23), 180), (SPRING, 120), (AUTUMN, 240)],
)
def test_one_to_four_is_as_long_as_the_day_makes_it(day: date, minutes: int) -> None:
    assert rules.elapsed(clock(day, 1), clock(day, 4), BERLIN) == minutes


@pytest.mark.parametrize(("week", "hours"), [(Week(2026, 13), 167), (Week(2026, 43), 169), (Week(2026, 48), 168)])
def test_a_week_has_its_hours(week: Week, hours: int) -> None:
    assert rules.week_minutes(week, BERLIN) == hours * 60


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        (SPRING, BERLIN, rules.Irregular(GAP, 120, 180)),
        (AUTUMN, BERLIN, rules.Irregular(FOLD, 120, 180)),
        (date(2026, 4, 5), LORD_HOWE, rules.Irregular(FOLD, 90, 120)),
        (date(2026, 10, 4), LORD_HOWE, rules.Irregular(GAP, 120, 150)),
        (date(2026, 4, 24), CAIRO, rules.Irregular(GAP, 0, 60)),
        (date(2026, 10, 29), CAIRO, rules.Irregular(FOLD, 1380, 1440)),
        (date(2011, 12, 30), APIA, rules.Irregular(GAP, 0, 1440)),
    ],
)
def test_irregular_days(day: date, zone: ZoneInfo, expected: rules.Irregular) -> None:
    assert rules.irregular(day, zone) == (expected,)


@pytest.mark.parametrize(
    ("day", "zone"),
    [(date(2026, 11, 23), BERLIN), (date(2026, 4, 23), CAIRO), (date(2026, 10, 30), CAIRO), (SPRING, ZoneInfo("UTC"))],
)
def test_regular_days(day: date, zone: ZoneInfo) -> None:
    assert rules.irregular(day, zone) == ()


@given(walls, zones)
def test_irregular_minutes_are_those_that_do_not_exist_or_come_twice(moment: datetime, zone: ZoneInfo) -> None:
    minute = moment.hour * 60 + moment.minute
    found = {
        change.kind
        for change in rules.irregular(moment.date(), zone)
        if change.starts_minute <= minute < change.ends_minute
    }
    assert (GAP in found) == (not rules.is_shown(moment, zone))
    assert (FOLD in found) == rules.is_repeated(moment, zone)


def test_a_time_in_the_gap_is_pushed_forward_whatever_its_fold() -> None:
    for fold in (0, 1):
        assert rules.settled(clock(SPRING, 2, 15, fold), BERLIN) == clock(SPRING, 3, 15)
    assert rules.settled(datetime(2026, 10, 4, 2, 10), LORD_HOWE) == datetime(2026, 10, 4, 2, 40)
    assert rules.settled(datetime(2026, 4, 24, 0, 20), CAIRO) == datetime(2026, 4, 24, 1, 20)


def test_a_repeated_time_has_two_instants_an_hour_apart() -> None:
    first, second = (rules.instant(clock(AUTUMN, 2, 30, fold), BERLIN) for fold in (0, 1))
    assert second - first == timedelta(hours=1)
    assert rules.wall(second, BERLIN).fold == 1
    assert not rules.same(clock(AUTUMN, 2, 30), clock(AUTUMN, 2, 30, 1))
    assert rules.same(None, None)
    assert not rules.same(clock(AUTUMN, 2), None)


def test_a_fold_that_means_nothing_is_dropped() -> None:
    assert rules.settled(datetime(2026, 11, 23, 12, fold=1), BERLIN).fold == 0
    assert rules.settled(clock(AUTUMN, 2, 30, 1), BERLIN).fold == 1


@given(walls, st.integers(0, 1), zones)
def test_settling_is_final_and_keeps_the_instant(moment: datetime, fold: int, zone: ZoneInfo) -> None:
    shown = rules.settled(moment.replace(fold=fold), zone)
    assert rules.same(rules.settled(shown, zone), shown)
    assert rules.instant(shown, zone) == rules.instant(moment.replace(fold=fold), zone)
    assert shown >= moment


@given(walls, zones)
def test_an_instant_survives_the_wall(moment: datetime, zone: ZoneInfo) -> None:
    happened = moment.replace(tzinfo=UTC)
    assert rules.instant(rules.wall(happened, zone), zone) == happened


@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), zones)
def test_the_days_of_a_week_add_up_to_it(day: date, zone: ZoneInfo) -> None:
    week = Week.of(day)
    days = sum(rules.elapsed(rules.at(each, 0), rules.at(each, 1440), zone) for each in week.days)
    assert rules.week_minutes(week, zone) == days


def test_minutes_of_a_day_and_back() -> None:
    day = date(2026, 11, 25)
    assert rules.at(day, 1440) == datetime(2026, 11, 26)
    assert rules.at(AUTUMN, 150, fold=1).fold == 1
    assert rules.minute_of_day(datetime(2026, 11, 26), day) == 1440
    assert rules.minute_of_day(datetime(2026, 11, 25, 8, 15), day) == 495
    assert rules.minute_of_day(datetime(2026, 11, 24, 8, 15), day) == 0


def test_snapping_goes_to_the_nearest_quarter_and_up_at_the_half() -> None:
    assert [rules.snapped(minute) for minute in (0, 7, 8, 22, 23, 1435)] == [0, 0, 15, 15, 30, 1440]
    assert [rules.snapped(minute, 5) for minute in (2, 3)] == [0, 5]
    assert rules.snapped(9, 6) == 12
    assert [rules.rounded_up(minutes) for minutes in (0, 1, 15, 16)] == [0, 15, 15, 30]
