"""The table of all calendars: what stands in each of them, how much it tells, and its own address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from db.feed_records import Feed, Privacy
from db.records import PlatformKind
from desktop import feed_words
from desktop.feed_words import Said
from desktop.preferences.feeds.feed_popover import FeedPopover
from desktop.preferences.feeds.parts import HEAD, FixedLine, Mark
from desktop.preferences.feeds.state import FeedsState
from desktop.preferences.parts import Line
from desktop.ui import icons, theme
from desktop.ui.controls import Button, Card, IconButton, Switch, Text
from desktop.ui.fields import SelectField
from desktop.ui.menus import add, make_menu
from desktop.ui.parts import beside, stacked, tab_after
from desktop.ui.state_line import StateLine

_ROW = 41
_LEAST_NAME = 104
_POSTS, _WORK, _DRAFTS, _PRIVACY, _ADDRESS, _COPY, _MENU = 64, 92, 66, 118, 126, 26, 26
_GAP = 8
_FIELD_PADDING = 10
_AT_DRAFTS, _AT_PRIVACY, _AT_ADDRESS = 2, 3, 4


class FeedTable(Card):
    """A row per calendar. Signals: `put(Feed, name of the step)`, `removed(Feed)`, `copied(Feed)`.

    A feed with an id below 1 that is put or copied is new. `ordered(ids)` comes after one was moved; `emptied()` tells
    that a calendar would have held nothing, and was left as it was.
    """

    put = Signal(object, str)
    emptied = Signal()
    removed = Signal(object)
    copied = Signal(object)
    ordered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state: FeedsState | None = None
        self._rows: list[_Row] = []
        self._heads = _Heads()
        self._add = Button(self.tr("Add a calendar …"), "plus", "ghost", 26)
        self._note = StateLine()
        whole = stacked(self, (16, 14, 16, 8))
        head = beside()
        head.addStrut(theme.px(HEAD))
        head.addWidget(Text(self.tr("What the calendars hold"), "title-3"), 1)
        head.addWidget(self._add)
        whole.addLayout(head)
        whole.addSpacing(theme.px(8))
        whole.addWidget(self._heads)
        self._body = stacked()
        whole.addLayout(self._body)
        self._below = QWidget()
        stacked(self._below, (0, 6, 0, 6)).addWidget(self._note)
        whole.addWidget(self._below)
        whole.addStretch(1)
        self._add.clicked.connect(self._ask_new)

    def show_state(self, state: FeedsState) -> None:
        """Show other calendars; the keyboard stays in its row."""
        self._state = state
        while len(self._rows) > len(state.feeds):
            row = self._rows.pop()
            if row.isAncestorOf(self.focusWidget() or self):
                self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(state.feeds):
            row = _Row()
            row.put.connect(self.put)
            row.emptied.connect(self.emptied)
            row.copied.connect(self.copied)
            row.menu_requested.connect(self._show_menu)
            self._body.addWidget(row)
            tab_after(self._rows[-1].stops[-1] if self._rows else self._add, row.stops)
            self._rows.append(row)
        for row, feed in zip(self._rows, state.feeds, strict=True):
            row.show_feed(feed, _sign(feed, state), state.subscription.is_on)
        self._fit()
        notices = [state.notices[feed.id] for feed in state.feeds if feed.id in state.notices]
        is_proposed = state.feeds[0].id < 1
        proposal = Said(self.tr("These are suggestions: they come to be when you switch one on, copy or change it."))
        said = Said(" ".join(notices), "warn") if notices else proposal
        self._below.setVisible(bool(notices) or is_proposed)
        self._note.say(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be done in the menu of a row, where the table is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for cells in (self._heads, *self._rows):
            cells.fit(self.width() - 2 * theme.px(16))

    def _ask_new(self) -> None:
        if self._state is not None:
            new = Feed(0, "", "", "", "", position=len(self._state.feeds))
            self._ask(new, QRect(self._add.mapToGlobal(QPoint(0, 0)), self._add.size()))

    def _ask(self, feed: Feed, at: QRect) -> None:
        if self._state is None:
            return
        popover = FeedPopover(self, feed, self._state)
        popover.accepted.connect(self.put)
        popover.open_at(at, "below")

    def _show_menu(self, feed: Feed, at: QRect) -> None:
        menu = make_menu(self)
        add(menu, self.tr("Change …"), "pencil", "", lambda: self._ask(feed, at))
        add(menu, self.tr("Copy the address"), "copy", "", lambda: self.copied.emit(feed))
        if feed.id > 0:
            self._add_moves(menu, feed)
            step = self.tr("Give “{name}” another address").format(name=feed.name)
            renew = replace(feed, token="")  # whoever writes it makes another one
            add(menu, self.tr("Make a new address"), "refresh", "", lambda: self.put.emit(renew, step))
        menu.addSeparator()
        add(menu, self.tr("Remove"), "trash", "", lambda: self.removed.emit(feed), is_danger=True)
        menu.popup(at.bottomLeft())

    def _add_moves(self, menu: QMenu, feed: Feed) -> None:
        """Rows that move a calendar; the first one is the one that the address and the guide are about."""
        ids = [] if self._state is None else [each.id for each in self._state.feeds]
        at = ids.index(feed.id)
        for text, icon, to in ((self.tr("Up"), "chevron-up", at - 1), (self.tr("Down"), "chevron-down", at + 1)):
            others = [each for each in ids if each != feed.id]
            others.insert(max(to, 0), feed.id)
            row = add(menu, text, icon, "", partial(self.ordered.emit, tuple(others)))
            row.setEnabled(0 <= to < len(ids))


class _Cells(QWidget):
    """One line of the table; cells that a narrow table has no room for are hidden."""

    def __init__(self, name: QWidget, cells: Sequence[tuple[QWidget, int]]) -> None:
        """Take the cells with the widths they need."""
        super().__init__()
        self._sized = cells
        row = beside(self, spacing=_GAP)
        row.addWidget(name, 1)
        for cell, width in cells:
            room = QWidget()
            room.setFixedWidth(theme.px(width))
            inner = beside(room, spacing=0)
            inner.addWidget(cell)
            if cell.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Expanding:
                inner.addStretch(1)
            row.addWidget(room)

    def fit(self, width: int) -> None:
        """Show as many cells as there is room for beside the name."""
        need = theme.px(_LEAST_NAME) + sum(theme.px(wide + _GAP) for _cell, wide in self._sized)
        for place in (_AT_ADDRESS, _AT_DRAFTS, _AT_PRIVACY):
            cell, wide = self._sized[place]
            is_shown = need <= width
            room = cell.parentWidget()
            if room is not None:
                room.setVisible(is_shown)
            if not is_shown:
                need -= theme.px(wide + _GAP)


class _Heads(_Cells):
    def __init__(self) -> None:
        words = (
            (self.tr("Posts"), _POSTS),
            (self.tr("Work blocks"), _WORK),
            (self.tr("Drafts"), _DRAFTS),
            (self.tr("Tells"), _PRIVACY),
            (self.tr("Own address"), _ADDRESS),
            ("", _COPY),
            ("", _MENU),
        )
        cells = [(Text(text, "meta", "text-3", 500), width) for text, width in words]
        cells[_AT_PRIVACY][0].setIndent(theme.px(_FIELD_PADDING))
        super().__init__(Text(self.tr("Calendar"), "meta", "text-3", 500), cells)
        self.setMinimumHeight(theme.px(23))


class _Row(_Cells):
    """One calendar; `stops` is where Tab goes. Signals: as the table's, and `menu_requested(Feed, QRect)`."""

    put = Signal(object, str)
    emptied = Signal()
    copied = Signal(object)
    menu_requested = Signal(object, QRect)

    def __init__(self) -> None:
        self._feed: Feed | None = None
        self._mark, self._name = Mark(), Line("", "body", "text", 600)
        self._posts, self._work, self._drafts = Switch(""), Switch(""), Switch("")
        self._privacy = SelectField([(each, feed_words.privacy(each)) for each in Privacy], is_quiet=True)
        self._address = FixedLine()
        self._copy = IconButton("copy", "", 26, "accent-text")
        self._menu = IconButton("dots", "", 26, "text-3")
        name = QWidget()
        parts = beside(name, spacing=9)
        parts.addWidget(self._mark)
        parts.addWidget(self._name, 1)
        cells: list[tuple[QWidget, int]] = [
            (self._posts, _POSTS),
            (self._work, _WORK),
            (self._drafts, _DRAFTS),
            (self._privacy, _PRIVACY),
            (self._address, _ADDRESS),
            (self._copy, _COPY),
            (self._menu, _MENU),
        ]
        super().__init__(name, cells)
        self.stops = (self._posts, self._work, self._drafts, self._privacy, self._copy, self._menu)
        self.setMinimumHeight(theme.px(_ROW))
        self._posts.clicked.connect(lambda is_on: self._change(has_posts=is_on))
        self._work.clicked.connect(lambda is_on: self._change(has_work=is_on))
        self._drafts.clicked.connect(lambda is_on: self._change(has_drafts=is_on))
        self._privacy.committed.connect(lambda key: self._change(privacy=Privacy(key)))
        self._copy.clicked.connect(lambda: self.copied.emit(self._feed))
        self._menu.clicked.connect(self._ask_menu)

    def show_feed(self, feed: Feed, sign: PlatformKind | str, is_reachable: bool) -> None:
        """Show another calendar, or other values of it."""
        self._feed = feed
        name = {"name": feed.name}
        self._mark.show_sign(sign)
        self._name.set_text(feed.name)
        self._posts.setChecked(feed.has_posts)
        self._work.setChecked(feed.has_work)
        self._drafts.setChecked(feed.has_drafts)
        self._drafts.setEnabled(feed.has_posts)
        self._privacy.set_value(feed.privacy)
        self._posts.setAccessibleName(self.tr("Posts in “{name}”").format(**name))
        self._work.setAccessibleName(self.tr("Work blocks in “{name}”").format(**name))
        self._drafts.setAccessibleName(self.tr("Drafts in “{name}”").format(**name))
        self._privacy.set_name(self.tr("What “{name}” tells").format(**name))
        self._address.set_text(f"…/{feed.file_name}")
        self._copy.set_name(self.tr("Copy the address of “{name}”").format(**name))
        self._copy.setEnabled(is_reachable)
        self._menu.set_name(self.tr("More for “{name}”").format(**name))

    def _change(self, **values: object) -> None:
        if self._feed is None:
            return
        # the cells above name their own values
        changed: Feed = replace(self._feed, **values)  # type: ignore[arg-type]
        if not (changed.has_posts or changed.has_work or changed.has_days):
            self.show_feed(self._feed, self._mark.sign, self._copy.isEnabled())
            self.emptied.emit()
            return
        self.put.emit(changed, self.tr("Change the calendar “{name}”").format(name=self._feed.name))

    def _ask_menu(self) -> None:
        self.menu_requested.emit(self._feed, QRect(self._menu.mapToGlobal(QPoint(0, 0)), self._menu.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above."""
        painter, width = QPainter(self), theme.border()
        painter.fillRect(0, 0, self.width(), width, theme.color("line-subtle"))
        painter.end()


def _sign(feed: Feed, state: FeedsState) -> PlatformKind | str:
    """What stands before the name: the tile of the only platform, or an icon of what the calendar is about."""
    if len(feed.platform_ids) == 1:
        kinds = {platform.id: platform.kind for platform in state.platforms}
        (only,) = feed.platform_ids
        return kinds.get(only, "share-3")
    if feed.member_ids:
        return "user"
    if feed.campaign_ids:
        return icons.CAMPAIGN
    if feed.platform_ids:
        return "share-3"
    return icons.WORK_BLOCK if not feed.has_posts else "calendar-week"
