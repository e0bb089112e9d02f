"""The field that files an idea: one line, Enter, and it waits for the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.ui import icons, marks, theme


class CaptureField(QWidget):
    """A line with a plus sign and its shortcut.

    Signals: `captured(str)` with the trimmed text on Enter, never empty; `left()` on Esc in the empty field (a first
    Esc empties it).
    """

    captured = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setFrame(False)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.update)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._word()
        self._dress()

    def sizeHint(self) -> QSize:
        """As in the bottom bar."""
        return QSize(theme.px(210), theme.px(26))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """File the idea on Enter, empty or leave the field on Esc, and paint the focus."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._file()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.line.text():
                    self.line.clear()
                else:
                    self.left.emit()
                return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def _file(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.captured.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _word(self) -> None:
        self.line.setPlaceholderText(self.tr("Capture idea"))
        self.line.setAccessibleName(self.tr("Capture idea"))
        self.setToolTip(self.tr("Enter files the idea"))

    def _dress(self) -> None:
        self.line.setFont(theme.font("meta", 400))
        palette = self.line.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text-3"))
        self.line.setPalette(palette)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the icon on the left and the shortcut on the right."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.line.setGeometry(self.rect().adjusted(theme.px(22), 2, -theme.px(46), -2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the plus sign and, while the field is empty, the shortcut."""
        painter = QPainter(self)
        has_focus = self.line.hasFocus()
        frame = QRectF(self.rect())
        edge = theme.color("accent" if has_focus else "line-strong")
        marks.panel(painter, frame, theme.px(6), theme.color("field"), edge, 2 if has_focus else theme.border())
        side = theme.px(13)
        place = QRectF(theme.px(8), (self.height() - side) / 2, side, side)
        icons.draw(painter, "plus", place, theme.color("text-3"))
        if not self.line.text():
            words = frame.adjusted(0, 0, -theme.px(8), 0)
            right = Qt.AlignmentFlag.AlignRight
            marks.text_line(painter, words, self.tr("Ctrl I"), theme.font("micro"), theme.color("text-3"), right)
