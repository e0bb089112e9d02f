"""The ways between the rooms of the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from db import items
from db.records import Activity, Changes, MadeBy, Platform, PlatformKind, TimeEntry, Week
from db.store import Store
from desktop.agenda.page import AgendaPage
from desktop.calendar.post_panel import PostPanel
from desktop.calendar.week_view import WeekView
from desktop.hours.foot import TimerFoot
from desktop.hours.page import HoursPage
from desktop.ideas.page import IdeasPage
from desktop.main_window import MainWindow
from desktop.month.page import MonthPage
from desktop.preferences.page import PreferencesPage
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.sidebar import SideBar
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store, a_variant


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = a_store(tmp_path, posts=[a_post(title="Rolls", variants=(a_variant(1, datetime(2026, 11, 26, 9)),))])
    yield store
    store.close()


@pytest.fixture
def window(store: Store, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    workspace = Workspace(store, lambda: NOW)
    today = workspace.now().date()
    window = MainWindow(Week.of(today), today, Settings())
    window.resize(1440, 900)
    window.show_plan(workspace)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()


def room(window: MainWindow) -> QWidget:
    stack = window.findChild(QStackedWidget)
    assert stack is not None
    shown = stack.currentWidget()
    assert shown is not None
    return shown


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_2, MonthPage),
        (Qt.Key.Key_3, AgendaPage),
        (Qt.Key.Key_4, IdeasPage),
        (Qt.Key.Key_5, HoursPage),
        (Qt.Key.Key_Comma, PreferencesPage),
        (Qt.Key.Key_1, WeekView),
    ],
)
def test_every_room_has_a_key(window: MainWindow, key: Qt.Key, kind: type[QWidget]) -> None:
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(room(window), kind)


def test_the_side_bar_leads_everywhere_and_marks_where_one_is(window: MainWindow) -> None:
    side = window.findChild(SideBar)
    assert side is not None
    for name, kind in (
        ("Month", MonthPage),
        ("Agenda", AgendaPage),
        ("Ideas", IdeasPage),
        ("Hours", HoursPage),
        ("Week", WeekView),
    ):
        row = next(each for each in side.findChildren(QAbstractButton) if each.accessibleName() == name)
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert isinstance(room(window), kind)
        assert row.isChecked()


def test_a_post_wanted_elsewhere_opens_in_its_week(window: MainWindow, qtbot: QtBot) -> None:
    window.show_room("month")
    month = room(window)
    assert isinstance(month, MonthPage)
    month.post_wanted.emit(1, Week(2026, 48))
    assert isinstance(room(window), WeekView)
    panel = window.findChild(PostPanel)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    assert panel.post_id == 1


def test_hidden_platforms_are_hidden_in_the_month_too(window: MainWindow) -> None:
    side = window.findChild(SideBar)
    assert side is not None
    QTest.mouseClick(
        next(each for each in side.findChildren(QAbstractButton) if each.accessibleName() == "Show Instagram"),
        Qt.MouseButton.LeftButton,
    )
    window.show_room("month")
    names = [each.accessibleName() for each in room(window).findChildren(QWidget)]
    assert not any("Rolls" in name for name in names)


def test_time_that_runs_is_seen_everywhere_and_leads_to_the_hours(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    running = TimeEntry(-1, 1, Activity.CREATION, NOW - timedelta(minutes=24), None, MadeBy.TIMER)
    store = a_store(tmp_path)
    store.write(items.put, Changes(entries=(running,)))
    window = MainWindow(Week.of(NOW), NOW.date(), Settings())
    window.resize(1440, 900)
    window.show_plan(Workspace(store, lambda: NOW))
    window.show()
    qtbot.waitExposed(window)
    foot = window.findChild(TimerFoot)
    assert foot is not None
    assert foot.isVisible()
    QTest.mouseClick(foot, Qt.MouseButton.LeftButton)
    assert isinstance(room(window), HoursPage)
    assert not foot.isVisible()
    window.show_room("week")
    assert foot.isVisible()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    store.close()


def test_a_second_account_is_told_apart_in_the_filter(window: MainWindow, qtbot: QtBot) -> None:
    side = window.findChild(SideBar)
    assert side is not None
    side.set_platforms(
        [
            Platform(1, "instagram", PlatformKind.INSTAGRAM, "Instagram"),
            Platform(2, "instagram-2", PlatformKind.INSTAGRAM, "Bakery"),
        ]
    )

    def names() -> set[str]:
        return {each.accessibleName() for each in side.findChildren(QAbstractButton) if each.isVisible()}

    qtbot.waitUntil(lambda: {"Show Instagram", "Show Bakery"} <= names())
