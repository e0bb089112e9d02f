"""Time entries are corrected, made and deleted in the list, by mouse and keys, over a real plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Activity, MadeBy
from desktop.ui import accessible
from tests.rooms.hours_desk import WEEK, HoursDesk, editor_field, hours_desk, texts, worked
from tests.rooms.panel_hands import button, click, named, retype


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Callable[..., HoursDesk]:
    """Opens the page over a plan that holds what the test says."""
    return partial(hours_desk, qtbot, tmp_path)


def test_an_entry_is_corrected_in_its_place_as_one_step(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00", made_by=MadeBy.TICK), worked("9:30", "10:00"))
    row = desk.rows[0]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is editor_field(desk, "Start")

    retype(editor_field(desk, "Start"), "8:30")
    retype(editor_field(desk, "Note"), "Fotos", Qt.Key.Key_Return)

    first, _ = desk.entries
    assert first.started_at == datetime(2026, 11, 25, 7, 30, tzinfo=UTC)
    assert (first.note, first.is_corrected) == ("Fotos", True)
    assert desk.workspace.undo_stack.count() == 1
    assert desk.page.view.entries.editor is None
    assert QApplication.focusWidget() is desk.rows[0]


def test_platform_and_activity_can_be_corrected(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    QTest.mouseClick(desk.rows[0], Qt.MouseButton.LeftButton, pos=desk.rows[0].edit_rect().center().toPoint())

    QTest.keyClick(editor_field(desk, "Platform"), Qt.Key.Key_Down)
    QTest.keyClick(editor_field(desk, "Activity"), Qt.Key.Key_Up)
    click(editor_field(desk, "Done"))

    entry = desk.the_entry()
    assert (entry.platform_id, entry.activity, entry.is_corrected) == (2, Activity.PLANNING, True)


def test_escape_leaves_an_entry_as_it_was(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    QTest.mouseDClick(desk.rows[0], Qt.MouseButton.LeftButton, pos=desk.rows[0].rect().center())
    retype(editor_field(desk, "End"), "11:00")

    QTest.keyClick(editor_field(desk, "Note"), Qt.Key.Key_Escape)

    assert desk.the_entry().ended_at == datetime(2026, 11, 25, 9, tzinfo=UTC)
    assert not desk.workspace.undo_stack.canUndo()


def test_an_end_before_the_start_is_said_and_not_written(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    desk.page.view.entries.edit(1)
    retype(editor_field(desk, "End"), "7:00", Qt.Key.Key_Return)

    assert "The end lies after the start." in texts(desk.page)
    assert editor_field(desk, "End")
    assert desk.the_entry().ended_at == datetime(2026, 11, 25, 9, tzinfo=UTC)


def test_nothing_changed_is_no_step(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    desk.page.view.entries.edit(1)

    click(editor_field(desk, "Done"))

    assert not desk.workspace.undo_stack.canUndo()


def test_going_to_another_week_writes_what_is_being_edited(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    desk.page.view.entries.edit(1)
    retype(editor_field(desk, "End"), "11:00")

    click(named(desk.page, "Next week"))

    assert desk.the_entry().ended_at == datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert desk.page.week == WEEK.shifted(1)


def test_a_new_entry_goes_to_the_day_that_is_written(make: Callable[..., HoursDesk]) -> None:
    desk = make()
    click(named(desk.page, "New time entry"))
    assert QApplication.focusWidget() is editor_field(desk, "Day")

    retype(editor_field(desk, "Day"), "24.11.")
    retype(editor_field(desk, "Start"), "9:00")
    retype(editor_field(desk, "End"), "9:40")
    retype(editor_field(desk, "Note"), "Kommentare", Qt.Key.Key_Return)

    entry = desk.the_entry()
    assert entry.started_at == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert (entry.note, entry.made_by, entry.is_corrected) == ("Kommentare", MadeBy.MANUAL, False)


def test_deleting_can_be_taken_back_from_the_message(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"), worked("9:00", "9:30"))
    row = desk.rows[0]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert len(desk.entries) == 1
    assert QApplication.focusWidget() is desk.rows[0]

    click(button(desk.page, "Undo"))

    assert len(desk.entries) == 2


def test_the_list_is_one_stop_and_arrows_go_through_it(make: Callable[..., HoursDesk]) -> None:
    desk = make(*(worked(f"{hour}:00", f"{hour}:30") for hour in (7, 8, 9)))
    desk.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(desk.rows[0], Qt.Key.Key_End)

    assert QApplication.focusWidget() is desk.rows[2]
    assert [bool(row.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in desk.rows] == [False, False, True]


def test_rows_are_items_of_a_list_with_actions(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))

    assert desk.rows[0].accessible_role() == accessible.Role.ListItem
    assert list(desk.rows[0].accessible_actions()) == ["Edit", "Delete"]
    desk.rows[0].accessible_actions()["Delete"]()
    assert desk.entries == ()
