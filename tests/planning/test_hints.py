"""The calm list of a week: every kind of hint, when it is not there, and that its remedies help."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Activity, Board, ClosedDay, Hours, Post, Status, Week
from desktop.planning.budget import week_budget
from desktop.planning.cards import BlockKey, PostKey, post_cards
from desktop.planning.hints import Hint, HintKind, HintRemedyKind, Severity, week_hints
from desktop.planning.recurrence import occurrences
from desktop.planning.rescheduling import after
from desktop.planning.week import instant
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    NOW,
    PLAN,
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

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
LOOSE = tuple(replace(platform, corridor=(0, 99)) for platform in PLATFORMS)
ALL_WEEK = (Hours(0, 1440),) * 7


def board_of(*posts: Post, **fields: Any) -> Board:  # noqa: ANN401
    """A week in which only what is written makes a hint: no corridors, and no gaps as nobody works."""
    usual: dict[str, Any] = {"platforms": LOOSE, "plan": replace(PLAN, working_hours=(None,) * 7)}
    return a_board(posts, **{**usual, **fields})


def hints(board: Board, kind: HintKind, now: datetime = MONDAY, week: Week = WEEK) -> list[Hint]:
    return [hint for hint in week_hints(board, week, now) if hint.kind is kind]


def remedy_kinds(hint: Hint) -> list[HintRemedyKind]:
    return [remedy.kind for remedy in hint.remedies]


def test_a_calm_week_has_no_hints() -> None:
    assert week_hints(board_of(), WEEK, MONDAY) == ()
    assert week_hints(a_board(), WEEK, MONDAY) == ()


# -- late and unprepared


def test_what_should_be_out_is_overdue() -> None:
    post = a_post(1, version(INSTAGRAM, on(1)), version(FACEBOOK, on(1)))
    board = board_of(post, plan=PLAN)
    [hint] = hints(board, HintKind.OVERDUE, NOW)
    assert (hint.severity, hint.day, hint.moment) == (Severity.URGENT, on(1).date(), on(1))
    assert (hint.platform_id, hint.keys) == (INSTAGRAM, (PostKey(1, on(1)),))
    out, later = hint.remedies
    assert (out.kind, later.kind, later.to) == (HintRemedyKind.MARK_PUBLISHED, HintRemedyKind.MOVE_POST, on(2))
    assert {each.status for each in out.changes.posts[0].variants} == {Status.PUBLISHED}
    for remedy in hint.remedies:
        assert hints(after(board, remedy.changes), HintKind.OVERDUE, NOW) == []


def test_of_a_post_that_is_partly_out_nothing_is_moved() -> None:
    out = version(FACEBOOK, on(1), status=Status.PUBLISHED, published_at=instant(on(1), BERLIN))
    [hint] = hints(board_of(a_post(1, version(INSTAGRAM, on(1)), out), plan=PLAN), HintKind.OVERDUE, NOW)
    assert remedy_kinds(hint) == [HintRemedyKind.MARK_PUBLISHED]


def test_with_no_free_moment_left_it_can_only_be_out() -> None:
    [hint] = hints(board_of(a_post(1, version(INSTAGRAM, on(1)))), HintKind.OVERDUE, NOW)
    assert remedy_kinds(hint) == [HintRemedyKind.MARK_PUBLISHED]


def test_work_that_is_missing_shortly_before_a_post() -> None:
    post = a_post(1, version(INSTAGRAM, on(3, "9:00")), version(FACEBOOK, on(3, "8:00")), effort=(20, 45, 30, 30))
    board = board_of(post, plan=PLAN)
    [hint] = hints(board, HintKind.UNCOVERED_SOON, NOW)
    assert (hint.moment, hint.minutes, hint.keys) == (on(3, "8:00"), 65, (PostKey(1, on(3, "8:00")),))
    [remedy] = hint.remedies
    assert (remedy.kind, remedy.to, remedy.minutes) == (HintRemedyKind.SCHEDULE_EFFORT, on(2, "11:30"), 75)
    assert len({block.id for block in remedy.changes.blocks}) == 2
    assert [block.activity for block in remedy.changes.blocks] == [Activity.PLANNING, Activity.CREATION]
    assert hints(after(board, remedy.changes), HintKind.UNCOVERED_SOON, NOW) == []


def test_only_creation_or_too_little_time() -> None:
    post = a_post(1, version(INSTAGRAM, on(3, "9:00")), effort=(0, 45))
    [hint] = hints(board_of(post, plan=PLAN), HintKind.UNCOVERED_SOON, NOW)
    assert [block.activity for block in hint.remedies[0].changes.blocks] == [Activity.CREATION]
    hurried = replace(post, variants=(replace(post.variants[0], starts_at=on(2, "12:00")),))
    [hint] = hints(board_of(hurried, plan=PLAN), HintKind.UNCOVERED_SOON, NOW)
    assert (hint.minutes, hint.remedies) == (45, ())
    [hint] = hints(board_of(post), HintKind.UNCOVERED_SOON, NOW)
    assert hint.remedies == ()


def test_work_after_a_post_or_far_ahead_is_no_reason_to_hurry() -> None:
    after_it = a_post(1, version(INSTAGRAM, on(3, "9:00")), effort=(0, 0, 45, 45))
    ahead = a_post(2, version(INSTAGRAM, on(4, "9:00")), effort=(45, 45))
    gone = a_post(3, version(INSTAGRAM, on(1, "9:00")), effort=(45, 45))
    assert hints(board_of(after_it, ahead, gone), HintKind.UNCOVERED_SOON, NOW) == []


def test_over_the_end_of_the_week_only_known_days_are_offered() -> None:
    sunday = instant(on(6, "20:00"), BERLIN)
    monday = a_post(1, version(INSTAGRAM, on(0, "10:00", WEEK.shifted(1))), effort=(0, 45))
    board = board_of(monday, plan=PLAN, weeks=(WEEK.shifted(1),))
    [hint] = hints(board, HintKind.UNCOVERED_SOON, sunday, WEEK.shifted(1))
    assert hint.remedies[0].to == on(0, "8:00", WEEK.shifted(1))


# -- too close, said before


def test_two_posts_within_an_hour() -> None:
    posts = (a_post(1, version(INSTAGRAM, on(3, "12:00"))), a_post(2, version(INSTAGRAM, on(3, "12:45"))))
    board = board_of(*posts)
    [hint] = hints(board, HintKind.SAME_HOUR)
    assert (hint.severity, hint.platform_id, hint.moment, hint.other) == (
        Severity.WARNING,
        INSTAGRAM,
        on(3, "12:45"),
        on(3, "12:00"),
    )
    assert hint.keys == (PostKey(2, on(3, "12:45")), PostKey(1, on(3, "12:00")))
    [remedy] = hint.remedies
    assert (remedy.kind, remedy.to) == (HintRemedyKind.MOVE_POST, on(3, "13:00"))
    assert hints(after(board, remedy.changes), HintKind.SAME_HOUR) == []


def test_what_is_an_hour_apart_elsewhere_or_past_is_fine() -> None:
    first = a_post(1, version(INSTAGRAM, on(1, "12:00")))
    assert hints(board_of(first, a_post(2, version(INSTAGRAM, on(1, "13:00")))), HintKind.SAME_HOUR) == []
    assert hints(board_of(first, a_post(2, version(FACEBOOK, on(1, "12:00")))), HintKind.SAME_HOUR) == []
    both = board_of(first, a_post(2, version(INSTAGRAM, on(1, "12:00"))))
    assert len(hints(both, HintKind.SAME_HOUR)) == 1
    assert hints(both, HintKind.SAME_HOUR, NOW) == []
    asleep = tuple(replace(platform, is_active=False) for platform in LOOSE)
    assert hints(replace(both, platforms=asleep), HintKind.SAME_HOUR) == []


def test_late_in_the_evening_there_is_no_hour_left() -> None:
    posts = (a_post(1, version(INSTAGRAM, on(1, "23:15"))), a_post(2, version(INSTAGRAM, on(1, "23:30"))))
    assert hints(board_of(*posts), HintKind.SAME_HOUR)[0].remedies == ()


def a_text(number: int, moment: datetime, body: str, title: str = "", series_id: int | None = None) -> Post:
    post = a_post(number, version(INSTAGRAM, moment), series_id=series_id)
    return replace(post, body=body, title=title or f"Titel {number}")


def test_a_text_that_was_used_lately() -> None:
    before = a_text(1, on(3, week=WEEK.shifted(-4)), "Zimtschnecken,  frisch aus dem Ofen")
    middle = a_text(2, on(3, week=WEEK.shifted(-1)), "zimtschnecken, frisch aus\ndem Ofen")
    again = a_text(3, on(3), "Zimtschnecken, frisch aus dem Ofen ")
    [hint] = hints(board_of(before, middle, again), HintKind.REPEATED_TEXT)
    assert (hint.severity, hint.moment, hint.other) == (Severity.NOTE, on(3), on(3, week=WEEK.shifted(-1)))
    assert hint.keys == (PostKey(3, on(3)), PostKey(2, on(3, week=WEEK.shifted(-1))))
    assert remedy_kinds(hint) == [HintRemedyKind.EDIT_TEXT]


@pytest.mark.parametrize(
    "other",
    [
        a_text(1, on(3, week=WEEK.shifted(-5)), "Zimtschnecken"),
        a_text(1, on(1), "Zimtsterne", title="Heute neu"),
        a_post(1, version(FACEBOOK, on(1)), body="Zimtschnecken"),
        a_text(1, on(1), "Zimtschnecken", series_id=7),
        a_post(1, version(INSTAGRAM, on(1), body="Eigene Fassung"), body="Zimtschnecken"),
        a_post(1, version(INSTAGRAM, on(1)), body="", title=""),
    ],
)
def test_what_repeats_nothing(other: Post) -> None:
    mine = a_text(2, on(3), "Zimtschnecken", title="Heute neu", series_id=7)
    assert hints(board_of(other, mine), HintKind.REPEATED_TEXT) == []


def test_the_later_one_repeats_the_earlier_one() -> None:
    board = board_of(a_text(1, on(4), "Zimtschnecken"), a_text(2, on(3), "Zimtschnecken"))
    assert [hint.keys for hint in hints(board, HintKind.REPEATED_TEXT)] == [(PostKey(1, on(4)), PostKey(2, on(3)))]


def test_without_a_text_the_titles_are_compared() -> None:
    board = board_of(a_text(1, on(1), "", title="Wochenkarte"), a_text(2, on(3), "Suppe", title="Wochenkarte"))
    assert len(hints(board, HintKind.REPEATED_TEXT)) == 1
    assert hints(board, HintKind.REPEATED_TEXT, instant(on(4), BERLIN)) == []


# -- too few, too many, nothing


def test_too_few_posts_are_told_from_wednesday_on() -> None:
    platforms = (replace(PLATFORMS[0], corridor=(3, 7)), *LOOSE[1:])
    board = board_of(a_post(1, version(INSTAGRAM, on(5))), platforms=platforms, plan=PLAN)
    assert hints(board, HintKind.TOO_FEW) == []
    [hint] = hints(board, HintKind.TOO_FEW, NOW)
    assert (hint.platform_id, hint.count, hint.remedies[0].to) == (INSTAGRAM, 2, on(2))
    assert hints(board, HintKind.TOO_FEW, NOW - timedelta(weeks=1)) == []
    assert hints(board, HintKind.TOO_FEW, NOW + timedelta(weeks=1)) == []
    idle = replace(board, plan=replace(PLAN, working_hours=(None,) * 7))
    assert hints(idle, HintKind.TOO_FEW, NOW)[0].remedies == ()


def test_too_many_posts() -> None:
    platforms = (replace(PLATFORMS[0], corridor=(0, 1)), *LOOSE[1:])
    posts = (
        a_post(1, version(INSTAGRAM, on(1))),
        a_post(2, version(INSTAGRAM, on(3)), version(FACEBOOK, on(3))),
        a_post(3, version(INSTAGRAM, on(4)), version(INSTAGRAM, on(4), status=Status.SKIPPED)),
    )
    board = board_of(*posts, platforms=platforms)
    [hint] = hints(board, HintKind.TOO_MANY, NOW)
    assert (hint.count, hint.keys) == (2, (PostKey(2, on(3)), PostKey(3, on(4))))
    [remedy] = hint.remedies
    assert (remedy.kind, remedy.to) == (HintRemedyKind.POSTPONE_POST, on(4, week=WEEK.shifted(1)))
    better = after(board, remedy.changes)
    assert hints(better, HintKind.TOO_MANY, NOW)[0].count == 1
    [hint] = hints(better, HintKind.TOO_MANY, NOW)
    best = after(better, hint.remedies[0].changes)
    assert hints(best, HintKind.TOO_MANY, NOW) == []
    assert [each.starts_at for each in best.posts[1].variants] == [on(3, week=WEEK.shifted(1)), on(3)]
    assert hints(board, HintKind.TOO_MANY, instant(on(5), BERLIN))[0].remedies == ()
    assert hints(board, HintKind.TOO_MANY, NOW + timedelta(weeks=1)) == []


def test_gaps_that_are_yet_to_come() -> None:
    posts = (a_post(1, version(INSTAGRAM, on(0))), a_post(2, version(FACEBOOK, on(4))))
    board = board_of(*posts, plan=PLAN)
    [hint] = hints(board, HintKind.GAP)
    assert (hint.day, hint.last, hint.count) == (on(1).date(), on(3).date(), 3)
    assert (remedy_kinds(hint), hint.remedies[0].to) == ([HintRemedyKind.PLAN_POST], on(1))
    [rest] = hints(board, HintKind.GAP, NOW)
    assert (rest.day, rest.count) == (on(2).date(), 2)
    assert hints(board, HintKind.GAP, NOW + timedelta(weeks=1)) == []


def test_in_the_last_minutes_of_a_day_a_gap_stays_one() -> None:
    board = board_of(
        a_post(1, version(INSTAGRAM, on(0))),
        plan=replace(PLAN, working_hours=ALL_WEEK),
        closed_days=tuple(ClosedDay(number, "Ruhetag", weekday=number) for number in range(5)),
    )
    [hint] = hints(board, HintKind.GAP, instant(on(6, "23:55"), BERLIN))
    assert (hint.day, hint.remedies) == (on(6).date(), ())


# -- work


def test_a_week_over_its_cap_has_the_three_remedies() -> None:
    board = board_of(blocks=[a_block(1, on(3, "9:00"), 360), a_block(2, on(4, "9:00"), 60)], plan=PLAN)
    [hint] = hints(board, HintKind.OVER_CAP)
    assert (hint.platform_id, hint.minutes) == (INSTAGRAM, 60)
    assert hint.keys == (BlockKey(1, on(3, "9:00")), BlockKey(2, on(4, "9:00")))
    shorten, postpone, allow = hint.remedies
    assert (shorten.kind, shorten.minutes) == (HintRemedyKind.SHORTEN_BLOCK, 300)
    assert (postpone.kind, postpone.to) == (HintRemedyKind.POSTPONE_BLOCK, on(4, "9:00", WEEK.shifted(1)))
    assert (allow.kind, allow.minutes) == (HintRemedyKind.RAISE_TARGET, 420)
    assert allow.override is not None
    assert hints(after(board, shorten.changes), HintKind.OVER_CAP) == []
    assert hints(replace(board, overrides=(allow.override,)), HintKind.OVER_CAP) == []
    worked = replace(board, entries=(an_entry(1, MONDAY, 600),))
    assert hints(worked, HintKind.OVER_CAP, NOW + timedelta(weeks=1)) == []


def test_more_work_than_hours() -> None:
    hours = replace(PLAN, working_hours=(Hours(480, 720),) * 5 + (None, None))
    blocks = [
        a_block(1, on(1, "8:00"), 150, [INSTAGRAM]),
        a_block(2, on(1, "10:30"), 90, [FACEBOOK]),
        a_block(3, on(1, "9:00"), 60, [LINKEDIN], serves=(1,)),
        a_block(4, on(2, "8:00"), 180, [LINKEDIN]),
    ]
    post = a_post(1, version(LINKEDIN, on(4)))
    board = board_of(post, blocks=blocks, plan=hours)
    [hint] = hints(board, HintKind.OVER_DAY)
    assert (hint.day, hint.minutes, len(hint.keys)) == (on(1).date(), 60, 3)
    [remedy] = hint.remedies
    assert (remedy.kind, remedy.minutes, remedy.to) == (HintRemedyKind.MOVE_BLOCKS, 90, on(0, "8:15"))
    better = after(board, remedy.changes)
    assert hints(better, HintKind.OVER_DAY) == []
    assert hints(board, HintKind.OVER_DAY, NOW) == []


def test_nothing_to_move_and_nowhere_to_go() -> None:
    linked = a_block(1, on(4, "8:00"), 700, serves=(1,))
    board = board_of(a_post(1, version(INSTAGRAM, on(5))), blocks=[linked], plan=PLAN)
    assert hints(board, HintKind.OVER_DAY)[0].remedies == ()
    free = board_of(blocks=[a_block(1, on(4, "8:00"), 700)], plan=PLAN)
    assert hints(free, HintKind.OVER_DAY)[0].remedies == ()


def test_work_outside_the_hours_is_told_once_a_day() -> None:
    blocks = [
        a_block(1, on(3, "7:00"), 90, rrule="FREQ=DAILY;COUNT=2"),
        a_block(2, on(3, "18:00"), 60, [FACEBOOK]),
        a_block(3, on(3, "9:00"), 60),
        a_block(4, on(3, "20:00"), 30, done=frozenset({on(3, "20:00")})),
        a_block(5, on(5, "9:00"), 30, serves=(1,)),
    ]
    board = board_of(a_post(1, version(INSTAGRAM, on(6))), blocks=blocks, plan=PLAN)
    thursday, friday, saturday = hints(board, HintKind.OUTSIDE_HOURS)
    assert (thursday.day, thursday.minutes) == (on(3).date(), 120)
    assert thursday.keys == (BlockKey(1, on(3, "7:00")), BlockKey(2, on(3, "18:00")))
    [remedy] = thursday.remedies
    assert (remedy.to, remedy.minutes) == (on(3, "10:00"), 150)
    better = after(board, remedy.changes)
    assert [each.day for each in hints(better, HintKind.OUTSIDE_HOURS)] == [friday.day, saturday.day]
    assert (saturday.minutes, saturday.remedies) == (30, ())
    assert [each.day for each in hints(board, HintKind.OUTSIDE_HOURS, instant(on(4, "9:00"), BERLIN))] == [saturday.day]


def test_two_of_the_same_series_are_moved_together() -> None:
    block = a_block(1, on(3, "5:00"), 30, rrule="FREQ=DAILY;BYHOUR=5,6;COUNT=2")
    board = board_of(blocks=[block], plan=PLAN)
    [hint] = hints(board, HintKind.OUTSIDE_HOURS)
    assert len(hint.keys) == 2
    better = after(board, hint.remedies[0].changes)
    assert [each.starts_at for each in occurrences(better, WEEK)] == [on(3, "8:00"), on(3, "8:30")]
    assert hints(better, HintKind.OUTSIDE_HOURS) == []


# -- the list


def test_the_most_severe_come_first_then_by_day() -> None:
    board = a_board(
        [a_post(number, version(INSTAGRAM, on(weekday))) for number, weekday in ((1, 1), (2, 3), (3, 3))],
        [a_block(1, on(6, "9:00"), 30), a_block(2, on(5, "9:00"), 400)],
    )
    found = week_hints(board, WEEK, NOW)
    assert [hint.kind for hint in found] == [
        HintKind.OVERDUE,
        HintKind.SAME_HOUR,
        HintKind.OVER_CAP,
        HintKind.TOO_FEW,
        HintKind.TOO_FEW,
        HintKind.GAP,
        HintKind.OUTSIDE_HOURS,
        HintKind.OUTSIDE_HOURS,
    ]
    assert [hint.day for hint in found[-2:]] == [on(5).date(), on(6).date()]


@given(random_boards(), st.integers(0, 20))
def test_hints_point_at_what_is_there_and_remedies_can_be_done(board: Board, half_days: int) -> None:
    week = board.weeks[1]
    now = instant(on(0, "0:00", board.weeks[0]), BERLIN) + half_days * timedelta(hours=12, minutes=7)
    cards = {card.key for each in board.weeks for card in post_cards(board, each, now)}
    work = {each.key for each in occurrences(board, week)}
    found = week_hints(board, week, now)
    assert found == week_hints(replace(board), week, now)
    for hint in found:
        assert {key for key in hint.keys if isinstance(key, PostKey)} <= cards
        assert {key for key in hint.keys if isinstance(key, BlockKey)} <= work
        assert hint.day is None or hint.day in week
        for remedy in hint.remedies:
            assert not remedy.changes.removed_posts | remedy.changes.removed_blocks
            week_budget(after(board, remedy.changes), week, now)
