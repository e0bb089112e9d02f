"""What an event of ours was in the plan: written into its file, read by our own import, and passed over by the others.

It stands in a property of its own, as the query of an address is written: every character is safe there, so what a
title or a description had to leave out is still known. Texts that the description has are not written twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import parse_qsl, quote, urlencode

from db.records import Activity, Platform, Post, Share, Status, Variant, WorkBlock
from desktop.planning.recurrence import Occurrence, exception_at

PROPERTY = "X-WOCHENWERK"

Fields = tuple[tuple[str, str], ...]
"""An origin before it is written: names and values, first what it is."""


class OriginKind(StrEnum):
    """What an event may have been."""

    POST = "post"  # one version of it
    WORK = "work"
    CAMPAIGN = "campaign"
    OCCASION = "occasion"
    CLOSED_DAY = "closed_day"


@dataclass(frozen=True, slots=True)
class People:
    """The names that a post or block has to do with, "" for none."""

    campaign: str = ""
    owner: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A platform by its key and name; `place` is where it stands in the order of their making."""

    place: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An origin as it was read: what was not written is "", None or empty. `text` is the length of the text part.

    `series` and `place` name the place of an occurrence that stands in the file without its series.
    """

    kind: OriginKind
    text: int
    title: str
    accounts: tuple[Account, ...]
    people: People
    note: str = ""
    post: str = ""
    status: Status = Status.IDEA
    held_from: Status | None = None
    hashtags: str = ""
    link: str = ""
    url: str = ""
    activity: Activity = Activity.PLANNING
    posts: tuple[str, ...] = ()
    series: str = ""
    place: datetime | None = None


def of_version(post: Post, variant: Variant, platform: Platform, people: People) -> Fields:
    """The origin of a post's version."""
    return _told(
        OriginKind.POST,
        ("post", post.uid),
        ("status", variant.status),
        ("from", variant.held_from or ""),
        ("on", _account(platform)),
        ("title", post.title),
        ("hashtags", variant.hashtags),
        ("link", variant.link),
        ("url", variant.url),
        ("note", post.note),
        *_people(people),
    )


def of_occurrence(
    block: WorkBlock, occurrence: Occurrence, platforms: Iterable[Platform], posts: Iterable[Post], people: People
) -> Fields:
    """The origin of work: its own platforms (out of all `platforms`), and the posts that it serves."""
    exception = exception_at(block, occurrence.original_at) if occurrence.is_exception else None
    own = block.platforms if exception is None or exception.platforms is None else exception.platforms
    return _told(
        OriginKind.WORK,
        ("activity", occurrence.activity),
        *(("on", account) for account in _accounts(own, platforms)),
        ("title", occurrence.title),
        *(("post", post.uid) for post in posts),
        *_people(people),
    )


def apart(origin: Fields, block: WorkBlock, occurrence: Occurrence) -> Fields:
    """The origin of an occurrence that stands in the file without its series."""
    return (*origin, ("series", block.uid), ("at", f"{occurrence.original_at:%Y%m%dT%H%M%S}"))


def of_day(kind: OriginKind, name: str) -> Fields:
    """The origin of what lasts whole days."""
    return _told(kind, ("title", name))


def written(origin: Fields, text: int) -> str:
    """The property's value; `text` is the length of the text at the beginning of the description."""
    (_, kind), *fields = (*origin, ("text", str(text)))
    return f"{kind}?{urlencode(fields, quote_via=quote, safe='/', errors='ignore')}"


def read(value: str) -> Origin:
    """What a property's value says. Raises ValueError."""
    kind, _, query = value.partition("?")
    found: dict[str, list[str]] = {}
    for name, each in parse_qsl(query, strict_parsing=True):
        found.setdefault(name, []).append(each)

    def one(name: str) -> str:
        return found.get(name, [""])[0]

    return Origin(
        kind=OriginKind(kind),
        text=int(one("text")),
        title=one("title"),
        accounts=tuple(map(_read_account, found.get("on", []))),
        people=People(one("campaign"), one("owner"), one("approver")),
        note=one("note"),
        post=one("post"),
        status=Status(one("status") or Status.IDEA),
        held_from=Status(one("from")) if one("from") else None,
        hashtags=one("hashtags"),
        link=one("link"),
        url=one("url"),
        activity=Activity(one("activity") or Activity.PLANNING),
        posts=tuple(found.get("post", [])),
        series=one("series"),
        place=datetime.strptime(one("at"), "%Y%m%dT%H%M%S") if one("at") else None,
    )


def _told(kind: OriginKind, *fields: tuple[str, str]) -> Fields:
    return (("is", kind), *(field for field in fields if field[1]))


def _people(people: People) -> Iterator[tuple[str, str]]:
    yield "campaign", people.campaign
    yield "owner", people.owner
    yield "approver", people.approver


def _accounts(shares: Iterable[Share], platforms: Iterable[Platform]) -> Iterator[str]:
    by_id = {platform.id: platform for platform in platforms}
    for share in sorted(shares, key=lambda share: share.platform_id):
        yield _account(by_id[share.platform_id])


def _account(platform: Platform) -> str:
    return f"{platform.id}/{platform.key}/{platform.name}"


def _read_account(value: str) -> Account:
    place, key, name = value.split("/", 2)
    return Account(int(place), key, name)
