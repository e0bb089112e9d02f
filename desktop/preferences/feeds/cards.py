"""The three ways out that stay on this computer: a file at once, files in a folder, an address for other programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from desktop import feed_words
from desktop.feed_words import Said
from desktop.preferences.feeds.parts import FeedCard, Shown
from desktop.preferences.feeds.state import FeedsState
from desktop.ui import theme
from desktop.ui.controls import Button, Switch, Text
from desktop.ui.parts import beside
from desktop.ui.state_line import StateLine


class ExportCard(FeedCard):
    """A copy to be imported once. Signals: `export_requested()`."""

    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Export a file"), "file-export")
        self._export = Button(self.tr("Export …"))
        self._last = Text("", "meta", "text-3", 500, is_wrapped=True)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(Text(self.tr("One copy as an .ics file, to be imported."), role="text-2", is_wrapped=True))
        self.body.addSpacing(theme.px(10))
        row = beside()
        row.addWidget(self._export)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self._last)
        self._export.clicked.connect(self.export_requested)

    def show_state(self, state: FeedsState) -> None:
        """Show when the last copy was made."""
        self._last.setText(state.last_export)


class FolderCard(FeedCard):
    """Files that are kept fresh. Signals: `switched(is on)`, `folder_requested()`."""

    switched = Signal(bool)
    folder_requested = Signal()

    def __init__(self) -> None:
        title = self.tr("Keep files in a folder up to date")
        super().__init__(title, "folder")
        self._switch = Switch(title)
        self._folder = Shown(self.tr("Folder"), "folder")
        self._choose = Button(self.tr("Choose …"), size=32)
        self._state = StateLine()
        self.head.addWidget(self._switch)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(Text(self.tr("Written anew after every change."), role="text-2", is_wrapped=True))
        self.body.addSpacing(theme.px(10))
        row = beside()
        row.addWidget(self._folder, 1)
        row.addWidget(self._choose)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self._state)
        self._switch.clicked.connect(self.switched)
        self._choose.clicked.connect(self.folder_requested)

    def show_state(self, state: FeedsState) -> None:
        """Show the folder and how its files stand."""
        place = state.folder
        is_on = place is not None and place.delivery.is_active
        self._switch.setChecked(is_on)
        folder = "" if place is None else str(Path(place.delivery.address))
        self._folder.show_value(folder, self.tr("No folder chosen yet"))
        self._choose.setText(self.tr("Choose …") if place is None else self.tr("Change …"))
        self._choose.setAccessibleName(self.tr("Choose a folder for the calendar files"))
        self._state.say(Said(self.tr("Switched off")) if place is None else place.said)


class SubscriptionCard(FeedCard):
    """The address for programs on this computer. Signals: `switched(is on)`, `copied(address)`."""

    switched = Signal(bool)
    copied = Signal(str)

    def __init__(self) -> None:
        title = self.tr("Subscription on this computer")
        super().__init__(title, "rss")
        self._switch = Switch(title)
        self._address = Shown(self.tr("Address"), has_copy=self.tr("Copy the address"), is_fixed=True)
        self._state = StateLine()
        self.head.addWidget(self._switch)
        self.body.addSpacing(theme.px(4))
        words = self.tr("For calendars on this computer, while Wochenwerk runs.")
        self.body.addWidget(Text(words, role="text-2", is_wrapped=True))
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self._address)
        self.body.addStretch(1)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self._state)
        self._switch.clicked.connect(self.switched)
        self._address.copied.connect(self.copied)

    def show_state(self, state: FeedsState) -> None:
        """Show the address of the first calendar, and who reads."""
        is_on = state.subscription.is_on
        self._switch.setChecked(is_on)
        address = state.addresses.get(state.main.id, "") if is_on else ""
        self._address.show_value(address, "" if is_on else self.tr("No address while it is off"))
        self._state.say(feed_words.subscription(state.subscription))
