"""The form for a place on the internet, without a server."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.feed_records import Delivery, DeliveryKind, Feed
from desktop.preferences.feeds.publish_popover import PublishPopover
from desktop.ui import theme
from tests.rooms.panel_hands import button, click, named, retype, texts

PLACE = Delivery(1, "a", DeliveryKind.WEBDAV, "https://cafe.example/woche.ics", feed_id=1, user="anna")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_known_password_is_not_told_to_another_server(window: QWidget, qtbot: QtBot) -> None:
    form = PublishPopover(window, PLACE, [Feed(1, "f", "Alles", "woche.ics", "t")], has_password=True)
    form.open_at(QRect(window.mapToGlobal(QPoint(500, 40)), QSize(20, 20)))
    accepted = QSignalSpy(form.accepted)

    retype(named(form, "Address of the file"), "https://other.example/woche.ics")
    click(button(form, "Apply"))
    assert accepted.count() == 0
    assert "This is another server. Type the password that holds there." in texts(form)

    retype(named(form, "Address of the file"), "https://cafe.example/anders.ics")
    click(button(form, "Apply"))
    assert accepted.count() == 1
    assert accepted.at(0)[0].address == "https://cafe.example/anders.ics"
