"""Blocks and exceptions become occurrences, the same as a plain expansion would give."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from db.records import Activity, BlockException, ExceptionKind, Share, Status, Week, WorkBlock
from desktop.planning import recurrence
from desktop.planning.cards import BlockKey
from tests.planning.boards import FACEBOOK, INSTAGRAM, LINKEDIN, WEEK, a_block, a_board, a_post, on, version

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 2, 9)
WEEKLY = "FREQ=WEEKLY;BYDAY=MO"

days = st.sampled_from(recurrence.WEEKDAYS)
day_lists = st.lists(days, min_size=1, max_size=4, unique=True).map(",".join)


def plain(rrule: str, starts_at: datetime, first: date, last: date) -> tuple[datetime, ...]:
    """What dateutil gives from the very start."""
    found = []
    for start in rrulestr(rrule, dtstart=starts_at):
        if start.date() > last:
            break
        if start.date() >= first:
            found.append(start)
    return tuple(found)


@st.composite
def rules(draw: st.DrawFn) -> str:
    kind = draw(
        st.sampled_from(
            [
                "FREQ=DAILY",
                "FREQ=DAILY;BYDAY={days}",
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;BYDAY={days}",
                "FREQ=WEEKLY;BYDAY={days};WKST=SU",
                "FREQ=WEEKLY;BYDAY={days};BYSETPOS=-1",
                "FREQ=MONTHLY",
                "FREQ=MONTHLY;BYMONTHDAY={day}",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                "FREQ=MONTHLY;BYDAY={nth}{weekday}",
                "FREQ=MONTHLY;BYDAY={weekday};BYSETPOS={nth}",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={nth}",
                "FREQ=YEARLY",
                "FREQ=YEARLY;BYMONTH={month}",
                "FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
                "FREQ=YEARLY;BYMONTH={month};BYDAY={weekday};BYSETPOS={nth}",
                "FREQ=YEARLY;BYWEEKNO=48;BYDAY={weekday}",
            ]
        )
    )
    text = kind.format(
        days=draw(day_lists),
        weekday=draw(days),
        day=draw(st.integers(1, 31)),
        month=draw(st.integers(1, 12)),
        nth=draw(st.sampled_from([1, 2, 3, 4, 5, -1])),
    )
    if draw(st.booleans()):
        text += f";INTERVAL={draw(st.integers(1, 5))}"
    end = draw(st.sampled_from(["", ";COUNT={count}", ";UNTIL={until:%Y%m%dT%H%M%S}"]))
    until = draw(st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31)))
    return text + end.format(count=draw(st.integers(1, 60)), until=until)


@given(
    rules(),
    st.datetimes(datetime(2023, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0)),
    st.dates(date(2022, 12, 1), date(2028, 12, 31)),
    st.integers(0, 40),
)
def test_an_expansion_near_the_window_equals_the_whole_one(
    rrule: str, starts_at: datetime, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    # Rules that hardly ever happen are cut, so that the plain expansion ends before the end of time.
    bounded = rrule if "COUNT" in rrule or "UNTIL" in rrule else f"{rrule};UNTIL=20400101T000000"
    assert recurrence.rule_starts(bounded, starts_at, first, last) == plain(bounded, starts_at, first, last)


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=7;BYMONTHDAY=3",
        "FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=1MO",
    ],
)
@pytest.mark.parametrize("years", [0, 6, 26])
def test_an_endless_rule_is_expanded_far_from_its_start(rrule: str, years: int) -> None:
    begun = datetime(2000, 11, 3, 9)
    first, last = date(2000 + years, 11, 1), date(2000 + years, 12, 5)
    assert recurrence.rule_starts(rrule, begun, first, last) == plain(rrule, begun, first, last)


def test_a_rule_more_often_than_daily_is_expanded_from_its_start() -> None:
    assert recurrence.rule_starts("FREQ=HOURLY;INTERVAL=36", MONDAY, date(2026, 11, 5), date(2026, 11, 6)) == (
        datetime(2026, 11, 5, 9),
        datetime(2026, 11, 6, 21),
    )


def test_what_is_no_rule_is_said() -> None:
    with pytest.raises(ValueError, match="FREQ"):
        recurrence.expand(a_block(1, MONDAY, rrule="FREQ=SOMETIMES"), MONDAY.date(), MONDAY.date(), BERLIN)
    two = "FREQ=DAILY\nRDATE:20261103T090000"
    with pytest.raises(ValueError, match="more than one"):
        recurrence.expand(a_block(1, MONDAY, rrule=two), MONDAY.date(), MONDAY.date(), BERLIN)


def expanded(block: WorkBlock, week: Week = WEEK) -> tuple[recurrence.Occurrence, ...]:
    return recurrence.expand(block, week.days[0], week.days[-1], BERLIN)


def starts(block: WorkBlock, week: Week = WEEK) -> list[datetime]:
    return [occurrence.starts_at for occurrence in expanded(block, week)]


def test_a_one_off_block_occurs_once_with_all_it_has() -> None:
    block = a_block(
        7,
        on(2, "14:30"),
        60,
        (INSTAGRAM, FACEBOOK),
        serves=(4, 2),
        title="Kranz",
        member_id=3,
        campaign_id=5,
        note="Im Gastraum",
        done=frozenset({on(2, "14:30")}),
    )
    [occurrence] = expanded(block)
    assert occurrence == recurrence.Occurrence(
        7,
        "block-7",
        on(2, "14:30"),
        on(2, "14:30"),
        on(2, "15:30"),
        Activity.CREATION,
        "Kranz",
        (Share(INSTAGRAM), Share(FACEBOOK)),
        3,
        5,
        "Im Gastraum",
        None,
        is_exception=False,
        is_done=True,
        post_ids=(2, 4),
    )
    assert occurrence.key == BlockKey(7, on(2, "14:30"))
    assert not occurrence.is_series
    assert expanded(block, WEEK.shifted(1)) == ()


def test_a_series_appears_in_every_week() -> None:
    block = a_block(1, MONDAY, 90, rrule=WEEKLY)
    [occurrence] = expanded(block)
    assert (occurrence.starts_at, occurrence.ends_at) == (on(0, "9:00"), on(0, "10:30"))
    assert occurrence.is_series
    assert expanded(block, Week.of(MONDAY).shifted(-1)) == ()


def test_an_occurrence_is_cancelled_or_moved_to_another_week() -> None:
    cancelled = BlockException(on(0, "9:00"), ExceptionKind.CANCELLED)
    next_monday = on(0, "9:00", WEEK.shifted(1))
    moved = BlockException(next_monday, ExceptionKind.CHANGED, starts_at=on(3, "16:00"), ends_at=on(3, "16:30"))
    block = a_block(1, MONDAY, rrule=WEEKLY, exceptions=(cancelled, moved))
    [occurrence] = expanded(block)
    assert (occurrence.original_at, occurrence.starts_at) == (next_monday, on(3, "16:00"))
    assert occurrence.is_exception
    assert expanded(block, WEEK.shifted(1)) == ()


def test_an_exception_changes_what_it_names() -> None:
    place = on(0, "9:00")
    exception = BlockException(
        place,
        ExceptionKind.CHANGED,
        None,
        on(0, "12:00"),
        "Inventur",
        Activity.PLANNING,
        9,
        "leise",
        (Share(LINKEDIN),),
    )
    [occurrence] = expanded(a_block(1, MONDAY, rrule=WEEKLY, exceptions=(exception,), title="Fotos"))
    assert (occurrence.starts_at, occurrence.ends_at) == (place, on(0, "12:00"))
    assert (occurrence.title, occurrence.activity, occurrence.member_id) == ("Inventur", Activity.PLANNING, 9)
    assert (occurrence.note, occurrence.shares) == ("leise", (Share(LINKEDIN),))


def test_an_exception_moved_within_the_window_counts_once() -> None:
    moved = BlockException(on(0, "9:00"), ExceptionKind.CHANGED, starts_at=on(2, "9:00"))
    assert starts(a_block(1, MONDAY, rrule=WEEKLY, exceptions=(moved,))) == [on(2, "9:00")]


def test_an_exception_of_no_instance_is_ignored() -> None:
    stray = BlockException(on(1, "9:00"), ExceptionKind.CHANGED, starts_at=on(2, "9:00"))
    assert starts(a_block(1, MONDAY, rrule=WEEKLY, exceptions=(stray,))) == [on(0, "9:00")]


def test_occurrences_in_a_gap_are_pushed_out_of_it_with_their_length() -> None:
    block = a_block(1, datetime(2026, 3, 22, 2, 15), 45, rrule="FREQ=WEEKLY;BYDAY=SU")
    [occurrence] = expanded(block, Week(2026, 13))
    assert occurrence.original_at == datetime(2026, 3, 29, 2, 15)
    assert occurrence.starts_at == datetime(2026, 3, 29, 3, 15)
    assert occurrence.ends_at == datetime(2026, 3, 29, 4, 0)


def test_an_end_in_a_gap_is_pushed_out_of_it() -> None:
    block = a_block(1, datetime(2026, 3, 22, 1, 30), 60, rrule="FREQ=WEEKLY;BYDAY=SU")
    assert expanded(block, Week(2026, 13))[0].ends_at == datetime(2026, 3, 29, 3, 30)


def test_nothing_that_a_gap_pushes_crosses_midnight() -> None:
    zone = ZoneInfo("Africa/Cairo")
    block = a_block(1, datetime(2026, 4, 24, 0, 0), 1440)
    [occurrence] = recurrence.expand(block, date(2026, 4, 24), date(2026, 4, 24), zone)
    assert (occurrence.starts_at, occurrence.ends_at) == (datetime(2026, 4, 24, 1), datetime(2026, 4, 25))


def test_a_day_that_is_left_out_moves_its_occurrences_to_the_next() -> None:
    block = a_block(1, datetime(2011, 12, 29, 9), rrule="FREQ=DAILY")
    found = recurrence.expand(block, date(2011, 12, 31), date(2011, 12, 31), ZoneInfo("Pacific/Apia"))
    assert [occurrence.original_at.day for occurrence in found] == [30, 31]


def test_the_two_passes_of_an_hour_are_told_apart() -> None:
    day = datetime(2026, 10, 25, 2, 15)
    for fold in (0, 1):
        block = a_block(1, day.replace(fold=fold), ends_at=day.replace(minute=45))
        [occurrence] = expanded(block, Week(2026, 43))
        assert (occurrence.starts_at.fold, occurrence.ends_at.fold) == (fold, fold)


def test_an_exception_keeps_its_pass() -> None:
    place = datetime(2026, 10, 25, 9)
    for fold in (1, 0):
        moved = datetime(2026, 10, 25, 2, 15, fold=fold)
        exception = BlockException(place, ExceptionKind.CHANGED, starts_at=moved)
        block = a_block(1, datetime(2026, 10, 18, 9), rrule="FREQ=WEEKLY;BYDAY=SU", exceptions=(exception,))
        assert expanded(block, Week(2026, 43))[0].starts_at.fold == fold


def test_a_place_finds_its_occurrence() -> None:
    cancelled = BlockException(on(0, "9:00"), ExceptionKind.CANCELLED)
    block = a_block(1, MONDAY, rrule=WEEKLY, exceptions=(cancelled,))
    assert recurrence.occurrence_at(block, MONDAY, BERLIN) == expanded(block, Week.of(MONDAY))[0]
    assert recurrence.occurrence_at(block, on(0, "9:00"), BERLIN) is None
    assert recurrence.occurrence_at(block, on(1, "9:00"), BERLIN) is None
    once = a_block(2, on(2, "9:00"))
    assert recurrence.occurrence_at(once, on(2, "9:00"), BERLIN) == expanded(once)[0]
    assert recurrence.occurrence_at(once, on(2, "9:15"), BERLIN) is None


def test_how_often_a_block_occurs() -> None:
    cancelled = BlockException(datetime(2026, 11, 9, 9), ExceptionKind.CANCELLED)
    assert recurrence.count(a_block(1, MONDAY)) == 1
    assert recurrence.count(a_block(1, MONDAY, rrule=WEEKLY)) is None
    assert recurrence.count(a_block(1, MONDAY, rrule=WEEKLY + ";COUNT=4", exceptions=(cancelled,))) == 3
    assert recurrence.count(a_block(1, MONDAY, rrule=WEEKLY + ";UNTIL=20261123T235959")) == 4
    assert recurrence.starts_before(WEEKLY, MONDAY, on(0, "9:00")) == 3


def test_a_week_holds_all_blocks_by_start() -> None:
    board = a_board(blocks=[a_block(1, on(4, "9:00")), a_block(2, MONDAY, rrule=WEEKLY), a_block(3, on(0, "9:00"))])
    found = recurrence.occurrences(board, WEEK)
    assert [occurrence.block_id for occurrence in found] == [2, 3, 1]


def test_a_linked_occurrence_has_the_platforms_of_its_posts() -> None:
    posts = [
        a_post(1, version(LINKEDIN, on(4)), version(FACEBOOK), version(INSTAGRAM, on(4), status=Status.SKIPPED)),
        a_post(2, version(FACEBOOK, on(5))),
        a_post(3, version(INSTAGRAM)),
    ]
    linked, undated, elsewhere = (
        a_block(number, on(number), platforms=(Share(INSTAGRAM, 3),), serves=serves)
        for number, serves in ((1, (1, 2)), (2, (3,)), (3, (99,)))
    )
    board = a_board(posts=posts, blocks=[linked, undated, elsewhere])
    shares = {occurrence.block_id: occurrence.shares for occurrence in recurrence.occurrences(board, WEEK)}
    assert shares == {
        1: (Share(FACEBOOK), Share(LINKEDIN)),
        2: (Share(INSTAGRAM, 3),),
        3: (Share(INSTAGRAM, 3),),
    }
