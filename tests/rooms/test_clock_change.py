"""The week on the two days on which the clock is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Week
from desktop.planning.cards import PostKey
from desktop.planning.intents import (
    MovePost,
)
from desktop.ui import theme
from tests.rooms.lindenhof_week import block, post
from tests.rooms.week_page import WeekPage


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT)
    made = WeekPage(qtbot)
    yield made
    assert QApplication.overrideCursor() is None, "a drag left its cursor behind"
    made.window.close()


def _dst_page(page: WeekPage, week: Week) -> None:
    page.week = week
    page.put((post(1, 5, "3:30", "Vor der Umstellung", week=week),), (block(2, 5, "1:00", "1:30", week=week),))
    page.grid.scroll_to(0)


def test_a_drop_into_the_hour_that_the_clock_leaves_out_lands_after_it(page: WeekPage) -> None:
    spring = Week.of(date(2026, 3, 29))
    _dst_page(page, spring)
    key = page.weeks[spring][0][0].key
    start = page.on(key)
    goal = start + page.place(6, "2:15") - page.place(5, "3:30")
    page.hand.drag(start, start + QPoint(8, 0), goal)
    assert "2:15" in page.grid._machine.scene.ghost.label.head, "the label says which time is skipped"
    page.hand.release()
    assert page.dropped == MovePost(1, (10,), datetime(2026, 3, 29, 3, 15))


@pytest.mark.parametrize(("across", "fold"), [(0.25, 0), (0.75, 1)])
def test_an_hour_that_passes_twice_has_a_half_for_each_pass(page: WeekPage, across: float, fold: int) -> None:
    autumn = Week.of(date(2026, 10, 25))
    _dst_page(page, autumn)
    key = page.weeks[autumn][0][0].key
    start = page.on(key)
    goal = page.place(6, "2:15", across) + QPoint(0, start.y() - page.place(5, "3:30").y())
    page.hand.drag(start, start + QPoint(8, 0), goal)
    page.hand.release()
    intent = page.dropped
    assert isinstance(intent, MovePost)
    assert intent.to == datetime(2026, 10, 25, 2, 15)
    assert intent.to.fold == fold


def test_both_passes_of_an_hour_stand_side_by_side(page: WeekPage) -> None:
    autumn = Week.of(date(2026, 10, 25))
    first = post(1, 6, "2:15", "Erster Durchgang", week=autumn)
    page.week = autumn
    second_at = first.moment.replace(fold=1)
    second = replace(first, moment=second_at, variant_ids=(11,), title="Zweiter Durchgang")
    page.put((first, second))
    page.grid.scroll_to(0)
    left, right = page.grid.card_rect(first.key), page.grid.card_rect(PostKey(1, second_at))
    assert left.right() < right.left()
    assert left.top() == right.top()
