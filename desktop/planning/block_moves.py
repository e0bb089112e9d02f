"""What becomes of work blocks: moved, stretched, edited, repeated, linked, copied, made and deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from db.records import (
    BlockLink,
    Board,
    Changes,
    ExceptionKind,
    MadeBy,
    Post,
    Share,
    Status,
    TimeEntry,
    WorkBlock,
)
from desktop.planning.cards import moment
from desktop.planning.covering import covering
from desktop.planning.intents import (
    Choice,
    ChoiceKey,
    CopyBlock,
    CreateBlock,
    EditBlock,
    LinkPosts,
    Outcome,
    Refusal,
    RefusalReason,
    RemoveBlock,
    RepeatBlock,
    ScheduleEffort,
)
from desktop.planning.post_moves import find_post
from desktop.planning.recurrence import Occurrence, folds, occurrence_at, rule_starts, starts_before
from desktop.planning.rules import begun
from desktop.planning.series import (
    NEW_BLOCK,
    UNSET,
    BlockEdit,
    Reshaped,
    Scope,
    changed,
    fitted,
    removed,
    repeated,
    span,
)
from desktop.planning.week import instant, rounded_up, settled, wall

_CHOICES = {
    Scope.THIS: ChoiceKey.ONLY_THIS,
    Scope.FOLLOWING: ChoiceKey.FOLLOWING,
    Scope.ALL: ChoiceKey.ALL,
}


def edit_block(board: Board, intent: EditBlock, now: datetime, alone: bool = False) -> Outcome | Refusal:
    """Change an occurrence, and ask how far that reaches when it is one of a series; `alone` asks nothing."""
    found = _find(board, intent.block_id, intent.original_at)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    block, occurrence = found
    edit = intent.edit
    if edit.platforms == ():
        return Refusal(RefusalReason.NO_PLATFORM, occurrence.title)
    zone = ZoneInfo(board.plan.zone)
    is_for_all = replace(edit, campaign_id=UNSET) == BlockEdit() or not occurrence.is_series
    scopes = (Scope.ALL,) if is_for_all else tuple(Scope)
    return _outcome(
        board, block, occurrence, now, scopes, lambda scope: changed(block, occurrence, scope, edit, zone), alone
    )


def repeat_block(board: Board, intent: RepeatBlock, now: datetime) -> Outcome | Refusal:
    """Make a one-off block a series, or give a series another rule or none."""
    found = _find(board, intent.block_id, intent.original_at)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    block, occurrence = found
    if intent.rrule is not None and begun(intent.rrule, block.starts_at) is None:
        return Refusal(RefusalReason.UNKNOWN_RULE, occurrence.title)
    zone = ZoneInfo(board.plan.zone)
    scopes = (Scope.FOLLOWING, Scope.ALL) if occurrence.is_series else (Scope.ALL,)
    return _outcome(
        board, block, occurrence, now, scopes, lambda scope: repeated(block, occurrence, scope, intent.rrule, zone)
    )


def remove_block(board: Board, intent: RemoveBlock, now: datetime, alone: bool = False) -> Outcome | Refusal:
    """Delete an occurrence, and ask how far that reaches when it is one of a series; `alone` asks nothing.

    Entries remain.
    """
    found = _find(board, intent.block_id, intent.original_at)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    block, occurrence = found
    scopes = tuple(Scope) if occurrence.is_series else (Scope.ALL,)
    return _outcome(board, block, occurrence, now, scopes, lambda scope: removed(block, occurrence, scope), alone)


def link_posts(board: Board, intent: LinkPosts) -> Outcome | Refusal:
    """Let one occurrence (never a whole series) work for these posts."""
    found = _find(board, intent.block_id, intent.original_at)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    block, occurrence = found
    place = occurrence.original_at
    if set(intent.post_ids) == set(occurrence.post_ids):
        return Refusal(RefusalReason.NO_CHANGE, occurrence.title)
    links = [link for link in block.links if link.original_at != place]
    links += [BlockLink(place, post_id) for post_id in set(intent.post_ids)]
    links.sort(key=lambda link: (link.original_at, link.post_id))
    return Outcome(Changes(blocks=(replace(block, links=tuple(links)),)))


def copy_block(board: Board, intent: CopyBlock, now: datetime) -> Outcome | Refusal:
    """A one-off block like an occurrence, with its own platforms, without posts, ticks and entries."""
    found = _find(board, intent.block_id, intent.original_at)
    if found is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    _, occurrence = found
    starts_at, ends_at = span(occurrence, BlockEdit(starts_at=intent.to), ZoneInfo(board.plan.zone))
    copy = WorkBlock(
        id=NEW_BLOCK,
        uid="",
        activity=occurrence.activity,
        starts_at=starts_at,
        ends_at=ends_at,
        title=occurrence.title,
        member_id=occurrence.member_id,
        campaign_id=occurrence.campaign_id,
        note=occurrence.note,
        created_at=now,
        platforms=occurrence.shares,
    )
    return Outcome(Changes(blocks=(copy,)))


def create_block(board: Board, intent: CreateBlock, now: datetime) -> Outcome | Refusal:
    """A new one-off block, at least a quarter of an hour, on one day."""
    wanted = set(intent.platform_ids)
    shares = tuple(Share(platform.id) for platform in board.platforms if platform.id in wanted)
    if not wanted:
        return Refusal(RefusalReason.NO_PLATFORM, intent.title)
    if len(shares) < len(wanted):
        return Refusal(RefusalReason.NOT_IN_PLAN, intent.title)
    starts_at, ends_at = fitted(intent.starts_at, intent.ends_at, ZoneInfo(board.plan.zone))
    block = WorkBlock(
        NEW_BLOCK, "", intent.activity, starts_at, ends_at, title=intent.title, created_at=now, platforms=shares
    )
    return Outcome(Changes(blocks=(block,)))


def schedule_effort(board: Board, intent: ScheduleEffort, now: datetime) -> Outcome | Refusal:
    """A block for what a post still needs of an activity, in quarters of an hour, at most what its day has left."""
    post = find_post(board, intent.post_id)
    if post is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    minutes = covering(board).uncovered[post.id].of(intent.activity)
    if minutes <= 0:
        return Refusal(RefusalReason.NOTHING_UNCOVERED, post.title)
    zone = ZoneInfo(board.plan.zone)
    starts_at = settled(intent.starts_at, zone)
    ends_at = wall(instant(starts_at, zone) + timedelta(minutes=rounded_up(minutes)), zone)
    starts_at, ends_at = fitted(starts_at, ends_at, zone)
    block = WorkBlock(
        NEW_BLOCK,
        "",
        intent.activity,
        starts_at,
        ends_at,
        created_at=now,
        platforms=tuple(Share(platform_id) for platform_id in _bearing(board, post, zone)),
        links=(BlockLink(starts_at, post.id),),
    )
    return Outcome(Changes(blocks=(block,)))


def _find(board: Board, block_id: int, original_at: datetime) -> tuple[WorkBlock, Occurrence] | None:
    block = next((block for block in board.blocks if block.id == block_id), None)
    occurrence = occurrence_at(block, original_at, ZoneInfo(board.plan.zone)) if block else None
    return (block, occurrence) if block and occurrence else None


def _outcome(
    board: Board,
    block: WorkBlock,
    occurrence: Occurrence,
    now: datetime,
    scopes: Iterable[Scope],
    reshape: Callable[[Scope], Reshaped | None],
    alone: bool = False,
) -> Outcome | Refusal:
    """The scopes that are possible and different, as choices when there are several; with `alone` the first of them.

    Refused when the block would stay as it is, or when no scope is possible: that is a series that would begin over a
    clock change.
    """
    choices = []
    is_first = block.rrule is None or not starts_before(block.rrule, block.starts_at, occurrence.original_at)
    for scope in scopes:
        if scope is Scope.FOLLOWING and is_first:
            continue
        reshaped = reshape(scope)
        if reshaped is None:
            continue
        if reshaped.put == (block,) and folds(reshaped.put[0]) == folds(block):
            return Refusal(RefusalReason.NO_CHANGE, occurrence.title)
        changes = Changes(
            blocks=reshaped.put,
            entries=() if reshaped.is_removed else _entries(board, block, reshaped),
            removed_blocks=frozenset({block.id} if reshaped.is_removed else ()),
        )
        choices.append(Choice(_CHOICES[scope], changes, _past(board, block, occurrence, scope, now)))
        if alone:
            break
    if not choices:
        return Refusal(RefusalReason.CLOCK_CHANGE, occurrence.title)
    return Outcome(choices[0].changes, tuple(choices) if len(choices) > 1 else ())


def _past(board: Board, block: WorkBlock, occurrence: Occurrence, scope: Scope, now: datetime) -> int:
    """How many occurrences a scope touches that have begun by now, this one included."""
    zone = ZoneInfo(board.plan.zone)
    if block.rrule is None or scope is Scope.THIS:
        return int(instant(occurrence.starts_at, zone) <= now)
    today = wall(now, zone)
    first = (occurrence.original_at if scope is Scope.FOLLOWING else block.starts_at).date()
    cancelled = {each.original_at for each in block.exceptions if each.kind is ExceptionKind.CANCELLED}
    places = rule_starts(block.rrule, block.starts_at, first, today.date())
    return sum(place <= today and place not in cancelled for place in places)


def _entries(board: Board, block: WorkBlock, reshaped: Reshaped) -> tuple[TimeEntry, ...]:
    """The block's time entries that have to follow its occurrences, or lose them.

    What a tick entered and nobody corrected lies at its occurrence's own time, so it moves along; what was measured or
    written by hand stays where it happened.
    """
    zone = ZoneInfo(board.plan.zone)
    own_before, own_after = _own_starts(block), {put.id: _own_starts(put) for put in reshaped.put}
    entries = []
    for entry in board.entries:
        if entry.block_id != block.id or entry.original_at is None:
            continue
        to = reshaped.moved(entry.original_at)
        if to is None:
            entries.append(replace(entry, block_id=None, original_at=None))
            continue
        block_id, place = to
        follows = entry
        if (block_id, place, place.fold) != (block.id, entry.original_at, entry.original_at.fold):
            follows = replace(entry, block_id=block_id, original_at=place)
        if entry.made_by is MadeBy.TICK and not entry.is_corrected:
            was = own_before.get(entry.original_at, entry.original_at)
            follows = _later(follows, instant(own_after[block_id].get(place, place), zone) - instant(was, zone))
        if follows is not entry:
            entries.append(follows)
    return tuple(entries)


def _own_starts(block: WorkBlock) -> dict[datetime, datetime]:
    """The starts of occurrences that do not begin at their places."""
    return {exception.original_at: exception.starts_at for exception in block.exceptions if exception.starts_at}


def _later(entry: TimeEntry, later: timedelta) -> TimeEntry:
    if not later or entry.ended_at is None:
        return entry
    return replace(entry, started_at=entry.started_at + later, ended_at=entry.ended_at + later)


def _bearing(board: Board, post: Post, zone: ZoneInfo) -> list[int]:
    """The platforms for which working on a post counts: dated and not skipped; all of them where there are none."""
    dated = {
        version.platform_id
        for version in post.variants
        if version.status is not Status.SKIPPED and moment(version, zone) is not None
    }
    bearing = dated or {version.platform_id for version in post.variants}
    return [platform.id for platform in board.platforms if platform.id in bearing]
