"""A hand at mouse and keyboard: real events to the window, so that Qt itself decides who gets them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.MouseButton.NoButton


class Hand:
    """Presses, moves and releases in a shown window; all places are those of the screen."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.at = QPoint()
        self.buttons = _NONE
        self.modifiers = Qt.KeyboardModifier.NoModifier

    def _send(self, kind: QEvent.Type, button: Qt.MouseButton) -> None:
        inside = QPointF(self.window.mapFromGlobal(self.at))
        event = QMouseEvent(kind, inside, QPointF(self.at), button, self.buttons, self.modifiers)
        QApplication.sendEvent(self.window.windowHandle(), event)

    def move(self, at: QPoint) -> None:
        """Move in one go."""
        self.at = at
        self._send(QEvent.Type.MouseMove, _NONE)

    def press(self, at: QPoint | None = None, button: Qt.MouseButton = _LEFT) -> None:
        """Press a button."""
        if at is not None:
            self.move(at)
        self.buttons |= button
        self._send(QEvent.Type.MouseButtonPress, button)

    def release(self, button: Qt.MouseButton = _LEFT) -> None:
        """Release a button."""
        self.buttons &= ~button
        self._send(QEvent.Type.MouseButtonRelease, button)

    def ask_for_menu(self) -> None:
        """What a click with the right button brings besides its own events."""
        target = self.window.childAt(self.window.mapFromGlobal(self.at)) or self.window
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(target, QContextMenuEvent(reason, target.mapFromGlobal(self.at), self.at))

    def click(self, at: QPoint) -> None:
        """Press and release on the spot."""
        self.press(at)
        self.release()

    def double_click(self, at: QPoint) -> None:
        """What Qt makes of two quick clicks."""
        self.click(at)
        self.buttons = _LEFT
        self._send(QEvent.Type.MouseButtonDblClick, _LEFT)
        self.release()

    def drag(self, *places: QPoint) -> None:
        """Press at the first place and move over the others; the button stays down."""
        self.press(places[0])
        for place in places[1:]:
            self.move(place)

    def hold(self, modifier: Qt.KeyboardModifier, key: Qt.Key) -> None:
        """Press a modifier key and keep it."""
        self._key(QEvent.Type.KeyPress, key)
        self.modifiers |= modifier

    def let_go(self, modifier: Qt.KeyboardModifier, key: Qt.Key) -> None:
        """Release a modifier key."""
        self.modifiers &= ~modifier
        self._key(QEvent.Type.KeyRelease, key)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
        """Strike a key."""
        before, self.modifiers = self.modifiers, modifiers
        self._key(QEvent.Type.KeyPress, key, text)
        self._key(QEvent.Type.KeyRelease, key, text)
        self.modifiers = before

    def _key(self, kind: QEvent.Type, key: Qt.Key, text: str = "") -> None:
        QApplication.sendEvent(self.window.windowHandle(), QKeyEvent(kind, key, self.modifiers, text))
