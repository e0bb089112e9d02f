"""A calendar file out of the plan, once: what is asked, what is counted meanwhile, what is written."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from db.feed_records import Privacy
from db.records import Week
from desktop.feeds.guard import MOST_EVENTS
from desktop.feeds.scope import Scope
from desktop.transfer.export_dialog import ExportDialog
from desktop.transfer.exporter import Exporter, places_of
from desktop.transfer.where import file_stem
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store

WEEK = Week(2026, 48)
THURSDAY = datetime(2026, 11, 26, 12, 15)


class Desk:
    """An exporter of a plan, and what it says."""

    def __init__(self, folder: Path, qtbot: QtBot, posts: int = 1) -> None:
        self.folder, self.qtbot = folder, qtbot
        made = [a_post(f"Zimtschnecken {number}", THURSDAY + timedelta(days=7 * number)) for number in range(posts)]
        self.workspace = Workspace(a_store(folder, posts=made), lambda: NOW)
        self.window = QWidget()
        self.window.resize(1200, 800)
        self.exporter = Exporter(self.workspace, self.window)
        self.said, self.failed = QSignalSpy(self.exporter.said), QSignalSpy(self.exporter.failed)
        self.exported = QSignalSpy(self.exporter.exported)
        self.window.show()

    def ask(self) -> ExportDialog:
        """The open dialog, after it has counted."""
        self.exporter.ask(WEEK)
        (dialog,) = self.window.findChildren(ExportDialog)
        self.counted(dialog)
        return dialog

    def counted(self, dialog: ExportDialog) -> str:
        """What is said when everything has been counted."""
        self.qtbot.waitUntil(lambda: not dialog._rest.isActive() and threading.active_count() == 1)
        QApplication.processEvents()
        return dialog._count.text

    def close(self) -> None:
        """Leave nothing behind."""
        for dialog in self.window.findChildren(ExportDialog):
            dialog.reject()
        self.qtbot.waitUntil(lambda: threading.active_count() == 1)
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.window.close()
        self.window.deleteLater()
        self.workspace.store.close()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """An exporter of a plan with three platforms and posts on three Thursdays, from week 48 on."""
    made = Desk(tmp_path, qtbot, posts=3)
    yield made
    made.close()


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the user wants the file: the system's own dialog cannot be driven."""
    out = tmp_path / "cafe.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    return out


def summaries(file: Path) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


def test_the_whole_plan_is_counted_at_first(desk: Desk) -> None:
    dialog = desk.ask()
    assert dialog._count.text.startswith("3 event")
    assert dialog.export.isEnabled()


def test_every_choice_is_counted_anew(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.range._segments["week"].click()
    assert desk.counted(dialog).startswith("1 event")
    assert dialog.scope() == Scope(first=date(2026, 11, 23), last=date(2026, 11, 29))
    dialog.range._segments["month"].click()
    assert dialog.scope() == Scope(first=date(2026, 11, 1), last=date(2026, 11, 30))
    assert desk.counted(dialog).startswith("1 event")


def test_enter_exports(desk: Desk, place: Path) -> None:
    dialog = desk.ask()
    QTest.keyClick(dialog.range._segments["all"], Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.exported.count() == 1)
    assert len(summaries(place)) == 3


def test_nothing_can_be_exported_while_nothing_is_in_there(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.posts.click()
    assert desk.counted(dialog) == "Nothing of the plan is in there. Choose more."
    assert not dialog.export.isEnabled()
    assert not dialog.drafts.isEnabled()


def test_days_of_ones_own_have_an_order(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.range._segments["own"].click()
    dialog.first.set_value(date(2026, 12, 10))
    dialog.last.set_value(date(2026, 12, 1))
    dialog.last.committed.emit(date(2026, 12, 1))
    assert desk.counted(dialog).startswith("The last day lies before the first one.")
    assert not dialog.export.isEnabled()


def test_platforms_and_privacy_are_in_the_scope(desk: Desk) -> None:
    dialog = desk.ask()
    first, *others = dialog.platforms
    dialog.platforms[first].click()
    dialog.privacy._segments["busy"].click()
    dialog.drafts.click()
    assert dialog.scope() == Scope(platform_ids=frozenset(others), privacy=Privacy.BUSY, has_drafts=False)
    desk.counted(dialog)


def test_what_was_counted_is_written(desk: Desk, place: Path) -> None:
    desk.ask().export.click()

    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)
    assert len(summaries(place)) == 3
    assert desk.exported.at(0) == [3]
    assert str(place) in desk.said.at(0)[0]


def test_who_wants_a_subscription_instead_is_led_there(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.ask()
    with qtbot.waitSignal(desk.exporter.feeds_wanted):
        dialog._go_to_feeds()


def test_a_part_that_was_pointed_at_is_saved(desk: Desk, place: Path) -> None:
    desk.exporter.save(Scope(post_ids=frozenset({1}), has_work=False), "Zimtschnecken 0")

    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)
    assert len(summaries(place)) == 1
    assert desk.exported.count() == 0


def test_a_file_that_is_being_saved_is_written_whatever_is_asked_meanwhile(
    tmp_path: Path, qtbot: QtBot, place: Path
) -> None:
    desk = Desk(tmp_path, qtbot, posts=300)
    desk.exporter.save_to(place, Scope())
    desk.exporter.ask(WEEK)
    (dialog,) = desk.window.findChildren(ExportDialog)
    dialog.chosen.emit(dialog.scope())
    dialog.reject()
    qtbot.waitUntil(lambda: desk.said.count() == 1)
    assert len(summaries(place)) == 300
    desk.close()


def test_a_place_that_is_missing_is_said(desk: Desk) -> None:
    desk.exporter.save_to(desk.folder / "missing" / "plan.ics", Scope())

    desk.qtbot.waitUntil(lambda: desk.failed.count() == 1)
    assert desk.said.count() == 0


def test_a_long_count_says_how_far_it_is(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.show_progress(250, 1000)
    assert dialog._count.text == "Counting … 25%"
    dialog.posts.click()
    dialog.show_progress(500, 1000)
    assert dialog._count.text == "Counting …", "that was another choice"
    desk.counted(dialog)


def test_a_plan_too_large_for_one_file_is_split(tmp_path: Path, qtbot: QtBot, place: Path) -> None:
    desk = Desk(tmp_path, qtbot, posts=MOST_EVENTS + 1)
    try:
        dialog = desk.ask()
        assert "Split into 2 file" in dialog._count.text
        dialog.export.click()
        qtbot.waitUntil(lambda: desk.said.count() == 1)
        first, second = places_of(place, 2)
        assert (first.name, second.name) == ("cafe-1.ics", "cafe-2.ics")
        assert (len(summaries(first)), len(summaries(second))) == (MOST_EVENTS, 1)
        assert not place.exists()

        # nobody was asked whether cafe-1.ics may be replaced
        desk.qtbot.waitUntil(lambda: threading.active_count() == 1)
        before = first.read_bytes()
        desk.ask().export.click()
        qtbot.waitUntil(lambda: desk.failed.count() == 1)
        assert "cafe-1.ics" in desk.failed.at(0)[0]
        assert first.read_bytes() == before
    finally:
        desk.close()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_half_of_the_files_are_none(tmp_path: Path, qtbot: QtBot, place: Path) -> None:
    desk = Desk(tmp_path, qtbot, posts=MOST_EVENTS + 1)
    first, second = places_of(place, 2)
    second.symlink_to(tmp_path / "nowhere" / "cafe.ics")
    try:
        desk.ask().export.click()
        qtbot.waitUntil(lambda: desk.failed.count() == 1)
        assert not first.exists()
    finally:
        desk.close()


def test_a_name_becomes_one_that_every_file_system_takes() -> None:
    assert file_stem('Advent: "Plätzchen" / Tee?') == "Advent Plätzchen  Tee"
    assert file_stem(" ... ") == "Wochenwerk"
    assert len(file_stem("x" * 300)) == 80
