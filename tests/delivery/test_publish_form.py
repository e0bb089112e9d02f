"""Publishing set up as a user does it: in the settings, with a real Radicale and a keyring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import jobs
from desktop.busy_keeper import BusyKeeper
from desktop.delivery.states import DeliveryStep
from desktop.feed_keeper import FeedKeeper
from desktop.preferences.page import FEEDS, PreferencesPage
from desktop.settings import Settings
from desktop.ui import theme
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store
from tests.delivery.radicale_server import PASSWORD, USER, Radicale
from tests.delivery.ring import Ring
from tests.rooms.panel_hands import button, click, named, retype, texts

PATIENCE_MS = 10_000


class Form:
    """The form for a new place, opened on the page about calendars."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._store = a_store(folder, posts=[a_post("Zimtschnecken", datetime(2026, 11, 26, 12, 15))])
        workspace, settings = Workspace(self._store, lambda: NOW), Settings()
        self.keeper = FeedKeeper(workspace, settings)
        self.window = QWidget()
        self.window.resize(1384, 1400)
        busy = BusyKeeper(workspace)
        self._room = PreferencesPage(workspace, settings, self.window, feeds=self.keeper, busy=busy)
        self._room.setGeometry(0, 0, 1384, 1400)
        self._room.show_page(FEEDS)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.keeper.begin()
        click(button(self.window, "Add …"))

    def fill(self, address: str) -> None:
        """Write where an online calendar is, and who asks."""
        click(button(self.window, "Online calendar"))
        retype(named(self.window, "Address of the calendar, or of the server"), address)
        retype(named(self.window, "User"), USER)
        field = named(self.window, "Password")
        click(field)
        QGuiApplication.clipboard().setText(PASSWORD)
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))

    def press(self, name: str, then: str) -> None:
        """Press a button and wait for what is said."""
        click(button(self.window, name))
        self._qtbot.waitUntil(lambda: then in texts(self.window), timeout=PATIENCE_MS)

    def close(self) -> None:
        """Leave nothing behind."""
        self._room.finish()
        self.keeper.finish()
        jobs.finish_all()
        QApplication.processEvents()
        self.window.close()
        self.window.deleteLater()
        self._store.close()


@pytest.fixture
def form(tmp_path: Path, qtbot: QtBot, qapp: QApplication, ring: Ring) -> Iterator[Form]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = Form(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A server without any calendar."""
    with Radicale(tmp_path_factory.mktemp("empty")) as server:
        yield server


def test_a_calendar_is_made_on_the_server_and_filled(form: Form, empty: Radicale, qtbot: QtBot, ring: Ring) -> None:
    form.fill(empty.address)
    form.press("Test", "The server answers, but has no calendar yet.")
    form.press("Make a new one there", "The server answers, the calendar is there.")
    click(button(form.window, "Publish"))
    (delivery,) = form.keeper.deliveries()
    assert delivery.address.startswith(f"{empty.address}{USER}/wochenwerk-")
    qtbot.waitUntil(lambda: form.keeper.state(delivery.id).step is DeliveryStep.DONE, timeout=PATIENCE_MS)
    (text,) = empty.files(delivery.address.rstrip("/").rpartition("/")[2]).values()
    assert "Zimtschnecken" in text
    assert ring.get_password("Wochenwerk", delivery.uid) == PASSWORD
