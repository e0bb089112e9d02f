"""The bar above the hours: which week they are of, the way to others, and the table for other programs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.records import Week
from desktop import wording
from desktop.hours.parts import Line
from desktop.ui import theme
from desktop.ui.controls import Button, IconButton, Text
from desktop.ui.menus import add, make_menu

_HEIGHT = 56


class HoursHeader(QWidget):
    """Signals: `week_stepped(-1 or 1)`, `today_requested()`, `week_export_requested()`, `month_export_requested()`."""

    week_stepped = Signal(int)
    today_requested = Signal()
    week_export_requested = Signal()
    month_export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._week: Week | None = None
        self.setFixedHeight(theme.px(_HEIGHT))
        title = Text(self.tr("Hours"), "title-1")
        self.dates = Line("", "body", "text-2")
        self.back = IconButton("chevron-left", self.tr("Previous week"))
        self.today = Button(self.tr("Today"))
        self.on = IconButton("chevron-right", self.tr("Next week"))
        self.export = Button(self.tr("As CSV …"), "file-export")
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        self.today.clicked.connect(self.today_requested)
        self.export.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(title)
        row.addSpacing(theme.px(2))
        dates = QWidget()
        below = QHBoxLayout(dates)
        below.setContentsMargins(0, theme.px(4), 0, 0)
        below.addWidget(self.dates)
        row.addWidget(dates)
        row.addSpacing(theme.px(10))
        for widget in (self.back, self.today, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.export)

    def show_week(self, week: Week) -> None:
        """Say which week is shown."""
        self._week = week
        words = f"{wording.week_name(week)}, {wording.week_dates(week)}"
        self.dates.set_text(words)

    def _step_back(self) -> None:
        self.week_stepped.emit(-1)

    def _step_on(self) -> None:
        self.week_stepped.emit(1)

    def _open_menu(self) -> None:
        menu = make_menu(self)
        week = self._week
        if week is not None:
            month = week.days[3]  # the month to which the week belongs by ISO 8601
            add(menu, wording.week_name(week), "calendar-week", on=self.week_export_requested.emit)
            title = wording.month_title(month.year, month.month)
            add(menu, title, "calendar-month", on=self.month_export_requested.emit)
        at = QPoint(self.export.width() - menu.sizeHint().width(), self.export.height() + theme.px(4))
        menu.popup(self.export.mapToGlobal(at))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter, width = QPainter(self), theme.border()
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - width, self.width(), width, theme.color("line"))
        painter.end()
