"""The week as lines: posts and work in order of time, filtered and grouped."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from db.records import Board, Week
from desktop.planning.all_day import ChipKind
from desktop.planning.cards import CardKey, PostCard, post_cards
from desktop.planning.recurrence import Occurrence, occurrences
from desktop.planning.week import elapsed, instant

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from desktop.planning.all_day import AllDayChip


class Kind(StrEnum):
    """Which lines are wanted."""

    ALL = "all"
    POSTS = "posts"
    BLOCKS = "blocks"


class Grouping(StrEnum):
    """What stands in the headings."""

    DAY = "day"
    PLATFORM = "platform"
    STATUS = "status"
    CAMPAIGN = "campaign"


class State(StrEnum):
    """What a line says about itself; work is planned, still open (over, not ticked) or done."""

    LATE = "late"
    STILL_OPEN = "still_open"
    HELD = "held"
    IDEA = "idea"
    DRAFT = "draft"
    REVIEW = "review"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    SKIPPED = "skipped"
    DONE = "done"


_STATES = tuple(State)


class Anchor(NamedTuple):
    """What a line remains the same by while it is moved: of a post its first version, of a series its place."""

    block_id: int
    post_id: int
    variant_id: int
    original_at: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """A post at a moment, or one occurrence of a work block. Times are wall clock; `minutes` 0 for posts."""

    item: PostCard | Occurrence
    state: State
    platform_ids: tuple[int, ...]
    member_id: int | None
    minutes: int

    @property
    def key(self) -> CardKey:
        """The name of its card."""
        return self.item.key

    @property
    def starts_at(self) -> datetime:
        """When it begins, or goes out."""
        return self.item.moment if isinstance(self.item, PostCard) else self.item.starts_at

    @property
    def anchor(self) -> Anchor:
        """The same before and after a move."""
        if isinstance(self.item, PostCard):
            return Anchor(0, self.item.post_id, self.item.variant_ids[0], None)
        return Anchor(self.item.block_id, 0, 0, self.item.original_at if self.item.is_series else None)

    @property
    def is_finished(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.state in {State.PUBLISHED, State.SKIPPED, State.DONE}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter: everything that is given has to hold; empty sets and None leave things as they are."""

    kind: Kind = Kind.ALL
    states: frozenset[State] = frozenset()
    platform_ids: frozenset[int] = frozenset()
    member_id: int | None = None
    hides_finished: bool = False
    words: str = ""
    grouping: Grouping = Grouping.DAY

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing is left out but, perhaps, what is finished."""
        return replace(self, hides_finished=False, grouping=Grouping.DAY) == Wanted()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading: a day, a platform's id, a state, or a campaign's id; None is "without"."""

    of: date | int | State | None
    lines: tuple[Line, ...]

    @property
    def posts(self) -> int:
        """How many posts there are."""
        return sum(isinstance(line.item, PostCard) for line in self.lines)

    @property
    def minutes(self) -> int:
        """The work."""
        return sum(line.minutes for line in self.lines)


def agenda_lines(board: Board, week: Week, now: datetime) -> tuple[Line, ...]:
    """Everything in a week by its moment, work before posts at the same one; `now` is a UTC instant."""
    zone = ZoneInfo(board.plan.zone)
    owners = {post.id: post.owner_id for post in board.posts}
    lines = [_work_line(each, now, zone) for each in occurrences(board, week)]
    for card in post_cards(board, week, now):
        state = State.LATE if card.is_overdue else State(card.status.value)
        lines.append(Line(card, state, card.platform_ids, owners[card.post_id], 0))
    return tuple(sorted(lines, key=lambda line: instant(line.starts_at, zone)))


def _work_line(occurrence: Occurrence, now: datetime, zone: ZoneInfo) -> Line:
    is_over = instant(occurrence.ends_at, zone) <= now
    state = State.DONE if occurrence.is_done else State.STILL_OPEN if is_over else State.SCHEDULED
    platforms = tuple(share.platform_id for share in occurrence.shares)
    minutes = elapsed(occurrence.starts_at, occurrence.ends_at, zone)
    return Line(occurrence, state, platforms, occurrence.member_id, minutes)


def filtered(lines: Iterable[Line], wanted: Wanted, found: Container[CardKey] | None = None) -> tuple[Line, ...]:
    """The lines that a filter lets through; `found` are the keys of those that have its words, None without any."""
    return tuple(line for line in lines if _is_wanted(line, wanted) and (found is None or line.key in found))


def _is_wanted(line: Line, wanted: Wanted) -> bool:
    is_post = isinstance(line.item, PostCard)
    return (
        (wanted.kind is Kind.ALL or (wanted.kind is Kind.POSTS) == is_post)
        and (not wanted.states or line.state in wanted.states)
        and (not wanted.platform_ids or not wanted.platform_ids.isdisjoint(line.platform_ids))
        and (wanted.member_id is None or wanted.member_id == line.member_id)
        and not (wanted.hides_finished and line.is_finished)
    )


def grouped(lines: Iterable[Line], grouping: Grouping, board: Board) -> tuple[Group, ...]:
    """The lines under their headings, in the order in which they are always shown; every line stands once.

    A line of several platforms stands with the first of them.
    """
    found: dict[date | int | State | None, list[Line]] = {}
    for line in lines:
        found.setdefault(_heading(line, grouping), []).append(line)
    order: list[date | int | State | None]
    match grouping:
        case Grouping.DAY:
            order = list(found)
        case Grouping.PLATFORM:
            order = [platform.id for platform in board.platforms]
        case Grouping.STATUS:
            order = list(_STATES)
        case _:
            order = [campaign.id for campaign in board.campaigns]
    # Work may have no platform and no campaign.
    return tuple(Group(of, tuple(found[of])) for of in dict.fromkeys([*order, None]) if of in found)


def _heading(line: Line, grouping: Grouping) -> date | int | State | None:
    match grouping:
        case Grouping.DAY:
            return line.starts_at.date()
        case Grouping.PLATFORM:
            return line.platform_ids[0] if line.platform_ids else None
        case Grouping.STATUS:
            return line.state
    return line.item.campaign_id


def whole_days(chips: Iterable[AllDayChip]) -> dict[date, tuple[str, ...]]:
    """The names of what belongs to each day, campaigns aside, which last for weeks."""
    found: dict[date, tuple[str, ...]] = {}
    for chip in chips:
        if chip.kind is not ChipKind.CAMPAIGN:
            for number in range((chip.last - chip.first).days + 1):
                day = chip.first + timedelta(days=number)
                found[day] = (*found.get(day, ()), chip.name)
    return found


def written(wanted: Wanted) -> str:
    """A filter as JSON, for keeping."""
    return json.dumps(
        {
            "kind": wanted.kind,
            "states": sorted(wanted.states),
            "platforms": sorted(wanted.platform_ids),
            "member": wanted.member_id,
            "hides_finished": wanted.hides_finished,
            "words": wanted.words,
            "grouping": wanted.grouping,
        }
    )


def understood(text: str, board: Board) -> Wanted:
    """The filter that `written` wrote, without what the plan no longer has; raises ValueError for any other text."""
    try:
        found = json.loads(text)
        members = {member.id for member in board.members}
        return Wanted(
            Kind(found["kind"]),
            frozenset(State(each) for each in found["states"]),
            frozenset(found["platforms"]) & {platform.id for platform in board.platforms},
            found["member"] if found["member"] in members else None,
            bool(found["hides_finished"]),
            str(found["words"]),
            Grouping(found["grouping"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a filter: {text!r}") from error
