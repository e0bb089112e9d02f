"""The scrolled part of the week: how high an hour is, and which hour is at the upper edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.calendar.grid_geometry import FIRST_SHOWN, FOOT, WHOLE_DAY, GridGeometry
from desktop.calendar.overlay_scroll import OverlayScrollBar
from desktop.calendar.week_canvas import WeekCanvas
from desktop.ui import theme


class HoursArea(QScrollArea):
    """Scrolls the canvas up and down, without a bar that takes width from the columns.

    Signals: `scrolled()` when other hours are shown; `zoom_wheeled(turned, y)` when the wheel is turned with Ctrl, in
    eighths of a degree, at that height of the view.
    """

    scrolled = Signal()
    zoom_wheeled = Signal(int, float)

    def __init__(self, canvas: WeekCanvas, grid: QWidget) -> None:
        super().__init__(grid)
        self._canvas = canvas
        self._top_minute: float | None = None
        self._is_fitting = False
        self.chosen_height: int | None = None  # px an hour at 100 % text, or WHOLE_DAY; None fits the working hours
        self.covered = 0  # px at the lower edge that the opened ideas lie over
        self.is_zoom_held = False  # while something is dragged the wheel only scrolls
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget())  # asking for Qt's own would look through all kinds of widgets: 15 ms
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
        scale = theme.scale() / 100
        chosen: float | None = self.chosen_height
        if chosen == WHOLE_DAY:
            chosen = max(1.0, (self.height() / scale - FOOT) / 24)
        self._canvas.set_grid(GridGeometry.fitting(self.width(), self.height(), scale, chosen))
        self._bar.lie_at_right(self.width(), self.height())
        self._is_fitting = False
        self._keep_top_minute()

    @property
    def shown_height(self) -> float:
        """The height of an hour as it is shown, px at 100 % text."""
        return self._canvas.grid.hour_height / self._canvas.grid.scale

    def set_hour_height(self, height: int | None, at_y: float = 0.0) -> None:
        """Show hours of this height (see `chosen_height`); the minute at that height of the view stays."""
        grid, y = self._canvas.grid, self.verticalScrollBar().value() + at_y
        minute = grid.minutes(y)
        self.chosen_height = height
        self.fit()
        if self._top_minute is not None:
            lowest = self._canvas.height() - self.height()
            top = min(max(0.0, self._canvas.grid.y(minute) - at_y), max(0, lowest))
            self._top_minute = self._canvas.grid.minutes(top)
            self._keep_top_minute()
        self.scrolled.emit()

    def open(self) -> None:
        """A week is shown: the first one decides at which hour the grid opens."""
        if self._top_minute is None:
            self._top_minute = self._first_minute()
            self._keep_top_minute()

    def scroll_to(self, minute: int) -> None:
        """Scroll so that a minute of the day is at the upper edge."""
        self._top_minute = minute
        self._keep_top_minute()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll a card into view, its upper part at least."""
        middle = self.viewport().width() // 2
        bottom = min(widget.geometry().bottom(), widget.y() + self.viewport().height() // 2)
        self.ensureVisible(middle, bottom, 0, theme.px(12) + self.covered)
        self.ensureVisible(middle, widget.y(), 0, theme.px(12))

    def show_minutes(self, starts: int, ends: int) -> None:
        """Scroll so far that these minutes of a day can be seen, their beginning at least."""
        middle, grid = self.viewport().width() // 2, self._canvas.grid
        bottom = min(grid.y(ends), grid.y(starts) + self.viewport().height() / 2)
        self.ensureVisible(middle, round(bottom), 0, theme.px(60) + self.covered)
        self.ensureVisible(middle, round(grid.y(starts)), 0, theme.px(30))

    def show_bar(self) -> None:
        """Show for a moment that there is more above or below."""
        self._bar.appear()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.is_zoom_held:
            self.zoom_wheeled.emit(event.angleDelta().y(), event.position().y())
            event.accept()
            return
        super().wheelEvent(event)

    def _first_minute(self) -> int:
        """One hour before the first working hour of the week, or the hour of what comes even earlier."""
        week = self._canvas.week
        starts = [hours.starts - 60 for hours in week.working_hours if hours is not None] or [FIRST_SHOWN]
        starts += [item.starts for items in week.day_items() for item in items]
        return max(0, min(starts) // 60 * 60)

    def _keep_top_minute(self) -> None:
        """Scroll to the chosen hour, as soon as it is known how far can be scrolled."""
        minute = FIRST_SHOWN if self._top_minute is None else self._top_minute
        bar = self.verticalScrollBar()
        self._is_fitting = True
        bar.setValue(round(self._canvas.grid.y(minute)))
        self._is_fitting = False
        self._canvas.update_gutter(bar.value(), self.height())

    def _on_scroll(self, value: int) -> None:
        if not self._is_fitting:
            self._top_minute = self._canvas.grid.minute(value)
            self._bar.appear()
        self._canvas.update_gutter(value, self.height())
        self.scrolled.emit()
