"""Typing becomes writing: after a pause and on leaving, all writes of one visit under one name."""

from __future__ import annotations

from itertools import count
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.ui.fields import LineField, TextArea

PAUSE = 1000  # milliseconds without a keystroke


class TextVisit(QObject):
    """Watches one text field of a panel.

    Signals: `written(text, visit)` when the text is to be stored; writes with the same `visit` belong to one undo step.
    `pending(bool)` tells whether something is typed and not written yet. Escape takes nothing back while pauses write:
    half of it may be stored already, and undo knows all of it.
    """

    written = Signal(str, str)
    pending = Signal(bool)
    _numbers: ClassVar = count(1)

    def __init__(self, field: LineField | TextArea) -> None:
        super().__init__(field)
        self._field = field
        self._stored = ""
        self._visit = ""
        self._is_typed = False
        self._pauses = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        field.edited.connect(self._wait)
        field.committed.connect(self.flush)
        field.editor.left.connect(self._leave)

    def show_text(self, text: str) -> None:
        """Show what is stored now; what is typed and not written yet stays, and so does the caret in an equal text."""
        if not self._is_typed and text != self._stored:
            self._field.set_value(text)
        self._stored = text

    def set_pausing(self, on: bool) -> None:
        """Write after a pause too, or only on leaving, where each write is followed by a question."""
        self._pauses = on

    @Slot()
    def flush(self) -> None:
        """Write now what is typed."""
        self._pause.stop()
        text, was_typed, self._is_typed = self._field.value, self._is_typed, False
        self.pending.emit(False)
        if was_typed and text != self._stored:
            self._stored = text
            self.written.emit(text, self._visit)

    @Slot()
    def _wait(self) -> None:
        if not self._visit:
            self._visit = f"text-{next(self._numbers)}"
        self._is_typed = True
        if self._pauses:
            self._pause.start()
            if isinstance(self._field, LineField):
                self._field.editor.setModified(False)  # else Escape would put back the text of the last commit
        self.pending.emit(True)

    @Slot()
    def _leave(self) -> None:
        self.flush()
        self._visit = ""
