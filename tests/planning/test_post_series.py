"""Posts that repeat are made ahead, moved and edited: example by example."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db.records import ByActivity, Post, Status, Week
from desktop.planning.intents import (
    CopyPost,
    EditPost,
    EditPostSeries,
    Intent,
    MovePost,
    Outcome,
    Refusal,
    RefusalReason,
    RemovePost,
    RepeatPost,
    UnschedulePost,
)
from desktop.planning.post_series import belongs, due, horizon, untouched
from desktop.planning.rescheduling import after, decide
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    NOW,
    WEEK,
    a_board,
    a_post,
    on,
    version,
)
from tests.planning.lunch_cards import (
    ALL,
    BERLIN,
    FOLLOWING,
    MONDAYS,
    NEXT,
    ONLY,
    answer,
    done,
    edited,
    keys,
    lunch_card,
    published,
    repeated,
    starts,
    the,
)


def test_a_post_that_repeats_gets_its_posts_for_eight_weeks() -> None:
    board = repeated()

    assert starts(board) == [
        *("30.11. 10:00", "07.12. 10:00", "14.12. 10:00", "21.12. 10:00", "28.12. 10:00"),
        *("04.01. 10:00", "11.01. 10:00", "18.01. 10:00"),
    ]
    first, second = the(board, 0), the(board, 1)
    assert first.id == 1
    assert first.variants[0].status is Status.DRAFT
    assert (second.title, second.effort, second.created_at) == ("Wochenkarte", ByActivity(5, 30, 0, 0), NOW)
    assert [each.status for each in second.variants] == [Status.IDEA]
    (series,) = board.post_series
    assert (series.rrule, series.starts_at, series.created_until) == (MONDAYS, on(0, "10:00", NEXT), date(2027, 1, 24))
    assert {post.series_id for post in board.posts} == {series.id}


def test_versions_keep_their_distance() -> None:
    board = repeated(
        lunch_card(
            version(INSTAGRAM, on(0, "10:00", NEXT), hashtags="#mittag", link="l", share=2, pictures=("a",)),
            version(FACEBOOK, on(1, "9:00", NEXT), body="Kurz", share=1),
            version(LINKEDIN, None, share=1),
        )
    )

    one, two, three = the(board, 1).variants
    assert (one.starts_at, one.hashtags, one.link, one.share, one.pictures) == (
        datetime(2026, 12, 7, 10), "#mittag", "l", 2, (),
    )  # fmt: skip
    assert (two.starts_at, two.body) == (datetime(2026, 12, 8, 9), "Kurz")
    assert three.starts_at is None


def test_a_post_on_another_day_moves_to_the_first_of_the_rule() -> None:
    board = repeated(lunch_card(version(INSTAGRAM, on(5, "10:00")), version(FACEBOOK, None)))

    assert starts(board)[:2] == ["30.11. 10:00", "07.12. 10:00"]
    assert (the(board, 0).id, the(board, 0).variants[1].starts_at) == (1, None)


def test_what_is_published_keeps_its_date_and_stands_alone() -> None:
    out = version(INSTAGRAM, None, status=Status.PUBLISHED, published_at=datetime(2026, 11, 24, 9, 3, 12, tzinfo=UTC))
    board = repeated(lunch_card(out))

    assert belongs(board, board.posts[0]) is None
    assert starts(board)[:2] == ["30.11. 10:03", "07.12. 10:03"]
    on_time = repeated(lunch_card(out), "FREQ=WEEKLY;BYDAY=TU")
    assert (the(on_time, 0).id, the(on_time, 1).series_at) == (1, datetime(2026, 12, 1, 10, 3))


def test_what_has_passed_gets_no_posts() -> None:
    board = repeated(lunch_card(version(INSTAGRAM, on(0, "10:00", WEEK.shifted(-3)))))

    assert starts(board)[:3] == ["02.11. 10:00", "30.11. 10:00", "07.12. 10:00"]


def test_far_ahead_the_first_week_has_its_post() -> None:
    board = repeated(lunch_card(version(INSTAGRAM, on(0, "10:00", WEEK.shifted(30)))), "FREQ=WEEKLY;BYDAY=MO,FR")

    assert starts(board) == ["21.06. 10:00", "25.06. 10:00"]


@pytest.mark.parametrize(
    ("post", "intent", "reason"),
    [
        (lunch_card(), RepeatPost(9, MONDAYS), RefusalReason.NOT_IN_PLAN),
        (lunch_card(), RepeatPost(1, None), RefusalReason.NO_CHANGE),
        (lunch_card(version(INSTAGRAM)), RepeatPost(1, MONDAYS), RefusalReason.NO_CHANGE),
        (lunch_card(), RepeatPost(1, "FREQ=HOURLY"), RefusalReason.UNKNOWN_RULE),
        (lunch_card(), EditPostSeries(1), RefusalReason.NO_CHANGE),
        (lunch_card(), EditPostSeries(9), RefusalReason.NOT_IN_PLAN),
        (lunch_card(), EditPost(a_post(9, version(INSTAGRAM))), RefusalReason.NOT_IN_PLAN),
        (lunch_card(), EditPost(lunch_card()), RefusalReason.NO_CHANGE),
        (lunch_card(), EditPost(replace(lunch_card(), variants=())), RefusalReason.NO_PLATFORM),
        (lunch_card(), RemovePost(9), RefusalReason.NOT_IN_PLAN),
    ],
)
def test_refusals(post: Post, intent: Intent, reason: RefusalReason) -> None:
    refusal = decide(a_board([post]), intent, NOW)

    assert isinstance(refusal, Refusal)
    assert refusal.reason is reason


def test_in_a_gap_of_the_clock_a_post_is_pushed_out_and_still_untouched() -> None:
    sunday = datetime(2027, 3, 21, 2, 30)
    board = repeated(lunch_card(version(INSTAGRAM, sunday, status=Status.IDEA)), "FREQ=WEEKLY;BYDAY=SU;COUNT=3")
    board = after(board, due(board, NOW, date(2027, 5, 1)))

    assert starts(board) == ["21.03. 02:30", "28.03. 03:30", "04.04. 02:30"]
    assert untouched(board, board.post_series[0]) == {post.id for post in board.posts}


# what is due


def test_posts_follow_as_time_goes_by_but_never_twice() -> None:
    board = repeated()
    until = date(2027, 2, 7)

    missing = due(board, NOW, until)

    assert [post.series_at for post in missing.posts] == [datetime(2027, 1, 25, 10), datetime(2027, 2, 1, 10)]
    assert due(replace(board, posts=()), NOW, until) == missing
    assert not due(after(board, missing), NOW, until)
    assert not due(board, NOW, date(2027, 1, 24))


def test_after_a_long_time_away_only_what_lies_ahead_is_made() -> None:
    board = repeated()

    missing = due(board, datetime(2027, 6, 1, 9, tzinfo=UTC), date(2027, 6, 20))

    assert [post.series_at for post in missing.posts] == [datetime(2027, 6, 7, 10), datetime(2027, 6, 14, 10)]
    assert not due(board, datetime(2027, 6, 30, tzinfo=UTC), date(2027, 6, 20))


def test_a_series_that_never_had_posts_gets_them_all() -> None:
    board = repeated()
    (series,) = board.post_series
    bare = replace(board, posts=(the(board, 0),), post_series=(replace(series, created_until=None),))

    assert len(due(bare, NOW, date(2026, 12, 20)).posts) == 2


def test_what_was_deleted_does_not_come_again() -> None:
    board = done(repeated(), RemovePost(1), ONLY)

    assert starts(board)[0] == "07.12. 10:00"
    assert not due(board, NOW, date(2027, 1, 24))


def test_the_horizon_is_eight_weeks_or_what_is_shown_at_most_a_year() -> None:
    assert horizon(NOW, BERLIN) == date(2027, 1, 24)
    assert horizon(NOW, BERLIN, WEEK) == date(2027, 1, 24)
    assert horizon(NOW, BERLIN, Week(2027, 10)) == date(2027, 3, 14)
    assert horizon(NOW, BERLIN, Week(2031, 10)) == WEEK.shifted(53).days[-1]


# moving and editing


def test_moving_one_leaves_the_others() -> None:
    board = repeated()
    third = the(board, 2)

    moved = done(board, MovePost(third.id, (third.variants[0].id,), datetime(2026, 12, 15, 11)), ONLY)

    assert starts(moved)[1:4] == ["07.12. 10:00", "15.12. 11:00", "21.12. 10:00"]
    assert the(moved, 2).series_at == datetime(2026, 12, 14, 10)
    assert not due(moved, NOW, date(2027, 1, 24))


def test_moving_this_and_following_splits_the_series() -> None:
    board = repeated()
    third = the(board, 2)

    moved = done(board, MovePost(third.id, (third.variants[0].id,), datetime(2026, 12, 15, 11)), FOLLOWING)

    assert starts(moved)[:4] == ["30.11. 10:00", "07.12. 10:00", "15.12. 11:00", "22.12. 11:00"]
    head, tail = moved.post_series
    assert head.rrule == f"{MONDAYS};UNTIL=20261213T235959"
    assert (tail.rrule, tail.starts_at) == ("FREQ=WEEKLY;BYDAY=TU", datetime(2026, 12, 15, 11))
    assert [post.series_id for post in moved.posts if post.series_id == tail.id and post.id == third.id]
    assert [post.series_at for post in due(replace(moved, posts=()), NOW, date(2027, 2, 2)).posts] == [
        datetime(2027, 1, 26, 11), datetime(2027, 2, 2, 11),
    ]  # fmt: skip


def test_moving_all_takes_along_what_nobody_has_moved() -> None:
    board = repeated()
    own = the(board, 3).variants[0]
    board = edited(board, 3, variants=(replace(own, starts_at=datetime(2026, 12, 24, 8)),))
    board = edited(board, 4, title="Zwischen den Jahren")
    board = published(board, 0)
    third = the(board, 2)

    moved = done(board, MovePost(third.id, (third.variants[0].id,), datetime(2026, 12, 14, 11)), ALL)

    assert starts(moved)[:6] == [
        *("30.11. 10:00", "07.12. 11:00", "14.12. 11:00", "24.12. 08:00", "28.12. 11:00", "04.01. 11:00"),
    ]
    assert the(moved, 4).title == "Zwischen den Jahren"
    assert [post.series_at.hour for post in moved.posts if post.series_at] == [11] * 8


def test_moving_a_week_on_makes_nothing_twice() -> None:
    board = repeated()

    moved = done(board, MovePost(1, (101,), datetime(2026, 12, 7, 10)), ALL)

    assert starts(moved)[::7] == ["07.12. 10:00", "25.01. 10:00"]
    light = replace(moved, posts=())
    assert [post.series_at for post in due(light, NOW, date(2027, 2, 7)).posts] == [datetime(2027, 2, 1, 10)]


def test_the_first_and_what_cannot_follow_ask_less() -> None:
    board = repeated()
    assert keys(board, MovePost(1, (101,), on(1, "10:00", NEXT))) == [ONLY, ALL]
    assert keys(board, MovePost(the(board, 1).id, (the(board, 1).variants[0].id,), on(1))) == [ONLY, FOLLOWING, ALL]
    last = repeated(lunch_card(version(INSTAGRAM, on(0, "10:00", NEXT))), "FREQ=MONTHLY;BYMONTHDAY=-1")
    assert keys(last, MovePost(1, (101,), on(1, "10:00", NEXT))) == []


def test_the_past_is_counted() -> None:
    board = repeated(lunch_card(version(INSTAGRAM, on(0, "10:00", WEEK.shifted(-1)))))
    second = the(board, 1)
    outcome = decide(board, MovePost(second.id, (second.variants[0].id,), on(0, "11:00", NEXT)), NOW)

    assert isinstance(outcome, Outcome)
    assert [choice.count for choice in outcome.choices] == [0, 0, 1]


def test_moving_one_version_changes_its_distance_only() -> None:
    board = repeated(lunch_card(version(INSTAGRAM, on(0, "10:00", NEXT)), version(FACEBOOK, on(0, "10:00", NEXT))))

    moved = done(board, MovePost(1, (102,), on(0, "12:00", NEXT)), ALL)

    assert [each.starts_at for each in the(moved, 1).variants] == [
        datetime(2026, 12, 7, 10), datetime(2026, 12, 7, 12),
    ]  # fmt: skip
    assert moved.post_series[0].starts_at == on(0, "10:00", NEXT)


def test_an_edit_reaches_what_is_still_as_the_series_says() -> None:
    board = edited(repeated(), 2, title="Weihnachtskarte")
    first = the(board, 0)

    changed = done(board, EditPost(replace(first, title="Mittagskarte", body="Ab 12", effort=ByActivity(1))), ALL)

    assert [post.title for post in changed.posts] == ["Mittagskarte"] * 2 + ["Weihnachtskarte"] + ["Mittagskarte"] * 5
    assert {(post.body, post.effort) for post in changed.posts} == {("Ab 12", ByActivity(1))}
    assert changed.post_series[0].template.title == "Mittagskarte"
    assert {post.rank for post in done(board, EditPost(replace(first, rank=3))).posts} == {0, 3}


def test_an_edit_of_versions_reaches_them_one_by_one() -> None:
    board = repeated(
        lunch_card(version(INSTAGRAM, on(0, "10:00", NEXT), share=1), version(FACEBOOK, on(0, "10:00", NEXT), share=1))
    )
    own = the(board, 1).variants
    board = edited(board, 1, variants=(own[0], replace(own[1], body="Eigen")))
    own = the(board, 2).variants
    board = edited(board, 2, variants=(*own, version(LINKEDIN, None, id=-77, post_id=the(board, 2).id, share=1)))
    board = edited(board, 3, variants=the(board, 3).variants[1:])
    first = the(board, 0)
    new = replace(first.variants[0], id=0, uid="", platform_id=LINKEDIN, share=None)
    then = replace(first, variants=(replace(first.variants[0], hashtags="#neu", share=None), new))

    changed = done(board, EditPost(then), ALL)

    platforms = [[each.platform_id for each in the(changed, number).variants] for number in range(5)]
    assert platforms == [
        [INSTAGRAM, LINKEDIN],
        [INSTAGRAM, FACEBOOK, LINKEDIN],  # its own words for Facebook stay
        [INSTAGRAM, LINKEDIN],
        [LINKEDIN],
        [INSTAGRAM, LINKEDIN],
    ]
    assert [each.share for each in the(changed, 1).variants] == [None, None, None]
    assert the(changed, 4).variants[0].hashtags == "#neu"
    assert the(changed, 4).variants[1].starts_at == datetime(2026, 12, 28, 10)


def test_a_post_keeps_at_least_one_version() -> None:
    both = (version(INSTAGRAM, on(0, "10:00", NEXT)), version(FACEBOOK, on(0, "10:00", NEXT)))
    board = repeated(lunch_card(*both))
    board = edited(board, 1, variants=the(board, 1).variants[1:])

    changed = done(board, EditPost(replace(the(board, 0), variants=the(board, 0).variants[:1])), ALL)

    assert [each.platform_id for each in the(changed, 1).variants] == [FACEBOOK]
    assert [each.platform_id for each in the(changed, 2).variants] == [INSTAGRAM]


def test_what_one_post_lacks_the_series_keeps() -> None:
    both = (version(INSTAGRAM, on(0, "10:00", NEXT)), version(FACEBOOK, on(0, "10:00", NEXT)))
    board = repeated(lunch_card(*both))
    board = edited(board, 1, variants=the(board, 1).variants[:1])

    changed = done(board, EditPost(replace(the(board, 1), title="Karte")), FOLLOWING)

    assert [len(post.variants) for post in changed.posts] == [2, 1, 2, 2, 2, 2, 2, 2]
    assert [len(series.template.variants) for series in changed.post_series] == [2, 2]


def test_a_series_without_posts_to_come_can_be_moved() -> None:
    board = repeated()
    board = replace(board, post_series=(replace(board.post_series[0], created_until=None),))

    moved = done(board, MovePost(1, (101,), on(0, "11:00", NEXT)), ALL)

    assert (moved.post_series[0].starts_at, moved.post_series[0].created_until) == (on(0, "11:00", NEXT), None)


def test_dates_may_be_taken_and_given() -> None:
    board = repeated(lunch_card(version(INSTAGRAM, on(0, "10:00", NEXT)), version(FACEBOOK, None)))
    first = the(board, 0)
    other = (replace(first.variants[0], starts_at=None), replace(first.variants[1], starts_at=on(1, "9:00", NEXT)))

    changed = done(board, EditPost(replace(first, variants=other)), ALL)

    assert [each.starts_at for each in the(changed, 1).variants] == [None, datetime(2026, 12, 8, 9)]


def test_of_a_version_that_the_series_does_not_have_nothing_is_asked() -> None:
    board = repeated()
    post = the(board, 1)
    extra = version(LINKEDIN, on(2, "9:00", NEXT), id=-77, post_id=post.id)
    board = edited(board, 1, variants=(*post.variants, extra))

    assert keys(board, MovePost(post.id, (the(board, 1).variants[1].id,), on(3, "9:00", NEXT))) == []
    with_it = done(board, EditPost(replace(the(board, 1), title="Neu")), ALL)
    assert [len(each.variants) for each in with_it.posts] == [1, 2, 1, 1, 1, 1, 1, 1]


def test_pictures_and_status_are_nothing_for_the_others() -> None:
    board = repeated()
    first = the(board, 0)
    drawn = replace(first.variants[0], pictures=("a",), status=Status.REVIEW)

    assert keys(board, EditPost(replace(first, variants=(drawn,)))) == []


def test_the_second_pass_of_an_hour_is_a_change() -> None:
    early = datetime(2026, 10, 25, 2, 30)
    post = lunch_card(version(INSTAGRAM, early))
    late = replace(post, variants=(replace(post.variants[0], starts_at=early.replace(fold=1)),))

    assert answer(a_board([post]), EditPost(late)).posts == (late,)


def test_the_others_can_become_like_one_of_them() -> None:
    board = edited(repeated(), 1, body="Immer mit Suppe")

    assert keys(board, EditPostSeries(the(board, 1).id)) == [FOLLOWING, ALL]
    following = done(board, EditPostSeries(the(board, 1).id), FOLLOWING)
    assert [the(following, number).body for number in range(4)] == ["", *["Immer mit Suppe"] * 3]
    refusal = decide(board, EditPostSeries(the(board, 2).id), NOW)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is RefusalReason.NO_CHANGE


def test_copies_and_ideas_are_single_posts() -> None:
    board = repeated()
    (copy,) = answer(board, CopyPost(1, (101,), on(2))).posts
    (idea,) = answer(board, UnschedulePost(1)).posts

    assert (copy.series_id, copy.series_at) == (idea.series_id, idea.series_at) == (None, None)


def test_the_board_must_hold_the_whole_series() -> None:
    board = replace(repeated(), whole_post_series=frozenset({77}))
    second = the(board, 1)

    assert keys(board, MovePost(second.id, (second.variants[0].id,), on(2))) == []
    assert keys(board, RemovePost(second.id)) == []
    with pytest.raises(ValueError, match="only some posts"):
        decide(board, RepeatPost(second.id, None), NOW)
    whole = replace(board, whole_post_series=frozenset({board.post_series[0].id}))
    assert len(keys(whole, RemovePost(second.id))) == 3
