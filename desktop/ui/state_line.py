"""One line that says how something stands: a sign and words, in the colour of how much they matter."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.feed_words import Said, Tone
from desktop.ui import icons, theme
from desktop.ui.accessible import announce
from desktop.ui.controls import Text
from desktop.ui.parts import beside

_SIGNS: dict[Tone, tuple[str, str]] = {
    "ok": ("circle-check", "ok"),
    "plain": ("info-circle", "text-3"),
    "warn": ("alert-triangle", "warn"),
    "danger": ("alert-circle", "danger"),
}


class StateLine(QWidget):
    """How something stands: a sign and a line of words in the colour of how much it matters."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._role = "info-circle", "text-3"
        self._words = Text("", "meta", "text-3", 500, is_wrapped=True)
        self._lines = beside(self, spacing=0)
        self._lines.addWidget(self._words, 1)
        self._indent()

    @property
    def text(self) -> str:
        """The words."""
        return self._words.text()

    def say(self, said: Said) -> None:
        """Show another state; its small print stands in the tooltip. What goes wrong in sight is read out."""
        if self.isVisible() and said.tone in {"warn", "danger"} and said.text != self.text:
            announce(self, said.text)
        self._icon, self._role = _SIGNS[said.tone]
        self._words.set_role(self._role)
        self._words.setText(said.text)
        self.setToolTip(said.detail)
        self.updateGeometry()
        self.update()

    def _indent(self) -> None:
        self._lines.setContentsMargins(theme.px(20), 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign beside the first line."""
        if not self._words.text():
            return
        side, line = theme.px(14), theme.line_height("meta")
        lines = max(self._words.heightForWidth(self._words.width()), line)
        top = (self.height() - lines) / 2 + (line - side) / 2
        with QPainter(self) as painter:
            icons.draw(painter, self._icon, QRectF(0, top, side, side), theme.color(self._role))
