"""The ideas: captured, found, ordered, tagged, planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from db.board import load_board, load_ideas
from db.records import Post, Week
from desktop.ideas.page import IdeasPage
from desktop.ideas.view import ALL, FITTING
from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.focus import FocusRing
from desktop.workspace import Workspace
from tests.builders import NOW, WEEK, a_post, a_store
from tests.rooms.hand import Hand
from tests.rooms.hearing import heard
from tests.rooms.panel_hands import open_menu

__all__ = ["heard"]

NO_KEYS = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@dataclass
class Room:
    """The page in a window, and what it asked for."""

    window: QWidget
    page: IdeasPage
    workspace: Workspace
    hand: Hand
    asked: list[object] = field(default_factory=list)

    @property
    def titles(self) -> list[str]:
        """The ideas in sight, in order."""
        QApplication.processEvents()
        grid = self.page.view.grid
        return [grid.card(post_id).idea.title for post_id in grid.order]

    @property
    def stored(self) -> list[str]:
        """The ideas as they are stored, in order."""
        return [idea.title for idea in self.workspace.read(load_ideas)]

    @property
    def chosen(self) -> str:
        """The title of the chosen idea."""
        grid = self.page.view.grid
        return grid.card(grid.current).idea.title

    def idea(self, title: str) -> Post:
        """An idea as it is stored."""
        return next(idea for idea in self.workspace.read(load_ideas) if idea.title == title)

    def on(self, title: str, share: float = 0.5) -> QPoint:
        """A place of the screen on a card, `share` of its width from the left."""
        card = self.page.view.grid.card(self.idea(title).id)
        return card.mapToGlobal(QPoint(round(card.width() * share), card.height() // 2))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Strike a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def toast(self) -> str:
        """What the newest message says."""
        shown = self.page.toasts.shown
        return shown[-1].plain if shown else ""


OpenRoom = Callable[..., Room]


@pytest.fixture
def open_ideas(tmp_path: Path, qapp: QApplication) -> Iterator[OpenRoom]:
    """Open the ideas over a plan that holds these posts; it is 25 November 2026, 10:00 in Berlin."""
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    rooms: list[Room] = []

    def opened(posts: Sequence[Post] = (), size: tuple[int, int] = (1224, 900)) -> Room:
        workspace = Workspace(a_store(tmp_path, posts), lambda: NOW)
        window = QWidget()
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        page = IdeasPage(workspace)
        row.addWidget(page)
        window.resize(*size)
        window.show()
        QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        page.take_focus()
        QApplication.processEvents()
        room = Room(window, page, workspace, Hand(window))
        page.post_wanted.connect(lambda post_id, week: room.asked.append((post_id, week)))
        rooms.append(room)
        return room

    yield opened
    for room in rooms:
        room.window.close()
        room.window.deleteLater()
        room.workspace.store.close()


def _three(open_ideas: OpenRoom) -> Room:
    """Newest first: C, B, A."""
    return open_ideas(
        [
            a_post("A", effort=(0, 400, 0, 0), tags=("Rezepte",)),
            a_post("B", effort=(0, 30, 0, 0), tags=("Team",), body="frisch aus dem Ofen"),
            a_post("C", effort=(0, 45, 0, 0), tags=("Team",), platforms=(2,)),
        ]
    )


def test_an_idea_is_captured_and_the_field_stays_ready(open_ideas: OpenRoom) -> None:
    room = open_ideas()
    assert "No ideas yet" in room.page.view.nothing.text()
    editor = room.page.view.capture.editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "Neue Torte")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Noch eine")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert room.titles == room.stored == ["Noch eine", "Neue Torte"]
    assert editor.hasFocus()
    assert room.chosen == "Noch eine"


def test_a_tag_that_is_chosen_goes_to_what_is_captured(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    QTest.mouseClick(room.page.view.chip("Rezepte"), Qt.MouseButton.LeftButton)
    room.press(Qt.Key.Key_I, CONTROL)
    QTest.keyClicks(room.page.view.capture.editor, "Stollen")
    QTest.keyClick(room.page.view.capture.editor, Qt.Key.Key_Return)
    assert room.titles == ["Stollen", "A"]
    assert room.idea("Stollen").tags == ("Rezepte",)


def test_chips_filter_by_tag_and_by_what_fits(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    view = room.page.view
    assert [view.chip(key).text() for key in (ALL, FITTING, "Team", "Rezepte")] == [
        "All ideas 3",
        "Fits this week 2",
        "Team 2",
        "Rezepte 1",
    ]
    QTest.mouseClick(view.chip(FITTING), Qt.MouseButton.LeftButton)
    assert room.titles == ["C", "B"]
    QTest.mouseClick(view.chip("Rezepte"), Qt.MouseButton.LeftButton)
    assert room.titles == ["A"]


def test_words_are_found_in_the_text(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    room.press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(room.page.view.search.editor, "ofen")
    assert room.titles == ["B"]
    QTest.keyClicks(room.page.view.search.editor, "xyz")
    assert "fits the filter" in room.page.view.nothing.text()


def test_another_order_can_be_chosen(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    QTest.mouseClick(room.page.view.order, Qt.MouseButton.LeftButton)
    menu = open_menu()
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == "Shortest first"))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert room.titles == ["B", "C", "A"]
    assert not room.page.view.grid.can_be_ordered


def test_the_new_place_is_said(open_ideas: OpenRoom, heard: list[str]) -> None:
    room = _three(open_ideas)
    first = room.titles[0]
    room.page.take_focus()
    room.page.view.grid.choose(room.idea(first).id)
    room.page.take_focus()
    room.press(Qt.Key.Key_Right, ALT)
    assert room.titles[1] == first
    assert f"“{first}”, place 2 of 3" in heard


def test_a_card_is_dragged_to_another_place(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    start = room.on("A")
    room.hand.press(start)
    room.hand.move(start - QPoint(10, 0))
    room.hand.move(room.on("C", 0.2))
    room.hand.release()
    assert room.titles == room.stored == ["A", "C", "B"]
    room.press(Qt.Key.Key_Z, CONTROL)
    assert room.titles == ["C", "B", "A"]


def test_escape_puts_a_carried_card_back(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    start = room.on("A")
    room.hand.press(start)
    room.hand.move(room.on("C", 0.2))
    QTest.keyClick(room.page.view.grid, Qt.Key.Key_Escape)
    room.hand.release()
    assert room.stored == ["C", "B", "A"]


def test_alt_and_arrows_put_a_card_in_another_place(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    assert room.chosen == "C"
    room.press(Qt.Key.Key_Right, ALT)
    assert room.stored == ["B", "C", "A"]
    assert room.chosen == "C"
    room.press(Qt.Key.Key_End, ALT)
    assert room.stored == ["B", "A", "C"]
    room.press(Qt.Key.Key_Home, ALT)
    assert room.stored == ["C", "B", "A"]


def test_tab_goes_from_the_filters_over_the_cards_to_the_details(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    view, seen = room.page.view, []
    view.file.setFocus()
    for _ in range(6):
        room.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)

    card = view.grid.card(room.idea("C").id)
    assert seen[:4] == [view.chip(ALL), view.search.editor, view.order, card]
    assert all(view.detail.isAncestorOf(each) and each.accessibleName() for each in seen[4:])


def test_x_plans_into_the_first_free_slot(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    room.press(Qt.Key.Key_X)
    assert room.titles == ["B", "A"]
    (post,) = room.workspace.read(load_board, (WEEK,)).posts
    assert [variant.starts_at for variant in post.variants] == [datetime(2026, 11, 25, 12, 0)]
    assert room.toast() == "“C” scheduled for Wed 25 Nov 12:00"
    assert room.chosen == "B"
    room.press(Qt.Key.Key_Z, CONTROL)
    assert room.titles == ["C", "B", "A"]


def test_enter_opens_and_delete_deletes(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Return)
    assert room.asked == [(room.idea("B").id, Week(2026, 48))]
    room.press(Qt.Key.Key_Delete)
    assert room.titles == ["C", "A"]
    assert room.toast() == "“B” deleted"


def test_the_chosen_idea_is_shown_at_length(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    detail = room.page.view.detail
    room.hand.click(room.on("B"))
    assert detail.title.text() == "B"
    assert detail.isVisible()
    QTest.keyClicks(detail.tag_field.editor, "Ofen")
    QTest.keyClick(detail.tag_field.editor, Qt.Key.Key_Return)
    assert room.idea("B").tags == ("Ofen", "Team")
    (gone,) = [
        each for each in detail.findChildren(Button) if each.isVisible() and each.accessibleName() == "Remove tag Team"
    ]
    QTest.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert room.idea("B").tags == ("Ofen",)
    QTest.mouseClick(detail.plan, Qt.MouseButton.LeftButton)
    assert room.titles == ["C", "A"]


def test_a_narrow_room_does_without_details(open_ideas: OpenRoom) -> None:
    assert not open_ideas([a_post("A")], (700, 600)).page.view.detail.isVisible()


def test_the_menu_puts_an_idea_to_the_top(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    room.press(Qt.Key.Key_End)
    room.press(Qt.Key.Key_Menu)
    menu = open_menu()
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == "To the top"))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert room.stored == ["A", "C", "B"]


def test_the_ring_of_the_first_card_is_whole(open_ideas: OpenRoom) -> None:
    room = _three(open_ideas)
    room.page.view.grid.take_focus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    ring = room.window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.visibleRegion().boundingRect() == ring.rect()
