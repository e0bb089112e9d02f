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


def format_key(word: str) -> str:
    """The key of the built-in format that a German word names; any other word, folded, as it is."""
    name = folded(word)
    return _FORMATS.get(name, name)
