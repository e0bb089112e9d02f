"""The page of the hours by mouse and keys, over a real plan."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db import items, lists
from db.lists import load_formats
from db.records import ACTIVITIES, Activity, ByActivity, Changes, Format, MadeBy, Post, Status, TimeEntry, Week
from desktop.hours.view import HoursView
from desktop.ui.field_frame import Editor
from tests.builders import a_block, a_post, a_store, a_variant
from tests.rooms.hours_desk import NOW, WEEK, HoursDesk, editor_field, hours_desk, texts, worked
from tests.rooms.panel_hands import button, choose, click, named, retype

if TYPE_CHECKING:
    from collections.abc import Callable

WEDNESDAY = datetime(2026, 11, 25)
BLOCK = a_block(WEDNESDAY.replace(hour=10, minute=30), 30, activity=Activity.INTERACTION)


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Callable[..., HoursDesk]:
    """Opens the page over a plan that holds what the test says."""
    return partial(hours_desk, qtbot, tmp_path)


PARTS = ("header", "timer", "grid", "entries")


# what is shown


def test_entries_stand_day_by_day_with_what_they_were_for(make: Callable[..., HoursDesk]) -> None:
    desk = make(
        worked("7:00", "9:00", 25, note="Fotos", made_by=MadeBy.TICK, block_id=1, original_at=BLOCK.starts_at),
        worked("8:30", "9:30", 24, platform_id=3, activity=Activity.PLANNING),
        blocks=(BLOCK,),
    )

    assert [row.accessibleName() for row in desk.rows] == [
        "Wed 25 Nov, 8:00–10:00, Instagram, Creation, Block Interaction, Fotos, 2:00 h, Tick on a work block",
        "Tue 24 Nov, 9:30–10:30, Linkedin, Planning, 1:00 h, entered by hand",
    ]
    assert named(desk.page, "2, together 3:00 h")


def test_the_filter_shows_one_platform(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"), worked("9:00", "9:30", platform_id=2))

    click(named(desk.page.view.entries.filter, "Facebook"))

    assert [row.line.entry.platform_id for row in desk.rows] == [2]
    assert named(desk.page, "1, together 0:30 h")


def test_other_weeks_are_a_step_away(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00", 18))
    assert desk.rows == []
    assert "No time entries yet. Tick off a block, start the timer, or fill in what you remember." in texts(desk.page)

    click(named(desk.page, "Previous week"))
    assert len(desk.rows) == 1
    QTest.keyClick(desk.page, Qt.Key.Key_PageDown)
    assert desk.rows == []
    QTest.keyClick(desk.page, Qt.Key.Key_PageUp)
    click(button(desk.page, "Today"))
    assert desk.page.week == WEEK


def test_the_grid_says_done_and_planned(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "7:30", activity=Activity.INTERACTION), blocks=(BLOCK,))

    assert named(desk.page, "Instagram, Interaction: 0:30 of 0:30 hours done")
    assert named(desk.page, "Week, Interaction: 0:30 of 0:30 hours done")
    assert named(desk.page, "Week: 0:30 of 0:30 hours done")


# filling in later


def test_typing_into_a_cell_fills_it_in_as_one_step(make: Callable[..., HoursDesk]) -> None:
    desk = make()

    desk.fill("Facebook", Activity.MONITORING, "0:45")

    entry = desk.the_entry()
    assert (entry.platform_id, entry.activity, entry.made_by) == (2, Activity.MONITORING, MadeBy.MANUAL)
    assert desk.cell("Facebook", Activity.MONITORING).done == 45
    assert QApplication.focusWidget() is desk.cell("Facebook", Activity.MONITORING)
    assert desk.workspace.undo_stack.count() == 1
    QTest.keyClick(desk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.entries == ()


def test_a_cell_cannot_take_away_what_a_tick_entered(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00", made_by=MadeBy.TICK))

    desk.fill("Instagram", Activity.CREATION, "1:00")

    assert "2:00 h of this were not entered by hand. Correct them in the list below." in texts(desk.page)
    assert desk.cell("Instagram", Activity.CREATION).done == 120
    assert not desk.workspace.undo_stack.canUndo()


def test_the_passing_minute_does_not_disturb_what_is_being_typed(make: Callable[..., HoursDesk]) -> None:
    desk = make()
    cell = desk.cell("Instagram", Activity.PLANNING)
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(cell, "1")

    desk.clock.pass_(minutes=1)
    desk.page._minute.timeout.emit()
    desk.type(":15")

    assert desk.cell("Instagram", Activity.PLANNING).done == 75


def test_page_keys_step_in_a_field_and_flip_elsewhere(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    desk.page.view.entries.edit(1)
    QTest.keyClick(editor_field(desk, "Start"), Qt.Key.Key_PageUp)
    assert desk.page.week == WEEK
    desk.page.view.entries.finish()
    assert desk.the_entry().started_at == datetime(2026, 11, 25, 8, tzinfo=UTC)

    QTest.keyClick(desk.rows[0], Qt.Key.Key_PageUp)
    assert desk.page.week == WEEK.shifted(-1)


def test_tab_goes_from_the_timer_over_the_grid_and_the_entries_to_what_is_open(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"), blocks=(BLOCK,))
    view, order = desk.page.view, []
    view.timer.start.setFocus()
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(next(part for part in (view.grid, view.entries, view.open) if part.isAncestorOf(focused)))
    assert order == [view.grid, view.entries, view.entries, view.entries, view.open, view.open]
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Backtab)
    assert view.timer.start.hasFocus()


def test_f6_goes_from_part_to_part(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    desk.page.activate()
    parts = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        parts.append(next(name for name in PARTS if getattr(desk.page.view, name).isAncestorOf(focused)))
        QTest.keyClick(focused, Qt.Key.Key_F6)

    assert parts == list(PARTS)


def test_escape_leaves_a_cell_as_it_was(make: Callable[..., HoursDesk]) -> None:
    desk = make(worked("7:00", "9:00"))
    cell = desk.cell("Instagram", Activity.CREATION)
    click(cell)
    desk.type("5", Qt.Key.Key_Escape)
    field = QApplication.focusWidget()
    assert isinstance(field, Editor)
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is cell
    assert cell.done == 120


def test_what_is_no_amount_is_said_below_the_grid(make: Callable[..., HoursDesk]) -> None:
    desk = make()

    desk.fill("Instagram", Activity.PLANNING, "7x")

    assert "Write an amount like 0:45 or 1:30." in texts(desk.page)
    assert desk.entries == ()


def test_arrows_go_from_cell_to_cell(make: Callable[..., HoursDesk]) -> None:
    desk = make()
    first = desk.cell("Instagram", Activity.PLANNING)
    first.setFocus(Qt.FocusReason.TabFocusReason)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    assert QApplication.focusWidget() is desk.cell("Linkedin", Activity.CREATION)


def test_a_week_to_come_cannot_be_filled_in(make: Callable[..., HoursDesk]) -> None:
    desk = make()
    click(named(desk.page, "Next week"))

    assert not desk.cell("Instagram", Activity.PLANNING).can_fill
    click(desk.cell("Instagram", Activity.PLANNING))
    assert not desk.page.view.grid.findChildren(QLineEdit)


# timer, ticks, ways to other pages


def test_the_timer_starts_on_a_block_and_records(make: Callable[..., HoursDesk]) -> None:
    desk = make(blocks=(BLOCK,))
    bar = desk.page.view.timer
    purpose = named(bar, "Worked for")
    QTest.keyClick(purpose, Qt.Key.Key_Down)
    click(button(bar, "Start timer"))
    assert QApplication.focusWidget() is bar.stop
    desk.clock.pass_(minutes=12, seconds=40)
    desk.timer.tick()
    assert bar.clock.text() == "0:12:40"
    assert bar.about.accessibleName() == "Instagram, Interaction, Block Wed 10:30–11:00, since 11:20"

    retype(named(bar, "Note"), "Kommentare")
    click(button(bar, "Stop and record"))

    entry = desk.the_entry()
    assert (entry.activity, entry.block_id, entry.note) == (Activity.INTERACTION, 1, "Kommentare")
    assert desk.said().startswith("0:12 h recorded")
    assert bar.start.isVisible()


def test_pause_and_resume_and_discard(make: Callable[..., HoursDesk]) -> None:
    desk = make()
    bar = desk.page.view.timer
    click(button(bar, "Start timer"))
    desk.clock.pass_(minutes=5)
    click(named(bar, "Pause timer"))
    desk.clock.pass_(minutes=5)
    click(button(bar, "Resume"))
    desk.clock.pass_(minutes=5)
    desk.timer.tick()
    assert bar.clock.text() == "0:10:00"

    click(button(bar, "Discard"))

    assert not desk.entries
    click(button(desk.page, "Undo"))
    assert len(desk.entries) == 2
    desk.timer.stop()


def test_a_running_entry_is_listed_but_is_the_timers(make: Callable[..., HoursDesk]) -> None:
    desk = make()
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=5)
    desk.page.activate()

    (row,) = desk.rows
    assert "since 11:20" in row.accessibleName()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert desk.page.view.entries.editor is None
    assert len(desk.entries) == 1
    desk.timer.stop()


def test_a_past_block_is_ticked_off_less_what_was_measured(make: Callable[..., HoursDesk]) -> None:
    measured: dict[str, Any] = {"activity": Activity.INTERACTION, "block_id": 1, "original_at": BLOCK.starts_at}
    desk = make(worked("9:30", "9:43", made_by=MadeBy.TIMER, **measured), blocks=(BLOCK,))
    desk.clock.pass_(minutes=1)
    desk.page.activate()
    nbsp = "\u00a0"
    words = f"The tick enters another 0:17{nbsp}h: 0:30{nbsp}h planned, 0:13{nbsp}h measured."
    assert words in texts(desk.page)

    click(named(desk.page, "Tick off: Interaction Wed 10:30"))

    assert [each.made_by for each in desk.entries] == [MadeBy.TIMER, MadeBy.TICK]
    assert not desk.page.view.open.isVisible()
    assert desk.workspace.undo_stack.count() == 1


def test_posts_and_blocks_lead_to_the_week(qtbot: QtBot, make: Callable[..., HoursDesk]) -> None:
    post = a_post("Zimtschnecken", WEDNESDAY + timedelta(days=7))
    original: dict[str, Any] = {"block_id": 1, "original_at": BLOCK.starts_at}
    desk = make(worked("7:00", "8:00", post_id=1), worked("8:00", "9:00", **original), posts=(post,), blocks=(BLOCK,))
    of_post, of_block = desk.rows

    with qtbot.waitSignal(desk.page.post_wanted) as wanted:
        QTest.mouseClick(of_post, Qt.MouseButton.LeftButton, pos=of_post.subject_rect().center().toPoint())
    assert wanted.args == [1, WEEK.shifted(1)]
    with qtbot.waitSignal(desk.page.week_wanted) as wanted:
        QTest.keyClick(of_block, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [WEEK]


# learning


def reels() -> tuple[tuple[Post, ...], tuple[TimeEntry, ...]]:
    """Six finished posts that took 95 minutes, and their time entries."""
    posts: list[Post] = []
    entries: list[TimeEntry] = []
    for number in range(1, 7):
        at = datetime(2026, 10, number, 9, tzinfo=UTC)
        version = a_variant(1, at.replace(tzinfo=None), status=Status.PUBLISHED, published_at=at)
        posts.append(a_post(f"Reel {number}", variants=(version,), format_key="reel", id=-number))
        for activity, minutes in zip(ACTIVITIES, (10, 70, 10, 5), strict=True):
            ended = at + timedelta(minutes=minutes)
            entries.append(TimeEntry(-len(entries) - 1, 1, activity, at, ended, MadeBy.TIMER, post_id=-number))
    return tuple(posts), tuple(entries)


@pytest.fixture
def learned(qtbot: QtBot, tmp_path: Path) -> HoursDesk:
    posts, entries = reels()
    store = a_store(tmp_path)
    store.write(lists.put_format, Format("reel", "Reel", 4, ByActivity(10, 35, 10, 5)))
    store.write(items.put, Changes(posts=posts, entries=entries))
    return HoursDesk(qtbot, store)


def test_learned_efforts_are_offered_and_taken_as_one_step(learned: HoursDesk) -> None:
    assert "Your reels take 95 instead of 60 minutes." in texts(learned.page)
    assert learned.store.read(load_formats)[4].effort.total == 60

    click(button(learned.page, "Apply 1:35 h"))

    assert learned.store.read(load_formats)[4].effort == ByActivity(10, 70, 10, 5)
    assert "Your reels take 95 instead of 60 minutes." not in texts(learned.page)
    learned.page.history.undo()
    assert "Your reels take 95 instead of 60 minutes." in texts(learned.page)


def test_an_offer_can_wait(learned: HoursDesk) -> None:
    click(button(learned.page, "Not now"))

    assert "Your reels take 95 instead of 60 minutes." not in texts(learned.page)
    assert learned.store.read(load_formats)[4].effort.total == 60


# tables


def exported(desk: HoursDesk, entry: str, file: Path) -> list[list[str]]:
    """Choose an entry of the menu, write to a file, and read it."""
    click(button(desk.page, "As CSV …"))
    choose(entry)
    dialog = desk.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(file))
    dialog.accept()
    QApplication.processEvents()
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig")), delimiter=";"))


def test_the_week_goes_into_a_table(make: Callable[..., HoursDesk], tmp_path: Path) -> None:
    desk = make(worked("7:00", "9:00", note="=1+1"), worked("7:00", "9:00", 18))

    rows = exported(desk, "Week 48", tmp_path / "week.csv")

    assert rows[0][:4] == ["Day", "Start", "End", "Minutes"]
    assert rows[1:] == [["2026-11-25", "8:00", "10:00", "120", "Instagram", "Creation", "", "'=1+1", "entered by hand"]]


def test_the_month_goes_into_a_table_day_by_day(make: Callable[..., HoursDesk], tmp_path: Path) -> None:
    desk = make(
        worked("22:30", "23:30", 18),
        replace(worked("22:00", "23:30", 30), ended_at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC)),
    )

    rows = exported(desk, "November 2026", tmp_path / "month.csv")

    assert [row[:4] for row in rows[1:]] == [
        ["2026-11-18", "23:30", "24:00", "30"],
        ["2026-11-19", "0:00", "0:30", "30"],
        ["2026-11-30", "23:00", "24:00", "60"],
    ]


def test_a_file_that_cannot_be_written_is_said(make: Callable[..., HoursDesk], tmp_path: Path) -> None:
    desk = make(worked("7:00", "9:00"))

    desk.page._export(WEEK.monday, WEEK.days[-1], str(tmp_path / "no folder" / "week.csv"))

    assert "could not be written" in desk.said()


# small windows, large text


@pytest.mark.parametrize("width", [500, 700, 900, 1080, 1224, 1700])
def test_nothing_is_wider_than_the_page(make: Callable[..., HoursDesk], width: int) -> None:
    desk = make(worked("7:00", "9:00", note="Fotos und Schnitt"), size=(width, 700))
    desk.page.view.entries.edit(1)
    QApplication.processEvents()

    view = desk.page.view
    assert isinstance(view, HoursView)
    assert view.timer.width() <= width
    assert view.entries.mapTo(view, view.entries.rect().topRight()).x() <= width
    assert view.grid.mapTo(view, view.grid.rect().topRight()).x() <= width


def test_undo_and_redo_say_what_they_did(make: Callable[..., HoursDesk]) -> None:
    desk = make()
    desk.fill("Facebook", Activity.MONITORING, "0:45")
    desk.page.history.undo()
    assert desk.said().startswith("Undone: Fill in Facebook, Monitoring")
    desk.page.history.redo()
    assert desk.said().startswith("Done again: Fill in Facebook, Monitoring")
    assert Week.of(desk.entries[0].started_at) == WEEK
    assert desk.clock() == NOW
