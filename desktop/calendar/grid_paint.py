"""What lies behind the cards: columns, hours, days off, clock changes, and the hour labels in the gutter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop import wording
from desktop.calendar.grid_geometry import DAYS, GridGeometry
from desktop.calendar.post_card import text_width
from desktop.calendar.shown_week import ShownWeek
from desktop.ui import marks, theme

translate = QCoreApplication.translate

_LABEL_RIGHT = 52  # of the gutter's 60
_PILL_LEFT, _PILL_WIDTH, _PILL_HEIGHT = 10, 44, 18
_NEAR_PILL = 15


def paint_backdrop(painter: QPainter, geometry: GridGeometry, week: ShownWeek) -> None:
    """Paint the empty week from 0:00 to 24:00."""
    height = float(geometry.height)
    painter.fillRect(QRectF(0, 0, geometry.width, height), theme.color("surface"))
    subtle = theme.color("subtle")
    for day in range(DAYS):
        left, width = geometry.edges[day], geometry.column_width(day)
        hours = week.working_hours[day]
        if week.week.days[day] == week.today:
            painter.fillRect(_snapped(left, 0, width, height), theme.color("accent-wash"))
        elif hours is None:
            painter.fillRect(_snapped(left, 0, width, height), subtle)
        else:
            painter.fillRect(_snapped(left, 0, width, geometry.y(hours.starts)), subtle)
            below = geometry.y(hours.ends)
            painter.fillRect(_snapped(left, below, width, height - below), subtle)
    line = theme.color("line-subtle")
    for hour in range(1, 25):
        painter.fillRect(QRectF(geometry.gutter, round(geometry.y(hour * 60)), geometry.width, 1), line)
    for day in range(DAYS):
        painter.fillRect(QRectF(round(geometry.edges[day]), 0, 1, height), line)
        if (gap := week.missing(day)) is not None:
            _paint_gap(painter, geometry, day, gap)
        if (twice := week.repeated(day)) is not None:
            _paint_fold(painter, geometry, day, twice)


def _snapped(x: float, y: float, width: float, height: float) -> QRectF:
    left, top = round(x), round(y)
    return QRectF(left, top, round(x + width) - left, round(y + height) - top)


def _paint_gap(painter: QPainter, geometry: GridGeometry, day: int, gap: tuple[int, int]) -> None:
    """Hatch the time that the clock leaves out."""
    top = geometry.y(gap[0])
    place = _snapped(geometry.edges[day] + 1, top, geometry.column_width(day) - 1, geometry.y(gap[1]) - top)
    marks.hatch(painter, place, 0, "line", "subtle")
    words = translate("WeekGrid", "skipped (summer time)")
    font = theme.font("micro")
    width = min(place.width() - 8, text_width(words, font) + theme.px(16))
    box = QRectF(place.center().x() - width / 2, place.center().y() - theme.px(8), width, theme.px(16))
    marks.panel(painter, box, theme.px(4), theme.color("surface"))
    marks.text_line(painter, box, words, font, theme.color("text-3"), Qt.AlignmentFlag.AlignHCenter)


def _paint_fold(painter: QPainter, geometry: GridGeometry, day: int, twice: tuple[int, int]) -> None:
    """Split the time that passes twice into two half columns: 2A and 2B."""
    top = geometry.y(twice[0])
    place = _snapped(geometry.edges[day] + 1, top, geometry.column_width(day) - 1, geometry.y(twice[1]) - top)
    half = round(geometry.column_width(day) / 2)
    tint = theme.color("info-tint")
    painter.fillRect(place, tint)
    line = theme.color("info")
    line.setAlphaF(0.45)
    painter.fillRect(QRectF(place.left() + half, place.top(), 1, place.height()), line)
    for y in (place.top(), place.bottom() - 1):
        painter.fillRect(QRectF(place.left(), y, place.width(), 1), line)
    hour = str(twice[0] // 60) if twice[0] % 60 == 0 else f"{wording.clock(twice[0])} "
    for number, name in enumerate("AB"):
        box = QRectF(place.left() + number * half + theme.px(5), place.top() + theme.px(2), half, theme.px(14))
        marks.text_line(painter, box, f"{hour}{name}", theme.font("micro", 600), theme.color("info"))


def paint_hour_labels(
    painter: QPainter,
    geometry: GridGeometry,
    pills: tuple[float, ...],
    visible: tuple[float, float],
    reach: tuple[float, float],
) -> None:
    """Paint the hours of the gutter within `reach` (y from, to), but none near a pill (`pills` are y positions).

    `visible` bounds what is scrolled into view: the label at its upper edge is pushed down, one cut below is left out.
    """
    top, bottom = visible
    font, color = theme.font("micro"), theme.color("text-3")
    height = theme.px(14)
    for hour in range(24):
        center = geometry.y(hour * 60)
        if center < reach[0] - height * 2 or center > reach[1] + height:
            continue
        upper = center - height / 2
        if top - height / 2 - 1 <= upper < top + theme.px(2):
            upper = top + theme.px(2)
        if upper < bottom < upper + height:
            continue
        if any(abs(upper + height / 2 - pill) < theme.px(_NEAR_PILL) for pill in pills):
            continue
        place = QRectF(0, upper, theme.px(_LABEL_RIGHT), height)
        marks.text_line(painter, place, wording.clock(hour * 60), font, color, Qt.AlignmentFlag.AlignRight)


def pill_rect(y: float) -> QRectF:
    """Where the pill of a time lies in the gutter."""
    height = theme.px(_PILL_HEIGHT)
    return QRectF(theme.px(_PILL_LEFT), round(y - height / 2), theme.px(_PILL_WIDTH), height)


def pill_center(y: float, visible: tuple[float, float]) -> float:
    """Where the middle of a pill goes so that none is cut whose time is in view (`visible` y from, to)."""
    top, bottom = visible
    half = theme.px(_PILL_HEIGHT) / 2 + 1
    return min(max(y, top + half), bottom - half) if top <= y <= bottom else y


def paint_pill(painter: QPainter, y: float, words: str, fill: QColor, ink: QColor, radius: int) -> None:
    """Paint a time in the gutter."""
    place = pill_rect(y)
    marks.panel(painter, place, theme.px(radius), fill)
    marks.text_line(painter, place, words, theme.font("micro", 700), ink, Qt.AlignmentFlag.AlignHCenter)


def paint_guide(painter: QPainter, left: float, right: float, y: float) -> None:
    """Paint the dashed line from the gutter to the column that is aimed at."""
    pen = QPen(theme.color("accent"), 1)
    pen.setDashPattern([3.0, 3.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))
