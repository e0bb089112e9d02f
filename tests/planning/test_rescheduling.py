"""What intents do to posts and one-off blocks, and what they are refused for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from db.records import (
    Activity,
    BlockLink,
    Board,
    ByActivity,
    Changes,
    Format,
    MadeBy,
    Post,
    Share,
    Status,
    WorkBlock,
)
from desktop.planning.intents import (
    ChoiceKey,
    CopyBlock,
    CopyPost,
    CreateBlock,
    CreatePost,
    EditBlock,
    Intent,
    LinkPosts,
    MoveBlock,
    MovePost,
    Outcome,
    Refusal,
    RefusalReason,
    RemoveBlock,
    RemovePost,
    ResizeBlock,
    ScheduleEffort,
    SchedulePost,
    UnschedulePost,
)
from desktop.planning.rescheduling import after, decide
from desktop.planning.series import BlockEdit
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    NOW,
    a_block,
    a_board,
    a_post,
    an_entry,
    on,
    version,
)

BERLIN = ZoneInfo("Europe/Berlin")
OUT_AT = datetime(2026, 11, 24, 16, 30, 12, tzinfo=UTC)  # 17:30 on Tuesday


def outcome(board: Board, intent: Intent) -> Outcome:
    answer = decide(board, intent, NOW)
    assert isinstance(answer, Outcome)
    return answer


def reason(board: Board, intent: Intent) -> RefusalReason:
    answer = decide(board, intent, NOW)
    assert isinstance(answer, Refusal)
    return answer.reason


def post_after(board: Board, intent: Intent) -> Post:
    [post] = outcome(board, intent).changes.posts
    return post


def block_after(board: Board, intent: Intent) -> WorkBlock:
    changed = outcome(board, intent)
    assert changed.choices == ()
    [block] = changed.changes.blocks
    return block


BOTH = a_post(1, version(INSTAGRAM, on(2)), version(FACEBOOK, on(2)), version(LINKEDIN, on(4)))
FACT = a_post(1, version(INSTAGRAM, on(1, "17:00"), status=Status.PUBLISHED, published_at=OUT_AT, url="https://x"))


def moments(post: Post) -> list[datetime | None]:
    return [variant.starts_at for variant in post.variants]


def test_a_card_takes_its_versions_along_and_leaves_the_others() -> None:
    board = a_board([BOTH])
    assert moments(post_after(board, MovePost(1, (101, 102), on(3)))) == [on(3), on(3), on(4)]
    assert moments(post_after(board, MovePost(1, (102,), on(3)))) == [on(2), on(3), on(4)]
    assert outcome(board, MovePost(1, (102,), on(3))).choices == ()


def test_a_post_dropped_into_a_gap_lands_behind_it() -> None:
    gap = datetime(2026, 3, 29, 2, 15)
    assert moments(post_after(a_board([BOTH]), MovePost(1, (101,), gap)))[0] == datetime(2026, 3, 29, 3, 15)
    second = datetime(2026, 10, 25, 2, 15, fold=1)
    at = post_after(a_board([BOTH]), MovePost(1, (101,), second)).variants[0].starts_at
    assert at == second
    assert at.fold == 1


def test_a_published_post_is_a_fact() -> None:
    made = an_entry(1, OUT_AT - timedelta(minutes=20), 20, made_by=MadeBy.PUBLISH, post_id=1)
    board = a_board([FACT], entries=[made, replace(made, id=2, is_corrected=True)])
    asked = outcome(board, MovePost(1, (101,), on(2, "17:00")))
    correct, copy = asked.choices
    assert (correct.key, copy.key) == (ChoiceKey.CORRECT_DATE, ChoiceKey.PLAN_COPY)
    assert asked.changes == correct.changes
    happened = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)
    [corrected] = correct.changes.posts
    assert corrected == replace(FACT, variants=(replace(FACT.variants[0], published_at=happened),))
    assert correct.changes.entries == (replace(made, started_at=happened - timedelta(minutes=20), ended_at=happened),)
    [planned] = copy.changes.posts
    [variant] = planned.variants
    assert (planned.id, planned.uid, planned.created_at) == (-1, "", NOW)
    assert (variant.starts_at, variant.status, variant.published_at, variant.url) == (
        on(2, "17:00"),
        Status.DRAFT,
        None,
        "",
    )
    assert copy.changes.entries == ()


def test_what_is_not_out_yet_moves_beside_a_corrected_fact() -> None:
    held = version(FACEBOOK, on(1, "17:30"), status=Status.HELD, held_from=Status.PUBLISHED, published_at=OUT_AT)
    board = a_board([a_post(1, FACT.variants[0], held, version(LINKEDIN, on(1, "17:30")))])
    [post] = outcome(board, MovePost(1, (101, 102, 103), on(2))).choices[0].changes.posts
    happened = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
    assert [variant.published_at for variant in post.variants] == [happened, happened, None]
    assert moments(post) == [on(1, "17:00"), on(1, "17:30"), on(2)]
    assert post.variants[1].status is Status.HELD
    [alone] = outcome(board, MovePost(1, (102,), on(2))).choices[0].changes.posts
    assert [variant.published_at for variant in alone.variants] == [OUT_AT, happened, None]


def test_a_copy_is_a_draft_and_an_idea_stays_one() -> None:
    approved = version(
        INSTAGRAM, on(2), status=Status.SCHEDULED, approved_by=3, approved_at=NOW, hashtags="#advent", share=2
    )
    post = a_post(1, approved, version(FACEBOOK, on(2), status=Status.IDEA, share=1), effort=(0, 45))
    copy = post_after(a_board([post]), CopyPost(1, (101, 102), on(4)))
    assert [variant.status for variant in copy.variants] == [Status.DRAFT, Status.IDEA]
    assert (copy.variants[0].approved_by, copy.variants[0].approved_at) == (None, None)
    assert (copy.variants[0].hashtags, copy.effort, copy.title) == ("#advent", ByActivity(0, 45), post.title)
    assert len({copy.id, *(variant.id for variant in copy.variants)}) == 3
    assert {variant.post_id for variant in copy.variants} == {copy.id}
    assert moments(post_after(a_board([post]), CopyPost(1, (102,), on(4)))) == [on(4)]


def test_back_to_the_ideas_takes_the_dates_away_and_nothing_else() -> None:
    board = a_board([BOTH])
    assert post_after(board, UnschedulePost(1)) == a_post(1, *(replace(v, starts_at=None) for v in BOTH.variants))
    assert moments(post_after(board, UnschedulePost(1, (102,)))) == [on(2), None, on(4)]


def test_facts_keep_their_date() -> None:
    assert reason(a_board([FACT]), UnschedulePost(1)) is RefusalReason.PUBLISHED
    partly = a_post(1, FACT.variants[0], version(FACEBOOK, on(2)))
    assert moments(post_after(a_board([partly]), UnschedulePost(1))) == [on(1, "17:00"), None]


def test_an_idea_gets_a_date_and_nothing_else() -> None:
    idea = a_post(1, version(INSTAGRAM, status=Status.IDEA), version(FACEBOOK, on(4)))
    planned = post_after(a_board([idea]), SchedulePost(1, on(2)))
    assert moments(planned) == [on(2), on(4)]
    assert planned.variants[0].status is Status.IDEA
    assert reason(a_board([BOTH]), SchedulePost(1, on(2))) is RefusalReason.NO_CHANGE


def test_a_new_post_has_one_version_per_platform() -> None:
    board = a_board(formats=(Format("image", "Bild", 0, ByActivity(10, 30, 5)),))
    post = post_after(board, CreatePost("Stollen", (LINKEDIN, INSTAGRAM), on(2), "image"))
    assert [variant.platform_id for variant in post.variants] == [INSTAGRAM, LINKEDIN]
    assert {variant.status for variant in post.variants} == {Status.DRAFT}
    assert (post.effort, post.created_at, moments(post)) == (ByActivity(10, 30, 5), NOW, [on(2), on(2)])
    idea = post_after(board, CreatePost("Stollen", (LINKEDIN,)))
    assert (idea.variants[0].status, moments(idea), idea.effort.total) == (Status.IDEA, [None], 0)


@pytest.mark.parametrize(
    ("intent", "expected"),
    [
        (MovePost(9, (101,), on(2)), RefusalReason.NOT_IN_PLAN),
        (MovePost(1, (101, 999), on(2)), RefusalReason.NOT_IN_PLAN),
        (MovePost(1, (), on(2)), RefusalReason.NOT_IN_PLAN),
        (MovePost(1, (101, 102), on(2)), RefusalReason.NO_CHANGE),
        (CopyPost(1, (), on(2)), RefusalReason.NOT_IN_PLAN),
        (UnschedulePost(9), RefusalReason.NOT_IN_PLAN),
        (UnschedulePost(2), RefusalReason.NO_CHANGE),
        (SchedulePost(9, on(2)), RefusalReason.NOT_IN_PLAN),
        (RemovePost(9), RefusalReason.NOT_IN_PLAN),
        (CreatePost("x", ()), RefusalReason.NO_PLATFORM),
        (CreatePost("x", (9,)), RefusalReason.NOT_IN_PLAN),
        (CreatePost("x", (1,), None, "hologram"), RefusalReason.NOT_IN_PLAN),
        (MoveBlock(9, on(2), on(3)), RefusalReason.NOT_IN_PLAN),
        (MoveBlock(1, on(3), on(3)), RefusalReason.NOT_IN_PLAN),
        (MoveBlock(1, on(2), on(2)), RefusalReason.NO_CHANGE),
        (CopyBlock(9, on(2), on(3)), RefusalReason.NOT_IN_PLAN),
        (RemoveBlock(9, on(2)), RefusalReason.NOT_IN_PLAN),
        (LinkPosts(9, on(2), (1,)), RefusalReason.NOT_IN_PLAN),
        (LinkPosts(1, on(2), ()), RefusalReason.NO_CHANGE),
        (EditBlock(1, on(2), BlockEdit(platforms=())), RefusalReason.NO_PLATFORM),
        (CreateBlock(on(2), on(3), (), Activity.CREATION), RefusalReason.NO_PLATFORM),
        (CreateBlock(on(2), on(3), (9,), Activity.CREATION), RefusalReason.NOT_IN_PLAN),
        (ScheduleEffort(9, Activity.CREATION, on(2)), RefusalReason.NOT_IN_PLAN),
        (ScheduleEffort(1, Activity.CREATION, on(2)), RefusalReason.NOTHING_UNCOVERED),
    ],
)
def test_what_does_nothing_says_why(intent: Intent, expected: RefusalReason) -> None:
    board = a_board([BOTH, a_post(2, version(INSTAGRAM))], [a_block(1, on(2))])
    assert reason(board, intent) is expected


def test_a_block_keeps_its_length_and_stays_on_its_day() -> None:
    board = a_board(blocks=[a_block(1, on(0, "13:30"), 120)])
    moved = block_after(board, MoveBlock(1, on(0, "13:30"), on(3, "23:00")))
    assert (moved.starts_at, moved.ends_at) == (on(3, "22:00"), on(4, "0:00"))
    spring = block_after(board, MoveBlock(1, on(0, "13:30"), datetime(2026, 3, 29, 2, 15)))
    assert (spring.starts_at, spring.ends_at) == (datetime(2026, 3, 29, 3, 15), datetime(2026, 3, 29, 5, 15))


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("13:30", "15:30", ("13:30", "15:30")),
        ("13:30", "13:35", ("13:30", "13:45")),
        ("13:30", "12:00", ("13:30", "13:45")),
        ("14:25", "14:30", ("14:15", "14:30")),
        ("15:00", "14:30", ("14:15", "14:30")),
        ("12:00", "14:30", ("12:00", "14:30")),
    ],
)
def test_the_moved_edge_gives_way(starts: str, ends: str, expected: tuple[str, str]) -> None:
    board = a_board(blocks=[a_block(1, on(0, "13:30"), 60)])
    edit = BlockEdit(starts_at=on(0, starts), ends_at=on(0, ends), title="x")
    resized = block_after(board, EditBlock(1, on(0, "13:30"), edit))
    assert (resized.starts_at, resized.ends_at) == (on(0, expected[0]), on(0, expected[1]))
    assert resized.title == "x"


def test_a_stretched_block_ends_with_its_day() -> None:
    board = a_board(blocks=[a_block(1, on(0, "23:00"), 30)])
    late = block_after(board, ResizeBlock(1, on(0, "23:00"), on(0, "23:00"), on(1, "1:00")))
    assert (late.starts_at, late.ends_at) == (on(0, "23:00"), on(1, "0:00"))
    later = block_after(board, ResizeBlock(1, on(0, "23:00"), on(0, "23:55"), on(1, "0:00")))
    assert (later.starts_at, later.ends_at) == (on(0, "23:45"), on(1, "0:00"))
    alone = block_after(board, EditBlock(1, on(0, "23:00"), BlockEdit(ends_at=on(1, "0:00"))))
    assert (alone.starts_at, alone.ends_at) == (on(0, "23:00"), on(1, "0:00"))
    early = a_board(blocks=[a_block(1, on(0, "0:00"), 10)])
    first = block_after(early, ResizeBlock(1, on(0, "0:00"), on(0, "0:05"), on(0, "0:10")))
    assert (first.starts_at, first.ends_at) == (on(0, "0:00"), on(0, "0:15"))


def test_between_the_two_passes_of_an_hour_time_goes_by() -> None:
    first = datetime(2026, 10, 25, 2, 30)
    board = a_board(blocks=[a_block(1, first, 30)])
    second = datetime(2026, 10, 25, 2, 15, fold=1)
    across = block_after(board, ResizeBlock(1, first, first, second))
    assert (across.starts_at.fold, across.ends_at.fold) == (0, 1)
    moved = block_after(a_board(blocks=[across]), MoveBlock(1, first, on(2)))
    assert (moved.starts_at, moved.ends_at) == (on(2), on(2, "12:45"))


def test_a_copied_block_is_one_of_its_own() -> None:
    series = a_block(
        4,
        datetime(2026, 11, 2, 9),
        45,
        (Share(INSTAGRAM, 2), Share(FACEBOOK, 1)),
        Activity.MONITORING,
        serves=(1,),
        rrule="FREQ=WEEKLY",
        title="Runde",
        note="leise",
        member_id=2,
        campaign_id=3,
        done=frozenset({datetime(2026, 11, 2, 9)}),
    )
    copy = block_after(a_board(blocks=[series]), CopyBlock(4, datetime(2026, 11, 2, 9), on(4, "23:30")))
    assert copy == WorkBlock(
        -1, "", Activity.MONITORING, on(4, "23:15"), on(5, "0:00"), "Runde", None, 2, 3, "leise", NOW, series.platforms
    )


def test_a_new_block_has_at_least_a_quarter_of_an_hour() -> None:
    block = block_after(a_board(), CreateBlock(on(2, "9:00"), on(2, "9:05"), (FACEBOOK, INSTAGRAM), Activity.PLANNING))
    assert (block.starts_at, block.ends_at, block.created_at) == (on(2, "9:00"), on(2, "9:15"), NOW)
    assert block.platforms == (Share(INSTAGRAM), Share(FACEBOOK))


def test_an_occurrence_is_linked_to_posts() -> None:
    block = a_block(1, datetime(2026, 11, 2, 9), serves=(8,), rrule="FREQ=WEEKLY")
    linked = block_after(a_board(blocks=[block]), LinkPosts(1, on(0, "9:00"), (5, 2, 5)))
    assert linked.links == (
        BlockLink(datetime(2026, 11, 2, 9), 8),
        BlockLink(on(0, "9:00"), 2),
        BlockLink(on(0, "9:00"), 5),
    )
    assert block_after(a_board(blocks=[block]), LinkPosts(1, datetime(2026, 11, 2, 9), ())).links == ()


def test_a_one_off_block_is_removed_without_a_question() -> None:
    removed = outcome(a_board(blocks=[a_block(1, on(2))]), RemoveBlock(1, on(2)))
    assert removed == Outcome(Changes(removed_blocks=frozenset({1})))


def test_uncovered_effort_becomes_a_linked_block() -> None:
    post = a_post(
        1,
        version(INSTAGRAM, on(2)),
        version(FACEBOOK),
        version(LINKEDIN, on(4), status=Status.PUBLISHED, published_at=OUT_AT),
        effort=(0, 70, 10),
    )
    board = a_board([post], [a_block(1, on(0), 30, serves=(1,))])
    block = block_after(board, ScheduleEffort(1, Activity.CREATION, on(1, "9:00")))
    # 70 minutes less the 30 of the linked block, in quarters of an hour
    assert (block.starts_at, block.ends_at) == (on(1, "9:00"), on(1, "9:45"))
    assert (block.links, block.platforms) == (
        (BlockLink(on(1, "9:00"), 1),),
        (Share(INSTAGRAM), Share(LINKEDIN)),
    )
    spring = block_after(board, ScheduleEffort(1, Activity.CREATION, datetime(2026, 3, 29, 1, 45)))
    assert spring.ends_at == datetime(2026, 3, 29, 3, 30)


def test_the_effort_of_an_idea_goes_to_all_its_platforms() -> None:
    idea = a_post(1, version(LINKEDIN), version(INSTAGRAM), effort=(0, 70))
    block = block_after(a_board([idea]), ScheduleEffort(1, Activity.CREATION, on(1, "23:30")))
    assert block.platforms == (Share(INSTAGRAM), Share(LINKEDIN))
    assert (block.starts_at, block.ends_at) == (on(1, "23:30"), on(2, "0:00"))


def test_new_records_get_ids_of_their_own_and_come_last() -> None:
    board = a_board([BOTH], [a_block(1, on(2)), a_block(2, on(3))])
    once = after(board, outcome(board, CopyPost(1, (101, 102), on(4))).changes)
    twice = after(once, outcome(once, CopyPost(1, (101,), on(5))).changes)
    assert [post.title for post in twice.posts] == ["Beitrag 1"] * 3
    ids = [post.id for post in twice.posts] + [variant.id for post in twice.posts for variant in post.variants]
    assert len(set(ids)) == len(ids)
    assert twice.posts[0] == BOTH
    moved = after(twice, outcome(twice, MovePost(twice.posts[1].id, (twice.posts[1].variants[0].id,), on(6))).changes)
    assert [post.id for post in moved.posts] == [post.id for post in twice.posts]
    assert moved.posts[1].variants[0].starts_at == on(6)


def test_placeholders_hold_within_an_edit() -> None:
    post = a_post(-1, version(INSTAGRAM, on(2)))
    block = a_block(-2, on(3), serves=(-1,))
    entry = an_entry(-3, NOW, 10, post_id=-1, block_id=-2, original_at=on(3))
    board = after(a_board([BOTH]), Changes((post,), (block,), (entry,)))
    assert board.blocks[0].links[0].post_id == board.posts[1].id == board.posts[1].variants[0].post_id
    assert (board.entries[0].post_id, board.entries[0].block_id) == (board.posts[1].id, board.blocks[0].id)


def test_what_is_removed_leaves_no_reference() -> None:
    done = frozenset({on(3)})
    board = a_board(
        [BOTH],
        [a_block(1, on(2), serves=(1,)), a_block(2, on(3), done=done)],
        [
            an_entry(1, NOW, 10, post_id=1, block_id=1, original_at=on(2)),
            an_entry(2, NOW, 10, block_id=2, original_at=on(3)),
        ],
    )
    gone = after(board, outcome(board, RemovePost(1)).changes)
    assert (gone.posts, gone.blocks[0].links, gone.entries[0].post_id) == ((), (), None)
    assert gone.blocks[1] == board.blocks[1]
    gone = after(gone, outcome(gone, RemoveBlock(1, on(2))).changes)
    assert [block.id for block in gone.blocks] == [2]
    assert [(entry.block_id, entry.original_at) for entry in gone.entries] == [(None, None), (2, on(3))]
    assert after(gone, Changes(removed_entries=frozenset({1}))).entries == gone.entries[1:]
