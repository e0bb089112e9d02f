"""The card of what is published: where each calendar goes, how that stands, and what other programs will see there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.feed_records import Delivery, DeliveryKind, Feed
from desktop import feed_words
from desktop.feed_words import Said
from desktop.preferences.feeds.parts import FeedCard, Mark, Shown
from desktop.preferences.feeds.qr_popover import QrPopover
from desktop.preferences.feeds.state import FeedsState, Place
from desktop.preferences.parts import Line
from desktop.ui import theme
from desktop.ui.controls import Button, IconButton, Switch, Text
from desktop.ui.flow import Flow
from desktop.ui.menus import add, make_menu
from desktop.ui.parts import beside, stacked, tab_after
from desktop.ui.state_line import StateLine

_ICONS = {DeliveryKind.WEBDAV: "link", DeliveryKind.CALDAV: "calendar-week"}


class Publishing(FeedCard):
    """A row per published calendar.

    Signals: `add_requested(QRect)` and `change_requested(Delivery, QRect)` with where the form belongs;
    `put(Delivery, name of the step)`, `removed(Delivery)`, `publish_requested(Delivery)`, `check_requested(Delivery)`,
    `copied(address)`.
    """

    add_requested = Signal(QRect)
    change_requested = Signal(object, QRect)
    put = Signal(object, str)
    removed = Signal(object)
    publish_requested = Signal(object)
    check_requested = Signal(object)
    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Publish on the internet"), "share-3")
        self._rows: list[_Row] = []
        self._reports: Mapping[int, Sequence[Said]] = {}
        self._add = Button(self.tr("Add …"), "plus", size=28)
        self.head.addWidget(self._add)
        self.body.addSpacing(theme.px(4))
        words = self.tr(
            "Google Calendar, the new Outlook and phones fetch the plan from your web space or online calendar."
            " Whoever knows the public address can read it; the password stays in the keyring of this computer."
        )
        self.body.addWidget(Text(words, role="text-2", is_wrapped=True))
        self._list = stacked()
        self.body.addLayout(self._list)
        self._add.clicked.connect(lambda: self.add_requested.emit(_place(self._add)))

    def show_state(self, state: FeedsState) -> None:
        """Show the published calendars; the keyboard stays in its row."""
        while len(self._rows) > len(state.published):
            row = self._rows.pop()
            if row.isAncestorOf(self.focusWidget() or self):
                self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(state.published):
            row = _Row()
            row.put.connect(self.put)
            row.check_requested.connect(self.check_requested)
            row.copied.connect(self.copied)
            row.menu_requested.connect(self._show_menu)
            self._list.addWidget(row)
            tab_after(self._rows[-1].stops[-1] if self._rows else self._add, row.stops)
            self._rows.append(row)
        feeds = {feed.id: feed for feed in state.feeds}
        for row, place in zip(self._rows, state.published, strict=True):
            row.show_place(place, feeds.get(place.delivery.feed_id or 0))
            row.show_report(self._reports.get(place.delivery.id, ()))

    def show_reports(self, reports: Mapping[int, Sequence[Said]]) -> None:
        """Show what was found at public addresses, by the id of the delivery."""
        self._reports = reports
        for row in self._rows:
            if row.delivery is not None:
                row.show_report(reports.get(row.delivery.id, ()))

    def _show_menu(self, delivery: Delivery, at: QRect) -> None:
        menu = make_menu(self)
        add(menu, self.tr("Change …"), "pencil", "", lambda: self.change_requested.emit(delivery, at))
        if delivery.is_active:
            add(menu, self.tr("Publish now"), "refresh", "", lambda: self.publish_requested.emit(delivery))
        menu.addSeparator()
        add(menu, self.tr("Remove"), "trash", "", lambda: self.removed.emit(delivery), is_danger=True)
        menu.popup(at.bottomLeft())


class _Row(QWidget):
    """One place on the internet; `stops` is where Tab goes."""

    put = Signal(object, str)
    check_requested = Signal(object)
    copied = Signal(str)
    menu_requested = Signal(object, QRect)

    def __init__(self) -> None:
        super().__init__()
        self.delivery: Delivery | None = None
        self._title, self._meta = Line("", "body", "text", 600), Line("", "meta", "text-3")
        self._mark = Mark()
        self._state = StateLine()
        self._switch = Switch("")
        self._menu = IconButton("dots", self.tr("More"), 26, "text-3")
        self._address = Shown(self.tr("Public address"), has_copy=self.tr("Copy the public address"), is_fixed=True)
        self._qr = Button(self.tr("QR code"), size=28)
        self._check = Button(self.tr("Check"), size=28)
        self.stops = (self._switch, self._menu, *self._address.stops, self._qr, self._check)
        self._report = stacked(spacing=4)
        self._lines: list[StateLine] = []
        self._shown: tuple[Said, ...] = ()
        self._lay_out()
        self._switch.clicked.connect(self._turn)
        self._menu.clicked.connect(lambda: self.menu_requested.emit(self.delivery, _place(self._menu)))
        self._check.clicked.connect(lambda: self.check_requested.emit(self.delivery))
        self._qr.clicked.connect(self._show_code)
        self._address.copied.connect(self.copied)

    def _lay_out(self) -> None:
        column = stacked(self, (0, 12, 0, 0))
        head = beside(margins=(0, 12, 0, 0), spacing=9)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._switch)
        head.addWidget(self._menu)
        column.addLayout(head)
        below = stacked(margins=(27, 0, 0, 0), spacing=6)
        below.addWidget(self._meta)
        below.addWidget(self._state)
        self._public = QWidget()
        flow = Flow(self._public, gap=8, line_gap=6)
        self._address.setMinimumWidth(theme.px(260))
        flow.add(self._address, 1)
        flow.add(self._qr)
        flow.add(self._check)
        below.addWidget(self._public)
        below.addLayout(self._report)
        column.addLayout(below)

    def show_place(self, place: Place, feed: Feed | None) -> None:
        """Show another place, or how it stands now."""
        self.delivery = delivery = place.delivery
        host = urlsplit(delivery.address).hostname or delivery.address
        self._mark.show_sign(_ICONS[delivery.kind])
        self._title.set_text(host)
        parts = [feed_words.delivery_kind(delivery.kind), *([feed.name] if feed is not None else [])]
        self._meta.set_text(" · ".join(parts))
        self._state.say(place.said)
        self._switch.setChecked(delivery.is_active)
        self._switch.setAccessibleName(self.tr("Publish to {host}").format(host=host))
        self._menu.set_name(self.tr("More for {host}").format(host=host))
        self._public.setVisible(bool(delivery.public_address))
        self._address.show_value(delivery.public_address)

    def show_report(self, report: Sequence[Said]) -> None:
        """Show what was found at the public address."""
        if tuple(report) == self._shown:
            return
        self._shown = tuple(report)
        while len(self._lines) < len(report):
            line = StateLine()
            self._lines.append(line)
            self._report.addWidget(line)
        for line in self._lines[len(report) :]:
            line.hide()
        for line, said in zip(self._lines, report, strict=False):
            line.show()
            line.say(said)

    def _turn(self, is_on: bool) -> None:
        if self.delivery is not None:
            step = self.tr("Publish again") if is_on else self.tr("Publish no longer")
            self.put.emit(replace(self.delivery, is_active=is_on), step)

    def _show_code(self) -> None:
        if self.delivery is not None:
            QrPopover(self, self.delivery.public_address).open_at(_place(self._qr), "above")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above."""
        painter, width = QPainter(self), theme.border()
        painter.fillRect(0, theme.px(12), self.width(), width, theme.color("line-subtle"))
        painter.end()


def _place(button: QWidget) -> QRect:
    return QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
