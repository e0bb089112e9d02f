"""A small month with week numbers: it shows where the week lies, and turns to another one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.records import Week
from desktop import wording
from desktop.ui import marks, theme
from desktop.ui.controls import IconButton, Text

translate = QCoreApplication.translate

_ROWS = 6
_WEEK_COLUMN = 24
_ROW = 25
_HEAD = 18
_CELL = 24
_SOME_DAY = date(2000, 1, 1)


class MiniMonth(QWidget):
    """The month with its title and two arrows.

    `day_chosen` and `week_chosen` come with a click or Enter; `month_shown` tells the first and last day in sight.
    """

    day_chosen = Signal(object)
    week_chosen = Signal(object)
    month_shown = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "meta", "text", 600)
        self._back = IconButton("chevron-left", translate("MiniMonth", "Previous month"), size=24, role="text-3")
        self._on = IconButton("chevron-right", translate("MiniMonth", "Next month"), size=24, role="text-3")
        self.days = _Days(self)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 2, 4)
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for button in (self._back, self._on):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.days)
        self._back.clicked.connect(self.days.turn_back)
        self._on.clicked.connect(self.days.turn_on)
        self.days.day_chosen.connect(self.day_chosen)
        self.days.week_chosen.connect(self.week_chosen)
        self.days.turned.connect(self._show_title)
        self.setFocusProxy(self.days)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show_title()

    def set_week(self, week: Week) -> None:
        """Mark a week and show its month."""
        self.days.set_week(week)

    def set_day(self, day: date | None) -> None:
        """Mark a day as the chosen one and show its month; None marks none."""
        self.days.set_day(day)

    def set_today(self, today: date) -> None:
        """Mark today."""
        self.days.set_today(today)

    def set_loads(self, loads: Mapping[date, int]) -> None:
        """How much lies on each day; a day with anything gets a dot."""
        self.days.set_loads(loads)

    @property
    def shown_days(self) -> tuple[date, date]:
        """The first and the last day in sight."""
        return self.days.first, self.days.first + timedelta(days=7 * _ROWS - 1)

    def day_at(self, position: QPoint) -> date | None:
        """The day at a place given in global coordinates, None beside the days."""
        return self.days.day_at(self.days.mapFromGlobal(position))

    def set_drop_day(self, day: date | None) -> None:
        """Show a day as the place where something would be dropped."""
        self.days.set_drop_day(day)

    def _show_title(self) -> None:
        month = self.days.month
        self._title.setText(wording.month_title(month.year, month.month))
        self.month_shown.emit(*self.shown_days)


class _Days(QWidget):
    """The painted days: six weeks, always."""

    day_chosen = Signal(object)
    week_chosen = Signal(object)
    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._week: Week | None = None
        self._day: date | None = None
        self._drop: date | None = None
        self._hovered: date | Week | None = None
        self._loads: Mapping[date, int] = {}
        self._cursor = _SOME_DAY
        self._is_by_key = False
        self.month = _SOME_DAY
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def accessible_role(self) -> QAccessible.Role:
        """A group of days; its name is the current one."""
        return QAccessible.Role.Grouping

    @property
    def first(self) -> date:
        """The first day in sight, a Monday."""
        return self.month - timedelta(days=self.month.weekday())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(196), theme.px(_HEAD + _ROWS * _ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(176), self.sizeHint().height())

    def set_week(self, week: Week) -> None:
        self._week = week
        self._cursor = self._today if self._today is not None and self._today in week else week.monday
        self._turn_to(week.monday + timedelta(days=3))
        self._name()

    def set_day(self, day: date | None) -> None:
        self._day = day
        if day is not None:
            self._cursor = day
            self._turn_to(day)
        self.update()

    def set_today(self, today: date) -> None:
        if self._today is None and self._week is None:
            self._cursor = today
            self._turn_to(today)
        self._today = today
        self.update()

    def set_loads(self, loads: Mapping[date, int]) -> None:
        self._loads = dict(loads)
        self.update()

    def set_drop_day(self, day: date | None) -> None:
        if day != self._drop:
            self._drop = day
            self.update()

    def turn_back(self) -> None:
        """Show the month before."""
        self._turn_to(self.month - timedelta(days=1))

    def turn_on(self) -> None:
        """Show the month after."""
        self._turn_to(self.month + timedelta(days=31))

    def _turn_to(self, day: date) -> None:
        month = day.replace(day=1)
        is_other = month != self.month
        self.month = month
        self.update()
        if is_other:
            self.turned.emit()

    def _column(self) -> float:
        return (self.width() - theme.px(_WEEK_COLUMN)) / 7

    def _cell(self, row: int, column: int) -> QRectF:
        wide = self._column()
        return QRectF(
            theme.px(_WEEK_COLUMN) + column * wide, theme.px(_HEAD) + row * theme.px(_ROW), wide, theme.px(_CELL)
        )

    def cell_of(self, day: date) -> QRectF:
        """Where a day in sight lies."""
        row, column = divmod((day - self.first).days, 7)
        return self._cell(row, column)

    def week_rect(self, week: Week) -> QRectF:
        """Where the number of a week in sight lies."""
        row = (week.monday - self.first).days // 7
        return QRectF(0, theme.px(_HEAD) + row * theme.px(_ROW), theme.px(_WEEK_COLUMN), theme.px(_CELL))

    def _row_at(self, position: QPointF) -> int | None:
        row = int((position.y() - theme.px(_HEAD)) // theme.px(_ROW))
        is_inside = 0 <= position.x() < self.width() and 0 <= row < _ROWS and position.y() >= theme.px(_HEAD)
        return row if is_inside else None

    def day_at(self, position: QPoint | QPointF) -> date | None:
        """The day at a place in this widget."""
        row = self._row_at(QPointF(position))
        if row is None or position.x() < theme.px(_WEEK_COLUMN):
            return None
        column = int((position.x() - theme.px(_WEEK_COLUMN)) // self._column())
        return self.first + timedelta(days=7 * row + min(column, 6))

    def _week_at(self, position: QPointF) -> Week | None:
        row = self._row_at(position)
        if row is None or position.x() >= theme.px(_WEEK_COLUMN):
            return None
        return Week.of(self.first + timedelta(days=7 * row))

    def _hover(self, position: QPointF | None) -> None:
        found = None if position is None else self.day_at(position) or self._week_at(position)
        if found != self._hovered:
            self._hovered = found
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position())

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._is_by_key = False
        day, week = self.day_at(event.position()), self._week_at(event.position())
        if day is not None:
            self._cursor = day
            self.day_chosen.emit(day)
        elif week is not None:
            self.week_chosen.emit(week)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, the page keys by months, Home and End to the ends of the week."""
        key, day = Qt.Key(event.key()), self._cursor
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        if key in steps:
            day += timedelta(days=steps[key])
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            day = _months_later(day, 1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            day -= timedelta(days=day.weekday())
        elif key == Qt.Key.Key_End:
            day += timedelta(days=6 - day.weekday())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_chosen.emit(day)
            return
        else:
            super().keyPressEvent(event)
            return
        self._go(day)

    def _go(self, day: date) -> None:
        self._cursor, self._is_by_key = day, True
        if not self.first <= day < self.first + timedelta(days=7 * _ROWS) or day.month != self.month.month:
            self._turn_to(day)
        self._name()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def _name(self) -> None:
        load = self._loads.get(self._cursor, 0)
        parts = [wording.day_long(self._cursor), wording.week_name(Week.of(self._cursor))]
        if load:
            parts.append(translate("MiniMonth", "%n item(s)", "", load))
        self.setAccessibleName(", ".join(parts))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        self._name()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, middle = theme.font("micro", 400), Qt.AlignmentFlag.AlignHCenter
        for column in range(7):
            cell = self._cell(0, column)
            head = QRectF(cell.left(), 0, cell.width(), theme.px(_HEAD))
            letter = wording.weekday_letter(self.first + timedelta(days=column))
            marks.text_line(painter, head, letter, font, theme.color("text-3"), middle)
        for row in range(_ROWS):
            self._paint_week(painter, row)
        painter.end()

    def _paint_week(self, painter: QPainter, row: int) -> None:
        monday = self.first + timedelta(days=7 * row)
        week = Week.of(monday)
        is_current = week == self._week
        middle = Qt.AlignmentFlag.AlignHCenter
        number = QRectF(0, self._cell(row, 0).top(), theme.px(_WEEK_COLUMN), theme.px(_CELL - 2))
        if is_current:
            band = self._cell(row, 0).united(self._cell(row, 6))
            marks.panel(painter, band, theme.px(6), theme.color("accent-tint"))
        if week == self._hovered:
            marks.panel(painter, number.adjusted(1, 0, -2, 2), theme.px(6), theme.color("hover"))
        font = theme.font("micro", 700 if is_current else 400)
        color = theme.color("accent-text" if is_current else "text-3")
        marks.text_line(painter, number, str(week.number), font, color, middle)
        for column in range(7):
            self._paint_day(painter, self._cell(row, column), monday + timedelta(days=column))

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        side = theme.px(18)
        disc = QRectF(cell.center().x() - side / 2, cell.top() + theme.px(1), side, side)
        color, weight = theme.color("text" if day.month == self.month.month else "text-3"), 400
        if day == self._drop:
            marks.dashed(painter, cell, theme.px(6), theme.color("accent"), theme.color("accent-tint"), 1.5)
        elif day == self._hovered:
            marks.panel(painter, cell, theme.px(6), theme.color("hover"))
        if day in {self._today, self._day}:
            is_chosen_only = day != self._today
            fill = theme.color("accent-tint" if is_chosen_only else "accent")
            marks.panel(painter, disc, side / 2, fill, theme.color("accent") if is_chosen_only else None, 1.5)
            color, weight = theme.color("accent-text" if is_chosen_only else "on-accent"), 700
        font, middle = theme.font("micro", weight), Qt.AlignmentFlag.AlignHCenter
        marks.text_line(painter, disc.adjusted(-4, 0, 4, 0), str(day.day), font, color, middle)
        if self._loads.get(day):
            dot = QRectF(cell.center().x() - theme.px(3) / 2, cell.bottom() - theme.px(5), theme.px(3), theme.px(3))
            marks.panel(painter, dot, theme.px(3) / 2, theme.color("text-3"))
        if day == self._cursor and self.hasFocus() and self._is_by_key:
            marks.outline(painter, cell, theme.px(6), theme.color("accent"), 2)


def _months_later(day: date, step: int) -> date:
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
    first_after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = first_after - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
