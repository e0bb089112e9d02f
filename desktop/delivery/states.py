"""How a delivery stands and who reads on this computer, in codes; `desktop.feed_words` has the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.delivery.problems import ProblemCode


class DeliveryStep(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"  # something changed and goes out in a moment
    WORKING = "working"
    DONE = "done"
    OFFLINE = "offline"  # it did not get through and is tried again by itself
    REFUSED = "refused"  # the user has to do something
    OFF = "off"
    ELSEWHERE = "elsewhere"  # another computer has set it up and delivers


@dataclass(frozen=True, slots=True)
class DeliveryState:
    """How a delivery stands. `at` is when it last arrived, `retry_at` when it is tried again: instants, UTC.

    `detail` is the small print of a problem. `count` is how many files or events lie there.
    """

    step: DeliveryStep
    at: datetime | None = None
    problem: ProblemCode | None = None
    detail: str = ""
    retry_at: datetime | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Subscription:
    """The address on this computer: whether it is on, its port, how many programs read it lately, and when (UTC)."""

    is_on: bool
    port: int
    problem: ProblemCode | None = None
    readers: int = 0
    last_read: datetime | None = None
