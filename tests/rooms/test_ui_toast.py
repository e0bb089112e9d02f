"""Messages at the bottom of a page: time, actions, keyboard, place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.controls import Button
from desktop.ui.toast import Toasts


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    theme.apply(qapp, theme.Mode.LIGHT)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    theme.apply(qapp, theme.Mode.LIGHT)


def nothing() -> None:
    """Do nothing."""


def test_a_message_goes_away_by_itself(page: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(page, stay=150)
    toast = toasts.say("„Black Coffee“ auf <b>Fr 27.11., 13:30</b> verschoben")
    assert toast.isVisible()
    assert toast.plain == "„Black Coffee“ auf Fr 27.11., 13:30 verschoben"
    qtbot.waitUntil(lambda: toasts.shown == ())


def test_the_focus_holds_the_time(page: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(page, stay=400)
    held = toasts.say("Beitrag verschoben", [("Rückgängig", nothing, "Strg Z")])
    assert toasts.take_focus()
    assert toasts.has_focus()
    other = Toasts(page, stay=100)
    other.say("kürzer")
    qtbot.waitUntil(lambda: other.shown == ())
    before = held.share_left
    later = Toasts(page, stay=200)
    later.say("länger")
    qtbot.waitUntil(lambda: later.shown == ())
    assert held.share_left == before
    held.buttons[0].clearFocus()
    qtbot.waitUntil(lambda: toasts.shown == ())


def test_the_pointer_holds_the_time(page: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(page, stay=100)
    toast = toasts.say("Beitrag verschoben")
    spot = QPoint(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(spot, spot, toast.mapToGlobal(spot)))
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    other = Toasts(page, stay=200)
    other.say("länger")
    qtbot.waitUntil(lambda: other.shown == ())
    assert toasts.shown == (toast,)
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: toasts.shown == ())


def test_an_action_is_done_and_the_message_leaves(page: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    toasts = Toasts(page)
    toast = toasts.say(
        "Beitrag verschoben",
        [("Rückgängig", lambda: done.append("undo"), "Strg Z"), ("Nächste Woche", lambda: done.append("next"), "")],
    )
    QTest.mouseClick(toast.buttons[1], Qt.MouseButton.LeftButton)
    assert done == ["next"]
    assert toasts.shown == ()


def test_escape_and_the_cross_close_a_message_and_the_focus_goes_back(page: QWidget, qtbot: QtBot) -> None:
    before = Button("Woche", parent=page)
    before.show()
    before.setFocus()
    toasts = Toasts(page)
    toasts.say("Beitrag verschoben", [("Rückgängig", nothing, "")])
    toasts.take_focus()
    QTest.keyClick(toasts.shown[0].buttons[0], Qt.Key.Key_Escape)
    assert toasts.shown == ()
    assert before.hasFocus()
    toast = toasts.say("Beitrag verschoben")
    QTest.mouseClick(toast.closer, Qt.MouseButton.LeftButton)
    assert toasts.shown == ()
    assert not toasts.take_focus()


def test_there_are_two_at_most_and_errors_stay_longest(page: QWidget) -> None:
    toasts = Toasts(page)
    error = toasts.fail("<b>Datei nicht geschrieben.</b> Der Ordner fehlt.", [("Ordner wählen …", nothing, "")])
    toasts.say("eins")
    last = toasts.say("zwei")
    assert toasts.shown == (error, last)
    assert error.share_left == 0


def test_the_newest_lies_lowest_above_what_covers_the_page(page: QWidget) -> None:
    toasts = Toasts(page)
    toasts.bottom_inset = 112
    older, newer = toasts.say("eins"), toasts.say("zwei")
    assert newer.geometry().bottom() + 1 == page.height() - 112 - 16
    assert older.geometry().bottom() + 1 == newer.geometry().top() - 10
    assert abs(newer.geometry().center().x() - page.rect().center().x()) <= 1
    assert newer.height() == 44


def test_messages_follow_the_size_of_the_page(page: QWidget) -> None:
    toasts = Toasts(page)
    toast = toasts.say("Beitrag verschoben")
    page.resize(700, 400)
    assert toast.geometry().bottom() + 1 == 400 - 16


def test_a_long_message_breaks_instead_of_leaving_the_page(page: QWidget) -> None:
    page.resize(400, 400)
    toasts = Toasts(page)
    toast = toasts.say("Beitrag „Adventsfrühstück: Reservierung offen“ auf <b>So 29.11., 9:00</b> verschoben. " * 2)
    assert toast.width() <= 400
    assert toast.height() > 44


def test_a_click_beside_a_message_reaches_the_page(page: QWidget) -> None:
    toasts = Toasts(page)
    toast = toasts.say("Beitrag verschoben")
    assert page.childAt(toast.geometry().topLeft() + QPoint(-4, 10)) is None


def test_without_motion_a_message_stays(page: QWidget, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    toasts, other = Toasts(page, stay=50), Toasts(page, stay=50)
    toast = toasts.say("Beitrag verschoben")
    theme.apply(qapp, theme.Mode.LIGHT)
    other.say("kurz")
    qtbot.waitUntil(lambda: other.shown == ())
    assert toasts.shown == (toast,)
