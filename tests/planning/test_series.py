"""Only this one, this and following, all: what an edit of an occurrence does to its block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from db.records import Activity, BlockException, BlockLink, Changes, ExceptionKind, MadeBy, Share, Week, WorkBlock
from desktop.planning.intents import (
    Choice,
    ChoiceKey,
    EditBlock,
    Intent,
    MoveBlock,
    Outcome,
    Refusal,
    RefusalReason,
    RemoveBlock,
    RepeatBlock,
    ResizeBlock,
)
from desktop.planning.recurrence import Occurrence, expand
from desktop.planning.rescheduling import after, decide
from desktop.planning.series import BlockEdit, joined
from tests.planning.boards import FACEBOOK, NOW, WEEK, a_block, a_board, an_entry, on

BERLIN = ZoneInfo("Europe/Berlin")
WEEKLY = "FREQ=WEEKLY;BYDAY=MO"
BEGUN = datetime(2026, 9, 14, 13, 30)
TODAY = on(0, "13:30")
NEXT = TODAY + timedelta(weeks=1)
LAST = TODAY - timedelta(weeks=1)
CANCELLED = ExceptionKind.CANCELLED
CHANGED = ExceptionKind.CHANGED


def creation(**fields: Any) -> WorkBlock:  # noqa: ANN401
    """Every Monday 13:30–15:30 since September, ticked until last week, linked this week and the next."""
    usual: dict[str, Any] = {
        "rrule": WEEKLY,
        "links": (BlockLink(TODAY, 5), BlockLink(NEXT, 6)),
        "done": frozenset({LAST, LAST - timedelta(weeks=1), TODAY}),
    }
    return a_block(1, BEGUN, 120, **(usual | fields))


def choices(block: WorkBlock, intent: Intent) -> dict[ChoiceKey, Choice]:
    outcome = decide(a_board(blocks=[block]), intent, NOW)
    assert isinstance(outcome, Outcome)
    return {choice.key: choice for choice in outcome.choices}


def refused(block: WorkBlock, intent: Intent) -> RefusalReason:
    refusal = decide(a_board(blocks=[block]), intent, NOW)
    assert isinstance(refusal, Refusal)
    return refusal.reason


def edited(block: WorkBlock, place: datetime, **fields: Any) -> dict[ChoiceKey, Choice]:  # noqa: ANN401
    return choices(block, EditBlock(block.id, place, BlockEdit(**fields)))


def shown(*blocks: WorkBlock, weeks: int = 1, start: Week = WEEK) -> list[Occurrence]:
    first = start.monday
    return [each for block in blocks for each in expand(block, first, first + timedelta(days=7 * weeks - 1), BERLIN)]


def times(*blocks: WorkBlock, weeks: int = 1, start: Week = WEEK) -> list[tuple[datetime, datetime]]:
    return [(each.starts_at, each.ends_at) for each in shown(*blocks, weeks=weeks, start=start)]


def test_moving_a_series_asks_the_least_far_reaching_first() -> None:
    outcome = decide(a_board(blocks=[creation()]), MoveBlock(1, TODAY, on(0, "14:30")), NOW)
    assert isinstance(outcome, Outcome)
    assert [choice.key for choice in outcome.choices] == [ChoiceKey.ONLY_THIS, ChoiceKey.FOLLOWING, ChoiceKey.ALL]
    assert outcome.changes == outcome.choices[0].changes


def test_the_question_knows_how_many_lie_in_the_past() -> None:
    cancelled = BlockException(LAST, CANCELLED)
    found = choices(creation(exceptions=(cancelled,), done=frozenset()), MoveBlock(1, TODAY, on(0, "14:30")))
    # Eleven Mondays from 14 September to 23 November, one of them cancelled.
    assert {key: choice.count for key, choice in found.items()} == {
        ChoiceKey.ONLY_THIS: 1,
        ChoiceKey.FOLLOWING: 1,
        ChoiceKey.ALL: 10,
    }
    assert choices(creation(), MoveBlock(1, NEXT, NEXT - timedelta(hours=1)))[ChoiceKey.ONLY_THIS].count == 0


def test_only_this_one_moves() -> None:
    [block] = choices(creation(), MoveBlock(1, TODAY, on(0, "14:30")))[ChoiceKey.ONLY_THIS].changes.blocks
    assert block.exceptions == (BlockException(TODAY, CHANGED, on(0, "14:30"), on(0, "16:30")),)
    assert replace(block, exceptions=()) == creation()


def test_this_and_following_go_on_as_a_new_series() -> None:
    early, late = (BlockException(place, CHANGED, title="Inventur") for place in (LAST, NEXT))
    gone = BlockException(NEXT + timedelta(weeks=1), CANCELLED)
    moved = BlockException(
        NEXT + timedelta(weeks=2), CHANGED, NEXT + timedelta(days=15), NEXT + timedelta(days=15, hours=1)
    )
    before = creation(exceptions=(early, late, gone, moved))
    found = choices(before, MoveBlock(1, TODAY, on(1, "14:30")))[ChoiceKey.FOLLOWING]
    head, rest = found.changes.blocks
    later = timedelta(days=1, hours=1)
    assert (head.id, head.uid, head.rrule) == (1, "block-1", WEEKLY + ";UNTIL=20261122T235959")
    assert (head.exceptions, head.links, head.done) == ((early,), (), frozenset({LAST, LAST - timedelta(weeks=1)}))
    assert rest.id < 1
    assert (rest.uid, rest.rrule) == ("", "FREQ=WEEKLY;BYDAY=TU")
    assert (rest.starts_at, rest.ends_at) == (on(1, "14:30"), on(1, "16:30"))
    assert rest.links == (BlockLink(TODAY + later, 5), BlockLink(NEXT + later, 6))
    assert rest.done == {TODAY + later}
    assert rest.exceptions == (
        replace(late, original_at=NEXT + later),
        replace(gone, original_at=gone.original_at + later),
        BlockException(
            moved.original_at + later, CHANGED, NEXT + timedelta(days=16, hours=1), NEXT + timedelta(days=16, hours=2)
        ),
    )


def test_all_move_with_what_belongs_to_them() -> None:
    [block] = choices(creation(), MoveBlock(1, TODAY, on(2, "12:00")))[ChoiceKey.ALL].changes.blocks
    later = timedelta(days=2, hours=-1, minutes=-30)
    assert (block.id, block.rrule, block.starts_at) == (1, "FREQ=WEEKLY;BYDAY=WE", BEGUN + later)
    assert block.done == {place + later for place in creation().done}
    assert {link.original_at for link in block.links} == {TODAY + later, NEXT + later}


def test_the_first_occurrence_has_no_before() -> None:
    found = choices(creation(), MoveBlock(1, BEGUN, BEGUN + timedelta(hours=1)))
    assert found.keys() == {ChoiceKey.ONLY_THIS, ChoiceKey.ALL}


def test_a_count_keeps_its_total() -> None:
    block = creation(rrule=WEEKLY + ";COUNT=20")
    head, rest = edited(block, TODAY, title="Fotos")[ChoiceKey.FOLLOWING].changes.blocks
    assert (head.rrule, rest.rrule) == (WEEKLY + ";COUNT=10", WEEKLY + ";COUNT=10")
    [moved] = choices(block, MoveBlock(1, TODAY, on(1)))[ChoiceKey.ALL].changes.blocks
    assert moved.rrule == "FREQ=WEEKLY;BYDAY=TU;COUNT=20"


def test_the_end_of_a_series_moves_along() -> None:
    block = creation(rrule=WEEKLY + ";UNTIL=20261221T235959")
    [moved] = choices(block, MoveBlock(1, TODAY, on(1)))[ChoiceKey.ALL].changes.blocks
    assert moved.rrule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T235959"


def test_what_cannot_follow_is_not_offered() -> None:
    block = a_block(1, datetime(2026, 8, 31, 9), rrule="FREQ=MONTHLY;BYMONTHDAY=-1")
    place = datetime(2026, 11, 30, 9)
    outcome = decide(a_board(blocks=[block]), MoveBlock(1, place, place - timedelta(days=1)), NOW)
    assert isinstance(outcome, Outcome)
    assert outcome.choices == ()
    assert outcome.changes.blocks[0].exceptions[0].original_at == place


def test_nth_weekdays_move_within_their_months() -> None:
    block = a_block(
        1,
        datetime(2026, 9, 8, 9),
        rrule="FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2",
        done=frozenset({datetime(2026, 10, 13, 9)}),
    )
    place = datetime(2026, 11, 10, 9)
    found = choices(block, MoveBlock(1, place, place + timedelta(days=1)))
    [moved] = found[ChoiceKey.ALL].changes.blocks
    assert moved.rrule == "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2"
    assert moved.done == {datetime(2026, 10, 14, 9)}


def test_an_edit_back_to_the_series_removes_the_exception() -> None:
    moved = BlockException(
        TODAY, CHANGED, on(1, "9:00"), on(1, "11:00"), title="Inventur", platforms=(Share(FACEBOOK),)
    )
    block = creation(exceptions=(moved,))
    [back] = choices(block, MoveBlock(1, TODAY, TODAY))[ChoiceKey.ONLY_THIS].changes.blocks
    assert back.exceptions == (BlockException(TODAY, CHANGED, title="Inventur", platforms=(Share(FACEBOOK),)),)
    [plain] = edited(back, TODAY, title="", platforms=(Share(1),))[ChoiceKey.ONLY_THIS].changes.blocks
    assert plain == creation()


def test_only_this_one_may_change_anything() -> None:
    changes = edited(
        creation(),
        TODAY,
        starts_at=on(3, "9:00"),
        ends_at=on(3, "9:30"),
        title="Inventur",
        activity=Activity.PLANNING,
        platforms=(Share(FACEBOOK),),
        member_id=4,
        note="leise",
    )[ChoiceKey.ONLY_THIS].changes
    assert changes.blocks[0].exceptions == (
        BlockException(
            TODAY, CHANGED, on(3, "9:00"), on(3, "9:30"), "Inventur", Activity.PLANNING, 4, "leise", (Share(FACEBOOK),)
        ),
    )


def test_all_take_what_an_edit_sets_and_keep_the_rest_of_their_own() -> None:
    own = BlockException(NEXT, CHANGED, NEXT.replace(hour=8), NEXT.replace(hour=9), title="Inventur", note="leise")
    [block] = edited(creation(exceptions=(own,)), TODAY, title="Fotos")[ChoiceKey.ALL].changes.blocks
    assert block.title == "Fotos"
    assert block.exceptions == (replace(own, title=None),)
    assert (block.starts_at, block.rrule) == (BEGUN, WEEKLY)


def test_a_new_length_is_everybodys_length() -> None:
    own = BlockException(NEXT, CHANGED, NEXT.replace(hour=8), NEXT.replace(hour=9))
    found = choices(creation(exceptions=(own,)), ResizeBlock(1, TODAY, TODAY, on(0, "16:00")))
    [block] = found[ChoiceKey.ALL].changes.blocks
    assert times(block, weeks=2) == [
        (TODAY, on(0, "16:00")),
        (NEXT.replace(hour=8, minute=0) + timedelta(minutes=30), NEXT.replace(hour=11, minute=0)),
    ]


def test_moving_all_by_an_exception_counts_from_where_it_stands() -> None:
    own = BlockException(TODAY, CHANGED, on(2, "9:00"), on(2, "10:00"))
    [block] = choices(creation(exceptions=(own,)), MoveBlock(1, TODAY, on(2, "10:00")))[ChoiceKey.ALL].changes.blocks
    assert block.starts_at == BEGUN + timedelta(hours=1)
    assert times(block) == [(on(2, "10:00"), on(2, "11:00"))]


def test_a_series_never_crosses_midnight() -> None:
    late = BlockException(NEXT, CHANGED, NEXT.replace(hour=22, minute=0), NEXT.replace(hour=23, minute=0))
    [block] = choices(creation(exceptions=(late,)), MoveBlock(1, TODAY, on(0, "22:00")))[ChoiceKey.ALL].changes.blocks
    assert times(block, weeks=2) == [
        (on(0, "22:00"), on(1, "0:00")),
        (NEXT.replace(hour=23, minute=0), on(1, "0:00", WEEK.shifted(1))),
    ]


def test_a_campaign_is_the_whole_series() -> None:
    outcome = decide(a_board(blocks=[creation()]), EditBlock(1, TODAY, BlockEdit(campaign_id=3)), NOW)
    assert isinstance(outcome, Outcome)
    assert outcome.choices == ()
    assert outcome.changes.blocks == (creation(campaign_id=3),)
    [block] = edited(creation(), TODAY, campaign_id=3, note="leise")[ChoiceKey.ONLY_THIS].changes.blocks
    assert (block.campaign_id, block.exceptions[0].note) == (3, "leise")


def test_time_entries_go_along() -> None:
    done = [
        an_entry(1, datetime(2026, 11, 16, 12, 30, tzinfo=UTC), 120, made_by=MadeBy.TICK, block_id=1, original_at=LAST),
        an_entry(2, datetime(2026, 11, 23, 12, 30, tzinfo=UTC), 60, made_by=MadeBy.TICK, block_id=1, original_at=TODAY),
        an_entry(3, datetime(2026, 11, 23, 8, 0, tzinfo=UTC), 20, made_by=MadeBy.TIMER, block_id=1, original_at=TODAY),
        an_entry(4, datetime(2026, 11, 23, 8, 0, tzinfo=UTC), 20, block_id=2, original_at=TODAY),
        an_entry(5, datetime(2026, 11, 23, 8, 0, tzinfo=UTC), 20, block_id=1),
    ]
    outcome = decide(a_board(blocks=[creation()], entries=done), MoveBlock(1, TODAY, on(1, "14:30")), NOW)
    assert isinstance(outcome, Outcome)
    this, following, everything = (choice.changes.entries for choice in outcome.choices)
    hour = timedelta(days=1, hours=1)
    ticked = replace(
        done[1], started_at=done[1].started_at + hour, ended_at=done[1].started_at + hour * 1 + timedelta(hours=1)
    )
    assert this == (ticked,)
    assert following == (
        replace(ticked, block_id=-1, original_at=TODAY + hour),
        replace(done[2], block_id=-1, original_at=TODAY + hour),
    )
    assert [(entry.id, entry.original_at) for entry in everything] == [
        (1, LAST + hour),
        (2, TODAY + hour),
        (3, TODAY + hour),
    ]


def test_corrected_and_running_entries_stay_where_they_happened() -> None:
    started = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    entries = [
        an_entry(1, started, 60, made_by=MadeBy.TICK, is_corrected=True, block_id=1, original_at=TODAY),
        an_entry(2, started, None, made_by=MadeBy.TICK, block_id=1, original_at=TODAY),
    ]
    outcome = decide(a_board(blocks=[creation()], entries=entries), MoveBlock(1, TODAY, on(1, "14:30")), NOW)
    assert isinstance(outcome, Outcome)
    assert outcome.changes.entries == ()


def test_removing_asks_how_far_it_reaches_and_keeps_the_hours() -> None:
    entries = [
        an_entry(number, NOW, 60, block_id=1, original_at=place) for number, place in ((1, LAST), (2, TODAY), (3, NEXT))
    ]
    outcome = decide(a_board(blocks=[creation()], entries=entries), RemoveBlock(1, TODAY), NOW)
    assert isinstance(outcome, Outcome)
    this, following, everything = (choice.changes for choice in outcome.choices)
    [block] = this.blocks
    assert block.exceptions == (BlockException(TODAY, CANCELLED),)
    assert (block.links, TODAY in block.done) == ((BlockLink(NEXT, 6),), False)
    assert this.entries == (replace(entries[1], block_id=None, original_at=None),)
    [head] = following.blocks
    assert head.rrule == WEEKLY + ";UNTIL=20261122T235959"
    assert [entry.id for entry in following.entries] == [2, 3]
    assert everything == Changes(removed_blocks=frozenset({1}))


def test_removing_the_first_offers_this_or_all() -> None:
    assert choices(creation(), RemoveBlock(1, BEGUN)).keys() == {ChoiceKey.ONLY_THIS, ChoiceKey.ALL}


def test_a_one_off_block_becomes_a_series_from_the_next_day_of_its_rule() -> None:
    block = a_block(1, on(3, "14:30"), serves=(5,), done=frozenset({on(3, "14:30")}))
    outcome = decide(a_board(blocks=[block]), RepeatBlock(1, on(3, "14:30"), "FREQ=WEEKLY;BYDAY=MO,TU"), NOW)
    assert isinstance(outcome, Outcome)
    assert outcome.choices == ()
    [series] = outcome.changes.blocks
    first = on(0, "14:30", WEEK.shifted(1))
    assert (series.starts_at, series.ends_at, series.rrule) == (
        first,
        first + timedelta(hours=1),
        "FREQ=WEEKLY;BYDAY=MO,TU",
    )
    assert (series.links, series.done) == ((BlockLink(first, 5),), frozenset({first}))


def test_another_rule_keeps_what_still_happens() -> None:
    cancelled = BlockException(NEXT, CANCELLED)
    found = choices(creation(exceptions=(cancelled,)), RepeatBlock(1, TODAY, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"))
    assert found.keys() == {ChoiceKey.FOLLOWING, ChoiceKey.ALL}
    [block] = found[ChoiceKey.ALL].changes.blocks
    assert block.done == {TODAY, LAST - timedelta(weeks=1)}
    assert (block.links, block.exceptions) == ((BlockLink(TODAY, 5),), ())
    head, rest = found[ChoiceKey.FOLLOWING].changes.blocks
    assert (head.rrule, rest.rrule) == (WEEKLY + ";UNTIL=20261122T235959", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")


def test_a_series_ends_with_one_occurrence() -> None:
    moved = BlockException(
        TODAY, CHANGED, on(1, "9:00"), on(1, "10:00"), title="Inventur", platforms=(Share(FACEBOOK),)
    )
    entries = [an_entry(number, NOW, 60, block_id=1, original_at=place) for number, place in ((1, LAST), (2, TODAY))]
    board = a_board(blocks=[creation(exceptions=(moved,))], entries=entries)
    outcome = decide(board, RepeatBlock(1, TODAY, None), NOW)
    assert isinstance(outcome, Outcome)
    following, everything = (choice.changes for choice in outcome.choices)
    [once] = everything.blocks
    assert (once.rrule, once.starts_at, once.ends_at, once.title) == (None, on(1, "9:00"), on(1, "10:00"), "Inventur")
    assert (once.exceptions, once.platforms) == ((), (Share(FACEBOOK),))
    assert (once.links, once.done) == ((BlockLink(on(1, "9:00"), 5),), frozenset({on(1, "9:00")}))
    assert [(entry.block_id, entry.original_at) for entry in everything.entries] == [(None, None), (1, on(1, "9:00"))]
    head, rest = following.blocks
    assert (head.rrule, rest.rrule) == (WEEKLY + ";UNTIL=20261122T235959", None)
    assert [(entry.id, entry.block_id) for entry in following.entries] == [(2, -1)]
    assert choices(creation(), RepeatBlock(1, TODAY, None))[ChoiceKey.ALL].changes.blocks[0].platforms == (Share(1),)


def test_a_rule_that_ends_before_an_occurrence_cannot_follow_from_it() -> None:
    outcome = decide(a_board(blocks=[creation()]), RepeatBlock(1, TODAY, WEEKLY + ";UNTIL=20261001T235959"), NOW)
    assert isinstance(outcome, Outcome)
    assert outcome.choices == ()
    assert outcome.changes.blocks[0].rrule == WEEKLY + ";UNTIL=20261001T235959"


def test_a_rule_that_cannot_be_written_is_refused() -> None:
    assert refused(creation(), RepeatBlock(1, TODAY, "FREQ=HOURLY")) is RefusalReason.UNKNOWN_RULE
    assert refused(creation(), RepeatBlock(1, TODAY, WEEKLY)) is RefusalReason.NO_CHANGE
    assert refused(creation(), RepeatBlock(1, LAST.replace(hour=1), WEEKLY)) is RefusalReason.NOT_IN_PLAN


def test_no_series_begins_over_a_clock_change() -> None:
    spring = datetime(2026, 3, 29, 1)
    once = a_block(1, spring, 180)
    assert refused(once, RepeatBlock(1, spring, "FREQ=WEEKLY")) is RefusalReason.CLOCK_CHANGE
    sundays = a_block(1, datetime(2026, 3, 1, 1), 180, rrule="FREQ=WEEKLY;BYDAY=SU")
    assert edited(sundays, spring, title="Nacht").keys() == {ChoiceKey.ONLY_THIS, ChoiceKey.ALL}
    saturdays = a_block(1, datetime(2026, 3, 28, 1), 180, rrule="FREQ=WEEKLY;BYDAY=SA")
    outcome = decide(a_board(blocks=[saturdays]), MoveBlock(1, datetime(2026, 3, 28, 1), spring), NOW)
    assert isinstance(outcome, Outcome)
    assert outcome.choices == ()
    later = choices(sundays, RepeatBlock(1, spring, "FREQ=DAILY"))
    assert later == {}


def test_an_edit_without_effect_says_nothing() -> None:
    assert refused(creation(), MoveBlock(1, TODAY, TODAY)) is RefusalReason.NO_CHANGE
    assert refused(creation(), EditBlock(1, TODAY, BlockEdit())) is RefusalReason.NO_CHANGE
    assert refused(creation(), EditBlock(1, TODAY, BlockEdit(member_id=None))) is RefusalReason.NO_CHANGE


moves: st.SearchStrategy[Callable[[WorkBlock, datetime], Intent]] = st.builds(
    lambda days, minutes: (
        lambda block, place: MoveBlock(block.id, place, place + timedelta(days=days, minutes=15 * minutes))
    ),
    st.integers(-9, 9),
    st.integers(-30, 20),
)


@given(moves, st.integers(0, 14), st.sampled_from(["COUNT=20", "UNTIL=20270301T235959"]))
def test_every_choice_moves_what_it_says_and_nothing_else(
    move: Callable[[WorkBlock, datetime], Intent], number: int, end: str
) -> None:
    own = BlockException(LAST, CHANGED, LAST - timedelta(days=3), LAST - timedelta(days=3, minutes=-45))
    block = creation(rrule=f"{WEEKLY};{end}", exceptions=(own, BlockException(NEXT, CANCELLED)))
    place = BEGUN + timedelta(weeks=number)
    assume(place != NEXT)
    board = a_board(blocks=[block])
    outcome = decide(board, move(block, place), NOW)
    assume(isinstance(outcome, Outcome))
    assert isinstance(outcome, Outcome)
    before = shown(block, weeks=40, start=Week(2026, 30))
    reach = {
        ChoiceKey.ONLY_THIS: {place},
        ChoiceKey.FOLLOWING: {each.original_at for each in before if each.original_at >= place},
        ChoiceKey.ALL: {each.original_at for each in before},
    }
    for choice in outcome.choices:
        now = shown(*after(board, choice.changes).blocks, weeks=40, start=Week(2026, 30))
        stays = {each.starts_at for each in before if each.original_at not in reach[choice.key]}
        assert len(now) == len(before)
        assert stays <= {each.starts_at for each in now}
        assert sum(each.is_done for each in now) == sum(each.is_done for each in before)
        assert all(each.ends_at <= each.starts_at.replace(hour=0, minute=0) + timedelta(days=1) for each in now)
        lengths, lengths_before = (sorted(each.ends_at - each.starts_at for each in some) for some in (now, before))
        assert lengths == lengths_before


@given(moves, st.integers(0, 14))
def test_moving_there_and_back_changes_nothing(move: Callable[[WorkBlock, datetime], Intent], number: int) -> None:
    block = creation()
    place = BEGUN + timedelta(weeks=number)
    board = a_board(blocks=[block])
    there = decide(board, move(block, place), NOW)
    assume(isinstance(there, Outcome))
    assert isinstance(there, Outcome)
    moved = {choice.key: after(board, choice.changes) for choice in there.choices}
    this = MoveBlock(1, place, place)
    back = decide(moved[ChoiceKey.ONLY_THIS], this, NOW)
    assert isinstance(back, Outcome)
    assert back.changes.blocks == (block,)
    [whole] = moved[ChoiceKey.ALL].blocks
    back = decide(moved[ChoiceKey.ALL], MoveBlock(1, whole.starts_at, BEGUN), NOW)
    assert isinstance(back, Outcome)
    assert {choice.key: choice.changes.blocks for choice in back.choices}[ChoiceKey.ALL] == (block,)


@pytest.mark.parametrize("fold", [0, 1])
def test_a_one_off_block_takes_everything_along(fold: int) -> None:
    at = datetime(2026, 10, 24, 2, 15)
    to = datetime(2026, 10, 25, 2, 15, fold=fold)
    block = a_block(1, at, 30, serves=(5,), done=frozenset({at}))
    entry = an_entry(1, NOW, 20, block_id=1, original_at=at)
    board = a_board(blocks=[block], entries=[entry])
    outcome = decide(board, MoveBlock(1, at, to), NOW)
    assert isinstance(outcome, Outcome)
    [moved] = outcome.changes.blocks
    [follows] = outcome.changes.entries
    places = [moved.starts_at, moved.links[0].original_at, *moved.done, follows.original_at]
    assert [(place, place.fold) for place in places if place] == [(to, fold)] * 4
    assert moved.ends_at.fold == fold


def test_from_one_pass_of_an_hour_to_the_other_is_a_move() -> None:
    at = datetime(2026, 10, 25, 2, 15)
    block = a_block(1, at, 30)
    entry = an_entry(1, NOW, 20, block_id=1, original_at=at)
    outcome = decide(a_board(blocks=[block], entries=[entry]), MoveBlock(1, at, at.replace(fold=1)), NOW)
    assert isinstance(outcome, Outcome)
    assert outcome.changes.blocks[0].starts_at.fold == 1
    assert len(outcome.changes.entries) == 1


def test_two_edits_are_one_and_the_later_one_counts() -> None:
    first = BlockEdit(title="Drehen", note="", starts_at=NOW, ends_at=NOW)
    then = BlockEdit(title="", member_id=None, ends_at=NOW + timedelta(hours=1))
    assert joined(first, then) == BlockEdit(
        title="", note="", starts_at=NOW, ends_at=NOW + timedelta(hours=1), member_id=None
    )
