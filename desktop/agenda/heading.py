"""The heading of a group of lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import icons, marks, theme

_ABOVE, _HEIGHT = 6, 38


class Heading(QWidget):
    """A title, what belongs to the whole day, a summary, and a line up to the edge."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._summary = "", ""
        self._chips: tuple[str, ...] = ()
        self._is_today = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_group(self, title: str, summary: str, chips: tuple[str, ...], is_today: bool) -> None:
        """Show a heading; today's is coloured."""
        self._title, self._summary, self._chips, self._is_today = title, summary, chips, is_today
        self.setAccessibleName(", ".join(part for part in (title, *chips, summary) if part))
        self.setFixedHeight(theme.px(_ABOVE + _HEIGHT))
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """A heading."""
        return QAccessible.Role.Heading

    def sizeHint(self) -> QSize:
        """One line with room above."""
        return QSize(theme.px(300), theme.px(_ABOVE + _HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the parts from the left while there is room."""
        painter, gap = QPainter(self), theme.px(9)
        top = theme.px(_ABOVE)
        high, left, end = self.height() - top, float(theme.px(8)), self.width() - theme.px(8)
        role = "accent-text" if self._is_today else "text"
        line = QRectF(left, top, end - left, high)
        left += marks.text_line(painter, line, self._title, theme.font("body-strong"), theme.color(role)) + gap
        for name in self._chips:
            left += self._paint_chip(painter, name, left, end, top + high / 2) + gap
        if self._summary and left < end:
            line = QRectF(left, top, end - left, high)
            left += marks.text_line(painter, line, self._summary, theme.font("meta", 500), theme.color("text-3")) + gap
        if left < end:
            width = theme.border()
            painter.fillRect(QRectF(left, top + high / 2, end - left, width), theme.color("line-subtle"))
        painter.end()

    @staticmethod
    def _paint_chip(painter: QPainter, name: str, left: float, end: float, middle: float) -> float:
        font, side, edge = theme.font("meta", 500), theme.px(13), theme.px(8)
        words = QFontMetricsF(font).horizontalAdvance(name)
        wide = min(words + side + theme.px(5) + 2 * edge, end - left)
        high = theme.px(22)
        if wide < side + 2 * edge:
            return 0.0
        marks.panel(painter, QRectF(left, middle - high / 2, wide, high), theme.px(6), theme.color("hover"))
        icons.draw(painter, "tag", QRectF(left + edge, middle - side / 2, side, side), theme.color("text-2"))
        text = left + edge + side + theme.px(5)
        line = QRectF(text, middle - high / 2, left + wide - edge - text + 1, high)
        marks.text_line(painter, line, name, font, theme.color("text-2"))
        return wide
