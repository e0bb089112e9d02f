"""The scrolled part of the week: how high an hour is, and which hour is at the upper edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.calendar.grid_geometry import FIRST_SHOWN, SHOWN_HOURS, GridGeometry
from desktop.calendar.overlay_scroll import OverlayScrollBar
from desktop.calendar.week_canvas import WeekCanvas
from desktop.ui import theme


class HoursArea(QScrollArea):
    """Scrolls the canvas up and down, without a bar that takes width from the columns.

    Signals: `scrolled()` when other hours are shown.
    """

    scrolled = Signal()

    def __init__(self, canvas: WeekCanvas, grid: QWidget) -> None:
        super().__init__(grid)
        self._canvas = canvas
        # None until somebody scrolls: then the first hour still depends on the size and on the working hours.
        self._top_minute: float | None = None
        self._is_fitting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(canvas)
        self._bar = OverlayScrollBar(self, grid)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.verticalScrollBar().rangeChanged.connect(self._keep_top_minute)

    def fill(self, place: QRect) -> None:
        """Take another size and fit the hours to it; the hour at the upper edge stays."""
        self._is_fitting = True
        self.setGeometry(place)
        self._is_fitting = False
        self.fit()

    def fit(self) -> None:
        """Fit the hours to this size; the hour at the upper edge stays."""
        self._is_fitting = True
        # The viewport learns its size only once it is shown; it has neither frame nor scroll bars.
        self._canvas.set_grid(GridGeometry.fitting(self.width(), self.height(), theme.scale() / 100))
        self._bar.lie_at_right(self.width(), self.height())
        self._is_fitting = False
        self._keep_top_minute()

    def fit_hours(self) -> None:
        """Another week may have other working hours: begin with its first one, unless somebody has scrolled."""
        if self._top_minute is None:
            self._keep_top_minute()

    def scroll_to(self, minute: int) -> None:
        """Scroll so that a minute of the day is at the upper edge."""
        self._top_minute = minute
        self._keep_top_minute()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll a card into view, its upper part at least."""
        middle = self.viewport().width() // 2
        bottom = min(widget.geometry().bottom(), widget.y() + self.viewport().height() // 2)
        self.ensureVisible(middle, bottom, 0, theme.px(12))
        self.ensureVisible(middle, widget.y(), 0, theme.px(12))

    def show_bar(self) -> None:
        """Show for a moment that there is more above or below."""
        self._bar.appear()

    def _first_minute(self) -> int:
        """The first working hour of the week, but not later than 7:00 where the usual day fits the height."""
        starts = [hours.starts // 60 * 60 for hours in self._canvas.week.working_hours if hours is not None]
        first = min(starts, default=FIRST_SHOWN)
        fits = self._canvas.grid.hour_height * SHOWN_HOURS <= self.height() + 1
        return min(first, FIRST_SHOWN) if fits else first

    def _keep_top_minute(self) -> None:
        """Scroll to the chosen hour, as soon as it is known how far can be scrolled."""
        minute = self._first_minute() if self._top_minute is None else self._top_minute
        bar = self.verticalScrollBar()
        self._is_fitting = True
        bar.setValue(round(self._canvas.grid.y(minute)))
        self._is_fitting = False
        self._canvas.update_gutter(bar.value())

    def _on_scroll(self, value: int) -> None:
        if not self._is_fitting:
            self._top_minute = self._canvas.grid.minute(value)
        self._canvas.update_gutter(value)
        self.scrolled.emit()
