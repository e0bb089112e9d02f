"""The settings in a window over a real plan file, and what a person's hands do there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import platforms
from db.plan import load_plan
from db.records import Plan, Platform, WeekOverride
from desktop.busy_keeper import BusyKeeper
from desktop.feed_keeper import FeedKeeper
from desktop.preferences.page import PreferencesPage
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.field_frame import Field
from desktop.ui.grips import Grips
from desktop.ui.toast import Toast
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store
from tests.rooms.panel_hands import named

INSTAGRAM, FACEBOOK, LINKEDIN = 1, 2, 3


class Room:
    """The settings in a window, with the plan behind them."""

    def __init__(self, page: PreferencesPage, window: QWidget, workspace: Workspace, settings: Settings) -> None:
        self.page, self.window, self.workspace, self.settings = page, window, workspace, settings

    @property
    def platforms(self) -> tuple[Platform, ...]:
        """What is stored, in order."""
        return self.workspace.read(platforms.load_platforms)

    @property
    def overrides(self) -> tuple[WeekOverride, ...]:
        """What is stored, by week."""
        return self.workspace.read(platforms.load_overrides)

    @property
    def plan(self) -> Plan:
        """What is stored."""
        return self.workspace.read(load_plan)

    @property
    def steps(self) -> int:
        """How many steps can be undone or done again."""
        return self.workspace.undo_stack.count()

    def platform(self, platform_id: int) -> Platform:
        """One stored platform."""
        return next(each for each in self.platforms if each.id == platform_id)

    def field(self, name: str) -> QWidget:
        """The editor of a field, by the field's name."""
        return named(self.page, name)

    def problem(self, name: str) -> str | None:
        """What a field says is wrong."""
        whole: QWidget | None = self.field(name)
        while whole is not None and not isinstance(whole, Field):
            whole = whole.parentWidget()
        assert whole is not None
        return whole.problem

    def row(self, start: str) -> QWidget:
        """The row of the list whose name starts like this."""
        QApplication.processEvents()
        found = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.accessibleName().startswith(start) and hasattr(each, "platform") and each.isVisibleTo(self.page)
        ]
        assert len(found) == 1
        return found[0]

    def rows(self) -> list[str]:
        """The names in the list, from above."""
        found = [each for each in self.page.findChildren(QAbstractButton) if hasattr(each, "platform")]
        shown = [each for each in found if each.isVisibleTo(self.page)]
        return [each.accessibleName().split(",")[0] for each in sorted(shown, key=lambda each: each.y())]

    def toasts(self) -> list[str]:
        """The messages in sight."""
        return [toast.plain for toast in self.page.findChildren(Toast) if toast.isVisibleTo(self.page)]


@contextmanager
def settings_room(qtbot: QtBot, app: QApplication, folder: Path) -> Iterator[Callable[[str], Room]]:
    """Give a function that opens the settings on a page, over a plan with three platforms and a post on Instagram."""
    theme.apply(app, theme.Mode.LIGHT)
    store = a_store(folder, posts=[a_post("Zimtschnecken", datetime(2026, 11, 26, 12, 15))])
    workspaces: list[Workspace] = []
    windows: list[QWidget] = []  # qtbot holds them only weakly

    def entered(key: str) -> Room:
        workspace = Workspace(store, lambda: NOW)
        settings = Settings()
        window = QWidget()
        window.resize(1384, 900)
        feeds, busy = FeedKeeper(workspace, settings), BusyKeeper(workspace)
        page = PreferencesPage(workspace, settings, window, feeds=feeds, busy=busy)
        page.setGeometry(0, 0, 1384, 900)
        page.show_page(key)
        qtbot.addWidget(window)
        windows.append(window)
        workspaces.append(workspace)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Room(page, window, workspace, settings)

    try:
        yield entered
    finally:
        windows.clear()
        store.close()


def grip(bar: Grips, number: int) -> QPoint:
    return QPoint(round(bar.grip_x(number)), bar.height() // 2)


def drag(widget: QWidget, start: QPoint, *places: QPoint) -> None:
    """Press, move over the places, let go at the last."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, pos=start)
    for place in places:
        QTest.mouseMove(widget, place)
    QTest.mouseRelease(widget, left, pos=places[-1])


def bar_of(room: Room, name: str, kind: type[Grips]) -> Grips:
    found = named(room.page, name)
    assert isinstance(found, kind)
    return found
