"""The life of versions and the ticking of blocks, with the time entries that both make and take back (rule 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import ACTIVITIES, NO_MINUTES, Changes, MadeBy, Status, TimeEntry
from desktop.planning.budget import booked_minutes, occurrence_minutes, uncovered_shares
from desktop.planning.cards import is_overdue, least_advanced
from desktop.planning.recurrence import occurrence_at
from desktop.planning.week import instant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from db.records import Board, Post, Variant, WorkBlock
    from desktop.planning.recurrence import Occurrence

__all__ = ["is_overdue", "least_advanced", "resume", "set_status", "tick", "would_book"]

_UNAPPROVED = frozenset({Status.IDEA, Status.DRAFT, Status.REVIEW})


def set_status(
    board: Board,
    post_id: int,
    variant_ids: Collection[int],
    status: Status,
    now: datetime,
    by: int | None = None,
    published_at: datetime | None = None,
) -> Changes:
    """Give versions of a post another status; no `variant_ids` mean all. Nothing changes where they have it already.

    `now` and `published_at` (the real time of publishing, default `now`) are UTC instants. Going from review to
    scheduled records `by`, else the post's approver. A `published_at` for what is out already corrects its real time.
    Raises KeyError for a post that the board does not have.
    """
    post = _post(board, post_id)
    approver = post.approver_id if by is None else by

    def changed(variant: Variant) -> Variant:
        return _with_status(variant, status, now, approver, published_at)

    return _changes(board, post, variant_ids, changed, now)


def resume(board: Board, post_id: int, variant_ids: Collection[int], now: datetime) -> Changes:
    """Give held versions back the status from before ("Weiter"); no `variant_ids` mean all."""

    def changed(variant: Variant) -> Variant:
        if variant.status is not Status.HELD:
            return variant
        return _with_status(variant, variant.held_from or Status.DRAFT, now, None, None)

    return _changes(board, _post(board, post_id), variant_ids, changed, now)


def tick(board: Board, block_id: int, original_at: datetime, on: bool, now: datetime | None = None) -> Changes:
    """Mark one occurrence of a block as done, or no longer. Nothing changes if it is so already or does not exist.

    A timer that still runs counts up to `now` (UTC instant); without `now` it has booked nothing yet. Raises KeyError
    for a block that the board does not have.
    """
    block = {block.id: block for block in board.blocks}[block_id]
    occurrence = occurrence_at(block, original_at, ZoneInfo(board.plan.zone))
    if occurrence is None or occurrence.is_done == on:
        return Changes()
    place = frozenset({occurrence.original_at})
    if on:
        entries = _numbered(board, _tick_entries(board, block, occurrence, now))
        return Changes(blocks=(replace(block, done=block.done | place),), entries=entries)
    return Changes(
        blocks=(replace(block, done=block.done - place),),
        removed_entries=frozenset(
            entry.id
            for entry in _entries_of(board, block, occurrence)
            if entry.made_by is MadeBy.TICK and not entry.is_corrected
        ),
    )


def would_book(board: Board, block: WorkBlock, occurrence: Occurrence, now: datetime | None = None) -> int:
    """The minutes that ticking this occurrence would enter, over all its platforms."""
    return sum(rest for _, rest in _unbooked(board, block, occurrence, now))


def _post(board: Board, post_id: int) -> Post:
    return {post.id: post for post in board.posts}[post_id]


def _with_status(
    variant: Variant, status: Status, now: datetime, approver: int | None, published_at: datetime | None
) -> Variant:
    if status is variant.status:
        corrects = status is Status.PUBLISHED and published_at is not None
        return replace(variant, published_at=published_at) if corrects else variant
    if status is Status.HELD:
        return replace(variant, status=status, held_from=variant.status)
    before = variant.held_from if variant.status is Status.HELD else variant.status
    changed = replace(variant, status=status, held_from=None, published_at=None)
    if status is Status.PUBLISHED:
        known = variant.published_at if before is Status.PUBLISHED else None
        return replace(changed, published_at=published_at or known or now)
    if before is Status.REVIEW and status is Status.SCHEDULED:
        return replace(changed, approved_by=approver, approved_at=now)
    if status in _UNAPPROVED:
        return replace(changed, approved_by=None, approved_at=None)
    return changed


def _changes(
    board: Board,
    post: Post,
    variant_ids: Collection[int],
    changed: Callable[[Variant], Variant],
    now: datetime,
) -> Changes:
    variants = tuple(
        changed(variant) if not variant_ids or variant.id in variant_ids else variant for variant in post.variants
    )
    if variants == post.variants:
        return Changes()
    after = replace(post, variants=variants)
    entries: list[TimeEntry] = []
    removed: set[int] = set()
    for old, new in zip(post.variants, variants, strict=True):
        made = [
            entry
            for entry in board.entries
            if (entry.post_id, entry.platform_id, entry.made_by) == (post.id, new.platform_id, MadeBy.PUBLISH)
        ]
        was, is_now = old.status is Status.PUBLISHED, new.status is Status.PUBLISHED
        if was and not is_now:
            removed |= {entry.id for entry in made if not entry.is_corrected}
        elif is_now and not was:
            entries += _publish_entries(board, after, new, made, now)
        elif was and old.published_at != new.published_at:
            entries += _moved(made, new)
    return Changes(posts=(after,), entries=_numbered(board, entries), removed_entries=frozenset(removed))


def _publish_entries(
    board: Board, after: Post, variant: Variant, made: Sequence[TimeEntry], now: datetime
) -> Iterator[TimeEntry]:
    """One entry per activity of the version's own uncovered share, less corrected ones kept from publishing before."""
    board_after = replace(board, posts=tuple(after if post.id == after.id else post for post in board.posts))
    ended_at = variant.published_at or now
    share = uncovered_shares(board_after, after).get(variant.platform_id, NO_MINUTES)
    for activity in ACTIVITIES:
        kept = sum(booked_minutes(entry, now) for entry in made if entry.activity is activity)
        minutes = share.of(activity) - kept
        if minutes > 0:
            yield TimeEntry(
                id=0,
                platform_id=variant.platform_id,
                activity=activity,
                started_at=ended_at - timedelta(minutes=minutes),
                ended_at=ended_at,
                made_by=MadeBy.PUBLISH,
                member_id=after.owner_id,
                post_id=after.id,
            )


def _moved(made: Sequence[TimeEntry], variant: Variant) -> Iterator[TimeEntry]:
    """What publishing has entered and nobody has corrected ends at the real time, so it moves along with it."""
    for entry in made:
        if not entry.is_corrected and entry.ended_at is not None and variant.published_at is not None:
            length = entry.ended_at - entry.started_at
            yield replace(entry, started_at=variant.published_at - length, ended_at=variant.published_at)


def _tick_entries(board: Board, block: WorkBlock, occurrence: Occurrence, now: datetime | None) -> Iterator[TimeEntry]:
    """The planned minutes that nobody has booked yet, at the occurrence's own time, platform after platform."""
    started_at = instant(occurrence.starts_at, ZoneInfo(board.plan.zone))
    for platform_id, rest in _unbooked(board, block, occurrence, now):
        ended_at = started_at + timedelta(minutes=rest)
        yield TimeEntry(
            id=0,
            platform_id=platform_id,
            activity=occurrence.activity,
            started_at=started_at,
            ended_at=ended_at,
            made_by=MadeBy.TICK,
            member_id=occurrence.member_id,
            block_id=block.id,
            original_at=occurrence.original_at,
        )
        started_at = ended_at


def _unbooked(
    board: Board, block: WorkBlock, occurrence: Occurrence, now: datetime | None
) -> Iterator[tuple[int, int]]:
    """Platforms of an occurrence with the minutes that are planned but not yet in the time entries."""
    booked: dict[int, int] = {}
    for entry in _entries_of(board, block, occurrence):
        minutes = booked_minutes(entry, now or entry.started_at)
        booked[entry.platform_id] = booked.get(entry.platform_id, 0) + minutes
    for platform_id, planned in occurrence_minutes(board, occurrence).items():
        rest = planned - booked.get(platform_id, 0)
        if rest > 0:
            yield platform_id, rest


def _entries_of(board: Board, block: WorkBlock, occurrence: Occurrence) -> Iterator[TimeEntry]:
    for entry in board.entries:
        if entry.block_id == block.id and (block.rrule is None or entry.original_at == occurrence.original_at):
            yield entry


def _numbered(board: Board, entries: Iterable[TimeEntry]) -> tuple[TimeEntry, ...]:
    """New entries with placeholders that the board does not know yet; those that exist keep their ids."""
    lowest = min((0, *(entry.id for entry in board.entries)))
    return tuple(
        entry if entry.id else replace(entry, id=lowest - number) for number, entry in enumerate(entries, start=1)
    )
