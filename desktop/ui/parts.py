"""Small parts that several rooms are made of: rows and columns, a platform's tile, a link at an edge."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import PlatformKind
from desktop.ui import icons, theme
from desktop.ui.buttons import Button

Margins = tuple[int, int, int, int]


def stacked(on: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int = 0) -> QVBoxLayout:
    """A column, on a widget if one is given; margins and spacing in design pixels."""
    column = QVBoxLayout(on) if on is not None else QVBoxLayout()
    column.setContentsMargins(*(theme.px(margin) for margin in margins))
    column.setSpacing(theme.px(spacing))
    return column


def beside(on: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> QHBoxLayout:
    """A row, on a widget if one is given; margins and spacing in design pixels."""
    row = QHBoxLayout(on) if on is not None else QHBoxLayout()
    row.setContentsMargins(*(theme.px(margin) for margin in margins))
    row.setSpacing(theme.px(spacing))
    return row


def tab_after(before: QWidget, widgets: Iterable[QWidget]) -> QWidget:
    """Let Tab go from `before` to these, one after the other: what was made later would come last. Returns the end.

    A field among them stands for its editor no longer: give the focus to the editor itself.
    """
    for widget in widgets:
        editor = widget.focusProxy()
        if editor is not None:
            widget.setFocusProxy(None)  # type: ignore[arg-type]  # Qt leaves the field where it was, and Tab went back
        stop = editor or widget
        QWidget.setTabOrder(before, stop)
        before = stop
    return before


class Tile(QWidget):
    """A platform's tile, `size` design pixels wide and high."""

    def __init__(self, kind: PlatformKind, size: int = 18) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(theme.px(size), theme.px(size))

    def show_kind(self, kind: PlatformKind) -> None:
        """Show another kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile."""
        with QPainter(self) as painter:
            icons.tile(painter, self._kind, QRectF(self.rect()))


class EdgeLink(Button):
    """A link that ends where its section ends, at the right of a heading."""

    def __init__(self, text: str, icon: str | None = None) -> None:
        super().__init__(text, icon, "link", 24)

    def _padding(self) -> int:
        return 0
