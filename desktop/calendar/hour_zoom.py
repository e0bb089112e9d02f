"""How high an hour is, by the user's wish: keys and wheel go through fixed steps, or hours fit the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.calendar.grid_geometry import HOUR_STEPS, WHOLE_DAY
from desktop.calendar.hours_area import HoursArea

FIT = 0
_NOTCH = 120  # what a wheel turns by one click, in eighths of a degree


class HourZoom(QObject):
    """Ctrl with +, − and 0, and Ctrl with the wheel, over the hours of `area`; not while something is dragged there.

    Ctrl with 0 fits the working hours, then the whole day, by turns.

    Signals: `changed(int)` with the new height when the user has chosen one.
    """

    changed = Signal(int)

    def __init__(self, area: HoursArea, grid: QWidget) -> None:
        super().__init__(grid)
        self._area = area
        self._turned = 0
        area.zoom_wheeled.connect(self._on_wheel)
        for keys, action in (
            ("Ctrl++", self.closer),
            ("Ctrl+=", self.closer),
            ("Ctrl+-", self.farther),
            ("Ctrl+0", self.fit_by_turns),
        ):
            QShortcut(QKeySequence(keys), grid, action)

    @property
    def value(self) -> int:
        """The chosen height of an hour in px at 100 % text; FIT or WHOLE_DAY when the hours fit the window."""
        return self._area.chosen_height or FIT

    def set(self, height: int) -> None:
        """Take one of the steps, FIT or WHOLE_DAY, as it was stored."""
        self._area.set_hour_height(height or None)

    def closer(self) -> None:
        """Make hours higher by a step; the middle of the view stays."""
        self._step(1, self._area.height() / 2)

    def farther(self) -> None:
        """Make hours lower by a step; the middle of the view stays."""
        self._step(-1, self._area.height() / 2)

    def fit(self) -> None:
        """Let the working hours fit the window again."""
        self._take(FIT, self._area.height() / 2)

    def fit_day(self) -> None:
        """Let the window show all 24 hours."""
        self._take(WHOLE_DAY, self._area.height() / 2)

    def fit_by_turns(self) -> None:
        """Fit the working hours, or the whole day where they fit already."""
        if self.value == FIT:
            self.fit_day()
        else:
            self.fit()

    def _step(self, direction: int, at_y: float) -> None:
        shown = self._area.shown_height
        higher = [step for step in HOUR_STEPS if step > shown + 0.5]
        lower = [step for step in HOUR_STEPS if step < shown - 0.5]
        if direction > 0 and higher:
            self._take(higher[0], at_y)
        elif direction < 0 and lower:
            self._take(lower[-1], at_y)

    def _take(self, height: int, at_y: float) -> None:
        if height != self.value and not self._area.is_zoom_held:
            self._area.set_hour_height(height or None, at_y)
            self.changed.emit(height)

    def _on_wheel(self, turned: int, at_y: float) -> None:
        # Touchpads send many small turns.
        if (turned > 0) != (self._turned > 0):
            self._turned = 0
        self._turned += turned
        if abs(self._turned) >= _NOTCH:
            self._step(1 if self._turned > 0 else -1, at_y)
            self._turned = 0
