"""Posts are found by what stands in them, also after edits, undo and redo."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest

from db import items, lists
from db.posts import load_posts
from db.records import Campaign, Changes, Post, Status
from db.search import Hit, search_posts, spans
from db.store import Store
from tests.builders import a_post, a_store, a_variant

MONDAY = datetime(2026, 11, 23, 10)


def found(store: Store, words: str) -> list[str]:
    """The titles that the words find, the best first."""
    return [hit.title for hit in store.read(search_posts, words, 50)]


def put(store: Store, *posts: Post) -> None:
    """Store posts."""
    store.write(items.put, Changes(posts=posts))


@pytest.mark.parametrize(
    "words",
    [
        "kurbis",
        "KÜRBIS",
        "Kürbis",
        "Ku\u0308rbissuppe",
        "kürb",
        "suppe kürbis",
        "  kürbis,  ",
        "wochenkarte strasse",
        "Straße",
        "STRASSE",
        "#herbst",
        "kürbis herbs",
    ],
)
def test_case_accents_and_order_do_not_matter(store: Store, words: str) -> None:
    put(store, a_post("Wochenkarte: Kürbissuppe, Suppe mit Kürbis", body="In der Lindenstraße: Straße", note="Herbst"))

    assert len(found(store, words)) == 1


@pytest.mark.parametrize("words", ["Adventsfrühstück", "adventsfru", "Advents\u00adfrühstück", "Fami", "lichterfest"])
def test_soft_hyphens_are_nothing(store: Store, words: str) -> None:
    campaign, _ = store.write(lists.put_campaign, Campaign(0, "Lichter\u00adfest", MONDAY.date(), MONDAY.date()))
    title = "Advents\u00adfrühstück"
    put(store, a_post(title, body="Fa\u00admilien\u00adbrunch", campaign_id=campaign))

    assert found(store, words) == [title]
    store.write(lists.put_campaign, Campaign(campaign, "Winter\u00adfest", MONDAY.date(), MONDAY.date()))
    assert found(store, "winterfest brunch") == []
    assert found(store, "familienbrunch winterfest") == [title]


def test_a_word_with_soft_hyphens_is_marked_whole() -> None:
    assert spans("Zum Advents\u00adfrühstück", "adventsfrühstück") == ((4, 21),)


@pytest.mark.parametrize("words", ["", "   ", '"', "***", "&", "🥐", "_"])
def test_without_a_word_nothing_is_found(store: Store, words: str) -> None:
    put(store, a_post("Alles & mehr 🥐"))

    assert found(store, words) == []


@pytest.mark.parametrize(
    "words",
    ['zimt "', '"zimt', "zimt*", "(zimt)", "zimt^", "title:zimt", "-zimt", "zimt; DROP TABLE post", "{zimt} : +zimt"],
)
def test_signs_only_separate_words(store: Store, words: str) -> None:
    put(store, a_post("Zimt", body="title drop table post"))

    assert found(store, words) == ["Zimt"]


@pytest.mark.parametrize("words", ["zimt AND", "zimt NOT stern", "NEAR(zimt stern)", "zimt OR nuss"])
def test_operators_are_words_like_others(store: Store, words: str) -> None:
    put(store, a_post("Zimt und Stern"))

    assert found(store, words) == []


def test_only_the_last_word_may_be_a_beginning(store: Store) -> None:
    put(store, a_post("Zimtschnecken aus dem Ofen"))

    assert found(store, "zimtschnecken of") == ["Zimtschnecken aus dem Ofen"]
    assert found(store, "zimt ofen") == []


def test_a_word_in_the_title_comes_before_one_in_the_note(store: Store) -> None:
    put(store, a_post("Ausflug", note="Stollen"), a_post("Stollen"), a_post("Anderes", body="Stollen"))

    assert found(store, "stollen") == ["Stollen", "Anderes", "Ausflug"]


def test_every_text_of_a_post_is_searched(store: Store) -> None:
    campaign, _ = store.write(lists.put_campaign, Campaign(0, "Advent", MONDAY.date(), MONDAY.date()))
    put(
        store,
        a_post("Eins", body="alpha", note="beta", campaign_id=campaign, tags=("Rezepte",)),
        a_post("Zwei", variants=(a_variant(1, body="gamma", hashtags="#delta"), a_variant(2, body="epsilon"))),
    )

    for title, words in {"Eins": "alpha beta advent rezepte", "Zwei": "gamma delta epsilon"}.items():
        assert [found(store, word) for word in words.split()] == [[title]] * len(words.split())


def test_edits_and_their_undo_are_followed(store: Store) -> None:
    campaign, _ = store.write(lists.put_campaign, Campaign(0, "Advent", MONDAY.date(), MONDAY.date()))
    put(store, a_post("Alt", campaign_id=campaign, tags=("Team",), variants=(a_variant(1, body="alpha"),)))
    (post,) = store.read(load_posts, [1])
    new = replace(
        post, title="Neu", tags=("Lehre",), campaign_id=None, variants=(replace(post.variants[0], body="beta"),)
    )
    before, after = ("alt", "team", "advent", "alpha"), ("neu", "lehre", "beta")

    _, changes = store.write(items.put, Changes(posts=(new,)))
    assert [len(found(store, word)) for word in before + after] == [0] * 4 + [1] * 3
    store.apply(changes.inverse())
    assert [len(found(store, word)) for word in before + after] == [1] * 4 + [0] * 3
    store.write(lists.put_campaign, Campaign(campaign, "Winter", MONDAY.date(), MONDAY.date()))
    assert (found(store, "advent"), found(store, "winter")) == ([], ["Alt"])
    _, changes = store.write(items.put, Changes(removed_posts=frozenset({1})))
    assert found(store, "alt") == []
    store.apply(changes.inverse())
    assert found(store, "alt team winter alph") == ["Alt"]


def test_moving_a_post_writes_no_word(store: Store) -> None:
    put(store, a_post("Zimt", MONDAY, (1, 2), body="alpha", tags=("Team",)))
    (post,) = store.read(load_posts, [1])
    with closing(sqlite3.connect(store.path)) as plan:
        before = plan.execute("SELECT count(*), max(id) FROM post_search_data").fetchone()
    later = tuple(replace(version, starts_at=MONDAY + timedelta(hours=1)) for version in post.variants)

    put(store, replace(post, variants=later))

    with closing(sqlite3.connect(store.path)) as plan:
        assert plan.execute("SELECT count(*), max(id) FROM post_search_data").fetchone() == before


def test_a_hit_tells_what_a_list_shows(store: Store) -> None:
    published = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    put(
        store,
        a_post(
            "Grüße aus Grünstadt",
            variants=(
                a_variant(1, MONDAY),
                a_variant(2, MONDAY, status=Status.PUBLISHED, published_at=published),
            ),
        ),
        a_post("Grün ohne Termin"),
    )

    assert store.read(search_posts, "gru", 2)[1:] == (
        Hit(2, "Grün ohne Termin", None, (1,), (Status.IDEA,), ((0, 4),)),
    )
    assert store.read(search_posts, "grusse gru", 9) == (
        Hit(
            1,
            "Grüße aus Grünstadt",
            datetime(2026, 11, 23, 0, 30),
            (1, 2),
            (Status.DRAFT, Status.PUBLISHED),
            ((0, 5), (10, 19)),
        ),
    )


def test_the_places_of_words_are_those_that_were_looked_for() -> None:
    assert spans("Kürbis, Kürbisse und Ku\u0308rbis", "kurbis") == ((0, 6), (8, 16), (21, 28))
    assert spans("Straße nach Strassburg", "strass") == ((0, 6), (12, 22))
    assert spans("Zimt und Zimtstern", "zimt und") == ((0, 4), (5, 8))
    assert spans("Zimt", "") == ()


def test_filters_hold_all_at_once(store: Store) -> None:
    campaign, _ = store.write(lists.put_campaign, Campaign(0, "Winter", MONDAY.date(), MONDAY.date()))
    put(
        store,
        a_post("Zimt eins", MONDAY, (1, 2), campaign_id=campaign),
        a_post("Zimt zwei", MONDAY, (2,)),
        a_post("Zimt drei", None, (1,)),
    )

    def titles(**filters: object) -> set[str]:
        return {hit.title[5:] for hit in store.read(search_posts, "zimt", 9, **filters)}  # type: ignore[arg-type]

    assert titles() == {"eins", "zwei", "drei"}
    assert titles(platform_ids=(1,)) == {"eins", "drei"}
    assert titles(post_ids=(2, 3)) == {"zwei", "drei"}
    assert titles(post_ids=()) == set()
    assert titles(platform_ids=(1, 2), statuses=(Status.IDEA,)) == {"drei"}
    assert titles(campaign_id=campaign) == {"eins"}
    assert titles(campaign_id=campaign, statuses=(Status.IDEA,)) == set()


def test_the_first_of_ten_thousand_posts_are_found_at_once(tmp_path: Path) -> None:
    text = "Butter, Zimt und 40 Minuten Geduld: heute ab 8 Uhr frisch aus dem Ofen. "
    posts = [a_post(f"Beitrag {n}: frisch aus dem Ofen", MONDAY, body=text * (1 + n % 4)) for n in range(10_000)]
    store = a_store(tmp_path, posts=posts)
    durations = []
    for words in ("b", "beitrag 77", "zimt frisc", "ofen", "geduld") * 5:
        started = time.perf_counter()
        assert len(store.read(search_posts, words, 30)) == 30
        durations.append(time.perf_counter() - started)
    store.close()

    assert median(durations) < 0.1  # 20 ms on a quiet machine
