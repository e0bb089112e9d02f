"""A plan whose feeds are kept, with a clock that runs and can be moved on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from icalendar import Calendar
from pytestqt.qtbot import QtBot

from db import items
from db.feed_records import Delivery, DeliveryKind, Feed
from db.feeds import put_delivery, put_feed
from db.records import Changes, Post
from db.store import Store
from desktop.delivery.states import DeliveryStep
from desktop.feed_keeper import FeedKeeper
from desktop.settings import Settings
from desktop.workspace import Workspace
from tests.builders import a_block, a_post, a_store

MONDAY = datetime(2026, 11, 23, 10)
PATIENCE_MS = 8000


class Clock:
    """Begins on Wednesday, 25 November 2026, at ten in Berlin, and goes on from there."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._added = timedelta()

    def __call__(self) -> datetime:
        """The instant."""
        return datetime(2026, 11, 25, 9, tzinfo=UTC) + timedelta(seconds=time.monotonic() - self._began) + self._added

    def move_on(self, **amount: float) -> None:
        """Let time pass."""
        self._added += timedelta(**amount)


@dataclass
class Kept:
    """A plan in a window that keeps its feeds, and a folder for their files."""

    qtbot: QtBot
    clock: Clock
    store: Store
    workspace: Workspace
    settings: Settings
    keeper: FeedKeeper
    folder: Path

    def add_feed(self, name: str = "Woche", **fields: object) -> Feed:
        """Add a feed as an undoable edit."""
        feed_id = self.workspace.edit("feed", put_feed, replace(Feed(0, "", name, "", ""), **fields))  # type: ignore[arg-type]
        return next(feed for feed in self.keeper.feeds() if feed.id == feed_id)

    def add_delivery(self, kind: DeliveryKind = DeliveryKind.FOLDER, address: str = "", **fields: object) -> Delivery:
        """Bring feeds somewhere: into the folder unless an address is given."""
        usual = Delivery(0, "", kind, address or str(self.folder), machine=self.keeper.machine)
        delivery_id = self.workspace.edit("delivery", put_delivery, replace(usual, **fields))  # type: ignore[arg-type]
        return next(each for each in self.keeper.deliveries() if each.id == delivery_id)

    def add_post(self, title: str, at: datetime = MONDAY) -> int:
        """Add a post as an undoable edit."""
        ids = self.workspace.put("post", Changes(posts=(replace(a_post(title, at), id=-1),)))
        assert ids is not None
        return ids[-1]

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def until_step(self, delivery: Delivery, step: DeliveryStep) -> None:
        """Wait until a delivery stands so."""
        self.until(lambda: self.keeper.state(delivery.id).step is step)

    def titles(self, name: str = "Woche.ics") -> set[str]:
        """What stands in a file of the folder."""
        return titles((self.folder / name).read_bytes())


def titles(data: bytes) -> set[str]:
    """What the events of a calendar are called, without the word and the platform before it."""
    return {str(event["SUMMARY"]).rpartition(": ")[2] for event in Calendar.from_ical(data).walk("VEVENT")}


def kept_plan(qtbot: QtBot, folder: Path) -> Kept:
    """A plan with a post and a block; its keeper has not begun."""
    clock = Clock()
    store = a_store(folder, posts=[a_post("Zimtschnecken", MONDAY)], blocks=[a_block(MONDAY)])
    workspace = Workspace(store, clock)
    settings = Settings()
    chosen = folder / "Kalender"
    chosen.mkdir()
    return Kept(qtbot, clock, store, workspace, settings, FeedKeeper(workspace, settings), chosen)


def edit_outside(store: Store, *posts: Post) -> None:
    """Let another program write into the plan."""
    other = Store.open(store.path)
    other.write(items.put, Changes(posts=posts))
    other.close()
