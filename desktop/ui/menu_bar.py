"""The menu bar: hidden until Alt or F10 asks for it, and the system's own on macOS."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QWidget
from shiboken6 import isValid

from desktop.ui import menus

_ENDS_ALT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.Shortcut,
    QEvent.Type.WindowDeactivate,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a menu. `detail` is asked whenever the menu opens: words after the text, None greys the row."""

    text: str
    icon: str
    on: Callable[[], object]
    shortcut: str = ""
    detail: Callable[[], str | None] | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole


class MenuBar(QMenuBar):
    """The bar of a main window. It goes away again with the focus."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setNativeMenuBar(sys.platform == "darwin")
        self._details: list[tuple[QAction, Entry]] = []
        self._before: QWidget | None = None
        self.triggered.connect(self._give_back)
        window.setMenuBar(self)
        if not self.isNativeMenuBar():
            self.hide()

    def add_menu(self, title: str, *groups: tuple[Entry, ...]) -> None:
        """Append a menu with lines between its groups; `title` marks its key with an ampersand."""
        menu = menus.Menu(self)
        menu.setTitle(title)
        for number, entries in enumerate(groups):
            if number:
                menu.addSeparator()
            for entry in entries:
                action = menus.add(menu, entry.text, entry.icon, entry.shortcut, entry.on)
                action.setMenuRole(entry.role)
                if entry.detail is not None:
                    self._details.append((action, entry))
        menu.aboutToShow.connect(self._word)
        self.addMenu(menu)

    def open(self) -> None:
        """Show the bar with its first menu marked: arrows and letters go on from there."""
        self._before = QApplication.focusWidget()
        self.show()
        self.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self.setActiveAction(self.actions()[0])

    def _word(self) -> None:
        """Say what each row would do now."""
        for action, entry in self._details:
            detail = entry.detail() if entry.detail is not None else None
            action.setEnabled(detail is not None)
            words = f"{entry.text}: {detail}" if detail else entry.text
            action.setText(words.replace("&", "&&") + (f"\t{entry.shortcut}" if entry.shortcut else ""))

    def _give_back(self) -> None:
        """Let the keyboard go back where it was, unless what was chosen has taken it already."""
        if self.hasFocus():
            before = self._before
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.MenuBarFocusReason)
            else:
                self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the bar."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape and self.activeAction() is None:
            self._give_back()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the window to its rooms again."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self.isNativeMenuBar():
            self.hide()


class MenuKeys(QObject):
    """Has the menu bar opened by F10, and by Alt pressed and let go alone. `make` gives the bar, built when needed."""

    def __init__(self, window: QMainWindow, make: Callable[[], MenuBar]) -> None:
        super().__init__(window)
        self._window = window
        self._make = make
        self._app = cast("QApplication", QApplication.instance())
        self._is_waiting = False
        QShortcut(QKeySequence(Qt.Key.Key_F10), window, self._open)

    def press(self, event: QKeyEvent) -> None:
        """Told of a key that nothing else in the window wanted: Alt alone may become the wish for the menu."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat() and not self._is_waiting:
            self._is_waiting = True
            self._app.installEventFilter(self)  # only for as long as Alt is held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for what comes after Alt."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt:
            if kind == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._stop_waiting()
                self._open()
        elif kind in _ENDS_ALT:
            self._stop_waiting()
        return super().eventFilter(watched, event)

    def _stop_waiting(self) -> None:
        self._is_waiting = False
        self._app.removeEventFilter(self)

    def _open(self) -> None:
        if self._window.isActiveWindow():
            self._make().open()
