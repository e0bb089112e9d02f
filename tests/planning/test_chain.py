"""The work of a post follows it, as far as it can."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from db.records import Board, WorkBlock
from desktop.planning.chain import chain
from desktop.planning.recurrence import occurrence_at
from desktop.planning.rescheduling import after
from desktop.planning.week import instant
from tests.planning.boards import (
    INSTAGRAM,
    NOW,
    WEEK,
    a_block,
    a_board,
    a_post,
    on,
    random_boards,
    version,
)

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = on(4, "12:00")


def test_work_moves_by_the_days_of_its_post() -> None:
    """The time of day and the length stay."""
    board = a_board([a_post(1, version(INSTAGRAM, FRIDAY))], [a_block(1, on(3, "9:15"), 45, serves=[1])])
    found = chain(board, 1, 7, NOW)
    (block,) = found.changes.blocks
    assert (found.count, block.starts_at, block.ends_at) == (
        1,
        on(3, "9:15", WEEK.shifted(1)),
        on(3, "10:00", WEEK.shifted(1)),
    )
    assert [link.post_id for link in block.links] == [1]


def test_what_is_done_past_or_shared_stays() -> None:
    """Ticked, begun, moved into the past, or for another post as well."""
    posts = [a_post(number, version(INSTAGRAM, FRIDAY)) for number in (1, 2)]
    blocks = [
        a_block(1, on(3, "8:00"), serves=[1], done=frozenset({on(3, "8:00")})),
        a_block(2, on(1, "8:00"), serves=[1]),
        a_block(3, on(3, "10:00"), serves=[1, 2]),
        a_block(4, on(3, "14:00"), serves=[2]),
    ]
    board = a_board(posts, blocks)
    assert chain(board, 1, 7, NOW).count == 0
    assert chain(a_board(posts, [a_block(5, on(3, "14:00"), serves=[1])]), 1, -2, NOW).count == 0


def test_only_the_linked_occurrence_of_a_series_moves() -> None:
    """The rule and its other occurrences stay."""
    series = a_block(1, on(3, "9:00"), serves=[1], rrule="FREQ=WEEKLY")
    board = a_board([a_post(1, version(INSTAGRAM, FRIDAY))], [series])
    found = chain(board, 1, 1, NOW)
    (block,) = found.changes.blocks
    assert (found.count, block.starts_at, block.rrule) == (1, series.starts_at, series.rrule)
    moved = occurrence_at(block, series.starts_at, BERLIN)
    assert moved is not None
    assert moved.starts_at == on(4, "9:00")


@given(random_boards(), st.data())
def test_nothing_else_changes(board: Board, data: st.DataObject) -> None:
    """Whatever the board: posts stay, minutes linked to the post stay, and nothing goes to or comes from the past."""
    assume(board.posts)
    post = data.draw(st.sampled_from(board.posts))
    days = data.draw(st.integers(-14, 14))
    zone = ZoneInfo(board.plan.zone)
    found = chain(board, post.id, days, NOW)
    assert not found.changes.posts
    assert not found.changes.removed_blocks
    then = after(board, found.changes)
    assert then.posts == board.posts
    moved = 0
    for before, later in zip(board.blocks, then.blocks, strict=True):
        assert before.id == later.id
        pairs = zip(_places(before), _places(later), strict=True)
        for (old_place, ids), (new_place, new_ids) in pairs:
            assert ids == new_ids
            old, new = occurrence_at(before, old_place, zone), occurrence_at(later, new_place, zone)
            if old is None or new is None or old.starts_at == new.starts_at:
                continue
            moved += 1
            assert (new.starts_at.date() - old.starts_at.date()).days == days
            assert ids == (post.id,)
            assert not old.is_done
            assert instant(old.starts_at, zone) > NOW
            assert instant(new.starts_at, zone) > NOW
    assert moved == found.count


def _places(block: WorkBlock) -> list[tuple[datetime, tuple[int, ...]]]:
    """The linked places of a block with the posts that each serves."""
    places: dict[datetime, tuple[int, ...]] = {}
    for link in block.links:
        places[link.original_at] = (*places.get(link.original_at, ()), link.post_id)
    return [(place, tuple(sorted(ids))) for place, ids in places.items()]
