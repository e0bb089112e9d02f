"""The working hours of a week: a switch, a bar with two ends and the times per weekday, and their sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.records import Hours
from desktop import wording
from desktop.preferences.parts import Line, Section
from desktop.ui import theme
from desktop.ui.controls import Switch, Text
from desktop.ui.fields import help_text
from desktop.ui.parts import beside
from desktop.ui.sliders import DayHoursBar

_A_MONDAY = date(2026, 11, 23)
_USUAL = Hours(480, 1080)


class WorkingHours(Section):
    """Signals: `committed(tuple of Hours or None, Monday first)`."""

    committed = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            self.tr("Working hours"), self.tr("Within these hours Wochenwerk suggests free places."), gap=8
        )
        self._days = [_Day(_A_MONDAY + timedelta(days=number)) for number in range(7)]
        self._sum = help_text("")
        for day in self._days:
            self.body.addWidget(day)
            day.changed.connect(self._reckon)
            day.committed.connect(self._commit)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self._sum)

    @property
    def value(self) -> tuple[Hours | None, ...]:
        """The hours as they stand."""
        return tuple(day.value for day in self._days)

    def show_hours(self, hours: Sequence[Hours | None]) -> None:
        """Show the seven days, Monday first, without a signal."""
        for day, each in zip(self._days, hours, strict=True):
            day.show_hours(each)
        self._reckon()

    def _reckon(self) -> None:
        total = sum(hours.ends - hours.starts for hours in self.value if hours is not None)
        pattern = self.tr(
            "{hours} altogether. Posts may appear outside of them too; closed days are under “Occasions & closed days”."
        )
        self._sum.setText(pattern.format(hours=wording.hours_h(total)))

    def _commit(self) -> None:
        self._reckon()
        self.committed.emit(self.value)


class _Day(QWidget):
    """One weekday; remembers the hours of a day that is switched off, for switching it on again."""

    changed = Signal()
    committed = Signal()

    def __init__(self, day: date) -> None:
        super().__init__()
        self._last = _USUAL
        self._switch = Switch(self.tr("Work on {weekday}").format(weekday=wording.weekday_long(day)))
        name = Text(wording.weekday_short(day), "body-strong")
        name.setMinimumWidth(theme.px(28))
        self._bar = DayHoursBar()
        self._bar.setAccessibleName(self.tr("Hours on {weekday}").format(weekday=wording.weekday_long(day)))
        self._times = Line(align=Qt.AlignmentFlag.AlignRight)
        self._times.setFixedWidth(theme.px(104))
        row = beside(self)
        row.addWidget(self._switch)
        row.addWidget(name)
        row.addWidget(self._bar, 1)
        row.addWidget(self._times)
        self.setMinimumHeight(theme.px(34))
        self._switch.clicked.connect(self._turn)
        self._bar.changed.connect(self._follow)
        self._bar.committed.connect(self._commit)

    @property
    def value(self) -> Hours | None:
        return self._bar.value

    def show_hours(self, hours: Hours | None) -> None:
        self._last = hours or self._last
        self._switch.setChecked(hours is not None)
        self._bar.set_value(hours)
        self._show_times()

    def _turn(self, is_on: bool) -> None:
        self.show_hours(self._last if is_on else None)
        self.committed.emit()

    def _follow(self) -> None:
        self._show_times()
        self.changed.emit()

    def _commit(self, hours: Hours) -> None:
        self._last = hours
        self._show_times()
        self.committed.emit()

    def _show_times(self) -> None:
        hours = self.value
        if hours is None:
            self._times.set_text(self.tr("day off"), "text-3")
        else:
            self._times.set_text(f"{wording.clock(hours.starts)}–{wording.clock(hours.ends)}", "text")
