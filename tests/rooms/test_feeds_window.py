"""Calendar feeds from everywhere in the window: the line in the side bar, commands by name, single files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db.feed_records import Delivery, DeliveryKind
from db.feeds import put_delivery, put_feed
from db.records import Week
from desktop import jobs, rooms
from desktop.feed_keeper import FeedKeeper
from desktop.feeds.scope import usual_feeds
from desktop.main_window import MainWindow
from desktop.planning.cards import PostKey
from desktop.preferences.feeds.foot import FeedFoot
from desktop.preferences.page import PreferencesPage
from desktop.settings import Settings
from desktop.transfer.export_dialog import ExportDialog
from desktop.ui import theme
from desktop.ui.menu_bar import Entry
from desktop.ui.toast import Toast
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store
from tests.rooms.panel_hands import choose

AT = datetime(2026, 11, 26, 12, 15)
PATIENCE_MS = 5000


class Desk:
    """The whole window, with its keeper of feeds at work."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.store = a_store(folder, posts=[a_post("Zimtschnecken", AT)])
        self.workspace = Workspace(self.store, lambda: NOW)
        today = self.workspace.now().date()
        self.settings = Settings()
        self.window = MainWindow(Week.of(today), today, self.settings)
        self.window.resize(1440, 900)
        self.window.show_plan(self.workspace)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.keep_feeds()

    @property
    def foot(self) -> FeedFoot:
        """The line in the side bar."""
        found = self.window.findChild(FeedFoot)
        assert found is not None
        return found

    @property
    def keeper(self) -> FeedKeeper:
        """Who keeps the feeds."""
        found = self.window.findChild(FeedKeeper)
        assert found is not None
        return found

    def command(self, name: str) -> None:
        """Do what the command search offers by this name."""
        assert self.window._menu is not None
        entries: dict[str, Entry] = {entry.text: entry for entry in self.window._menu.commands()}
        entries[name].on()
        QApplication.processEvents()

    def keep_files_in(self, folder: Path) -> None:
        """Set a folder up, as the settings do."""
        (feed, *_others) = usual_feeds((), "Alles", "Arbeit")
        self.workspace.edit("feed", put_feed, feed)
        kept = Delivery(0, "", DeliveryKind.FOLDER, str(folder), machine=self.keeper.machine)
        self.workspace.edit("folder", put_delivery, kept)

    def toasts(self) -> list[str]:
        """The messages in sight."""
        return [toast.plain for toast in self.window.findChildren(Toast) if toast.isVisibleTo(self.window)]

    def close(self) -> None:
        """Leave nothing behind."""
        for dialog in self.window.findChildren(ExportDialog):
            dialog.reject()
        self.window.close()
        jobs.finish_all()
        QApplication.processEvents()
        self.window.deleteLater()
        self.store.close()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = Desk(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the user wants the file: the system's own dialog cannot be driven."""
    out = tmp_path / "cafe.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    return out


def test_the_side_bar_says_nothing_while_no_files_are_kept(desk: Desk) -> None:
    assert not desk.foot.isVisible()


def test_the_side_bar_says_how_the_files_stand_and_leads_to_them(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "Kalender"
    folder.mkdir()
    desk.keep_files_in(folder)
    desk.qtbot.waitUntil(lambda: desk.foot.accessibleName() == "Calendar file up to date", timeout=PATIENCE_MS)
    assert desk.foot.isVisible()

    (delivery,) = desk.keeper.deliveries()
    desk.workspace.edit("folder", put_delivery, replace(delivery, address=str(tmp_path / "weg")))
    desk.qtbot.waitUntil(lambda: desk.foot.accessibleName() == "Calendar file is old", timeout=PATIENCE_MS)
    assert desk.foot.toolTip().startswith("The folder is not there.")

    QTest.keyClick(desk.foot, Qt.Key.Key_Return)
    page = desk.window.findChild(PreferencesPage)
    assert page is not None
    assert page.isVisible()
    assert page._current == "feeds"


def test_feeds_and_their_address_are_found_by_name(desk: Desk) -> None:
    desk.command("Calendar feeds")
    page = desk.window.findChild(PreferencesPage)
    assert page is not None
    assert page._current == "feeds"

    desk.command("Copy the calendar address")
    assert any("Switch on the subscription" in toast for toast in desk.toasts())
    desk.keeper.switch_subscription(is_on=True)
    desk.qtbot.waitUntil(lambda: desk.keeper.subscription().port > 0, timeout=PATIENCE_MS)
    desk.command("Copy the calendar address")
    assert QGuiApplication.clipboard().text() == desk.keeper.address(desk.keeper.feeds()[0])


def test_an_export_from_the_settings_is_said_and_remembered_there(desk: Desk, place: Path) -> None:
    desk.command("Calendar feeds")
    desk.command("Export calendar file …")
    (dialog,) = desk.window.findChildren(ExportDialog)
    desk.qtbot.waitUntil(dialog.export.isEnabled, timeout=PATIENCE_MS)
    dialog.export.click()

    desk.qtbot.waitUntil(lambda: any("1 event(s) written" in toast for toast in desk.toasts()), timeout=PATIENCE_MS)
    assert desk.settings.last_export(desk.store.path) == (desk.workspace.now().date(), 1)
    page = desk.window.findChild(PreferencesPage)
    assert page is not None
    assert page._feeds_page().view.export._last.text() == "Last on 25 Nov, 1 event(s)"


def test_a_card_is_saved_from_its_menu(desk: Desk, place: Path) -> None:
    grid = desk.window._week_view.grid
    key = next(key for key in grid.canvas.items if isinstance(key, PostKey))
    grid.menu_requested.emit(key, AT, QPoint(300, 300))
    choose("Save as a calendar file …")

    desk.qtbot.waitUntil(place.exists, timeout=PATIENCE_MS)
    desk.qtbot.waitUntil(lambda: bool(desk.toasts()), timeout=PATIENCE_MS)
    (event,) = Calendar.from_ical(place.read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Draft: Instagram: Zimtschnecken"


def test_the_week_is_saved_from_an_empty_place(desk: Desk, place: Path) -> None:
    desk.window.show_room(rooms.WEEK)
    desk.window._week_view.grid.menu_requested.emit(None, AT, QPoint(300, 300))
    choose("Save the week as a calendar file …")
    desk.qtbot.waitUntil(place.exists, timeout=PATIENCE_MS)
    desk.qtbot.waitUntil(lambda: bool(desk.toasts()), timeout=PATIENCE_MS)
