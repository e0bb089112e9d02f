"""How the month is painted: grounds, days, gaps, campaigns, totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap

from db.records import Week
from desktop import wording
from desktop.month import words
from desktop.month.entry_paint import paint_entry
from desktop.month.geometry import Layout
from desktop.month.shown_month import ShownMonth
from desktop.month.totals_paint import paint_totals
from desktop.planning.all_day import AllDayChip, ChipKind
from desktop.planning.budget import PlatformBudget
from desktop.planning.cards import PostCard, PostKey
from desktop.planning.month import Gap, MonthDay, MonthWeek, work_dots
from desktop.ui import icons, marks, patches, theme

_WEEKEND = 5
_SHADE = 0.028
_DOT, _DOT_GAP = 5, 3
_STRIPE = 5
_LEAST_NAME = 40
_BAR = 2
ORIGIN_OPACITY = 0.4


@dataclass(frozen=True, slots=True)
class State:
    """What is the case besides the plan: pointer, selection, a drag.

    `cursor` is framed where `shows_cursor`; `origins` are faded, `drop_day` is where something would fall;
    `preview` holds the budgets of weeks as they would be then.
    """

    cursor: date
    shows_cursor: bool = False
    hovered: PostKey | date | Week | None = None
    is_more_hovered: bool = False
    selected: PostKey | None = None
    is_by_key: bool = False
    origin: PostKey | None = None
    drop_day: date | None = None
    preview: Mapping[Week, Sequence[PlatformBudget]] = field(default_factory=dict)


def paint_month(painter: QPainter, layout: Layout, state: State, part: QRectF) -> None:
    """Paint the rows that touch `part`."""
    for row, week in enumerate(layout.shown.weeks):
        if layout.row(row).intersects(part):
            _paint_row(painter, layout, state, row, week)
    for gap in layout.shown.gaps:
        _paint_gap(painter, layout, gap, part)
    if state.drop_day is not None and state.drop_day in layout.shown:
        cell = layout.cell(state.drop_day).adjusted(3, 3, -3, -3)
        tint = theme.color("accent-tint")
        tint.setAlphaF(0.65)
        marks.dashed(painter, cell, theme.px(7), theme.color("accent"), tint, 1.5)
    elif state.shows_cursor and state.selected is None and state.cursor in layout.shown:
        width = 2.0 if state.is_by_key else 1.5
        marks.outline(
            painter, layout.cell(state.cursor).adjusted(2, 2, -1, -2), theme.px(7), theme.color("accent"), width
        )


def _paint_row(painter: QPainter, layout: Layout, state: State, row: int, week: MonthWeek) -> None:
    shown, place = layout.shown, layout.row(row)
    is_current = shown.today in week.week
    ground = theme.color("accent-wash" if is_current else "surface")
    painter.fillRect(place.toRect(), ground)
    number = layout.number(row)
    if state.hovered == week.week:
        marks.panel(painter, number.adjusted(4, 4, -4, -place.height() + theme.px(30)), 6, theme.color("hover"))
    color = theme.color("accent-text" if is_current else "text-3")
    at = QRectF(number.left(), number.top() + theme.px(9), number.width(), theme.px(16))
    font = theme.font("meta", 600)
    marks.text_line(painter, at, str(week.week.number), font, color, Qt.AlignmentFlag.AlignHCenter)
    for column, day in enumerate(week.days):
        _paint_day(painter, layout, state, day, ground, column >= _WEEKEND)
    _paint_campaigns(painter, layout, week)
    paint_totals(painter, layout.totals(row), week, state.preview.get(week.week))
    if row < len(shown.weeks) - 1:
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1).toRect(), theme.color("line"))


def _paint_day(
    painter: QPainter, layout: Layout, state: State, day: MonthDay, ground: QColor, is_weekend: bool
) -> None:
    shown, cell = layout.shown, layout.cell(day.day)
    marked = {each for each in (state.origin, state.selected, state.hovered) if isinstance(each, PostKey)}
    is_touched = any(each.moment.date() == day.day for each in marked)
    if is_weekend:
        painter.fillRect(cell.toRect(), _shaded(ground))
    painter.fillRect(QRectF(cell.left(), cell.top(), 1, cell.height()).toRect(), theme.color("line-subtle"))
    _paint_date(painter, layout, state, day.day)
    is_own = shown.is_own(day.day)
    for place, card in enumerate(layout.entries(day.day)):
        rect = layout.entry(day.day, place)
        if is_touched and card.key in marked:
            _paint_marked(painter, rect, card, shown, state)
        else:
            paint_entry(painter, rect, card, shown.platforms, ground, is_own)
    _paint_more(painter, layout, state, day)
    _paint_dots(painter, layout.dots_room(day.day), work_dots(day.minutes))


def _paint_marked(painter: QPainter, rect: QRectF, card: PostCard, shown: ShownMonth, state: State) -> None:
    """Paint a post that is dragged away, selected or under the pointer."""
    box = rect.adjusted(theme.px(4), 0, -theme.px(2), 0)
    back = theme.color("surface")
    painter.save()
    if card.key == state.origin:
        marks.dashed(painter, box, theme.px(5), theme.color("line-strong"), None, 1)
        painter.setOpacity(ORIGIN_OPACITY)
    elif card.key == state.selected:
        back = theme.color("accent-tint")
        marks.panel(painter, box, theme.px(5), back, theme.color("accent"), 2.0 if state.is_by_key else 1.5)
    else:
        back = theme.color("hover")
        marks.panel(painter, box, theme.px(5), back)
    paint_entry(painter, rect, card, shown.platforms, back, shown.is_own(card.moment.date()))
    painter.restore()


def _shaded(ground: QColor) -> QColor:
    """A ground for days off, a touch away from the others; mixed here, because painting translucently is slow."""
    shade = theme.color("text-3")
    return QColor.fromRgbF(
        ground.redF() + (shade.redF() - ground.redF()) * _SHADE,
        ground.greenF() + (shade.greenF() - ground.greenF()) * _SHADE,
        ground.blueF() + (shade.blueF() - ground.blueF()) * _SHADE,
    )


def _paint_date(painter: QPainter, layout: Layout, state: State, day: date) -> None:
    shown, cell = layout.shown, layout.cell(day)
    font, text, high = theme.font("body", 600), str(day.day), theme.px(20)
    width = QFontMetricsF(font).horizontalAdvance(text)
    place = QRectF(cell.left() + theme.px(9), cell.top() + theme.px(6), max(width, theme.px(20)), high)
    if day == shown.today:
        disc = QRectF(place.left() - theme.px(4), place.top(), max(theme.px(24), width + theme.px(6)), high)
        marks.panel(painter, disc, high / 2, theme.color("accent"))
        marks.text_line(painter, disc, text, font, theme.color("on-accent"), Qt.AlignmentFlag.AlignHCenter)
    else:
        if state.hovered == day:
            marks.panel(painter, place.adjusted(-theme.px(4), 0, 0, 0), theme.px(6), theme.color("hover"))
        marks.text_line(painter, place, text, font, theme.color("text" if shown.is_own(day) else "text-3"))
    left = place.right() + theme.px(6)
    right = cell.right() - theme.px(7)
    if day.day == 1 or day == shown.first:
        room = QRectF(left, place.top(), right - left, high)
        color = theme.color("text-3")
        left += marks.text_line(painter, room, words.month_abbreviated(day.month), theme.font("micro"), color)
        left += theme.px(6)
    _paint_names(painter, QRectF(left, place.top(), right - left, high), shown.names(day))


def _paint_names(painter: QPainter, room: QRectF, chips: tuple[AllDayChip, ...]) -> None:
    """Paint what the day is, the most important alone where there is no room; a weekly closing day is no news."""
    named = [chip for chip in chips if chip.kind in {ChipKind.HOLIDAY, ChipKind.OCCASION}]
    if not named or room.width() < theme.px(_LEAST_NAME):
        return
    first = min(named, key=lambda chip: chip.kind is not ChipKind.HOLIDAY)
    is_holiday = first.kind is ChipKind.HOLIDAY
    color = theme.color("danger" if is_holiday else "text-2")
    marks.text_line(painter, room, first.name, theme.font("micro"), color, Qt.AlignmentFlag.AlignRight)


def _paint_more(painter: QPainter, layout: Layout, state: State, day: MonthDay) -> None:
    place = layout.more(day.day)
    if place is None:
        return
    rest = len(day.posts) - len(layout.entries(day.day))
    if state.is_more_hovered and state.hovered == day.day:
        marks.panel(painter, place.adjusted(1, 2, -1, -2), theme.px(5), theme.color("hover"))
    middle = Qt.AlignmentFlag.AlignHCenter
    marks.text_line(painter, place, f"+{rest}", theme.font("meta", 600), theme.color("text-2"), middle)


def _paint_dots(painter: QPainter, room: QRectF, count: int) -> None:
    side, step = theme.px(_DOT), theme.px(_DOT) + theme.px(_DOT_GAP)
    fitting = min(count, int((room.width() - theme.px(9) + theme.px(_DOT_GAP)) // step))
    if fitting <= 0:
        return
    device = painter.device()
    dpr = device.devicePixelRatio() if device is not None else 1.0
    dots = _dots(fitting, side, step, theme.color("line-strong").rgba(), dpr)
    painter.drawPixmap(QPointF(room.left() + theme.px(9), room.bottom() - theme.px(8) - side), dots)


@lru_cache(maxsize=32)
def _dots(count: int, side: int, step: int, color: int, dpr: float) -> QPixmap:
    made = QPixmap(round(count * step * dpr), round(side * dpr))
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(color))
    for n in range(count):
        painter.drawEllipse(n * step, 0, side, side)
    painter.end()
    return made


def campaign_color(place: int) -> QColor:
    """The colour of a campaign by its place among those of the month; a word always stands beside it."""
    return theme.color("accent" if place == 0 else "line-strong")


def _paint_campaigns(painter: QPainter, layout: Layout, week: MonthWeek) -> None:
    """Paint a thin bar for each campaign along the bottom of the row, square where it goes on."""
    high = float(theme.px(_BAR))
    for place, chip in layout.shown.campaigns(week.week):
        cells = layout.cell(chip.first).united(layout.cell(chip.last))
        left = cells.left() + (1 if chip.continues_left else theme.px(6))
        right = cells.right() - (0 if chip.continues_right else theme.px(6))
        top = cells.bottom() - 1 - (place + 1) * (high + 1)
        path = marks.rounded(QRectF(left, top, right - left, high), *(0 if on else high / 2 for on in _continues(chip)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, campaign_color(place))
        painter.restore()


def _continues(chip: AllDayChip) -> tuple[bool, bool]:
    return chip.continues_left, chip.continues_right


def _paint_gap(painter: QPainter, layout: Layout, gap: Gap, part: QRectF) -> None:
    device = painter.device()
    dpr = device.devicePixelRatio() if device is not None else 1.0
    stripes = patches.hatch_patch(theme.color("warn-tint").rgba(), 0, theme.px(_STRIPE), dpr)
    for place, days in layout.gap_parts(gap):
        if not place.intersects(part):
            continue
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrushOrigin(place.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(stripes))
        painter.drawRoundedRect(place, theme.px(7), theme.px(7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme.color("warn-mark"), theme.border())
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(7), theme.px(7))
        painter.restore()
        _paint_gap_words(painter, place, gap, days)


def _paint_gap_words(painter: QPainter, place: QRectF, gap: Gap, days: int) -> None:
    font, side, gap_width = theme.font("meta", 600), theme.px(14), theme.px(6)
    metrics = QFontMetricsF(font)
    count = len(gap.days)
    texts = (words.without_post(count), words.days(count), words.gap()) if count > 1 else (words.gap(),)
    pad = theme.px(10 if days > 1 else 8)
    room = place.width() - 2 * pad - side - gap_width - 4
    text = next((each for each in texts if metrics.horizontalAdvance(each) <= room), "")
    wide = side + (gap_width + metrics.horizontalAdvance(text) if text else 0) + 2 * pad
    high = min(theme.px(24), place.height() - 4)
    box = QRectF(place.center().x() - wide / 2, place.center().y() - high / 2, wide, high)
    marks.panel(painter, box, theme.px(6), theme.color("surface"))
    icon = QRectF(round(box.left() + pad), round(box.center().y() - side / 2), side, side)
    icons.draw(painter, icons.UNCOVERED, icon, theme.color("warn"))
    line = QRectF(icon.right() + gap_width, box.top(), box.right() - icon.right(), box.height())
    marks.text_line(painter, line, text, font, theme.color("warn"))


def column_names(painter: QPainter, rect: QRectF, edges: Sequence[float], monday: date) -> None:
    """Paint the names above the columns: week number, seven days, totals."""
    font, high = theme.font("meta", 600), rect.height() - 1
    place = QRectF(rect.left(), rect.top(), edges[0], high)
    week = words.week_letters()
    marks.text_line(painter, place, week, theme.font("meta"), theme.color("text-3"), Qt.AlignmentFlag.AlignHCenter)
    metrics = QFontMetricsF(font)
    days = [date.fromordinal(monday.toordinal() + n) for n in range(7)]
    room = edges[1] - edges[0] - theme.px(14)
    is_short = any(metrics.horizontalAdvance(wording.weekday_long(day)) > room for day in days)
    for n, day in enumerate(days):
        name = wording.weekday_short(day) if is_short else wording.weekday_long(day)
        place = QRectF(edges[n] + theme.px(11), rect.top(), edges[n + 1] - edges[n] - theme.px(12), high)
        marks.text_line(painter, place, name, font, theme.color("text-2"))
    place = QRectF(edges[7] + theme.px(13), rect.top(), rect.right() - edges[7] - theme.px(14), high)
    marks.text_line(painter, place, words.week_word(), font, theme.color("text-2"))
