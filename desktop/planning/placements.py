"""What filling a week is asked for and what it answers: wishes, placements and reasons, misfits and remedies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from db.records import Changes

if TYPE_CHECKING:
    from db.records import Activity, Post

DAY_OF_LEAD = 1440


@dataclass(frozen=True, slots=True)
class PlacedPost:
    """An idea that gets a date; all its versions take it."""

    post_id: int
    starts_at: datetime
    platform_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A new one-off work block; with `post_ids` it is linked to these posts."""

    starts_at: datetime
    ends_at: datetime
    activity: Activity
    platform_ids: tuple[int, ...]
    post_ids: tuple[int, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it is by the clock; blocks never lie over a clock change."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60


class Reason(StrEnum):
    """Why something lies where it lies; the facts named are those of `Why`."""

    FOR_POSTS = "for_posts"  # `post_ids` need `minutes` of it, ready by `moment`
    AFTER_POST = "after_post"  # within the hour after `post_ids` goes out at `moment`
    LATER_AFTER_POST = "later_after_post"  # the same, but the hour had no room
    EARLY = "early"  # the week is planned at its beginning
    OPEN_PART = "open_part"  # `minutes` of this activity's part are open
    SPREAD = "spread"  # a little on many days
    DAILY = "daily"  # answers on a day without room after a post
    SILENCE = "silence"  # nothing else on its platforms in this week; last at `moment`, None if not in these weeks
    GAP = "gap"  # `days` away from the next post on its platforms
    AFTER_CREATION = "after_creation"  # its creation ends at `moment`, sooner would be too soon


@dataclass(frozen=True, slots=True)
class Why:
    """A reason with its facts; which of them are set depends on the reason."""

    reason: Reason
    post_ids: tuple[int, ...] = ()
    moment: datetime | None = None
    minutes: int = 0
    days: int = 0


class Group(NamedTuple):
    """What equal blocks have in common, for one row: "Interaktion, 4-mal 0:30 h"."""

    activity: Activity
    minutes: int
    reason: Reason
    post_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Something new in the week. It is a value: hand it back in `Wishes.keep` (moved or not) or `Wishes.leave_out`."""

    item: PlacedPost | PlacedBlock
    why: Why

    @property
    def group(self) -> Group | None:
        """Equal for blocks that can share a row; None for a post."""
        if isinstance(self.item, PlacedPost):
            return None
        # What follows a post is the same work after every post.
        post_ids = self.item.post_ids if self.why.reason is Reason.FOR_POSTS else ()
        return Group(self.item.activity, self.item.minutes, self.why.reason, post_ids)


class MisfitKind(StrEnum):
    """What does not fit into the week."""

    EFFORT = "effort"  # `minutes` that the post `post_id` needs of `activity`; if `due` is set, by then
    TARGET = "target"  # `minutes` of `activity` that the platform's target leaves open
    IDEA = "idea"  # an idea that the platform could do with; `minutes` is its effort
    POSTS = "posts"  # `count` posts that the platform lacks, with no idea for them


class MisfitKey(NamedTuple):
    """What tells misfits apart from one reckoning to the next."""

    kind: MisfitKind
    platform_id: int
    activity: Activity | None
    post_id: int | None


class FillRemedyKind(StrEnum):
    """What can be done about a misfit."""

    RAISE_DAY_CAP = "raise_day_cap"  # `minutes` a day
    ALLOW_DAY = "allow_day"  # work on `day`, too
    SHORTER_LEAD = "shorter_lead"  # creation may end right before its post
    POSTPONE_POST = "postpone_post"  # the post moves by a week
    NEXT_WEEK = "next_week"  # the rest stays open in this week
    LEAVE_IDEA = "leave_idea"  # the idea stays one
    CAPTURE_IDEA = "capture_idea"  # a new idea has to be written down: no wishes
    FEWER_POSTS = "fewer_posts"  # this week does without


@dataclass(frozen=True, slots=True)
class FillRemedy:
    """Filling the week again with `wishes` carries it out; `saves` is how many minutes more that lays."""

    kind: FillRemedyKind
    wishes: Wishes | None
    minutes: int = 0
    day: date | None = None
    saves: int = 0


@dataclass(frozen=True, slots=True)
class Misfit:
    """What could not be laid, with at most two remedies, the better one first."""

    kind: MisfitKind
    platform_id: int
    activity: Activity | None = None
    minutes: int = 0
    post_id: int | None = None
    due: datetime | None = None
    count: int = 0
    remedies: tuple[FillRemedy, ...] = ()

    @property
    def key(self) -> MisfitKey:
        """Its name."""
        return MisfitKey(self.kind, self.platform_id, self.activity, self.post_id)


class Busy(NamedTuple):
    """Time that is taken otherwise, in wall clock; may reach over days."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the week is to be filled.

    `ideas` may be dated, in this order, until every platform has its corridor's minimum; None: no posts are laid.
    `day_cap` is the most minutes of work a day, existing blocks included; None: the usual one (see `usual_day_cap`).
    `extra_days` are worked on though the plan does not, `days_off` are not. `lead` is how many minutes before its post
    creation has to be done. `postponed` posts move by a week. Of `accepted` misfits nothing is said any more. `keep`
    stays exactly as it is; the minutes and ideas of `leave_out` are not laid elsewhere instead.
    """

    ideas: tuple[Post, ...] | None = None
    busy: tuple[Busy, ...] = ()
    day_cap: int | None = None
    extra_days: frozenset[date] = frozenset()
    days_off: frozenset[date] = frozenset()
    lead: int = DAY_OF_LEAD
    postponed: frozenset[int] = frozenset()
    accepted: frozenset[MisfitKey] = frozenset()
    keep: tuple[Placement, ...] = ()
    leave_out: tuple[Placement, ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """A filled week, in minutes.

    `placements` are posts by moment, then blocks by start. `changes` carry everything out. `open` is what the targets
    and the posts of the week left to be laid, `placed` what the new blocks are long, `missing` what is open still.
    """

    placements: tuple[Placement, ...]
    misfits: tuple[Misfit, ...]
    changes: Changes
    open: int
    placed: int
    missing: int
    day_cap: int
