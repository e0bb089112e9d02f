"""What the parts of a quick-add line mean, gathered one by one.

A `take_…` method is given a match of the grammar, sets what it says and tells whether it says something here.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from db.records import Activity, Status, Week
from desktop.planning import quick_words as words
from desktop.planning.quick_days import clock_minute, next_date, next_week, weekday_date
from desktop.planning.quick_line import Line, TokenKind
from desktop.planning.week import DAY_MINUTES

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from db.records import Platform


class Meaning:
    """Everything a line has said so far; of each sort the first word counts. `now` is wall clock."""

    def __init__(self, line: Line, now: datetime, platforms: Sequence[Platform]) -> None:
        self._line = line
        self._now = now
        self._today = now.date()
        self._platforms = platforms
        self._date: date | None = None
        self._days_ahead: int | None = None
        self._weekday: int | None = None
        self._is_next = False
        self._week: Week | None = None
        self.minute: int | None = None
        self.duration: int | None = None
        self.platform_ids: list[int] = []
        self.status: Status | None = None
        self.format_key: str | None = None
        self.activity: Activity | None = None

    def day(self, default_day: date | None) -> date | None:
        """The day that is meant; `default_day` where none is said, else today or tomorrow if at least a time is.

        A weekday is that of the default's week, unless this is the present one, in which it may not be past.
        """
        if self._date is not None:
            return self._date
        if self._days_ahead is not None:
            return self._today + timedelta(days=self._days_ahead)
        week = self._week or (Week.of(self._today).shifted(1) if self._is_next else None)
        if (
            week is None
            and self._weekday is not None
            and default_day is not None
            and self._today not in Week.of(default_day)
        ):
            week = Week.of(default_day)
        if self._weekday is not None:
            return week.days[self._weekday] if week else weekday_date(self._weekday, self._now, self.minute)
        if week is not None:
            return max(week.monday, self._today) if self._today in week else week.monday
        if default_day is not None or self.minute is None:
            return default_day
        is_past = self.minute < self._now.hour * 60 + self._now.minute
        return self._today + timedelta(days=int(is_past))

    def take_date(self, match: re.Match[str]) -> bool:
        """A date in digits, day before month unless only the reverse exists (24/12, 12/24)."""
        if match[0] == "24/7":
            return False
        first, second = int(match["day"]), int(match["month"])
        can_be_reversed = "/" in match[0]
        return self._take_date(match, first, second) or (can_be_reversed and self._take_date(match, second, first))

    def take_named_date(self, match: re.Match[str]) -> bool:
        """A date with the name of its month."""
        return self._take_date(match, int(match["day"]), words.MONTHS[match["month"].casefold()])

    def _take_date(self, match: re.Match[str], day: int, month: int) -> bool:
        if self._date is not None:
            return False
        # "Do 24.12.": a weekday beside a date only repeats it, elsewhere it was first.
        if self._weekday is not None and not self._line.follows(match.start(), TokenKind.DAY):
            return False
        year = match["year"]
        self._date = next_date(day, month, None if year is None else int(year), self._today)
        return self._date is not None

    def take_weekday(self, match: re.Match[str]) -> bool:
        """A whole weekday, or any after "am" and the like."""
        is_sure = match["weekday"].casefold() in words.SURE_WEEKDAYS and not self._is_in_a_name(match)
        return (is_sure or match["on"] is not None) and self._take_weekday(match)

    def take_next_weekday(self, match: re.Match[str]) -> bool:
        """A weekday of next week."""
        self._is_next = self._take_weekday(match)
        return self._is_next

    def take_short_weekday(self, match: re.Match[str]) -> bool:
        """A weekday whose name may also be another word."""
        is_short = match["weekday"].casefold() not in words.SURE_WEEKDAYS
        return is_short and not self._is_in_a_name(match) and self._take_weekday(match)

    def _is_in_a_name(self, match: re.Match[str]) -> bool:
        return self._line.before(match.start()) in words.NAMES_WITH_WEEKDAYS

    def _take_weekday(self, match: re.Match[str]) -> bool:
        if self._weekday is not None or self._days_ahead is not None:
            return False
        is_beside = self._line.follows(match.start(), TokenKind.DAY) or self._line.precedes(match.end(), TokenKind.DAY)
        if self._date is not None and not is_beside:
            return False
        self._weekday = words.WEEKDAYS[match["weekday"].casefold()]
        return True

    def take_relative_day(self, match: re.Match[str]) -> bool:
        """Today, tomorrow or the day after."""
        if self._weekday is not None or self._date is not None or self._days_ahead is not None:
            return False
        self._days_ahead = words.RELATIVE_DAYS[match["name"].casefold()]
        return True

    def take_week(self, match: re.Match[str]) -> bool:
        """A calendar week, from its number."""
        if self._week is not None:
            return False
        year = match["year"]
        self._week = next_week(int(match["week"]), None if year is None else int(year), self._today)
        return self._week is not None

    def take_next_week(self, _match: re.Match[str]) -> bool:
        """The week after this one."""
        if self._week is not None:
            return False
        self._week = Week.of(self._today).shifted(1)
        return True

    def take_time(self, match: re.Match[str]) -> bool:
        """A time of 24 hours."""
        return self._take_minute(match, clock_minute(match["hour"], match["minute"]))

    def take_half_day_time(self, match: re.Match[str]) -> bool:
        """A time of 12 hours, before or after noon."""
        hour = int(match["hour"])
        is_hour = 1 <= hour <= 12
        afternoon = 12 if match["half"].strip()[0] in "pP" else 0
        return is_hour and self._take_minute(match, clock_minute(str(hour % 12 + afternoon), match["minute"]))

    def take_time_range(self, match: re.Match[str]) -> bool:
        """A start and an end, at least one of them plainly a time; up to 24:00."""
        starts = clock_minute(match["hour"], match["minute"])
        ends = DAY_MINUTES if match["hour2"] == "24" else clock_minute(match["hour2"], match["minute2"])
        is_time = match["minute"] or match["minute2"] or match["clock"] or match["at"]
        if not is_time or self.duration is not None or starts is None or ends is None or ends <= starts:
            return False
        if not self._take_minute(match, starts):
            return False
        self.duration = ends - starts
        return True

    def _take_minute(self, match: re.Match[str], minute: int | None) -> bool:
        if self.minute is not None or self._line.before(match.start()) in words.BEFORE_TIMES_OF_THE_TITLE:
            return False
        self.minute = minute
        return minute is not None

    def take_hours(self, match: re.Match[str]) -> bool:
        """A length in hours, maybe with a fraction."""
        return self._take_duration(match, round(float(match["hours"].replace(",", ".")) * 60))

    def take_hours_and_minutes(self, match: re.Match[str]) -> bool:
        """A length in hours and minutes."""
        minutes = int(match["minutes"])
        return minutes < 60 and self._take_duration(match, int(match["hours"]) * 60 + minutes)

    def take_minutes(self, match: re.Match[str]) -> bool:
        """A length in minutes."""
        return self._take_duration(match, int(match["minutes"]))

    def _take_duration(self, match: re.Match[str], minutes: int) -> bool:
        if self.duration is not None or not 0 < minutes <= DAY_MINUTES:
            return False
        if self._line.before(match.start()) in words.BEFORE_LENGTHS_OF_THE_TITLE:
            return False
        self.duration = minutes
        return True

    def take_platform(self, match: re.Match[str]) -> bool:
        """A platform by one of its names."""
        return self._take_platform(words.platform_named(match["name"], self._platforms))

    def take_begun_platform(self, match: re.Match[str]) -> bool:
        """A platform by the beginning of a name."""
        return self._take_platform(words.platform_begun(match["name"], self._platforms))

    def _take_platform(self, found: int | None) -> bool:
        if found is not None and found not in self.platform_ids:
            self.platform_ids.append(found)
        return found is not None

    def take_status(self, match: re.Match[str]) -> bool:
        """A status of a new post."""
        if self.status is not None:
            return False
        self.status = words.status(match["name"])
        return self.status is not None

    def take_format(self, match: re.Match[str]) -> bool:
        """A built-in format."""
        if self.format_key is not None:
            return False
        self.format_key = words.format_key(match["name"])
        return self.format_key is not None

    def take_hour(self, match: re.Match[str]) -> bool:
        """A bare number as the hour of a day."""
        return 6 <= int(match["hour"]) <= 23 and self.take_time(match)

    def take_activity(self, match: re.Match[str]) -> bool:
        """What a work block is for, unless the word is a noun of the title ("Planung der Feier")."""
        found = words.ACTIVITIES.get(match["name"].casefold())
        after = match.string[match.end() :].split(maxsplit=1)
        is_noun = not match["colon"] and after and after[0].casefold() in words.AFTER_NOUNS_OF_THE_TITLE
        if found is None or is_noun:
            return False
        self.activity = found
        return True

    def take_headed_format(self, match: re.Match[str]) -> bool:
        """A format before a colon: "Reel: Latte Art"."""
        return bool(match["colon"]) and self.take_format(match)
