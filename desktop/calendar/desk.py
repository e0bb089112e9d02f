"""What the parts of the calendar room may ask of its page, which alone knows the plan."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from db.records import Board, Changes, Post, Week, WeekOverride
from desktop.planning.intents import Intent


class Desk(Protocol):
    """The open plan, as far as the week needs it."""

    @property
    def week(self) -> Week:
        """The week that is shown."""

    def board(self, *weeks: Week, whole_series: int | None = None, whole_post_series: int | None = None) -> Board:
        """The board of the shown week and these others, with all ideas.

        Only of `whole_series` does it surely have every time entry, and only of `whole_post_series` every post, as an
        edit of more than one of them needs.
        Where the plan cannot be read the page says so and gives what it has.
        """

    def now(self) -> datetime:
        """The present moment, UTC."""

    def put(
        self, label: str, changes: Changes, burst: str | None = None, within: float = math.inf
    ) -> Mapping[int, int] | None:
        """Store changes as one undo step; the real ids of new records, None when storage refused (and said why).

        Steps of the same `burst` at most `within` seconds apart become one.
        """

    def override(self, label: str, override: WeekOverride) -> bool:
        """Give a platform another target for a week, as one undo step; tells whether storage did it."""

    def undo(self) -> None:
        """Take back the last step and say so."""

    def last_step(self) -> float | None:
        """When the step was made that undo would take back now, which no other one shares; None when there is none."""

    def drop_last(self) -> None:
        """Take back the last step without a word."""

    @property
    def ideas(self) -> tuple[Post, ...]:
        """The posts without a date, newest first."""

    def show_week(self, week: Week) -> None:
        """Show another week."""

    def shown_platform_ids(self) -> tuple[int, ...]:
        """The active platforms that are not hidden, in order; all active ones when every one is hidden."""


class Diversion(Protocol):
    """Who takes intents instead of the plan, while something else than the plan is shown."""

    def words(self, intent: Intent) -> str:
        """What is said beside the card while it is dragged; empty for nothing."""

    def take(self, intent: Intent) -> bool:
        """Deal with what was done; False leaves it to the plan."""
