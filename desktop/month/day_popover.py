"""A day of the month in full: every post of it, the work, and the way into its week."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import Platform, Week
from desktop import wording
from desktop.month import words
from desktop.month.entry_paint import paint_entry
from desktop.planning.cards import PostCard
from desktop.planning.month import MonthDay
from desktop.ui import marks, theme
from desktop.ui.buttons import Button, PaintedButton
from desktop.ui.controls import Text
from desktop.ui.popover import Popover

_ROW = 28
_WIDTH = 320


class DayPopover(Popover):
    """The list of a day.

    Signals: `post_wanted(PostKey)`, `week_wanted(Week)`.
    """

    post_wanted = Signal(object)
    week_wanted = Signal(object)

    def __init__(self, parent: QWidget, day: MonthDay, platforms: Mapping[int, Platform]) -> None:
        super().__init__(parent, _WIDTH)
        self.add_title(wording.day_long(day.day), is_closable=True)
        self.body.addSpacing(theme.px(6))
        self.rows = [_Row(card, platforms) for card in day.posts]
        for row in self.rows:
            row.clicked.connect(partial(self._choose, row.card))
            self.body.addWidget(row)
        self.body.addSpacing(theme.px(6))
        if day.minutes:
            self.body.addWidget(Text(words.work(day.minutes), "meta", "text-3"))
            self.body.addSpacing(theme.px(4))
        self.open_week = Button(self.tr("Open {week}").format(week=wording.week_name(Week.of(day.day))), size=28)
        self.open_week.clicked.connect(partial(self._open_week, Week.of(day.day)))
        self.body.addWidget(self.open_week, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)

    def _choose(self, card: PostCard) -> None:
        self.dismiss()
        self.post_wanted.emit(card.key)

    def _open_week(self, week: Week) -> None:
        self.dismiss()
        self.week_wanted.emit(week)


class _Row(PaintedButton):
    """A post with its time."""

    def __init__(self, card: PostCard, platforms: Mapping[int, Platform]) -> None:
        super().__init__()
        self.card = card
        self._platforms = platforms
        self.setAccessibleName(wording.post_name(card, platforms))
        self.setToolTip(words.title(card.title))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line, high enough to be hit."""
        return QSize(theme.px(_WIDTH - 40), theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """A long title is shortened."""
        return QSize(theme.px(120), theme.px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint time and post."""
        painter, rect = QPainter(self), QRectF(self.rect())
        back = theme.color("pressed" if self.isDown() else "hover" if self.underMouse() else "raised")
        marks.panel(painter, rect, theme.px(6), back)
        font = theme.font("micro", 600)
        time = QRectF(theme.px(6), 0, QFontMetricsF(font).horizontalAdvance("00:00") + 2, rect.height())
        clock = wording.clock(self.card.moment)
        marks.text_line(painter, time, clock, font, theme.color("text-2"), Qt.AlignmentFlag.AlignRight)
        rest = QRectF(time.right(), 0, rect.width() - time.right(), rect.height())
        paint_entry(painter, rest, self.card, self._platforms, back)
        painter.end()
