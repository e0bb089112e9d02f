"""Entries of a day that overlap stand side by side: which column each takes, and over how many it reaches."""

from __future__ import annotations

from bisect import insort
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lane:
    """Left edge and width of an entry as fractions of a day's width: `column` / `columns` and `span` / `columns`."""

    column: int
    span: int
    columns: int


def lanes(items: Sequence[tuple[Key, int, int]], min_minutes: int = 0) -> dict[Key, Lane]:
    """Lay out a day's entries, each a key with start and end minute, so that overlapping ones never share a place.

    Every entry counts at least `min_minutes`: what is drawn that tall must not be covered. Longer ones come first;
    entries alike keep the order in which they were given.
    """
    spans = [(key, start, max(end, start + min_minutes)) for key, start, end in items]
    spans.sort(key=lambda item: (item[1], item[1] - item[2]))
    placed: dict[Key, Lane] = {}
    group: list[tuple[Key, int, int]] = []
    group_end = 0
    for item in spans:
        if group and item[1] >= group_end:
            placed |= _side_by_side(group)
            group, group_end = [], 0
        group.append(item)
        group_end = max(group_end, item[2])
    return placed | _side_by_side(group)


def _side_by_side(group: Sequence[tuple[Key, int, int]]) -> dict[Key, Lane]:
    """First fit, by start; then each entry grows to the right over columns that are free beside it."""
    columns: list[list[_Span]] = []
    places: list[tuple[Key, int, _Span]] = []
    for key, start, end in group:
        column = next((n for n, taken in enumerate(columns) if taken[-1][1] <= start), len(columns))
        if column == len(columns):
            columns.append([])
        columns[column].append((start, end))
        places.append((key, column, (start, end)))
    found = {}
    for key, column, own in places:
        reach = column + 1
        while reach < len(columns) and all(end <= own[0] or own[1] <= start for start, end in columns[reach]):
            # Taken from now on, so that two entries never grow into the same place.
            insort(columns[reach], own)
            reach += 1
        found[key] = Lane(column, reach - column, len(columns))
    return found
