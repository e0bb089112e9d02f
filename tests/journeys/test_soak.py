"""A long day at the window: whatever is opened and closed, turned and taken back, leaves nothing behind.

Counted is what one round more would leave; `WOCHENWERK_SOAK=N` does N times as many rounds and looks at the memory of
the process too.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import sample
from desktop import rooms
from desktop.calendar.budget_cell import BudgetCell
from desktop.calendar.week_canvas import WeekCanvas
from desktop.calendar.week_view import WeekView
from desktop.main_window import MainWindow
from desktop.planning.cards import PostCard
from desktop.planning.memory import forget
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.popover import Popover
from desktop.workspace import Workspace
from tests.builders import NOW, WEEK

TIMES = int(os.environ.get("WOCHENWERK_SOAK", "1"))
ROUNDS = 50 * TIMES  # half of it is more than a week shown holds of one kind
MOST_BYTES = 10_000_000
ALL_ROOMS = (rooms.MONTH, rooms.AGENDA, rooms.IDEAS, rooms.HOURS, rooms.PRINT, rooms.SETTINGS)


@dataclass
class Day:
    """A window with the sample plan, and what can be done with it."""

    window: MainWindow
    workspace: Workspace

    @property
    def view(self) -> WeekView:
        """The week."""
        found = self.window.findChild(WeekView)
        assert found is not None
        return found

    def settle(self) -> None:
        """Let everything happen that waits, deletions too."""
        for _ in range(2):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def strike(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Strike a key wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def flip(self, number: int) -> None:
        """Show another week, five before and after the present one in turn."""
        self.window.show_week(WEEK.shifted(number % 11 - 5))
        self.settle()

    def visit(self, number: int) -> None:
        """Go to another room and back."""
        self.window.show_room(ALL_ROOMS[number % len(ALL_ROOMS)])
        self.settle()
        self.window.show_room(rooms.WEEK)
        self.settle()

    def search(self, _number: int) -> None:
        """Look for something, and at the list of keys."""
        self.strike(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, "zi")
        self._escape()
        self.strike(Qt.Key.Key_F1)
        self._escape()

    def look_at_cards(self, number: int) -> None:
        """Open the panel of a card and close it."""
        grid = self.view.grid
        keys = list(grid.canvas.items)
        grid.select(keys[number % len(keys)], focus=True)
        self.strike(Qt.Key.Key_Return)
        assert self.view.panel is not None
        self._escape()
        self.settle()

    def look_at_budget(self, number: int) -> None:
        """Open the hint of a budget and close it."""
        cells = self.view.findChildren(BudgetCell)
        cells[number % len(cells)].setFocus()
        self.strike(Qt.Key.Key_Return)
        self._escape()

    def _escape(self) -> None:
        self.strike(Qt.Key.Key_Escape)
        self.settle()
        assert not [each for each in self.window.findChildren(Popover) if each.isVisible()]

    def move(self, number: int) -> None:
        """Move a card by keys, take it back, do it again and take it back for good."""
        canvas = self.window.findChild(WeekCanvas)
        assert canvas is not None
        keys = [key for key, item in canvas.items.items() if isinstance(item, PostCard) and item.moment > _NOON]
        self.view.grid.select(keys[number % len(keys)], focus=True)
        self.strike(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert self.workspace.undo_stack.canUndo()
        for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Z):
            self.strike(key, Qt.KeyboardModifier.ControlModifier)
        assert not self.workspace.undo_stack.canUndo()
        self.settle()

    def reload(self, _number: int) -> None:
        """Another program has written the plan."""
        self.workspace.reloaded.emit()
        self.settle()


_NOON = datetime(2026, 11, 25, 12)


@pytest.fixture
def day(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Day]:
    """The window in the week of the sample plan, without motion."""
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    store = sample.create(tmp_path / "plan.wochenwerk", NOW, "de")
    workspace = Workspace(store, lambda: NOW)
    window = MainWindow(WEEK, workspace.now().date(), Settings())
    window.resize(1440, 900)
    window.show_plan(workspace)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    day = Day(window, workspace)
    yield day
    window.close()
    window.deleteLater()
    workspace.deleteLater()
    day.settle()
    store.close()
    theme.apply(qapp, theme.Mode.LIGHT)


def objects(window: QWidget) -> Counter[str]:
    """How many there are of every kind of widget and helper of the window."""
    gc.collect()
    found = Counter(type(each).__name__ for each in window.findChildren(QObject))
    return found + Counter(f"free {type(each).__name__}" for each in QApplication.topLevelWidgets())


def values(_window: QWidget) -> Counter[str]:
    """How many there are of every kind of thing of our own, but for what the rules remember."""
    forget()
    gc.collect()
    kinds = (type(each) for each in gc.get_objects())
    return Counter(kind.__name__ for kind in kinds if str(kind.__module__).partition(".")[0] in {"desktop", "db"})


def memory() -> int:
    """What the process has in memory, in bytes; 0 where that cannot be asked this way."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0


@pytest.mark.parametrize(
    ("act", "count"),
    [
        (Day.flip, objects),
        (Day.flip, values),
        (Day.visit, objects),
        (Day.search, objects),
        (Day.search, values),
        (Day.look_at_cards, objects),
        (Day.look_at_cards, values),
        (Day.look_at_budget, objects),
        (Day.move, objects),
        (Day.reload, objects),
        (Day.reload, values),
    ],
    ids=lambda each: each.__name__,
)
def test_a_round_leaves_nothing_behind(
    day: Day, act: Callable[[Day, int], None], count: Callable[[QWidget], Counter[str]]
) -> None:
    for number in range(25):
        act(day, number)
    before, bytes_before = count(day.window), memory()
    for number in range(ROUNDS):
        act(day, number)
    after = count(day.window)
    left = {kind: number - before[kind] for kind, number in after.items() if number - before[kind] > ROUNDS // 2}
    assert left == {}
    if TIMES > 1:
        assert memory() - bytes_before < MOST_BYTES
