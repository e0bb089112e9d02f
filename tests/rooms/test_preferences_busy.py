"""The page about other calendars: added, followed, fetched, renamed, hidden, removed, and how each one stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db.busy import load_busy_calendars
from db.feed_records import BusyCalendar, BusySource
from desktop.preferences import page as pages
from desktop.preferences.busy.view import BusyView
from desktop.ui.state_line import StateLine
from tests.delivery.shop import Shop, open_shop
from tests.rooms.panel_hands import named
from tests.rooms.preferences_room import Room, settings_room

shop = open_shop

FILE = """\
BEGIN:VCALENDAR
X-WR-CALNAME:Privat
BEGIN:VEVENT
UID:a
SUMMARY:Zahnarzt
DTSTART;TZID=Mars/Base:20261124T090000
DURATION:PT1H
END:VEVENT
BEGIN:VEVENT
UID:b
END:VEVENT
END:VCALENDAR
"""


@contextmanager
def entered(qtbot: QtBot, app: QApplication, folder: Path) -> Iterator[Room]:
    with settings_room(qtbot, app, folder) as enter:
        room = enter(pages.BUSY)
        room.page._busy.begin()
        try:
            yield room
        finally:
            room.page._busy.finish()


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    with entered(qtbot, qapp, tmp_path) as room:
        yield room


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "privat.ics"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Answer the next question for a file."""

    def answer(path: Path | None) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path or ""), ""))

    return answer


def stored(room: Room) -> tuple[BusyCalendar, ...]:
    return room.workspace.read(load_busy_calendars)


def press(room: Room, name: str) -> None:
    """Press the one button in sight that is called so."""
    view = room.page.findChild(BusyView)
    assert view is not None
    found = [
        each for each in view.findChildren(QAbstractButton) if each.accessibleName() == name or each.text() == name
    ]
    (button,) = [each for each in found if each.isVisibleTo(view)]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(room: Room) -> list[str]:
    """What the state lines in sight say."""
    QApplication.processEvents()  # what was just made is shown with the next events
    view = room.page.findChild(BusyView)
    assert view is not None
    return [each.text for each in view.findChildren(StateLine) if each.isVisibleTo(view) and each.text]


def add(room: Room, qtbot: QtBot, choose: Callable[[Path | None], None], path: Path, button: str) -> None:
    choose(path)
    before = len(stored(room))
    press(room, button)
    qtbot.waitUntil(lambda: len(stored(room)) > before and room.page._busy._job is None)


@pytest.mark.parametrize(
    ("button", "source"), [("Copy a file …", BusySource.FILE), ("Follow a file …", BusySource.WATCHED)]
)
def test_a_file_is_added(
    room: Room,
    qtbot: QtBot,
    choose: Callable[[Path | None], None],
    file: Path,
    button: str,
    source: BusySource,
) -> None:
    add(room, qtbot, choose, file, button)
    (calendar,) = stored(room)
    assert (calendar.name, calendar.source, calendar.address) == ("Privat", source, str(file))
    assert room.toasts() == ["“Privat” lies behind the week now"]
    assert lines(room) == [
        "1 busy time(s)" if source is BusySource.FILE else "Read just now",
        "1 event(s) without a time left out.",
        "Unknown time zone “Mars/Base”: its times are taken for those of the plan.",
    ]


def test_the_keyboard_comes_back_after_adding(
    room: Room, qtbot: QtBot, choose: Callable[[Path | None], None], file: Path
) -> None:
    add(room, qtbot, choose, file, "Copy a file …")
    view = room.page.findChild(BusyView)
    assert view is not None
    view.add_watched.setFocus()
    add(room, qtbot, choose, file, "Follow a file …")
    assert view.add_watched.hasFocus()


def test_tab_goes_from_the_calendars_to_the_ways_to_add_one(
    room: Room, qtbot: QtBot, choose: Callable[[Path | None], None], file: Path
) -> None:
    add(room, qtbot, choose, file, "Copy a file …")
    named(room.page, "Remove “Privat”").setFocus()
    QTest.keyClick(room.page, Qt.Key.Key_Tab)
    view = room.page.findChild(BusyView)
    assert view is not None
    assert view.add_file.hasFocus()
    for _ in range(3):
        QTest.keyClick(room.page, Qt.Key.Key_Tab)
    assert view.add_address.hasFocus()
    QTest.keyClick(room.page, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert not view.isAncestorOf(now)


def test_nothing_is_added_when_no_file_is_chosen(room: Room, choose: Callable[[Path | None], None]) -> None:
    choose(None)
    press(room, "Copy a file …")
    assert stored(room) == ()
    assert not room.page._busy.is_adding


def test_what_cannot_be_read_is_said(
    room: Room, qtbot: QtBot, choose: Callable[[Path | None], None], tmp_path: Path
) -> None:
    (tmp_path / "photo.ics").write_bytes(b"GIF89a")
    choose(tmp_path / "photo.ics")
    press(room, "Copy a file …")
    qtbot.waitUntil(lambda: bool(room.toasts()))
    assert room.toasts() == [
        "photo.ics was not added: That is no calendar. Have the other program save an .ics file, or take its address."
    ]
    qtbot.waitUntil(lambda: room.page._busy._job is None)


def test_an_address_is_fetched_when_the_button_is_pressed(room: Room, qtbot: QtBot, shop: Shop) -> None:
    shop.ways["/secret-1234/a.ics"] = lambda asked: asked.answer(FILE.encode())
    field = named(room.page, "Address")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, shop.at("/secret-1234/a.ics"))
    assert shop.asked == []
    press(room, "Fetch")
    qtbot.waitUntil(lambda: len(stored(room)) == 1 and room.page._busy._job is None)
    assert field.text() == ""
    QTest.keyClicks(field, shop.at("/nothing.ics"))
    shop.ways["/nothing.ics"] = lambda asked: asked.answer(b"", 404)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("There is nothing at this address" in each for each in room.toasts()))
    qtbot.waitUntil(lambda: room.page._busy._job is None)
    assert field.text() != ""
    press(room, "Fetch “Privat” again")
    qtbot.waitUntil(lambda: shop.asked.count("/secret-1234/a.ics") == 2 and room.page._busy._job is None)


def test_a_broken_address_is_not_asked(room: Room) -> None:
    field = named(room.page, "Address")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "https://no where")
    press(room, "Fetch")
    assert not room.page._busy.is_adding
    assert room.problem("Address")


def test_one_is_renamed_hidden_and_removed_and_all_comes_back(
    room: Room, qtbot: QtBot, choose: Callable[[Path | None], None], file: Path
) -> None:
    add(room, qtbot, choose, file, "Copy a file …")
    name = named(room.page, "Name of the calendar")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    QTest.keyClicks(name, "Meins")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert stored(room)[0].name == "Meins"
    press(room, "Show “Meins” in the week")
    assert not stored(room)[0].is_shown
    press(room, "Remove “Meins”")
    assert stored(room) == ()
    assert "“Meins” removed" in room.toasts()
    room.workspace.undo_stack.undo()
    room.workspace.undo_stack.undo()
    assert [(each.name, each.is_shown) for each in stored(room)] == [("Meins", True)]
    assert room.steps == 4


def test_a_name_cannot_be_taken_away(
    room: Room, qtbot: QtBot, choose: Callable[[Path | None], None], file: Path
) -> None:
    add(room, qtbot, choose, file, "Copy a file …")
    name = named(room.page, "Name of the calendar")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == stored(room)[0].name == "Privat"


def test_a_followed_file_that_goes_is_said(
    room: Room, qtbot: QtBot, choose: Callable[[Path | None], None], file: Path
) -> None:
    add(room, qtbot, choose, file, "Follow a file …")
    file.unlink()
    qtbot.waitUntil(lambda: any("The file is not there." in line for line in lines(room)))
    qtbot.waitUntil(lambda: room.page._busy._job is None)
