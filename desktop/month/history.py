"""Undo and redo in the month: where each step took place, so that going back shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

_Days = tuple[date | None, date | None]


class History(QObject):
    """Follows the undo list of the plan.

    Signals: `went(day, sentence, is_undone)` after a step was taken back or done again; `day` is where it took place,
    None where that is not known. `going()` just before.
    """

    went = Signal(object, str, bool)
    going = Signal()

    def __init__(self, stack: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._places: WeakKeyDictionary[QUndoCommand, _Days] = WeakKeyDictionary()

    def note(self, former: date | None, later: date | None) -> None:
        """The newest step took something from one day to another; steps that became one go from the first."""
        if self._stack.index():
            step = self._stack.command(self._stack.index() - 1)
            known = self._places.get(step)
            self._places[step] = (known[0] if known else former, later)

    def undo(self) -> None:
        """Take back the last step; silent when there is none."""
        stack = self._stack
        if stack.canUndo():
            former, later = self._places.get(stack.command(stack.index() - 1), (None, None))
            self._go(stack.undo, former or later, self.tr("Undone: {step}").format(step=stack.undoText()), True)

    def redo(self) -> None:
        """Do the last undone step again; silent when there is none."""
        stack = self._stack
        if stack.canRedo():
            former, later = self._places.get(stack.command(stack.index()), (None, None))
            self._go(stack.redo, later or former, self.tr("Done again: {step}").format(step=stack.redoText()), False)

    def _go(self, act: Callable[[], None], day: date | None, sentence: str, is_undone: bool) -> None:
        before = self._stack.index()
        self.going.emit()
        act()
        if self._stack.index() != before:
            self.went.emit(day, sentence, is_undone)
