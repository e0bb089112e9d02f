"""What a person wants to do with the week, and what the rules answer.

An intent carries all it needs; wall-clock times need not be settled nor on a free slot. `decide` in
`desktop.planning.rescheduling` answers every one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from db.records import Activity, Changes, Post

if TYPE_CHECKING:
    from desktop.planning.series import BlockEdit


@dataclass(frozen=True, slots=True)
class MovePost:
    """Move these versions of a post, those of one card or some of them."""

    post_id: int
    variant_ids: tuple[int, ...]
    to: datetime


@dataclass(frozen=True, slots=True)
class CopyPost:
    """Make a new post of these versions, with this moment."""

    post_id: int
    variant_ids: tuple[int, ...]
    to: datetime


@dataclass(frozen=True, slots=True)
class UnschedulePost:
    """Take the dates away, of all versions when none are named: without any date a post is back among the ideas."""

    post_id: int
    variant_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SchedulePost:
    """Give every undated version of an idea a date."""

    post_id: int
    to: datetime


@dataclass(frozen=True, slots=True)
class CreatePost:
    """A new post with one version per platform; `at` None makes an idea. The format brings its usual effort."""

    title: str
    platform_ids: tuple[int, ...]
    at: datetime | None = None
    format_key: str | None = None


@dataclass(frozen=True, slots=True)
class EditPost:
    """Put a post as it is given; its id says which one, its place in a series stays."""

    post: Post

    @property
    def post_id(self) -> int:
        """Which post it is."""
        return self.post.id


@dataclass(frozen=True, slots=True)
class RemovePost:
    """Delete a post with all versions, or more of its series."""

    post_id: int


@dataclass(frozen=True, slots=True)
class RepeatPost:
    """Give a post a rule, another one, or none (`rrule` None: it leaves its series, or the series ends with it)."""

    post_id: int
    rrule: str | None


@dataclass(frozen=True, slots=True)
class EditPostSeries:
    """Let the posts that follow, or all of its series, be like this one, as far as nobody has edited them."""

    post_id: int


@dataclass(frozen=True, slots=True)
class MoveBlock:
    """Let an occurrence start then; it keeps its wall-clock length and stays within the day."""

    block_id: int
    original_at: datetime
    to: datetime


@dataclass(frozen=True, slots=True)
class CopyBlock:
    """Make a one-off block like this occurrence, without posts and ticks."""

    block_id: int
    original_at: datetime
    to: datetime


@dataclass(frozen=True, slots=True)
class ResizeBlock:
    """Give an occurrence another start and end; the edge that was moved gives way to the least length."""

    block_id: int
    original_at: datetime
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class EditBlock:
    """Change fields of an occurrence."""

    block_id: int
    original_at: datetime
    edit: BlockEdit


@dataclass(frozen=True, slots=True)
class RepeatBlock:
    """Give a block a rule, another one, or none (`rrule` None: this occurrence remains as a one-off block)."""

    block_id: int
    original_at: datetime
    rrule: str | None


@dataclass(frozen=True, slots=True)
class LinkPosts:
    """Let an occurrence work for exactly these posts."""

    block_id: int
    original_at: datetime
    post_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CreateBlock:
    """A new one-off block."""

    starts_at: datetime
    ends_at: datetime
    platform_ids: tuple[int, ...]
    activity: Activity
    title: str = ""


@dataclass(frozen=True, slots=True)
class RemoveBlock:
    """Delete an occurrence, or more of its series."""

    block_id: int
    original_at: datetime


@dataclass(frozen=True, slots=True)
class ScheduleEffort:
    """A new block linked to a post, as long as the post's uncovered effort of an activity, in quarters of an hour."""

    post_id: int
    activity: Activity
    starts_at: datetime


Intent = (
    MovePost
    | CopyPost
    | UnschedulePost
    | SchedulePost
    | CreatePost
    | EditPost
    | RemovePost
    | RepeatPost
    | EditPostSeries
    | MoveBlock
    | CopyBlock
    | ResizeBlock
    | EditBlock
    | RepeatBlock
    | LinkPosts
    | CreateBlock
    | RemoveBlock
    | ScheduleEffort
)


class ChoiceKey(StrEnum):
    """The answers to a question, the least far-reaching first."""

    ONLY_THIS = "only_this"
    FOLLOWING = "following"
    ALL = "all"
    CORRECT_DATE = "correct_date"
    PLAN_COPY = "plan_copy"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer and what it does. `count`: how many occurrences or posts that lie in the past it touches (series)."""

    key: ChoiceKey
    changes: Changes
    count: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an intent does. With `choices` a person has to be asked; `changes` are those of the first."""

    changes: Changes
    choices: tuple[Choice, ...] = ()


class RefusalReason(StrEnum):
    """Why an intent does nothing."""

    NOT_IN_PLAN = "not_in_plan"  # the post, version, occurrence or platform is not there any more
    NO_CHANGE = "no_change"  # everything would stay as it is: nothing to say about it
    NO_PLATFORM = "no_platform"  # a post or block needs at least one
    PUBLISHED = "published"  # a fact keeps its date
    NOTHING_UNCOVERED = "nothing_uncovered"  # no effort of this activity is left to be scheduled
    UNKNOWN_RULE = "unknown_rule"  # not a rule that can be written, or one without any instance
    CLOCK_CHANGE = "clock_change"  # a series cannot begin with an occurrence over a clock change


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing is done; `name` is the title of the post or block concerned, where it is known."""

    reason: RefusalReason
    name: str = ""


GroupIntent = MovePost | CopyPost | UnschedulePost | RemovePost | MoveBlock | CopyBlock | RemoveBlock


@dataclass(frozen=True, slots=True)
class Group:
    """What is done to several cards together, a card once. Of a series it concerns only the named occurrences."""

    intents: tuple[GroupIntent, ...]
