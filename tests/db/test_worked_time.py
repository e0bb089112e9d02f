"""Time entries by days, the running one, and the posts that efforts are learned from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from db import items
from db.entries import load_entries, load_entry, load_running
from db.records import Activity, BlockLink, Changes, MadeBy, Post, Status, TimeEntry
from db.worked_posts import load_worked_posts
from desktop.planning.learning import worked_minutes
from tests.builders import a_block, a_post, a_variant, an_entry

if TYPE_CHECKING:
    from db.store import Store

DAY = date(2026, 11, 25)
MIDNIGHT = datetime(2026, 11, 24, 23, tzinfo=UTC)  # of that day, in Berlin
HOUR = timedelta(hours=1)


def put(store: Store, *entries: TimeEntry, posts: tuple[Post, ...] = ()) -> None:
    """Store entries and posts."""
    store.write(items.put, Changes(posts=posts, entries=entries))


def test_entries_of_days_are_those_that_touch_them(store: Store) -> None:
    spans = ((-2, -1), (-2, 0), (-2, 1), (0, 1), (23, 25), (24, 25), (-30, 60))
    put(store, *(an_entry(MIDNIGHT + first * HOUR, MIDNIGHT + last * HOUR) for first, last in spans))

    found = store.read(load_entries, DAY, DAY)

    hours = [
        ((each.started_at - MIDNIGHT) // HOUR, (each.ended_at - MIDNIGHT) // HOUR) for each in found if each.ended_at
    ]
    assert hours == [(-30, 60), (-2, 1), (0, 1), (23, 25)]


def test_the_running_entry_is_among_them(store: Store) -> None:
    assert store.read(load_running) is None
    put(store, an_entry(MIDNIGHT - HOUR, None, made_by=MadeBy.TIMER))

    running = store.read(load_running)

    assert running is not None
    assert store.read(load_entries, DAY, DAY) == (running,)
    assert store.read(load_entry, running.id) == running
    assert store.read(load_entry, 99) is None


def out(number: int, format_key: str | None = "reel", effort: tuple[int, ...] = ()) -> Post:
    """A post that is out since a day of October."""
    at = datetime(2026, 10, number, 9, tzinfo=UTC)
    versions = (a_variant(1, at.replace(tzinfo=None), status=Status.PUBLISHED, published_at=at),)
    return a_post(f"{number}", variants=versions, format_key=format_key, id=-number, effort=effort)


def test_the_last_finished_posts_with_entries_are_what_is_learned_from(store: Store) -> None:
    half = (*out(5).variants, a_variant(2, MIDNIGHT.replace(tzinfo=None)))
    unfinished = a_post("5", variants=half, format_key="reel", id=-5)
    posts = (out(1), out(2), out(3), out(4, None), unfinished, out(6), out(7, "image"))
    worked = [an_entry(MIDNIGHT, MIDNIGHT + HOUR, post_id=-number) for number in (1, 2, 3, 4, 5, 7)]
    put(store, *worked, posts=posts)

    board = store.read(load_worked_posts, 2)

    assert sorted(post.title for post in board.posts) == ["2", "3", "7"]
    assert len(board.entries) == 3
    assert board.weeks == ()


def test_work_of_linked_blocks_comes_along_with_the_posts_that_share_them(store: Store) -> None:
    start = datetime(2026, 10, 1, 9)
    other = a_post("other", datetime(2026, 12, 1, 9), id=-2, effort=(0, 20))
    links = (BlockLink(start, -1), BlockLink(start, -2))
    block = a_block(start, 60, rrule="FREQ=WEEKLY", links=links, id=-1)
    ticked = [
        an_entry(at, at + HOUR, activity=Activity.CREATION, made_by=MadeBy.TICK, block_id=-1, original_at=original)
        for at, original in ((MIDNIGHT, start), (MIDNIGHT + HOUR, start + timedelta(days=7)))
    ]
    changes = Changes(posts=(out(1, effort=(0, 40)), other), blocks=(block,), entries=tuple(ticked))
    store.write(items.put, changes)

    board = store.read(load_worked_posts, 6)

    assert len(board.entries) == 1
    assert {post_id: minutes.creation for post_id, minutes in worked_minutes(board).items()} == {1: 40, 2: 20}
