"""The words of a plan table, in both languages and any case, and what they stand for."""

from __future__ import annotations

from enum import StrEnum

from db.records import PlatformKind, Status


class Column(StrEnum):
    """The columns of a plan table; the value is the English header."""

    DATE = "date"
    TIME = "time"
    PLATFORMS = "platforms"
    TITLE = "title"
    TEXT = "text"
    STATUS = "status"
    FORMAT = "format"
    EFFORT = "effort_minutes"
    HASHTAGS = "hashtags"
    LINK = "link"
    CAMPAIGN = "campaign"
    PERSON = "person"
    NOTE = "note"


_GERMAN_HEADERS = {
    "datum": Column.DATE,
    "uhrzeit": Column.TIME,
    "plattformen": Column.PLATFORMS,
    "titel": Column.TITLE,
    "aufwand_minuten": Column.EFFORT,
    "kampagne": Column.CAMPAIGN,
    "notiz": Column.NOTE,
}

_STATUSES = {
    "idee": Status.IDEA,
    "entwurf": Status.DRAFT,
    "freigabe": Status.REVIEW,
    "geplant": Status.SCHEDULED,
    "veröffentlicht": Status.PUBLISHED,
    "ausgefallen": Status.SKIPPED,
    "angehalten": Status.HELD,
}
_DERIVED_STATUSES = frozenset({"überfällig", "overdue"})

_KINDS = {
    "google-profil": PlatformKind.GOOGLE,
    "google profile": PlatformKind.GOOGLE,
    "whatsapp-kanal": PlatformKind.WHATSAPP,
    "whatsapp channel": PlatformKind.WHATSAPP,
}

_FORMATS = {
    "bild": "image",
    "karussell": "carousel",
    "umfrage": "poll",
    "veranstaltung": "event",
    "termin": "event",
    "artikel": "article",
}
_BUILT_IN_FORMATS = ("text", "image", "carousel", "story", "reel", "video", "poll", "event", "article")


def folded(word: str) -> str:
    """A word as it is compared: without outer blanks, in lower case."""
    return word.strip().casefold()


def column(header: str) -> Column | None:
    """The column that a header names; blanks and hyphens count as underscores. None for any other header."""
    word = folded(header).replace(" ", "_").replace("-", "_")
    return Column(word) if word in set(Column) else _GERMAN_HEADERS.get(word)


def status(word: str) -> Status | None:
    """The status that a word names, None for any other word, "überfällig" among them (see `is_derived`)."""
    name = folded(word)
    return Status(name) if name in set(Status) else _STATUSES.get(name)


def is_derived(word: str) -> bool:
    """Tell whether a word names what is never stored: overdue."""
    return folded(word) in _DERIVED_STATUSES


def kind(word: str) -> PlatformKind | None:
    """The kind of platform with this key or display name."""
    name = folded(word)
    return PlatformKind(name) if name in set(PlatformKind) else _KINDS.get(name)


def kind_of_key(key: str) -> PlatformKind | None:
    """The kind of the account with this key: `instagram` and `instagram-2` are Instagram. None for any other key."""
    name, dash, number = folded(key).rpartition("-")
    if dash and number.isdecimal() and int(number) > 1:
        return PlatformKind(name) if name in set(PlatformKind) else None
    return PlatformKind(number) if not dash and number in set(PlatformKind) else None


def header(column: Column, language: str) -> str:
    """How a column is called: in German for `de`, else in English."""
    if language != "de":
        return column.value
    word = next((word for word, named in _GERMAN_HEADERS.items() if named is column), column.value)
    return "_".join(part.capitalize() for part in word.split("_"))


def status_word(of: Status, language: str) -> str:
    """How a status is written: in German for `de`, else in English."""
    if language != "de":
        return of.value
    return next(word for word, named in _STATUSES.items() if named is of).capitalize()


def format_word(key: str, language: str) -> str:
    """How a built-in format is written; "" for any other."""
    if key not in _BUILT_IN_FORMATS:
        return ""
    word = next((word for word, named in _FORMATS.items() if named == key), key) if language == "de" else key
    return word.capitalize()


def format_key(word: str) -> str:
    """The key of the built-in format that a German word names; any other word, folded, as it is."""
    name = folded(word)
    return _FORMATS.get(name, name)
