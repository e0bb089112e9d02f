"""What assistive technology and the keyboard find in the painted month: days, posts, totals, each with its name.

The canvas paints them and owns the mouse; these widgets are transparent for both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop.planning.cards import PostKey
from desktop.ui import accessible

Meaning = date | PostKey | Week
Actions = Mapping[str, Callable[[], object]]


class MonthItem(QWidget):
    """A day, a post or a week's totals. It waits, hidden, while `meaning` is None.

    Signals: `focus_came(reason)`, `focus_left()`.
    """

    focus_came = Signal(object)
    focus_left = Signal()

    def __init__(self, canvas: QWidget, actions: Callable[[Meaning], Actions]) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._actions = actions
        self.meaning: Meaning | None = None
        self.is_selected = False

    def take(self, meaning: Meaning, place: QRect, name: str) -> None:
        """Stand for this."""
        self.meaning = meaning
        accessible.name(self, name)
        if self.geometry() != place:
            self.setGeometry(place)
        if self.isHidden():
            self.show()

    def rest(self) -> None:
        """Wait for something to stand for."""
        self.meaning = None
        self.is_selected = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def accessible_role(self) -> QAccessible.Role:
        """It is one of the month's list."""
        return QAccessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        """Tell whether it is the current one."""
        return self.is_selected

    def accessible_actions(self) -> Actions:
        """What can be done with it without a mouse."""
        return self._actions(self.meaning) if self.meaning is not None else {}

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the canvas show where the keyboard is."""
        super().focusInEvent(event)
        self.focus_came.emit(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the canvas take its frame away."""
        super().focusOutEvent(event)
        self.focus_left.emit()
