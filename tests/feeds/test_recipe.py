"""Feeds written again and again: the same plan gives the same bytes, and what is remembered is never stale."""

from __future__ import annotations

import gc
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from db.feed_records import Feed, Privacy
from db.records import BlockException, Board, ExceptionKind, Revision
from desktop.feeds import ical
from desktop.feeds.entries import Entry
from desktop.feeds.guard import MOST_BYTES, MOST_EVENTS, Shortened
from desktop.feeds.ical import Recipe, calendar, parts
from desktop.feeds.scope import Scope, scope_of, usual_feeds
from tests.feeds.made_plans import counters, plans
from tests.feeds.test_ical import CHANGED, TODAY, WORDS, a_board, a_post, a_series, events, uid

EVERYTHING = Feed(1, uid(800), "Everything", "all.ics", "", has_days=True)
ALL = scope_of(EVERYTHING, TODAY)
_EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)


def pieces(data: bytes) -> Counter[bytes]:
    """The events of a file, byte by byte."""
    return Counter(_EVENT.findall(data))


def by_uid(data: bytes) -> dict[str, set[bytes]]:
    found: dict[str, set[bytes]] = {}
    for piece in _EVENT.findall(data):
        name = re.search(rb"\r\nUID:(.*)\r\n", piece)
        assert name
        found.setdefault(name[1].decode(), set()).add(piece)
    return found


def feed_of(
    board: Board, scope: Scope = ALL, today: date = TODAY, revisions: Mapping[str, Revision] | None = None
) -> bytes:
    return Recipe(WORDS).written(board, revisions or counters(board), scope, "Café", today).data


@given(board=plans(), other=plans())
def test_what_is_remembered_is_what_would_be_written(board: Board, other: Board) -> None:
    recipe = Recipe(WORDS)
    for each in (board, other, board):
        for privacy in Privacy:
            scope = replace(ALL, privacy=privacy)
            assert recipe.written(each, counters(each), scope, "Café", TODAY).data == feed_of(each, scope)


@given(board=plans(), days=st.integers(0, 500))
def test_on_another_day_only_what_enters_or_leaves_changes(board: Board, days: int) -> None:
    later = TODAY + timedelta(days=days)
    scope = scope_of(EVERYTHING, later)
    now, then = by_uid(feed_of(board)), by_uid(feed_of(board, scope, later))
    assert {each: now[each] for each in now.keys() & then.keys()} == {
        each: then[each] for each in now.keys() & then.keys()
    }
    if not days:
        assert now == then


@given(board=plans())
def test_objects_of_an_online_calendar_are_the_same_events(board: Board) -> None:
    resources = Recipe(WORDS).resources(board, counters(board), ALL, TODAY)
    whole = by_uid(feed_of(board))
    assert resources.keys() == whole.keys()
    for name, data in resources.items():
        assert by_uid(data) == {name: whole[name]}
        assert b"METHOD" not in data
        assert (b"TZID=" in data) == (b"BEGIN:VTIMEZONE" in data)


@given(board=plans(), scope=st.sampled_from([Scope(), Scope(has_days=True), Scope(platform_ids=frozenset({2}))]))
def test_a_file_is_exactly_what_icalendar_would_write(board: Board, scope: Scope) -> None:
    data = calendar(board, counters(board), scope, WORDS, "Café", TODAY)
    read = Calendar.from_ical(data)
    assert len(read.events) == sum(pieces(data).values())
    assert data.count(b"BEGIN:VCALENDAR") == data.count(b"END:VCALENDAR") == 1
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (part,) = parts(board, counters(board), scope, WORDS, "Café", TODAY)
    assert pieces(part.data) == pieces(data)


def test_a_feed_tells_what_it_is() -> None:
    board = a_board(
        [a_post(1, datetime(2026, 11, 26, 9))], [a_series(datetime(2026, 11, 2, 9), "FREQ=DAILY", id=2, uid=uid(2))]
    )
    revisions = {uid(1): Revision(1, CHANGED), uid(2): Revision(1, CHANGED + timedelta(hours=1))}
    written = Recipe(WORDS).written(board, revisions, ALL, "Café", TODAY)
    assert written.etag == hashlib.sha256(written.data).hexdigest()
    assert (written.events, written.changed_at) == (2, CHANGED + timedelta(hours=1))
    assert (written.shortened, written.first, written.last) == (frozenset(), ALL.first, ALL.last)
    empty = Recipe(WORDS).written(a_board(), {}, ALL, "Café", TODAY)
    assert (empty.events, empty.changed_at) == (1, None)


def test_a_feed_that_only_tells_times_does_not_tell_whose_they_are() -> None:
    board = a_board([a_post(1, datetime(2026, 11, 26, 12))])
    scope = Scope(platform_ids=frozenset({1}), privacy=Privacy.BUSY)

    data = Recipe(WORDS).written(board, {}, scope, "Taken", TODAY).data

    assert b"COLOR" not in data
    assert b"nstagram" not in data


def test_the_feed_of_a_single_platform_has_its_colour() -> None:
    board = a_board([a_post(1, datetime(2026, 11, 26, 9))])
    everything, instagram, facebook, *_ = usual_feeds(board.platforms, "All", "Work")
    heads = [Calendar.from_ical(feed_of(board, scope_of(feed, TODAY))) for feed in (everything, instagram, facebook)]
    assert [(head.get("COLOR"), head.get("X-APPLE-CALENDAR-COLOR")) for head in heads] == [
        (None, None),
        ("mediumvioletred", "#BF2A70"),
        (None, None),
    ]
    assert {str(head["X-WR-CALNAME"]) for head in heads} == {"Café"}


def test_a_feeds_own_counter_is_added_to_that_of_its_events() -> None:
    board = a_board([a_post(1, datetime(2026, 11, 26, 9))])
    later = CHANGED + timedelta(days=1)
    revisions = {uid(1): Revision(3, CHANGED), uid(800): Revision(2, later)}
    (event,) = events(feed_of(board, ALL, TODAY, revisions))
    assert (event["SEQUENCE"], event.decoded("DTSTAMP")) == (5, later)
    (event,) = events(calendar(board, revisions, Scope(), WORDS, "Café", TODAY))
    assert (event["SEQUENCE"], event.decoded("DTSTAMP")) == (3, CHANGED)


def test_a_series_with_very_many_exceptions_is_written_as_single_events() -> None:
    starts = datetime(2025, 11, 3, 9)
    exceptions = tuple(
        BlockException(starts + timedelta(days=n), ExceptionKind.CHANGED, title=f"{n}") for n in range(101)
    )
    block = a_series(starts, "FREQ=DAILY;COUNT=700", exceptions=exceptions)
    assert b"RRULE" not in feed_of(a_board(blocks=[block])).split(b"END:VTIMEZONE")[1]
    fewer = replace(block, exceptions=exceptions[:100])
    assert b"RRULE" in feed_of(a_board(blocks=[fewer])).split(b"END:VTIMEZONE")[1]


def a_large_plan(posts: int, text: str = "") -> Board:
    """Posts from 50 days ago on, four a day."""
    first = datetime(2026, 10, 6, 8)
    return a_board(a_post(n, first + timedelta(hours=6 * n), body=text) for n in range(1, posts + 1))


def test_a_feed_that_is_too_large_says_what_it_left_out() -> None:
    written = Recipe(WORDS).written(board := a_large_plan(1100), counters(board), ALL, "Café", TODAY)
    assert (written.events, written.shortened) == (MOST_EVENTS, frozenset({Shortened.PAST}))
    assert written.first == date(2026, 10, 31)
    assert written.last == ALL.last
    written = Recipe(WORDS).written(board := a_large_plan(1300), counters(board), ALL, "Café", TODAY)
    assert (written.events, written.shortened) == (MOST_EVENTS, frozenset({Shortened.PAST, Shortened.FUTURE}))
    assert written.first == TODAY
    assert written.last == date(2027, 8, 1)
    written = Recipe(WORDS).written(board := a_large_plan(900, "ä" * 900), counters(board), ALL, "Café", TODAY)
    assert written.shortened == {Shortened.PAST, Shortened.TEXTS}
    assert b"DESCRIPTION" not in written.data
    assert len(written.data) <= MOST_BYTES


def test_a_file_is_dealt_into_parts_that_every_program_takes() -> None:
    series = a_series(datetime(2026, 12, 7, 9), "FREQ=WEEKLY;BYDAY=MO", id=5000, uid=uid(5000))
    moved = BlockException(
        datetime(2026, 12, 14, 9), ExceptionKind.CHANGED, datetime(2026, 12, 15, 9), datetime(2026, 12, 15, 10)
    )
    board = replace(a_large_plan(2500, "ä" * 200), blocks=(replace(series, exceptions=(moved,)),))
    steps: list[tuple[int, int]] = []
    made = parts(
        board, counters(board), Scope(), WORDS, "Café", TODAY, lambda done, of_all: steps.append((done, of_all))
    )
    assert len(made) > 2
    assert steps == [(n, 2501) for n in range(2501)]
    whole = calendar(board, counters(board), Scope(), WORDS, "Café", TODAY)
    assert sum((pieces(part.data) for part in made), Counter()) == pieces(whole)
    for part, following in pairwise(made):
        assert part.first <= part.last <= following.first
    for part in made:
        assert len(part.data) <= MOST_BYTES
        assert part.events == sum(pieces(part.data).values()) <= MOST_EVENTS
    assert sum(uid(5000) in by_uid(part.data) for part in made) == 1


def test_a_recipe_forgets_what_is_long_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ical, "KEPT_EVENTS", 7)
    monkeypatch.setattr(ical, "KEPT_FEEDS", 2)
    gc.collect()
    before = _entries()
    recipe = Recipe(WORDS)
    board = a_large_plan(9)
    for n in range(30):
        post = replace(board.posts[n % 9], title=f"{n}")
        board = replace(board, posts=(*board.posts[: n % 9], post, *board.posts[n % 9 + 1 :]))
        scope = replace(ALL, privacy=list(Privacy)[n % 3])
        assert recipe.written(board, counters(board), scope, "Café", TODAY).data == feed_of(board, scope)
    assert _entries() - before < 9 * 2 + 7 * 2 + 9


def _entries() -> int:
    return sum(type(each) is Entry for each in gc.get_objects())


def test_several_threads_may_ask_at_once() -> None:
    recipe, boards = Recipe(WORDS), [a_large_plan(n) for n in (40, 60, 80)]
    found: list[tuple[int, bytes]] = []

    def ask(n: int) -> None:
        board = boards[n % 3]
        found.append((n % 3, recipe.written(board, counters(board), ALL, "Café", TODAY).data))

    threads = [Thread(target=ask, args=(n,)) for n in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {n: {data for which, data in found if which == n} for n in range(3)} == {
        n: {feed_of(board)} for n, board in enumerate(boards)
    }
