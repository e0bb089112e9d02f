"""The page about calendar feeds over a real plan, a real folder and the real address on this computer."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from db.feed_records import DeliveryKind, Feed, Privacy
from db.feeds import load_deliveries, load_feeds
from desktop import jobs
from desktop.busy_keeper import BusyKeeper
from desktop.feed_keeper import FeedKeeper
from desktop.preferences.feeds.page import FeedsPage
from desktop.preferences.feeds.parts import short_address
from desktop.preferences.page import FEEDS, PreferencesPage
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.toast import Toast
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store
from tests.rooms.panel_hands import button, choose, click, named, retype, texts


class Desk:
    """The settings with the page in sight, and what is stored."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.store = a_store(folder, posts=[a_post("Zimtschnecken", datetime(2026, 11, 26, 12, 15))])
        self.workspace = Workspace(self.store, lambda: NOW)
        self.settings = Settings()
        self.keeper = FeedKeeper(self.workspace, self.settings)
        self.window = QWidget()
        self.window.resize(1384, 1400)
        busy = BusyKeeper(self.workspace)
        self.room = PreferencesPage(self.workspace, self.settings, self.window, feeds=self.keeper, busy=busy)
        self.room.setGeometry(0, 0, 1384, 1400)
        self.room.show_page(FEEDS)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.keeper.begin()

    @property
    def page(self) -> FeedsPage:
        """Who fills the page."""
        return self.room._feeds_page()

    @property
    def view(self) -> QWidget:
        """The page itself."""
        return self.page.view

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """What is stored, in order."""
        return self.workspace.read(load_feeds)

    @property
    def steps(self) -> int:
        """How many steps can be undone."""
        return self.workspace.undo_stack.count()

    def toasts(self) -> list[str]:
        """The messages in sight."""
        return [toast.plain for toast in self.room.findChildren(Toast) if toast.isVisibleTo(self.room)]

    def switch(self, name: str) -> None:
        """Click a switch."""
        click(named(self.view, name))

    def is_written(self) -> bool:
        """Tell whether the page says that the files are in the folder, and since when."""
        text = self.page.view.folder._state.text
        return text.startswith("Written") and text != "Written in a moment"

    def close(self) -> None:
        """Leave nothing behind."""
        self.room.finish()
        self.keeper.finish()
        jobs.finish_all()
        QApplication.processEvents()
        self.window.close()
        self.window.deleteLater()
        self.store.close()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    """The page over a plan with three platforms and one post, without any feed."""
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = Desk(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user wants the files: the system's own dialog cannot be driven."""
    chosen = tmp_path / "Kalender"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(chosen))
    return chosen


def test_tab_goes_through_the_page_from_above(desk: Desk) -> None:
    first = button(desk.page.view.table, "Add a calendar …")
    first.setFocus()
    reached = []
    for _ in range(60):
        QTest.keyClick(desk.room, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop is first:
            break
        reached.append(stop)
    names = [stop.accessibleName() for stop in reached]
    assert names[:5] == [
        "Posts in “Everything”",
        "Work blocks in “Everything”",
        "Drafts in “Everything”",
        "What “Everything” tells",
        "More for “Everything”",  # a proposal's address cannot be copied yet
    ]
    assert reached[names.index("More for “Work blocks”") + 1] is button(desk.page.view.publishing, "Add …")
    assert len(set(reached)) == len(reached), "all the way round, and nothing twice"


def test_looking_writes_nothing(desk: Desk) -> None:
    assert {"Everything", "Instagram", "Facebook", "Linkedin", "Work blocks"} <= {
        row._name.text for row in desk.page.view.table._rows
    }
    assert desk.feeds == ()
    assert desk.steps == 0


def test_the_first_change_makes_all_proposals_in_one_step(desk: Desk) -> None:
    desk.switch("Posts in “Facebook”")

    assert len({feed.file_name for feed in desk.feeds}) == 5
    assert [feed.has_posts for feed in desk.feeds] == [True, True, False, True, False]
    assert desk.steps == 1
    desk.workspace.undo_stack.undo()
    assert desk.feeds == ()


def test_each_switch_is_one_step(desk: Desk) -> None:
    desk.switch("Work blocks in “Everything”")
    desk.switch("Drafts in “Everything”")
    first = desk.feeds[0]
    assert (first.has_posts, first.has_work, first.has_drafts) == (True, False, False)
    assert desk.steps == 2


def test_a_calendar_is_never_emptied(desk: Desk) -> None:
    desk.switch("Work blocks in “Instagram”")
    desk.switch("Posts in “Instagram”")
    assert desk.feeds[1].has_posts
    assert any("at least" in toast for toast in desk.toasts())
    row = desk.page.view.table._rows[1]
    assert row._posts.isChecked()


def test_what_a_calendar_tells_is_chosen_in_its_row(desk: Desk) -> None:
    row = desk.page.view.table._rows[0]
    row._privacy.committed.emit(Privacy.TITLES)
    assert desk.feeds[0].privacy is Privacy.TITLES


def test_files_are_kept_in_the_folder_and_that_is_said(desk: Desk, folder: Path) -> None:
    desk.switch("Keep files in a folder up to date")

    desk.qtbot.waitUntil(desk.is_written, timeout=5000)
    assert len(list(folder.glob("*.ics"))) == 5
    (delivery,) = desk.workspace.read(load_deliveries)
    assert delivery.kind is DeliveryKind.FOLDER
    assert delivery.machine == desk.settings.machine()
    assert desk.steps == 1, "the calendars come to be in the same step"

    desk.switch("Keep files in a folder up to date")
    assert not desk.workspace.read(load_deliveries)[0].is_active
    assert desk.page.view.folder._state.text == "Switched off"


def test_who_chooses_no_folder_keeps_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: "")
    desk.switch("Keep files in a folder up to date")
    assert desk.workspace.read(load_deliveries) == ()
    assert not desk.page.view.folder._switch.isChecked()


def test_another_folder_is_one_step(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.switch("Keep files in a folder up to date")
    other = folder.with_name("Anderswo")
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(other))
    click(named(desk.view, "Choose a folder for the calendar files"))
    desk.qtbot.waitUntil((other / "woche.ics").exists, timeout=5000)
    assert len(desk.workspace.read(load_deliveries)) == 1
    assert desk.steps == 2


def test_the_guide_turns_to_the_new_outlook(desk: Desk) -> None:
    assert "Choose <b>File › Open &amp; Export › Import/Export</b>." in texts(desk.view)
    click(button(desk.view, "New"))
    QApplication.processEvents()
    assert "Choose <b>Upload from file</b> and the file." in texts(desk.view)


def test_a_folder_that_is_gone_is_said(desk: Desk, folder: Path) -> None:
    desk.switch("Keep files in a folder up to date")
    desk.qtbot.waitUntil(desk.is_written, timeout=5000)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    desk.keeper.publish_now()
    desk.qtbot.waitUntil(lambda: desk.page.view.folder._state.text.startswith("The folder is not there."), timeout=5000)


def test_the_address_answers_and_is_copied(desk: Desk) -> None:
    desk.switch("Subscription on this computer")
    desk.qtbot.waitUntil(
        lambda: desk.keeper.subscription().port > 0 and desk.keeper.extent(1) is not None, timeout=5000
    )
    desk.page.show()
    click(named(desk.view, "Copy the address"))

    address = QGuiApplication.clipboard().text()
    assert address == desk.keeper.address(desk.feeds[0])
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - an address of this computer
        assert Calendar.from_ical(answer.read())["X-WR-CALNAME"] == "Café Lindenhof: Everything"
    assert "Address copied" in desk.toasts()
    assert short_address(address).endswith("/…/woche.ics")
    assert desk.feeds[0].token not in short_address(address)


def test_an_address_is_copied_only_where_somebody_answers(desk: Desk) -> None:
    assert not desk.page.view.table._rows[0]._copy.isEnabled()
    desk.room.copy_feed_address()
    assert any("Switch on the subscription" in toast for toast in desk.toasts())
    assert desk.feeds == ()


def test_a_calendar_of_ones_own(desk: Desk) -> None:
    click(button(desk.view, "Add a calendar …"))
    form = desk.window
    retype(named(form, "Name"), "Advent")
    click(button(form, "Facebook"))
    click(button(form, "Add"))

    assert [feed.name for feed in desk.feeds][-1] == "Advent"
    assert desk.feeds[-1].platform_ids == frozenset({2})
    assert desk.feeds[-1].file_name == "Advent.ics"
    assert len(desk.feeds) == 6
    assert desk.steps == 1


def test_a_calendar_needs_a_name_of_its_own_and_something_to_hold(desk: Desk) -> None:
    click(button(desk.view, "Add a calendar …"))
    form = desk.window
    click(button(form, "Add"))
    retype(named(form, "Name"), "instagram")
    click(button(form, "Add"))
    retype(named(form, "Name"), "Advent")
    for holds in ("Posts", "Work blocks"):
        click(next(box for box in form.findChildren(QWidget) if getattr(box, "caption", "") == holds))
    click(button(form, "Add"))
    assert "Choose at least one thing that the calendar holds." in texts(form)
    assert desk.feeds == ()


def test_removing_a_proposal_keeps_the_others(desk: Desk) -> None:
    desk.page.view.table._rows[3]._menu.click()
    choose("Remove")
    assert [feed.name for feed in desk.feeds] == ["Everything", "Instagram", "Facebook", "Work blocks"]
    desk.page.view.table._rows[0]._menu.click()
    choose("Remove")
    assert len(desk.feeds) == 3
    assert desk.steps == 2


def test_a_calendar_moves_up_and_gets_another_address(desk: Desk) -> None:
    desk.switch("Work blocks in “Facebook”")
    before = desk.feeds[2]
    desk.page.view.table._rows[2]._menu.click()
    choose("Up")
    assert [feed.name for feed in desk.feeds][:3] == ["Everything", "Facebook", "Instagram"]
    desk.page.view.table._rows[1]._menu.click()
    choose("Make a new address")
    assert desk.feeds[1].token != before.token
    assert desk.feeds[1].uid == before.uid
    assert desk.steps == 3


def test_the_next_post_is_the_example(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: desk.page.view.example._event.isVisibleTo(desk.view))
    event = desk.page.view.example._event
    assert event._title.text() == "Draft: Instagram: Zimtschnecken"
    assert event._when.text() == "Thu 26 Nov, 12:15–12:30 · Draft"


def test_the_last_export_is_remembered_for_this_plan(desk: Desk) -> None:
    desk.settings.remember_export(desk.store.path, date(2026, 11, 16), 31)
    desk.settings.remember_export(desk.folder / "other.wochenwerk", date(2026, 11, 17), 5)
    desk.page.show()
    assert "Last on 16 Nov, 31 event(s)" in texts(desk.view)


def test_export_is_asked_for_elsewhere(desk: Desk) -> None:
    wanted = QSignalSpy(desk.room.export_wanted)
    click(button(desk.view, "Export …"))
    assert wanted.count() == 1


def test_everything_is_reached_with_the_keyboard(desk: Desk) -> None:
    row = desk.page.view.table._rows[0]
    desk.page.view.subscription._switch.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    stops = [row._posts, row._work, row._drafts]
    assert all(stop in seen for stop in stops)
    row._posts.setFocus()
    QTest.keyClick(row._posts, Qt.Key.Key_Space)
    assert not desk.feeds[0].has_posts
    assert QApplication.focusWidget() is row._posts, "the keyboard stays in its row"
