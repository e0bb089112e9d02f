"""The whole program: started, used, closed and started again, with real windows and a real plan on disk."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from db import lock
from db.board import load_ideas
from db.plan import load_plan
from db.platforms import load_platforms
from db.store import Store
from desktop import languages, settings
from desktop.app import Program
from desktop.calendar.week_view import WeekView
from desktop.commands import arguments
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.ui import theme
from desktop.welcome.page import WelcomePage
from tests.builders import a_plan, some_platforms

Start = Callable[..., Program]


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    """Start the program with these arguments, as `wochenwerk ARGUMENTS…` does."""
    running: list[Program] = []

    def start_it(*given: object) -> Program:
        program = Program(arguments.parse([str(each) for each in given]), qapp)
        running.append(program)
        program.start()
        return program

    yield start_it
    for program in running:
        if shiboken6.isValid(program):
            stop(program)
    languages.speak("en")
    theme.apply(qapp, theme.Mode.LIGHT)


def stop(program: Program) -> None:
    """Close every window, then the program, as leaving the event loop does."""
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    program.close()
    program.setParent(None)
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, 0)


def shown(kind: type[QWidget]) -> QWidget | None:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)


def button(parent: QWidget, name: str) -> QAbstractButton:
    found = [each for each in parent.findChildren(QAbstractButton) if name in {each.text(), each.accessibleName()}]
    assert found, name
    return found[0]


def press(parent: QWidget, name: str) -> None:
    QTest.mouseClick(button(parent, name), Qt.MouseButton.LeftButton)


def window_with(qtbot: QtBot, title: str) -> MainWindow:
    """The main window once the plan is there."""
    qtbot.waitUntil(lambda: (found := shown(MainWindow)) is not None and title in found.windowTitle(), timeout=10_000)
    window = shown(MainWindow)
    assert isinstance(window, MainWindow)
    return window


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.wochenwerk"
    Store.create(path, a_plan(), some_platforms()).close()
    return path


def test_four_answers_and_an_idea_are_there_after_a_restart(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "sub" / "new.wochenwerk"
    program = start("--plan", path, "--language", "de")
    page = shown(WelcomePage)
    assert page is not None
    QTest.keyClicks(page.findChildren(QLineEdit)[0], "Cafe Test")
    press(page, "Instagram")
    press(page, "Woche anlegen")
    window = window_with(qtbot, "Cafe Test")
    view = window.findChild(WeekView)
    assert view is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Zimtschnecken")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stop(program)

    start("--plan", path, "--language", "de")
    window_with(qtbot, "Cafe Test")

    store = Store.open(path)
    assert [post.title for post in store.read(load_ideas)] == ["Zimtschnecken"]
    assert [platform.key for platform in store.read(load_platforms)] == ["instagram"]
    store.close()
    qtbot.waitUntil(lambda: Settings().value(settings.LAST_PLAN) == str(path))


def test_the_first_page_speaks_the_other_language_at_once(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    start("--plan", tmp_path / "new.wochenwerk", "--language", "de")
    page = shown(WelcomePage)
    assert page is not None
    QTest.keyClicks(page.findChildren(QLineEdit)[0], "Cafe Test")
    press(page, "English")

    def is_english() -> bool:
        now = shown(WelcomePage)
        return now is not None and any(
            each.accessibleName() == "Create my week" or each.text() == "Create my week"
            for each in now.findChildren(QAbstractButton)
        )

    qtbot.waitUntil(is_english)
    page = shown(WelcomePage)
    assert page is not None
    assert page.findChildren(QLineEdit)[0].text() == "Cafe Test"
    assert Settings().language() == "en"


def test_the_sample_needs_no_plan_and_leaves_none(start: Start, qtbot: QtBot, own_home: Path) -> None:
    program = start("--demo", "--language", "en")
    window_with(qtbot, "Café Lindenhof")
    stop(program)
    assert not list(own_home.rglob("*.wochenwerk"))


def test_the_sample_is_one_click_from_the_first_page(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    start("--plan", tmp_path / "new.wochenwerk", "--language", "de")
    page = shown(WelcomePage)
    assert page is not None
    press(page, "Beispieldaten ansehen")
    window_with(qtbot, "Café Lindenhof")
    assert not (tmp_path / "new.wochenwerk").exists()


def test_an_open_plan_is_held_and_let_go(start: Start, qtbot: QtBot, plan: Path) -> None:
    program = start("--plan", plan)
    window_with(qtbot, "Café Lindenhof")
    assert lock.window_is_open(plan)
    stop(program)
    assert not lock.window_is_open(plan)


def test_a_second_start_raises_the_first_window_and_ends(start: Start, qtbot: QtBot, plan: Path) -> None:
    start("--plan", plan)
    window = window_with(qtbot, "Café Lindenhof")
    qtbot.waitUntil(lambda: True)
    window.showMinimized()
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    second = subprocess.Popen([sys.executable, "-m", "desktop", "--plan", str(plan)], env=environment)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not window.isMinimized())


def test_what_a_command_writes_beside_the_window_appears_there(start: Start, qtbot: QtBot, plan: Path) -> None:
    start("--plan", plan, "--language", "de")
    window = window_with(qtbot, "Café Lindenhof")
    (plan.parent / "t.csv").write_text("title,platforms\nBeside the window,instagram\n")
    command = [sys.executable, "-m", "desktop", "import", str(plan.parent / "t.csv"), "--plan", str(plan)]
    done = subprocess.run(command, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    view = window.findChild(WeekView)
    assert view is not None

    def has_card() -> bool:
        return any("Beside the window" in each.accessibleName() for each in view.tray.findChildren(QWidget))

    qtbot.waitUntil(has_card, timeout=10_000)


@pytest.mark.parametrize("content", [b"this is no plan at all", b""])
def test_what_is_no_plan_is_said_and_left_alone(start: Start, qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.wochenwerk"
    path.write_bytes(content)
    start("--plan", path, "--language", "en")
    qtbot.waitUntil(lambda: bool(QApplication.activeModalWidget() or shown(QMessageBox)), timeout=10_000)
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert str(path) in box.text()
    assert path.read_bytes() == content
    QTimer.singleShot(0, box.reject)
    qtbot.waitUntil(lambda: shown(QMessageBox) is None)


def test_a_plan_that_cannot_be_held_is_said_and_left_alone(start: Start, qtbot: QtBot, plan: Path) -> None:
    plan.with_name(f".{plan.name}.lock").symlink_to(plan)  # no lock goes through a link, not even root's
    start("--plan", plan, "--language", "en")
    qtbot.waitUntil(lambda: shown(QMessageBox) is not None, timeout=10_000)
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert str(plan) in box.text()
    assert "cannot be written" in box.text()
    QTimer.singleShot(0, box.reject)
    qtbot.waitUntil(lambda: shown(QMessageBox) is None)


def test_a_window_that_stays_open_makes_the_copy_of_the_next_day(start: Start, qtbot: QtBot, plan: Path) -> None:
    program = start("--plan", plan)
    window_with(qtbot, "Café Lindenhof")
    folder = plan.parent / "plan backups"
    qtbot.waitUntil(lambda: folder.exists() and any(folder.glob("plan *")), timeout=10_000)
    qtbot.waitUntil(lambda: not any(thread.name == "daily copy" for thread in threading.enumerate()))
    (copy,) = folder.iterdir()
    copy.rename(folder / "plan 2026-01-01.wochenwerk")
    hourly = program.findChild(QTimer, "copies")
    assert hourly is not None
    hourly.timeout.emit()
    qtbot.waitUntil(copy.exists, timeout=10_000)


def test_a_link_opens_the_plan_itself(start: Start, qtbot: QtBot, plan: Path) -> None:
    (plan.parent / "desk").mkdir()
    link = plan.parent / "desk" / "link.wochenwerk"
    link.symlink_to(plan)
    start("--plan", link)
    window_with(qtbot, "Café Lindenhof")
    qtbot.waitUntil((plan.parent / "plan backups").exists, timeout=10_000)
    assert list(link.parent.iterdir()) == [link]


def test_changing_the_language_in_the_settings_rebuilds_the_window(start: Start, qtbot: QtBot, plan: Path) -> None:
    start("--plan", plan, "--language", "de")
    first = window_with(qtbot, "Café Lindenhof")
    first.show_room("settings")
    press(first, "Darstellung")
    press(first, "English")
    qtbot.waitUntil(lambda: shown(MainWindow) not in {None, first}, timeout=10_000)
    second = window_with(qtbot, "Café Lindenhof")
    assert button(second, "Appearance").isVisible()
    assert Settings().language() == "en"


@pytest.mark.expects_log("RuntimeError")
def test_a_fault_is_reported_once_and_the_window_lives_on(start: Start, qtbot: QtBot, plan: Path) -> None:
    start("--plan", plan, "--language", "en")
    window = window_with(qtbot, "Café Lindenhof")

    def fail() -> None:
        raise RuntimeError("a fault of ours")

    hook = sys.excepthook
    for _ in range(2):
        try:
            fail()
        except RuntimeError as error:
            hook(type(error), error, error.__traceback__)
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
    assert len(boxes) == 1
    assert "a fault of ours" in boxes[0].detailedText()
    boxes[0].close()
    assert window.isVisible()


def test_the_plan_s_name_is_the_window_s(start: Start, qtbot: QtBot, plan: Path) -> None:
    start("--plan", plan)
    window_with(qtbot, "Café Lindenhof")
    store = Store.open(plan)
    assert store.read(load_plan).name == "Café Lindenhof"
    store.close()
