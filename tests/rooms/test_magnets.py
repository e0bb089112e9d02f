"""Edges of neighbours hold what is moved close to them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.calendar.snapping import Snap
from desktop.planning.intents import MovePost, ResizeBlock
from desktop.planning.week import FINE_STEP, STEP
from desktop.ui import theme
from tests.rooms.lindenhof_week import block, moment, post
from tests.rooms.week_page import WeekPage

SHIFT = Qt.KeyboardModifier.ShiftModifier
LUNCH = block(7, 1, "12:07", "13:22")
SNACK = post(1, 1, "9:00", "Snack")
OTHER = block(8, 2, "9:00", "10:00")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = WeekPage(qtbot)
    made.put((SNACK,), (LUNCH, OTHER))
    yield made
    made.hand.key(Qt.Key.Key_Escape)
    made.window.close()


def drag_snack(page: WeekPage, to: QPoint) -> None:
    """Drag the post so that its upper edge lies there."""
    start = page.on(SNACK.key)
    page.hand.drag(start, start + QPoint(8, 0), start + to - page.place(1, "9:00"))


@given(st.lists(st.integers(0, 1440), max_size=6), st.floats(0, 1440), st.booleans(), st.floats(0, 12))
def test_nothing_rests_but_on_lines_and_edges_close_by(
    edges: list[int], minute: float, fine: bool, reach: float
) -> None:
    snap = Snap(fine, tuple(edges), reach)
    rests = snap.of(minute)
    near = [edge for edge in edges if abs(edge - minute) <= reach]
    if near and not fine:
        assert abs(rests - minute) == min(abs(edge - minute) for edge in near)
        assert snap.magnet(rests) == rests
    else:
        assert rests % (FINE_STEP if fine else STEP) == 0
        assert abs(rests - minute) <= STEP


@pytest.mark.parametrize(("edge", "off"), [("12:07", 5), ("12:07", -5), ("13:22", 5), ("13:22", -5)])
def test_a_neighbours_edges_hold_a_card_within_six_pixels(page: WeekPage, edge: str, off: int) -> None:
    drag_snack(page, page.place(1, edge) + QPoint(0, off))
    assert page.all("hovered")[-1] == MovePost(1, SNACK.variant_ids, moment(1, edge))
    line = page.grid.canvas.magnet
    assert line.isVisible()
    assert line.mapToGlobal(QPoint(0, 0)).y() == pytest.approx(page.place(1, edge).y(), abs=1)
    page.hand.release()
    assert not line.isVisible()


def test_farther_away_the_clock_holds_it(page: WeekPage) -> None:
    drag_snack(page, page.place(1, "12:07") - QPoint(0, 9))
    assert page.all("hovered")[-1] == MovePost(1, SNACK.variant_ids, moment(1, "12:00"))
    assert not page.grid.canvas.magnet.isVisible()


def test_only_the_column_aimed_at_attracts_and_shift_lets_go(page: WeekPage) -> None:
    drag_snack(page, page.place(3, "12:07") + QPoint(0, 1))
    assert page.all("hovered")[-1] == MovePost(1, SNACK.variant_ids, moment(3, "12:15"))
    page.hand.move(page.hand.at + page.place(1, "12:07") - page.place(3, "12:07"))
    assert page.all("hovered")[-1] == MovePost(1, SNACK.variant_ids, moment(1, "12:07"))
    page.hand.hold(SHIFT, Qt.Key.Key_Shift)
    assert page.all("hovered")[-1] == MovePost(1, SNACK.variant_ids, moment(1, "12:10"))
    assert not page.grid.canvas.magnet.isVisible()
    page.hand.let_go(SHIFT, Qt.Key.Key_Shift)


def test_a_stretched_edge_meets_its_neighbour(page: WeekPage) -> None:
    page.put((post(1, 2, "10:52", "Snack"),), (OTHER,))
    start = page.on(OTHER.key, down=1.0)
    page.hand.drag(start, start + QPoint(0, 8), start + page.minutes(52) + QPoint(0, 3))
    page.hand.release()
    assert page.dropped == ResizeBlock(8, OTHER.original_at, moment(2, "9:00"), moment(2, "10:52"))


def test_a_card_is_not_held_by_itself(page: WeekPage) -> None:
    start = page.on(LUNCH.key)
    page.hand.drag(start, start + QPoint(8, 0), start + QPoint(8, 5))
    hovered = page.all("hovered")[-1]
    assert getattr(hovered, "to", None) == moment(1, "12:15")
