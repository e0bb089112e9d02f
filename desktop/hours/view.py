"""Everything that is seen of the hours and where it lies: header, timer, grid, entries, and cards beside or below."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.hours.activity_grid import ActivityGrid
from desktop.hours.entry_list import EntryList
from desktop.hours.header import HoursHeader
from desktop.hours.side_cards import LearnedCard, LegendCard, OpenCard
from desktop.hours.timer_bar import TimerBar
from desktop.ui import theme
from desktop.ui.panes import Panes

_SIDE, _NARROW_SIDE = 348, 288
_NARROW_BELOW, _BELOW_EACH_OTHER = 1100, 900


class HoursView(QWidget):
    """The parts by name: `header`, `timer`, `grid`, `entries`, `learned`, `open`; `panes` for F6."""

    def __init__(self) -> None:
        super().__init__()
        self.header = HoursHeader()
        self.timer = TimerBar()
        self.grid = ActivityGrid()
        self.entries = EntryList()
        self.learned = LearnedCard()
        self.open = OpenCard()
        self._side = QWidget()
        self.panes = Panes(self.header, self.timer, self.grid, self.entries, self._side)
        gap = theme.px(12)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(gap)
        for card in (self.learned, self.open, LegendCard()):
            side.addWidget(card)
        side.addStretch(1)
        main = QWidget()
        left = QVBoxLayout(main)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(gap)
        left.addWidget(self.grid)
        left.addWidget(self.entries)
        left.addStretch(1)
        self._content = _Ground()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        column.setSpacing(gap)
        column.addWidget(self.timer)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(gap)
        self._below.addWidget(main, 1)
        self._below.addWidget(self._side)
        column.addLayout(self._below, 1)
        self._scroll = _Scroll()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._scroll, 1)
        self._arrange()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._bring_into_sight)

    def _bring_into_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, however it came there."""
        if now is not None and self._content.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, theme.px(20))

    def _arrange(self) -> None:
        """Put the cards beside the entries, or below them where it is narrow."""
        is_narrow = self.width() < theme.px(_BELOW_EACH_OTHER)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._below.setDirection(direction)
        if is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(theme.px(_NARROW_SIDE if self.width() < theme.px(_NARROW_BELOW) else _SIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()


class _Scroll(QScrollArea):
    """Leaves the page keys to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class _Ground(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(event.rect()), theme.color("subtle"))
        painter.end()
