"""Signs and surfaces that are painted the same way everywhere: status, ticks, shadows, hatching, selection, text."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from db.records import Status
from desktop.ui import patches, theme

OVERDUE = "overdue"
_GRID = 16
_PIES = {Status.DRAFT: 0.25, Status.REVIEW: 0.5, Status.SCHEDULED: 0.75}
GHOST = 4
_MOST_WRAPS = 4096
_wraps: dict[tuple[str, str, float, int], tuple[str, ...]] = {}
_SHADOWS = {
    # elevation: offset down, blur, strength in light and dark
    1: (1, 1, 0.05, 0.0),
    2: (8, 24, 0.16, 0.50),
    3: (12, 32, 0.28, 0.60),
    GHOST: (6, 16, 0.22, 0.60),
}


def hairline(color: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen with round ends and joins, for marks and outlines."""
    pen = QPen(color, width, style)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@cache
def _check() -> QPainterPath:
    path = QPainterPath(QPointF(5, 8.3))
    path.lineTo(7.1, 10.4)
    path.lineTo(11.1, 6.2)
    return path


def _on_grid(painter: QPainter, rect: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _GRID, rect.height() / _GRID)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def status_mark(painter: QPainter, status: Status | str, rect: QRectF, on: QColor | None = None) -> None:
    """Draw the mark of a status, or of `OVERDUE`, in a square of 12 to 16 px; `on` is the colour behind it."""
    color, behind, center = theme.status_color(status), on or theme.color("surface"), QPointF(8, 8)
    painter.save()
    _on_grid(painter, rect)
    if status in {Status.PUBLISHED, OVERDUE}:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(center, 6.7, 6.7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(hairline(behind, 1.7 if status == Status.PUBLISHED else 1.8))
        if status == Status.PUBLISHED:
            painter.drawPath(_check())
        else:
            painter.drawLine(QPointF(8, 4.5), QPointF(8, 8.7))
            painter.drawLine(QPointF(8, 11.3), QPointF(8, 11.4))
        painter.restore()
        return
    ring = QPen(color, 1.6)
    if status == Status.IDEA:
        ring.setDashPattern([2.3 / 1.6, 2.25 / 1.6])
        ring.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(ring)
    painter.drawEllipse(center, 5.9, 5.9)
    if status in _PIES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPie(QRectF(4.3, 4.3, 7.4, 7.4), 90 * 16, -round(_PIES[Status(status)] * 360 * 16))
    painter.setPen(hairline(color, 1.6))
    if status == Status.HELD:
        painter.drawLine(QPointF(6.4, 5.9), QPointF(6.4, 10.1))
        painter.drawLine(QPointF(9.6, 5.9), QPointF(9.6, 10.1))
    elif status == Status.SKIPPED:
        painter.drawLine(QPointF(3.9, 12.1), QPointF(12.1, 3.9))
    painter.restore()


def tick(painter: QPainter, rect: QRectF, done: bool, color: QColor, on: QColor | None = None) -> None:
    """Draw the circle that marks work as done: a ring, or a disc with a check in the colour `on` behind it."""
    painter.save()
    _on_grid(painter, rect)
    if done:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(8, 8), 6.7, 6.7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(hairline(on or theme.color("surface"), 1.8))
        painter.drawPath(_check())
    else:
        painter.setPen(QPen(color, 1.5))
        painter.drawEllipse(QPointF(8, 8), 5.9, 5.9)
    painter.restore()


def check(painter: QPainter, rect: QRectF, color: QColor, width: float = 2.0) -> None:
    """Draw a bare check mark in a square, `width` on the grid of 16."""
    painter.save()
    _on_grid(painter, rect)
    painter.setPen(hairline(color, width))
    painter.drawPath(_check())
    painter.restore()


def ring(painter: QPainter, rect: QRectF, share: float, color: QColor, track: QColor, width: float) -> None:
    """Draw a counter ring filled clockwise from twelve o'clock; `share` 1 is full, more stays full."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(track, width))
    painter.drawEllipse(inner)
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(inner, 90 * 16, -round(min(share, 1.0) * 360 * 16))
    painter.restore()


def shadow_margins(elevation: int) -> tuple[int, int, int, int]:
    """How far a shadow reaches beyond its surface: left, top, right, bottom."""
    down, blur, _light, _dark = _SHADOWS[elevation]
    down, blur = theme.px(down), theme.px(blur)
    return blur, max(blur - down, 0), blur, blur + down


def shadow(painter: QPainter, rect: QRectF, radius: float, elevation: int) -> None:
    """Draw the shadow of a surface, before the surface itself; `elevation` 1 to 3, or `GHOST`."""
    down, blur, light, dark = _SHADOWS[elevation]
    strength = dark if theme.is_dark() else light
    if strength == 0.0:
        return
    device = painter.device()
    dpr = device.devicePixelRatio() if device is not None else 1.0
    shade = QColor(0, 0, 0) if theme.is_dark() else QColor(30, 20, 10)
    shade.setAlphaF(strength)
    reach, corner_radius = theme.px(blur), round(radius)
    patch = patches.shadow_patch(corner_radius, reach, shade.rgba(), dpr)
    corner = corner_radius + 2 * reach
    target = rect.translated(0, theme.px(down)).adjusted(-reach, -reach, reach, reach)
    patches.nine(painter, target, patch, corner, dpr)


def hatch(
    painter: QPainter, rect: QRectF, radius: float = 0.0, color: str = "warn-mark", back: str = "warn-tint"
) -> None:
    """Fill a surface with slanting stripes: the part that is over, or a gap. Colours are roles."""
    device = painter.device()
    dpr = device.devicePixelRatio() if device is not None else 1.0
    brush = QBrush(patches.hatch_patch(theme.color(color).rgba(), theme.color(back).rgba(), theme.px(3), dpr))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrushOrigin(rect.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def rounded(rect: QRectF, left: float, right: float) -> QPainterPath:
    """A rectangle with one radius for its left and one for its right corners."""
    path = QPainterPath()
    path.moveTo(rect.left() + left, rect.top())
    path.lineTo(rect.right() - right, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + right))
    path.lineTo(rect.right(), rect.bottom() - right)
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - right, rect.bottom()))
    path.lineTo(rect.left() + left, rect.bottom())
    path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - left))
    path.lineTo(rect.left(), rect.top() + left)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + left, rect.top()))
    path.closeSubpath()
    return path


def outline(painter: QPainter, rect: QRectF, radius: float, color: QColor, width: float = 1.0) -> None:
    """Draw a rounded outline inside a rectangle, on whole pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def panel(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, line: QColor | None = None, width: float = 1.0
) -> None:
    """Draw a rounded surface, with an outline inside it if `line` is given."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, width))
    painter.setBrush(fill)
    half = 0.0 if line is None else width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), max(radius - half, 0), max(radius - half, 0))
    painter.restore()


def dashed(painter: QPainter, rect: QRectF, radius: float, color: QColor, fill: QColor | None, width: float) -> None:
    """Draw a dashed rounded outline inside a rectangle: a drop slot, a source, something not yet there."""
    pen = QPen(color, width)
    pen.setDashPattern([3.0, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def selection(painter: QPainter, rect: QRectF, radius: float, keyboard: bool = False) -> None:
    """Draw the frame around a selected card: 2 px with a gap of 1 px, outside `rect`; corner squares for the keyboard.

    Reaches 3 px beyond `rect`, with corner squares 5 px.
    """
    accent = theme.color("accent")
    gap = 1 + 2
    outline(painter, rect.adjusted(-gap, -gap, gap, gap), radius + gap, accent, 2)
    if not keyboard:
        return
    side = 8.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent, 2))
    painter.setBrush(theme.color("surface"))
    frame = rect.adjusted(-1, -1, 1, 1)
    for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
        square = QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side)
        painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 1, 1)
    painter.restore()


def grips(painter: QPainter, rect: QRectF) -> None:
    """Draw the two bars of 20×4 px by which a selected block is made longer or shorter, on its edges."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    for y in (rect.top() - 2, rect.bottom() + 2):
        painter.drawRoundedRect(QRectF(rect.center().x() - 10, y - 2, 20, 4), 2, 2)
    painter.restore()


def time_line(painter: QPainter, rect: QRectF, share: float) -> None:
    """Draw the line of 2 px at the bottom of a toast that runs out; `share` 1 is the whole time."""
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width() * share, 2), theme.color("on-ink-accent"))


def text_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Draw one line, centred vertically and shortened with an ellipsis where it is too long; gives the width used."""
    metrics = QFontMetricsF(font)
    shown = (
        text
        if metrics.horizontalAdvance(text) <= rect.width()
        else metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    )
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return min(metrics.horizontalAdvance(shown), rect.width())


def _wrap(text: str, font: QFont, width: float, max_lines: int) -> tuple[str, ...]:
    text = text.replace("\n", "\u2028")  # what a layout takes for the end of a line
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if len(lines) == max_lines - 1 and end < len(text):
            lines.append(_shortened(text[start:], font, width))
            break
        piece = text[start:end].rstrip(" \u2028")
        lines.append(piece[:-1] + "-" if piece.endswith("\u00ad") else piece)
        line = layout.createLine()
    layout.endLayout()
    return tuple(piece.replace("\u00ad", "") for piece in lines)


def _shortened(text: str, font: QFont, width: float) -> str:
    bare = text.replace("\u00ad", "").replace("\u2028", " ")
    return QFontMetricsF(font).elidedText(bare, Qt.TextElideMode.ElideRight, width)


def wrapped(text: str, font: QFont, width: float, max_lines: int) -> tuple[str, ...]:
    """The lines into which a text breaks, the last one shortened if there are more; soft hyphens are honoured."""
    key = (text, font.key(), width, max_lines)
    lines = _wraps.get(key)
    if lines is None:
        if len(_wraps) >= _MOST_WRAPS:
            _wraps.clear()
        lines = _wraps[key] = _wrap(text, font, width, max_lines)
    return lines


def text_lines(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    max_lines: int,
    color: QColor | None = None,
    line_height: float | None = None,
) -> float:
    """Draw up to `max_lines` lines from the top of `rect` in `color` or the pen's; gives the height used."""
    metrics = QFontMetricsF(font)
    step = line_height or metrics.height()
    if color is not None:
        painter.setPen(color)
    painter.setFont(font)
    lines = wrapped(text, font, rect.width(), max_lines)
    for number, line in enumerate(lines):
        baseline = rect.top() + number * step + (step - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(rect.left(), baseline), line)
    return step * len(lines)
