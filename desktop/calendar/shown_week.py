"""The week that the grid shows, as values: what stands in it and where its days differ from other days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.records import Hours, Platform, Week
from desktop.calendar.placing import DayItem
from desktop.planning.cards import BlockKey, CardKey, PostCard, PostKey
from desktop.planning.recurrence import Occurrence
from desktop.planning.week import Irregularity, at, irregular, minute_of_day, settled

CardItem = PostCard | Occurrence


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """One week's cards and the plan's settings that the grid needs.

    `now` is wall clock in the plan's zone; `working_hours` has seven places, Monday first, None for a free day.
    """

    week: Week
    posts: tuple[PostCard, ...]
    blocks: tuple[Occurrence, ...]
    platforms: Mapping[int, Platform]
    today: date
    now: datetime
    working_hours: tuple[Hours | None, ...]
    zone: ZoneInfo

    @classmethod
    def nothing(cls) -> ShownWeek:
        """What the grid shows before it is told anything: a bare week without a today."""
        never = datetime(1970, 1, 1)
        return cls(Week(2024, 1), (), (), {}, never.date(), never, (None,) * 7, ZoneInfo("UTC"))

    def items(self) -> dict[CardKey, CardItem]:
        """All cards by key, in order of time."""
        found: list[CardItem] = [*self.posts, *self.blocks]
        found.sort(key=lambda item: (starts_at(item), starts_at(item).fold))
        return {item.key: item for item in found}

    def day_items(self) -> list[list[DayItem]]:
        """The places of the cards, day by day, Monday first."""
        monday = self.week.monday
        found: list[list[DayItem]] = [[] for _ in range(7)]
        for items in (self.posts, self.blocks):
            for item in items:
                when = starts_at(item).date()
                if 0 <= (day := (when - monday).days) < 7:
                    found[day].append(_day_item(item, when))
        return found

    def repeated(self, day: int) -> tuple[int, int] | None:
        """The minutes of a day that pass twice; None on nearly every day."""
        return self._irregular(day, Irregularity.FOLD)

    def missing(self, day: int) -> tuple[int, int] | None:
        """The minutes of a day that the clock leaves out; None on nearly every day."""
        return self._irregular(day, Irregularity.GAP)

    def moment(self, day: int, minute: int, in_second_half: bool = False) -> datetime:
        """The wall-clock time of a place in the grid: pushed out of a gap, in the pass of a repeated hour."""
        fold = 0
        twice = self.repeated(day)
        if in_second_half and twice is not None and twice[0] <= minute < twice[1]:
            fold = 1
        return settled(at(self.week.days[day], minute, fold), self.zone)

    def day_of(self, moment: date) -> int | None:
        """The column of a day or moment, None outside this week."""
        return moment.weekday() if moment in self.week else None

    def _irregular(self, day: int, kind: Irregularity) -> tuple[int, int] | None:
        for found in irregular(self.week.days[day], self.zone):
            if found.kind is kind:
                return found.starts_minute, found.ends_minute
        return None


def starts_at(item: CardItem) -> datetime:
    """When a card begins: a post's moment, a block's start."""
    return item.moment if isinstance(item, PostCard) else item.starts_at


def key_starts(key: CardKey) -> datetime:
    """The time in a card's key, for a place near a card that is gone."""
    return key.moment if isinstance(key, PostKey) else key.original_at


def length(item: CardItem) -> int:
    """A block's wall-clock minutes within its day; 0 for a post."""
    if isinstance(item, PostCard):
        return 0
    day = item.starts_at.date()
    return minute_of_day(item.ends_at, day) - minute_of_day(item.starts_at, day)


def _day_item(item: CardItem, day: date) -> DayItem:
    if isinstance(item, PostCard):
        minute = minute_of_day(item.moment, day)
        return DayItem(item.key, minute, minute, item.moment.fold)
    return DayItem(item.key, minute_of_day(item.starts_at, day), minute_of_day(item.ends_at, day), item.starts_at.fold)


def is_block(key: CardKey | None) -> bool:
    """Tell whether a key names a work block."""
    return isinstance(key, BlockKey)
