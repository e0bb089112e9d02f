"""How much text a platform takes, and how it counts: limits are data, counting is a rule.

A limit informs and never forbids. The facts lie in `resources/platforms.toml`, each with source, date and certainty.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from db.records import PlatformKind
from desktop.paths import resource

if TYPE_CHECKING:
    import regex

URL_LENGTH = 23
X_LIGHT = (range(0x1100), range(0x2000, 0x200E), range(0x2010, 0x2020), range(0x2032, 0x2038))


class Method(StrEnum):
    """How the characters of a text are counted."""

    UTF16 = "utf16"
    CODEPOINT = "codepoint"
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
    if method is Method.CODEPOINT:
        return len(text)
    if method is Method.GRAPHEME:
        return _graphemes(text)
    if method is Method.MASTODON:
        return _on_mastodon(text)
    if method is Method.THREADS_BYTES:
        return sum(len(part.encode()) if is_emoji else len(part) for part, is_emoji in _parts(text))
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


@cache
def _pattern(text: str) -> regex.Pattern[str]:
    # imported late: the week opens without counting anything, and the module costs 12 ms
    import regex  # noqa: PLC0415

    return regex.compile(text, regex.VERBOSE | regex.IGNORECASE)


# Unicode Technical Standard 51, the definition of a possible emoji
_EMOJI = r"""
    \p{Regional_Indicator}{2}
  | [0-9#*] \uFE0F? \u20E3
  | \p{Emoji} (?: \p{Emoji_Modifier} | \uFE0F \u20E3? | [\U000E0020-\U000E007E]+ \U000E007F )?
    (?: \u200D \p{Emoji} (?: \p{Emoji_Modifier} | \uFE0F \u20E3? )? )*
"""
_URL = r"https?://[^\s<>\"„“”]*[^\s<>\"„“”.,;:!?'()\[\]{}…]"
# a bare domain becomes a link on X; the endings are the usual ones of shops in German- and English-speaking countries
_BARE_DOMAIN = r"""
    (?<![\w@.\#$/-]) (?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+
    (?:com|net|org|info|biz|shop|store|online|site|app|dev|io|cafe|restaurant|berlin|hamburg|koeln|bayern|wien|swiss|
       de|at|ch|li|lu|eu|nl|be|fr|it|es|pl|dk|uk|ie|us|ca|co|me|tv|ly)
    (?![\w@-]|\.[a-z]) (?:/[^\s<>\"„“”]*[^\s<>\"„“”.,;:!?'()\[\]{}…])?/?
"""
_MENTION = r"(?<![\w/])@(\w+)@[a-z0-9.-]*[a-z0-9]"


def _graphemes(text: str) -> int:
    return sum(1 for _cluster in _pattern(r"\X").finditer(text))


def _on_mastodon(text: str) -> int:
    # an address always counts the same, of an account elsewhere only its own name
    text = _pattern(_URL).sub("x" * URL_LENGTH, text)
    return _graphemes(_pattern(_MENTION).sub(r"@\1", text))


def _on_x(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    links = sum(1 for _link in _pattern(f"{_URL}|{_BARE_DOMAIN}").finditer(text))
    rest = _pattern(f"{_URL}|{_BARE_DOMAIN}").sub("", text)
    return links * URL_LENGTH + sum(
        2 if is_emoji else sum(1 if any(ord(each) in light for light in X_LIGHT) else 2 for each in part)
        for part, is_emoji in _parts(rest)
    )


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    # single digits, © and the like may be emoji but are not unless a selector makes them so
    end = 0
    for match in _pattern(_EMOJI).finditer(text):
        found = match.group()
        if len(found) == 1 and not _pattern(r"\p{Emoji_Presentation}").match(found):
            continue
        yield text[end : match.start()], False
        yield found, True
        end = match.end()
    yield text[end:], False
