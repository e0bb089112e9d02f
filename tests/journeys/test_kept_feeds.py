"""Calendars over the life of the window: begun with it, followed through a new one, written last when it closes."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.request import urlopen

from icalendar import Calendar
from pytestqt.qtbot import QtBot

from db.feed_records import Delivery, DeliveryKind, Feed
from db.feeds import put_delivery, put_feed
from db.records import Changes
from db.store import Store
from desktop import settings as machine
from desktop.app import Program
from desktop.settings import Settings
from desktop.workspace import utc_now
from tests.builders import a_plan, a_post, some_platforms
from tests.journeys.test_program import Start, start, stop, window_with

__all__ = ["start"]

SOON = utc_now().replace(tzinfo=None, second=0, microsecond=0) + timedelta(days=2)


def a_plan_with_a_folder(folder: Path) -> Path:
    """A plan whose one feed is kept in the folder `Kalender`."""
    path = folder / "plan.wochenwerk"
    (folder / "Kalender").mkdir()
    with closing(Store.create(path, a_plan(), some_platforms())) as store:
        store.write(put_feed, Feed(0, "", "Woche", "", ""))
        to = Delivery(0, "", DeliveryKind.FOLDER, str(folder / "Kalender"), machine=Settings().machine())
        store.write(put_delivery, to)
    return path


def titles(data: bytes) -> set[str]:
    """What a calendar shows."""
    return {str(event["SUMMARY"]).rpartition(": ")[2] for event in Calendar.from_ical(data).walk("VEVENT")}


def add_post(program: Program, title: str) -> None:
    """Plan something in the window."""
    assert program._workspace is not None
    program._workspace.put("post", Changes(posts=(replace(a_post(title, SOON), id=-1),)))


def test_files_follow_the_window_from_its_start_to_its_end(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Kalender" / "Woche.ics"
    program = start("--plan", a_plan_with_a_folder(tmp_path), "--language", "de")
    qtbot.waitUntil(file.exists, timeout=10_000)

    add_post(program, "Zimtschnecken")
    qtbot.waitUntil(lambda: "Zimtschnecken" in titles(file.read_bytes()), timeout=5000)

    program._rebuild()  # as another language or text size asks for
    qtbot.wait(400)
    add_post(program, "Stollen")
    qtbot.waitUntil(lambda: "Stollen" in titles(file.read_bytes()), timeout=5000)

    add_post(program, "last words")
    stop(program)
    assert "last words" in titles(file.read_bytes())


def test_addresses_stay_while_the_window_is_built_anew(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    Settings().write(machine.SUBSCRIPTION, True)
    program = start("--plan", a_plan_with_a_folder(tmp_path), "--language", "de")
    qtbot.waitUntil(lambda: bool(Settings().value(machine.SUBSCRIPTION_PORT)), timeout=10_000)
    window = window_with(qtbot, "Café Lindenhof")
    keeper = window._feeds
    assert keeper is not None
    address = keeper.address(keeper.feeds()[0])
    assert is_read(address)

    program._rebuild()

    qtbot.waitUntil(lambda: program._window is not window and is_read(address), timeout=10_000)
    stop(program)
    assert not is_read(address)
    assert "feed server" not in {thread.name for thread in threading.enumerate()}


def test_the_sample_plan_leaves_the_address_to_the_owners(start: Start, qtbot: QtBot) -> None:
    Settings().write(machine.SUBSCRIPTION, True)
    start("--demo", "--language", "de")
    window = window_with(qtbot, "Lindenhof")
    qtbot.waitUntil(lambda: window._feeds is not None, timeout=10_000)
    qtbot.wait(300)

    assert window._feeds is not None
    assert not window._feeds.subscription().is_on
    assert Settings().value(machine.SUBSCRIPTION)


def is_read(address: str) -> bool:
    """Tell whether a program gets a calendar there."""
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - an address of our own
            return bool(answer.read())
    except OSError:
        return False
