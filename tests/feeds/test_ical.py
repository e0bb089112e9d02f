"""The exported file as other programs read it: icalendar parses, recurring-ical-events' rules are dateutil's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrule, rruleset, rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from db.records import (
    Activity,
    BlockException,
    BlockLink,
    Board,
    ExceptionKind,
    PlatformKind,
    Post,
    Revision,
    Share,
    Status,
    Variant,
    WorkBlock,
)
from desktop.feeds import ical
from desktop.feeds.scope import Scope
from desktop.feeds.words import Words
from desktop.planning.recurrence import expand
from desktop.planning.week import instant
from tests.builders import a_plan, some_platforms

BERLIN = ZoneInfo("Europe/Berlin")
CHANGED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
TODAY = date(2026, 11, 25)
WORDS = Words(
    statuses={status: str(status).title() for status in Status},
    activities={activity: str(activity).title() for activity in Activity},
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    moment="{day} {month_short} {year}, {hour}:{minute:02d}",
    busy="Busy",
    nothing="No entries",
    untitled="Untitled",
    post="Post",
    work="Work",
    campaign="Campaign",
    occasion="Occasion",
    closed="Closed",
    also="Also on",
    owner="Responsible",
    approver="Approval",
    note="Note",
    serves="For",
    colours={PlatformKind.INSTAGRAM: "#BF2A70"},
)


def uid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def a_board(posts: Iterable[Post] = (), blocks: Iterable[WorkBlock] = ()) -> Board:
    platforms = tuple(replace(platform, id=n) for n, platform in enumerate(some_platforms(), start=1))
    return Board(weeks=(), plan=a_plan(), platforms=platforms, posts=tuple(posts), blocks=tuple(blocks))


def a_post(number: int, starts_at: datetime | None, status: Status = Status.SCHEDULED, **fields: str) -> Post:
    variant = Variant(number, uid(number), number, 1, starts_at=starts_at, status=status)
    return Post(
        number, uid(900 + number), fields.get("title", "Rolls"), body=fields.get("body", ""), variants=(variant,)
    )


def a_series(starts_at: datetime, rrule: str | None, minutes: int = 60, **fields: Any) -> WorkBlock:  # noqa: ANN401
    block = WorkBlock(
        1,
        uid(1),
        Activity.CREATION,
        starts_at,
        starts_at + timedelta(minutes=minutes),
        rrule=rrule,
        platforms=(Share(1),),
    )
    return replace(block, **fields)


def written(board: Board, scope: Scope | None = None, n: int = 3) -> bytes:
    revisions = {variant.uid: Revision(n, CHANGED) for post in board.posts for variant in post.variants}
    revisions |= {block.uid: Revision(n, CHANGED) for block in board.blocks}
    return ical.calendar(board, revisions, scope or Scope(), WORDS, "Café", TODAY)


def events(data: bytes) -> list[Event]:
    return [each for each in Calendar.from_ical(data).walk() if isinstance(each, Event)]


def when(event: Event, name: str) -> datetime:
    value = event.decoded(name)
    assert isinstance(value, datetime)
    return value


def _rule(event: Event, start: datetime) -> rrule:
    text = event["RRULE"].to_ical()
    assert isinstance(text, bytes)
    rule = rrulestr(text.decode(), dtstart=start)
    assert isinstance(rule, rrule)
    return rule


def days_of(data: bytes) -> list[int]:
    return [start.astimezone(BERLIN).day for start in starts_of(data, date(2026, 11, 2), date(2026, 11, 29))]


def starts_of(data: bytes, first: date, last: date) -> list[datetime]:
    """Every instance in the span as an instant, expanded by dateutil from what the file says alone."""
    found: list[datetime] = []
    moved: dict[str, set[datetime]] = {}
    for event in events(data):
        if "RECURRENCE-ID" in event:
            moved.setdefault(str(event["UID"]), set()).add(when(event, "RECURRENCE-ID").astimezone(UTC))
    for event in events(data):
        start = when(event, "DTSTART")
        if "RRULE" not in event:
            found.append(start.astimezone(UTC))
            continue
        rules = rruleset()
        rules.rrule(_rule(event, start))
        for excluded in event.exdates:
            assert isinstance(excluded, datetime)
            rules.exdate(excluded)
        end = datetime(last.year, last.month, last.day, tzinfo=BERLIN) + timedelta(days=1)
        for instance in rules.xafter(datetime(first.year, first.month, first.day, tzinfo=BERLIN), inc=True):
            if instance >= end:
                break
            if instance.astimezone(UTC) not in moved.get(str(event["UID"]), set()):
                found.append(instance.astimezone(UTC))
    return sorted(found)


def test_a_post_is_a_free_quarter_of_an_hour_at_its_moment() -> None:
    (event,) = events(written(a_board([a_post(1, datetime(2026, 11, 26, 12, 15), body="Fresh")])))
    assert when(event, "DTSTART") == datetime(2026, 11, 26, 12, 15, tzinfo=BERLIN)
    assert when(event, "DTEND") - when(event, "DTSTART") == timedelta(minutes=15)
    assert (event["TRANSP"], event["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")
    assert (event["STATUS"], event["SUMMARY"]) == ("CONFIRMED", "Instagram: Rolls")
    assert (event["UID"], event["SEQUENCE"]) == (uid(1), 3)
    assert when(event, "DTSTAMP") == when(event, "LAST-MODIFIED") == CHANGED
    assert event["DESCRIPTION"] == "Fresh"


@pytest.mark.parametrize("status", [Status.IDEA, Status.DRAFT, Status.REVIEW, Status.HELD])
def test_what_is_not_certain_says_so(status: Status) -> None:
    (event,) = events(written(a_board([a_post(1, datetime(2026, 11, 26, 12, 15), status)])))
    assert event["STATUS"] == "TENTATIVE"
    assert str(event["SUMMARY"]) == f"{str(status).title()}: Instagram: Rolls"


def test_undated_and_skipped_posts_are_absent() -> None:
    posts = [a_post(1, None, Status.DRAFT), a_post(2, datetime(2026, 11, 26, 9), Status.SKIPPED)]
    (event,) = events(written(a_board(posts)))
    assert event["SUMMARY"] == "No entries"
    assert event["DTSTART"].to_ical() == b"20261125"


def test_a_published_post_stands_where_it_came_out() -> None:
    post = a_post(1, datetime(2026, 11, 26, 12, 15), Status.PUBLISHED)
    late = datetime(2026, 11, 26, 13, 5, tzinfo=BERLIN).astimezone(UTC)
    post = replace(post, variants=(replace(post.variants[0], published_at=late),))
    (event,) = events(written(a_board([post])))
    assert when(event, "DTSTART").astimezone(UTC) == late


def test_work_is_busy_time_named_after_activity_and_platforms() -> None:
    (event,) = events(written(a_board(blocks=[a_series(datetime(2026, 11, 24, 13), None, 90)])))
    assert (event["TRANSP"], event["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("OPAQUE", "BUSY")
    assert event["SUMMARY"] == "Creation (Instagram)"
    assert when(event, "DTEND") - when(event, "DTSTART") == timedelta(minutes=90)


def test_a_weekly_series_keeps_its_wall_clock_over_both_clock_changes() -> None:
    block = a_series(datetime(2026, 3, 2, 9), "FREQ=WEEKLY;BYDAY=MO,TH")
    data = written(a_board(blocks=[block]))
    assert len(events(data)) == 1
    assert b"RRULE:FREQ=WEEKLY" in data
    walls = {
        start.astimezone(BERLIN).strftime("%H:%M") for start in starts_of(data, date(2026, 3, 2), date(2026, 11, 30))
    }
    assert walls == {"09:00"}


def test_the_end_of_a_series_is_written_in_utc() -> None:
    data = written(a_board(blocks=[a_series(datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261224T235959")]))
    assert b"UNTIL=20261224T225959Z" in data


def test_a_series_in_the_hour_of_a_clock_change_becomes_single_events() -> None:
    block = a_series(datetime(2026, 10, 18, 1, 30), "FREQ=WEEKLY;BYDAY=SU", 120)
    data = written(a_board(blocks=[block]))
    assert b"RRULE" not in data.split(b"END:VTIMEZONE")[1]
    by_start = {when(event, "DTSTART").astimezone(UTC): event for event in events(data)}
    autumn = by_start[instant(datetime(2026, 10, 25, 1, 30), BERLIN)]
    elapsed = when(autumn, "DTEND").astimezone(UTC) - when(autumn, "DTSTART").astimezone(UTC)
    assert elapsed == timedelta(minutes=180)  # 1:30 to 3:30 with one hour twice


def test_the_second_pass_of_a_repeated_hour_is_written_in_utc() -> None:
    data = written(a_board([a_post(1, datetime(2026, 10, 25, 2, 30, fold=1))]))
    assert b"DTSTART:20261025T013000Z" in data


@pytest.mark.parametrize(("hour", "minutes"), [(1, 90), (2, 90)])
def test_both_ends_are_in_utc_where_one_lies_in_a_repeated_hour(hour: int, minutes: int) -> None:
    (event,) = events(written(a_board(blocks=[a_series(datetime(2026, 10, 25, hour), None, minutes)])))
    assert event.to_ical().count(b"TZID") == 0
    starts, ends = (instant(datetime(2026, 10, 25, hour) + timedelta(minutes=n), BERLIN) for n in (0, minutes))
    assert (when(event, "DTSTART"), when(event, "DTEND")) == (starts, ends)


def test_a_cancelled_occurrence_is_excluded_and_a_moved_one_replaced() -> None:
    exceptions = (
        BlockException(datetime(2026, 11, 9, 9), ExceptionKind.CANCELLED),
        BlockException(
            datetime(2026, 11, 16, 9),
            ExceptionKind.CHANGED,
            starts_at=datetime(2026, 11, 17, 14),
            ends_at=datetime(2026, 11, 17, 15),
        ),
    )
    data = written(a_board(blocks=[a_series(datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO", exceptions=exceptions)]))
    found = events(data)
    assert len(found) == 2
    assert {str(event["UID"]) for event in found} == {uid(1)}
    assert {event["SEQUENCE"] for event in found} == {3}
    walls = [
        start.astimezone(BERLIN).replace(tzinfo=None)
        for start in starts_of(data, date(2026, 11, 2), date(2026, 11, 23))
    ]
    assert walls == [datetime(2026, 11, 2, 9), datetime(2026, 11, 17, 14), datetime(2026, 11, 23, 9)]


def test_an_occurrence_that_passes_a_neighbour_gets_a_uid_of_its_own() -> None:
    exception = BlockException(
        datetime(2026, 11, 16, 9),
        ExceptionKind.CHANGED,
        starts_at=datetime(2026, 11, 24, 9),
        ends_at=datetime(2026, 11, 24, 10),
    )
    data = written(
        a_board(blocks=[a_series(datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO", exceptions=(exception,))])
    )
    assert len({str(event["UID"]) for event in events(data)}) == 2
    assert b"RECURRENCE-ID" not in data


def test_a_series_linked_to_another_platforms_post_is_filtered_occurrence_by_occurrence() -> None:
    post = a_post(2, datetime(2026, 11, 18, 9))
    post = replace(post, variants=(replace(post.variants[0], platform_id=2),))
    block = a_series(datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO", links=(BlockLink(datetime(2026, 11, 16, 9), 2),))
    board = a_board([post], [block])
    for platform_id, days in ((1, [2, 9, 23]), (2, [16])):
        scope = Scope(platform_ids=frozenset({platform_id}), has_posts=False)
        assert days_of(written(board, scope)) == days


def test_nothing_that_clients_choke_on_gets_out() -> None:
    nasty = "a\x00b\x0bc\u2028d\ud800e\x85f\r\ng"
    post = a_post(1, datetime(2026, 11, 26, 9), title=nasty, body=nasty + " ä€🌷" * 3000)
    data = written(a_board([post]))
    (event,) = events(data)
    assert str(event["SUMMARY"]) == "Instagram: abc de f g"
    assert len(str(event["DESCRIPTION"])) <= 7500
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_same_plan_gives_the_same_bytes() -> None:
    board = a_board([a_post(1, datetime(2026, 11, 26, 9))], [a_series(datetime(2026, 11, 2, 9), "FREQ=DAILY")])
    assert written(board) == written(board)


RULES = st.sampled_from(
    [
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
        "FREQ=MONTHLY;BYMONTHDAY=2",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=9",
        "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270131T235959",
    ]
)


@given(rule=RULES, hour=st.integers(0, 22), minutes=st.integers(15, 75), gone=st.sets(st.integers(0, 8), max_size=4))
def test_a_series_is_read_back_as_the_plan_means_it(rule: str, hour: int, minutes: int, gone: set[int]) -> None:
    starts = datetime(2026, 11, 2, hour)
    plain = a_series(starts, rule, minutes)
    first, last = date(2026, 11, 2), date(2027, 4, 30)
    originals = [occurrence.original_at for occurrence in expand(plain, first, last, BERLIN)]
    exceptions = tuple(
        BlockException(originals[n], ExceptionKind.CANCELLED) for n in sorted(gone) if n < len(originals)
    )
    block = replace(plain, exceptions=exceptions)
    meant = [instant(occurrence.starts_at, BERLIN) for occurrence in expand(block, first, last, BERLIN)]
    found = starts_of(written(a_board(blocks=[block])), first, last)
    assert [start for start in found if start.astimezone(BERLIN).date() <= last] == meant


def test_a_plan_in_utc_names_its_zone_like_any_other() -> None:
    exception = BlockException(
        datetime(2026, 11, 16, 9),
        ExceptionKind.CHANGED,
        starts_at=datetime(2026, 11, 16, 10),
        ends_at=datetime(2026, 11, 16, 11),
    )
    board = a_board(blocks=[a_series(datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO", exceptions=(exception,))])
    data = written(replace(board, plan=a_plan(zone="Etc/UTC")))
    assert b"DTSTART;TZID=Etc/UTC:20261102T090000" in data
    assert b"RECURRENCE-ID;TZID=Etc/UTC:20261116T090000" in data
    assert b"TZID:Etc/UTC" in data
