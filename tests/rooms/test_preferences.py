"""The settings, used as a person uses them, on a real plan file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from db import platforms
from db.plan import save_plan
from db.records import Hours
from db.store import Store
from desktop import settings as machine
from desktop.busy_keeper import BusyKeeper
from desktop.feed_keeper import FeedKeeper
from desktop.preferences.page import PreferencesPage
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.field_frame import Editor
from desktop.ui.sliders import DayHoursBar
from tests.rooms.panel_hands import button, click, named, retype, texts
from tests.rooms.preferences_room import LINKEDIN, Room, bar_of, drag, grip, settings_room


@pytest.fixture
def enter(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str], Room]]:
    with settings_room(qtbot, qapp, tmp_path) as entered:
        yield entered


# plan


def test_the_plan_is_changed_field_by_field(enter: Callable[[str], Room]) -> None:
    room = enter("plan")
    retype(room.field("Name"), "Linde am See")
    retype(room.field("Place"), "Freiburg")
    retype(room.field("Website"), "cafe-linde.de", Qt.Key.Key_Return)
    retype(room.field("Time of new posts"), "9:30")
    plan = room.plan
    assert (plan.name, plan.place, plan.website, plan.post_minute) == ("Linde am See", "Freiburg", "cafe-linde.de", 570)
    assert room.steps == 4
    retype(room.field("Name"), "")
    assert room.problem("Name") == "The plan needs a name."
    assert room.plan == plan


def test_zone_and_region_are_chosen_from_lists(enter: Callable[[str], Room]) -> None:
    room = enter("plan")
    zone = room.field("Time zone of the plan")
    zone.setFocus()
    QTest.keyClicks(zone, "Europe/Zurich")
    assert room.plan.zone == "Europe/Zurich"
    region = room.field("Region for public holidays")
    region.setFocus()
    QTest.keyClick(region, Qt.Key.Key_Down)
    assert room.plan.region == "DE-BY"
    room.workspace.edit("move", save_plan, replace(room.plan, region="CH-ZH"))
    assert "Canton for public holidays" in texts(room.page)


def test_working_hours_by_switch_mouse_and_keys(enter: Callable[[str], Room]) -> None:
    room = enter("plan")
    click(named(room.page, "Work on Saturday"))
    assert room.plan.working_hours[5] == Hours(480, 1080)
    bar = bar_of(room, "Hours on Monday", DayHoursBar)
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert room.plan.working_hours[0] == Hours(495, 1080)
    hour = (bar.grip_x(1) - bar.grip_x(0)) / (1080 - 495) * 60
    end = grip(bar, 1)
    drag(bar, end, end - QPoint(round(hour), 0), end - QPoint(round(2 * hour), 0))
    assert room.plan.working_hours[0] == Hours(495, 960)
    assert named(room.page, "8:15–16:00")
    click(named(room.page, "Work on Monday"))
    assert room.plan.working_hours[:1] == (None,)
    click(named(room.page, "Work on Monday"))
    assert room.plan.working_hours[0] == Hours(495, 960)
    assert any(words.startswith("57:45 h altogether.") for words in texts(room.page))
    assert room.steps == 5


def test_the_folder_of_the_plan_is_shown(enter: Callable[[str], Room], monkeypatch: pytest.MonkeyPatch) -> None:
    room = enter("plan")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    click(button(room.page, "Show in folder"))
    assert [Path(url.toLocalFile()) for url in opened] == [room.workspace.store.path.parent]


def test_leaving_the_room_takes_what_is_written(enter: Callable[[str], Room]) -> None:
    room = enter("plan")
    place = room.field("Place")
    place.setFocus()
    QTest.keyClicks(place, "Staufen")
    room.page.hide()
    assert room.plan.place == "Staufen"


def test_a_change_made_elsewhere_is_there_when_the_room_is_entered_again(enter: Callable[[str], Room]) -> None:
    room = enter("plan")
    room.page.hide()
    room.workspace.edit("rename", save_plan, replace(room.plan, name="Café Neu"))
    room.page.show()
    assert "Holds for this plan: “Café Neu”." in texts(room.page)


def test_what_storage_refuses_is_said_and_the_old_value_is_back(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    click(room.row("Linkedin"))
    other = Store.open(room.workspace.store.path)
    other.write(platforms.remove_platform, LINKEDIN)
    other.close()
    retype(room.field("Target per week"), "4:00")
    assert len(room.platforms) == 2
    assert room.rows() == ["Instagram", "Facebook"]
    assert room.toasts() == ["Nothing was changed: this is no longer in the plan."]


# this machine


def test_theme_motion_and_contrast_apply_at_once(enter: Callable[[str], Room], qtbot: QtBot) -> None:
    room = enter("look")
    with qtbot.waitSignal(room.page.look_changed, timeout=1000):
        click(button(room.page, "Dark"))
    assert Settings().value(machine.THEME) == "dark"
    for name, setting in (("Reduce motion", machine.REDUCED_MOTION), ("High contrast", machine.HIGH_CONTRAST)):
        with qtbot.waitSignal(room.page.look_changed, timeout=1000):
            click(named(room.page, name))
        assert Settings().value(setting) is True
    assert room.steps == 0


def test_language_and_text_size_want_a_new_window_that_comes_back_here(
    enter: Callable[[str], Room], qtbot: QtBot
) -> None:
    room = enter("look")
    with qtbot.waitSignal(room.page.rebuild_wanted, timeout=1000):
        click(button(room.page, "English"))
    assert Settings().language() == "en"
    with qtbot.waitSignal(room.page.rebuild_wanted, timeout=1000):
        click(button(room.page, "150 %"))
    assert Settings().value(machine.TEXT_SCALE) == 150
    feeds, busy = FeedKeeper(room.workspace, room.settings), BusyKeeper(room.workspace)
    again = PreferencesPage(room.workspace, room.settings, room.window, feeds=feeds, busy=busy)
    assert button(again, "150 %")


# the room


def test_escape_closes_but_first_puts_back_what_is_being_typed(enter: Callable[[str], Room], qtbot: QtBot) -> None:
    room = enter("plan")
    closed: list[bool] = []
    room.page.closed.connect(lambda: closed.append(True))
    name = room.field("Name")
    assert isinstance(name, Editor)
    name.setFocus()
    QTest.keyClicks(name, "abc")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert (name.text(), closed) == ("Café Lindenhof", [])
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert closed == [True]
    click(named(room.page, "Close the settings"))
    assert closed == [True, True]


def test_arrows_go_from_page_to_page(enter: Callable[[str], Room]) -> None:
    room = enter("plan")
    room.page.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Down)
    assert "Which channels you use, how much time they get and how many posts they shall have." in texts(room.page)
    focused = QApplication.focusWidget()
    assert focused is not None
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or focused, Qt.Key.Key_Down)
    assert "Built on the work of others" in texts(room.page)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_page_scrolls_sideways(enter: Callable[[str], Room], qapp: QApplication, scale: int) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale)
    room = enter("plan")
    room.window.resize(1224, 720)
    room.page.setGeometry(0, 0, 1224, 720)
    for key in ("plan", "platforms", "formats", "campaigns", "team", "days", "look", "about"):
        room.page.show_page(key)
        QApplication.processEvents()
        areas = [area for area in room.page.findChildren(QScrollArea) if area.isVisibleTo(room.page)]
        assert areas
        assert [area.horizontalScrollBar().maximum() for area in areas] == [0] * len(areas), key
    theme.apply(qapp, theme.Mode.LIGHT)
