"""Rows that are put in order by hand: with a grip, or with Alt+Up and Alt+Down on it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import accessible, icons, theme
from desktop.ui.buttons import PaintedButton
from desktop.ui.parts import stacked


class Grip(PaintedButton):
    """Six dots to hold a row by; Escape while dragging puts the row back.

    Signals: `carried(step)`, `drag_began()`, `drag_moved(global place)`, `drag_ended(is kept)`.
    """

    carried = Signal(int)
    drag_began = Signal()
    drag_moved = Signal(QPoint)
    drag_ended = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._press: QPoint | None = None
        self._is_dragged = False
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def name_row(self, name: str) -> None:
        """Say which row is held."""
        self.setAccessibleName(self.tr("Move “{name}”").format(name=name))
        self.setToolTip(self.tr("Move with the mouse, or with Alt+↑ and Alt+↓"))

    def sizeHint(self) -> QSize:
        """A square that can be hit."""
        return QSize(theme.px(24), theme.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow carry the row one place on."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._is_dragged and event.key() == Qt.Key.Key_Escape:
            self._end(is_kept=False)
        elif step is not None and held == Qt.KeyboardModifier.AltModifier:
            self.carried.emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the row along."""
        if self._press is None:
            return
        way = (event.position().toPoint() - self._press).manhattanLength()
        if not self._is_dragged and way >= QApplication.startDragDistance():
            self._is_dragged = True
            self.drag_began.emit()
        if self._is_dragged:
            self.drag_moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go."""
        if self._is_dragged:
            self._end(is_kept=True)
        self._press = None

    def _end(self, is_kept: bool) -> None:
        self._press, self._is_dragged = None, False
        self.drag_ended.emit(is_kept)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots."""
        painter, side = QPainter(self), theme.px(16)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        role = "text-2" if self.underMouse() or self._is_dragged else "text-3"
        icons.draw(painter, "grip-vertical", place, theme.color(role))
        painter.end()


class OrderedRow(Protocol):
    """A row as `OrderedRows` needs it: a widget with a key, a name and a grip."""

    key: str
    grip: Grip

    @property
    def name(self) -> str:
        """What is announced when the row has moved."""

    def set_lifted(self, is_lifted: bool) -> None:
        """Look like a row that is being carried."""


class OrderedRows(QWidget):
    """Rows below each other. Signals: `ordered(tuple of all keys)` when a row has been put somewhere else."""

    ordered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[OrderedRow, QWidget]] = []
        self._before: tuple[str, ...] = ()
        self._column = stacked(self)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys from above."""
        return tuple(row.key for row, _widget in self._rows)

    def append(self, row: OrderedRow, widget: QWidget) -> None:
        """Add a row at the end; `widget` is the row itself."""
        self._rows.append((row, widget))
        self._column.addWidget(widget)
        row.grip.carried.connect(lambda step, row=row: self._carry(row, step))
        row.grip.drag_began.connect(lambda row=row: self._begin(row))
        row.grip.drag_moved.connect(lambda place, row=row: self._drag(row, place))
        row.grip.drag_ended.connect(lambda is_kept, row=row: self._end(row, is_kept))

    def remove(self, key: str) -> None:
        """Take a row away for good; nothing for an unknown key."""
        for place, (row, widget) in enumerate(self._rows):
            if row.key == key:
                del self._rows[place]
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
                return

    def arrange(self, keys: tuple[str, ...]) -> None:
        """Put the rows into this order without a signal; all keys must be known."""
        if keys == self.keys:
            return
        by_key = {row.key: (row, widget) for row, widget in self._rows}
        self._rows = [by_key[key] for key in keys]
        for place, (_row, widget) in enumerate(self._rows):
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)

    def carry(self, key: str, step: int) -> None:
        """Move a row by so many places, as Alt and an arrow do."""
        for row, _widget in self._rows:
            if row.key == key:
                self._carry(row, step)
                return

    def _carry(self, row: OrderedRow, step: int) -> None:
        at = self.keys.index(row.key) + step
        if 0 <= at < len(self._rows):
            self._put(row, at)
            self._tell(row)

    def _put(self, row: OrderedRow, at: int) -> None:
        keys = [key for key in self.keys if key != row.key]
        keys.insert(at, row.key)
        self.arrange(tuple(keys))

    def _tell(self, row: OrderedRow) -> None:
        facts = {"name": row.name, "place": self.keys.index(row.key) + 1, "count": len(self._rows)}
        accessible.announce(row.grip, self.tr("{name}, place {place} of {count}").format(**facts))
        self.ordered.emit(self.keys)

    def _begin(self, row: OrderedRow) -> None:
        self._before = self.keys
        row.set_lifted(True)

    def _drag(self, row: OrderedRow, place: QPoint) -> None:
        y = self.mapFromGlobal(place).y()
        others = [widget for each, widget in self._rows if each is not row]
        self._put(row, sum(widget.geometry().center().y() < y for widget in others))
        self._column.activate()

    def _end(self, row: OrderedRow, is_kept: bool) -> None:
        row.set_lifted(False)
        if not is_kept:
            self.arrange(self._before)
        elif self._before != self.keys:
            self._tell(row)
