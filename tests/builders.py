"""Readable records and stores for tests: every builder has defaults, a test names only what it is about.

The plan lies in Berlin with the holidays of Baden-Württemberg. Records are new (ids below 1) unless a test says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db import board, items
from db.records import (
    Activity,
    Board,
    ByActivity,
    Changes,
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
from db.store import Store

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
WEEK = Week(2026, 48)


def a_plan(**fields: Any) -> Plan:  # noqa: ANN401
    """A plan with the usual settings."""
    usual = Plan(name="Café Lindenhof", zone="Europe/Berlin", region="DE-BW", language="de", created_at=NOW)
    return replace(usual, **fields)


def a_platform(kind: PlatformKind = PlatformKind.INSTAGRAM, **fields: Any) -> Platform:  # noqa: ANN401
    """An account of a kind, named like the kind."""
    return replace(Platform(id=0, key=kind.value, kind=kind, name=kind.value.title()), **fields)


def some_platforms() -> tuple[Platform, ...]:
    """Instagram, Facebook and LinkedIn; in a new store their ids are 1, 2 and 3."""
    kinds = (PlatformKind.INSTAGRAM, PlatformKind.FACEBOOK, PlatformKind.LINKEDIN)
    return tuple(a_platform(kind, position=position) for position, kind in enumerate(kinds))


def a_variant(platform_id: int = 1, starts_at: datetime | None = None, **fields: Any) -> Variant:  # noqa: ANN401
    """A version on a platform; a draft with a moment, an idea without."""
    status = Status.DRAFT if starts_at else Status.IDEA
    return replace(
        Variant(id=0, uid="", post_id=0, platform_id=platform_id, starts_at=starts_at, status=status), **fields
    )


def a_post(
    title: str = "Zimtschnecken",
    starts_at: datetime | None = None,
    platforms: Iterable[int] = (1,),
    effort: Sequence[int] = (),
    **fields: Any,  # noqa: ANN401
) -> Post:
    """A post with one version per platform, all at the same moment; `effort` in activity order, minutes."""
    usual = Post(
        id=0,
        uid="",
        title=title,
        effort=ByActivity(*effort),
        variants=tuple(a_variant(platform, starts_at) for platform in platforms),
    )
    return replace(usual, **fields)


def a_block(
    starts_at: datetime,
    minutes: int | None = None,
    platforms: Iterable[int] = (1,),
    activity: Activity = Activity.CREATION,
    **fields: Any,  # noqa: ANN401
) -> WorkBlock:
    """A work block of so many minutes by the wall clock (60 unless `ends_at` is given)."""
    ends_at = datetime.fromordinal(starts_at.toordinal())
    until = starts_at.hour * 60 + starts_at.minute + (60 if minutes is None else minutes)
    ends_at = ends_at.replace(hour=until // 60, minute=until % 60) if until < 24 * 60 else _midnight_after(starts_at)
    usual = WorkBlock(
        id=0,
        uid="",
        activity=activity,
        starts_at=starts_at,
        ends_at=ends_at,
        platforms=tuple(Share(platform) for platform in platforms),
    )
    return replace(usual, **fields)


def an_entry(started_at: datetime, ended_at: datetime | None, platform_id: int = 1, **fields: Any) -> TimeEntry:  # noqa: ANN401
    """Worked time on a platform, in UTC."""
    usual = TimeEntry(
        id=0, platform_id=platform_id, activity=Activity.CREATION, started_at=started_at, ended_at=ended_at
    )
    return replace(usual, **fields)


def a_store(
    folder: Path,
    posts: Sequence[Post] = (),
    blocks: Sequence[WorkBlock] = (),
    plan: Plan | None = None,
    platforms: Sequence[Platform] | None = None,
) -> Store:
    """A new plan file in a folder with three platforms (ids 1, 2, 3) and whatever is given."""
    store = Store.create(
        folder / "plan.wochenwerk", plan or a_plan(), some_platforms() if platforms is None else platforms
    )
    if posts or blocks:
        store.write(items.put, Changes(posts=tuple(posts), blocks=tuple(blocks)))
    return store


def stored_board(store: Store, *weeks: Week) -> Board:
    """The board of the weeks, of `WEEK` when none is named."""
    return store.read(board.load_board, weeks or (WEEK,))


def _midnight_after(moment: datetime) -> datetime:
    return datetime.fromordinal(moment.toordinal() + 1)
