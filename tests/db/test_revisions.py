"""The counters that calendar programs see: what makes them grow, and that nothing makes them shrink."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from db import items, lists, platforms
from db.derived_uids import DayKind, day_uid, nothing_uid
from db.feed_records import Feed, Privacy
from db.feeds import load_feeds, put_feed
from db.plan import load_plan, save_plan
from db.platforms import load_platforms
from db.posts import rank_ideas
from db.records import (
    Activity,
    BlockException,
    BlockLink,
    ByActivity,
    Campaign,
    Changes,
    ClosedDay,
    ExceptionKind,
    Member,
    Occasion,
    PostSeries,
    Revision,
    Share,
    TimeEntry,
    Week,
    WeekOverride,
)
from db.revisions import revisions
from db.store import Store
from tests.builders import a_block, a_plan, a_post, an_entry, some_platforms, stored_board

if TYPE_CHECKING:
    from pathlib import Path

    from db.records import Post, WorkBlock

MONDAY = datetime(2026, 11, 23, 10)
TUESDAY = datetime(2026, 11, 24, 10)


@pytest.fixture
def plan(store: Store) -> Store:
    """A post on two platforms, a block on the first, both in a campaign; every counter is 0."""
    store.write(lists.put_campaign, Campaign(0, "Advent", date(2026, 11, 26), date(2026, 12, 24)))
    store.write(lists.put_member, Member(0, "Mara Lind", "ML"))
    exception = BlockException(TUESDAY, ExceptionKind.CHANGED, title="kürzer", platforms=(Share(1),))
    store.write(
        items.put,
        Changes(
            posts=(a_post("x", MONDAY, platforms=(1, 2), campaign_id=1, owner_id=1),),
            blocks=(a_block(MONDAY, campaign_id=1, member_id=1, rrule="FREQ=DAILY", exceptions=(exception,)),),
        ),
    )
    return store


def counts(store: Store) -> tuple[list[int], list[int]]:
    """The counters of the post's versions, then of the block."""
    known = store.read(revisions)
    board = stored_board(store)
    versions = [known[version.uid].n for post in board.posts for version in post.variants]
    return versions, [known[block.uid].n for block in board.blocks]


def test_what_only_the_window_knows_does_not_count(plan: Store) -> None:
    (post,) = stored_board(plan).posts
    plan.write(rank_ideas, [post.id])
    template = replace(post, variants=())
    series = PostSeries(-1, "", "FREQ=WEEKLY", MONDAY, template)
    repeats = replace(post, rank=3, series_id=-1, series_at=MONDAY, tags=("Team",))

    plan.write(items.put, Changes(posts=(repeats,), post_series=(series,)))

    assert counts(plan) == ([0, 0], [0])
    (post,) = stored_board(plan).posts
    plan.write(items.put, Changes(posts=(replace(post, title="y"),)))
    assert counts(plan) == ([1, 1], [0])


def test_what_is_new_counts_from_nothing(plan: Store) -> None:
    assert counts(plan) == ([0, 0], [0])


def _post(**fields: object) -> Callable[[Post], Post]:
    return lambda post: replace(post, **fields)  # type: ignore[arg-type]


def _first_version(**fields: object) -> Callable[[Post], Post]:
    return lambda post: replace(post, variants=(replace(post.variants[0], **fields), *post.variants[1:]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "grown"),
    [
        (_post(title="y"), [1, 1]),
        (_post(effort=ByActivity(5)), [1, 1]),
        (_first_version(starts_at=TUESDAY), [1, 1]),  # the other one tells of it
        (_first_version(pictures=("a" * 64,)), [1, 0]),
        (_post(), [0, 0]),
    ],
)
def test_a_changed_post_counts_in_its_versions(plan: Store, change: Callable[[Post], Post], grown: list[int]) -> None:
    (post,) = stored_board(plan).posts

    plan.write(items.put, Changes(posts=(change(post),)))

    assert counts(plan) == (grown, [0])


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "y"},
        {"platforms": (Share(1), Share(2))},
        {"done": frozenset({MONDAY})},
        {"links": (BlockLink(MONDAY, 1),)},
        {"exceptions": ()},
        {"exceptions": (BlockException(TUESDAY, ExceptionKind.CHANGED, title="kürzer", platforms=(Share(2),)),)},
    ],
)
def test_a_changed_block_counts_once(plan: Store, fields: dict[str, object]) -> None:
    (block,) = stored_board(plan).blocks
    changed: WorkBlock = replace(block, **fields)  # type: ignore[arg-type]

    plan.write(items.put, Changes(blocks=(changed,)))

    assert counts(plan) == ([0, 0], [1])


def test_undo_and_redo_are_new_for_the_world(plan: Store) -> None:
    (post,) = stored_board(plan).posts
    _, changes = plan.write(items.put, Changes(posts=(replace(post, title="y"),)))

    plan.apply(changes.inverse())
    assert counts(plan) == ([2, 2], [0])

    plan.apply(changes)
    assert counts(plan) == ([3, 3], [0])


def test_a_removed_thing_is_counted_and_remembered(plan: Store) -> None:
    (post,) = stored_board(plan).posts
    _, changes = plan.write(items.put, Changes(removed_posts=frozenset({1})))
    assert [plan.read(revisions)[version.uid].n for version in post.variants] == [1, 1]

    plan.apply(changes.inverse())

    assert counts(plan) == ([2, 2], [0])


def test_names_that_are_shown_count(plan: Store) -> None:
    instagram, facebook, _ = plan.read(load_platforms)

    plan.write(platforms.put_platform, replace(instagram, name="Insta"))
    assert counts(plan) == ([1, 1], [1])

    plan.write(platforms.put_platform, replace(facebook, target=100, position=9))
    assert counts(plan) == ([1, 1], [1])

    plan.write(lists.put_campaign, Campaign(1, "Weihnachten", date(2026, 11, 26), date(2026, 12, 24)))
    assert counts(plan) == ([2, 2], [2])

    plan.write(lists.put_member, Member(1, "Mara Lindner", "ML"))
    assert counts(plan) == ([3, 3], [3])

    plan.write(save_plan, replace(plan.read(load_plan), zone="America/New_York"))
    assert counts(plan) == ([4, 4], [4])

    plan.write(save_plan, replace(plan.read(load_plan), place="Heidelberg"))
    assert counts(plan) == ([4, 4], [4])


def test_the_title_of_a_post_counts_in_the_blocks_that_work_for_it(plan: Store) -> None:
    (block,) = stored_board(plan).blocks
    plan.write(items.put, Changes(blocks=(replace(block, links=(BlockLink(MONDAY, 1),)),)))
    (post,) = stored_board(plan).posts

    plan.write(items.put, Changes(posts=(replace(post, body="z"),)))
    assert counts(plan) == ([1, 1], [1])

    plan.write(items.put, Changes(posts=(replace(post, title="y"),)))
    assert counts(plan) == ([2, 2], [2])


def day_counts(store: Store) -> list[int | None]:
    """The counters of campaign 1, occasion 1 and closed day 1."""
    born, known = store.read(load_plan).created_at, store.read(revisions)
    found = (known.get(day_uid(born, kind, 1)) for kind in DayKind)
    return [each.n if each else None for each in found]


def test_days_count_by_themselves(plan: Store) -> None:
    assert day_counts(plan) == [0, None, None]
    plan.write(lists.put_occasion, Occasion(0, "Jubiläum", date(2026, 12, 1)))
    plan.write(lists.put_closed_day, ClosedDay(0, "Ruhetag", weekday=0))
    assert day_counts(plan) == [0, 0, 0]

    plan.write(lists.put_campaign, Campaign(1, "Advent", date(2026, 11, 26), date(2026, 12, 24), budget_cents=5))
    assert day_counts(plan) == [0, 0, 0]

    plan.write(lists.put_campaign, Campaign(1, "Advent", date(2026, 11, 27), date(2026, 12, 24)))
    _, removal = plan.write(lists.remove_occasion, 1)
    assert day_counts(plan) == [1, 1, 0]

    plan.apply(removal.inverse())
    plan.write(save_plan, replace(plan.read(load_plan), language="en"))
    assert day_counts(plan) == [2, 3, 1]


def test_a_day_that_is_older_than_its_counter_has_counted_once_when_it_changes(plan: Store) -> None:
    plan.write(lists.put_occasion, Occasion(0, "Jubiläum", date(2026, 12, 1)))
    with sqlite3.connect(plan.path) as file:  # as an earlier version of the program leaves it
        file.execute("DELETE FROM revision")
    file.close()

    plan.write(lists.put_occasion, Occasion(1, "Geburtstag", date(2026, 12, 1)))
    assert day_counts(plan) == [None, 1, None]

    plan.write(save_plan, replace(plan.read(load_plan), language="en"))
    assert day_counts(plan) == [1, 2, None]
    assert plan.read(revisions)[nothing_uid(plan.read(load_plan).created_at)].n == 1


def test_time_and_targets_are_nobody_elses_business(plan: Store) -> None:
    entry: TimeEntry = an_entry(
        datetime(2026, 11, 23, 9, tzinfo=UTC),
        datetime(2026, 11, 23, 10, tzinfo=UTC),
        activity=Activity.PLANNING,
        post_id=1,
    )

    plan.write(items.put, Changes(entries=(entry,)))
    plan.write(platforms.put_override, WeekOverride(0, 1, Week(2026, 48), 100))

    assert counts(plan) == ([0, 0], [0])


def test_the_instant_of_the_change_is_the_stores(tmp_path: Path) -> None:
    now = [datetime(2026, 11, 25, 9, tzinfo=UTC)]
    store = Store.create(tmp_path / "p.wochenwerk", a_plan(), some_platforms(), clock=lambda: now[0])
    _, changes = store.write(items.put, Changes(posts=(a_post(),)))
    now[0] += timedelta(minutes=1)

    store.apply(changes.inverse())

    assert list(store.read(revisions).values()) == [Revision(1, now[0])]
    store.close()


def test_what_a_feed_lets_be_seen_counts_for_the_feed(plan: Store) -> None:
    def count() -> int:
        return plan.read(revisions)[plan.read(load_feeds)[0].uid].n

    plan.write(put_feed, Feed(0, "", "Advent", "advent.ics", "", campaign_ids=frozenset({1})))
    assert count() == 0

    (feed,) = plan.read(load_feeds)
    plan.write(put_feed, replace(feed, name="Weihnachten", future_days=30, position=2))
    assert count() == 0

    plan.write(put_feed, replace(feed, privacy=Privacy.TITLES))
    _, changes = plan.write(put_feed, replace(feed, privacy=Privacy.TITLES, platform_ids=frozenset({1})))
    assert count() == 2

    plan.apply(changes.inverse())
    assert count() == 3
    assert counts(plan) == ([0, 0], [0])
