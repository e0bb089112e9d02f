"""Asks for a day and a time of day: where something is to go, without dragging it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.date_field import DateField
from desktop.ui.popover import Popover
from desktop.ui.time_fields import TimeField

translate = QCoreApplication.translate


class MomentPopover(Popover):
    """Tells with `chosen(datetime)` the wall-clock moment; goes away for good when it is closed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, now_at: datetime, today: date) -> None:
        """`now_at` is where the thing lies, wall clock; typed days without a year are near to it."""
        super().__init__(parent, 340)
        self.add_title(translate("MomentPopover", "Move to"), "calendar-event")
        self.body.addSpacing(theme.px(8))
        self.day, self.time = DateField(), TimeField()
        self.day.editor.setAccessibleName(translate("MomentPopover", "Day"))
        self.time.editor.setAccessibleName(translate("MomentPopover", "Time"))
        self.day.set_today(today)
        self.day.set_value(now_at.date())
        self.time.set_value(now_at.hour * 60 + now_at.minute)
        self.day.editor.selectAll()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.day, 3)
        row.addWidget(self.time, 2)
        self.body.addLayout(row)
        self.back = Button(translate("MomentPopover", "Cancel"))
        self.go = Button(translate("MomentPopover", "Move"), kind="primary")
        foot = QHBoxLayout()
        foot.setContentsMargins(0, theme.px(12), 0, 0)
        foot.setSpacing(theme.px(8))
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.go)
        self.body.addLayout(foot)
        self.back.clicked.connect(self.dismiss)
        self.go.clicked.connect(self._tell)
        self.day.editor.returnPressed.connect(self._tell)
        self.time.editor.returnPressed.connect(self._tell)
        self.closed.connect(self._end)

    def _tell(self) -> None:
        """Tell what is typed; a field that is not understood says so itself and keeps the popover open."""
        self.day.commit()
        self.time.commit()
        day, minute = self.day.value, self.time.value
        if day is not None and minute is not None and self.day.problem is None and self.time.problem is None:
            self.dismiss()
            self.chosen.emit(datetime.combine(day, time()) + timedelta(minutes=minute))

    def _end(self) -> None:
        QTimer.singleShot(0, self, self.deleteLater)
