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
        self._stack: QUndoStack | None = None
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
        """Stand for this list from now on."""
        self._stack = stack
        for signal in (stack.canUndoChanged, stack.canRedoChanged, stack.undoTextChanged, stack.redoTextChanged):
            signal.connect(self._show_steps)
        self._show_steps()

    def _show_steps(self) -> None:
        stack = self._stack
        undone = stack.undoText() if stack is not None and stack.canUndo() else ""
        redone = stack.redoText() if stack is not None and stack.canRedo() else ""
        self.undo.setEnabled(stack is not None and stack.canUndo())
        self.redo.setEnabled(stack is not None and stack.canRedo())
        undo, redo = self.tr("Undo"), self.tr("Redo")
        self.undo.set_name(f"{undo}: {undone}" if undone else undo)
        self.redo.set_name(f"{redo}: {redone}" if redone else redo)
