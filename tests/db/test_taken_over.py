"""A backup put back: other programs see the restored events as news, and what lies elsewhere stays known."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from db import backup, items, lists
from db.delivered import keep_delivered, load_delivered
from db.feed_records import Delivered, Delivery, DeliveryKind
from db.feeds import load_deliveries, put_delivery
from db.records import Campaign, Changes, Revision
from db.revisions import revisions
from db.store import Store
from tests.builders import NOW, a_block, a_post, a_store
from tests.builders import stored_board as board_of

PLANS = Path(__file__).with_name("plans")
BLOCK_AT = datetime(2026, 11, 25, 9)
RESTORED = datetime(2026, 12, 1, 8, tzinfo=UTC)


def retitle(store: Store, *titles: str) -> None:
    """Give the plan's one post these titles, one after the other."""
    for title in titles:
        (post,) = board_of(store).posts
        store.write(items.put, Changes(posts=(replace(post, title=title),)))


def test_numbers_grow_where_the_plan_differs_and_nowhere_else(tmp_path: Path) -> None:
    store = a_store(tmp_path, [a_post("Rolls", BLOCK_AT)], [a_block(BLOCK_AT)])
    (post,), (block,) = board_of(store).posts, board_of(store).blocks
    version = post.variants[0].uid
    retitle(store, "Buns")
    backup.backup_zip(store.path, tmp_path / "b.zip")
    retitle(store, "Bread", "Cake")
    store.write(lists.put_campaign, Campaign(0, "Advent", date(2026, 11, 26), date(2026, 12, 24)))
    seen = store.read(revisions)
    store.close()

    backup.restore(tmp_path / "b.zip", store.path, RESTORED)

    with closing(Store.open(store.path)) as again:
        now = again.read(revisions)
        assert now.keys() == seen.keys()
        assert now[version] == Revision(seen[version].n + 1, RESTORED)
        assert now[block.uid] == seen[block.uid]
        again.write(lists.put_campaign, Campaign(0, "Easter", date(2027, 3, 1), date(2027, 3, 28)))
        grown = {uid for uid, revision in again.read(revisions).items() if revision.n > now[uid].n}
        assert len(grown) == 1  # the id, and with it the uid, of a campaign that other programs have seen


def test_an_older_copy_of_another_branch_is_news_too(tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    store = a_store(tmp_path, [a_post("Rolls", BLOCK_AT)])
    copy = tmp_path / "copy" / "plan.wochenwerk"
    backup.snapshot(store.path, copy)
    retitle(store, "Buns")
    with closing(Store.open(copy, clock=lambda: NOW)) as other:
        retitle(other, "Bread")
    (version,) = {variant.uid for post in board_of(store).posts for variant in post.variants}
    seen = store.read(revisions)[version].n
    store.close()

    backup.restore(copy, store.path, RESTORED)

    with closing(Store.open(store.path)) as again:
        assert again.read(revisions)[version].n == seen + 1


def test_what_lies_elsewhere_is_still_known(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.write(put_delivery, Delivery(0, "", DeliveryKind.FOLDER, "/kalender"))
    (delivery,) = store.read(load_deliveries)
    store.keep(keep_delivered, delivery.uid, (Delivered("/a.ics", '"1"', "1" * 8),), NOW)
    store.keep(keep_delivered, "elsewhere", (Delivered("/x.ics", "", ""),), NOW)
    backup.backup_zip(store.path, tmp_path / "b.zip")
    later = (Delivered("/a.ics", '"2"', "2" * 8), Delivered("/b.ics", "", "3" * 8))
    store.keep(keep_delivered, delivery.uid, later, NOW)
    store.keep(keep_delivered, "elsewhere", (), NOW)
    store.close()

    backup.restore(tmp_path / "b.zip", store.path, RESTORED)

    with closing(Store.open(store.path)) as again:
        assert tuple(again.read(load_delivered, delivery.uid).values()) == later
        assert again.read(load_delivered, "elsewhere")  # nobody can tell, so it may lie there


def test_a_plan_older_than_its_deliveries_is_put_back(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.keep(keep_delivered, "uid", (Delivered("/a.ics", "", ""),), NOW)
    store.close()

    backup.restore(PLANS / "0002.zip", store.path, RESTORED)

    with closing(Store.open(store.path)) as again:
        assert again.read(load_delivered, "uid") == {}
        assert again.read(revisions)
