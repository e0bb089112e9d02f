"""The timer over a real plan, with the clock in the test's hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.entries import load_entries, load_running
from db.records import Activity, MadeBy, TimeEntry
from db.store import Store
from desktop.hours.foot import TimerFoot
from desktop.settings import Settings
from desktop.timer import Away, Phase, WorkTimer
from desktop.ui.popover import Question
from desktop.workspace import Workspace
from tests.builders import a_block, a_store, some_platforms
from tests.rooms.hearing import heard
from tests.rooms.hours_desk import NOW, WEEK, Clock
from tests.rooms.panel_hands import button

__all__ = ["heard"]


class Desk:
    """A timer, its plan and its clock."""

    def __init__(self, store: Store, settings: Settings | None = None, clock: Clock | None = None) -> None:
        self.store = store
        self.clock = clock or Clock()
        self.workspace = Workspace(store, self.clock)
        self.timer = WorkTimer(self.workspace, settings)
        self.recorded: list[int] = []
        self.asked: list[object] = []
        self.timer.recorded.connect(lambda minutes, _is_step: self.recorded.append(minutes))
        self.timer.idled.connect(self.asked.append)

    @property
    def entries(self) -> tuple[TimeEntry, ...]:
        """The stored entries of the week, by start."""
        return self.store.read(load_entries, WEEK.monday, WEEK.days[-1])

    def phase(self) -> Phase:
        """What the timer does now."""
        return self.timer.phase

    def minutes(self) -> list[int]:
        """How long the stored entries are."""
        return [(each.ended_at - each.started_at) // timedelta(minutes=1) for each in self.entries if each.ended_at]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    block = a_block(NOW.replace(tzinfo=None, hour=10, minute=30), 30)
    made = a_store(tmp_path, blocks=(block,))
    yield made
    made.close()


@pytest.fixture
def desk(qapp: object, store: Store) -> Desk:
    return Desk(store)


def test_what_runs_lies_in_the_plan_at_once(desk: Desk) -> None:
    assert desk.timer.start(1, Activity.INTERACTION)

    running = desk.store.read(load_running)

    assert running is not None
    assert (running.platform_id, running.activity, running.made_by) == (1, Activity.INTERACTION, MadeBy.TIMER)
    assert desk.phase() is Phase.RUNNING


def test_stopping_records_with_the_block_it_was_for(desk: Desk) -> None:
    original_at = NOW.replace(tzinfo=None, hour=10, minute=30)
    desk.timer.start(1, Activity.CREATION, block_id=1, original_at=original_at)
    desk.clock.pass_(minutes=12, seconds=40)
    assert desk.timer.seconds == 760

    desk.timer.stop()

    (entry,) = desk.entries
    assert (entry.block_id, entry.original_at) == (1, original_at)
    assert desk.minutes() == [12]
    assert desk.recorded == [12]
    assert desk.phase() is Phase.STOPPED


def test_less_than_a_minute_leaves_nothing(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(seconds=20)

    desk.timer.stop()

    assert desk.entries == ()
    assert desk.recorded == [0]


def test_a_second_start_records_the_first(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=10)

    desk.timer.start(2, Activity.PLANNING)

    first, second = desk.entries
    assert (first.platform_id, first.ended_at) == (1, desk.clock())
    assert (second.platform_id, second.ended_at) == (2, None)
    desk.workspace.undo_stack.undo()
    assert [each.ended_at for each in desk.entries] == [None]


def test_a_pause_does_not_count(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=10)
    desk.timer.pause()
    assert desk.phase() is Phase.PAUSED
    desk.clock.pass_(minutes=30)
    desk.timer.resume()
    desk.clock.pass_(minutes=5)
    assert desk.timer.seconds == 15 * 60

    desk.timer.stop()

    assert desk.minutes() == [10, 5]
    assert desk.recorded == [15]


def test_discarding_takes_back_all_pieces_in_one_step(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=10)
    desk.timer.pause()
    desk.timer.resume()
    desk.clock.pass_(minutes=5)

    desk.timer.discard()

    assert not desk.entries
    desk.workspace.undo_stack.undo()
    assert len(desk.entries) == 2
    assert desk.phase() is Phase.RUNNING


def test_undo_and_redo_take_the_timer_along(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=10)
    desk.timer.stop()

    desk.workspace.undo_stack.undo()
    assert desk.phase() is Phase.RUNNING
    desk.workspace.undo_stack.undo()
    assert desk.phase() is Phase.STOPPED
    desk.workspace.undo_stack.redo()
    desk.workspace.undo_stack.redo()
    assert desk.phase() is Phase.STOPPED
    assert desk.minutes() == [10]


def test_undoing_a_pause_and_the_start_leaves_nothing_to_resume(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=10)
    desk.timer.pause()

    desk.workspace.undo_stack.undo()
    assert desk.phase() is Phase.RUNNING
    desk.workspace.undo_stack.undo()
    assert desk.phase() is Phase.STOPPED


def test_a_note_goes_to_what_is_measured(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.timer.set_note("Kommentare")
    desk.clock.pass_(minutes=3)
    desk.timer.stop()

    assert [each.note for each in desk.entries] == ["Kommentare"]


def test_it_ticks_while_it_runs(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.timer.ticked, timeout=3000):
        desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=3)
    desk.timer.stop()


# who has been away


def test_it_asks_once_when_nobody_was_there_for_ten_minutes(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=5)
    desk.timer.touch()
    desk.clock.pass_(minutes=9)
    desk.timer.tick()
    assert desk.asked == []
    desk.clock.pass_(minutes=1)
    desk.timer.tick()
    desk.timer.tick()

    assert desk.asked == [NOW + timedelta(minutes=5)]


def test_an_undone_stop_asks_where_the_time_since_went(desk: Desk) -> None:
    desk.timer.start(1, Activity.INTERACTION)
    desk.clock.pass_(minutes=5)
    desk.timer.touch()
    desk.timer.stop()
    desk.clock.pass_(minutes=120)
    desk.workspace.undo_stack.undo()
    desk.timer.tick()
    assert desk.asked == [NOW + timedelta(minutes=5)]
    desk.timer.answer(Away.CUSTOMERS)
    desk.clock.pass_(minutes=10)
    desk.timer.stop()
    assert desk.minutes() == [5, 10]


def test_a_laptop_that_slept_is_asked_about_at_the_first_touch(desk: Desk) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(hours=2)

    desk.timer.touch()

    assert desk.asked == [NOW]


@pytest.mark.parametrize(
    ("away", "minutes", "phase"),
    [
        (Away.PAUSE, [5], Phase.PAUSED),
        (Away.CUSTOMERS, [5, 3], Phase.STOPPED),
        (Away.WORK, [23], Phase.STOPPED),
    ],
)
def test_the_three_answers(desk: Desk, away: Away, minutes: list[int], phase: Phase) -> None:
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=5)
    desk.timer.touch()
    desk.clock.pass_(minutes=15)
    desk.timer.tick()

    desk.timer.answer(away)
    desk.clock.pass_(minutes=3)
    if away is not Away.PAUSE:
        desk.timer.stop()

    assert desk.minutes() == minutes
    assert desk.phase() is phase


def test_a_key_in_the_window_is_a_sign_of_life(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    desk.timer.watch(window)
    desk.timer.start(1, Activity.CREATION)
    desk.clock.pass_(minutes=9)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    desk.clock.pass_(minutes=9)

    desk.timer.tick()

    assert desk.asked == []


def test_after_a_crash_it_still_runs_and_asks_from_the_last_sign_of_life(qapp: object, store: Store) -> None:
    settings = Settings()
    first = Desk(store, settings)
    first.timer.start(1, Activity.CREATION)
    first.clock.pass_(minutes=4)
    first.timer.touch()
    first.timer.tick()
    first.timer.setParent(None)
    first.timer.deleteLater()

    clock = Clock(NOW + timedelta(hours=14))
    second = Desk(store, Settings(), clock)
    assert second.phase() is Phase.RUNNING
    second.timer.tick()

    assert second.asked == [NOW + timedelta(minutes=4)]
    second.timer.answer(Away.PAUSE)
    assert second.minutes() == [4]


def test_the_foot_shows_the_timer_and_asks(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    foot = TimerFoot(desk.timer, lambda: {1: some_platforms()[0]})
    foot.setParent(window)
    foot.setGeometry(10, 640, 190, 44)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not foot.isVisible()

    desk.timer.start(1, Activity.INTERACTION)
    assert foot.isVisible()
    assert foot.accessibleName().startswith("Timer runs, Instagram, Interaction")
    desk.clock.pass_(minutes=20)
    desk.timer.tick()
    question = window.findChild(Question)
    assert isinstance(question, Question)
    first = question.rows.focusProxy()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.mouseClick(button(question, "Go on"), Qt.MouseButton.LeftButton)
    desk.clock.pass_(minutes=2)
    desk.timer.stop()

    assert desk.minutes() == [2]
    assert not foot.isVisible()


def test_a_screen_reader_hears_it_start_pause_and_stop(qtbot: QtBot, desk: Desk, heard: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    TimerFoot(desk.timer, lambda: {1: some_platforms()[0]}).setParent(window)
    window.show()
    qtbot.waitExposed(window)

    desk.timer.start(1, Activity.INTERACTION)
    desk.clock.pass_(minutes=3)
    desk.timer.pause()
    desk.timer.stop()

    assert heard == [
        "Timer runs, Instagram, Interaction, 0:00 h",
        "Timer paused, Instagram, Interaction, 0:03 h",
        "Timer stopped",
    ]


def test_closing_the_question_leaves_everything_as_it_is(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    TimerFoot(desk.timer, dict).setParent(window)
    window.show()
    qtbot.waitExposed(window)
    desk.timer.start(1, Activity.INTERACTION)
    desk.clock.pass_(minutes=20)
    desk.timer.tick()

    question = window.findChild(Question)
    assert isinstance(question, Question)
    QTest.keyClick(question, Qt.Key.Key_Escape)

    assert desk.timer.away_since is None
    assert desk.timer.seconds == 20 * 60
    desk.timer.stop()
