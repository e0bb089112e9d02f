"""The keeper of feeds in the window: files in folders follow every edit, whoever makes it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import lists
from db.board import load_whole
from db.delivered import load_delivered
from db.errors import PlanMissing
from db.feed_records import Privacy
from db.feeds import put_delivery, put_feed, remove_delivery, remove_feed
from db.plan import save_plan
from db.records import Campaign, Changes
from db.revisions import revisions
from db.store import Store
from desktop import settings as machine
from desktop.delivery.problems import ProblemCode
from desktop.delivery.states import DeliveryStep
from desktop.exchange.calendar_file import feed_bytes
from desktop.feed_keeper import FeedKeeper
from desktop.settings import Settings
from desktop.workspace import Workspace
from tests.builders import a_post, an_entry
from tests.db.processes import full_disk
from tests.delivery.keeping import MONDAY, Kept, edit_outside, kept_plan

DONE, WAITING = DeliveryStep.DONE, DeliveryStep.WAITING


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Iterator[Kept]:
    """A plan with one feed, of which nothing is kept yet."""
    plan = kept_plan(qtbot, tmp_path)
    plan.add_feed()
    yield plan
    plan.keeper.finish()
    plan.store.close()


def stamps(folder: Path) -> dict[str, int]:
    """When each file was written."""
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_on_start_the_files_are_made_fresh(kept: Kept) -> None:
    delivery = kept.add_delivery()
    assert not list(kept.folder.iterdir())

    kept.keeper.begin()

    kept.until_step(delivery, DONE)
    assert kept.titles() == {"Zimtschnecken", "Umsetzung (Instagram)"}
    state = kept.keeper.state(delivery.id)
    assert (state.count, state.problem, state.retry_at) == (1, None, None)
    assert state.at == datetime.fromtimestamp((kept.folder / "Woche.ics").stat().st_mtime, UTC)


def test_within_two_seconds_after_an_edit_the_file_is_fresh(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)

    began = time.monotonic()
    kept.add_post("Stollen")
    assert kept.keeper.state(delivery.id).step is WAITING
    kept.until_step(delivery, DONE)

    assert time.monotonic() - began < 2
    assert "Stollen" in kept.titles()


def test_edits_without_a_pause_do_not_put_it_off(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    before, began, number = stamps(kept.folder), time.monotonic(), 0

    while stamps(kept.folder) == before and time.monotonic() - began < 5:
        number += 1
        kept.add_post(f"Beitrag {number}")
        kept.qtbot.wait(100)

    assert time.monotonic() - began < 2
    assert number > 5
    kept.until(lambda: f"Beitrag {number}" in kept.titles())


def test_undo_and_redo_are_written_too(kept: Kept) -> None:
    kept.add_delivery()
    kept.keeper.begin()
    kept.add_post("Stollen")
    kept.until(lambda: "Stollen" in kept.titles() if (kept.folder / "Woche.ics").exists() else False)

    kept.workspace.undo_stack.undo()
    kept.until(lambda: "Stollen" not in kept.titles())

    kept.workspace.undo_stack.redo()
    kept.until(lambda: "Stollen" in kept.titles())


def test_what_feeds_do_not_show_writes_nothing(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    before = stamps(kept.folder)

    kept.workspace.put("time", Changes(entries=(an_entry(kept.clock(), kept.clock() + timedelta(hours=1)),)))

    assert kept.keeper.state(delivery.id).step is DONE
    kept.add_post("far away", MONDAY + timedelta(days=3000))
    kept.until_step(delivery, DONE)
    assert stamps(kept.folder) == before


def test_another_program_may_write_the_plan(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)

    edit_outside(kept.store, a_post("von außen", MONDAY))
    kept.workspace.notice_outside()

    kept.until(lambda: "von außen" in kept.titles())


def test_every_feed_has_its_file_and_old_ones_go(kept: Kept) -> None:
    delivery = kept.add_delivery()
    other = kept.add_feed("Nur Facebook", platform_ids=frozenset({2}))
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    assert set(stamps(kept.folder)) == {"Woche.ics", "Nur-Facebook.ics"}
    assert kept.keeper.state(delivery.id).count == 2

    kept.workspace.edit("rename", put_feed, replace(other, file_name="facebook.ics"))
    kept.until(lambda: set(stamps(kept.folder)) == {"Woche.ics", "facebook.ics"})
    kept.workspace.edit("remove", remove_feed, other.id)
    kept.until(lambda: set(stamps(kept.folder)) == {"Woche.ics"})
    kept.workspace.undo_stack.undo()
    kept.until(lambda: set(stamps(kept.folder)) == {"Woche.ics", "facebook.ics"})


def test_undo_of_an_edit_of_a_feed_restores_what_is_written(kept: Kept) -> None:
    kept.add_delivery()
    (feed,) = kept.keeper.feeds()
    kept.keeper.begin()
    kept.until((kept.folder / "Woche.ics").exists)
    before = kept.titles()

    kept.workspace.edit("secret", put_feed, replace(feed, privacy=Privacy.BUSY))
    kept.until(lambda: kept.titles() != before)
    assert not any("Zimt" in title for title in kept.titles())

    kept.workspace.undo_stack.undo()
    kept.until(lambda: kept.titles() == before)


def test_a_feed_of_a_removed_campaign_goes_with_its_file(kept: Kept) -> None:
    campaign = Campaign(0, "Advent", MONDAY.date(), MONDAY.date())
    campaign_id = kept.workspace.edit("campaign", lists.put_campaign, campaign)
    assert campaign_id is not None
    kept.add_feed("Advent", campaign_ids=frozenset({campaign_id}))
    kept.add_delivery()
    kept.keeper.begin()
    kept.until(lambda: set(stamps(kept.folder)) == {"Woche.ics", "Advent.ics"})

    kept.workspace.edit("remove", lists.remove_campaign, campaign_id)

    kept.until(lambda: set(stamps(kept.folder)) == {"Woche.ics"})


def test_a_delivery_of_one_feed_brings_that_alone(kept: Kept) -> None:
    other = kept.add_feed("Andere")
    delivery = kept.add_delivery(feed_id=other.id)
    kept.keeper.begin()
    kept.until_step(delivery, DONE)

    assert set(stamps(kept.folder)) == {"Andere.ics"}
    assert kept.keeper.extent(other.id) is not None
    assert kept.keeper.extent(1) is None  # nobody takes it
    kept.keeper.measure()
    kept.until(lambda: kept.keeper.extent(1) is not None)
    extent = kept.keeper.extent(1)
    assert extent is not None
    assert (extent.events, extent.shortened) == (2, frozenset())
    assert extent.size > 1000


def test_what_is_off_or_set_up_elsewhere_is_left_alone(kept: Kept) -> None:
    off = kept.add_delivery(is_active=False)
    elsewhere = kept.add_delivery(machine="another computer")
    kept.keeper.begin()
    kept.add_post("Stollen")
    kept.keeper.publish_now()
    kept.keeper.measure()
    kept.until(lambda: kept.keeper.extent(1) is not None)

    assert not list(kept.folder.iterdir())
    assert kept.keeper.state(off.id).step is DeliveryStep.OFF
    assert kept.keeper.state(elsewhere.id).step is DeliveryStep.ELSEWHERE
    assert kept.keeper.state(99).step is DeliveryStep.OFF
    kept.workspace.edit("on", put_delivery, replace(off, is_active=True))
    kept.until_step(off, DONE)


def test_a_folder_that_comes_back_gets_its_files(kept: Kept) -> None:
    delivery = kept.add_delivery()
    away = kept.folder.rename(kept.folder.with_name("away"))
    kept.keeper.begin()
    kept.until_step(delivery, DeliveryStep.OFFLINE)
    state = kept.keeper.state(delivery.id)
    assert state.problem is ProblemCode.FOLDER_MISSING
    assert state.retry_at is not None
    assert timedelta(seconds=20) < state.retry_at - kept.clock() < timedelta(seconds=40)

    away.rename(kept.folder)
    kept.clock.move_on(seconds=31)
    kept.keeper._look_at_clock()  # what its timer does, which does not know that the clock was moved

    kept.until_step(delivery, DONE)
    assert kept.keeper.state(delivery.id).problem is None


def test_waiting_grows_with_every_failure(kept: Kept) -> None:
    delivery = kept.add_delivery(address=str(kept.folder / "gone"))
    kept.keeper.begin()
    waits = []
    for _ in range(3):
        kept.until_step(delivery, DeliveryStep.OFFLINE)
        retry_at = kept.keeper.state(delivery.id).retry_at
        assert retry_at is not None
        waits.append(round((retry_at - kept.clock()).total_seconds() / 30))
        kept.clock.move_on(seconds=waits[-1] * 30 + 1)
        with kept.qtbot.waitSignal(kept.keeper.changed):
            kept.keeper._look_at_clock()
    assert waits == [1, 2, 4]

    kept.keeper.publish_now(delivery.id)
    kept.until_step(delivery, DeliveryStep.OFFLINE)
    retry_at = kept.keeper.state(delivery.id).retry_at
    assert retry_at is not None
    assert (retry_at - kept.clock()).total_seconds() <= 30


def test_a_full_disk_is_said_and_nothing_is_lost(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    before = (kept.folder / "Woche.ics").read_bytes()
    (feed,) = kept.keeper.feeds()

    with full_disk(len(before) // 2):
        (kept.folder / "Woche.ics").write_bytes(b"")
        kept.keeper.publish_now()
        kept.until_step(delivery, DeliveryStep.OFFLINE)
        assert kept.keeper.state(delivery.id).problem is ProblemCode.DISK_FULL

    kept.keeper.publish_now()
    kept.until_step(delivery, DONE)
    assert (kept.folder / "Woche.ics").read_bytes() == before
    assert kept.keeper.feeds() == (feed,)


def test_somebody_elses_file_is_named(kept: Kept) -> None:
    (kept.folder / "Woche.ics").write_text("the user's own")
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DeliveryStep.REFUSED)

    state = kept.keeper.state(delivery.id)
    assert (state.problem, state.retry_at) == (ProblemCode.CHANGED_THERE, None)
    assert "Woche.ics" in state.detail
    assert (kept.folder / "Woche.ics").read_text() == "the user's own"


def test_a_folder_for_no_feed_says_so(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.workspace.edit("remove", remove_feed, 1)
    kept.keeper.begin()

    kept.until_step(delivery, DeliveryStep.REFUSED)

    assert kept.keeper.state(delivery.id).problem is ProblemCode.NOTHING


def test_a_look_at_the_published_file_expects_what_is_written(kept: Kept) -> None:
    kept.add_post("far away", MONDAY + timedelta(days=4000))
    kept.add_delivery()
    kept.keeper.begin()
    kept.until((kept.folder / "Woche.ics").exists)
    board, counters = kept.store.read(lambda conn: (load_whole(conn), revisions(conn)))
    (feed,) = kept.keeper.feeds()

    expected = feed_bytes(board, counters, feed, kept.workspace.now().date())

    assert (kept.folder / "Woche.ics").read_bytes() == expected


def test_closing_writes_what_is_due(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    kept.add_post("last words")

    began = time.monotonic()
    kept.keeper.finish()

    assert time.monotonic() - began < 1
    assert "last words" in kept.titles()
    assert "job" not in {thread.name for thread in threading.enumerate()}


def test_closing_finishes_what_is_being_written(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    kept.add_post("last words")

    kept.keeper._refresh()
    kept.keeper.finish()

    assert "last words" in kept.titles()


def test_closing_at_once_ends_at_once(kept: Kept) -> None:
    kept.add_delivery()
    kept.keeper.begin()

    began = time.monotonic()
    kept.keeper.finish()

    assert time.monotonic() - began < 1
    kept.add_post("afterwards")
    kept.qtbot.wait(600)
    assert "afterwards" not in (kept.titles() if (kept.folder / "Woche.ics").exists() else set())


def test_a_new_day_moves_the_window(kept: Kept) -> None:
    (feed,) = kept.keeper.feeds()
    kept.workspace.edit("narrow", put_feed, replace(feed, past_days=2, future_days=2))
    kept.add_delivery()
    kept.keeper.begin()
    kept.until((kept.folder / "Woche.ics").exists)
    assert "Zimtschnecken" in kept.titles()

    kept.clock.move_on(days=1)
    kept.keeper._look_at_clock()

    kept.until(lambda: "Zimtschnecken" not in kept.titles())


def test_the_alarm_is_set_for_the_next_midnight_at_the_latest(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.clock.move_on(hours=13, minutes=59)  # 23:59 in Berlin
    keeper = FeedKeeper(kept.workspace, kept.settings)
    keeper.begin()
    kept.until(lambda: keeper.state(delivery.id).step is DONE and keeper._job is None)

    assert 0 < keeper._alarm.remainingTime() <= 64_000  # Qt allows itself a twentieth
    keeper.finish()


def test_a_changed_language_of_the_plan_is_spoken(kept: Kept) -> None:
    kept.add_delivery()
    kept.keeper.begin()
    kept.until((kept.folder / "Woche.ics").exists)
    german = kept.titles()

    kept.workspace.edit("language", save_plan, replace(kept.workspace.plan, language="en"))

    kept.until(lambda: kept.titles() != german)
    assert "Creation (Instagram)" in kept.titles()


def test_what_is_known_of_gone_deliveries_is_forgotten_on_start(kept: Kept) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    assert kept.store.read(load_delivered, delivery.uid)
    kept.workspace.edit("remove", remove_delivery, delivery.id)
    assert kept.store.read(load_delivered, delivery.uid)  # undo may bring it back
    kept.keeper.finish()

    with closing(Store.open(kept.store.path)) as store:
        workspace = Workspace(store, kept.clock)
        again = FeedKeeper(workspace, Settings())
        again.begin()
        again.measure()
        kept.until(lambda: not store.read(load_delivered, delivery.uid))
        again.finish()


def test_who_takes_no_feeds_pays_nothing_for_them(kept: Kept) -> None:
    kept.keeper.begin()

    kept.add_post("Stollen")
    kept.qtbot.wait(600)

    assert kept.keeper._work is None  # which would bring all that writes calendars
    assert not kept.keeper._quiet.isActive()
    delivery = kept.add_delivery()
    kept.until_step(delivery, DONE)


def test_each_computer_has_a_name_of_its_own_and_keeps_it(kept: Kept) -> None:
    name = kept.keeper.machine

    assert Settings().machine() == name
    Settings().write(machine.MACHINE, "")
    assert Settings().machine() not in {"", name}


def test_a_plan_that_cannot_be_read_is_no_failure_of_the_keeper(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    delivery = kept.add_delivery()
    kept.keeper.begin()
    kept.until_step(delivery, DONE)

    def away(*_: object, **__: object) -> None:
        raise PlanMissing(kept.store.path)

    with monkeypatch.context() as patch, qtbot.captureExceptions() as failures:
        patch.setattr(kept.store, "read", away)
        kept.workspace.reloaded.emit()
        kept.until(lambda: kept.keeper._job is None)

    assert not failures
    assert kept.keeper.deliveries() == (delivery,)
