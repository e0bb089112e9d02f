"""When a work block is: date, from, to, each with its own problem line."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.calendar.panel_layouts import Ends
from desktop.calendar.panel_parts import heading
from desktop.planning.week import DAY_MINUTES, STEP, at, elapsed, minute_of_day
from desktop.ui import theme
from desktop.ui.controls import Text
from desktop.ui.field_frame import Field, Problem
from desktop.ui.fields import DateField, TimeField
from desktop.ui.parts import beside, stacked


class BlockTime(QWidget):
    """Date, from and to of a block. A new start takes the end along; the end sets the length.

    Signals: `changed(starts_at, ends_at)` in wall clock, only with times that make sense.
    """

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._day, self._starts, self._ends = date(2026, 1, 1), 0, STEP
        self.day = DateField(show=wording.day_with_year)
        self.starts, self.ends = TimeField(), TimeField(None, latest=DAY_MINUTES)
        self._problem = Problem(self)
        self.day.set_name(self.tr("Date"))
        self.starts.set_name(self.tr("From"))
        self.ends.set_name(self.tr("To"))
        fields: tuple[Field, ...] = (self.day, self.starts, self.ends)
        for field in fields:
            field.show_problem_elsewhere()
            field.problem_changed.connect(self._show_problem)
        self._length = Text("", "meta", "text", 600)
        self.day.committed.connect(self._move_day)
        self.starts.committed.connect(self._move_start)
        self.ends.committed.connect(self._move_end)
        column = stacked(self)
        column.addWidget(heading(self.tr("Time"), self._length))
        line, span = QWidget(), QWidget()
        self.day.setMinimumWidth(theme.px(140))
        self.starts.setFixedWidth(theme.px(92))
        self.ends.setFixedWidth(theme.px(76))
        row = beside(span)
        row.addWidget(self.starts)
        row.addWidget(Text("–", "body", "text-3"))
        row.addWidget(self.ends)
        row.addStretch(1)
        ends = Ends(line, least=36)
        ends.addWidget(self.day)
        ends.addWidget(span)
        column.addWidget(line)
        column.addSpacing(theme.px(2))
        column.addWidget(self._problem)

    def show_time(self, starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> None:
        """Show a span on one day; the length is the real one, clock changes counted."""
        self._day = starts_at.date()
        self._starts, self._ends = minute_of_day(starts_at, self._day), minute_of_day(ends_at, self._day)
        self._length.setText(wording.hours_h(elapsed(starts_at, ends_at, zone)))
        self.day.set_value(self._day)
        self.starts.set_value(self._starts)
        self.ends.set_value(self._ends)

    @Slot()
    def _move_day(self) -> None:
        day = self.day.value
        if day is None:
            self.day.set_problem(self.tr("A block needs a date"))
        elif day != self._day:
            self.day.set_problem(None)
            self._day = day
            self._tell()

    @Slot()
    def _move_start(self) -> None:
        starts = self.starts.value
        if starts is None or starts > DAY_MINUTES - STEP:
            self.starts.set_problem(self.tr("From 0:00 to 23:45"))
            return
        self.starts.set_problem(None)
        if starts != self._starts:
            length = self._ends - self._starts
            self._starts, self._ends = starts, min(starts + length, DAY_MINUTES)
            self.ends.set_value(self._ends)
            self.ends.set_problem(None)
            self._tell()

    @Slot()
    def _move_end(self) -> None:
        ends = self.ends.value
        if ends == 0:
            ends = DAY_MINUTES
        if ends is None or ends < self._starts + STEP:
            earliest = wording.clock(self._starts + STEP)
            self.ends.set_problem(self.tr("At {time} or later, up to 24:00").format(time=earliest))
            return
        self.ends.set_problem(None)
        if ends != self._ends:
            self._ends = ends
            self.ends.set_value(ends)
            self._tell()

    @Slot()
    def _show_problem(self) -> None:
        self._problem.say(self.day.problem or self.starts.problem or self.ends.problem or "")

    def _tell(self) -> None:
        self.changed.emit(at(self._day, self._starts), at(self._day, self._ends))
