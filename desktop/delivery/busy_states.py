"""How the calendars behind the week stand, in codes; `desktop.busy_words` has the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.feeds.findings import Skipped


class FileProblem(StrEnum):
    """Why a file could not be read at all."""

    FILE_MISSING = "file_missing"
    FILE_CLOSED = "file_closed"  # not ours to read, or the disk fails


class BusyStep(StrEnum):
    """Where a calendar stands."""

    WAITING = "waiting"  # nothing is known of it yet
    READING = "reading"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class BusyState:
    """How a calendar stands.

    `read_at` is when its content was read, an instant; None when it never was. `problem` is why it could not be read
    again since, a value of `FileProblem`, `ProblemCode` or `UnreadableCode`, "" for nothing. `count` is how many times
    it has in the days that are known; what was left out of it and the zones nobody knows are as in `Reading`.
    """

    step: BusyStep
    read_at: datetime | None = None
    problem: str = ""
    count: int = 0
    skipped: tuple[Skipped, ...] = ()
    unknown_zones: tuple[str, ...] = ()
