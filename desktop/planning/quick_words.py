"""The words of quick add, German and English side by side, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.records import Activity, PlatformKind, Status
from desktop.planning import table_words
from desktop.planning.table_words import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.records import Platform

# Monday 0. Names of up to three letters are also words of their own and need more to be believed.
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mo mon montag monday",
            "di tue tues dienstag tuesday",
            "mi wed mittwoch wednesday",
            "do thu thur thurs donnerstag thursday",
            "fr fri freitag friday",
            "sa sat samstag sonnabend saturday",
            "so sun sonntag sunday",
        )
    )
    for name in names.split()
}
SURE_WEEKDAYS = frozenset(name for name in WEEKDAYS if len(name) > 3)
RELATIVE_DAYS = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "übermorgen": 2}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar jänner january",
            "feb februar february",
            "mär mar märz march",
            "apr april",
            "mai may",
            "jun juni june",
            "jul juli july",
            "aug august",
            "sep sept september",
            "okt oct oktober october",
            "nov november",
            "dez dec dezember december",
        ),
        start=1,
    )
    for name in names.split()
}
NEXT = ("next", "nächsten", "nächster", "nächstem", "nächste")
# "Black Friday" and "jeden Freitag" name no day of the calendar.
NAMES_WITH_WEEKDAYS = frozenset(
    [
        "black",
        "cyber",
        "good",
        "easter",
        "ash",
        "giving",
        "jeden",
        "jeder",
        "jedem",
        "jede",
        "every",
        "each",
        "zum",
        "vom",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "the",
        "a",
    ]
)
# "ab 17 Uhr" and "in 30 Minuten" are said about the post, not about when it goes out.
BEFORE_TIMES_OF_THE_TITLE = frozenset(
    ["ab", "bis", "von", "vor", "nach", "seit", "gegen", "from", "until", "till", "since", "after", "before", "by"]
)
BEFORE_LENGTHS_OF_THE_TITLE = frozenset(
    ["in", "unter", "binnen", "under", "within", "nach", "after", "vor", "seit", "since"]
)
# "Planung der Weihnachtsfeier" is no work block.
AFTER_NOUNS_OF_THE_TITLE = frozenset(["der", "des", "die", "das", "von", "vom", "of", "the"])

ACTIVITIES = {
    "planung": Activity.PLANNING,
    "umsetzung": Activity.CREATION,
    "interaktion": Activity.INTERACTION,
    "monitoring": Activity.MONITORING,
    "planning": Activity.PLANNING,
    "creation": Activity.CREATION,
    "interaction": Activity.INTERACTION,
}

_STATUSES = frozenset({Status.IDEA, Status.DRAFT, Status.REVIEW, Status.SCHEDULED})
_FORMATS = frozenset({"text", "image", "carousel", "story", "reel", "video", "poll", "event", "article"})
_MORE_FORMATS = {"foto": "image", "photo": "image"}
_KINDS = {
    "ig": PlatformKind.INSTAGRAM,
    "insta": PlatformKind.INSTAGRAM,
    "fb": PlatformKind.FACEBOOK,
    "li": PlatformKind.LINKEDIN,
    "in": PlatformKind.LINKEDIN,
    "twitter": PlatformKind.X,
    "tt": PlatformKind.TIKTOK,
    "yt": PlatformKind.YOUTUBE,
    "pin": PlatformKind.PINTEREST,
    "bsky": PlatformKind.BLUESKY,
    "masto": PlatformKind.MASTODON,
    "gbp": PlatformKind.GOOGLE,
    "wa": PlatformKind.WHATSAPP,
    "nl": PlatformKind.NEWSLETTER,
    "mail": PlatformKind.NEWSLETTER,
}
_LEAST_PREFIX = 2


def status(word: str) -> Status | None:
    """The status that a word names, of those that a new post may have."""
    found = table_words.status(word)
    return found if found in _STATUSES else None


def format_key(word: str) -> str | None:
    """The built-in format that a word names."""
    key = _MORE_FORMATS.get(folded(word)) or table_words.format_key(word)
    return key if key in _FORMATS else None


def platform_named(word: str, platforms: Sequence[Platform]) -> int | None:
    """The active platform that a word names for sure: by key, name, handle or kind; the first of several accounts."""
    name = _plain(word)
    active = [platform for platform in platforms if platform.is_active]
    kind = _KINDS.get(name) or table_words.kind(word)
    for is_it in (
        [_plain(platform.key) == name for platform in active],
        [_plain(platform.name) == name for platform in active],
        [_plain(platform.handle) == name for platform in active],
        [platform.kind is kind for platform in active],
    ):
        if name and True in is_it:
            return active[is_it.index(True)].id
    return None


def platform_begun(word: str, platforms: Sequence[Platform]) -> int | None:
    """The active platform whose key, kind or name begins with a word of two letters or more; None if several kinds."""
    name = _plain(word)
    if len(name) < _LEAST_PREFIX:
        return None
    found = [
        platform
        for platform in platforms
        if platform.is_active
        and any(_plain(known).startswith(name) for known in (platform.key, platform.kind, platform.name))
    ]
    return found[0].id if len({platform.kind for platform in found}) == 1 else None


def _plain(word: str) -> str:
    """A name as it is compared: in lower case, letters and digits only."""
    return "".join(letter for letter in folded(word) if letter.isalnum())
