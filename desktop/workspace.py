"""The only door between the window and the plan: read, edit, undo, one signal when something changed.

Every edit is one transaction and one undo step; it is committed before it reaches the undo list.
"""

from __future__ import annotations

import math
import time
import weakref
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from db import items
from db.board import load_board
from db.busy import load_busy_calendars
from db.errors import StaleChange, StorageProblem
from db.plan import load_plan
from db.records import Changes, Plan
from desktop import wording

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.feed_records import BusyCalendar
    from db.journal import ChangeSet, Writer
    from db.records import Board, BusyTime, Week
    from db.store import Store

P = ParamSpec("P")
R = TypeVar("R")

UNDO_STEPS = 200
BURST_SECONDS = 1.0


def nothing_busy(_calendars: Iterable[BusyCalendar], _weeks: Iterable[Week]) -> tuple[BusyTime, ...]:
    """What other calendars have as long as nobody has read them."""
    return ()


def utc_now() -> datetime:
    """The clock of the real world."""
    return datetime.now(UTC)


class Workspace(QObject):
    """An open plan as the rooms see it.

    `busy_of` answers what busy calendars have in some weeks; whoever reads them puts it there. `busy_names` are their
    names, by id, as of the last board.

    Signals: `changed(ChangeSet)` once after every edit, undo and redo, and with an empty one after busy times were read
    again; `reloaded()` after another program wrote the plan (the undo list is empty then); `refused(str)` carries a
    sentence when an edit or an undo could not be done.
    """

    changed = Signal(object)
    reloaded = Signal()
    refused = Signal(str)

    def __init__(self, store: Store, clock: Callable[[], datetime] = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.clock = clock
        self.busy_names: Mapping[int, str] = {}
        self.busy_of: Callable[[Iterable[BusyCalendar], Iterable[Week]], tuple[BusyTime, ...]] = nothing_busy
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        weakref.finalize(self, _let_go, self.undo_stack)
        self._plan: Plan | None = None

    @property
    def plan(self) -> Plan:
        """The plan's own settings."""
        if self._plan is None:
            self._plan = self.read(load_plan)
        return self._plan

    @property
    def zone(self) -> ZoneInfo:
        """The zone of all wall-clock times."""
        return ZoneInfo(self.plan.zone)

    def now(self) -> datetime:
        """The present moment as wall clock in the plan's zone."""
        moment = self.clock().astimezone(self.zone)
        return moment.replace(tzinfo=None)

    def read(self, query: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `query` on a consistent snapshot. Raises StorageProblem."""
        return self.store.read(query, *args, **kwargs)

    def board(
        self,
        weeks: Iterable[Week],
        whole_series: Collection[int] | None = (),
        whole_post_series: Collection[int] = (),
    ) -> Board:
        """The board of some weeks as `load_board` loads it, with what other calendars have. Raises StorageProblem."""
        board, calendars = self.read(_board_and_calendars, weeks, whole_series, whole_post_series)
        self.busy_names = {calendar.id: calendar.name for calendar in calendars}
        return replace(board, busy=self.busy_of(calendars, board.weeks)) if calendars else board

    def edit(
        self, label: str, action: Callable[Concatenate[Writer, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Run `action` in one transaction and make it one undo step called `label`.

        Returns what the action returns, or None when storage refused (`refused` said why and nothing changed).
        """
        done = self._write(action, *args, **kwargs)
        if done is None:
            return None
        result, changes = done
        self._file(Edit(self, label, changes, None, 0), changes)
        return result

    def put(
        self, label: str, changes: Changes, burst: str | None = None, within: float = math.inf
    ) -> Mapping[int, int] | None:
        """Store `changes` as one undo step; returns the real ids of the placeholders, None when storage refused.

        A step joins the one before it when both have the same `burst` name and lie at most `within` seconds apart:
        `BURST_SECONDS` for repeated keys, no limit for one visit of a text field.
        """
        done = self._write(items.put, changes)
        if done is None:
            return None
        ids, rows = done
        self._file(Edit(self, label, rows, burst, within), rows)
        return ids

    def file(self, label: str, changes: ChangeSet) -> None:
        """Make one undo step called `label` of what has been written through the store beside the window."""
        self._file(Edit(self, label, changes, None, 0), changes)

    def last_step(self) -> float | None:
        """When the step was made that undo would take back now, which no other one shares; None when there is none."""
        step = self.undo_stack.command(self.undo_stack.index() - 1) if self.undo_stack.canUndo() else None
        return step.made if isinstance(step, Edit) else None

    def picture(self, sha256: str) -> bytes | None:
        """The bytes of a picture, None when it is missing."""
        return self.store.picture(sha256)

    def notice_outside(self) -> None:
        """Reload when another program wrote the plan meanwhile: what undo remembers no longer fits then."""
        if self.store.changed_outside():
            self._plan = None
            self.undo_stack.clear()
            self.reloaded.emit()

    def announce(self, changes: ChangeSet) -> None:
        """Tell the rooms what changed."""
        if changes.touches("plan", "working_hours"):
            self._plan = None
        self.changed.emit(changes)

    def _write(
        self, action: Callable[Concatenate[Writer, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, ChangeSet] | None:
        try:
            return self.store.write(action, *args, **kwargs)
        except StaleChange:
            self.refused.emit(wording.gone())
            return None
        except StorageProblem as problem:
            self.refused.emit(wording.problem(problem))
            return None

    def _file(self, step: Edit, changes: ChangeSet) -> None:
        if changes:
            self.undo_stack.push(step)
            self.announce(changes)


def _board_and_calendars(
    conn: Connection, weeks: Iterable[Week], whole_series: Collection[int] | None, whole_post_series: Collection[int]
) -> tuple[Board, tuple[BusyCalendar, ...]]:
    return load_board(conn, weeks, whole_series, whole_post_series), load_busy_calendars(conn)


def _let_go(steps: QUndoStack) -> None:
    """Empty the list while its steps still stand: a collector that takes the steps first lets Qt free them twice."""
    if shiboken6.isValid(steps):
        steps.blockSignals(True)
        steps.clear()


class Edit(QUndoCommand):
    """One committed write, undone and redone by putting row images back.

    The write has happened before the push, so the first redo finds it done: an action that raises never reaches the
    list, and no command needs an inverse of its own. `_is_done` follows the plan, not the list: when storage refuses
    an undo, the step stays done and the list comes back to it, so that the next undo tries the same step again.
    """

    def __init__(self, workspace: Workspace, label: str, changes: ChangeSet, burst: str | None, within: float) -> None:
        super().__init__(label)
        self._workspace_ref = weakref.ref(workspace)  # it owns the list that owns this: no cycle for a late collector
        self.changes = changes
        self.burst = burst
        self.within = within
        self.made = time.monotonic()
        self._is_done = True

    @property
    def _workspace(self) -> Workspace:
        workspace = self._workspace_ref()
        if workspace is None:
            raise ReferenceError("a step outlived its workspace")
        return workspace

    def id(self) -> int:
        """Steps with the same id may merge; −1 never does."""
        return -1 if self.burst is None else hash(self.burst) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take in the step that follows in the same burst."""
        if not isinstance(other, Edit) or other.burst != self.burst or other.made - self.made > other.within:
            return False
        self.changes = self.changes.then(other.changes)
        self.made = other.made
        self.setText(other.text())
        if not self.changes:
            self.setObsolete(True)
        return True

    def redo(self) -> None:
        """Do it again; the first call comes with the push and finds it done."""
        if not self._is_done:
            self._is_done = self._put(self.changes, self._workspace.undo_stack.undo)

    def undo(self) -> None:
        """Put everything back as it was before."""
        if self._is_done:
            self._is_done = not self._put(self.changes.inverse(), self._workspace.undo_stack.redo)

    def _put(self, changes: ChangeSet, step_back: Callable[[], None]) -> bool:
        try:
            self._workspace.store.apply(changes)
        except StaleChange:  # a raising undo() would leave QUndoStack's index wrong
            self.setObsolete(True)
            self._workspace.refused.emit(wording.stale())
            return False
        except StorageProblem as problem:
            QTimer.singleShot(0, self._workspace, step_back)  # the list goes its step whatever happens here
            self._workspace.refused.emit(wording.problem(problem))
            return False
        self._workspace.announce(changes)
        return True
