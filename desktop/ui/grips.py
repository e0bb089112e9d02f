"""What all bars with grips share: dragging, the keyboard, and telling.

Tab goes from grip to grip. `changed` comes while dragging, `committed` when the grip is let go or a key is pressed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme

_HIT = 12


class Grips(QWidget):
    """What the bars share: which grip has the keyboard, dragging, and telling."""

    changed = Signal(object)
    committed = Signal(object)

    def __init__(self, grips: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = grips
        self._at = 0
        self._dragged: int | None = None
        self._has_moved = False
        self._is_by_key = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def grip(self) -> int:
        """The grip that the keys move, 0 being the first."""
        return self._at

    def grip_x(self, grip: int) -> float:
        """Where a grip stands."""
        raise NotImplementedError

    def _drag_to(self, grip: int, x: float) -> bool:
        """Move a grip to a place; tells whether anything changed."""
        raise NotImplementedError

    def _step(self, grip: int, steps: int) -> bool:
        """Move a grip by steps of the keyboard; tells whether anything changed."""
        raise NotImplementedError

    def _current(self) -> object:
        """The value to be told."""
        raise NotImplementedError

    def _describe(self) -> str:
        """The value in words, for assistive technology."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest grip in reach."""
        if event.button() != Qt.MouseButton.LeftButton or not self.isEnabled():
            return
        x = event.position().x()
        nearest = min(range(self._count), key=lambda grip: (abs(self.grip_x(grip) - x), -grip))
        if abs(self.grip_x(nearest) - x) <= theme.px(_HIT):
            self._dragged, self._has_moved = nearest, False
            self._choose(nearest)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the grip along."""
        if self._dragged is not None and self._drag_to(self._dragged, event.position().x()):
            self._has_moved = True
            self._show_change()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let the grip go."""
        if self._dragged is not None:
            self._dragged = None
            if self._has_moved:
                self.committed.emit(self._current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the grip by one step, the page keys by five."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -5,
            Qt.Key.Key_PageUp: 5,
        }
        key = Qt.Key(event.key())
        if key not in steps or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        if self._step(self._at, steps[key]):
            self._show_change()
            self.committed.emit(self._current())

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes from grip to grip before it leaves the bar."""
        wanted = self._at + (1 if next_ else -1)
        if self.hasFocus() and 0 <= wanted < self._count:
            self._is_by_key = True
            self._choose(wanted)
            return True
        return super().focusNextPrevChild(next_)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first grip, coming backwards with the last."""
        super().focusInEvent(event)
        self._is_by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self._at = 0
        elif event.reason() is Qt.FocusReason.BacktabFocusReason:
            self._at = self._count - 1
        self._say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no grip as chosen."""
        super().focusOutEvent(event)
        self.update()

    def _choose(self, grip: int) -> None:
        self._at = grip
        self._say()
        self.update()

    def _show_change(self) -> None:
        self._say()
        self.update()
        self.changed.emit(self._current())

    def _say(self) -> None:
        self.setAccessibleDescription(self._describe())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _has_grip(self, grip: int) -> bool:
        """Tell whether a grip is shown as the one the keys move."""
        return self.hasFocus() and grip == self._at
