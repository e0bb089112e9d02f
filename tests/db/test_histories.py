"""Whatever is done to a plan can be undone and redone, and the plan is then exactly as it was.

`WOCHENWERK_EXAMPLES=soak` runs many more and longer histories.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from db import items, lists, platforms
from db.busy import put_busy_calendar, remove_busy_calendar
from db.errors import StillInUse
from db.feed_records import BusyCalendar, BusySource, Delivery, DeliveryKind, Feed, Privacy
from db.feeds import order_feeds, put_delivery, put_feed, remove_delivery, remove_feed
from db.journal import ChangeSet, Writer
from db.plan import load_plan, save_plan
from db.posts import load_posts, rank_ideas
from db.records import (
    Campaign,
    Changes,
    ClosedDay,
    Hours,
    MadeBy,
    Member,
    Occasion,
    PlatformKind,
    Revision,
    SavedFilter,
    TimeEntry,
    Week,
    WeekOverride,
)
from db.revisions import revisions
from db.saved_filters import put_filter
from db.schema import metadata
from db.store import Store
from tests.builders import a_plan, a_platform, some_platforms
from tests.db import made_up
from tests.db.dump import Dump, broken_references, dump, indexed, searchable

NAMED_BY_FEEDS = ("platform", "campaign", "member")


class Histories(RuleBasedStateMachine):
    """Edits of every kind in any order, mixed with undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.create(self.folder / "plan.wochenwerk", a_plan(), some_platforms())
        self.store.write(_some_people_and_campaigns)
        self.steps: list[tuple[ChangeSet, Dump, Dump]] = []
        self.done = 0
        self.state = self.store.read(dump)
        self.counters: dict[str, Revision] = {}

    def teardown(self) -> None:
        """Throw the plan away."""
        self.store.close()
        shutil.rmtree(self.folder)

    def edit(self, action: Callable[..., object], *arguments: object) -> None:
        """Do an edit and remember the plan before and after it."""
        _, changes = self.store.write(action, *arguments)
        before, self.state = self.state, self.store.read(dump)
        assert bool(changes) == (self.state != before)
        self._check_counters(before)
        if changes:
            del self.steps[self.done :]
            self.steps.append((changes, before, self.state))
            self.done += 1

    def take_away(self, action: Callable[..., object], gone: int) -> None:
        """Remove what feeds may name, which is refused when it is in use; no feed loses its last limit by that."""
        before = self.state
        try:
            self.edit(action, gone)
        except StillInUse:
            assert self.store.read(dump) == before
        for table in NAMED_BY_FEEDS:
            limited = {row[1] for row in before[f"feed_{table}"]} & set(self.ids("feed"))
            assert limited <= {row[1] for row in self.state[f"feed_{table}"]}

    def ids(self, table: str) -> list[int]:
        """What a table has now."""
        return [row_id for row_id, *_ in self.state[table] if isinstance(row_id, int)]

    def draw_some(self, data: st.DataObject, table: str) -> frozenset[int]:
        """At most two of what a table has."""
        ids = self.ids(table)
        return frozenset(data.draw(st.sets(st.sampled_from(ids), max_size=2))) if ids else frozenset()

    def known(self) -> dict[str, list[int]]:
        """What new records may refer to."""
        return {"campaigns": self.ids("campaign"), "members": self.ids("member"), "platforms": self.ids("platform")}

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        """A new post, a block that works for it, and time on both, by placeholders."""
        known = self.known()
        post = replace(data.draw(made_up.posts(**known)), id=-1)
        block = replace(data.draw(made_up.blocks(post_ids=[-1, *self.ids("post")], **known)), id=-1)
        entry = data.draw(made_up.entries(known["platforms"], [-1], [-1]))
        self.edit(items.put, Changes(posts=(post,), blocks=(block,), entries=(entry,)))

    @rule(data=st.data())
    def repeat(self, data: st.DataObject) -> None:
        """A new series with a post of its own, by placeholder."""
        known = self.known()
        series = replace(data.draw(made_up.series(**known)), id=-7)
        post = replace(data.draw(made_up.posts(**known)), series_id=-7, series_at=series.starts_at)
        self.edit(items.put, Changes(posts=(post,), post_series=(series,)))

    @precondition(lambda self: self.state["post_series"])
    @rule(data=st.data(), is_removed=st.booleans())
    def change_series(self, data: st.DataObject, is_removed: bool) -> None:
        """Replace a series of posts, or remove it."""
        series_id = data.draw(st.sampled_from(self.ids("post_series")))
        if is_removed:
            self.edit(items.put, Changes(removed_post_series=frozenset({series_id})))
        else:
            series = replace(data.draw(made_up.series(**self.known())), id=series_id)
            self.edit(items.put, Changes(post_series=(series,)))

    @precondition(lambda self: self.state["post"])
    @rule(data=st.data())
    def rank_ideas(self, data: st.DataObject) -> None:
        """Put some ideas first."""
        self.edit(rank_ideas, data.draw(st.lists(st.sampled_from(self.ids("post")), unique=True, max_size=3)))

    @rule(name=made_up.texts, room=st.sampled_from(("ideas", "agenda")), criteria=st.sampled_from(("{}", "[1]")))
    def save_filter(self, name: str, room: str, criteria: str) -> None:
        """Save a filter, perhaps in the place of another."""
        self.edit(put_filter, SavedFilter(0, room, name, criteria))

    @precondition(lambda self: self.state["post"])
    @rule(data=st.data())
    def change_post(self, data: st.DataObject) -> None:
        """Replace a post: some versions stay, some go, some come."""
        (stored,) = self.store.read(load_posts, [data.draw(st.sampled_from(self.ids("post")))])
        new = data.draw(made_up.posts(**self.known()))
        kept = {version.platform_id: version for version in stored.variants if data.draw(st.booleans())}
        versions = tuple(
            replace(version, id=kept[version.platform_id].id, uid=kept[version.platform_id].uid)
            if version.platform_id in kept
            else version
            for version in new.variants
        )
        self.edit(items.put, Changes(posts=(replace(new, id=stored.id, uid=stored.uid, variants=versions),)))

    @precondition(lambda self: self.state["work_block"])
    @rule(data=st.data())
    def change_block(self, data: st.DataObject) -> None:
        """Replace a block."""
        block_id = data.draw(st.sampled_from(self.ids("work_block")))
        new = data.draw(made_up.blocks(post_ids=self.ids("post"), **self.known()))
        self.edit(items.put, Changes(blocks=(replace(new, id=block_id),)))

    @precondition(lambda self: self.state["time_entry"])
    @rule(data=st.data())
    def change_entry(self, data: st.DataObject) -> None:
        """Replace a time entry."""
        entry_id = data.draw(st.sampled_from(self.ids("time_entry")))
        new = data.draw(made_up.entries(self.ids("platform"), self.ids("post"), self.ids("work_block")))
        self.edit(items.put, Changes(entries=(replace(new, id=entry_id),)))

    @rule(data=st.data())
    def start_timer(self, data: st.DataObject) -> None:
        """Start the timer, which stops the one that runs."""
        entry = data.draw(made_up.entries(self.ids("platform"), self.ids("post"), []))
        running = [int(str(row[0])) for row in self.state["time_entry"] if row[4] is None]
        started: TimeEntry = replace(entry, made_by=MadeBy.TIMER, ended_at=None)
        stopped = tuple(replace(entry, id=entry_id, made_by=MadeBy.TIMER) for entry_id in running)
        self.edit(items.put, Changes(entries=(started, *stopped)))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """Remove some of everything at once."""
        some = {
            table: frozenset(data.draw(st.sets(st.sampled_from(self.ids(table)), max_size=3)))
            if self.ids(table)
            else ()
            for table in ("post", "work_block", "time_entry")
        }
        self.edit(
            items.put,
            Changes(
                removed_posts=frozenset(some["post"]),
                removed_blocks=frozenset(some["work_block"]),
                removed_entries=frozenset(some["time_entry"]),
            ),
        )

    @rule(kind=st.sampled_from(PlatformKind), minutes=st.integers(0, 600), hidden=st.booleans())
    def add_platform(self, kind: PlatformKind, minutes: int, hidden: bool) -> None:
        """Add a platform, perhaps the second of its kind."""
        self.edit(platforms.put_platform, a_platform(kind, key="", target=minutes, is_active=not hidden))

    @rule(data=st.data())
    def order_platforms(self, data: st.DataObject) -> None:
        """Change the order."""
        self.edit(platforms.order_platforms, data.draw(st.permutations(self.ids("platform"))))

    @rule(data=st.data())
    def remove_platform(self, data: st.DataObject) -> None:
        """Remove a platform, which is refused when it is in use."""
        ids = self.ids("platform")
        if len(ids) > 1:
            self.take_away(platforms.remove_platform, data.draw(st.sampled_from(ids)))

    @rule(data=st.data(), number=st.integers(46, 48), minutes=st.integers(0, 600))
    def override(self, data: st.DataObject, number: int, minutes: int) -> None:
        """Set the target of a week."""
        platform_id = data.draw(st.sampled_from(self.ids("platform")))
        self.edit(platforms.put_override, WeekOverride(0, platform_id, Week(2026, number), minutes, None))

    @rule(name=made_up.texts, weekday=st.integers(0, 6), hours=st.none() | st.just(Hours(540, 1440)))
    def change_plan(self, name: str, weekday: int, hours: Hours | None) -> None:
        """Change the plan's name and a weekday's hours."""
        plan = self.store.read(load_plan)
        week = (*plan.working_hours[:weekday], hours, *plan.working_hours[weekday + 1 :])
        self.edit(save_plan, replace(plan, name=name, working_hours=week))

    @rule(name=made_up.texts, length=st.integers(0, 40))
    def add_small_things(self, name: str, length: int) -> None:
        """Add a campaign, an occasion and a closed day, and rename a format."""
        day = date(2026, 11, 26)
        self.edit(_put_small_things, name, day, day + timedelta(days=length))

    @precondition(lambda self: self.state["campaign"])
    @rule(data=st.data())
    def remove_campaign(self, data: st.DataObject) -> None:
        """Remove a campaign from under its posts."""
        self.take_away(lists.remove_campaign, data.draw(st.sampled_from(self.ids("campaign"))))

    @precondition(lambda self: self.state["member"])
    @rule(data=st.data())
    def remove_member(self, data: st.DataObject) -> None:
        """Remove a person, which is refused when something names it."""
        self.take_away(lists.remove_member, data.draw(st.sampled_from(self.ids("member"))))

    @rule(data=st.data(), name=made_up.texts, privacy=st.sampled_from(Privacy), days=st.integers(0, 400))
    def put_feed(self, data: st.DataObject, name: str, privacy: Privacy, days: int) -> None:
        """Add a feed, or replace one, with some of the platforms, campaigns and persons."""
        platform_ids, campaign_ids, member_ids = (self.draw_some(data, table) for table in NAMED_BY_FEEDS)
        feed_id = data.draw(st.sampled_from((0, *self.ids("feed"))))
        feed = Feed(feed_id, "", name, "", "", platform_ids, campaign_ids, member_ids, privacy=privacy)
        self.edit(put_feed, replace(feed, future_days=days))

    @precondition(lambda self: self.state["feed"])
    @rule(data=st.data(), kind=st.sampled_from(DeliveryKind), is_active=st.booleans())
    def put_delivery(self, data: st.DataObject, kind: DeliveryKind, is_active: bool) -> None:
        """Bring a feed somewhere, or somewhere else."""
        delivery_id = data.draw(st.sampled_from((0, *self.ids("delivery"))))
        feed_id = data.draw(st.sampled_from(self.ids("feed")))
        self.edit(put_delivery, Delivery(delivery_id, "", kind, "/x", feed_id, is_active=is_active))

    @precondition(lambda self: self.state["feed"])
    @rule(data=st.data())
    def change_feeds(self, data: st.DataObject) -> None:
        """Put the feeds into another order and remove one, or a delivery."""
        self.edit(order_feeds, data.draw(st.permutations(self.ids("feed"))))
        deliveries, is_delivery = self.ids("delivery"), data.draw(st.booleans())
        if deliveries and is_delivery:
            self.edit(remove_delivery, data.draw(st.sampled_from(deliveries)))
        else:
            self.edit(remove_feed, data.draw(st.sampled_from(self.ids("feed"))))

    @rule(data=st.data(), source=st.sampled_from(BusySource), is_shown=st.booleans(), is_removed=st.booleans())
    def change_busy_calendars(self, data: st.DataObject, source: BusySource, is_shown: bool, is_removed: bool) -> None:
        """Add, replace or remove a calendar of the owner's own."""
        calendar_id = data.draw(st.sampled_from((0, *self.ids("busy_calendar"))))
        if calendar_id and is_removed:
            self.edit(remove_busy_calendar, calendar_id)
        else:
            self.edit(put_busy_calendar, BusyCalendar(calendar_id, "", "Privat", source, "/x.ics", is_shown))

    @rule(data=st.data())
    def fail_on_the_way(self, data: st.DataObject) -> None:
        """An edit that raises leaves nothing behind."""
        post = data.draw(made_up.posts(**self.known()))
        try:
            self.store.write(_put_and_fail, post)
        except ZeroDivisionError:
            assert self.store.read(dump) == self.state
        else:
            raise AssertionError

    @precondition(lambda self: self.done > 0)
    @rule()
    def undo(self) -> None:
        """Take back the last edit."""
        self.done -= 1
        changes, before, _ = self.steps[self.done]
        self._play(changes.inverse(), before)

    @precondition(lambda self: self.done < len(self.steps))
    @rule()
    def redo(self) -> None:
        """Do it again."""
        changes, _, after = self.steps[self.done]
        self.done += 1
        self._play(changes, after)

    @invariant()
    def every_word_can_be_found(self) -> None:
        """The search index holds what the posts hold."""
        assert self.store.read(indexed) == self.store.read(searchable)

    @invariant()
    def references_hold(self) -> None:
        """No row refers to one that is gone."""
        assert self.store.read(broken_references) == []

    def _play(self, changes: ChangeSet, expected: Dump) -> None:
        self.store.apply(changes)
        before, self.state = self.state, self.store.read(dump)
        assert self.state == expected
        self._check_counters(before)

    def _check_counters(self, before: Dump) -> None:
        """No counter shrinks or is lost; it grows by one for each version and block that is no longer as before."""
        counters = dict(self.store.read(revisions))
        contents = _contents(before), _contents(self.state)
        for uid in contents[0] | contents[1]:
            if contents[0].get(uid) != contents[1].get(uid):
                assert counters[uid].n == (self.counters[uid].n + 1 if uid in self.counters else 0)
        assert all(counters[uid].n >= known.n for uid, known in self.counters.items())
        self.counters = counters


def _contents(state: Dump) -> dict[str, object]:
    """All that a calendar program may get to see of each version and block, by uid."""
    found: dict[str, object] = {}
    posts = {row[0]: row[:10] for row in state["post"]}  # without rank and series
    for row in state["variant"]:
        effort = _rows(state, "post_effort", "post_id", row[2])
        found[str(row[1])] = (row, posts[row[2]], effort, _rows(state, "variant_media", "variant_id", row[0]))
    for row in state["work_block"]:
        tables = ("block_platform", "block_exception", "block_post", "block_done")
        children = [_rows(state, table, "block_id", row[0]) for table in tables]
        shares = [_rows(state, "exception_platform", "exception_id", child[0]) for child in children[1]]
        found[str(row[1])] = (row, children, shares)
    return found


def _rows(state: Dump, table: str, column: str, value: object) -> list[tuple[object, ...]]:
    place = list(metadata.tables[table].columns.keys()).index(column)
    return [row for row in state[table] if row[place] == value]


def _some_people_and_campaigns(writer: Writer) -> None:
    lists.put_member(writer, Member(0, "Mara Lind", "ML"))
    _put_small_things(writer, "Advent im Lindenhof", date(2026, 11, 26), date(2026, 12, 24))


def _put_small_things(writer: Writer, name: str, first: date, last: date) -> None:
    lists.put_campaign(writer, Campaign(0, name, first, last))
    lists.put_occasion(writer, Occasion(0, name, first, is_yearly=True))
    lists.put_closed_day(writer, ClosedDay(0, name, day=last))
    lists.put_format(writer, replace(lists.DEFAULT_FORMATS[0], name=name))


def _put_and_fail(writer: Writer, post: Any) -> None:  # noqa: ANN401
    items.put(writer, Changes(posts=(post,)))
    raise ZeroDivisionError


if "WOCHENWERK_EXAMPLES" not in os.environ:
    Histories.TestCase.settings = settings(max_examples=40, stateful_step_count=30)
TestHistories = Histories.TestCase
pytestmark = pytest.mark.timeout(0 if "WOCHENWERK_EXAMPLES" in os.environ else 120)
