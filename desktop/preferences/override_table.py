"""The weeks for which a platform has another target or cap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from db.records import Board, Plan, Platform, Week, WeekOverride
from desktop import wording
from desktop.planning.budget import target_and_cap
from desktop.preferences.override_popover import OverridePopover
from desktop.preferences.parts import Line
from desktop.preferences.week_field import week_span, week_with_year
from desktop.ui import theme
from desktop.ui.controls import IconButton, Text
from desktop.ui.parts import EdgeLink, beside, stacked

_WEEK, _AMOUNT = 92, 110
_NARROW_WEEK, _NARROW_AMOUNT = 76, 74
_NARROW_BELOW, _TIGHT_BELOW = 600, 440
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
        head.addWidget(Text(self.tr("Other values for single weeks"), "meta", "text-2", 600, is_wrapped=True), 1)
        self._add = EdgeLink(self.tr("Week"), "plus")
        self._add.setAccessibleName(self.tr("Give a week other values"))
        head.addWidget(self._add)
        column.addLayout(head)
        column.addSpacing(theme.px(4))
        titles = (self.tr("Week"), self.tr("Dates"), self.tr("Target"), self.tr("Cap"))
        self._heads = _Cells(*(Line(title, "meta", "text-3") for title in titles))
        self._heads.end.setContentsMargins(0, 0, 0, 0)
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
            row.fit(self.width())
            self._body.addWidget(row)
            self._rows.append(row)
        self._heads.setVisible(bool(overrides))
        self._none.setVisible(not overrides)
        if at is not None:
            heir = self._rows[min(at, len(self._rows) - 1)].remove if self._rows else self._add
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the dates the room they need."""
        super().resizeEvent(event)
        for cells in (self._heads, *self._rows):
            cells.fit(self.width())

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


class _Cells(QWidget):
    """A line of the table: week, dates, target, cap, and at its `end` two buttons, or the room for them."""

    def __init__(self, *cells: QWidget) -> None:
        super().__init__()
        room = QWidget()
        room.setFixedWidth(theme.px(10) + 2 * theme.px(24))
        self.end = beside(room, (10, 6, 0, 6), spacing=0)
        self._week, self._dates, *self._amounts = cells
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(1, 1)
        for column, cell in enumerate((*cells, room)):
            self._grid.addWidget(cell, 0, column)
        self.fit(theme.px(_NARROW_BELOW))

    def fit(self, width: int) -> None:
        """Take less room for weeks and amounts in a narrow table; in a tight one the dates stand below the week."""
        is_narrow, is_tight = width < theme.px(_NARROW_BELOW), width < theme.px(_TIGHT_BELOW)
        self._week.setFixedWidth(theme.px(_NARROW_WEEK if is_narrow else _WEEK))
        for cell in self._amounts:
            cell.setFixedWidth(theme.px(_NARROW_AMOUNT if is_narrow else _AMOUNT))
        if is_tight:
            self._grid.addWidget(self._dates, 1, 0, 1, 5)
        else:
            self._grid.addWidget(self._dates, 0, 1)
        self._grid.setContentsMargins(0, 0, 0, theme.px(6) if is_tight else 0)


class _Row(_Cells):
    """One week; parted from what is above it by a thin line."""

    def __init__(self, override: WeekOverride, target: int, cap: int) -> None:
        dates = week_span(override.week)
        super().__init__(
            Text(wording.week_name(override.week), "body-strong"),
            Line(f"{dates}, {override.note}" if override.note else dates, role="text-2"),
            Text(wording.hours_h(target)),
            Text(wording.hours_h(cap)),
        )
        self.override = override
        self.setMinimumHeight(theme.px(_ROW))
        name = {"week": week_with_year(override.week)}
        self.edit = IconButton("pencil", self.tr("Change {week}").format(**name), 24, "text-3")
        self.remove = IconButton("trash", self.tr("Remove the values of {week}").format(**name), 24, "text-3")
        self.end.addWidget(self.edit)
        self.end.addWidget(self.remove)

    def has_keyboard(self) -> bool:
        return self.edit.hasFocus() or self.remove.hasFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line-subtle"))
        painter.end()
