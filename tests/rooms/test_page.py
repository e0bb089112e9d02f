"""The calendar page over a real plan: what is dragged is stored, what is done can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import items
from db.errors import DiskFull, PlanDamaged
from db.records import Activity, Changes, Status, Week
from db.store import Store
from desktop.calendar.budget_hint import BudgetHint
from desktop.calendar.idea_tray import TrayForm
from desktop.planning.cards import BlockKey, PostKey
from desktop.ui import accessible
from desktop.ui.popover import Question
from tests.builders import WEEK, a_block, a_post, a_variant
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]

INSTAGRAM, FACEBOOK, LINKEDIN = 1, 2, 3
CONTROL = Qt.KeyboardModifier.ControlModifier
THURSDAY_NOON = moment(3, "12:30")


def question(room: Room) -> Question:
    """The question that is open."""
    found = [each for each in room.window.findChildren(Question) if each.is_open]
    assert len(found) == 1
    return found[0]


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

    asked = question(room)
    assert room.block("Drehen").exceptions == ()
    assert not room.workspace.undo_stack.canUndo()

    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert room.block("Drehen").exceptions == ()

    room.drag_card(room.block_key("Drehen", moment(0, "13:30")), moment(0, "14:30"))
    QTest.keyClick(question(room), Qt.Key.Key_Return)

    (exception,) = room.block("Drehen").exceptions
    assert (exception.original_at, exception.starts_at) == (moment(0, "13:30"), moment(0, "14:30"))


def test_all_of_a_series_can_be_meant(open_room: OpenRoom) -> None:
    weekly = a_block(moment(0, "13:30", weeks=-2), 120, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=MO")
    room = open_room(blocks=[weekly])

    room.drag_card(room.block_key("Drehen", moment(0, "13:30")), moment(0, "14:30"))
    asked = question(room)
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
    asked = question(room)
    asked.rows.set_value("plan_copy")
    asked.primary.click()

    assert {post.variants[0].status for post in room.page.board().posts} == {Status.PUBLISHED, Status.DRAFT}


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


def test_deleting_one_of_a_series_asks_how_far(open_room: OpenRoom) -> None:
    weekly = a_block(moment(0, "13:30", weeks=-2), 120, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=MO")
    room = open_room(blocks=[weekly])
    room.view.grid.select(room.block_key("Drehen", moment(0, "13:30")), focus=True)

    room.press("Del")
    assert len(room.shown()) == 1
    asked = question(room)
    asked.rows.set_value("following")
    asked.primary.click()

    assert room.shown() == set()
    room.page.show_week(WEEK.shifted(-1))
    assert len(room.shown()) == 1


def test_an_answer_counts_for_the_plan_as_it_is_by_then(open_room: OpenRoom) -> None:
    weekly = a_block(moment(0, "13:30", weeks=-2), 120, title="Drehen", rrule="FREQ=WEEKLY;BYDAY=MO")
    room = open_room(blocks=[weekly])
    room.drag_card(room.block_key("Drehen", moment(0, "13:30")), moment(0, "14:30"))
    asked = question(room)

    room.workspace.put("Umbenennen", Changes(blocks=(replace(room.block("Drehen"), title="Filmen"),)))
    asked.primary.click()

    assert room.block("Filmen").exceptions[0].starts_at == moment(0, "14:30")


def test_only_the_newest_edit_offers_to_be_undone(open_room: OpenRoom) -> None:
    room = open_room([a_post("Eins", moment(1, "10:00")), a_post("Zwei", moment(3, "10:00"))])

    room.drag_card(room.post_key("Eins", moment(1, "10:00")), moment(1, "14:00"))
    room.drag_card(room.post_key("Zwei", moment(3, "10:00")), moment(3, "14:00"))

    assert len(room.view.toasts.shown) == 1
    assert "Zwei" in room.toast()


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
