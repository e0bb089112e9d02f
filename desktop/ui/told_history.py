"""Undo and redo that say what they did, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from desktop.ui.toast import Toasts


class ToldHistory(QObject):
    """Goes through a list of steps; every step it takes replaces what the room's messages say."""

    def __init__(self, stack: QUndoStack, toasts: Toasts, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._toasts = stack, toasts

    def undo(self) -> None:
        """Take back the last step and say so; silent when there is none."""
        step, before = self._stack.undoText(), self._stack.index()
        self._stack.undo()
        if self._stack.index() < before:
            self._tell(self.tr("Undone: {step}").format(step=step), self.tr("Redo"), self.redo)

    def redo(self) -> None:
        """Do the last undone step again and say so; silent when there is none."""
        step, before = self._stack.redoText(), self._stack.index()
        self._stack.redo()
        if self._stack.index() > before:
            self._tell(self.tr("Done again: {step}").format(step=step), self.tr("Undo"), self.undo)

    def _tell(self, sentence: str, back: str, action: Callable[[], None]) -> None:
        self._toasts.clear()
        self._toasts.say(escape(sentence), [(back, action, "")])
