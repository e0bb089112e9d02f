"""The effort, the people and the buttons of a post's side panel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.records import Activity, ByActivity, Post
from desktop.calendar.effort_rows import Grip
from desktop.ui import theme
from tests.rooms.panel_hands import button, click, named, retype, scroll_area, texts
from tests.rooms.panel_plan import ADVENT_POST, TEA_POST
from tests.rooms.post_desk import PostDesk, desk_with


@pytest.fixture
def open_panel(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Post], PostDesk]]:
    theme.apply(qapp, theme.Mode.LIGHT)
    desks: list[PostDesk] = []  # qtbot holds windows only weakly

    def opened(post: Post) -> PostDesk:
        desks.append(desk_with(post, qtbot))
        return desks[-1]

    yield opened
    desks.clear()


@pytest.fixture
def desk(open_panel: Callable[[Post], PostDesk]) -> PostDesk:
    return open_panel(ADVENT_POST)


def test_the_effort_says_what_is_covered_and_by_which_block(desk: PostDesk) -> None:
    words = texts(desk.panel)
    assert {"0:20 unscheduled", "0:10 unscheduled", "1:00 in the block Thu 26 Nov 14:30", "Mon 30 Nov 10:00"} <= words


def test_showing_a_post_again_adds_no_lines(desk: PostDesk) -> None:
    desk.show(desk.post)
    QApplication.processEvents()
    shown = [label.text() for label in desk.panel.findChildren(QLabel) if label.isVisible()]
    assert shown.count("1:00 in the block Thu 26 Nov 14:30") == 1


def test_minutes_are_written_and_the_uncovered_sum_follows(desk: PostDesk) -> None:
    retype(named(desk.panel, "Planning, hours and minutes"), "0:50")
    assert desk.post.effort == ByActivity(50, 70, 15, 0)
    assert named(desk.panel, "1:00 not yet scheduled")


def choose_format(desk: PostDesk, down: int) -> None:
    field = named(desk.panel, "Format")
    field.setFocus()
    for _ in range(abs(down)):
        QTest.keyClick(field, Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up)


def test_another_format_brings_its_template(desk: PostDesk) -> None:
    choose_format(desk, 1)
    assert (desk.post.format_key, desk.post.effort) == ("reel", ByActivity(30, 90, 15, 5))


def test_minutes_set_by_hand_outlive_another_format_and_the_template_is_offered(desk: PostDesk) -> None:
    retype(named(desk.panel, "Planning, hours and minutes"), "0:50")
    choose_format(desk, 1)
    assert (desk.post.format_key, desk.post.effort) == ("reel", ByActivity(50, 70, 15, 0))
    click(button(desk.panel, "Use the template, 2:20 h"))
    assert desk.post.effort == ByActivity(30, 90, 15, 5)


def grip(desk: PostDesk, activity: str) -> Grip:
    found = named(desk.panel, f"Schedule time: {activity}")
    assert isinstance(found, Grip)
    return found


def test_a_grip_is_dragged_out_after_a_few_pixels(desk: PostDesk, qtbot: QtBot) -> None:
    held = grip(desk, "Creation")
    scroll_area(desk.panel).ensureWidgetVisible(held)
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    with qtbot.assertNotEmitted(desk.panel.effort_drag_started):
        QTest.mouseMove(held, QPoint(10, 9))
    with qtbot.waitSignal(desk.panel.effort_drag_started) as started:
        QTest.mouseMove(held, QPoint(-4, 8))
    assert started.args == [Activity.CREATION, held.mapToGlobal(QPoint(8, 8))]
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton)


def test_enter_on_a_grip_asks_for_the_next_free_slot(desk: PostDesk, qtbot: QtBot) -> None:
    held = grip(desk, "Creation")
    held.setFocus()
    with qtbot.waitSignal(desk.panel.schedule_effort) as asked:
        QTest.keyClick(held, Qt.Key.Key_Return)
    assert asked.args == [Activity.CREATION]


def test_covered_activities_have_no_grip(desk: PostDesk) -> None:
    assert not grip(desk, "Interaction").isEnabled()


def test_the_button_below_takes_the_first_uncovered_activity(desk: PostDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.panel.schedule_effort) as asked:
        click(button(desk.panel, "Schedule time"))
    assert asked.args == [Activity.PLANNING]


def test_an_idea_offers_no_time_to_schedule(open_panel: Callable[[Post], PostDesk]) -> None:
    desk = open_panel(TEA_POST)
    assert not button(desk.panel, "Schedule time").isEnabled()
    assert not grip(desk, "Creation").isEnabled()


def test_a_post_without_effort_does_not_claim_to_be_covered(open_panel: Callable[[Post], PostDesk]) -> None:
    desk = open_panel(replace(ADVENT_POST, effort=ByActivity()))
    assert "No effort given yet" in texts(desk.panel)
    desk.show(replace(ADVENT_POST, effort=ByActivity(interaction=15)))
    assert "All of the effort has its time" in texts(desk.panel)


def test_person_and_campaign_are_chosen_and_taken_away(desk: PostDesk) -> None:
    owner = named(desk.panel, "Owner")
    owner.setFocus()
    QTest.keyClick(owner, Qt.Key.Key_Up)
    assert desk.post.owner_id == 1
    campaign = named(desk.panel, "Campaign")
    campaign.setFocus()
    QTest.keyClick(campaign, Qt.Key.Key_Up)
    assert desk.post.campaign_id is None


def test_the_text_is_copied_with_what_was_just_typed(desk: PostDesk, qtbot: QtBot) -> None:
    text = desk.panel.text.editor
    text.selectAll()
    QTest.keyClicks(text, "Neu")
    with qtbot.waitSignal(desk.panel.copied) as copied:
        click(button(desk.panel, "Copy text"))
    assert copied.args == ["Neu"]
