"""Drags over a real plan: the price in the air, the question before, the edit, the toast, the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Activity, Changes, Status
from desktop.planning.cards import BlockKey
from tests.builders import WEEK, a_block, a_post, a_variant
from tests.rooms.calendar_room import OpenRoom, moment, open_room

__all__ = ["open_room"]

INSTAGRAM, FACEBOOK, LINKEDIN = 1, 2, 3
CONTROL = Qt.KeyboardModifier.ControlModifier
THURSDAY_NOON = moment(3, "12:30")


def test_an_idea_in_the_air_shows_its_price_and_the_drop_stores_it(open_room: OpenRoom) -> None:
    room = open_room([a_post("Azubi-Woche", platforms=(LINKEDIN,), effort=(0, 45, 0, 0))])
    assert room.budget(LINKEDIN) == "0:00 / 6:00 h"

    room.lift_idea("Azubi-Woche", THURSDAY_NOON, drop=False)

    assert room.budget(LINKEDIN) == "0:00 → 0:45 / 6:00 h"
    assert room.budget(INSTAGRAM) == "0:00 / 6:00 h"
    assert room.post("Azubi-Woche").variants[0].starts_at is None

    room.release(room.spot(THURSDAY_NOON) + QPoint(0, 27))

    assert room.post("Azubi-Woche").variants[0].starts_at == THURSDAY_NOON
    assert room.budget(LINKEDIN) == "0:45 / 6:00 h"
    assert room.page.ideas == ()
    assert "Azubi-Woche" in room.toast()
    assert room.view.grid.current == room.post_key("Azubi-Woche", THURSDAY_NOON)


def test_escape_leaves_everything_as_it_was(open_room: OpenRoom) -> None:
    room = open_room([a_post("Azubi-Woche", platforms=(LINKEDIN,), effort=(0, 45, 0, 0))])

    room.lift_idea("Azubi-Woche", THURSDAY_NOON, drop=False)
    QTest.keyClick(room.window, Qt.Key.Key_Escape)

    assert room.budget(LINKEDIN) == "0:00 / 6:00 h"
    assert [idea.title for idea in room.page.ideas] == ["Azubi-Woche"]
    assert not room.workspace.undo_stack.canUndo()
    QTest.mouseRelease(room.window.windowHandle(), Qt.MouseButton.LeftButton)


def test_a_moved_post_comes_back_with_undo_and_goes_with_redo(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])

    room.drag_card(room.post_key("Reel", moment(1, "10:00")), moment(4, "13:30"))
    assert room.shown() == {room.post_key("Reel", moment(4, "13:30"))}
    assert "13:30" in room.toast()

    room.press("Ctrl+Z")
    assert room.shown() == {room.post_key("Reel", moment(1, "10:00"))}
    assert "Reel" in room.toast()

    room.press("Ctrl+Y")
    assert room.shown() == {room.post_key("Reel", moment(4, "13:30"))}


def test_undo_goes_to_the_week_of_what_it_brings_back(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    room.drag_card(room.post_key("Reel", moment(1, "10:00")), moment(4, "13:30"))
    room.page.show_week(WEEK.shifted(5))

    room.page.undo()

    assert room.page.week == WEEK


def test_control_makes_a_copy_as_a_draft(open_room: OpenRoom) -> None:
    room = open_room(
        [a_post("Reel", moment(1, "10:00"), variants=(a_variant(1, moment(1, "10:00"), status=Status.SCHEDULED),))]
    )

    room.drag_card(room.post_key("Reel", moment(1, "10:00")), moment(3, "12:00"), keys=CONTROL)

    stored = sorted(post.variants[0].starts_at for post in room.page.board().posts if post.variants[0].starts_at)
    assert stored == [moment(1, "10:00"), moment(3, "12:00")]
    assert {post.variants[0].status for post in room.page.board().posts} == {Status.SCHEDULED, Status.DRAFT}
    QTest.keyRelease(room.window, Qt.Key.Key_Control)


def test_a_series_asks_before_anything_is_written(open_room: OpenRoom) -> None:
    weekly = a_block(moment(0, "13:30", weeks=-2), 120, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=MO")
    room = open_room(blocks=[weekly])

    room.drag_card(room.block_key("Drehen", moment(0, "13:30")), moment(0, "14:30"))

    asked = room.question()
    assert room.block("Drehen").exceptions == ()
    assert not room.workspace.undo_stack.canUndo()

    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert room.block("Drehen").exceptions == ()

    room.drag_card(room.block_key("Drehen", moment(0, "13:30")), moment(0, "14:30"))
    QTest.keyClick(room.question(), Qt.Key.Key_Return)

    (exception,) = room.block("Drehen").exceptions
    assert (exception.original_at, exception.starts_at) == (moment(0, "13:30"), moment(0, "14:30"))


def test_all_of_a_series_can_be_meant(open_room: OpenRoom) -> None:
    weekly = a_block(moment(0, "13:30", weeks=-2), 120, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=MO")
    room = open_room(blocks=[weekly])

    room.drag_card(room.block_key("Drehen", moment(0, "13:30")), moment(0, "14:30"))
    asked = room.question()
    asked.rows.set_value("all")
    asked.primary.click()

    assert room.block("Drehen").starts_at == moment(0, "14:30", weeks=-2)
    assert room.shown() == {room.block_key("Drehen", moment(0, "14:30"))}


def test_a_published_post_is_a_fact_that_asks(open_room: OpenRoom) -> None:
    published = a_variant(
        1, moment(1, "17:30"), status=Status.PUBLISHED, published_at=moment(1, "16:30").replace(tzinfo=UTC)
    )
    room = open_room([a_post("Latte Art", moment(1, "17:30"), variants=(published,))])

    room.drag_card(room.post_key("Latte Art", moment(1, "17:30")), moment(2, "17:00"))
    asked = room.question()
    asked.rows.set_value("plan_copy")
    asked.primary.click()

    assert {post.variants[0].status for post in room.page.board().posts} == {Status.PUBLISHED, Status.DRAFT}
    assert "copied" in room.toast()
    assert room.workspace.undo_stack.undoText() == "Duplicate “Latte Art”"


def test_a_drop_over_budget_is_allowed_and_says_so(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", effort=(0, 60, 0, 0))], [a_block(moment(0, "08:00"), 330, platforms=(INSTAGRAM,))])

    room.lift_idea("Reel", THURSDAY_NOON)

    assert room.budget(INSTAGRAM) == "6:30 / 6:00 h"
    assert "6:30" in room.toast()
    later = room.view.toasts.shown[-1].buttons[1]
    later.click()
    (moved,) = room.page.board(WEEK.shifted(1)).posts
    assert moved.variants[0].starts_at == moment(3, "12:30", weeks=1)
    assert room.budget(INSTAGRAM) == "5:30 / 6:00 h"


def test_a_post_goes_back_to_the_ideas(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    tray = room.view.tray

    rect = room.view.grid.card_rect(room.post_key("Reel", moment(1, "10:00")))
    room.drag(rect.topLeft() + QPoint(40, 9), tray.mapToGlobal(QPoint(600, 80)))

    assert [idea.title for idea in room.page.ideas] == ["Reel"]
    assert room.shown() == set()


def test_a_drop_on_the_small_month_keeps_the_time_of_day(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:15"))])
    days = room.month.days

    rect = room.view.grid.card_rect(room.post_key("Reel", moment(1, "10:15")))
    goal = days.mapToGlobal(days.cell_of(date(2026, 11, 30)).center().toPoint())
    room.drag(rect.topLeft() + QPoint(40, 9), goal)

    assert room.page.board(WEEK.shifted(1)).posts[0].variants[0].starts_at == moment(7, "10:15")


def test_a_flip_while_dragging_shows_both_weeks(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(3, "12:00"), 90, title="Drehen")])
    room.drag_card(room.block_key("Drehen", moment(3, "12:00")), moment(4, "12:00"), drop=False)

    room.view.grid.flip_requested.emit(1)
    QApplication.processEvents()
    there = room.spot(moment(8, "12:00"))
    QTest.mouseMove(room.window.windowHandle(), room.window.mapFromGlobal(there))

    assert room.page.week == WEEK.shifted(1)
    assert room.budget(INSTAGRAM) == "0:00 → 1:30 / 6:00 h"
    assert "−1:30" in room.view.strip.cells[INSTAGRAM].note

    room.release(there)
    assert {key for key in room.shown() if isinstance(key, BlockKey)}
    assert room.budget(INSTAGRAM) == "1:30 / 6:00 h"


def test_the_day_header_takes_the_first_free_gap(open_room: OpenRoom) -> None:
    room = open_room(
        blocks=[
            a_block(moment(3, "8:00"), 60, title="Steht schon"),
            a_block(moment(1, "15:00"), 60, title="Sucht Platz"),
        ]
    )
    cell = room.view.days._cells[3]
    rect = room.view.grid.card_rect(room.block_key("Sucht Platz", moment(1, "15:00")))

    room.drag(rect.topLeft() + QPoint(40, 20), cell.mapToGlobal(cell.rect().center()))

    assert room.block("Sucht Platz").starts_at == moment(3, "9:00")


def test_deleting_one_of_a_series_asks_how_far(open_room: OpenRoom) -> None:
    weekly = a_block(moment(0, "13:30", weeks=-2), 120, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=MO")
    room = open_room(blocks=[weekly])
    room.view.grid.select(room.block_key("Drehen", moment(0, "13:30")), focus=True)

    room.press("Del")
    assert len(room.shown()) == 1
    asked = room.question()
    asked.rows.set_value("following")
    asked.primary.click()

    assert room.shown() == set()
    room.page.show_week(WEEK.shifted(-1))
    assert len(room.shown()) == 1


def test_an_answer_counts_for_the_plan_as_it_is_by_then(open_room: OpenRoom) -> None:
    weekly = a_block(moment(0, "13:30", weeks=-2), 120, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=MO")
    room = open_room(blocks=[weekly])
    room.drag_card(room.block_key("Drehen", moment(0, "13:30")), moment(0, "14:30"))
    asked = room.question()

    room.workspace.put("Umbenennen", Changes(blocks=(replace(room.block("Drehen"), title="Filmen"),)))
    asked.primary.click()

    assert room.block("Filmen").exceptions[0].starts_at == moment(0, "14:30")


def test_only_the_newest_edit_offers_to_be_undone(open_room: OpenRoom) -> None:
    room = open_room([a_post("Eins", moment(1, "10:00")), a_post("Zwei", moment(3, "10:00"))])

    room.drag_card(room.post_key("Eins", moment(1, "10:00")), moment(1, "14:00"))
    room.drag_card(room.post_key("Zwei", moment(3, "10:00")), moment(3, "14:00"))

    assert len(room.view.toasts.shown) == 1
    assert "Zwei" in room.toast()


def test_a_block_drawn_over_budget_says_so(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(0, "8:00"), 330, title="Viel")])

    room.drag(room.spot(moment(1, "9:05")), room.spot(moment(1, "10:30")))

    assert "7:00" in room.toast()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert room.budget(INSTAGRAM) == "5:30 / 6:00 h"


def test_effort_hangs_on_the_pointer_and_lands_as_a_block(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(3, "10:00"), effort=(0, 40, 0, 0))])
    room.view.grid.opened.emit(room.post_key("Reel", moment(3, "10:00")))
    panel = room.view.panel
    assert panel is not None
    handle, press = room.window.windowHandle(), panel.mapToGlobal(QPoint(20, 450))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=room.window.mapFromGlobal(press))

    panel.effort_drag_started.emit(Activity.CREATION, press)  # type: ignore[attr-defined]
    goal = room.spot(moment(4, "14:00")) + QPoint(0, 15)
    QTest.mouseMove(handle, room.window.mapFromGlobal(goal))
    QApplication.processEvents()
    assert room.budget(INSTAGRAM) == "0:40 → 0:45 / 6:00 h"
    room.release(goal)

    (block,) = room.page.board().blocks
    assert (block.starts_at, block.ends_at) == (moment(4, "14:00"), moment(4, "14:45"))


def test_waiting_on_a_day_of_the_small_month_shows_its_week(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", moment(1, "10:15"))])
    days = room.month.days
    rect = room.view.grid.card_rect(room.post_key("Reel", moment(1, "10:15")))
    goal = days.mapToGlobal(days.cell_of(date(2026, 11, 30)).center().toPoint())

    room.drag(rect.topLeft() + QPoint(40, 9), goal, drop=False)

    qtbot.waitUntil(lambda: room.page.week == WEEK.shifted(1))
    room.press("Esc", room.window)
    assert room.page.week == WEEK
    QTest.mouseRelease(room.window.windowHandle(), Qt.MouseButton.LeftButton)
