"""Carries the plan into files and tables into the plan: asks where, works beside the window, says what was done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.backup import backup_zip
from db.board import load_whole
from db.errors import StorageProblem
from db.journal import ChangeSet, Writer
from db.records import Board
from desktop import wording
from desktop.exchange import plan_file, table_file
from desktop.jobs import Job
from desktop.planning.plan_table import Table
from desktop.transfer.dialog import ProgressDialog
from desktop.transfer.import_dialog import ImportDialog
from desktop.transfer.plan_dialog import PlanDialog
from desktop.transfer.where import ask_out, documents
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.feeds.plan_news import PlanNews


class Courier(QObject):
    """One per open plan; works on one file at a time.

    Signals: `said(sentence as HTML, can be undone)` when something was done, `failed(sentence as HTML)` when not.
    """

    said = Signal(str, bool)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._job: Job | None = None
        self._then: Callable[[Any], None] | None = None

    # what the menu asks for

    def ask_import(self) -> None:
        """Ask for a table, or a calendar file of ours, and show what it would bring."""
        kinds = " ".join(f"*{suffix}" for suffix in (*table_file.TABLES, plan_file.SUFFIX))
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import plan"), documents(), self.tr("Plans ({kinds})").format(kinds=kinds)
        )
        if Path(name).suffix.lower() == plan_file.SUFFIX:
            self.import_calendar(Path(name))
        elif name:
            self.import_table(Path(name))

    def ask_backup(self) -> None:
        """Ask where the backup goes, and make it."""
        today = self._workspace.now().date().isoformat()
        name, kinds = self._workspace.plan.name, self.tr("Backups (*.zip)")
        out = ask_out(self._window, self.tr("Back up plan"), name, f" {today}.zip", kinds)
        if out is not None:
            self.back_up(out)

    # the work

    def import_table(self, file: Path) -> None:
        """Read a table and show what it would bring; nothing is written before the user wants it."""

        def read(_job: Job) -> tuple[Board, Table]:
            rows = table_file.rows_of(file)
            board = self._workspace.read(load_whole)
            return board, table_file.news_of(rows, board)

        self._begin(self.tr("Reading “{file}” …").format(file=file.name), read, partial(self._show_news, file))

    def import_calendar(self, file: Path) -> None:
        """Read a calendar file of ours and show what it would bring, as with a table."""

        def read(_job: Job) -> tuple[Board, PlanNews]:
            board = self._workspace.read(load_whole)
            return board, plan_file.news_in(plan_file.plan_of(file), board, file)

        self._begin(self.tr("Reading “{file}” …").format(file=file.name), read, partial(self._show_plan, file))

    def back_up(self, out: Path) -> None:
        """Save the plan and its pictures in a zip file."""

        def write(_job: Job) -> None:
            backup_zip(self._workspace.store.path, out)

        done = self.tr("Plan and pictures backed up to <b>{file}</b>").format(file=escape(str(out)))
        self._begin(self.tr("Backing up …"), write, partial(self._say, done))

    def _show_news(self, file: Path, found: tuple[Board, Table]) -> None:
        board, table = found
        names = {platform.key: platform.name for platform in board.platforms}
        dialog = ImportDialog(self._window, file.name, table, names, table_file.new_platforms(board, table))
        dialog.wanted.connect(partial(self._add, file.name, board, table))
        dialog.open()

    def _show_plan(self, file: Path, found: tuple[Board, PlanNews]) -> None:
        board, news = found
        dialog = PlanDialog(self._window, file.name, news)
        dialog.wanted.connect(partial(self._add_plan, file.name, board, news))
        dialog.open()

    def _add_plan(self, file_name: str, board: Board, news: PlanNews) -> None:
        def add(_job: Job) -> ChangeSet:
            return self._workspace.store.write(plan_file.add_plan, board, news)[1]

        label = self.tr("Import “{file}”").format(file=file_name)
        count = self.tr("%n post(s) added", "", len(news.posts) + len(news.grown))
        self._begin(self.tr("Adding the posts …"), add, partial(self._file, label, count))

    def _add(self, file_name: str, board: Board, table: Table) -> None:
        def add(job: Job) -> ChangeSet:
            def action(writer: Writer) -> None:
                table_file.add_rows(writer, board, table, job.step)

            return self._workspace.store.write(action)[1]

        label = self.tr("Import “{file}”").format(file=file_name)
        count = self.tr("%n post(s) added", "", len(table.rows))
        self._begin(self.tr("Adding the posts …"), add, partial(self._file, label, count))

    def _file(self, label: str, words: str, changes: ChangeSet) -> None:
        self._workspace.file(label, changes)
        self.said.emit(words, True)

    def _say(self, words: str, _result: object) -> None:
        self.said.emit(words, False)

    # jobs

    def _begin(self, title: str, work: Callable[[Job], object], then: Callable[[Any], None]) -> None:
        if self._job is not None:
            return
        self._job = job = Job(work)
        self._then = then
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)
        ProgressDialog(self._window, title, job)
        job.start()

    def _finish(self, result: object) -> None:
        if self._then is not None:
            self._then(result)

    def _fail(self, problem: Exception) -> None:
        words = wording.problem(problem) if isinstance(problem, StorageProblem) else str(problem)
        self.failed.emit(escape(words))

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
