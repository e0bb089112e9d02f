"""Long work beside the window: in a thread, with its progress, and stopped when the user wants it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from db.errors import StorageProblem
from desktop.exchange import Refused

_TOLD_EVERY = 0.05  # seconds


class Cancelled(Exception):
    """The user wants the work to stop; whoever works lets it pass."""


_at_work: set[Job] = set()


class Job(QObject):
    """Does one thing in a thread of its own. All signals come in the thread of whoever made the job.

    It is nobody's child, for whoever began it may go while the thread is at work; whoever closes the plan calls
    `finish_all` first.

    Signals: `progressed(done, of all)` now and then; at the end one of `finished(result)`, `failed(StorageProblem or
    Refused)`, `cancelled()`; a failure nobody expects comes as none of them. `ended()` follows whatever happened.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, work: Callable[[Job], object]) -> None:
        super().__init__()
        self._work = work
        self._is_unwanted = threading.Event()
        self._told = 0.0
        self._thread = threading.Thread(target=self._run, name="job")

    def start(self) -> None:
        """Begin."""
        _at_work.add(self)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the thread is over, as whoever lets go of the job must: it may still be telling the end."""
        self._thread.join()
        _at_work.discard(self)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._is_unwanted.set()

    def step(self, done: int, of_all: int) -> None:
        """Called by the work: how far it is. Raises Cancelled when it is to stop."""
        if self._is_unwanted.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TOLD_EVERY:
            self._told = now
            self.progressed.emit(done, of_all)

    def _run(self) -> None:
        try:
            result = self._work(self)
        except Cancelled:
            self.cancelled.emit()
        except (StorageProblem, Refused) as problem:
            self.failed.emit(problem)
        else:
            self.finished.emit(result)
        finally:
            self.ended.emit()


def finish_all() -> None:
    """Stop what can be cancelled and wait for everything else that is still being done."""
    for job in tuple(_at_work):
        job.cancel()
        job.wait()
