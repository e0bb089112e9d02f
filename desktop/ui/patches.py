"""Small pixmaps that larger things are painted with; kept per size, colour and screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap


@lru_cache(maxsize=32)
def shadow_patch(radius: int, blur: int, color: int, dpr: float) -> QPixmap:
    """A blurred rounded square that is stretched between its corners."""
    corner = radius + 2 * blur
    side = 2 * corner + 1
    patch = QPixmap(round(side * dpr), round(side * dpr))
    patch.setDevicePixelRatio(dpr)
    patch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(patch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor.fromRgba(color)
    # Stacked translucent outlines add up to the falloff of a blur: the last rings carry the smooth step's slope.
    steps = max(2 * blur, 1)
    covered = 0.0
    for step in range(steps):
        place = (step + 0.5) / steps
        wanted = shade.alphaF() * place * place * (3 - 2 * place)
        add = (wanted - covered) / (1 - covered) if covered < 1 else 0.0
        covered = wanted
        layer = QColor(shade)
        layer.setAlphaF(max(add, 0.0))
        painter.setBrush(layer)
        inset = step * (2 * blur) / steps
        outer = QRectF(inset, inset, side - 2 * inset, side - 2 * inset)
        round_by = max(radius + blur - inset, radius / 2, 1.0)
        painter.drawRoundedRect(outer, round_by, round_by)
    painter.end()
    return patch


def nine(painter: QPainter, target: QRectF, patch: QPixmap, corner: int, dpr: float) -> None:
    """Stretch a square pixmap over a rectangle without stretching its corners."""
    side = 2 * corner + 1
    wide = min(float(corner), target.width() / 2)
    high = min(float(corner), target.height() / 2)
    xs = (target.left(), target.left() + wide, target.right() - wide, target.right())
    ys = (target.top(), target.top() + high, target.bottom() - high, target.bottom())
    us, vs = (0.0, wide, side - wide, float(side)), (0.0, high, side - high, float(side))
    for row in range(3):
        for column in range(3):
            goal = QRectF(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
            piece = QRectF(
                us[column] * dpr, vs[row] * dpr, (us[column + 1] - us[column]) * dpr, (vs[row + 1] - vs[row]) * dpr
            )
            if not goal.isEmpty():
                painter.drawPixmap(goal, patch, piece)


@lru_cache(maxsize=16)
def hatch_patch(color: int, back: int, width: int, dpr: float) -> QPixmap:
    """One repeat of slanting stripes so wide, with gaps as wide, to fill a surface with."""
    # One repeat of 45-degree stripes is as wide as a stripe and a gap measured along the edge of the square.
    side = max(round(2 * width * 2**0.5), 2)
    patch = QPixmap(round(side * dpr), round(side * dpr))
    patch.setDevicePixelRatio(dpr)
    patch.fill(QColor.fromRgba(back))
    painter = QPainter(patch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
    painter.end()
    return patch
