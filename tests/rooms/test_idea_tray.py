"""The idea tray: filing, walking, lifting, planning and deleting ideas."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Platform, Post
from desktop.calendar.idea_tray import IdeaTray, TrayForm
from desktop.ui import accessible, theme
from tests.builders import a_platform, a_post, a_variant

PLATFORMS: dict[int, Platform] = {1: a_platform(id=1)}


def ideas(*titles: str) -> tuple[Post, ...]:
    """Ideas with ids from 1."""
    return tuple(a_post(title, id=number, effort=(0, 45, 0, 0)) for number, title in enumerate(titles, start=1))


@pytest.fixture
def tray(qtbot: QtBot, qapp: QApplication) -> IdeaTray:
    """A tray as at 1440, open at the bottom."""
    theme.apply(qapp, theme.Mode.LIGHT)
    made = IdeaTray()
    qtbot.addWidget(made)
    made.resize(1224, 112)
    made.show()
    return made


def titles(tray: IdeaTray) -> Sequence[str]:
    """What lies in the tray, from left to right."""
    return [card.post.title for card in sorted(tray.cards, key=lambda card: card.x()) if card.post]


def test_enter_files_the_idea_and_keeps_the_cursor(tray: IdeaTray) -> None:
    filed: list[str] = []
    tray.captured.connect(filed.append)
    tray.focus_field()

    QTest.keyClicks(tray.field.line, "  Rezept ")
    QTest.keyClick(tray.field.line, Qt.Key.Key_Return)
    QTest.keyClick(tray.field.line, Qt.Key.Key_Return)

    assert filed == ["Rezept"]
    assert tray.field.line.text() == ""
    assert tray.field.line.hasFocus()


def test_leaving_the_field_files_nothing(tray: IdeaTray) -> None:
    filed: list[str] = []
    tray.captured.connect(filed.append)
    tray.show_ideas(ideas("A"), PLATFORMS)
    tray.focus_field()

    QTest.keyClicks(tray.field.line, "halb")
    tray.focus_cards()

    assert filed == []
    assert tray.field.line.text() == "halb"


def test_escape_empties_the_field_and_then_leaves_it(tray: IdeaTray, qtbot: QtBot) -> None:
    tray.focus_field()
    QTest.keyClicks(tray.field.line, "halb")

    QTest.keyClick(tray.field.line, Qt.Key.Key_Escape)
    assert tray.field.line.text() == ""
    with qtbot.waitSignal(tray.left):
        QTest.keyClick(tray.field.line, Qt.Key.Key_Escape)


def test_six_cards_fit_and_more_can_be_scrolled(tray: IdeaTray) -> None:
    tray.show_ideas(ideas(*"ABCDEFGH"), PLATFORMS)

    assert titles(tray) == list("ABCDEFGH")
    inside = [card for card in tray.cards if card.geometry().right() <= tray._area.viewport().width()]
    assert len(inside) == 6
    assert tray._area.horizontalScrollBar().maximum() > 0


def test_arrows_walk_and_the_card_in_focus_is_in_sight(tray: IdeaTray) -> None:
    tray.show_ideas(ideas(*"ABCDEFGH"), PLATFORMS)
    tray.focus_cards()

    QTest.keyClick(tray.cards[0], Qt.Key.Key_Right)
    assert tray.cards[1].hasFocus()
    QTest.keyClick(tray.cards[1], Qt.Key.Key_End)
    assert tray.cards[7].hasFocus()
    right = tray.cards[7].mapTo(tray, QPoint(tray.cards[7].width(), 0)).x()
    assert right <= tray.width()
    assert [card for card in tray.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus] == [tray.cards[7]]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "carry_requested"),
        (Qt.Key.Key_M, "carry_requested"),
        (Qt.Key.Key_F2, "opened"),
        (Qt.Key.Key_X, "plan_requested"),
        (Qt.Key.Key_Delete, "delete_requested"),
    ],
)
def test_keys_on_a_card_say_what_is_wanted(tray: IdeaTray, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    tray.show_ideas(ideas("A", "B"), PLATFORMS)
    tray.cards[1].setFocus()

    with qtbot.waitSignal(getattr(tray, signal)) as caught:
        QTest.keyClick(tray.cards[1], key)

    assert caught.args == [2]


def test_a_card_is_lifted_after_four_pixels(tray: IdeaTray) -> None:
    tray.show_ideas(ideas("A", "B"), PLATFORMS)
    lifted: list[tuple[int, QWidget, QPoint]] = []
    tray.lifted.connect(lambda *what: lifted.append(what))
    card = tray.cards[1]

    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(card, QPoint(21, 22))
    assert lifted == []
    QTest.mouseMove(card, QPoint(23, 23))

    assert lifted == [(2, card, card.mapToGlobal(QPoint(20, 20)))]
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)


def test_a_lifted_card_survives_a_reload(tray: IdeaTray) -> None:
    tray.show_ideas(ideas("A", "B"), PLATFORMS)
    card = tray.cards[0]
    tray.set_lifted(1)

    tray.show_ideas(ideas("A", "B", "C"), PLATFORMS)

    assert tray.cards[0] is card


def test_the_focus_stays_in_the_tray_when_a_card_leaves(tray: IdeaTray) -> None:
    tray.show_ideas(ideas("A", "B", "C"), PLATFORMS)
    tray.cards[1].setFocus()

    QTest.keyClick(tray.cards[1], Qt.Key.Key_Delete)
    tray.show_ideas((ideas("A", "B", "C")[0], ideas("A", "B", "C")[2]), PLATFORMS)

    focus = QApplication.focusWidget()
    assert focus in tray.cards


def test_the_bar_has_no_cards_and_the_column_stacks_them(tray: IdeaTray) -> None:
    tray.show_ideas(ideas("A", "B"), PLATFORMS)

    tray.set_form(TrayForm.BAR)
    assert not tray.cards[0].isVisible()

    tray.resize(288, 600)
    tray.set_form(TrayForm.COLUMN)
    assert tray.cards[0].isVisible()
    assert tray.cards[1].y() > tray.cards[0].geometry().bottom()
    assert tray.cards[0].x() == tray.cards[1].x()


def test_it_takes_posts_only_where_it_lies(tray: IdeaTray) -> None:
    assert tray.accepts_unschedule(tray.mapToGlobal(QPoint(600, 60)))
    assert not tray.accepts_unschedule(tray.mapToGlobal(QPoint(600, -5)))
    tray.hide()
    assert not tray.accepts_unschedule(tray.mapToGlobal(QPoint(600, 60)))


def test_a_missing_picture_is_no_trouble(tray: IdeaTray) -> None:
    asked: list[str] = []

    def pictures(name: str) -> QPixmap | None:
        asked.append(name)
        return None

    tray.set_pictures(pictures)
    tray.show_ideas([a_post("A", id=1, variants=(a_variant(1, pictures=("abc",)),))], PLATFORMS)
    tray.grab()

    assert asked == ["abc"]


def test_cards_are_items_of_a_list_with_actions(tray: IdeaTray) -> None:
    accessible.install()
    tray.show_ideas(ideas("Rezept"), PLATFORMS)

    found = QAccessible.queryAccessibleInterface(tray.cards[0])

    assert found.role() == QAccessible.Role.ListItem
    assert found.text(QAccessible.Text.Name) == "Instagram, Rezept, 0:45 h"
    assert list(tray.cards[0].accessible_actions()) == ["Move …", "Open", "Plan into the next free slot", "Delete"]
