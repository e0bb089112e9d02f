"""Plans of every kind as all judges read them: the same occurrences as the program's own, clean for the lint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import event, given, settings
from hypothesis import strategies as st

from db.feed_records import Privacy
from db.records import Board, Status
from desktop.feeds.ical import Recipe, calendar
from desktop.feeds.scope import Scope, scope_of, usual_feeds
from desktop.planning.cards import moment
from desktop.planning.recurrence import expand
from desktop.planning.week import instant
from tests.feeds.judges import Verdict, judge
from tests.feeds.made_plans import FIRST, LAST, counters, plans
from tests.feeds.test_ical import WORDS

_DAY = timedelta(days=1)
_SOME = settings(max_examples=settings().max_examples * 2 // 3)  # each takes a quarter of a second
_FEWER = settings(max_examples=settings().max_examples // 3)

Times = tuple[str, str]


@_SOME
@given(board=plans(), today=st.dates(date(2020, 3, 1), date(2034, 12, 1)))
def test_all_judges_see_what_the_plan_means(board: Board, today: date) -> None:
    data = calendar(board, counters(board), Scope(), WORDS, "Café", today)
    verdict = judge(data, FIRST, LAST)
    assert not verdict.worth()
    assert seen(verdict) == meant(board, data, today - 60 * _DAY, today + 365 * _DAY)
    event(f"{board.plan.zone}, {data.count(b'FREQ=')} rules")


@_FEWER
@given(
    board=plans(),
    today=st.dates(date(2020, 3, 1), date(2034, 12, 1)),
    which=st.integers(0, 4),
    privacy=st.sampled_from(Privacy),
    has_drafts=st.booleans(),
)
def test_all_judges_see_a_feed_alike(board: Board, today: date, which: int, privacy: Privacy, has_drafts: bool) -> None:
    feed = replace(usual_feeds(board.platforms, "All", "Work")[which], privacy=privacy, has_drafts=has_drafts)
    written = Recipe(WORDS).written(board, counters(board), scope_of(feed, today), feed.name, today)
    verdict = judge(written.data, FIRST, LAST)
    assert not verdict.worth()
    assert len({(each.uid, each.starts) for each in verdict.instances}) == len(verdict.instances)


def seen(verdict: Verdict) -> Counter[Times]:
    """When the events take place that all judges see."""
    return Counter((each.starts, each.ends) for each in verdict.instances if each.title != WORDS.nothing)


def meant(board: Board, data: bytes, first: date, last: date) -> Counter[Times]:
    """When they should: a series by its rule wherever the file has one, otherwise in the window of single events."""
    zone = ZoneInfo(board.plan.zone)
    repeated = set(repeated_uids(data))
    found: list[tuple[datetime, datetime]] = []
    for post in board.posts:
        for variant in post.variants:
            starts = moment(variant, zone)
            if starts is not None and variant.status is not Status.SKIPPED:
                found.append((instant(starts, zone), instant(starts, zone) + timedelta(minutes=15)))
    for block in board.blocks:
        opens, closes = (FIRST - _DAY, LAST + _DAY) if block.uid in repeated or not block.rrule else (first, last)
        found += [
            (instant(each.starts_at, zone), instant(each.ends_at, zone)) for each in expand(block, opens, closes, zone)
        ]
    return Counter(told(found))


def told(found: Iterable[tuple[datetime, datetime]]) -> Iterator[Times]:
    """Those of the judges' years, in the judges' words."""
    opens, closes = (datetime(year, 1, 1, tzinfo=UTC) for year in (FIRST.year, LAST.year + 1))
    for starts, ends in found:
        if opens <= starts < closes:
            yield f"{starts:%Y%m%dT%H%M%SZ}", f"{ends:%Y%m%dT%H%M%SZ}"


def repeated_uids(data: bytes) -> Iterator[str]:
    """The UIDs of the events with a rule."""
    for part in data.replace(b"\r\n ", b"").split(b"BEGIN:VEVENT\r\n")[1:]:
        lines = part.decode().split("\r\n")
        if any(line.startswith("RRULE") for line in lines):
            yield from (line.removeprefix("UID:") for line in lines if line.startswith("UID:"))
