"""The main window: its size on small screens, its forms with large text, its menu bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.records import Week
from db.store import Store
from desktop.calendar.week_view import WeekView
from desktop.main_window import MainWindow, first_size
from desktop.preferences.page import PreferencesPage
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.menu_bar import MenuBar
from desktop.ui.sidebar import SideBar
from desktop.workspace import Workspace
from tests.builders import NOW, a_store

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(tmp_path: Path, qapp: QApplication) -> Iterator[OpenWindow]:
    """Open the window over a plan with three platforms, at a text size in percent."""
    opened: list[tuple[MainWindow, Store]] = []

    def open_(width: int = 1440, scale: int = 100) -> MainWindow:
        theme.apply(qapp, theme.Mode.LIGHT, scale, reduced_motion=True)
        store = a_store(tmp_path)
        workspace = Workspace(store, lambda: NOW)
        today = workspace.now().date()
        window = MainWindow(Week.of(today), today, Settings())
        window.resize(width, 900)
        window.show_plan(workspace)
        window.show()
        QTest.qWaitForWindowExposed(window)
        QApplication.processEvents()
        opened.append((window, store))
        return window

    yield open_
    for window, store in opened:
        window.close()
        window.deleteLater()
        store.close()
    theme.apply(qapp, theme.Mode.LIGHT)


def test_large_text_makes_the_side_bar_narrow_earlier(open_window: OpenWindow) -> None:
    window = open_window(width=1700, scale=150)

    bar = window.findChild(SideBar)
    assert bar is not None
    assert bar.width() == theme.px(56)


def test_a_window_opens_no_larger_than_its_screen(open_window: OpenWindow) -> None:
    window = open_window()
    room = window.screen().availableSize()

    assert first_size(window) == QSize(1440, 900).boundedTo(room - QSize(2, 40)).expandedTo(window.minimumSize())
    assert first_size(window).height() <= max(room.height() - 40, window.minimumHeight())


def bar(window: MainWindow) -> MenuBar | None:
    """The menu bar, if it has been wanted yet."""
    return window.findChild(MenuBar)


def test_f10_shows_the_menu_bar_and_leaving_it_hides_it(open_window: OpenWindow) -> None:
    window = open_window()
    assert bar(window) is None

    QTest.keyClick(window, Qt.Key.Key_F10)
    shown = bar(window)
    assert shown is not None
    assert shown.isVisible()
    assert shown.hasFocus()

    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_alt_alone_shows_the_menu_bar(open_window: OpenWindow) -> None:
    window = open_window()

    QTest.keyPress(window, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)

    shown = bar(window)
    assert shown is not None
    assert shown.isVisible()


def test_alt_with_another_key_does_not(open_window: OpenWindow) -> None:
    window = open_window()

    QTest.keyPress(window, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)

    assert bar(window) is None


def test_every_row_of_the_menus_does_something(open_window: OpenWindow) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F10)
    shown = bar(window)
    assert shown is not None
    rows = {row.text().partition("\t")[0]: row for top in shown.actions() for row in menu_rows(top)}

    rows["New post"].trigger()
    edit = next(top for top in shown.actions() if "Edit" in top.text())
    (first, *_others) = menu_rows(edit)
    menu_of(edit).aboutToShow.emit()
    assert first.isEnabled()
    assert first.text().startswith("Undo: ")
    rows["About Wochenwerk"].trigger()
    assert window.findChild(PreferencesPage) is not None
    rows["Week"].trigger()
    (view,) = window.findChildren(WeekView)
    assert view.isVisible()


def menu_of(top: QAction) -> QMenu:
    """The menu that a word of the bar opens."""
    menu = top.menu()
    assert isinstance(menu, QMenu)
    return menu


def menu_rows(top: QAction) -> list[QAction]:
    """The rows of one of the bar's menus."""
    return [row for row in menu_of(top).actions() if not row.isSeparator()]
