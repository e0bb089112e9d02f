"""How a delivery stands and who reads on this computer, in codes; `desktop.feed_words` has the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.delivery.problems import DeliveryProblem, ProblemCode

if TYPE_CHECKING:
    from db.feed_records import Delivery, Feed
    from desktop.feeds.guard import Shortened

HOST = "127.0.0.1"  # this computer and no other


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

    def address(self, feed: Feed) -> str:
        """Where programs on this computer find a feed."""
        return f"http://{HOST}:{self.port}/{feed.token}/{feed.file_name}"


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a feed was when it was last written, and what was left out for its size."""

    events: int
    size: int  # bytes
    shortened: frozenset[Shortened]


def is_ours(delivery: Delivery, machine: str) -> bool:
    """Tell whether this computer has to bring it."""
    return delivery.is_active and delivery.machine == machine


def state_of(problem: DeliveryProblem | None, at: datetime | None, count: int) -> DeliveryState:
    """How a delivery stands after it was tried, with what has arrived and when."""
    if problem is None:
        return DeliveryState(DeliveryStep.DONE, at, count=count)
    step = DeliveryStep.OFFLINE if problem.is_passing else DeliveryStep.REFUSED
    return DeliveryState(step, at, problem.code, problem.detail, count=count)
