"""A month's weeks, its gaps, its mix of formats and its habits."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Board, Post, Status, Week
from desktop.planning.budget import week_budget
from desktop.planning.month import (
    Gap,
    Habit,
    MonthWeek,
    filled_days,
    format_mix,
    gaps,
    habits,
    month_end,
    month_later,
    month_weeks,
    shown_weeks,
    with_budgets,
    work_dots,
)
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    NOW,
    PLATFORMS,
    WEEK,
    a_block,
    a_board,
    a_post,
    an_entry,
    on,
    random_boards,
    version,
)

NOVEMBER = month_weeks(2026, 11)
TODAY = date(2026, 11, 25)
months = st.tuples(st.integers(1990, 2100), st.integers(1, 12))


def november(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 11, day, hour)


def rows(board: Board, weeks: Sequence[Week] = NOVEMBER) -> tuple[MonthWeek, ...]:
    return with_budgets(board, shown_weeks(board, weeks, NOW), NOW)


def test_november_2026_has_six_weeks_and_february_2027_four() -> None:
    assert [week.number for week in NOVEMBER] == [44, 45, 46, 47, 48, 49]
    assert [week.number for week in month_weeks(2027, 2)] == [5, 6, 7, 8]


@given(months)
def test_the_weeks_of_a_month_hold_all_its_days_and_none_is_idle(place: tuple[int, int]) -> None:
    weeks = month_weeks(*place)
    days = {date(*place, day) for day in range(1, calendar.monthrange(*place)[1] + 1)}
    assert days <= {day for week in weeks for day in week.days}
    assert all(days & set(week.days) for week in weeks)
    assert month_end(*place) == max(days)


@given(months, st.integers(-40, 40))
def test_going_on_and_back_ends_where_it_began(place: tuple[int, int], step: int) -> None:
    assert month_later(*month_later(*place, step), -step) == place


def test_a_year_ends_after_december_and_begins_before_it() -> None:
    assert month_later(2026, 11, 2) == (2027, 1)
    assert month_later(2027, 1, -1) == (2026, 12)


@pytest.mark.parametrize(
    ("minutes", "dots"), [(0, 0), (15, 1), (60, 1), (89, 1), (90, 2), (225, 4), (480, 8), (1200, 8)]
)
def test_an_hour_of_work_is_a_dot(minutes: int, dots: int) -> None:
    assert work_dots(minutes) == dots


def test_a_day_holds_its_posts_by_time_and_its_minutes() -> None:
    board = a_board(
        [a_post(1, version(INSTAGRAM, on(2, "18:00"))), a_post(2, version(FACEBOOK, on(2, "9:00")))],
        [a_block(1, on(2, "8:00"), 90, rrule="FREQ=WEEKLY"), a_block(2, on(2, "13:00"), 30)],
        weeks=NOVEMBER,
    )

    found = {day.day: day for week in rows(board) for day in week.days}

    wednesday = on(2).date()
    assert [card.post_id for card in found[wednesday].posts] == [2, 1]
    assert found[wednesday].minutes == 120
    assert found[wednesday + timedelta(weeks=1)].minutes == 90
    assert found[wednesday - timedelta(weeks=1)].minutes == 0


def test_a_post_stands_on_the_day_of_each_of_its_versions() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(0)), version(FACEBOOK, november(3)))], weeks=NOVEMBER)

    found = [day.day for week in rows(board) for day in week.days if day.posts]

    assert found == [date(2026, 11, 3), date(2026, 11, 23)]


def test_hidden_platforms_leave_the_days_but_not_the_budgets() -> None:
    board = a_board(
        [
            a_post(1, version(INSTAGRAM, on(0)), effort=(0, 60, 0, 0)),
            a_post(2, version(INSTAGRAM, on(1)), version(LINKEDIN, on(1))),
        ],
        weeks=NOVEMBER,
    )

    shown = with_budgets(board, shown_weeks(board, NOVEMBER, NOW, frozenset({INSTAGRAM})), NOW)

    assert [card.post_id for day in shown[4].days for card in day.posts] == [2]
    assert shown[4].budgets[0].planned == 60


def test_work_counts_in_its_week_whatever_it_is_linked_to() -> None:
    """A block pays for a post of another week, and an entry goes on over Sunday's midnight."""
    before = WEEK.shifted(-1)
    board = a_board(
        [a_post(1, version(INSTAGRAM, on(1)), effort=(0, 60)), a_post(2, version(INSTAGRAM, on(2)), effort=(0, 15))],
        [a_block(1, on(3, "9:00", before), 45, serves=[1]), a_block(2, on(0, "9:00"), 30)],
        [an_entry(1, on(6, "22:30", before).replace(tzinfo=UTC), 60)],
        weeks=(before, WEEK),
    )

    found = rows(board, (before, WEEK))

    assert [(row.budgets[0].planned, row.budgets[0].done) for row in found] == [(45, 30), (15 + 30 + 15, 30)]
    assert [row.total.planned for row in found] == [45, 60]
    assert [row.budgets for row in found] == [week_budget(board, row.week, NOW) for row in found]


def test_work_outside_the_weeks_is_on_no_day() -> None:
    board = a_board(blocks=[a_block(1, on(0, week=WEEK.shifted(-1)), 45), a_block(2, on(1), 30)])

    assert [day.minutes for row in shown_weeks(board, (WEEK,), NOW) for day in row.days] == [0, 30, 0, 0, 0, 0, 0]


@given(random_boards())
def test_cut_into_weeks_a_board_costs_the_same(board: Board) -> None:
    for row in rows(board, board.weeks):
        assert row.budgets == week_budget(board, row.week, NOW)


def test_two_days_are_a_gap_and_a_single_one_only_ahead() -> None:
    filled = {day for week in NOVEMBER for day in week.days}
    filled -= {date(2026, 11, 12), date(2026, 11, 13), date(2026, 11, 8), date(2026, 12, 3)}

    assert gaps(NOVEMBER, filled, TODAY) == (
        Gap(date(2026, 11, 12), date(2026, 11, 13)),
        Gap(date(2026, 12, 3), date(2026, 12, 3)),
    )


def test_today_alone_may_still_be_filled() -> None:
    filled = {day for week in NOVEMBER for day in week.days} - {TODAY}
    assert gaps(NOVEMBER, filled, TODAY) == ()


def test_what_nobody_has_planned_yet_is_no_gap() -> None:
    filled = set(Week(2026, 46).days) | {Week(2026, 47).monday}

    assert gaps(NOVEMBER, filled, TODAY) == (Gap(date(2026, 11, 17), date(2026, 11, 22)),)


def test_an_empty_week_between_others_is_a_gap() -> None:
    filled = set(Week(2026, 45).days) | set(Week(2026, 47).days)

    assert gaps(NOVEMBER, filled, TODAY) == (Gap(date(2026, 11, 9), date(2026, 11, 15)),)


@given(st.sets(st.sampled_from([day for week in NOVEMBER for day in week.days])))
def test_gaps_hold_no_filled_day_and_leave_no_longer_run_out(filled: set[date]) -> None:
    found = gaps(NOVEMBER, filled, TODAY)
    missing = {day for gap in found for day in gap.days}
    assert not missing & filled
    assert sum(len(gap.days) for gap in found) == len(missing)
    if not filled:
        return
    first, last = Week.of(min(filled)).monday, Week.of(max(filled)).days[-1]
    for day in (first + timedelta(days=n) for n in range((last - first).days)):
        pair = {day, day + timedelta(days=1)}
        assert pair & filled or pair <= missing


def test_skipped_posts_fill_no_day() -> None:
    board = a_board(
        [
            a_post(1, version(INSTAGRAM, on(0), status=Status.SKIPPED)),
            a_post(2, version(INSTAGRAM, on(1), status=Status.HELD)),
        ],
        weeks=NOVEMBER,
    )
    assert filled_days(rows(board)) == {on(1).date()}


def test_formats_are_counted_by_post_in_the_month_alone() -> None:
    board = a_board(
        [
            a_post(1, version(INSTAGRAM, november(3)), version(FACEBOOK, november(4)), format_key="reel"),
            a_post(2, version(INSTAGRAM, november(5)), format_key="reel"),
            a_post(3, version(INSTAGRAM, november(5))),
            a_post(4, version(INSTAGRAM, november(6), status=Status.SKIPPED), format_key="story"),
            a_post(5, version(INSTAGRAM, datetime(2026, 12, 2, 12)), format_key="image"),
        ],
        weeks=NOVEMBER,
    )
    assert format_mix(rows(board), 2026, 11) == (("reel", 2), (None, 1))


def test_a_platform_below_its_corridor_in_most_weeks_is_a_habit() -> None:
    posts: list[Post] = []
    for week in NOVEMBER:
        for day in range(4):
            posts.append(a_post(len(posts) + 1, version(INSTAGRAM, on(day, week=week))))
        posts.append(a_post(len(posts) + 1, version(LINKEDIN, on(4, week=week))))
    for week in NOVEMBER[:3]:
        for day in range(3):
            posts.append(a_post(len(posts) + 1, version(FACEBOOK, on(day, week=week))))
    board = a_board(posts, weeks=NOVEMBER)

    assert habits(rows(board)) == (Habit(PLATFORMS[2], 6, 6, 3, is_above=False),)


def test_too_many_posts_are_a_habit_too_and_empty_weeks_do_not_count() -> None:
    week = NOVEMBER[2]
    posts = [a_post(n + 1, version(INSTAGRAM, on(n % 7, f"{8 + n}:00", week))) for n in range(8)]
    board = a_board(posts, weeks=NOVEMBER, platforms=(replace(PLATFORMS[0]),))

    assert habits(rows(board)) == (Habit(PLATFORMS[0], 1, 1, 7, is_above=True),)


def test_a_month_without_posts_has_neither_gaps_nor_habits() -> None:
    found = rows(a_board(weeks=NOVEMBER))
    assert gaps(NOVEMBER, filled_days(found), TODAY) == ()
    assert habits(found) == ()
    assert format_mix(found, 2026, 11) == ()
    assert WEEK in [row.week for row in found]
