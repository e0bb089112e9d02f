"""Time entries of a week: grouped by day, filled in and corrected by hand, still to be ticked, ready for export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import Changes, MadeBy, TimeEntry, Week
from desktop.planning.budget import booked_minutes, occurrence_minutes
from desktop.planning.recurrence import occurrences
from desktop.planning.status import would_book
from desktop.planning.week import DAY_MINUTES, at, instant, minute_of_day, settled, wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.records import Activity, Board
    from desktop.planning.recurrence import Occurrence

_MINUTE = timedelta(minutes=1)
_MORNING = 540  # for a day off: nine o'clock


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A time entry as wall clock. `ends` is None while its timer runs; `minutes` are those within the week."""

    entry: TimeEntry
    starts: datetime
    ends: datetime | None
    minutes: int


@dataclass(frozen=True, slots=True)
class EntryDay:
    """What was worked on a day: lines by start, and their minutes together."""

    day: date
    lines: tuple[EntryLine, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class StillOpen:
    """An occurrence that is over and not ticked: minutes planned, measured already, and what its tick would enter."""

    occurrence: Occurrence
    planned: int
    measured: int
    coming: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """Why a cell cannot be filled in: so many of its minutes were not entered by hand."""

    minutes: int


@dataclass(frozen=True, slots=True)
class ExportRow:
    """An entry's part of one day: minutes after midnight as the clock shows them, and how many really passed."""

    entry: TimeEntry
    day: date
    starts: int
    ends: int
    minutes: int


def week_span(week: Week, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The instants at which a week begins and ends."""
    return instant(at(week.monday, 0), zone), instant(at(week.shifted(1).monday, 0), zone)


def entry_days(entries: Iterable[TimeEntry], week: Week, zone: ZoneInfo, now: datetime) -> tuple[EntryDay, ...]:
    """The entries that touch a week by day, newest day first; one that began before the week stands on its Monday.

    `now` is a UTC instant, up to which a running entry counts.
    """
    starts, ends = week_span(week, zone)
    days: dict[date, list[EntryLine]] = {}
    for entry in sorted(entries, key=lambda each: (each.started_at, each.id)):
        if entry.started_at >= ends or (entry.ended_at is not None and entry.ended_at <= starts):
            continue
        begun = wall(entry.started_at, zone)
        line = EntryLine(
            entry,
            begun,
            None if entry.ended_at is None else wall(entry.ended_at, zone),
            booked_minutes(entry, now, starts, ends),
        )
        days.setdefault(max(begun.date(), week.monday), []).append(line)
    return tuple(
        EntryDay(day, tuple(days[day]), sum(line.minutes for line in days[day])) for day in sorted(days, reverse=True)
    )


def clock_span(entry: TimeEntry, zone: ZoneInfo) -> tuple[date, int, int]:
    """The day on which an entry starts, and start and end in minutes after midnight; an end at midnight is 1440.

    The end may belong to a later day. A running entry ends where it starts.
    """
    starts, ends = wall(entry.started_at, zone), wall(entry.ended_at or entry.started_at, zone)
    until = _end_day(starts, ends)
    return starts.date(), minute_of_day(starts, starts.date()), minute_of_day(ends, until)


def retimed(entry: TimeEntry, day: date, starts: int, ends: int, zone: ZoneInfo) -> TimeEntry | None:
    """The entry at another time of the clock, in the terms of `clock_span`; None when it would not last.

    What is not changed keeps its instant, seconds and all. An entry over midnight stays over midnight. In an hour that
    passes twice the first pass is meant, for the end the first one after the start.
    """
    old_day, old_starts, old_ends = clock_span(entry, zone)
    old_end = wall(entry.ended_at or entry.started_at, zone)
    over = (_end_day(wall(entry.started_at, zone), old_end) - old_day).days
    is_same_day = day == old_day
    begun = entry.started_at if is_same_day and starts == old_starts else instant(at(day, starts), zone)
    if is_same_day and ends == old_ends and entry.ended_at is not None and entry.ended_at > begun:
        return replace(entry, started_at=begun)
    for fold in (0, 1):
        ended = instant(settled(at(day + timedelta(days=over), ends, fold), zone), zone)
        if ended > begun:
            return replace(entry, started_at=begun, ended_at=ended)
    return None


def corrected(entry: TimeEntry, new: TimeEntry) -> TimeEntry:
    """The entry as the user wants it; marked as corrected if its time, platform or activity is another one."""
    facts = ("platform_id", "activity", "started_at", "ended_at")
    differs = any(getattr(entry, fact) != getattr(new, fact) for fact in facts)
    return replace(new, is_corrected=entry.is_corrected or differs)


def filled_in(
    board: Board, week: Week, platform_id: int, activity: Activity, minutes: int, now: datetime
) -> Changes | Fixed:
    """Make a platform's minutes of an activity in a week be `minutes`, through entries made by hand.

    What is missing prolongs the newest plain entry of the cell made by hand if its day has room, else becomes a new
    one on today or, in a past week, its last working day. What is too much is taken from entries made by hand, newest
    first; `Fixed` when they do not suffice. `now` is a UTC instant. Raises ValueError for a week that has not begun.
    """
    zone = ZoneInfo(board.plan.zone)
    starts, ends = week_span(week, zone)
    if starts > now:
        raise ValueError(f"nothing can have been worked in {week} yet")
    mine = [entry for entry in board.entries if (entry.platform_id, entry.activity) == (platform_id, activity)]
    done = sum(booked_minutes(entry, now, starts, ends) for entry in mine)
    by_hand = [
        entry
        for entry in sorted(mine, key=lambda each: each.started_at, reverse=True)
        if entry.made_by is MadeBy.MANUAL and entry.ended_at and starts <= entry.started_at and entry.ended_at <= ends
    ]
    if minutes >= done:
        return _more(board, week, by_hand, (platform_id, activity, minutes - done), now)
    fixed = done - sum(booked_minutes(entry, now) for entry in by_hand)
    return _less(by_hand, done - minutes) if minutes >= fixed else Fixed(fixed)


def still_open(board: Board, week: Week, now: datetime) -> tuple[StillOpen, ...]:
    """The occurrences of a week that are over at `now` (UTC instant) and not ticked, by start."""
    zone = ZoneInfo(board.plan.zone)
    blocks = {block.id: block for block in board.blocks}
    found = []
    for occurrence in occurrences(board, week):
        if occurrence.is_done or instant(occurrence.ends_at, zone) > now:
            continue
        block = blocks[occurrence.block_id]
        planned = sum(occurrence_minutes(board, occurrence).values())
        measured = sum(
            booked_minutes(entry, now)
            for entry in board.entries
            if entry.block_id == block.id and (block.rrule is None or entry.original_at == occurrence.original_at)
        )
        found.append(StillOpen(occurrence, planned, measured, would_book(board, block, occurrence, now)))
    return tuple(found)


def export_rows(entries: Iterable[TimeEntry], zone: ZoneInfo) -> Iterator[ExportRow]:
    """The entries day by day, by start; those over midnight are cut there, a running one is left out."""
    for entry in sorted(entries, key=lambda each: (each.started_at, each.id)):
        if entry.ended_at is None:
            continue
        day = wall(entry.started_at, zone).date()
        while (midnight := instant(at(day, 0), zone)) < entry.ended_at:
            after = instant(at(day, DAY_MINUTES), zone)
            minutes = booked_minutes(entry, entry.ended_at, midnight, after)
            if minutes:
                starts = wall(max(entry.started_at, midnight), zone)
                ends = DAY_MINUTES if entry.ended_at >= after else minute_of_day(wall(entry.ended_at, zone), day)
                yield ExportRow(entry, day, minute_of_day(starts, day), ends, minutes)
            day += timedelta(days=1)


def _end_day(starts: datetime, ends: datetime) -> date:
    """The day on which a time of work ends; midnight still belongs to the day before."""
    is_midnight = (ends.hour, ends.minute) == (0, 0) and ends.date() > starts.date()
    return ends.date() - timedelta(days=1) if is_midnight else ends.date()


def _more(
    board: Board, week: Week, by_hand: list[TimeEntry], wanted: tuple[int, Activity, int], now: datetime
) -> Changes:
    platform_id, activity, minutes = wanted
    if not minutes:
        return Changes()
    zone = ZoneInfo(board.plan.zone)
    for entry in by_hand[:1]:
        is_plain = entry.post_id is None and entry.block_id is None and not entry.note
        until = (entry.ended_at or entry.started_at) + minutes * _MINUTE
        midnight = instant(at(wall(entry.started_at, zone).date(), DAY_MINUTES), zone)
        if is_plain and until <= min(midnight, max(now, entry.started_at)):
            return Changes(entries=(replace(entry, ended_at=until, is_corrected=True),))
    day, starts = _free_time(board, week, minutes, now)
    begun = instant(at(day, starts), zone)
    new = TimeEntry(0, platform_id, activity, begun, begun + minutes * _MINUTE, MadeBy.MANUAL)
    return Changes(entries=(new,))


def _less(by_hand: list[TimeEntry], minutes: int) -> Changes:
    shortened, removed = [], set()
    for entry in by_hand:
        if not minutes or entry.ended_at is None:
            break
        own = booked_minutes(entry, entry.ended_at)
        if own <= minutes:
            removed.add(entry.id)
        else:
            ended_at = entry.ended_at - minutes * _MINUTE
            shortened.append(replace(entry, ended_at=ended_at, is_corrected=True))
        minutes -= min(own, minutes)
    return Changes(entries=tuple(shortened), removed_entries=frozenset(removed))


def _free_time(board: Board, week: Week, minutes: int, now: datetime) -> tuple[date, int]:
    """A day of the week and a minute of it for work that somebody remembers: behind what is entered there already."""
    zone = ZoneInfo(board.plan.zone)
    today = wall(now, zone)
    if today.date() in week.days:
        day, latest = today.date(), today.hour * 60 + today.minute
    else:
        hours = board.plan.working_hours
        working = [each for each in week.days if hours[each.weekday()] is not None]
        day, latest = (working or week.days)[-1], DAY_MINUTES
    own = board.plan.working_hours[day.weekday()]
    starts = own.starts if own is not None else _MORNING
    for entry in board.entries:
        if entry.ended_at is not None and (until := wall(entry.ended_at, zone)).date() == day:
            starts = max(starts, until.hour * 60 + until.minute)
    return day, max(min(starts, latest - minutes), 0)
