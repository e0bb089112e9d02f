"""What people type for days, times and amounts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import wording
from desktop.ui import typed

NEAR = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26.11.", date(2026, 11, 26)),
        ("26.11", date(2026, 11, 26)),
        ("26.11.2026", date(2026, 11, 26)),
        ("26. 11. 27", date(2027, 11, 26)),
        ("Do 26.11.", date(2026, 11, 26)),
        ("do., 26.11.", date(2026, 11, 26)),
        ("Thu 26 Nov", date(2026, 11, 26)),
        ("Thursday, 26 November 2026", date(2026, 11, 26)),
        ("Nov 26", date(2026, 11, 26)),
        ("December 24, 2027", date(2027, 12, 24)),
        ("24. Dez", date(2026, 12, 24)),
        ("24. März 2027", date(2027, 3, 24)),
        ("2026-11-26", date(2026, 11, 26)),
        ("3.1.", date(2027, 1, 3)),
        ("26", date(2026, 11, 26)),
        ("Fr", date(2026, 11, 27)),
    ],
)
def test_a_day_is_understood(text: str, day: date) -> None:
    assert typed.parse_day(text, NEAR) == day


@pytest.mark.parametrize("text", ["", "31.2.", "40", "2026-13-01", "irgendwann", "26 Foo", "29.2.2027", "No 26"])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert typed.parse_day(text, NEAR) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(-170, 170))
def test_every_shown_day_is_read_back(day: date, away: int) -> None:
    near = day + timedelta(days=away)
    assert typed.parse_day(wording.day_short(day), near) == day
    assert typed.parse_day(wording.day_with_year(day), near) == day
    assert typed.parse_day(day.isoformat(), near) == day
    assert typed.parse_day(f"{day.day}.{day.month}.{day.year}", near) == day


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("9", 540),
        ("9:00", 540),
        ("930", 570),
        ("9.30", 570),
        ("0930", 570),
        ("9 Uhr", 540),
        ("9h30", 570),
        ("9:30 pm", 1290),
        ("12am", 0),
        ("12 pm", 720),
        ("0", 0),
        ("23:59", 1439),
    ],
)
def test_a_time_is_understood(text: str, minute: int) -> None:
    assert typed.parse_clock(text) == minute


@pytest.mark.parametrize("text", ["", "25", "9:75", "24:00", "13pm", "neun", "9:3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert typed.parse_clock(text) is None


def test_an_end_may_be_midnight() -> None:
    assert typed.parse_clock("24:00", latest=1440) == 1440
    assert typed.parse_clock("24:15", latest=1440) is None


@given(st.integers(0, 1439))
def test_every_shown_time_is_read_back(minute: int) -> None:
    assert typed.parse_clock(wording.clock(minute)) == minute


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1:10", 70),
        ("70", 70),
        ("1h10", 70),
        ("1 h 10 min", 70),
        ("1,5h", 90),
        ("1.5 h", 90),
        ("45 min", 45),
        ("2 Stunden", 120),
        ("0:45 h", 45),
        ("0", 0),
    ],
)
def test_an_amount_is_understood(text: str, minutes: int) -> None:
    assert typed.parse_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "1:70", "viel", "-5", "7000"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert typed.parse_minutes(text) is None


@given(st.integers(0, 6000))
def test_every_shown_amount_is_read_back(minutes: int) -> None:
    assert typed.parse_minutes(wording.hours(minutes)) == minutes
    assert typed.parse_minutes(wording.hours_h(minutes)) == minutes


@given(st.text(max_size=20))
def test_nothing_that_is_typed_is_an_error(text: str) -> None:
    typed.parse_day(text, NEAR)
    typed.parse_clock(text)
    typed.parse_minutes(text)
