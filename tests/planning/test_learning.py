"""Efforts are learned from what was worked, and only where it is worth saying."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from db.records import (
    ACTIVITIES,
    Activity,
    BlockLink,
    Board,
    ByActivity,
    Format,
    MadeBy,
    Post,
    Status,
    TimeEntry,
    WorkBlock,
)
from desktop.planning.learning import learned, worked_minutes
from tests.builders import a_block, a_post, a_variant
from tests.planning.boards import a_board, on

REEL = Format("reel", "Reel", 0, ByActivity(10, 35, 10, 5))
FIRST = datetime(2026, 10, 5, 9, tzinfo=UTC)


def reel(number: int, status: Status = Status.PUBLISHED) -> Post:
    """A post of the format, out on a day of its own."""
    published_at = FIRST + timedelta(days=number) if status is Status.PUBLISHED else None
    version = a_variant(1, on(0), status=status, published_at=published_at)
    return a_post(variants=(version,), format_key="reel", effort=(10, 35, 10, 5), id=number)


def work(number: int, minutes: ByActivity) -> list[TimeEntry]:
    """What was worked for a post."""
    return [
        TimeEntry(number * 10 + place, 1, activity, FIRST, FIRST + timedelta(minutes=amount), post_id=number)
        for place, (activity, amount) in enumerate(zip(ACTIVITIES, minutes, strict=True))
        if amount
    ]


def a_board_of(efforts: list[ByActivity], template: Format = REEL) -> Board:
    """As many posts as efforts, newest last."""
    return a_board(
        posts=tuple(reel(number) for number in range(1, len(efforts) + 1)),
        entries=tuple(each for number, effort in enumerate(efforts, start=1) for each in work(number, effort)),
        formats=(template,),
    )


def test_the_mean_leaves_out_the_longest() -> None:
    efforts = [ByActivity(10, 70, 10, 5)] * 5 + [ByActivity(10, 400, 10, 5)]

    (found,) = learned(a_board_of(efforts))

    assert (found.effort, found.posts) == (ByActivity(10, 70, 10, 5), 6)


def test_four_posts_tell_nothing() -> None:
    assert learned(a_board_of([ByActivity(10, 70, 10, 5)] * 4)) == ()
    assert learned(a_board_of([ByActivity(10, 70, 10, 5)] * 5)) != ()


@pytest.mark.parametrize(("creation", "is_said"), [(40, False), (45, True), (25, True), (30, False)])
def test_fifteen_per_cent_more_or_less_are_said(creation: int, is_said: bool) -> None:
    found = learned(a_board_of([ByActivity(10, creation, 10, 5)] * 5))

    assert bool(found) == is_said


def test_only_the_last_six_are_looked_at() -> None:
    efforts = [ByActivity(10, 300, 10, 5)] * 5 + [ByActivity(10, 35, 10, 5)] * 6

    assert learned(a_board_of(efforts)) == ()


def test_a_template_without_minutes_learns_too() -> None:
    (found,) = learned(a_board_of([ByActivity(0, 30)] * 5, replace(REEL, effort=ByActivity())))

    assert found.effort == ByActivity(0, 30)


def test_posts_that_are_not_out_do_not_count() -> None:
    board = a_board_of([ByActivity(10, 70, 10, 5)] * 5)

    assert learned(replace(board, posts=(*board.posts[:4], reel(5, Status.SCHEDULED)))) == ()


def linked(posts: tuple[Post, ...], minutes: int) -> tuple[WorkBlock, TimeEntry]:
    """A ticked block of creation for posts."""
    links = tuple(BlockLink(on(0, "9:00"), post.id) for post in posts)
    block = replace(a_block(on(0, "9:00"), minutes), id=3, links=links)
    ticked = TimeEntry(
        99,
        1,
        Activity.CREATION,
        FIRST,
        FIRST + timedelta(minutes=minutes),
        MadeBy.TICK,
        block_id=3,
        original_at=on(0, "9:00"),
    )
    return block, ticked


def test_the_entries_of_a_block_go_to_its_posts_as_it_covers_them() -> None:
    posts = (a_post(starts_at=on(0), effort=(0, 45), id=1), a_post(starts_at=on(1), effort=(0, 15), id=2))
    block, ticked = linked(posts, 60)

    assert worked_minutes(a_board(posts, (block,), (ticked,))) == {1: ByActivity(0, 45), 2: ByActivity(0, 15)}


def test_a_block_that_covers_nothing_is_divided_evenly() -> None:
    posts = (a_post(starts_at=on(0), id=1), a_post(starts_at=on(1), id=2))
    block, ticked = linked(posts, 45)

    assert worked_minutes(a_board(posts, (block,), (ticked,))) == {1: ByActivity(0, 22), 2: ByActivity(0, 23)}


def test_a_minute_for_two_posts_goes_to_the_later_one() -> None:
    posts = (a_post(starts_at=on(0), id=1), a_post(starts_at=on(1), id=2))
    block, ticked = linked(posts, 1)

    assert worked_minutes(a_board(posts, (block,), (ticked,))) == {2: ByActivity(0, 1)}


def test_what_runs_or_belongs_to_no_post_teaches_nothing() -> None:
    post = a_post(starts_at=on(0), id=1)
    running = replace(work(1, ByActivity(0, 30))[0], ended_at=None)
    alone = replace(work(1, ByActivity(0, 30))[0], id=98, post_id=None)

    assert worked_minutes(a_board((post,), (), (running, alone))) == {}
