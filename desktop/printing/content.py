"""What stands on the paper, gathered from a board: values that the painting only has to lay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.records import Activity, Board, Member, Platform, PlatformKind, Status, Week
from desktop.planning.all_day import AllDayChip, ChipKind, chips
from desktop.planning.budget import day_minutes, week_budget
from desktop.planning.cards import post_cards
from desktop.planning.recurrence import occurrences
from desktop.planning.week import elapsed, instant, wall


@dataclass(frozen=True, slots=True)
class PaperPost:
    """A post at a moment (wall clock). `picture` is a SHA-256 name; `person` and `title` may be empty."""

    moment: datetime
    kinds: tuple[PlatformKind, ...]
    names: tuple[str, ...]
    title: str
    status: Status
    is_overdue: bool
    person: str
    picture: str | None


@dataclass(frozen=True, slots=True)
class PaperBlock:
    """A work block; `minutes` is what really passes."""

    starts_at: datetime
    ends_at: datetime
    kinds: tuple[PlatformKind, ...]
    activity: Activity
    title: str
    minutes: int
    is_done: bool
    person: str


@dataclass(frozen=True, slots=True)
class PaperDay:
    """A day: `minutes` of work, what the whole day is, posts and blocks in order of time."""

    day: date
    minutes: int
    chips: tuple[AllDayChip, ...]
    posts: tuple[PaperPost, ...]
    blocks: tuple[PaperBlock, ...]


@dataclass(frozen=True, slots=True)
class PaperBudget:
    """How many minutes a platform's week has, of its target."""

    platform: Platform
    planned: int
    target: int


@dataclass(frozen=True, slots=True)
class PaperWeek:
    """A whole week; `now` is the wall clock at which it was read."""

    name: str
    week: Week
    now: datetime
    budgets: tuple[PaperBudget, ...]
    days: tuple[PaperDay, ...]
    campaigns: tuple[AllDayChip, ...]


def paper_week(board: Board, week: Week, now: datetime, holidays: Mapping[date, str], language: str) -> PaperWeek:
    """Gather one of the board's weeks; `now` is a UTC instant, `language` that of computed occasions."""
    found = chips(board, week, holidays, language)
    blocks, posts = _blocks(board, week), _posts(board, week, now)
    return PaperWeek(
        name=board.plan.name,
        week=week,
        now=wall(now, ZoneInfo(board.plan.zone)),
        budgets=tuple(PaperBudget(each.platform, each.planned, each.target) for each in week_budget(board, week, now)),
        days=tuple(
            PaperDay(
                day=day,
                minutes=day_minutes(board, day),
                chips=tuple(chip for chip in found if chip.kind is not ChipKind.CAMPAIGN and chip.first == day),
                posts=tuple(post for post in posts if post.moment.date() == day),
                blocks=tuple(block for block in blocks if block.starts_at.date() == day),
            )
            for day in week.days
        ),
        campaigns=tuple(chip for chip in found if chip.kind is ChipKind.CAMPAIGN),
    )


def _short_names(members: Sequence[Member]) -> dict[int, str]:
    """First names, whole ones where two people share a first name."""
    firsts = Counter(each.name.partition(" ")[0] for each in members)
    found = {}
    for each in members:
        first = each.name.partition(" ")[0]
        found[each.id] = first if firsts[first] == 1 else each.name
    return found


def _posts(board: Board, week: Week, now: datetime) -> list[PaperPost]:
    platforms = {each.id: each for each in board.platforms}
    members = _short_names(board.members)
    owners = {each.id: each.owner_id for each in board.posts}
    return [
        PaperPost(
            moment=card.moment,
            kinds=tuple(platforms[each].kind for each in card.platform_ids),
            names=tuple(platforms[each].name for each in card.platform_ids),
            title=card.title,
            status=card.status,
            is_overdue=card.is_overdue,
            person=members.get(owners[card.post_id] or 0, ""),
            picture=card.pictures[0] if card.pictures else None,
        )
        for card in post_cards(board, week, now)
    ]


def _blocks(board: Board, week: Week) -> list[PaperBlock]:
    zone = ZoneInfo(board.plan.zone)
    kinds = {each.id: each.kind for each in board.platforms}
    members = _short_names(board.members)
    found = [
        PaperBlock(
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            kinds=tuple(kinds[share.platform_id] for share in each.shares),
            activity=each.activity,
            title=each.title,
            minutes=elapsed(each.starts_at, each.ends_at, zone),
            is_done=each.is_done,
            person=members.get(each.member_id or 0, ""),
        )
        for each in occurrences(board, week)
    ]
    return sorted(found, key=lambda block: instant(block.starts_at, zone))
