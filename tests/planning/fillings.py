"""What the tests of filling a week share."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from db.records import (
    Activity,
    Board,
    Post,
    Status,
)
from desktop.planning.placements import (
    Filling,
    PlacedBlock,
    PlacedPost,
)
from desktop.planning.recurrence import occurrences
from desktop.planning.week import instant
from tests.planning.boards import (
    PLATFORMS,
    a_post,
    version,
)

BERLIN = ZoneInfo("Europe/Berlin")
EARLY = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
PLANNING, CREATION, INTERACTION, MONITORING = Activity
ONE = PLATFORMS[:1]


def blocks_of(filling: Filling) -> list[PlacedBlock]:
    return [each.item for each in filling.placements if isinstance(each.item, PlacedBlock)]


def posts_of(filling: Filling) -> list[PlacedPost]:
    return [each.item for each in filling.placements if isinstance(each.item, PlacedPost)]


def an_idea(number: int, *platforms: int, effort: tuple[int, ...] = (0, 30)) -> Post:
    return a_post(number, *(version(each, status=Status.IDEA) for each in platforms), effort=effort)


def no_overlap(board: Board, filling: Filling) -> None:
    week = board.weeks[0]
    spans = [
        *((instant(each.starts_at, BERLIN), instant(each.ends_at, BERLIN), 1) for each in blocks_of(filling)),
        *((instant(each.starts_at, BERLIN), instant(each.ends_at, BERLIN), 0) for each in occurrences(board, week)),
    ]
    for new in (span for span in spans if span[2]):
        assert all(span is new or span[1] <= new[0] or new[1] <= span[0] for span in spans)
