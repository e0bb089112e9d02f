"""Posts that repeat, tags, the ranking of ideas and saved filters come back as they were put."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest

from db import backup, items, lists, platforms
from db.board import load_board, load_ideas
from db.errors import StaleChange, StillInUse
from db.post_series import load_post_series, put_post_series, remove_post_series
from db.posts import load_posts, load_tags, rank_ideas
from db.records import BlockLink, ByActivity, Campaign, Changes, Member, Post, PostSeries, SavedFilter, Variant, Week
from db.saved_filters import load_filters, put_filter, remove_filter
from db.store import Store
from tests.builders import a_block, a_post

MONDAY = datetime(2026, 11, 23, 10)
TEMPLATE = Post(
    id=0,
    uid="",
    title="Wochenkarte",
    body="Mittags ab 12",
    format_key="image",
    note="Küche fragen",
    effort=ByActivity(5, 30, 10, 0),
    variants=(
        Variant(0, "", 0, 1, MONDAY, hashtags="#mittag"),
        Variant(0, "", 0, 2, datetime(2026, 11, 24, 9), body="Karte", link="lindenhof.example", share=2),
        Variant(0, "", 0, 3),
    ),
    tags=("Küche", "Rezepte"),
)
WEEKLY = PostSeries(-1, "", "FREQ=WEEKLY;BYDAY=MO", MONDAY, TEMPLATE, date(2026, 12, 27))


def repeated(store: Store, *places: datetime, series: PostSeries = WEEKLY) -> PostSeries:
    """Store a series and a post at each of the places."""
    posts = tuple(a_post("Wochenkarte", place, series_id=-1, series_at=place) for place in places)
    store.write(items.put, Changes(posts=posts, post_series=(series,)))
    return store.read(load_post_series)[-1]


def test_a_series_comes_back_as_it_was_put(store: Store) -> None:
    stored = repeated(store, MONDAY)

    assert stored == replace(WEEKLY, id=1, uid=stored.uid)
    assert stored.uid
    (post,) = store.read(load_posts, [1])
    assert (post.series_id, post.series_at) == (1, MONDAY)
    assert store.read(load_board, (Week(2026, 48),)).post_series == (stored,)


def test_a_series_is_replaced_with_as_few_rows_as_it_takes(store: Store) -> None:
    stored = repeated(store)
    other = replace(TEMPLATE, title="Karte", tags=("Küche",), variants=TEMPLATE.variants[:2])

    _, changes = store.write(put_post_series, [replace(stored, template=other, created_until=None)])

    assert store.read(load_post_series) == (replace(stored, template=other, created_until=None),)
    assert sorted(row.table for row in changes.rows) == ["post_series", "series_tag", "series_version"]
    assert not store.write(put_post_series, [replace(stored, template=other, created_until=None)])[1]
    with pytest.raises(StaleChange):
        store.write(put_post_series, [replace(stored, id=9)])


def test_without_their_series_posts_are_single_ones(store: Store) -> None:
    repeated(store, MONDAY)

    _, changes = store.write(items.put, Changes(removed_post_series=frozenset({1})))

    assert store.read(load_post_series) == ()
    assert [(post.series_id, post.series_at) for post in store.read(load_posts, [1])] == [(None, None)]
    store.apply(changes.inverse())
    assert [(post.series_id, post.series_at) for post in store.read(load_posts, [1])] == [(1, MONDAY)]
    with pytest.raises(StaleChange):
        store.write(remove_post_series, {7})


def test_a_post_may_be_put_while_its_series_is_removed(store: Store) -> None:
    repeated(store, MONDAY)
    (post,) = store.read(load_posts, [1])

    store.write(items.put, Changes(posts=(replace(post, title="Neu"),), removed_post_series=frozenset({1})))

    assert [(post.title, post.series_id, post.series_at) for post in store.read(load_posts, [1])] == [
        ("Neu", None, None)
    ]


def test_a_board_holds_all_posts_of_the_series_that_are_named(store: Store) -> None:
    later = datetime(2027, 2, 1, 10)
    repeated(store, MONDAY, later)
    working = datetime(2027, 1, 29, 9)
    store.write(items.put, Changes(blocks=(a_block(working, links=(BlockLink(working, 2),)),)))
    week = Week(2026, 48)

    usual, whole = store.read(load_board, (week,)), store.read(load_board, (week,), (), (1,))

    assert ([post.id for post in usual.posts], usual.blocks, usual.whole_post_series) == ([1], (), frozenset())
    assert ([post.id for post in whole.posts], whole.whole_post_series) == ([1, 2], frozenset({1}))
    assert [block.id for block in whole.blocks] == [1]


def test_a_series_holds_people_and_platforms_but_lets_campaigns_go(store: Store) -> None:
    member, _ = store.write(lists.put_member, Member(0, "Mara Lind", "ML"))
    campaign, _ = store.write(lists.put_campaign, Campaign(0, "Advent", MONDAY.date(), MONDAY.date()))
    series = replace(WEEKLY, template=replace(TEMPLATE, owner_id=member, campaign_id=campaign))
    stored = repeated(store, series=series)

    with pytest.raises(StillInUse):
        store.write(lists.remove_member, member)
    with pytest.raises(StillInUse):
        store.write(platforms.remove_platform, 3)
    store.write(lists.remove_campaign, campaign)

    (after,) = store.read(load_post_series)
    assert after == replace(stored, template=replace(stored.template, campaign_id=None))


def test_a_broken_rule_is_named_by_the_check(store: Store) -> None:
    repeated(store)
    with closing(sqlite3.connect(store.path)) as plan:
        plan.execute("UPDATE post_series SET rrule = 'FREQ=SOMETIMES'")
        plan.commit()

    assert [str(finding) for finding in backup.check(store.path)] == ["rule: Wochenkarte: FREQ=SOMETIMES"]


def test_tags_are_kept_once_and_in_order(store: Store) -> None:
    store.write(items.put, Changes(posts=(a_post("a", tags=("Team", "Aktionen", "Team")), a_post("b", tags=("Team",)))))

    assert [post.tags for post in store.read(load_posts, [1, 2])] == [("Aktionen", "Team"), ("Team",)]
    assert store.read(load_tags) == ("Aktionen", "Team")
    store.write(items.put, Changes(removed_posts=frozenset({1})))
    assert store.read(load_tags) == ("Team",)


def test_ranked_ideas_come_first(store: Store) -> None:
    store.write(items.put, Changes(posts=tuple(a_post(title) for title in "abcd")))

    store.write(rank_ideas, [2, 3])
    assert [idea.title for idea in store.read(load_ideas)] == ["b", "c", "d", "a"]
    _, changes = store.write(rank_ideas, [1])

    assert [idea.title for idea in store.read(load_ideas)] == ["a", "d", "c", "b"]
    assert len(changes.rows) == 3
    with pytest.raises(StaleChange):
        store.write(rank_ideas, [9])


def test_a_filter_takes_the_place_of_one_with_its_name(store: Store) -> None:
    recipes, _ = store.write(put_filter, SavedFilter(0, "ideas", "Rezepte", '{"tags": ["Rezepte"]}', 1))
    team, _ = store.write(put_filter, SavedFilter(0, "ideas", "Team", "{}"))
    store.write(put_filter, SavedFilter(0, "agenda", "Rezepte", "{}"))

    again, _ = store.write(put_filter, SavedFilter(0, "ideas", "Rezepte", "[]", 1))

    assert again == recipes
    assert store.read(load_filters, "ideas") == (
        SavedFilter(team, "ideas", "Team", "{}"),
        SavedFilter(recipes, "ideas", "Rezepte", "[]", 1),
    )
    store.write(put_filter, SavedFilter(team, "ideas", "Rezepte", "{}"))
    assert store.read(load_filters, "ideas") == (SavedFilter(team, "ideas", "Rezepte", "{}"),)
    store.write(remove_filter, team)
    assert store.read(load_filters, "ideas") == ()
    assert len(store.read(load_filters, "agenda")) == 1
