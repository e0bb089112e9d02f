"""The row above the hours: closed days, holidays, occasions, campaigns, and what other calendars have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop import busy_time_words, wording
from desktop.calendar.grid_geometry import BLOCK_INSET, DAYS, column_edges
from desktop.calendar.post_card import tighten
from desktop.planning.all_day import AllDayChip, ChipKind
from desktop.ui import icons, marks, theme

_TOP, _ROW, _CHIP = 4, 24, 21
_LEAST_ROWS, _MOST_ROWS = 2, 4
_RADIUS, _PADDING, _GAP, _ICON = 5, 7, 5, 13
_ICONS = {
    ChipKind.CLOSED: icons.CLOSED_DAY,
    ChipKind.HOLIDAY: icons.OCCASION,
    ChipKind.OCCASION: icons.OCCASION,
    ChipKind.CAMPAIGN: icons.CAMPAIGN,
    ChipKind.BUSY: "calendar-event",
}
_TRADE_DAY = "tag"
_TRADE_DAYS = frozenset({"Black Friday", "Cyber Monday"})


@dataclass(frozen=True, slots=True)
class Row:
    """A chip and the row it lies in, 0 being the upper one."""

    chip: AllDayChip
    row: int


def rows(chips: Sequence[AllDayChip]) -> tuple[Row, ...]:
    """Deal chips out over as few rows as possible: by kind (closed days on top, other calendars below), then by day."""
    order = list(ChipKind)
    taken: list[set[date]] = []
    found = []
    for chip in sorted(chips, key=lambda chip: (order.index(chip.kind), chip.first, chip.first - chip.last)):
        days = set(_days(chip))
        row = next((number for number, used in enumerate(taken) if not used & days), len(taken))
        if row == len(taken):
            taken.append(set())
        taken[row] |= days
        found.append(Row(chip, row))
    return tuple(found)


def _days(chip: AllDayChip) -> list[date]:
    return [date.fromordinal(number) for number in range(chip.first.toordinal(), chip.last.toordinal() + 1)]


class AllDayStrip(QWidget):
    """All-day chips over the columns of the grid, two to four rows high; what has no room is behind "+n".

    `show_week` gives it content; the height follows. Signal `more_requested(date, chips, global_rect)`: the "+n" of a
    day was clicked. It can be a drop target of `WeekGrid.add_header` like the day header: `day_at`, `set_drop_day`.
    """

    more_requested = Signal(object, object, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = Week(2024, 1).days
        self._rows: tuple[Row, ...] = ()
        self._chips: list[_Chip] = []
        self._more: list[_More] = []
        self._drop: date | None = None
        self.setAccessibleName(self.tr("all day"))
        self._set_height()

    def show_week(self, week: Week, chips: Sequence[AllDayChip]) -> None:
        """Show the chips of a week."""
        self._days = week.days
        self._rows = rows(chips)
        self.setAccessibleName(self.tr("all day"))
        self._deal()
        self._set_height()
        self.update()

    def _deal(self) -> None:
        for widget in (*self._chips, *self._more):
            widget.hide()
            widget.deleteLater()
        is_crowded = self._row_count() > _MOST_ROWS
        visible = [row for row in self._rows if not is_crowded or row.row < _MOST_ROWS - 1]
        hidden = [row.chip for row in self._rows if is_crowded and row.row >= _MOST_ROWS - 1]
        self._chips = [_Chip(self, row) for row in visible]
        behind = [(day, tuple(chip for chip in hidden if chip.first <= day <= chip.last)) for day in self._days]
        self._more = [_More(self, day, chips) for day, chips in behind if chips]
        for more in self._more:
            more.clicked.connect(self._on_more)
        self._place()

    def _row_count(self) -> int:
        return max((row.row + 1 for row in self._rows), default=0)

    def _set_height(self) -> None:
        count = min(_MOST_ROWS, max(_LEAST_ROWS, self._row_count()))
        self.setFixedHeight(theme.px(_TOP + _ROW * count))

    def _place(self) -> None:
        edges = column_edges(self.width(), theme.scale() / 100)
        inset = BLOCK_INSET * theme.scale() / 100
        for chip in self._chips:
            first, last = chip.row.chip.first.weekday(), chip.row.chip.last.weekday()
            left = edges[first] + (0 if chip.row.chip.continues_left else inset)
            right = edges[last + 1] - (0 if chip.row.chip.continues_right else inset)
            chip.setGeometry(_rect(left, right, chip.row.row))
            chip.show()
        for more in self._more:
            day = more.day.weekday()
            more.setGeometry(_rect(edges[day] + inset, edges[day + 1] - inset, _MOST_ROWS - 1))
            more.show()

    def _on_more(self, more: _More) -> None:
        self.more_requested.emit(more.day, more.chips, QRect(more.mapToGlobal(QPoint()), more.size()))

    def day_at(self, global_pos: QPoint) -> date | None:
        """The day under a place of the screen, None beside the days."""
        at = self.mapFromGlobal(global_pos)
        edges = column_edges(self.width(), theme.scale() / 100)
        if not self.isVisible() or not self.rect().contains(at) or at.x() < edges[0]:
            return None
        return next((self._days[place] for place in range(DAYS) if at.x() < edges[place + 1]), None)

    def set_drop_day(self, day: date | None) -> None:
        """Mark the day on which a card would be dropped."""
        if day != self._drop:
            self._drop = day
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chips over the columns."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint columns, the row's name and the line below."""
        painter = QPainter(self)
        place = QRectF(self.rect())
        painter.fillRect(place, theme.color("surface"))
        edges = column_edges(self.width(), theme.scale() / 100)
        if self._drop in self._days:
            day = self._days.index(self._drop)
            painter.fillRect(
                QRectF(edges[day], 0, edges[day + 1] - edges[day], place.height()), theme.color("accent-wash")
            )
        for edge in edges[:DAYS]:
            painter.fillRect(QRectF(round(edge), 0, 1, place.height()), theme.color("line-subtle"))
        font = theme.font("micro")
        tighten(font, 0.02)
        label = QRectF(0, theme.px(8), edges[0] - theme.px(8), theme.line_height("micro"))
        marks.text_line(painter, label, self.tr("all day"), font, theme.color("text-3"), Qt.AlignmentFlag.AlignRight)
        painter.fillRect(QRectF(0, place.height() - 1, place.width(), 1), theme.color("line"))
        painter.end()


def _rect(left: float, right: float, row: int) -> QRect:
    return QRect(round(left), theme.px(_TOP + _ROW * row), round(right) - round(left), theme.px(_CHIP))


class _Chip(QWidget):
    """One chip; its tool tip repeats what may be cut off."""

    def __init__(self, strip: AllDayStrip, row: Row) -> None:
        super().__init__(strip)
        self.row = row
        self._words = self._worded(row.chip)
        self.setAccessibleName(self._words)
        self.setToolTip(self._words)

    def _worded(self, chip: AllDayChip) -> str:
        if chip.kind is ChipKind.BUSY:
            name = busy_time_words.title(chip.name)
            if not chip.continues_right:
                return name
            return self.tr("{name} · until {day}").format(name=name, day=wording.day_plain(chip.until))
        if chip.kind is not ChipKind.CAMPAIGN:
            return chip.name
        name = self.tr("Campaign “{name}”").format(name=chip.name)
        if not chip.continues_right:
            return name
        return self.tr("{campaign} · until {day}").format(campaign=name, day=wording.day_plain(chip.until))

    def accessible_role(self) -> QAccessible.Role:
        """It is read, not used."""
        return QAccessible.Role.StaticText

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip; it has square ends where it goes on in another week."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip, place, radius = self.row.chip, QRectF(self.rect()), theme.px(_RADIUS)
        if chip.kind is ChipKind.CLOSED:
            marks.dashed(painter, place, radius, theme.color("line-strong"), None, 1)
        else:
            wide = place.adjusted(-radius if chip.continues_left else 0, 0, radius if chip.continues_right else 0, 0)
            shape = QPainterPath()
            shape.addRoundedRect(wide, radius, radius)
            painter.fillPath(shape, theme.color("accent-tint" if chip.kind is ChipKind.CAMPAIGN else "hover"))
        text, icon = {
            ChipKind.CAMPAIGN: ("accent-text", "accent-text"),
            ChipKind.CLOSED: ("text-3", "text-3"),
            ChipKind.BUSY: ("text-3", "text-3"),
        }.get(chip.kind, ("text", "text-2"))
        side = theme.px(_ICON)
        mark = QRectF(theme.px(_PADDING), (place.height() - side) / 2, side, side)
        name = _TRADE_DAY if chip.record_id is None and chip.name in _TRADE_DAYS else _ICONS[chip.kind]
        icons.draw(painter, name, mark, theme.color(icon))
        left = mark.right() + theme.px(_GAP)
        words = QRectF(left, 0, place.width() - left - theme.px(_PADDING), place.height())
        marks.text_line(painter, words, self._words, theme.font("meta"), theme.color(text))
        painter.end()


class _More(QWidget):
    """The "+n" of a day. Signals: `clicked(self)`."""

    clicked = Signal(object)

    def __init__(self, strip: AllDayStrip, day: date, chips: tuple[AllDayChip, ...]) -> None:
        super().__init__(strip)
        self.day = day
        self.chips = chips
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("{count} more").format(count=len(chips)))
        self.setToolTip("\n".join(busy_time_words.title(chip.name) for chip in chips))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for all of them."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number."""
        painter = QPainter(self)
        place = QRectF(self.rect()).adjusted(theme.px(_PADDING), 0, 0, 0)
        words = f"+{len(self.chips)}"
        marks.text_line(painter, place, words, theme.font("meta", 600), theme.color("text-3"))
        painter.end()
