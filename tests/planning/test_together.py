"""One thing done to many: what changes, what stays, and that it is the same as one after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.records import Board, Changes, PostSeries, Status, TimeEntry
from desktop.planning.agenda import Line, agenda_lines
from desktop.planning.cards import PostCard
from desktop.planning.intents import MoveBlock, MovePost, RemoveBlock, RemovePost, UnschedulePost
from desktop.planning.recurrence import occurrences
from desktop.planning.rescheduling import after
from desktop.planning.together import Act, BackToIdeas, Remove, SetStatus, Shift, Tick, intent_of, merged, together
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    NOW,
    WEEK,
    a_block,
    a_board,
    a_post,
    an_entry,
    on,
    random_boards,
    version,
)

BOARD = a_board(
    posts=(
        a_post(1, version(INSTAGRAM, on(2, "8:00")), version(FACEBOOK, on(3, "8:00"))),
        a_post(
            2,
            version(FACEBOOK, on(0), status=Status.PUBLISHED, published_at=datetime(2026, 11, 23, 11, tzinfo=UTC)),
        ),
    ),
    blocks=(a_block(1, on(0, "9:00"), 60), a_block(2, on(2, "9:00"), 30, rrule="FREQ=WEEKLY")),
)
LINES = agenda_lines(BOARD, WEEK, NOW)
ITEMS = [line.item for line in LINES]
ACTS: tuple[Act, ...] = (
    SetStatus(Status.SCHEDULED),
    Shift(days=1),
    Shift(minutes=-15),
    BackToIdeas(),
    Remove(),
    Tick(True),
)


def _after(act: Act) -> tuple[Board, int, int]:
    found = together(BOARD, ITEMS, act, NOW)
    return after(BOARD, found.changes), found.done, found.left


def test_a_shift_moves_all_but_what_is_published() -> None:
    board, done, left = _after(Shift(days=7))
    assert (done, left) == (4, 1)
    starts = [line.starts_at for line in agenda_lines(board, WEEK.shifted(1), NOW)]
    assert starts == [each + timedelta(7) for each in (on(0, "9:00"), on(2, "8:00"), on(2, "9:00"))] + [
        on(2, "9:00") + timedelta(7),
        on(3, "8:00") + timedelta(7),
    ]
    assert [line.starts_at for line in agenda_lines(board, WEEK, NOW)] == [on(0)]


def test_both_versions_of_a_post_are_moved_as_two_cards() -> None:
    board, _, _ = _after(Shift(days=1, minutes=30))
    assert [variant.starts_at for variant in board.posts[0].variants] == [on(3, "8:30"), on(4, "8:30")]


def test_a_status_is_for_posts_alone() -> None:
    board, done, left = _after(SetStatus(Status.REVIEW))
    assert (done, left) == (3, 2)
    assert {variant.status for post in board.posts for variant in post.variants} == {Status.REVIEW}


def test_a_tick_is_for_work_alone() -> None:
    board, done, left = _after(Tick(True))
    assert (done, left) == (2, 3)
    assert all(each.is_done for each in occurrences(board, WEEK))
    assert sum(entry.post_id is None for entry in board.entries) == 2


def test_what_is_published_keeps_its_date() -> None:
    board, done, left = _after(BackToIdeas())
    assert (done, left) == (2, 3)
    assert [variant.starts_at for variant in board.posts[0].variants] == [None, None]
    assert board.posts[1] == BOARD.posts[1]


def test_a_post_is_deleted_once_and_a_series_goes_on() -> None:
    board, done, left = _after(Remove())
    assert (done, left) == (5, 0)
    assert (board.posts, [block.id for block in board.blocks]) == ((), [2])
    assert occurrences(board, WEEK) == ()


def test_nothing_done_to_nothing() -> None:
    found = together(BOARD, (), Remove(), NOW)
    assert (bool(found.changes), found.done, found.left) == (False, 0, 0)


def test_what_is_gone_stays_gone() -> None:
    found = together(a_board(), ITEMS, Remove(), NOW)
    assert (bool(found.changes), found.left) == (False, 5)


def test_every_act_on_one_thing_is_an_intent_or_none() -> None:
    post = next(item for item in ITEMS if isinstance(item, PostCard))
    work = next(item for item in ITEMS if not isinstance(item, PostCard))
    kinds = [type(intent_of(post, act)) for act in (Shift(days=1), BackToIdeas(), Remove(), Tick(True))]
    assert kinds == [MovePost, UnschedulePost, RemovePost, type(None)]
    kinds = [type(intent_of(work, act)) for act in (Shift(days=1), Remove(), BackToIdeas())]
    assert kinds == [MoveBlock, RemoveBlock, type(None)]


@given(random_boards(), st.sampled_from(ACTS))
def test_together_is_one_after_the_other(board: Board, act: Act) -> None:
    lines: tuple[Line, ...] = agenda_lines(board, board.weeks[0], NOW)
    found = together(board, [line.item for line in lines], act, NOW)
    one_by_one = board
    for line in lines:
        one_by_one = after(one_by_one, together(one_by_one, [line.item], act, NOW).changes)
    assert _without_new_ids(after(board, found.changes)) == _without_new_ids(one_by_one)
    assert found.done + found.left == len(lines)


def _without_new_ids(board: Board) -> tuple[object, ...]:
    def plain(entry: TimeEntry) -> TimeEntry:
        return replace(entry, id=min(entry.id, 0) and -1 if entry.id < 1 else entry.id)

    return board.posts, board.blocks, sorted(map(plain, board.entries), key=repr)


def test_later_changes_replace_and_remove_earlier_ones() -> None:
    entry, block, post = an_entry(1, NOW, 30), BOARD.blocks[0], BOARD.posts[0]
    series = PostSeries(1, "s", "FREQ=WEEKLY", on(0), post)
    first = Changes(posts=(post,), blocks=(block,), entries=(entry,), post_series=(series,))
    renamed = replace(post, title="Anders")
    assert merged(first, Changes(posts=(renamed,))) == replace(first, posts=(renamed,))
    gone = frozenset({1})
    removal = Changes((), (), (), gone, gone, gone, (), gone)
    assert merged(first, removal) == removal
