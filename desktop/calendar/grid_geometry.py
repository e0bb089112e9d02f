"""Minutes and days to pixels and back: the arithmetic of the week grid, without a widget.

All lengths are logical pixels of the canvas, which holds a day's 24 hours; minutes are wall clock after midnight.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop.planning.week import DAY_MINUTES

DAYS = 7
SHOWN_HOURS = 13  # 7:00 to 20:00 fill the free height
FIRST_SHOWN = 7 * 60
GUTTER = 60
POST_INSET = 3
BLOCK_INSET = 4
FREE_STRIP = 10
POST_HEIGHT = 54
LOW_POST_HEIGHT = 40
LEAST_HEIGHT = 24
LEAST_BLOCK = 18
LEAST_LANE = 44
LEAST_COLUMN = 96
NARROW_COLUMN = 56
LEAST_HOUR, MOST_HOUR = 33, 72
WHOLE_DAY = 1  # instead of a height: all 24 hours fit the window
HOUR_STEPS = (28, 36, 44, 56, 72, 96, 128)  # px an hour at 100 % text, to choose from
FOOT = 20  # below 24:00, so that the last quarter of an hour can be reached


def column_edges(width: float, scale: float = 1.0) -> tuple[float, ...]:
    """The eight x positions that bound the seven day columns right of the gutter.

    Columns are equal; where they would be narrower than 96 px the weekend gives way down to 56 px.
    """
    gutter = GUTTER * scale
    free = max(0.0, width - gutter)
    work = end = free / DAYS
    if work < LEAST_COLUMN * scale:
        end = max(0.0, min(work, max(NARROW_COLUMN * scale, (free - 5 * LEAST_COLUMN * scale) / 2)))
        work = (free - 2 * end) / 5
    edges = [gutter]
    for day in range(DAYS):
        edges.append(edges[-1] + (work if day < 5 else end))
    return tuple(edges)


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """The canvas of one week: `edges` bound the columns, `hour_height` is one hour, `scale` the text scale."""

    edges: tuple[float, ...]
    hour_height: float
    scale: float = 1.0

    @classmethod
    def fitting(
        cls, width: float, free_height: float, scale: float = 1.0, hour_height: float | None = None
    ) -> GridGeometry:
        """The geometry for a viewport: 13 hours fill its height, within 33 to 72 px an hour.

        A chosen `hour_height` (at 100 % text) takes the place of that.
        """
        hour = min(MOST_HOUR * scale, max(LEAST_HOUR * scale, free_height / SHOWN_HOURS))
        return cls(column_edges(width, scale), hour if hour_height is None else hour_height * scale, scale)

    @property
    def gutter(self) -> float:
        """The width of the hour labels' column."""
        return self.edges[0]

    @property
    def width(self) -> float:
        """The right edge of the last column."""
        return self.edges[-1]

    @property
    def height(self) -> int:
        """The height of the whole canvas, foot included."""
        return math.ceil(24 * self.hour_height + FOOT * self.scale)

    def y(self, minute: float) -> float:
        """Where a minute of the day lies."""
        return minute * self.hour_height / 60

    def minute(self, y: float) -> float:
        """The minute of the day at a height, 0 to 1440."""
        return min(float(DAY_MINUTES), max(0.0, y * 60 / self.hour_height))

    def minutes(self, length: float) -> float:
        """How many minutes a length stands for."""
        return length * 60 / self.hour_height

    def day_at(self, x: float) -> int:
        """The column under an x position, 0 (Monday) to 6; positions outside count to the nearest column."""
        return min(DAYS - 1, max(0, bisect_right(self.edges, x) - 1))

    def column_width(self, day: int) -> float:
        """How wide a day's column is."""
        return self.edges[day + 1] - self.edges[day]

    def in_second_half(self, x: float) -> bool:
        """Tell whether a position lies in the right half of its column (the second pass of a repeated hour)."""
        day = self.day_at(x)
        return x >= self.edges[day] + self.column_width(day) / 2

    def in_free_strip(self, x: float) -> bool:
        """Tell whether a position lies in the strip at the right of its column where a drag always makes a block."""
        return x >= self.edges[self.day_at(x) + 1] - FREE_STRIP * self.scale

    def post_rect(self, day: int, minute: float, height: float | None = None) -> QRectF:
        """The rectangle of a post's card at full column width; `height` None is the usual reading height."""
        inset = POST_INSET * self.scale
        return QRectF(
            self.edges[day] + inset,
            self.y(minute),
            self.column_width(day) - 2 * inset,
            POST_HEIGHT * self.scale if height is None else height,
        )

    def block_rect(self, day: int, starts: float, ends: float) -> QRectF:
        """The rectangle of a block's card at full column width, 1 px clear above and below."""
        inset = BLOCK_INSET * self.scale
        return QRectF(
            self.edges[day] + inset,
            self.y(starts) + 1,
            self.column_width(day) - 2 * inset,
            max(LEAST_BLOCK * self.scale, self.y(ends) - self.y(starts) - 2),
        )

    @property
    def least_minutes(self) -> int:
        """How many minutes every item takes at least when lanes are dealt out: a target of 24 px."""
        return math.ceil(self.minutes(LEAST_HEIGHT * self.scale))
