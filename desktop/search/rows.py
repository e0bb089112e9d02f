"""What the surface lists: rows in groups, and the words that a text has in common with what is typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from db.records import PlatformKind

_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad]*)+")  # accents may stand behind their letters

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A line that can be chosen: tiles or an icon, a text with the found places in it, a detail at the right end.

    `on` is what choosing it does; None for a line that only says something.
    """

    text: str
    icon: str = ""
    kinds: tuple[PlatformKind, ...] = ()
    spans: Spans = ()
    detail: str = ""
    on: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a title."""

    title: str
    rows: tuple[FoundRow, ...]


def found_in(text: str, typed: str) -> Spans | None:
    """Where the typed words stand in a text, as slices, in order; None unless every one begins a word of it.

    Case, accents and the dots of umlauts do not matter, ß is ss. Nothing typed is found everywhere.
    """
    wanted = _wanted(typed)
    if not wanted:
        return None if typed.strip() else ()
    words = [_plain(match.group()) for match in _WORD.finditer(text)]
    if not all(any(word.startswith(each) for word in words) for each in wanted):
        return None
    return begun_in(text, typed)


def begun_in(text: str, typed: str) -> Spans:
    """What the typed words have in common with the beginnings of words of a text, as slices, in order."""
    wanted, found = _wanted(typed), []
    for match in _WORD.finditer(text):
        word = _plain(match.group())
        longest = max((len(each) for each in wanted if word.startswith(each)), default=0)
        if longest:
            found.append((match.start(), match.start() + _reach(match.group(), longest)))
    return tuple(found)


def _wanted(typed: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(unicodedata.normalize("NFC", typed))]


def _plain(word: str) -> str:
    """A word without case, accents, soft hyphens and ß."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part) and part != _SOFT_HYPHEN)


def _reach(word: str, length: int) -> int:
    """How much of a word as written makes so many plain letters."""
    return next(end for end in range(1, len(word) + 1) if len(_plain(word[:end])) >= length)
