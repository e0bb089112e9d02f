"""The plan as iCalendar that Outlook, Google, Apple and Thunderbird read the same way (RFC 5545, 7986).

What is written is deliberately plain: one VEVENT per version and block, repeat rules only from the subset that all
programs expand alike, everything else as single events; zones from `desktop.feeds.zones`; no time comes from the
clock, so the same plan gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import Lock

from db.feed_records import Privacy
from db.records import Board, Revision
from desktop.feeds.collecting import Collector
from desktop.feeds.entries import Entry, Unit
from desktop.feeds.events import COVERED_FROM, Frame, event_bytes, published_frame, resource_frame
from desktop.feeds.guard import MOST_BYTES, Fitting, Shortened, Weighed, dealt, fitted
from desktop.feeds.memory import Memory
from desktop.feeds.scope import Scope
from desktop.feeds.words import Words
from desktop.feeds.zones import told_as

KEPT_FEEDS = 40  # more are forgotten together
KEPT_EVENTS = 10_000  # at most twice as many are remembered, about a kilobyte each


@dataclass(frozen=True, slots=True)
class Written:
    """A feed's file. `etag` is the SHA-256 of its bytes in hex.

    `changed_at` is when anything that calendars of this plan show, removed things among it, was last changed; None in
    a plan without counters. `first` and `last` are the days that it reaches to: where something was left out for its
    size, those of the events that stayed.
    """

    data: bytes
    etag: str
    events: int
    changed_at: datetime | None
    shortened: frozenset[Shortened]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the files of a large plan, with the days on which its events begin; a series begins once."""

    data: bytes
    events: int
    first: date
    last: date


class Recipe:
    """Writes feeds of one plan and remembers the bytes of every event, so that an edit costs only what it touches.

    Safe to use from several threads, one after the other. `today` is the day in the plan's zone.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lock = Lock()
        self._memories: dict[Scope, Memory] = {}
        self._young: dict[Entry, bytes] = {}
        self._old: dict[Entry, bytes] = {}

    def written(self, board: Board, revisions: Mapping[str, Revision], scope: Scope, name: str, today: date) -> Written:
        """The file of a feed, as much of it as other programs take; see `desktop.feeds.guard`."""
        units = self._units(board, revisions, scope, today)
        frame = _frame(board, units, scope, self._words, name)
        fitting = self._fitted(units, MOST_BYTES - len(frame.around(())), today)
        chosen = tuple(each.unit for each in fitting.chosen)
        data = _frame(board, chosen, scope, self._words, name).around(each.data for each in fitting.chosen)
        first, last = scope.first, scope.last
        if Shortened.PAST in fitting.shortened:
            first = min((unit.last for unit in chosen if unit.last is not None and unit.last < today), default=today)
        if Shortened.FUTURE in fitting.shortened:
            last = max(unit.first for unit in chosen)
        return Written(
            data=data,
            etag=hashlib.sha256(data).hexdigest(),
            events=sum(each.events for each in fitting.chosen),
            changed_at=max((revision.changed_at for revision in revisions.values()), default=None),
            shortened=fitting.shortened,
            first=first,
            last=last,
        )

    def resources(
        self, board: Board, revisions: Mapping[str, Revision], scope: Scope, today: date
    ) -> Mapping[str, bytes]:
        """The same events as objects of a calendar collection (RFC 4791, 4.1): one calendar for each UID."""
        units = self._units(board, revisions, scope, today)
        zone = told_as(board.plan.zone)
        fitting = self._fitted(units, MOST_BYTES, today)
        return {
            each.unit.uid: resource_frame(zone, _first_year((each.unit,))).around((each.data,))
            for each in fitting.chosen
        }

    def _units(self, board: Board, revisions: Mapping[str, Revision], scope: Scope, today: date) -> tuple[Unit, ...]:
        with self._lock:
            undated = replace(scope, first=None, last=None)
            if undated not in self._memories and len(self._memories) >= KEPT_FEEDS:
                self._memories.clear()
            memory = self._memories.setdefault(undated, Memory())
            return Collector(board, revisions, scope, self._words, today, memory).units()

    def _fitted(self, units: Iterable[Unit], room: int, today: date) -> Fitting:
        with self._lock:
            return fitted(units, self._bytes, room, today)

    def _bytes(self, unit: Unit) -> bytes:
        return b"".join(map(self._event, unit.entries))

    def _event(self, entry: Entry) -> bytes:
        found = self._young.get(entry)
        if found is None:
            found = self._old.get(entry) or event_bytes(entry)
            if len(self._young) >= KEPT_EVENTS:
                self._old, self._young = self._young, {}
            self._young[entry] = found
        return found


def calendar(
    board: Board, revisions: Mapping[str, Revision], scope: Scope, words: Words, name: str, today: date
) -> bytes:
    """The whole file, however large. `board` holds all posts and blocks of the plan.

    `today` only places the window in which a series without a safe rule is written, where the scope names no days.
    Posts without a moment and skipped ones are left out.
    """
    units = Collector(board, revisions, scope, words, today).units()
    return _frame(board, units, scope, words, name).around(map(_plain_bytes, units))


def parts(
    board: Board,
    revisions: Mapping[str, Revision],
    scope: Scope,
    words: Words,
    name: str,
    today: date,
    step: Callable[[int, int], None] = lambda _done, _of_all: None,
) -> tuple[Part, ...]:
    """The same events in files that all programs take whole, in the order of their days; never a part of a UID.

    `step` is called now and then with how far it is; what it raises stops the work.
    """
    units = sorted(Collector(board, revisions, scope, words, today).units(), key=lambda unit: unit.first)
    room = MOST_BYTES - len(_frame(board, units, scope, words, name).around(()))
    return tuple(
        _part(file, _frame(board, [each.unit for each in file], scope, words, name))
        for file in dealt(_weighed(units, step), room)
    )


def _weighed(units: Sequence[Unit], step: Callable[[int, int], None]) -> Iterator[Weighed]:
    for done, unit in enumerate(units):
        step(done, len(units))
        yield Weighed(unit, _plain_bytes(unit))


def _part(file: list[Weighed], frame: Frame) -> Part:
    days = [each.unit.first for each in file]
    data = frame.around(each.data for each in file)
    return Part(data, sum(each.events for each in file), days[0], days[-1])


def _plain_bytes(unit: Unit) -> bytes:
    return b"".join(map(event_bytes, unit.entries))


def _frame(board: Board, units: Iterable[Unit], scope: Scope, words: Words, name: str) -> Frame:
    """The frame for these units; a calendar of a single platform has its colour, unless it only tells times."""
    kinds = [each.kind for each in board.platforms if scope.platform_ids == frozenset({each.id})]
    colour = words.colours.get(kinds[0], "") if kinds and scope.privacy is not Privacy.BUSY else ""
    return published_frame(name, told_as(board.plan.zone), _first_year(units), colour)


def _first_year(units: Iterable[Unit]) -> int | None:
    """From when on the zone must be right; None when no event names it."""
    years = [entry.year for unit in units for entry in unit.entries if entry.is_zoned]
    return min((*years, COVERED_FROM)) if years else None
