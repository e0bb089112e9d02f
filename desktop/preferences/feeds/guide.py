"""How the plan gets into other calendars, step by step; each card says the way that is set up, and its limits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.preferences.columns import Columns
from desktop.preferences.feeds.guide_words import MOST_STEPS, Client, Guide, Ways, guide
from desktop.preferences.feeds.parts import FeedCard
from desktop.preferences.parts import remark
from desktop.ui import marks, theme
from desktop.ui.controls import Segmented, Text
from desktop.ui.fields import help_text
from desktop.ui.parts import beside

_LEAST = 330
_NUMBER = 20


class FeedGuide(QWidget):
    """A card per client; Outlook's shows the classic program or the new one."""

    def __init__(self) -> None:
        super().__init__()
        outlook = _ClientCard(self.tr("In Outlook"), "mail", (Client.OUTLOOK_CLASSIC, Client.OUTLOOK_NEW))
        self._cards = (
            outlook,
            _ClientCard(self.tr("In Google Calendar"), "brand-google", (Client.GOOGLE,)),
            _ClientCard(self.tr("In Apple Calendar"), "device-mobile", (Client.APPLE,)),
            _ClientCard(self.tr("In Thunderbird"), "calendar-month", (Client.THUNDERBIRD,)),
        )
        columns = Columns(self, gap=12, line_gap=12, is_level=True)
        for card in self._cards:
            columns.add(card, _LEAST)

    def show_ways(self, ways: Ways) -> None:
        """Say the steps for what is set up."""
        for card in self._cards:
            card.show_ways(ways)


class _ClientCard(FeedCard):
    def __init__(self, title: str, icon: str, clients: Sequence[Client]) -> None:
        super().__init__(title, icon)
        self._client, self._ways, self._shown = clients[0], Ways(), Guide((), "")
        if len(clients) > 1:
            choice = Segmented([(clients[0], self.tr("Classic")), (clients[1], self.tr("New"))], size=26)
            choice.setAccessibleName(title)
            choice.changed.connect(self._turn_to)
            self.head.addWidget(choice)
        self.body.addSpacing(theme.px(8))
        self._rows = [_Step(number) for number in range(1, MOST_STEPS + 1)]
        for row in self._rows:
            self.body.addWidget(row)
        self._limits = help_text("")
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(remark(self._limits))
        self.body.addStretch(1)

    def show_ways(self, ways: Ways) -> None:
        """Show the steps for these ways."""
        self._ways = ways
        shown = guide(self._client, ways)
        if shown == self._shown:
            return
        self._shown = shown
        self._limits.setText(shown.limits)
        missing = MOST_STEPS - len(shown.steps)
        for row, words in zip(self._rows, (*shown.steps, *[""] * missing), strict=True):
            row.show_words(words)

    def _turn_to(self, client: str) -> None:
        self._client = Client(client)
        self.show_ways(self._ways)


class _Step(QWidget):
    """A number in a disc, and what to do."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._words = Text("", is_wrapped=True)
        row = beside(self, (0, 6, 0, 6), spacing=10)
        row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_words(self, words: str) -> None:
        """Say something else, or be away when there is nothing to say."""
        self._words.setText(words)
        self.setVisible(bool(words))


class _Number(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(theme.px(_NUMBER), theme.px(_NUMBER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        marks.panel(painter, rect, rect.width() / 2, theme.color("hover"))
        font, color = theme.font("meta", 600), theme.color("text-2")
        marks.text_line(painter, rect, str(self._number), font, color, Qt.AlignmentFlag.AlignHCenter)
        painter.end()
