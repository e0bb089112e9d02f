"""Writes feeds and a file of a plan and tells what that took: `feed_writer.py PLAN`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from sqlalchemy import Connection

from db import items
from db.board import load_board, load_whole
from db.feed_records import Feed
from db.plan import load_plan
from db.records import Board, Changes, Post, Revision, Week
from db.revisions import revisions
from db.store import Store
from desktop.exchange import calendar_file
from desktop.feeds import ical
from desktop.feeds.entries import Entry
from desktop.feeds.scope import Scope, scope_of

EDITS = 20
COLD_ROUNDS = 5
FILE_ROUNDS = 3
FEED = Feed(0, "", "", "feed.ics", "", platform_ids=frozenset({1}))
FILE = Scope(platform_ids=frozenset({2, 3, 4}))  # 10,000 versions of the big plan are on these

Took = tuple[float, float]  # milliseconds by the clock, and of the processor
Property = tuple[str, Any, dict[str, str]]


def feed(store: Store) -> dict[str, Any]:
    """What a feed takes at first and after an edit, and how many events were written anew for one."""
    today = datetime.now(UTC).astimezone(ZoneInfo(store.read(load_plan).zone)).date()
    scope = scope_of(FEED, today)
    board, counters = store.read(_window, today)
    written: list[ical.Written] = []

    def write(recipe: ical.Recipe) -> None:
        written.append(recipe.written(board, counters, scope, "", today))

    recipes = [calendar_file.recipe(board.plan) for _ in range(COLD_ROUNDS)]
    cold = [_timed(lambda recipe=recipe: write(recipe)) for recipe in recipes]  # type: ignore[misc]
    serialised = _counted()
    edits = []
    for n in range(EDITS):
        post = _shown(board, today, n)
        store.write(items.put, Changes(posts=(replace(post, title=f"{post.title}!"),)))
        board, counters = store.read(_window, today)
        edits.append(_timed(lambda: write(recipes[0])))
    assert len({each.etag for each in written}) == EDITS + 1
    return {"cold": cold, "edit": edits, "events": written[-1].events, "serialised": len(serialised) / EDITS}


def file(store: Store) -> dict[str, Any]:
    """What a whole file takes, and what icalendar takes by itself for the same events."""
    board, counters = store.read(_look)
    data = calendar_file.calendar_bytes(board, counters, FILE)
    events = [_properties(event) for event in Calendar.from_ical(data).events]
    took: dict[str, list[Took]] = {"file": [], "plain": []}
    for _ in range(FILE_ROUNDS):  # in turn, for both to suffer alike from whatever else the machine does
        took["file"].append(_timed(lambda: calendar_file.calendar_bytes(board, counters, FILE)))
        took["plain"].append(_timed(lambda: b"".join(map(_plain, events))))
    return {**took, "file_events": len(events)}


def _look(conn: Connection) -> tuple[Board, Mapping[str, Revision]]:
    return load_whole(conn), revisions(conn)


def _window(conn: Connection, today: date) -> tuple[Board, Mapping[str, Revision]]:
    """The weeks that the feed shows, as the window reads them for it."""
    first, last = Week.of(today - timedelta(days=FEED.past_days)), Week.of(today + timedelta(days=FEED.future_days))
    weeks = (first.shifted(n) for n in range((last.monday - first.monday).days // 7 + 1))
    return load_board(conn, weeks), revisions(conn)


def _shown(board: Board, today: date, n: int) -> Post:
    """The nth post after today that is on the feed's platform."""
    ahead = [
        post
        for post in board.posts
        for variant in post.variants
        if variant.platform_id in FEED.platform_ids and variant.starts_at and variant.starts_at.date() > today
    ]
    return ahead[n]


def _counted() -> list[Entry]:
    """From now on, every event that is written anew."""
    written: list[Entry] = []
    event_bytes: Callable[[Entry], bytes] = vars(ical)["event_bytes"]

    def counting(entry: Entry) -> bytes:
        written.append(entry)
        return event_bytes(entry)

    vars(ical)["event_bytes"] = counting
    return written


def _properties(event: Event) -> list[Property]:
    """What is to be said of an event, as anybody would hand it to icalendar."""
    return [
        (name, _value(event, name, value), {"TZID": value.params["TZID"]} if "TZID" in value.params else {})
        for name, value in event.items()
    ]


def _value(event: Event, name: str, value: Any) -> Any:  # noqa: ANN401 - as icalendar has it
    if name == "CATEGORIES":
        return [str(each) for each in event.categories]
    if name == "RRULE":
        return value
    found = event.decoded(name)
    return found.decode() if isinstance(found, bytes) else found


def _plain(properties: list[Property]) -> bytes:
    event = Event()
    for name, value, parameters in properties:
        event.add(name, value, parameters)
    data: bytes = event.to_ical()
    return data


def _timed(act: Callable[[], object]) -> Took:
    began, worked = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def run(plan: Path) -> None:
    """Measure everything; the plan keeps the edits."""
    store = Store.open(plan)
    try:
        facts = file(store) | feed(store)
    finally:
        store.close()
    print(json.dumps(facts), flush=True)  # noqa: T201
    sys.stdin.readline()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
