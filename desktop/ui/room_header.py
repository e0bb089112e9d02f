"""The bar above a room that shows the plan: what is shown, the way to others, undo and redo, and what can be made."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.ui import theme
from desktop.ui.buttons import Button, IconButton, SplitButton
from desktop.ui.controls import Text
from desktop.ui.history_buttons import HistoryButtons
from desktop.ui.menus import add, make_menu

translate = QCoreApplication.translate

HEIGHT = 56
COMPACT_HEIGHT = 52
_GAP = 8
_LEAST_STRETCH = 60  # px between the two groups


class RoomHeader(QWidget):
    """Asks for everything; `back_name` and `on_name` say where its arrows lead.

    Signals: `stepped(-1 or 1)`, `today_requested()`, `undo_requested()`, `redo_requested()`, `post_requested()`,
    `block_requested()`.
    """

    stepped = Signal(int)
    today_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    post_requested = Signal()
    block_requested = Signal()

    def __init__(self, back_name: str, on_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text("", "title-1")
        self.back = IconButton("chevron-left", back_name)
        self.today = Button(translate("RoomHeader", "Today"))
        self.on = IconButton("chevron-right", on_name)
        self.steps = HistoryButtons()
        self.block = Button(translate("RoomHeader", "Work block"), "clock")
        self.block.setToolTip(translate("RoomHeader", "New work block in the next free slot"))
        more = translate("RoomHeader", "More to create")
        self.new = SplitButton(translate("RoomHeader", "New post"), "plus", self._menu, more)
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        self.today.clicked.connect(self.today_requested)
        self.steps.undo_requested.connect(self.undo_requested)
        self.steps.redo_requested.connect(self.redo_requested)
        self.block.clicked.connect(self.block_requested)
        self.new.clicked.connect(self.post_requested)

    def follow(self, stack: QUndoStack) -> None:
        """Let undo and redo stand for this list from now on."""
        self.steps.follow(stack)

    def set_compact(self, is_compact: bool) -> None:
        """Be lower, for small windows."""
        self.setFixedHeight(theme.px(COMPACT_HEIGHT if is_compact else HEIGHT))

    def lay_out(self, named: QWidget | None, *counters: QWidget) -> None:
        """Title and what stands beside it, the arrows; at the other end the counters and what can be made."""
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.px(_GAP))
        row.addWidget(self.title)
        if named is None:
            row.addSpacing(theme.px(18))
        else:
            row.addSpacing(theme.px(2))
            row.addWidget(named)
            row.addSpacing(theme.px(10))
        for widget in (self.back, self.today, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        for counter in (*counters, self.steps):
            row.addWidget(counter)
        row.addSpacing(theme.px(4))
        row.addWidget(self.block)
        row.addWidget(self.new)

    def fits(self, *others: QWidget) -> bool:
        """Tell whether there is room for what must always be seen and these others."""
        shown: Iterable[QWidget] = (self.title, self.back, self.today, self.on, self.new, *others)
        needed = sum(widget.sizeHint().width() + theme.px(_GAP) for widget in shown)
        return needed + theme.px(_LEAST_STRETCH) <= self.width()

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be made here."""
        new_post, new_block = translate("RoomHeader", "New post"), translate("RoomHeader", "New work block")
        add(menu, new_post, "plus", translate("RoomHeader", "Ctrl N"), self.post_requested.emit)
        add(menu, new_block, "clock", translate("RoomHeader", "Ctrl Shift N"), self.block_requested.emit)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _menu(self) -> QMenu:
        menu = make_menu(self)
        self.fill_menu(menu)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), theme.color("surface"))
