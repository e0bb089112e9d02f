"""Finding posts by their words: the index is kept by `db.search_index`."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select, text

from db.among import among, listed
from db.plan import load_plan
from db.records import Status
from db.schema import platform, post, variant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

# Accents and soft hyphens may stand behind their letters
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad]*)+")

# A word in the title counts most, one in the note least; among equals the newest comes first. The plus keeps SQLite
# from asking the index once for every post that a filter lets through.
_FOUND = """
SELECT rowid FROM post_search WHERE post_search MATCH :words AND rank MATCH 'bm25(10.0, 3.0, 3.0, 1.0, 4.0, 6.0)'
"""
_BEST_FIRST = "ORDER BY rank, rowid DESC LIMIT :limit"
_ON_PLATFORM = (
    "AND +rowid IN (SELECT post_id FROM variant WHERE platform_id IN (SELECT value FROM json_each(:platforms)))"
)
_HAS_STATUS = "AND +rowid IN (SELECT post_id FROM variant WHERE status IN (SELECT value FROM json_each(:statuses)))"
_AMONG_POSTS = "AND +rowid IN (SELECT value FROM json_each(:posts))"
_IN_CAMPAIGN = "AND +rowid IN (SELECT id FROM post WHERE campaign_id = :campaign)"
_TITLES = select(post.c.id, post.c.title).where(among(post.c.id))
_VERSIONS = (
    select(variant.c.post_id, variant.c.platform_id, variant.c.status, variant.c.starts_at, variant.c.published_at)
    .join_from(variant, platform)
    .where(among(variant.c.post_id))
    .order_by(platform.c.position, platform.c.id)
)


class Hit(NamedTuple):
    """A post that was found.

    `when` is its earliest moment (wall clock; the real one once published), None for an idea. `platform_ids` and
    `statuses` belong together, in platform order. `spans` are the places of the words in the title, as slices; empty
    when they stand somewhere else.
    """

    post_id: int
    title: str
    when: datetime | None
    platform_ids: tuple[int, ...]
    statuses: tuple[Status, ...]
    spans: tuple[tuple[int, int], ...]


class _Version(NamedTuple):
    platform_id: int
    status: Status
    when: datetime | None


def search_posts(
    conn: Connection,
    words: str,
    limit: int,
    *,
    platform_ids: Collection[int] = (),
    statuses: Collection[Status] = (),
    campaign_id: int | None = None,
    post_ids: Collection[int] | None = None,
) -> tuple[Hit, ...]:
    """The posts that have all the words in title, texts, hashtags, note, campaign or tags, the best first.

    The last word may be the beginning of one. Case, accents, the dots of umlauts and soft hyphens do not matter, ß is
    ss; anything but letters and digits only separates words. Without any word nothing is found. Filters that are given
    all hold: a version on one of the platforms, a version with one of the statuses, the campaign, being one of the
    posts.
    """
    wanted = _words(words)
    if not wanted:
        return ()
    values: dict[str, object] = {"words": _query(wanted), "limit": limit}
    query = [_FOUND]
    if platform_ids:
        query.append(_ON_PLATFORM)
        values["platforms"] = listed(platform_ids)
    if statuses:
        query.append(_HAS_STATUS)
        values["statuses"] = listed(str(status) for status in statuses)
    if campaign_id is not None:
        query.append(_IN_CAMPAIGN)
        values["campaign"] = campaign_id
    if post_ids is not None:
        query.append(_AMONG_POSTS)
        values["posts"] = listed(post_ids)
    ids = conn.scalars(text("\n".join((*query, _BEST_FIRST))), values).all()
    zone = ZoneInfo(load_plan(conn).zone)
    versions: dict[int, list[_Version]] = defaultdict(list)
    for post_id, platform_id, status, starts_at, published_at in conn.execute(_VERSIONS, {"ids": listed(ids)}):
        when = starts_at
        if status is Status.PUBLISHED and published_at is not None:
            when = published_at.astimezone(zone).replace(tzinfo=None)
        versions[post_id].append(_Version(platform_id, status, when))
    titles = {row.id: row.title for row in conn.execute(_TITLES, {"ids": listed(ids)})}
    return tuple(
        Hit(
            post_id=post_id,
            title=titles[post_id],
            when=min((version.when for version in versions[post_id] if version.when), default=None),
            platform_ids=tuple(version.platform_id for version in versions[post_id]),
            statuses=tuple(version.status for version in versions[post_id]),
            spans=tuple(_spans(titles[post_id], wanted)),
        )
        for post_id in ids
    )


def spans(title: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the words that `search_posts` looks for stand in a text, as slices, in order."""
    wanted = _words(words)
    return tuple(_spans(title, wanted)) if wanted else ()


def _words(typed: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(unicodedata.normalize("NFC", typed))]


def _plain(word: str) -> str:
    """A word without case, accents, soft hyphens and ß."""
    parts = unicodedata.normalize("NFD", word.casefold().replace("\u00ad", ""))
    return "".join(part for part in parts if not unicodedata.combining(part))


def _query(words: Sequence[str]) -> str:
    """All the words, as FTS5 wants them."""
    ends = [""] * (len(words) - 1) + [" *"]
    return " AND ".join(_spellings(word, end) for word, end in zip(words, ends, strict=True))


def _spellings(word: str, end: str) -> str:
    """A word as the index may have it, which keeps ß."""
    written = dict.fromkeys((word, word.replace("ss", "ß")))
    return "(" + " OR ".join(f'"{each}"{end}' for each in written) + ")"


def _spans(title: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    *whole, begun = words
    for match in _WORD.finditer(title):
        plain = _plain(match.group())
        if plain.startswith(begun) or plain in whole:
            yield match.span()
