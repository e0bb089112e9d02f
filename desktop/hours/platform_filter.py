"""All entries, or those of one platform: a row of glyphs of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from db.records import Platform
from desktop.ui import icons, marks, theme
from desktop.ui.painted_button import PaintedButton


class _Segment(PaintedButton):
    """One choice; without a platform it says its text."""

    def __init__(self, platform: Platform | None, text: str) -> None:
        super().__init__()
        self.platform = platform
        self.setCheckable(True)
        self.setText("" if platform is not None else text)
        self.setAccessibleName(text)
        self.setToolTip(text if platform is not None else "")

    def radius(self) -> float:
        """As in the other segments."""
        return theme.px(6)

    def sizeHint(self) -> QSize:
        """Room around word or glyph."""
        metrics = QFontMetrics(theme.font("body", 600))
        wide = metrics.horizontalAdvance(self.caption) if self.platform is None else theme.px(15)
        return QSize(wide + 2 * theme.px(12), max(theme.px(26), metrics.height() + theme.px(4)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bed of the chosen one, then word or glyph."""
        painter, is_on = QPainter(self), self.isChecked()
        if is_on or self.underMouse():
            back = ("pressed" if theme.is_dark() else "raised") if is_on else "pressed"
            line = theme.color("line") if is_on else None
            marks.panel(painter, QRectF(self.rect()), self.radius(), theme.color(back), line, theme.border())
        if self.platform is None:
            font = theme.font("body", 600 if is_on else 500)
            used = QFontMetrics(font).horizontalAdvance(self.caption)
            place = QRectF((self.width() - used) / 2, 0, used + 2, self.height())
            marks.text_line(painter, place, self.caption, font, theme.color("text" if is_on else "text-2"))
        else:
            side = theme.px(15)
            place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            icons.glyph(painter, self.platform.kind, place, theme.platform(self.platform.kind).strong)
        painter.end()


class PlatformFilter(QWidget):
    """Signals: `changed(platform_id or 0)`, 0 for all."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)
        self._segments: list[_Segment] = []
        self._shown: tuple[Platform, ...] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Platform"))

    @property
    def value(self) -> int:
        """The chosen platform, 0 for all."""
        chosen = next((each for each in self._segments if each.isChecked()), None)
        return chosen.platform.id if chosen is not None and chosen.platform is not None else 0

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """Offer these platforms; the chosen one stays chosen if it can."""
        if self._shown == tuple(platforms):
            return
        self._shown, value = tuple(platforms), self.value
        for old in self._segments:
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._segments = [_Segment(None, self.tr("All")), *(_Segment(each, each.name) for each in platforms)]
        for segment in self._segments:
            self._group.addButton(segment)
            self._row.addWidget(segment)
        known = next((each for each in self._segments if each.platform and each.platform.id == value), None)
        (known or self._segments[0]).setChecked(True)
        self.setFocusProxy(known or self._segments[0])

    def _tell(self) -> None:
        self.changed.emit(self.value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bed."""
        painter, rect = QPainter(self), QRectF(self.rect())
        if theme.is_dark() or theme.is_high_contrast():
            marks.panel(painter, rect, theme.px(8), theme.color("field"), theme.color("line"), theme.border())
        else:
            marks.panel(painter, rect, theme.px(8), theme.color("hover"))
        painter.end()
