"""The page of the hours over a real store, with a clock in the test's hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import items
from db.entries import load_entries
from db.records import Activity, Changes, MadeBy, Post, TimeEntry, Week, WorkBlock
from db.store import Store
from desktop.hours.entry_row import EntryRow
from desktop.hours.grid_parts import Cell
from desktop.hours.page import HoursPage
from desktop.timer import WorkTimer
from desktop.workspace import Workspace
from tests.builders import a_store
from tests.rooms.panel_hands import named
from tests.rooms.panel_hands import texts as shown_texts

NOW = datetime(2026, 11, 25, 10, 20, tzinfo=UTC)  # a Wednesday, 11:20 in Berlin
WEEK = Week(2026, 48)


class Clock:
    """Shows what it is told."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The moment that it shows."""
        return self.now

    def pass_(self, **time: int) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


class HoursDesk:
    """The page in a window, and what lies in the plan."""

    def __init__(self, qtbot: QtBot, store: Store, size: tuple[int, int] = (1224, 900)) -> None:
        self.store = store
        self.clock = Clock()
        self.workspace = Workspace(store, self.clock)
        self.timer = WorkTimer(self.workspace)
        self.page = HoursPage(self.workspace, self.timer)
        self.page.resize(*size)
        qtbot.addWidget(self.page, before_close_func=self._end)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def _end(self, page: QWidget) -> None:
        page.close()
        self.store.close()

    @property
    def entries(self) -> tuple[TimeEntry, ...]:
        """The stored entries of the week."""
        return self.store.read(load_entries, WEEK.monday, WEEK.days[-1])

    def the_entry(self) -> TimeEntry:
        """The only stored entry."""
        (entry,) = self.entries
        return entry

    @property
    def rows(self) -> list[EntryRow]:
        """The lines in sight, from the top."""
        QApplication.processEvents()
        rows = [row for row in self.page.view.entries.findChildren(EntryRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.mapTo(self.page, QPoint()).y())

    def row(self, entry_id: int) -> EntryRow:
        """The line of an entry."""
        return next(row for row in self.rows if row.line.entry.id == entry_id)

    def cell(self, platform: str, activity: Activity) -> Cell:
        """A cell of the grid."""
        cells = self.page.view.grid.findChildren(Cell)
        return next(
            cell for cell in cells if cell.platform and (cell.platform.name, cell.activity) == (platform, activity)
        )

    def fill(self, platform: str, activity: Activity, text: str) -> None:
        """Type into a cell as the keyboard does."""
        cell = self.cell(platform, activity)
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(cell, text[0])
        self.type(text[1:])

    def type(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type where the focus is."""
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)
        QTest.keyClick(field, end)

    def said(self) -> str:
        """What the newest message says."""
        return self.page._toasts.shown[-1].plain


def hours_desk(
    qtbot: QtBot,
    folder: Path,
    *entries: TimeEntry,
    posts: tuple[Post, ...] = (),
    blocks: tuple[WorkBlock, ...] = (),
    size: tuple[int, int] = (1224, 900),
) -> HoursDesk:
    """The page over a new plan that holds what the test says; both go with the test."""
    store = a_store(folder, posts, blocks)
    if entries:
        store.write(items.put, Changes(entries=entries))
    return HoursDesk(qtbot, store, size)


def worked(starts: str, ends: str, day: int = 25, **fields: Any) -> TimeEntry:  # noqa: ANN401
    """Creation on Instagram on a day of November, by hand, in UTC clock times."""

    def moment(clock: str) -> datetime:
        hour, minute = map(int, clock.split(":"))
        return datetime(2026, 11, day, hour, minute, tzinfo=UTC)

    usual = TimeEntry(0, 1, Activity.CREATION, moment(starts), moment(ends), MadeBy.MANUAL)
    return replace(usual, **fields)


def editor_field(desk: HoursDesk, name: str) -> QWidget:
    """A field of the entry that is being edited."""
    editor = desk.page.view.entries.editor
    assert editor is not None
    return named(editor, name)


def texts(page: QWidget) -> set[str]:
    """Every text that is shown, what was just made too."""
    QApplication.processEvents()
    return shown_texts(page)
