"""The calendar room over a real plan, and hands that use it: in times and days instead of pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from db.records import Platform, Post, Week, WorkBlock
from desktop.calendar import reckoning
from desktop.calendar.page import CalendarPage
from desktop.calendar.week_view import WeekView
from desktop.planning.cards import BlockKey, CardKey, PostKey
from desktop.ui import theme
from desktop.ui.mini_month import MiniMonth
from desktop.ui.popover import Question
from desktop.workspace import Workspace
from tests.builders import NOW, a_store

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def moment(day: int, clock: str, weeks: int = 0) -> datetime:
    """A time of day on a day (Monday 0) of week 48, or so many weeks later."""
    hour, minute = clock.split(":")
    return datetime(2026, 11, 23, int(hour), int(minute)) + timedelta(days=day, weeks=weeks)


@dataclass
class Room:
    """The page in a window of 1440×900 with the small month at its left."""

    window: QWidget
    view: WeekView
    page: CalendarPage
    month: MiniMonth
    workspace: Workspace

    def post_key(self, title: str, at: datetime) -> PostKey:
        """The key of a post's card."""
        return PostKey(self.post(title).id, at)

    def post(self, title: str) -> Post:
        """The post of this title in the shown week or among the ideas."""
        return next(post for post in self.page.board().posts if post.title == title)

    def block(self, title: str) -> WorkBlock:
        """The block of this title in the shown week."""
        return next(block for block in self.page.board().blocks if block.title == title)

    def block_key(self, title: str, at: datetime) -> BlockKey:
        """The key of a block's card."""
        return BlockKey(self.block(title).id, at)

    def shown(self) -> set[CardKey]:
        """The cards that stand in the grid."""
        return set(self.view.grid.canvas.items)

    def has_panel(self) -> bool:
        """Tell whether a side panel is open."""
        return self.view.panel is not None and self.view.panel.isVisible()

    def spot(self, at: datetime) -> QPoint:
        """A place of the shown week, in global coordinates, in the middle of its column."""
        canvas = self.view.grid.canvas
        day = self.page.week.days.index(at.date())
        column = canvas.grid.column_width(day)
        x = canvas.grid.edges[day] + column / 2
        return canvas.mapToGlobal(QPointF(x, canvas.grid.y(at.hour * 60 + at.minute)).toPoint())

    def drag(self, start: QPoint, *way: QPoint, drop: bool = True, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press at a place, go the way, and let go at its end."""
        self._mouse(QTest.mousePress, start, NO_KEYS)
        for step in (start + QPoint(3, 3), start + QPoint(8, 8), *way):
            self._move(step, keys)
        if drop:
            self._mouse(QTest.mouseRelease, way[-1], keys)

    def release(self, at: QPoint) -> None:
        """Let go."""
        self._mouse(QTest.mouseRelease, at, NO_KEYS)

    def drag_card(self, key: CardKey, to: datetime, drop: bool = True, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Drag a card by its upper part so that it starts then."""
        rect = self.view.grid.card_rect(key)
        starts = key.moment if isinstance(key, PostKey) else key.original_at
        grabbed = QPoint(rect.left() + rect.width() // 3, rect.top() + 9)
        offset = grabbed - self.spot(starts)
        self.drag(grabbed, self.spot(to) + offset, drop=drop, keys=keys)

    def lift_idea(self, title: str, to: datetime, drop: bool = True) -> None:
        """Drag an idea from the tray so that it goes out then; it hangs on the pointer by its middle."""
        card = self.view.tray.card_of(self.post(title).id)
        assert card is not None
        start = card.mapToGlobal(card.rect().center())
        self.drag(start, self.spot(to) + QPoint(0, 27), drop=drop)

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press keys where the focus is, or on a widget."""
        target = on or QApplication.focusWidget() or self.view
        QTest.keySequence(target, keys)

    def toast(self) -> str:
        """What the newest message says."""
        return self.view.toasts.shown[-1].plain if self.view.toasts.shown else ""

    def question(self) -> Question:
        """The one question that is open."""
        (found,) = [each for each in self.window.findChildren(Question) if each.is_open]
        return found

    def budget(self, platform_id: int) -> str:
        """What a platform's cell says on its first line."""
        return self.view.strip.cells[platform_id].total_text()

    def _mouse(self, act: Callable[..., None], at: QPoint, keys: Qt.KeyboardModifier) -> None:
        act(self.window.windowHandle(), LEFT, keys, self.window.mapFromGlobal(at))

    def _move(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        if keys is not NO_KEYS:
            QTest.keyPress(self.window.windowHandle(), Qt.Key.Key_Control, keys)
        QTest.mouseMove(self.window.windowHandle(), self.window.mapFromGlobal(at))
        QApplication.processEvents()


OpenRoom = Callable[..., Room]


@pytest.fixture
def open_room(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenRoom]:
    """Open the calendar over a plan that holds these posts and blocks; now is Wednesday of week 48, 10:00 in Berlin.

    What is reckoned is there at once, however busy the machine; a test about threads sets `AT_ONCE` to nothing.
    """
    monkeypatch.setattr(reckoning, "AT_ONCE", 3600.0)
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    rooms: list[Room] = []

    def opened(
        posts: Sequence[Post] = (), blocks: Sequence[WorkBlock] = (), platforms: Sequence[Platform] | None = None
    ) -> Room:
        store = a_store(tmp_path, posts, blocks, platforms=platforms)
        workspace = Workspace(store, lambda: NOW)
        window = QWidget()
        month, view = MiniMonth(), WeekView()
        month.setFixedWidth(216)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(month)
        row.addWidget(view, 1)
        window.resize(1440, 900)
        week = workspace.now().date()
        view.show_empty(Week.of(week), week)
        window.show()
        QTest.qWaitForWindowExposed(window)
        page = CalendarPage(workspace, view, month)
        QApplication.processEvents()
        room = Room(window, view, page, month, workspace)
        rooms.append(room)
        return room

    yield opened
    for room in rooms:
        room.window.close()
        room.window.deleteLater()
        room.workspace.store.close()
