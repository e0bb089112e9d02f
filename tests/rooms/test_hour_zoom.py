"""How high an hour is: steps by keys and wheel, the minute that stays, and that the choice is remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Week
from desktop.calendar.grid_geometry import HOUR_STEPS, WHOLE_DAY
from desktop.calendar.hour_zoom import FIT, HourZoom
from desktop.calendar.week_grid import WeekGrid
from desktop.main_window import MainWindow
from desktop.settings import HOUR_HEIGHT, HOUR_HEIGHTS, Settings
from desktop.ui import theme
from tests.rooms.lindenhof_week import BLOCKS, TODAY, WEEK
from tests.rooms.week_page import WeekPage

CTRL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT)
    made = WeekPage(qtbot)
    yield made
    made.window.close()


def height(page: WeekPage) -> float:
    return page.grid.canvas.grid.hour_height


def middle(page: WeekPage) -> float:
    """The minute in the middle of the view."""
    canvas, grid = page.grid.canvas, page.grid
    return canvas.grid.minute(canvas.mapFrom(grid, QPoint(0, grid.height() // 2)).y())


def press(page: WeekPage, key: Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    page.window.activateWindow()
    page.grid.canvas.slot_cursor.setFocus()
    QTest.keyClick(QApplication.focusWidget() or page.grid, key, modifiers)


def wheel(page: WeekPage, at: QPoint, turned: int, keys: Qt.KeyboardModifier = CTRL) -> None:
    inside = QPointF(page.window.mapFromGlobal(at))
    QTest.wheelEvent(page.window.windowHandle(), inside, QPoint(0, turned), QPoint(), keys)


def test_keys_go_through_the_steps_and_back_to_the_fit(page: WeekPage) -> None:
    fitted = height(page)
    chosen: list[int] = []
    page.grid.zoom.changed.connect(chosen.append)
    higher = [step for step in HOUR_STEPS if step > fitted]
    for step in higher:
        press(page, Key.Key_Plus)
        assert height(page) == step
    press(page, Key.Key_Plus)
    assert height(page) == HOUR_STEPS[-1], "there is nothing above the last step"
    press(page, Key.Key_Minus)
    assert height(page) == HOUR_STEPS[-2]
    press(page, Key.Key_0)
    assert height(page) == fitted
    assert chosen == [*higher, HOUR_STEPS[-2], FIT]


def test_the_key_of_the_fit_shows_the_whole_day_by_turns(page: WeekPage) -> None:
    fitted = height(page)
    press(page, Key.Key_0)
    assert page.grid.zoom.value == WHOLE_DAY
    assert page.grid.canvas.height() <= page.grid.height()
    press(page, Key.Key_Plus)
    assert height(page) == HOUR_STEPS[0]
    press(page, Key.Key_0)
    assert height(page) == fitted


def test_the_keypad_zooms_too(page: WeekPage) -> None:
    fitted = height(page)
    press(page, Key.Key_Plus, CTRL | KEYPAD)
    assert height(page) > fitted
    press(page, Key.Key_0, CTRL | KEYPAD)
    press(page, Key.Key_Minus, CTRL | KEYPAD)
    assert height(page) < fitted


def test_keys_keep_the_minute_in_the_middle(page: WeekPage) -> None:
    page.grid.scroll_to(9 * 60)
    before = middle(page)
    for _ in range(3):
        press(page, Key.Key_Plus)
        assert middle(page) == pytest.approx(before, abs=2)
    press(page, Key.Key_Minus)
    assert middle(page) == pytest.approx(before, abs=2)


def test_the_wheel_keeps_the_minute_under_the_pointer(page: WeekPage) -> None:
    page.grid.scroll_to(9 * 60)
    at = page.place(2, "11:00")
    wheel(page, at, 120)
    wheel(page, at, 120)
    assert page.place(2, "11:00").y() == pytest.approx(at.y(), abs=2)
    wheel(page, at, -240)
    assert page.place(2, "11:00").y() == pytest.approx(at.y(), abs=2)


def test_small_turns_of_a_touchpad_add_up(page: WeekPage) -> None:
    fitted, at = height(page), page.place(2, "11:00")
    for _ in range(3):
        wheel(page, at, 30)
    assert height(page) == fitted
    wheel(page, at, 30)
    assert height(page) > fitted


def test_the_wheel_without_control_only_scrolls(page: WeekPage) -> None:
    fitted, top = height(page), page.place(0, "12:00").y()
    wheel(page, page.place(2, "11:00"), -120, Qt.KeyboardModifier.NoModifier)
    assert height(page) == fitted
    assert page.place(0, "12:00").y() < top


def test_nothing_zooms_while_something_is_dragged(page: WeekPage) -> None:
    fitted, start = height(page), page.on(BLOCKS[2].key)
    page.hand.drag(start, start + QPoint(8, 0))
    wheel(page, start, 120)
    press(page, Key.Key_Plus)
    assert height(page) == fitted
    page.hand.key(Key.Key_Escape)
    press(page, Key.Key_Plus)
    assert height(page) > fitted


def test_a_chosen_height_holds_in_other_windows_and_grows_with_the_text(page: WeekPage, qapp: QApplication) -> None:
    page.grid.zoom.set(96)
    page.window.resize(1300, 900)
    assert height(page) == 96
    theme.apply(qapp, theme.Mode.LIGHT, scale=150)
    assert height(page) == 144
    theme.apply(qapp, theme.Mode.LIGHT)
    page.flip(1)
    assert height(page) == 96


def zoom_of(window: MainWindow) -> HourZoom:
    grid = window.findChild(WeekGrid)
    assert grid is not None
    return grid.zoom


def test_the_height_is_remembered(qtbot: QtBot) -> None:
    window = MainWindow(WEEK, TODAY, Settings())
    qtbot.addWidget(window)
    zoom_of(window).closer()
    chosen = Settings().value(HOUR_HEIGHT)
    assert chosen in HOUR_STEPS
    other = MainWindow(Week(2026, 48), TODAY, Settings())
    qtbot.addWidget(other)
    assert zoom_of(other).value == chosen


def test_a_broken_height_fits_the_window() -> None:
    assert (FIT, WHOLE_DAY, *HOUR_STEPS) == HOUR_HEIGHTS
    settings = Settings()
    settings.write(HOUR_HEIGHT, 57)
    assert Settings().value(HOUR_HEIGHT) == FIT
