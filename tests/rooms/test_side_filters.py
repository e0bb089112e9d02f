"""The lists in the side bar: platforms and other calendars, shown or hidden."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.mini_month import MiniMonth
from desktop.ui.side_filters import CalendarFilter
from desktop.ui.sidebar import Form, Room, SideBar

CALENDARS = [(4, "Privat", True), (7, "Verein", False)]


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> SideBar:
    theme.apply(qapp, theme.Mode.LIGHT)
    month = MiniMonth()
    month.set_today(datetime(2026, 11, 24).date())
    made = SideBar(month, [Room("week", "calendar-week", "Week")], Room("settings", "settings", "Settings"))
    qtbot.addWidget(made)
    made.resize(made.width(), 800)
    made.show()
    return made


def rows(bar: SideBar) -> dict[str, QAbstractButton]:
    found = bar.findChild(CalendarFilter)
    assert found is not None
    return {row.accessibleName(): row for row in found.findChildren(QAbstractButton) if row.isVisible()}


def test_there_is_no_list_where_there_are_no_calendars(bar: SideBar) -> None:
    assert rows(bar) == {}
    bar.set_calendars(CALENDARS)
    assert [(name, row.isChecked()) for name, row in rows(bar).items()] == [
        ("Show Privat", True),
        ("Show Verein", False),
    ]
    bar.set_calendars([])
    assert rows(bar) == {}


def test_a_row_shows_and_hides_its_calendar(bar: SideBar) -> None:
    heard: list[tuple[int, bool]] = []
    bar.calendar_switched.connect(lambda number, is_shown: heard.append((number, is_shown)))
    bar.set_calendars(CALENDARS)
    QTest.mouseClick(rows(bar)["Show Privat"], Qt.MouseButton.LeftButton)
    QTest.keyClick(rows(bar)["Show Verein"], Qt.Key.Key_Space)
    assert heard == [(4, False), (7, True)]


def test_a_row_that_stays_keeps_the_keyboard(bar: SideBar, qtbot: QtBot) -> None:
    bar.set_calendars(CALENDARS)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    rows(bar)["Show Verein"].setFocus()
    bar.set_calendars([(7, "Verein", True)])
    assert rows(bar)["Show Verein"].hasFocus()


@pytest.mark.parametrize(("form", "is_there"), [(Form.FULL, True), (Form.COMPACT, False), (Form.RAIL, False)])
def test_the_list_needs_a_wide_bar(bar: SideBar, form: Form, is_there: bool) -> None:
    bar.set_form(form)
    bar.set_calendars(CALENDARS)
    assert bool(rows(bar)) is is_there
    bar.set_form(Form.FULL)
    assert len(rows(bar)) == 2
