"""What the settings wish for whole files: another plan, a new one, another place, the plan as a table."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from db.records import Board
from desktop.jobs import Job
from desktop.preferences import file_questions
from desktop.preferences.plan_files import PlanFiles
from desktop.preferences.plan_page import PlanPage
from desktop.preferences.wishes import MovePlan, NewPlan, OpenPlan
from desktop.ui.toast import Toasts


class FileWishes(QObject):
    """Asks where, and hands the wish on, or writes the table beside the window and says so.

    Signals: `plan_wanted(OpenPlan, NewPlan or MovePlan)`, `failed(StorageProblem or Refused)`.
    """

    plan_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, page: QWidget, plan: Path, toasts: Toasts, load: Callable[[], Board]) -> None:
        """Take the file of the plan, and how the whole of it is read; `load` is called in another thread."""
        super().__init__(page)
        self._page, self._plan, self._toasts, self._load = page, plan, toasts, load
        self._job: Job | None = None
        self._files: PlanFiles | None = None
        self._name, self._language = "", ""

    def follow(self, page: PlanPage) -> None:
        """Listen to the page about the plan."""
        self._files = page.files
        page.files.folder_requested.connect(lambda: show_folder(self._plan))
        page.files.open_requested.connect(self._ask_plan)
        page.files.recent_chosen.connect(lambda path: self.plan_wanted.emit(OpenPlan(path)))
        page.files.new_requested.connect(self._ask_new_plan)
        page.files.move_requested.connect(self._ask_move)
        page.table.export_requested.connect(self._ask_table)

    def begin(self, wish: str) -> None:
        """Ask what a wish needs that was made elsewhere: `new` or `open` for plans, `xlsx` or `csv` for the table."""
        if wish == "open":
            self._ask_plan()
        elif wish != "new":
            self._ask_table(wish)
        elif self._files is not None:
            self._files.ask_name()

    def name_plan(self, name: str, language: str) -> None:
        """Say what a table would be called, and in which language it would be."""
        self._name, self._language = name, language

    def _ask_plan(self) -> None:
        path = file_questions.ask_plan(self._page, self._plan.parent)
        if path is not None:
            self.plan_wanted.emit(OpenPlan(path))

    def _ask_new_plan(self, name: str) -> None:
        path = file_questions.ask_new_plan(self._page, self._plan.parent, name)
        if path is not None:
            self.plan_wanted.emit(NewPlan(path, name))

    def _ask_move(self) -> None:
        path = file_questions.ask_move(self._page, self._plan)
        if path is not None:
            self.plan_wanted.emit(MovePlan(path))

    def _ask_table(self, kind: str) -> None:
        if self._job is not None:
            return
        out = file_questions.ask_table(self._page, self._name, f".{kind}")
        if out is not None:
            self._write_table(out, self._language)

    def _write_table(self, out: Path, language: str) -> None:
        def work(_job: Job) -> tuple[Path, int]:
            from desktop.exchange.table_out import write_table  # noqa: PLC0415 - brings much that few open the page for

            return out, write_table(self._load(), out, language, self._plan)

        self._job = Job(work)
        self._job.finished.connect(self._say_table)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._end_job)
        self._job.start()

    def _say_table(self, written: tuple[Path, int]) -> None:
        out, count = written
        sentence = self.tr("Table with %n post(s) written to {file}", "", count).format(file=escape(str(out)))
        self._toasts.say(sentence, [(self.tr("Show in folder"), lambda: show_folder(out), "")])

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None


def show_folder(file: Path) -> None:
    """Open the folder where a file lies."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
