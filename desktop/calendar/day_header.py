"""The head of the week's columns: weekday, date, and the minutes of work planned for the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop import wording
from desktop.calendar.grid_geometry import DAYS, column_edges
from desktop.calendar.post_card import text_width
from desktop.ui import accessible, marks, theme

translate = QCoreApplication.translate

_HEIGHT, _LOW_HEIGHT = 44, 38
_LEFT, _RIGHT, _GAP = 10, 10, 7
_DISC = 26


class DayHeader(QWidget):
    """Seven painted day names above the grid, as wide as the grid; also a place to drop cards on.

    `show_week` gives it content, `set_low` makes it 38 px instead of 44 px high for low windows. As a drop target of
    `WeekGrid.add_header` it has `day_at` and `set_drop_day`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = tuple(_DayCell(self) for _ in range(DAYS))
        self._is_low = False
        self._set_height()

    def show_week(self, week: Week, today: date, minutes: Sequence[int], posts: Sequence[int]) -> None:
        """Name the days of a week; `minutes` of work and number of `posts` have seven places, Monday first."""
        for place, cell in enumerate(self._cells):
            cell.take(week.days[place], week.days[place] == today, minutes[place], posts[place])
        self._shorten()

    def set_fresh(self, days: frozenset[date]) -> None:
        """Draw attention to the minutes of days that a preview adds to."""
        for cell in self._cells:
            cell.set_fresh(cell.day in days)

    def set_low(self, low: bool) -> None:
        """Take less height."""
        self._is_low = low
        self._set_height()

    def day_at(self, global_pos: QPoint) -> date | None:
        """The day under a place of the screen, None beside the days."""
        at = self.mapFromGlobal(global_pos)
        if not self.isVisible() or not self.rect().contains(at):
            return None
        return next((cell.day for cell in self._cells if cell.geometry().contains(at)), None)

    def describe(self, words: Sequence[str]) -> None:
        """Tell those who hear a day what else it has, seven texts from Monday on."""
        for cell, text in zip(self._cells, words, strict=True):
            accessible.description(cell, text)

    def set_drop_day(self, day: date | None) -> None:
        """Mark the day on which a card would be dropped."""
        for cell in self._cells:
            cell.set_drop(day is not None and cell.day == day)

    def _set_height(self) -> None:
        self.setFixedHeight(theme.px(_LOW_HEIGHT if self._is_low else _HEIGHT))
        self._place()

    def _place(self) -> None:
        edges = column_edges(self.width(), theme.scale() / 100)
        for place, cell in enumerate(self._cells):
            left = round(edges[place])
            cell.setGeometry(left, 0, round(edges[place + 1]) - left, self.height())
        self._shorten()

    def _shorten(self) -> None:
        """Leave the "h" out on all days where one has no room for it."""
        is_short = any(cell.is_cramped() for cell in self._cells)
        for cell in self._cells:
            cell.set_short(is_short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns over those of the grid."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill what the days leave free."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.end()


class _DayCell(QWidget):
    """One day's head."""

    def __init__(self, header: DayHeader) -> None:
        super().__init__(header)
        self.day = date(1970, 1, 1)
        self._is_today = False
        self._minutes = 0
        self._is_drop = False
        self._is_fresh = False
        self._is_short = False

    def take(self, day: date, is_today: bool, minutes: int, posts: int) -> None:
        """Become this day."""
        self.day = day
        self._is_today = is_today
        self._minutes = minutes
        self.setAccessibleName(_spoken(day, minutes, posts))
        self.update()

    def is_cramped(self) -> bool:
        """Tell whether the minutes have no room with their unit."""
        font = theme.font("body", 700 if self._is_today else 500)
        date_width = theme.px(_DISC) if self._is_today else text_width(str(self.day.day), _date_font())
        left = 1 + theme.px(_LEFT) + text_width(wording.weekday_short(self.day), font) + theme.px(_GAP) + date_width
        hours = text_width(wording.hours_h(self._minutes), theme.font("meta", 600)) if self._minutes else 0
        return left + theme.px(4) + hours > self.width() - theme.px(_RIGHT)

    def set_short(self, is_short: bool) -> None:
        """Show the minutes with or without their unit."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.update()

    def set_fresh(self, is_fresh: bool) -> None:
        """Show that some of the minutes are only a preview."""
        if is_fresh != self._is_fresh:
            self._is_fresh = is_fresh
            self.update()

    def set_drop(self, is_drop: bool) -> None:
        """Show that a card would be dropped here."""
        if is_drop != self._is_drop:
            self._is_drop = is_drop
            self.update()

    def accessible_role(self) -> QAccessible.Role:
        """It is the head of a column."""
        return QAccessible.Role.ColumnHeader

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint weekday, date and minutes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        painter.fillRect(place, theme.color("accent-wash" if self._is_drop else "surface"))
        painter.fillRect(QRectF(0, 0, 1, place.height()), theme.color("line-subtle"))
        if self._is_drop:
            painter.fillRect(QRectF(0, place.height() - 2, place.width(), 2), theme.color("accent"))
        x = self._paint_weekday(painter, place)
        right = self._paint_date(painter, place, x)
        hours = (wording.hours if self._is_short else wording.hours_h)(self._minutes) if self._minutes else ""
        font = theme.font("meta", 600 if self._is_fresh else None)
        width = text_width(hours, font)
        edge = place.width() - theme.px(_RIGHT)
        if hours and edge - width >= right + theme.px(4):
            box = QRectF(edge - width - 2, 0, width + 2, place.height())
            role = "accent-text" if self._is_fresh else "text-3"
            marks.text_line(painter, box, hours, font, theme.color(role), Qt.AlignmentFlag.AlignRight)
        painter.end()

    def _paint_weekday(self, painter: QPainter, place: QRectF) -> float:
        font = theme.font("body", 700 if self._is_today else 500)
        role = "accent-text" if self._is_today else "text-3" if self.day.weekday() > 4 else "text-2"
        left = 1 + theme.px(_LEFT)
        words = wording.weekday_short(self.day)
        box = QRectF(left, 0, place.width() - left, place.height())
        return left + marks.text_line(painter, box, words, font, theme.color(role)) + theme.px(_GAP)

    def _paint_date(self, painter: QPainter, place: QRectF, x: float) -> float:
        font, words = _date_font(), str(self.day.day)
        if not self._is_today:
            box = QRectF(x, 0, place.width() - x, place.height())
            return x + marks.text_line(painter, box, words, font, theme.color("text"))
        side = theme.px(_DISC)
        disc = QRectF(x, (place.height() - side) / 2, side, side)
        marks.panel(painter, disc, side / 2, theme.color("accent"))
        marks.text_line(painter, disc, words, font, theme.color("on-accent"), Qt.AlignmentFlag.AlignHCenter)
        return disc.right()


def _date_font() -> QFont:
    font = theme.font("body", 600)
    font.setPixelSize(theme.px(15))
    return font


def _spoken(day: date, minutes: int, posts: int) -> str:
    """The day's name for assistive technology; an empty day says so."""
    if not minutes and not posts:
        return translate("DayHeader", "{day}, nothing planned").format(day=wording.day_long(day))
    if posts == 1:
        words = translate("DayHeader", "{day}, 1 post, {hours}")
    else:
        words = translate("DayHeader", "{day}, {count} posts, {hours}")
    return words.format(day=wording.day_long(day), count=posts, hours=wording.hours_h(minutes))
