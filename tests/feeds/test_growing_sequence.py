"""Whatever is done to a plan, and undone: no event is ever seen with other words under a number already seen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from db import feeds, items, lists, platforms
from db.board import load_whole
from db.feed_records import Feed, Privacy
from db.journal import ChangeSet
from db.plan import load_plan, save_plan
from db.records import (
    BlockException,
    BlockLink,
    Board,
    Campaign,
    Changes,
    ClosedDay,
    ExceptionKind,
    Member,
    Occasion,
    Post,
    Share,
    Status,
    Variant,
    WorkBlock,
)
from db.revisions import revisions
from db.store import Store
from desktop.feeds.ical import Recipe
from desktop.feeds.scope import Scope, scope_of
from tests.builders import NOW, a_block, a_post, a_store
from tests.feeds.test_ical import TODAY, WORDS

MOMENT = datetime(2026, 11, 25, 12)
SERIES = datetime(2026, 11, 2, 9)
NEXT = SERIES + timedelta(days=7)
FEW = settings(max_examples=max(settings().max_examples // 2, 1))  # each makes a plan file

Said = frozenset[bytes]
Do = Callable[[Store, Board], ChangeSet]


def a_plan_file(folder: Path) -> Store:
    """A plan with something of every kind and a feed of Instagram for people who see only titles."""
    store = a_store(folder, [a_post("Rolls", MOMENT, (1, 2)), a_post("Bread", MOMENT + timedelta(days=1), (3,))])
    store.write(lists.put_campaign, Campaign(0, "Advent", date(2026, 11, 26), date(2026, 12, 24)))
    store.write(lists.put_member, Member(0, "Mara", "M"))
    store.write(lists.put_occasion, Occasion(0, "Fair", date(2026, 12, 5)))
    store.write(lists.put_closed_day, ClosedDay(0, "Rest", weekday=0))
    blocks = (
        a_block(SERIES, rrule="FREQ=WEEKLY;BYDAY=MO", links=(BlockLink(NEXT, 1),), member_id=1),
        a_block(SERIES + timedelta(days=1), rrule="FREQ=MONTHLY;BYDAY=TU;COUNT=9", platforms=(2,), campaign_id=1),
        a_block(MOMENT + timedelta(hours=2), links=(BlockLink(MOMENT + timedelta(hours=2), 2),)),
    )
    store.write(items.put, Changes(blocks=blocks))
    store.write(feeds.put_feed, Feed(0, "", "F", "", "", frozenset({1}), privacy=Privacy.TITLES, has_days=True))
    return store


def seen(store: Store, recipe: Recipe) -> Iterator[tuple[str, dict[str, tuple[int, Said]]]]:
    """What readers of the whole plan, and those of the feed, see now: number and words of every UID."""
    board, counters, (feed, *_) = store.read(lambda conn: (load_whole(conn), revisions(conn), feeds.load_feeds(conn)))
    for name, scope in (("whole", Scope(has_days=True)), ("feed", scope_of(feed, TODAY))):
        found: dict[str, list[tuple[int, bytes]]] = {}
        for event in Calendar.from_ical(recipe.written(board, counters, scope, "", TODAY).data).events:
            n = int(event.pop("SEQUENCE"))
            del event["DTSTAMP"], event["LAST-MODIFIED"]
            found.setdefault(str(event["UID"]), []).append((n, event.to_ical()))
        assert all(len({n for n, _ in each}) == 1 for each in found.values())
        yield name, {uid: (each[0][0], frozenset(said for _, said in each)) for uid, each in found.items()}


def _post(number: int, **fields: Any) -> Do:  # noqa: ANN401
    return lambda store, board: _put(store, posts=(replace(_nth(board.posts, number), **fields),))


def _version(number: int, **fields: Any) -> Do:  # noqa: ANN401
    def do(store: Store, board: Board) -> ChangeSet:
        post = _nth(board.posts, number)
        return _put(store, posts=(replace(post, variants=(replace(post.variants[0], **fields), *post.variants[1:])),))

    return do


def _block(number: int, **fields: Any) -> Do:  # noqa: ANN401
    return lambda store, board: _put(store, blocks=(replace(_nth(board.blocks, number), **fields),))


def _list(put: Callable[..., int], record: Campaign | Member | Occasion | ClosedDay) -> Do:
    return lambda store, _board: store.write(put, record)[1]


def _feed(**fields: Any) -> Do:  # noqa: ANN401
    return lambda store, _board: store.write(feeds.put_feed, replace(store.read(feeds.load_feeds)[0], **fields))[1]


def _plan(**fields: Any) -> Do:  # noqa: ANN401
    return lambda store, _board: store.write(save_plan, replace(store.read(load_plan), **fields))[1]


def _platform(number: int, **fields: Any) -> Do:  # noqa: ANN401
    return lambda store, board: store.write(platforms.put_platform, replace(_nth(board.platforms, number), **fields))[1]


def _put(store: Store, posts: tuple[Post, ...] = (), blocks: tuple[WorkBlock, ...] = ()) -> ChangeSet:
    return store.write(items.put, Changes(posts=posts, blocks=blocks))[1]


def _nth(records: tuple[Any, ...], number: int) -> Any:  # noqa: ANN401
    return records[number % len(records)]


def _widened(store: Store, board: Board) -> ChangeSet:
    post = board.posts[0]
    if any(variant.platform_id == 3 for variant in post.variants):
        return ChangeSet()
    return _put(
        store,
        posts=(
            replace(
                post,
                variants=(*post.variants, Variant(0, "", post.id, 3, MOMENT)),
            ),
        ),
    )


def _removed(store: Store, board: Board) -> ChangeSet:
    gone = frozenset({board.posts[-1].id}) if len(board.posts) > 1 else frozenset()
    return store.write(items.put, Changes(removed_posts=gone))[1]


_MOVED = BlockException(NEXT, ExceptionKind.CHANGED, NEXT + timedelta(hours=3), NEXT + timedelta(hours=4))
EDITS: tuple[Do, ...] = (
    *(_post(0, title=title) for title in ("Rolls", "Buns", "")),
    *(_post(0, body=body, note=body) for body in ("", "warm")),
    *(_post(0, campaign_id=each, owner_id=each, approver_id=each) for each in (None, 1)),
    *(_version(0, starts_at=at) for at in (MOMENT, MOMENT + timedelta(days=40), None)),
    *(_version(1, status=status) for status in (Status.DRAFT, Status.SKIPPED, Status.SCHEDULED)),
    *(_version(0, published_at=NOW, status=Status.PUBLISHED, url=url) for url in ("", "https://x.example")),
    *(_version(0, hashtags=tags, link=tags) for tags in ("", "#a")),
    *(_block(0, title=title, note=title) for title in ("", "Photos")),
    *(_block(0, links=links) for links in ((), (BlockLink(NEXT, 1),), (BlockLink(SERIES, 1), BlockLink(NEXT, 1)))),
    *(_block(0, exceptions=each) for each in ((), (_MOVED,), (BlockException(NEXT, ExceptionKind.CANCELLED),))),
    *(_block(1, platforms=tuple(map(Share, each))) for each in ((1,), (2,), (1, 3))),
    *(_block(0, member_id=each, campaign_id=each) for each in (None, 1)),
    *(_block(0, rrule=each) for each in ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO;COUNT=5")),
    *(_platform(number, name=name) for number in (0, 1) for name in ("Insta", "Face")),
    _platform(0, position=7, target=500),
    *(_list(lists.put_campaign, Campaign(1, name, date(2026, 11, 26), date(2026, 12, 24))) for name in ("A", "B")),
    _list(lists.put_campaign, Campaign(1, "A", date(2026, 11, 27), date(2026, 12, 31), brief="Cake")),
    *(_list(lists.put_member, Member(1, name, "M")) for name in ("Mara", "Emre")),
    *(_list(lists.put_occasion, Occasion(1, "Fair", date(2026, 12, 5), each)) for each in (True, False)),
    *(_list(lists.put_closed_day, ClosedDay(1, "Rest", weekday=each)) for each in (0, 1)),
    *(_feed(privacy=privacy) for privacy in Privacy),
    *(_feed(platform_ids=frozenset(each)) for each in ((), (1,), (2, 3))),
    *(_feed(has_drafts=each, has_posts=each) for each in (True, False)),
    *(_plan(zone=zone) for zone in ("Europe/Berlin", "Africa/Casablanca", "America/New_York")),
    _widened,
    _removed,
)


@FEW
@given(steps=st.lists(st.one_of(st.sampled_from(EDITS), st.none()), min_size=1, max_size=8))
def test_other_words_have_a_higher_number(steps: list[Do | None]) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(a_plan_file(Path(folder))) as store:
        recipe = Recipe(WORDS)
        known = dict(seen(store, recipe))
        done: list[ChangeSet] = []
        for step in steps:
            if step is not None:
                done.append(step(store, store.read(load_whole)))
            elif done:
                store.apply(done.pop().inverse())
            for name, now in seen(store, recipe):
                for uid, (n, said) in now.items():
                    was, before = known[name].get(uid, (-1, None))
                    assert n > was if said != before else n >= was, (name, uid)
                known[name] |= now
