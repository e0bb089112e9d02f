"""What the page about calendars shows: plain values, put together by the page of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.feed_records import Delivery, Feed
from db.records import Campaign, Member, Platform, PlatformKind
from desktop.delivery.states import Subscription
from desktop.feed_words import Said


@dataclass(frozen=True, slots=True)
class Example:
    """One event as other programs show it; `kind` gives it its colour."""

    title: str
    when: str
    text: str
    categories: str
    kind: PlatformKind


@dataclass(frozen=True, slots=True)
class Place:
    """A delivery and how it stands."""

    delivery: Delivery
    said: Said


@dataclass(frozen=True, slots=True)
class FeedsState:
    """Everything the page shows. Feeds with an id below 1 are proposals, written as soon as one of them is used.

    `addresses` and `notices` (what a calendar had to leave out) are by the id of the feed; `folder` is this computer's.
    `last_export` is "" when nothing was exported from here.
    """

    feeds: tuple[Feed, ...]
    platforms: tuple[Platform, ...]
    campaigns: tuple[Campaign, ...] = ()
    members: tuple[Member, ...] = ()
    addresses: Mapping[int, str] = field(default_factory=dict)
    notices: Mapping[int, str] = field(default_factory=dict)
    subscription: Subscription = field(default_factory=lambda: Subscription(is_on=False, port=0))
    folder: Place | None = None
    published: tuple[Place, ...] = ()
    last_export: str = ""

    @property
    def main(self) -> Feed:
        """The calendar that the guide names: the first one."""
        return self.feeds[0]
