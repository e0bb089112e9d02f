"""A layout whose items stand beside each other while there is room, and below each other where there is not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui import theme


@dataclass(frozen=True, slots=True)
class _Wish:
    least: int
    stretch: int


class Columns(QLayout):
    """Items in one row, or evenly over as many rows as they need; each keeps its own height. Gaps in design pixels.

    Lower items stand at the top of their row, or in its middle; `is_level` makes all of a row as high as the highest.
    """

    def __init__(
        self, on: QWidget, gap: int = 14, line_gap: int = 12, is_centred: bool = False, is_level: bool = False
    ) -> None:
        super().__init__(on)
        self._is_level = is_level
        self._items: list[QLayoutItem] = []
        self._wishes: list[_Wish] = []
        self._next = _Wish(0, 1)
        self._gap, self._line_gap, self._is_centred = theme.px(gap), theme.px(line_gap), is_centred
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, least: int, stretch: int = 1) -> None:
        """Append a widget that wants `least` design pixels at least and, with a stretch, a share of the rest."""
        self._next = _Wish(theme.px(least), stretch)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item; what it wants was said by `add`."""
        self._items.append(item)
        self._wishes.append(self._next)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at a place, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove the item at a place and return it, None beyond the last."""
        if not 0 <= index < len(self._items):
            return None
        del self._wishes[index]
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It takes no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        edges = self.contentsMargins()
        inner = width - edges.left() - edges.right()
        return self._lay_out(QRect(0, 0, inner, 0), move=False) + edges.top() + edges.bottom()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Move the items to their places."""
        super().setGeometry(rect)
        self._lay_out(self.contentsRect(), move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        wide = sum(wish.least for wish in self._wishes) + self._gap * max(self.count() - 1, 0)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The largest item alone."""
        wide = max((item.minimumSize().width() for item in self._items), default=0)
        high = max((item.minimumSize().height() for item in self._items), default=0)
        edges = self.contentsMargins()
        return QSize(wide, high + edges.top() + edges.bottom())

    def _rows(self, width: int) -> list[range]:
        """Which items stand in which row."""
        lines, filled = 1, -self._gap
        for number in range(self.count()):
            wanted = self._needs(number)
            if filled + self._gap + wanted > width and filled > 0:
                lines, filled = lines + 1, -self._gap
            filled += self._gap + wanted
        each = -(-self.count() // lines)
        return [range(first, min(first + each, self.count())) for first in range(0, self.count(), max(each, 1))]

    def _needs(self, number: int) -> int:
        return max(self._wishes[number].least, self._items[number].minimumSize().width())

    def _widths(self, row: range, width: int) -> list[int]:
        """How wide the items of a row are; where none wants the rest, all get a share of it."""
        least = [self._needs(number) for number in row]
        stretch = [self._wishes[number].stretch for number in row]
        if not sum(stretch):
            stretch = [1] * len(row)
        room = width - self._gap * (len(row) - 1)
        if all(stretch):  # even columns, whatever their items need
            least = [0] * len(row)
        rest, total = max(room - sum(least), 0), sum(stretch)
        edges = [round(rest * sum(stretch[:place]) / total) for place in range(len(row) + 1)]
        return [least[place] + edges[place + 1] - edges[place] for place in range(len(row))]

    def _height(self, number: int, width: int) -> int:
        item = self._items[number]
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    def _lay_out(self, rect: QRect, move: bool) -> int:
        top = rect.y()
        for row in self._rows(rect.width()):
            widths = self._widths(row, rect.width())
            heights = [self._height(number, wide) for number, wide in zip(row, widths, strict=True)]
            left = rect.x()
            if self._is_level:
                heights = [max(heights)] * len(heights)
            for number, wide, high in zip(row, widths, heights, strict=True):
                down = (max(heights) - high) // 2 if self._is_centred else 0
                if move:
                    self._items[number].setGeometry(QRect(left, top + down, wide, high))
                left += wide + self._gap
            top += max(heights, default=0) + self._line_gap
        return max(top - rect.y() - self._line_gap, 0)
