"""The window and real servers: what is planned appears in the online calendar, whatever happens on the way."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.feed_records import Delivery, DeliveryKind, Feed
from db.feeds import put_delivery, put_feed
from db.records import Changes, Week
from desktop import feed_keeper
from desktop.delivery.problems import ProblemCode
from desktop.delivery.states import DeliveryStep
from desktop.feed_keeper import FeedKeeper
from desktop.main_window import MainWindow
from desktop.preferences.feeds.foot import FeedFoot
from desktop.settings import Settings
from desktop.workspace import Workspace
from tests.builders import a_block, a_post, a_store
from tests.delivery.radicale_server import PASSWORD, USER, Radicale
from tests.delivery.ring import Ring
from tests.delivery.web_space import Asked, Said, WebSpace

MONDAY = datetime(2026, 11, 23, 10)
PATIENCE_MS = 10_000
LONGEST_STALL = 0.5  # seconds; a window that waits for a server stalls for as long as that takes
PATH = "/plan.ics"


@dataclass
class Desk:
    """A window over a plan with one post and one block, whose edits are published at once."""

    qtbot: QtBot
    window: MainWindow
    workspace: Workspace
    keeper: FeedKeeper

    def deliver(self, kind: DeliveryKind, address: str, password: str = PASSWORD) -> Delivery:
        """Set a delivery up, as the settings do."""
        feed_id = self.workspace.edit("feed", put_feed, Feed(0, "", "Woche", "", ""))
        delivery = Delivery(0, "", kind, address, feed_id, user=USER, machine=self.keeper.machine)
        delivery_id = self.workspace.edit("delivery", put_delivery, delivery)
        (made,) = (each for each in self.keeper.deliveries() if each.id == delivery_id)
        self.keeper.set_password(made, password)
        return made

    def until(self, delivery: Delivery, step: DeliveryStep, problem: ProblemCode | None = None) -> None:
        """Wait until the delivery stands so."""

        def stands() -> bool:
            state = self.keeper.state(delivery.id)
            return (state.step, state.problem) == (step, problem)

        self.qtbot.waitUntil(stands, timeout=PATIENCE_MS)

    def plan(self, title: str, at: datetime = MONDAY) -> None:
        """Plan a post."""
        assert self.workspace.put("post", Changes(posts=(replace(a_post(title, at), id=-1),)))

    def planned(self) -> set[str]:
        """The posts of the plan on disk."""
        week = Week.of(MONDAY.date())
        return {post.title for post in self.workspace.board([week]).posts}

    def arrived(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds at the other end."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(feed_keeper, "PUBLISH_AFTER", timedelta(milliseconds=100))
    store = a_store(tmp_path, posts=[a_post("Zimtschnecken", MONDAY)], blocks=[a_block(MONDAY)])
    began = time.monotonic()
    noon = datetime(2026, 11, 25, 11, tzinfo=UTC)
    workspace = Workspace(store, lambda: noon + timedelta(seconds=time.monotonic() - began))
    today = workspace.now().date()
    window = MainWindow(Week.of(today), today, Settings())
    window.show_plan(workspace)
    window.show()
    qtbot.waitExposed(window)
    window.keep_feeds()
    keeper = window.findChild(FeedKeeper)
    assert keeper is not None
    yield Desk(qtbot, window, workspace, keeper)
    window.close()
    window.deleteLater()
    store.close()


def titles(radicale: Radicale, name: str) -> set[str]:
    """What the events of an online calendar are called, without the word and the platform before it."""
    found = (re.search("SUMMARY:(.*)", text) for text in radicale.files(name).values())
    return {match[1].strip().rpartition(": ")[2] for match in found if match is not None}


def test_edits_appear_in_the_online_calendar_and_go_again(desk: Desk, radicale: Radicale) -> None:
    delivery = desk.deliver(DeliveryKind.CALDAV, radicale.new_calendar("journey"))
    desk.until(delivery, DeliveryStep.DONE)
    first = titles(radicale, "journey")
    assert "Zimtschnecken" in first
    assert len(first) == 2

    desk.plan("Adventskranz")
    desk.arrived(lambda: titles(radicale, "journey") == first | {"Adventskranz"})
    desk.until(delivery, DeliveryStep.DONE)
    assert desk.keeper.state(delivery.id).count == 3

    desk.window.activateWindow()
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.arrived(lambda: titles(radicale, "journey") == first)


def test_the_side_bar_says_when_a_server_wants_something(desk: Desk, radicale: Radicale) -> None:
    delivery = desk.deliver(DeliveryKind.CALDAV, radicale.new_calendar("side"), password="falsch")  # noqa: S106
    desk.until(delivery, DeliveryStep.REFUSED, ProblemCode.PASSWORD)
    (foot,) = desk.window.findChildren(FeedFoot)
    assert foot.isVisible()
    assert foot.accessibleName() == "Calendar not published"
    assert foot.toolTip().startswith("The server does not take this name and password.")

    desk.keeper.set_password(delivery, PASSWORD)
    desk.until(delivery, DeliveryStep.DONE)
    assert not foot.isVisible()


def test_a_server_that_is_away_holds_nothing_up(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Radicale(tmp_path_factory.mktemp("away")) as mortal:
        delivery = desk.deliver(DeliveryKind.CALDAV, mortal.new_calendar("plan"))
        desk.until(delivery, DeliveryStep.DONE)
        mortal.stop()
        desk.plan("Adventskranz")
        desk.until(delivery, DeliveryStep.OFFLINE, ProblemCode.UNREACHABLE)
        assert desk.keeper.state(delivery.id).retry_at is not None
        desk.plan("Stollen")
        assert desk.planned() == {"Zimtschnecken", "Adventskranz", "Stollen"}
        mortal.start()
        desk.keeper.publish_now(delivery.id)
        desk.until(delivery, DeliveryStep.DONE)
        assert titles(mortal, "plan") > {"Zimtschnecken", "Adventskranz", "Stollen"}


def test_a_wrong_password_is_said_once_and_a_right_one_helps(desk: Desk, radicale: Radicale) -> None:
    delivery = desk.deliver(DeliveryKind.CALDAV, radicale.new_calendar("locked"), "birnen & äpfel")
    desk.until(delivery, DeliveryStep.REFUSED, ProblemCode.PASSWORD)
    before = radicale.requests()
    desk.plan("Adventskranz")
    desk.arrived(lambda: not any(timer.isActive() for timer in (desk.keeper._quiet, desk.keeper._latest)))
    desk.arrived(lambda: desk.keeper._job is None and desk.keeper._sending is None)
    assert desk.keeper.state(delivery.id).step is DeliveryStep.REFUSED
    assert radicale.requests() == before  # an account is locked after some wrong tries
    desk.keeper.set_password(delivery, PASSWORD)
    desk.until(delivery, DeliveryStep.DONE)
    assert "Adventskranz" in titles(radicale, "locked")


def test_a_keyring_that_is_locked_is_said(desk: Desk, radicale: Radicale, ring: Ring) -> None:
    delivery = desk.deliver(DeliveryKind.CALDAV, radicale.new_calendar("keys"))
    desk.until(delivery, DeliveryStep.DONE)
    ring.is_locked = True
    desk.plan("Adventskranz")
    desk.until(delivery, DeliveryStep.REFUSED, ProblemCode.NO_KEYRING)


HTML = {"Content-Type": "text/html"}


@pytest.mark.parametrize(
    ("said", "step", "problem"),
    [
        (Said(401), DeliveryStep.REFUSED, ProblemCode.PASSWORD),
        (Said(403), DeliveryStep.REFUSED, ProblemCode.FORBIDDEN),
        (Said(412), DeliveryStep.OFFLINE, ProblemCode.CHANGED_THERE),
        (Said(500, b"<html>", HTML), DeliveryStep.OFFLINE, ProblemCode.SERVER),
        (Said(200, b"<html>Bitte anmelden</html>", HTML), DeliveryStep.REFUSED, ProblemCode.NOT_WEBDAV),
        (Said(302, headers={"Location": "/login"}), DeliveryStep.REFUSED, ProblemCode.REDIRECT),
        (Said(raw=b""), DeliveryStep.OFFLINE, ProblemCode.UNREACHABLE),
        (Said(raw=b"\x16\x03\x01"), DeliveryStep.OFFLINE, ProblemCode.UNREACHABLE),
    ],
)
def test_a_bad_server_leaves_one_clear_state_and_the_plan_whole(
    desk: Desk, said: Said, step: DeliveryStep, problem: ProblemCode
) -> None:
    with WebSpace() as space:
        space.script["PUT"] = [said] * 50
        delivery = desk.deliver(DeliveryKind.WEBDAV, space.address + PATH[1:])
        desk.until(delivery, step, problem)
        desk.plan("Adventskranz")
        assert desk.planned() == {"Zimtschnecken", "Adventskranz"}
        assert space.files == {}
        space.script.clear()
        desk.keeper.publish_now(delivery.id)
        desk.until(delivery, DeliveryStep.DONE)
        assert b"Adventskranz" in space.files[PATH]


def test_the_window_runs_on_while_a_server_says_nothing_and_closes_at_once(desk: Desk) -> None:
    is_over = threading.Event()
    with WebSpace() as space:

        def keep_silent(_asked: Asked) -> None:
            is_over.wait(30)

        space.before = keep_silent
        ticks = [time.monotonic()]
        ticker = QTimer(desk.window)
        ticker.timeout.connect(lambda: ticks.append(time.monotonic()))
        ticker.start(10)
        delivery = desk.deliver(DeliveryKind.WEBDAV, space.address + PATH[1:])
        desk.qtbot.waitUntil(lambda: bool(space.asked), timeout=PATIENCE_MS)
        desk.until(delivery, DeliveryStep.WORKING)
        for number in range(5):
            desk.plan(f"Post {number}")
        edited = len(ticks)
        desk.qtbot.waitUntil(lambda: len(ticks) > edited + 50, timeout=PATIENCE_MS)
        assert desk.keeper.state(delivery.id).step in {DeliveryStep.WORKING, DeliveryStep.WAITING}
        assert len(desk.planned()) == 6
        assert max(after - before for before, after in pairwise(ticks)) < LONGEST_STALL
        began = time.monotonic()
        desk.window.close()
        QApplication.processEvents()
        assert time.monotonic() - began < 2
        is_over.set()
