"""Hypothesis strategies for records; times, ids and texts come from small sets, so that they meet each other often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from db.records import (
    Activity,
    BlockException,
    BlockLink,
    ByActivity,
    ExceptionKind,
    MadeBy,
    Post,
    PostSeries,
    Share,
    Status,
    TimeEntry,
    Variant,
    WorkBlock,
)

T = TypeVar("T")

DAYS = (date(2026, 10, 24), date(2026, 10, 25), date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 30))
RULES = (None, "FREQ=WEEKLY", "FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20261126T235900")
TAGS = ("Rezepte", "Team", "Aktionen")
PICTURES = ("a" * 64, "b" * 64)

texts = st.sampled_from(("", "Advent", "Wärme & Zimt 🥐", "'; DROP TABLE post; --"))
minutes = st.integers(0, 200)
efforts = st.builds(ByActivity, minutes, minutes, minutes, minutes)
activities = st.sampled_from(Activity)
tags = st.lists(st.sampled_from(TAGS), unique=True).map(lambda some: tuple(sorted(some)))
instants = st.builds(
    lambda day, seconds: datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds),
    st.sampled_from(DAYS),
    st.integers(0, 86399),
)


@st.composite
def walls(draw: st.DrawFn) -> datetime:
    """A planned moment; in the repeated hour of 25 October it may be the second pass."""
    day = draw(st.sampled_from(DAYS))
    hour = draw(st.sampled_from((0, 2, 9, 12, 23)))
    fold = draw(st.integers(0, 1)) if (day, hour) == (DAYS[1], 2) else 0
    return datetime(day.year, day.month, day.day, hour, draw(st.sampled_from((0, 30))), fold=fold)


@st.composite
def spans(draw: st.DrawFn) -> tuple[datetime, datetime]:
    """Start and end on one day."""
    starts = draw(walls())
    ends = starts + timedelta(minutes=draw(st.sampled_from((15, 60, 180))))
    midnight = datetime.fromordinal(starts.toordinal() + 1)
    return starts, min(ends, midnight)


def one_of_or_none(values: Sequence[T]) -> st.SearchStrategy[T | None]:
    """One of the values, or None."""
    return st.sampled_from((None, *values))


def _shares(platforms: Sequence[int]) -> st.SearchStrategy[tuple[Share, ...]]:
    chosen = st.lists(st.sampled_from(platforms), unique=True, max_size=3).map(sorted)
    return st.builds(
        lambda some, weight: tuple(Share(platform, weight) for platform in some), chosen, st.sampled_from((None, 1, 3))
    )


@st.composite
def variants(draw: st.DrawFn, platform_id: int, members: Sequence[int]) -> Variant:
    """A new version on a platform."""
    return Variant(
        id=0,
        uid="",
        post_id=0,
        platform_id=platform_id,
        starts_at=draw(st.none() | walls()),
        body=draw(st.none() | texts),
        hashtags=draw(texts),
        share=draw(st.sampled_from((None, 2))),
        status=draw(st.sampled_from(Status)),
        held_from=draw(one_of_or_none(tuple(Status))),
        approved_by=draw(one_of_or_none(members)),
        published_at=draw(st.none() | instants),
        pictures=tuple(draw(st.lists(st.sampled_from(PICTURES), max_size=3))),
    )


@st.composite
def posts(draw: st.DrawFn, platforms: Sequence[int], campaigns: Sequence[int], members: Sequence[int]) -> Post:
    """A new post."""
    chosen = draw(st.lists(st.sampled_from(platforms), unique=True, max_size=3))
    return Post(
        id=0,
        uid="",
        title=draw(texts),
        body=draw(texts),
        format_key=draw(st.sampled_from((None, "image", "reel"))),
        campaign_id=draw(one_of_or_none(campaigns)),
        owner_id=draw(one_of_or_none(members)),
        effort=draw(efforts),
        variants=tuple(draw(variants(platform, members)) for platform in chosen),
        tags=draw(tags),
        rank=draw(st.integers(0, 2)),
    )


@st.composite
def series(draw: st.DrawFn, platforms: Sequence[int], campaigns: Sequence[int], members: Sequence[int]) -> PostSeries:
    """A new series of posts."""
    model = draw(posts(platforms, campaigns, members))
    template = replace(
        model,
        rank=0,
        variants=tuple(Variant(0, "", 0, v.platform_id, v.starts_at, v.body, share=v.share) for v in model.variants),
    )
    starts_at = draw(walls())
    rrule = draw(st.sampled_from(RULES[1:]))
    return PostSeries(0, "", str(rrule), starts_at, template, draw(one_of_or_none(DAYS)))


@st.composite
def exceptions(draw: st.DrawFn, platforms: Sequence[int], members: Sequence[int]) -> BlockException:
    """One occurrence that is cancelled or differs."""
    original_at = draw(walls())
    if draw(st.booleans()):
        return BlockException(original_at, ExceptionKind.CANCELLED)
    starts_at, ends_at = draw(spans())
    return BlockException(
        original_at,
        ExceptionKind.CHANGED,
        starts_at=starts_at,
        ends_at=ends_at,
        title=draw(st.none() | texts),
        activity=draw(one_of_or_none(tuple(Activity))),
        member_id=draw(one_of_or_none(members)),
        platforms=draw(_shares(platforms)) or None,
    )


@st.composite
def blocks(
    draw: st.DrawFn,
    platforms: Sequence[int],
    post_ids: Sequence[int],
    campaigns: Sequence[int],
    members: Sequence[int],
) -> WorkBlock:
    """A new block, once or as a series, with links to some of the posts."""
    starts_at, ends_at = draw(spans())
    links = st.lists(st.builds(BlockLink, walls(), st.sampled_from(post_ids)), max_size=3) if post_ids else st.just([])
    return WorkBlock(
        id=0,
        uid="",
        activity=draw(activities),
        starts_at=starts_at,
        ends_at=ends_at,
        title=draw(texts),
        rrule=draw(st.sampled_from(RULES)),
        member_id=draw(one_of_or_none(members)),
        campaign_id=draw(one_of_or_none(campaigns)),
        platforms=draw(_shares(platforms)),
        exceptions=tuple(
            draw(st.lists(exceptions(platforms, members), max_size=3, unique_by=lambda one: one.original_at))
        ),
        links=tuple(draw(links)),
        done=frozenset(draw(st.lists(walls(), max_size=3))),
    )


@st.composite
def entries(draw: st.DrawFn, platforms: Sequence[int], post_ids: Sequence[int], block_ids: Sequence[int]) -> TimeEntry:
    """A new time entry that has ended."""
    started_at = draw(instants)
    block_id = draw(one_of_or_none(block_ids))
    return TimeEntry(
        id=0,
        platform_id=draw(st.sampled_from(platforms)),
        activity=draw(activities),
        started_at=started_at,
        ended_at=started_at + timedelta(minutes=draw(st.sampled_from((1, 45, 20000)))),
        made_by=draw(st.sampled_from(MadeBy)),
        is_corrected=draw(st.booleans()),
        post_id=draw(one_of_or_none(post_ids)),
        block_id=block_id,
        original_at=draw(walls()) if block_id is not None else None,
        note=draw(texts),
    )
