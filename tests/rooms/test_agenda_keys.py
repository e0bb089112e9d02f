"""Keys of the agenda that the list of keys names: duplicating, moving to a day and a time, opening."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.moment_popover import MomentPopover
from tests.builders import a_block, a_post
from tests.rooms.agenda_room import CONTROL, SHIFT, OpenRoom, Room, at, open_agenda

__all__ = ["open_agenda"]


def _filled(open_agenda: OpenRoom) -> Room:
    return open_agenda(
        posts=(a_post("Stollen", at(26, "17:00")),),
        blocks=(a_block(at(27, "9:00"), 60, title="Texts"),),
    )


def _popover(room: Room) -> MomentPopover:
    (found,) = room.window.findChildren(MomentPopover)
    return found


def _type(popover: MomentPopover, day: str, time: str) -> None:
    for field, text in ((popover.day.editor, day), (popover.time.editor, time)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)


def test_m_moves_to_a_day_and_a_time(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Stollen")
    room.press(Qt.Key.Key_M)
    _type(_popover(room), "28.11.", "8:30")
    QTest.keyClick(_popover(room).time.editor, Qt.Key.Key_Return)

    assert room.row("Stollen").line.starts_at == at(28, "8:30")
    assert "Stollen" in room.toast()


def test_several_lines_keep_their_distance(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Stollen")
    room.press(Qt.Key.Key_A, CONTROL)
    room.press(Qt.Key.Key_M)
    _type(_popover(room), "25.11.", "17:00")
    QTest.mouseClick(_popover(room).go, Qt.MouseButton.LeftButton)

    assert room.row("Stollen").line.starts_at == at(25, "17:00")
    assert room.row("Texts").line.starts_at == at(26, "9:00")


def test_a_time_that_is_none_is_said_and_nothing_moves(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Stollen")
    room.press(Qt.Key.Key_M)
    _type(_popover(room), "28.11.", "late")
    QTest.mouseClick(_popover(room).go, Qt.MouseButton.LeftButton)

    assert _popover(room).isVisible()
    assert _popover(room).time.problem
    QTest.keyClick(_popover(room), Qt.Key.Key_Escape)
    assert room.row("Stollen").line.starts_at == at(26, "17:00")


def test_control_d_duplicates_below(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Stollen")
    room.press(Qt.Key.Key_A, CONTROL)
    room.press(Qt.Key.Key_D, CONTROL)

    assert room.titles == ["Stollen", "Stollen", "Texts", "Texts"]
    assert [row.line.starts_at for row in room.rows] == [
        at(26, "17:00"),
        at(26, "18:00"),
        at(27, "9:00"),
        at(27, "10:00"),
    ]
    room.press(Qt.Key.Key_Z, CONTROL)
    assert room.titles == ["Stollen", "Texts"]


def test_f2_opens(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Stollen")
    room.press(Qt.Key.Key_F2)

    assert room.asked


def test_tab_goes_from_the_chosen_lines_to_what_can_be_done_with_them(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.click("Stollen")
    room.press(Qt.Key.Key_A, CONTROL)
    bulk = room.page.view.bulk
    seen = []
    for _ in range(3):
        room.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [bulk.status, bulk.done, bulk.move_]
    room.press(Qt.Key.Key_Backtab, SHIFT)
    assert bulk.done.hasFocus()


def test_the_room_gives_the_keyboard_to_its_lines(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    room.page.view.header.today.setFocus()
    room.page.setFocus(Qt.FocusReason.OtherFocusReason)

    assert room.page.view.list.has_focus()


def test_assistive_technology_moves_duplicates_and_deletes_lines(open_agenda: OpenRoom) -> None:
    room = _filled(open_agenda)
    actions = room.row("Stollen").accessible_actions()
    actions["Next day"]()
    assert room.row("Stollen").line.starts_at == at(27, "17:00")
    room.row("Stollen").accessible_actions()["Duplicate"]()
    assert room.titles == ["Texts", "Stollen", "Stollen"]
    room.row("Texts").accessible_actions()["Tick off"]()
    assert room.row("Texts").accessibleName().endswith("done")
    room.row("Texts").accessible_actions()["Delete"]()
    assert room.titles == ["Stollen", "Stollen"]


def test_what_is_looked_for_is_also_found_in_other_weeks(open_agenda: OpenRoom) -> None:
    room = open_agenda(
        posts=(
            a_post("Stollen", at(26, "17:00")),
            a_post("Stollen again", at(10, "9:00", month=12)),
            a_post("Stollen once more", at(11, "9:00", month=12)),
            a_post("Cinnamon", at(3, "9:00", month=12)),
        )
    )
    elsewhere = room.page.view.elsewhere
    assert not elsewhere.isVisible()
    room.press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(room.page.view.filters.search.editor, "stollen")
    assert [each.caption for each in elsewhere.buttons] == ["Week 50 (2)"]
    QTest.mouseClick(elsewhere.buttons[0], Qt.MouseButton.LeftButton)

    assert room.titles == ["Stollen again", "Stollen once more"]
    assert [each.caption for each in elsewhere.buttons] == ["Week 48 (1)"]
