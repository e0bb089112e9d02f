"""The keeper and servers: what is published follows once it is quiet, and nothing is lost while they are away."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from db.delivered import load_delivered
from db.feed_records import Delivery, DeliveryKind
from db.feeds import put_delivery, remove_delivery
from desktop import feed_keeper
from desktop.delivery import passwords
from desktop.delivery.problems import ProblemCode
from desktop.delivery.states import DeliveryStep
from desktop.feed_keeper import FeedKeeper
from tests.delivery import radicale_server
from tests.delivery.keeping import Kept, kept_plan, titles
from tests.delivery.radicale_server import Radicale
from tests.delivery.ring import Ring
from tests.delivery.web_space import PASSWORD, USER, Asked, Said, WebSpace

PATH = "/woche-7f3a.ics"
DONE, OFFLINE, REFUSED, WAITING = DeliveryStep.DONE, DeliveryStep.OFFLINE, DeliveryStep.REFUSED, DeliveryStep.WAITING


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    """A plan with one feed and a keyring; what is published waits for half a second instead of half a minute."""
    monkeypatch.setattr(feed_keeper, "PUBLISH_AFTER", timedelta(seconds=0.5))
    plan = kept_plan(qtbot, tmp_path)
    plan.add_feed()
    yield plan
    plan.keeper.finish()
    plan.store.close()


@pytest.fixture
def space() -> Iterator[WebSpace]:
    """A web space that asks for a name and a password."""
    with WebSpace(login="Basic") as server:
        yield server


def to(kept: Kept, space: WebSpace, password: str = PASSWORD) -> Delivery:
    """Publish the feed there."""
    delivery = kept.add_delivery(DeliveryKind.WEBDAV, space.address + PATH[1:], feed_id=1, user=USER)
    if password:
        passwords.write(delivery.uid, password)
    return delivery


def puts(space: WebSpace) -> int:
    """How often something was brought."""
    return space.methods().count("PUT")


def test_what_is_published_follows_once_it_is_quiet(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space)
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    assert titles(space.files[PATH]) >= {"Zimtschnecken"}
    state = kept.keeper.state(delivery.id)
    assert state.at is not None
    assert (state.count, kept.clock() - state.at < timedelta(seconds=5)) == (2, True)

    for title in ("eins", "zwei", "drei"):
        kept.add_post(title)
        assert kept.keeper.state(delivery.id).step is WAITING
        kept.qtbot.wait(200)
    assert puts(space) == 1
    kept.until_step(delivery, DONE)

    assert puts(space) == 2
    assert titles(space.files[PATH]) >= {"eins", "zwei", "drei"}


def test_a_start_asks_no_server_when_nothing_has_changed(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space)
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    before = kept.keeper.state(delivery.id)
    kept.keeper.finish()
    space.asked.clear()

    again = FeedKeeper(kept.workspace, kept.settings)
    again.begin()
    kept.until(lambda: again.state(delivery.id).step is DONE)

    assert again.state(delivery.id) == before
    assert space.asked == []
    again.publish_now(delivery.id)  # asked for by hand, it looks
    kept.until(lambda: space.methods() == ["HEAD"] and again.state(delivery.id).step is DONE)
    again.finish()


def test_what_changed_while_the_server_was_away_arrives_when_it_is_back(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space)
    space.script["*"] = [Said(raw=b"")] * 5
    kept.keeper.begin()
    kept.until_step(delivery, OFFLINE)
    state = kept.keeper.state(delivery.id)
    assert state.problem in {ProblemCode.UNREACHABLE, ProblemCode.SERVER}
    assert state.retry_at is not None
    kept.add_post("Stollen")
    kept.qtbot.wait(700)
    assert kept.keeper.state(delivery.id).retry_at == state.retry_at  # an edit does not hurry it

    space.script.clear()
    kept.clock.move_on(seconds=31)
    kept.keeper._look_at_clock()

    kept.until_step(delivery, DONE)
    assert "Stollen" in titles(space.files[PATH])


def test_a_network_that_comes_back_is_used_at_once(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space)
    space.script["*"] = [Said(raw=b"")] * 5
    kept.keeper.begin()
    kept.until_step(delivery, OFFLINE)
    space.script.clear()

    kept.keeper._hear_network(QNetworkInformation.Reachability.Disconnected)
    kept.qtbot.wait(100)
    assert kept.keeper.state(delivery.id).step is OFFLINE
    kept.keeper._hear_network(QNetworkInformation.Reachability.Online)

    kept.until_step(delivery, DONE)


def test_a_wrong_password_is_not_tried_again_and_again(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space, "wrong")
    kept.keeper.begin()
    kept.until_step(delivery, REFUSED)
    assert kept.keeper.state(delivery.id).problem is ProblemCode.PASSWORD
    assert space.files == {}

    kept.add_post("Stollen")
    kept.qtbot.wait(1200)
    assert kept.keeper.state(delivery.id).step is REFUSED

    kept.keeper.set_password(delivery, PASSWORD)
    kept.until_step(delivery, DONE)
    assert "Stollen" in titles(space.files[PATH])


def test_a_password_that_is_missing_is_asked_for(kept: Kept, space: WebSpace, ring: Ring) -> None:
    delivery = to(kept, space, "")
    assert not kept.keeper.has_password(delivery)
    kept.keeper.begin()
    kept.until_step(delivery, REFUSED)
    assert kept.keeper.state(delivery.id).problem is ProblemCode.NO_PASSWORD

    ring.is_locked = True
    kept.keeper.set_password(delivery, PASSWORD)
    kept.until(lambda: kept.keeper.state(delivery.id).problem is ProblemCode.NO_KEYRING)
    ring.is_locked = False
    kept.keeper.set_password(delivery, PASSWORD)
    kept.until_step(delivery, DONE)
    assert kept.keeper.has_password(delivery)


def test_the_keyring_is_asked_only_when_somebody_wants_to_know(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space)

    with kept.qtbot.waitSignal(kept.keeper.changed):
        assert not kept.keeper.has_password(delivery)

    assert kept.keeper.has_password(delivery)


def test_a_removed_delivery_takes_its_password_along_and_undo_brings_it_back(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space)
    kept.keeper.begin()
    kept.until_step(delivery, DONE)

    kept.workspace.edit("remove", remove_delivery, delivery.id)
    kept.until(lambda: passwords.read(delivery.uid) is None)

    kept.workspace.undo_stack.undo()
    kept.until(lambda: passwords.read(delivery.uid) == PASSWORD)
    kept.until_step(delivery, DONE)

    kept.workspace.undo_stack.redo()  # and at once
    kept.workspace.undo_stack.undo()
    kept.until(lambda: not kept.keeper._passwords._errands)
    assert passwords.read(delivery.uid) == PASSWORD


def test_an_edited_delivery_is_tried_anew(kept: Kept, space: WebSpace) -> None:
    delivery = to(kept, space)
    space.script["*"] = [Said(403)] * 5
    kept.keeper.begin()
    kept.until_step(delivery, REFUSED)
    assert kept.keeper.state(delivery.id).problem is ProblemCode.FORBIDDEN
    space.script.clear()

    kept.workspace.edit("address", put_delivery, replace(delivery, address=space.address + "other.ics"))

    kept.until_step(delivery, DONE)
    assert set(space.files) == {"/other.ics"}


@pytest.mark.parametrize(
    ("said", "step", "problem"),
    [
        (Said(403), REFUSED, ProblemCode.FORBIDDEN),
        (Said(500), OFFLINE, ProblemCode.SERVER),
        (Said(503, b"<html>busy</html>"), OFFLINE, ProblemCode.SERVER),
        (Said(507), REFUSED, ProblemCode.SERVER_FULL),
        (Said(raw=b""), OFFLINE, ProblemCode.UNREACHABLE),
        (Said(raw=b"<html>hello</html>"), OFFLINE, None),
    ],
)
def test_every_bad_answer_becomes_one_clear_state(
    kept: Kept, space: WebSpace, said: Said, step: DeliveryStep, problem: ProblemCode | None
) -> None:
    delivery = to(kept, space)
    space.script["*"] = [said] * 9
    kept.keeper.begin()

    kept.until_step(delivery, step)

    assert kept.keeper.state(delivery.id).problem is problem or problem is None
    assert kept.store.read(load_delivered, delivery.uid) == {}


def test_a_server_that_hangs_holds_up_neither_files_nor_closing(kept: Kept, space: WebSpace) -> None:
    published, files = to(kept, space), kept.add_delivery()
    hung: list[Asked] = []
    open_again = False

    def hang(asked: Asked) -> None:
        hung.append(asked)
        while not open_again:
            time.sleep(0.01)  # in the server's own thread

    space.before = hang
    kept.keeper.begin()
    kept.until(lambda: bool(hung))
    assert kept.keeper.state(published.id).step is DeliveryStep.WORKING

    kept.add_post("Stollen")
    kept.until_step(files, DONE)
    assert "Stollen" in kept.titles()

    began = time.monotonic()
    kept.keeper.finish()
    assert time.monotonic() - began < 1
    open_again = True
    kept.until(lambda: kept.keeper._sending is None or kept.keeper._sending.is_over)
    assert kept.store.read(load_delivered, published.uid) == {}  # nobody waited for it


def test_an_online_calendar_gets_every_event_and_loses_what_is_removed(kept: Kept, radicale: Radicale) -> None:
    address = radicale.new_calendar("keeper")
    delivery = kept.add_delivery(DeliveryKind.CALDAV, address, feed_id=1, user=radicale_server.USER)
    passwords.write(delivery.uid, radicale_server.PASSWORD)
    kept.keeper.begin()
    kept.until_step(delivery, DONE)
    assert len(radicale.files("keeper")) == 2
    assert kept.keeper.state(delivery.id).count == 2
    assert not any("METHOD" in text for text in radicale.files("keeper").values())

    kept.add_post("Stollen")
    kept.until(lambda: len(radicale.files("keeper")) == 3)
    kept.until_step(delivery, DONE)
    kept.workspace.undo_stack.undo()
    kept.until(lambda: len(radicale.files("keeper")) == 2)
    kept.until_step(delivery, DONE)

    requests = radicale.requests()
    kept.keeper.finish()
    again = FeedKeeper(kept.workspace, kept.settings)
    again.begin()
    kept.until(lambda: again.state(delivery.id).step is DONE)
    assert radicale.requests() == requests
    again.finish()


def test_several_places_are_served_one_after_the_other(kept: Kept, space: WebSpace, radicale: Radicale) -> None:
    first = to(kept, space)
    second = kept.add_delivery(
        DeliveryKind.CALDAV, radicale.new_calendar("second"), feed_id=1, user=radicale_server.USER
    )
    passwords.write(second.uid, radicale_server.PASSWORD)
    elsewhere = kept.add_delivery(DeliveryKind.WEBDAV, space.address + "no.ics", feed_id=1, machine="other")
    space.script["*"] = [Said(500)] * 9  # the first one fails
    kept.keeper.begin()

    kept.until_step(first, OFFLINE)
    kept.until_step(second, DONE)

    assert kept.keeper.state(elsewhere.id).step is DeliveryStep.ELSEWHERE
    assert space.files == {}
