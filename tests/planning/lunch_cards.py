"""The café's lunch card on Mondays, a post that repeats, and what can be done to it and asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from db.records import Board, ByActivity, Changes, Post, Status, Variant
from desktop.planning.intents import (
    ChoiceKey,
    Intent,
    Outcome,
    RepeatPost,
)
from desktop.planning.rescheduling import after, decide
from tests.planning.boards import (
    INSTAGRAM,
    NOW,
    WEEK,
    a_board,
    a_post,
    on,
    version,
)

BERLIN = ZoneInfo("Europe/Berlin")
MONDAYS = "FREQ=WEEKLY;BYDAY=MO"
NEXT = WEEK.shifted(1)
ONLY, FOLLOWING, ALL = ChoiceKey.ONLY_THIS, ChoiceKey.FOLLOWING, ChoiceKey.ALL


def lunch_card(*versions: Variant, **fields: object) -> Post:
    """The post that repeats, at 10:00 on the Monday after now unless told otherwise."""
    usual = {"title": "Wochenkarte", "effort": ByActivity(5, 30, 0, 0)} | fields
    return replace(a_post(1, *(versions or (version(INSTAGRAM, on(0, "10:00", NEXT)),))), **usual)  # type: ignore[arg-type]


def answer(board: Board, intent: Intent, key: ChoiceKey | None = None) -> Changes:
    """What an intent does with a choice; without a key nothing may be asked."""
    outcome = decide(board, intent, NOW)
    assert isinstance(outcome, Outcome), outcome
    if key is None:
        assert not outcome.choices
        return outcome.changes
    return next(choice.changes for choice in outcome.choices if choice.key is key)


def done(board: Board, intent: Intent, key: ChoiceKey | None = None) -> Board:
    """The board afterwards."""
    return after(board, answer(board, intent, key))


def keys(board: Board, intent: Intent) -> list[ChoiceKey]:
    """The answers that may be given."""
    outcome = decide(board, intent, NOW)
    assert isinstance(outcome, Outcome)
    return [choice.key for choice in outcome.choices]


def repeated(post: Post | None = None, rrule: str = MONDAYS, **fields: object) -> Board:
    """A board on which the lunch card repeats."""
    return done(replace(a_board([post or lunch_card()]), **fields), RepeatPost(1, rrule))  # type: ignore[arg-type]


def starts(board: Board) -> list[str]:
    """When the posts' first versions are, in order of time."""
    dated = (post.variants[0].starts_at for post in board.posts if post.variants[0].starts_at)
    return [f"{at:%d.%m. %H:%M}" for at in sorted(dated)]


def the(board: Board, number: int) -> Post:
    """The post of the series with this number in order of its place, 0 first."""
    return sorted((post for post in board.posts if post.series_at), key=lambda post: str(post.series_at))[number]


def edited(board: Board, number: int, **fields: object) -> Board:
    """The board with one post edited on its own."""
    post = replace(the(board, number), **fields)  # type: ignore[arg-type]
    return after(board, Changes(posts=(post,)))


def published(board: Board, number: int) -> Board:
    """The board with one post published."""
    post = the(board, number)
    out = replace(post.variants[0], status=Status.PUBLISHED, published_at=datetime(2026, 11, 24, 9, tzinfo=UTC))
    return edited(board, number, variants=(out, *post.variants[1:]))
