"""The small parts that the pages of the settings are made of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.preferences.columns import Columns
from desktop.ui import marks, theme
from desktop.ui.controls import Card, Text
from desktop.ui.fields import label
from desktop.ui.parts import beside, stacked
from desktop.ui.popover import Sign


def labelled(text: str, field: QWidget) -> QWidget:
    """A field with its label above."""
    whole = QWidget()
    column = stacked(whole, spacing=5)
    column.addWidget(label(text, field))
    column.addWidget(field)
    return whole


def remark(text: Text) -> QWidget:
    """A helping sentence behind the sign of information."""
    line = QWidget()
    row = beside(line, spacing=7)
    row.addWidget(Sign("info-circle", "text-3", 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return line


class Line(QWidget):
    """One line of text that is shortened where it is too long, and then whole in its tooltip."""

    def __init__(
        self,
        text: str = "",
        font: str = "body",
        role: str = "text",
        weight: int | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._align = align
        self._text, self._font, self._role, self._weight = "", font, role, weight
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str, role: str | None = None) -> None:
        """Show another text, in another colour if one is given."""
        self._text, self._role = text, role or self._role
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        metrics = QFontMetrics(theme.font(self._font, self._weight))
        return QSize(metrics.horizontalAdvance(self._text) + 2, theme.line_height(self._font))

    def minimumSizeHint(self) -> QSize:
        """It may become very short."""
        return QSize(theme.px(24), theme.line_height(self._font))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        color, font = theme.color(self._role), theme.font(self._font, self._weight)
        marks.text_line(painter, QRectF(self.rect()), self._text, font, color, self._align)
        painter.end()
        self.setToolTip(self._text if self.sizeHint().width() - 2 > self.width() else "")


class Section(Card):
    """A card with a title; content goes into `body`."""

    def __init__(self, title: str, help_below: str = "", gap: int = 12) -> None:
        super().__init__()
        self.body = stacked(self, (19, 15, 19, 15))
        self.body.addWidget(Text(title, "title-3"))
        if help_below:
            self.body.addSpacing(theme.px(2))
            self.body.addWidget(Text(help_below, role="text-2", is_wrapped=True))
        self.body.addSpacing(theme.px(gap))


class Band(QWidget):
    """A part of a card, parted from the one above it by a thin line; content goes into `body`."""

    def __init__(self) -> None:
        super().__init__()
        self.body = stacked(self, (19, 14, 19, 14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        width = theme.border()
        painter.fillRect(width, 0, self.width() - 2 * width, width, theme.color("line-subtle"))
        painter.end()


class Choice(QWidget):
    """A setting in one row: its title, what follows from it, and the control at the right end, or below."""

    def __init__(self, title: str, consequence: str, control: QWidget) -> None:
        super().__init__()
        words, at_end = QWidget(), QWidget()
        lines = stacked(words, spacing=1)
        lines.addWidget(Text(title, is_wrapped=True))
        if consequence:
            lines.addWidget(Text(consequence, "meta", "text-3", is_wrapped=True))
        row = beside(at_end)
        row.addWidget(control)
        row.addStretch(1)
        columns = Columns(self, gap=16, line_gap=6, is_centred=True)
        columns.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        columns.add(words, 220)
        columns.add(at_end, 0, stretch=0)
