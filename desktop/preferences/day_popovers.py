"""Small forms for one closed day and for one occasion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from db.records import ClosedDay, Occasion
from desktop import wording
from desktop.preferences.checked_field import CheckedField
from desktop.preferences.form_popover import FormPopover
from desktop.preferences.parts import labelled
from desktop.ui import theme
from desktop.ui.controls import Segmented
from desktop.ui.fields import DateField, SelectField

translate = QCoreApplication.translate

_A_MONDAY = date(2026, 11, 23)


class DayPopover(FormPopover):
    """What both forms share. Signals: `accepted(record)`. Goes away for good when it closes."""

    accepted = Signal(object)

    def __init__(self, parent: QWidget, title: str, icon: str, verb: str, today: date) -> None:
        super().__init__(parent)
        self.name = CheckedField(_name_problem)
        self.day = DateField(show=wording.day_with_year)
        self.day.set_today(today)
        self.add_title(title, icon)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(labelled(translate("DayPopover", "Name"), self.name))
        self.body.addSpacing(theme.px(10))
        self._add_days()
        self.body.addSpacing(theme.px(14))
        self.add_foot(verb)

    def _add_days(self) -> None:
        raise NotImplementedError

    def _made(self, name: str, day: date) -> ClosedDay | Occasion:
        raise NotImplementedError

    def _accept(self) -> None:
        self.name.commit()
        self.day.commit()
        wrong = next((field for field in (self.name, self.day) if field.problem and field.isVisibleTo(self)), None)
        if wrong is not None:
            wrong.setFocus()
            return
        name, day = self.name.value, self.day.value
        if not name or day is None:
            self.name.set_problem(_name_problem(""))
            self.name.setFocus()
            return
        made = self._made(name, day)
        self.dismiss()
        self.accepted.emit(made)


class ClosedDayPopover(DayPopover):
    """A day on which the business is closed: every week, or once."""

    def __init__(self, parent: QWidget, record: ClosedDay, today: date) -> None:
        self._record = record
        self.kind = Segmented(
            [
                ("weekly", translate("DayPopover", "Every week")),
                ("once", translate("DayPopover", "On one day")),
            ],
            is_wide=True,
        )
        days = [_A_MONDAY + timedelta(days=number) for number in range(7)]
        self.weekday = SelectField([(str(day.weekday()), wording.weekday_long(day)) for day in days])
        is_new = record.id < 1
        title = translate("DayPopover", "New closed day") if is_new else translate("DayPopover", "Closed day")
        verb = translate("DayPopover", "Add") if is_new else translate("DayPopover", "Apply")
        super().__init__(parent, title, "door", verb, today)
        self.name.set_value(record.name)
        self.name.editor.selectAll()
        self.day.set_value(record.day or today)
        self.weekday.set_value(str(0 if record.weekday is None else record.weekday))
        self.kind.set_value("once" if record.day else "weekly")
        self.kind.changed.connect(self._show_kind)
        self._show_kind(self.kind.value)

    def _add_days(self) -> None:
        self.kind.setAccessibleName(translate("DayPopover", "How often"))
        self.body.addWidget(self.kind)
        self.body.addSpacing(theme.px(10))
        self._weekly = labelled(translate("DayPopover", "Weekday"), self.weekday)
        self._once = labelled(translate("DayPopover", "Day"), self.day)
        self.body.addWidget(self._weekly)
        self.body.addWidget(self._once)

    def _show_kind(self, kind: str) -> None:
        self._weekly.setVisible(kind == "weekly")
        self._once.setVisible(kind == "once")

    def _made(self, name: str, day: date) -> ClosedDay:
        if self.kind.value == "once":
            return replace(self._record, name=name, day=day, weekday=None)
        return replace(self._record, name=name, day=None, weekday=int(self.weekday.value or 0))


class OccasionPopover(DayPopover):
    """A day to remember: once, or every year on the same date."""

    def __init__(self, parent: QWidget, record: Occasion, today: date) -> None:
        self._record = record
        self.kind = Segmented(
            [
                ("once", translate("DayPopover", "Once")),
                ("yearly", translate("DayPopover", "Every year")),
            ],
            is_wide=True,
        )
        is_new = record.id < 1
        title = translate("DayPopover", "New occasion") if is_new else translate("DayPopover", "Occasion")
        verb = translate("DayPopover", "Add") if is_new else translate("DayPopover", "Apply")
        super().__init__(parent, title, "candle", verb, today)
        self.name.set_value(record.name)
        self.day.set_value(record.day)
        self.kind.set_value("yearly" if record.is_yearly else "once")

    def _add_days(self) -> None:
        self.body.addWidget(labelled(translate("DayPopover", "Day"), self.day))
        self.body.addSpacing(theme.px(10))
        self.kind.setAccessibleName(translate("DayPopover", "How often"))
        self.body.addWidget(self.kind)

    def _made(self, name: str, day: date) -> Occasion:
        return replace(self._record, name=name, day=day, is_yearly=self.kind.value == "yearly")


def _name_problem(name: str) -> str:
    return "" if name else translate("DayPopover", "The day needs a name.")
