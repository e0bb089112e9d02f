"""Undo and redo in a room's header."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.buttons import IconButton


class HistoryButtons(QWidget):
    """Two buttons that name what they would take back or do again, and are off where there is nothing.

    Signals: `undo_requested()`, `redo_requested()`.
    """

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._undone, self._redone = "", ""
        self._can_undo = self._can_redo = False
        self.undo = IconButton("arrow-back-up", self.tr("Undo"))
        self.redo = IconButton("arrow-forward-up", self.tr("Redo"))
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        self._show_steps()

    def follow(self, stack: QUndoStack) -> None:
        """Stand for this list from now on, which may go before the buttons do."""
        self._undone, self._redone = stack.undoText(), stack.redoText()
        self._can_undo, self._can_redo = stack.canUndo(), stack.canRedo()
        stack.canUndoChanged.connect(self._on_can_undo)
        stack.canRedoChanged.connect(self._on_can_redo)
        stack.undoTextChanged.connect(self._on_undo_text)
        stack.redoTextChanged.connect(self._on_redo_text)
        self._show_steps()

    # A list that is just going still tells that it is empty, but cannot be asked any more

    def _on_can_undo(self, can: bool) -> None:
        self._can_undo = can
        self._show_steps()

    def _on_can_redo(self, can: bool) -> None:
        self._can_redo = can
        self._show_steps()

    def _on_undo_text(self, text: str) -> None:
        self._undone = text
        self._show_steps()

    def _on_redo_text(self, text: str) -> None:
        self._redone = text
        self._show_steps()

    def _show_steps(self) -> None:
        self.undo.setEnabled(self._can_undo)
        self.redo.setEnabled(self._can_redo)
        undo, redo = self.tr("Undo"), self.tr("Redo")
        self.undo.set_name(f"{undo}: {self._undone}" if self._can_undo and self._undone else undo)
        self.redo.set_name(f"{redo}: {self._redone}" if self._can_redo and self._redone else redo)
