"""Choosing a post that a work block works for: a search field and the posts nearest to the block."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import Board, Platform, Post
from desktop import wording
from desktop.calendar.panel_parts import emptied
from desktop.calendar.post_edits import first_moment
from desktop.planning.week import instant
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import PaintedButton
from desktop.ui.controls import Text
from desktop.ui.fields import LineField
from desktop.ui.parts import stacked, tab_after
from desktop.ui.popover import Popover

WIDTH = 340
SHOWN = 7  # posts at once
_MOST_TILES = 3


def candidates(board: Board, taken: Collection[int], near: datetime, typed: str) -> tuple[Post, ...]:
    """The posts that can be linked, those nearest to a wall-clock moment first, undated ones last.

    `typed` narrows them to titles that hold all its words.
    """
    zone = ZoneInfo(board.plan.zone)
    words = typed.casefold().split()
    at = instant(near, zone)

    def distance(post: Post) -> timedelta:
        first = first_moment(post, zone)
        return timedelta.max if first is None else abs(instant(first, zone) - at)

    found = [
        post for post in board.posts if post.id not in taken and all(word in post.title.casefold() for word in words)
    ]
    return tuple(sorted(found, key=lambda post: (distance(post), post.id)))


class _PostButton(PaintedButton):
    """One post: its tiles, title and first moment."""

    def __init__(self, post: Post, platforms: Sequence[Platform], at: datetime | None) -> None:
        super().__init__()
        self.post_id = post.id
        self._kinds = [platform.kind for platform in platforms][:_MOST_TILES]
        self._when = wording.day_short(at.date()) if at else self.tr("undated")
        title = post.title or wording.untitled()
        self.setText(title)
        self.setAccessibleName(f"{title}, {self._when}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_marked = False

    def set_marked(self, marked: bool) -> None:
        """Show that Enter in the search field takes this post."""
        self._is_marked = marked
        self.update()

    def sizeHint(self) -> QSize:
        """One line of the list."""
        return QSize(theme.px(160), theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        marked = self._is_marked or self.hasFocus()
        back = "accent-tint" if marked else "hover" if self.underMouse() else "raised"
        rect, side, left = QRectF(self.rect()), theme.px(16), float(theme.px(8))
        meta = theme.font("meta")
        width = QFontMetrics(meta).horizontalAdvance(self._when) + 1
        right = rect.right() - theme.px(8) - width
        with QPainter(self) as painter:
            marks.panel(painter, rect, theme.px(7), theme.color(back))
            for kind in self._kinds:
                icons.tile(painter, kind, QRectF(left, rect.center().y() - side / 2, side, side))
                left += side + theme.px(2)
            left += theme.px(8)
            color = theme.color("accent-text" if marked else "text")
            place = QRectF(left, 0, right - left - theme.px(8), rect.height())
            marks.text_line(painter, place, self.caption, theme.font("body", 600 if marked else 400), color)
            marks.text_line(painter, QRectF(right, 0, width, rect.height()), self._when, meta, theme.color("text-3"))


class PostList(QWidget):
    """The search field and what it finds. Up and Down walk, Enter takes.

    Signals: `chosen(post id)`.
    """

    chosen = Signal(int)

    def __init__(self, board: Board, taken: Collection[int], near: datetime) -> None:
        super().__init__()
        self._board, self._taken, self._near = board, taken, near
        self._place = 0
        self.found: list[_PostButton] = []
        self.search = LineField(self.tr("Search posts"), "search")
        self.search.set_name(self.tr("Search posts"))
        self.search.edited.connect(self.search_for)
        self.search.editor.installEventFilter(self)
        self._list = QWidget()
        self._rows = stacked(self._list)
        self._nothing = Text(self.tr("No post of these weeks has these words in its title"), "meta", "text-3")
        self._nothing.setWordWrap(True)
        column = stacked(self, spacing=6)
        column.addWidget(self.search)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.search_for("")

    @Slot(str)
    def search_for(self, typed: str) -> None:
        """Show the posts with these words in their titles."""
        zone = ZoneInfo(self._board.plan.zone)
        platforms = {platform.id: platform for platform in self._board.platforms}
        emptied(self._rows)
        self.found = []
        for post in candidates(self._board, self._taken, self._near, typed)[:SHOWN]:
            own = [platforms[variant.platform_id] for variant in post.variants]
            button = _PostButton(post, own, first_moment(post, zone))
            button.clicked.connect(self._take_clicked)
            self.found.append(button)
            self._rows.addWidget(button)
        tab_after(self.search.editor, self.found)
        self._nothing.setVisible(not self.found)
        self._mark(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and take by the keys of the search field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.found:
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._mark(self._place + (1 if event.key() == Qt.Key.Key_Down else -1))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.chosen.emit(self.found[self._place].post_id)
                return True
        return super().eventFilter(watched, event)

    def _mark(self, place: int) -> None:
        self._place = min(max(place, 0), max(len(self.found) - 1, 0))
        for number, button in enumerate(self.found):
            button.set_marked(number == self._place)

    @Slot()
    def _take_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _PostButton):
            self.chosen.emit(button.post_id)


class LinkPicker(Popover):
    """The list in a popover; goes away for good once a post is chosen.

    Signals: `chosen(post id)`.
    """

    chosen = Signal(int)

    def __init__(self, board: Board, taken: Collection[int], near: datetime, parent: QWidget) -> None:
        super().__init__(parent, WIDTH)
        self.list = PostList(board, taken, near)
        self.list.chosen.connect(self._choose)
        self.add_title(self.tr("Link a post"), "link", is_closable=True)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self.list)
        self.closed.connect(self.deleteLater)

    def open_beside(self, anchor: QWidget) -> None:
        """Open at the left of a widget, ready to type."""
        self.open_at(QRect(anchor.mapToGlobal(anchor.rect().topLeft()), anchor.size()), "left")
        self.list.search.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _choose(self, post_id: int) -> None:
        self.dismiss()
        self.chosen.emit(post_id)
