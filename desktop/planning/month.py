"""What a month shows: its weeks and days, where posts are missing, how formats mix, what is too few or many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import Post, Status, Week
from desktop.planning.budget import PlatformBudget, WeekTotal, week_budget, week_total
from desktop.planning.cards import PostCard, moment, post_cards
from desktop.planning.recurrence import expand
from desktop.planning.week import elapsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from db.records import Board, Platform, TimeEntry

_DAY = timedelta(days=1)
_MOST_DOTS = 8
_NO_PLATFORMS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day: its posts by time, and the minutes of its work blocks."""

    day: date
    posts: tuple[PostCard, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class MonthWeek:
    """A row of the month, Monday first; `budgets` are those of the active platforms, in order, once reckoned."""

    week: Week
    days: tuple[MonthDay, ...]
    budgets: tuple[PlatformBudget, ...] = ()

    @property
    def total(self) -> WeekTotal:
        """All platforms together."""
        return week_total(self.budgets)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row, both included, on which nothing goes out."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it."""
        return tuple(self.first + n * _DAY for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Habit:
    """A platform that misses its corridor in most weeks: in `weeks` out of `of`, below or above `limit` posts."""

    platform: Platform
    weeks: int
    of: int
    limit: int
    is_above: bool


def month_weeks(year: int, month: int) -> tuple[Week, ...]:
    """The ISO weeks that have a day in the month: four to six."""
    week, last = Week.of(date(year, month, 1)), Week.of(month_end(year, month))
    found = [week]
    while found[-1] != last:
        found.append(found[-1].shifted(1))
    return tuple(found)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - _DAY


def month_later(year: int, month: int, months: int) -> tuple[int, int]:
    """The month so many months later, earlier when negative."""
    years, place = divmod(year * 12 + month - 1 + months, 12)
    return years, place + 1


def shown_weeks(
    board: Board, weeks: Sequence[Week], now: datetime, hidden: frozenset[int] = _NO_PLATFORMS
) -> tuple[MonthWeek, ...]:
    """The rows of a month, still without budgets; `now` is a UTC instant.

    Posts that go out on `hidden` platforms alone are left out.
    """
    posts = _posts_by_week(board, weeks)
    minutes = _minutes_by_day(board, weeks)
    found = []
    for week in weeks:
        by_day: dict[date, list[PostCard]] = {day: [] for day in week.days}
        for card in post_cards(replace(board, posts=tuple(posts[week])), week, now):
            if not hidden or not hidden.issuperset(card.platform_ids):
                by_day[card.moment.date()].append(card)
        days = tuple(MonthDay(day, tuple(cards), minutes[day]) for day, cards in by_day.items())
        found.append(MonthWeek(week, days))
    return tuple(found)


def with_budgets(board: Board, rows: Sequence[MonthWeek], now: datetime) -> tuple[MonthWeek, ...]:
    """The rows with the budgets of their weeks, which take longer than all the rest; hidden posts count."""
    posts = _posts_by_week(board, [row.week for row in rows])
    parts = _Parts(board, now)
    return tuple(replace(row, budgets=week_budget(parts.of(row.week, posts[row.week]), row.week, now)) for row in rows)


class _Parts:
    """Cuts a board into weeks: what does not belong to a week, over any number of links, does not count in it."""

    def __init__(self, board: Board, now: datetime) -> None:
        self._board = board
        self._posts = {post.id: post for post in board.posts}
        self._blocks = {block.id: block for block in board.blocks}
        self._linked: dict[int, set[int]] = {}
        for block in board.blocks:
            for link in block.links:
                self._linked.setdefault(link.post_id, set()).add(block.id)
        self._series = {block.id for block in board.blocks if block.rrule is not None or block.exceptions}
        self._once: dict[Week, set[int]] = {}
        for block in board.blocks:
            if block.id not in self._series:
                self._once.setdefault(Week.of(block.starts_at), set()).add(block.id)
        self._entries: dict[Week, list[TimeEntry]] = {}
        for entry in board.entries:
            for week in _touched(entry, now):
                self._entries.setdefault(week, []).append(entry)

    def of(self, week: Week, posts: Iterable[Post]) -> Board:
        """The board of one of the weeks; `posts` are those with a version in it."""
        blocks = self._series | self._once.get(week, set())
        wanted = {post.id for post in posts}
        new_posts, new_blocks = set(wanted), set(blocks)
        while new_posts or new_blocks:
            found_blocks = {each for post_id in new_posts for each in self._linked.get(post_id, ())} - blocks
            links = (self._blocks[block_id].links for block_id in new_blocks)
            found_posts = {link.post_id for each in links for link in each if link.post_id in self._posts} - wanted
            wanted |= found_posts
            blocks |= found_blocks
            new_posts, new_blocks = found_posts, found_blocks
        return replace(
            self._board,
            posts=tuple(self._posts[post_id] for post_id in sorted(wanted)),
            blocks=tuple(self._blocks[block_id] for block_id in sorted(blocks)),
            entries=tuple(self._entries.get(week, ())),
        )


def _touched(entry: TimeEntry, now: datetime) -> Iterator[Week]:
    """The weeks in which minutes of an entry may lie: instants and a zone's days are at most a day apart."""
    week, last = Week.of(entry.started_at - _DAY), Week.of((entry.ended_at or now) + _DAY)
    yield week
    while week < last:
        week = week.shifted(1)
        yield week


def _posts_by_week(board: Board, weeks: Sequence[Week]) -> Mapping[Week, list[Post]]:
    """The posts that have a version in a week, in the board's order."""
    zone = ZoneInfo(board.plan.zone)
    found: dict[Week, list[Post]] = {week: [] for week in weeks}
    week_of = {day: week for week in weeks for day in week.days}
    for post in board.posts:
        moments = {at.date() for variant in post.variants if (at := moment(variant, zone)) is not None}
        for week in {week_of[day] for day in moments if day in week_of}:
            found[week].append(post)
    return found


def _minutes_by_day(board: Board, weeks: Sequence[Week]) -> Counter[date]:
    """The work of all days from the first week to the last."""
    zone, minutes = ZoneInfo(board.plan.zone), Counter[date]()
    first, last = weeks[0].monday, weeks[-1].days[-1]
    for block in board.blocks:
        if block.rrule is None and not first <= block.starts_at.date() <= last:
            continue
        for occurrence in expand(block, first, last, zone):
            minutes[occurrence.starts_at.date()] += elapsed(occurrence.starts_at, occurrence.ends_at, zone)
    return minutes


def work_dots(minutes: int) -> int:
    """One dot for an hour of work, rounded, at most 8; any work at all has one."""
    return min(max((minutes + 30) // 60, 1), _MOST_DOTS) if minutes > 0 else 0


def filled_days(weeks: Iterable[MonthWeek]) -> frozenset[date]:
    """The days on which something goes out: skipped posts do not."""
    return frozenset(
        day.day for week in weeks for day in week.days if any(card.status is not Status.SKIPPED for card in day.posts)
    )


def gaps(weeks: Sequence[Week], filled: Collection[date], today: date) -> tuple[Gap, ...]:
    """Where posts are missing within weeks that follow each other, in order.

    Two or more days in a row are a gap, a single one only when it is yet to come and posts go out the day before and
    the day after. Weeks without any post belong to it between two others that have some: before the first and after
    the last of them nothing has been planned, which is no gap.
    """
    working = [place for place, week in enumerate(weeks) if any(day in filled for day in week.days)]
    if not working:
        return ()
    found = []
    run: list[date] = []
    for day in (day for week in weeks[working[0] : working[-1] + 1] for day in week.days):
        if day not in filled:
            run.append(day)
            continue
        found += _gap(run, filled, today)
        run = []
    return (*found, *_gap(run, filled, today))


def _gap(run: list[date], filled: Collection[date], today: date) -> list[Gap]:
    if len(run) > 1:
        return [Gap(run[0], run[-1])]
    is_between = bool(run) and run[0] - _DAY in filled and run[0] + _DAY in filled
    return [Gap(run[0], run[0])] if is_between and run[0] > today else []


def format_mix(weeks: Iterable[MonthWeek], year: int, month: int) -> tuple[tuple[str | None, int], ...]:
    """How many posts of each format go out in a month, most first; None stands for posts without one."""
    posts = {
        card.post_id: card.format_key
        for week in weeks
        for day in week.days
        if (day.day.year, day.day.month) == (year, month)
        for card in day.posts
        if card.status is not Status.SKIPPED
    }
    counts = Counter(posts.values())
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0] is None, each[0] or "")))


def habits(weeks: Iterable[MonthWeek]) -> tuple[Habit, ...]:
    """The platforms that have too few or too many posts in more than half of the weeks in which anything goes out."""
    counted = [week for week in weeks if any(budget.posts for budget in week.budgets)]
    found = []
    for budgets in zip(*(week.budgets for week in counted), strict=True):
        least, most = budgets[0].corridor
        below = sum(budget.posts < least for budget in budgets)
        above = sum(budget.posts > most for budget in budgets)
        if 2 * max(below, above) > len(counted):
            is_above = above > below
            limit = most if is_above else least
            found.append(Habit(budgets[0].platform, max(below, above), len(counted), limit, is_above))
    return tuple(found)
