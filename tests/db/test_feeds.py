"""Feeds and their deliveries: what they keep, and what happens to them when what they name is removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import IntegrityError

from db import items, lists, platforms
from db.errors import StaleChange, StillInUse
from db.feed_records import Delivery, DeliveryKind, Feed, Privacy
from db.feeds import (
    load_deliveries,
    load_feeds,
    order_feeds,
    put_delivery,
    put_feed,
    remove_delivery,
    remove_feed,
)
from db.records import Campaign, Changes, Member
from tests.builders import a_post
from tests.db.dump import dump

if TYPE_CHECKING:
    from db.store import Store


def a_feed(name: str = "Alles", **fields: Any) -> Feed:  # noqa: ANN401
    """A new feed."""
    return replace(Feed(0, "", name, "", ""), **fields)


def a_delivery(**fields: Any) -> Delivery:  # noqa: ANN401
    """A new delivery to a folder."""
    return replace(Delivery(0, "", DeliveryKind.FOLDER, "/kalender", machine="laptop"), **fields)


@pytest.fixture
def named(store: Store) -> Store:
    """The campaigns 1 and 2 and the persons 1 and 2."""
    for name in ("Advent", "Ostern"):
        store.write(lists.put_campaign, Campaign(0, name, date(2026, 11, 26), date(2026, 12, 24)))
        store.write(lists.put_member, Member(0, name, name[:2]))
    return store


def names(store: Store) -> list[str]:
    """The feeds in order."""
    return [feed.name for feed in store.read(load_feeds)]


def test_a_feed_keeps_everything_it_is_given(named: Store) -> None:
    given = a_feed(
        "Advent",
        uid="11111111-1111-4111-8111-111111111111",
        file_name="advent.ics",
        token="t" * 43,
        platform_ids=frozenset({1, 3}),
        campaign_ids=frozenset({2}),
        member_ids=frozenset({1, 2}),
        has_posts=False,
        has_work=False,
        has_drafts=False,
        has_days=True,
        privacy=Privacy.BUSY,
        past_days=0,
        future_days=30,
    )

    feed_id, _ = named.write(put_feed, given)

    assert named.read(load_feeds) == (replace(given, id=feed_id),)
    changed = replace(given, id=feed_id, name="Winter", platform_ids=frozenset({3}), campaign_ids=frozenset())
    named.write(put_feed, changed)
    assert named.read(load_feeds) == (changed,)


def test_a_new_feed_gets_a_uid_a_secret_and_the_last_place(store: Store) -> None:
    for name in ("Eins", "Zwei"):
        store.write(put_feed, a_feed(name))

    first, second = store.read(load_feeds)
    assert (first.position, second.position) == (0, 1)
    assert len({first.uid, second.uid, first.token, second.token}) == 4
    assert len(first.token) >= 43


def test_a_feed_gets_a_new_address_but_never_another_uid(store: Store) -> None:
    store.write(put_feed, a_feed())
    (before,) = store.read(load_feeds)

    _, changes = store.write(put_feed, replace(before, uid="", token=""))

    (after,) = store.read(load_feeds)
    assert after.uid == before.uid
    assert after.token not in {"", before.token}
    store.apply(changes.inverse())
    assert store.read(load_feeds) == (before,)


@pytest.mark.parametrize(
    ("name", "file_name", "expected"),
    [
        ("Zimt & Zucker für Ömer ß", "", "Zimt-und-Zucker-fuer-Oemer-ss.ics"),
        ("x", "Woche.ics", "Woche.ics"),
        ("x", "../../etc/passwd", "etc-passwd.ics"),
        ("x", "a\\b:c*.ics", "a-b-c.ics"),
        ("カフェ", "", "kalender.ics"),
        ("x", ".ics", "x.ics"),
        ("x", "CON.ics", "CON-kalender.ics"),
        ("x" * 300, "", "x" * 60 + ".ics"),
    ],
)
def test_a_file_name_suits_every_system(store: Store, name: str, file_name: str, expected: str) -> None:
    store.write(put_feed, a_feed(name, file_name=file_name))

    assert [feed.file_name for feed in store.read(load_feeds)] == [expected]


def test_no_two_feeds_share_a_file(store: Store) -> None:
    for file_name in ("woche.ics", "Woche.ics", "woche.ics"):
        store.write(put_feed, a_feed(file_name=file_name))
    third = store.read(load_feeds)[2]
    store.write(put_feed, replace(third, name="neu"))  # its own name is no other's

    assert [feed.file_name for feed in store.read(load_feeds)] == ["woche.ics", "Woche-2.ics", "woche-3.ics"]


def test_saving_the_same_feed_is_no_change(named: Store) -> None:
    named.write(put_feed, a_feed(platform_ids=frozenset({1}), campaign_ids=frozenset({1})))

    _, changes = named.write(put_feed, named.read(load_feeds)[0])

    assert not changes


def test_feeds_are_put_in_order(store: Store) -> None:
    for name in ("a", "b", "c"):
        store.write(put_feed, a_feed(name))

    store.write(order_feeds, [3, 1])

    assert names(store) == ["c", "a", "b"]
    with pytest.raises(StaleChange):
        store.write(order_feeds, [9])


def test_a_removed_feed_takes_along_what_brings_it_alone(named: Store) -> None:
    named.write(put_feed, a_feed(platform_ids=frozenset({1}), campaign_ids=frozenset({1}), member_ids=frozenset({1})))
    named.write(put_delivery, a_delivery(kind=DeliveryKind.WEBDAV, address="https://example.org/a.ics", feed_id=1))
    named.write(put_delivery, a_delivery())
    before = named.read(dump)

    _, changes = named.write(remove_feed, 1)

    assert named.read(load_feeds) == ()
    assert [each.kind for each in named.read(load_deliveries)] == [DeliveryKind.FOLDER]
    named.apply(changes.inverse())
    assert named.read(dump) == before


REMOVALS: list[tuple[str, Callable[..., object]]] = [
    ("platform_ids", platforms.remove_platform),
    ("campaign_ids", lists.remove_campaign),
    ("member_ids", lists.remove_member),
]


@pytest.mark.parametrize(("field", "remove"), REMOVALS)
def test_a_feed_never_grows_to_everything_when_what_it_names_is_removed(
    named: Store, field: str, remove: Callable[..., object]
) -> None:
    for name, ids in (("eins", {1}), ("beide", {1, 2}), ("zwei", {2}), ("alles", set())):
        named.write(put_feed, a_feed(name, **{field: frozenset(ids)}))
    named.write(put_delivery, a_delivery(kind=DeliveryKind.CALDAV, address="https://example.org/eins", feed_id=1))
    before = named.read(dump)

    _, changes = named.write(remove, 1)

    assert {feed.name: set(getattr(feed, field)) for feed in named.read(load_feeds)} == {
        "beide": {2},
        "zwei": {2},
        "alles": set(),
    }
    assert named.read(load_deliveries) == ()
    named.apply(changes.inverse())
    assert named.read(dump) == before


def test_what_cannot_be_removed_stays_in_its_feeds(named: Store) -> None:
    named.write(items.put, Changes(posts=(a_post(platforms=(2,), owner_id=2),)))
    named.write(put_feed, a_feed(platform_ids=frozenset({2}), member_ids=frozenset({2})))
    before = named.read(dump)

    with pytest.raises(StillInUse):
        named.write(platforms.remove_platform, 2)
    with pytest.raises(StillInUse):
        named.write(lists.remove_member, 2)

    assert named.read(dump) == before


def test_a_delivery_keeps_everything_it_is_given(store: Store) -> None:
    store.write(put_feed, a_feed())
    given = a_delivery(
        uid="22222222-2222-4222-8222-222222222222",
        kind=DeliveryKind.WEBDAV,
        address="https://example.org/woche.ics",
        feed_id=1,
        user="lindenhof",
        public_address="https://example.org/woche.ics",
        is_active=False,
    )

    delivery_id, _ = store.write(put_delivery, given)
    store.write(put_delivery, a_delivery(uid=""))

    first, second = store.read(load_deliveries)
    assert first == replace(given, id=delivery_id)
    assert (second.position, bool(second.uid)) == (1, True)
    store.write(put_delivery, replace(second, is_active=False, uid=""))
    assert store.read(load_deliveries)[1] == replace(second, is_active=False)
    store.write(remove_delivery, second.id)
    assert store.read(load_deliveries) == (first,)


@pytest.mark.parametrize(
    "wrong", [{"address": ""}, {"kind": DeliveryKind.WEBDAV}, {"kind": DeliveryKind.CALDAV}, {"feed_id": 7}]
)
def test_impossible_deliveries_are_not_stored(store: Store, wrong: dict[str, Any]) -> None:
    with pytest.raises(Exception, match=r"CHECK|FOREIGN"):
        store.write(put_delivery, a_delivery(**wrong))


@pytest.mark.parametrize("wrong", [{"past_days": -1}, {"future_days": -1}, {"token": "short"}])
def test_impossible_feeds_are_not_stored(store: Store, wrong: dict[str, Any]) -> None:
    with pytest.raises(Exception, match="CHECK"):
        store.write(put_feed, a_feed(**wrong))


def test_what_is_gone_cannot_be_replaced(store: Store) -> None:
    for action, argument in (
        (put_feed, a_feed(id=5)),
        (remove_feed, 5),
        (put_delivery, a_delivery(id=5)),
        (remove_delivery, 5),
    ):
        with pytest.raises(StaleChange):
            store.write(action, argument)  # type: ignore[arg-type]


def test_a_failure_tells_no_secret(store: Store) -> None:
    store.write(put_feed, a_feed("Eins", token="t" * 43))

    with pytest.raises(IntegrityError) as caught:
        store.write(put_feed, a_feed("Zwei", token="t" * 43))

    assert "t" * 43 not in str(caught.value)
    assert "Zwei" not in str(caught.value)
