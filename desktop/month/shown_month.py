"""What the month shows, reckoned and ready to be painted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from db.records import Platform, Week
from desktop.planning.all_day import AllDayChip, ChipKind
from desktop.planning.cards import PostCard, PostKey
from desktop.planning.month import Gap, MonthDay, MonthWeek

_CAMPAIGN_BARS = 2  # a row has room for so many


@dataclass(frozen=True)
class ShownMonth:
    """A month with its whole weeks. `chips` are what belongs to whole days, campaigns among it, by week."""

    year: int
    month: int
    weeks: tuple[MonthWeek, ...]
    gaps: tuple[Gap, ...]
    platforms: Mapping[int, Platform]
    today: date
    chips: Mapping[Week, tuple[AllDayChip, ...]] = field(default_factory=dict)

    @cached_property
    def first(self) -> date:
        """The Monday of the first row."""
        return self.weeks[0].week.monday

    @cached_property
    def last(self) -> date:
        """The Sunday of the last row."""
        return self.weeks[-1].week.days[-1]

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def is_own(self, day: date) -> bool:
        """Tell whether a day belongs to the month itself, not to a neighbour."""
        return (day.year, day.month) == (self.year, self.month)

    def days(self) -> Iterator[MonthDay]:
        """All days in order."""
        for week in self.weeks:
            yield from week.days

    def day(self, day: date) -> MonthDay | None:
        """A day in sight, None for others."""
        if day not in self:
            return None
        row, column = divmod((day - self.first).days, 7)
        return self.weeks[row].days[column]

    def card(self, key: PostKey) -> PostCard | None:
        """The card with a key, None when it is not in sight."""
        day = self.day(key.moment.date())
        return next((card for card in day.posts if card.key == key), None) if day else None

    def gap(self, day: date) -> Gap | None:
        """The gap to which a day belongs."""
        return next((gap for gap in self.gaps if gap.first <= day <= gap.last), None)

    def names(self, day: date) -> tuple[AllDayChip, ...]:
        """What a day is: closed, a holiday, an occasion."""
        found = self.chips.get(Week.of(day), ())
        return tuple(chip for chip in found if not _is_campaign(chip) and chip.first == day)

    def campaigns_on(self, day: date) -> tuple[AllDayChip, ...]:
        """The campaigns that run on a day."""
        found = self.chips.get(Week.of(day), ())
        return tuple(chip for chip in found if _is_campaign(chip) and chip.first <= day <= chip.last)

    def campaigns(self, week: Week) -> tuple[tuple[int, AllDayChip], ...]:
        """The campaigns of a row that get a bar, each with its place among those of the whole month."""
        places = self.campaign_places
        found = [(places[chip.record_id], chip) for chip in self.chips.get(week, ()) if _is_campaign(chip)]
        return tuple(each for each in found if each[0] < _CAMPAIGN_BARS)

    @cached_property
    def campaign_places(self) -> Mapping[int | None, int]:
        """The campaigns in sight by id, numbered: first those that begin in sight, then those that go on."""
        found = [chip for each in self.weeks for chip in self.chips.get(each.week, ()) if _is_campaign(chip)]
        ids = dict.fromkeys(chip.record_id for chip in found)
        begun = {chip.record_id for chip in found if chip.continues_left and chip.first == self.first}
        return {record_id: place for place, record_id in enumerate(sorted(ids, key=lambda each: each in begun))}


def _is_campaign(chip: AllDayChip) -> bool:
    return chip.kind is ChipKind.CAMPAIGN
