"""A scroll bar that lies over the edge of a scroll area, so that its content keeps the whole width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from desktop.ui import theme

SHOWN = 1200  # ms after the last movement
_WIDTH = 10


class OverlayScrollBar(QScrollBar):
    """Mirrors the vertical scroll bar of an area; shown for a moment when asked to, and under the pointer."""

    def __init__(self, area: QScrollArea, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._own = area.verticalScrollBar()
        self._own.rangeChanged.connect(self._on_range)
        self._own.valueChanged.connect(self._on_value)
        self.valueChanged.connect(self._own.setValue)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(SHOWN)
        self._hiding.timeout.connect(self._fade)
        self.hide()

    def lie_at_right(self, width: int, height: int) -> None:
        """Lie at the right edge of a parent of this size."""
        self.setGeometry(width - theme.px(_WIDTH), 0, theme.px(_WIDTH), height)

    def appear(self) -> None:
        """Be there for a moment, if there is anything to scroll."""
        if self.maximum() > 0:
            self.show()
            self.raise_()
            self._hiding.start()

    def _on_range(self, least: int, most: int) -> None:
        self.setRange(least, most)
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())

    def _on_value(self, value: int) -> None:
        self.setValue(value)

    def _fade(self) -> None:
        if self.underMouse() or self.isSliderDown():
            self._hiding.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        super().enterEvent(event)
        self.appear()

    def leaveEvent(self, event: QEvent) -> None:
        """Go after a moment."""
        super().leaveEvent(event)
        self._hiding.start()
