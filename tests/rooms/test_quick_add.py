"""Quick add in the week: typing on a free place, what is shown meanwhile, what is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.board import load_board
from db.records import Activity, Board, Status, Week
from db.store import Store
from desktop.calendar.page import CalendarPage
from desktop.calendar.quick_field import QuickField
from desktop.calendar.week_view import WeekView
from desktop.planning.cards import BlockKey, PostKey
from desktop.ui import theme
from desktop.ui.chips import Chip
from desktop.ui.mini_month import MiniMonth
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store

WEEK = Week(2026, 48)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = a_store(tmp_path, posts=[a_post("Rolls", datetime(2026, 11, 24, 9))])
    yield store
    store.close()


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store, lambda: NOW)


@pytest.fixture
def view(workspace: Workspace, qapp: QApplication, qtbot: QtBot) -> Iterator[WeekView]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    month = MiniMonth()
    view = WeekView()
    view.resize(1200, 860)
    page = CalendarPage(workspace, view, month)
    assert page.week == WEEK
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    at_place(view, 3, 18 * 60)
    yield view
    for each in (view, month):
        each.close()
        each.deleteLater()


def at_place(view: WeekView, day: int, minute: int) -> None:
    """Put the keyboard on a free place."""
    view.grid.canvas.slot_cursor.move_to(day, minute)
    view.grid.select(None, focus=True)


def press(key: Qt.Key | str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, key) if isinstance(key, str) else QTest.keyClick(focused, key)


def write(text: str) -> None:
    """Type letter by letter, wherever the keyboard is."""
    for letter in text:
        press(letter)


def field(view: WeekView) -> QuickField | None:
    return next((each for each in view.findChildren(QuickField) if each.is_open), None)


def ghost(view: WeekView) -> QWidget:
    return next(each for each in view.grid.canvas.findChildren(QWidget) if type(each).__name__ == "_NewCard")


def chips(view: WeekView) -> list[str]:
    shown = field(view)
    assert shown is not None
    return [chip.text for chip in shown.findChildren(Chip) if chip.isVisible()]


def board(workspace: Workspace, week: Week = WEEK) -> Board:
    return workspace.read(load_board, (week,))


def test_keys_reach_the_grid_when_the_room_was_just_entered(view: WeekView) -> None:
    view.setFocus()
    press(Qt.Key.Key_Insert)
    assert field(view) is not None
    press(Qt.Key.Key_Escape)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.grid.canvas.marking.keys == frozenset(view.grid.canvas.items)


def test_typing_on_a_free_place_makes_a_post_there(view: WeekView, workspace: Workspace) -> None:
    write("Fri 45min #facebook Recipe")

    shown = field(view)
    assert shown is not None
    assert shown.editor.text() == "Fri 45min #facebook Recipe"
    assert chips(view) == ["Fri 27 Nov", "18:00", "0:45 h effort", "Facebook"]
    assert ghost(view).isVisible()
    assert view.grid.canvas.grid.day_at(ghost(view).geometry().center().x()) == 4
    press(Qt.Key.Key_Return)

    assert field(view) is None
    assert not ghost(view).isVisible()
    post = next(each for each in board(workspace).posts if each.title == "Recipe")
    assert post.effort.total == 45
    assert [(each.platform_id, each.starts_at, each.status) for each in post.variants] == [
        (2, datetime(2026, 11, 27, 18), Status.DRAFT)
    ]
    assert view.grid.current == PostKey(post.id, datetime(2026, 11, 27, 18))
    assert workspace.undo_stack.count() == 1


def test_without_any_recognised_word_the_place_and_the_first_platform_count(
    view: WeekView, workspace: Workspace
) -> None:
    write("Recipe")
    press(Qt.Key.Key_Return)

    post = next(each for each in board(workspace).posts if each.title == "Recipe")
    assert [(each.platform_id, each.starts_at) for each in post.variants] == [(1, datetime(2026, 11, 26, 18))]


def test_an_activity_makes_a_block(view: WeekView, workspace: Workspace) -> None:
    write("Interaction 1.5h answer comments")
    assert chips(view)[:1] == ["Interaction"]
    press(Qt.Key.Key_Return)

    (block,) = board(workspace).blocks
    assert (block.activity, block.title) == (Activity.INTERACTION, "answer comments")
    assert (block.starts_at, block.ends_at) == (datetime(2026, 11, 26, 18), datetime(2026, 11, 26, 19, 30))
    assert view.grid.current == BlockKey(block.id, block.starts_at)


def test_a_status_and_a_format_are_taken(view: WeekView, workspace: Workspace) -> None:
    write("!review #reel Behind the bar")
    press(Qt.Key.Key_Return)

    post = next(each for each in board(workspace).posts if each.title == "Behind the bar")
    assert post.format_key == "reel"
    assert {each.status for each in post.variants} == {Status.REVIEW}


def test_another_week_is_shown_only_when_it_is_made(view: WeekView, workspace: Workspace) -> None:
    page = view.findChild(CalendarPage)
    assert page is not None
    write("24.12. 10:00 Closing")
    assert page.week == WEEK
    assert not ghost(view).isVisible()

    press(Qt.Key.Key_Return)

    assert page.week == Week.of(date(2026, 12, 24))
    assert any(each.title == "Closing" for each in board(workspace, page.week).posts)


def test_escape_leaves_everything_as_it_was(view: WeekView, workspace: Workspace) -> None:
    write("Recipe")
    press(Qt.Key.Key_Escape)

    assert field(view) is None
    assert not ghost(view).isVisible()
    assert workspace.undo_stack.count() == 0
    assert QApplication.focusWidget() is view.grid.canvas.slot_cursor


def test_insert_opens_an_empty_line_that_enter_leaves_alone(view: WeekView, workspace: Workspace) -> None:
    press(Qt.Key.Key_Insert)
    assert field(view) is not None

    press(Qt.Key.Key_Return)

    assert field(view) is not None
    assert workspace.undo_stack.count() == 0


def test_letters_on_a_card_and_keys_without_text_do_not_open_it(view: WeekView, workspace: Workspace) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Shift):
        press(key)
    assert field(view) is None

    (post,) = board(workspace).posts
    view.grid.select(PostKey(post.id, datetime(2026, 11, 24, 9)), focus=True)
    press("z")
    assert field(view) is None


def test_a_card_far_down_comes_into_sight(view: WeekView) -> None:
    write("23:00 Late")

    assert not ghost(view).visibleRegion().isEmpty()


def test_it_can_be_undone_in_one_step(view: WeekView, workspace: Workspace) -> None:
    write("Recipe")
    press(Qt.Key.Key_Return)
    workspace.undo_stack.undo()

    assert [each.title for each in board(workspace).posts] == ["Rolls"]


def test_the_next_line_begins_anew(view: WeekView) -> None:
    write("One")
    press(Qt.Key.Key_Escape)
    write("Two")
    shown = field(view)
    assert shown is not None
    assert shown.editor.text() == "Two"


def test_a_filled_week_that_is_only_previewed_takes_no_new_posts(view: WeekView, workspace: Workspace) -> None:
    view.header.fill_requested.emit()
    at_place(view, 5, 18 * 60)

    press("z")

    assert field(view) is None
    assert workspace.undo_stack.count() == 0
