"""What other calendars have, greyed behind the cards of the week: painted, named, and found under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from db.records import BusyTime
from desktop import busy_time_words, wording
from desktop.calendar.grid_geometry import GridGeometry
from desktop.planning.lanes import Lane, lanes
from desktop.planning.week import minute_of_day
from desktop.ui import marks, theme

_INSET, _RADIUS, _PADDING, _LEAST = 2, 5, 6, 4


@dataclass(frozen=True, slots=True)
class _Piece:
    """One day's part of a busy time."""

    busy: BusyTime
    day: int
    starts: int
    ends: int


class BusyLayer:
    """The busy times of one week. Whole days are not its matter: they stand in the row above the hours."""

    def __init__(self) -> None:
        self._pieces: tuple[_Piece, ...] = ()
        self._names: Mapping[int, str] = {}
        self._cards: tuple[QRectF, ...] = ()
        self._rects: tuple[GridGeometry, list[QRectF]] | None = None

    def show(self, days: Sequence[date], times: Sequence[BusyTime], names: Mapping[int, str]) -> None:
        """Hold the times of these days; `names` are the calendars', by id."""
        self._names = names
        self._rects = None
        self._pieces = tuple(
            piece
            for place, day in enumerate(days)
            for busy in times
            if not busy.is_all_day and (piece := _piece(busy, place, day)) is not None
        )

    def lie_under(self, cards: Iterable[QRectF]) -> None:
        """Keep the titles from under these cards."""
        self._cards = tuple(cards)

    def paint(self, painter: QPainter, grid: GridGeometry, dirty: QRect) -> None:
        """Paint what touches a part of the canvas."""
        fill, line, ink = theme.color("hover"), theme.color("line"), theme.color("text-3")
        font, row = theme.font("meta"), theme.line_height("meta")
        for piece, rect in zip(self._pieces, self._places(grid), strict=True):
            if not rect.intersects(QRectF(dirty)):
                continue
            radius = min(theme.px(_RADIUS), rect.height() / 2)
            ground = theme.color("subtle") if piece.busy.is_free else fill
            marks.panel(painter, rect, radius, ground, line)
            words = self._seen(rect, row)
            if words is not None:
                marks.text_line(painter, words, busy_time_words.title(piece.busy.title), font, ink)

    def at(self, grid: GridGeometry, place: QPointF) -> tuple[BusyTime, QRect] | None:
        """The busy time at a place of the canvas, and where it lies; None beside all of them."""
        for piece, rect in zip(self._pieces, self._places(grid), strict=True):
            if rect.contains(place):
                return piece.busy, rect.toAlignedRect()
        return None

    def tip(self, busy: BusyTime) -> str:
        """What is told about a busy time, as rich text: title, time, calendar."""
        lines = [f"{wording.day_short(busy.starts_at.date())} {busy_time_words.time_of(busy)}"]
        lines += [self._names[busy.calendar_id]] if busy.calendar_id in self._names else []
        lines += [busy_time_words.free()] if busy.is_free else []
        head = escape(busy_time_words.title(busy.title))
        return f"<p style='white-space:pre-wrap'><b>{head}</b><br>{'<br>'.join(escape(line) for line in lines)}</p>"

    def of_day(self, day: int) -> str:
        """What a day has, for those who hear it; "" for nothing."""
        return ", ".join(busy_time_words.met(piece.busy) for piece in self._pieces if piece.day == day)

    def at_minute(self, day: int, minute: int) -> str:
        """What is going on at a minute of a day, for those who hear it; "" for nothing."""
        found = (piece for piece in self._pieces if piece.day == day and piece.starts <= minute < piece.ends)
        return ", ".join(busy_time_words.met(piece.busy) for piece in found)

    def _seen(self, rect: QRectF, row: int) -> QRectF | None:
        """Where a line of words can be read that belongs into a rectangle; None where cards leave no room."""
        top = rect.top()
        for card in sorted((card for card in self._cards if card.intersects(rect)), key=QRectF.top):
            if card.top() >= top + row:
                break
            top = max(top, card.bottom())
        if top + row > rect.bottom() + 1:
            return None
        padding = theme.px(_PADDING)
        height = min(row + theme.px(4), rect.bottom() - top)
        return QRectF(rect.left() + padding, top, rect.width() - 2 * padding, height)

    def _places(self, grid: GridGeometry) -> list[QRectF]:
        """Where the pieces lie; those at the same time side by side."""
        if self._rects is None or self._rects[0] != grid:
            least = int(grid.minutes(_LEAST * grid.scale)) + 1
            found: dict[int, Lane] = {}
            for day in range(7):
                pieces = [(n, piece.starts, piece.ends) for n, piece in enumerate(self._pieces) if piece.day == day]
                found |= lanes(pieces, least)
            rects = []
            for number, piece in enumerate(self._pieces):
                lane, inset = found[number], _INSET * grid.scale
                left, width = grid.edges[piece.day] + inset, grid.column_width(piece.day) - 2 * inset
                top = grid.y(piece.starts)
                height = max(grid.y(piece.ends) - top, _LEAST * grid.scale)
                step = width / lane.columns
                rects.append(QRectF(left + lane.column * step, top, lane.span * step, height))
            self._rects = (grid, rects)
        return self._rects[1]


def _piece(busy: BusyTime, place: int, day: date) -> _Piece | None:
    starts, ends = minute_of_day(busy.starts_at, day), minute_of_day(busy.ends_at, day)
    if starts < ends or (busy.starts_at == busy.ends_at and busy.starts_at.date() == day):
        return _Piece(busy, place, starts, ends)
    return None
