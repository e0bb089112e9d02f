"""The timer: measures work while it is done. What runs is a time entry of the plan, so that it outlives the window.

A pause ends the entry and going on begins another one; what belongs to one measurement is only known while the window
is open.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.entries import load_entry, load_running
from db.errors import StorageProblem
from db.records import Activity, Changes, MadeBy, TimeEntry
from desktop import settings as machine
from desktop.planning.budget import booked_minutes

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from desktop.settings import Settings
    from desktop.workspace import Workspace

IDLE_MINUTES = 10
_TICK_MS = 1000
_SIGN_OF_LIFE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Phase(StrEnum):
    """What the timer does."""

    STOPPED = "stopped"
    RUNNING = "running"
    PAUSED = "paused"


class Away(StrEnum):
    """What somebody did who has not touched the window for a while."""

    PAUSE = "pause"  # had a rest: the time does not count and the timer waits
    CUSTOMERS = "customers"  # did other work: the time does not count and the timer goes on
    WORK = "work"  # worked all the same, on the phone for example: everything counts


class WorkTimer(QObject):
    """The one timer of a plan.

    Signals: `changed()` when it was started, paused, resumed or stopped, or its entry edited, by whatever means (undo
    too); `ticked()` once a second while it runs; `recorded(minutes, is a step)` when it was stopped, with 0 for less
    than a minute, and whether stopping wrote anything, as it does not after a pause; `idled(datetime)` once when nobody
    has touched the window for long, with the instant of the last touch: `answer` is expected.
    """

    changed = Signal()
    ticked = Signal()
    recorded = Signal(int, bool)
    idled = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings | None = None,
        idle_minutes: int = IDLE_MINUTES,
        parent: QObject | None = None,
    ) -> None:
        """`settings` keeps a sign of life every minute, so that after a crash it is known when work was interrupted."""
        super().__init__(parent or workspace)
        self._workspace, self._settings = workspace, settings
        self._idle = timedelta(minutes=idle_minutes)
        self._running: TimeEntry | None = None
        self._paused: TimeEntry | None = None
        self._pieces: tuple[TimeEntry, ...] = ()
        self._asked: datetime | None = None
        self._ended: tuple[int, datetime] | None = None  # which entry ran last, and when it was seen to run no more
        self._touched = workspace.clock()
        self._signed = self._touched
        self._beat = QTimer(self)
        self._beat.setInterval(_TICK_MS)
        self._beat.timeout.connect(self.tick)
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._read)
        self._read()
        if (entry := self.entry) is not None:
            self._touched = self._last_sign(entry)

    # what it does

    @property
    def phase(self) -> Phase:
        """Whether it runs, waits or is not in use."""
        if self._running is not None:
            return Phase.RUNNING
        return Phase.STOPPED if self._paused is None else Phase.PAUSED

    @property
    def entry(self) -> TimeEntry | None:
        """What is being measured: the running entry, or the last one while it is paused."""
        return self._running or self._paused

    @property
    def seconds(self) -> int:
        """How long the measurement has taken so far, pauses left out."""
        whole = sum((each.ended_at - each.started_at for each in self._pieces if each.ended_at), timedelta())
        if self._running is not None:
            whole += max(self._workspace.clock() - self._running.started_at, timedelta())
        return whole // _SECOND

    @property
    def away_since(self) -> datetime | None:
        """The instant since which nobody has touched the window, while the question about it is open."""
        return self._asked

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the plan's clock."""
        return self._workspace.zone

    def now(self) -> datetime:
        """The present moment, a UTC instant."""
        return self._workspace.clock()

    # what can be done with it

    def start(
        self,
        platform_id: int,
        activity: Activity,
        post_id: int | None = None,
        block_id: int | None = None,
        original_at: datetime | None = None,
    ) -> bool:
        """Begin to measure, as one undo step; what runs already is recorded first. Tells whether storage did it."""
        now = self._workspace.clock()
        new = TimeEntry(
            id=0,
            platform_id=platform_id,
            activity=activity,
            started_at=now,
            ended_at=None,
            made_by=MadeBy.TIMER,
            post_id=post_id,
            block_id=block_id,
            original_at=original_at if block_id is not None else None,
        )
        before = Changes() if self._running is None else _ended(self._running, now)
        return self._put(self.tr("Start timer"), replace(before, entries=(*before.entries, new)))

    def pause(self) -> None:
        """Enter what has been measured and wait."""
        if self._running is not None:
            self._hold(self._running, self._workspace.clock())

    def resume(self) -> None:
        """Go on with what was paused."""
        paused = self._paused
        if self._running is None and paused is not None:
            new = replace(paused, id=0, started_at=self._workspace.clock(), ended_at=None, is_corrected=False)
            self._put(self.tr("Resume timer"), Changes(entries=(new,)), paused, self._pieces)

    def stop(self) -> None:
        """Enter what has been measured, as one undo step, and be free for something else."""
        entry, pieces, now = self._running, self._pieces, self._workspace.clock()
        changes = Changes() if entry is None else _ended(entry, now)
        minutes = sum(booked_minutes(each, now) for each in (*pieces, *changes.entries))
        empty = {each.id for each in pieces if not booked_minutes(each, now)}
        changes = replace(changes, removed_entries=changes.removed_entries | empty)
        if self._put(self.tr("Stop timer"), changes):
            self.recorded.emit(minutes, bool(changes))

    def discard(self) -> None:
        """Take back the whole measurement, what was entered before a pause too, as one undo step."""
        ids = {each.id for each in self._pieces} | ({self._running.id} if self._running else set())
        self._put(self.tr("Discard measured time"), Changes(removed_entries=frozenset(ids)))

    def set_note(self, note: str) -> None:
        """Say what is being done, for the entry that is being measured."""
        entry = self.entry
        if entry is not None and entry.note != note:
            changed = replace(entry, note=note)
            paused = changed if self._paused is not None and self._paused.id == entry.id else self._paused
            self._put(self.tr("Change note"), Changes(entries=(changed,)), paused, self._pieces)

    def answer(self, away: Away) -> None:
        """Say what the time was spent on in which nobody touched the window; each is at most one undo step."""
        since, self._asked = self._asked, None
        self._touched = now = self._workspace.clock()
        entry = self._running
        if since is None or entry is None:
            return
        if away is Away.PAUSE:
            self._hold(entry, since)
        elif away is Away.CUSTOMERS:
            before = _ended(entry, since)
            new = replace(entry, id=0, started_at=now, ended_at=None)
            changes = replace(before, entries=(*before.entries, new))
            self._put(self.tr("Leave out time away"), changes, None, (*self._pieces, *before.entries))

    # who is there

    def watch(self, window: QWidget) -> None:
        """Take keys and pointer of a window for signs that somebody is there."""
        window.winId()  # makes the native window, where there is none yet
        window.windowHandle().installEventFilter(self)

    def touch(self) -> None:
        """Somebody is there; who comes back after long is asked first."""
        if self._running is not None and not self._ask():
            self._touched = self._workspace.clock()

    def tick(self) -> None:
        """Look at the clock, as happens once a second while the timer runs."""
        self._ask()
        self._sign()
        self.ticked.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice signs of life and let every event pass."""
        if event.type() in _INPUT:
            self.touch()
        return False

    def _ask(self) -> bool:
        """Ask where somebody was who has been away for long; tells whether an answer is awaited."""
        if self._asked is not None:
            return True
        if self._running is None or self._workspace.clock() - self._touched < self._idle:
            return False
        self._asked = max(self._touched, self._running.started_at)
        self.idled.emit(self._asked)
        return True

    def _sign(self) -> None:
        if self._settings is not None and self._touched - self._signed >= _SIGN_OF_LIFE:
            self._signed = self._touched
            self._settings.write(machine.TIMER_SEEN, self._touched.isoformat())

    def _last_sign(self, running: TimeEntry) -> datetime:
        """When somebody was last there who had started the entry that still runs."""
        seen = self._settings.value(machine.TIMER_SEEN) if self._settings is not None else ""
        started_at = running.started_at
        return max(started_at, datetime.fromisoformat(seen)) if seen else started_at

    def _last_touch(self, begun: TimeEntry) -> datetime:
        """Since when somebody is surely there: now; where an undo lets an entry run again, since it ended."""
        ended = self._ended
        return ended[1] if ended is not None and ended[0] == begun.id else self._workspace.clock()

    # the plan

    def _hold(self, entry: TimeEntry, at: datetime) -> None:
        """End the entry but keep it in mind; even a piece that counts nothing is kept, to go on from."""
        piece = replace(entry, ended_at=max(at, entry.started_at + _SECOND))
        self._put(self.tr("Pause timer"), Changes(entries=(piece,)), piece, (*self._pieces, piece))

    def _put(
        self,
        label: str,
        changes: Changes,
        paused: TimeEntry | None = None,
        pieces: tuple[TimeEntry, ...] = (),
    ) -> bool:
        """Store changes and remember these parts of the measurement; nothing is remembered when storage refuses."""
        before = (self._paused, self._pieces)
        self._paused, self._pieces, self._asked = paused, pieces, None
        if not changes:
            self.changed.emit()
            return True
        if self._workspace.put(label, changes) is None:
            self._paused, self._pieces = before
            return False
        return True

    def _plan_changed(self, changes: object) -> None:
        touches = getattr(changes, "touches", None)
        if touches is None or touches("time_entry"):
            self._read()

    def _read(self) -> None:
        """Follow the plan, whoever changed it."""
        was = self._running
        try:
            self._running = self._workspace.read(load_running)
            known = [self._workspace.read(load_entry, piece.id) for piece in self._pieces]
        except StorageProblem:
            return  # whoever reads the rest of the plan says so
        self._pieces = tuple(piece for piece in known if piece is not None and piece.ended_at is not None)
        if self._paused is not None and self._running is None and self._paused.id not in {p.id for p in self._pieces}:
            self._paused = None
        if self._running is None:
            self._asked = None
            self._beat.stop()
        elif not self._beat.isActive():
            self._beat.start()
        if was is not None and (self._running is None or self._running.id != was.id):
            self._ended = (was.id, self._workspace.clock())
        if self._running is not None and (was is None or was.id != self._running.id):
            self._touched = self._last_touch(self._running)
        self.changed.emit()


def _ended(entry: TimeEntry, at: datetime) -> Changes:
    """End a running entry; one of less than a minute goes away."""
    piece = replace(entry, ended_at=max(at, entry.started_at + _SECOND))
    if booked_minutes(piece, at):
        return Changes(entries=(piece,))
    return Changes(removed_entries=frozenset({entry.id}))
