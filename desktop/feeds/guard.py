"""Keeps a calendar small enough for the programs that follow it: Google drops events of larger ones without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.feeds.entries import Unit

MOST_BYTES = 900_000  # Google reads about 1 MB of a feed
MOST_EVENTS = 1_000  # and about 1,100 events


class Shortened(StrEnum):
    """What was left out for a calendar to fit: the oldest events, all texts, the events farthest ahead."""

    PAST = "past"
    TEXTS = "texts"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit and its bytes."""

    unit: Unit
    data: bytes

    @property
    def events(self) -> int:
        """How many events it has."""
        return len(self.unit.entries)


@dataclass(frozen=True, slots=True)
class Fitting:
    """What goes into a calendar, in the order given, and what was left out for that."""

    chosen: tuple[Weighed, ...]
    shortened: frozenset[Shortened]


def fitted(units: Iterable[Unit], bytes_of: Callable[[Unit], bytes], room: int, today: date) -> Fitting:
    """As much as goes into so many bytes and `MOST_EVENTS`: always something, never a part of a unit.

    What is over before `today` goes first, then the texts, then what begins last. The texts stay where the number of
    events alone is too large.
    """
    whole = chosen = [Weighed(unit, bytes_of(unit)) for unit in units]
    chosen = _without(chosen, _oldest_first(chosen, today), room)
    shortened = set() if len(chosen) == len(whole) else {Shortened.PAST}
    if not _fits(chosen, room):
        if _size(_without(chosen, _farthest_first(chosen), _size(chosen))) > room:
            chosen = [Weighed(unit, bytes_of(unit)) for unit in (each.unit.without_text() for each in chosen)]
            shortened.add(Shortened.TEXTS)
        nearer = _without(chosen, _farthest_first(chosen), room)
        if len(nearer) < len(chosen):
            shortened.add(Shortened.FUTURE)
        chosen = nearer
    return Fitting(tuple(chosen), frozenset(shortened))


def dealt(weighed: Iterable[Weighed], room: int) -> list[list[Weighed]]:
    """All of them over as few files as their order allows; a unit that is too large for any file has one for itself."""
    files: list[list[Weighed]] = []
    events = size = 0
    for each in weighed:
        events, size = events + each.events, size + len(each.data)
        if not files or events > MOST_EVENTS or size > room:
            files.append([])
            events, size = each.events, len(each.data)
        files[-1].append(each)
    return files


def _without(weighed: Sequence[Weighed], order: Sequence[int], room: int) -> list[Weighed]:
    """What is left when as many are taken away, in this order of their places, as it takes for the others to fit."""
    events, size = sum(each.events for each in weighed), _size(weighed)
    gone: set[int] = set()
    for place in order:
        if (events <= MOST_EVENTS and size <= room) or len(gone) == len(weighed) - 1:
            break
        gone.add(place)
        events -= weighed[place].events
        size -= len(weighed[place].data)
    return [each for place, each in enumerate(weighed) if place not in gone]


def _oldest_first(weighed: Sequence[Weighed], today: date) -> list[int]:
    last_days = [(each.unit.last, place) for place, each in enumerate(weighed) if each.unit.last is not None]
    return [place for last, place in sorted(last_days) if last < today]


def _farthest_first(weighed: Sequence[Weighed]) -> list[int]:
    return sorted(range(len(weighed)), key=lambda place: (weighed[place].unit.first, place), reverse=True)


def _fits(weighed: Sequence[Weighed], room: int) -> bool:
    return sum(each.events for each in weighed) <= MOST_EVENTS and _size(weighed) <= room


def _size(weighed: Iterable[Weighed]) -> int:
    return sum(len(each.data) for each in weighed)
