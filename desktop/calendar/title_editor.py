"""The title of a block, typed right into its card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.planning.cards import CardKey
from desktop.ui import theme


class TitleEditor(QLineEdit):
    """A field over a card. Enter and leaving it save, Esc discards, Tab goes to the next platform and stays.

    Signals: `saved(key, text)`, `discarded(key)`, `platform_cycled(key)`.
    """

    saved = Signal(object, str)
    discarded = Signal(object)
    platform_cycled = Signal(object)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setFrame(False)
        self.key: CardKey | None = None
        self.hide()

    def open(self, key: CardKey, card: QRect, title: str) -> None:
        """Ask for the title of a card that lies there."""
        self.key = key
        self.setFont(theme.font("card"))
        self.setAccessibleName(self.tr("Title"))
        self.setPlaceholderText(self.tr("What is to be done?"))
        self.setText(title)
        self.selectAll()
        self.follow(card)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, card: QRect) -> None:
        """Lie in the card's first line, wherever the card has gone."""
        height = min(card.height(), theme.px(24))
        self.setGeometry(QRect(card.left() + 1, card.top() + 1, card.width() - 2, max(height - 2, theme.px(18))))

    def close_quietly(self) -> None:
        """Vanish without a word: the card is gone."""
        self.key = None
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Take Tab before it moves the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.platform_cycled.emit(self.key)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc discards."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._end(is_kept=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(is_kept=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was typed, unless only a menu or another window is in front."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._end(is_kept=True)

    def _end(self, is_kept: bool) -> None:
        key, self.key = self.key, None
        if key is None:
            return
        # Hidden only afterwards: hiding the field that has the focus would send the focus anywhere.
        if is_kept:
            self.saved.emit(key, self.text().strip())
        else:
            self.discarded.emit(key)
        if self.key is None:
            self.hide()
