"""The room of the month over a real plan, and hands that use it: in days instead of pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from db.board import load_board
from db.records import Platform, Post, Week, WorkBlock
from desktop.month.canvas import MonthCanvas
from desktop.month.items import MonthItem
from desktop.month.page import MonthPage
from desktop.planning.cards import PostKey
from desktop.planning.month import month_weeks
from desktop.ui import theme
from desktop.ui.popover import Question
from desktop.workspace import Workspace
from tests.builders import NOW, a_store
from tests.rooms.hand import Hand

NO_KEYS = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def at(day: int, clock: str = "12:00", month: int = 11) -> datetime:
    """A time of day on a day of November 2026, or of another month of that year."""
    hour, minute = clock.split(":")
    return datetime(2026, month, day, int(hour), int(minute))


@dataclass
class Room:
    """The page in a window, and what it asked for."""

    window: QWidget
    page: MonthPage
    workspace: Workspace
    hand: Hand
    asked: list[object] = field(default_factory=list)

    @property
    def canvas(self) -> MonthCanvas:
        """The painted month."""
        return self.page.view.canvas

    def post(self, title: str) -> Post:
        """The post of this title as it is stored."""
        return next(post for post in self.posts() if post.title == title)

    def posts(self) -> tuple[Post, ...]:
        """The posts of the last months of 2026, as they are stored."""
        weeks = {week for month in (9, 10, 11, 12) for week in month_weeks(2026, month)}
        return self.workspace.read(load_board, weeks).posts

    def moments(self, title: str) -> list[datetime | None]:
        """When the versions of a post go out, as stored."""
        return [variant.starts_at for variant in self.post(title).variants]

    def key(self, title: str) -> PostKey:
        """The key of the one card of a post in sight."""
        shown = self.canvas.shown
        assert shown is not None
        (found,) = [card.key for day in shown.days() for card in day.posts if card.title == title]
        return found

    def titles(self, day: date) -> list[str]:
        """The posts of a day in sight."""
        shown = self.canvas.shown
        found = shown.day(day) if shown is not None else None
        assert found is not None
        return [card.title for card in found.posts]

    def middle(self, day: date) -> QPoint:
        """A place of the screen in the lower half of a day, below its posts."""
        rect = self.canvas.rect_of(day)
        return QPoint(rect.center().x(), rect.bottom() - 20)

    def on(self, title: str) -> QPoint:
        """A place of the screen on a post."""
        return self.canvas.rect_of(self.key(title)).center()

    def drag(self, title: str, *days: date, drop: bool = True, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Drag a post over days; let go on the last one."""
        start = self.on(title)
        self.hand.modifiers = keys
        self.hand.drag(start, start + QPoint(5, 3), *(self.middle(day) for day in days))
        if drop:
            self.hand.release()
            self.hand.modifiers = NO_KEYS

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Strike a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def focused(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def names(self) -> list[str]:
        """The names of the month's items in sight."""
        return [item.accessibleName() for item in self.canvas.findChildren(MonthItem) if item.isVisible()]

    def toast(self) -> str:
        """What the newest message says."""
        shown = self.page.view.toasts.shown
        return shown[-1].plain if shown else ""

    def question(self) -> Question:
        """The one question that is open."""
        (found,) = [each for each in self.window.findChildren(Question) if each.is_open]
        return found

    def hints(self) -> list[str]:
        """What the footer says is missing."""
        return [row.accessibleName() for row in self.page.view.footer.hint_rows if row.isVisible()]


OpenRoom = Callable[..., Room]


@pytest.fixture
def open_room(tmp_path: Path, qapp: QApplication) -> Iterator[OpenRoom]:
    """Open the month over a plan that holds these posts and blocks; it is 25 November 2026, 10:00 in Berlin."""
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    rooms: list[Room] = []

    def opened(
        posts: Sequence[Post] = (),
        blocks: Sequence[WorkBlock] = (),
        platforms: Sequence[Platform] | None = None,
        size: tuple[int, int] = (1224, 900),
    ) -> Room:
        store = a_store(tmp_path, posts, blocks, platforms=platforms)
        workspace = Workspace(store, lambda: NOW)
        window = QWidget()
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        page = MonthPage(workspace)
        row.addWidget(page)
        window.resize(*size)
        window.show()
        QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        page.setFocus()
        QApplication.processEvents()
        room = Room(window, page, workspace, Hand(window))
        page.week_wanted.connect(room.asked.append)
        page.post_wanted.connect(lambda post_id, week: room.asked.append((post_id, week)))
        rooms.append(room)
        return room

    yield opened
    for room in rooms:
        room.window.close()
        room.window.deleteLater()
        room.workspace.store.close()


def wait_for_totals(room: Room) -> None:
    """Let the totals come, which follow right behind the picture."""
    shown = room.canvas.shown
    for _ in range(100):
        QApplication.processEvents()
        shown = room.canvas.shown
        if shown is not None and shown.weeks[0].budgets:
            return
    raise AssertionError("no totals")


def week(number: int) -> Week:
    """A week of 2026."""
    return Week(2026, number)
