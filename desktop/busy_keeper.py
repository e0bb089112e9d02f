"""The owner's other calendars: read, watched, remembered, and laid behind the week."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from db.busy import forget_content, keep_content, load_busy_calendars, put_busy_calendar, remove_busy_calendar
from db.errors import StorageProblem
from db.feed_records import BusyCalendar, BusyContent, BusySource
from db.journal import ChangeSet
from desktop import busy_reading
from desktop.busy_reading import Answer, Wanted
from desktop.delivery.busy_states import BusyState, BusyStep
from desktop.jobs import Job
from desktop.planning.busy_memory import BusyMemory
from desktop.workspace import nothing_busy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from zoneinfo import ZoneInfo

    from db.journal import Writer
    from db.records import BusyTime, Week
    from desktop.workspace import Workspace

DAYS_BEFORE, DAYS_AFTER = 400, 800  # which are read of a calendar, around today or a week that lies farther away
SETTLING_MS = 400  # how long a file must be left alone before it is read again


class BusyKeeper(QObject):
    """Keeps the busy times of the plan's calendars at hand; `begin` once the first picture stands.

    Signals: `changed()` when a calendar or its state did; `added(calendar id)`; `refused(code, name)` when what was to
    be added cannot be read, with the code as in `BusyState.problem` and the file's name or the address.
    """

    changed = Signal()
    added = Signal(int)
    refused = Signal(str, str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._memory = BusyMemory()
        self._states: dict[str, BusyState] = {}
        self._calendars: tuple[BusyCalendar, ...] = ()
        self._zone: ZoneInfo = workspace.zone
        self._middle = workspace.now().date()
        self._queue: deque[tuple[Wanted, str]] = deque()  # with the name of a calendar that is to be added, else ""
        self._job: Job | None = None
        self._reading: tuple[Wanted, str] | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._touched = QTimer(self)
        self._touched.setSingleShot(True)
        self._touched.setInterval(SETTLING_MS)
        self._touched.timeout.connect(self._read_touched)
        self._touched_files: set[str] = set()
        self._is_over = False

    def begin(self, *, is_looking: bool = False) -> None:
        """Read what the plan keeps of its calendars, and watch their files.

        Whoever is only `is_looking`, maybe beside the window that has the plan open, leaves plan and files alone.
        """
        workspace = self._workspace
        workspace.busy_of = self.times
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._plan_reloaded)
        if not is_looking and not workspace.undo_stack.count():
            with suppress(StorageProblem):  # a plan that cannot be written to says so at the first edit
                workspace.store.keep(forget_content)
        self._follow(is_fresh=not is_looking)

    def finish(self) -> None:
        """Stop reading, and lay nothing behind the week any more."""
        self._is_over = True
        self._workspace.busy_of = nothing_busy
        self._queue.clear()
        self._touched.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()  # here, and not wherever a collector finds it: it listens in this thread
            self._watcher = None
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def wait(self) -> None:
        """Come back when nothing is being read any more, nor asked for by what is shown."""
        QCoreApplication.processEvents()
        while self._job is not None:
            self._job.wait()
            for _ in range(2):  # what has been read is shown; what is shown may ask for other days
                QCoreApplication.processEvents()

    # what is known

    def calendars(self) -> tuple[BusyCalendar, ...]:
        """All of them, hidden ones too, in the user's order."""
        return self._calendars

    def state(self, calendar: BusyCalendar) -> BusyState:
        """How a calendar stands."""
        known = self._states.get(calendar.uid, BusyState(BusyStep.WAITING))
        is_read = self._reading is not None and self._reading[0].uid == calendar.uid
        return replace(known, step=BusyStep.READING) if is_read else known

    @property
    def is_adding(self) -> bool:
        """Tell whether something that was to be added is still being read."""
        under_way = [self._reading] if self._reading is not None else []
        return any(name for _, name in (*self._queue, *under_way))

    def times(self, calendars: Iterable[BusyCalendar], weeks: Iterable[Week]) -> tuple[BusyTime, ...]:
        """What the shown ones have in the weeks; what lies beyond the days that are known comes later."""
        asked, wanted = tuple(calendars), tuple(weeks)
        for week in wanted:
            if abs(week.monday - self._middle) > timedelta(days=DAYS_BEFORE - 7):
                known = [self._memory.span(calendar.uid) for calendar in asked]
                if any(span and not span[0] <= week.monday <= week.days[-1] <= span[1] for span in known):
                    self._middle = week.monday
                    QTimer.singleShot(0, self, partial(self._follow, is_fresh=False))
                    break
        return self._memory.times(asked, wanted)

    # what the user wants

    def add(self, source: BusySource, address: str) -> None:
        """Add a calendar once it could be read; one with this source and address is read again instead."""
        if source is not BusySource.ADDRESS:
            address = str(Path(address).resolve())
        for calendar in self._calendars:
            if (calendar.source, calendar.address) == (source, address):
                self.refresh(calendar.id)
                return
        name = address if source is BusySource.ADDRESS else Path(address).name
        self._ask(self._wanted(BusyCalendar(0, str(uuid4()), "", source, address), is_fresh=True), name)

    def refresh(self, calendar_id: int) -> None:
        """Read a calendar's file or address again; an address is asked at no other time."""
        for calendar in self._calendars:
            if calendar.id == calendar_id:
                self._ask(self._wanted(calendar, is_fresh=True), "")

    def rename(self, calendar_id: int, name: str) -> None:
        """Call a calendar something else, as one undo step."""
        self._change(self.tr("Rename calendar"), calendar_id, lambda calendar: replace(calendar, name=name))

    def show(self, calendar_id: int, is_shown: bool) -> None:
        """Lay a calendar behind the week, or hide it and free its times, as one undo step."""
        label = self.tr("Show calendar") if is_shown else self.tr("Hide calendar")
        self._change(label, calendar_id, lambda calendar: replace(calendar, is_shown=is_shown))

    def remove(self, calendar_id: int) -> bool:
        """Take a calendar away, as one undo step; tells whether storage did it."""

        def action(writer: Writer) -> bool:
            remove_busy_calendar(writer, calendar_id)
            return True

        return bool(self._workspace.edit(self.tr("Remove calendar"), action))

    def _change(self, label: str, calendar_id: int, change: Callable[[BusyCalendar], BusyCalendar]) -> None:
        calendar = next((each for each in self._calendars if each.id == calendar_id), None)
        if calendar is not None and change(calendar) != calendar:
            self._workspace.edit(label, put_busy_calendar, change(calendar))

    # following the plan

    def _plan_changed(self, changes: ChangeSet) -> None:
        if changes.touches("busy_calendar", "plan"):
            self._follow(is_fresh=False)

    def _plan_reloaded(self) -> None:
        """Another program may have read a calendar, too."""
        for calendar in self._calendars:
            self._memory.forget(calendar.uid)
        self._follow(is_fresh=False)

    def _follow(self, is_fresh: bool) -> None:
        """Read what is not known yet; files are looked at again when `is_fresh`."""
        try:
            self._calendars = self._workspace.read(load_busy_calendars)
            zone = self._workspace.zone
        except StorageProblem:
            return  # the week says so
        if zone != self._zone:
            self._zone = zone
            for calendar in self._calendars:
                self._memory.forget(calendar.uid)
        for calendar in self._calendars:
            wanted = self._wanted(calendar, is_fresh and calendar.source is BusySource.WATCHED)
            if not wanted.is_known or wanted.is_fresh:
                self._ask(wanted, "")
        self._watch()
        self.changed.emit()

    def _wanted(self, calendar: BusyCalendar, is_fresh: bool) -> Wanted:
        first = self._middle - timedelta(days=DAYS_BEFORE)
        last = self._middle + timedelta(days=DAYS_AFTER)
        is_known = self._memory.span(calendar.uid) == (first, last)
        return Wanted(calendar.uid, calendar.source, calendar.address, is_fresh, is_known, self._zone, first, last)

    # reading

    def _ask(self, wanted: Wanted, name: str) -> None:
        if (wanted, name) not in self._queue:
            self._queue.append((wanted, name))
        self._read_next()

    def _read_next(self) -> None:
        if self._job is not None or not self._queue or self._is_over:
            return
        self._reading = wanted, _ = self._queue.popleft()
        store, now = self._workspace.store, self._workspace.clock()
        self._job = job = Job(lambda job: busy_reading.answer(wanted, store, now, lambda: job.step(0, 1)))
        job.finished.connect(self._arrive)
        job.ended.connect(self._end)
        job.start()
        self.changed.emit()

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
        self._job = self._reading = None
        self._read_next()
        self.changed.emit()

    def _arrive(self, result: Answer) -> None:
        name = self._reading[1] if self._reading is not None else ""
        if name:
            self._arrive_new(name, result)
            return
        with suppress(StorageProblem):  # it will be read again at the next start
            busy_reading.keep(self._workspace.store, result)
        self._remember(result)
        shown = {calendar.uid for calendar in self._calendars if calendar.is_shown}
        if result.wanted.uid in shown and not result.is_same:
            self._workspace.announce(ChangeSet())

    def _arrive_new(self, name: str, result: Answer) -> None:
        if result.reading is None or result.data is None or result.read_at is None:
            self.refused.emit(result.problem, name)
            return
        wanted, called = result.wanted, result.reading.name or Path(name).stem
        calendar = BusyCalendar(0, wanted.uid, called, wanted.source, wanted.address)
        content = BusyContent(wanted.uid, result.data, result.read_at)
        self._remember(result)
        added = self._workspace.edit(self.tr("Add calendar “{0}”").format(called), add_with_content, calendar, content)
        if added is not None:
            self.added.emit(added)

    def _remember(self, result: Answer) -> None:
        wanted, reading = result.wanted, result.reading
        known = BusyState(BusyStep.READY, result.read_at, result.problem)
        if reading is not None:
            self._memory.keep(wanted.uid, result.weeks, wanted.first, wanted.last)
            known = replace(
                known, count=len(reading.times), skipped=reading.skipped, unknown_zones=reading.unknown_zones
            )
        elif result.is_same and wanted.uid in self._states:
            known = replace(self._states[wanted.uid], read_at=result.read_at, problem=result.problem)
        self._states[wanted.uid] = known

    # watching files

    def _watch(self) -> None:
        """Watch the files and their folders: programs write a new file and put it in the place of the old one."""
        if self._is_over:
            return
        files = {each.address for each in self._calendars if each.source is BusySource.WATCHED}
        if self._watcher is None:
            if not files:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._touch_file)
            self._watcher.directoryChanged.connect(self._touch_folder)
        paths = files | {str(Path(file).parent) for file in files}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - paths:
            self._watcher.removePaths(sorted(watched - paths))
        present = [path for path in sorted(paths - watched) if Path(path).exists()]
        if present:
            self._watcher.addPaths(present)

    def _touch_file(self, file: str) -> None:
        self._touched_files.add(file)
        self._touched.start()

    def _touch_folder(self, folder: str) -> None:
        for calendar in self._calendars:
            if calendar.source is BusySource.WATCHED and Path(calendar.address).parent == Path(folder):
                self._touch_file(calendar.address)

    def _read_touched(self) -> None:
        touched, self._touched_files = self._touched_files, set()
        for calendar in self._calendars:
            if calendar.source is BusySource.WATCHED and calendar.address in touched:
                self._ask(self._wanted(calendar, is_fresh=True), "")
        self._watch()


def add_with_content(writer: Writer, calendar: BusyCalendar, content: BusyContent) -> int:
    """Add a calendar with what was read from it, or replace the content of one; answers its id."""
    keep_content(writer.connection, content)
    return put_busy_calendar(writer, calendar)
