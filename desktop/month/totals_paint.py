"""How a week's totals look: posts of each platform against its corridor, hours against their target."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop import wording
from desktop.month.entry_paint import TILE
from desktop.planning.budget import TOLERANCE, PlatformBudget, week_total
from desktop.planning.month import MonthWeek
from desktop.ui import icons, marks, theme

_SIGN = 12
_LINE, _GAP, _BAR = 16, 7, 6


def paint_totals(painter: QPainter, rect: QRectF, week: MonthWeek, preview: Sequence[PlatformBudget] | None) -> None:
    """Paint the totals; `preview` are the budgets as they would be after a drop, in place of the week's own."""
    budgets = week.budgets if preview is None else preview
    painter.fillRect(rect.toRect(), theme.color("subtle" if preview is None else "accent-wash"))
    painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()).toRect(), theme.color("line"))
    if preview is not None:
        painter.fillRect(QRectF(rect.left() + 1, rect.bottom() - 3, rect.width(), 2).toRect(), theme.color("accent"))
    if not budgets:
        return
    is_wide = rect.width() >= theme.px(150)
    inner = rect.adjusted(theme.px(13), theme.px(8), -theme.px(12), -theme.px(4))
    hours = float(theme.px(_BAR + _GAP + 14))
    top = _paint_posts(painter, inner, budgets, inner.height() - hours, is_wide)
    _paint_hours(painter, QRectF(inner.left(), top, inner.width(), hours), budgets)


def _paint_posts(
    painter: QPainter, inner: QRectF, budgets: Sequence[PlatformBudget], room: float, is_wide: bool
) -> float:
    """Paint the platforms, in several lines where they do not fit into one; gives the top of what follows."""
    line, font = theme.px(_LINE), theme.font("meta", 600)
    metrics = QFontMetricsF(font)
    step = line + theme.px(4)
    most = max(int((room - theme.px(_GAP) + theme.px(4)) // step), 1)
    x, y, number = inner.left(), inner.top(), 1
    for place, budget in enumerate(budgets):
        text = str(budget.posts)
        width = theme.px(TILE + 4 + 4 + _SIGN) + metrics.horizontalAdvance(text)
        is_last = place == len(budgets) - 1
        reserved = 0 if is_last or number < most else theme.px(24)
        if x > inner.left() and x + width + reserved > inner.right() + 1:
            if number == most:
                rest = QRectF(x, y, theme.px(30), line)
                marks.text_line(painter, rest, f"+{len(budgets) - place}", font, theme.color("text-3"))
                break
            x, y, number = inner.left(), y + step, number + 1
        _paint_platform(painter, QRectF(x, y, width, line), budget, text)
        x += width + theme.px(10 if is_wide else 8)
    return y + line + theme.px(_GAP)


def _paint_platform(painter: QPainter, place: QRectF, budget: PlatformBudget, text: str) -> None:
    least, most = budget.corridor
    is_right = least <= budget.posts <= most
    tile, sign, center = theme.px(TILE), theme.px(_SIGN), place.center().y()
    icons.tile(painter, budget.platform.kind, QRectF(place.left(), center - tile / 2, tile, tile))
    left = place.left() + tile + theme.px(4)
    color = theme.color("text" if is_right else "warn")
    font = theme.font("meta", 600)
    left += marks.text_line(painter, QRectF(left, place.top(), 60, place.height()), text, font, color) + theme.px(4)
    name, role = ("check", "text-3") if is_right else ("alert-triangle", "warn")
    icons.draw(painter, name, QRectF(left, center - sign / 2, sign, sign), theme.color(role))


def _paint_hours(painter: QPainter, place: QRectF, budgets: Sequence[PlatformBudget]) -> None:
    total = week_total(budgets)
    cap = sum(budget.cap for budget in budgets)
    is_over = total.planned > cap + TOLERANCE
    high = theme.px(_BAR)
    track = QRectF(place.left(), place.top(), place.width(), high)
    marks.panel(painter, track, high / 2, theme.color("line"))
    share = min(total.planned / total.target, 1.0) if total.target else float(total.planned > 0)
    if share:
        full = QRectF(track.left(), track.top(), max(track.width() * share, high), high)
        marks.panel(painter, full, high / 2, theme.color("warn-mark" if is_over else "text-2"))
    line = QRectF(place.left(), track.bottom() + theme.px(_GAP), place.width(), theme.px(14))
    color = theme.color("warn" if is_over else "text")
    planned = wording.hours(total.planned)
    used = marks.text_line(painter, line, planned, theme.font("meta", 600), color)
    line.setLeft(line.left() + used)
    rest = f" / {wording.hours_h(total.target)}"
    marks.text_line(painter, line, rest, theme.font("meta"), theme.color("text-3"))
