"""The words for calendars that go out and come in: frozen records and enums, standard library only.

Times and amounts are as in `db.records`. A record with an id below 1 is new.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

DEFAULT_PAST_DAYS = 60
DEFAULT_FUTURE_DAYS = 365


class Privacy(StrEnum):
    """How much a calendar tells: everything, titles and times, or only that the time is taken."""

    FULL = "full"
    TITLES = "titles"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar that other programs follow. Empty sets of platforms, campaigns and members mean: all.

    `file_name` is unique in the plan, ASCII, and ends with `.ics`: some programs show it as the calendar's name.
    `token` is the secret part of its address on this computer. `has_drafts` False leaves out posts that are not yet
    scheduled; `has_days` takes in campaigns and occasions as all-day events. The window reaches from `past_days` before
    today to `future_days` after it.
    """

    id: int
    uid: str
    name: str
    file_name: str
    token: str
    platform_ids: frozenset[int] = frozenset()
    campaign_ids: frozenset[int] = frozenset()
    member_ids: frozenset[int] = frozenset()
    has_posts: bool = True
    has_work: bool = True
    has_drafts: bool = True
    has_days: bool = False
    privacy: Privacy = Privacy.FULL
    past_days: int = DEFAULT_PAST_DAYS
    future_days: int = DEFAULT_FUTURE_DAYS
    position: int = 0


class DeliveryKind(StrEnum):
    """How calendars leave the program: files in a folder, one file on a web server, or events in an online calendar."""

    FOLDER = "folder"
    WEBDAV = "webdav"
    CALDAV = "caldav"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A place to which feeds are brought after every change.

    `address` is the folder, the https address of the file (WebDAV), or of the calendar's collection (CalDAV).
    `feed_id` None means every feed, each with its own file, which only a folder can take. `public_address` is where
    other programs fetch it, "" when that is not known. The password lies in the system's keyring, never here.
    `machine` names the computer that set it up: no other one delivers.
    """

    id: int
    uid: str
    kind: DeliveryKind
    address: str
    feed_id: int | None = None
    user: str = ""
    public_address: str = ""
    is_active: bool = True
    machine: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Delivered:
    """What lies at a delivery's place under one name: the server's ETag and the SHA-256 of the bytes we brought.

    `etag` "" is not known; `sha256` "" is something of ours that was on its way and may lie there.
    """

    href: str
    etag: str
    sha256: str


class BusySource(StrEnum):
    """Where busy times come from: a file read once, a file that is read again when it changes, an internet address."""

    FILE = "file"
    WATCHED = "watched"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class BusyCalendar:
    """A calendar of the owner's own that lies behind the week. `is_shown` False hides it and frees its times."""

    id: int
    uid: str
    name: str
    source: BusySource
    address: str
    is_shown: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class BusyContent:
    """What was last read from a busy calendar: its bytes, when (an instant), and what was wrong, "" for nothing.

    It lives apart from undo, under the calendar's uid: reading a file again is no edit. `problem` is a code that
    `desktop.wording` puts into words.
    """

    uid: str
    data: bytes
    read_at: datetime
    problem: str = ""
