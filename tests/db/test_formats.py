"""The list of formats as a whole, and how many posts have what."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from db import formats, items, lists, uses
from db.errors import StaleChange, StillInUse
from db.records import ByActivity, Campaign, Changes, Format
from tests.builders import a_post

if TYPE_CHECKING:
    from db.store import Store

MONDAY = datetime(2026, 11, 23, 10)


def format_keys(store: Store) -> list[str]:
    return [each.key for each in store.read(lists.load_formats)]


def test_a_new_format_gets_a_key_of_its_name_and_the_last_place(store: Store) -> None:
    first, _ = store.write(formats.add_format, Format("", "Rezept der Woche", 0, ByActivity(5, 10)))
    second, _ = store.write(formats.add_format, Format("", "Rezept der Woche!", 0, ByActivity()))
    third, _ = store.write(formats.add_format, Format("", "…", 0, ByActivity()))
    assert (first, second, third) == ("rezept-der-woche", "rezept-der-woche-2", "format")
    assert format_keys(store)[-3:] == [first, second, third]


def test_an_unused_format_is_removed_and_undo_brings_it_back(store: Store) -> None:
    before = store.read(lists.load_formats)
    _, changes = store.write(formats.remove_format, "reel")
    assert "reel" not in format_keys(store)
    store.apply(changes.inverse())
    assert store.read(lists.load_formats) == before
    with pytest.raises(StaleChange):
        store.write(formats.remove_format, "none")


def test_a_format_of_a_post_stays_and_is_counted(store: Store) -> None:
    store.write(items.put, Changes(posts=(a_post(format_key="reel"), a_post("2", format_key="reel"))))
    with pytest.raises(StillInUse):
        store.write(formats.remove_format, "reel")
    assert store.read(uses.posts_by_format) == {"reel": 2}


def test_formats_are_put_in_order(store: Store) -> None:
    store.write(formats.order_formats, ["video", "text", "none", "video"])
    assert format_keys(store)[:3] == ["video", "text", "image"]
    _, changes = store.write(formats.order_formats, format_keys(store))
    assert not changes


def test_built_in_formats_come_back_before_those_of_the_plan(store: Store) -> None:
    own, _ = store.write(formats.add_format, Format("", "Rezept", 0, ByActivity(5)))
    store.write(formats.order_formats, [own])
    store.write(formats.remove_format, "reel")
    store.write(lists.put_format, Format("text", "Spruch", 3, ByActivity(1, 1, 1, 1)))
    store.write(formats.restore_formats)
    found = store.read(lists.load_formats)
    assert found[:-1] == lists.DEFAULT_FORMATS
    assert found[-1] == Format(own, "Rezept", len(lists.DEFAULT_FORMATS), ByActivity(5))


def test_posts_of_campaigns_are_counted_with_ideas(store: Store) -> None:
    campaign, _ = store.write(lists.put_campaign, Campaign(0, "Advent", date(2026, 11, 20), date(2026, 12, 24)))
    store.write(items.put, Changes(posts=(a_post(campaign_id=campaign), a_post("2", MONDAY, campaign_id=campaign))))
    assert store.read(uses.posts_by_campaign) == {campaign: 2}
