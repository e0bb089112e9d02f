"""A week that is over its budget: the three hints of budget-hint.png, and when they are not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from db.records import Activity, Board, ExceptionKind, Share, WeekOverride, WorkBlock
from desktop.planning.budget import TOLERANCE, PlatformBudget, Verdict, week_budget
from desktop.planning.recurrence import expand
from desktop.planning.remedies import Remedy, RemedyKind, remedies
from desktop.planning.rescheduling import after
from desktop.planning.week import instant
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

BERLIN = ZoneInfo("Europe/Berlin")
NEXT = WEEK.shifted(1)
PLANNING, CREATION, INTERACTION, MONITORING = Activity


def the_picture() -> Board:
    """Instagram 6:30 of 6:00, Facebook 1:45 free, LinkedIn 0:45 free; it is Wednesday, 11:20."""

    def weekly(number: int, starts_at: datetime, minutes: int, activity: Activity, is_done: bool = False) -> WorkBlock:
        done = frozenset({starts_at}) if is_done else frozenset()
        return a_block(number, starts_at, minutes, activity=activity, rrule="FREQ=WEEKLY", done=done)

    return a_board(
        blocks=[
            weekly(1, on(0, "9:30"), 60, PLANNING, is_done=True),
            weekly(2, on(0, "13:30"), 120, CREATION, is_done=True),
            weekly(3, on(1, "10:45"), 30, INTERACTION, is_done=True),
            weekly(4, on(2, "10:30"), 30, INTERACTION),
            weekly(5, on(3, "11:00"), 30, INTERACTION),
            a_block(6, on(3, "14:30"), 60, activity=CREATION),
            weekly(7, on(4, "12:30"), 30, INTERACTION),
            weekly(8, on(4, "15:00"), 30, MONITORING),
            a_block(9, on(1, "13:00"), 255, [FACEBOOK]),
            a_block(10, on(2, "8:00"), 315, [LINKEDIN]),
        ]
    )


def by_kind(board: Board, platform_id: int = INSTAGRAM, now: datetime = NOW) -> dict[RemedyKind, Remedy]:
    return {remedy.kind: remedy for remedy in remedies(board, platform_id, WEEK, now)}


def budget(board: Board, platform_id: int = INSTAGRAM) -> PlatformBudget:
    return next(each for each in week_budget(board, WEEK, NOW) if each.platform.id == platform_id)


def test_the_three_remedies_of_the_picture() -> None:
    board = the_picture()
    assert (budget(board).planned, budget(board).verdict) == (390, Verdict.OVER)
    shorten, postpone, allow = remedies(board, INSTAGRAM, WEEK, NOW)
    assert shorten.occurrence is not None
    assert (shorten.kind, shorten.occurrence.starts_at, shorten.minutes) == (RemedyKind.SHORTEN, on(3, "14:30"), 30)
    assert (shorten.before, shorten.after_planned, shorten.target, shorten.cap) == (390, 360, 360, 360)
    assert postpone.occurrence is not None
    assert (postpone.kind, postpone.occurrence.starts_at) == (RemedyKind.POSTPONE, on(4, "12:30"))
    assert postpone.after_planned == 360
    assert (allow.kind, allow.target, allow.after_planned) == (RemedyKind.RAISE, 390, 390)
    assert allow.free == (FACEBOOK, 105)


def test_a_remedy_does_what_it_says() -> None:
    board = the_picture()
    found = by_kind(board)
    shortened = after(board, found[RemedyKind.SHORTEN].changes)
    assert shortened.blocks[5].ends_at == on(3, "15:00")
    assert budget(shortened).planned == 360
    postponed = after(board, found[RemedyKind.POSTPONE].changes)
    assert budget(postponed).planned == 360
    assert [exception.kind for exception in postponed.blocks[6].exceptions] == [ExceptionKind.CHANGED]
    override = found[RemedyKind.RAISE].override
    assert override == WeekOverride(0, INSTAGRAM, WEEK, target=390)
    allowed = replace(board, overrides=(override,))
    assert (budget(allowed).target, budget(allowed).cap, budget(allowed).verdict) == (390, 390, Verdict.MET)


def test_what_is_postponed_stands_beside_its_own_series_not_on_it() -> None:
    board = the_picture()
    postpone = by_kind(board)[RemedyKind.POSTPONE]
    assert postpone.to == on(4, "13:00", NEXT)
    (block,) = postpone.changes.blocks
    next_friday = expand(block, NEXT.days[4], NEXT.days[4], BERLIN)
    assert [(each.starts_at, each.ends_at) for each in next_friday] == [
        (on(4, "12:30", NEXT), on(4, "13:00", NEXT)),
        (on(4, "13:00", NEXT), on(4, "13:30", NEXT)),
    ]


def test_late_in_the_evening_the_same_time_must_do() -> None:
    board = a_board(
        blocks=[a_block(1, on(3, "23:00"), 60, rrule="FREQ=WEEKLY"), a_block(2, on(0, "9:00"), 360)],
    )
    assert by_kind(board)[RemedyKind.POSTPONE].to == on(3, "23:00", NEXT)


def test_a_one_off_block_is_postponed_to_the_same_time() -> None:
    board = a_board(blocks=[a_block(1, on(3, "9:00"), 60), a_block(2, on(0, "9:00"), 360)])
    remedy = by_kind(board)[RemedyKind.POSTPONE]
    assert (remedy.to, remedy.after_planned) == (on(3, "9:00", NEXT), 360)
    assert remedy.changes.blocks[0].starts_at == on(3, "9:00", NEXT)


def test_within_the_budget_there_is_nothing_to_remedy() -> None:
    assert remedies(the_picture(), FACEBOOK, WEEK, NOW) == ()
    assert remedies(a_board(blocks=[a_block(1, on(3), 365)]), INSTAGRAM, WEEK, NOW) == ()


def test_up_to_the_cap_all_is_well_and_above_it_the_cap_is_the_aim() -> None:
    platforms = (replace(PLATFORMS[0], cap=480), *PLATFORMS[1:])
    blocks = [a_block(1, on(3, "8:00"), 480), a_block(2, on(4, "8:00"), 60)]
    assert remedies(a_board(blocks=blocks[:1], platforms=platforms), INSTAGRAM, WEEK, NOW) == ()
    found = by_kind(a_board(blocks=blocks, platforms=platforms))
    assert (found[RemedyKind.SHORTEN].minutes, found[RemedyKind.SHORTEN].after_planned) == (420, 480)
    assert found[RemedyKind.POSTPONE].after_planned == 480
    assert found[RemedyKind.RAISE].target == 540


def test_what_is_done_or_begun_stays() -> None:
    done = a_block(1, on(4, "9:00"), 420, done=frozenset({on(4, "9:00")}))
    begun = a_block(1, on(2, "11:00"), 420)
    for block in (done, begun):
        assert list(by_kind(a_board(blocks=[block]))) == [RemedyKind.RAISE]


def test_a_linked_block_does_not_help_for_its_posts_still_cost_the_same() -> None:
    post = a_post(1, version(INSTAGRAM, on(5)), effort=(0, 420))
    board = a_board([post], [a_block(1, on(3, "9:00"), 420, serves=(1,))])
    assert list(by_kind(board)) == [RemedyKind.RAISE]


def test_a_linked_block_that_is_longer_than_needed_can_be_shortened() -> None:
    post = a_post(1, version(INSTAGRAM, on(5)), effort=(0, 60))
    board = a_board([post], [a_block(1, on(3, "9:00"), 420, serves=(1,))])
    found = by_kind(board)
    assert found[RemedyKind.SHORTEN].minutes == 360
    assert RemedyKind.POSTPONE not in found


def test_of_a_shared_block_more_has_to_go() -> None:
    board = a_board(blocks=[a_block(1, on(0, "9:00"), 345), a_block(2, on(3, "9:00"), 90, [INSTAGRAM, FACEBOOK])])
    shorten = by_kind(board)[RemedyKind.SHORTEN]
    assert (shorten.before, shorten.minutes, shorten.after_planned) == (390, 30, 360)


def test_a_block_that_would_all_but_vanish_is_not_shortened() -> None:
    board = a_board(blocks=[a_block(1, on(0, "9:00"), 370), a_block(2, on(3, "9:00"), 20)])
    assert list(by_kind(board)) == [RemedyKind.RAISE]
    enough = a_board(blocks=[a_block(1, on(0, "9:00"), 351), a_block(2, on(3, "9:00"), 35)])
    found = by_kind(enough)
    assert list(found) == [RemedyKind.POSTPONE, RemedyKind.RAISE]


def test_a_share_too_small_to_count_is_no_remedy() -> None:
    tiny = a_block(2, on(3, "9:00"), 15, [Share(INSTAGRAM, 1), Share(FACEBOOK, 99)])
    board = a_board(blocks=[a_block(1, on(0, "9:00"), 400), tiny])
    assert list(by_kind(board)) == [RemedyKind.RAISE]


def test_series_are_shortened_only_for_once_and_only_if_no_one_off_block_can_be() -> None:
    board = a_board(blocks=[a_block(1, on(0, "9:00"), 330), a_block(2, on(3, "9:00"), 120, rrule="FREQ=WEEKLY")])
    (block,) = by_kind(board)[RemedyKind.SHORTEN].changes.blocks
    assert [(each.original_at, each.ends_at) for each in block.exceptions] == [(on(3, "9:00"), on(3, "9:30"))]
    assert block.ends_at == on(3, "11:00")


def test_a_one_off_block_comes_before_a_series_even_of_an_activity_within_its_part() -> None:
    series = a_block(1, on(3, "9:00"), 300, activity=CREATION, rrule="FREQ=WEEKLY")
    once = a_block(2, on(4, "9:00"), 75, activity=INTERACTION)
    filling = a_block(3, on(0, "9:00"), 30, activity=PLANNING)
    shorten = by_kind(a_board(blocks=[series, once, filling]))[RemedyKind.SHORTEN]
    assert shorten.occurrence is not None
    assert (shorten.occurrence.block_id, shorten.minutes) == (2, 30)


def test_among_one_off_blocks_the_activity_that_is_over_its_part_comes_first() -> None:
    planning = a_block(1, on(3, "9:00"), 60, activity=PLANNING)
    creation = a_block(2, on(4, "9:00"), 330, activity=CREATION)
    shorten = by_kind(a_board(blocks=[planning, creation]))[RemedyKind.SHORTEN]
    assert shorten.occurrence is not None
    assert shorten.occurrence.block_id == 2


def test_an_override_that_exists_is_changed_not_doubled() -> None:
    known = WeekOverride(8, INSTAGRAM, WEEK, target=240, cap=300, note="Messe")
    board = a_board(blocks=[a_block(1, on(0, "9:00"), 360)], overrides=(known,))
    allow = by_kind(board)[RemedyKind.RAISE]
    assert allow.override == WeekOverride(8, INSTAGRAM, WEEK, target=360, note="Messe")


def test_a_past_week_can_only_be_allowed_what_was_done() -> None:
    later = datetime(2026, 12, 24, tzinfo=UTC)
    entry = an_entry(1, datetime(2026, 11, 24, 8, tzinfo=UTC), 400)
    found = remedies(a_board(blocks=[a_block(1, on(3), 60)], entries=[entry]), INSTAGRAM, WEEK, later)
    assert [(each.kind, each.before, each.target, each.free) for each in found] == [(RemedyKind.RAISE, 400, 400, None)]


def test_without_open_minutes_elsewhere_none_are_offered() -> None:
    blocks = [a_block(1, on(0, "0:00"), 1440, [INSTAGRAM, FACEBOOK, LINKEDIN])]
    assert by_kind(a_board(blocks=blocks))[RemedyKind.RAISE].free is None


def test_inactive_platforms_have_nothing_to_give() -> None:
    platforms = (PLATFORMS[0], *(replace(each, is_active=False) for each in PLATFORMS[1:]))
    board = a_board(blocks=[a_block(1, on(0, "9:00"), 420)], platforms=platforms)
    assert by_kind(board)[RemedyKind.RAISE].free is None


@pytest.mark.parametrize("hours", [-1, 0, 24 * 7])
def test_the_hints_of_a_past_or_coming_week_never_touch_what_has_begun(hours: int) -> None:
    now = datetime(2026, 11, 22, 23, tzinfo=UTC) + timedelta(hours=hours)
    for remedy in remedies(the_picture(), INSTAGRAM, WEEK, now):
        if remedy.occurrence is not None:
            assert instant(remedy.occurrence.starts_at, BERLIN) > now


@given(random_boards())
def test_every_remedy_brings_any_week_back(board: Board) -> None:
    tight = replace(board, platforms=tuple(replace(each, target=60) for each in board.platforms))
    week = board.weeks[0]
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for platform in board.platforms:
        for remedy in remedies(tight, platform.id, week, now):
            remedied = after(tight, remedy.changes)
            if remedy.override is not None:
                remedied = replace(remedied, overrides=(remedy.override,))
            found = next(each for each in week_budget(remedied, week, now) if each.platform.id == platform.id)
            assert found.planned == remedy.after_planned
            assert found.planned <= found.cap + TOLERANCE
            assert found.verdict is not Verdict.OVER
