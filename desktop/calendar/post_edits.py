"""What the fields of the post panel do to a post: whole post in, whole post out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db.records import ACTIVITIES, NO_MINUTES, Activity, ByActivity, Format, Post, Status, Variant
from desktop.planning.cards import moment
from desktop.planning.week import instant, same

if TYPE_CHECKING:
    from desktop.planning.recurrence import Occurrence

translate = QCoreApplication.translate
_Record = TypeVar("_Record", Post, Variant)


class PostField(StrEnum):
    """The part of a post that an edit changes."""

    TITLE = "title"
    TEXT = "text"
    PLATFORM = "platform"
    MOMENT = "moment"
    FORMAT = "format"
    EFFORT = "effort"
    CAMPAIGN = "campaign"
    OWNER = "owner"
    NOTE = "note"


def edit_label(field: PostField) -> str:
    """What the undo list calls the edit."""
    return {
        PostField.TITLE: translate("PostEdit", "Change title"),
        PostField.TEXT: translate("PostEdit", "Change text"),
        PostField.PLATFORM: translate("PostEdit", "Change platforms"),
        PostField.MOMENT: translate("PostEdit", "Change date"),
        PostField.FORMAT: translate("PostEdit", "Change format"),
        PostField.EFFORT: translate("PostEdit", "Change effort"),
        PostField.CAMPAIGN: translate("PostEdit", "Change campaign"),
        PostField.OWNER: translate("PostEdit", "Change owner"),
        PostField.NOTE: translate("PostEdit", "Change note"),
    }[field]


def in_order(variants: Collection[Variant], platform_ids: Sequence[int]) -> tuple[Variant, ...]:
    """The versions in the order of the plan's platforms."""
    return tuple(sorted(variants, key=lambda variant: platform_ids.index(variant.platform_id)))


def first_moment(post: Post, zone: ZoneInfo) -> datetime | None:
    """The moment of the earliest dated version, None for an idea."""
    dated = [at for at in (moment(variant, zone) for variant in post.variants) if at is not None]
    return min(dated, key=lambda at: instant(at, zone), default=None)


def with_platform(post: Post, platform_id: int, platform_ids: Sequence[int], zone: ZoneInfo) -> Post:
    """The post with a version on one more platform, at the moment of its earliest dated version.

    The new version is a draft, or an idea among ideas; where the versions have shares it gets the smallest of them.
    """
    is_idea = all(variant.status is Status.IDEA for variant in post.variants)
    shares = [variant.share for variant in post.variants if variant.share is not None]
    new = Variant(
        id=min(0, *(variant.id for variant in post.variants)) - 1,
        uid="",
        post_id=post.id,
        platform_id=platform_id,
        starts_at=first_moment(post, zone),
        status=Status.IDEA if is_idea else Status.DRAFT,
        share=min(shares, default=None),
    )
    return replace(post, variants=in_order((*post.variants, new), platform_ids))


def without_version(post: Post, variant_id: int) -> Post:
    """The post without one of its versions; the last one stays."""
    rest = tuple(variant for variant in post.variants if variant.id != variant_id)
    return replace(post, variants=rest) if rest else post


def at_same_moment(post: Post, variant_id: int, zone: ZoneInfo) -> tuple[int, ...]:
    """The versions that go out together with one, itself included; published ones only go with published ones."""
    chosen = next(variant for variant in post.variants if variant.id == variant_id)
    at, is_out = moment(chosen, zone), chosen.status is Status.PUBLISHED
    return tuple(
        variant.id
        for variant in post.variants
        if same(moment(variant, zone), at) and (variant.status is Status.PUBLISHED) is is_out
    )


def with_moment(post: Post, variant_ids: Collection[int], at: datetime | None) -> Post:
    """The post with some of its versions at another planned moment, or without one."""
    return replace(
        post,
        variants=tuple(
            replace(variant, starts_at=at) if variant.id in variant_ids else variant for variant in post.variants
        ),
    )


def leading(post: Post, zone: ZoneInfo) -> tuple[Variant, ...]:
    """The versions whose status stands for the post: the dated ones, or all of an idea, without skipped ones.

    Skipped ones count only where there are no others.
    """
    dated = tuple(variant for variant in post.variants if moment(variant, zone) is not None) or post.variants
    return tuple(variant for variant in dated if variant.status is not Status.SKIPPED) or dated


def takes_time(post: Post, zone: ZoneInfo) -> bool:
    """Tell whether blocks can cover the post's effort: it has a date and is not wholly skipped."""
    return any(variant.status is not Status.SKIPPED and moment(variant, zone) is not None for variant in post.variants)


def template(formats: Sequence[Format], key: str | None) -> ByActivity:
    """What a post of this format usually costs; nothing without a format."""
    return next((each.effort for each in formats if each.key == key), NO_MINUTES)


def with_format(post: Post, key: str | None, formats: Sequence[Format]) -> Post:
    """The post in another format. Its effort follows the new format's template unless the user set it by hand."""
    changed = replace(post, format_key=key)
    by_hand = post.effort not in (NO_MINUTES, template(formats, post.format_key))
    return changed if by_hand or key is None else replace(changed, effort=template(formats, key))


def with_minutes(post: Post, activity: Activity, minutes: int) -> Post:
    """The post with another effort in one activity."""
    amounts = list(post.effort)
    amounts[ACTIVITIES.index(activity)] = minutes
    return replace(post, effort=ByActivity(*amounts))


def rebased(post: Post, then: Post, now: Post) -> Post:
    """What an edit that made `post` of `then` makes of the same post as it is now: what it did not change stays."""
    was, is_now = ({variant.id: variant for variant in each.variants} for each in (then, now))
    variants = tuple(
        _rebased(variant, was[variant.id], is_now[variant.id]) if variant.id in was else variant
        for variant in post.variants
        if variant.id not in was or variant.id in is_now
    )
    variants += tuple(variant for number, variant in is_now.items() if number not in was)
    return replace(_rebased(post, then, now), variants=variants)


def _rebased(given: _Record, then: _Record, now: _Record) -> _Record:
    changed: dict[str, Any] = {
        field.name: getattr(given, field.name)
        for field in fields(given)
        if getattr(given, field.name) != getattr(then, field.name)
    }
    return replace(now, **changed)


def coverage(
    post_id: int,
    served: Mapping[tuple[int, datetime], Sequence[tuple[int, int]]],
    occurrences: Mapping[tuple[int, datetime], Occurrence],
) -> Mapping[Activity, tuple[tuple[Occurrence, int], ...]]:
    """The occurrences that cover a post and how many minutes each, per activity and in order of start."""
    found: dict[Activity, list[tuple[Occurrence, int]]] = {}
    for key, posts in served.items():
        minutes = sum(amount for served_id, amount in posts if served_id == post_id)
        if minutes and key in occurrences:
            found.setdefault(occurrences[key].activity, []).append((occurrences[key], minutes))
    return {activity: tuple(sorted(pairs, key=lambda pair: pair[0].starts_at)) for activity, pairs in found.items()}
