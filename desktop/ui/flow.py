"""A layout like written text: items beside each other while there is room, the rest on further lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui import theme


class Flow(QLayout):
    """Items keep their own height and stand in the middle of their line. Hidden ones take no room.

    An item with a stretch takes its share of what its line has left; a line without one ends where its last item does.
    Gaps in design pixels.
    """

    def __init__(self, on: QWidget | None = None, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._stretches: dict[int, int] = {}
        self._gap, self._line_gap = theme.px(gap), theme.px(line_gap)
        self.setContentsMargins(0, 0, 0, 0)
        if on is not None:
            on.setLayout(self)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Append a widget."""
        self._stretches[id(widget)] = stretch
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at a place, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove the item at a place and return it, None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It takes no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        edges = self.contentsMargins()
        inner = width - edges.left() - edges.right()
        return self._lay_out(QRect(0, 0, inner, 0), move=False) + edges.top() + edges.bottom()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Move the items to their places."""
        super().setGeometry(rect)
        self._lay_out(self.contentsRect(), move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        edges = self.contentsMargins()
        wide = sum(item.sizeHint().width() for item in shown) + self._gap * max(len(shown) - 1, 0)
        high = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(wide + edges.left() + edges.right(), high + edges.top() + edges.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The largest item alone."""
        shown = self._shown()
        edges = self.contentsMargins()
        wide = max((item.minimumSize().width() for item in shown), default=0)
        high = max((item.minimumSize().height() for item in shown), default=0)
        return QSize(wide + edges.left() + edges.right(), high + edges.top() + edges.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _stretch(self, item: QLayoutItem) -> int:
        return self._stretches.get(id(item.widget()), 0)

    def _width(self, item: QLayoutItem) -> int:
        """What an item wants; one with a stretch is content with its least."""
        wanted = item.minimumSize() if self._stretch(item) else item.sizeHint()
        return max(wanted.width(), item.minimumSize().width())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        filled = 0
        for item in self._shown():
            wanted = self._width(item)
            if lines[-1] and filled + self._gap + wanted > width:
                lines.append([])
                filled = 0
            filled += wanted + (self._gap if lines[-1] else 0)
            lines[-1].append(item)
        return lines

    def _height(self, item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    def _lay_out(self, rect: QRect, move: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            rest = rect.width() - sum(map(self._width, line)) - self._gap * max(len(line) - 1, 0)
            whole = sum(map(self._stretch, line))
            widths = [
                min(self._width(item), rect.width()) + (max(rest, 0) * self._stretch(item) // whole if whole else 0)
                for item in line
            ]
            heights = [self._height(item, wide) for item, wide in zip(line, widths, strict=True)]
            left, highest = rect.x(), max(heights, default=0)
            for item, wide, high in zip(line, widths, heights, strict=True):
                if move:
                    item.setGeometry(QRect(left, top + (highest - high) // 2, wide, high))
                left += wide + self._gap
            top += highest + self._line_gap
        return max(top - rect.y() - self._line_gap, 0)
