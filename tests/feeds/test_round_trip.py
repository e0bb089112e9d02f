"""Our own calendar files come back as the plan that they were written from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import items, sample
from db.board import load_whole
from db.feed_records import Privacy
from db.journal import Writer
from db.records import BlockLink, Board, Campaign, Changes, ClosedDay, ExceptionKind, Occasion
from db.revisions import revisions
from db.store import Store
from desktop.exchange.plan_file import add_plan
from desktop.feeds.ical import calendar
from desktop.feeds.plan_news import PlanNews, news_of
from desktop.feeds.plan_reading import FoundPlan, Unusable, UnusableCode, read_plan
from desktop.feeds.scope import Scope
from tests.builders import NOW, a_block, a_plan, a_post, a_store
from tests.feeds.made_plans import counters, plans
from tests.feeds.test_ical import WORDS

TODAY = date(2026, 11, 25)
EVERYTHING = Scope(has_days=True)
# What the next file counts anew, the numbers of platforms, and the series of events that came back as single ones
_COUNTED = re.compile(
    rb"(?:SEQUENCE|DTSTAMP|LAST-MODIFIED):[^\r]*\r\n|(?<=&on=)\d+|(?<=\?on=)\d+|&series=[^&]*&at=[^&]*"
)
_UID_OF_DAY = re.compile(rb"UID:[0-9a-f-]{14}5[^\r]*")


def file_of(board: Board, today: date = TODAY, scope: Scope = EVERYTHING) -> bytes:
    return calendar(board, counters(board), scope, WORDS, "Café", today)


def told(data: bytes) -> bytes:
    """The file without what a calendar cannot bring back."""
    return _COUNTED.sub(b"", data.replace(b"\r\n ", b""))


def as_told(board: Board) -> Board:
    """The plan without texts that are cut for their length, and without links to posts that are in no file."""
    short = [
        replace(
            post,
            body=post.body[:3000],
            variants=tuple(replace(each, body=each.body and each.body[:3000]) for each in post.variants),
        )
        for post in board.posts
    ]
    inside = {post.uid for post in read_plan(file_of(board)).board.posts}
    ids = {post.id for post in board.posts if post.uid in inside}
    blocks = [
        replace(block, links=tuple(link for link in block.links if link.post_id in ids)) for block in board.blocks
    ]
    return replace(board, posts=tuple(short), blocks=tuple(blocks))


def numbered(found: FoundPlan, board: Board) -> Board:
    """What was found as a plan: days are numbered as they come."""
    occasions = tuple(replace(each, id=n) for n, each in enumerate(found.board.occasions, start=1))
    closed_days = tuple(replace(each, id=n) for n, each in enumerate(found.board.closed_days, start=1))
    return replace(found.board, plan=board.plan, occasions=occasions, closed_days=closed_days)


@given(made=plans(), today=st.dates(date(2020, 3, 1), date(2034, 12, 1)))
def test_any_plan_is_written_again_as_it_was(made: Board, today: date) -> None:
    board = as_told(made)
    data = file_of(board, today)
    again = file_of(numbered(read_plan(data), board), today)
    assert told(again) == told(data)


@given(made=plans(), today=st.dates(date(2020, 3, 1), date(2034, 12, 1)))
def test_the_same_file_brings_nothing_twice(made: Board, today: date) -> None:
    found = read_plan(file_of(made, today))
    once = news_of(found, replace(found.board, plan=made.plan))
    assert not once
    assert once.known == len(found.board.posts) + len(found.board.blocks)
    assert not news_of(found, replace(made, campaigns=(), occasions=(), closed_days=())).blocks


# through a plan file


def added(store: Store, data: bytes) -> PlanNews:
    """Import a file and answer what was new."""

    def add(writer: Writer) -> PlanNews:
        board = load_whole(writer.connection)
        news = news_of(read_plan(data), board)
        add_plan(writer, board, news)
        return news

    return store.write(add)[0]


def exported(store: Store, scope: Scope = EVERYTHING) -> bytes:
    board = store.read(load_whole)
    return calendar(board, store.read(revisions), scope, WORDS, "Café", TODAY)


def told_apart_from_days(data: bytes) -> bytes:
    """What was told, without the uids that days have from their plan's birth."""
    return _UID_OF_DAY.sub(b"UID", told(data))


def in_any_order(data: bytes) -> list[bytes]:
    return sorted(told_apart_from_days(data).split(b"BEGIN:VEVENT"))


@pytest.fixture
def cafe(tmp_path: Path) -> Iterator[Store]:
    with closing(sample.create(tmp_path / "cafe.wochenwerk", NOW, "de")) as store:
        yield store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "empty.wochenwerk", a_plan())) as store:
        yield store


def test_the_sample_plan_comes_back_into_an_empty_plan(cafe: Store, empty: Store) -> None:
    data = exported(cafe)
    news = added(empty, data)
    assert (len(news.posts), len(news.blocks)) > (20, 10)
    assert told_apart_from_days(exported(empty)) == told_apart_from_days(data)
    assert not added(empty, data)
    assert not added(empty, exported(empty))


def test_its_own_file_brings_nothing_to_a_plan(cafe: Store) -> None:
    before = cafe.read(load_whole)
    assert not added(cafe, exported(cafe))
    assert cafe.read(load_whole) == before


def test_calendars_of_single_platforms_put_a_plan_together(cafe: Store, empty: Store) -> None:
    for platform in cafe.read(load_whole).platforms:
        added(empty, exported(cafe, Scope(platform_ids=frozenset({platform.id}))))
    added(empty, exported(cafe))
    assert in_any_order(exported(empty, Scope())) == in_any_order(exported(cafe, Scope()))


def test_counters_go_on_where_other_programs_have_seen_them(cafe: Store, empty: Store) -> None:
    board = cafe.read(load_whole)
    for note in ("one", "two", "three"):
        cafe.write(items.put, Changes(posts=tuple(replace(post, note=note) for post in board.posts)))
    seen = cafe.read(revisions)
    added(empty, exported(cafe))
    found = empty.read(load_whole)
    uids = {variant.uid for post in found.posts for variant in post.variants} | {block.uid for block in found.blocks}
    assert {uid: empty.read(revisions)[uid].n for uid in uids} == {uid: seen[uid].n + 1 for uid in uids}


def test_an_import_can_be_taken_back(cafe: Store, empty: Store) -> None:
    before = empty.read(load_whole)
    data = exported(cafe)
    _, changes = empty.write(lambda writer: add_plan(writer, before, news_of(read_plan(data), before)))
    empty.apply(changes.inverse())
    assert empty.read(load_whole) == before


def test_a_new_version_joins_the_post_that_is_there(tmp_path: Path) -> None:
    moment = datetime(2026, 11, 26, 12, 15)
    with closing(a_store(tmp_path, posts=[a_post("Rolls", moment, (1, 2), body="Fresh")])) as store:
        both = exported(store)
        (post,) = store.read(load_whole).posts
        store.write(items.put, Changes(posts=(replace(post, body="Warm", variants=post.variants[:1]),)))
        news = added(store, both)
        (post,) = store.read(load_whole).posts
    assert (len(news.posts), len(news.grown), news.known) == (0, 1, 0)
    assert [(each.platform_id, each.body) for each in post.variants] == [(1, None), (2, "Fresh")]
    assert post.body == "Warm"


def test_work_finds_the_posts_of_the_plan_that_it_is_for(tmp_path: Path, empty: Store) -> None:
    moment = datetime(2026, 11, 26, 12, 15)
    with closing(a_store(tmp_path, posts=[a_post("Rolls", moment)])) as store:
        (post,) = store.read(load_whole).posts
        block = a_block(datetime(2026, 11, 25, 9), 60)
        block = replace(block, links=(BlockLink(block.starts_at, post.id),))
        store.write(items.put, Changes(blocks=(block,)))
        posts, work = (exported(store, Scope(has_posts=is_post, has_work=not is_post)) for is_post in (True, False))
    added(empty, posts)
    added(empty, work)
    board = empty.read(load_whole)
    assert [link.post_id for each in board.blocks for link in each.links] == [board.posts[0].id]


def test_an_occurrence_that_came_before_its_series_is_not_doubled(tmp_path: Path, empty: Store) -> None:
    place = datetime(2026, 11, 30, 9)
    with closing(a_store(tmp_path, posts=[a_post("Rolls", datetime(2026, 12, 1, 9), (2,))])) as store:
        (post,) = store.read(load_whole).posts
        series = a_block(
            datetime(2026, 11, 23, 9), 60, rrule="FREQ=WEEKLY;BYDAY=MO", links=(BlockLink(place, post.id),)
        )
        store.write(items.put, Changes(blocks=(series,)))
        facebook, everything = exported(store, Scope(platform_ids=frozenset({2}))), exported(store)
    added(empty, facebook)
    added(empty, everything)
    single, repeated = empty.read(load_whole).blocks
    assert (single.starts_at, single.rrule) == (place, None)
    assert [(each.original_at, each.kind) for each in repeated.exceptions] == [(place, ExceptionKind.CANCELLED)]
    assert not added(empty, facebook)
    assert not added(empty, everything)


def test_people_days_and_campaigns_are_known_by_name(empty: Store) -> None:
    board = Board(
        weeks=(),
        plan=a_plan(),
        campaigns=(Campaign(1, "Advent", date(2026, 11, 29), date(2026, 12, 24), brief="Every day\none"),),
        occasions=(Occasion(1, "Leap", date(2024, 2, 29), is_yearly=True), Occasion(2, "Fair", date(2026, 12, 5))),
        closed_days=(ClosedDay(1, "Rest", weekday=0), ClosedDay(2, "", day=date(2026, 12, 25))),
    )
    data = file_of(board)
    news = added(empty, data)
    found = empty.read(load_whole)
    assert not news.members
    assert found.campaigns == board.campaigns
    assert {(each.name, each.is_yearly, f"{each.day:%m-%d}") for each in found.occasions} == {
        ("Leap", True, "02-29"),
        ("Fair", False, "12-05"),
    }
    assert {(each.name, each.weekday, each.day) for each in found.closed_days} == {
        ("Rest", 0, None),
        ("", None, date(2026, 12, 25)),
    }
    assert not added(empty, data)


# what is refused


def refusal(data: bytes) -> UnusableCode:
    with pytest.raises(Unusable) as refused:
        read_plan(data)
    return refused.value.code


def test_what_cannot_become_a_plan_is_refused(cafe: Store) -> None:
    data = exported(cafe, Scope())
    assert refusal(b"no calendar") is UnusableCode.NOT_A_CALENDAR
    assert refusal(b" " * 20_000_001) is UnusableCode.TOO_BIG
    assert refusal(data.replace(b"PRODID:-//Wochenwerk", b"PRODID:-//Other")) is UnusableCode.NOT_OURS
    for privacy in (Privacy.TITLES, Privacy.BUSY):
        assert refusal(exported(cafe, Scope(privacy=privacy))) is UnusableCode.NO_DETAILS
    assert refusal(data.replace(b"/instagram/", b"/tomorrow/")) is UnusableCode.UNKNOWN_PLATFORM


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (rb"X-WR-TIMEZONE:[^\r]*", b"X-WR-TIMEZONE:Europe/Nowhere"),
        (rb"UID:[^\r]*", b"UID:../plan"),
        (rb"status=[a-z]*", b"status=lost"),
        (rb"&text=\d+", b"&text=many"),
        (rb"RRULE:[^\r]*", b"RRULE:FREQ=SECONDLY"),
        (rb"RRULE:[^\r]*", b"RRULE:FREQ=DAILY;COUNT=100000000"),
        (rb"RRULE:[^\r]*", b"RRULE:FREQ=DAILY;UNTIL=99991231T225959Z"),
        (rb"DTSTART;TZID=Europe/Berlin:[^\r]*", b"DTSTART;TZID=Europe/Berlin:99991231T235959"),
        (rb"SEQUENCE:\d+", b"SEQUENCE:99999999999"),
        (rb"CREATED:[^\r]*", b"CREATED:20260101"),
        (rb"DTSTART;TZID=Europe/Berlin:[^\r]*", b"DTSTART:20261126T090000"),
        (rb"DTSTART;TZID=Europe/Berlin:[^\r]*", b"DTSTART;VALUE=DATE:20261126"),
        (rb"DTEND;TZID=Europe/Berlin:[^\r]*", b"DTEND;TZID=Europe/Berlin:20300101T000000"),
        (rb"DTEND;TZID=Europe/Berlin:[^\r]*", b"DTEND;TZID=Europe/Berlin:20000101T000000"),
        (rb"(DTSTART;TZID=Europe/Berlin:\d+T\d{4})00", rb"\g<1>07"),
        (rb"DTEND;VALUE=DATE:[^\r]*", b"DTEND;VALUE=DATE:20000101"),
        (rb"BEGIN:VEVENT(?s:.*?)END:VEVENT\r\n", rb"\g<0>\g<0>"),
        (rb"RRULE:", b"EXDATE;TZID=Europe/Berlin:20261126T031500\r\nRRULE:"),
    ],
)
def test_an_event_that_makes_no_sense_refuses_the_file(cafe: Store, before: bytes, after: bytes) -> None:
    data = exported(cafe, Scope(has_days=True)).replace(b"\r\n ", b"")
    assert re.search(before, data)
    assert refusal(re.sub(before, after, data)) is UnusableCode.BROKEN


def test_a_plan_in_another_zone_is_refused(cafe: Store) -> None:
    board = replace(cafe.read(load_whole), plan=a_plan(zone="America/New_York"))
    with pytest.raises(Unusable) as refused:
        news_of(read_plan(exported(cafe)), board)
    assert (refused.value.code, refused.value.detail) == (UnusableCode.OTHER_ZONE, "Europe/Berlin")


def test_an_empty_calendar_is_an_empty_plan() -> None:
    found = read_plan(file_of(Board(weeks=(), plan=a_plan())))
    assert (found.board.posts, found.board.blocks, found.counters) == ((), (), {})
