"""Whatever a person does, the preview is what a store then holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from db import items
from db.blocks import load_blocks
from db.board import load_board
from db.posts import load_posts
from db.records import (
    Activity,
    Board,
    Changes,
    MadeBy,
    Share,
    Status,
    TimeEntry,
    Week,
)
from db.schema import time_entry
from db.store import Store
from desktop.planning.intents import (
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
    RemoveBlock,
    RemovePost,
    RepeatBlock,
    ResizeBlock,
    ScheduleEffort,
    SchedulePost,
    UnschedulePost,
)
from desktop.planning.recurrence import expand
from desktop.planning.rescheduling import after, decide
from desktop.planning.series import BlockEdit
from desktop.planning.week import elapsed, is_shown
from tests.builders import a_plan, some_platforms
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    NOW,
    an_entry,
    on,
    random_boards,
)

BERLIN = ZoneInfo("Europe/Berlin")


@st.composite
def _intents(draw: st.DrawFn, board: Board) -> Intent:
    """Anything that a person could do to this board."""
    to = on(draw(st.integers(0, 6)), "0:00", draw(st.sampled_from(board.weeks)))
    to += timedelta(minutes=15 * draw(st.integers(0, 95)))
    other = to + timedelta(minutes=5 * draw(st.integers(-20, 100)))
    activity = draw(st.sampled_from(Activity))
    platforms = tuple(sorted(draw(st.sets(st.sampled_from([INSTAGRAM, FACEBOOK, LINKEDIN]), min_size=1))))
    kinds: list[Intent] = [
        CreatePost("Neu", platforms, draw(st.none() | st.just(to)), draw(st.sampled_from([None, "image"]))),
        CreateBlock(to, other, platforms, activity, "Neu"),
    ]
    if board.posts:
        post = draw(st.sampled_from(board.posts))
        ids = tuple(draw(st.sets(st.sampled_from([variant.id for variant in post.variants]), min_size=1)))
        kinds += [
            MovePost(post.id, ids, to),
            CopyPost(post.id, ids, to),
            UnschedulePost(post.id, draw(st.sampled_from([(), ids]))),
            SchedulePost(post.id, to),
            RemovePost(post.id),
            ScheduleEffort(post.id, activity, to),
        ]
    places = [
        (occurrence.block_id, occurrence.original_at)
        for block in board.blocks
        for occurrence in expand(block, board.weeks[0].monday, board.weeks[-1].days[-1], BERLIN)
    ]
    if places:
        place = draw(st.sampled_from(places))
        served = draw(st.sets(st.sampled_from([post.id for post in board.posts]))) if board.posts else ()
        rule = draw(st.sampled_from([None, "FREQ=WEEKLY;BYDAY=TU,SA", "FREQ=DAILY;COUNT=4"]))
        shares = tuple(Share(platform_id) for platform_id in platforms)
        kinds += [
            MoveBlock(*place, to),
            CopyBlock(*place, to),
            ResizeBlock(*place, to, other),
            EditBlock(*place, BlockEdit(title="Inventur", platforms=shares)),
            EditBlock(*place, BlockEdit(ends_at=other, activity=activity, note="leise", campaign_id=None)),
            RepeatBlock(*place, rule),
            RemoveBlock(*place),
            LinkPosts(*place, tuple(served)),
        ]
    return draw(st.sampled_from(kinds))


@st.composite
def _entries(draw: st.DrawFn, board: Board) -> tuple[TimeEntry, ...]:
    """Hours that ticks and publishing have entered, and others."""
    found = []
    for number, block in enumerate(board.blocks, start=1):
        place = draw(st.sampled_from([block.starts_at, block.starts_at + timedelta(weeks=1)]))
        made_by = draw(st.sampled_from(MadeBy))
        found.append(an_entry(-number, NOW, 30, made_by=made_by, block_id=-block.id, original_at=place))
    for number, post in enumerate(board.posts, start=len(found) + 1):
        made_by = draw(st.sampled_from(MadeBy))
        found.append(an_entry(-number, NOW, 30, made_by=made_by, post_id=-post.id))
    return tuple(found)


def _as_new(board: Board, entries: Sequence[TimeEntry]) -> Changes:
    return Changes(
        posts=tuple(
            replace(post, id=-post.id, variants=tuple(replace(variant, id=0) for variant in post.variants))
            for post in board.posts
        ),
        blocks=tuple(
            replace(
                block,
                id=-block.id,
                links=tuple(replace(link, post_id=-link.post_id) for link in block.links),
            )
            for block in board.blocks
        ),
        entries=tuple(entries),
    )


def _whole(conn: Connection, weeks: Sequence[Week]) -> Board:
    """The board of some weeks with everything there is, in the weeks or not."""
    everything = range(1, 1000)
    columns = [time_entry.c[field.name] for field in fields(TimeEntry)]
    return replace(
        load_board(conn, weeks),
        posts=load_posts(conn, everything),
        blocks=load_blocks(conn, everything),
        entries=tuple(TimeEntry(*row) for row in conn.execute(select(*columns).order_by(time_entry.c.id))),
    )


def _told(board: Board) -> list[str]:
    """A board in words, up to ids and uids; unlike `==` they tell the two passes of an hour apart."""
    posts = {post.id: place for place, post in enumerate(board.posts)}
    blocks = {block.id: place for place, block in enumerate(board.blocks)}
    return [
        *(
            repr(
                replace(post, id=0, uid="", variants=tuple(replace(v, id=0, uid="", post_id=0) for v in post.variants))
            )
            for post in board.posts
        ),
        *(
            repr(
                (
                    replace(block, id=0, uid="", links=(), done=frozenset()),
                    [(link.original_at, posts[link.post_id]) for link in block.links],
                    sorted(block.done),
                )
            )
            for block in board.blocks
        ),
        *(
            repr(replace(e, id=0, post_id=e.post_id and posts[e.post_id], block_id=e.block_id and blocks[e.block_id]))
            for e in board.entries
        ),
    ]


@given(st.data(), random_boards())
def test_what_is_shown_before_is_what_is_stored_after(data: st.DataObject, board: Board) -> None:
    with TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "plan.wochenwerk", a_plan(), some_platforms())
        try:
            store.write(items.put, _as_new(board, data.draw(_entries(board))))
            before = store.read(_whole, board.weeks)
            answer = decide(before, data.draw(_intents(before)), NOW)
            if isinstance(answer, Refusal):
                return
            changes = [choice.changes for choice in answer.choices] or [answer.changes]
            assert answer.changes == changes[0]
            for each in changes:
                assert each
                _, change_set = store.write(items.put, each)
                assert _told(store.read(_whole, board.weeks)) == _told(after(before, each))
                store.apply(change_set.inverse())
                assert _told(store.read(_whole, board.weeks)) == _told(before)
        finally:
            store.close()


@given(st.data(), random_boards())
def test_whatever_is_done_blocks_stay_within_their_days(data: st.DataObject, board: Board) -> None:
    answer = decide(board, data.draw(_intents(board)), NOW)
    if isinstance(answer, Refusal):
        return
    known = {block.id: block for block in board.blocks}
    for choice in answer.choices:
        for block in choice.changes.blocks:
            if block != known.get(block.id):
                for each in expand(block, board.weeks[0].monday, board.weeks[-1].days[-1], BERLIN):
                    assert each.starts_at < each.ends_at <= each.starts_at.replace(hour=0, minute=0) + timedelta(days=1)
                    assert is_shown(each.starts_at, BERLIN)
                    assert elapsed(each.starts_at, each.ends_at, BERLIN) > 0


@given(st.data(), random_boards())
def test_a_post_moved_there_and_back_is_the_same(data: st.DataObject, board: Board) -> None:
    movable = [post for post in board.posts if any(v.starts_at and v.status is Status.DRAFT for v in post.variants)]
    if not movable:
        return
    post = data.draw(st.sampled_from(movable))
    variant = next(v for v in post.variants if v.starts_at and v.status is Status.DRAFT)
    assert variant.starts_at is not None
    there = decide(board, MovePost(post.id, (variant.id,), on(2)), NOW)
    if isinstance(there, Refusal):
        return
    back = decide(after(board, there.changes), MovePost(post.id, (variant.id,), variant.starts_at), NOW)
    assert isinstance(back, Outcome)
    if is_shown(variant.starts_at, BERLIN):
        assert after(after(board, there.changes), back.changes) == board
