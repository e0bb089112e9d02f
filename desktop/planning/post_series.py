"""Posts that repeat: every instance of the rule becomes a real post, which can then be changed one by one.

A series is a rule and a template. New posts are ideas with a date, made some weeks ahead (`due`). What was written,
approved, worked for or published stays as it is: a change of the series reaches only what is still as the series says,
field by field, and only untouched ideas are ever removed by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from db.records import Board, Changes, Post, PostSeries, Variant, Week
from desktop.planning.cards import moment
from desktop.planning.recurrence import rule_starts, starts_before
from desktop.planning.rules import cut
from desktop.planning.week import settled, wall

WEEKS_AHEAD = 8
MOST_WEEKS_AHEAD = 53
NEW_SERIES = -1
_DAY = timedelta(days=1)
_OF_POSTS = ("title", "body", "format_key", "campaign_id", "owner_id", "approver_id", "note", "effort", "tags")
_OF_VERSIONS = ("body", "hashtags", "link", "share")


def horizon(now: datetime, zone: ZoneInfo, shown: Week | None = None) -> date:
    """The last day that is to have its posts: eight weeks ahead, or the end of a later week that is shown.

    Never more than a year ahead.
    """
    this = Week.of(wall(now, zone))
    week = max(this.shifted(WEEKS_AHEAD), shown or this)
    return min(week, this.shifted(MOST_WEEKS_AHEAD)).days[-1]


def due(board: Board, now: datetime, until: date) -> Changes:
    """The posts of all series that are still missing up to a day, as ideas with a date; nothing is made twice.

    Instances that have passed get none. The board need not hold the posts that are there already.
    """
    posts: list[Post] = []
    grown: list[PostSeries] = []
    placeholders = count(-1, -1)
    for series in board.post_series:
        if series.created_until is not None and series.created_until >= until:
            continue
        since = None if series.created_until is None else series.created_until + _DAY
        taken = {member.place for member in members(board, series)}
        made = new_posts(series, since, until, taken, now, ZoneInfo(board.plan.zone), placeholders)
        if made:
            posts += made
            grown.append(replace(series, created_until=until))
    return Changes(posts=tuple(posts), post_series=tuple(grown))


class Member(NamedTuple):
    """A post of a series and the place in the rule that it stands for."""

    post: Post
    place: datetime


def belongs(board: Board, post: Post) -> tuple[PostSeries, datetime] | None:
    """The series of a post and its place there; None for single posts."""
    series = next((series for series in board.post_series if series.id == post.series_id), None)
    return (series, post.series_at) if series and post.series_at else None


def is_whole(board: Board, series: PostSeries) -> bool:
    """Tell whether the board holds every post of a series, which changes of more than one need."""
    return board.whole_post_series is None or series.id in board.whole_post_series


def members(board: Board, series: PostSeries) -> tuple[Member, ...]:
    """The posts of a series that the board holds."""
    return tuple(Member(post, post.series_at) for post in board.posts if post.series_id == series.id and post.series_at)


def occurrence(series: PostSeries, place: datetime, zone: ZoneInfo) -> Post:
    """The post that the series says for one of its places, without ids."""
    post = standing(series, place)
    variants = tuple(
        version if version.starts_at is None else replace(version, starts_at=settled(version.starts_at, zone))
        for version in post.variants
    )
    return replace(post, series_id=series.id, series_at=place, variants=variants)


def standing(series: PostSeries, place: datetime) -> Post:
    """The template moved to a place, its times not yet settled."""
    return later(series.template, place - series.starts_at)


def later(post: Post, by: timedelta) -> Post:
    """A post with all its times so much later by the clock, in the first pass of hours that come twice, not settled."""
    variants = tuple(
        version if version.starts_at is None else replace(version, starts_at=version.starts_at.replace(fold=0) + by)
        for version in post.variants
    )
    return replace(post, variants=variants)


def template_of(post: Post, place: datetime, to: datetime, zone: ZoneInfo) -> Post:
    """What of a post that stands at a place becomes the template of a series that starts at `to`."""
    versions = tuple(_template_version(version, planned(version, zone)) for version in post.variants)
    fields: dict[str, Any] = {name: getattr(post, name) for name in _OF_POSTS}
    return later(Post(0, "", **fields, variants=versions), to - place)


def planned(version: Variant, zone: ZoneInfo) -> datetime | None:
    """When a version was to come out, in whole minutes; of an unplanned one, when it did."""
    when = version.starts_at or moment(version, zone)
    return when and when.replace(second=0, microsecond=0, fold=0)


def place_of(post: Post, zone: ZoneInfo) -> datetime | None:
    """Where a post stands: its earliest version's planned time."""
    return min((at for version in post.variants if (at := planned(version, zone))), default=None)


def untouched(board: Board, series: PostSeries) -> frozenset[int]:
    """The posts of a series that are as the series made them: nobody has edited, linked or worked for them."""
    zone = ZoneInfo(board.plan.zone)
    used = {link.post_id for block in board.blocks for link in block.links}
    used |= {entry.post_id for entry in board.entries if entry.post_id is not None}
    return frozenset(
        post.id
        for post, place in members(board, series)
        if post.id not in used and _content(post) == _content(occurrence(series, place, zone))
    )


def is_as_said(series: PostSeries, place: datetime, post: Post, zone: ZoneInfo) -> bool:
    """Tell whether a post is what its series says for its place, as far as a series says anything."""
    before = template_of(occurrence(series, place, zone), place, place, zone)
    return applied(before, before, template_of(post, place, place, zone)) == before


def is_ahead(post: Post, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a post has a moment and all of it lies ahead."""
    place = place_of(post, zone)
    return place is not None and place > wall(now, zone)


def new_posts(
    series: PostSeries,
    since: date | None,
    until: date,
    taken: Iterable[datetime],
    now: datetime,
    zone: ZoneInfo,
    placeholders: Iterator[int],
) -> list[Post]:
    """The posts for the instances of a series on the days from `since` to `until` that lie ahead and are not taken."""
    present = wall(now, zone).replace(fold=0)
    first = max(since or series.starts_at.date(), present.date())
    if first > until:
        return []
    occupied = set(taken)
    places = rule_starts(series.rrule, series.starts_at, first, until)
    return [
        _made(occurrence(series, place, zone), now, placeholders)
        for place in places
        if place > present and place not in occupied
    ]


def split(series: PostSeries, place: datetime) -> tuple[PostSeries | None, PostSeries]:
    """A series up to before one of its places, and from there on as a new one; (None, itself) at its start."""
    before = starts_before(series.rrule, series.starts_at, place)
    if not before:
        return None, series
    ends, rest = cut(series.rrule, place, before)
    tail = replace(series, id=NEW_SERIES, uid="", rrule=rest, starts_at=place, template=standing(series, place))
    return replace(series, rrule=ends), tail


def freed(post: Post) -> Post:
    """A post as a single one."""
    return replace(post, series_id=None, series_at=None)


def applied(model: Post, before: Post, then: Post) -> Post:
    """A series' post with what an edit of one post has changed, whatever stood there."""
    fields = {name: getattr(then, name) for name in _OF_POSTS if getattr(then, name) != getattr(before, name)}
    was = {version.platform_id: version for version in before.variants}
    is_now = {version.platform_id: version for version in then.variants}
    versions = []
    for version in model.variants:
        old, new = was.get(version.platform_id), is_now.get(version.platform_id)
        if old is None:
            versions.append(version)
        elif new is not None:
            changed: dict[str, Any] = {
                name: getattr(new, name) for name in _OF_VERSIONS if getattr(new, name) != getattr(old, name)
            }
            versions.append(replace(version, starts_at=_followed(version, old, new), **changed))
    known = {version.platform_id for version in model.variants}
    versions += [
        _template_version(version, version.starts_at)
        for platform_id, version in is_now.items()
        if platform_id not in was and platform_id not in known
    ]
    return replace(model, **fields, variants=tuple(versions))


def merged(post: Post, old: Post, new: Post, placeholders: Iterator[int]) -> Post:
    """A post of a series that said `old` and says `new`: what was as the series said follows, the rest stays."""
    fields: dict[str, Any] = {
        name: getattr(new, name) for name in _OF_POSTS if getattr(post, name) == getattr(old, name)
    }
    said = {version.platform_id: version for version in old.variants}
    says = {version.platform_id: version for version in new.variants}
    versions = []
    for version in post.variants:
        before, after = said.get(version.platform_id), says.get(version.platform_id)
        if before is None:
            versions.append(version)
        elif after is not None:
            follows: dict[str, Any] = {
                name: getattr(after, name) for name in _OF_VERSIONS if getattr(version, name) == getattr(before, name)
            }
            if _time(version) == _time(before):
                follows["starts_at"] = after.starts_at
            versions.append(replace(version, **follows))
        elif _version_content(version) != _version_content(before):
            versions.append(version)
    known = {version.platform_id for version in post.variants}
    versions += [
        replace(version, id=next(placeholders), post_id=post.id)
        for platform_id, version in says.items()
        if platform_id not in said and platform_id not in known
    ]
    return replace(post, **fields, variants=_evenly(versions) or post.variants)


def is_same(one: Post, other: Post) -> bool:
    """Tell whether two posts are the same, also in the second pass of an hour, where plain `==` is blind."""
    return one == other and [_time(version) for version in one.variants] == [
        _time(version) for version in other.variants
    ]


def in_order(post: Post, board: Board) -> Post:
    """A post with its versions in platform order."""
    order = {platform.id: place for place, platform in enumerate(board.platforms)}
    return replace(post, variants=tuple(sorted(post.variants, key=lambda version: order[version.platform_id])))


def _template_version(version: Variant, starts_at: datetime | None) -> Variant:
    return Variant(
        0, "", 0, version.platform_id, starts_at, version.body, version.hashtags, version.link, version.share
    )


def _made(post: Post, now: datetime, placeholders: Iterator[int]) -> Post:
    post_id = next(placeholders)
    versions = tuple(replace(version, id=next(placeholders), post_id=post_id) for version in post.variants)
    return replace(post, id=post_id, created_at=now, variants=versions)


def _followed(version: Variant, old: Variant, new: Variant) -> datetime | None:
    """A time that goes along with another one: by the same difference, where there is one."""
    if _time(old) == _time(new):
        return version.starts_at
    if version.starts_at is None or old.starts_at is None or new.starts_at is None:
        return new.starts_at
    return version.starts_at + (new.starts_at - old.starts_at)


def _time(version: Variant) -> tuple[datetime, int] | None:
    return None if version.starts_at is None else (version.starts_at, version.starts_at.fold)


def _evenly(versions: list[Variant]) -> tuple[Variant, ...]:
    """Weights are for all versions or for none."""
    if len({version.share is None for version in versions}) > 1:
        return tuple(replace(version, share=None) for version in versions)
    return tuple(versions)


def _content(post: Post) -> tuple[object, ...]:
    """What a post consists of, ids and rank aside."""
    versions = sorted((_version_content(version) for version in post.variants), key=lambda one: one[0].platform_id)
    return *(getattr(post, name) for name in _OF_POSTS), *versions


def _version_content(version: Variant) -> tuple[Variant, tuple[datetime, int] | None]:
    return replace(version, id=0, uid="", post_id=0), _time(version)
