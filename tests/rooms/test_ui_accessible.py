"""What assistive technology learns about painted widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import accessible
from desktop.ui.buttons import ToggleButton
from desktop.ui.choices import Segmented
from desktop.ui.fields import LineField
from desktop.ui.history_buttons import HistoryButtons
from desktop.ui.popover import Popover
from desktop.ui.select_field import SelectField


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


def test_a_list_of_options_has_its_name_and_what_is_chosen(qtbot: QtBot) -> None:
    field = SelectField([("ig", "Instagram"), ("fb", "Face\u00adbook")])
    qtbot.addWidget(field)
    field.set_name("Plattform")
    field.set_value("fb")

    combo = field.findChild(QComboBox)
    assert combo is not None
    interface = QAccessible.queryAccessibleInterface(combo)

    assert interface.role() == accessible.Role.ComboBox
    assert interface.text(QAccessible.Text.Name) == "Plattform: Facebook"


def test_a_popover_is_a_dialog_with_its_title_for_a_name(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    popover = Popover(window)
    popover.add_title("Welche Termine verschieben?")

    interface = QAccessible.queryAccessibleInterface(popover)

    assert interface.role() == accessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == "Welche Termine verschieben?"


def test_undo_and_redo_name_their_steps_and_outlive_the_list(qtbot: QtBot) -> None:
    stack, buttons = QUndoStack(), HistoryButtons()
    qtbot.addWidget(buttons)
    buttons.follow(stack)
    for words in ("Verschieben", "Kopieren"):
        stack.push(QUndoCommand(words))
    stack.undo()

    assert buttons.undo.accessibleName().endswith(": Verschieben")
    assert buttons.redo.accessibleName().endswith(": Kopieren")
    shiboken6.delete(stack)
    assert not buttons.undo.isEnabled()
    assert not buttons.redo.isEnabled()
    assert ":" not in buttons.undo.accessibleName() + buttons.redo.accessibleName()


def test_a_button_that_stays_pressed_is_pressed_not_only_checked(qtbot: QtBot) -> None:
    button = ToggleButton("Planung", "list-check")
    qtbot.addWidget(button)
    interface = QAccessible.queryAccessibleInterface(button)
    assert isinstance(interface, accessible.ChoiceInterface)
    assert interface.text(QAccessible.Text.Name) == "Planung"
    assert interface.role() == accessible.Role.CheckBox
    assert not interface.state().checked

    with qtbot.waitSignal(button.clicked):
        interface.doAction(interface.actionNames()[0])

    assert interface.state().checked


def test_one_of_several_buttons_is_a_radio_button(qtbot: QtBot) -> None:
    choice = Segmented([("a", "Tage"), ("b", "Wochen")])
    qtbot.addWidget(choice)
    (second,) = [each for each in choice.findChildren(QAbstractButton) if each.text() == "Wochen"]
    chosen: list[str] = []
    choice.changed.connect(chosen.append)
    interface = QAccessible.queryAccessibleInterface(second)
    assert isinstance(interface, accessible.ChoiceInterface)
    assert interface.role() == accessible.Role.RadioButton
    interface.doAction(interface.pressAction())

    assert chosen == ["b"]


def test_a_text_that_assistive_technology_puts_counts_as_typed(qtbot: QtBot) -> None:
    field = LineField("Titel")
    qtbot.addWidget(field)
    told: list[object] = []
    field.committed.connect(told.append)
    interface = QAccessible.queryAccessibleInterface(field.editor)
    field.set_value("Stollen")
    interface.setText(QAccessible.Text.Value, "Stollen backen")
    field.commit()
    assert told == ["Stollen backen"]
    field.set_value("Stollen")
    field.commit()

    assert told == ["Stollen backen"], "what the program shows is not typed"
