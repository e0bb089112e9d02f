"""One occurrence, this and following, or all: what an edit does to a work block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from db.records import Activity, BlockException, BlockLink, ExceptionKind, Share, WorkBlock
from desktop.planning.recurrence import (
    Occurrence,
    exception_at,
    is_place,
    plain_occurrence,
    settled_span,
    starts_before,
)
from desktop.planning.rules import begun, cut, shifted
from desktop.planning.week import DAY_MINUTES, STEP, at, elapsed, instant, irregular, minute_of_day, same, settled, wall

NEW_BLOCK = -1
_LEAST = timedelta(minutes=STEP)


class Scope(StrEnum):
    """How far an edit of one occurrence reaches; a one-off block knows ALL only."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


class Unset(Enum):
    """The type of what an edit leaves alone, where None has a meaning of its own."""

    UNSET = "unset"


UNSET = Unset.UNSET


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """New values for some fields of an occurrence; UNSET leaves a field alone. Times are wall clock, on one day.

    A single occurrence cannot have a campaign of its own, nor be without a person when its series has one: a campaign
    always changes the whole series, and `member_id` None gives one occurrence its series' person.
    """

    starts_at: datetime | Unset = UNSET
    ends_at: datetime | Unset = UNSET
    title: str | Unset = UNSET
    activity: Activity | Unset = UNSET
    platforms: tuple[Share, ...] | Unset = UNSET
    member_id: int | Unset | None = UNSET
    campaign_id: int | Unset | None = UNSET
    note: str | Unset = UNSET


@dataclass(frozen=True, slots=True)
class Reshaped:
    """What becomes of a block: records to put, whether it is to be removed, and where its places went.

    A series that is split goes on in a new block with the id `NEW_BLOCK`. `moved` takes an old `original_at` and gives
    block id and `original_at` of now, or None when that occurrence is gone.
    """

    put: tuple[WorkBlock, ...]
    moved: Callable[[datetime], tuple[int, datetime] | None]
    is_removed: bool = False


def changed(block: WorkBlock, occurrence: Occurrence, scope: Scope, edit: BlockEdit, zone: ZoneInfo) -> Reshaped | None:
    """Change one occurrence, it and those after it, or all of a block.

    What was different about single occurrences, their posts and their ticks go along, shifted by the same difference;
    what the edit sets, it sets for all it reaches. None when the scope cannot follow: a rule that cannot be moved to
    other days, or a series that would begin over a clock change.
    """
    starts_at, ends_at = span(occurrence, edit, zone)
    if block.rrule is None:
        once = replace(block, starts_at=starts_at, ends_at=ends_at, **_fields(edit))
        return Reshaped((_with_places(once, lambda _: starts_at),), lambda _: (block.id, starts_at))
    if scope is Scope.THIS:
        return Reshaped((_with_exception(block, occurrence, edit, (starts_at, ends_at), zone),), _stays(block))
    before = starts_before(block.rrule, block.starts_at, occurrence.original_at)
    if scope is Scope.ALL or not before:
        return _moved(block, occurrence, edit, (starts_at, ends_at), zone)
    head, tail = _split(block, occurrence.original_at, before)
    rest = _moved(tail, occurrence, edit, (starts_at, ends_at), zone)
    if rest is None or not may_begin(rest.put[0], zone):
        return None
    return _joined(head, rest, occurrence.original_at)


def removed(block: WorkBlock, occurrence: Occurrence, scope: Scope) -> Reshaped:
    """Cancel one occurrence, it and those after it, or the whole block."""
    original_at = occurrence.original_at
    before = starts_before(block.rrule, block.starts_at, original_at) if block.rrule else 0
    if block.rrule is None or scope is Scope.ALL or (scope is Scope.FOLLOWING and not before):
        return Reshaped((), lambda _: None, is_removed=True)
    if scope is Scope.FOLLOWING:
        head, _ = _split(block, original_at, before)
        return Reshaped((head,), lambda place: (block.id, place) if place < original_at else None)
    cancelled = BlockException(original_at, ExceptionKind.CANCELLED)
    rest = replace(
        _with(block, original_at, cancelled),
        links=tuple(link for link in block.links if link.original_at != original_at),
        done=block.done - {original_at},
    )
    return Reshaped((rest,), lambda place: None if place == original_at else (block.id, place))


def repeated(
    block: WorkBlock, occurrence: Occurrence, scope: Scope, rrule: str | None, zone: ZoneInfo
) -> Reshaped | None:
    """Give a block a rule, or from an occurrence on, or (`rrule` None) make this occurrence a one-off block.

    The start becomes the first instance of the rule; posts and ticks of the occurrence stay with it. Other occurrences
    keep theirs where the new rule has an instance at the same time. None for a rule without any instance, one that
    cannot be written safely, or one that begins over a clock change.
    """
    original_at = occurrence.original_at
    before = starts_before(block.rrule, block.starts_at, original_at) if block.rrule else 0
    if scope is Scope.FOLLOWING and before:
        head, tail = _split(block, original_at, before)
        rest = repeated(tail, occurrence, Scope.ALL, rrule, zone)
        return rest and _joined(head, rest, original_at)
    if rrule is None:
        once = replace(
            block,
            starts_at=occurrence.starts_at,
            ends_at=occurrence.ends_at,
            rrule=None,
            activity=occurrence.activity,
            title=occurrence.title,
            platforms=_own_platforms(block, original_at),
            member_id=occurrence.member_id,
            note=occurrence.note,
            exceptions=(),
        )
        stays = {original_at: occurrence.starts_at}
        return Reshaped((_with_places(once, stays.get),), _into(block.id, stays.get))
    rule = begun(rrule, block.starts_at)
    if rule is None:
        return None
    text, first = rule
    series = replace(block, rrule=text, starts_at=first, ends_at=first + (block.ends_at - block.starts_at))
    if not may_begin(series, zone):
        return None

    def place(old: datetime) -> datetime | None:
        if old == block.starts_at:
            return first
        return old if is_place(series, old) else None

    return Reshaped((_with_places(series, place),), _into(block.id, place))


def may_begin(series: WorkBlock, zone: ZoneInfo) -> bool:
    """Tell whether a series may start here: calendar programs disagree about a first instance over a clock change."""
    day = series.starts_at.date()
    starts, ends = minute_of_day(series.starts_at, day), minute_of_day(series.ends_at, day)
    return not any(change.starts_minute <= ends and starts <= change.ends_minute for change in irregular(day, zone))


def span(occurrence: Occurrence, edit: BlockEdit, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Start and end that an occurrence gets: settled, on one day, at least a quarter of an hour really passing.

    A start alone moves it and keeps its wall-clock length; with an end the length changes, and of the two edges the
    one that was moved gives way.
    """
    starts = occurrence.starts_at if edit.starts_at is UNSET else edit.starts_at
    if edit.ends_at is UNSET:
        if edit.starts_at is UNSET:
            return occurrence.starts_at, occurrence.ends_at
        length = _length(occurrence.starts_at, occurrence.ends_at, zone)
        latest = at(starts.date(), DAY_MINUTES) - length
        starts = min(starts, latest)
        return settled_span(starts, starts.replace(fold=0) + length, zone)
    is_start_moved = edit.starts_at is not UNSET and not same(edit.starts_at, occurrence.starts_at)
    return fitted(starts, edit.ends_at, zone, is_start_moved=is_start_moved)


def fitted(
    starts: datetime, ends: datetime, zone: ZoneInfo, *, is_start_moved: bool = False
) -> tuple[datetime, datetime]:
    """Two edges settled, on the day of the start, at least a quarter of an hour really passing.

    Where they are too close the end gives way, or the start if that is what was moved.
    """
    starts = settled(starts, zone)
    midnight = at(starts.date(), DAY_MINUTES)
    ends = midnight if ends >= midnight else settled(ends, zone)
    if elapsed(starts, ends, zone) >= STEP:
        return starts, ends
    opens, closes = instant(at(starts.date(), 0), zone), instant(midnight, zone)
    begins = instant(ends, zone) - _LEAST if is_start_moved else instant(starts, zone)
    begins = min(max(begins, opens), closes - _LEAST)
    return wall(begins, zone), min(wall(begins + _LEAST, zone), midnight)


def _length(starts: datetime, ends: datetime, zone: ZoneInfo) -> timedelta:
    """The wall-clock length; between the two passes of an hour the one that really passes."""
    length = ends - starts
    return length if length >= _LEAST else timedelta(minutes=elapsed(starts, ends, zone))


def _moved(
    series: WorkBlock, occurrence: Occurrence, edit: BlockEdit, to: tuple[datetime, datetime], zone: ZoneInfo
) -> Reshaped | None:
    """A whole series changed by the difference between one of its occurrences and where that one is to stand."""
    starts_at, ends_at = to
    days = (starts_at.date() - occurrence.starts_at.date()).days
    minutes = _minute(starts_at) - _minute(occurrence.starts_at)
    length = _length(series.starts_at, series.ends_at, zone)
    has_new_length = edit.ends_at is not UNSET and to[1] - to[0] != occurrence.ends_at - occurrence.starts_at
    if has_new_length:
        length = _length(starts_at, ends_at, zone)
    first = _aside(series.starts_at, days, minutes, length)
    shift = shifted(series.rrule or "", series.starts_at.replace(fold=0), first)
    if shift is None:
        return None
    whole = replace(series, starts_at=first, ends_at=first + length, rrule=shift.rrule, exceptions=(), **_fields(edit))
    if (first, whole.ends_at) == (series.starts_at, series.ends_at):
        whole = replace(whole, starts_at=series.starts_at, rrule=series.rrule)
    elif not may_begin(whole, zone):
        return None
    cleared: dict[str, Any] = {name: None for name in _fields(edit) if name != "campaign_id"}
    exceptions = []
    for exception in series.exceptions:
        place = shift.place(exception.original_at)
        follows = replace(exception, original_at=place)
        if exception.kind is ExceptionKind.CHANGED:
            follows = replace(follows, **cleared)
            if exception.starts_at is not None:
                own = length
                if exception.ends_at is not None and not has_new_length:
                    own = _length(exception.starts_at, exception.ends_at, zone)
                went = (place.date() - exception.original_at.date()).days
                start = _aside(exception.starts_at, went, minutes, own)
                start, end = settled_span(start, start + own, zone)
                follows = replace(follows, starts_at=start, ends_at=end)
        exceptions.append(follows)
    slim = tuple(kept for follows in exceptions if (kept := _slim(whole, follows, zone)))
    series = replace(_with_places(whole, shift.place), exceptions=slim)
    return Reshaped((series,), _into(series.id, shift.place))


def _with_exception(
    block: WorkBlock, occurrence: Occurrence, edit: BlockEdit, to: tuple[datetime, datetime], zone: ZoneInfo
) -> WorkBlock:
    fields = _fields(edit)
    if "campaign_id" in fields:
        block = replace(block, campaign_id=fields.pop("campaign_id"))
    place = occurrence.original_at
    exception = exception_at(block, place) or BlockException(place, ExceptionKind.CHANGED)
    exception = replace(exception, starts_at=to[0], ends_at=to[1], **fields)
    return _with(block, place, _slim(block, exception, zone))


def _slim(block: WorkBlock, exception: BlockException, zone: ZoneInfo) -> BlockException | None:
    """An exception without what its series says as well; None when nothing is left."""
    if exception.kind is ExceptionKind.CANCELLED:
        return exception
    plain = plain_occurrence(block, exception.original_at, zone)
    if same(exception.starts_at, plain.starts_at) and same(exception.ends_at, plain.ends_at):
        exception = replace(exception, starts_at=None, ends_at=None)
    needless: dict[str, Any] = {
        name: None
        for name in ("title", "activity", "member_id", "note", "platforms")
        if getattr(exception, name) == getattr(block, name)
    }
    exception = replace(exception, **needless)
    return None if exception == BlockException(exception.original_at, ExceptionKind.CHANGED) else exception


def _with(block: WorkBlock, place: datetime, exception: BlockException | None) -> WorkBlock:
    others = [other for other in block.exceptions if other.original_at != place]
    kept = [*others, exception] if exception else others
    return replace(block, exceptions=tuple(sorted(kept, key=lambda exception: exception.original_at)))


def _split(block: WorkBlock, place: datetime, before: int) -> tuple[WorkBlock, WorkBlock]:
    """A series up to before one of its instances, and the rest as a new block."""
    ends, rest = cut(block.rrule or "", place, before)
    head = replace(
        block,
        rrule=ends,
        exceptions=tuple(exception for exception in block.exceptions if exception.original_at < place),
        links=tuple(link for link in block.links if link.original_at < place),
        done=frozenset(done for done in block.done if done < place),
    )
    tail = replace(
        block,
        id=NEW_BLOCK,
        uid="",
        rrule=rest,
        starts_at=place,
        ends_at=place + (block.ends_at - block.starts_at),
        exceptions=tuple(exception for exception in block.exceptions if exception.original_at >= place),
        links=tuple(link for link in block.links if link.original_at >= place),
        done=frozenset(done for done in block.done if done >= place),
    )
    return head, tail


def _joined(head: WorkBlock, rest: Reshaped, place: datetime) -> Reshaped:
    return Reshaped(
        (head, *rest.put),
        lambda original_at: (head.id, original_at) if original_at < place else rest.moved(original_at),
    )


def _with_places(block: WorkBlock, place: Callable[[datetime], datetime | None]) -> WorkBlock:
    """The block with exceptions, links and ticks at their new places, without those that have none."""
    exceptions = [
        replace(exception, original_at=to) for exception in block.exceptions if (to := place(exception.original_at))
    ]
    links = [BlockLink(to, link.post_id) for link in block.links if (to := place(link.original_at))]
    return replace(
        block,
        exceptions=tuple(sorted(exceptions, key=lambda exception: exception.original_at)),
        links=tuple(sorted(links, key=lambda link: (link.original_at, link.post_id))),
        done=frozenset(to for done in block.done if (to := place(done))),
    )


def _stays(block: WorkBlock) -> Callable[[datetime], tuple[int, datetime]]:
    return lambda original_at: (block.id, original_at)


def _into(
    block_id: int, place: Callable[[datetime], datetime | None]
) -> Callable[[datetime], tuple[int, datetime] | None]:
    def moved(original_at: datetime) -> tuple[int, datetime] | None:
        to = place(original_at)
        return (block_id, to) if to else None

    return moved


def _own_platforms(block: WorkBlock, place: datetime) -> tuple[Share, ...]:
    exception = exception_at(block, place)
    return block.platforms if exception is None or exception.platforms is None else exception.platforms


def _aside(wall_time: datetime, days: int, minutes: int, length: timedelta) -> datetime:
    """A wall-clock start so many days and minutes later, with its end kept on the day."""
    day: date = wall_time.date() + timedelta(days=days)
    latest = DAY_MINUTES - length // timedelta(minutes=1)
    return at(day, min(max(_minute(wall_time) + minutes, 0), latest))


def _minute(wall_time: datetime) -> int:
    return minute_of_day(wall_time, wall_time.date())


def joined(former: BlockEdit, later: BlockEdit) -> BlockEdit:
    """Two edits of one occurrence as one; what both change is as the later one says."""
    changed = {field.name: value for field in fields(later) if (value := getattr(later, field.name)) is not UNSET}
    return replace(former, **changed)


def _fields(edit: BlockEdit) -> dict[str, Any]:
    """What an edit sets, times aside."""
    names = ("title", "activity", "platforms", "member_id", "campaign_id", "note")
    return {name: value for name in names if (value := getattr(edit, name)) is not UNSET}
