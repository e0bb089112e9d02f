"""The bar above the month: which one it is, the way to others, undo and redo, and what can be made new."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop import wording
from desktop.month import words
from desktop.ui import theme
from desktop.ui.buttons import Button, IconButton, SplitButton
from desktop.ui.controls import Text
from desktop.ui.history_buttons import HistoryButtons
from desktop.ui.menus import add, make_menu

HEIGHT = 56
COMPACT_HEIGHT = 52
# Short title, undo and redo, work block: the first form for which there is room
_FORMS = ((False, True, True), (False, True, False), (True, True, False), (True, False, False))


class MonthHeader(QWidget):
    """Shows the month's name and asks for everything else.

    Signals: `month_stepped(-1 or 1)`, `today_requested()`, `undo_requested()`, `redo_requested()`,
    `post_requested()`, `block_requested()`.
    """

    month_stepped = Signal(int)
    today_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    post_requested = Signal()
    block_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = ("", "")
        self.title = Text("", "title-1")
        self.back = IconButton("chevron-left", self.tr("Previous month"))
        self.today = Button(self.tr("Today"))
        self.on = IconButton("chevron-right", self.tr("Next month"))
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
        self.set_compact(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.title)
        row.addSpacing(theme.px(18))
        for widget in (self.back, self.today, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.steps)
        row.addSpacing(theme.px(4))
        row.addWidget(self.block)
        row.addWidget(self.new)

    def show_month(self, year: int, month: int) -> None:
        """Say which month is shown."""
        self._titles = wording.month_title(year, month), f"{words.month_abbreviated(month)} {year}"
        self.title.setAccessibleName(self._titles[0])
        self._spare()

    def follow(self, stack: QUndoStack) -> None:
        """Let undo and redo stand for this list from now on."""
        self.steps.follow(stack)

    def set_compact(self, is_compact: bool) -> None:
        """Be lower, for small windows."""
        self.setFixedHeight(theme.px(COMPACT_HEIGHT if is_compact else HEIGHT))

    def _step_back(self) -> None:
        self.month_stepped.emit(-1)

    def _step_on(self) -> None:
        self.month_stepped.emit(1)

    def _menu(self) -> QMenu:
        menu = make_menu(self)
        add(menu, self.tr("New post"), "plus", self.tr("Ctrl N"), self.post_requested.emit)
        add(menu, self.tr("New work block"), "clock", self.tr("Ctrl Shift N"), self.block_requested.emit)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the menu of the other button offers too, before anything is cut off."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        """In narrow windows: no second way to a new block, the month in short, undo by its keys alone."""
        whole, short = self._titles
        for is_short, has_steps, has_block in _FORMS:
            self.title.setText(short if is_short else whole)
            shown = [self.title, self.back, self.today, self.on, self.new]
            shown += [self.steps] if has_steps else []
            shown += [self.block] if has_block else []
            if sum(widget.sizeHint().width() + theme.px(8) for widget in shown) + theme.px(60) <= self.width():
                break
        self.block.setVisible(has_block)
        self.steps.setVisible(has_steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), theme.color("surface"))
