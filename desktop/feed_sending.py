"""Visits to other people's servers, in threads that closing the program does not wait for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.delivered import keep_delivered
from db.errors import StorageProblem
from db.feed_records import Delivered, DeliveryKind
from desktop.delivery.problems import DeliveryProblem, ProblemCode

if TYPE_CHECKING:
    from db.feed_records import Delivery
    from db.store import Store
    from desktop.feed_work import Parcel

_GOODBYE_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a parcel: it is there since `at`, or the problem says why not."""

    parcel: Parcel
    problem: DeliveryProblem | None
    at: datetime | None


class Errand(QObject):
    """Goes somewhere in a thread of its own and tells each result in the thread of whoever made it.

    Signals: `told(object)` for each result of the work, `ended()` after the last one. Once it is abandoned it writes
    nothing into the plan any more; what it still brings to a server is found there next time.
    """

    told = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[Errand], Iterator[object]]) -> None:
        super().__init__()
        self._work = work
        self._gate = threading.Lock()
        self._is_abandoned = False
        self.is_over = False
        self._thread = threading.Thread(target=self._run, name="errand", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Wait until it is over, once `ended` has come."""
        self._thread.join()

    def abandon(self) -> None:
        """Let it end by itself, and the plan be closed."""
        with self._gate:
            self._is_abandoned = True
        self._thread.join(_GOODBYE_SECONDS)

    def step(self, _done: int = 0, _of_all: int = 0) -> None:
        """Called by the work on its way. Raises DeliveryProblem (STOPPED) when nobody waits for it any more."""
        if self._is_abandoned:
            raise DeliveryProblem(ProblemCode.STOPPED)

    def note(self, write: Callable[[], object]) -> None:
        """Let the work write into the plan, unless nobody waits for it any more. What fails is found out next time."""
        with self._gate, suppress(StorageProblem):
            if not self._is_abandoned:
                write()

    def _run(self) -> None:
        try:
            for result in self._work(self):
                if self._is_abandoned:
                    return
                self.told.emit(result)
        finally:
            self.is_over = True
            self.ended.emit()


def sending(
    store: Store, clock: Callable[[], datetime], parcels: Sequence[Parcel]
) -> Callable[[Errand], Iterator[Arrival]]:
    """The work of bringing parcels to their servers, one after the other."""

    def work(errand: Errand) -> Iterator[Arrival]:
        for parcel in parcels:

            def remember(things: tuple[Delivered, ...], uid: str = parcel.delivery.uid) -> datetime:
                now = clock()
                errand.note(partial(store.keep, keep_delivered, uid, things, now))
                return now

            problem, things = _brought(parcel, errand, remember)
            now = clock() if things is None else remember(things)
            yield Arrival(parcel, problem, parcel.at if problem is not None else now)

    return work


def _brought(
    parcel: Parcel, errand: Errand, intend: Callable[[tuple[Delivered, ...]], object]
) -> tuple[DeliveryProblem | None, tuple[Delivered, ...] | None]:
    """Bring one parcel; answers what went wrong, and what lies there now as far as that is known.

    `intend` is told what new things are on their way, before they go.
    """
    from desktop.delivery import caldav_calendar, webdav  # noqa: PLC0415 - they bring a whole web client

    to = parcel.delivery
    try:
        password = _password(to)
        errand.step()
        if to.kind is DeliveryKind.CALDAV:
            lying = caldav_calendar.sync(
                to.address, to.user, password, parcel.resources, parcel.known, progress=errand.step, intend=intend
            )
            return None, lying
        (known,) = parcel.known.values() if len(parcel.known) == 1 else (None,)
        return None, (webdav.put_file(to.address, to.user, password, parcel.data, known),)
    except DeliveryProblem as problem:
        return problem, problem.delivered or None


def _password(to: Delivery) -> str:
    """The password that a delivery needs; "" where no name was given. Raises DeliveryProblem."""
    from desktop.delivery import passwords  # noqa: PLC0415 - looks for every keyring there may be

    password = passwords.read(to.uid) if to.user else ""
    if password is None:
        raise DeliveryProblem(ProblemCode.NO_PASSWORD)
    return password
