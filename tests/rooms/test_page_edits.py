"""What is done in the week by keys, menus, panel and fields, on a real plan."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db import items
from db.records import Activity, Changes, Status
from desktop.planning.cards import BlockKey, PostKey
from desktop.ui import accessible
from tests.builders import WEEK, a_block, a_post
from tests.rooms.calendar_room import OpenRoom, moment, open_room

__all__ = ["open_room"]

INSTAGRAM, FACEBOOK, LINKEDIN = 1, 2, 3


def test_keys_move_a_card_in_one_step_per_burst(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    room.view.grid.select(room.post_key("Reel", moment(1, "10:00")), focus=True)

    for _ in range(3):
        room.press("Alt+Down")

    assert room.shown() == {room.post_key("Reel", moment(1, "10:45"))}
    assert room.workspace.undo_stack.count() == 1
    assert room.view.toasts.shown == ()


def test_a_card_walks_over_the_edge_into_the_next_week(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(6, "10:00"))])
    room.view.grid.select(room.post_key("Reel", moment(6, "10:00")), focus=True)

    room.press("Alt+Right")

    assert room.page.week == WEEK.shifted(1)
    assert room.view.grid.current == room.post_key("Reel", moment(7, "10:00"))


def test_delete_can_be_taken_back_from_the_toast(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    room.view.grid.select(room.post_key("Reel", moment(1, "10:00")), focus=True)

    room.press("Del")
    assert room.shown() == set()

    room.view.toasts.shown[-1].buttons[0].click()
    assert len(room.shown()) == 1


def test_a_block_is_drawn_and_named(open_room: OpenRoom) -> None:
    room = open_room()

    room.drag(room.spot(moment(1, "9:05")), room.spot(moment(1, "10:30")))
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "Fotos")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    block = room.block("Fotos")
    assert (block.starts_at, block.ends_at, block.activity) == (
        moment(1, "9:00"),
        moment(1, "10:30"),
        Activity.CREATION,
    )
    assert room.workspace.undo_stack.count() == 1
    room.page.undo()
    assert room.page.board().blocks == ()


def test_escape_in_the_title_takes_the_new_block_back(open_room: OpenRoom) -> None:
    room = open_room()

    room.drag(room.spot(moment(1, "9:00")), room.spot(moment(1, "10:30")))
    assert len(room.shown()) == 1
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)

    assert room.shown() == set()


def test_a_new_post_opens_with_the_cursor_in_its_title(open_room: OpenRoom) -> None:
    room = open_room()

    room.press("Ctrl+N")

    panel = room.view.panel
    assert panel is not None
    assert panel.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Zimtschnecken")
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    (post,) = room.page.board().posts
    assert post.title == "Zimtschnecken"
    assert post.variants[0].starts_at == moment(2, "12:00")


def test_the_panel_survives_undo_of_what_it_shows(open_room: OpenRoom) -> None:
    room = open_room()
    room.press("Ctrl+N")
    assert room.has_panel()

    room.page.undo()

    assert not room.has_panel()
    assert room.page.board().posts == ()


def test_the_tick_books_the_time(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(0, "9:00"), 60, title="Planen")])

    room.view.grid.tick_toggled.emit(room.block_key("Planen", moment(0, "9:00")))

    assert room.view.strip.cells[INSTAGRAM].budget.done == 60
    room.page.undo()
    assert room.view.strip.cells[INSTAGRAM].budget.done == 0


@pytest.mark.parametrize("place", ["post", "block", "nothing"])
def test_every_thing_has_its_menu(open_room: OpenRoom, place: str) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00")), a_post("Idee")], [a_block(moment(3, "8:00"), 60, title="B")])
    keys: dict[str, PostKey | BlockKey] = {
        "post": room.post_key("Reel", moment(1, "10:00")),
        "block": room.block_key("B", moment(3, "8:00")),
    }

    room.view.grid.menu_requested.emit(keys.get(place), moment(4, "9:00"), QPoint(500, 500))

    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert len(menu.actions()) >= 3
    menu.close()


def test_a_copy_by_key_lies_below_its_model(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(1, "9:00"), 60, title="Drehen")])
    room.view.grid.select(room.block_key("Drehen", moment(1, "9:00")), focus=True)

    room.press("Ctrl+D")

    assert sorted(block.starts_at for block in room.page.board().blocks) == [moment(1, "9:00"), moment(1, "10:00")]


def test_control_enter_publishes_a_post(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"), effort=(0, 30, 0, 0))])
    room.view.grid.select(room.post_key("Reel", moment(1, "10:00")), focus=True)

    room.press("Ctrl+Return")

    assert room.post("Reel").variants[0].status is Status.PUBLISHED
    assert room.view.strip.cells[INSTAGRAM].budget.done == 30
    assert room.view.grid.current == room.post_key("Reel", moment(2, "10:00"))  # now: it went out for real
    assert "10:00" in room.toast()


def test_an_idea_is_captured_and_the_cursor_stays(open_room: OpenRoom) -> None:
    room = open_room()

    room.press("Ctrl+I")
    line = room.view.tray.field.line
    QTest.keyClicks(line, "Rezept")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert [idea.title for idea in room.page.ideas] == ["Rezept"]
    assert room.page.ideas[0].variants[0].platform_id == INSTAGRAM
    assert line.hasFocus()
    assert line.text() == ""


def test_x_plans_an_idea_into_the_next_free_slot(open_room: OpenRoom) -> None:
    room = open_room([a_post("Rezept")])
    room.view.tray.focus_cards()

    room.press("X")

    assert room.post("Rezept").variants[0].starts_at == moment(2, "12:00")
    assert room.view.tray.field.line.hasFocus()


def test_a_post_does_not_lose_a_panel_that_follows_the_selection(open_room: OpenRoom) -> None:
    room = open_room([a_post("Eins", moment(1, "10:00")), a_post("Zwei", moment(3, "10:00"))])
    room.view.grid.opened.emit(room.post_key("Eins", moment(1, "10:00")))
    assert room.view.panel is not None

    room.view.grid.selected.emit(room.post_key("Zwei", moment(3, "10:00")))

    assert room.view.panel.post_id == room.post("Zwei").id  # type: ignore[attr-defined]


def test_effort_dragged_out_of_the_panel_becomes_a_linked_block(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(3, "10:00"), effort=(0, 40, 0, 0))])
    room.view.grid.opened.emit(room.post_key("Reel", moment(3, "10:00")))
    panel = room.view.panel
    assert panel is not None

    panel.schedule_effort.emit(Activity.CREATION)  # type: ignore[attr-defined]

    (block,) = room.page.board().blocks
    assert (block.ends_at - block.starts_at).seconds == 45 * 60
    assert [link.post_id for link in block.links] == [room.post("Reel").id]
    assert room.budget(INSTAGRAM) == "0:45 / 6:00 h"


def test_everything_that_takes_the_keyboard_has_a_name(open_room: OpenRoom) -> None:
    accessible.install()
    room = open_room(
        [a_post("Reel", moment(1, "10:00")), a_post("Idee")], [a_block(moment(3, "8:00"), 390, title="Drehen")]
    )
    room.view.grid.opened.emit(room.post_key("Reel", moment(1, "10:00")))

    nameless = [
        widget
        for widget in room.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget is not room.view
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_without_a_platform_nothing_can_be_made_and_it_is_said(open_room: OpenRoom) -> None:
    room = open_room(platforms=())

    room.press("Ctrl+N")

    assert room.page.board().posts == ()
    assert room.toast()
    assert not room.has_panel()


def test_what_has_no_room_in_a_column_is_listed(open_room: OpenRoom) -> None:
    room = open_room([a_post(f"Beitrag {number}", moment(1, "10:00")) for number in range(8)])
    posts = tuple(room.shown())

    room.view.grid.overflow_requested.emit(date(2026, 11, 24), posts[:3], room.view.grid.card_rect(posts[0]))

    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert len(menu.actions()) == 3
    menu.actions()[0].trigger()
    menu.close()
    assert room.has_panel()


def test_the_panel_still_works_after_the_week_was_turned(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))], [a_block(moment(3, "8:00"), 60, title="Drehen")])
    room.view.grid.opened.emit(room.block_key("Drehen", moment(3, "8:00")))
    room.page.show_week(WEEK.shifted(2))
    assert room.has_panel()

    room.view.panel.delete_requested.emit()  # type: ignore[union-attr]

    assert room.page.board(WEEK).blocks == ()
    assert not room.has_panel()


def test_a_week_out_of_sight_waits_until_it_is_seen_again(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    before, post = room.page.board(), room.post("Reel")
    room.view.hide()

    room.workspace.edit("Remove", items.put, Changes(removed_posts=frozenset({post.id})))
    assert room.page.board() is before

    room.view.show()
    assert room.shown() == set()
