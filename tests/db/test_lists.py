"""The plan's settings, its platforms and its short lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from db import items, lists, platforms
from db.errors import StaleChange, StillInUse
from db.plan import load_plan, save_plan
from db.records import (
    BlockException,
    ByActivity,
    Campaign,
    Changes,
    ExceptionKind,
    Format,
    Hours,
    Member,
    PlatformKind,
    Share,
    Week,
    WeekOverride,
)
from tests.builders import NOW, a_block, a_plan, a_platform, a_post, a_variant, an_entry, stored_board

if TYPE_CHECKING:
    from db.store import Store

MONDAY = datetime(2026, 11, 23, 10)


def keys(store: Store) -> list[str]:
    """The platforms in order."""
    return [platform.key for platform in store.read(platforms.load_platforms)]


def test_settings_are_replaced_but_the_day_of_making_stays(store: Store) -> None:
    hours = (Hours(0, 1440), None, None, None, None, None, Hours(600, 720))
    new = a_plan(name="Neu", zone="America/New_York", post_minute=0, working_hours=hours, created_at=None)

    store.write(save_plan, new)

    assert store.read(load_plan) == replace(new, created_at=NOW)


def test_saving_the_same_settings_is_no_change(store: Store) -> None:
    _, changes = store.write(save_plan, store.read(load_plan))

    assert not changes


def test_one_weekday_is_one_row(store: Store) -> None:
    plan = store.read(load_plan)

    _, changes = store.write(save_plan, replace(plan, working_hours=(*plan.working_hours[:6], Hours(600, 720))))

    assert [row.table for row in changes.rows] == ["working_hours"]


@pytest.mark.parametrize("hours", [Hours(600, 600), Hours(-1, 60), Hours(0, 1441)])
def test_working_hours_lie_within_a_day(store: Store, hours: Hours) -> None:
    with pytest.raises(Exception, match="CHECK"):
        store.write(save_plan, a_plan(working_hours=(hours, None, None, None, None, None, None)))


def test_a_week_has_seven_days(store: Store) -> None:
    with pytest.raises(ValueError, match="seven"):
        store.write(save_plan, a_plan(working_hours=(None,)))


def test_a_second_account_of_a_kind_gets_its_own_key_and_the_last_place(store: Store) -> None:
    for _ in range(2):
        store.write(platforms.put_platform, a_platform(PlatformKind.INSTAGRAM, key=""))

    assert keys(store) == ["instagram", "facebook", "linkedin", "instagram-2", "instagram-3"]


def test_a_platform_keeps_everything_it_is_given(store: Store) -> None:
    given = a_platform(
        PlatformKind.BLOG,
        name="Blog",
        handle="@lindenhof",
        url="https://example.org",
        is_active=False,
        target=300,
        cap=420,
        corridor=(1, 2),
        weights=ByActivity(1, 2, 3, 4),
    )

    platform_id, _ = store.write(platforms.put_platform, given)

    assert store.read(platforms.load_platforms)[-1] == replace(given, id=platform_id, position=3)


@pytest.mark.parametrize("wrong", [{"cap": 359}, {"target": -1}, {"corridor": (3, 2)}, {"weights": ByActivity(-1)}])
def test_impossible_targets_are_not_stored(store: Store, wrong: dict[str, object]) -> None:
    with pytest.raises(Exception, match="CHECK"):
        store.write(platforms.put_platform, a_platform(PlatformKind.BLOG, **wrong))


def test_platforms_are_put_in_order(store: Store) -> None:
    store.write(platforms.order_platforms, [3, 1])

    assert keys(store) == ["linkedin", "instagram", "facebook"]
    with pytest.raises(StaleChange):
        store.write(platforms.order_platforms, [1, 9])


def test_an_unused_platform_is_removed_with_its_overrides(store: Store) -> None:
    store.write(platforms.put_override, WeekOverride(0, 2, Week(2026, 48), 100))

    store.write(platforms.remove_platform, 2)

    assert keys(store) == ["instagram", "linkedin"]
    assert store.read(platforms.load_overrides) == ()


@pytest.mark.parametrize(
    "changes",
    [
        Changes(posts=(a_post(platforms=(2,)),)),
        Changes(blocks=(a_block(MONDAY, platforms=(2,)),)),
        Changes(entries=(an_entry(NOW, datetime(2026, 11, 26, tzinfo=UTC), platform_id=2),)),
        Changes(
            blocks=(
                a_block(MONDAY, exceptions=(BlockException(MONDAY, ExceptionKind.CHANGED, platforms=(Share(2),)),)),
            )
        ),
    ],
)
def test_a_platform_in_use_is_not_removed(store: Store, changes: Changes) -> None:
    store.write(items.put, changes)

    with pytest.raises(StillInUse):
        store.write(platforms.remove_platform, 2)

    assert keys(store) == ["instagram", "facebook", "linkedin"]


def test_there_is_one_override_per_platform_and_week(store: Store) -> None:
    first, _ = store.write(platforms.put_override, WeekOverride(0, 1, Week(2026, 48), 100))
    again, _ = store.write(platforms.put_override, WeekOverride(0, 1, Week(2026, 48), 200, 240))
    other, _ = store.write(platforms.put_override, WeekOverride(0, 1, Week(2026, 49), 300))
    assert first == again

    store.write(platforms.put_override, WeekOverride(other, 1, Week(2026, 48), 400, note="Messe"))

    assert store.read(platforms.load_overrides) == (WeekOverride(other, 1, Week(2026, 48), 400, None, "Messe"),)
    store.write(platforms.remove_override, other)
    assert store.read(platforms.load_overrides) == ()


def test_formats_are_put_by_key(store: Store) -> None:
    reel = Format("reel", "Reel", 0, ByActivity(0, 45, 0, 0))

    store.write(lists.put_format, reel)

    assert reel in store.read(lists.load_formats)
    assert len(store.read(lists.load_formats)) == len(lists.DEFAULT_FORMATS)


def test_a_removed_campaign_leaves_its_posts_and_blocks(store: Store) -> None:
    campaign_id, _ = store.write(lists.put_campaign, Campaign(0, "Advent", date(2026, 11, 26), date(2026, 12, 24)))
    store.write(
        items.put,
        Changes(
            posts=(a_post("x", MONDAY, campaign_id=campaign_id),), blocks=(a_block(MONDAY, campaign_id=campaign_id),)
        ),
    )

    _, changes = store.write(lists.remove_campaign, campaign_id)

    board = stored_board(store)
    assert (board.posts[0].campaign_id, board.blocks[0].campaign_id, board.campaigns) == (None, None, ())
    store.apply(changes.inverse())
    assert stored_board(store).posts[0].campaign_id == campaign_id


@pytest.mark.parametrize(
    "changes",
    [
        Changes(posts=(a_post(owner_id=1),)),
        Changes(posts=(a_post(approver_id=1),)),
        Changes(posts=(a_post(variants=(a_variant(1, approved_by=1, approved_at=NOW),)),)),
        Changes(blocks=(a_block(MONDAY, member_id=1),)),
        Changes(blocks=(a_block(MONDAY, exceptions=(BlockException(MONDAY, ExceptionKind.CHANGED, member_id=1),)),)),
        Changes(entries=(an_entry(NOW, datetime(2026, 11, 26, tzinfo=UTC), member_id=1),)),
        Changes(),
    ],
)
def test_a_person_who_is_named_stays(store: Store, changes: Changes) -> None:
    store.write(lists.put_member, Member(0, "Mara Lind", "ML"))
    store.write(items.put, changes)

    if changes:
        with pytest.raises(StillInUse):
            store.write(lists.remove_member, 1)
    else:
        store.write(lists.remove_member, 1)

    assert bool(store.read(lists.load_members)) == bool(changes)


def test_what_is_gone_cannot_be_replaced(store: Store) -> None:
    with pytest.raises(StaleChange):
        store.write(lists.put_campaign, Campaign(5, "x", date(2026, 1, 1), date(2026, 1, 1)))
    with pytest.raises(StaleChange):
        store.write(lists.remove_occasion, 5)
    with pytest.raises(StaleChange):
        store.write(platforms.put_platform, a_platform(id=9))
