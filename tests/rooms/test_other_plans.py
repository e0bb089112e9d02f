"""Going on with another plan while the program runs: opened, begun, moved; a problem keeps the present one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db import formats, lists, lock, platforms
from db.board import load_whole
from db.plan import load_plan, save_plan
from db.records import ByActivity, Format
from db.store import Store
from desktop.app import Program
from desktop.doorbell import ring
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.ui.toast import Toast
from tests.builders import a_plan, a_post, a_store
from tests.rooms.panel_hands import button, click, named, retype


class Desktop:
    """The running program, as its user sees it."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program

    @property
    def window(self) -> MainWindow:
        """The one window in sight."""
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]
        assert len(shown) == 1
        return shown[0]

    @property
    def title(self) -> str:
        """What stands above the only window; empty while one takes the place of another."""
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]
        return shown[0].windowTitle() if len(shown) == 1 else ""

    def wait_for(self, name: str) -> None:
        """Wait until the plan of this name stands in the only window."""
        self.qtbot.waitUntil(lambda: self.title == f"{name} – Wochenwerk")

    def enter_settings(self) -> None:
        """Go to the settings."""
        self.window.show_room("settings")
        QApplication.processEvents()

    def toasts(self) -> list[str]:
        """The messages in sight."""
        return [toast.plain for toast in self.window.findChildren(Toast) if toast.isVisibleTo(self.window)]

    def wait_for_toast(self, start: str) -> str:
        """The first message that begins like this, once it is there."""
        self.qtbot.waitUntil(lambda: any(each.startswith(start) for each in self.toasts()))
        return next(each for each in self.toasts() if each.startswith(start))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with a post, three platforms, one of them with an account, and a format of its own."""
    store = a_store(tmp_path, posts=[a_post("Zimtschnecken")])
    store.write(lists.put_format, replace(lists.DEFAULT_FORMATS[0], name="Spruch"))
    store.write(formats.add_format, Format("", "Rezept", 0, ByActivity(5)))
    store.write(formats.remove_format, "poll")
    (first, *_rest) = store.read(platforms.load_platforms)
    store.write(platforms.put_platform, replace(first, handle="cafe", target=200))
    store.close()
    return store.path


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, plan: Path) -> Iterator[Desktop]:
    """The program, running on the plan."""
    program = Program(argparse.Namespace(plan=plan, demo=False, language="en", theme="light"), qapp)
    program.start()
    desk = Desktop(qtbot, program)
    try:
        desk.wait_for("Café Lindenhof")
        qtbot.waitUntil(lambda: Settings().recent_plans() == (plan,))
        yield desk
    finally:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.close()
                window.deleteLater()
        QApplication.processEvents()
        program.close()
        program.deleteLater()


def another(folder: Path, name: str = "Bäckerei") -> Path:
    folder.mkdir(exist_ok=True)
    store = a_store(folder, plan=a_plan(name=name))
    store.close()
    return store.path


def answer(monkeypatch: pytest.MonkeyPatch, kind: str, path: Path | None) -> list[str]:
    """Let the next file dialog answer with a path; gives what it proposed."""
    proposed: list[str] = []

    def dialog(_parent: object, _title: str, where: str, *_more: object, **_options: object) -> tuple[str, str]:
        proposed.append(where)
        return (str(path) if path else "", "")

    monkeypatch.setattr(QFileDialog, kind, dialog)
    return proposed


def test_another_plan_takes_the_place_of_the_present_one(
    desk: Desktop, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another(tmp_path / "other")
    place = desk.window.geometry()
    desk.enter_settings()
    answer(monkeypatch, "getOpenFileName", other)
    click(button(desk.window, "Open another plan …"))
    desk.wait_for("Bäckerei")
    assert desk.window.geometry() == place
    desk.qtbot.waitUntil(lambda: Settings().recent_plans() == (other, plan))
    assert (lock.window_is_open(other), lock.window_is_open(plan)) == (True, False)
    assert Settings().plan_file(None) == other
    with desk.qtbot.waitSignal(desk.program._doorbell.rung, timeout=2000):  # type: ignore[union-attr]
        assert ring(other)


def test_a_plan_that_was_open_lately_is_one_click_away(
    desk: Desktop, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another(tmp_path / "other")
    Settings().remember_plan(tmp_path / "gone.wochenwerk")
    Settings().remember_plan(other)
    Settings().remember_plan(plan)
    desk.enter_settings()
    click(named(desk.window, f"Open plan, {other.parent}"))
    desk.wait_for("Bäckerei")
    desk.enter_settings()
    click(named(desk.window, f"Open plan, {plan.parent}"))
    desk.wait_for("Café Lindenhof")


@pytest.mark.parametrize("kind", ["damaged", "locked", "gone", "other"])
def test_a_problem_keeps_the_present_plan(
    desk: Desktop, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    other = another(tmp_path / "other")
    held = lock.hold_window(other) if kind == "locked" else None
    if kind == "damaged":
        other.write_bytes(other.read_bytes()[:1000])
    elif kind == "gone":
        other.unlink()
    elif kind == "other":
        other.write_text("a letter", encoding="utf-8")
    desk.enter_settings()
    answer(monkeypatch, "getOpenFileName", other)
    click(button(desk.window, "Open another plan …"))
    assert str(other) in desk.wait_for_toast("There is no plan" if kind == "gone" else str(other))
    assert desk.title == "Café Lindenhof – Wochenwerk"
    retype(named(desk.window, "Place"), "Staufen")
    store = Store.open(plan)
    assert store.read(load_plan).place == "Staufen"
    store.close()
    if held is not None:
        held.release()
    assert not lock.window_is_open(other)


def test_the_present_plan_is_not_opened_twice(desk: Desktop, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.enter_settings()
    answer(monkeypatch, "getOpenFileName", plan)
    click(button(desk.window, "Open another plan …"))
    desk.wait_for_toast("This plan is open already.")
    answer(monkeypatch, "getOpenFileName", None)
    click(button(desk.window, "Open another plan …"))
    QApplication.processEvents()
    assert desk.title == "Café Lindenhof – Wochenwerk"


def test_a_new_plan_begins_with_the_settings_of_this_one(
    desk: Desktop, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "Kaffee.wochenwerk"
    desk.enter_settings()
    proposed = answer(monkeypatch, "getSaveFileName", new.with_suffix(""))
    click(button(desk.window, "New plan …"))
    retype(named(desk.window, "Name of the business"), "Kaffee: Sued")
    click(button(desk.window, "Choose the place …"))
    assert proposed == [str(tmp_path / "Kaffee Sued.wochenwerk")]
    desk.wait_for("Kaffee: Sued")
    store = Store.open(new)
    whole = store.read(load_whole)
    store.close()
    assert (whole.posts, whole.plan.region, whole.plan.place) == ((), "DE-BW", "")
    assert next((each.name, each.target, each.handle) for each in whole.platforms) == ("Instagram", 200, "")
    names = [each.name for each in whole.formats]
    assert names[0] == "Spruch"
    assert names[-1] == "Rezept"
    assert "Poll" not in names


def test_a_new_plan_overwrites_nothing(desk: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = another(tmp_path / "other")
    before = other.read_bytes()
    desk.enter_settings()
    answer(monkeypatch, "getSaveFileName", other)
    click(button(desk.window, "New plan …"))
    click(button(desk.window, "Choose the place …"))
    retype(named(desk.window, "Name of the business"), "Neu")
    click(button(desk.window, "Choose the place …"))
    desk.wait_for_toast(f"{other} exists already")
    assert other.read_bytes() == before
    assert not lock.window_is_open(other)


def test_the_plan_gets_another_name_and_place(
    desk: Desktop, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Ordner" / "Lindenhof.wochenwerk"
    desk.enter_settings()
    retype(named(desk.window, "Place"), "Staufen")
    proposed = answer(monkeypatch, "getSaveFileName", target)
    click(button(desk.window, "Rename or move …"))
    assert proposed == [str(plan)]
    desk.wait_for_toast(f"The plan lies in {target} now.")
    assert not plan.exists()
    assert Settings().recent_plans() == (target,)
    assert (lock.window_is_open(target), lock.window_is_open(plan)) == (True, False)
    retype(named(desk.window, "Website"), "linde.de")
    store = Store.open(target)
    assert (store.read(load_plan).place, store.read(load_plan).website) == ("Staufen", "linde.de")
    assert [post.title for post in store.read(load_whole).posts] == ["Zimtschnecken"]
    store.close()


def test_a_place_that_is_taken_moves_nothing(
    desk: Desktop, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another(tmp_path / "other")
    desk.enter_settings()
    answer(monkeypatch, "getSaveFileName", other)
    click(button(desk.window, "Rename or move …"))
    desk.wait_for_toast(f"{other} exists already")
    assert plan.exists()
    assert desk.title == "Café Lindenhof – Wochenwerk"


def test_a_file_that_another_program_writes_while_it_moves_is_kept(
    desk: Desktop, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop import plan_files  # noqa: PLC0415

    really = plan_files.move

    def move_and_write(store: Store, path: Path) -> plan_files.HeldPlan:
        moved = really(store, path)
        command = Store.open(store.path)
        command.write(save_plan, replace(command.read(load_plan), name="Von woanders"))
        command.close()
        return moved

    monkeypatch.setattr(plan_files, "move", move_and_write)
    target = tmp_path / "Lindenhof.wochenwerk"
    desk.enter_settings()
    answer(monkeypatch, "getSaveFileName", target)
    click(button(desk.window, "Rename or move …"))
    assert desk.wait_for_toast(f"The plan lies in {target} now.").endswith(f"The former file is still there: {plan}")
    kept = Store.open(plan)
    assert kept.read(load_plan).name == "Von woanders"
    kept.close()
