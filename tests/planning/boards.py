"""Boards without a store, for the rules: records with ids of their own, and boards at random."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from db.records import (
    ACTIVITIES,
    Activity,
    BlockException,
    BlockLink,
    Board,
    ByActivity,
    ExceptionKind,
    Plan,
    Platform,
    PlatformKind,
    Post,
    Share,
    Status,
    TimeEntry,
    Variant,
    Week,
    WorkBlock,
)

WEEK = Week(2026, 48)
NOW = datetime(2026, 11, 25, 10, 20, tzinfo=UTC)
INSTAGRAM, FACEBOOK, LINKEDIN = 1, 2, 3
PLAN = Plan(name="Café Lindenhof", zone="Europe/Berlin", region="DE-BW", language="de")
PLATFORMS = (
    Platform(INSTAGRAM, "instagram", PlatformKind.INSTAGRAM, "Instagram", position=0),
    Platform(FACEBOOK, "facebook", PlatformKind.FACEBOOK, "Facebook", position=1),
    Platform(LINKEDIN, "linkedin", PlatformKind.LINKEDIN, "LinkedIn", position=2),
)


def on(weekday: int, clock: str = "12:00", week: Week = WEEK) -> datetime:
    """A wall-clock moment in a week, Monday 0."""
    hour, minute = clock.split(":")
    day = week.monday + timedelta(days=weekday)
    return datetime(day.year, day.month, day.day, int(hour), int(minute))


def a_board(
    posts: Sequence[Post] = (),
    blocks: Sequence[WorkBlock] = (),
    entries: Sequence[TimeEntry] = (),
    **fields: Any,  # noqa: ANN401
) -> Board:
    """The board of week 48 with Instagram, Facebook and LinkedIn unless told otherwise."""
    usual = Board(
        weeks=(WEEK,),
        plan=PLAN,
        platforms=PLATFORMS,
        posts=tuple(posts),
        blocks=tuple(blocks),
        entries=tuple(entries),
    )
    return replace(usual, **fields)


def version(platform_id: int, starts_at: datetime | None = None, **fields: Any) -> Variant:  # noqa: ANN401
    """A draft on a platform."""
    usual = Variant(0, "", 0, platform_id, starts_at, status=Status.DRAFT)
    return replace(usual, **fields)


def a_post(number: int, *versions: Variant, effort: Sequence[int] = (), **fields: Any) -> Post:  # noqa: ANN401
    """A post whose versions get ids of their own: 101, 102 … for post 1."""
    numbered = tuple(
        replace(each, id=number * 100 + place, post_id=number) for place, each in enumerate(versions, start=1)
    )
    usual = Post(number, f"post-{number}", f"Beitrag {number}", effort=ByActivity(*effort), variants=numbered)
    return replace(usual, **fields)


def a_block(
    number: int,
    starts_at: datetime,
    minutes: int = 60,
    platforms: Sequence[int | Share] = (INSTAGRAM,),
    activity: Activity = Activity.CREATION,
    serves: Sequence[int] = (),
    **fields: Any,  # noqa: ANN401
) -> WorkBlock:
    """A block of so many wall-clock minutes; `serves` links its first occurrence to posts."""
    usual = WorkBlock(
        number,
        f"block-{number}",
        activity,
        starts_at,
        starts_at + timedelta(minutes=minutes),
        platforms=tuple(each if isinstance(each, Share) else Share(each) for each in platforms),
        links=tuple(BlockLink(starts_at, post_id) for post_id in serves),
    )
    return replace(usual, **fields)


def an_entry(
    number: int,
    started_at: datetime,
    minutes: int | None,
    platform_id: int = INSTAGRAM,
    activity: Activity = Activity.CREATION,
    **fields: Any,  # noqa: ANN401
) -> TimeEntry:
    """Worked minutes from an instant on; None: the timer is running."""
    ended_at = None if minutes is None else started_at + timedelta(minutes=minutes)
    return replace(TimeEntry(number, platform_id, activity, started_at, ended_at), **fields)


# The weeks of both clock changes and an ordinary one, each with its neighbour.
WEEKS = tuple(week for first in (Week(2026, 13), Week(2026, 43), WEEK) for week in (first, first.shifted(1)))
efforts = st.builds(ByActivity, *(st.integers(0, 200),) * 4)
_weights = st.integers(1, 9)


@st.composite
def _moments(draw: st.DrawFn, weeks: Sequence[Week]) -> datetime:
    week = draw(st.sampled_from(weeks))
    return on(draw(st.integers(0, 6)), "0:00", week) + timedelta(minutes=15 * draw(st.integers(0, 95)))


@st.composite
def _posts(draw: st.DrawFn, number: int, weeks: Sequence[Week]) -> Post:
    platforms = draw(st.lists(st.sampled_from([each.id for each in PLATFORMS]), min_size=1, max_size=3, unique=True))
    is_weighted = draw(st.booleans())
    versions = []
    for platform_id in sorted(platforms):
        status = draw(st.sampled_from(Status))
        versions.append(
            version(
                platform_id,
                draw(st.none() | _moments(weeks)),
                share=draw(_weights) if is_weighted else None,
                status=status,
                published_at=draw(_moments(weeks)).replace(tzinfo=UTC) if status is Status.PUBLISHED else None,
            )
        )
    return a_post(number, *versions, effort=draw(efforts))


@st.composite
def _blocks(draw: st.DrawFn, number: int, posts: int, weeks: Sequence[Week]) -> WorkBlock:
    starts_at = draw(_moments(weeks))
    room = (datetime(starts_at.year, starts_at.month, starts_at.day) + timedelta(days=1) - starts_at).seconds // 60
    minutes = draw(st.integers(1, min(room or 1440, 300)))
    platforms = draw(st.lists(st.sampled_from([each.id for each in PLATFORMS]), min_size=1, max_size=3, unique=True))
    is_weighted = draw(st.booleans())
    is_series = draw(st.booleans())
    exceptions: tuple[BlockException, ...] = ()
    if is_series and draw(st.booleans()):
        cancelled = BlockException(starts_at, ExceptionKind.CANCELLED)
        changed = BlockException(starts_at, ExceptionKind.CHANGED, activity=draw(st.sampled_from(Activity)))
        exceptions = (draw(st.sampled_from([cancelled, changed])),)
    return a_block(
        number,
        starts_at,
        minutes,
        [Share(platform_id, draw(_weights) if is_weighted else None) for platform_id in sorted(platforms)],
        draw(st.sampled_from(Activity)),
        serves=draw(st.lists(st.integers(1, posts), max_size=3, unique=True)) if posts else (),
        rrule=draw(st.sampled_from(["FREQ=WEEKLY", "FREQ=DAILY;COUNT=3"])) if is_series else None,
        exceptions=exceptions,
    )


@st.composite
def random_boards(draw: st.DrawFn) -> Board:
    """Two neighbouring weeks full of posts, blocks that serve them, and worked time."""
    first = draw(st.sampled_from(WEEKS[::2]))
    weeks = (first, first.shifted(1))
    posts = [draw(_posts(number, weeks)) for number in range(1, draw(st.integers(0, 5)) + 1)]
    blocks = [draw(_blocks(number, len(posts), weeks)) for number in range(1, draw(st.integers(0, 5)) + 1)]
    entries = [
        an_entry(
            number,
            draw(_moments(weeks)).replace(tzinfo=UTC) + timedelta(seconds=draw(st.integers(0, 59))),
            draw(st.none() | st.integers(0, 3000)),
            draw(st.sampled_from([each.id for each in PLATFORMS])),
            draw(st.sampled_from(ACTIVITIES)),
        )
        for number in range(1, draw(st.integers(0, 4)) + 1)
    ]
    return a_board(posts, blocks, entries, weeks=weeks)
