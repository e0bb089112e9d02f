"""Publishing from the settings: the form, real servers behind it, and the look at the public address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.feed_records import Delivery, DeliveryKind
from db.feeds import load_deliveries, load_feeds
from desktop import feed_keeper, jobs
from desktop.busy_keeper import BusyKeeper
from desktop.delivery.states import DeliveryStep
from desktop.feed_keeper import FeedKeeper
from desktop.preferences.feeds.page import FeedsPage
from desktop.preferences.feeds.publish_popover import PublishPopover
from desktop.preferences.feeds.qr_popover import QrCode, modules
from desktop.preferences.page import FEEDS, PreferencesPage
from desktop.settings import Settings
from desktop.ui import theme
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store
from tests.delivery.radicale_server import PASSWORD, USER, Radicale
from tests.delivery.ring import Ring
from tests.delivery.web_space import PASSWORD as SPACE_PASSWORD
from tests.delivery.web_space import USER as SPACE_USER
from tests.delivery.web_space import WebSpace
from tests.rooms.panel_hands import button, choose, click, named, texts

PATIENCE_MS = 10_000


class Desk:
    """The page about feeds in a window, with its keeper at work."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.store = a_store(folder, posts=[a_post("Zimtschnecken", datetime(2026, 11, 26, 12, 15))])
        self.workspace = Workspace(self.store, lambda: NOW)
        settings = Settings()
        self.keeper = FeedKeeper(self.workspace, settings)
        self.window = QWidget()
        self.window.resize(1384, 1400)
        busy = BusyKeeper(self.workspace)
        self.room = PreferencesPage(self.workspace, settings, self.window, feeds=self.keeper, busy=busy)
        self.room.setGeometry(0, 0, 1384, 1400)
        self.room.show_page(FEEDS)
        self.window.show()
        self.keeper.begin()

    @property
    def page(self) -> FeedsPage:
        """Who fills the page."""
        return self.room._feeds_page()

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """What is stored."""
        return self.workspace.read(load_deliveries)

    def form(self, kind: DeliveryKind, address: str, public: str = "", password: str = PASSWORD) -> PublishPopover:
        """The form for a new place, filled in."""
        click(button(self.page.view.publishing, "Add …"))
        form = self.window.findChildren(PublishPopover)[-1]
        form.kind._segments[kind.value].click()
        for field, text in ((form.address, address), (form.public, public)):
            field.editor.setText(text)
            field.editor.setModified(True)
        form.user.editor.setText(USER)
        form.password.editor.setText(password)
        return form

    def tested(self, form: PublishPopover) -> str:
        """What the test of the form says."""
        form.test.click()
        self.qtbot.waitUntil(form.test.isEnabled, timeout=PATIENCE_MS)
        return form._state.text

    def until(self, step: DeliveryStep) -> None:
        """Wait until the only delivery stands so."""
        self.qtbot.waitUntil(lambda: self.keeper.state(self.deliveries[0].id).step is step, timeout=PATIENCE_MS)

    def close(self) -> None:
        """Leave nothing behind."""
        self.room.finish()
        self.keeper.finish()
        jobs.finish_all()
        QApplication.processEvents()
        self.window.close()
        self.window.deleteLater()
        self.store.close()


@pytest.fixture
def desk(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setattr(feed_keeper, "PUBLISH_AFTER", timedelta(milliseconds=100))
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = Desk(tmp_path, qtbot)
    yield made
    made.close()


def test_an_online_calendar_is_found_chosen_and_filled(desk: Desk, radicale: Radicale, ring: Ring) -> None:
    place = radicale.new_calendar("seite")
    form = desk.form(DeliveryKind.CALDAV, place)
    assert "the calendar is there" in desk.tested(form)
    assert place.rstrip("/") in {key.rstrip("/") for key in form.calendars.keys}

    form.accept.click()

    assert len(desk.workspace.read(load_feeds)) == 5, "the proposals come to be with it"
    assert desk.workspace.undo_stack.count() == 1
    desk.until(DeliveryStep.DONE)
    assert any("Zimtschnecken" in text for text in radicale.files("seite").values())
    assert ring.get_password("Wochenwerk", desk.deliveries[0].uid) == PASSWORD
    assert PASSWORD not in str(desk.deliveries)


def test_a_new_online_calendar_is_made(desk: Desk, radicale: Radicale) -> None:
    form = desk.form(DeliveryKind.CALDAV, radicale.address)
    desk.tested(form)
    form.make.click()
    desk.qtbot.waitUntil(form.make.isEnabled, timeout=PATIENCE_MS)
    made = form.address.value or ""
    assert made.startswith(f"{radicale.address}{USER}/")
    assert form.calendars.value == made
    form.accept.click()
    desk.until(DeliveryStep.DONE)
    assert desk.deliveries[0].address == made


def test_a_place_is_changed_without_asking_for_the_password_again(desk: Desk, ring: Ring) -> None:
    with WebSpace(login="Basic") as space:
        address = f"http://127.0.0.1:{space.port}/plan.ics"
        form = desk.form(DeliveryKind.WEBDAV, address)
        for field, text in ((form.user, SPACE_USER), (form.password, SPACE_PASSWORD)):
            field.editor.setText(text)
        form.accept.click()
        desk.until(DeliveryStep.DONE)

        named(desk.page.view.publishing, "More for 127.0.0.1").click()  # type: ignore[attr-defined]
        choose("Change …")
        form = desk.window.findChildren(PublishPopover)[-1]
        assert not form.kind.isEnabled()
        assert form.password.value == ""
        form.public.editor.setText("cafe-lindenhof.example/plan.ics")
        form.public.editor.setModified(True)
        form.accept.click()

        assert desk.deliveries[0].public_address == "https://cafe-lindenhof.example/plan.ics"
        assert ring.get_password("Wochenwerk", desk.deliveries[0].uid) == SPACE_PASSWORD
        desk.until(DeliveryStep.DONE)
        click(button(desk.page.view.publishing, "QR code"))
        (code,) = desk.window.findChildren(QrCode)
        assert code.isVisible()
        assert code.accessibleName().endswith("cafe-lindenhof.example/plan.ics")


def test_a_wrong_password_is_said_before_anything_is_kept(desk: Desk, radicale: Radicale) -> None:
    form = desk.form(DeliveryKind.CALDAV, radicale.new_calendar("falsch"), password="falsch")  # noqa: S106
    assert desk.tested(form).startswith("The server does not take this name and password.")
    assert desk.deliveries == ()
    form.dismiss()


def test_the_keyboard_comes_back_after_the_test(desk: Desk, radicale: Radicale) -> None:
    form = desk.form(DeliveryKind.CALDAV, radicale.address)
    form.test.setFocus()
    desk.tested(form)
    assert form.test.hasFocus()
    form.dismiss()


def test_a_password_that_is_not_there_is_not_said_to_be(desk: Desk, ring: Ring) -> None:
    with WebSpace(login="Basic") as space:
        desk.form(DeliveryKind.WEBDAV, f"http://127.0.0.1:{space.port}/plan.ics", password="").accept.click()
        desk.until(DeliveryStep.REFUSED)
        for said in ("", "in the keyring"):
            named(desk.page.view.publishing, "More for 127.0.0.1").click()  # type: ignore[attr-defined]
            choose("Change …")
            form = desk.window.findChildren(PublishPopover)[-1]
            assert form.password.editor.placeholderText() == said
            for field, text in ((form.user, SPACE_USER), (form.password, SPACE_PASSWORD)):
                field.editor.setText(text)
            form.accept.click()
            desk.until(DeliveryStep.DONE)


def test_a_server_on_this_computer_has_a_short_name(desk: Desk) -> None:
    form = desk.form(DeliveryKind.CALDAV, "http://localhost:5232/")
    form.address.commit()
    assert not form.address.problem
    form.dismiss()


def test_an_address_is_needed(desk: Desk) -> None:
    form = desk.form(DeliveryKind.WEBDAV, "")
    accepted = QSignalSpy(form.accepted)
    form.accept.click()
    assert form.address.problem == "An address is needed."
    assert accepted.count() == 0
    form.dismiss()


def test_a_folder_of_the_web_space_gets_a_name_that_nobody_guesses(desk: Desk) -> None:
    with WebSpace() as space:
        form = desk.form(DeliveryKind.WEBDAV, f"http://127.0.0.1:{space.port}/")
        assert desk.tested(form) == "The server answers and knows you."
        form.accept.click()
        desk.until(DeliveryStep.DONE)
        (path,) = space.files
        assert len(path) == len("/012345abcdef.ics")
        assert b"Zimtschnecken" in space.files[path]


def test_a_published_address_is_looked_at(desk: Desk) -> None:
    with WebSpace() as space:
        address = f"http://127.0.0.1:{space.port}/plan.ics"
        desk.form(DeliveryKind.WEBDAV, address, public=address).accept.click()
        desk.until(DeliveryStep.DONE)
        click(button(desk.page.view.publishing, "Check"))
        desk.qtbot.waitUntil(
            lambda: "Exactly your plan lies there." in texts(desk.page.view.publishing), timeout=PATIENCE_MS
        )
        said = texts(desk.page.view.publishing)
        assert "The address is one of this computer, which nobody else reaches." in said
        assert "Cannot be seen in: new Outlook, Google Calendar" in said


def test_a_place_goes_with_its_password(desk: Desk, ring: Ring) -> None:
    with WebSpace() as space:
        desk.form(DeliveryKind.WEBDAV, f"http://127.0.0.1:{space.port}/plan.ics").accept.click()
        desk.until(DeliveryStep.DONE)
        uid = desk.deliveries[0].uid
        named(desk.page.view.publishing, "More for 127.0.0.1").click()  # type: ignore[attr-defined]
        choose("Remove")
        assert desk.deliveries == ()
        desk.qtbot.waitUntil(lambda: ring.get_password("Wochenwerk", uid) is None, timeout=PATIENCE_MS)
        assert "/plan.ics" in space.files, "what was published stays"

        desk.workspace.undo_stack.undo()

        desk.qtbot.waitUntil(lambda: ring.get_password("Wochenwerk", uid) == PASSWORD, timeout=PATIENCE_MS)


def test_switching_a_place_off_is_one_step(desk: Desk) -> None:
    with WebSpace() as space:
        desk.form(DeliveryKind.WEBDAV, f"http://127.0.0.1:{space.port}/plan.ics").accept.click()
        desk.until(DeliveryStep.DONE)
        click(named(desk.page.view.publishing, "Publish to 127.0.0.1"))
        assert not desk.deliveries[0].is_active
        assert "Switched off" in texts(desk.page.view.publishing)


def test_the_code_of_an_address_is_square_and_shown(qtbot: QtBot) -> None:
    rows = modules("https://cafe-lindenhof.example/x7f3.ics")
    assert all(len(row) == len(rows) for row in rows)
    code = QrCode("https://cafe-lindenhof.example/x7f3.ics")
    qtbot.addWidget(code)
    code.resize(code.sizeHint())
    image = code.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in (image.height() // 2,)}
    assert {"#000000", "#ffffff"} <= colours
