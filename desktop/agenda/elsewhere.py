"""Other weeks in which what is looked for is found, too: one press away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop import wording
from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text
from desktop.ui.flow import Flow

MOST = 200  # hits that are counted
_SHOWN = 5  # weeks


def weeks_of(moments: Iterable[datetime | None], here: Week) -> Mapping[Week, int]:
    """How many of these moments lie in which other week, the nearest weeks first."""
    found = Counter(Week.of(each) for each in moments if each is not None)
    del found[here]
    return {week: found[week] for week in sorted(found, key=lambda week: (abs(week.monday - here.monday), week.monday))}


class Elsewhere(QWidget):
    """Hidden while there is nothing. Signals: `week_wanted(Week)`."""

    week_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Found in other weeks"))
        self._flow = Flow(self, gap=6, line_gap=6)
        self._flow.setContentsMargins(theme.px(20), theme.px(7), theme.px(16), theme.px(7))
        self._flow.add(Text(self.tr("Found in other weeks"), "meta", "text-2"))
        self.buttons: list[Button] = []
        self._weeks: tuple[tuple[Week, int], ...] = ()
        self.hide()

    def show_weeks(self, weeks: Mapping[Week, int]) -> None:
        """Offer the first of these weeks with the number of what was found."""
        shown = tuple(weeks.items())[:_SHOWN]
        if shown != self._weeks:
            self._weeks = shown
            for button in self.buttons:
                button.hide()
                button.deleteLater()
            self.buttons = [self._button(week, count) for week, count in shown]
        self.setVisible(bool(shown))

    def _button(self, week: Week, count: int) -> Button:
        name = f"{wording.week_name(week)} ({count})"
        button = Button(name, size=26)
        button.setToolTip(wording.week_dates(week))
        button.clicked.connect(partial(self._want, week))
        self._flow.add(button)
        return button

    def _want(self, week: Week, _is_on: bool = False) -> None:
        self.week_wanted.emit(week)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - theme.border(), self.width(), theme.border(), theme.color("line-subtle"))
        painter.end()
