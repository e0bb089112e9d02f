"""What becomes of posts: moved, copied, scheduled, sent back to the ideas, made and edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from db.records import NO_MINUTES, Board, Changes, Post, Status, Variant
from desktop.planning.cards import moment
from desktop.planning.intents import (
    Choice,
    ChoiceKey,
    CopyPost,
    CreatePost,
    EditPost,
    MovePost,
    Outcome,
    Refusal,
    RefusalReason,
    SchedulePost,
    UnschedulePost,
)
from desktop.planning.status import set_status
from desktop.planning.week import instant, same, settled

_NEW_POST = -1


def move_post(board: Board, intent: MovePost, now: datetime) -> Outcome | Refusal:
    """Give versions another planned moment. Those that are published are facts: the date is corrected, or a copy made.

    With a correction go the entries that publishing made, as long as nobody corrected them.
    """
    zone = ZoneInfo(board.plan.zone)
    found = _versions(board, intent.post_id, intent.variant_ids)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    post, versions = found
    to = settled(intent.to, zone)
    if all(same(moment(version, zone), to) for version in versions):
        return Refusal(RefusalReason.NO_CHANGE, post.title)
    facts = [version for version in versions if is_published(version)]
    if not facts:
        return Outcome(_dated(post, [version.id for version in versions], to))
    correction = _corrected(board, post, versions, to, now)
    copy = Changes(posts=(_copied(post, versions, to, now),))
    return Outcome(correction, (Choice(ChoiceKey.CORRECT_DATE, correction), Choice(ChoiceKey.PLAN_COPY, copy)))


def copy_post(board: Board, intent: CopyPost, now: datetime) -> Outcome | Refusal:
    """A new post of some versions: a draft (an idea stays one) without approval, address, links and entries."""
    found = _versions(board, intent.post_id, intent.variant_ids)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    to = settled(intent.to, ZoneInfo(board.plan.zone))
    return Outcome(Changes(posts=(_copied(*found, to, now),)))


def unschedule_post(board: Board, intent: UnschedulePost) -> Outcome | Refusal:
    """Take dates away. Published versions keep theirs; the post is refused when it has nothing else with a date.

    A post of a series leaves it with its last date.
    """
    found = _versions(board, intent.post_id, intent.variant_ids or None)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    post, versions = found
    planned = [version.id for version in versions if version.starts_at is not None and not is_published(version)]
    if not planned:
        is_out = any(is_published(version) for version in versions)
        return Refusal(RefusalReason.PUBLISHED if is_out else RefusalReason.NO_CHANGE, post.title)
    return Outcome(_dated(post, planned, None))


def schedule_post(board: Board, intent: SchedulePost) -> Outcome | Refusal:
    """Give all undated versions of a post a date and nothing else."""
    post = find_post(board, intent.post_id)
    if post is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    zone = ZoneInfo(board.plan.zone)
    undated = [version.id for version in post.variants if moment(version, zone) is None]
    if not undated:
        return Refusal(RefusalReason.NO_CHANGE, post.title)
    return Outcome(_dated(post, undated, settled(intent.to, zone)))


def create_post(board: Board, intent: CreatePost, now: datetime) -> Outcome | Refusal:
    """A new post: a draft with a date, an idea without; its format brings the effort."""
    wanted = set(intent.platform_ids)
    platforms = [platform for platform in board.platforms if platform.id in wanted]
    if not wanted:
        return Refusal(RefusalReason.NO_PLATFORM, intent.title)
    efforts = {form.key: form.effort for form in board.formats}
    if len(platforms) < len(wanted) or (intent.format_key is not None and intent.format_key not in efforts):
        return Refusal(RefusalReason.NOT_IN_PLAN, intent.title)
    at = None if intent.at is None else settled(intent.at, ZoneInfo(board.plan.zone))
    post = Post(
        id=_NEW_POST,
        uid="",
        title=intent.title,
        format_key=intent.format_key,
        created_at=now,
        effort=NO_MINUTES if intent.format_key is None else efforts[intent.format_key],
        variants=tuple(
            Variant(
                id=_NEW_POST - number,
                uid="",
                post_id=_NEW_POST,
                platform_id=platform.id,
                starts_at=at,
                status=Status.IDEA if at is None else Status.DRAFT,
            )
            for number, platform in enumerate(platforms, start=1)
        ),
    )
    return Outcome(Changes(posts=(post,)))


def edit_post(board: Board, intent: EditPost) -> Outcome | Refusal:
    """Put a post as it is given; without any date left it leaves its series."""
    stored, given = find_post(board, intent.post.id), intent.post
    if stored is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    if not given.variants:
        return Refusal(RefusalReason.NO_PLATFORM, stored.title)
    put = _in_series(replace(given, series_id=stored.series_id, series_at=stored.series_at))
    folds = [[version.starts_at and version.starts_at.fold for version in post.variants] for post in (put, stored)]
    if put == stored and folds[0] == folds[1]:
        return Refusal(RefusalReason.NO_CHANGE, stored.title)
    return Outcome(Changes(posts=(put,)))


def find_post(board: Board, post_id: int) -> Post | None:
    """The post with this id, if the board has it."""
    return next((post for post in board.posts if post.id == post_id), None)


def is_published(version: Variant) -> bool:
    """Tell whether a version is out, and so a fact; one that was held after it went out is."""
    return version.published_at is not None and Status.PUBLISHED in {version.status, version.held_from}


def is_fact(post: Post) -> bool:
    """Tell whether any version of a post is out."""
    return any(is_published(version) for version in post.variants)


def _versions(board: Board, post_id: int, variant_ids: Iterable[int] | None) -> tuple[Post, list[Variant]] | None:
    """A post and its versions with these ids (None: all of them); None unless there are any and none is missing."""
    post = find_post(board, post_id)
    if post is None:
        return None
    wanted = {version.id for version in post.variants} if variant_ids is None else set(variant_ids)
    versions = [version for version in post.variants if version.id in wanted]
    return (post, versions) if versions and len(versions) == len(wanted) else None


def _dated(post: Post, variant_ids: Iterable[int], at: datetime | None) -> Changes:
    chosen = set(variant_ids)
    variants = tuple(replace(version, starts_at=at) if version.id in chosen else version for version in post.variants)
    return Changes(posts=(_in_series(replace(post, variants=variants)),))


def _in_series(post: Post) -> Post:
    """A post as it is; one without any date belongs to no series."""
    is_dated = any(version.starts_at is not None or is_published(version) for version in post.variants)
    return post if is_dated else replace(post, series_id=None, series_at=None)


def _copied(post: Post, versions: Iterable[Variant], to: datetime, now: datetime) -> Post:
    return replace(
        post,
        id=_NEW_POST,
        uid="",
        created_at=now,
        series_id=None,
        series_at=None,
        variants=tuple(
            replace(
                version,
                id=_NEW_POST - number,
                uid="",
                post_id=_NEW_POST,
                starts_at=to,
                status=Status.IDEA if version.status is Status.IDEA else Status.DRAFT,
                held_from=None,
                approved_by=None,
                approved_at=None,
                published_at=None,
                url="",
            )
            for number, version in enumerate(versions, start=1)
        ),
    )


def _corrected(board: Board, post: Post, versions: Iterable[Variant], to: datetime, now: datetime) -> Changes:
    """Facts with another real time, and with them what publishing entered; the other versions are planned anew."""
    happened_at = instant(to, ZoneInfo(board.plan.zone))
    out = [version.id for version in versions if version.status is Status.PUBLISHED]
    correction = set_status(board, post.id, out, Status.PUBLISHED, now, published_at=happened_at) if out else Changes()
    held = {version.id for version in versions if is_published(version)}.difference(out)
    planned = {version.id for version in versions}.difference(out, held)
    [corrected] = correction.posts or (post,)
    variants = tuple(
        replace(version, starts_at=to)
        if version.id in planned
        else replace(version, published_at=happened_at)
        if version.id in held
        else version
        for version in corrected.variants
    )
    return replace(correction, posts=(replace(corrected, variants=variants),))
