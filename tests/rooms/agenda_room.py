"""The room of the agenda over a real plan, and hands that use it: in titles instead of pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from db import items
from db.board import load_board, load_ideas
from db.lists import put_campaign, put_member
from db.records import Campaign, Changes, Member, Post, Week, WorkBlock
from desktop.agenda import words
from desktop.agenda.heading import Heading
from desktop.agenda.page import AgendaPage
from desktop.agenda.row import AgendaRow
from desktop.ui import theme
from desktop.ui.popover import Question
from desktop.workspace import Workspace
from tests.builders import NOW, a_store
from tests.rooms.hand import Hand
from tests.rooms.panel_hands import open_menu

NO_KEYS = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def at(day: int, clock: str = "12:00", month: int = 11) -> datetime:
    """A time of day on a day of November 2026, or of another month of that year."""
    hour, minute = clock.split(":")
    return datetime(2026, month, day, int(hour), int(minute))


@dataclass
class Room:
    """The page in a window, and what it asked for."""

    window: QWidget
    page: AgendaPage
    workspace: Workspace
    hand: Hand
    asked: list[object] = field(default_factory=list)

    @property
    def rows(self) -> list[AgendaRow]:
        """The lines in sight, from the top."""
        QApplication.processEvents()
        rows = [row for row in self.page.view.list.findChildren(AgendaRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.mapTo(self.page, QPoint()).y())

    @property
    def titles(self) -> list[str]:
        """What the lines in sight are called, from the top."""
        return [words.title(row.line) for row in self.rows]

    @property
    def headings(self) -> list[str]:
        """The names of the headings in sight, from the top."""
        QApplication.processEvents()
        found = [each for each in self.page.view.list.findChildren(Heading) if each.isVisible()]
        return [each.accessibleName() for each in sorted(found, key=lambda each: each.y())]

    def row(self, title: str) -> AgendaRow:
        """The one line of this title."""
        (found,) = [row for row in self.rows if words.title(row.line) == title]
        return found

    @property
    def chosen(self) -> list[str]:
        """The titles of the chosen lines."""
        return [words.title(row.line) for row in self.rows if row.accessible_is_selected()]

    def click(self, title: str, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click on the title of a line."""
        row = self.row(title)
        self.hand.modifiers = modifiers
        self.hand.click(row.mapToGlobal(QPoint(200, row.height() // 2)))
        self.hand.modifiers = NO_KEYS

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Strike a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def focused(self) -> str:
        """The title of the line that has the keyboard."""
        widget = QApplication.focusWidget()
        return words.title(widget.line) if isinstance(widget, AgendaRow) else ""

    def pick(self, *texts: str) -> None:
        """Choose a row of the menu that is open, and of those that it opens."""
        for text in texts:
            menu = open_menu()
            menu.setActiveAction(next(each for each in menu.actions() if each.text().partition("\t")[0] == text))
        QTest.keyClick(menu, Qt.Key.Key_Return)

    def question(self) -> Question:
        """The one question that is open."""
        (found,) = [each for each in self.window.findChildren(Question) if each.is_open]
        return found

    def toast(self) -> str:
        """What the newest message says."""
        shown = self.page.toasts.shown
        return shown[-1].plain if shown else ""

    def post(self, title: str) -> Post:
        """The post of this title as it is stored, idea or not."""
        weeks = [Week(2026, number) for number in range(45, 54)]
        posts = (*self.workspace.read(load_board, weeks).posts, *self.workspace.read(load_ideas))
        return next(post for post in posts if post.title == title)

    def moments(self, title: str) -> list[datetime | None]:
        """When the versions of a post go out, as stored."""
        return [variant.starts_at for variant in self.post(title).variants]

    def blocks(self) -> tuple[WorkBlock, ...]:
        """The stored blocks of the weeks around the present one."""
        return self.workspace.read(load_board, [Week(2026, number) for number in range(47, 51)]).blocks

    def steps(self) -> int:
        """How many steps undo could take back."""
        return self.workspace.undo_stack.index()


OpenRoom = Callable[..., Room]


@pytest.fixture
def open_agenda(tmp_path: Path, qapp: QApplication) -> Iterator[OpenRoom]:
    """Open the agenda over a plan that holds these posts and blocks; it is 25 November 2026, 10:00 in Berlin."""
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    rooms: list[Room] = []

    def opened(
        posts: Sequence[Post] = (),
        blocks: Sequence[WorkBlock] = (),
        members: Sequence[Member] = (),
        campaigns: Sequence[Campaign] = (),
        size: tuple[int, int] = (1224, 900),
    ) -> Room:
        store = a_store(tmp_path)
        for member in members:
            store.write(put_member, member)
        for campaign in campaigns:
            store.write(put_campaign, campaign)
        workspace = Workspace(store, lambda: NOW)
        if posts or blocks:
            store.write(items.put, Changes(posts=tuple(posts), blocks=tuple(blocks)))
        window = QWidget()
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        page = AgendaPage(workspace)
        row.addWidget(page)
        window.resize(*size)
        window.show()
        QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        page.take_focus()
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
