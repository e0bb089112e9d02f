"""The words that a calendar needs, in the language of its readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from db.records import Activity, PlatformKind, Status


@dataclass(frozen=True, slots=True)
class Words:
    """`moment` is a pattern of `str.format` with `day`, `month`, `month_short`, `year`, `hour` and `minute`.

    `months` are the short names, January first. `colours` are `#RRGGBB` by the kind of a platform; a kind without one
    leaves the colour to the reader.
    """

    statuses: Mapping[Status, str]
    activities: Mapping[Activity, str]
    months: tuple[str, ...]
    moment: str
    busy: str
    nothing: str
    untitled: str
    post: str
    work: str
    campaign: str
    occasion: str
    closed: str
    also: str
    owner: str
    approver: str
    note: str
    serves: str
    colours: Mapping[PlatformKind, str] = field(default_factory=dict)

    def moment_words(self, moment: datetime) -> str:
        """A wall-clock time in words."""
        return self.moment.format(
            day=moment.day,
            month=moment.month,
            month_short=self.months[moment.month - 1],
            year=moment.year,
            hour=moment.hour,
            minute=moment.minute,
        )
