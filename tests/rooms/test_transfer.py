"""Tables in, calendar files and backups out, from the window: asked first, done beside it, one undo step."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.board import load_whole
from db.errors import DiskFull
from desktop import jobs
from desktop.jobs import Job
from desktop.transfer.courier import Courier
from desktop.transfer.dialog import ProgressDialog
from desktop.transfer.import_dialog import ImportDialog
from desktop.workspace import Workspace
from tests.builders import NOW, a_store

TABLE = "Datum;Uhrzeit;Plattformen;Titel\n26.11.2026;12:15;instagram;Zimtschnecken\n;;tiktok;Hinter der Theke\n"
BAD = "morgen;12:15;instagram;Reel\n"


class Desk:
    """A courier of a plan, and what it says."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.qtbot = qtbot
        self.workspace = Workspace(a_store(folder), lambda: NOW)
        self.window = QWidget()
        self.window.resize(1200, 800)
        self.courier = Courier(self.workspace, self.window)
        self.said = QSignalSpy(self.courier.said)
        self.failed = QSignalSpy(self.courier.failed)
        self.window.show()

    def table(self, text: str) -> Path:
        """A table file."""
        file = self.folder / "plan.csv"
        file.write_text(text, encoding="utf-8")
        return file

    def titles(self) -> set[str]:
        """The titles of all posts that are stored."""
        return {post.title for post in self.workspace.read(load_whole).posts}

    def offered(self, text: str) -> ImportDialog:
        """The dialog that shows what a table would bring."""
        self.courier.import_table(self.table(text))
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(ImportDialog)))
        (dialog,) = self.window.findChildren(ImportDialog)
        self.idle()
        return dialog

    def idle(self) -> None:
        """Wait until no work is left."""
        self.qtbot.waitUntil(lambda: threading.active_count() == 1)
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not self.window.findChildren(ProgressDialog)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A courier of a plan with three platforms and no post."""
    made = Desk(tmp_path, qtbot)
    yield made
    made.idle()
    made.window.close()
    made.window.deleteLater()
    made.workspace.store.close()


def test_nothing_is_added_before_the_user_wants_it(desk: Desk) -> None:
    dialog = desk.offered(TABLE)

    assert desk.titles() == set()
    dialog.reject()
    assert desk.titles() == set()


def test_a_table_is_one_undo_step(desk: Desk) -> None:
    desk.offered(TABLE).take.click()
    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)

    assert desk.titles() == {"Zimtschnecken", "Hinter der Theke"}
    assert "tiktok" in {platform.key for platform in desk.workspace.read(load_whole).platforms}
    desk.workspace.undo_stack.undo()
    assert desk.titles() == set()
    assert not desk.workspace.undo_stack.canUndo()
    desk.workspace.undo_stack.redo()
    assert desk.titles() == {"Zimtschnecken", "Hinter der Theke"}


def test_bad_rows_are_shown_and_the_good_ones_offered(desk: Desk) -> None:
    dialog = desk.offered(TABLE + BAD)

    problems = dialog.problems.model()
    assert problems.rowCount() == 1
    assert "4" in str(problems.data(problems.index(0, 0)))
    dialog.take.click()
    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)
    assert desk.titles() == {"Zimtschnecken", "Hinter der Theke"}


def test_a_table_without_any_good_row_offers_nothing(desk: Desk) -> None:
    dialog = desk.offered("Datum;Uhrzeit;Plattformen;Titel\n" + BAD)

    assert not hasattr(dialog, "take")
    dialog.reject()


def test_the_same_table_again_is_known(desk: Desk) -> None:
    desk.offered(TABLE).take.click()
    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)
    desk.idle()

    dialog = desk.offered(TABLE)

    assert not hasattr(dialog, "take")
    dialog.reject()


def test_a_file_that_is_no_table_is_refused_in_words(desk: Desk) -> None:
    file = desk.folder / "bild.png"
    file.write_bytes(b"\x89PNG")

    desk.courier.import_table(file)

    desk.qtbot.waitUntil(lambda: desk.failed.count() == 1)
    assert "bild.png" in desk.failed.at(0)[0]


def test_a_backup_holds_the_plan(desk: Desk) -> None:
    out = desk.folder / "safe.zip"

    desk.courier.back_up(out)

    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)
    with zipfile.ZipFile(out) as archive:
        assert desk.workspace.store.path.name in archive.namelist()


def test_a_cancelled_job_leaves_the_plan_as_it_was(desk: Desk, qtbot: QtBot) -> None:
    ready, go = threading.Event(), threading.Event()

    def work(job: Job) -> object:
        def action(_writer: object) -> None:
            ready.set()
            go.wait(10)
            job.step(1, 2)

        return desk.workspace.store.write(action)

    job = Job(work)
    dialog = ProgressDialog(desk.window, "Arbeit", job)
    job.start()
    ready.wait(10)
    qtbot.waitUntil(dialog.isVisible)
    with qtbot.waitSignals([job.cancelled, job.ended]):
        dialog.reject()
        go.set()


def test_a_failing_job_says_which_problem(desk: Desk, qtbot: QtBot) -> None:
    problem = DiskFull(desk.workspace.store.path)

    def work(_job: Job) -> object:
        raise problem

    job = Job(work)
    with qtbot.waitSignal(job.failed) as heard:
        job.start()
    assert heard.args == [problem]


def test_a_window_may_go_while_its_work_goes_on_and_the_plan_waits_for_it(desk: Desk) -> None:
    window, out = QWidget(), desk.folder / "backup.zip"
    Courier(desk.workspace, window).back_up(out)
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    jobs.finish_all()

    assert zipfile.is_zipfile(out)
    assert threading.active_count() == 1
