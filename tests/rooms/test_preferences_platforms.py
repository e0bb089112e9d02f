"""The page of the platforms, used as a person uses it, on a real plan file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import platforms
from db.records import DEFAULT_WEIGHTS, ByActivity, Changes, PlatformKind, Week, WeekOverride
from db.store import Store
from desktop.preferences.account_popover import AccountPopover
from desktop.preferences.override_popover import OverridePopover
from desktop.ui.field_frame import Editor
from desktop.ui.sliders import RangeSlider, SplitBar
from tests.builders import a_post
from tests.rooms.panel_hands import button, choose, click, named, open_menu, retype, texts
from tests.rooms.preferences_room import FACEBOOK, INSTAGRAM, LINKEDIN, Room, bar_of, drag, grip, settings_room


@pytest.fixture
def enter(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str], Room]]:
    with settings_room(qtbot, qapp, tmp_path) as entered:
        yield entered


def test_a_target_is_stored_at_once_and_undo_puts_it_back(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    retype(room.field("Target per week"), "4:30")
    assert room.platform(INSTAGRAM).target == 270
    assert room.steps == 1
    assert "16:30 h" in texts(room.page)
    room.row("Instagram").setFocus()
    QTest.keyClick(room.row("Instagram"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.platform(INSTAGRAM).target == 360
    target = room.field("Target per week")
    assert isinstance(target, Editor)
    assert target.text() == "6:00 h"
    assert "18:00 h" in texts(room.page)


def test_nonsense_in_a_field_is_named_and_not_stored(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    retype(room.field("Target per week"), "viel")
    assert room.problem("Target per week")
    retype(room.field("Name"), "")
    assert room.problem("Name") == "The platform needs a name."
    retype(room.field("Name"), "facebook")
    assert room.problem("Name") == "Another platform has this name."
    retype(room.field("Address to open"), "instagram,com/cafe")
    assert room.problem("Address to open") == "Check the address: comma instead of full stop"
    assert room.platform(INSTAGRAM).name == "Instagram"
    assert room.steps == 0


def test_the_cap_is_never_below_the_target(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    retype(room.field("Cap"), "5:00")
    assert room.problem("Cap") == "The cap cannot be below the target."
    assert room.steps == 0
    retype(room.field("Cap"), "8:00")
    assert room.platform(INSTAGRAM).cap == 480
    retype(room.field("Target per week"), "7:00")
    assert room.platform(INSTAGRAM).cap == 480
    retype(room.field("Target per week"), "9:00")
    assert (room.platform(INSTAGRAM).target, room.platform(INSTAGRAM).cap) == (540, None)
    cap = room.field("Cap")
    assert isinstance(cap, Editor)
    assert cap.text() == "9:00 h"
    retype(cap, "9:00 h")
    assert room.platform(INSTAGRAM).cap is None


def test_alt_and_arrows_change_the_order(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    row = room.row("Instagram")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in room.platforms] == [FACEBOOK, INSTAGRAM, LINKEDIN]
    assert room.rows() == ["Facebook", "Instagram", "Linkedin"]
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in room.platforms] == [FACEBOOK, LINKEDIN, INSTAGRAM]
    assert room.steps == 2
    room.workspace.undo_stack.undo()
    assert room.rows() == ["Facebook", "Instagram", "Linkedin"]


def test_the_grip_drags_a_row_to_its_place(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    row = room.row("Linkedin")
    start = QPoint(14, row.height() // 2)
    up = [start - QPoint(0, step) for step in (20, 60)]
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(row, left, pos=start)
    QTest.mouseMove(row, up[0])
    QTest.mouseMove(row, start - QPoint(0, 2 * row.height()))
    QTest.mouseMove(row, start)
    assert room.rows()[0] == "Linkedin"
    assert room.steps == 0
    QTest.mouseRelease(row, left, pos=start)
    assert [each.id for each in room.platforms] == [LINKEDIN, INSTAGRAM, FACEBOOK]
    assert room.steps == 1


def test_escape_puts_a_dragged_row_back(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    row = room.row("Linkedin")
    start = QPoint(14, row.height() // 2)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(row, start - QPoint(0, 20))
    QTest.mouseMove(row, start - QPoint(0, 2 * row.height()))
    QTest.keyClick(row, Qt.Key.Key_Escape)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=start)
    assert room.rows() == ["Instagram", "Facebook", "Linkedin"]
    assert room.steps == 0


def test_arrows_and_clicks_choose_whose_details_are_shown(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    row = room.row("Instagram")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down)
    name = room.field("Name")
    assert isinstance(name, Editor)
    assert name.text() == "Facebook"
    assert room.row("Facebook").hasFocus()
    click(room.row("Linkedin"))
    assert name.text() == "Linkedin"
    assert room.steps == 0


def test_a_name_that_is_being_typed_belongs_to_the_platform_it_was_typed_for(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    name = room.field("Name")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, " Laden")
    click(room.row("Facebook"))
    assert [each.name for each in room.platforms] == ["Instagram Laden", "Facebook", "Linkedin"]


def test_a_new_platform_comes_from_the_menu(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    click(button(room.page, "Platform …"))
    names = [action.text() for action in open_menu().actions() if action.text()]
    assert len(names) == len(PlatformKind)
    choose("TikTok")
    new = room.platforms[-1]
    assert (new.kind, new.key, new.name, new.target) == (PlatformKind.TIKTOK, "tiktok", "TikTok", 360)
    assert room.window.focusWidget() is room.field("Name")  # the platform of the tests has no window manager


def test_a_second_account_has_its_own_name_and_key(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    click(button(room.page, "Second account …"))
    popover = room.window.findChild(AccountPopover)
    assert isinstance(popover, AccountPopover)
    assert popover.name.value == "Instagram 2"
    retype(popover.handle.editor, "@lindenhof_backstube", Qt.Key.Key_Return)
    new = room.platforms[-1]
    assert (new.kind, new.key, new.name) == (PlatformKind.INSTAGRAM, "instagram-2", "Instagram 2")
    assert new.handle == "lindenhof_backstube"
    assert room.steps == 1
    assert "@lindenhof_backstube" in room.row("Instagram 2").accessibleName()


def test_a_platform_in_use_is_not_deleted_but_can_be_hidden(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    click(named(room.page, "More"))
    choose("Delete")
    assert len(room.platforms) == 3
    assert any("is kept. Hide it instead." in words for words in room.toasts())
    click(button(room.page, "Hide"))
    assert not room.platform(INSTAGRAM).is_active
    assert room.rows() == ["Facebook", "Linkedin", "Instagram"]
    assert "12:00 h" in texts(room.page)


def test_an_unused_platform_is_deleted_and_comes_back(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    click(room.row("Linkedin"))
    click(named(room.page, "More"))
    choose("Delete")
    assert [each.id for each in room.platforms] == [INSTAGRAM, FACEBOOK]
    click(button(room.page, "Undo"))
    assert [each.id for each in room.platforms] == [INSTAGRAM, FACEBOOK, LINKEDIN]


def test_the_last_platform_stays_in_the_week(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    for name in ("Instagram", "Facebook"):
        click(room.row(name))
        click(named(room.page, "Show in the week"))
    click(room.row("Linkedin"))
    switch = named(room.page, "Show in the week")
    click(switch)
    assert [each.is_active for each in room.platforms] == [False, False, True]
    assert isinstance(switch, QAbstractButton)
    assert switch.isChecked()
    assert any("At least one platform" in words for words in room.toasts())


def test_a_grip_of_the_split_moves_only_its_neighbours(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    bar = bar_of(room, "Split over the activities", SplitBar)
    start = grip(bar, 0)
    drag(bar, start, start + QPoint(bar.width() // 20, 0), start + QPoint(round(bar.width() / 10), 0))
    assert room.platform(INSTAGRAM).weights == ByActivity(30, 30, 25, 15)
    assert room.steps == 1
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert room.platform(INSTAGRAM).weights == ByActivity(29, 31, 25, 15)
    click(button(room.page, "Reset to 20 / 40 / 25 / 15"))
    assert room.platform(INSTAGRAM).weights == DEFAULT_WEIGHTS


def test_a_typed_share_takes_from_the_next_activity(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    retype(room.field("Planning"), "50")
    assert room.platform(INSTAGRAM).weights == ByActivity(50, 10, 25, 15)
    assert {"3:00 h", "0:36 h"} <= texts(room.page)
    retype(room.field("Monitoring"), "150 %")
    assert room.problem("Monitoring") == "Write a number from 0 to 100."
    assert room.steps == 1


def test_the_corridor_is_set_by_key_and_mouse(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    slider = bar_of(room, "Posts per week", RangeSlider)
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert room.platform(INSTAGRAM).corridor == (4, 7)
    end = grip(slider, 1)
    step = (slider.grip_x(1) - slider.grip_x(0)) / 3
    drag(slider, end, end + QPoint(round(step), 0), end + QPoint(round(2 * step), 0))
    assert room.platform(INSTAGRAM).corridor == (4, 9)
    assert "4 to 9" in texts(room.page)


def test_a_week_gets_other_values_that_can_be_changed_and_removed(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    click(named(room.page, "Give a week other values"))
    popover = room.window.findChild(OverridePopover)
    assert isinstance(popover, OverridePopover)
    retype(popover.week.editor, "51")
    retype(popover.target.editor, "8:00")
    retype(popover.cap.editor, "9:00")
    retype(popover.note.editor, "Weihnachten", Qt.Key.Key_Return)
    (stored,) = room.overrides
    assert replace(stored, id=0) == WeekOverride(0, INSTAGRAM, Week(2026, 51), 480, 540, "Weihnachten")
    click(named(room.page, "Change Week 51 2026"))
    popover = room.window.findChildren(OverridePopover)[-1]
    retype(popover.target.editor, "10:00")
    assert popover.cap.value == 600
    retype(popover.cap.editor, "2:00")
    click(popover.accept)
    assert popover.cap.problem == "The cap cannot be below the target."
    retype(popover.cap.editor, "10:00")
    click(popover.accept)
    assert [(each.id, each.target, each.cap) for each in room.overrides] == [(stored.id, 600, None)]
    click(named(room.page, "Remove the values of Week 51 2026"))
    assert room.overrides == ()
    assert room.steps == 3
    room.workspace.undo_stack.undo()
    assert named(room.page, "Remove the values of Week 51 2026")


def test_what_another_program_writes_appears_without_taking_the_keyboard(
    enter: Callable[[str], Room], qtbot: QtBot
) -> None:
    room = enter("platforms")
    name = room.field("Name")
    assert isinstance(name, Editor)
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, " L")
    other = Store.open(room.workspace.store.path)
    other.write(platforms.put_platform, replace(room.platform(INSTAGRAM), target=120))
    other.close()
    with qtbot.waitSignal(room.workspace.reloaded):
        room.workspace.notice_outside()
    assert name.hasFocus()
    assert name.text() == "Instagram L"
    target = room.field("Target per week")
    assert isinstance(target, Editor)
    assert target.text() == "2:00 h"


def test_posts_of_this_month_are_counted(enter: Callable[[str], Room]) -> None:
    room = enter("platforms")
    post = a_post("Suppe", datetime(2026, 11, 3, 9, 0))
    room.workspace.put("more", Changes(posts=(post, a_post("Advent", datetime(2026, 12, 1, 9, 0)))))
    assert any(
        each.accessibleName() == "Key instagram, 2 post(s) in November" for each in room.page.findChildren(QWidget)
    )
