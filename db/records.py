"""The words everybody speaks: frozen records and enums, standard library only.

Two kinds of time. *Planned* times are wall clock in the plan's zone: naive `datetime` whose `fold` tells the second
pass of a repeated hour. *Happened* times are instants: aware `datetime` in UTC. All amounts of work are whole minutes.

A record with an id below 1 is new: ids below 1 are placeholders that hold within one `Changes` only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple


class Activity(StrEnum):
    """What working time is spent on, in the order in which it is always shown."""

    PLANNING = "planning"
    CREATION = "creation"
    INTERACTION = "interaction"
    MONITORING = "monitoring"


class Status(StrEnum):
    """The life of a version. Overdue is derived (see `desktop.planning.status`), never stored."""

    IDEA = "idea"
    DRAFT = "draft"
    REVIEW = "review"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    SKIPPED = "skipped"
    HELD = "held"


class PlatformKind(StrEnum):
    """The kinds of platform the program knows; two accounts of one kind are two platforms."""

    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    LINKEDIN = "linkedin"
    X = "x"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    PINTEREST = "pinterest"
    THREADS = "threads"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    GOOGLE = "google"
    XING = "xing"
    WHATSAPP = "whatsapp"
    NEWSLETTER = "newsletter"
    BLOG = "blog"


class MadeBy(StrEnum):
    """Where a time entry comes from."""

    TIMER = "timer"
    TICK = "tick"
    PUBLISH = "publish"
    MANUAL = "manual"


class ExceptionKind(StrEnum):
    """What is different about one occurrence of a series."""

    CANCELLED = "cancelled"
    CHANGED = "changed"


class ByActivity(NamedTuple):
    """Minutes (or weights) per activity, in `Activity` order."""

    planning: int = 0
    creation: int = 0
    interaction: int = 0
    monitoring: int = 0

    @property
    def total(self) -> int:
        """All four together."""
        return sum(self)

    def of(self, activity: Activity) -> int:
        """The amount of one activity."""
        return self[ACTIVITIES.index(activity)]

    def plus(self, other: ByActivity) -> ByActivity:
        """Both amounts, activity by activity."""
        return ByActivity(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


ACTIVITIES = tuple(Activity)
NO_MINUTES = ByActivity()
DEFAULT_WEIGHTS = ByActivity(20, 40, 25, 15)
DEFAULT_TARGET = 360
DEFAULT_CORRIDOR = (3, 7)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO 8601 week, Monday first; written `2026-W48`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Week:
        """The week in which a day (or the day of a datetime) lies."""
        iso = day.isocalendar()
        return cls(iso.year, iso.week)

    @classmethod
    def parse(cls, text: str) -> Week:
        """Read `2026-W48`; raises ValueError for anything else and for weeks that a year does not have."""
        year, dash_w, number = text.partition("-W")
        if not dash_w or len(year) != 4 or len(number) != 2 or not (year + number).isdigit():
            raise ValueError(f"not an ISO week: {text!r}")
        date.fromisocalendar(int(year), int(number), 1)
        return cls(int(year), int(number))

    @property
    def monday(self) -> date:
        """The first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    def shifted(self, weeks: int) -> Week:
        """The week so many weeks later, earlier when negative."""
        return Week.of(self.monday + timedelta(weeks=weeks))

    def __contains__(self, moment: date) -> bool:
        """Tell whether a day, or a wall-clock moment, lies in this week."""
        return Week.of(moment) == self

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"


@dataclass(frozen=True, slots=True)
class Platform:
    """One account. `cap` None means: the cap is the target. `weights` split the target over the activities."""

    id: int
    key: str
    kind: PlatformKind
    name: str
    handle: str = ""
    url: str = ""
    position: int = 0
    is_active: bool = True
    target: int = DEFAULT_TARGET
    cap: int | None = None
    corridor: tuple[int, int] = DEFAULT_CORRIDOR
    weights: ByActivity = DEFAULT_WEIGHTS


@dataclass(frozen=True, slots=True)
class WeekOverride:
    """Another target and cap for one platform in one week; None leaves the platform's own (product rule 1)."""

    id: int
    platform_id: int
    week: Week
    target: int | None = None
    cap: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A post on one platform. `starts_at` is the planned moment (wall clock), None while it has none.

    `body` None inherits the post's text. `share` is a positive weight, for all versions of a post or for none.
    `pictures` are the SHA-256 names of its pictures, in order.
    """

    id: int
    uid: str
    post_id: int
    platform_id: int
    starts_at: datetime | None = None
    body: str | None = None
    hashtags: str = ""
    link: str = ""
    share: int | None = None
    status: Status = Status.IDEA
    held_from: Status | None = None
    approved_by: int | None = None
    approved_at: datetime | None = None
    published_at: datetime | None = None
    url: str = ""
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """One message with its versions, in platform order. `effort` is what it costs, per activity.

    `rank` orders the ideas, the higher the further up, 0 as long as nobody ranked it; `tags` are in alphabetical order.
    `series_id` and `series_at` (the place in the series' rule that it stands for) are None for single posts.
    """

    id: int
    uid: str
    title: str
    body: str = ""
    format_key: str | None = None
    campaign_id: int | None = None
    owner_id: int | None = None
    approver_id: int | None = None
    note: str = ""
    created_at: datetime | None = None
    effort: ByActivity = NO_MINUTES
    variants: tuple[Variant, ...] = ()
    tags: tuple[str, ...] = ()
    rank: int = 0
    series_id: int | None = None
    series_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PostSeries:
    """A post that repeats. `rrule` is written as for work blocks; `starts_at` is its first instance.

    `template` is the post as it stands at `starts_at`: without an id, place and pictures of its own, its versions ideas
    that may have other moments than the series. Every instance up to and including the day `created_until` has had its
    post: one that is missing was deleted.
    """

    id: int
    uid: str
    rrule: str
    starts_at: datetime
    template: Post
    created_until: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A platform of a block; `weight` None means evenly (for all platforms of the block or for none)."""

    platform_id: int
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class BlockException:
    """One occurrence that differs from its series. None in a field means: as the series; cancelled ones carry none."""

    original_at: datetime
    kind: ExceptionKind
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    title: str | None = None
    activity: Activity | None = None
    member_id: int | None = None
    note: str | None = None
    platforms: tuple[Share, ...] | None = None


@dataclass(frozen=True, slots=True)
class BlockLink:
    """A post that one occurrence of a block works for; a one-off block's `original_at` is its own start."""

    original_at: datetime
    post_id: int


@dataclass(frozen=True, slots=True)
class WorkBlock:
    """Planned working time on one day, once or as a series.

    `starts_at` and `ends_at` are wall clock; the end may be 24:00, written as the next day's 00:00. `rrule` is an
    RFC 5545 rule value without the `RRULE:` prefix, its UNTIL (if any) in wall clock; None means once.
    `done` holds the `original_at` of the ticked occurrences.
    """

    id: int
    uid: str
    activity: Activity
    starts_at: datetime
    ends_at: datetime
    title: str = ""
    rrule: str | None = None
    member_id: int | None = None
    campaign_id: int | None = None
    note: str = ""
    created_at: datetime | None = None
    platforms: tuple[Share, ...] = ()
    exceptions: tuple[BlockException, ...] = ()
    links: tuple[BlockLink, ...] = ()
    done: frozenset[datetime] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """Minutes really worked on one platform and activity. `ended_at` None: the timer is running (at most one entry)."""

    id: int
    platform_id: int
    activity: Activity
    started_at: datetime
    ended_at: datetime | None
    made_by: MadeBy = MadeBy.MANUAL
    is_corrected: bool = False
    member_id: int | None = None
    post_id: int | None = None
    block_id: int | None = None
    original_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of post with the effort it usually costs. `key` names the built-in ones (text, image, carousel, …)."""

    key: str
    name: str
    position: int
    effort: ByActivity


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter with a name, in a room of the window; `criteria` is a JSON text that the room understands."""

    id: int
    room: str
    name: str
    criteria: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Campaign:
    """Posts over several weeks with one aim; both days belong to it."""

    id: int
    name: str
    starts_on: date
    ends_on: date
    brief: str = ""
    budget_cents: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A person who does or approves something."""

    id: int
    name: str
    initials: str
    weekly_minutes: int | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """The plan's own day to remember, once (`is_yearly` False) or every year on the same date."""

    id: int
    name: str
    day: date
    is_yearly: bool = False


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day on which the business is closed: one date, or every week on a weekday (Monday 0). Exactly one is set."""

    id: int
    name: str
    day: date | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """A span of a weekday in minutes after midnight, `ends` at most 1440."""

    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan's own settings. `working_hours` has seven places, Monday first; None is a free day.

    `region` is an ISO 3166-2 code such as `DE-BW`, or a country alone; `post_minute` is the usual time of new posts.
    """

    name: str
    zone: str
    region: str
    language: str
    place: str = ""
    website: str = ""
    post_minute: int = 720
    suggests_occasions: bool = True
    working_hours: tuple[Hours | None, ...] = (*(Hours(480, 1080),) * 5, None, None)
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BusyTime:
    """A span of another calendar in which the owner has no time: wall clock in the plan's zone, end exclusive.

    A whole day reaches from 0:00 to 0:00 of a later day. `is_free` ones are shown but take no time. `calendar_id` is
    the busy calendar's.
    """

    calendar_id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    is_all_day: bool = False
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the rules need to reckon one or more weeks, and no more.

    Holds the posts with a moment in `weeks`, the blocks that may occur in them, and every post and block that links
    (over any number of links) to one of those; time entries that touch the weeks or belong to one of those blocks or
    posts; ideas; and the small tables whole. `platforms` is in the user's order, `posts` and `blocks` by id.

    `whole_series` None: the time entries of every series are here. Otherwise it names the series of which that is so;
    of the others there are only those that touch the weeks or belong to occurrences in them. `whole_post_series` names
    the repeating posts of which every post is here, None: of all. `busy` holds what other calendars, as far as they
    are shown, have in the weeks, by start.
    """

    weeks: tuple[Week, ...]
    plan: Plan
    platforms: tuple[Platform, ...] = ()
    overrides: tuple[WeekOverride, ...] = ()
    posts: tuple[Post, ...] = ()
    blocks: tuple[WorkBlock, ...] = ()
    entries: tuple[TimeEntry, ...] = ()
    formats: tuple[Format, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    members: tuple[Member, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    closed_days: tuple[ClosedDay, ...] = ()
    whole_series: frozenset[int] | None = None
    post_series: tuple[PostSeries, ...] = ()
    whole_post_series: frozenset[int] | None = None
    busy: tuple[BusyTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """How often what other programs see of a uid has changed, and when last (an instant). Only ever grows."""

    n: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit does to posts, their series, blocks and time entries: whole records to be put, ids to be removed.

    A put record replaces the stored one of its id with everything that belongs to it (versions, effort, exceptions,
    links, ticks). An id below 1 makes a new one; `post_id`, `series_id`, `block_id` and link references may use such
    placeholders. Removing a post or a block keeps its time entries, without the reference; removing a series of posts
    keeps its posts, as single ones.
    """

    posts: tuple[Post, ...] = ()
    blocks: tuple[WorkBlock, ...] = ()
    entries: tuple[TimeEntry, ...] = ()
    removed_posts: frozenset[int] = field(default_factory=frozenset)
    removed_blocks: frozenset[int] = field(default_factory=frozenset)
    removed_entries: frozenset[int] = field(default_factory=frozenset)
    post_series: tuple[PostSeries, ...] = ()
    removed_post_series: frozenset[int] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        """Tell whether anything changes at all."""
        return bool(
            self.posts
            or self.blocks
            or self.entries
            or self.removed_posts
            or self.removed_blocks
            or self.removed_entries
            or self.post_series
            or self.removed_post_series
        )
