"""Hours of a week: days, filling in, correcting, what is still open, rows for tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Activity, Changes, MadeBy, TimeEntry, Week
from desktop.planning.budget import booked_minutes, week_budget
from desktop.planning.hours import (
    Fixed,
    clock_span,
    corrected,
    entry_days,
    export_rows,
    filled_in,
    retimed,
    still_open,
    week_span,
)
from desktop.planning.rescheduling import after
from tests.builders import a_block
from tests.planning.boards import FACEBOOK, INSTAGRAM, NOW, WEEK, a_board, on

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def entry(starts: datetime, minutes: int, number: int = 1, **fields: object) -> TimeEntry:
    """Work by hand from a wall-clock time on."""
    begun = starts.replace(tzinfo=BERLIN).astimezone(UTC)
    usual = TimeEntry(number, INSTAGRAM, Activity.CREATION, begun, begun + timedelta(minutes=minutes))
    return replace(usual, **fields)  # type: ignore[arg-type]


def instant(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_days_come_newest_first_and_entries_by_start() -> None:
    entries = [entry(on(0, "13:00"), 30, 1), entry(on(2, "8:00"), 60, 2), entry(on(0, "9:00"), 45, 3)]

    days = entry_days(entries, WEEK, BERLIN, NOW)

    assert [day.day for day in days] == [WEEK.days[2], WEEK.days[0]]
    assert [line.entry.id for line in days[1].lines] == [3, 1]
    assert days[1].minutes == 75


def test_an_entry_over_the_edge_of_the_week_counts_in_both_weeks_with_its_part() -> None:
    late = entry(on(6, "23:30"), 90)

    (sunday,) = entry_days([late], WEEK, BERLIN, NOW)
    (monday,) = entry_days([late], WEEK.shifted(1), BERLIN, NOW)

    assert (sunday.day, sunday.minutes) == (WEEK.days[6], 30)
    assert (monday.day, monday.minutes) == (WEEK.shifted(1).monday, 60)


def test_entries_of_other_weeks_are_not_listed() -> None:
    others = [entry(on(6, "9:00", WEEK.shifted(-1)), 60, 1), entry(on(0, "9:00", WEEK.shifted(1)), 60, 2)]

    assert entry_days(others, WEEK, BERLIN, NOW) == ()


def test_a_running_entry_counts_up_to_now_and_has_no_end() -> None:
    running = replace(entry(on(2, "11:07"), 1), ended_at=None, made_by=MadeBy.TIMER)

    ((line,),) = [day.lines for day in entry_days([running], WEEK, BERLIN, NOW)]

    assert line.ends is None
    assert line.minutes == 13


@given(st.lists(st.tuples(st.integers(-3000, 13_000), st.integers(1, 4000)), max_size=8))
def test_the_days_add_up_to_the_budget(spans: list[tuple[int, int]]) -> None:
    starts, _ = week_span(WEEK, BERLIN)
    entries = [
        replace(entry(on(0), 1, number), started_at=starts + timedelta(minutes=at), ended_at=None)
        for number, (at, _) in enumerate(spans)
    ]
    entries = [replace(each, ended_at=each.started_at + timedelta(minutes=spans[each.id][1])) for each in entries]

    listed = sum(day.minutes for day in entry_days(entries, WEEK, BERLIN, NOW))

    assert listed == week_budget(a_board(entries=entries), WEEK, NOW)[0].done


# the time of the clock


def test_what_is_not_changed_keeps_its_seconds() -> None:
    begun = instant(2026, 11, 25, 9, 5) + timedelta(seconds=17)
    measured = replace(entry(on(0), 1), started_at=begun, ended_at=begun + timedelta(minutes=20))
    day, starts, _ = clock_span(measured, BERLIN)

    longer = retimed(measured, day, starts, 11 * 60, BERLIN)

    assert longer is not None
    assert longer.started_at == begun
    assert longer.ended_at == instant(2026, 11, 25, 10)


def test_an_end_before_the_start_is_none() -> None:
    assert retimed(entry(on(0, "10:00"), 60), WEEK.monday, 600, 600, BERLIN) is None
    assert retimed(entry(on(0, "10:00"), 60), WEEK.monday, 600, 540, BERLIN) is None


def test_an_end_at_midnight_is_1440() -> None:
    late = entry(on(0, "23:00"), 60)

    assert clock_span(late, BERLIN) == (WEEK.monday, 1380, 1440)
    assert retimed(late, WEEK.monday, 1380, 1440, BERLIN) == late


def test_an_entry_over_midnight_stays_over_midnight() -> None:
    late = entry(on(0, "23:30"), 60)

    later = retimed(late, WEEK.monday, 1410, 45, BERLIN)

    assert later is not None
    assert later.ended_at == instant(2026, 11, 23, 23, 45)


def test_in_the_gap_of_spring_an_hour_is_missing() -> None:
    made = retimed(entry(datetime(2026, 3, 29, 10), 60), SPRING, 60, 240, BERLIN)

    assert made is not None
    assert made.ended_at is not None
    assert booked_minutes(made, made.ended_at) == 120


def test_in_the_hour_that_passes_twice_the_end_is_the_first_one_after_the_start() -> None:
    plain = entry(datetime(2026, 10, 25, 10), 60)

    over_it = retimed(plain, AUTUMN, 60, 240, BERLIN)
    within = retimed(plain, AUTUMN, 150, 165, BERLIN)
    back = retimed(plain, AUTUMN, 165, 150, BERLIN)

    lengths = [booked_minutes(made, made.ended_at) if made and made.ended_at else 0 for made in (over_it, within, back)]
    assert lengths == [240, 15, 45]


@given(st.sampled_from([SPRING, AUTUMN, date(2026, 11, 23)]), st.integers(0, 1439), st.integers(1, 1440))
def test_the_clock_shows_what_was_asked_for(day: date, starts: int, ends: int) -> None:
    made = retimed(entry(datetime(2026, 11, 2, 10), 60), day, starts, ends, BERLIN)

    if made is not None:
        shown = clock_span(made, BERLIN)
        assert retimed(made, *shown, BERLIN) == made
        is_in_gap = day == SPRING and (120 <= starts < 180 or 120 <= ends < 180)
        assert is_in_gap or shown == (day, starts, ends)


def test_only_facts_make_a_correction() -> None:
    old = entry(on(0, "10:00"), 60, made_by=MadeBy.TICK)

    assert not corrected(old, replace(old, note="Fotos")).is_corrected
    assert corrected(old, replace(old, activity=Activity.PLANNING)).is_corrected
    assert corrected(replace(old, is_corrected=True), replace(old, note="x")).is_corrected


# filling in


def done(entries: tuple[TimeEntry, ...], found: Changes | Fixed) -> int:
    """The cell's minutes after an edit."""
    assert isinstance(found, Changes)
    board = after(a_board(entries=entries), found)
    return week_budget(board, WEEK, NOW)[0].activities[1].done


def fill(entries: tuple[TimeEntry, ...], minutes: int, week: Week = WEEK) -> Changes | Fixed:
    """Fill in Instagram's creation."""
    return filled_in(a_board(entries=entries, weeks=(week,)), week, INSTAGRAM, Activity.CREATION, minutes, NOW)


def test_filling_an_empty_cell_makes_one_entry_by_hand_before_now() -> None:
    found = fill((), 90)

    assert done((), found) == 90
    assert isinstance(found, Changes)
    (made,) = found.entries
    assert (made.made_by, made.is_corrected) == (MadeBy.MANUAL, False)
    assert made.ended_at is not None
    assert made.ended_at <= NOW


def test_more_prolongs_what_was_filled_in_before() -> None:
    before = (entry(on(1, "9:00"), 30, 7),)

    found = fill(before, 50)

    assert done(before, found) == 50
    assert isinstance(found, Changes)
    assert [each.id for each in found.entries] == [7]
    assert found.entries[0].is_corrected


def test_an_entry_with_a_note_is_left_alone() -> None:
    before = (entry(on(1, "9:00"), 30, 7, note="Fotos"),)

    found = fill(before, 50)

    assert done(before, found) == 50
    assert isinstance(found, Changes)
    assert found.entries[0].id < 1


def test_less_takes_from_the_newest_by_hand() -> None:
    before = (entry(on(0, "9:00"), 60, 7), entry(on(1, "9:00"), 30, 8))

    found = fill(before, 50)

    assert done(before, found) == 50
    assert isinstance(found, Changes)
    assert found.removed_entries == {8}


def test_what_is_gone_with_the_newest_leaves_the_older_ones_alone() -> None:
    before = (entry(on(0, "9:00"), 60, 7), entry(on(1, "9:00"), 30, 8))

    assert fill(before, 60) == Changes(removed_entries=frozenset({8}))


def test_filling_in_what_is_there_already_changes_nothing() -> None:
    assert fill((entry(on(0, "9:00"), 60, 7),), 60) == Changes()


def test_what_is_remembered_goes_behind_what_that_day_holds_already() -> None:
    found = fill((entry(on(2, "9:00"), 60, 7, note="Fotos"),), 70)

    assert isinstance(found, Changes)
    assert [clock_span(made, BERLIN) for made in found.entries] == [(WEEK.days[2], 600, 610)]


def test_what_a_tick_has_entered_is_not_taken_away() -> None:
    before = (entry(on(0, "9:00"), 60, 7, made_by=MadeBy.TICK), entry(on(1, "9:00"), 30, 8))

    assert fill(before, 50) == Fixed(60)
    assert done(before, fill(before, 60)) == 60


def test_a_past_week_is_filled_on_its_last_working_day() -> None:
    week = WEEK.shifted(-1)

    found = fill((), 90, week)

    assert isinstance(found, Changes)
    assert clock_span(found.entries[0], BERLIN) == (week.days[4], 480, 570)


def test_nothing_is_filled_into_a_week_to_come() -> None:
    with pytest.raises(ValueError, match="2026-W49"):
        fill((), 10, WEEK.shifted(1))


@given(
    st.lists(
        st.tuples(st.integers(0, 4000), st.integers(1, 300), st.sampled_from(list(MadeBy)), st.booleans()), max_size=6
    ),
    st.integers(0, 900),
)
def test_a_filled_cell_holds_what_was_typed(spans: list[tuple[int, int, MadeBy, bool]], wanted: int) -> None:
    starts, _ = week_span(WEEK, BERLIN)
    entries = tuple(
        replace(
            entry(on(0), 1, number + 1, made_by=made_by, note="x" if has_note else ""),
            started_at=starts + timedelta(minutes=at),
            ended_at=starts + timedelta(minutes=at + minutes),
        )
        for number, (at, minutes, made_by, has_note) in enumerate(spans)
    )

    found = fill(entries, wanted)

    if isinstance(found, Fixed):
        assert found.minutes > wanted
    else:
        assert done(entries, found) == wanted


# what is still open


def test_past_blocks_without_a_tick_are_open_with_what_the_timer_has_booked() -> None:
    block = replace(a_block(on(2, "10:30"), 30, activity=Activity.INTERACTION), id=4)
    later = replace(a_block(on(2, "14:00"), 30), id=5)
    ticked = replace(a_block(on(1, "9:00"), 30), id=6, done=frozenset({on(1, "9:00")}))
    timer = entry(on(2, "10:30"), 13, made_by=MadeBy.TIMER, block_id=4, original_at=on(2, "10:30"))

    (found,) = still_open(a_board(blocks=(block, later, ticked), entries=(timer,)), WEEK, NOW)

    assert (found.occurrence.block_id, found.planned, found.measured, found.coming) == (4, 30, 13, 17)


# rows for tables


def test_rows_are_cut_at_midnight_and_leave_out_what_runs() -> None:
    late = entry(on(0, "23:30"), 60, 1)
    running = replace(entry(on(2, "9:00"), 1, 2), ended_at=None)

    rows = list(export_rows([running, late], BERLIN))

    assert [(row.day, row.starts, row.ends, row.minutes) for row in rows] == [
        (WEEK.days[0], 1410, 1440, 30),
        (WEEK.days[1], 0, 30, 30),
    ]


def test_what_lasted_less_than_a_minute_has_no_row() -> None:
    begun = instant(2026, 11, 23, 9, 5)
    short = replace(entry(on(0), 1), started_at=begun, ended_at=begun + timedelta(seconds=40))

    assert list(export_rows([short], BERLIN)) == []


def test_a_row_counts_what_really_passed() -> None:
    night = entry(datetime(2026, 10, 25, 1, 0), 240)

    (row,) = export_rows([night], BERLIN)

    assert (row.starts, row.ends, row.minutes) == (60, 240, 240)


def test_other_platforms_do_not_count() -> None:
    assert done((entry(on(0), 30, platform_id=FACEBOOK),), fill((entry(on(0), 30, platform_id=FACEBOOK),), 20)) == 20
