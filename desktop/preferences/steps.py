"""Undo and redo by key, with a word about what was undone."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QWidget

from desktop.ui.toast import Toast, Toasts


class Steps(QObject):
    """The undo list as the settings use it: Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z work everywhere on the page."""

    def __init__(self, page: QWidget, stack: QUndoStack, toasts: Toasts) -> None:
        super().__init__(page)
        self._stack, self._toasts = stack, toasts
        self._said: Toast | None = None
        for keys, action in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo), ("Ctrl+Y", self.redo)):
            QShortcut(QKeySequence(keys), page, action)

    def say(self, sentence: str) -> None:
        """Say what has been done, in simple HTML, and offer to undo it."""
        self._offer(sentence, self.tr("Undo"), self.undo)

    def undo(self) -> None:
        """Undo the last step and say which it was."""
        words, before = self._stack.undoText(), self._stack.index()
        self._stack.undo()
        if self._stack.index() < before:
            self._offer(escape(self.tr("Undone: {step}").format(step=words)), self.tr("Redo"), self.redo)

    def redo(self) -> None:
        """Do the last undone step again and say which it was."""
        words, before = self._stack.redoText(), self._stack.index()
        self._stack.redo()
        if self._stack.index() > before:
            self.say(escape(self.tr("Done again: {step}").format(step=words)))

    def _offer(self, sentence: str, back: str, action: Callable[[], None]) -> None:
        """Say a sentence with the way back, in place of what was said of an earlier step: it leads elsewhere now."""
        if self._said is not None and self._said in self._toasts.shown:
            self._said.close_toast()
        self._said = self._toasts.say(sentence, [(back, action, "")])
