"""Ticking a work block off: what the tick enters, and the time entries that are there already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from db.records import Board, MadeBy, Platform, TimeEntry, WorkBlock
from desktop import wording
from desktop.calendar.panel_parts import Box, Mark, emptied, heading
from desktop.calendar.timer_row import TimerRow
from desktop.planning.budget import booked_minutes, occurrence_minutes
from desktop.planning.recurrence import Occurrence
from desktop.planning.status import tick
from desktop.planning.week import wall
from desktop.ui import marks, theme
from desktop.ui.buttons import PaintedButton
from desktop.ui.controls import Text
from desktop.ui.parts import Tile, beside, stacked

_ORIGINS = {
    MadeBy.TIMER: "stopwatch",
    MadeBy.TICK: "circle-check",
    MadeBy.PUBLISH: "send",
    MadeBy.MANUAL: "pencil",
}


class Tick(PaintedButton):
    """The circle that marks the block as done."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Done"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def radius(self) -> float:
        """Round."""
        return theme.px(14)

    def sizeHint(self) -> QSize:
        """Larger than the circle, to be hit."""
        return QSize(theme.px(28), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle."""
        side = theme.px(20)
        square = QRectF(0, (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            color = theme.color("ok" if self.isChecked() else "accent" if self.underMouse() else "text-2")
            marks.tick(painter, square, self.isChecked(), color)


class DoneSection(QWidget):
    """The tick with its consequence, the timer, and the entries of the block.

    Signals: `ticked(bool)`.
    """

    ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.tick = Tick()
        self.tick.clicked.connect(self.ticked)
        self._consequence = Text("", "meta", "text-3", is_wrapped=True)
        self._sum = Text("", "meta", "text", 600)
        self._entries = Box("subtle", "line-subtle")
        row = beside(spacing=6)
        row.addWidget(self.tick)
        words = QWidget()
        lines = stacked(words)
        lines.addWidget(Text(self.tr("Done"), "body-strong"))
        lines.addWidget(self._consequence)
        row.addWidget(words, 1)
        self.timer = TimerRow()
        row.addWidget(self.timer)
        column = stacked(self, spacing=10)
        column.addLayout(row)
        inner = stacked(self._entries, (10, 9, 10, 9))
        inner.addWidget(heading(self.tr("Time entries"), self._sum))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inner.addLayout(self._rows)
        column.addWidget(self._entries)

    def show_done(self, block: WorkBlock, occurrence: Occurrence, board: Board, now: datetime) -> None:
        """Show one occurrence; `now` is a UTC instant."""
        platforms = {platform.id: platform for platform in board.platforms}
        planned = sum(occurrence_minutes(board, occurrence).values())
        entries = [
            entry
            for entry in board.entries
            if entry.block_id == block.id and (block.rrule is None or entry.original_at == occurrence.original_at)
        ]
        booked = sum(booked_minutes(entry, now) for entry in entries)
        coming = () if occurrence.is_done else tick(board, block.id, occurrence.original_at, True, now).entries
        self.tick.setChecked(occurrence.is_done)
        self._consequence.setText(self._words(occurrence.is_done, booked, coming, bool(entries), now))
        self.tick.setAccessibleDescription(self._consequence.text())
        numbers = {"booked": wording.hours(booked), "planned": wording.hours_h(planned)}
        self._sum.setText(self.tr("{booked} of {planned}").format(**numbers))
        emptied(self._rows)
        for entry in sorted(entries, key=lambda each: each.started_at):
            self._rows.addWidget(self._entry(entry, platforms[entry.platform_id], ZoneInfo(board.plan.zone), now))
        if coming:
            self._rows.addWidget(self._coming(coming, platforms, now))
        self._entries.setVisible(bool(entries))

    def _words(self, is_done: bool, booked: int, coming: Sequence[TimeEntry], has_entries: bool, now: datetime) -> str:
        rest = sum(booked_minutes(entry, now) for entry in coming)
        if is_done:
            return self.tr("{time} entered").format(time=wording.hours_h(booked))
        if not rest:
            return self.tr("all of its time is entered already")
        pattern = self.tr("enters another {time}") if has_entries else self.tr("enters {time}")
        return pattern.format(time=wording.hours_h(rest))

    def _entry(self, entry: TimeEntry, platform: Platform, zone: ZoneInfo, now: datetime) -> QWidget:
        line = QWidget()
        line.setMinimumHeight(theme.px(26))
        row = beside(line)
        starts, ends = wall(entry.started_at, zone), wall(entry.ended_at or now, zone)
        when = f"{wording.day_short(starts.date())}, {wording.clock(starts)}–{wording.clock(ends)}"
        row.addWidget(Tile(platform.kind, 16))
        row.addWidget(Text(when, "body", is_wrapped=True), 1)
        row.addWidget(Mark(_ORIGINS[entry.made_by], "text-3", 15))
        minutes = Text(wording.hours(booked_minutes(entry, now)), "body-strong")
        minutes.setAccessibleName(f"{platform.name}, {when}, {minutes.text()}")
        row.addWidget(minutes)
        return line

    def _coming(self, entries: Sequence[TimeEntry], platforms: dict[int, Platform], now: datetime) -> QWidget:
        parts = [
            f"{platforms[entry.platform_id].name} {wording.hours(booked_minutes(entry, now))}" for entry in entries
        ]
        line = QWidget()
        line.setMinimumHeight(theme.px(24))
        row = beside(line)
        row.addWidget(Mark("plus", "text-3", 14))
        words = self.tr("With the tick: {entries}").format(entries=", ".join(parts))
        row.addWidget(Text(words, "meta", "text-3", is_wrapped=True), 1)
        return line
