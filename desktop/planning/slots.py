"""Where there is still room: the next free slot for work or a post, and what overlaps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.records import Board, Hours, Status, Week
from desktop.planning.busy_times import busy_spans, is_away
from desktop.planning.cards import BlockKey, moment
from desktop.planning.recurrence import Occurrence, occurrences
from desktop.planning.week import DAY_MINUTES, STEP, at, instant, minute_of_day, rounded_up, settled, wall


def free_slot(board: Board, days: Sequence[date], minutes: int, now: datetime) -> datetime | None:
    """The first free quarter of an hour, from `now` (UTC instant) on, at which so many minutes of work fit.

    Work fits into the working hours of a day on which the business is open, beside no other block and nothing that
    another calendar has. A post (`minutes` 0) goes to its usual time or, where another post or an appointment stands,
    to the next free quarter; several days are tried without those that are closed, free of work or taken whole by
    another calendar, a single one is taken as it is. None when nothing is free. The board must hold the weeks of all
    days.
    """
    zone = ZoneInfo(board.plan.zone)
    today = wall(now, zone)
    ahead = [day for day in days if day >= today.date()]
    if minutes == 0 and len(days) == 1:
        open_days = {day: Hours(0, DAY_MINUTES) for day in ahead}
    else:
        open_days = {
            day: hours for day in ahead if (hours := working_hours(board, day)) is not None and not is_away(board, day)
        }
    for day, hours in open_days.items():
        # The minute that has begun is over.
        earliest = minute_of_day(today, day) + 1 if day == today.date() else 0
        if minutes == 0:
            usual = board.plan.post_minute
            found = _post_slot(board, day, usual if usual >= earliest else rounded_up(earliest), zone)
        else:
            found = _work_slot(board, day, Hours(max(hours.starts, earliest), hours.ends), minutes, zone)
        if found is not None:
            return found
    return None


def working_hours(board: Board, day: date) -> Hours | None:
    """The working hours of a day; None when nobody works or the business is closed."""
    is_closed = any(closed.day == day or closed.weekday == day.weekday() for closed in board.closed_days)
    return None if is_closed else board.plan.working_hours[day.weekday()]


def overlaps(
    board: Board, starts_at: datetime, ends_at: datetime, besides: Collection[BlockKey] = ()
) -> tuple[Occurrence, ...]:
    """The work that lies between two wall-clock times of one day, by start, but for the blocks named."""
    zone = ZoneInfo(board.plan.zone)
    begins, ends = instant(starts_at, zone), instant(ends_at, zone)
    return tuple(
        occurrence
        for occurrence in occurrences(board, Week.of(starts_at))
        if instant(occurrence.starts_at, zone) < ends
        and begins < instant(occurrence.ends_at, zone)
        and occurrence.key not in besides
    )


def _work_slot(board: Board, day: date, hours: Hours, minutes: int, zone: ZoneInfo) -> datetime | None:
    busy = busy_spans(board, day)
    start = rounded_up(hours.starts)
    while start + minutes <= hours.ends:
        slot = at(day, start)
        in_the_way = [minute_of_day(each.ends_at, day) for each in overlaps(board, slot, at(day, start + minutes))]
        in_the_way += (until for since, until in busy if since < start + minutes and start < until)
        # Nothing begins in the gap of a clock change.
        if not in_the_way and settled(slot, zone) == slot:
            return slot
        start = rounded_up(max([start + STEP, *in_the_way]))
    return None


def _post_slot(board: Board, day: date, minute: int, zone: ZoneInfo) -> datetime | None:
    taken = {
        minute_of_day(goes_out, day) // STEP
        for post in board.posts
        for version in post.variants
        if version.status is not Status.SKIPPED
        and (goes_out := moment(version, zone)) is not None
        and goes_out.date() == day
    }
    busy = busy_spans(board, day, with_whole_days=False)
    for start in (minute, *range(rounded_up(minute + 1), DAY_MINUTES, STEP)):
        shown = at(day, start)
        is_free = start // STEP not in taken and not any(since <= start < until for since, until in busy)
        if start < DAY_MINUTES and is_free and shown == settled(shown, zone):
            return shown
    return None
