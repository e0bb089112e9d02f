"""The list of keys, and that its table tells the truth about the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.records import Week
from desktop import keys
from desktop.main_window import MainWindow
from desktop.search.overlay import Overlay
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.menu_bar import MenuBar
from desktop.workspace import Workspace
from tests.builders import NOW, a_store


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    store = a_store(tmp_path)
    workspace = Workspace(store, lambda: NOW)
    today = workspace.now().date()
    window = MainWindow(Week.of(today), today, Settings())
    window.show_plan(workspace)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()
    store.close()


def opened(window: MainWindow, text: str = "") -> Overlay:
    QTest.keyClick(window, Qt.Key.Key_F1)
    found = window.findChild(Overlay)
    assert found is not None
    QTest.keyClicks(found.field, text)
    return found


def written(sequences: object) -> set[str]:
    """Sequences as QKeySequence writes them, so that spellings do not matter."""
    assert isinstance(sequences, (set, list, tuple))
    return {QKeySequence(each).toString() for each in sequences}


def listed() -> set[str]:
    return written([each for group in keys.groups() for key in group.keys for each in key.sequences])


def test_f1_lists_every_key(window: MainWindow) -> None:
    found = opened(window)

    rows = {(row.text, row.detail) for row in found.rows.shown_rows}
    assert rows == {(key.does, key.shown) for group in keys.groups() for key in group.keys}
    assert ("New work block", "Ctrl Shift N") in rows
    assert ("15 minutes earlier, later", "Alt ↑ / ↓") in rows
    assert ("Hours higher, lower", "Ctrl + / -") in rows
    assert ("Search and commands", "Ctrl K / Ctrl F") in rows
    assert ("Redo", "Ctrl Y / Ctrl Shift Z") in rows


@pytest.mark.parametrize("typed", ["tick", "ctrl+enter", "Ctrl enter"])
def test_words_and_keys_narrow_it(window: MainWindow, typed: str) -> None:
    found = opened(window, typed)

    assert {row.text for row in found.rows.shown_rows} == {"Tick off, publish"}
    assert found.rows.current is not None


def test_nothing_happens_on_enter_and_f1_closes(window: MainWindow) -> None:
    found = opened(window, "delete")

    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert found.is_open
    QTest.keyClick(found.field, Qt.Key.Key_F1)
    assert not found.is_open


def test_every_shortcut_of_the_window_is_listed(window: MainWindow) -> None:
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_P, Qt.Key.Key_Comma, Qt.Key.Key_1):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    had = written([each.key().toString() for each in window.findChildren(QShortcut)])

    assert had - {"Ctrl+="} <= listed()  # Ctrl and plus on keyboards where plus needs Shift


def test_menus_write_keys_as_the_list_does(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F10)
    bar = window.findChild(MenuBar)
    assert bar is not None
    menus = [menu for top in bar.actions() if isinstance(menu := top.menu(), QMenu)]
    rows = {row.text().partition("\t")[2] for menu in menus for row in menu.actions()} - {""}

    assert rows <= {keys.shown(each) for group in keys.groups() for key in group.keys for each in key.sequences}
