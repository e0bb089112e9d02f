"""How a card shows that the timer measures it: an accent line, a pill with the time, and a bar of what was planned."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from desktop.ui import marks, theme

_LINE, _BAR, _PILL, _PADDING = 1.5, 3, 16, 6


@dataclass(frozen=True, slots=True)
class Measured:
    """What the timer has measured for a card.

    `words` stand in the pill; `share` is the part of the planned time, None where nothing is planned; not
    `is_running`: it is paused.
    """

    words: str
    share: float | None
    is_running: bool


def pill_width(measured: Measured) -> float:
    """How wide the pill is, in px."""
    return QFontMetricsF(theme.font("micro", 700)).horizontalAdvance(measured.words) + 2 * theme.px(_PADDING)


def paint_pill(painter: QPainter, right: float, center: float, measured: Measured) -> float:
    """Paint the pill up to its right end; gives the x position of its left end."""
    width, height = pill_width(measured), theme.px(_PILL)
    place = QRectF(right - width, center - height / 2, width, height)
    ground, ink = ("accent", "on-accent") if measured.is_running else ("accent-tint", "accent-text")
    marks.panel(painter, place, height / 2, theme.color(ground))
    font, middle = theme.font("micro", 700), Qt.AlignmentFlag.AlignHCenter
    marks.text_line(painter, place, measured.words, font, theme.color(ink), middle)
    return place.left()


def paint_edge(painter: QPainter, rect: QRectF, radius: float, measured: Measured) -> None:
    """Paint the line inside the edge of a card, and the bar at its bottom."""
    color = theme.color("accent" if measured.is_running else "line-strong")
    if measured.share is not None:
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        height = theme.px(_BAR)
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        width = rect.width() * min(1.0, measured.share)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - height, width, height), color)
        painter.restore()
    marks.outline(painter, rect, radius, color, max(_LINE * theme.scale() / 100, theme.border()))
