"""What assistive technology learns about painted widgets, and how it is told that something happened.

A painted widget states its role with a method `accessible_role()`; it may add

- `accessible_actions() -> Mapping[str, Callable[[], object]]`: what can be done with it, by translated name, the first
  being what Enter does,
- `accessible_is_selected() -> bool`: for list items, whether it is selected,
- `accessible_value() -> str`: its value in words, for bars that show an amount and lists that show a choice.

Name and description are Qt's own: `setAccessibleName`, `setAccessibleDescription`. Where screen readers have no other
way to a value, as that of a list of options, it follows the name: "Platform: Instagram".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QCheckBox, QRadioButton, QWidget

Role = QAccessible.Role


@runtime_checkable
class Described(Protocol):
    """A widget that states its own role."""

    def accessible_role(self) -> QAccessible.Role:
        """The role under which it appears."""
        ...


class PaintedInterface(QAccessibleWidget):
    """The interface of a painted widget; never overrides `interface_cast`, which Qt reads as a raw pointer."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        """Name and description of the widget, and its value in words."""
        if kind == QAccessible.Text.Value:
            value = getattr(self._widget, "accessible_value", None)
            if value is not None:
                spoken: str = value()
                return spoken
        words = super().text(kind)
        if kind == QAccessible.Text.Name and self.role() == Role.ComboBox:
            words = ": ".join(part for part in (words, self.text(QAccessible.Text.Value)) if part)
        return words

    def state(self) -> QAccessible.State:
        """Qt's state, and whether the item is selected."""
        state = super().state()
        is_selected = getattr(self._widget, "accessible_is_selected", None)
        if is_selected is not None:
            state.selectable = True
            state.selected = bool(is_selected())
        return state

    def _own_actions(self) -> Mapping[str, Callable[[], object]]:
        actions = getattr(self._widget, "accessible_actions", None)
        found: Mapping[str, Callable[[], object]] = actions() if actions is not None else {}
        return found

    def actionNames(self) -> list[str]:
        """Press for the first of the widget's actions, then all of them by name, then Qt's."""
        own = list(self._own_actions())
        press = [self.pressAction()] if own else []
        return [*press, *own, *(name for name in super().actionNames() if name not in press)]

    def localizedActionName(self, name: str) -> str:
        """The widget names its actions in the user's language already."""
        return name if name in self._own_actions() else super().localizedActionName(name)

    def localizedActionDescription(self, name: str) -> str:
        """As the name."""
        return name if name in self._own_actions() else super().localizedActionDescription(name)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Enter presses."""
        return ["Return"] if name == self.pressAction() and self._own_actions() else []

    def doAction(self, name: str) -> None:
        """Do what the widget offers under this name."""
        own = self._own_actions()
        if name in own:
            own[name]()
        elif name == self.pressAction() and own:
            next(iter(own.values()))()
        else:
            super().doAction(name)


class ChoiceInterface(PaintedInterface):
    """A painted button that stays pressed: Qt's own action would check it without telling anybody of a press."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, Role.CheckBox)
        self._button = button

    def role(self) -> QAccessible.Role:
        """One of several where it excludes others."""
        group = self._button.group()
        is_one_of_many = self._button.autoExclusive() or (group is not None and group.exclusive())
        return Role.RadioButton if is_one_of_many else Role.CheckBox

    def text(self, kind: QAccessible.Text) -> str:
        """The button's own text where it has no other name."""
        words = super().text(kind)
        if kind == QAccessible.Text.Name and not words:
            return self._button.text().replace("&&", "&")
        return words

    def state(self) -> QAccessible.State:
        """Qt's state, and whether it is checked."""
        state = super().state()
        state.checkable = True
        state.checked = self._button.isChecked()
        return state

    def _own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {self.pressAction(): self._button.click}

    def actionNames(self) -> list[str]:
        """Press, and Qt's for the focus."""
        return [self.pressAction(), *(name for name in super().actionNames() if name != self.pressAction())]


def _make(_key: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, QWidget) and isinstance(widget, Described):
        return PaintedInterface(widget, widget.accessible_role())
    if isinstance(widget, QCheckBox | QRadioButton):
        return None
    return ChoiceInterface(widget) if isinstance(widget, QAbstractButton) and widget.isCheckable() else None


@cache
def install() -> None:
    """Make painted widgets known to assistive technology, once per process."""
    QAccessible.installFactory(_make)


def announce(widget: QWidget, sentence: str, is_urgent: bool = False) -> None:
    """Have a sentence read out; an urgent one interrupts what is being read."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def name(widget: QWidget, text: str) -> None:
    """Give a widget its name, and tell if it is another one."""
    if widget.accessibleName() != text:
        widget.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))


def description(widget: QWidget, text: str) -> None:
    """Say more about a widget than its name does, and tell if it is something else than before."""
    if widget.accessibleDescription() != text:
        widget.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))


def selected_changed(widget: QWidget) -> None:
    """Tell that an item has been selected or is no longer."""
    state = QAccessible.State()
    state.selected = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, state))
