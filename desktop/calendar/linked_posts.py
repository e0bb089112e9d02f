"""The posts that a work block works for: what each needs and gets, and how full the block is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import Platform, Post
from desktop import wording
from desktop.calendar.panel_layouts import Ends
from desktop.calendar.panel_parts import Box, emptied
from desktop.ui import marks, theme
from desktop.ui.controls import IconButton, Text
from desktop.ui.parts import Tile, beside, stacked, tab_after

_MOST_TILES = 3


@dataclass(frozen=True, slots=True)
class Served:
    """A linked post, its platforms, the minutes of the block's activity that it needs and that blocks cover.

    `here` is what this block gives; `counts` is False for posts without a date, which take nothing.
    """

    post: Post
    platforms: tuple[Platform, ...]
    needed: int
    covered: int
    here: int
    counts: bool = True


class LinkedPost(Box):
    """One post: tiles, title, needed and covered minutes, and a cross that takes the link away.

    Signals: `unlinked(post id)`.
    """

    unlinked = Signal(int)

    def __init__(self, served: Served) -> None:
        super().__init__("surface", "line")
        self._post_id = served.post.id
        title = served.post.title or wording.untitled()
        row = beside(self, (10, 5, 8, 5), 9)
        tiles = beside(spacing=2)
        for platform in served.platforms[:_MOST_TILES]:
            tiles.addWidget(Tile(platform.kind, 16))
        row.addLayout(tiles)
        words = QWidget()
        lines = stacked(words)
        name = Text(title, "card", is_wrapped=True)
        name.setTextFormat(Qt.TextFormat.PlainText)
        lines.addWidget(name)
        lines.addWidget(Text(self._numbers(served), "card", "text-3", is_wrapped=True))
        row.addWidget(words, 1)
        self.cross = IconButton("x", self.tr("Unlink: {title}").format(title=title), 24, "text-3")
        self.cross.clicked.connect(self._unlink)
        row.addWidget(self.cross)

    def _numbers(self, served: Served) -> str:
        if not served.counts:
            return self.tr("takes time once it has a date")
        numbers = {"needed": wording.hours_h(served.needed), "covered": wording.hours_h(served.covered)}
        return self.tr("needs {needed}, {covered} covered").format(**numbers)

    @Slot()
    def _unlink(self) -> None:
        self.unlinked.emit(self._post_id)


class LoadBar(QWidget):
    """How much of a block its posts take: bands in the tints of the platforms up to there, the track behind."""

    def __init__(self) -> None:
        super().__init__()
        self._platforms: tuple[Platform, ...] = ()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_load(self, platforms: Sequence[Platform], share: float) -> None:
        """Fill a part from 0 to 1."""
        self._platforms, self._share = tuple(platforms), min(max(share, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(theme.px(80), theme.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, bands and outline."""
        rect, radius = QRectF(self.rect()), theme.px(3)
        filled = QRectF(rect.left(), rect.top(), rect.width() * self._share, rect.height())
        with QPainter(self) as painter:
            marks.panel(painter, rect, radius, theme.color("hover"))
            if self._share and self._platforms:
                clip = QPainterPath()
                clip.addRoundedRect(filled, radius, radius)
                painter.setClipPath(clip)
                painter.fillRect(filled, self._bands(filled))
                painter.setClipping(False)
                marks.outline(painter, filled, radius, theme.color("line-strong"), theme.border())

    def _bands(self, rect: QRectF) -> QLinearGradient:
        bands = QLinearGradient(rect.topLeft(), rect.topRight())
        parts = len(self._platforms)
        for number, platform in enumerate(self._platforms):
            tint = theme.platform(platform.kind).tint
            bands.setColorAt(number / parts, tint)
            bands.setColorAt(max((number + 1) / parts - 0.0001, 0), tint)
        return bands


class LinkedPosts(QWidget):
    """The list of linked posts with the bar below it; hidden parts while there are none. Tab comes to it from `before`.

    Signals: `unlinked(post id)`.
    """

    unlinked = Signal(int)

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before
        self._list = QWidget()
        self._rows = stacked(self._list, spacing=6)
        self._bar = LoadBar()
        self._used, self._beyond = Text("", "meta", "text-3"), Text("", "meta", "warn", 600)
        self._sums = QWidget()
        ends = Ends(self._sums)
        ends.addWidget(self._used)
        ends.addWidget(self._beyond)
        self._load = QWidget()
        load = stacked(self._load, (0, 10, 0, 0), 6)
        load.addWidget(self._bar)
        load.addWidget(self._sums)
        self._nothing = Text(self.tr("Link a post and this time counts for it."), "meta", "text-3", is_wrapped=True)
        column = stacked(self)
        column.addWidget(self._list)
        column.addWidget(self._load)
        column.addWidget(self._nothing)

    def show_posts(self, linked: Sequence[Served], platforms: Sequence[Platform], minutes: int) -> None:
        """Show the posts of a block that has these platforms and minutes."""
        emptied(self._rows)
        rows = [LinkedPost(served) for served in linked]
        for row in rows:
            row.unlinked.connect(self.unlinked)
            self._rows.addWidget(row)
        tab_after(self._before, [row.cross for row in rows])
        used = sum(served.here for served in linked)
        beyond = sum(served.needed - served.covered for served in linked if served.counts)
        self._bar.show_load(platforms, used / minutes if minutes else 0.0)
        self._used.setText(self.tr("{time} used").format(time=wording.hours_h(used)))
        self._beyond.setText(self.tr("{time} do not fit in").format(time=wording.hours_h(beyond)) if beyond else "")
        self._beyond.setVisible(bool(beyond))
        self._list.setVisible(bool(linked))
        self._load.setVisible(bool(linked))
        self._nothing.setVisible(not linked)
