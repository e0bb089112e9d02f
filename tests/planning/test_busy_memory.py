"""What is remembered of other calendars, week by week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.feed_records import BusyCalendar, BusySource
from db.records import BusyTime, Week
from desktop.planning.busy_memory import BusyMemory, by_week

FIRST, LAST = date(2026, 11, 2), date(2026, 12, 27)
WEEKS = [Week(2026, number) for number in range(44, 54)]
PRIVATE = BusyCalendar(7, "private", "Privat", BusySource.FILE, "")
CLUB = BusyCalendar(3, "club", "Verein", BusySource.FILE, "")

moments = st.datetimes(datetime(2026, 10, 1), datetime(2027, 1, 31)).map(
    lambda each: each.replace(second=0, microsecond=0)
)
busy_times = st.builds(
    lambda starts, minutes: BusyTime(0, "Termin", starts, starts + timedelta(minutes=minutes)),
    moments,
    st.integers(0, 60_000),
)


@given(st.lists(busy_times, max_size=8), st.sets(st.sampled_from(WEEKS), min_size=1))
def test_everything_that_touches_the_weeks_is_there_once(times: list[BusyTime], weeks: set[Week]) -> None:
    memory = BusyMemory()
    memory.keep("private", by_week(times, FIRST, LAST), FIRST, LAST)
    found = memory.times((PRIVATE,), weeks)
    expected = {
        replace(each, calendar_id=7)
        for each in times
        for week in weeks
        for day in week.days
        if FIRST <= day <= LAST
        and each.starts_at < datetime.combine(day, datetime.min.time()) + timedelta(days=1)
        and max(each.ends_at, each.starts_at + timedelta(microseconds=1)) > datetime.combine(day, datetime.min.time())
    }
    # a week that is wanted in part brings the whole week of what reaches into it
    assert expected <= set(found)
    assert len(found) == len(set(found))
    assert list(found) == sorted(found, key=lambda each: each.starts_at)
    for each in found:
        assert any(each.starts_at.date() <= week.days[-1] and each.ends_at.date() >= week.monday for week in weeks)


def test_only_what_is_shown_is_told() -> None:
    memory = BusyMemory()
    at_nine = BusyTime(0, "Termin", datetime(2026, 11, 24, 9), datetime(2026, 11, 24, 10))
    memory.keep("private", by_week([at_nine], FIRST, LAST), FIRST, LAST)
    memory.keep("club", by_week([at_nine], FIRST, LAST), FIRST, LAST)
    assert [each.calendar_id for each in memory.times((PRIVATE, CLUB), [Week(2026, 48)])] == [3, 7]
    hidden = replace(CLUB, is_shown=False)
    assert [each.calendar_id for each in memory.times((PRIVATE, hidden), [Week(2026, 48)])] == [7]
    assert memory.times((PRIVATE, CLUB), [Week(2026, 47)]) == ()


def test_what_is_new_takes_the_place_of_what_was_known() -> None:
    memory = BusyMemory()
    at_nine = BusyTime(0, "Termin", datetime(2026, 11, 24, 9), datetime(2026, 11, 24, 10))
    memory.keep("private", by_week([at_nine], FIRST, LAST), FIRST, LAST)
    memory.keep("private", by_week([replace(at_nine, title="Neu")], FIRST, FIRST), FIRST, FIRST)
    assert [each.title for each in memory.times((PRIVATE,), WEEKS)] == []
    assert memory.span("private") == (FIRST, FIRST)
    memory.forget("private")
    memory.forget("private")
    assert memory.span("private") is None
    assert memory.times((PRIVATE,), WEEKS) == ()
