"""The bar above the agenda: which week it is, the way to others, undo and redo, and what can be made new."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from db.records import Week
from desktop import wording
from desktop.ui import theme
from desktop.ui.buttons import Button, IconButton, SplitButton
from desktop.ui.controls import Text
from desktop.ui.history_buttons import HistoryButtons
from desktop.ui.menus import add, make_menu

_HEIGHT = 56
# Dates, undo and redo, work block: the first form for which there is room
_FORMS = ((True, True, True), (True, True, False), (False, True, False), (False, False, False))


class AgendaHeader(QWidget):
    """Shows the week's name and asks for everything else.

    Signals: `week_stepped(-1 or 1)`, `today_requested()`, `undo_requested()`, `redo_requested()`,
    `post_requested()`, `block_requested()`.
    """

    week_stepped = Signal(int)
    today_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    post_requested = Signal()
    block_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(_HEIGHT))
        self.title = Text("", "title-1")
        self.dates = Text("", "body", "text-2")
        self.back = IconButton("chevron-left", self.tr("Previous week"))
        self.today = Button(self.tr("Today"))
        self.on = IconButton("chevron-right", self.tr("Next week"))
        self.steps = HistoryButtons()
        self.block = Button(self.tr("Work block"), "clock")
        self.block.setToolTip(self.tr("New work block in the next free slot"))
        self.new = SplitButton(self.tr("New post"), "plus", self._menu, self.tr("More to create"))
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        self.today.clicked.connect(self.today_requested)
        self.steps.undo_requested.connect(self.undo_requested)
        self.steps.redo_requested.connect(self.redo_requested)
        self.block.clicked.connect(self.block_requested)
        self.new.clicked.connect(self.post_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.title)
        self.dates.setContentsMargins(0, theme.px(4), 0, 0)
        row.addWidget(self.dates)
        row.addSpacing(theme.px(10))
        for widget in (self.back, self.today, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.steps)
        row.addSpacing(theme.px(4))
        row.addWidget(self.block)
        row.addWidget(self.new)

    def show_week(self, week: Week) -> None:
        """Say which week is shown."""
        self.title.setText(wording.week_name(week))
        self.dates.setText(wording.week_dates(week))
        self._spare()

    def follow(self, stack: QUndoStack) -> None:
        """Let undo and redo stand for this list from now on."""
        self.steps.follow(stack)

    def _step_back(self) -> None:
        self.week_stepped.emit(-1)

    def _step_on(self) -> None:
        self.week_stepped.emit(1)

    def _menu(self) -> QMenu:
        menu = make_menu(self)
        add(menu, self.tr("New post"), "plus", self.tr("Ctrl N"), self.post_requested.emit)
        add(menu, self.tr("New work block"), "clock", self.tr("Ctrl Shift N"), self.block_requested.emit)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be reached in another way, before anything is cut off."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        gap = theme.px(8)
        always = [self.title, self.back, self.today, self.on, self.new]
        for has_dates, has_steps, has_block in _FORMS:
            shown: list[QWidget] = list(always)
            shown += [self.dates] if has_dates else []
            shown += [self.steps] if has_steps else []
            shown += [self.block] if has_block else []
            if sum(widget.sizeHint().width() + gap for widget in shown) + theme.px(60) <= self.width():
                break
        self.dates.setVisible(has_dates)
        self.block.setVisible(has_block)
        self.steps.setVisible(has_steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.end()
