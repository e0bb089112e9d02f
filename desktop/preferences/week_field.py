"""A field for an ISO week, typed by its number or chosen from a month."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop import wording
from desktop.ui import typed
from desktop.ui.controls import IconButton
from desktop.ui.mini_month import MiniMonth
from desktop.ui.popover import Popover
from desktop.ui.text_fields import TypedField

translate = QCoreApplication.translate

_NUMBER = re.compile(r"(?:kw|week|wk|w)?\s*(\d{1,2})(?:\s*[/,]?\s*(\d{4}))?", re.IGNORECASE)
_YEARS = 30  # far enough to find a year with a week 53


class WeekField(TypedField[Week]):
    """A week; a number without a year is the next such week from today on."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(self._understand, week_with_year, _no_week, icon="calendar-event", parent=parent)
        choose = IconButton("chevron-down", translate("WeekField", "Choose a week"), 24, "text-3")
        choose.clicked.connect(self._open_month)
        self.add_trailing(choose)
        self.editor.has_steps = True
        self.editor.stepped.connect(self._step)
        self._popover: Popover | None = None

    def _understand(self, text: str) -> Week | None:
        return parse_week(text, self._today)

    def _step(self, step: int) -> None:
        at = self._understand(self.editor.text()) or self.value
        if at is not None:
            self._take(at.shifted(step if abs(step) == 1 else 4 * step // 10))
            self.editor.selectAll()

    def _open_month(self) -> None:
        popover = Popover(self, 236)
        month = MiniMonth()
        month.set_today(self._today)
        month.set_week(self.value or Week.of(self._today))
        month.day_chosen.connect(self._choose_day)
        month.week_chosen.connect(self._choose)
        popover.body.addWidget(month)
        popover.closed.connect(popover.deleteLater)
        self._popover = popover
        frame = self.frame_rect()
        popover.open_at(QRect(self.mapToGlobal(frame.topLeft()), frame.size()))

    def _choose_day(self, day: date) -> None:
        self._choose(Week.of(day))

    def _choose(self, week: Week) -> None:
        if self._popover is not None:
            self._popover.dismiss()
            self._popover = None
        self._take(week)


def parse_week(text: str, today: date) -> Week | None:
    """The week meant by `51`, `KW 51`, `Week 51 2027`, `2026-W51`, or by a day in it; None if it is none."""
    words = text.strip()
    try:
        return Week.parse(words.upper())
    except ValueError:
        found = _NUMBER.fullmatch(words)
    if found is None:
        day = typed.parse_day(words, today)
        return None if day is None else Week.of(day)
    number, year = int(found[1]), found[2]
    this = Week.of(today)
    years = (int(year),) if year else range(this.year, this.year + _YEARS)
    for each in years:
        week = _week(each, number)
        if week is not None and (year or week >= this):
            return week
    return None


def _week(year: int, number: int) -> Week | None:
    try:
        date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Week(year, number)


def week_with_year(week: Week) -> str:
    """KW 51 2026."""
    return f"{wording.week_name(week)} {week.year}"


def week_span(week: Week) -> str:
    """14.–20.12.2026, 28.12.–3.1.2027; 14–20 Dec 2026."""
    return days_span(week.days[0], week.days[-1])


def days_span(first: date, last: date) -> str:
    """14.–20.12.2026, 28.12.–3.1.2027; 14–20 Dec 2026. The year is that of the last day."""
    pattern = translate("WeekField", "{day} {month_short} {year}")
    ends = pattern.format(day=last.day, month=last.month, month_short=wording.month_short(last.month), year=last.year)
    if first == last:
        return ends
    if (first.year, first.month) == (last.year, last.month):
        return translate("WeekField", "{first_day}–{last}").format(first_day=first.day, last=ends)
    return translate("WeekField", "{first} – {last}").format(first=wording.day_plain(first), last=ends)


def _no_week() -> str:
    return translate("WeekField", "Write a week like 51, or a day in it.")
