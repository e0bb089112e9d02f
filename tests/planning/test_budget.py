"""The nine rules of a week's time: every worked line of product.md, and what must hold for any week."""

from __future__ import annotations

import random
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import (
    ACTIVITIES,
    DEFAULT_WEIGHTS,
    Activity,
    BlockException,
    BlockLink,
    Board,
    ByActivity,
    ExceptionKind,
    Platform,
    PlatformKind,
    Share,
    Status,
    Week,
    WeekOverride,
    WorkBlock,
)
from desktop.planning.budget import (
    ActivityBudget,
    PlatformBudget,
    Verdict,
    booked_minutes,
    covering,
    day_minutes,
    divide,
    judged,
    occurrence_minutes,
    split,
    spread,
    target_and_cap,
    uncovered_shares,
    week_budget,
    week_total,
)
from desktop.planning.recurrence import expand, occurrence_at, occurrences
from desktop.planning.week import instant, week_minutes
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
    efforts,
    on,
    random_boards,
    version,
)

BERLIN = ZoneInfo("Europe/Berlin")


def budgets(board: Board, week: Week = WEEK, now: datetime = NOW) -> dict[int, PlatformBudget]:
    return {budget.platform.id: budget for budget in week_budget(board, week, now)}


def planned(board: Board, week: Week = WEEK) -> dict[int, int]:
    return {platform_id: budget.planned for platform_id, budget in budgets(board, week).items() if budget.planned}


# The worked lines of product.md


def test_a_block_serves_its_posts_in_order_and_the_rest_of_the_last_stays_uncovered() -> None:
    posts = [a_post(number, version(INSTAGRAM, on(number)), effort=(0, effort)) for number, effort in
             enumerate((45, 60, 45), start=1)]  # fmt: skip
    board = a_board(posts, [a_block(1, on(0, "9:00"), 120, serves=(3, 1, 2))])
    covered = covering(board)
    assert covered.served[1, on(0, "9:00")] == ((1, 45), (2, 60), (3, 15))
    assert [covered.uncovered[number].total for number in (1, 2, 3)] == [0, 0, 30]
    assert budgets(board)[INSTAGRAM].planned == 150
    assert budgets(board)[INSTAGRAM].uncovered == 30


def test_fifteen_minutes_of_everything_on_two_platforms_cost_thirty_each() -> None:
    post = a_post(1, version(INSTAGRAM, on(1)), version(FACEBOOK, on(1)), effort=(15, 15, 15, 15))
    assert planned(a_board([post])) == {INSTAGRAM: 30, FACEBOOK: 30}


def test_forty_five_minutes_without_a_format_on_two_platforms_cost_23_and_22() -> None:
    assert spread(45) == (9, 18, 11, 7)
    post = a_post(1, version(INSTAGRAM, on(1)), version(FACEBOOK, on(1)), effort=spread(45))
    assert planned(a_board([post])) == {INSTAGRAM: 23, FACEBOOK: 22}


def test_a_block_that_covers_half_of_two_platforms_effort_leaves_both_with_the_same_sum() -> None:
    post = a_post(1, version(INSTAGRAM, on(1)), version(FACEBOOK, on(1)), effort=(0, 120))
    board = a_board([post], [a_block(1, on(0), 60, [INSTAGRAM], serves=(1,))])
    assert planned(board) == {INSTAGRAM: 60, FACEBOOK: 60}
    assert budgets(board)[INSTAGRAM].uncovered == 30


def test_between_target_and_cap_the_target_is_met() -> None:
    platform = replace(PLATFORMS[0], cap=480)
    board = a_board(blocks=[a_block(1, on(0, "9:00"), 420)], platforms=(platform,))
    (budget,) = week_budget(board, WEEK, NOW)
    assert (budget.target, budget.cap, budget.planned, budget.verdict) == (360, 480, 420, Verdict.MET)


# Rule 1: target and cap


@pytest.mark.parametrize(
    ("own_cap", "override", "expected"),
    [
        (None, None, (360, 360)),
        (480, None, (360, 480)),
        (300, None, (360, 360)),
        (480, (240, None), (240, 240)),
        (480, (240, 300), (240, 300)),
        (None, (None, 420), (360, 420)),
        (480, (None, 400), (360, 400)),
        (480, (None, 100), (360, 360)),
        (480, (500, 100), (500, 500)),
        (480, (0, None), (0, 0)),
        (480, (None, None), (360, 480)),
    ],
)
def test_an_overridden_target_brings_its_cap_unless_one_is_named(
    own_cap: int | None, override: tuple[int | None, int | None] | None, expected: tuple[int, int]
) -> None:
    platform = replace(PLATFORMS[0], cap=own_cap)
    overrides = (WeekOverride(1, INSTAGRAM, WEEK, *override),) if override else ()
    board = a_board(platforms=(platform,), overrides=overrides)
    assert target_and_cap(board, platform, WEEK) == expected
    assert target_and_cap(board, platform, WEEK.shifted(1)) == (360, max(360, own_cap or 0))


def test_an_override_is_for_its_own_platform() -> None:
    board = a_board(overrides=(WeekOverride(1, FACEBOOK, WEEK, target=90),))
    assert [budget.target for budget in week_budget(board, WEEK, NOW)] == [360, 90, 360]


# Rule 2: activities


def test_the_usual_target_is_split_into_72_144_90_54() -> None:
    assert split(360, DEFAULT_WEIGHTS) == (72, 144, 90, 54)


def test_equal_remainders_go_to_the_earlier_activity() -> None:
    assert split(2, ByActivity(1, 1, 1, 1)) == (1, 1, 0, 0)


def test_a_template_without_minutes_spreads_by_default() -> None:
    assert spread(100, ByActivity()) == (20, 40, 25, 15)
    assert spread(100, ByActivity(0, 1, 0, 3)) == (0, 25, 0, 75)


@given(st.integers(0, 5000), st.builds(ByActivity, *(st.integers(0, 100),) * 4))
def test_the_parts_of_a_target_add_up_and_are_never_a_minute_off(target: int, weights: ByActivity) -> None:
    parts = split(target, weights)
    assert parts.total == target
    counted = weights if weights.total else DEFAULT_WEIGHTS
    for part, weight in zip(parts, counted, strict=True):
        assert abs(part - target * weight / counted.total) < 1


# Rule 3: planned


def test_all_statuses_but_skipped_count_and_undated_ones_do_not() -> None:
    for status in Status:
        at = NOW if status is Status.PUBLISHED else None
        board = a_board([a_post(1, version(INSTAGRAM, on(1), status=status, published_at=at), effort=(0, 40))])
        assert planned(board) == ({} if status is Status.SKIPPED else {INSTAGRAM: 40})
    assert planned(a_board([a_post(1, version(INSTAGRAM), effort=(0, 40))])) == {}


def test_a_published_version_counts_in_the_week_in_which_it_really_came_out() -> None:
    late = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)  # Monday in Berlin
    post = a_post(1, version(INSTAGRAM, on(6), status=Status.PUBLISHED, published_at=late), effort=(0, 40))
    board = a_board([post], weeks=(WEEK, WEEK.shifted(1)))
    assert planned(board) == {}
    assert planned(board, WEEK.shifted(1)) == {INSTAGRAM: 40}


@pytest.mark.parametrize(("day", "minutes"), [("2026-03-28", 180), ("2026-03-29", 120), ("2026-10-25", 240)])
def test_blocks_cost_what_really_passes(day: str, minutes: int) -> None:
    starts_at = datetime.fromisoformat(f"{day}T01:00")
    board = a_board(blocks=[a_block(1, starts_at, 180)], weeks=(Week.of(starts_at),))
    assert planned(board, Week.of(starts_at)) == {INSTAGRAM: minutes}
    assert day_minutes(board, starts_at.date()) == minutes


def test_a_block_may_end_at_midnight_and_belongs_to_its_week() -> None:
    board = a_board(blocks=[a_block(1, on(6, "22:00"), 120)], weeks=(WEEK, WEEK.shifted(1)))
    assert planned(board) == {INSTAGRAM: 120}
    assert planned(board, WEEK.shifted(1)) == {}


def test_series_count_in_every_week_with_their_exceptions() -> None:
    moved = BlockException(on(0, "9:00"), ExceptionKind.CHANGED, on(1, "9:00"), on(1, "9:30"))
    cancelled = BlockException(on(0, "9:00", WEEK.shifted(1)), ExceptionKind.CANCELLED)
    block = a_block(1, on(0, "9:00"), 60, rrule="FREQ=WEEKLY", exceptions=(moved, cancelled))
    board = a_board(blocks=[block])
    assert planned(board) == {INSTAGRAM: 30}
    assert planned(board, WEEK.shifted(1)) == {}
    assert planned(board, WEEK.shifted(2)) == {INSTAGRAM: 60}


def test_the_minutes_of_a_day_are_those_of_all_its_blocks() -> None:
    board = a_board(blocks=[a_block(1, on(0), 60), a_block(2, on(0), 45, [FACEBOOK]), a_block(3, on(1), 30)])
    assert day_minutes(board, WEEK.monday) == 105


# Rule 4: covered


def test_a_block_covers_only_its_own_activity() -> None:
    post = a_post(1, version(INSTAGRAM, on(1)), effort=(30, 30))
    board = a_board([post], [a_block(1, on(0), 60, activity=Activity.PLANNING, serves=(1,))])
    assert covering(board).uncovered[1] == (0, 30, 0, 0)
    assert planned(board) == {INSTAGRAM: 90}


def test_earlier_blocks_pay_first_whatever_their_ids() -> None:
    post = a_post(1, version(INSTAGRAM, on(3)), effort=(0, 70))
    board = a_board([post], [a_block(1, on(2), 60, serves=(1,)), a_block(2, on(0), 60, serves=(1,))])
    assert dict(covering(board).served) == {(2, on(0)): ((1, 60),), (1, on(2)): ((1, 10),)}


def test_posts_of_other_weeks_may_be_served_and_bring_the_block_their_platforms() -> None:
    post = a_post(1, version(FACEBOOK, on(1, week=WEEK.shifted(2))), effort=(0, 90))
    board = a_board([post], [a_block(1, on(0), 60, [INSTAGRAM], serves=(1,))])
    assert planned(board) == {FACEBOOK: 60}
    assert planned(board, WEEK.shifted(2)) == {FACEBOOK: 30}


def test_posts_at_the_same_moment_are_served_by_id_and_the_earliest_version_counts() -> None:
    late = a_post(1, version(INSTAGRAM, on(4)), version(FACEBOOK, on(1)), effort=(0, 40))
    twin = a_post(2, version(INSTAGRAM, on(1)), effort=(0, 40))
    skipped = a_post(3, version(INSTAGRAM, on(5)), version(FACEBOOK, on(0), status=Status.SKIPPED), effort=(0, 40))
    board = a_board([skipped, twin, late], [a_block(1, on(0), 100, serves=(3, 2, 1))])
    assert covering(board).served[1, on(0)] == ((1, 40), (2, 40), (3, 20))


def test_undated_and_wholly_skipped_posts_take_nothing() -> None:
    undated = a_post(1, version(FACEBOOK), effort=(0, 40))
    skipped = a_post(2, version(FACEBOOK, on(1), status=Status.SKIPPED), effort=(0, 40))
    half = a_post(3, version(FACEBOOK, on(1), status=Status.SKIPPED), version(LINKEDIN), effort=(0, 40))
    board = a_board([undated, skipped, half], [a_block(1, on(0), 60, [INSTAGRAM], serves=(1, 2, 3))])
    assert covering(board).served[1, on(0)] == ((1, 0), (2, 0), (3, 0))
    assert covering(board).uncovered[1].total == 40
    assert planned(board) == {INSTAGRAM: 60}


def test_only_the_linked_occurrence_of_a_series_serves() -> None:
    post = a_post(1, version(FACEBOOK, on(2)), effort=(0, 90))
    block = a_block(1, on(0), 60, [INSTAGRAM], serves=(1,), rrule="FREQ=DAILY;COUNT=2")
    assert planned(a_board([post], [block])) == {FACEBOOK: 90, INSTAGRAM: 60}


def test_cancelled_occurrences_and_lost_links_serve_nobody() -> None:
    post = a_post(1, version(INSTAGRAM, on(2)), effort=(0, 90))
    cancelled = (BlockException(on(0), ExceptionKind.CANCELLED),)
    block = a_block(1, on(0), 60, serves=(1,), rrule="FREQ=DAILY;COUNT=2", exceptions=cancelled)
    elsewhere = a_block(2, on(1), 60, [FACEBOOK], links=(BlockLink(on(1), 99),))
    board = a_board([post], [block, elsewhere])
    assert covering(board).served == {(2, on(1)): ()}
    assert planned(board) == {INSTAGRAM: 150, FACEBOOK: 60}


def test_in_the_repeated_hour_the_second_pass_serves_later() -> None:
    night = datetime(2026, 10, 25, 2, 45)
    post = a_post(1, version(INSTAGRAM, datetime(2026, 10, 25, 12)), effort=(0, 20))
    second = a_block(1, night.replace(minute=30, fold=1), serves=(1,), ends_at=datetime(2026, 10, 25, 3))
    first = a_block(2, night, serves=(1,), ends_at=datetime(2026, 10, 25, 3))
    served = covering(a_board([post], [second, first])).served
    assert served[2, night] == ((1, 20),)
    assert served[1, night.replace(minute=30)] == ((1, 0),)


# Rule 5: several platforms


def test_shares_divide_by_weight_and_odd_minutes_go_to_the_smallest_total() -> None:
    shares = [Share(INSTAGRAM, 3), Share(FACEBOOK, 1)]
    assert divide(ByActivity(10, 0, 0, 0), shares) == {INSTAGRAM: (7, 0, 0, 0), FACEBOOK: (3, 0, 0, 0)}
    assert divide(ByActivity(80, 40), shares) == {INSTAGRAM: (60, 30, 0, 0), FACEBOOK: (20, 10, 0, 0)}


def test_shares_that_only_some_have_do_not_count() -> None:
    assert divide(ByActivity(60), [Share(1, 5), Share(2)]) == {1: (30, 0, 0, 0), 2: (30, 0, 0, 0)}


def test_nothing_is_divided_over_no_platform() -> None:
    assert divide(ByActivity(60), []) == {}


def test_odd_minutes_follow_the_platform_order_not_the_ids() -> None:
    turned = tuple(reversed(PLATFORMS))
    post = a_post(1, version(INSTAGRAM, on(1)), version(LINKEDIN, on(1)), effort=(0, 45))
    block = a_block(1, on(0), 15, [INSTAGRAM, LINKEDIN])
    board = a_board([post], [block], platforms=turned)
    assert planned(board) == {LINKEDIN: 23 + 8, INSTAGRAM: 22 + 7}
    occurrence = occurrence_at(block, on(0), BERLIN)
    assert occurrence is not None
    assert list(occurrence_minutes(board, occurrence).items()) == [(LINKEDIN, 8), (INSTAGRAM, 7)]


def test_each_platform_bears_its_share_in_the_week_of_its_own_version() -> None:
    post = a_post(
        1,
        version(INSTAGRAM, on(1), share=2),
        version(FACEBOOK, on(1, week=WEEK.shifted(1)), share=1),
        version(LINKEDIN, share=5),
        effort=(0, 90),
    )
    board = a_board([post], weeks=(WEEK, WEEK.shifted(1)))
    assert planned(board) == {INSTAGRAM: 60}
    assert planned(board, WEEK.shifted(1)) == {FACEBOOK: 30}
    assert uncovered_shares(board, post) == {INSTAGRAM: (0, 60, 0, 0), FACEBOOK: (0, 30, 0, 0)}


def test_a_linked_block_is_borne_evenly_by_all_platforms_of_its_posts() -> None:
    posts = [
        a_post(1, version(INSTAGRAM, on(1), share=9), version(FACEBOOK, on(1), share=1), effort=(0, 30)),
        a_post(2, version(LINKEDIN, on(1)), effort=(0, 30)),
    ]
    board = a_board(posts, [a_block(1, on(0), 60, [Share(INSTAGRAM, 1)], serves=(1, 2))])
    assert planned(board) == {INSTAGRAM: 20, FACEBOOK: 20, LINKEDIN: 20}


def test_inactive_platforms_bear_their_share_unseen() -> None:
    platforms = (PLATFORMS[0], replace(PLATFORMS[1], is_active=False))
    board = a_board(blocks=[a_block(1, on(0), 60, [INSTAGRAM, FACEBOOK])], platforms=platforms)
    assert planned(board) == {INSTAGRAM: 30}
    everything = week_budget(board, WEEK, NOW, with_inactive=True)
    assert [budget.planned for budget in everything] == [30, 30]


# Rule 6: done


def test_an_entry_across_midnight_of_sunday_counts_in_both_weeks() -> None:
    entry = an_entry(1, datetime(2026, 11, 29, 22, 30, tzinfo=UTC), 60)  # 23:30 to 0:30 in Berlin
    board = a_board(entries=[entry], weeks=(WEEK, WEEK.shifted(1)))
    assert budgets(board)[INSTAGRAM].done == 30
    assert budgets(board, WEEK.shifted(1))[INSTAGRAM].done == 30


def test_a_running_timer_counts_up_to_now() -> None:
    board = a_board(entries=[an_entry(1, NOW - timedelta(minutes=24, seconds=20), None)])
    assert budgets(board)[INSTAGRAM].done == 25
    assert budgets(board)[INSTAGRAM].activities[1] == ActivityBudget(144, 0, 25)


def test_an_entry_that_has_not_begun_counts_nothing() -> None:
    assert booked_minutes(an_entry(1, NOW, None), NOW - timedelta(hours=1)) == 0


def test_what_was_worked_in_other_weeks_counts_nothing() -> None:
    board = a_board(entries=[an_entry(1, NOW - timedelta(days=7), 60), an_entry(2, NOW - timedelta(hours=2), 30)])
    assert budgets(board)[INSTAGRAM].done == 30


# Rule 7: the verdict


@pytest.mark.parametrize(
    ("minutes", "verdict"),
    [
        (354, Verdict.OPEN),
        (355, Verdict.MET),
        (360, Verdict.MET),
        (485, Verdict.MET),
        (486, Verdict.OVER),
    ],
)
def test_five_minutes_are_tolerated(minutes: int, verdict: Verdict) -> None:
    assert judged(minutes, 360, 480) is verdict


def test_a_past_week_is_judged_by_what_was_done() -> None:
    board = a_board(blocks=[a_block(1, on(0), 360)])
    ends = datetime(2026, 11, 29, 23, tzinfo=UTC)
    last_minute, over = (budgets(board, now=now)[INSTAGRAM] for now in (ends - timedelta(minutes=1), ends))
    assert (last_minute.is_past, last_minute.verdict) == (False, Verdict.MET)
    assert (over.is_past, over.verdict) == (True, Verdict.OPEN)


# Rule 8: the corridor


def test_versions_in_the_week_are_counted_whatever_their_status_but_skipped() -> None:
    posts = [
        a_post(1, version(INSTAGRAM, on(1)), version(FACEBOOK, on(1))),
        a_post(2, version(INSTAGRAM, on(2), status=Status.SKIPPED), version(FACEBOOK)),
        a_post(3, version(INSTAGRAM, on(0), status=Status.PUBLISHED, published_at=NOW)),
        a_post(4, version(INSTAGRAM, on(0, week=WEEK.shifted(1)))),
    ]
    platforms = (replace(PLATFORMS[0], corridor=(1, 5)), *PLATFORMS[1:])
    found = budgets(a_board(posts, platforms=platforms))
    assert [(each.posts, each.published) for each in found.values()] == [(2, 1), (1, 0), (0, 0)]
    assert [each.corridor for each in found.values()] == [(1, 5), (3, 7), (3, 7)]


# What holds for any week


@given(efforts, st.lists(st.tuples(st.integers(1, 9), st.integers(1, 99)), min_size=1, max_size=5), st.booleans())
def test_divided_minutes_add_up_per_activity(
    effort: ByActivity, weights: list[tuple[int, int]], is_weighted: bool
) -> None:
    shares = [Share(place, weight if is_weighted else None) for place, (_, weight) in enumerate(weights, start=1)]
    parts = divide(effort, shares)
    for activity in ACTIVITIES:
        assert sum(part.of(activity) for part in parts.values()) == effort.of(activity)
    if not is_weighted:
        totals = [part.total for part in parts.values()]
        assert max(totals) - min(totals) <= 1
        assert totals == sorted(totals, reverse=True)


def counting_platforms(board: Board, post_id: int) -> set[int]:
    (post,) = (post for post in board.posts if post.id == post_id)
    return {
        each.platform_id
        for each in post.variants
        if each.status is not Status.SKIPPED and (each.starts_at or each.published_at)
    }


@given(random_boards())
def test_nothing_is_counted_twice_and_nothing_is_lost(board: Board) -> None:
    covered = covering(board)
    paid: dict[int, int] = {post.id: 0 for post in board.posts}
    for (block_id, original_at), served in covered.served.items():
        (block,) = (block for block in board.blocks if block.id == block_id)
        occurrence = occurrence_at(block, original_at, BERLIN)
        assert occurrence is not None
        minutes = sum(occurrence_minutes(board, occurrence).values())
        assert 0 <= sum(taken for _, taken in served) <= minutes
        for post_id, taken in served:
            assert taken >= 0
            paid[post_id] += taken
    for post in board.posts:
        assert all(0 <= rest <= effort for rest, effort in zip(covered.uncovered[post.id], post.effort, strict=True))
        assert paid[post.id] + covered.uncovered[post.id].total == post.effort.total
        if not counting_platforms(board, post.id):
            assert paid[post.id] == 0
    weeks = {week for first in board.weeks for week in (first.shifted(-1), first, first.shifted(1))}
    found = [budget for week in weeks for budget in week_budget(board, week, NOW)]
    uncovered = sum(covered.uncovered[post.id].total for post in board.posts if counting_platforms(board, post.id))
    work = sum(
        (instant(each.ends_at, BERLIN) - instant(each.starts_at, BERLIN)) // timedelta(minutes=1)
        for week in weeks
        for block in board.blocks
        for each in expand(block, week.monday, week.days[-1], BERLIN)
    )
    assert sum(budget.uncovered for budget in found) == uncovered
    assert sum(budget.planned for budget in found) == uncovered + work


@given(random_boards())
def test_the_week_shows_a_block_on_the_platforms_that_bear_it(board: Board) -> None:
    for week in board.weeks:
        for occurrence in occurrences(board, week):
            bearing = occurrence_minutes(board, occurrence)
            assert list(bearing) == [share.platform_id for share in occurrence.shares]


@given(random_boards())
def test_activities_and_platforms_add_up_to_the_week(board: Board) -> None:
    found = week_budget(board, board.weeks[0], NOW)
    for budget in found:
        assert budget.planned == sum(each.planned for each in budget.activities)
        assert budget.target == sum(each.target for each in budget.activities)
        assert budget.done == sum(each.done for each in budget.activities)
        assert 0 <= budget.uncovered <= budget.planned
        assert 0 <= budget.published <= budget.posts
    total = week_total(found)
    assert total.planned == sum(each.planned for each in total.activities) == sum(each.planned for each in found)
    assert total.done == sum(each.done for each in total.activities) == sum(each.done for each in found)
    assert total.target == sum(each.target for each in total.activities) == 3 * 360


@given(random_boards(), st.randoms(use_true_random=False))
def test_the_order_of_records_means_nothing(board: Board, dice: random.Random) -> None:
    turned = replace(
        board,
        posts=tuple(dice.sample(board.posts, len(board.posts))),
        blocks=tuple(dice.sample(board.blocks, len(board.blocks))),
        entries=tuple(dice.sample(board.entries, len(board.entries))),
    )
    assert week_budget(turned, board.weeks[0], NOW) == week_budget(board, board.weeks[0], NOW)
    assert covering(turned) == covering(board)


@given(random_boards())
def test_a_linked_block_serves_minute_by_minute(board: Board) -> None:
    """Rule 4 once more, as slowly as it can be read."""
    linked: list[tuple[datetime, int, WorkBlock]] = []
    for block in board.blocks:
        first = occurrence_at(block, block.starts_at, BERLIN)
        if block.links and first is not None:
            linked.append((instant(first.starts_at, BERLIN), block.id, block))
    needed = {post.id: list(post.effort) for post in board.posts}

    def earliest(post_id: int) -> datetime:
        (post,) = (post for post in board.posts if post.id == post_id)
        counting = [each for each in post.variants if each.status is not Status.SKIPPED]
        real = [each.published_at for each in counting if each.published_at]
        planned = [each.starts_at for each in counting if each.starts_at and not each.published_at]
        return min([*real, *(instant(starts_at, BERLIN) for starts_at in planned)])

    for starts, _, block in sorted(linked, key=lambda each: each[:2]):
        occurrence = occurrence_at(block, block.starts_at, BERLIN)
        assert occurrence is not None
        takers = [post_id for post_id in occurrence.post_ids if counting_platforms(board, post_id)]
        takers.sort(key=lambda post_id: (earliest(post_id), post_id))
        place = ACTIVITIES.index(occurrence.activity)
        minute = starts
        while minute < instant(occurrence.ends_at, BERLIN):
            taker = next((post_id for post_id in takers if needed[post_id][place]), None)
            if taker is not None:
                needed[taker][place] -= 1
            minute += timedelta(minutes=1)
    assert covering(board).uncovered == {post_id: tuple(minutes) for post_id, minutes in needed.items()}


@given(random_boards(), st.integers(0, 96))
def test_what_is_remembered_is_never_out_of_date(board: Board, quarters: int) -> None:
    week_budget(board, board.weeks[0], NOW)
    moved = replace(
        board,
        posts=tuple(
            replace(
                post,
                variants=tuple(
                    replace(each, starts_at=each.starts_at and each.starts_at + quarters * timedelta(minutes=15))
                    for each in post.variants
                ),
            )
            for post in board.posts[:1]
        )
        + board.posts[1:],
        blocks=tuple(replace(block, done=frozenset(), links=()) for block in board.blocks[:1]) + board.blocks[1:],
    )
    unknown = deepcopy(moved)
    assert week_budget(moved, board.weeks[0], NOW) == week_budget(unknown, board.weeks[0], NOW)


@given(random_boards(), st.integers(0, 14 * 1440))
def test_the_parts_of_an_entry_add_up_over_the_weeks(board: Board, minute: int) -> None:
    now = instant(on(0, "0:00", board.weeks[0]), BERLIN) + timedelta(minutes=minute)
    weeks = [board.weeks[0].shifted(shift) for shift in range(-1, 6)]
    for platform in board.platforms:
        expected = sum(booked_minutes(each, now) for each in board.entries if each.platform_id == platform.id)
        assert sum(budgets(board, week, now)[platform.id].done for week in weeks) == expected


@pytest.mark.parametrize(("week", "hours"), [(Week(2026, 13), 167), (Week(2026, 43), 169), (WEEK, 168)])
def test_a_timer_that_runs_for_ever_fills_the_week_with_what_it_has(week: Week, hours: int) -> None:
    board = a_board(entries=[an_entry(1, datetime(2026, 1, 1, tzinfo=UTC), None)], weeks=(week,))
    done = budgets(board, week, datetime(2027, 1, 1, tzinfo=UTC))[INSTAGRAM].done
    assert done == week_minutes(week, BERLIN) == hours * 60


def test_two_accounts_of_a_kind_are_two_platforms() -> None:
    second = Platform(4, "instagram-2", PlatformKind.INSTAGRAM, "Instagram Röstwerk", position=3)
    board = a_board(blocks=[a_block(1, on(0), 61, [INSTAGRAM, 4])], platforms=(*PLATFORMS, second))
    assert planned(board) == {INSTAGRAM: 31, 4: 30}


def test_all_platforms_together_are_the_week() -> None:
    board = a_board(
        blocks=[a_block(1, on(1), 30), a_block(2, on(2), 60, [FACEBOOK], Activity.MONITORING)],
        entries=[an_entry(1, NOW - timedelta(hours=2), 20)],
    )
    total = week_total(week_budget(board, WEEK, NOW))
    assert (total.target, total.planned, total.done) == (3 * 360, 90, 20)
    assert total.activities == tuple(
        ActivityBudget(3 * target, planned, done)
        for target, planned, done in ((72, 0, 0), (144, 30, 20), (90, 0, 0), (54, 60, 0))
    )
