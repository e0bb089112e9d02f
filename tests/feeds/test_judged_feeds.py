"""The feeds that a plan really has, as all judges read them: alike, and without anything for the lint to say."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db import sample
from db.board import load_whole
from db.feed_records import Privacy
from db.records import (
    BlockException,
    BlockLink,
    Board,
    Campaign,
    ClosedDay,
    ExceptionKind,
    Occasion,
    Platform,
    PlatformKind,
    Revision,
    Status,
    WorkBlock,
)
from db.revisions import revisions
from desktop.exchange.calendar_file import calendar_bytes, calendar_parts, recipe
from desktop.feeds.ical import calendar
from desktop.feeds.scope import Scope, scope_of, usual_feeds
from tests.builders import NOW
from tests.feeds.judges import Instance, content, judge, plain
from tests.feeds.test_ical import CHANGED, TODAY, WORDS, a_board, a_post, a_series, uid, written


def judged(data: bytes, last: date = date(2027, 12, 31)) -> tuple[Instance, ...]:
    """What all judges see in a clean file, of what begins up to a day."""
    verdict = judge(data, date(2020, 1, 1), last)
    assert not verdict.worth()
    return verdict.instances


def starts(found: tuple[Instance, ...]) -> list[str]:
    return [each.starts for each in found]


@pytest.fixture
def cafe(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Board, Mapping[str, Revision]]:
    """The sample plan in a language and its counters."""
    with closing(sample.create(tmp_path / "cafe.wochenwerk", NOW, str(getattr(request, "param", "de")))) as store:
        return store.read(load_whole), store.read(revisions)


@pytest.mark.parametrize("cafe", ["de", "en"], indirect=True)
def test_the_sample_plan_is_read_alike_as_one_file_and_in_parts(cafe: tuple[Board, Mapping[str, Revision]]) -> None:
    board, counters = cafe
    data = calendar_bytes(board, counters, Scope(has_days=True))
    whole = judged(data)
    assert len(whole) > 100
    assert len(judged(data, date(2035, 12, 31))) > len(whole)
    parts = calendar_parts(board, counters, Scope(has_days=True))
    assert sorted(each for part in parts for each in judged(part.data)) == list(whole)


@pytest.mark.parametrize("cafe", ["de", "en"], indirect=True)
def test_every_usual_feed_is_read_alike(cafe: tuple[Board, Mapping[str, Revision]]) -> None:
    board, counters = cafe
    feeds = usual_feeds(board.platforms, "Alles", "Arbeit")
    assert len(feeds) == len(board.platforms) + 2
    cook = recipe(board.plan)
    for feed in feeds:
        for privacy in Privacy:
            scope = scope_of(replace(feed, privacy=privacy), NOW.date())
            assert judged(cook.written(board, counters, scope, feed.name, NOW.date()).data), feed.name


def test_every_object_of_an_online_calendar_is_read_alike(cafe: tuple[Board, Mapping[str, Revision]]) -> None:
    board, counters = cafe
    (everything, *_) = usual_feeds(board.platforms, "Alles", "Arbeit")
    scope = scope_of(everything, NOW.date())
    cook = recipe(board.plan)
    resources = cook.resources(board, counters, scope, NOW.date())
    found = [each for data in resources.values() for each in judged(data)]
    assert sorted(found) == list(judged(cook.written(board, counters, scope, "Alles", NOW.date()).data))


def test_privacy_leaves_the_times_and_takes_the_words(cafe: tuple[Board, Mapping[str, Revision]]) -> None:
    board, counters = cafe
    full, titles, busy = (
        judged(calendar_bytes(board, counters, Scope(privacy=privacy)))
        for privacy in (Privacy.FULL, Privacy.TITLES, Privacy.BUSY)
    )
    assert any(each.text for each in full)
    assert titles == tuple(replace(each, text="") for each in full)
    assert len({each.title for each in busy}) == 1
    assert sorted((each.uid, each.starts, each.ends) for each in busy) == [
        (each.uid, each.starts, each.ends) for each in full
    ]


def test_a_series_keeps_its_wall_clock_over_both_clock_changes() -> None:
    found = judged(written(a_board(blocks=[a_series(datetime(2026, 3, 2, 9), "FREQ=WEEKLY;BYDAY=MO;COUNT=40")])))
    monday = datetime(2026, 3, 2, tzinfo=UTC)
    summer = range(4, 34)  # from March 30 to October 19
    assert starts(found) == [
        f"{monday + timedelta(weeks=n):%Y%m%d}T{7 if n in summer else 8:02}0000Z" for n in range(40)
    ]


def test_exceptions_are_read_alike() -> None:
    exceptions = (
        BlockException(datetime(2026, 11, 3, 9), ExceptionKind.CANCELLED),
        BlockException(  # within its day
            datetime(2026, 11, 4, 9),
            ExceptionKind.CHANGED,
            starts_at=datetime(2026, 11, 4, 18),
            ends_at=datetime(2026, 11, 4, 19, 30),
        ),
        BlockException(  # past a neighbour
            datetime(2026, 11, 5, 9),
            ExceptionKind.CHANGED,
            starts_at=datetime(2026, 11, 7, 6),
            ends_at=datetime(2026, 11, 7, 7),
        ),
        BlockException(datetime(2026, 11, 8, 9), ExceptionKind.CHANGED, title="Quiet"),
    )
    block = a_series(datetime(2026, 11, 2, 9), "FREQ=DAILY;COUNT=8", exceptions=exceptions)
    found = judged(written(a_board(blocks=[block])))
    assert [(each.starts[6:11], each.ends[9:13]) for each in sorted(found, key=lambda each: each.starts)] == [
        ("02T08", "0900"),
        ("04T17", "1830"),
        ("06T08", "0900"),
        ("07T05", "0600"),
        ("07T08", "0900"),
        ("08T08", "0900"),
        ("09T08", "0900"),
    ]
    assert [each.title for each in found if each.starts == "20261108T080000Z"] == ["Quiet (Instagram)"]


def test_occurrences_that_serve_posts_are_read_alike() -> None:
    post = a_post(2, datetime(2026, 11, 18, 9), title="Rolls")
    post = replace(post, variants=(replace(post.variants[0], platform_id=2),))
    block = a_series(
        datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO;COUNT=4", links=(BlockLink(datetime(2026, 11, 16, 9), 2),)
    )
    found = judged(written(a_board([post], [block])))
    titles = [each.title for each in sorted(found, key=lambda each: each.starts) if each.uid == block.uid]
    assert titles == ["Creation (Instagram)", "Creation (Instagram)", "Creation (Facebook)", "Creation (Instagram)"]


@pytest.mark.parametrize("zone", ["Etc/UTC", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
def test_other_zones_are_read_alike(zone: str) -> None:
    exception = BlockException(
        datetime(2026, 11, 16, 9),
        ExceptionKind.CHANGED,
        starts_at=datetime(2026, 11, 16, 10),
        ends_at=datetime(2026, 11, 16, 11),
    )
    block = a_series(datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO;COUNT=30", exceptions=(exception,))
    board = a_board([a_post(2, datetime(2026, 11, 18, 9))], [block])
    assert len(judged(written(replace(board, plan=replace(board.plan, zone=zone))))) == 31


def test_a_monthly_series_at_an_hour_that_is_skipped_on_another_day_is_read_alike() -> None:
    board = a_board(blocks=[a_series(datetime(2026, 2, 28, 2, 30), "FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1;COUNT=4")])
    scope = Scope(first=date(2026, 2, 1), last=date(2026, 6, 30), keeps_series=True)
    assert sorted(starts(judged(written(board, scope)))) == [
        *("20260228T013000Z", "20260328T013000Z", "20260425T003000Z", "20260530T003000Z"),
    ]


def test_a_month_that_begins_in_a_gap_is_read_alike() -> None:
    board = a_board(blocks=[a_series(datetime(2023, 8, 31, 2, 6), "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4")])
    board = replace(board, plan=replace(board.plan, zone="Australia/Lord_Howe"))
    scope = Scope(first=date(2023, 8, 1), last=date(2024, 1, 31), keeps_series=True)
    assert sorted(starts(judged(written(board, scope)))) == [
        *("20230830T153600Z", "20230929T153600Z", "20231030T150600Z", "20231129T150600Z"),
    ]


def test_posts_in_both_passes_of_an_hour_are_read_alike() -> None:
    twice = [a_post(1 + fold, datetime(2026, 10, 25, 2, 30, fold=fold)) for fold in (0, 1)]
    assert starts(judged(written(a_board(twice)))) == ["20261025T003000Z", "20261025T013000Z"]


def test_days_of_the_plan_are_read_alike() -> None:
    board = replace(
        a_board(),
        campaigns=(Campaign(1, "Advent; candles, cake", date(2026, 11, 29), date(2026, 12, 24), "Every day one"),),
        occasions=(Occasion(1, "Leap day", date(2024, 2, 29), is_yearly=True), Occasion(2, "Fair", date(2026, 12, 5))),
        closed_days=(ClosedDay(1, "Rest", weekday=0), ClosedDay(2, "", day=date(2026, 12, 25))),
    )
    found = judged(written(board, Scope(has_days=True)), date(2035, 12, 31))
    assert ("20261129", "20261225") in {(each.starts, each.ends) for each in found}
    leaps = [each.starts for each in found if each.title == "Leap day"]
    assert leaps[-3:] == ["20330228", "20340228", "20350228"]
    assert "20280229" in leaps
    assert sum(each.title == "Closed: Rest" for each in found) > 400


def test_an_empty_feed_is_read_alike() -> None:
    (line,) = judged(written(a_board()))
    assert line.title == "No entries"


def test_a_name_with_every_sign_is_read_alike() -> None:
    name = 'Café; "Linde", a\\b: 50 %\n🌷'
    data = calendar(a_board(), {}, Scope(), WORDS, name, TODAY)
    assert len(judged(data)) == 1
    root, _ = content.read(data)
    said = [plain.unescaped(each.value) for each in root.parts[0].properties if each.name in {"NAME", "X-WR-CALNAME"}]
    assert said == 2 * [name.replace("\n", " ")]


def test_every_status_and_platform_is_read_alike() -> None:
    platforms = tuple(
        Platform(n, kind.value, kind, kind.value.title(), position=n) for n, kind in enumerate(PlatformKind, start=1)
    )
    posts = [
        replace(post, variants=(replace(post.variants[0], platform_id=1 + number % len(platforms)),))
        for number, status in enumerate([status for status in Status for _ in platforms], start=1)
        for post in [a_post(number, datetime(2026, 11, 1, 9) + timedelta(hours=5 * number), status)]
    ]
    found = judged(written(replace(a_board(posts), platforms=platforms)))
    assert len(found) == len(posts) - len(platforms)  # skipped ones are absent


def test_a_plan_too_large_for_a_feed_is_still_read_alike() -> None:
    blocks: list[WorkBlock] = [
        replace(a_series(datetime(2026, 11, 1, 8) + timedelta(hours=7 * n), None, note="ä" * 900), id=n, uid=uid(n))
        for n in range(1, 1201)
    ]
    board = a_board(blocks=blocks)
    counters = {block.uid: Revision(1, CHANGED) for block in blocks}
    feed = usual_feeds(board.platforms, "All", "Work")[0]
    written_feed = recipe(board.plan).written(board, counters, scope_of(feed, TODAY), "All", TODAY)
    assert written_feed.shortened
    assert len(judged(written_feed.data)) == written_feed.events <= 1000
