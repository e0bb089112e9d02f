"""Whatever changes in the exported file grows its SEQUENCE: calendar programs skip what does not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from db import items, platforms
from db.board import load_whole
from db.journal import ChangeSet
from db.records import BlockLink, Changes, Share, Status
from db.revisions import revisions
from db.store import Store
from desktop.feeds import ical
from desktop.feeds.scope import Scope
from desktop.planning.status import set_status
from tests.builders import NOW, a_block, a_post, a_store, a_variant
from tests.feeds.test_ical import TODAY, WORDS

MOMENT = datetime(2026, 11, 25, 12)
ONCE = datetime(2026, 11, 23, 9)
SERIES = datetime(2026, 10, 20, 1, 30)  # over the clock change: its occurrences are written one by one
Edit = Callable[[Store], tuple[object, ChangeSet]]


@pytest.fixture
def plan(tmp_path: Path) -> Store:
    """A post on two platforms; a block and an occurrence of a series, both Instagram's own, work for it."""
    store = a_store(tmp_path, [a_post("Rolls", MOMENT, platforms=(1, 2))])
    blocks = (
        a_block(ONCE, links=(BlockLink(ONCE, 1),)),
        a_block(SERIES, rrule="FREQ=DAILY;COUNT=9", links=(BlockLink(SERIES, 1),)),
    )
    store.write(items.put, Changes(blocks=blocks))
    return store


def exported(store: Store) -> dict[str, tuple[int, bytes]]:
    """SEQUENCE and all that is said besides, by UID."""
    board, counters = store.read(lambda conn: (load_whole(conn), revisions(conn)))
    found = {}
    for event in Calendar.from_ical(ical.calendar(board, counters, Scope(), WORDS, board.plan.name, TODAY)).walk(
        "VEVENT"
    ):
        n = int(event.pop("SEQUENCE"))
        for stamp in ("DTSTAMP", "LAST-MODIFIED"):
            event.pop(stamp)
        found[str(event["UID"])] = (n, event.to_ical())
    return found


def renamed(store: Store) -> tuple[object, ChangeSet]:
    second = store.read(platforms.load_platforms)[1]
    return store.write(platforms.put_platform, replace(second, name="Fratzenbuch"))


def skipped(store: Store) -> tuple[object, ChangeSet]:
    board = store.read(load_whole)
    return store.write(items.put, set_status(board, 1, (board.posts[0].variants[1].id,), Status.SKIPPED, NOW))


def widened(store: Store) -> tuple[object, ChangeSet]:
    post = store.read(load_whole).posts[0]
    wider = replace(post, variants=(*post.variants, a_variant(3, MOMENT, post_id=1)))
    return store.write(items.put, Changes(posts=(wider,)))


def undated(store: Store) -> tuple[object, ChangeSet]:
    post = store.read(load_whole).posts[0]
    ideas = tuple(replace(variant, starts_at=None) for variant in post.variants)
    return store.write(items.put, Changes(posts=(replace(post, variants=ideas),)))


def removed(store: Store) -> tuple[object, ChangeSet]:
    return store.write(items.put, Changes(removed_posts=frozenset({1})))


def given_away(store: Store) -> tuple[object, ChangeSet]:
    block = store.read(load_whole).blocks[0]
    return store.write(items.put, Changes(blocks=(replace(block, links=(), platforms=(Share(3),)),)))


@pytest.mark.parametrize("edit", [renamed, skipped, widened, undated, removed, given_away])
def test_a_changed_event_has_a_higher_sequence_after_an_edit_and_its_undo(plan: Store, edit: Edit) -> None:
    with closing(plan):
        before = exported(plan)
        _, changes = edit(plan)
        after = exported(plan)
        plan.apply(changes.inverse())
        again = exported(plan)
    assert {uid: said for uid, (_, said) in again.items()} == {uid: said for uid, (_, said) in before.items()}
    assert any(after.get(uid, (0, b""))[1] != said for uid, (_, said) in before.items())
    for old, new in ((before, after), (after, again)):
        for uid in old.keys() & new.keys():
            (was, said), (n, says) = old[uid], new[uid]
            assert n > was if says != said else n >= was


def test_another_order_of_the_platforms_is_nothing_to_the_world(plan: Store) -> None:
    with closing(plan):
        before = exported(plan)
        plan.write(platforms.order_platforms, (2, 1, 3))
        assert exported(plan) == before
