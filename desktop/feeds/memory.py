"""What the records of a calendar gave when it was last written: nearly all of them are the same after an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.feeds.entries import Unit

Key = tuple[str, int]


class Memory:
    """Units by the record they come from, which is told apart by its value and by the revisions of what it shows.

    Equal records with equal revisions give equal units, as long as the circumstance is the same.
    """

    def __init__(self) -> None:
        self._circumstance: object = None
        self._known: dict[Key, tuple[object, tuple[Unit, ...]]] = {}
        self._before = self._known

    def begin(self, circumstance: object) -> None:
        """Start to write again: only what was used the last time is still known, nothing in another circumstance."""
        self._before = self._known if circumstance == self._circumstance else {}
        self._known = {}
        self._circumstance = circumstance

    def recalled(self, key: Key, record: object, reckon: Callable[[], Iterable[Unit]]) -> tuple[Unit, ...]:
        """The units of a record."""
        before = self._before.get(key)
        found = before[1] if before is not None and before[0] == record else tuple(reckon())
        self._known[key] = record, found
        return found
