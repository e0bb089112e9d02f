"""Overlapping entries stand side by side and never cover each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.planning.lanes import Lane, lanes

entries = st.lists(
    st.tuples(st.integers(0, 91).map(lambda n: n * 15), st.sampled_from([0, 15, 30, 45, 60, 90, 180, 600])), max_size=25
)


def test_alone_an_entry_has_the_whole_day() -> None:
    assert lanes([("post", 720, 720)], 24) == {"post": Lane(0, 1, 1)}
    assert lanes([]) == {}


def test_entries_that_touch_do_not_overlap() -> None:
    assert set(lanes([("first", 480, 540), ("second", 540, 600)]).values()) == {Lane(0, 1, 1)}


def test_two_at_once_share_the_width_the_longer_one_first() -> None:
    assert lanes([("short", 480, 510), ("long", 480, 600)]) == {"long": Lane(0, 1, 2), "short": Lane(1, 1, 2)}


def test_entries_alike_keep_their_order() -> None:
    assert lanes([("b", 480, 540), ("a", 480, 540)]) == {"b": Lane(0, 1, 2), "a": Lane(1, 1, 2)}


def test_an_entry_grows_over_columns_that_are_free_beside_it() -> None:
    placed = lanes([("all day", 480, 720), ("a", 480, 540), ("b", 480, 540), ("later", 600, 660)])
    assert placed["later"] == Lane(1, 2, 3)
    assert placed["b"] == Lane(2, 1, 3)


def test_what_is_drawn_taller_counts_taller() -> None:
    assert lanes([("post", 480, 480), ("block", 500, 560)], 24)["block"].columns == 2


@given(entries, st.integers(0, 60))
def test_nothing_covers_anything(spans: list[tuple[int, int]], min_minutes: int) -> None:
    items = [(n, start, start + length) for n, (start, length) in enumerate(spans)]
    placed = lanes(items, min_minutes)
    assert placed.keys() == {n for n, _, _ in items}
    shown = {n: (start, max(end, start + min_minutes)) for n, start, end in items}
    for one, its in shown.items():
        lane = placed[one]
        assert 0 <= lane.column < lane.column + lane.span <= lane.columns
        for other, theirs in shown.items():
            if one < other and its[0] < theirs[1] and theirs[0] < its[1]:
                beside = placed[other]
                assert lane.columns == beside.columns
                assert lane.column + lane.span <= beside.column or beside.column + beside.span <= lane.column
