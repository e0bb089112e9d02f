"""The lines of the agenda: order, state, filters, groups, and filters as text."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Campaign, Member, Status
from desktop.planning.agenda import (
    Anchor,
    Grouping,
    Kind,
    State,
    Wanted,
    agenda_lines,
    filtered,
    grouped,
    understood,
    whole_days,
    written,
)
from desktop.planning.all_day import AllDayChip, ChipKind
from desktop.planning.cards import PostCard
from tests.planning.boards import FACEBOOK, INSTAGRAM, LINKEDIN, NOW, WEEK, a_block, a_board, a_post, on, version

BOARD = a_board(
    posts=(
        a_post(1, version(INSTAGRAM, on(2, "8:00")), owner_id=7, campaign_id=3),
        a_post(2, version(FACEBOOK, on(3, "9:00"), status=Status.SCHEDULED)),
    ),
    blocks=(
        a_block(1, on(0, "9:00"), 60, done=frozenset({on(0, "9:00")})),
        a_block(2, on(2, "9:00"), 30, rrule="FREQ=WEEKLY", member_id=7),
        a_block(3, on(3, "9:00"), 45, platforms=()),
    ),
    members=(Member(7, "Lina", "LV"),),
    campaigns=(Campaign(3, "Advent", date(2026, 11, 20), date(2026, 12, 24)),),
)
LINES = agenda_lines(BOARD, WEEK, NOW)


def test_lines_come_in_order_of_time_work_first() -> None:
    assert [(line.starts_at, isinstance(line.item, PostCard)) for line in LINES] == [
        (on(0, "9:00"), False),
        (on(2, "8:00"), True),
        (on(2, "9:00"), False),
        (on(3, "9:00"), False),
        (on(3, "9:00"), True),
    ]
    assert [line.minutes for line in LINES] == [60, 0, 30, 45, 0]


def test_a_line_says_what_is_to_be_done() -> None:
    assert [line.state for line in LINES] == [
        State.DONE,
        State.LATE,
        State.STILL_OPEN,
        State.SCHEDULED,
        State.SCHEDULED,
    ]
    assert [line.is_finished for line in LINES] == [True, False, False, False, False]


def test_anchors_outlast_a_move() -> None:
    assert LINES[0].anchor == Anchor(1, 0, 0, None)
    assert LINES[2].anchor == Anchor(2, 0, 0, on(2, "9:00"))
    post = BOARD.posts[0]
    assert LINES[1].anchor == Anchor(0, 1, post.variants[0].id, None)
    assert LINES[1].key.__class__.__name__ == "PostKey"


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Wanted(), [0, 1, 2, 3, 4]),
        (Wanted(kind=Kind.POSTS), [1, 4]),
        (Wanted(kind=Kind.BLOCKS), [0, 2, 3]),
        (Wanted(states=frozenset({State.LATE, State.DONE})), [0, 1]),
        (Wanted(platform_ids=frozenset({FACEBOOK})), [4]),
        (Wanted(member_id=7), [1, 2]),
        (Wanted(hides_finished=True), [1, 2, 3, 4]),
    ],
)
def test_every_part_of_a_filter_has_to_hold(wanted: Wanted, places: list[int]) -> None:
    assert filtered(LINES, wanted) == tuple(LINES[place] for place in places)


def test_words_are_looked_up_elsewhere() -> None:
    assert filtered(LINES, Wanted(), {LINES[3].key}) == (LINES[3],)


def test_a_filter_is_plain_while_it_leaves_nothing_out() -> None:
    assert Wanted(hides_finished=True, grouping=Grouping.STATUS).is_plain
    assert not Wanted(words="ofen").is_plain


def test_groups_by_day_hold_posts_and_minutes() -> None:
    days = grouped(LINES, Grouping.DAY, BOARD)
    assert [(group.of, group.posts, group.minutes) for group in days] == [
        (on(0).date(), 0, 60),
        (on(2).date(), 1, 30),
        (on(3).date(), 1, 45),
    ]


def test_other_groups_stand_in_their_own_order() -> None:
    assert [group.of for group in grouped(LINES, Grouping.PLATFORM, BOARD)] == [INSTAGRAM, FACEBOOK, None]
    states = [State.LATE, State.STILL_OPEN, State.SCHEDULED, State.DONE]
    assert [group.of for group in grouped(LINES, Grouping.STATUS, BOARD)] == states
    assert [group.of for group in grouped(LINES, Grouping.CAMPAIGN, BOARD)] == [3, None]


@given(st.sampled_from(Grouping))
def test_every_line_stands_in_one_group(grouping: Grouping) -> None:
    groups = grouped(LINES, grouping, BOARD)
    assert sorted(LINES.index(line) for group in groups for line in group.lines) == [0, 1, 2, 3, 4]


WANTED = st.builds(
    Wanted,
    st.sampled_from(Kind),
    st.frozensets(st.sampled_from(State)),
    st.frozensets(st.sampled_from([INSTAGRAM, FACEBOOK, LINKEDIN])),
    st.sampled_from([None, 7]),
    st.booleans(),
    st.text(),
    st.sampled_from(Grouping),
)


@given(WANTED)
def test_a_filter_survives_being_written(wanted: Wanted) -> None:
    assert understood(written(wanted), BOARD) == wanted


def test_what_the_plan_no_longer_has_is_left_out() -> None:
    wanted = Wanted(platform_ids=frozenset({INSTAGRAM, 99}), member_id=99)
    assert understood(written(wanted), BOARD) == Wanted(platform_ids=frozenset({INSTAGRAM}))


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"kind": "other"}), json.dumps({"kind": "all"})])
def test_other_texts_are_no_filters(text: str) -> None:
    with pytest.raises(ValueError, match="not a filter"):
        understood(text, BOARD)


def test_a_published_post_is_finished() -> None:
    went_out = datetime(2026, 11, 24, 11, tzinfo=UTC)
    out = version(INSTAGRAM, on(1), status=Status.PUBLISHED, published_at=went_out)
    (line,) = agenda_lines(a_board(posts=(a_post(5, out),)), WEEK, NOW)
    assert (line.state, line.is_finished) == (State.PUBLISHED, True)


def test_whole_days_have_names() -> None:
    first, last = on(0).date(), on(1).date()
    closed = AllDayChip(ChipKind.CLOSED, "Ruhetag", first, last, False, False, 1, last)
    feast = AllDayChip(ChipKind.HOLIDAY, "Fest", last, last, False, False, None, last)
    campaign = AllDayChip(ChipKind.CAMPAIGN, "Advent", first, last, False, False, 1, last)
    assert whole_days([closed, feast, campaign]) == {first: ("Ruhetag",), last: ("Ruhetag", "Fest")}
