"""What is done for feeds beside the window: the plan is read, feeds are written, files and addresses kept fresh.

One thread does it at a time. Only the weeks that a feed shows are read, and the bytes of every event are remembered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from db.board import load_board
from db.delivered import keep_delivered, last_delivered, load_delivered
from db.feed_records import Delivered, Delivery, DeliveryKind, Feed
from db.feeds import load_deliveries, load_feeds
from db.plan import load_plan
from db.records import Board, Revision, Week
from db.revisions import revisions
from desktop.delivery import folder
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.server import FeedServer
from desktop.delivery.shelf import Offer, Readers
from desktop.delivery.states import DeliveryState, Extent, is_ours, state_of
from desktop.exchange.calendar_file import feed_title, recipe
from desktop.feeds.ical import Recipe, Written
from desktop.feeds.scope import scope_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store import Store

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be brought to a server: one file (WebDAV), or events by UID (CalDAV), and what lies there by now.

    `is_there` tells that nothing has changed since it was last brought, which was `at`.
    """

    delivery: Delivery
    data: bytes
    resources: Mapping[str, bytes]
    known: Mapping[str, Delivered]
    events: int
    is_there: bool
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Round:
    """What a round of work came to.

    `states` are those of the folders by delivery, `files` what lies in them and whether it had to be written.
    """

    day: date
    extents: Mapping[int, Extent]
    states: Mapping[int, DeliveryState]
    files: Mapping[Path, bool]
    parcels: tuple[Parcel, ...]
    port: int
    port_problem: DeliveryProblem | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a round of work is for, besides the folders: deliveries to servers, and the address on this computer.

    `port` is the one to serve at, 0 any free one, None none at all. `measures` asks for the size of all feeds even
    where nobody takes them, `fills_folders` False leaves the folders as they are.
    """

    parcels: frozenset[int] = frozenset()
    port: int | None = None
    measures: bool = False
    fills_folders: bool = True


class _Seen(NamedTuple):
    """One consistent state of the plan, as much as feeds need. Without a board where no feed is used."""

    used: tuple[Feed, ...]
    deliveries: tuple[Delivery, ...]
    day: date
    board: Board | None
    counters: Mapping[str, Revision]


class FeedWork:
    """Does the rounds of one plan for one computer, named by `machine`; one thread at a time."""

    def __init__(self, store: Store, clock: Callable[[], datetime], machine: str) -> None:
        self._store = store
        self._clock = clock
        self._machine = machine
        self._server: FeedServer | None = None
        self._recipe: Recipe | None = None
        self._language = ""

    def round(self, wanted: Wanted, step: Step = lambda _done, _of_all: None) -> Round:
        """Bring the folders and the address on this computer up to date and pack what servers are to get.

        `step` is called before each feed and may stop the work by raising something. Raises StorageProblem when the
        plan cannot be read; then nothing was done.
        """
        seen = self._store.read(self._look, wanted)
        written = self._written(seen, step)
        port_problem = self._serve(seen.used, written, wanted.port)
        states: dict[int, DeliveryState] = {}
        files: dict[Path, bool] = {}
        for delivery in seen.deliveries:
            if delivery.kind is DeliveryKind.FOLDER and wanted.fills_folders:
                states[delivery.id], kept = self._fill(delivery, seen.used, written)
                files |= {Path(thing.href): Path(thing.href) in kept.written for thing in kept.things}
        parcels = tuple(
            self._parcel(delivery, feed, seen, written[feed.id])
            for delivery in seen.deliveries
            if delivery.id in wanted.parcels and delivery.kind is not DeliveryKind.FOLDER
            for feed in seen.used
            if feed.id == delivery.feed_id
        )
        extents = {feed_id: Extent(each.events, len(each.data), each.shortened) for feed_id, each in written.items()}
        port = 0 if self._server is None else self._server.port
        return Round(seen.day, extents, states, files, parcels, port, port_problem)

    def readers(self) -> Readers:
        """Who reads on this computer. May be asked from any thread."""
        server = self._server
        return Readers(0, None) if server is None else server.readers()

    def close(self) -> None:
        """Serve no longer."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def _look(self, conn: Connection, wanted: Wanted) -> _Seen:
        plan = load_plan(conn)
        day = self._clock().astimezone(ZoneInfo(plan.zone)).date()
        deliveries = tuple(each for each in load_deliveries(conn) if is_ours(each, self._machine))
        used = _used(load_feeds(conn), deliveries, wanted)
        if not used:
            return _Seen((), deliveries, day, None, {})
        board = load_board(conn, _weeks(used, day), ())  # hardly a time entry: feeds show what is planned
        return _Seen(used, deliveries, day, board, revisions(conn))

    def _written(self, seen: _Seen, step: Step) -> Mapping[int, Written]:
        board, counters, day = seen.board, seen.counters, seen.day
        if board is None:
            return {}
        if self._recipe is None or board.plan.language != self._language:
            self._recipe, self._language = recipe(board.plan), board.plan.language
        written = {}
        for done, feed in enumerate(seen.used):
            step(done, len(seen.used))
            name = feed_title(board.plan, feed)
            written[feed.id] = self._recipe.written(board, counters, scope_of(feed, day), name, day)
        return written

    def _serve(self, feeds: Iterable[Feed], written: Mapping[int, Written], port: int | None) -> DeliveryProblem | None:
        """Serve what was written, or end serving; answers why it cannot be served."""
        if port is None:
            self.close()
            return None
        if self._server is None:
            try:
                self._server = FeedServer(port)
            except DeliveryProblem as problem:
                return problem
        self._server.offer(
            {feed.token: Offer(feed.file_name, written[feed.id].data, written[feed.id].etag) for feed in feeds}
        )
        return None

    def _fill(
        self, delivery: Delivery, feeds: Iterable[Feed], written: Mapping[int, Written]
    ) -> tuple[DeliveryState, folder.Kept]:
        """Keep the files of a folder fresh; answers how it stands and what lies there."""
        files = {feed.file_name: written[feed.id].data for feed in feeds if delivery.feed_id in {None, feed.id}}
        known = self._store.read(load_delivered, delivery.uid)
        kept = folder.keep(Path(delivery.address), files, known, self._store.path)
        if {thing.href for thing in kept.things} != known.keys():
            self._store.keep(keep_delivered, delivery.uid, kept.things, self._clock())
        problem = kept.problem if files else DeliveryProblem(ProblemCode.NOTHING)
        return state_of(problem, folder.written_at(kept.things), len(kept.things)), kept

    def _parcel(self, delivery: Delivery, feed: Feed, seen: _Seen, written: Written) -> Parcel:
        known = self._store.read(load_delivered, delivery.uid)
        hashes = sorted(thing.sha256 for thing in known.values())
        resources: Mapping[str, bytes] = {}
        if delivery.kind is DeliveryKind.CALDAV and seen.board is not None and self._recipe is not None:
            resources = self._recipe.resources(seen.board, seen.counters, scope_of(feed, seen.day), seen.day)
            beginning = delivery.address.rstrip("/") + "/"
            is_there = hashes == sorted(map(_sha256, resources.values())) and all(
                href.startswith(beginning) for href in known
            )
        else:
            is_there = hashes == [written.etag] and delivery.address in known
        at = self._store.read(last_delivered, delivery.uid)
        return Parcel(delivery, written.data, resources, known, written.events, is_there, at)


def _used(feeds: Sequence[Feed], deliveries: Iterable[Delivery], wanted: Wanted) -> tuple[Feed, ...]:
    """The feeds that somebody gets in this round."""
    if wanted.port is not None or wanted.measures:
        return tuple(feeds)
    taken = {
        delivery.feed_id
        for delivery in deliveries
        if delivery.kind is DeliveryKind.FOLDER or delivery.id in wanted.parcels
    }
    return tuple(feed for feed in feeds if feed.id in taken or None in taken)


def _weeks(feeds: Sequence[Feed], day: date) -> tuple[Week, ...]:
    """The weeks that the feeds show on a day."""
    week = Week.of(day - timedelta(days=max(feed.past_days for feed in feeds)))
    last = day + timedelta(days=max(feed.future_days for feed in feeds))
    weeks = []
    while week.monday <= last:
        weeks.append(week)
        week = week.shifted(1)
    return tuple(weeks)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
