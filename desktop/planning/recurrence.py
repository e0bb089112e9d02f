"""Work blocks and their exceptions become occurrences.

All times are wall clock. A rule is expanded in naive wall clock; an occurrence that falls into a gap of a clock change
is pushed out of it and keeps its wall-clock length, as far as its day reaches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import (
    Activity,
    BlockException,
    Board,
    ExceptionKind,
    Post,
    Share,
    Status,
    Week,
    WorkBlock,
)
from desktop.planning.cards import BlockKey, moment
from desktop.planning.memory import remembered
from desktop.planning.week import DAY_MINUTES, at, instant, is_repeated, settled

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

_DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_PARTS = frozenset({"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYEASTER"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A work block as it stands on one day, its exception (if any) applied.

    `original_at` is its place in the series' rule, for a one-off block its own start. `is_exception` tells that it
    differs from its series.
    """

    block_id: int
    uid: str
    original_at: datetime
    starts_at: datetime
    ends_at: datetime
    activity: Activity
    title: str
    shares: tuple[Share, ...]
    member_id: int | None
    campaign_id: int | None
    note: str
    rrule: str | None
    is_exception: bool
    is_done: bool
    post_ids: tuple[int, ...]

    @property
    def key(self) -> BlockKey:
        """The name of this occurrence."""
        return BlockKey(self.block_id, self.original_at)

    @property
    def is_series(self) -> bool:
        """Tell whether it is one of many."""
        return self.rrule is not None


def expand(block: WorkBlock, first: date, last: date, zone: ZoneInfo) -> tuple[Occurrence, ...]:
    """The occurrences of one block that start on a day from `first` to `last` inclusive, by start.

    `shares` are the block's own (or its exception's). Raises ValueError for what is no rule.
    """
    return _expanded(block, (first, last, zone))


def occurrences(board: Board, week: Week) -> tuple[Occurrence, ...]:
    """All occurrences of a week, by start, then block.

    `shares` are those that count: a linked occurrence has the platforms of its posts, evenly (rule 5).
    """
    zone = ZoneInfo(board.plan.zone)
    first = week.monday
    found = [occurrence for block in board.blocks for occurrence in expand(block, first, first + 6 * _DAY, zone)]
    if any(occurrence.post_ids for occurrence in found):
        posts = {post.id: post for post in board.posts}
        order = tuple(platform.id for platform in board.platforms)
        found = [with_linked_platforms(occurrence, posts, order, zone) for occurrence in found]
    return tuple(sorted(found, key=lambda occurrence: (*_by_start(occurrence), occurrence.block_id)))


def occurrence_at(block: WorkBlock, original_at: datetime, zone: ZoneInfo) -> Occurrence | None:
    """The occurrence with this place in the series, wherever it was moved; None when cancelled or not of this block."""
    if not is_place(block, original_at):
        return None
    exception = exception_at(block, original_at)
    if exception is not None and exception.kind is ExceptionKind.CANCELLED:
        return None
    # A one-off block's place may come without the fold of its start: it means the same.
    return _occurrence(block, original_at if block.rrule else block.starts_at, exception, zone)


def is_place(block: WorkBlock, original_at: datetime) -> bool:
    """Tell whether the block's rule has an instance at this wall-clock time; a one-off block has its start only."""
    if block.rrule is None:
        return original_at == block.starts_at
    return original_at in rule_starts(block.rrule, block.starts_at, original_at.date(), original_at.date())


def exception_at(block: WorkBlock, original_at: datetime) -> BlockException | None:
    """What is different about the occurrence at this place."""
    return next((exception for exception in block.exceptions if exception.original_at == original_at), None)


def count(block: WorkBlock) -> int | None:
    """How many times a block occurs, cancelled ones aside; None when it never ends."""
    if block.rrule is None:
        return 1
    parts = dict(rule_parts(block.rrule))
    if "COUNT" not in parts and "UNTIL" not in parts:
        return None
    cancelled = sum(exception.kind is ExceptionKind.CANCELLED for exception in block.exceptions)
    return len(all_starts(block.rrule, block.starts_at)) - cancelled


@lru_cache(maxsize=256)
def all_starts(rrule: str, starts_at: datetime) -> tuple[datetime, ...]:
    """Every instance of a rule that ends. Raises ValueError for what is no rule."""
    return tuple(_rule(rrule, starts_at.replace(fold=0)))


@lru_cache(maxsize=8192)
def rule_starts(rrule: str, starts_at: datetime, first: date, last: date) -> tuple[datetime, ...]:
    """The instances of a rule on the days from `first` to `last`, exceptions not looked at.

    The same as a plain expansion from `starts_at`, but begun near the window. Raises ValueError for what is no rule.
    """
    starts_at = starts_at.replace(fold=0)
    parts = dict(rule_parts(rrule))
    opens, closes = at(first, 0), at(last, DAY_MINUTES - 1)
    if "COUNT" in parts:
        everything = all_starts(rrule, starts_at)
        return tuple(start for start in everything if opens <= start <= closes)
    until = parts.get("UNTIL")
    if until is not None:
        closes = min(closes, datetime.fromisoformat(until))
    if closes < max(starts_at, opens):
        return ()
    near = _near(parts, starts_at, first)
    rule = _endless(";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL"))
    return tuple(start for start in rule.replace(dtstart=near, until=closes) if start >= opens)


@lru_cache(maxsize=1024)
def starts_before(rrule: str, starts_at: datetime, wall_time: datetime) -> int:
    """How many instances a rule has before a wall-clock time."""
    rule = _rule(rrule, starts_at.replace(fold=0))
    return sum(1 for _ in takewhile(lambda start: start < wall_time, rule))


def plain_occurrence(block: WorkBlock, original_at: datetime, zone: ZoneInfo) -> Occurrence:
    """What the block says for one of its places, whatever is different about it."""
    return _occurrence(block, original_at, None, zone)


def with_linked_platforms(
    occurrence: Occurrence, posts: Mapping[int, Post], order: Iterable[int], zone: ZoneInfo
) -> Occurrence:
    """The occurrence with the platforms of its posts, in `order` and evenly, where it has any (rule 5).

    Posts that are undated or wholly skipped bring none; without any the block's own platforms remain.
    """
    serves = {
        variant.platform_id
        for post_id in occurrence.post_ids
        if post_id in posts
        for variant in posts[post_id].variants
        if variant.status is not Status.SKIPPED and moment(variant, zone) is not None
    }
    if not serves:
        return occurrence
    return replace(occurrence, shares=tuple(Share(platform_id) for platform_id in order if platform_id in serves))


@remembered(places=4096)
def _expanded(block: WorkBlock, circumstance: tuple[date, date, ZoneInfo]) -> tuple[Occurrence, ...]:
    first, last, zone = circumstance
    exceptions = {exception.original_at: exception for exception in block.exceptions}
    if block.rrule is None:
        places: tuple[datetime, ...] = (block.starts_at,)
    else:
        # One day earlier, for what a gap pushes into the next day.
        near = rule_starts(block.rrule, block.starts_at, first - _DAY, last)
        moved = (
            place
            for place, exception in exceptions.items()
            if exception.starts_at and first - _DAY <= exception.starts_at.date() <= last and place not in near
        )
        places = (*near, *(place for place in moved if is_place(block, place)))
    found = []
    for place in places:
        exception = exceptions.get(place)
        if exception is None or exception.kind is ExceptionKind.CHANGED:
            occurrence = _occurrence(block, place, exception, zone)
            if first <= occurrence.starts_at.date() <= last:
                found.append(occurrence)
    return tuple(sorted(found, key=_by_start))


def _occurrence(block: WorkBlock, place: datetime, exception: BlockException | None, zone: ZoneInfo) -> Occurrence:
    changed = exception or BlockException(place, ExceptionKind.CHANGED)
    starts_at = changed.starts_at or place
    ends_at = changed.ends_at or starts_at + (block.ends_at - block.starts_at)
    if block.rrule is None:
        ends_at = block.ends_at
    starts_at, ends_at = settled_span(starts_at, ends_at, zone)
    return Occurrence(
        block_id=block.id,
        uid=block.uid,
        original_at=place,
        starts_at=starts_at,
        ends_at=ends_at,
        activity=changed.activity or block.activity,
        title=block.title if changed.title is None else changed.title,
        shares=block.platforms if changed.platforms is None else changed.platforms,
        member_id=block.member_id if changed.member_id is None else changed.member_id,
        campaign_id=block.campaign_id,
        note=block.note if changed.note is None else changed.note,
        rrule=block.rrule,
        is_exception=exception is not None,
        is_done=place in block.done,
        post_ids=tuple(sorted({link.post_id for link in block.links if link.original_at == place})),
    )


def settled_span(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """A start and an end as they are really shown, on one day.

    What is pushed out of a gap keeps its wall-clock length, at most to the end of its day. An end that would come
    before its start, because its time comes twice, is meant in the second pass.
    """
    starts = settled(starts_at, zone)
    midnight = at(starts.date(), DAY_MINUTES)
    # Adding nothing would lose the fold.
    ends = ends_at + (starts - starts_at) if starts != starts_at else ends_at
    if ends < midnight:
        ends = settled(ends, zone)
        if starts.fold and is_repeated(ends, zone) and instant(ends, zone) <= instant(starts, zone):
            ends = ends.replace(fold=1)
    return starts, min(ends, midnight)


def folds(block: WorkBlock) -> tuple[int, ...]:
    """What tells apart blocks that compare equal: `==` of datetimes does not look at fold."""
    walls = [block.starts_at, block.ends_at]
    for exception in block.exceptions:
        walls += [wall for wall in (exception.starts_at, exception.ends_at) if wall]
    return tuple(wall.fold for wall in walls)


def _by_start(occurrence: Occurrence) -> tuple[datetime, int, datetime]:
    return occurrence.starts_at, occurrence.starts_at.fold, occurrence.original_at


@lru_cache(maxsize=1024)
def rule_parts(rrule: str) -> tuple[tuple[str, str], ...]:
    """The names and values of a rule's text, in its order."""
    pairs = (part.partition("=") for part in rrule.upper().split(";"))
    return tuple((name, value) for name, _, value in pairs)


@lru_cache(maxsize=1024)
def _endless(text: str) -> rrule:
    """A rule without start and end: reading its text costs more than an expansion near a window."""
    from dateutil.rrule import rruleset  # noqa: PLC0415 - see _rule

    rule = _rule(text, datetime(1970, 1, 1))
    if isinstance(rule, rruleset):
        raise ValueError(f"more than one rule: {text!r}")  # noqa: TRY004  what is wrong is the text
    return rule


def _rule(text: str, starts_at: datetime) -> rrule | rruleset:
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - an empty week, the first picture, needs none

    return rrulestr(text, dtstart=starts_at)


def _near(parts: dict[str, str], starts_at: datetime, first: date) -> datetime:
    """A start near a window for the same instances, with what the rule takes from its own start made explicit."""
    interval = int(parts.get("INTERVAL", "1"))
    day = starts_at.date()
    match parts.get("FREQ"):
        case "DAILY":
            days = (first - day).days // interval * interval
            return starts_at + max(days, 0) * _DAY
        case "WEEKLY":
            if not _DAY_PARTS & parts.keys():
                parts["BYDAY"] = WEEKDAYS[day.weekday()]
            # One period early: the week in which an expansion begins is not whole.
            weeks = ((first - day).days // (7 * interval) - 1) * interval
            return starts_at + max(weeks, 0) * 7 * _DAY
        case "MONTHLY":
            if not _DAY_PARTS & parts.keys():
                parts["BYMONTHDAY"] = str(day.day)
            months = ((first.year - day.year) * 12 + first.month - day.month) // interval * interval
            if months <= 0:
                return starts_at
            years, month = divmod(day.month - 1 + months, 12)
            return starts_at.replace(year=day.year + years, month=month + 1, day=1)
        case "YEARLY":
            if not _DAY_PARTS & parts.keys():
                parts.setdefault("BYMONTH", str(day.month))
                parts["BYMONTHDAY"] = str(day.day)
            years = (first.year - day.year) // interval * interval
            return starts_at if years <= 0 else starts_at.replace(year=day.year + years, month=1, day=1)
        case _:
            return starts_at
