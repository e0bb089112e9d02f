"""The agenda: what it shows, filters and groups, and what is done to its lines."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import items
from db.records import Activity, Campaign, Changes, Member, Status, Week
from desktop.agenda.keep_popover import KeepPopover
from desktop.planning.agenda import Kind, State
from desktop.ui.days_popover import DaysPopover
from tests.builders import a_block, a_post, a_variant
from tests.rooms.agenda_room import ALT, CONTROL, SHIFT, OpenRoom, Room, at, open_agenda

__all__ = ["open_agenda"]

WEEKLY = "FREQ=WEEKLY"


def _filled(open_agenda: OpenRoom) -> Room:
    """Monday: a block that is over. Wednesday: a late post, a block of a series. Thursday: a post on Facebook."""
    return open_agenda(
        posts=(
            a_post("Zimtschnecken", at(25, "8:00")),
            a_post("Stollen", at(26, "17:00"), platforms=(2,)),
        ),
        blocks=(
            a_block(at(23, "9:00"), 60, title="Texte schreiben"),
            a_block(at(25, "14:00"), 45, (2,), Activity.INTERACTION, rrule=WEEKLY),
        ),
    )


# what is shown


def test_a_week_is_a_list_of_days_in_order(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    assert room.headings == [
        "Monday 23 November, 1:00 h of work",
        "Today, Wednesday 25 November, 1 post(s), 0:45 h of work",
        "Thursday 26 November, 1 post(s)",
    ]
    assert room.titles == ["Texte schreiben", "Zimtschnecken", "Interaction", "Stollen"]


def test_what_is_past_and_not_done_says_so(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    assert [row.line.state for row in room.rows] == [State.STILL_OPEN, State.LATE, State.SCHEDULED, State.DRAFT]
    assert room.row("Texte schreiben").accessibleName().endswith("Still open")
    assert room.row("Zimtschnecken").accessibleName().endswith("Overdue")


def test_the_page_keys_turn_the_week(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_PageDown)
    assert room.page.week == Week(2026, 49)
    assert room.titles == ["Interaction"]
    room.press(Qt.Key.Key_PageUp)
    assert room.page.week == Week(2026, 48)


def test_an_empty_week_says_how_to_begin(open_agenda: OpenRoom) -> None:
    room = open_agenda()
    assert room.rows == []
    assert "Ctrl N" in room.page.view.list.said


# filters and groups


def test_the_kinds_are_counted_and_chosen(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    chips = room.page.view.filters.kinds
    assert [chips[kind].text() for kind in Kind] == ["Everything 4", "Posts 2", "Work blocks 2"]
    QTest.mouseClick(chips[Kind.POSTS], Qt.MouseButton.LeftButton)
    assert room.titles == ["Zimtschnecken", "Stollen"]


def test_a_status_a_platform_and_a_person_can_be_chosen(open_agenda: OpenRoom) -> None:
    room = open_agenda(
        posts=(a_post("Von Lina", at(26), owner_id=1), a_post("Von keinem", at(26, "13:00"), platforms=(2,))),
        members=(Member(0, "Lina", "LV"),),
    )
    filters = room.page.view.filters
    QTest.mouseClick(filters.person, Qt.MouseButton.LeftButton)
    room.pick("Lina")
    assert room.titles == ["Von Lina"]
    QTest.mouseClick(filters.person, Qt.MouseButton.LeftButton)
    room.pick("Everybody")
    QTest.mouseClick(filters.platform, Qt.MouseButton.LeftButton)
    room.pick("Facebook")
    assert room.titles == ["Von keinem"]
    QTest.mouseClick(filters.state, Qt.MouseButton.LeftButton)
    room.pick("Published")
    assert room.titles == []
    assert "fits the filter" in room.page.view.list.said
    QTest.mouseClick(filters.saved, Qt.MouseButton.LeftButton)
    room.pick("Show everything")
    assert room.titles == ["Von Lina", "Von keinem"]


def test_what_is_done_can_be_hidden(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Texte schreiben")
    room.press(Qt.Key.Key_Return, CONTROL)
    QTest.mouseClick(room.page.view.filters.hide_finished, Qt.MouseButton.LeftButton)
    assert room.titles == ["Zimtschnecken", "Interaction", "Stollen"]


def test_groups_by_platform_status_and_campaign(open_agenda: OpenRoom) -> None:
    room = open_agenda(
        posts=(a_post("Advent", at(26), campaign_id=1), a_post("Sonst", at(25, "18:00"), platforms=(2,))),
        campaigns=(Campaign(0, "Advent im Lindenhof", date(2026, 11, 20), date(2026, 12, 24)),),
    )
    filters = room.page.view.filters
    QTest.mouseClick(filters.grouping, Qt.MouseButton.LeftButton)
    room.pick("By platform")
    assert room.headings == ["Instagram, 1 post(s)", "Facebook, 1 post(s)"]
    QTest.mouseClick(filters.grouping, Qt.MouseButton.LeftButton)
    room.pick("By campaign")
    assert room.headings == ["Advent im Lindenhof, 1 post(s)", "Without campaign, 1 post(s)"]
    QTest.mouseClick(filters.grouping, Qt.MouseButton.LeftButton)
    room.pick("By status")
    assert room.headings == ["Draft, 2 post(s)"]


def test_words_are_found_in_texts_and_work(open_agenda: OpenRoom) -> None:
    room = open_agenda(
        posts=(a_post("Zimtschnecken", at(25), body="frisch aus dem Ofen"), a_post("Stollen", at(26))),
        blocks=(a_block(at(24, "9:00"), title="Ofen fotografieren"),),
    )
    room.press(Qt.Key.Key_F, CONTROL)
    assert room.page.view.filters.search.editor.hasFocus()
    QTest.keyClicks(room.page.view.filters.search.editor, "ofen")
    assert room.titles == ["Ofen fotografieren", "Zimtschnecken"]


def test_a_filter_is_kept_taken_and_removed(open_agenda: OpenRoom, qtbot: QtBot) -> None:
    room = _filled(open_agenda)
    filters = room.page.view.filters
    QTest.mouseClick(filters.kinds[Kind.POSTS], Qt.MouseButton.LeftButton)
    QTest.mouseClick(filters.saved, Qt.MouseButton.LeftButton)
    room.pick("Keep this filter …")
    (popover,) = [each for each in room.window.findChildren(KeepPopover) if each.is_open]
    QTest.keyClicks(popover.field.editor, "Nur Text")
    QTest.keyClick(popover.field.editor, Qt.Key.Key_Return)
    assert room.toast() == "Filter “Nur Text” kept"
    QTest.mouseClick(filters.kinds[Kind.ALL], Qt.MouseButton.LeftButton)
    QTest.mouseClick(filters.saved, Qt.MouseButton.LeftButton)
    room.pick("Nur Text")
    assert room.titles == ["Zimtschnecken", "Stollen"]
    QTest.mouseClick(filters.saved, Qt.MouseButton.LeftButton)
    room.pick("Remove", "Nur Text")
    qtbot.waitUntil(lambda: room.toast() == "Filter removed")


def test_hidden_platforms_are_left_out(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.page.set_hidden_platforms(frozenset({1}))
    assert room.titles == ["Interaction", "Stollen"]


# choosing


def test_clicks_choose_as_in_every_list(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Zimtschnecken")
    assert room.chosen == ["Zimtschnecken"]
    room.click("Stollen", SHIFT)
    assert room.chosen == ["Zimtschnecken", "Interaction", "Stollen"]
    room.click("Interaction", CONTROL)
    assert room.chosen == ["Zimtschnecken", "Stollen"]


def test_keys_choose_too(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    assert room.focused() == "Zimtschnecken"  # the first of today
    room.press(Qt.Key.Key_Down, SHIFT)
    assert room.chosen == ["Zimtschnecken", "Interaction"]
    room.press(Qt.Key.Key_A, CONTROL)
    assert len(room.chosen) == 4
    assert room.page.view.bulk.isVisible()
    room.press(Qt.Key.Key_Escape)
    assert room.chosen == []
    assert not room.page.view.bulk.isVisible()
    room.press(Qt.Key.Key_Home)
    room.press(Qt.Key.Key_End, CONTROL)
    room.press(Qt.Key.Key_Space)
    assert room.chosen == ["Texte schreiben", "Stollen"]


def test_space_pins_lines_while_arrows_go_on(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_Home)
    first = room.chosen
    room.press(Qt.Key.Key_Space)
    assert room.chosen == first, "an arrow chose it already"
    room.press(Qt.Key.Key_Down)
    assert room.chosen == first
    room.press(Qt.Key.Key_End)
    room.press(Qt.Key.Key_Space)
    assert room.chosen == ["Texte schreiben", "Stollen"]
    room.press(Qt.Key.Key_Space)
    assert room.chosen == first
    room.press(Qt.Key.Key_Escape)
    room.press(Qt.Key.Key_Home)
    assert room.chosen == first, "Escape lets arrows choose again"


# what is done to one line


def test_enter_opens_where_it_lies(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_Return)
    assert room.asked == [(room.post("Zimtschnecken").id, Week(2026, 48))]
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Return)
    assert room.asked[1:] == [Week(2026, 48)]


def test_alt_and_arrows_move_and_one_burst_is_one_step(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_Right, ALT)
    room.press(Qt.Key.Key_Down, ALT)
    assert room.moments("Zimtschnecken") == [at(26, "8:15")]
    assert room.focused() == "Zimtschnecken"
    assert room.steps() == 1
    room.press(Qt.Key.Key_Z, CONTROL)
    assert room.moments("Zimtschnecken") == [at(25, "8:00")]


def test_a_move_out_of_the_week_is_followed(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_PageDown, ALT)
    assert room.page.week == Week(2026, 49)
    assert room.focused() == "Zimtschnecken"


def test_the_status_is_changed_where_it_stands(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    row = room.row("Stollen")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.state_rect().center().toPoint())
    room.pick("Scheduled")
    assert room.post("Stollen").variants[0].status is Status.SCHEDULED
    assert room.toast() == "“Stollen” is now: Scheduled"


def test_the_dots_open_a_menu_and_so_does_its_key(open_agenda: OpenRoom, qtbot: QtBot) -> None:
    room = _filled(open_agenda)
    row = room.row("Stollen")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.more_rect().center().toPoint())
    room.pick("Move", "A week later")
    assert room.moments("Stollen") == [datetime(2026, 12, 3, 17, 0)]
    room.click("Texte schreiben")
    room.window.activateWindow()  # a menu of another window has closed
    room.row("Texte schreiben").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: room.focused() == "Texte schreiben")
    room.press(Qt.Key.Key_F10, SHIFT)
    room.pick("Tick off")
    assert room.row("Texte schreiben").line.state is State.DONE


def test_a_tick_enters_hours_and_is_taken_back(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Texte schreiben")
    room.row("Texte schreiben").setFocus()
    room.press(Qt.Key.Key_Return, CONTROL)
    assert room.row("Texte schreiben").line.state is State.DONE
    room.press(Qt.Key.Key_Return, CONTROL)
    assert room.row("Texte schreiben").line.state is State.STILL_OPEN


def test_deleting_from_a_series_asks_first(open_agenda: OpenRoom, qtbot: QtBot) -> None:
    room = _filled(open_agenda)
    room.click("Interaction")
    room.row("Interaction").setFocus()
    room.press(Qt.Key.Key_Delete)
    assert room.steps() == 0
    room.press(Qt.Key.Key_Return)  # only this one
    qtbot.waitUntil(lambda: room.titles == ["Texte schreiben", "Zimtschnecken", "Stollen"])
    room.press(Qt.Key.Key_PageDown)
    assert room.titles == ["Interaction"]


def test_moving_something_published_asks_and_may_plan_a_copy(open_agenda: OpenRoom) -> None:
    out = a_variant(1, at(24), status=Status.PUBLISHED, published_at=datetime(2026, 11, 24, 11, 0, tzinfo=UTC))
    room = open_agenda(posts=(a_post("Draußen", variants=(out,)),))
    room.click("Draußen")
    room.row("Draußen").setFocus()
    room.press(Qt.Key.Key_Right, ALT)
    question = room.question()
    room.press(Qt.Key.Key_Down)
    QTest.mouseClick(question.primary, Qt.MouseButton.LeftButton)
    assert room.titles == ["Draußen", "Draußen"]


# what is done to many


def test_many_are_moved_in_one_step(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_A, CONTROL)
    QTest.mouseClick(room.page.view.bulk.move_, Qt.MouseButton.LeftButton)
    room.pick("A week later")
    assert room.toast() == "4 item(s) moved"
    assert room.titles == []
    assert room.steps() == 1
    room.page.show_week(Week(2026, 49))
    assert room.titles == ["Texte schreiben", "Zimtschnecken", "Interaction", "Interaction", "Stollen"]
    room.page.history.undo()
    assert room.titles == ["Interaction"]


def test_many_get_a_status_and_work_keeps_what_it_is(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_A, CONTROL)
    QTest.mouseClick(room.page.view.bulk.status, Qt.MouseButton.LeftButton)
    room.pick("Review")
    assert {room.post(title).variants[0].status for title in ("Zimtschnecken", "Stollen")} == {Status.REVIEW}
    assert room.toast() == "2 post(s) now: Review (2 item(s) unchanged)"
    assert len(room.chosen) == 4


def test_many_are_taken_back_to_the_ideas(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Zimtschnecken")
    room.click("Stollen", CONTROL)
    QTest.mouseClick(room.page.view.bulk.ideas, Qt.MouseButton.LeftButton)
    assert room.moments("Zimtschnecken") == room.moments("Stollen") == [None]
    room.page.history.undo()
    assert room.moments("Stollen") == [at(26, "17:00")]


def test_many_are_deleted_and_ticked_off(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Texte schreiben")
    room.click("Interaction", CONTROL)
    QTest.mouseClick(room.page.view.bulk.done, Qt.MouseButton.LeftButton)
    assert {room.row(title).line.state for title in ("Texte schreiben", "Interaction")} == {State.DONE}
    room.press(Qt.Key.Key_A, CONTROL)
    QTest.mouseClick(room.page.view.bulk.delete, Qt.MouseButton.LeftButton)
    assert room.titles == []
    room.page.history.undo()
    assert len(room.titles) == 4


# new things, and what others change


def test_new_posts_and_blocks_open_in_the_week(open_agenda: OpenRoom) -> None:
    room = open_agenda()
    room.press(Qt.Key.Key_N, CONTROL)
    room.press(Qt.Key.Key_N, CONTROL | SHIFT)
    assert room.titles == ["Creation", "Untitled"]
    assert room.asked == [(room.post("").id, Week(2026, 48)), Week(2026, 48)]


def test_the_agenda_follows_the_plan(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.page.hide()
    room.workspace.edit("Create post", items.put, Changes(posts=(a_post("Neu", at(27)),)))
    room.page.show()
    assert room.titles[-1] == "Neu"


def test_f6_goes_from_part_to_part(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is room.page.view.header.back
    room.press(Qt.Key.Key_F6, SHIFT)
    assert room.focused() == "Zimtschnecken"


def test_lines_move_by_a_number_of_days_that_is_typed(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Zimtschnecken")
    room.press(Qt.Key.Key_Menu)
    room.pick("Move", "By another number …")
    (popover,) = room.window.findChildren(DaysPopover)
    QTest.keyClicks(popover.number.editor, "2")
    QTest.keyClick(popover.number.editor, Qt.Key.Key_Return)
    assert room.row("Zimtschnecken").line.starts_at == at(27, "8:00")
