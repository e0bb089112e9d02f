"""The line of quick add, and which parts of it have been recognised."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = " ,;"
_WORD = re.compile(r"\S+")
_ORPHANS = re.compile(r"^(?:[,;:–—-]+(?=\s|$)\s*)+|(?:(?<=\s)[,;:–—-]+\s*)+$|[,;]+$")


class TokenKind(StrEnum):
    """What a recognised part of the line says."""

    DAY = "day"
    WEEK = "week"
    TIME = "time"
    DURATION = "duration"
    PLATFORM = "platform"
    STATUS = "status"
    FORMAT = "format"
    ACTIVITY = "activity"


class Span(NamedTuple):
    """A recognised part of the line, `end` exclusive."""

    start: int
    end: int
    kind: TokenKind


class Line:
    """A text and the spans found in it so far, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []

    def note(self, start: int, end: int, kind: TokenKind) -> None:
        """Keep a part as recognised; it must not touch another one's letters."""
        self.spans.append(Span(start, end, kind))
        self.spans.sort()

    def words(self) -> Iterator[re.Match[str]]:
        """The words that are not, not even partly, recognised when their turn comes."""
        for word in _WORD.finditer(self.text):
            if not self.is_taken(word.start(), word.end()):
                yield word

    def is_taken(self, start: int, end: int) -> bool:
        """Tell whether a part of this stretch is recognised already."""
        return any(span.start < end and start < span.end for span in self.spans)

    def next_start(self, end: int) -> int:
        """Where the next word begins, the length of the text after the last one."""
        return len(self.text) - len(self.text[end:].lstrip(_BETWEEN))

    def before(self, start: int) -> str:
        """The word in front in lower case, "" where there is none or it is recognised."""
        found = self.text[:start].split()
        return "" if not found or self.follows(start) else found[-1].casefold()

    def follows(self, start: int, kind: TokenKind | None = None) -> bool:
        """Tell whether something recognised (of a kind) stands right in front."""
        return any(
            span.end <= start and not self.text[span.end : start].strip(_BETWEEN) and kind in {None, span.kind}
            for span in self.spans
        )

    def precedes(self, end: int, kind: TokenKind | None = None) -> bool:
        """Tell whether something recognised (of a kind) stands right behind."""
        return any(
            span.start >= end and not self.text[end : span.start].strip(_BETWEEN) and kind in {None, span.kind}
            for span in self.spans
        )

    def title(self) -> str:
        """What was not recognised, without the commas and dashes that stood between."""
        ends = [(0, 0), *((span.start, span.end) for span in self.spans), (len(self.text), 0)]
        pieces = [self.text[left[1] : right[0]].strip() for left, right in pairwise(ends)]
        if self.spans:
            pieces = [_ORPHANS.sub("", piece) for piece in pieces]
        return " ".join(" ".join(pieces).split())
