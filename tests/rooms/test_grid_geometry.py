"""Pixels and minutes of the week, and where cards lie."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.calendar.grid_geometry import GridGeometry, column_edges
from desktop.calendar.placing import DayItem, place_day
from desktop.planning.cards import BlockKey, CardKey, PostKey
from tests.rooms.lindenhof_week import moment

LAPTOP = GridGeometry.fitting(1223, 541)


def test_thirteen_hours_fill_the_height_within_bounds() -> None:
    assert LAPTOP.hour_height == pytest.approx(41.6, abs=0.1)
    assert GridGeometry.fitting(1223, 300).hour_height == 33
    assert GridGeometry.fitting(1223, 2000).hour_height == 72
    assert GridGeometry.fitting(1223, 300, scale=2).hour_height == 66


def test_columns_are_those_of_the_design() -> None:
    assert column_edges(1223) == pytest.approx((60, 226.1, 392.3, 558.4, 724.6, 890.7, 1056.9, 1223), abs=0.1)


def test_the_weekend_gives_way_in_a_narrow_week() -> None:
    edges = column_edges(660)
    widths = [right - left for left, right in pairwise(edges)]
    assert widths[:5] == pytest.approx([96.0] * 5)
    assert widths[5:] == pytest.approx([60.0] * 2)
    assert edges[-1] == pytest.approx(660)


@given(st.floats(200, 4000), st.floats(100, 3000), st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_pixels_and_minutes_go_both_ways(width: float, height: float, scale: float) -> None:
    grid = GridGeometry.fitting(width, height, scale)
    assert grid.edges == tuple(sorted(grid.edges))
    for minute in (0, 1, 435, 719.5, 1440):
        assert grid.minute(grid.y(minute)) == pytest.approx(minute)
    for day in range(7):
        middle = (grid.edges[day] + grid.edges[day + 1]) / 2
        if grid.column_width(day) > 1:
            assert grid.day_at(middle) == day
            assert grid.in_second_half(middle + 0.1)
            assert not grid.in_second_half(middle - 0.1)


def key_of(number: int, is_post: bool, start: int) -> CardKey:
    when = moment(0, "0:00") + timedelta(minutes=start)
    return PostKey(number, when) if is_post else BlockKey(number, when)


@st.composite
def days(draw: st.DrawFn) -> list[DayItem]:
    made = []
    for number in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, 95)) * 15
        is_post = draw(st.booleans())
        end = start if is_post else min(1440, start + draw(st.sampled_from([15, 30, 60, 90, 240])))
        made.append(DayItem(key_of(number, is_post, start), start, end))
    return made


@given(days(), st.sampled_from([541.0, 400.0, 900.0]), st.sampled_from([900.0, 1223.0, 1900.0]))
def test_cards_never_cover_each_other_and_none_is_lost(items: list[DayItem], height: float, width: float) -> None:
    grid = GridGeometry.fitting(width, height)
    places = place_day(items, 2, grid)
    hidden = [key for more in places.overflows for key in more.keys]
    assert sorted(map(repr, [*places.rects, *hidden])) == sorted(repr(item.key) for item in items)
    boxes = [*places.rects.values(), *(more.rect for more in places.overflows)]
    for number, one in enumerate(boxes):
        assert one.left() >= grid.edges[2]
        assert one.right() <= grid.edges[3]
        assert one.height() >= 17
        assert not any(one.adjusted(0.1, 0.1, -0.1, -0.1).intersects(other) for other in boxes[number + 1 :])


def placed(*items: tuple[str, int, int]) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, width and height of named items ("p…" posts, "b…" blocks) of a day, from the column's left edge."""
    made = {
        name: DayItem(key_of(number, name.startswith("p"), start), start, end)
        for number, (name, start, end) in enumerate(items)
    }
    rects = place_day(list(made.values()), 0, LAPTOP).rects
    return {
        name: (rect.left() - 60, rect.top(), rect.width(), rect.height())
        for name, item in made.items()
        if (rect := rects.get(item.key)) is not None
    }


def test_insets_and_heights_of_the_picture() -> None:
    found = placed(("post", 480, 480), ("block", 570, 630))
    assert found["post"] == pytest.approx((3, 333, 160.1, 54), abs=0.2)
    assert found["block"] == pytest.approx((4, 396.3, 158.1, 39.6), abs=0.2)


@pytest.mark.parametrize(("gap", "height"), [(90, 54), (75, 40), (60, 40), (45, 31.2)])
def test_a_post_is_as_high_as_there_is_room_below(gap: int, height: float) -> None:
    found = placed(("post", 480, 480), ("block", 480 + gap, 700))
    assert found["post"][3] == pytest.approx(height, abs=0.3)


def test_a_post_beside_one_block_keeps_sixty_percent() -> None:
    found = placed(("post", 600, 600), ("block", 600, 690))
    assert found["post"][2] == pytest.approx(160.1 * 0.6, abs=2.5)
    assert found["block"][2] == pytest.approx(158.1 * 0.4, abs=2.5)
    assert found["post"][3] == 54, "its lane is free below"


def test_what_has_less_than_44_pixels_is_behind_plus_n() -> None:
    items = [DayItem(key_of(number, False, 600), 600, 660) for number in range(5)]
    places = place_day(items, 0, LAPTOP)
    assert len(places.rects) == 2
    assert len(places.overflows[0].keys) == 3


def test_a_quarter_of_an_hour_can_still_be_read() -> None:
    assert placed(("block", 600, 615))["block"][3] == 18
