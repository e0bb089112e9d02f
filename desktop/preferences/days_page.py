"""The page of special days: closed days and occasions of the plan, public holidays and suggested occasions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.records import ClosedDay, Occasion, Plan
from desktop import wording
from desktop.holiday_memory import holidays_of
from desktop.planning.all_day import suggested_occasions
from desktop.planning.regions import REGIONS
from desktop.preferences.columns import Columns
from desktop.preferences.day_popovers import ClosedDayPopover, DayPopover, OccasionPopover
from desktop.preferences.day_table import DayLine, DayTable
from desktop.preferences.frame import add_head
from desktop.preferences.parts import Line
from desktop.ui import theme
from desktop.ui.controls import Card, IconButton, Switch, Text
from desktop.ui.parts import EdgeLink, beside, stacked

translate = QCoreApplication.translate

_A_MONDAY = date(2026, 11, 23)
_LEAST_COLUMN = 400
_WHEN = 150


@dataclass(frozen=True, slots=True)
class Days:
    """What the page shows; `language` words holidays and suggestions."""

    plan: Plan
    closed: tuple[ClosedDay, ...]
    occasions: tuple[Occasion, ...]
    today: date
    language: str


class DaysPage(QWidget):
    """Tables of the plan's own days; what is computed for a year stands beside them.

    Signals: `put(ClosedDay or Occasion, name of the step)`, `removed(ClosedDay or Occasion)`,
    `suggestions_switched(bool)`, `region_requested()` when the region is to be changed.
    """

    put = Signal(object, str)
    removed = Signal(object)
    suggestions_switched = Signal(bool)
    region_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._days: Days | None = None
        self._year = 0
        self._closed = DayTable(
            self.tr("Closed days"),
            self.tr("On these days the business is closed; the week says so above its days."),
            self.tr("Closed day"),
            self.tr("Add a closed day"),
            self.tr("No closed day so far."),
        )
        self._own = DayTable(
            self.tr("Own occasions"),
            self.tr("An anniversary, the market, a fair: whatever is worth a post."),
            self.tr("Occasion"),
            self.tr("Add an occasion"),
            self.tr("No occasion of your own so far."),
        )
        self._year_words = Text("", "title-3")
        self._back = IconButton("chevron-left", "", 26)
        self._on = IconButton("chevron-right", "", 26)
        self._holidays = _ReadOnly()
        self._suggested = _ReadOnly()
        self._region = Text("", role="text-2", is_wrapped=True)
        self._change_region = EdgeLink(self.tr("Change the region"))
        self._suggests = Switch(self.tr("Suggest occasions"))
        self._lay_out()
        self._connect()

    def show_days(self, days: Days) -> None:
        """Show other values; the year that was chosen stays."""
        self._days = days
        self._year = self._year or days.today.year
        self._closed.show_lines([_closed_line(each, days.today) for each in _in_order(days.closed)])
        self._own.show_lines([self._own_line(each, days.today) for each in days.occasions])
        self._suggests.setChecked(days.plan.suggests_occasions)
        self._show_year()

    def _show_year(self) -> None:
        if self._days is None:
            return
        plan, language = self._days.plan, self._days.language
        self._year_words.setText(str(self._year))
        self._back.set_name(str(self._year - 1))
        self._on.set_name(str(self._year + 1))
        region = next((each.name(language) for each in REGIONS if each.code == plan.region), plan.region)
        self._region.setText(self.tr("In {region}; they follow from the region.").format(region=region))
        holidays = holidays_of(plan.region, self._year, language)
        self._holidays.show_days(list(holidays.items()), is_pale=False)
        found = suggested_occasions(self._year, plan.region, language)
        lines = [(day, ", ".join(each.name for each in found[day])) for day in sorted(found)]
        self._suggested.show_days(lines, is_pale=not plan.suggests_occasions)

    def _own_line(self, occasion: Occasion, today: date) -> DayLine:
        if occasion.is_yearly:
            when = self.tr("every year {day}").format(day=wording.day_plain(occasion.day))
            return DayLine(occasion, when, occasion.name)
        return DayLine(occasion, wording.day_with_year(occasion.day), occasion.name, occasion.day < today)

    def _lay_out(self) -> None:
        column = stacked(self)
        words = self.tr("What stands above the days in week and month, besides the campaigns.")
        add_head(column, self.tr("Occasions & closed days"), Text(words, role="text-2", is_wrapped=True))
        cards = QWidget()
        columns = Columns(cards, gap=16, line_gap=16)
        columns.add(self._closed, _LEAST_COLUMN)
        columns.add(self._own, _LEAST_COLUMN)
        column.addWidget(cards)
        column.addSpacing(theme.px(16))
        column.addWidget(self._year_card())
        column.addStretch(1)

    def _year_card(self) -> QWidget:
        card, halves, left, right = Card(), QWidget(), QWidget(), QWidget()
        column = stacked(card, (19, 12, 19, 15))
        head = beside(spacing=4)
        head.addWidget(self._year_words)
        head.addWidget(self._back)
        head.addWidget(self._on)
        head.addStretch(1)
        column.addLayout(head)
        column.addSpacing(theme.px(8))
        rows = stacked(left)
        rows.addLayout(_head(self.tr("Public holidays"), self._change_region))
        rows.addWidget(self._region)
        rows.addSpacing(theme.px(8))
        rows.addWidget(self._holidays)
        rows = stacked(right)
        rows.addLayout(_head(self.tr("Suggested occasions"), self._suggests))
        examples = self.tr("They stand in the week as a reminder while this is switched on.")
        rows.addWidget(Text(examples, role="text-2", is_wrapped=True))
        rows.addSpacing(theme.px(8))
        rows.addWidget(self._suggested)
        columns = Columns(halves, gap=32, line_gap=20)
        columns.add(left, _LEAST_COLUMN - 30)
        columns.add(right, _LEAST_COLUMN - 30)
        column.addWidget(halves)
        return card

    def _connect(self) -> None:
        self._closed.add_requested.connect(self._ask_closed)
        self._closed.edit_requested.connect(self._edit_closed)
        self._closed.removed.connect(self.removed)
        self._own.add_requested.connect(self._ask_occasion)
        self._own.edit_requested.connect(self._edit_occasion)
        self._own.removed.connect(self.removed)
        self._suggests.clicked.connect(self.suggestions_switched)
        self._change_region.clicked.connect(self.region_requested)
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))

    def _turn(self, years: int) -> None:
        self._year = min(max(self._year + years, 1970), 2199)
        self._show_year()

    def _ask_closed(self) -> None:
        self._edit_closed(ClosedDay(0, self.tr("Closed day"), weekday=0))

    def _edit_closed(self, record: ClosedDay) -> None:
        if self._days is not None:
            self._open(ClosedDayPopover(self, record, self._days.today), self._closed, record)

    def _ask_occasion(self) -> None:
        if self._days is not None:
            self._edit_occasion(Occasion(0, "", self._days.today))

    def _edit_occasion(self, record: Occasion) -> None:
        if self._days is not None:
            self._open(OccasionPopover(self, record, self._days.today), self._own, record)

    def _open(self, popover: DayPopover, table: DayTable, record: ClosedDay | Occasion) -> None:
        popover.accepted.connect(self._accept)
        popover.open_at(table.anchor(record))

    def _accept(self, record: ClosedDay | Occasion) -> None:
        step = self.tr("Add “{name}”") if record.id < 1 else self.tr("Change “{name}”")
        self.put.emit(record, step.format(name=record.name))


class _ReadOnly(QWidget):
    """Days with their names, not to be changed here."""

    def __init__(self) -> None:
        super().__init__()
        self._column = stacked(self)
        self._shown: tuple[object, ...] = ()
        self._rows: list[QWidget] = []

    def show_days(self, days: Sequence[tuple[date, str]], is_pale: bool) -> None:
        if (tuple(days), is_pale) == self._shown:
            return
        self._shown = (tuple(days), is_pale)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for day, name in days:
            row = QWidget()
            self._rows.append(row)
            cells = beside(row, (0, 2, 0, 2), spacing=10)
            when = Line(wording.day_short(day), "body", "text-3" if is_pale else "text-2")
            when.setFixedWidth(theme.px(_WHEN - 50))
            cells.addWidget(when)
            cells.addWidget(Line(name, "body", "text-3" if is_pale else "text"), 1)
            self._column.addWidget(row)


def _head(title: str, control: QWidget) -> QHBoxLayout:
    row = beside()
    row.addWidget(Text(title, "body-strong"), 1)
    row.addWidget(control)
    return row


def _in_order(closed: Sequence[ClosedDay]) -> list[ClosedDay]:
    """Weekdays first, then dates."""
    return sorted(closed, key=lambda each: (each.day is not None, each.weekday or 0, each.day or date.min))


def _closed_line(closed: ClosedDay, today: date) -> DayLine:
    if closed.day is not None:
        return DayLine(closed, wording.day_with_year(closed.day), closed.name, closed.day < today)
    day = _A_MONDAY + timedelta(days=closed.weekday or 0)
    when = translate("DaysPage", "every {weekday}").format(weekday=wording.weekday_long(day))
    return DayLine(closed, when, closed.name)
