"""The keeper and programs on this computer: they find the calendars at an address that stays."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

import pytest
from pytestqt.qtbot import QtBot

from db.feed_records import Feed
from db.feeds import put_feed, remove_feed
from desktop import settings as machine
from desktop.delivery.problems import ProblemCode
from desktop.feed_keeper import FeedKeeper
from desktop.settings import Settings
from tests.delivery.keeping import Kept, kept_plan, titles


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Iterator[Kept]:
    """A plan with one feed; its keeper has begun."""
    plan = kept_plan(qtbot, tmp_path)
    plan.add_feed()
    plan.keeper.begin()
    yield plan
    plan.keeper.finish()
    plan.store.close()


def read(address: str) -> bytes:
    """What a program gets."""
    with urlopen(address, timeout=5) as answer:  # noqa: S310 - an address of our own
        data: bytes = answer.read()
        return data


def shown(address: str) -> set[str]:
    """What a program shows; nothing when there is none."""
    try:
        return titles(read(address))
    except OSError:
        return set()


def switched_on(kept: Kept) -> Feed:
    """Let programs read, and wait until they can."""
    (feed,) = kept.keeper.feeds()
    kept.keeper.switch_subscription(True)
    kept.until(lambda: bool(shown(kept.keeper.address(feed))))
    return feed


def test_it_is_off_until_somebody_switches_it_on(kept: Kept) -> None:
    kept.keeper.measure()
    kept.until(lambda: kept.keeper.extent(1) is not None)

    state = kept.keeper.subscription()
    assert (state.is_on, state.port, state.readers) == (False, 0, 0)
    assert "feed server" not in {thread.name for thread in threading.enumerate()}


def test_programs_see_every_edit_and_are_counted(kept: Kept) -> None:
    feed = switched_on(kept)
    address = kept.keeper.address(feed)

    kept.add_post("Stollen")
    kept.until(lambda: "Stollen" in shown(address))
    kept.workspace.undo_stack.undo()
    kept.until(lambda: "Stollen" not in shown(address))

    state = kept.keeper.subscription()
    assert (state.is_on, state.problem, state.readers) == (True, None, 1)
    assert state.last_read is not None
    assert feed.token in address
    assert address.endswith("/Woche.ics")


def test_the_address_stays_over_a_restart(kept: Kept) -> None:
    address = kept.keeper.address(switched_on(kept))
    kept.keeper.finish()
    assert shown(address) == set()

    again = FeedKeeper(kept.workspace, Settings())
    again.begin()
    kept.until(lambda: bool(shown(address)))
    assert again.subscription().is_on
    again.finish()


def test_a_new_token_ends_the_old_address(kept: Kept) -> None:
    feed = switched_on(kept)
    before = kept.keeper.address(feed)

    kept.workspace.edit("token", put_feed, replace(feed, token=""))
    (renewed,) = kept.keeper.feeds()

    kept.until(lambda: bool(shown(kept.keeper.address(renewed))))
    assert shown(before) == set()
    kept.workspace.edit("remove", remove_feed, feed.id)
    kept.until(lambda: not shown(kept.keeper.address(renewed)))


def test_switching_it_off_frees_the_port(kept: Kept) -> None:
    address = kept.keeper.address(switched_on(kept))
    port = kept.keeper.subscription().port

    kept.keeper.switch_subscription(False)

    kept.until(lambda: "feed server" not in {thread.name for thread in threading.enumerate()})
    assert shown(address) == set()
    assert not Settings().value(machine.SUBSCRIPTION)
    assert kept.keeper.subscription().port == port  # for the next time


def test_a_port_that_is_taken_is_said_and_tried_again(kept: Kept) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        kept.settings.write(machine.SUBSCRIPTION_PORT, other.getsockname()[1])
        kept.keeper.switch_subscription(True)
        kept.until(lambda: kept.keeper.subscription().problem is ProblemCode.PORT_TAKEN)

    kept.clock.move_on(seconds=31)
    kept.keeper._look_at_clock()

    kept.until(lambda: kept.keeper.subscription().problem is None)
    (feed,) = kept.keeper.feeds()
    assert shown(kept.keeper.address(feed))


def test_broken_settings_are_no_port(kept: Kept) -> None:
    for value in ("-1", "65536", "many"):
        kept.settings._file.setValue("subscription_port", value)
        assert kept.settings.value(machine.SUBSCRIPTION_PORT) == 0
