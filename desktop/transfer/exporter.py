"""Calendar files out of the plan, once: asks what and where, counts and writes beside the window, says what is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db import platforms as stored
from db.board import load_whole
from db.errors import PlanExists, StorageProblem
from db.records import Week
from db.revisions import revisions
from desktop import wording
from desktop.exchange import Refused
from desktop.exchange.calendar_file import calendar_parts, count_of, write_whole
from desktop.feeds.ical import Part
from desktop.feeds.scope import Scope
from desktop.jobs import Job
from desktop.transfer.dialog import ProgressDialog
from desktop.transfer.export_dialog import Counted, ExportDialog
from desktop.transfer.where import ask_out
from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Files:
    """What a choice comes to: the files, and how many events of the plan they hold."""

    parts: tuple[Part, ...]
    events: int


class Exporter(QObject):
    """One per open plan.

    Signals: `said(sentence)` when something was written, `failed(sentence)` when not;
    `exported(events)` after every whole export, `feeds_wanted()` for somebody who wants a subscription instead.
    """

    said = Signal(str)
    failed = Signal(str)
    exported = Signal(int)
    feeds_wanted = Signal()

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._job: Job | None = None
        self._is_counting = False
        self._then: Callable[[Any], None] | None = None
        self._waiting: Callable[[], None] | None = None
        self._dialog: ExportDialog | None = None
        self._files: Files | None = None

    def ask(self, week: Week) -> None:
        """Ask what goes into a file, count it, and write it where the user wants; ranges start from the week."""
        if self._dialog is not None:
            return
        active = [each for each in self._workspace.read(stored.load_platforms) if each.is_active]
        self._dialog = dialog = ExportDialog(self._window, active, week)
        dialog.chosen.connect(self._count)
        dialog.wanted.connect(self._write_counted)
        dialog.feeds_wanted.connect(self.feeds_wanted)
        dialog.finished.connect(self._leave_dialog)
        dialog.open()

    def save(self, scope: Scope, name: str) -> None:
        """Ask where a part of the plan goes that the user has pointed at, and write it."""
        out = ask_out(self._window, self.tr("Save as a calendar file"), name, ".ics", self.tr("Calendar files (*.ics)"))
        if out is not None:
            self.save_to(out, scope)

    def save_to(self, out: Path, scope: Scope) -> None:
        """Write a part of the plan."""
        self._begin(lambda job: self._put(out, self._read(scope, job)), self._say_saved)

    def write(self, out: Path, files: Files) -> None:
        """Write files of the plan, numbered where there are several."""
        self._begin(lambda _job: self._put(out, files), self._say_exported, self.tr("Writing the calendar file …"))

    # counting while the user chooses

    def _count(self, scope: Scope) -> None:
        """Count a choice."""
        self._files = None
        self._begin(lambda job: self._read(scope, job), self._show_count, is_count=True)

    def _read(self, scope: Scope, job: Job) -> Files:
        board, counters = self._workspace.read(lambda conn: (load_whole(conn), revisions(conn)))
        parts = calendar_parts(board, counters, scope, job.step)
        return Files(parts, count_of(board, parts))

    def _show_count(self, files: Files) -> None:
        if self._dialog is not None and self._waiting is None:
            self._files = files
            self._dialog.show_count(Counted(files.events, tuple(len(part.data) for part in files.parts)))

    def _write_counted(self) -> None:
        files, dialog = self._files, self._dialog
        if files is None or dialog is None:
            return
        name, kinds = self._workspace.plan.name, self.tr("Calendar files (*.ics)")
        out = ask_out(self._window, self.tr("Export a calendar file"), name, ".ics", kinds)
        if out is not None:
            dialog.accept()
            self.write(out, files)

    def _leave_dialog(self) -> None:
        self._dialog = self._waiting = self._files = None
        self._stop_counting()

    # writing

    def _put(self, out: Path, files: Files) -> tuple[tuple[Path, ...], int]:
        places = places_of(out, len(files.parts))
        if len(places) > 1:
            known = next((place for place in places if place.exists()), None)
            if known is not None:  # nobody was asked whether these may be replaced
                raise Refused(wording.problem(PlanExists(known)))
        with ExitStack() as undo:
            for place, part in zip(places, files.parts, strict=True):
                write_whole(place, part.data, self._workspace.store.path)
                undo.callback(place.unlink, missing_ok=True)
            undo.pop_all()
        return places, files.events

    def _say_saved(self, written: tuple[tuple[Path, ...], int]) -> None:
        self.said.emit(self._sentence(*written))

    def _say_exported(self, written: tuple[tuple[Path, ...], int]) -> None:
        self.exported.emit(written[1])
        self.said.emit(self._sentence(*written))

    def _sentence(self, places: Sequence[Path], events: int) -> str:
        count = self.tr("%n event(s) written", "", events)
        if len(places) == 1:
            return self.tr("{events} to {file}").format(events=count, file=places[0])
        names = {"first": places[0].name, "last": places[-1].name}
        return self.tr("{events} to the files {first} to {last}").format(events=count, **names)

    # jobs

    def _begin(
        self, work: Callable[[Job], object], then: Callable[[Any], None], title: str = "", *, is_count: bool = False
    ) -> None:
        """Work beside the window, as soon as a count that is no longer wanted has stopped, or a file is written.

        A title is shown with the progress when it takes long.
        """
        if self._job is not None:
            self._waiting = partial(self._begin, work, then, title, is_count=is_count)
            self._stop_counting()
            return
        self._is_counting = is_count
        self._job = job = Job(work)
        self._then = then
        job.progressed.connect(self._tell_progress)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)
        if title:
            ProgressDialog(self._window, title, job)
        job.start()

    def _stop_counting(self) -> None:
        if self._job is not None and self._is_counting:
            self._job.cancel()

    def _tell_progress(self, done: int, of_all: int) -> None:
        if self._dialog is not None and self._waiting is None:
            self._dialog.show_progress(done, of_all)

    def _finish(self, result: object) -> None:
        if self._then is not None:
            self._then(result)

    def _fail(self, problem: Exception) -> None:
        words = wording.problem(problem) if isinstance(problem, StorageProblem) else str(problem)
        self.failed.emit(words)

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()


def places_of(out: Path, count: int) -> tuple[Path, ...]:
    """Where so many files go: NAME.ics alone, else NAME-1.ics, NAME-2.ics and on."""
    if count == 1:
        return (out,)
    return tuple(out.with_name(f"{out.stem}-{number}{out.suffix}") for number in range(1, count + 1))
