"""The bars above the preview: which week, what kind of paper, and the two ways out."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from db.records import Week
from desktop import wording
from desktop.printing.output import Paper
from desktop.ui import theme
from desktop.ui.buttons import Button, IconButton
from desktop.ui.choices import Segmented
from desktop.ui.controls import Text

_BAR, _OPTIONS = 56, 46


class Kind(StrEnum):
    """What can be put on paper."""

    POSTER = "poster"
    LIST = "list"


class PrintHeader(QWidget):
    """Asks for everything and shows what it is told.

    Signals: `week_stepped(-1 or 1)`, `today_requested()`, `options_changed()`, `save_requested()`,
    `print_requested()`, `closed()`.
    """

    week_stepped = Signal(int)
    today_requested = Signal()
    options_changed = Signal()
    save_requested = Signal()
    print_requested = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._week: Week | None = None
        self.setFixedHeight(theme.px(_BAR + _OPTIONS))
        self.back = IconButton("chevron-left", self.tr("Previous week"))
        self.today = Button(self.tr("Today"))
        self.on = IconButton("chevron-right", self.tr("Next week"))
        self.save = Button(self.tr("Save as PDF …"), "device-floppy", "primary")
        self.print = Button(self.tr("Print …"), "printer")
        self.close_ = IconButton("x", self.tr("Back to the week"))
        self.name = Text(self.tr("Print"), "title-1")
        self.dates = Text("", "body", "text-2")
        self.kind = Segmented(
            (
                (Kind.POSTER, self.tr("Poster"), "calendar-week"),
                (Kind.LIST, self.tr("List"), "list-details"),
            )
        )
        self.paper = Segmented(tuple((each, each.value) for each in Paper))
        self.weeks = Segmented((("1", self.tr("1 week")), ("4", self.tr("4 weeks"))))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.paper.setAccessibleName(self.tr("Paper"))
        self.weeks.setAccessibleName(self.tr("Period"))
        self.pages = Text("", "meta", "text-3")
        self._connect()
        self._first = self._first_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        column.setSpacing(0)
        column.addWidget(_in_bar(self._first, _BAR))
        column.addWidget(_in_bar(self._second_bar(), _OPTIONS))
        self._show_options()

    def _connect(self) -> None:
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        self.today.clicked.connect(self.today_requested)
        self.save.clicked.connect(self.save_requested)
        self.print.clicked.connect(self.print_requested)
        self.close_.clicked.connect(self.closed)
        for choice in (self.kind, self.paper, self.weeks):
            choice.changed.connect(self._choose)

    def _first_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.name)
        row.addSpacing(theme.px(2))
        self.dates.setContentsMargins(0, theme.px(4), 0, 0)
        row.addWidget(self.dates)
        row.addSpacing(theme.px(10))
        for widget in (self.back, self.today, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.print, self.save, self.close_):
            row.addWidget(widget)
        return row

    def _second_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, theme.px(10))
        row.setSpacing(theme.px(12))
        for choice in (self.kind, self.paper, self.weeks):
            row.addWidget(choice)
        row.addStretch(1)
        row.addWidget(self.pages)
        return row

    def show_week(self, week: Week) -> None:
        """Say which week is shown, or with which one the list begins."""
        self._week = week
        self._spare()

    def show_pages(self, words: str) -> None:
        """Say how much paper it takes."""
        self.pages.setText(words)

    def _spare(self) -> None:
        """Leave out what the preview says or a key does, before anything is cut off."""
        if self._week is None:
            return
        week = wording.week_name(self._week)
        for dates, has_name, has_today in (
            (f"{week}, {wording.week_dates(self._week)}", True, True),
            (week, True, True),
            (week, False, True),
            (week, False, False),
        ):
            self.dates.setText(dates)
            self.name.setVisible(has_name)
            self.today.setVisible(has_today)
            if self._first.sizeHint().width() <= self.width() - theme.px(20 + 16):
                break

    def _choose(self, _key: str) -> None:
        self._show_options()
        self.options_changed.emit()

    def _show_options(self) -> None:
        """A list is for the desk and comes on A4; a poster is of one week."""
        is_poster = self.kind.value == Kind.POSTER
        self.paper.setVisible(is_poster)
        self.weeks.setVisible(not is_poster)

    def _step_back(self) -> None:
        self.week_stepped.emit(-1)

    def _step_on(self) -> None:
        self.week_stepped.emit(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._spare()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter, width = QPainter(self), theme.border()
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - width, self.width(), width, theme.color("line"))
        painter.end()


def _in_bar(row: QLayout, height: int) -> QWidget:
    bar = QWidget()
    bar.setFixedHeight(theme.px(height))
    bar.setLayout(row)
    return bar
