"""How many posts of a campaign are planned."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from db import items, lists
from db.campaign_posts import campaign_posts
from db.records import Campaign, Changes, Status
from tests.builders import a_post, a_store, a_variant

NOON = datetime(2026, 11, 26, 12)


def test_posts_with_a_date_count_once_and_skipped_ones_do_not(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    first, _ = store.write(lists.put_campaign, Campaign(0, "Advent", date(2026, 11, 26), date(2026, 12, 24)))
    store.write(lists.put_campaign, Campaign(0, "Leer", date(2026, 11, 26), date(2026, 12, 24)))
    posts = (
        a_post("Zwei Fassungen", NOON, platforms=(1, 2), campaign_id=first),
        a_post("Später", NOON, campaign_id=first),
        a_post("Idee", campaign_id=first),
        a_post("Ausgefallen", variants=(a_variant(1, NOON, status=Status.SKIPPED),), campaign_id=first),
        a_post("Ohne Kampagne", NOON),
    )
    store.write(items.put, Changes(posts=posts))

    assert store.read(campaign_posts) == {first: 2}
    store.close()
