"""Which cards stand in a week, and what they show of their versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations_with_replacement
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Board, Status, Week
from desktop.planning.cards import PostKey, is_overdue, least_advanced, moment, post_cards
from desktop.planning.week import instant
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    NOW,
    PLATFORMS,
    WEEK,
    a_board,
    a_post,
    on,
    random_boards,
    version,
)

BERLIN = ZoneInfo("Europe/Berlin")


def test_versions_at_the_same_moment_are_one_card() -> None:
    post = a_post(
        1,
        version(FACEBOOK, on(2, "12:15"), pictures=("b",)),
        version(INSTAGRAM, on(2, "12:15")),
        version(LINKEDIN, on(3, "8:00"), pictures=("c", "d")),
        title="Zimtschnecken",
        format_key="carousel",
        campaign_id=4,
    )
    together, alone = post_cards(a_board([post]), WEEK, NOW)
    assert (together.moment, together.platform_ids) == (on(2, "12:15"), (INSTAGRAM, FACEBOOK))
    assert together.variant_ids == (102, 101)
    assert (together.title, together.format_key, together.campaign_id) == ("Zimtschnecken", "carousel", 4)
    assert together.pictures == ("b",)
    assert (alone.moment, alone.variant_ids, alone.pictures) == (on(3, "8:00"), (103,), ("c", "d"))
    assert together.key == PostKey(1, on(2, "12:15"))


def test_the_first_platform_is_the_users_first() -> None:
    post = a_post(1, version(INSTAGRAM, on(2)), version(LINKEDIN, on(2)))
    (card,) = post_cards(a_board([post], platforms=PLATFORMS[::-1]), WEEK, NOW)
    assert card.platform_ids == (LINKEDIN, INSTAGRAM)


def test_ideas_and_other_weeks_have_no_card() -> None:
    posts = [a_post(1, version(INSTAGRAM)), a_post(2, version(INSTAGRAM, on(0, week=WEEK.shifted(1))))]
    assert post_cards(a_board(posts), WEEK, NOW) == ()


def test_cards_come_by_moment_then_post() -> None:
    posts = [
        a_post(3, version(INSTAGRAM, on(1))),
        a_post(2, version(INSTAGRAM, on(4)), version(FACEBOOK, on(0))),
        a_post(1, version(INSTAGRAM, on(1))),
    ]
    found = [(card.post_id, card.moment) for card in post_cards(a_board(posts), WEEK, NOW)]
    assert found == [(2, on(0)), (1, on(1)), (3, on(1)), (2, on(4))]


def test_what_is_published_stands_where_it_really_happened() -> None:
    real = datetime(2026, 11, 24, 7, 3, 42, tzinfo=UTC)
    post = a_post(1, version(INSTAGRAM, on(6), status=Status.PUBLISHED, published_at=real))
    (card,) = post_cards(a_board([post]), WEEK, NOW)
    assert card.moment == on(1, "8:03")


def test_a_real_moment_counts_only_while_published_or_held_from_it() -> None:
    planned, real = on(6), datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    known = version(INSTAGRAM, planned, published_at=real)
    assert moment(replace(known, status=Status.DRAFT), BERLIN) == planned
    assert moment(replace(known, status=Status.PUBLISHED, starts_at=None), BERLIN) == on(1, "8:00")
    assert moment(replace(known, status=Status.HELD, held_from=Status.PUBLISHED), BERLIN) == on(1, "8:00")
    assert moment(replace(known, status=Status.HELD, held_from=Status.DRAFT), BERLIN) == planned
    assert moment(version(INSTAGRAM, planned, status=Status.PUBLISHED), BERLIN) == planned
    assert moment(version(INSTAGRAM), BERLIN) is None


def test_the_two_passes_of_a_repeated_hour_are_two_cards_in_order() -> None:
    night = datetime(2026, 10, 25, 2, 30)
    post = a_post(1, version(INSTAGRAM, night.replace(fold=1)), version(FACEBOOK, night))
    first, second = post_cards(a_board([post]), Week.of(night), NOW)
    assert [(card.platform_ids, card.moment.fold) for card in (first, second)] == [((FACEBOOK,), 0), ((INSTAGRAM,), 1)]
    assert first.key != second.key
    assert len({first.key, second.key, PostKey(1, night)}) == 2


def test_a_key_is_no_other_thing() -> None:
    assert PostKey(1, on(0)) != "a card"


ORDER = (Status.IDEA, Status.DRAFT, Status.REVIEW, Status.SCHEDULED, Status.PUBLISHED, Status.SKIPPED)


@pytest.mark.parametrize(("one", "other"), list(combinations_with_replacement(ORDER, 2)))
def test_the_least_advanced_status_is_shown(one: Status, other: Status) -> None:
    assert least_advanced([one, other]) is one
    assert least_advanced([other, one]) is one
    assert least_advanced([one, Status.HELD, other]) is Status.HELD


def test_no_versions_have_no_status() -> None:
    with pytest.raises(ValueError, match="empty"):
        least_advanced([])


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("minutes", [-1, 0, 1])
def test_overdue_is_what_should_be_out_and_is_not(status: Status, minutes: int) -> None:
    now = instant(on(2), BERLIN) + timedelta(minutes=minutes)
    planned = version(INSTAGRAM, on(2), status=status)
    expected = minutes > 0 and status in ORDER[:4]
    assert is_overdue(planned, now, BERLIN) is expected
    (card,) = post_cards(a_board([a_post(1, planned)]), WEEK, now)
    assert card.is_overdue is expected


def test_an_idea_is_never_late() -> None:
    assert not is_overdue(version(INSTAGRAM), NOW, BERLIN)


def test_a_held_card_is_not_overdue_and_a_skipped_version_does_not_count() -> None:
    posts = [
        a_post(1, version(INSTAGRAM, on(0)), version(FACEBOOK, on(0), status=Status.HELD)),
        a_post(2, version(INSTAGRAM, on(0)), version(FACEBOOK, on(0), status=Status.SKIPPED)),
    ]
    found = [(card.status, card.is_overdue) for card in post_cards(a_board(posts), WEEK, NOW)]
    assert found == [(Status.HELD, False), (Status.DRAFT, True)]


@given(random_boards(), st.integers(-14, 14))
def test_every_dated_version_stands_on_exactly_one_card(board: Board, days: int) -> None:
    weeks = [board.weeks[0].shifted(shift) for shift in range(-1, 4)]
    cards = [card for week in weeks for card in post_cards(board, week, NOW + timedelta(days=days))]
    shown = sorted(variant_id for card in cards for variant_id in card.variant_ids)
    dated = [each for post in board.posts for each in post.variants if moment(each, BERLIN) is not None]
    assert shown == sorted(each.id for each in dated)
    assert len({card.key for card in cards}) == len(cards)
    assert all(len(card.platform_ids) == len(card.variant_ids) for card in cards)
