"""What the room offers by itself for the shown week: filling it, and hints about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.records import Board, Week
from desktop.calendar.desk import Desk
from desktop.calendar.rescheduler import Rescheduler
from desktop.calendar.side_panel import SidePanel
from desktop.calendar.week_view import WeekView

if TYPE_CHECKING:
    from desktop.calendar.fill_preview import FillPreview
    from desktop.calendar.hint_watch import HintWatch


class WeekOffers(QObject):
    """Brings the preview of a filled week and the list of hints when they are wanted; what they need is loaded then.

    Signals: `changed()`: show the week anew; `opened(bool)` when the preview's panel comes or goes.
    """

    changed = Signal()
    opened = Signal(bool)

    def __init__(
        self,
        view: WeekView,
        desk: Desk,
        rescheduler: Rescheduler,
        panel: SidePanel,
        holidays: Callable[[], Mapping[date, str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._panel = panel
        self._holidays = holidays
        self._filling: FillPreview | None = None
        self._hints: HintWatch | None = None
        view.header.fill_requested.connect(self.fill)

    @property
    def filling(self) -> FillPreview | None:
        """The preview, None before it was wanted for the first time."""
        return self._filling

    def fill(self) -> None:
        """Show how the week could be filled."""
        if self._filling is None:
            from desktop.calendar.fill_preview import FillPreview  # noqa: PLC0415 - not needed for the first picture

            made = FillPreview(self._view, self._desk, self._rescheduler, self._holidays, self)
            made.changed.connect(self.changed)
            made.opened.connect(self.opened)
            self._filling = made
        self._panel.close()
        self._filling.begin()

    def follow(self, week: Week) -> None:
        """A week was read and is about to be shown."""
        if self._filling is not None:
            self._filling.follow(week)

    def applied(self, board: Board) -> Board:
        """The board to show: with what a preview adds."""
        return board if self._filling is None else self._filling.applied(board)

    def dress(self) -> None:
        """The week is shown."""
        if self._filling is not None:
            self._filling.dress()

    def look(self) -> None:
        """Find the hints about the shown week; takes some milliseconds, so it is for idle moments."""
        if self._hints is None:
            from desktop.calendar.hint_watch import HintWatch  # noqa: PLC0415 - not needed for the first picture

            self._hints = HintWatch(self._view, self._desk, self._rescheduler, self._panel, self)
        self._hints.look()
