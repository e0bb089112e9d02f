"""Our own files as somebody else's: what the feeds write is read as the same instants, in whatever zone it is read."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from db.records import Board
from desktop.feeds.ical import calendar
from desktop.feeds.reading import read
from desktop.feeds.scope import Scope
from desktop.planning.week import instant
from tests.feeds.made_plans import counters, plans
from tests.feeds.test_ical import WORDS
from tests.feeds.test_made_plans import Times, meant

_DAY = timedelta(days=1)
_FIRST, _LAST = date(2026, 1, 1), date(2027, 12, 31)


@given(board=plans(), today=st.dates(_FIRST, _LAST), other=st.sampled_from(("Asia/Kathmandu", "America/St_Johns")))
def test_what_the_feeds_write_is_read_as_it_is_meant(board: Board, today: date, other: str) -> None:
    data = calendar(board, counters(board), Scope(), WORDS, "Café", today)
    zone = ZoneInfo(other)
    reading = read(data, zone, _FIRST - _DAY, _LAST + _DAY)
    found = [
        (instant(each.starts_at, zone), instant(each.ends_at, zone)) for each in reading.times if not each.is_all_day
    ]
    opens, closes = (datetime(year, 1, 1, tzinfo=UTC) for year in (_FIRST.year, _LAST.year + 1))
    seen = Counter(
        (f"{starts:%Y%m%dT%H%M%SZ}", f"{ends:%Y%m%dT%H%M%SZ}") for starts, ends in found if opens <= starts < closes
    )
    expected: Counter[Times] = Counter()
    for times, count in meant(board, data, today - 60 * _DAY, today + 365 * _DAY).items():
        if f"{opens:%Y%m%d}" <= times[0] < f"{closes:%Y%m%d}":
            expected[times] += count
    assert seen == expected
    assert not reading.skipped
    assert not reading.unknown_zones
    assert reading.name == "Café"
