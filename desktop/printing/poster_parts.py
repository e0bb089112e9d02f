"""What stacks up in a day of the poster: posts in boxes, rows of work; each knows its height and paints itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from db.records import Status
from desktop import wording
from desktop.printing.content import PaperBlock, PaperPost
from desktop.printing.sheet import (
    LINE,
    PALE,
    WHITE,
    Pictures,
    lettering,
    rule,
    tick_box,
    tiles,
    width_of,
    write,
    write_lines,
)
from desktop.ui import marks, theme

_RADIUS = 6.0
_PAD = 8.0
_BOX = 15.0
_TITLE_LINE, _WORK_LINE, _WORK_ROW = 18.0, 15.0, 25.0
_MOST_LINES = 24  # of a title: more would not fit on a side
_MARK = 13.0
_TILES_LEFT, _MOST_TILES, _BELOW_LEFT = 57.0, 3, 18.0
PICTURE, LOW_PICTURE = 112.0, 64.0


class Part(Protocol):
    """Something in the column of a day. `gap` is left free above it, `height` does not count it."""

    gap: float
    height: float

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint it; `width` is the one it was measured for."""


def state_words(post: PaperPost) -> str:
    """Status and person: Geplant · Emre."""
    state = wording.overdue() if post.is_overdue else wording.status(post.status)
    return f"{state} · {post.person}" if post.person else state


def paint_state(painter: QPainter, post: PaperPost, at: tuple[float, float, float, float]) -> None:
    """Paint the mark of a post's status with its words into left, top, width and height."""
    left, top, width, height = at
    mark = marks.OVERDUE if post.is_overdue else post.status
    marks.status_mark(painter, mark, QRectF(left, top + (height - _MARK) / 2, _MARK, _MARK), WHITE)
    words = (left + _MARK + 5, top, width - _MARK - 5, height)
    write(painter, words, state_words(post), lettering(11), theme.color("text-2"))


class PostBox:
    """A post in its box: picture, moment, square to tick, title, status and person."""

    gap = 8.0

    def __init__(self, post: PaperPost, width: float, pictures: Pictures, picture_height: float) -> None:
        self._post = post
        self._picture = pictures(post.picture) if post.picture is not None else None
        title = post.title or wording.untitled()
        self._lines = marks.wrapped(title, lettering(14, 600), width - 2 * (_PAD + LINE), _MOST_LINES)
        self._above = LINE + (picture_height if self._picture is not None else 0)
        self.height = self._above + 7 + 18 + 3 + _TITLE_LINE * len(self._lines) + 4 + 15 + 8 + LINE

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint the box."""
        rect = QRectF(left, top, width, self.height)
        if self._picture is not None:
            self._paint_picture(painter, QRectF(left, top, width, self._above), rect)
        post, ink, inner = self._post, theme.color("text"), left + LINE + _PAD
        top += self._above + 7
        right = left + width - LINE - _PAD
        after = tiles(painter, post.kinds, inner, top + 9, 16, 4)
        write(painter, (after + 5, top, right - after - 25, 18), wording.clock(post.moment), lettering(13, 700), ink)
        box = QRectF(right - _BOX, top + 9 - _BOX / 2, _BOX, _BOX)
        tick_box(painter, box, post.status is Status.PUBLISHED, 1.5)
        painter.setPen(ink)
        top += 18 + 3
        write_lines(painter, (inner, top), self._lines, lettering(14, 600), _TITLE_LINE)
        top += _TITLE_LINE * len(self._lines) + 4
        paint_state(painter, post, (inner, top, right - inner, 15))
        marks.outline(painter, rect, _RADIUS, ink, LINE)

    def _paint_picture(self, painter: QPainter, area: QRectF, box: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0.4, 0.4, -0.4, -0.4), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(path)
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        paint_covering(painter, self._picture, area)
        painter.restore()


def paint_covering(painter: QPainter, picture: QImage | None, area: QRectF) -> None:
    """Fill an area with the middle of a picture."""
    if picture is None or picture.isNull():
        return
    factor = min(picture.width() / area.width(), picture.height() / area.height())
    source = QRectF(0, 0, area.width() * factor, area.height() * factor)
    source.moveCenter(QRectF(picture.rect()).center())
    painter.drawImage(area, picture, source)


@dataclass(slots=True)
class WorkLine:
    """The line between the posts and the work of a day."""

    gap: float = 10.0
    height: float = 8.0

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint the line; below it room is left."""
        rule(painter, left, top, width, 1, PALE)


class WorkRow:
    """A work block in a row: square to tick, start, platforms, what it is, how long. Long names stand below the row."""

    gap = 0.0

    def __init__(self, block: PaperBlock, width: float) -> None:
        self._block = block
        self._length = wording.hours(block.minutes)
        font = lettering(12)
        text = block.title or wording.activity(block.activity)
        self._text_left = _TILES_LEFT + 16.0 * len(block.kinds) + 3
        room = width - self._text_left - width_of(self._length, lettering(12)) - 5
        self._is_beside = len(block.kinds) <= _MOST_TILES and width_of(text, font) <= room
        self._lines = (text,) if self._is_beside else marks.wrapped(text, font, width - _BELOW_LEFT, _MOST_LINES)
        self.height = _WORK_ROW + (0 if self._is_beside else _WORK_LINE * len(self._lines))

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint the row."""
        block, ink, font = self._block, theme.color("text"), lettering(12)
        middle = top + _WORK_ROW / 2
        tick_box(painter, QRectF(left, middle - 6.5, 13, 13), block.is_done, 1.3)
        clock, bold = (left + 14, middle - 8, 38.0, 16.0), lettering(12, 600)
        write(painter, clock, wording.clock(block.starts_at), bold, ink, Qt.AlignmentFlag.AlignRight)
        tiles(painter, block.kinds, left + _TILES_LEFT, middle, 14, _MOST_TILES)
        length, figures = (left + width - 60, middle - 8, 60.0, 16.0), lettering(12)
        write(painter, length, self._length, figures, theme.color("text-2"), Qt.AlignmentFlag.AlignRight)
        painter.setPen(ink)
        if self._is_beside:
            at = (left + self._text_left, middle - _WORK_LINE / 2)
        else:
            at = (left + _BELOW_LEFT, top + _WORK_ROW - 3)
        write_lines(painter, at, self._lines, font, _WORK_LINE)


class Onward:
    """The word below a day that goes on over the page."""

    gap = 6.0
    height = 16.0

    def __init__(self, words: str) -> None:
        self._words = words

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint the word, in the middle of the column."""
        align = Qt.AlignmentFlag.AlignRight
        write(painter, (left, top, width, self.height), self._words, lettering(11, 600), theme.color("text-2"), align)


def bar(painter: QPainter, rect: QRectF, share: float, fill: QColor) -> None:
    """Paint a bar in its outline, filled to `share`, at most whole."""
    painter.setPen(Qt.PenStyle.NoPen)
    inner = rect.adjusted(1, 1, -1, -1)
    painter.fillRect(QRectF(inner.left(), inner.top(), inner.width() * min(share, 1.0), inner.height()), fill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
