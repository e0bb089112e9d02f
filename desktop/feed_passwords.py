"""The passwords of deliveries, asked of the system's keyring without holding up the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.delivery.problems import DeliveryProblem
from desktop.feed_sending import Errand

if TYPE_CHECKING:
    from db.feed_records import Delivery


class _Asked(Enum):
    LOOK = auto()
    KEEP = auto()
    TAKE_OUT = auto()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the keyring says about a delivery, by its uid: its password, "" for none, or why it does not tell."""

    asked: _Asked
    delivery_uid: str
    password: str
    problem: DeliveryProblem | None = None


class FeedPasswords(QObject):
    """Knows which deliveries have a password, and takes it out of the keyring when a delivery is removed.

    A removal may be undone, so a password that was taken out is remembered until the window closes.

    Signals: `changed()` when the keyring has answered; `kept(delivery_uid)` when it has a new password;
    `failed(delivery_uid, DeliveryProblem)` when it could not take one.
    """

    changed = Signal()
    kept = Signal(str)
    failed = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, bool] = {}
        self._removed: dict[str, str] = {}
        self._deliveries: dict[str, Delivery] = {}
        self._errands: list[Errand] = []

    def has(self, delivery: Delivery) -> bool:
        """Tell whether there is one; False until the keyring has answered."""
        if delivery.uid not in self._known:
            self._known[delivery.uid] = False
            self._send(_asking(_Asked.LOOK, delivery.uid))
        return self._known[delivery.uid]

    def keep(self, delivery: Delivery, password: str) -> None:
        """Put a password in the place of any earlier one; an empty one takes it out."""
        self._send(_asking(_Asked.KEEP, delivery.uid, password))

    def follow(self, deliveries: Iterable[Delivery]) -> None:
        """Learn which deliveries of this computer there are now."""
        before, self._deliveries = self._deliveries, {each.uid: each for each in deliveries if each.user}
        for uid in before.keys() - self._deliveries.keys():
            self._send(_asking(_Asked.TAKE_OUT, uid))
        for uid in self._deliveries.keys() & self._removed.keys():
            self._send(_asking(_Asked.KEEP, uid, self._removed.pop(uid)))

    def finish(self) -> None:
        """End; what the keyring has not answered by now does not matter any more."""
        for errand in self._errands:
            errand.abandon()

    def _send(self, work: Callable[[Errand], Iterator[_Answer]]) -> None:
        errand = Errand(work)
        self._errands.append(errand)
        errand.told.connect(self._hear)
        errand.ended.connect(self._end)
        errand.start()

    def _hear(self, answer: _Answer) -> None:
        uid, password = answer.delivery_uid, answer.password
        if answer.problem is not None:
            self.failed.emit(uid, answer.problem)
        elif answer.asked is not _Asked.TAKE_OUT:
            self._known[uid] = bool(password)
            if password and answer.asked is _Asked.KEEP:
                self.kept.emit(uid)
        else:
            self._known.pop(uid, None)
            if password and uid in self._deliveries:  # the removal was undone meanwhile
                self._send(_asking(_Asked.KEEP, uid, password))
            elif password:
                self._removed[uid] = password
        self.changed.emit()

    def _end(self) -> None:
        for errand in [each for each in self._errands if each.is_over]:
            errand.wait()
            self._errands.remove(errand)


def _asking(asked: _Asked, uid: str, password: str = "") -> Callable[[Errand], Iterator[_Answer]]:
    """The work of asking the keyring for one thing."""

    def work(_errand: Errand) -> Iterator[_Answer]:
        from desktop.delivery import passwords  # noqa: PLC0415 - takes long to load, like what it asks

        try:
            found = password if asked is _Asked.KEEP else passwords.read(uid) or ""
            if asked is _Asked.KEEP and password:
                passwords.write(uid, password)
            elif asked is not _Asked.LOOK:
                passwords.remove(uid)
            yield _Answer(asked, uid, found)
        except DeliveryProblem as problem:
            yield _Answer(asked, uid, "", problem)

    return work
