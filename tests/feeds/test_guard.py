"""A feed that grows too large: what is left out first, and that something whole always remains."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop.feeds.entries import Entry, Unit
from desktop.feeds.guard import MOST_EVENTS, Shortened, Weighed, dealt, fitted

TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
ROOM = 10_000


def a_unit(number: int, offset: int, text: int = 0, events: int = 1, lasts: int | None = 0) -> Unit:
    """So many events of 10 bytes and a text of so many, on a day so far from today; `lasts` None never ends."""
    first = TODAY + offset * DAY
    entry = Entry(
        f"{number:09d}", 0, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC), ZoneInfo("UTC"),
        first, first + DAY, "", text="x" * text,
    )  # fmt: skip
    return Unit((entry,) * events, first, None if lasts is None else first + lasts * DAY)


def data_of(unit: Unit) -> bytes:
    return b"".join(f"{entry.uid};{entry.text}".encode() for entry in unit.entries)


def uids(chosen: tuple[Weighed, ...]) -> list[int]:
    return [int(each.unit.uid) for each in chosen]


def test_what_fits_stays_as_it_is() -> None:
    units = [a_unit(n, n - 30, text=100) for n in range(60)]
    fitting = fitted(units, data_of, ROOM, TODAY)
    assert uids(fitting.chosen) == list(range(60))
    assert fitting.shortened == frozenset()


def test_the_oldest_events_go_first_and_no_more_of_them_than_it_takes() -> None:
    units = [a_unit(n, n - 60, text=100) for n in range(100)]
    fitting = fitted(units, data_of, ROOM, TODAY)
    assert uids(fitting.chosen) == list(range(10, 100))
    assert fitting.shortened == {Shortened.PAST}


def test_texts_go_before_what_lies_ahead() -> None:
    units = [a_unit(n, n - 20, text=400) for n in range(100)]
    fitting = fitted(units, data_of, ROOM, TODAY)
    assert uids(fitting.chosen) == list(range(20, 100))
    assert fitting.shortened == {Shortened.PAST, Shortened.TEXTS}
    assert not any(entry.text for each in fitting.chosen for entry in each.unit.entries)


def test_too_many_events_do_not_cost_the_texts() -> None:
    units = [a_unit(n, n // 10, text=2) for n in range(MOST_EVENTS + 50)]
    fitting = fitted(units, data_of, 13 * MOST_EVENTS, TODAY)
    assert uids(fitting.chosen) == list(range(MOST_EVENTS))
    assert fitting.shortened == {Shortened.FUTURE}
    assert all(entry.text for each in fitting.chosen for entry in each.unit.entries)


def test_the_farthest_events_go_last_and_running_series_stay() -> None:
    units = [a_unit(0, -300, lasts=None), *(a_unit(n, n) for n in range(1, 1200))]
    fitting = fitted(units, data_of, ROOM, TODAY)
    assert uids(fitting.chosen) == list(range(1000))
    assert fitting.shortened == {Shortened.FUTURE}


def test_one_event_that_is_too_large_by_itself_loses_its_text_only() -> None:
    fitting = fitted([a_unit(1, -5, text=2 * ROOM)], data_of, ROOM, TODAY)
    assert uids(fitting.chosen) == [1]
    assert fitting.shortened == {Shortened.TEXTS}


units = st.lists(
    st.tuples(st.integers(-60, 60), st.integers(0, 900), st.integers(1, 40), st.sampled_from([0, 0, 0, 30, None])),
    min_size=1,
    max_size=60,
).map(lambda made: [a_unit(n, *each) for n, each in enumerate(made)])


@given(units=units, room=st.integers(500, 60_000))
def test_the_guard_leaves_whole_units_in_their_order_and_never_nothing(units: list[Unit], room: int) -> None:
    fitting = fitted(units, data_of, room, TODAY)
    size, events = sum(len(each.data) for each in fitting.chosen), sum(each.events for each in fitting.chosen)
    assert len(fitting.chosen) == 1 or (size <= room and events <= MOST_EVENTS)
    assert fitting.chosen
    has_texts = Shortened.TEXTS not in fitting.shortened
    given_units = units if has_texts else [unit.without_text() for unit in units]
    assert [each.unit for each in fitting.chosen] == [given_units[place] for place in sorted(uids(fitting.chosen))]
    assert all(each.data == data_of(each.unit) for each in fitting.chosen)
    left_out = set(range(len(units))) - set(uids(fitting.chosen))
    assert bool(left_out) == bool(fitting.shortened & {Shortened.PAST, Shortened.FUTURE})
    if not fitting.shortened:
        assert size == sum(map(len, map(data_of, units)))


@given(units=units, room=st.integers(500, 60_000))
def test_files_hold_everything_once_in_its_order(units: list[Unit], room: int) -> None:
    weighed = [Weighed(unit, data_of(unit)) for unit in units]
    files = dealt(weighed, room)
    assert [each for file in files for each in file] == weighed
    for file in files:
        assert len(file) == 1 or (
            sum(len(each.data) for each in file) <= room and sum(each.events for each in file) <= MOST_EVENTS
        )
    for file, following in pairwise(files):
        assert (
            sum(len(each.data) for each in (*file, following[0])) > room
            or sum(each.events for each in (*file, following[0])) > MOST_EVENTS
        )


def test_a_unit_without_text_keeps_its_times_and_title() -> None:
    unit = a_unit(1, 3, text=5)
    named = replace(unit, entries=(replace(unit.entries[0], summary="Rolls", url="https://x.example"),))
    (entry,) = named.without_text().entries
    assert (entry.summary, entry.starts, entry.text, entry.url) == ("Rolls", TODAY + 3 * DAY, "", "")
