"""The calendar page: which week it shows, what it offers, how it follows the plan and keeps its calm."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import items
from db.errors import DiskFull, PlanDamaged
from db.records import Changes, Week
from db.store import Store
from desktop.calendar.budget_hint import BudgetHint
from desktop.calendar.idea_tray import TrayForm
from tests.builders import WEEK, a_block, a_post
from tests.rooms.calendar_room import OpenRoom, moment, open_room

__all__ = ["open_room"]

INSTAGRAM, FACEBOOK, LINKEDIN = 1, 2, 3


def test_the_arrows_turn_the_week_and_home_comes_back(open_room: OpenRoom) -> None:
    room = open_room()

    room.view.header.on.click()
    assert room.page.week == WEEK.shifted(1)
    assert "49" in room.view.header.title.text()

    room.press("Alt+Home")
    assert room.page.week == WEEK


def test_an_empty_week_offers_the_blocks_of_the_week_before(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(0, "9:00"), 60, title="Planen"), a_block(moment(1, "9:00"), 30)])
    assert not room.view.empty.isVisible()

    room.page.show_week(WEEK.shifted(1))
    assert room.view.empty.isVisible()
    room.view.empty.copy.button.click()

    assert {block.starts_at for block in room.page.board().blocks} == {moment(7, "9:00"), moment(8, "9:00")}
    assert not room.view.empty.isVisible()


def test_the_offers_of_an_empty_week_can_be_closed_for_good(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(0, "9:00"), 60)])
    room.page.show_week(WEEK.shifted(1))

    room.view.empty.closed.emit()
    room.page.show_week(WEEK)
    room.page.show_week(WEEK.shifted(1))

    assert not room.view.empty.isVisible()


def test_no_week_of_the_past_is_called_still_empty(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(0, "9:00"), 60)])

    room.page.show_week(WEEK.shifted(-1))

    assert not room.view.empty.isVisible()


def test_the_hint_raises_the_budget_of_this_week_only(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(3, "8:00"), 390, title="Drehen")])

    QTest.mouseClick(room.view.strip.cells[INSTAGRAM], Qt.MouseButton.LeftButton)
    (hint,) = [each for each in room.window.findChildren(BudgetHint) if each.is_open]
    hint.rows[-1].button.click()

    assert room.budget(INSTAGRAM) == "6:30 / 6:30 h"
    room.page.show_week(WEEK.shifted(1))
    assert room.budget(INSTAGRAM) == "0:00 / 6:00 h"
    room.page.undo()
    room.page.show_week(WEEK)
    assert room.budget(INSTAGRAM) == "6:30 / 6:00 h"


def test_pointing_at_a_remedy_shows_its_block(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(moment(3, "8:00"), 390, title="Drehen")])

    QTest.mouseClick(room.view.strip.cells[INSTAGRAM], Qt.MouseButton.LeftButton)
    (hint,) = [each for each in room.window.findChildren(BudgetHint) if each.is_open]

    assert room.view.grid.current == room.block_key("Drehen", moment(3, "8:00"))
    hint.dismiss()


def test_hidden_platforms_leave_the_grid_but_not_the_budget(open_room: OpenRoom) -> None:
    room = open_room(
        [a_post("Nur hier", moment(1, "10:00")), a_post("Beide", moment(2, "10:00"), platforms=(INSTAGRAM, FACEBOOK))]
    )

    room.page.set_hidden_platforms(frozenset({INSTAGRAM}))

    assert room.shown() == {room.post_key("Beide", moment(2, "10:00"))}
    assert list(room.view.strip.cells) == [INSTAGRAM, FACEBOOK, LINKEDIN]
    assert room.page.shown_platform_ids() == (FACEBOOK, LINKEDIN)


def test_the_small_month_shows_where_something_lies(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room(
        [a_post("Reel", moment(1, "10:00"))],
        [a_block(moment(3, "8:00", weeks=-1), 30, rrule="FREQ=WEEKLY;BYDAY=TH")],
    )

    qtbot.waitUntil(lambda: bool(room.month.days._loads))

    loads = room.month.days._loads
    assert loads.get(date(2026, 11, 24)) == 1
    assert loads.get(date(2026, 11, 26)) == 1
    assert loads.get(date(2026, 11, 25), 0) == 0


def test_public_holidays_come_after_the_picture(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room()
    room.page.show_week(Week(2026, 53))

    def names() -> list[str]:
        return [chip.accessibleName() for chip in room.view.all_day._chips]

    qtbot.waitUntil(lambda: "Neujahr" in names())


def test_what_cannot_be_written_is_said_and_changes_nothing(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])

    def full(*_args: object) -> None:
        raise DiskFull(room.workspace.store.path)

    monkeypatch.setattr(room.workspace.store, "write", full)
    room.drag_card(room.post_key("Reel", moment(1, "10:00")), moment(4, "13:30"))

    assert room.shown() == {room.post_key("Reel", moment(1, "10:00"))}
    assert room.view.toasts.shown[-1].is_error


def test_a_plan_that_cannot_be_read_leaves_the_picture(open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])

    def damaged(*_args: object) -> None:
        raise PlanDamaged(room.workspace.store.path)

    monkeypatch.setattr(room.workspace.store, "read", damaged)
    room.view.header.on.click()

    assert room.page.week == WEEK
    assert room.shown() == {room.post_key("Reel", moment(1, "10:00"))}
    assert room.view.toasts.shown[-1].is_error


def test_another_program_s_writing_shows_up(open_room: OpenRoom) -> None:
    room = open_room()
    other = Store.open(room.workspace.store.path)
    other.write(items.put, Changes(posts=(a_post("Von außen", moment(1, "10:00")),)))
    other.close()

    room.workspace.notice_outside()

    assert room.shown() == {room.post_key("Von außen", moment(1, "10:00"))}


def test_it_is_said_and_no_older_message_offers_to_undo(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    room.drag_card(room.post_key("Reel", moment(1, "10:00")), moment(4, "13:30"))
    other = Store.open(room.workspace.store.path)
    other.write(items.put, Changes(posts=(a_post("Von außen", moment(1, "10:00")),)))
    other.close()

    room.workspace.notice_outside()

    assert "Another program" in room.toast()
    assert not any(toast.buttons for toast in room.view.toasts.shown)


def test_panes_take_turns_with_f6(open_room: OpenRoom) -> None:
    room = open_room([a_post("Idee")])
    room.view.grid.take_focus()

    seen = []
    for _ in range(4):
        room.press("F6")
        focus = QApplication.focusWidget()
        assert focus is not None
        panes = [room.view.header, room.view.strip, room.view.grid, room.view.tray]
        seen.append(next(n for n, pane in enumerate(panes) if pane.isAncestorOf(focus)))

    assert seen == [3, 0, 1, 2]


def test_the_tray_gives_way_to_the_panel(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", moment(1, "10:00"))])
    forms = [room.view.tray.form]

    room.view.grid.opened.emit(room.post_key("Reel", moment(1, "10:00")))
    forms.append(room.view.tray.form)
    room.press("Esc", room.view.panel)
    forms.append(room.view.tray.form)

    assert forms == [TrayForm.BOTTOM, TrayForm.BAR, TrayForm.BOTTOM]


def test_the_bar_of_ideas_opens_over_the_hours(open_room: OpenRoom) -> None:
    room = open_room([a_post("Idee")])
    room.window.resize(1440, 760)
    QApplication.processEvents()
    closed = room.view.grid.geometry()

    room.view.tray.toggled.emit()
    assert room.view.tray.cards[0].isVisible()
    assert room.view.grid.geometry() == closed
    assert room.view.tray.y() < closed.bottom()

    room.view.tray.toggled.emit()
    assert not room.view.tray.cards[0].isVisible()


def test_a_wide_window_has_the_ideas_at_its_right(open_room: OpenRoom) -> None:
    room = open_room([a_post("Idee")])

    room.window.resize(1920, 1080)
    QApplication.processEvents()

    assert room.view.tray.form is TrayForm.COLUMN
    assert room.view.tray.x() > room.view.grid.geometry().right()


def test_the_offers_make_way_for_what_is_dragged_over_them(open_room: OpenRoom) -> None:
    room = open_room()
    room.view.tray.captured.emit("Reel")
    assert room.view.empty.isVisible()

    room.lift_idea("Reel", moment(3, "13:00"), drop=False)
    assert not room.view.empty.isVisible()

    QTest.keyClick(QApplication.focusWidget() or room.view, Qt.Key.Key_Escape)
    assert room.view.empty.isVisible()
    room.release(room.spot(moment(3, "13:00")))


def test_f6_never_reaches_ideas_that_are_folded_in(open_room: OpenRoom) -> None:
    room = open_room([a_post("Idee")])
    room.view.tray.toggled.emit()
    assert room.view.tray.form is TrayForm.BAR
    room.view.grid.take_focus()

    room.press("F6")

    assert room.view.tray.field.hasFocus()
