"""Where a card may be dropped besides the grid: days of the small month, the day header, the ideas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

HOVER = 450  # ms over a day of the small month until it is shown


class DayTarget(Protocol):
    """A widget with days: the small month, the day header."""

    def day_at(self, global_pos: QPoint, /) -> date | None:
        """The day under a place of the screen; None beside the days, and while hidden."""

    def set_drop_day(self, day: date | None, /) -> None:
        """Mark the day on which a drop would land."""


class IdeasTarget(Protocol):
    """A widget that takes dates away: the tray."""

    def accepts_unschedule(self, global_pos: QPoint, /) -> bool:
        """Tell whether a place of the screen lies on it."""

    def set_drop_active(self, active: bool, /) -> None:
        """Mark that a drop would land here."""


class Over(Enum):
    """The kind of target under the pointer."""

    MONTH = auto()
    HEADER = auto()
    IDEAS = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A target under the pointer; `day` is None for the ideas."""

    over: Over
    day: date | None = None


class DropTargets(QObject):
    """Finds the target under the pointer and marks it.

    Signals: `day_hovered(date)` after the pointer has waited on a day of the small month.
    """

    day_hovered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._days: list[tuple[Over, DayTarget]] = []
        self._ideas: list[IdeasTarget] = []
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(HOVER)
        self._waiting.timeout.connect(self._on_wait)
        self._found: Found | None = None

    def add_month(self, target: DayTarget) -> None:
        """A drop on its days keeps the time of day; waiting on a day shows it."""
        self._days.append((Over.MONTH, target))

    def add_header(self, target: DayTarget) -> None:
        """A drop on its days takes the first free gap."""
        self._days.append((Over.HEADER, target))

    def add_ideas(self, target: IdeasTarget) -> None:
        """A drop there takes the dates away."""
        self._ideas.append(target)

    def find(self, global_pos: QPoint, with_ideas: bool) -> Found | None:
        """Mark and give the target at a place of the screen."""
        found: Found | None = None
        for over, target in self._days:
            is_there = not isinstance(target, QWidget) or target.isVisible()
            day = target.day_at(global_pos) if is_there else None
            target.set_drop_day(day)
            if day is not None and found is None:
                found = Found(over, day)
        for ideas in self._ideas:
            is_over = with_ideas and found is None and ideas.accepts_unschedule(global_pos)
            ideas.set_drop_active(is_over)
            if is_over:
                found = Found(Over.IDEAS)
        if found != self._found:
            self._found = found
            self._waiting.stop()
            if found is not None and found.over is Over.MONTH:
                self._waiting.start()
        return found

    def clear(self) -> None:
        """Mark nothing any more."""
        if self._found is None:
            return
        self._waiting.stop()
        self._found = None
        for _over, target in self._days:
            target.set_drop_day(None)
        for ideas in self._ideas:
            ideas.set_drop_active(False)

    def _on_wait(self) -> None:
        if self._found is not None and self._found.day is not None:
            self.day_hovered.emit(self._found.day)
