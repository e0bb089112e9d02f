"""The main window: its size on small screens, its forms with large text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.records import Week
from db.store import Store
from desktop.main_window import MainWindow, first_size
from desktop.settings import Settings
from desktop.ui import theme
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
