"""How much text a platform takes, and how it counts: limits are data, counting is a rule.

A limit informs and never forbids. The facts lie in `resources/platforms.toml`, each with source, date and certainty.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from db.records import PlatformKind
from desktop.paths import resource

URL_LENGTH = 23
X_LIGHT = (range(0x1100), range(0x2000, 0x200E), range(0x2010, 0x2020), range(0x2032, 0x2038))


class Method(StrEnum):
    """How the characters of a text are counted."""

    UTF16 = "utf16"
    GRAPHEME = "grapheme"
    X_WEIGHTED = "x_weighted"
    MASTODON = "mastodon"
    THREADS_BYTES = "threads_bytes"


class Certainty(StrEnum):
    """How well a fact is known: official, agreed by several sources, or one source only."""

    OFFICIAL = "A"
    AGREED = "B"
    SINGLE = "C"


@dataclass(frozen=True, slots=True)
class Limit:
    """What a kind of platform takes: `maximum` units of `method`, and `max_bytes` of UTF-8; None is no known limit."""

    maximum: int | None
    method: Method
    max_bytes: int | None
    certainty: Certainty
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class Room:
    """How full a platform's limit is: `used` of `maximum` (None: no limit), in the unit that is the tightest."""

    used: int
    maximum: int | None

    @property
    def left(self) -> int:
        """What still fits in, negative when too much; 0 without a limit."""
        return 0 if self.maximum is None else self.maximum - self.used

    @property
    def share(self) -> float:
        """The used part, 1.0 being full; 0 without a limit."""
        return self.used / self.maximum if self.maximum else 0.0


def limit(kind: PlatformKind) -> Limit:
    """What this kind of platform takes."""
    return _limits()[kind]


def count(text: str, kind: PlatformKind) -> int:
    """The length of `text` as this kind of platform counts it."""
    method = limit(kind).method
    if method is Method.UTF16:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    if method is Method.GRAPHEME:
        return sum(1 for _cluster in _graphemes(text))
    if method is Method.MASTODON:
        return _on_mastodon(text)
    if method is Method.THREADS_BYTES:
        return _on_threads(text)
    return _on_x(text)


def room(text: str, kind: PlatformKind) -> Room:
    """How full the limit is with `text`; where bytes are limited too, in whichever unit is fuller."""
    facts = limit(kind)
    by_count = Room(count(text, kind), facts.maximum)
    if facts.max_bytes is None:
        return by_count
    by_bytes = Room(len(text.encode("utf-8", "surrogatepass")), facts.max_bytes)
    return max(by_count, by_bytes, key=lambda each: each.share)


@cache
def _limits() -> dict[PlatformKind, Limit]:
    facts = tomllib.loads(resource("platforms.toml").read_text(encoding="utf-8"))
    return {
        kind: Limit(
            maximum=entry.get("maximum"),
            method=Method(entry["method"]),
            max_bytes=entry.get("max_bytes"),
            certainty=Certainty(entry["certainty"]),
            as_of=entry["as_of"],
            source=entry["source"],
        )
        for kind, entry in ((kind, facts[kind]) for kind in PlatformKind)
    }


_URL = r"https?://[^\s<>\"„“”]*[^\s<>\"„“”.,;:!?'()\[\]{}…]"
# a bare domain becomes a link on X; the endings are the usual ones of shops in German- and English-speaking countries
_BARE_DOMAIN = (
    r"(?<![\w@.#$/-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    r"(?:com|net|org|info|biz|shop|store|online|site|app|dev|io|cafe|restaurant|berlin|hamburg|koeln|bayern|wien|swiss|"
    r"de|at|ch|li|lu|eu|nl|be|fr|it|es|pl|dk|uk|ie|us|ca|co|me|tv|ly)"
    r"(?![\w@-]|\.[a-z])(?:/[^\s<>\"„“”]*[^\s<>\"„“”.,;:!?'()\[\]{}…])?/?"
)
_ADDRESS = re.compile(_URL, re.IGNORECASE)
_LINK = re.compile(f"{_URL}|{_BARE_DOMAIN}", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w/])@(\w+)@[a-z0-9.-]*[a-z0-9]", re.IGNORECASE)
_EMOJI_SELECTOR, _KEYCAP = "\ufe0f", "\u20e3"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_IDEOGRAPHS = range(0x2E80, 0x1F000)  # wide symbols that are no emoji


def _graphemes(text: str) -> Iterator[str]:
    # imported late: the week opens without counting anything
    from wcwidth import iter_graphemes  # noqa: PLC0415

    return iter_graphemes(text)


def _on_mastodon(text: str) -> int:
    # an address always counts the same, of an account elsewhere only its own name
    text = _ADDRESS.sub("x" * URL_LENGTH, text)
    return sum(1 for _cluster in _graphemes(_MENTION.sub(r"@\1", text)))


def _on_threads(text: str) -> int:
    return sum(len(each.encode()) if _is_emoji(each) else len(each) for each in _graphemes(text))


def _on_x(text: str) -> int:
    rest, links = _LINK.subn("", unicodedata.normalize("NFC", text))
    return links * URL_LENGTH + sum(2 if _is_emoji(each) else _weight(each) for each in _graphemes(rest))


def _weight(text: str) -> int:
    return sum(1 if any(ord(each) in light for light in X_LIGHT) else 2 for each in text)


def _is_emoji(cluster: str) -> bool:
    """Tell whether a cluster is shown as a picture: by a selector, a pair of flag letters, or a pictogram in it."""
    if _EMOJI_SELECTOR in cluster or _KEYCAP in cluster:
        return True
    if len(cluster) > 1 and ord(cluster[0]) in _FLAG_LETTERS:
        return True
    return any(_is_pictogram(each) for each in cluster)


@lru_cache(maxsize=4096)
def _is_pictogram(character: str) -> bool:
    # what is shown as a picture by itself is two columns wide in a terminal, and so are ideographs
    from wcwidth import wcwidth  # noqa: PLC0415 - see above

    if unicodedata.category(character) not in {"So", "Sk", "Cn"} or ord(character) in _IDEOGRAPHS:
        return False
    return wcwidth(character) == 2
