"""Carrying a card without holding a button: its state, what the keys do with it, and the bar that names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.planning.week import DAY_MINUTES, FINE_STEP, STEP, at, minute_of_day
from desktop.ui import marks, theme

FOLLOW_AFTER = 4  # px by which the pointer must move before it leads: it may lie in the grid while keys are used
_Key = Qt.Key
_DAYS = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_PageUp: -7, _Key.Key_PageDown: 7}
DROP_KEYS = {_Key.Key_Return, _Key.Key_Enter}
KEYS = {_Key.Key_Up, _Key.Key_Down, *_DAYS, *DROP_KEYS}


@dataclass(slots=True)
class Carried:
    """Where a carried thing would start, wall clock. `by_keys`: they lead, not the pointer, which lay at `rest`."""

    to: datetime
    by_keys: bool = True
    rest: QPoint | None = None
    is_pressed: bool = False

    def is_led_by(self, pointer: QPoint) -> bool:
        """Let the pointer lead once it has really moved; tells whether it leads."""
        if self.by_keys:
            if self.rest is None:
                self.rest = pointer
            self.by_keys = (pointer - self.rest).manhattanLength() < FOLLOW_AFTER
        return not self.by_keys

    def step(self, key: Qt.Key, fine: bool, bounds: tuple[int, int]) -> None:
        """Go a step up, down, or by days; up and down go to the next line of the clock, within the minutes of a day."""
        self.by_keys, self.rest = True, None
        if key in _DAYS:
            self.to += timedelta(days=_DAYS[key])
            return
        step, minute = FINE_STEP if fine else STEP, minute_of_day(self.to, self.to.date())
        minute = (minute // step + 1) * step if key == _Key.Key_Down else (minute - 1) // step * step
        self.to = at(self.to.date(), min(bounds[1], DAY_MINUTES - step, max(bounds[0], minute)))


class KeyBar(QWidget):
    """The ink bar at the bottom of the hours that names the keys while something is carried."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self, covered: int) -> None:
        """Lie in the middle above the lower edge, `covered` px of which cannot be seen."""
        self.setAccessibleName(self.tr("Arrow keys move, Enter drops, Escape goes back"))
        width = theme.px(24) - theme.px(13)
        for keys, words in self._entries():
            width += sum(self._key_width(key) + theme.px(3) for key in keys)
            width += QFontMetrics(theme.font("meta", 500)).horizontalAdvance(words) + theme.px(13)
        height, grid = theme.px(38), self._grid
        left = max(0, (grid.width() - width) // 2)
        self.setGeometry(left, grid.height() - covered - height - theme.px(12), min(width, grid.width()), height)
        self.show()
        self.raise_()

    def _entries(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (
            (("↑", "↓"), self.tr("15 min")),
            (("←", "→"), self.tr("Day")),
            ((self.tr("Enter"),), self.tr("Drop")),
            ((self.tr("Esc"),), self.tr("Back")),
        )

    def _key_width(self, key: str) -> int:
        return QFontMetrics(theme.font("micro", 600)).horizontalAdvance(key) + theme.px(10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint keys in frames and what each does."""
        painter = QPainter(self)
        ink, place = theme.color("on-ink"), QRectF(self.rect())
        marks.panel(painter, place, theme.px(10), theme.color("ink"))
        x, side, font = float(theme.px(12)), theme.px(18), theme.font("meta", 500)
        for keys, words in self._entries():
            for key in keys:
                frame = QRectF(x, place.center().y() - side / 2, self._key_width(key), side)
                marks.panel(painter, frame, theme.px(4), theme.color("ink"), ink, 1)
                marks.text_line(painter, frame, key, theme.font("micro", 600), ink, Qt.AlignmentFlag.AlignHCenter)
                x = frame.right() + theme.px(3)
            width = QFontMetrics(font).horizontalAdvance(words)
            marks.text_line(painter, QRectF(x, 0, width + 1, place.height()), words, font, ink)
            x += width + theme.px(13)
        painter.end()
