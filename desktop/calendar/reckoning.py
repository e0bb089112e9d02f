"""Reckoning what may take long: at once where it is expected to be quick, else in a thread beside the window."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job

AT_ONCE = 0.05  # seconds
_PER_PIECE = 0.0005  # seconds, before anything has been measured


class Reckoner(QObject):
    """Reckons one kind of thing, the newest wish only.

    Signals: `done(result)`, in the thread of the window; within `reckon` where it was quick.
    """

    done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._per_piece = _PER_PIECE
        self._job: Job | None = None
        self._next: tuple[int, Callable[[], object]] | None = None
        self._is_waiting = self._is_unwanted = False

    @property
    def is_busy(self) -> bool:
        """Tell whether a result is still to come."""
        return self._next is not None or (self._is_waiting and not self._is_unwanted)

    def reckon(self, pieces: int, work: Callable[[], object]) -> None:
        """Let `work` be done; it must touch nothing that changes. Its time grows with the number of `pieces`."""
        if self._job is not None:
            self._next = (pieces, work)
            return
        self._is_unwanted = False
        if pieces * self._per_piece <= AT_ONCE:
            self._arrive(_timed(pieces, work))
            return
        self._job = Job(lambda _job: _timed(pieces, work))
        self._job.finished.connect(self._arrive)
        self._job.ended.connect(self._rest)
        self._is_waiting = True
        self._job.start()

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._next, self._is_unwanted = None, True

    def _arrive(self, timed: tuple[object, float]) -> None:
        result, self._per_piece = timed
        self._is_waiting = False
        if self._next is None and not self._is_unwanted:
            self.done.emit(result)

    def _rest(self) -> None:
        job, self._job = self._job, None
        self._is_waiting = False
        if job is not None:
            job.wait()
        following, self._next = self._next, None
        if following is not None:
            self.reckon(*following)


def _timed(pieces: int, work: Callable[[], object]) -> tuple[object, float]:
    """A result, and how many seconds each piece took."""
    begun = perf_counter()
    result = work()
    return result, (perf_counter() - begun) / max(pieces, 1)
