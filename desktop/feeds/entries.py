"""What each event of a calendar says, before it is written as iCalendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.feed_records import Privacy
from desktop.feeds.origin import Fields
from desktop.feeds.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that one event says: equal entries are equal bytes.

    `starts` and `ends` (exclusive) are both days, both wall clock in `zone`, or both instants where the wall clock
    cannot tell. `text` may be cut where it is too long, `facts` stand below it and are not. `origin` tells our own
    import what it was, () for nothing. `rrule` has its UNTIL in wall clock.
    """

    uid: str
    n: int
    changed_at: datetime
    created_at: datetime
    zone: ZoneInfo
    starts: date
    ends: date
    summary: str
    text: str = ""
    facts: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    origin: Fields = ()
    is_busy: bool = False
    is_tentative: bool = False
    rrule: str = ""
    excluded: tuple[datetime, ...] = ()
    recurs_at: datetime | None = None

    @property
    def is_zoned(self) -> bool:
        """Tell whether it names its zone."""
        return self.recurs_at is not None or (isinstance(self.starts, datetime) and self.starts.tzinfo is None)

    @property
    def year(self) -> int:
        """The earliest year that its zone must be right in."""
        return min(at.year for at in (self.starts, self.recurs_at, *self.excluded[:1]) if at)

    def told(self, privacy: Privacy, words: Words) -> Entry:
        """The same as far as the privacy lets it be known."""
        if privacy is Privacy.FULL:
            return self
        titled = self.without_text()
        if privacy is Privacy.TITLES:
            return titled
        return replace(titled, summary=words.busy, categories=(), is_tentative=False)

    def without_text(self) -> Entry:
        """The same with its title and times alone."""
        return replace(self, text="", facts="", url="", origin=())


@dataclass(frozen=True, slots=True)
class Unit:
    """All events of one UID, from its first day to its last, which is None when it never ends."""

    entries: tuple[Entry, ...]
    first: date
    last: date | None

    @property
    def uid(self) -> str:
        """The UID of all of them."""
        return self.entries[0].uid

    def without_text(self) -> Unit:
        """The same with titles and times alone."""
        return replace(self, entries=tuple(entry.without_text() for entry in self.entries))
