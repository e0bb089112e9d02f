"""A rule in parts and as text, and what happens to it when its series is cut or moved."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.planning.rules import Frequency, MonthPlace, Rule, begun, cut, parse_rule, shifted

TUESDAY = datetime(2026, 11, 24, 14, 30)  # the 4th and last Tuesday of its month

starts = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)).map(
    lambda moment: moment.replace(minute=0, second=0, microsecond=0)
)


@st.composite
def some_rules(draw: st.DrawFn) -> Rule:
    frequency = draw(st.sampled_from(Frequency))
    is_weekly, is_placed = frequency is Frequency.WEEKLY, frequency in {Frequency.MONTHLY, Frequency.YEARLY}
    ends = draw(st.sampled_from(["never", "until", "count"]))
    return Rule(
        frequency,
        draw(st.integers(1, 4)),
        tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1)))) if is_weekly else (),
        draw(st.sampled_from(MonthPlace)) if is_placed else MonthPlace.DAY,
        until=date(2029, 6, 15) if ends == "until" else None,
        count=draw(st.integers(1, 30)) if ends == "count" else None,
    )


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule(weekdays=(0, 3), until=date(2026, 12, 24)), "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261224T235959"),
        (Rule(interval=2, count=9), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=9"),
        (Rule(Frequency.DAILY, 3), "FREQ=DAILY;INTERVAL=3"),
        (Rule(Frequency.MONTHLY), "FREQ=MONTHLY;BYMONTHDAY=24"),
        (Rule(Frequency.MONTHLY, place=MonthPlace.LAST_DAY), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (Rule(Frequency.MONTHLY, place=MonthPlace.WEEKDAY), "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=4"),
        (Rule(Frequency.MONTHLY, place=MonthPlace.LAST_WEEKDAY), "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1"),
        (Rule(Frequency.YEARLY), "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24"),
        (Rule(Frequency.YEARLY, place=MonthPlace.LAST_DAY), "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        (Rule(Frequency.YEARLY, place=MonthPlace.WEEKDAY), "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYSETPOS=4"),
    ],
)
def test_only_safe_words_are_written(rule: Rule, text: str) -> None:
    assert rule.text(TUESDAY) == text


@pytest.mark.parametrize(
    ("day", "place", "text"),
    [
        (datetime(2028, 2, 29), MonthPlace.DAY, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        (datetime(2028, 2, 28), MonthPlace.DAY, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28"),
        (datetime(2027, 2, 3), MonthPlace.LAST_DAY, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    ],
)
def test_the_end_of_february_is_written_as_the_last_day(day: datetime, place: MonthPlace, text: str) -> None:
    assert Rule(Frequency.YEARLY, place=place).text(day) == text


@given(some_rules(), starts)
def test_text_and_parts_say_the_same(rule: Rule, starts_at: datetime) -> None:
    first = rule.first(starts_at)
    text = rule.text(starts_at)
    assert starts_at <= first < starts_at + timedelta(days=31)
    assert next(iter(rrulestr(text, dtstart=first))) == first
    read = parse_rule(text, first)
    assert read is not None
    assert read.text(first) == text
    assert (read.frequency, read.interval, read.until, read.count) == (
        rule.frequency,
        rule.interval,
        rule.until,
        rule.count,
    )


@given(some_rules(), starts)
def test_a_rule_counts_its_dates(rule: Rule, starts_at: datetime) -> None:
    assume(rule.until is None or rule.until >= rule.first(starts_at).date())
    dates = rule.dates(starts_at)
    if rule.until is None and rule.count is None:
        assert dates is None
    else:
        assert dates == len(list(rrulestr(rule.text(starts_at), dtstart=rule.first(starts_at))))


def test_the_popover_counts_nine_dates() -> None:
    rule = Rule(weekdays=(0, 3), until=date(2026, 12, 24))
    assert rule.dates(datetime(2026, 11, 26, 14, 30)) == 9
    assert rule.minutes_per_week(60) == 120
    assert Rule(interval=2).minutes_per_week(60) == 30
    assert Rule(Frequency.DAILY, 2).minutes_per_week(60) == 210
    assert Rule(Frequency.MONTHLY).minutes_per_week(60) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=WEEKLY", Rule(weekdays=(1,))),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=TU", Rule(weekdays=(1,))),
        ("freq=weekly;interval=2;wkst=mo", Rule(interval=2, weekdays=(1,))),
        ("FREQ=WEEKLY;UNTIL=20261208T143000", Rule(weekdays=(1,), until=date(2026, 12, 8))),
        ("FREQ=WEEKLY;UNTIL=20261208", Rule(weekdays=(1,), until=date(2026, 12, 7))),
        ("FREQ=MONTHLY", Rule(Frequency.MONTHLY)),
        ("FREQ=MONTHLY;BYDAY=4TU", Rule(Frequency.MONTHLY, place=MonthPlace.WEEKDAY)),
        ("FREQ=MONTHLY;BYDAY=+4TU", Rule(Frequency.MONTHLY, place=MonthPlace.WEEKDAY)),
        ("FREQ=MONTHLY;BYDAY=-1TU", Rule(Frequency.MONTHLY, place=MonthPlace.LAST_WEEKDAY)),
        ("FREQ=YEARLY", Rule(Frequency.YEARLY)),
    ],
)
def test_other_words_for_the_same_are_understood(text: str, rule: Rule) -> None:
    assert parse_rule(text, TUESDAY) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=x",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=3;UNTIL=20271208",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
        "FREQ=WEEKLY;BYDAY=TU;BYMONTH=11",
        "FREQ=WEEKLY;BYDAY=TU;X-EXTRA=1",
        "FREQ=DAILY;BYDAY=TU",
        "FREQ=MONTHLY;BYMONTHDAY=23",
        "FREQ=MONTHLY;BYDAY=3TU",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=YEARLY;BYMONTHDAY=24",
    ],
)
def test_what_the_parts_cannot_say_is_left_alone(text: str) -> None:
    assert parse_rule(text, TUESDAY) is None


def test_a_day_that_some_months_lack_must_be_named() -> None:
    assert parse_rule("FREQ=MONTHLY", datetime(2026, 1, 31)) is None


@pytest.mark.parametrize(
    ("text", "first", "written"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", datetime(2026, 11, 30, 14, 30), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", datetime(2026, 11, 30, 14, 30), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;BYDAY=1MO", datetime(2026, 12, 7, 14, 30), "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1"),
        ("FREQ=WEEKLY;COUNT=2", TUESDAY, "FREQ=WEEKLY;BYDAY=TU;COUNT=2"),
    ],
)
def test_a_series_begins_on_the_next_day_that_its_rule_means(text: str, first: datetime, written: str) -> None:
    assert begun(text, TUESDAY) == (written, first)


@pytest.mark.parametrize(
    "text",
    ["", "INTERVAL=2", "FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;UNTIL=20200101", "FREQ=DAILY;BYDAY=MO"],
)
def test_what_cannot_begin_is_refused(text: str) -> None:
    assert begun(text, TUESDAY) is None


def test_a_cut_keeps_the_total() -> None:
    assert cut("FREQ=DAILY;COUNT=9", TUESDAY, 4) == ("FREQ=DAILY;COUNT=4", "FREQ=DAILY;COUNT=5")
    assert cut("FREQ=DAILY;UNTIL=20261224", TUESDAY, 4) == (
        "FREQ=DAILY;UNTIL=20261123T235959",
        "FREQ=DAILY;UNTIL=20261224",
    )


@given(some_rules(), starts, st.integers(0, 40))
def test_both_parts_of_a_cut_are_the_whole(rule: Rule, starts_at: datetime, number: int) -> None:
    first = rule.first(starts_at)
    text = rule.text(starts_at)
    whole = list(rrulestr(text + ("" if rule.until or rule.count else ";UNTIL=20291231T000000"), dtstart=first))
    assume(0 < number < len(whole))
    head, rest = cut(text, whole[number], number)
    assert list(rrulestr(head, dtstart=first)) == whole[:number]
    read = parse_rule(text, first)
    assert read is not None
    rest += "" if rule.until or rule.count else ";UNTIL=20291231T000000"
    assert list(rrulestr(rest, dtstart=whole[number])) == whole[number:]


@given(some_rules(), starts, st.integers(-40, 40), st.integers(0, 23))
def test_a_moved_rule_has_an_instance_for_each_of_before(
    rule: Rule, starts_at: datetime, later: int, hour: int
) -> None:
    first = rule.first(starts_at)
    assume(rule.until is None or rule.until >= first.date())
    to = (first + timedelta(days=later)).replace(hour=hour)
    text = rule.text(starts_at)
    shift = shifted(text, first, to)
    if later == 0 or rule.frequency is Frequency.DAILY or (rule.frequency is Frequency.WEEKLY and rule.interval == 1):
        assert shift is not None
    if shift is None:
        return
    before, now = iter(rrulestr(text, dtstart=first)), iter(rrulestr(shift.rrule, dtstart=to))
    for _ in range(30):
        place = next(before, None)
        assert next(now, None) == (place and shift.place(place))
        assert place is None or abs(shift.place(place).date() - place.date()) <= timedelta(days=abs(later) + 7)


@pytest.mark.parametrize(
    ("text", "starts_at", "days", "moved"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TH", datetime(2026, 11, 23), 1, "FREQ=WEEKLY;BYDAY=TU,FR"),
        ("FREQ=WEEKLY;BYDAY=MO,SU", datetime(2026, 11, 23), 8, "FREQ=WEEKLY;BYDAY=MO,TU"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", datetime(2026, 11, 23), 3, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", datetime(2026, 11, 23), 4, None),
        ("FREQ=MONTHLY;BYMONTHDAY=15", datetime(2026, 11, 15), 1, "FREQ=MONTHLY;BYMONTHDAY=16"),
        ("FREQ=MONTHLY;BYMONTHDAY=28", datetime(2026, 11, 28), 1, None),
        ("FREQ=MONTHLY;BYMONTHDAY=15", datetime(2026, 11, 15), 31, None),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", datetime(2026, 11, 30), -1, None),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", datetime(2026, 11, 10), 1, "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2"),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2", datetime(2026, 11, 14), 1, None),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5", datetime(2026, 11, 30), -1, None),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", datetime(2026, 12, 29), 1, "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=-1"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", datetime(2026, 11, 24), -1, None),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=30", datetime(2026, 3, 30), 1, "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28", datetime(2028, 2, 28), 1, None),
        ("FREQ=YEARLY;BYMONTHDAY=3", datetime(2026, 3, 3), 1, None),
        (
            "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;UNTIL=20261208T235959",
            datetime(2026, 11, 10),
            1,
            "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2;UNTIL=20261209T235959",
        ),
        ("FREQ=DAILY;UNTIL=20261130", datetime(2026, 11, 23, 9), 2, "FREQ=DAILY;UNTIL=20261201T235959"),
    ],
)
def test_rules_follow_to_another_day(text: str, starts_at: datetime, days: int, moved: str | None) -> None:
    shift = shifted(text, starts_at, starts_at + timedelta(days=days))
    assert (shift and shift.rrule) == moved


def test_the_same_day_needs_no_understanding() -> None:
    odd = "FREQ=YEARLY;BYWEEKNO=48;BYDAY=TU;UNTIL=20301231T000000"
    shift = shifted(odd, TUESDAY, TUESDAY.replace(hour=16))
    assert shift is not None
    assert shift.rrule == "FREQ=YEARLY;BYWEEKNO=48;BYDAY=TU;UNTIL=20301230T235959"


def test_a_rule_without_a_last_day_has_its_count_or_no_end() -> None:
    assert Rule(count=6).dates(TUESDAY) == 6
    assert Rule().dates(TUESDAY) is None
