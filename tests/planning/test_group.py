"""Several cards at once: moved with their distances, copied, deleted, and what stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from db.records import Board, Status
from desktop.planning.cards import moment, post_cards
from desktop.planning.group import decide_group, group_status
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    Group,
    GroupIntent,
    MoveBlock,
    MovePost,
    Outcome,
    RemoveBlock,
    RemovePost,
    UnschedulePost,
)
from desktop.planning.recurrence import occurrences
from desktop.planning.rescheduling import after, decide
from desktop.planning.week import settled
from tests.planning.boards import FACEBOOK, INSTAGRAM, NOW, WEEK, a_block, a_board, a_post, on, version

ZONE = ZoneInfo("Europe/Berlin")


def moved(board: Board, by: timedelta) -> Group:
    """Everything in the week, so much later."""
    intents: list[GroupIntent] = [
        MovePost(card.post_id, card.variant_ids, card.moment + by) for card in post_cards(board, WEEK, NOW)
    ]
    intents += [MoveBlock(each.block_id, each.original_at, each.starts_at + by) for each in occurrences(board, WEEK)]
    return Group(tuple(intents))


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(32, 60)), min_size=1, max_size=8),
    st.integers(-3, 3),
    st.integers(-16, 16),
)
def test_a_group_keeps_its_distances(places: list[tuple[int, int]], days: int, quarters: int) -> None:
    wanted = [on(day) - timedelta(hours=12) + timedelta(minutes=15 * quarter) for day, quarter in places]
    board = a_board([a_post(number, version(INSTAGRAM, at)) for number, at in enumerate(wanted, start=1)])
    by = timedelta(days=days, minutes=15 * quarters)
    answer = decide_group(board, moved(board, by), NOW)
    then = after(board, answer.changes)
    assert [moment(post.variants[0], ZONE) for post in then.posts] == [settled(at + by, ZONE) for at in wanted]
    assert (answer.done, answer.facts) == ((len(wanted), 0) if by else (0, 0))


@given(st.lists(st.sampled_from(["move", "copy", "back", "remove", "block", "copy_block"]), max_size=6))
def test_a_group_is_its_intents_one_after_the_other(kinds: list[str]) -> None:
    posts = [a_post(n, version(INSTAGRAM, on(n % 7)), version(FACEBOOK, on(n % 7))) for n in range(1, 7)]
    blocks = [a_block(n, on(n % 7, "9:00")) for n in range(1, 7)]
    board = a_board(posts, blocks)
    makers: dict[str, Callable[[int], GroupIntent]] = {
        "move": lambda n: MovePost(n, (100 * n + 1,), on(5, "15:00")),
        "copy": lambda n: CopyPost(n, (100 * n + 1,), on(5, "15:00")),
        "back": UnschedulePost,
        "remove": RemovePost,
        "block": lambda n: MoveBlock(n, on(n % 7, "9:00"), on(5, "15:00")),
        "copy_block": lambda n: CopyBlock(n, on(n % 7, "9:00"), on(5, "15:00")),
    }
    intents = [makers[kind](number) for number, kind in enumerate(kinds, start=1)]
    one_by_one = board
    for intent in intents:
        answer = decide(one_by_one, intent, NOW)
        assert isinstance(answer, Outcome)
        one_by_one = after(one_by_one, answer.changes)
    together = after(board, decide_group(board, Group(tuple(intents)), NOW).changes)
    assert facts_of(together) == facts_of(one_by_one)


def facts_of(board: Board) -> object:
    """What a board says, whatever its new records are numbered."""
    posts = sorted(
        (max(0, p.id), p.title, [(v.platform_id, str(v.starts_at)) for v in p.variants]) for p in board.posts
    )
    return sorted(posts), sorted((max(0, b.id), str(b.starts_at), str(b.ends_at)) for b in board.blocks)


def test_published_ones_stay_and_are_counted() -> None:
    out = version(INSTAGRAM, on(1), status=Status.PUBLISHED, published_at=NOW)
    board = a_board([a_post(1, out), a_post(2, version(INSTAGRAM, on(2)))])
    answer = decide_group(board, moved(board, timedelta(days=1)), NOW)
    assert (answer.done, answer.facts, answer.left) == (1, 1, 0)
    assert [post.id for post in answer.changes.posts] == [2]
    back = decide_group(board, Group((UnschedulePost(1), UnschedulePost(2))), NOW)
    assert (back.done, back.facts) == (1, 1)


def test_copies_are_new_each_with_versions_of_its_own() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(1))), a_post(2, version(FACEBOOK, on(1)))], [a_block(1, on(1))])
    copies = Group((CopyPost(1, (101,), on(3)), CopyPost(2, (201,), on(3)), CopyBlock(1, on(1), on(3))))
    answer = decide_group(board, copies, NOW)
    posts, versions = answer.changes.posts, [each for post in answer.changes.posts for each in post.variants]
    fresh = [each.id for each in posts] + [each.id for each in versions] + [each.id for each in answer.changes.blocks]
    assert (answer.done, len(fresh), len(set(fresh))) == (3, 5, 5)
    assert max(fresh) < 1
    assert all(each.post_id == post.id for post in posts for each in post.variants)


def test_of_a_series_only_the_named_occurrences_move() -> None:
    block = a_block(1, on(1, "9:00"), rrule="FREQ=DAILY")
    board = a_board(blocks=[block])
    named = Group((MoveBlock(1, on(1, "9:00"), on(1, "11:00")), MoveBlock(1, on(2, "9:00"), on(2, "11:00"))))
    answer = decide_group(board, named, NOW)
    assert answer.done == 2
    starts = [each.starts_at for each in occurrences(after(board, answer.changes), WEEK)]
    assert starts == [on(1, "11:00"), on(2, "11:00"), *(on(day, "9:00") for day in range(3, 7))]


def test_two_cards_of_one_post_both_move() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(1)), version(FACEBOOK, on(2)))])
    answer = decide_group(board, moved(board, timedelta(days=1)), NOW)
    assert answer.done == 2
    assert [each.starts_at for each in answer.changes.posts[0].variants] == [on(2), on(3)]


def test_deleting_both_cards_of_a_post_deletes_it_once() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(1)), version(FACEBOOK, on(2)))], [a_block(1, on(3, "9:00"))])
    answer = decide_group(board, Group((RemovePost(1), RemovePost(1), RemoveBlock(1, on(3, "9:00")))), NOW)
    assert answer.done == 3
    assert answer.changes.removed_posts == {1}
    assert answer.changes.removed_blocks == {1}


def test_a_status_for_all() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(1))), a_post(2, version(INSTAGRAM, on(2), status=Status.REVIEW))])
    answer = group_status(board, [(1, (101,)), (2, (201,))], Status.REVIEW, NOW)
    assert (answer.done, answer.left) == (1, 1)
    assert {v.status for post in after(board, answer.changes).posts for v in post.variants} == {Status.REVIEW}


def test_publishing_all_enters_the_work_of_each() -> None:
    board = a_board([a_post(number, version(INSTAGRAM, on(number)), effort=(0, 30)) for number in (1, 2)])
    changes = group_status(board, [(1, (101,)), (2, (201,))], Status.PUBLISHED, NOW).changes
    worked = {entry.post_id: entry.ended_at - entry.started_at for entry in changes.entries if entry.ended_at}
    assert worked == dict.fromkeys((1, 2), timedelta(minutes=30))
    assert len({entry.id for entry in changes.entries}) == 2
