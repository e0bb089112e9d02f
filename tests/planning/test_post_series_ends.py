"""Posts that repeat end, are deleted, or go on by another rule: example by example."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db.records import Board, Status
from desktop.planning.intents import (
    Refusal,
    RefusalReason,
    RemovePost,
    RepeatPost,
)
from desktop.planning.post_series import due
from desktop.planning.rescheduling import decide
from tests.planning.boards import (
    INSTAGRAM,
    NOW,
    WEEK,
    a_block,
    an_entry,
    on,
    version,
)
from tests.planning.lunch_cards import (
    ALL,
    FOLLOWING,
    MONDAYS,
    ONLY,
    done,
    edited,
    keys,
    lunch_card,
    published,
    repeated,
    starts,
    the,
)


def mixed() -> Board:
    """A series with a past idea, and of those ahead one edited, one worked for, one with a block, one published."""
    board = repeated(lunch_card(version(INSTAGRAM, on(0, "10:00", WEEK.shifted(-2)), status=Status.IDEA)))
    board = edited(board, 2, body="Eigene Worte")
    board = published(board, 5)
    worked = an_entry(1, NOW, 30, post_id=the(board, 3).id)
    other = an_entry(2, NOW, 30)
    block = a_block(1, on(2), serves=[the(board, 4).id])
    return replace(board, entries=(worked, other), blocks=(block,))


def test_ending_removes_only_untouched_ideas_that_lie_ahead() -> None:
    board = mixed()

    ended = done(board, RepeatPost(the(board, 2).id, None), ALL)

    assert ended.post_series == ()
    assert starts(ended) == ["09.11. 10:00", "07.12. 10:00", "14.12. 10:00", "21.12. 10:00", "28.12. 10:00"]
    assert {post.series_id for post in ended.posts} == {None}


def test_ending_from_here_on_keeps_what_was_before() -> None:
    board = mixed()

    ended = done(board, RepeatPost(the(board, 2).id, None), FOLLOWING)

    assert starts(ended)[:3] == ["09.11. 10:00", "30.11. 10:00", "07.12. 10:00"]
    assert [post.series_id is None for post in ended.posts] == [False, False, True, True, True, True]
    assert not due(ended, NOW, date(2027, 3, 1))


def test_deleting_one_some_or_all() -> None:
    board = mixed()
    second = the(board, 1).id

    assert len(done(board, RemovePost(second), ONLY).posts) == len(board.posts) - 1
    following = done(board, RemovePost(second), FOLLOWING)
    assert starts(following) == ["09.11. 10:00", "07.12. 10:00", "14.12. 10:00", "21.12. 10:00", "28.12. 10:00"]
    assert len(following.post_series) == 1
    everything = done(board, RemovePost(second), ALL)
    assert starts(everything) == ["07.12. 10:00", "14.12. 10:00", "21.12. 10:00", "28.12. 10:00"]
    assert everything.post_series == ()
    assert keys(board, RemovePost(the(board, 0).id)) == [ONLY, ALL]


# another rule


def test_another_rule_keeps_what_fits_and_what_was_touched() -> None:
    board = mixed()

    ruled = done(board, RepeatPost(the(board, 1).id, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"), FOLLOWING)

    assert starts(ruled)[:6] == [
        *("09.11. 10:00", "30.11. 10:00", "07.12. 10:00", "14.12. 10:00", "21.12. 10:00", "28.12. 10:00"),
    ]
    single = [post for post in ruled.posts if post.series_id is None]
    assert [f"{post.variants[0].starts_at:%d.%m.}" for post in single] == ["07.12.", "21.12."]
    assert starts(ruled)[6:] == ["11.01. 10:00"]
    refusal = decide(board, RepeatPost(the(board, 1).id, MONDAYS), NOW)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is RefusalReason.NO_CHANGE


def test_with_another_day_the_post_itself_moves_and_what_was_deleted_stays_away() -> None:
    board = repeated()
    gone = the(board, 3)
    board = done(board, RemovePost(gone.id), ONLY)

    both = done(board, RepeatPost(1, "FREQ=WEEKLY;BYDAY=MO,TH"))
    assert starts(both)[:7] == [
        *("30.11. 10:00", "03.12. 10:00", "07.12. 10:00", "10.12. 10:00", "14.12. 10:00", "17.12. 10:00"),
        "24.12. 10:00",
    ]
    tuesdays = done(board, RepeatPost(1, "FREQ=WEEKLY;BYDAY=TU"))
    assert (the(tuesdays, 0).id, starts(tuesdays)[:2]) == (1, ["01.12. 10:00", "08.12. 10:00"])
    out = published(board, 0)
    alone = done(out, RepeatPost(1, "FREQ=WEEKLY;BYDAY=TU"))
    assert (alone.posts[0].series_id, starts(alone)[:2]) == (None, ["30.11. 10:00", "01.12. 10:00"])


def test_no_rule_is_no_answer() -> None:
    refusal = decide(repeated(), RepeatPost(1, "FREQ=HOURLY"), NOW)

    assert isinstance(refusal, Refusal)
    assert refusal.reason is RefusalReason.UNKNOWN_RULE
