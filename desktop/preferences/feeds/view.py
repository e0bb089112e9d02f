"""What the page about calendars shows: three ways on this computer, what they hold, publishing, and a guide."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.preferences.columns import Columns
from desktop.preferences.feeds.cards import ExportCard, FolderCard, SubscriptionCard
from desktop.preferences.feeds.example import ExampleCard
from desktop.preferences.feeds.guide import FeedGuide
from desktop.preferences.feeds.guide_words import Ways
from desktop.preferences.feeds.publishing import Publishing
from desktop.preferences.feeds.state import FeedsState
from desktop.preferences.feeds.table import FeedTable
from desktop.preferences.frame import add_head
from desktop.ui import theme
from desktop.ui.controls import Text
from desktop.ui.parts import stacked

_GAP, _ROWS = 12, 16


class FeedsView(QWidget):
    """Cards that have signals of their own: `export`, `folder`, `subscription`, `table`, `publishing`, `example`."""

    def __init__(self) -> None:
        super().__init__()
        self.export, self.folder, self.subscription = ExportCard(), FolderCard(), SubscriptionCard()
        self.table, self.example, self.publishing = FeedTable(), ExampleCard(), Publishing()
        self._guide = FeedGuide()
        column = stacked(self)
        words = self.tr(
            "Your posts and work blocks in Outlook, Google Calendar and on the phone. Changes there do not come back."
        )
        add_head(column, self.tr("Calendar feeds"), Text(words, role="text-2", is_wrapped=True))
        ways, middle = QWidget(), QWidget()
        columns = Columns(ways, gap=_GAP, line_gap=_GAP, is_level=True)
        columns.add(self.export, 200, stretch=25)
        columns.add(self.folder, 310, stretch=39)
        columns.add(self.subscription, 310, stretch=43)
        columns = Columns(middle, gap=_GAP, line_gap=_GAP, is_level=True)
        columns.add(self.table, 610, stretch=74)
        columns.add(self.example, 240, stretch=33)
        for part in (ways, middle, self.publishing, self._guide):
            column.addWidget(part)
            column.addSpacing(theme.px(_ROWS))
        column.addStretch(1)

    def show_state(self, state: FeedsState) -> None:
        """Show other values; the keyboard stays where it is."""
        for part in (self.export, self.folder, self.subscription, self.table, self.publishing):
            part.show_state(state)
        folder = state.folder
        ways = Ways(
            is_subscribable=state.subscription.is_on,
            has_folder=folder is not None and folder.delivery.is_active,
            is_published=any(place.delivery.public_address for place in state.published),
            file=state.main.file_name,
        )
        self._guide.show_ways(ways)
