"""A short table of days with their names, each to be changed or removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import ClosedDay, Occasion
from desktop.preferences.parts import Line
from desktop.ui import theme
from desktop.ui.controls import Card, IconButton, Text
from desktop.ui.parts import EdgeLink, beside, stacked

_WHEN = 150


@dataclass(frozen=True, slots=True)
class DayLine:
    """A row: the record, when it is in words, its name; what is over is paler."""

    record: ClosedDay | Occasion
    when: str
    name: str
    is_past: bool = False


class DayTable(Card):
    """A card with a title, a link that adds, and a row per day.

    Signals: `add_requested()`, `edit_requested(record)`, `removed(record)`.
    """

    add_requested = Signal()
    edit_requested = Signal(object)
    removed = Signal(object)

    def __init__(self, title: str, about: str, add: str, add_name: str, none: str) -> None:
        super().__init__()
        self._lines: tuple[DayLine, ...] | None = None
        self._rows: list[_Row] = []
        column = stacked(self, (19, 15, 19, 15))
        head = beside()
        head.addWidget(Text(title, "title-3"), 1)
        self._add = EdgeLink(add, "plus")
        self._add.setAccessibleName(add_name)
        head.addWidget(self._add)
        column.addLayout(head)
        column.addSpacing(theme.px(2))
        column.addWidget(Text(about, role="text-2", is_wrapped=True))
        column.addSpacing(theme.px(8))
        self._body = stacked()
        column.addLayout(self._body)
        self._none = Text(none, "meta", "text-3", is_wrapped=True)
        column.addWidget(self._none)
        self._add.clicked.connect(self.add_requested)

    def show_lines(self, lines: Sequence[DayLine]) -> None:
        """Show other rows; the keyboard stays at its place in the list."""
        if tuple(lines) == self._lines:
            return
        at = next((number for number, row in enumerate(self._rows) if row.has_keyboard()), None)
        self._lines = tuple(lines)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(line) for line in lines]
        for row in self._rows:
            row.edit.clicked.connect(lambda _checked=False, record=row.line.record: self.edit_requested.emit(record))
            row.remove.clicked.connect(lambda _checked=False, record=row.line.record: self.removed.emit(record))
            self._body.addWidget(row)
        self._none.setVisible(not lines)
        if at is not None:
            heir = self._rows[min(at, len(self._rows) - 1)].remove if self._rows else self._add
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def anchor(self, record: ClosedDay | Occasion) -> QRect:
        """Where a form about a record belongs: at its row's pencil, for a new one at the link; global."""
        button: QWidget = next((row.edit for row in self._rows if row.line.record == record), self._add)
        return QRect(button.mapToGlobal(QPoint(0, 0)), button.size())


class _Row(QWidget):
    def __init__(self, line: DayLine) -> None:
        super().__init__()
        self.line = line
        row = beside(self, (0, 6, 0, 6), spacing=10)
        when = Line(line.when, "body", "text-3" if line.is_past else "text-2")
        when.setFixedWidth(theme.px(_WHEN))
        row.addWidget(when)
        row.addWidget(Line(line.name, "body-strong", "text-3" if line.is_past else "text"), 1)
        name = {"name": line.name, "when": line.when}
        self.edit = IconButton("pencil", self.tr("Change {name}, {when}").format(**name), 24, "text-3")
        self.remove = IconButton("trash", self.tr("Remove {name}, {when}").format(**name), 24, "text-3")
        buttons = beside(spacing=0)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.remove)
        row.addLayout(buttons)

    def has_keyboard(self) -> bool:
        return self.edit.hasFocus() or self.remove.hasFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line-subtle"))
        painter.end()
