"""What can be done with several lines at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.agenda import menus
from desktop.planning.agenda import Line
from desktop.planning.cards import PostCard
from desktop.planning.together import Act, BackToIdeas, Remove, Tick
from desktop.ui import theme
from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import Text
from desktop.ui.flow import Flow
from desktop.ui.menus import make_menu

_LEAST = 2  # a single line has its own menu


class BulkBar(QWidget):
    """In sight while several lines are chosen. Signals: `acted(Act)`, `cleared()`."""

    acted = Signal(object)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self.setAccessibleName(self.tr("Chosen lines"))
        self.count = Text("", "body-strong")
        self.status = Button(self.tr("Status"), "circle-check", size=28, after="chevron-down")
        self.done = Button(self.tr("Tick off"), "check", size=28)
        self.move_ = Button(self.tr("Move"), "arrow-right", size=28, after="chevron-down")
        self.ideas = Button(self.tr("Back to the ideas"), "bulb", size=28)
        self.delete = Button(self.tr("Delete"), "trash", "danger-link", 28)
        self.close_ = IconButton("x", self.tr("Choose nothing"), 28)
        self.status.clicked.connect(self._open_status)
        self.move_.clicked.connect(self._open_shifts)
        self.done.clicked.connect(self._tick)
        self.ideas.clicked.connect(self._back)
        self.delete.clicked.connect(self._delete)
        self.close_.clicked.connect(self.cleared)
        flow = Flow(self, gap=8, line_gap=6)
        flow.setContentsMargins(theme.px(20), theme.px(9), theme.px(16), theme.px(9))
        flow.add(self.count, 1)
        for button in (self.status, self.done, self.move_, self.ideas, self.delete, self.close_):
            flow.add(button)
        self.hide()

    def show_chosen(self, lines: Sequence[Line]) -> None:
        """Be there for several lines, and offer what at least one of them has."""
        self._lines = lines
        posts = sum(isinstance(line.item, PostCard) for line in lines)
        self.count.setText(self.tr("%n item(s) chosen", "", len(lines)))
        self.status.setVisible(posts > 0)
        self.ideas.setVisible(posts > 0)
        self.done.setVisible(posts < len(lines))
        self.setVisible(len(lines) >= _LEAST)

    def _do(self, act: Act) -> None:
        self.acted.emit(act)

    def _open_status(self) -> None:
        menu = make_menu(self)
        menus.fill_status(menu, self._lines, self._do)
        self._open(menu, self.status)

    def _open_shifts(self) -> None:
        menu = make_menu(self)
        menus.fill_shifts(menu, self._do, self)
        self._open(menu, self.move_)

    @staticmethod
    def _open(menu: QMenu, button: QWidget) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - theme.px(4))))

    def _tick(self) -> None:
        self._do(Tick(True))

    def _back(self) -> None:
        self._do(BackToIdeas())

    def _delete(self) -> None:
        self._do(Remove())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("raised"))
        painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line"))
        painter.end()
