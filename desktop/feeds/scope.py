"""What goes into a calendar: which things, which days, how much is told; and the feeds a plan usually has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.feed_records import Feed, Privacy
from db.records import Platform
from desktop.planning.cards import BlockKey

EVERYTHING_FILE = "woche.ics"
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NO_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Scope:
    """What goes into a calendar. None means all: platforms, campaigns, people, posts, occurrences of work blocks.

    A post belongs to a person who owns or approves it, a block to the one who does it. `has_drafts` False leaves out
    posts that are neither scheduled nor published; `has_days` takes in campaigns and the plan's own days. Days are both
    included, None is open; `keeps_series` lets a series that touches them reach beyond, as one event that repeats.
    `feed_uid` names the feed whose own counter belongs to what its events tell, "" for none.
    """

    platform_ids: frozenset[int] | None = None
    campaign_ids: frozenset[int] | None = None
    member_ids: frozenset[int] | None = None
    has_posts: bool = True
    has_work: bool = True
    has_drafts: bool = True
    has_days: bool = False
    first: date | None = None
    last: date | None = None
    keeps_series: bool = False
    privacy: Privacy = Privacy.FULL
    post_ids: frozenset[int] | None = None
    block_keys: frozenset[BlockKey] | None = None
    feed_uid: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether what repeats may be written as a rule, which knows no such days."""
        return self.keeps_series or (self.first is None and self.last is None)

    def covers(self, first: date, last: date | None = None) -> bool:
        """Tell whether a day, or any up to `last`, lies in the span."""
        return (self.first is None or (last or first) >= self.first) and (self.last is None or first <= self.last)

    def takes(self, platform_ids: Iterable[int], campaign_id: int | None, member_ids: Iterable[int | None]) -> bool:
        """Tell whether something for these platforms, this campaign and any of these people belongs in."""
        return (
            (self.platform_ids is None or not self.platform_ids.isdisjoint(platform_ids))
            and (self.campaign_ids is None or campaign_id in self.campaign_ids)
            and (self.member_ids is None or not self.member_ids.isdisjoint(member_ids))
        )


def scope_of(feed: Feed, today: date) -> Scope:
    """What goes into a feed on a day (in the plan's zone), which only places its window."""
    return Scope(
        platform_ids=feed.platform_ids or None,
        campaign_ids=feed.campaign_ids or None,
        member_ids=feed.member_ids or None,
        has_posts=feed.has_posts,
        has_work=feed.has_work,
        has_drafts=feed.has_drafts,
        has_days=feed.has_days,
        first=today - timedelta(days=feed.past_days),
        last=today + timedelta(days=feed.future_days),
        keeps_series=True,
        privacy=feed.privacy,
        feed_uid=feed.uid,
    )


def usual_feeds(platforms: Sequence[Platform], everything: str, work: str) -> tuple[Feed, ...]:
    """One feed of everything, one per active platform, one of the work alone, with these names; all of them new."""
    feeds = [Feed(0, "", everything, EVERYTHING_FILE, "", has_days=True)]
    names = {EVERYTHING_FILE}
    for platform in platforms:
        if platform.is_active:
            file_name = _file_name(platform.key, names)
            feeds.append(
                Feed(0, "", platform.name, file_name, "", frozenset({platform.id}), position=len(feeds)),
            )
            names.add(file_name)
    feeds.append(Feed(0, "", work, _file_name(work, names), "", has_posts=False, position=len(feeds)))
    return tuple(feeds)


def _file_name(name: str, taken: Iterable[str]) -> str:
    """A name for a feed's file: ASCII, unlike those `taken`."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_SPELLED))
    stem = _NO_NAME.sub("-", plain.encode("ascii", "ignore").decode()).strip("-") or "feed"
    number, found = 1, f"{stem}.ics"
    while found in taken:
        number += 1
        found = f"{stem}-{number}.ics"
    return found
