"""Ideas: order, tags, ranks, and which fit into a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.records import Campaign, Post
from desktop.planning.ideas import Fit, Order, fitting, ordered, ranked, tags, with_tag, without_tag
from tests.planning.boards import FACEBOOK, INSTAGRAM, LINKEDIN, NOW, WEEK, a_block, a_board, a_post, on, version


def _idea(number: int, *platforms: int, minutes: int = 0, **fields: object) -> Post:
    idea = a_post(number, *(version(each) for each in platforms), effort=(0, minutes, 0, 0))
    return replace(idea, **fields)  # type: ignore[arg-type]


def _ids(ideas: tuple[Post, ...]) -> list[int]:
    return [idea.id for idea in ideas]


def test_ideas_are_ordered_as_asked() -> None:
    ideas = (
        _idea(1, minutes=30, created_at=NOW),
        _idea(2, minutes=10, created_at=NOW + timedelta(1)),
        _idea(3, minutes=20),
    )
    assert _ids(ordered(ideas, Order.OWN)) == [1, 2, 3]
    assert _ids(ordered(ideas, Order.NEWEST)) == [2, 1, 3]
    assert _ids(ordered(ideas, Order.SHORTEST)) == [2, 3, 1]


def test_ideas_by_occasion_begin_with_the_campaign_that_begins_first() -> None:
    campaigns = (
        Campaign(7, "Christmas", date(2026, 12, 1), date(2026, 12, 24)),
        Campaign(8, "Advent", date(2026, 11, 27), date(2026, 12, 24)),
    )
    ideas = (_idea(1), _idea(2, campaign_id=7), _idea(3, campaign_id=8), _idea(4, campaign_id=7))
    assert _ids(ordered(ideas, Order.OCCASION, campaigns)) == [3, 2, 4, 1]


def test_tags_are_counted_the_most_frequent_first() -> None:
    ideas = (_idea(1, tags=("Rezepte", "Team")), _idea(2, tags=("Team",)), _idea(3, tags=("Aktionen",)))
    assert tags(ideas) == (("Team", 2), ("Aktionen", 1), ("Rezepte", 1))


def test_a_tag_is_given_once_and_taken_away() -> None:
    idea = with_tag(_idea(1, tags=("Team",)), "  Alte   Rezepte ")
    assert idea.tags == ("Alte Rezepte", "Team")
    assert with_tag(idea, "team") == idea
    assert with_tag(idea, "  ") == idea
    assert without_tag(idea, "Team").tags == ("Alte Rezepte",)


def test_only_what_stands_above_gets_a_rank() -> None:
    ideas = tuple(_idea(number) for number in (1, 2, 3, 4))
    assert [(idea.id, idea.rank) for idea in ranked(ideas, 3, 1)] == [(3, 1)]
    assert [(idea.id, idea.rank) for idea in ranked(ideas, 1, 3)] == [(2, 2), (1, 1)]
    assert [(idea.id, idea.rank) for idea in ranked(ideas, 1, None)] == [(2, 4), (3, 3), (4, 2), (1, 1)]


def test_no_rank_changes_where_nothing_moves() -> None:
    ideas = tuple(_idea(number) for number in (1, 2))
    assert ranked(ideas, 1, 2) == ranked(ideas, 1, 1) == ranked(ideas, 9, 1) == ranked(ideas, 1, 9) == ()


@given(st.lists(st.integers(0, 3), min_size=2, max_size=8), st.data())
def test_ranks_give_the_wanted_order(given_ranks: list[int], data: st.DataObject) -> None:
    """The plan orders by rank, the higher the further up, else by how new they are."""
    newest_first = [_idea(number, rank=rank) for number, rank in enumerate(given_ranks, start=1)]
    ideas = tuple(sorted(newest_first, key=lambda idea: -idea.rank))
    moved = data.draw(st.sampled_from(ideas)).id
    before = data.draw(st.sampled_from([None, *(idea.id for idea in ideas if idea.id != moved)]))
    wanted = [idea.id for idea in ideas if idea.id != moved]
    wanted.insert(len(wanted) if before is None else wanted.index(before), moved)
    changed = {idea.id: idea for idea in ranked(ideas, moved, before)}
    after = sorted((changed.get(idea.id, idea) for idea in newest_first), key=lambda idea: -idea.rank)
    assert [idea.id for idea in after] == wanted


def test_an_idea_fits_while_every_platform_has_minutes_and_room() -> None:
    board = a_board(blocks=(a_block(1, on(0, "8:00"), 330, platforms=(INSTAGRAM,)),))
    ideas = (
        _idea(1, INSTAGRAM, minutes=35),
        _idea(2, INSTAGRAM, minutes=36),
        _idea(3, INSTAGRAM, FACEBOOK, minutes=70),
        _idea(4, INSTAGRAM, FACEBOOK, minutes=80),
        _idea(5, 99, minutes=10),
        _idea(6, minutes=10),
    )
    fits = fitting(board, WEEK, ideas, NOW)
    assert fits == {1: Fit(INSTAGRAM, 30, 3, on(2)), 3: Fit(INSTAGRAM, 30, 3, on(2))}


def test_a_platform_with_enough_posts_takes_no_more() -> None:
    posts = tuple(a_post(number, version(LINKEDIN, on(number % 7, "15:00"))) for number in range(1, 8))
    assert fitting(a_board(posts=posts), WEEK, [_idea(50, LINKEDIN)], NOW) == {}


def test_nothing_fits_into_a_week_that_is_over() -> None:
    assert fitting(a_board(), WEEK, [_idea(1, INSTAGRAM)], NOW + timedelta(14)) == {}
