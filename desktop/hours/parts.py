"""Small painted parts of the page of the hours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import marks, theme


class Line(QWidget):
    """One line of text that is shortened where there is no room, and then whole in its tooltip."""

    def __init__(self, text: str = "", font: str = "body", role: str = "text", least: int = 0) -> None:
        """`least` is its smallest width in design pixels."""
        super().__init__()
        self._text, self._font, self._role, self._least = text, font, role, least
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        metrics = QFontMetrics(theme.font(self._font))
        return QSize(metrics.horizontalAdvance(self._text) + 2, theme.line_height(self._font))

    def minimumSizeHint(self) -> QSize:
        """It may be shortened."""
        return QSize(min(theme.px(self._least), self.sizeHint().width()), theme.line_height(self._font))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        font = theme.font(self._font)
        marks.text_line(painter, QRectF(self.rect()), self._text, font, theme.color(self._role))
        painter.end()
        self.setToolTip(self._text if self.sizeHint().width() - 2 > self.width() else "")
