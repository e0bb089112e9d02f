"""Filling a week: what it must never do, on weeks at random."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import (
    Activity,
    Board,
    ByActivity,
    Changes,
    ClosedDay,
    Hours,
    Platform,
    PlatformKind,
    Status,
    Week,
)
from desktop.planning.budget import TOLERANCE, day_minutes, week_budget
from desktop.planning.cards import moment
from desktop.planning.filling import fill
from desktop.planning.free_time import hours_of_days
from desktop.planning.placements import (
    Filling,
    PlacedBlock,
    Reason,
    Wishes,
)
from desktop.planning.portions import parts, sizes
from desktop.planning.rescheduling import after
from desktop.planning.week import at, instant, minute_of_day, wall
from tests.planning.boards import (
    INSTAGRAM,
    PLATFORMS,
    WEEK,
    a_block,
    a_board,
    a_post,
    on,
    random_boards,
    version,
)
from tests.planning.fillings import (
    BERLIN,
    CREATION,
    EARLY,
    INTERACTION,
    ONE,
    PLANNING,
    an_idea,
    blocks_of,
    no_overlap,
)

# -- portions


@given(st.integers(15, 2000), st.integers(1, 40))
def test_portions_add_up_and_are_neither_short_nor_long(minutes: int, count: int) -> None:
    found = sizes(minutes, count)
    assert sum(found) == minutes
    assert all(15 <= size <= 120 for size in found)
    assert sum(size % 15 != 0 for size in found) <= max(1, minutes % 120 != 0 and len(found))


@given(st.integers(0, 2000), st.builds(ByActivity, *(st.integers(0, 500),) * 4))
def test_parts_are_nothing_or_a_block(minutes: int, wanted: ByActivity) -> None:
    found = parts(minutes, wanted)
    assert sum(found) == (minutes // 5 * 5 if minutes >= 15 else 0)
    assert all(part == 0 or part >= 15 for part in found)


def test_what_makes_no_block_has_no_parts() -> None:
    assert parts(14, ByActivity(1, 1, 1, 1)) == [0, 0, 0, 0]
    assert parts(15, ByActivity(1, 1, 1, 1)) == [15, 0, 0, 0]


# -- weeks at random


@st.composite
def wished(draw: st.DrawFn) -> Wishes:
    ideas = draw(st.none() | st.integers(0, 4))
    return Wishes(
        ideas=None
        if ideas is None
        else tuple(
            an_idea(
                50 + number,
                *draw(st.lists(st.sampled_from([each.id for each in PLATFORMS]), min_size=1, max_size=3, unique=True)),
                effort=draw(st.tuples(*(st.integers(0, 60),) * 4)),
            )
            for number in range(ideas)
        ),
        day_cap=draw(st.none() | st.integers(0, 600)),
        lead=draw(st.sampled_from([0, 1440])),
    )


@given(random_boards(), wished(), st.sampled_from([timedelta(days=-3), timedelta(days=1, hours=13)]), st.booleans())
def test_filling_never_does_harm(board: Board, wishes: Wishes, ago: timedelta, is_closed: bool) -> None:
    week = board.weeks[0]
    now = instant(at(week.monday, 0), BERLIN) + ago
    # Hours on all days, so that clock changes lie within them.
    plan = replace(board.plan, working_hours=(Hours(60, 1200),) * 7)
    board = replace(board, plan=plan, closed_days=(ClosedDay(1, "Ruhetag", weekday=1),) if is_closed else ())
    filling = fill(board, week, now, wishes)
    assert filling == fill(replace(board), week, now, wishes)
    no_overlap(board, filling)
    hours = hours_of_days(board, week, wishes)
    here = wall(now, BERLIN)
    for block in blocks_of(filling):
        day = block.starts_at.date()
        starts, ends = minute_of_day(block.starts_at, day), minute_of_day(block.ends_at, day)
        assert hours[day].starts <= starts < ends <= hours[day].ends
        assert (starts % 15, ends % 5 == 0 or bool(block.post_ids)) == (0, True)
        assert 15 <= block.minutes <= 120
        assert block.starts_at > here
        assert instant(block.ends_at, BERLIN) - instant(block.starts_at, BERLIN) == block.ends_at - block.starts_at
    filled = after(board, filling.changes)
    for day in week.days:
        assert day_minutes(filled, day) <= max(day_minutes(board, day), filling.day_cap)
    was = {each.platform.id: each.planned for each in week_budget(board, week, now)}
    for budget in week_budget(filled, week, now):
        assert budget.planned <= max(was[budget.platform.id], budget.target + TOLERANCE)
    untouched(board, filling, wishes)
    in_time(filled, filling, wishes)
    assert filling.placed == sum(each.minutes for each in blocks_of(filling))


@pytest.mark.parametrize("sunday", [Week(2026, 13), Week(2026, 43)])
def test_the_hour_after_a_post_is_an_hour_when_the_clock_changes(sunday: Week) -> None:
    goes_out = on(6, "2:00", sunday)  # missing in spring, twice in autumn
    board = a_board([a_post(1, version(INSTAGRAM, goes_out), effort=(0, 0, 30))], platforms=ONE, weeks=(sunday,))
    board = replace(board, plan=replace(board.plan, working_hours=(None,) * 6 + (Hours(60, 1200),)))
    filling = fill(board, sunday, instant(at(sunday.monday, 0), BERLIN))
    assert any(place.why.post_ids for place in filling.placements)
    in_time(after(board, filling.changes), filling, Wishes())


def untouched(board: Board, filling: Filling, wishes: Wishes) -> None:
    assert {block.id for block in filling.changes.blocks}.isdisjoint(block.id for block in board.blocks)
    assert all(block.id < 1 and block.rrule is None and not block.done for block in filling.changes.blocks)
    assert replace(filling.changes, blocks=(), posts=()) == Changes()
    ideas = {idea.id: idea for idea in wishes.ideas or ()}
    for post in filling.changes.posts:
        assert replace(post, variants=()) == replace(ideas[post.id], variants=())
        assert [replace(each, starts_at=None) for each in post.variants] == list(ideas[post.id].variants)


def in_time(filled: Board, filling: Filling, wishes: Wishes) -> None:
    posts = {post.id: post for post in filled.posts}
    for place in filling.placements:
        if not isinstance(place.item, PlacedBlock):
            continue
        starts, ends = instant(place.item.starts_at, BERLIN), instant(place.item.ends_at, BERLIN)
        for post_id in place.item.post_ids:
            goes_out = min(
                instant(out, BERLIN)
                for each in posts[post_id].variants
                if each.status is not Status.SKIPPED and (out := moment(each, BERLIN)) is not None
            )
            if place.item.activity in {PLANNING, CREATION}:
                assert ends <= goes_out - timedelta(minutes=wishes.lead)
            else:
                assert starts > goes_out
        if place.why.reason is Reason.AFTER_POST:
            assert place.why.moment is not None
            assert timedelta() < starts - instant(place.why.moment, BERLIN) <= timedelta(hours=1)


@st.composite
def plain_boards(draw: st.DrawFn) -> Board:
    """A week of posts with one version each, where nothing is divided or counted elsewhere."""
    posts = [
        a_post(
            number,
            version(draw(st.sampled_from([1, 2, 3])), on(draw(st.integers(0, 6)), f"{draw(st.integers(6, 20))}:00")),
            effort=draw(st.tuples(*(st.integers(0, 90),) * 4)),
        )
        for number in range(1, draw(st.integers(0, 6)) + 1)
    ]
    blocks = [
        a_block(
            number,
            on(draw(st.integers(0, 6)), f"{draw(st.integers(6, 18))}:30"),
            draw(st.integers(1, 200)),
            [draw(st.sampled_from([1, 2, 3]))],
            draw(st.sampled_from(Activity)),
        )
        for number in range(1, draw(st.integers(0, 6)) + 1)
    ]
    return a_board(posts, blocks)


@given(plain_boards(), st.none() | st.integers(0, 400))
def test_what_is_placed_and_what_is_missing_are_what_was_open(board: Board, day_cap: int | None) -> None:
    filling = fill(board, WEEK, EARLY, Wishes(day_cap=day_cap))
    assert filling.placed + filling.missing == filling.open
    # What no misfit speaks of is too little to speak of.
    spoken_of = sum(each.minutes for each in filling.misfits)
    assert 0 <= filling.missing - spoken_of <= 4 * TOLERANCE * (len(board.posts) + len(board.platforms))


@given(plain_boards(), st.integers(0, 50))
def test_every_remedy_keeps_its_word(board: Board, number: int) -> None:
    filling = fill(board, WEEK, EARLY, Wishes(day_cap=90))
    assert all(1 <= len(each.remedies) <= 2 for each in filling.misfits)
    offers = [(each, remedy) for each in filling.misfits for remedy in each.remedies]
    for each, remedy in offers[number % max(len(offers), 1) :][:1]:
        assert remedy.wishes is not None
        left = {other.key: other.minutes for other in fill(board, WEEK, EARLY, remedy.wishes).misfits}
        assert left.get(each.key, 0) == (each.minutes - remedy.saves if remedy.saves else 0)


@pytest.mark.skipif(sys.gettrace() is not None, reason="being traced takes longer than filling")
def test_a_full_week_of_five_platforms_is_filled_at_once() -> None:
    platforms = tuple(
        Platform(number, kind.value, kind, kind.value, position=number)
        for number, kind in enumerate(list(PlatformKind)[:5], start=1)
    )
    posts = [
        a_post(number, version(1 + number % 5, on(number % 6, f"{9 + number % 8}:00")), effort=(5, 30 + number, 10, 5))
        for number in range(1, 21)
    ]
    blocks = [
        a_block(number, on(number % 5, f"{8 + number % 9}:30"), 30, [1 + number % 5], INTERACTION, rrule="FREQ=WEEKLY")
        for number in range(1, 16)
    ]
    board = a_board(posts, blocks, platforms=platforms)
    ideas = tuple(an_idea(50 + number, 1 + number % 5) for number in range(10))
    took = []
    for _ in range(5):
        began = time.process_time()
        fill(board, WEEK, EARLY, Wishes(ideas=ideas))
        took.append(time.process_time() - began)
    assert min(took) < 0.2
