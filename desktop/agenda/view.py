"""Everything that is seen of the agenda and where it lies: header, filters, lines, and what to do with many."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.agenda.agenda_list import AgendaList
from desktop.agenda.bulk_bar import BulkBar
from desktop.agenda.elsewhere import Elsewhere
from desktop.agenda.filter_bar import FilterBar
from desktop.agenda.header import AgendaHeader
from desktop.ui import theme
from desktop.ui.panes import Panes


class AgendaView(QWidget):
    """The parts by name: `header`, `filters`, `list`, `bulk`; `panes` for F6."""

    def __init__(self) -> None:
        super().__init__()
        self.header = AgendaHeader()
        self.filters = FilterBar()
        self.list = AgendaList()
        self.bulk = BulkBar()
        self.elsewhere = Elsewhere()
        self.panes = Panes(self.header, self.filters, self.elsewhere, self.list, self.bulk)
        ground = _Ground()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.list)
        self.paper = _Paper()
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        self.paper.setWidgetResizable(True)
        self.paper.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.paper.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.elsewhere)
        column.addWidget(self.paper, 1)
        column.addWidget(self.bulk)
        self.list.reached.connect(self._bring_into_sight)

    def _bring_into_sight(self, row: QWidget) -> None:
        self.list.settle()
        self.paper.ensureWidgetVisible(row, 0, theme.px(50))

    def scroll_to(self, part: QWidget) -> None:
        """Let a part of the list be the first in sight."""
        self.list.settle()
        self.paper.verticalScrollBar().setValue(part.mapTo(self.list, QPoint()).y())


class _Paper(QScrollArea):
    """Leaves the page keys to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class _Ground(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.end()
