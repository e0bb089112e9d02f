"""The field of quick add: one line in which the recognised words stand out, and what it says below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.calendar.ghost import Tone
from desktop.calendar.quick_plan import Word
from desktop.ui import icons, marks, theme
from desktop.ui.chips import Chip
from desktop.ui.controls import Text
from desktop.ui.field_frame import Editor
from desktop.ui.flow import Flow
from desktop.ui.popover import Popover

WIDTH, HEIGHT = 424, 36
_CURSOR_LEFT = 5  # by how much Qt's rectangle of the text cursor begins before it
_SIGNS = {
    Tone.OK: ("circle-check", "ok"),
    Tone.WARN: ("alert-triangle", "warn"),
    Tone.NEUTRAL: ("info-circle", "text-2"),
}


class TokenEditor(Editor):
    """A line of text with tinted stretches behind some of its words. Signals: `entered()` on Enter."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[tuple[int, int]] = ()

    def set_spans(self, spans: Sequence[tuple[int, int]]) -> None:
        """Let these stretches stand out."""
        self._spans = spans
        ink = QTextCharFormat()
        ink.setForeground(theme.color("accent-text"))
        kind, cursor = QInputMethodEvent.AttributeType.TextFormat, self.cursorPosition()
        inks = [QInputMethodEvent.Attribute(kind, start - cursor, end - start, ink) for start, end in spans]
        self.inputMethodEvent(QInputMethodEvent("", inks))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is ours."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint the stretches, then write."""
        painter, metrics, text = QPainter(self), QFontMetricsF(self.font()), self.text()
        origin = self.cursorRect().x() + _CURSOR_LEFT - metrics.horizontalAdvance(text[: self.cursorPosition()])
        high = metrics.height() + theme.px(2)
        for start, end in self._spans:
            left = origin + metrics.horizontalAdvance(text[:start]) - theme.px(1)
            wide = metrics.horizontalAdvance(text[start:end]) + 2 * theme.px(1)
            tint = QRectF(left, (self.height() - high) / 2, wide, high)
            marks.panel(painter, tint, theme.px(4), theme.color("accent-tint"))
        painter.end()
        super().paintEvent(event)


class _Frame(QWidget):
    def __init__(self, editor: TokenEditor) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8 + 15 + 8), 0, theme.px(8), 0)
        row.addWidget(editor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, place, radius = QPainter(self), QRectF(self.rect()), theme.px(7)
        marks.panel(painter, place, radius, theme.color("field"), theme.color("accent"), 1.5)
        side = theme.px(15)
        sign = QRectF(theme.px(8), (self.height() - side) / 2, side, side)
        icons.draw(painter, "plus", sign, theme.color("text-2"))
        painter.end()


class _Consequence(QWidget):
    """The last line: what it costs, and the key that makes it."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._tone = "", Tone.NEUTRAL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        self._words, self._tone = text, tone
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(100), theme.line_height("meta"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        side, (icon, role) = theme.px(14), _SIGNS[self._tone]
        if self._words:
            icons.draw(painter, icon, QRectF(0, (self.height() - side) / 2, side, side), theme.color(role))
        left = side + theme.px(5)
        room = QRectF(left, 0, self.width() - left, self.height())
        marks.text_line(painter, room, self._words, theme.font("meta", 600), theme.color(role))
        painter.end()


class _Rule(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("line-subtle"))
        painter.end()


class QuickField(Popover):
    """The surface of quick add. Signals: `edited(str)` with every change, `entered()` on Enter."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, WIDTH)
        self.setAccessibleName(self.tr("Quick add"))
        self.set_padding(14, 12)
        self.editor = TokenEditor()
        self.editor.setFont(theme.font("body"))
        self.editor.setAccessibleName(self.tr("Quick add"))
        self.editor.setPlaceholderText(self.tr("Thu 6pm 45min #instagram Recipe …"))
        self.editor.textEdited.connect(self.edited)
        self.editor.entered.connect(self.entered)
        self.editor.escaped.connect(self.dismiss)
        self._chips = QWidget()
        self._flow = Flow(self._chips, gap=6, line_gap=6)
        self._shown: list[Chip] = []
        self._consequence = _Consequence()
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._consequence, 1)
        foot.addWidget(Text(self.tr("Enter creates"), "meta", "text-3"))
        for part, above in ((_Frame(self.editor), 0), (self._chips, 9), (_Rule(), 9)):
            self.body.addSpacing(theme.px(above))
            self.body.addWidget(part)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(foot)

    def show_words(self, words: Sequence[Word]) -> None:
        """Repeat below what was recognised."""
        for chip in self._shown:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._shown = [Chip(word.text, "plain", word.icon, word.platform, self._chips) for word in words]
        for chip in self._shown:
            self._flow.add(chip)
            chip.show()

    def show_consequence(self, text: str, tone: Tone) -> None:
        """Say what it would cost."""
        self._consequence.say(text, tone)
