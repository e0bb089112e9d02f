"""Putting posts, blocks and time entries: what is put is what is stored, with no more row changes than it takes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import items
from db.blocks import load_blocks
from db.board import load_ideas
from db.errors import StaleChange
from db.posts import load_posts
from db.records import (
    Activity,
    BlockException,
    BlockLink,
    ByActivity,
    Changes,
    ExceptionKind,
    MadeBy,
    Post,
    Share,
    Status,
    WorkBlock,
)
from tests.builders import a_block, a_post, a_variant, an_entry, stored_board
from tests.db import made_up
from tests.db.dump import broken_references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.journal import ChangeSet
    from db.store import Store

MONDAY = datetime(2026, 11, 23, 10)
TUESDAY = datetime(2026, 11, 24, 10)
NOON_UTC = datetime(2026, 11, 23, 12, tzinfo=UTC)


def put(store: Store, **changes: Iterable[object]) -> ChangeSet:
    """Put and answer the row changes."""
    wanted = {name: frozenset(some) if name.startswith("removed") else tuple(some) for name, some in changes.items()}
    return store.write(items.put, Changes(**wanted))[1]  # type: ignore[arg-type]


def tables(changes: ChangeSet) -> Counter[str]:
    """How many rows of which table were changed."""
    return Counter(row.table for row in changes.rows)


def the_post(store: Store, post_id: int = 1) -> Post:
    """A stored post."""
    (post,) = store.read(load_posts, [post_id])
    return post


def the_block(store: Store, block_id: int = 1) -> WorkBlock:
    """A stored block."""
    (block,) = store.read(load_blocks, [block_id])
    return block


def without_ids(post: Post) -> Post:
    """A post as it was before it was stored, its versions in platform order."""
    versions = sorted(post.variants, key=lambda version: version.platform_id)
    return replace(
        post,
        id=0,
        uid="",
        created_at=None,
        variants=tuple(replace(version, id=0, uid="", post_id=0) for version in versions),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(post=made_up.posts(platforms=[1, 2, 3], campaigns=[], members=[]))
def test_a_post_comes_back_as_it_was_put(store: Store, post: Post) -> None:
    ids, _ = store.write(items.put, Changes(posts=(replace(post, id=-1),)))

    assert without_ids(the_post(store, ids[-1])) == without_ids(post)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(block=made_up.blocks(platforms=[1, 2, 3], post_ids=[1, 2], campaigns=[], members=[]))
def test_a_block_comes_back_as_it_was_put(store: Store, block: WorkBlock) -> None:
    if not store.read(load_posts, [1, 2]):
        put(store, posts=(a_post(), a_post()))

    ids, _ = store.write(items.put, Changes(blocks=(replace(block, id=-1),)))
    stored = the_block(store, ids[-1])

    in_order = replace(
        block,
        id=stored.id,
        uid=stored.uid,
        created_at=stored.created_at,
        exceptions=tuple(sorted(block.exceptions, key=lambda one: one.original_at)),
        links=tuple(sorted(set(block.links), key=lambda link: (link.original_at, link.post_id))),
    )
    assert replace(stored, links=tuple(dict.fromkeys(stored.links))) == in_order


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_putting_what_is_stored_writes_nothing(store: Store, data: st.DataObject) -> None:
    post = data.draw(made_up.posts(platforms=[1, 2, 3], campaigns=[], members=[]))
    block = data.draw(made_up.blocks(platforms=[1, 2, 3], post_ids=[-1], campaigns=[], members=[]))
    ids, _ = store.write(items.put, Changes(posts=(replace(post, id=-1),)))
    links = tuple(replace(link, post_id=ids[-1]) for link in block.links)
    block_ids, _ = store.write(items.put, Changes(blocks=(replace(block, id=-2, links=links),)))

    assert not put(store, posts=[the_post(store, ids[-1])], blocks=[the_block(store, block_ids[-2])])


def test_placeholders_hold_within_one_edit(store: Store) -> None:
    post = a_post("Advent", MONDAY, id=-7)
    block = a_block(MONDAY, id=-8, links=(BlockLink(MONDAY, -7),))
    entry = an_entry(NOON_UTC, NOON_UTC + timedelta(hours=1), id=-9, post_id=-7, block_id=-8, original_at=MONDAY)

    ids, _ = store.write(items.put, Changes(posts=(post,), blocks=(block,), entries=(entry,)))

    board = stored_board(store)
    assert ids == {-7: 1, -8: 1, -9: 1}
    assert board.blocks[0].links == (BlockLink(MONDAY, 1),)
    assert (board.entries[0].post_id, board.entries[0].block_id, board.entries[0].original_at) == (1, 1, MONDAY)


def test_new_things_get_a_uid_once(store: Store) -> None:
    put(store, posts=[a_post(platforms=(1, 2))], blocks=[a_block(MONDAY)])
    post, block = the_post(store), the_block(store)
    uids = {post.uid, block.uid, *(version.uid for version in post.variants)}
    assert len(uids) == 4
    assert all(len(uid) == 36 for uid in uids)

    put(store, posts=[replace(post, uid="", title="anders")], blocks=[replace(block, uid="", title="anders")])

    assert the_post(store) == replace(post, title="anders")
    assert the_block(store) == replace(block, title="anders")


def test_moving_a_version_changes_its_row_alone(store: Store) -> None:
    put(store, posts=[a_post("Advent", MONDAY, platforms=(1, 2, 3), effort=(10, 20, 0, 5))])
    post = the_post(store)
    first, *others = post.variants

    changes = put(store, posts=[replace(post, variants=(replace(first, starts_at=TUESDAY), *others))])

    assert [(row.table, row.id) for row in changes.rows] == [("variant", first.id)]


def test_a_second_pass_of_the_repeated_hour_is_another_moment(store: Store) -> None:
    first = datetime(2026, 10, 25, 2, 30)
    put(store, posts=[a_post("Nachts", first)])
    post = the_post(store)

    changes = put(store, posts=[replace(post, variants=(replace(post.variants[0], starts_at=first.replace(fold=1)),))])

    assert tables(changes) == {"variant": 1}
    moment = the_post(store).variants[0].starts_at
    assert moment is not None
    assert moment.fold == 1


def test_a_version_more_and_one_less(store: Store) -> None:
    put(store, posts=[a_post("Advent", MONDAY, platforms=(1, 2))])
    post = the_post(store)

    put(store, posts=[replace(post, variants=(post.variants[0], a_variant(3, TUESDAY, pictures=("a" * 64,))))])

    assert [(version.id, version.platform_id) for version in the_post(store).variants] == [(1, 1), (3, 3)]
    assert the_post(store).variants[0] == post.variants[0]


def test_a_version_stays_on_its_platform(store: Store) -> None:
    put(store, posts=[a_post("Advent", MONDAY)])
    post = the_post(store)

    with pytest.raises(ValueError, match="platform"):
        put(store, posts=[replace(post, variants=(replace(post.variants[0], platform_id=2),))])


def test_pictures_keep_their_order(store: Store) -> None:
    names = ("b" * 64, "a" * 64, "c" * 64)
    put(store, posts=[a_post(variants=(a_variant(1, MONDAY, pictures=names),))])
    post = the_post(store)
    assert post.variants[0].pictures == names

    put(store, posts=[replace(post, variants=(replace(post.variants[0], pictures=names[::-1]),))])

    assert the_post(store).variants[0].pictures == names[::-1]


def test_exceptions_keep_their_row(store: Store) -> None:
    series = a_block(MONDAY, rrule="FREQ=DAILY")
    changed = BlockException(TUESDAY, ExceptionKind.CHANGED, title="kürzer", platforms=(Share(2),))
    put(store, blocks=[replace(series, exceptions=(BlockException(MONDAY, ExceptionKind.CANCELLED), changed))])
    block = the_block(store)

    changes = put(
        store, blocks=[replace(block, exceptions=(block.exceptions[0], replace(changed, title="noch kürzer")))]
    )

    assert [(row.table, row.id) for row in changes.rows] == [("block_exception", 2)]


def test_exceptions_may_be_shifted_and_dropped(store: Store) -> None:
    changed = BlockException(TUESDAY, ExceptionKind.CHANGED, title="kürzer", platforms=(Share(2), Share(3)))
    put(store, blocks=[a_block(MONDAY, rrule="FREQ=DAILY", exceptions=(changed,))])
    later = replace(changed, original_at=TUESDAY + timedelta(days=1))

    put(store, blocks=[replace(the_block(store), exceptions=(later,))])
    assert the_block(store).exceptions == (later,)

    put(store, blocks=[replace(the_block(store), exceptions=())])
    assert the_block(store).exceptions == ()


def test_a_removed_post_takes_its_links_and_leaves_its_time(store: Store) -> None:
    put(
        store,
        posts=[a_post("Advent", MONDAY, platforms=(1, 2), effort=(5,), id=-1), a_post("Brezeln", id=-2)],
        blocks=[a_block(MONDAY, links=(BlockLink(MONDAY, -1), BlockLink(MONDAY, -2)))],
        entries=[an_entry(NOON_UTC, NOON_UTC + timedelta(minutes=5), post_id=-1)],
    )

    put(store, removed_posts=[1])

    board = stored_board(store)
    assert board.blocks[0].links == (BlockLink(MONDAY, 2),)
    assert [entry.post_id for entry in board.entries] == [None]


def test_a_removed_block_leaves_its_time(store: Store) -> None:
    put(
        store,
        blocks=[
            a_block(
                MONDAY,
                rrule="FREQ=DAILY",
                exceptions=(BlockException(TUESDAY, ExceptionKind.CHANGED, platforms=(Share(1),)),),
                done=frozenset({MONDAY}),
                id=-1,
            )
        ],
        entries=[an_entry(NOON_UTC, NOON_UTC + timedelta(minutes=5), block_id=-1, original_at=MONDAY)],
    )

    put(store, removed_blocks=[1])

    board = stored_board(store)
    assert board.blocks == ()
    assert [(entry.block_id, entry.original_at) for entry in board.entries] == [(None, None)]


def test_references_to_what_the_same_edit_removes_are_dropped(store: Store) -> None:
    put(store, posts=[a_post("weg"), a_post("bleibt")], blocks=[a_block(MONDAY), a_block(TUESDAY)])
    block = replace(the_block(store, 2), links=(BlockLink(TUESDAY, 1), BlockLink(TUESDAY, 2)))
    entry = an_entry(NOON_UTC, NOON_UTC + timedelta(minutes=5), post_id=1, block_id=1, original_at=MONDAY)

    put(store, blocks=[block], entries=[entry], removed_posts=[1], removed_blocks=[1])

    board = stored_board(store)
    assert board.blocks[0].links == (BlockLink(TUESDAY, 2),)
    assert (board.entries[0].post_id, board.entries[0].block_id) == (None, None)


@pytest.mark.parametrize(
    "changes",
    [
        Changes(posts=(a_post(id=9),)),
        Changes(blocks=(a_block(MONDAY, id=9),)),
        Changes(entries=(an_entry(NOON_UTC, NOON_UTC + timedelta(minutes=5), id=9),)),
        Changes(removed_posts=frozenset({1, 9})),
        Changes(removed_blocks=frozenset({1, 9})),
        Changes(removed_entries=frozenset({9})),
        Changes(posts=(a_post(id=1, variants=(a_variant(1, id=9),)),)),
        Changes(posts=(a_post(variants=(a_variant(1, id=1),)),)),
    ],
)
def test_what_is_gone_cannot_be_put_or_removed(store: Store, changes: Changes) -> None:
    put(store, posts=[a_post("Advent", MONDAY)], blocks=[a_block(MONDAY)])
    before = stored_board(store)

    with pytest.raises(StaleChange):
        store.write(items.put, changes)

    assert stored_board(store) == before


def test_one_timer_stops_when_the_next_starts(store: Store) -> None:
    put(store, entries=[an_entry(NOON_UTC, None, made_by=MadeBy.TIMER)])
    (running,) = stored_board(store).entries
    later = NOON_UTC + timedelta(minutes=20)

    put(store, entries=[an_entry(later, None, made_by=MadeBy.TIMER), replace(running, ended_at=later)])

    assert [entry.ended_at for entry in stored_board(store).entries] == [later, None]


def test_two_timers_never_run(store: Store) -> None:
    put(store, entries=[an_entry(NOON_UTC, None, made_by=MadeBy.TIMER)])

    with pytest.raises(Exception, match="UNIQUE"):
        put(store, entries=[an_entry(NOON_UTC, None, made_by=MadeBy.TIMER)])


@pytest.mark.parametrize(
    "block",
    [
        a_block(MONDAY, ends_at=MONDAY),
        a_block(MONDAY, ends_at=MONDAY - timedelta(minutes=15)),
        a_block(MONDAY, ends_at=datetime(2026, 11, 24, 0, 15)),
        a_block(MONDAY, rrule=""),
        a_block(MONDAY, platforms=(), activity=Activity.PLANNING, ends_at=datetime(2026, 11, 25, 0, 0)),
    ],
)
def test_a_block_lies_on_one_day(store: Store, block: WorkBlock) -> None:
    with pytest.raises(Exception, match="CHECK"):
        put(store, blocks=[block])


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        (datetime(2026, 11, 30, 22), datetime(2026, 12, 1)),
        (datetime(2026, 12, 31, 22), datetime(2027, 1, 1)),
        (datetime(2026, 10, 25, 2, 45), datetime(2026, 10, 25, 2, 15, fold=1)),
    ],
)
def test_a_block_may_end_at_midnight_and_in_the_repeated_hour(
    store: Store, starts_at: datetime, ends_at: datetime
) -> None:
    put(store, blocks=[a_block(starts_at, ends_at=ends_at)])

    stored = the_block(store)
    assert (stored.starts_at, stored.ends_at, stored.ends_at.fold) == (starts_at, ends_at, ends_at.fold)


@pytest.mark.parametrize("moment", [datetime(2026, 11, 23, 10, 0, 30), datetime(2026, 11, 23, 10, tzinfo=UTC)])
def test_planned_moments_are_whole_minutes_of_the_clock(store: Store, moment: datetime) -> None:
    with pytest.raises(ValueError, match="wall-clock"):
        put(store, posts=[a_post("Advent", moment)])


def test_instants_keep_their_fraction_and_need_a_zone(store: Store) -> None:
    real = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
    put(store, posts=[a_post(variants=(a_variant(1, MONDAY, status=Status.PUBLISHED, published_at=real),))])
    assert the_post(store).variants[0].published_at == real

    with pytest.raises(ValueError, match="instant"):
        put(store, posts=[a_post(variants=(a_variant(1, MONDAY, published_at=MONDAY),))])


def test_ten_thousand_posts_are_put_and_undone_exactly(store: Store) -> None:
    posts = tuple(
        a_post(f"Beitrag {n}", datetime(2022, 1, 3, 12) + timedelta(hours=4 * n), (1, 2), (10, 30, 5, 0))
        for n in range(10_000)
    )

    changes = put(store, posts=posts)

    assert tables(changes) == {"post": 10_000, "variant": 20_000, "post_effort": 30_000}
    (last,) = store.read(load_posts, [10_000])
    assert (last.title, last.effort) == ("Beitrag 9999", ByActivity(10, 30, 5, 0))
    store.apply(changes.inverse())
    assert store.read(load_posts, range(1, 10_001)) == ()
    assert store.read(load_ideas) == ()
    assert store.read(broken_references) == []
