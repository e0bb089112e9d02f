"""Whatever is done to repeating posts: the preview is what a store then holds, nothing is made twice, undo restores."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import event, given
from hypothesis import strategies as st

from db import items
from db.board import load_whole
from db.records import Board, Changes, Post, Status
from db.store import Store
from desktop.planning.intents import (
    EditPost,
    EditPostSeries,
    Intent,
    LinkPosts,
    MovePost,
    Refusal,
    RemovePost,
    RepeatPost,
    UnschedulePost,
)
from desktop.planning.post_moves import is_fact
from desktop.planning.post_series import due, freed, members
from desktop.planning.recurrence import rule_starts
from desktop.planning.rescheduling import after, decide
from tests.builders import a_block, a_plan, a_post, a_variant, some_platforms
from tests.planning.boards import NOW, WEEK, on

BERLIN = ZoneInfo("Europe/Berlin")
OUT = datetime(2026, 11, 23, 9, 3, 12, tzinfo=UTC)
WEEKS = (WEEK.shifted(-1), WEEK, WEEK.shifted(17))  # the last one is that of a clock change
RULES = (
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
    "FREQ=DAILY;COUNT=5",
    "FREQ=DAILY;UNTIL=20261220T235959",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=4",
    "FREQ=MONTHLY;BYMONTHDAY=23",
)


def told(board: Board) -> list[str]:
    """A board in words, up to ids and uids; unlike `==` they tell the two passes of an hour apart."""
    series = {each.id: place for place, each in enumerate(board.post_series)}
    posts = {post.id: place for place, post in enumerate(board.posts)}
    return [
        *(repr(replace(each, id=0, uid="")) for each in board.post_series),
        *(
            repr(
                replace(
                    post,
                    id=0,
                    uid="",
                    series_id=None if post.series_id is None else series[post.series_id],
                    variants=tuple(replace(version, id=0, uid="", post_id=0) for version in post.variants),
                )
            )
            for post in board.posts
        ),
        *(repr([(link.original_at, posts[link.post_id]) for link in block.links]) for block in board.blocks),
    ]


def whole(store: Store) -> Board:
    """Everything that is stored."""
    return replace(store.read(load_whole), weeks=(WEEK,))


@st.composite
def posts_to_repeat(draw: st.DrawFn) -> Post:
    """A post on one or two platforms, not always at the same time."""
    starts_at = on(draw(st.integers(0, 6)), draw(st.sampled_from(("2:30", "10:00"))), draw(st.sampled_from(WEEKS)))
    status = draw(st.sampled_from((Status.IDEA, Status.DRAFT, Status.PUBLISHED)))
    published_at = OUT if status is Status.PUBLISHED else None
    versions = [a_variant(1, starts_at, status=status, published_at=published_at)]
    if draw(st.booleans()):
        later = draw(st.sampled_from((None, starts_at, starts_at + timedelta(hours=2), starts_at + timedelta(days=1))))
        versions.append(a_variant(2, later, body="Kurz"))
    return a_post("Wochenkarte", effort=(5, 30, 0, 0), variants=tuple(versions), tags=("Küche",))


@st.composite
def edits(draw: st.DrawFn, post: Post) -> Post:
    """A post with something changed."""
    first = post.variants[0]
    kinds = [
        replace(post, title=draw(st.sampled_from(("Mittagskarte", "Wochenkarte: Kürbis")))),
        replace(post, body="Mittags ab 12", note="fragen"),
        replace(post, tags=("Rezepte",), format_key="image"),
        replace(post, variants=(replace(first, hashtags="#mittag", status=Status.DRAFT), *post.variants[1:])),
        replace(post, variants=(first,)),
        replace(post, variants=(replace(first, status=Status.PUBLISHED, published_at=OUT), *post.variants[1:])),
        replace(post, variants=(*post.variants[:1], replace(first, id=0, uid="", platform_id=3, share=None))),
        replace(post, variants=(replace(first, starts_at=on(2, "9:00")), *post.variants[1:])),
        replace(post, variants=(replace(first, starts_at=None), *post.variants[1:])),
    ]
    return draw(st.sampled_from(kinds))


@st.composite
def intents(draw: st.DrawFn, board: Board) -> Intent:
    """Anything that a person could do to a repeating post."""
    post = draw(st.sampled_from(board.posts))
    ids = [version.id for version in post.variants]
    chosen = tuple(draw(st.sampled_from((ids, ids[:1]))))
    base = min((version.starts_at for version in post.variants if version.starts_at), default=on(0))
    to = base + timedelta(days=draw(st.sampled_from((0, 0, 1, -1, 7))), minutes=15 * draw(st.integers(-4, 4)))
    kinds: list[Intent] = [
        MovePost(post.id, chosen, to),
        RemovePost(post.id),
        EditPost(draw(edits(post))),
        EditPost(draw(edits(post))),
        EditPostSeries(post.id),
        RepeatPost(post.id, draw(st.sampled_from((None, *RULES)))),
        UnschedulePost(post.id),
        LinkPosts(1, on(1, "9:00"), (post.id,)),
    ]
    return draw(st.sampled_from(kinds))


def check(before: Board, then: Board, named: int | None, changes: Changes) -> None:
    """What must hold whatever was done."""
    for series in then.post_series:
        places = Counter(member.place for member in members(then, series))
        assert not [place for place, number in places.items() if number > 1], "two posts for one instance"
        for place in places:
            assert place in rule_starts(series.rrule, series.starts_at, place.date(), place.date())
    templates = {series.id: series.template for series in before.post_series}
    linked = {link.post_id for block in before.blocks for link in block.links}
    for post in before.posts:
        if post.id in changes.removed_posts - {named}:
            assert {version.status for version in post.variants} == {Status.IDEA}
            assert post.id not in linked
            assert (post.title, post.tags) == (
                templates[post.series_id or 0].title,
                templates[post.series_id or 0].tags,
            )
    left = {post.id: post for post in then.posts}
    for post in before.posts:
        if is_fact(post) and post.id != named:
            assert freed(left[post.id]) == freed(post)


@given(st.data(), posts_to_repeat())
def test_whatever_is_done_to_repeating_posts(data: st.DataObject, post: Post) -> None:
    with TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "plan.wochenwerk", a_plan(), some_platforms())
        try:
            block = a_block(on(1, "9:00"))
            store.write(items.put, Changes(posts=(post,), blocks=(block,)))
            for step in range(data.draw(st.integers(2, 7))):
                before = whole(store)
                if not before.posts:
                    return
                first = RepeatPost(before.posts[0].id, data.draw(st.sampled_from(RULES)))
                intent = data.draw(intents(before)) if step else first
                answer = decide(before, intent, NOW)
                event(f"{type(intent).__name__} {answer.reason if isinstance(answer, Refusal) else ''}")
                if isinstance(answer, Refusal):
                    continue
                options = [choice.changes for choice in answer.choices] or [answer.changes]
                assert answer.changes == options[0]
                each = data.draw(st.sampled_from(options))
                _, rows = store.write(items.put, each)
                assert told(whole(store)) == told(after(before, each))
                named = getattr(intent, "post_id", None)
                check(before, whole(store), named, each)
                store.apply(rows.inverse())
                assert told(whole(store)) == told(before)
                store.apply(rows)
                grown = whole(store)
                until = data.draw(st.sampled_from((date(2027, 1, 10), date(2027, 2, 14))))
                missing = due(grown, NOW, until)
                assert due(replace(grown, posts=()), NOW, until) == missing, "a board of other weeks says the same"
                store.write(items.put, missing)
                assert told(whole(store)) == told(after(grown, missing))
                check(grown, whole(store), None, missing)
                assert not due(whole(store), NOW, until)
                assert not missing.removed_posts
        finally:
            store.close()
