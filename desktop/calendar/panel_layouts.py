"""Layouts that give way where there is little room: rows that wrap, even columns, two ends of a line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui import theme


class _Giving(QLayout):
    """What both layouts have in common: a list of items whose height follows from the width."""

    def __init__(self, on: QWidget) -> None:
        super().__init__(on)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item."""
        self._items.append(item)

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
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Move the items to their places."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The largest item alone."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, move: bool) -> int:
        """Place the items in `rect` if `move`, and return the height that they need."""
        raise NotImplementedError


class Flow(_Giving):
    """A row that goes on in the next line where the width ends; hidden widgets take no place. Gaps in design pixels."""

    def __init__(self, on: QWidget, gap: int = 6, line_gap: int = 6) -> None:
        super().__init__(on)
        self._gap, self._line_gap = theme.px(gap), theme.px(line_gap)

    def sizeHint(self) -> QSize:
        """One line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(max(width, 0), max((hint.height() for hint in hints), default=0))

    def _lay_out(self, rect: QRect, move: bool) -> int:
        left, top, height = rect.x(), rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if left > rect.x() and left + width > rect.right() + 1:
                left, top, height = rect.x(), top + height + self._line_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, hint.height())))
            left += width + self._gap
            height = max(height, hint.height())
        return top + height - rect.y()


class Even(_Giving):
    """Items of one width, as many beside each other as have room: four, else two, else one. `gap` in design pixels."""

    def __init__(self, on: QWidget, gap: int = 6) -> None:
        super().__init__(on)
        self._gap = theme.px(gap)

    def sizeHint(self) -> QSize:
        """All beside each other."""
        hints = [item.sizeHint() for item in self._shown()]
        widest = max((hint.width() for hint in hints), default=0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(len(hints) * (widest + self._gap) - self._gap, height)

    def _lay_out(self, rect: QRect, move: bool) -> int:
        items = self._shown()
        widest = max((item.minimumSize().width() for item in items), default=0)
        height = max((item.sizeHint().height() for item in items), default=0)
        columns = len(items)
        while columns > 1 and columns * (widest + self._gap) - self._gap > rect.width():
            columns = (columns + 1) // 2
        width = (rect.width() - (columns - 1) * self._gap) / max(columns, 1)
        for number, item in enumerate(items if move else ()):
            line, column = divmod(number, columns)
            left, right = (round((column + step) * (width + self._gap)) for step in (0, 1))
            top = rect.y() + line * (height + self._gap)
            item.setGeometry(QRect(rect.x() + left, top, right - left - self._gap, height))
        lines = -(-len(items) // max(columns, 1))
        return max(lines * (height + self._gap) - self._gap, 0)


class Ends(_Giving):
    """Up to two items: the first takes what the second, at the right end, leaves; too narrow, the second goes below.

    `least` is the height of a line, `indent` where the second begins when it stands below, `bottom` a free strip;
    all in design pixels.
    """

    def __init__(self, on: QWidget, gap: int = 8, least: int = 0, indent: int = 0, bottom: int = 0) -> None:
        super().__init__(on)
        self._gap, self._least, self._bottom = theme.px(gap), theme.px(least), theme.px(bottom)
        self._indent = theme.px(indent)

    def sizeHint(self) -> QSize:
        """One line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, max(height, self._least) + self._bottom)

    def _lay_out(self, rect: QRect, move: bool) -> int:
        items = self._shown()
        hints = [item.sizeHint() for item in items]
        if len(items) == 2 and items[0].minimumSize().width() + self._gap + hints[1].width() > rect.width():
            return self._below(rect, items, move)
        height = max((self._high(item, hint.width()) for item, hint in zip(items, hints, strict=True)), default=0)
        height = max(height, self._least)
        right = rect.x() + rect.width()
        for item, hint in zip(items[1:], hints[1:], strict=True):
            right -= hint.width()
            self._put(item, QRect(right, rect.y(), hint.width(), height), move)
            right -= self._gap
        for item in items[:1]:
            self._put(item, QRect(rect.x(), rect.y(), right - rect.x(), height), move)
        return height + self._bottom

    def _below(self, rect: QRect, items: list[QLayoutItem], move: bool) -> int:
        top = rect.y()
        for item, left in zip(items, (0, self._indent), strict=True):
            width = rect.width() - left
            if not item.expandingDirections() & Qt.Orientation.Horizontal:
                width = min(width, item.sizeHint().width())
            height = max(self._high(item, width), self._least)
            self._put(item, QRect(rect.x() + left, top, width, height), move)
            top += height
        return top - rect.y() + self._bottom

    @staticmethod
    def _high(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    @staticmethod
    def _put(item: QLayoutItem, rect: QRect, move: bool) -> None:
        if move:
            item.setGeometry(rect)
