"""Where everything lies in the month: arithmetic alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF

from desktop.month.shown_month import ShownMonth
from desktop.planning.cards import PostCard, PostKey
from desktop.planning.month import Gap
from desktop.ui import theme

WEEK_COLUMN, SUM_COLUMN = 44, 178
NARROW_WEEK_COLUMN, NARROW_SUM_COLUMN = 34, 124
NARROW_BELOW = 860  # the width of the whole at 100 %
LEAST_ROW, NARROW_LEAST_ROW = 72, 84
MOST_ENTRIES = 2
TOP, ENTRY = 28, 21
_DOTS_ROOM = 13
_MORE, _MORE_LOW, _MORE_WIDE = 24, 18, 32
_GAP_TOP, _GAP_BOTTOM, _GAP_BOTTOM_WITH_DOTS, _GAP_SIDE = 32, 10, 17, 6


def is_narrow(width: float) -> bool:
    """Tell whether week numbers and totals have to be content with less."""
    return width * 100 / theme.scale() < NARROW_BELOW


def least_row(width: float) -> int:
    """How high a week is at least: narrow totals need a line more."""
    return theme.px(NARROW_LEAST_ROW if is_narrow(width) else LEAST_ROW)


def columns(width: float) -> list[float]:
    """The left edges of the seven days and of the weekly totals, on whole pixels."""
    left = theme.px(NARROW_WEEK_COLUMN if is_narrow(width) else WEEK_COLUMN)
    right = width - theme.px(NARROW_SUM_COLUMN if is_narrow(width) else SUM_COLUMN)
    return [float(round(left + (right - left) * n / 7)) for n in range(8)]


@dataclass(frozen=True)
class Layout:
    """The month in a size. Every method takes what `shown` shows."""

    shown: ShownMonth
    width: float
    height: float
    selected: PostKey | None = None

    @cached_property
    def edges(self) -> list[float]:
        """The left edges of the days, then of the totals."""
        return columns(self.width)

    @cached_property
    def _tops(self) -> list[int]:
        count = len(self.shown.weeks)
        return [round(self.height * n / count) for n in range(count + 1)]

    def row(self, number: int) -> QRectF:
        """A week from the left to the right edge."""
        top, bottom = self._tops[number], self._tops[number + 1]
        return QRectF(0, top, self.width, bottom - top)

    def cell(self, day: date) -> QRectF:
        """A day in sight."""
        row, column = divmod((day - self.shown.first).days, 7)
        edges, place = self.edges, self.row(row)
        return QRectF(edges[column], place.top(), edges[column + 1] - edges[column], place.height())

    def number(self, row: int) -> QRectF:
        """Where the week's number stands."""
        place = self.row(row)
        return QRectF(0, place.top(), self.edges[0], place.height())

    def totals(self, row: int) -> QRectF:
        """Where the week's totals stand."""
        place, left = self.row(row), self.edges[7]
        return QRectF(left, place.top(), self.width - left, place.height())

    @cached_property
    def room(self) -> int:
        """For how many entries a day has room above its dots: at most two."""
        free = self.row(0).height() - theme.px(TOP) - theme.px(_DOTS_ROOM)
        return min(max(int(free // theme.px(ENTRY)), 1), MOST_ENTRIES)

    def entries(self, day: date) -> tuple[PostCard, ...]:
        """The posts of a day that can be seen; the selected one always can."""
        found = self.shown.day(day)
        posts = found.posts if found is not None else ()
        room = self.room
        if self.selected is None or len(posts) <= room:
            return posts[:room]
        late = next((card for card in posts[room:] if card.key == self.selected), None)
        return (*posts[: room - 1], late) if late is not None else posts[:room]

    def entry(self, day: date, place: int) -> QRectF:
        """One of the entries of a day, across the whole cell."""
        cell = self.cell(day)
        return QRectF(cell.left() + 1, cell.top() + theme.px(TOP + ENTRY * place), cell.width() - 2, theme.px(ENTRY))

    def more(self, day: date) -> QRectF | None:
        """Where "+2" stands: below the entries, or in the corner where the row is low; None when all can be seen."""
        found = self.shown.day(day)
        rest = len(found.posts) - len(self.entries(day)) if found is not None else 0
        if rest <= 0:
            return None
        cell, width, height = self.cell(day), theme.px(_MORE_WIDE), theme.px(_MORE)
        top = cell.top() + theme.px(TOP + ENTRY * self.room)
        if top + height <= cell.bottom() - theme.px(_DOTS_ROOM):
            return QRectF(cell.left() + theme.px(3), top, width, height)
        low = theme.px(_MORE_LOW)
        return QRectF(cell.right() - theme.px(2) - width, cell.bottom() - 1 - low, width, low)

    def dots_room(self, day: date) -> QRectF:
        """Where the dots for a day's work stand, as far as "+2" leaves room."""
        cell, more = self.cell(day), self.more(day)
        right = (
            more.left() if more is not None and more.bottom() > cell.bottom() - theme.px(_DOTS_ROOM) else cell.right()
        )
        return QRectF(cell.left(), cell.top(), right - cell.left(), cell.height())

    def gap_parts(self, gap: Gap) -> tuple[tuple[QRectF, int], ...]:
        """The surfaces of a gap, one for every week it touches, each with the number of its days."""
        found = []
        for week in self.shown.weeks:
            days = [day for day in week.week.days if gap.first <= day <= gap.last]
            if not days:
                continue
            place = self.cell(days[0]).united(self.cell(days[-1]))
            has_dots = any(each.minutes for each in week.days if each.day in days)
            bottom = theme.px(_GAP_BOTTOM_WITH_DOTS if has_dots else _GAP_BOTTOM)
            side = theme.px(_GAP_SIDE)
            top = theme.px(_GAP_TOP)
            found.append((place.adjusted(side, top, -side, -bottom), len(days)))
        return tuple(found)

    def day_at(self, at: QPointF) -> date | None:
        """The day at a place, None beside the days."""
        edges, row = self.edges, self.row_at(at)
        if row is None or not edges[0] <= at.x() < edges[7]:
            return None
        column = next(n for n in range(7) if at.x() < edges[n + 1])
        return self.shown.weeks[row].week.days[column]

    def row_at(self, at: QPointF) -> int | None:
        """The row at a place."""
        if not (0 <= at.x() < self.width and 0 <= at.y() < self.height):
            return None
        return next(n for n in range(len(self.shown.weeks)) if at.y() < self.row(n).bottom())

    def card_at(self, at: QPointF) -> PostCard | None:
        """The post at a place."""
        day = self.day_at(at)
        if day is None:
            return None
        places = enumerate(self.entries(day))
        return next((card for place, card in places if self.entry(day, place).contains(at)), None)

    def place_of(self, key: PostKey) -> QRect | None:
        """Where the entry of a post is; None when it is not to be seen."""
        day = key.moment.date()
        if day not in self.shown:
            return None
        places = enumerate(self.entries(day))
        found = next((self.entry(day, place) for place, card in places if card.key == key), None)
        return found.toRect() if found is not None else None
