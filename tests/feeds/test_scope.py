"""What goes into a calendar: by platform, campaign, person, draft or not, days, single things; the usual feeds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from db.feed_records import Feed, Privacy
from db.records import BlockException, Board, ExceptionKind, Status
from desktop.feeds.scope import Scope, scope_of, usual_feeds
from desktop.planning.cards import BlockKey
from tests.builders import a_platform, some_platforms
from tests.feeds.test_ical import TODAY, a_board, a_post, a_series, events, uid, written


def titles(board: Board, scope: Scope) -> list[str]:
    return [str(event["SUMMARY"]) for event in events(written(board, scope))]


@pytest.fixture
def board() -> Board:
    """Three posts of different people and campaigns, one of them a draft; a series of which Emre does one."""
    posts = (
        replace(a_post(1, datetime(2026, 11, 26, 9), title="one"), campaign_id=1, owner_id=1),
        replace(a_post(2, datetime(2026, 11, 27, 9), title="two"), campaign_id=2, approver_id=1, owner_id=2),
        a_post(3, datetime(2026, 11, 28, 9), Status.HELD, title="three"),
    )
    exception = BlockException(datetime(2026, 11, 12, 9), ExceptionKind.CHANGED, member_id=2)
    block = a_series(
        datetime(2026, 11, 5, 9), "FREQ=WEEKLY;BYDAY=TH", campaign_id=2, member_id=1, exceptions=(exception,)
    )
    return a_board(posts, [replace(block, uid=uid(7), title="work")])


def test_only_the_campaigns_asked_for(board: Board) -> None:
    assert titles(board, Scope(campaign_ids=frozenset({1}))) == ["Instagram: one"]
    assert titles(board, Scope(campaign_ids=frozenset({2}))) == ["Instagram: two", "work (Instagram)"]


def test_only_what_people_own_approve_or_do(board: Board) -> None:
    assert titles(board, Scope(member_ids=frozenset({1}))) == ["Instagram: one", "Instagram: two", "work (Instagram)"]
    mine, theirs = (events(written(board, Scope(member_ids=frozenset({member}), has_posts=False))) for member in (1, 2))
    assert "RRULE" in mine[0]
    assert mine[0].exdates == [datetime(2026, 11, 12, 9, tzinfo=mine[0].exdates[0].tzinfo)]
    assert [event.decoded("DTSTART").replace(tzinfo=None) for event in theirs] == [datetime(2026, 11, 12, 9)]


def test_without_drafts_only_what_is_sure_remains(board: Board) -> None:
    assert titles(board, Scope(has_drafts=False, has_work=False)) == ["Instagram: one", "Instagram: two"]


def test_single_posts_and_occurrences(board: Board) -> None:
    assert titles(board, Scope(post_ids=frozenset({3}), has_work=False)) == ["Held: Instagram: three"]
    keys = frozenset({BlockKey(1, datetime(2026, 11, 12, 9)), BlockKey(1, datetime(2027, 11, 18, 9))})
    found = events(written(board, Scope(block_keys=keys, has_posts=False)))
    assert [event.decoded("DTSTART").date() for event in found] == [date(2026, 11, 12), date(2027, 11, 18)]
    assert not any("RRULE" in event for event in found)
    gone = frozenset({BlockKey(1, datetime(2026, 11, 13, 9))})
    assert titles(board, Scope(block_keys=gone, has_posts=False)) == ["No entries"]


def test_a_feed_keeps_series_whole_that_touch_its_window(board: Board) -> None:
    ended = a_series(datetime(2025, 1, 2, 9), "FREQ=WEEKLY;BYDAY=TH;COUNT=5", id=2, uid=uid(8), title="over")
    later = a_series(datetime(2028, 1, 6, 9), "FREQ=WEEKLY;BYDAY=TH", id=3, uid=uid(9), title="later")
    counted = a_series(datetime(2025, 1, 2, 9), "FREQ=WEEKLY;BYDAY=TH;COUNT=95", id=4, uid=uid(10), title="counted")
    board = replace(board, blocks=(*board.blocks, ended, later, counted))
    scope = scope_of(Feed(1, uid(90), "Work", "work.ics", "", has_posts=False), TODAY)
    found = events(written(board, scope))
    assert [str(event["SUMMARY"]) for event in found if "RRULE" in event] == ["work (Instagram)", "counted (Instagram)"]
    assert not any("over" in str(event["SUMMARY"]) for event in found)


def test_a_span_of_days_writes_its_occurrences_one_by_one(board: Board) -> None:
    scope = Scope(first=date(2026, 11, 9), last=date(2026, 11, 22), has_posts=False)
    found = events(written(board, scope))
    assert [event.decoded("DTSTART").day for event in found] == [12, 19]
    assert not any("RRULE" in event for event in found)


def test_a_feeds_scope_is_its_window_around_today() -> None:
    feed = Feed(
        1,
        uid(1),
        "Advent",
        "advent.ics",
        "",
        platform_ids=frozenset({2}),
        has_work=False,
        has_drafts=False,
        privacy=Privacy.TITLES,
        past_days=10,
        future_days=20,
    )
    scope = scope_of(feed, TODAY)
    assert (scope.first, scope.last) == (TODAY - timedelta(days=10), TODAY + timedelta(days=20))
    assert (scope.platform_ids, scope.campaign_ids, scope.member_ids) == (frozenset({2}), None, None)
    assert (scope.has_posts, scope.has_work, scope.has_drafts, scope.has_days) == (True, False, False, False)
    assert (scope.privacy, scope.keeps_series, scope.feed_uid) == (Privacy.TITLES, True, uid(1))


def test_a_plan_usually_has_a_feed_of_all_one_per_platform_and_one_of_the_work() -> None:
    platforms = [replace(each, id=number) for number, each in enumerate(some_platforms(), start=1)]
    platforms[1] = replace(platforms[1], is_active=False)
    platforms.append(replace(a_platform(), id=4, key="woche", name="Zweitkonto"))
    feeds = usual_feeds(platforms, "Alles", "Größere Arbeit!")
    assert [feed.file_name for feed in feeds] == [
        "woche.ics",
        "instagram.ics",
        "linkedin.ics",
        "woche-2.ics",
        "groessere-arbeit.ics",
    ]
    assert [feed.position for feed in feeds] == list(range(5))
    assert [feed.platform_ids for feed in feeds] == [frozenset(), *(frozenset({n}) for n in (1, 3, 4)), frozenset()]
    assert [feed.has_posts for feed in feeds] == [True, True, True, True, False]
    assert usual_feeds((), "Alles", "工作")[-1].file_name == "feed.ics"
