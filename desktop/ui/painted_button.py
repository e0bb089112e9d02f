"""What all painted buttons share: focus ring, Enter, hovering, a height that keeps to the text size."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.focus import FocusMarking


class PaintedButton(QAbstractButton):
    """A button without a look of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focus = FocusMarking()
        self._caption = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def caption(self) -> str:
        """The text as it is shown."""
        return self._caption

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text; an ampersand is an ampersand."""
        self._caption = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(7)

    def minimumSizeHint(self) -> QSize:
        """Text is never cut off."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._focus.show(self, event.reason(), self.radius())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._focus.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the ring along."""
        super().moveEvent(event)
        self._focus.follow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the ring along."""
        super().resizeEvent(event)
        self._focus.follow(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as the space bar does; where that would change nothing, Enter is for whoever is around."""
        group = self.group()
        is_settled = group is not None and group.exclusive() and self.isChecked()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and not is_settled:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()
