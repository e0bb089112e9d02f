"""The weeks for which a platform has another target or cap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.records import Board, Plan, Platform, Week, WeekOverride
from desktop import wording
from desktop.planning.budget import target_and_cap
from desktop.preferences.override_popover import OverridePopover
from desktop.preferences.parts import EdgeLink, Line, beside, stacked
from desktop.preferences.week_field import week_span, week_with_year
from desktop.ui import theme
from desktop.ui.controls import IconButton, Text

_WEEK, _AMOUNT, _WIDEST = 92, 110, 130  # the last in pixels, whatever the text size: the dates need the room
_ROW = 36


class OverrideTable(QWidget):
    """Signals: `put(WeekOverride)`, `removed(WeekOverride)`."""

    put = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._platform: Platform | None = None
        self._overrides: tuple[WeekOverride, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._today = date(2000, 1, 1)
        self._rows: list[_Row] = []
        column = stacked(self)
        head = beside()
        head.addWidget(Text(self.tr("Other values for single weeks"), "meta", "text-2", 600), 1)
        self._add = EdgeLink(self.tr("Week"), "plus")
        self._add.setAccessibleName(self.tr("Give a week other values"))
        head.addWidget(self._add)
        column.addLayout(head)
        column.addSpacing(theme.px(4))
        self._heads = QWidget()
        heads = _cells(self._heads)
        titles = (self.tr("Week"), self.tr("Dates"), self.tr("Target"), self.tr("Cap"))
        for number, title in enumerate(titles):
            _add_cell(heads, number, Text(title, "meta", "text-3"))
        heads.addSpacing(theme.px(2 * 24))
        column.addWidget(self._heads)
        column.addSpacing(theme.px(6))
        self._body = stacked()
        column.addLayout(self._body)
        self._none = Text(self.tr("Every week has the same target so far."), "meta", "text-3", is_wrapped=True)
        column.addWidget(self._none)
        self._add.clicked.connect(self.ask_new)

    def show_overrides(self, platform: Platform, overrides: Sequence[WeekOverride], plan: Plan, today: date) -> None:
        """Show a platform's overrides, by week."""
        self._today = today
        if (platform, *overrides) == self._shown:
            return
        at = next((number for number, row in enumerate(self._rows) if row.has_keyboard()), None)
        self._platform, self._overrides, self._shown = platform, tuple(overrides), (platform, *overrides)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for override in overrides:
            board = Board((), plan, overrides=(override,))
            row = _Row(override, *target_and_cap(board, platform, override.week))
            row.edit.clicked.connect(lambda _checked=False, override=override: self._ask(override))
            row.remove.clicked.connect(lambda _checked=False, override=override: self.removed.emit(override))
            self._body.addWidget(row)
            self._rows.append(row)
        self._heads.setVisible(bool(overrides))
        self._none.setVisible(not overrides)
        if at is not None:
            heir = self._rows[min(at, len(self._rows) - 1)].remove if self._rows else self._add
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_new(self) -> None:
        """Ask for the values of one more week: the first from now on that has none of its own."""
        if self._platform is None:
            return
        week, known = Week.of(self._today), {override.week for override in self._overrides}
        while week in known:
            week = week.shifted(1)
        self._ask(WeekOverride(0, self._platform.id, week))

    def _ask(self, override: WeekOverride) -> None:
        if self._platform is None:
            return
        known = {each.week: each for each in self._overrides if each.id != override.id}
        popover = OverridePopover(self, self._platform, override, known, self._today)
        popover.accepted.connect(self.put)
        anchor = next((row.edit for row in self._rows if row.override == override), self._add)
        popover.open_at(QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()), "left")


class _Row(QWidget):
    """One week; parted from what is above it by a thin line."""

    def __init__(self, override: WeekOverride, target: int, cap: int) -> None:
        super().__init__()
        self.override = override
        self.setMinimumHeight(theme.px(_ROW))
        row = _cells(self)
        week, dates = wording.week_name(override.week), week_span(override.week)
        _add_cell(row, 0, Text(week, "body-strong"))
        _add_cell(row, 1, Line(f"{dates}, {override.note}" if override.note else dates, role="text-2"))
        _add_cell(row, 2, Text(wording.hours_h(target)))
        _add_cell(row, 3, Text(wording.hours_h(cap)))
        name = {"week": week_with_year(override.week)}
        self.edit = IconButton("pencil", self.tr("Change {week}").format(**name), 24, "text-3")
        self.remove = IconButton("trash", self.tr("Remove the values of {week}").format(**name), 24, "text-3")
        row.addWidget(self.edit)
        row.addWidget(self.remove)

    def has_keyboard(self) -> bool:
        return self.edit.hasFocus() or self.remove.hasFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line-subtle"))
        painter.end()


def _cells(on: QWidget) -> QHBoxLayout:
    return beside(on, spacing=0)


def _add_cell(row: QHBoxLayout, number: int, cell: QWidget) -> None:
    """Put a cell into its column: week, dates, target or cap."""
    width = (_WEEK, 0, _AMOUNT, _AMOUNT)[number]
    if width:
        cell.setFixedWidth(min(theme.px(width), _WIDEST))
    row.addWidget(cell, 0 if width else 1)
