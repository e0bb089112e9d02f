"""Small coloured words: shown as a state, or switched on and off as a filter."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import PlatformKind
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import PaintedButton

Tone = Literal["plain", "on", "ok", "warn", "danger", "info"]
_CHIP_TONES: dict[str, tuple[str, str]] = {
    "plain": ("hover", "text-2"),
    "on": ("accent-tint", "accent-text"),
    "ok": ("ok-tint", "ok"),
    "warn": ("warn-tint", "warn"),
    "danger": ("danger-tint", "danger"),
    "info": ("info-tint", "info"),
}


class Chip(QWidget):
    """A small coloured word: a state, a platform. Not operable; see `FilterChip`."""

    def __init__(
        self,
        text: str,
        tone: Tone = "plain",
        icon: str | None = None,
        platform: PlatformKind | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon, self._platform = text, tone, icon, platform
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The word that is shown."""
        return self._text

    def show_text(self, text: str, tone: Tone | None = None, icon: str | None = None) -> None:
        """Show another word, in another tone if one is given."""
        self._text, self._tone, self._icon = text, tone or self._tone, icon or self._icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its parts."""
        return chip_size(self._text, self._tone == "on", self._icon is not None or self._platform is not None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw surface, sign and word."""
        painter = QPainter(self)
        back, text = (theme.color(role) for role in _CHIP_TONES[self._tone])
        if self._platform is not None:
            own = theme.platform(self._platform)
            back, text = own.tint, own.text
        paint_chip(painter, self, self._text, back, text, self._tone == "on", self._icon, self._platform)
        painter.end()


def chip_size(text: str, is_bold: bool, has_sign: bool) -> QSize:
    """The size of a chip."""
    metrics = QFontMetrics(theme.font("meta", 600 if is_bold else 500))
    wide = metrics.horizontalAdvance(text) + theme.px(16) + (theme.px(13 + 5) if has_sign else 0)
    return QSize(wide + 1, max(theme.px(22), metrics.height() + theme.px(4)))


def paint_chip(
    painter: QPainter,
    chip: QWidget,
    text: str,
    back: QColor,
    color: QColor,
    is_bold: bool,
    icon: str | None = None,
    platform: PlatformKind | None = None,
) -> None:
    """Draw a chip over the whole of a widget."""
    marks.panel(painter, QRectF(chip.rect()), theme.px(6), back)
    if theme.is_high_contrast():
        marks.outline(painter, QRectF(chip.rect()), theme.px(6), theme.color("text"), theme.border())
    x, side = theme.px(8), theme.px(13)
    sign = QRectF(x, (chip.height() - side) / 2, side, side)
    if platform is not None:
        icons.tile(painter, platform, sign)
    elif icon is not None:
        icons.draw(painter, icon, sign, color)
    if platform is not None or icon is not None:
        x += side + theme.px(5)
    line = QRectF(x, 0, chip.width() - x, chip.height())
    marks.text_line(painter, line, text, theme.font("meta", 600 if is_bold else 500), color)


class FilterChip(PaintedButton):
    """A chip that is switched on and off, with a count behind its word if one is given."""

    def __init__(self, text: str, is_on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(is_on)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(6)

    def sizeHint(self) -> QSize:
        """A chip with room above and below to be hit."""
        size = chip_size(self._caption, is_bold=True, has_sign=False)
        return QSize(size.width(), max(size.height(), theme.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw surface and word."""
        painter = QPainter(self)
        back, text = (theme.color(role) for role in _CHIP_TONES["on" if self.isChecked() else "plain"])
        if self.underMouse() and not self.isChecked():
            back = theme.color("pressed")
        paint_chip(painter, self, self._caption, back, text, self.isChecked())
        painter.end()
