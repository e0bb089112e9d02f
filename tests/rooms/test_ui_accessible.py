"""What assistive technology learns about painted widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import accessible


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    accessible.install()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


class Card(QWidget):
    """A card as the week paints them."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.is_selected = False

    def accessible_role(self) -> QAccessible.Role:
        """Be an item of the week."""
        return accessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        """Tell what the test has chosen."""
        return self.is_selected

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """Offer two actions that leave a trace."""
        return {"Öffnen": lambda: self.done.append("open"), "15 Minuten später": lambda: self.done.append("later")}


class Bar(QWidget):
    """A budget bar."""

    def accessible_role(self) -> QAccessible.Role:
        """Be a bar."""
        return accessible.Role.ProgressBar

    def accessible_value(self) -> str:
        """Give the amount in words."""
        return "6:30 von 6:00 Stunden"


def test_a_painted_widget_has_role_name_and_description(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    accessible.name(card, "Instagram, Mi 25.11. 12:15, Zimtschnecken, Geplant")
    card.setAccessibleDescription("Alt+Pfeil verschiebt")
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.role() == QAccessible.Role.ListItem
    assert interface.text(QAccessible.Text.Name) == "Instagram, Mi 25.11. 12:15, Zimtschnecken, Geplant"
    assert interface.text(QAccessible.Text.Description) == "Alt+Pfeil verschiebt"


def test_its_actions_are_done_by_name_and_the_first_by_pressing(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    interface = QAccessible.queryAccessibleInterface(card)
    assert isinstance(interface, accessible.PaintedInterface)
    assert interface.actionNames()[:3] == [interface.pressAction(), "Öffnen", "15 Minuten später"]
    interface.doAction("15 Minuten später")
    interface.doAction(interface.pressAction())
    assert card.done == ["later", "open"]
    assert interface.keyBindingsForAction(interface.pressAction()) == ["Return"]


def test_it_says_whether_it_is_selected(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.state().selectable
    assert not interface.state().selected
    card.is_selected = True
    accessible.selected_changed(card)
    assert interface.state().selected


def test_a_bar_says_its_amount(qtbot: QtBot) -> None:
    bar = Bar()
    qtbot.addWidget(bar)
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Value) == "6:30 von 6:00 Stunden"


def test_other_widgets_keep_qts_own_interface(qtbot: QtBot) -> None:
    label = QLabel("Hallo")
    qtbot.addWidget(label)
    assert QAccessible.queryAccessibleInterface(label).role() == QAccessible.Role.StaticText
