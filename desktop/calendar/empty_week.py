"""What a week offers in which nothing stands yet: the blocks of the week before, or an idea to start with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Week
from desktop import wording
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import Text

WIDTH = 600


class EmptyWeek(QWidget):
    """A card over the empty grid; the grid beside it stays usable.

    Signals: `copy_requested()`, `ideas_requested()`, `closed()` (its cross, or Esc).
    """

    copy_requested = Signal()
    ideas_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Week, int, int, int] | None = None
        self._title = Text("", "title-2")
        self._lead = Text("", "body", "text-2")
        self._close = IconButton("x", "", size=24)
        self.copy = _Offer("copy", is_first=True)
        self.ideas = _Offer("bulb")
        self._close.clicked.connect(self.closed)
        self.copy.button.clicked.connect(self.copy_requested)
        self.ideas.button.clicked.connect(self.ideas_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        left, top, right, bottom = marks.shadow_margins(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(left + theme.px(20), top + theme.px(20), right + theme.px(20), bottom + theme.px(14))
        column.setSpacing(theme.px(1))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addSpacing(theme.px(8))
        column.addWidget(self.copy)
        column.addWidget(self.ideas)
        self.setFixedWidth(theme.px(WIDTH) + left + right)

    def show_offers(self, week: Week, blocks: int, minutes: int, ideas: int) -> None:
        """Offer the one-off blocks of the week before (their number and minutes), and the ideas."""
        self._facts = (week, blocks, minutes, ideas)
        self._word()
        self.copy.setVisible(blocks > 0)
        self.ideas.set_first(is_first=blocks == 0)
        self.adjustSize()

    def _word(self) -> None:
        if self._facts is None:
            return
        week, blocks, minutes, ideas = self._facts
        self._title.setText(self.tr("{week} is still empty").format(week=wording.week_name(week)))
        self._lead.setText(self.tr("What would you like to begin with?"))
        self._close.set_name(self.tr("Close"))
        former = wording.week_name(week.shifted(-1))
        total = wording.hours_h(minutes)
        if blocks == 1:
            extent = self.tr("1 work block, {hours}").format(hours=total)
        else:
            extent = self.tr("{n} work blocks, together {hours}").format(n=blocks, hours=total)
        self.copy.word(self.tr("Copy one-off blocks of {week}").format(week=former), extent, self.tr("Copy"))
        if ideas == 0:
            waiting = self.tr("None is written down yet")
        elif ideas == 1:
            waiting = self.tr("1 idea is waiting for a date")
        else:
            waiting = self.tr("{n} ideas are waiting for a date").format(n=ideas)
        action = self.tr("Show ideas") if ideas else self.tr("Capture idea")
        self.ideas.word(self.tr("Start with an idea"), waiting, action)
        self.setAccessibleName(self._title.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised card."""
        painter = QPainter(self)
        left, top, right, bottom = marks.shadow_margins(2)
        frame = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        marks.shadow(painter, frame, theme.px(12), 2)
        marks.panel(painter, frame, theme.px(12), theme.color("raised"), theme.color("line"), theme.border())


class _Offer(QWidget):
    """One way to begin: icon, what, how much, and the button."""

    def __init__(self, icon: str, is_first: bool = False) -> None:
        super().__init__()
        self._icon, self._is_first = icon, is_first
        self._what = Text("", "body-strong")
        self._extent = Text("", "body", "text-3", 500)
        self.button = Button("", kind="primary" if is_first else "plain")
        self.button.setMinimumWidth(theme.px(108))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._extent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(62), theme.px(11), theme.px(12), theme.px(11))
        row.setSpacing(theme.px(12))
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def set_first(self, is_first: bool) -> None:
        """Be the one that stands out, or not."""
        self._is_first = is_first
        self.button.set_kind("primary" if is_first else "plain")
        self.update()

    def word(self, what: str, extent: str, action: str) -> None:
        """Say what is offered."""
        self._what.setText(what)
        self._extent.setText(extent)
        self.button.setText(action)
        self.button.setAccessibleName(what)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the first offer, and the icon's tile."""
        painter = QPainter(self)
        if self._is_first:
            marks.panel(painter, QRectF(self.rect()), theme.px(9), theme.color("accent-wash"), theme.color("accent"))
        side, mark = theme.px(38), theme.px(19)
        tile = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        marks.panel(painter, tile, theme.px(9), theme.color("accent-tint" if self._is_first else "hover"))
        inset = (side - mark) / 2
        place = QRectF(tile.left() + inset, tile.top() + inset, mark, mark)
        icons.draw(painter, self._icon, place, theme.color("accent-text" if self._is_first else "text-2"))
