"""The life of a version, ticks, and the time entries they make and take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Activity, BlockException, Board, Changes, ExceptionKind, MadeBy, Post, Status, TimeEntry, Variant
from desktop.planning.budget import booked_minutes, week_budget
from desktop.planning.recurrence import occurrence_at
from desktop.planning.rescheduling import after
from desktop.planning.status import is_overdue, least_advanced, resume, set_status, tick, would_book
from desktop.planning.week import elapsed
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
from tests.planning.test_cards import BERLIN

EVENING = datetime(2026, 11, 25, 18, 30, tzinfo=UTC)
NOTHING = Changes()


def entries_of(changes: Changes) -> list[tuple[int, Activity, int]]:
    return [(each.platform_id, each.activity, booked_minutes(each, NOW)) for each in changes.entries]


def only_variant(changes: Changes) -> Variant:
    ((variant,),) = (post.variants for post in changes.posts)
    return variant


def with_status(status: Status, **fields: object) -> Board:
    planned = replace(version(INSTAGRAM, on(3), status=status), **fields)  # type: ignore[arg-type]
    return a_board([a_post(1, planned, approver_id=6)])


# Statuses


def test_the_other_names_of_the_rules_are_here_too() -> None:
    assert least_advanced([Status.DRAFT, Status.PUBLISHED]) is Status.DRAFT
    assert not is_overdue(version(INSTAGRAM), NOW, BERLIN)


def test_going_from_review_to_scheduled_records_who_approved_and_when() -> None:
    board = with_status(Status.REVIEW)
    by_somebody = only_variant(set_status(board, 1, (101,), Status.SCHEDULED, NOW, by=9))
    assert (by_somebody.status, by_somebody.approved_by, by_somebody.approved_at) == (Status.SCHEDULED, 9, NOW)
    by_default = only_variant(set_status(board, 1, (101,), Status.SCHEDULED, NOW))
    assert (by_default.approved_by, by_default.approved_at) == (6, NOW)


def test_scheduling_without_a_review_approves_nothing() -> None:
    variant = only_variant(set_status(with_status(Status.DRAFT), 1, (101,), Status.SCHEDULED, NOW, by=9))
    assert (variant.approved_by, variant.approved_at) == (None, None)


@pytest.mark.parametrize("status", Status)
def test_going_back_takes_the_approval_and_going_on_keeps_it(status: Status) -> None:
    board = with_status(Status.SCHEDULED, approved_by=9, approved_at=NOW)
    changes = set_status(board, 1, (101,), status, EVENING)
    if status is Status.SCHEDULED:
        assert changes == NOTHING
    else:
        is_back = status in {Status.IDEA, Status.DRAFT, Status.REVIEW}
        assert only_variant(changes).approved_at == (None if is_back else NOW)
        assert only_variant(changes).approved_by == (None if is_back else 9)


def test_only_the_named_versions_change_and_no_names_mean_all() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(3)), version(FACEBOOK, on(3)))])
    some = set_status(board, 1, (102,), Status.REVIEW, NOW).posts[0]
    assert [each.status for each in some.variants] == [Status.DRAFT, Status.REVIEW]
    everything = set_status(board, 1, (), Status.REVIEW, NOW).posts[0]
    assert [each.status for each in everything.variants] == [Status.REVIEW, Status.REVIEW]


def test_unknown_posts_and_blocks_are_refused() -> None:
    with pytest.raises(KeyError):
        set_status(a_board(), 1, (), Status.DRAFT, NOW)
    with pytest.raises(KeyError):
        tick(a_board(), 1, on(0), on=True)


@pytest.mark.parametrize("before", [each for each in Status if each is not Status.HELD])
def test_held_versions_go_on_where_they_were(before: Status) -> None:
    fields = {"published_at": NOW} if before is Status.PUBLISHED else {}
    board = with_status(before, **fields)
    held = set_status(board, 1, (101,), Status.HELD, NOW)
    assert (only_variant(held).status, only_variant(held).held_from) == (Status.HELD, before)
    resumed = resume(after(board, held), 1, (), EVENING)
    assert resumed.posts == board.posts


def test_only_what_is_held_is_resumed() -> None:
    assert resume(with_status(Status.DRAFT), 1, (), NOW) == NOTHING
    lost = only_variant(resume(with_status(Status.HELD), 1, (), NOW))
    assert lost.status is Status.DRAFT


def test_a_held_review_may_be_approved_at_once() -> None:
    board = with_status(Status.HELD, held_from=Status.REVIEW)
    variant = only_variant(set_status(board, 1, (), Status.SCHEDULED, NOW, by=9))
    assert (variant.held_from, variant.approved_by) == (None, 9)


def test_publishing_keeps_the_real_time_by_default_now() -> None:
    board = with_status(Status.SCHEDULED)
    assert only_variant(set_status(board, 1, (), Status.PUBLISHED, NOW)).published_at == NOW
    earlier = NOW - timedelta(hours=3)
    assert only_variant(set_status(board, 1, (), Status.PUBLISHED, NOW, published_at=earlier)).published_at == earlier
    out = after(board, set_status(board, 1, (), Status.PUBLISHED, NOW))
    assert set_status(out, 1, (), Status.PUBLISHED, EVENING) == NOTHING
    assert only_variant(set_status(out, 1, (), Status.DRAFT, EVENING)).published_at is None


# Publishing and time


def a_published_board() -> tuple[Board, Changes]:
    post = a_post(1, version(INSTAGRAM, on(3)), version(FACEBOOK, on(3)), effort=(15, 61), owner_id=4)
    board = a_board([post], [a_block(1, on(0), 20, serves=(1,))])
    return board, set_status(board, 1, (101,), Status.PUBLISHED, NOW)


def test_publishing_a_version_enters_its_own_uncovered_share_per_activity() -> None:
    _, changes = a_published_board()
    assert entries_of(changes) == [(INSTAGRAM, Activity.PLANNING, 8), (INSTAGRAM, Activity.CREATION, 20)]
    for entry in changes.entries:
        assert (entry.ended_at, entry.made_by, entry.post_id, entry.member_id) == (NOW, MadeBy.PUBLISH, 1, 4)
    assert len({entry.id for entry in changes.entries}) == 2
    assert all(entry.id < 1 for entry in changes.entries)


def test_every_version_enters_its_own_share_and_together_they_are_the_whole() -> None:
    board, changes = a_published_board()
    second = set_status(after(board, changes), 1, (102,), Status.PUBLISHED, NOW)
    assert entries_of(second) == [(FACEBOOK, Activity.PLANNING, 7), (FACEBOOK, Activity.CREATION, 21)]
    both = set_status(board, 1, (), Status.PUBLISHED, NOW)
    assert entries_of(both) == entries_of(changes) + entries_of(second)


def test_leaving_published_takes_back_what_publishing_entered() -> None:
    board, changes = a_published_board()
    published = after(board, changes)
    own = an_entry(50, NOW, 30, post_id=1)
    published = replace(published, entries=(*published.entries, own))
    back = set_status(published, 1, (101,), Status.SCHEDULED, EVENING)
    assert back.removed_entries == {entry.id for entry in published.entries if entry.id != 50}
    assert after(published, back).entries == (own,)


def test_corrected_entries_stay_and_are_not_entered_again() -> None:
    board, changes = a_published_board()
    published = after(board, changes)
    planning, creation = published.entries
    corrected = replace(creation, started_at=NOW - timedelta(minutes=15), is_corrected=True)
    published = replace(published, entries=(planning, corrected))
    left = after(published, set_status(published, 1, (101,), Status.SCHEDULED, EVENING))
    assert left.entries == (corrected,)
    again = set_status(left, 1, (101,), Status.PUBLISHED, EVENING)
    assert entries_of(again) == [(INSTAGRAM, Activity.PLANNING, 8), (INSTAGRAM, Activity.CREATION, 5)]
    longer = replace(left, entries=(replace(corrected, started_at=NOW - timedelta(hours=2)),))
    assert entries_of(set_status(longer, 1, (101,), Status.PUBLISHED, EVENING)) == [(INSTAGRAM, Activity.PLANNING, 8)]


def test_correcting_the_real_time_moves_what_publishing_entered() -> None:
    board, changes = a_published_board()
    published = after(board, changes)
    planning, creation = published.entries
    published = replace(published, entries=(replace(planning, is_corrected=True), creation))
    moved = set_status(published, 1, (101,), Status.PUBLISHED, EVENING, published_at=EVENING)
    assert moved.posts[0].variants[0].published_at == EVENING
    assert moved.entries == (replace(creation, started_at=EVENING - timedelta(minutes=20), ended_at=EVENING),)
    assert moved.removed_entries == frozenset()


def test_holding_what_is_published_leaves_it() -> None:
    board, changes = a_published_board()
    published = after(board, changes)
    held = set_status(published, 1, (101,), Status.HELD, EVENING)
    assert held.removed_entries == {entry.id for entry in published.entries}
    resumed = resume(after(published, held), 1, (101,), EVENING)
    assert [entry.ended_at for entry in resumed.entries] == [NOW, NOW]


def test_covered_and_skipped_efforts_enter_nothing() -> None:
    covered = a_post(1, version(INSTAGRAM, on(3)), effort=(0, 60))
    board = a_board([covered], [a_block(1, on(0), 60, serves=(1,))])
    assert set_status(board, 1, (), Status.PUBLISHED, NOW).entries == ()
    assert set_status(a_board([covered]), 1, (), Status.SKIPPED, NOW).entries == ()


def test_an_undated_version_counts_from_its_publishing_on() -> None:
    board = a_board([a_post(1, version(INSTAGRAM), effort=(0, 45))])
    assert entries_of(set_status(board, 1, (), Status.PUBLISHED, NOW)) == [(INSTAGRAM, Activity.CREATION, 45)]


# Ticks


def test_ticking_enters_the_planned_minutes_end_to_end_at_the_blocks_own_time() -> None:
    block = a_block(1, on(3, "14:30"), 75, [INSTAGRAM, FACEBOOK], member_id=3)
    changes = tick(a_board(blocks=[block]), 1, on(3, "14:30"), on=True)
    assert changes.blocks == (replace(block, done=frozenset({on(3, "14:30")})),)
    starts = datetime(2026, 11, 26, 13, 30, tzinfo=UTC)
    first, second = changes.entries
    assert (first.platform_id, first.started_at, first.ended_at) == (
        INSTAGRAM,
        starts,
        starts + timedelta(minutes=38),
    )
    assert (second.platform_id, second.started_at, second.ended_at) == (
        FACEBOOK,
        starts + timedelta(minutes=38),
        starts + timedelta(minutes=75),
    )
    for entry in changes.entries:
        assert (entry.activity, entry.made_by, entry.block_id) == (Activity.CREATION, MadeBy.TICK, 1)
        assert (entry.original_at, entry.member_id, entry.post_id) == (on(3, "14:30"), 3, None)


def test_a_timer_of_forty_and_a_tick_of_sixty_leave_one_more_entry_of_twenty() -> None:
    block = a_block(1, on(2, "9:00"), 60)
    timer = an_entry(7, NOW, 40, made_by=MadeBy.TIMER, block_id=1, original_at=on(2, "9:00"))
    board = a_board(blocks=[block], entries=[timer])
    occurrence = occurrence_at(block, on(2, "9:00"), BERLIN)
    assert occurrence is not None
    assert would_book(board, block, occurrence) == 20
    changes = tick(board, 1, on(2, "9:00"), on=True)
    assert entries_of(changes) == [(INSTAGRAM, Activity.CREATION, 20)]
    assert changes.entries[0].started_at == datetime(2026, 11, 25, 8, tzinfo=UTC)
    (budget,) = (each for each in week_budget(after(board, changes), WEEK, NOW) if each.platform.id == INSTAGRAM)
    assert (budget.planned, budget.done) == (60, 60)


def test_each_platform_has_its_own_timer() -> None:
    block = a_block(1, on(2, "9:00"), 60, [INSTAGRAM, FACEBOOK])
    timer = an_entry(7, NOW, 45, FACEBOOK, block_id=1, original_at=on(2, "9:00"))
    changes = tick(a_board(blocks=[block], entries=[timer]), 1, on(2, "9:00"), on=True)
    assert entries_of(changes) == [(INSTAGRAM, Activity.CREATION, 30)]


def test_a_running_timer_counts_up_to_now() -> None:
    block = a_block(1, on(2, "9:00"), 60)
    timer = an_entry(7, NOW - timedelta(minutes=24), None, block_id=1, original_at=on(2, "9:00"))
    board = a_board(blocks=[block], entries=[timer])
    assert entries_of(tick(board, 1, on(2, "9:00"), on=True, now=NOW)) == [(INSTAGRAM, Activity.CREATION, 36)]
    assert entries_of(tick(board, 1, on(2, "9:00"), on=True)) == [(INSTAGRAM, Activity.CREATION, 60)]


def test_one_occurrence_of_a_series_is_ticked() -> None:
    place = on(2, "9:00", WEEK.shifted(1))
    moved = BlockException(place, ExceptionKind.CHANGED, on(3, "8:00", WEEK.shifted(1)), on(3, "8:30", WEEK.shifted(1)))
    block = a_block(1, on(2, "9:00"), 60, rrule="FREQ=WEEKLY", exceptions=(moved,))
    other = an_entry(7, NOW, 60, block_id=1, original_at=on(2, "9:00"))
    board = a_board(blocks=[block], entries=[other])
    changes = tick(board, 1, place, on=True)
    assert changes.blocks[0].done == {place}
    assert entries_of(changes) == [(INSTAGRAM, Activity.CREATION, 30)]
    assert changes.entries[0].started_at == datetime(2026, 12, 3, 7, tzinfo=UTC)
    back = tick(after(board, changes), 1, place, on=False)
    assert back.blocks == (block,)
    assert after(after(board, changes), back).entries == (other,)


def test_a_tick_over_the_clock_change_enters_what_really_passes() -> None:
    starts = datetime(2026, 10, 25, 1)
    changes = tick(a_board(blocks=[a_block(1, starts, 180)]), 1, starts, on=True)
    assert entries_of(changes) == [(INSTAGRAM, Activity.CREATION, 240)]


def test_a_linked_block_is_entered_on_the_platforms_of_its_posts() -> None:
    post = a_post(1, version(FACEBOOK, on(4)))
    board = a_board([post], [a_block(1, on(2), 60, [INSTAGRAM], serves=(1,))])
    assert entries_of(tick(board, 1, on(2), on=True)) == [(FACEBOOK, Activity.CREATION, 60)]


def test_unticking_keeps_corrected_entries_and_ticking_again_does_not_double_them() -> None:
    board = a_board(blocks=[a_block(1, on(2), 60, [INSTAGRAM, FACEBOOK])])
    ticked = after(board, tick(board, 1, on(2), on=True))
    corrected = replace(ticked.entries[0], ended_at=ticked.entries[0].started_at + timedelta(minutes=20))
    ticked = replace(ticked, entries=(replace(corrected, is_corrected=True), ticked.entries[1]))
    open_again = after(ticked, tick(ticked, 1, on(2), on=False))
    assert [entry.is_corrected for entry in open_again.entries] == [True]
    again = tick(open_again, 1, on(2), on=True)
    assert entries_of(again) == [(INSTAGRAM, Activity.CREATION, 10), (FACEBOOK, Activity.CREATION, 30)]


def test_nothing_changes_when_it_is_so_already_or_does_not_exist() -> None:
    cancelled = (BlockException(on(1), ExceptionKind.CANCELLED),)
    block = a_block(1, on(1), 60, rrule="FREQ=DAILY", exceptions=cancelled)
    board = a_board(blocks=[block])
    assert tick(board, 1, on(1), on=True) == NOTHING
    assert tick(board, 1, on(2, "9:17"), on=True) == NOTHING
    assert tick(board, 1, on(2), on=False) == NOTHING
    ticked = after(board, tick(board, 1, on(2), on=True))
    assert tick(ticked, 1, on(2), on=True) == NOTHING


# For any board


def minutes_of(entries: tuple[TimeEntry, ...]) -> int:
    return sum(booked_minutes(entry, NOW) for entry in entries)


@given(random_boards(), st.sampled_from(Status))
def test_publishing_and_leaving_again_changes_no_time(board: Board, back_to: Status) -> None:
    for post in board.posts:
        dated: Post = replace(
            post, variants=tuple(replace(each, status=Status.SCHEDULED, published_at=None) for each in post.variants)
        )
        before = replace(board, posts=tuple(dated if each.id == post.id else each for each in board.posts))
        published = after(before, set_status(before, post.id, (), Status.PUBLISHED, NOW))
        back = after(published, set_status(published, post.id, (), back_to, EVENING))
        if back_to is not Status.PUBLISHED:
            assert back.entries == before.entries


@given(random_boards())
def test_a_tick_brings_the_booked_minutes_up_to_the_planned(board: Board) -> None:
    for block in board.blocks:
        occurrence = occurrence_at(block, block.starts_at, BERLIN)
        if occurrence is None:
            continue
        changes = tick(board, block.id, block.starts_at, on=True, now=NOW)
        assert minutes_of(changes.entries) == would_book(board, block, occurrence, NOW)
        ticked = after(board, changes)
        assert minutes_of(changes.entries) == elapsed(occurrence.starts_at, occurrence.ends_at, BERLIN)
        undone = after(ticked, tick(ticked, block.id, block.starts_at, on=False))
        assert (undone.blocks, undone.entries) == (board.blocks, board.entries)
