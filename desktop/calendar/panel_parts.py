"""The small parts that the side panels are made of: marks, tiles, bands, rows, headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from db.records import Member
from desktop.calendar.panel_layouts import Ends
from desktop.ui import icons, marks, theme
from desktop.ui.controls import Text
from desktop.ui.fields import Option
from desktop.ui.parts import beside


class Mark(QWidget):
    """A small icon that stands in a row and does nothing; without a name it only keeps its place."""

    def __init__(self, name: str = "", role: str = "text-3", size: int = 14) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setFixedSize(theme.px(size), theme.px(size))

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        if self._name:
            with QPainter(self) as painter:
                icons.draw(painter, self._name, QRectF(self.rect()), theme.color(self._role))


class Ground(QWidget):
    """A filled band with a line at one edge."""

    def __init__(self, role: str, line: str = "", edge: Qt.Edge = Qt.Edge.BottomEdge) -> None:
        super().__init__()
        self._role, self._line, self._edge = role, line, edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill, then draw the line."""
        width = theme.border()
        edges = {
            Qt.Edge.BottomEdge: QRect(0, self.height() - width, self.width(), width),
            Qt.Edge.TopEdge: QRect(0, 0, self.width(), width),
            Qt.Edge.LeftEdge: QRect(0, 0, width, self.height()),
        }
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color(self._role))
            if self._line:
                painter.fillRect(edges[self._edge], theme.color(self._line))


def heading(text: str, right: QWidget | None = None) -> QWidget:
    """A section's label with something at its right end, below it where there is no room."""
    line = QWidget()
    ends = Ends(line, bottom=6)
    ends.addWidget(Text(text, "meta", "text-2", 600))
    if right is not None:
        ends.addWidget(right)
    return line


def remark(icon: str, words: Text) -> QWidget:
    """A line of help with its icon, wrapping beside it."""
    line = QWidget()
    row = beside(line, spacing=6)
    row.addWidget(Mark(icon, "text-3", 14), 0, Qt.AlignmentFlag.AlignTop)
    words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    row.addWidget(words, 1)
    return line


def emptied(rows: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # it stays a child until the events that it may be in the middle of are over
            widget.hide()
            widget.deleteLater()


class Box(QWidget):
    """A rounded surface with a thin outline, for a sentence or a short list."""

    def __init__(self, role: str, line: str) -> None:
        super().__init__()
        self._role, self._line = role, line

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill and outline."""
        with QPainter(self) as painter:
            back, line = theme.color(self._role), theme.color(self._line)
            marks.panel(painter, QRectF(self.rect()), theme.px(8), back, line, theme.border())


def detail(name: str, field: QWidget) -> QHBoxLayout:
    """A row of the last section: a name and a quiet field whose text stands in line with its neighbours'."""
    row = beside(spacing=0)
    words = Text(name, "body", "text-3")
    words.setFixedWidth(theme.px(92))
    words.setMinimumHeight(theme.px(32))
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(field, 1)
    return row


def people(members: Sequence[Member], chosen: int | None) -> list[Option]:
    """The people to choose from: those who are still there, and the chosen one in any case."""
    return [
        Option(str(member.id), member.name, initials=member.initials, number=member.id)
        for member in members
        if member.left_on is None or member.id == chosen
    ]
