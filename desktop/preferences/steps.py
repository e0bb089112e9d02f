"""Undo and redo by key, with a word about what was undone."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QWidget

from desktop.ui.toast import Toasts


class Steps(QObject):
    """The undo list as the settings use it: Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z work everywhere on the page."""

    def __init__(self, page: QWidget, stack: QUndoStack, toasts: Toasts) -> None:
        super().__init__(page)
        self._stack, self._toasts = stack, toasts
        for keys, action in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo), ("Ctrl+Y", self.redo)):
            QShortcut(QKeySequence(keys), page, action)

    def say(self, sentence: str) -> None:
        """Say what has been done, in simple HTML, and offer to undo it."""
        self._toasts.say(sentence, [(self.tr("Undo"), self.undo, "")])

    def undo(self) -> None:
        """Undo the last step and say which it was."""
        words, before = self._stack.undoText(), self._stack.index()
        self._stack.undo()
        if self._stack.index() < before:
            back = [(self.tr("Redo"), self.redo, "")]
            self._toasts.say(escape(self.tr("Undone: {step}").format(step=words)), back)

    def redo(self) -> None:
        """Do the last undone step again and say which it was."""
        words, before = self._stack.redoText(), self._stack.index()
        self._stack.redo()
        if self._stack.index() > before:
            self.say(escape(self.tr("Done again: {step}").format(step=words)))
