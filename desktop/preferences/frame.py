"""What stands around every page of the settings: the line at the top, the room to scroll in, the head of a page."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.controls import IconButton, Text
from desktop.ui.parts import beside
from desktop.ui.popover import Sign

_WIDEST = 1080
_WIDEST_MARGIN = 32  # pixels, whatever the text size
_HEADER = 56


def add_head(column: QVBoxLayout, title: str, sentence: Text) -> None:
    """Begin a page with its title and the sentence that says what it is about."""
    column.addWidget(Text(title, "title-2"))
    column.addSpacing(theme.px(2))
    column.addWidget(sentence)
    column.addSpacing(theme.px(14))


class Header(QWidget):
    """The band above all pages. Signals: `closed()`."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(theme.px(_HEADER))
        row = beside(self, (20, 0, 16, 0))
        row.addWidget(Text(self.tr("Settings"), "title-1"), 1)
        saved = beside(spacing=5)
        saved.addWidget(Sign("circle-check", "text-3", 14))
        saved.addWidget(Text(self.tr("Everything is saved"), "meta", "text-3"))
        row.addLayout(saved)
        row.addSpacing(theme.px(8))
        close = IconButton("x", self.tr("Close the settings"))
        close.clicked.connect(self.closed)
        row.addWidget(close)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line below."""
        painter, width = QPainter(self), theme.border()
        painter.fillRect(0, self.height() - width, self.width(), width, theme.color("line"))
        painter.end()


class Scroll(QScrollArea):
    """A page that scrolls where it is higher than the window."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        content = QWidget()
        row = beside(content, (0, 20, 0, 18), spacing=0)
        across = min(theme.px(28), _WIDEST_MARGIN)
        row.setContentsMargins(row.contentsMargins() + QMargins(across, 0, across, 0))
        page.setMaximumWidth(theme.px(_WIDEST))
        row.addWidget(page, 1)
        row.addStretch(0)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
