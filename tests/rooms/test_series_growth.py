"""The next posts of a series come by themselves, once each, and undo gets past them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.board import load_whole
from db.records import Changes, Week
from desktop.planning.cards import PostKey
from desktop.planning.intents import Outcome, RepeatPost
from desktop.planning.rescheduling import decide
from desktop.series_growth import SeriesGrowth
from desktop.workspace import Workspace
from tests.builders import NOW, WEEK, a_post
from tests.rooms import agenda_room, month_room
from tests.rooms.agenda_room import open_agenda
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room
from tests.rooms.month_room import open_room as open_month

__all__ = ["open_agenda", "open_month", "open_room"]

FIRST = moment(3, "8:00")
ALL = 9  # the first one and eight weeks ahead
FAR = WEEK.shifted(12)


def repeat(workspace: Workspace, until: date | None = None) -> None:
    """Let the one post repeat weekly; with `until` as if that had happened when the horizon was there."""
    board = workspace.read(load_whole)
    (post,) = board.posts
    answer = decide(board, RepeatPost(post.id, "FREQ=WEEKLY;BYDAY=TH"), NOW)
    assert isinstance(answer, Outcome)
    changes = answer.changes
    if until is not None:
        changes = Changes(
            posts=tuple(each for each in changes.posts if each.series_at and each.series_at.date() <= until),
            post_series=(replace(changes.post_series[0], created_until=until),),
        )
    workspace.put("Repeat", changes)


def count(workspace: Workspace) -> int:
    """How many posts there are."""
    return len(workspace.read(load_whole).posts)


def step(workspace: Workspace) -> str:
    """What would be undone now."""
    return workspace.undo_stack.undoText()


def rest(qtbot: QtBot) -> None:
    """Let what comes behind the picture come."""
    qtbot.wait(200)


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    """The week with a card that was made to repeat when only four weeks ahead were wanted."""
    made = open_room([a_post("Wochenkarte", FIRST)])
    repeat(made.workspace, (FIRST + timedelta(weeks=3)).date())
    return made


def test_what_is_due_is_made_behind_the_picture(room: Room, qtbot: QtBot) -> None:
    assert count(room.workspace) == 4
    qtbot.waitUntil(lambda: count(room.workspace) == ALL)
    assert step(room.workspace) == "Next dates of “Wochenkarte”"
    steps = room.workspace.undo_stack.count()
    rest(qtbot)
    assert (count(room.workspace), room.workspace.undo_stack.count()) == (ALL, steps)


def test_undo_gets_past_it_and_it_is_not_made_again(room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: count(room.workspace) == ALL)
    room.page.undo()
    rest(qtbot)
    assert (count(room.workspace), step(room.workspace)) == (4, "Repeat")
    room.page.show_week(WEEK.shifted(8))
    rest(qtbot)
    assert (count(room.workspace), step(room.workspace)) == (4, "Repeat")
    room.page.undo()
    assert (count(room.workspace), room.workspace.undo_stack.canUndo()) == (1, False)
    room.page.redo()
    room.page.redo()
    rest(qtbot)
    assert (count(room.workspace), room.workspace.undo_stack.canRedo()) == (ALL, False)


def test_a_later_week_that_is_shown_gets_its_posts(room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: count(room.workspace) == ALL)
    room.page.show_week(FAR)
    assert room.shown() == set()
    qtbot.waitUntil(lambda: len(room.shown()) == 1)
    assert count(room.workspace) == 13
    room.page.undo()
    assert (room.page.week, count(room.workspace)) == (FAR, ALL)
    rest(qtbot)
    assert count(room.workspace) == ALL
    room.page.show_week(FAR.shifted(1))
    qtbot.waitUntil(lambda: count(room.workspace) == 14)


def test_weeks_that_are_only_passed_make_nothing(room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: count(room.workspace) == ALL)
    for ahead in range(9, 40):
        room.page.show_week(WEEK.shifted(ahead))
        QApplication.processEvents()
    room.page.show_week(WEEK)
    rest(qtbot)
    assert count(room.workspace) == ALL


def test_nothing_is_made_under_a_card_that_is_being_dragged(room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: count(room.workspace) == ALL)
    key = next(iter(room.shown()))
    room.drag_card(key, moment(3, "10:00"), drop=False)
    room.page.show_week(FAR)
    rest(qtbot)
    assert count(room.workspace) == ALL
    room.press("Escape")
    assert room.page.week == WEEK
    room.page.show_week(FAR)
    qtbot.waitUntil(lambda: count(room.workspace) == 13)


def test_what_was_undone_can_be_done_again_after_looking_ahead(room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: count(room.workspace) == ALL)
    room.workspace.put("Another", Changes(posts=(a_post("Reel", moment(4, "9:00")),)))
    room.page.undo()
    room.page.show_week(FAR)
    rest(qtbot)
    assert (count(room.workspace), room.workspace.undo_stack.redoText()) == (ALL, "Another")
    room.page.redo()
    room.page.show_week(FAR)
    qtbot.waitUntil(lambda: count(room.workspace) == 14)


def test_a_toast_does_not_offer_to_undo_what_came_by_itself(room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: count(room.workspace) == ALL)
    room.page.undo()
    room.page.redo()
    assert room.view.toasts.shown
    room.page.show_week(FAR)
    qtbot.waitUntil(lambda: count(room.workspace) == 13)
    assert not room.view.toasts.shown


def test_a_plan_without_series_is_asked_once(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", FIRST)])
    growth = SeriesGrowth.of(room.workspace)
    assert growth.grow(WEEK) == ""
    room.workspace.store.close()
    assert growth.grow(WEEK) == ""


def test_several_series_are_one_step(open_room: OpenRoom) -> None:
    room = open_room([a_post("Wochenkarte", FIRST), a_post("Mittagstisch", moment(4, "12:00"))])
    board = room.workspace.read(load_whole)
    for post in board.posts:
        answer = decide(board, RepeatPost(post.id, "FREQ=WEEKLY"), NOW)
        assert isinstance(answer, Outcome)
        room.workspace.put("Repeat", answer.changes)
    assert SeriesGrowth.of(room.workspace).grow(FAR) == "Next dates of 2 series"
    assert step(room.workspace) == "Next dates of 2 series"


def test_the_month_makes_what_it_shows(open_month: month_room.OpenRoom, qtbot: QtBot) -> None:
    room = open_month([a_post("Wochenkarte", FIRST)])
    repeat(room.workspace)
    assert count(room.workspace) == ALL
    room.page.view.toasts.say("Moved")
    room.page.show_month(2027, 3)
    qtbot.waitUntil(lambda: count(room.workspace) == 19)
    assert room.toast() == ""
    assert shown_keys(room)[-1].moment.date() == date(2027, 4, 1)


def shown_keys(room: month_room.Room) -> list[PostKey]:
    """The posts in sight."""
    shown = room.canvas.shown
    assert shown is not None
    return [card.key for day in shown.days() for card in day.posts]


def test_the_agenda_makes_what_it_shows(open_agenda: agenda_room.OpenRoom, qtbot: QtBot) -> None:
    room = open_agenda([a_post("Wochenkarte", FIRST)])
    repeat(room.workspace)
    room.page.toasts.say("Moved")
    room.page.show_week(FAR)
    qtbot.waitUntil(lambda: room.titles == ["Wochenkarte"])
    assert (count(room.workspace), room.toast()) == (13, "")


def test_the_month_asks_how_far_a_move_reaches(open_month: month_room.OpenRoom) -> None:
    room = open_month([a_post("Wochenkarte", FIRST)])
    repeat(room.workspace)
    second = next(key for key in shown_keys(room) if key.moment.date() == date(2026, 12, 3))
    start = room.canvas.rect_of(second).center()
    room.hand.drag(start, start + QPoint(6, 6), room.middle(date(2026, 12, 4)))
    room.hand.release()
    asked = room.question()
    assert asked.accessibleName() == "Which posts to move?"
    asked.rows.set_value("following")
    asked.primary.click()
    days = sorted(post.variants[0].starts_at.date() for post in room.posts() if post.variants[0].starts_at)
    assert [day.isoformat() for day in days[:3]] == ["2026-11-26", "2026-12-04", "2026-12-11"]
    selected = room.canvas.state.selected
    assert selected is not None
    assert selected.moment.date() == date(2026, 12, 4)


def test_the_agenda_asks_how_far_a_deletion_reaches(open_agenda: agenda_room.OpenRoom) -> None:
    room = open_agenda([a_post("Wochenkarte", FIRST)])
    repeat(room.workspace)
    room.page.show_week(WEEK.shifted(1))
    room.click("Wochenkarte")
    room.press(Qt.Key.Key_Delete)
    asked = room.question()
    assert asked.accessibleName() == "Which posts to delete?"
    asked.rows.set_value("following")
    asked.primary.click()
    assert count(room.workspace) == 1


def test_the_horizon_is_the_end_of_a_week(open_room: OpenRoom) -> None:
    room = open_room([a_post("Wochenkarte", FIRST)])
    repeat(room.workspace)
    SeriesGrowth.of(room.workspace).grow(Week(2027, 6))
    (series,) = room.workspace.read(load_whole).post_series
    assert series.created_until == Week(2027, 6).days[-1]
