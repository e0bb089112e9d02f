"""What lasts whole days in a calendar: campaigns, the plan's own occasions and closed days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from db.derived_uids import DayKind, day_uid, derived_uid, nothing_uid
from db.feed_records import DEFAULT_PAST_DAYS, Privacy
from db.records import Board
from desktop.feeds import origin
from desktop.feeds.entries import Entry, Unit
from desktop.feeds.origin import OriginKind
from desktop.feeds.plain_text import line
from desktop.feeds.scope import Scope
from desktop.feeds.stamps import Stamps
from desktop.feeds.words import Words
from desktop.planning.recurrence import WEEKDAYS, rule_starts

_DAY = timedelta(days=1)


class WholeDays:
    """Collects them; `first` and `last` are the days for which what repeats is written one by one."""

    def __init__(self, board: Board, scope: Scope, words: Words, stamps: Stamps, first: date, last: date) -> None:
        self._board = board
        self._scope = scope
        self._words = words
        self._stamps = stamps
        self._first = first
        self._last = last

    def units(self) -> Iterator[Unit]:
        """All of them; they tell nothing in a calendar that only says when time is taken."""
        if not self._scope.has_days or self._scope.privacy is Privacy.BUSY:
            return
        for entry in (*self._campaigns(), *self._occasions(), *self._closed_days()):
            yield from self._units_of(entry.told(self._scope.privacy, self._words))

    def nothing(self) -> Unit:
        """The line of a calendar without any event, on a day that does not move: that of the plan's birth.

        Where days were asked for, it stands on the first of them.
        """
        day = self._stamps.born.astimezone(self._stamps.zone).date()
        if self._scope.first is not None and not self._scope.keeps_series:
            day = self._scope.first
        uid = nothing_uid(self._board.plan.created_at)
        stamp = self._stamps.of(uid, uid, self._stamps.born)
        return Unit((Entry(*stamp, starts=day, ends=day + _DAY, summary=self._words.nothing),), day, day)

    def _campaigns(self) -> Iterator[Entry]:
        word, wanted = self._words.campaign, self._scope.campaign_ids
        for campaign in self._board.campaigns:
            if wanted is None or campaign.id in wanted:
                entry = self._entry(DayKind.CAMPAIGN, campaign.id, campaign.starts_on, campaign.ends_on, word)
                name = line(campaign.name)
                was = origin.of_day(OriginKind.CAMPAIGN, campaign.name)
                yield replace(entry, summary=f"{word}: {name}" if name else word, text=campaign.brief, origin=was)

    def _occasions(self) -> Iterator[Entry]:
        for occasion in self._board.occasions:
            # The window shows what is yearly in earlier years too.
            year = min(occasion.day.year, self._stamps.born.year - 1) if occasion.is_yearly else occasion.day.year
            day = _in_year(occasion.day, year)
            entry = self._entry(DayKind.OCCASION, occasion.id, day, day, self._words.occasion)
            yield replace(
                entry,
                summary=line(occasion.name) or self._words.occasion,
                origin=origin.of_day(OriginKind.OCCASION, occasion.name),
                rrule=_yearly(occasion.day) if occasion.is_yearly else "",
            )

    def _closed_days(self) -> Iterator[Entry]:
        since = self._stamps.born.date() - timedelta(days=DEFAULT_PAST_DAYS)
        word = self._words.closed
        for closed in self._board.closed_days:
            day, rrule = closed.day, ""
            if day is None:
                weekday = closed.weekday or 0
                day, rrule = since + (weekday - since.weekday()) % 7 * _DAY, f"FREQ=WEEKLY;BYDAY={WEEKDAYS[weekday]}"
            entry = self._entry(DayKind.CLOSED_DAY, closed.id, day, day, word)
            name = line(closed.name)
            was = origin.of_day(OriginKind.CLOSED_DAY, closed.name)
            yield replace(entry, summary=f"{word}: {name}" if name else word, origin=was, rrule=rrule)

    def _entry(self, kind: DayKind, row_id: int, first: date, last: date, category: str) -> Entry:
        uid = day_uid(self._board.plan.created_at, kind, row_id)
        stamp = self._stamps.of(uid, uid, self._stamps.born)
        return Entry(*stamp, starts=first, ends=last + _DAY, summary="", categories=(category,))

    def _units_of(self, entry: Entry) -> Iterator[Unit]:
        """The entry, or its days one by one where days were asked for."""
        if not entry.rrule or self._scope.is_open:
            last = None if entry.rrule else entry.ends - _DAY
            if self._scope.covers(entry.starts, last or date.max):
                yield Unit((entry,), entry.starts, last)
            return
        for start in rule_starts(entry.rrule, datetime.combine(entry.starts, time()), self._first, self._last):
            day = start.date()
            uid = derived_uid(entry.uid, f"day:{day.isoformat()}")
            yield Unit((replace(entry, uid=uid, starts=day, ends=day + _DAY, rrule=""),), day, day)


def _yearly(day: date) -> str:
    """Every year on this date; the 29th of February is the month's last day, as the window shows it."""
    month_day = -1 if (day.month, day.day) == (2, 29) else day.day
    return f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={month_day}"


def _in_year(day: date, year: int) -> date:
    return date(year, 3, 1) - _DAY if (day.month, day.day) == (2, 29) else day.replace(year=year)
