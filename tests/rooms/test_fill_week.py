"""Filling a week by real events over a real plan: nothing is written before it is applied, then it is one step."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Board
from desktop.calendar import reckoning
from desktop.calendar.fill_list import FillList
from desktop.calendar.fill_rows import FillRow
from desktop.planning.cards import BlockKey, CardKey, PostKey
from desktop.planning.placements import PlacedBlock, PlacedPost
from desktop.ui.buttons import Button
from tests.builders import WEEK, a_block, a_platform, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]

NEXT = WEEK.shifted(1)
LEFT = Qt.MouseButton.LeftButton


def filled(open_room: OpenRoom, *titles: str) -> Room:
    """The next week's preview, with one idea per title and one block and post that exist already."""
    ideas = [a_post(title, effort=(0, 30, 0, 0)) for title in titles]
    room = open_room(
        [a_post("Steht", moment(2, "12:00", weeks=1)), *ideas],
        [a_block(moment(2, "8:00", weeks=1), title="Backstube")],
        [a_platform(target=240, cap=240)],
    )
    room.page.show_week(NEXT)
    room.view.header.fill_requested.emit()
    return room


def panel(room: Room) -> FillList:
    """The panel beside the preview."""
    found = room.view.panel
    assert isinstance(found, FillList)
    return found


def stored(room: Room) -> Board:
    """What the plan holds."""
    return room.page.board()


def row_of(room: Room, title: str) -> FillRow:
    """The row whose words begin so, or contain it."""
    return next(row for row in panel(room).rows if title in row.accessibleName())


def fresh(room: Room) -> set[CardKey]:
    """The cards that look as if they were not in the plan."""
    deck = room.view.grid.canvas.deck
    return {card.key for card in deck.cards() if card.look.is_fresh and card.key is not None}


def press(button: QWidget) -> None:
    """Click a button with the mouse."""
    QTest.mouseClick(button, LEFT)


def test_the_preview_shows_what_is_new_and_writes_nothing(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")

    assert "Rezept" in [post.title for post in room.page.ideas]
    assert len(stored(room).blocks) == 1
    assert not room.workspace.undo_stack.canUndo()
    placed = [each for row in panel(room).rows for each in row.placements if isinstance(each.item, PlacedPost)]
    assert len(placed) == 1
    assert PostKey(room.post("Rezept").id, placed[0].item.starts_at) in fresh(room)
    assert room.block_key("Backstube", moment(2, "8:00", weeks=1)) not in fresh(room)
    assert room.view.notice is not None
    assert room.view.notice.geometry().top() == room.view.strip.geometry().bottom() + 1
    assert "→" in room.budget(1)


def test_every_row_says_why(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    assert panel(room).rows
    assert all(", because" in row.accessibleName() for row in panel(room).rows)


def test_applying_is_one_step_that_can_be_taken_back(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    new = len(fresh(room))

    press(panel(room).apply)

    assert room.view.panel is None
    assert fresh(room) == set()
    assert room.workspace.undo_stack.count() == 1
    assert len(stored(room).blocks) == new  # one was there, one of the new cards is the post
    assert room.post("Rezept").variants[0].starts_at is not None
    assert not room.page.ideas

    room.press("Ctrl+Z")
    assert len(stored(room).blocks) == 1
    assert [idea.title for idea in room.page.ideas] == ["Rezept"]


@pytest.mark.parametrize("way", ["escape", "escape in the week", "discard"])
def test_leaving_writes_nothing(open_room: OpenRoom, way: str) -> None:
    room = filled(open_room, "Rezept")

    if way == "escape":
        room.press("Esc", panel(room).apply)
    elif way == "escape in the week":
        room.view.grid.select(None, focus=True)
        room.press("Esc")
    else:
        press(panel(room).discard)

    assert room.view.panel is None
    assert room.view.notice is None
    assert fresh(room) == set()
    assert len(room.shown()) == 2
    assert room.workspace.undo_stack.count() == 0
    assert room.budget(1) == "1:00 / 4:00 h"


def test_another_week_ends_the_preview(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    room.page.show_week(WEEK)
    assert room.view.panel is None
    assert room.shown() == set()


def test_what_is_left_out_goes_and_stays_away(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept", "Bohnen")
    press(row_of(room, "Rezept").cross)
    assert not any("Rezept" in row.accessibleName() for row in panel(room).rows)
    assert any("Bohnen" in row.accessibleName() for row in panel(room).rows)
    press(row_of(room, "Bohnen").lock)
    assert not any("Rezept" in row.accessibleName() for row in panel(room).rows)


def test_the_keyboard_stays_in_its_row(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    row_of(room, "Rezept").lock.setFocus(Qt.FocusReason.TabFocusReason)
    room.press("Space")
    assert row_of(room, "Rezept").lock.isChecked()
    assert QApplication.focusWidget() is row_of(room, "Rezept").lock


def test_a_kept_place_survives_what_is_left_out(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept", "Bohnen")
    (kept,) = row_of(room, "Bohnen").placements
    press(row_of(room, "Bohnen").lock)
    press(row_of(room, "Rezept").cross)
    assert row_of(room, "Bohnen").placements == (kept,)
    assert row_of(room, "Bohnen").lock.isChecked()


def test_a_dragged_post_is_kept_where_it_was_put(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    (placement,) = row_of(room, "Rezept").placements
    key = PostKey(room.post("Rezept").id, placement.item.starts_at)
    to = moment(4, "10:30", weeks=1)

    room.drag_card(key, to)

    (moved,) = row_of(room, "Rezept").placements
    assert moved.item.starts_at == to
    assert row_of(room, "Rezept").lock.isChecked()
    assert "because you put it there" in row_of(room, "Rezept").accessibleName()
    assert PostKey(key.post_id, to) in fresh(room)
    assert room.workspace.undo_stack.count() == 0

    press(panel(room).apply)
    assert room.post("Rezept").variants[0].starts_at == to


def test_a_dragged_block_is_kept_where_it_was_put(open_room: OpenRoom) -> None:
    room = filled(open_room)
    key = next(key for key in sorted(fresh(room), key=str) if isinstance(key, BlockKey))
    to = moment(4, "16:00", weeks=1)

    room.drag_card(key, to)

    blocks = [each.item for row in panel(room).rows for each in row.placements]
    assert any(isinstance(block, PlacedBlock) and block.starts_at == to for block in blocks)


def test_an_idea_from_the_tray_can_be_put_into_the_preview(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    press(panel(room).ideas)
    assert not any("Rezept" in row.accessibleName() for row in panel(room).rows)
    room.view.open_tray()
    QApplication.processEvents()
    to = moment(4, "14:00", weeks=1)

    room.lift_idea("Rezept", to)

    assert [each.item.starts_at for each in row_of(room, "Rezept").placements] == [to]
    assert room.post("Rezept").variants[0].starts_at is None


def test_what_exists_does_not_move_in_the_preview(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    room.drag_card(room.block_key("Backstube", moment(2, "8:00", weeks=1)), moment(4, "15:00", weeks=1))
    assert room.block("Backstube").starts_at == moment(2, "8:00", weeks=1)
    assert room.toast() == "In the preview only what is new can be changed."
    assert "→" in room.budget(1)


def test_row_and_card_point_at_each_other(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    row = row_of(room, "Rezept")
    key = PostKey(room.post("Rezept").id, row.placements[0].item.starts_at)

    row.lock.setFocus(Qt.FocusReason.TabFocusReason)
    assert room.view.grid.current == key
    assert [each for each in panel(room).rows if each.is_marked] == [row]

    other = next(each for each in sorted(fresh(room), key=str) if each != key)
    rect = room.view.grid.card_rect(other)
    QTest.mouseMove(room.window.windowHandle(), room.window.mapFromGlobal(rect.topLeft() + QPoint(8, 8)))
    QApplication.processEvents()
    (marked,) = [each for each in panel(room).rows if each.is_marked and not each.isHidden()]
    assert marked is not row


def test_ideas_can_be_left_alone(open_room: OpenRoom) -> None:
    room = filled(open_room, "Rezept")
    press(panel(room).ideas)
    assert all(isinstance(each.item, PlacedBlock) for row in panel(room).rows for each in row.placements)
    press(panel(room).ideas)
    assert row_of(room, "Rezept")


def test_a_remedy_reckons_at_once(open_room: OpenRoom) -> None:
    room = filled(open_room)
    before = [row.accessibleName() for row in panel(room).rows]
    buttons = [each for each in _remedies(room) if each.caption == "Fewer will do"]
    assert buttons
    press(buttons[0])
    assert len([each for each in _remedies(room) if each.caption == "Fewer will do"]) == len(buttons) - 1
    assert [row.accessibleName() for row in panel(room).rows] == before
    assert room.workspace.undo_stack.count() == 0


def test_a_new_idea_joins_the_preview(open_room: OpenRoom) -> None:
    room = filled(open_room)
    press(next(each for each in _remedies(room) if each.caption == "Capture idea"))
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Wochenkarte")
    room.press("Return")
    assert [idea.title for idea in room.page.ideas] == ["Wochenkarte"]
    assert row_of(room, "Wochenkarte")


def test_equal_blocks_share_a_row_that_opens(open_room: OpenRoom) -> None:
    room = filled(open_room)
    group = next((row for row in panel(room).rows if len(row.placements) > 1), None)
    assert group is not None
    parts = [row for row in panel(room).rows if row is not group and row.placements[0] in group.placements]
    assert len(parts) == len(group.placements)
    assert all(part.isHidden() for part in parts)
    press(group.more)
    assert all(part.isVisible() for part in parts)


def test_a_week_that_is_over_says_so(open_room: OpenRoom) -> None:
    room = open_room()
    room.page.show_week(WEEK.shifted(-1))
    room.view.header.fill_requested.emit()
    assert room.view.panel is None
    assert "nothing left to fill" in room.toast()


def test_a_slow_week_is_reckoned_beside_the_window(
    open_room: OpenRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = filled(open_room, "Rezept", "Bohnen")
    monkeypatch.setattr(reckoning, "AT_ONCE", 0.0)
    press(row_of(room, "Rezept").cross)
    press(row_of(room, "Bohnen").cross)  # while the first one may be under way
    titles = ("Rezept", "Bohnen")
    qtbot.waitUntil(lambda: not any(title in row.accessibleName() for row in panel(room).rows for title in titles))


def test_a_slow_week_opens_when_it_is_reckoned(
    open_room: OpenRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reckoning, "AT_ONCE", 0.0)
    room = filled(open_room, "Rezept")
    qtbot.waitUntil(lambda: room.view.panel is not None)
    assert row_of(room, "Rezept")
    press(panel(room).apply)
    assert room.workspace.undo_stack.count() == 1


def test_a_slow_week_that_is_left_stays_away(
    open_room: OpenRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reckoning, "AT_ONCE", 0.0)
    room = filled(open_room, "Rezept")
    room.page.show_week(WEEK)
    qtbot.waitUntil(lambda: not any(thread.name == "job" for thread in threading.enumerate()))
    QApplication.processEvents()
    assert room.view.panel is None
    assert room.view.notice is None


def _remedies(room: Room) -> list[Button]:
    """The buttons below what does not fit."""
    return [
        button for button in panel(room).findChildren(Button) if button.isVisible() and button.sizeHint().height() < 30
    ]
