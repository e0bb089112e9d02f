"""The keys that open quick add; its grammar is only read in when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from desktop.calendar.desk import Desk
from desktop.calendar.rescheduler import Rescheduler
from desktop.calendar.week_view import WeekView
from desktop.planning.intents import CreatePost

if TYPE_CHECKING:
    from desktop.calendar.quick_entry import QuickEntry

_OPENING = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class QuickKeys(QObject):
    """Opens the line when one types on the free place, or presses Insert in the grid."""

    def __init__(self, view: WeekView, desk: Desk, rescheduler: Rescheduler, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._entry: QuickEntry | None = None
        view.grid.canvas.slot_cursor.installEventFilter(self)
        view.installEventFilter(self)
        insert = QShortcut(QKeySequence("Ins"), view.grid, self._open)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter on the free place begins a line, and Insert just after the room was entered."""
        if watched is self._view:
            is_wanted = isinstance(event, QKeyEvent) and _inserts(event) and self._view.hasFocus()
            if is_wanted:
                self._open()
            return is_wanted
        if isinstance(event, QKeyEvent) and _begins(event) and not self._view.grid.is_dragging:
            self._open(event.text())
            return True
        return super().eventFilter(watched, event)

    def _open(self, text: str = "") -> None:
        diversion = self._rescheduler.diversion
        new = CreatePost(text, self._desk.shown_platform_ids()[:1], self._view.grid.slot)
        if diversion is not None and diversion.take(new):
            return  # something else than the plan is shown, and has said so
        if self._entry is None:
            from desktop.calendar.quick_entry import QuickEntry  # noqa: PLC0415 - 13 ms that the first week spares

            self._entry = QuickEntry(self._view, self._desk, self)
        self._entry.open(text)


def _inserts(event: QKeyEvent) -> bool:
    is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Insert and is_plain


def _begins(event: QKeyEvent) -> bool:
    text = event.text() if event.type() == QEvent.Type.KeyPress else ""
    return bool(text) and text.isprintable() and not text.isspace() and event.modifiers() in _OPENING
