"""Where the cards of a day lie: lanes for what overlaps, heights of posts, and what is left for the "+n" popover."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from desktop.calendar.grid_geometry import (
    BLOCK_INSET,
    LEAST_BLOCK,
    LEAST_HEIGHT,
    LEAST_LANE,
    LOW_POST_HEIGHT,
    POST_HEIGHT,
    POST_INSET,
    GridGeometry,
)
from desktop.planning.cards import CardKey, PostKey
from desktop.planning.lanes import Lane, lanes

POST_SHARE = 0.6  # of the column, for a post beside one block
LANE_GAP = 2


@dataclass(frozen=True, slots=True)
class DayItem:
    """A card's place in its day in minutes; a post ends where it starts. `fold` is its pass of a repeated hour."""

    key: CardKey
    starts: int
    ends: int
    fold: int = 0

    @property
    def is_post(self) -> bool:
        """Posts have a moment and a reading height, blocks a duration."""
        return isinstance(self.key, PostKey)


@dataclass(frozen=True, slots=True)
class Overflow:
    """A "+n" button: the cards of a day for which the column has no room."""

    day: int
    rect: QRectF
    keys: tuple[CardKey, ...]


@dataclass(frozen=True, slots=True)
class DayPlaces:
    """The rectangles of a day's cards on the canvas and its "+n" buttons; hidden cards have no rectangle."""

    rects: dict[CardKey, QRectF] = field(default_factory=dict)
    overflows: list[Overflow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Strip:
    """A part of a column that is dealt out in lanes: left edge and width without insets."""

    left: float
    width: float


def place_day(
    items: Sequence[DayItem], day: int, geometry: GridGeometry, repeated: tuple[int, int] | None = None
) -> DayPlaces:
    """Place the cards of one day.

    `repeated` bounds the minutes that pass twice on this day: cards that lie within them stand in the half column of
    their pass, as long as nothing else reaches into that time.
    """
    places = DayPlaces()
    left, width = geometry.edges[day], geometry.column_width(day)
    if repeated is not None:
        inner = [item for item in items if repeated[0] <= item.starts and item.ends <= repeated[1]]
        outer = [item for item in items if item not in inner]
        reach = max(repeated[1], max((item.starts for item in inner), default=0) + geometry.least_minutes)
        if not any(item.starts < reach and _end(item, geometry) > repeated[0] for item in outer):
            for fold in (0, 1):
                half = _Strip(left + fold * width / 2, width / 2)
                _place([item for item in inner if item.fold == fold], day, half, geometry, places)
            items = outer
    _place(items, day, _Strip(left, width), geometry, places)
    return places


def _place(items: Sequence[DayItem], day: int, strip: _Strip, geometry: GridGeometry, places: DayPlaces) -> None:
    if not items:
        return
    # Two passes of a repeated hour may bear the same key only with different folds, so keys are unique here.
    found = lanes([(item.key, item.starts, item.ends) for item in items], geometry.least_minutes)
    for cluster in _clusters(items, geometry):
        _place_cluster(cluster, found, day, strip, geometry, places)
    _settle_heights(items, geometry, places)


def _end(item: DayItem, geometry: GridGeometry) -> int:
    return max(item.ends, item.starts + geometry.least_minutes)


def _clusters(items: Sequence[DayItem], geometry: GridGeometry) -> Iterable[list[DayItem]]:
    """Items that overlap, directly or over others, as `lanes` sees it."""
    cluster: list[DayItem] = []
    reach = 0
    for item in sorted(items, key=lambda item: item.starts):
        if cluster and item.starts >= reach:
            yield cluster
            cluster = []
            reach = 0
        cluster.append(item)
        reach = max(reach, _end(item, geometry))
    if cluster:
        yield cluster


def _place_cluster(
    cluster: Sequence[DayItem],
    found: dict[CardKey, Lane],
    day: int,
    strip: _Strip,
    geometry: GridGeometry,
    places: DayPlaces,
) -> None:
    count = found[cluster[0].key].columns
    fitting = max(1, int(strip.width // (LEAST_LANE * geometry.scale)))
    if count <= fitting:
        bounds = _bounds(cluster, found, count)
        hidden: list[DayItem] = []
    else:
        bounds = tuple(n / fitting for n in range(fitting + 1))
        hidden = [item for item in cluster if found[item.key].column >= fitting - 1]
    last = len(bounds) - 1
    shown_lanes = last - 1 if hidden else last
    for item in cluster:
        lane = found[item.key]
        if item in hidden:
            continue
        until = min(lane.column + lane.span, shown_lanes)
        inset = (POST_INSET if item.is_post else BLOCK_INSET) * geometry.scale
        inner = strip.width - 2 * inset
        x = strip.left + inset + inner * bounds[lane.column]
        right = strip.left + inset + inner * bounds[until] - (LANE_GAP if until < last else 0)
        top = geometry.y(item.starts)
        if item.is_post:
            places.rects[item.key] = QRectF(x, top, right - x, POST_HEIGHT * geometry.scale)
        else:
            height = max(LEAST_BLOCK * geometry.scale, geometry.y(item.ends) - top - 2)
            places.rects[item.key] = QRectF(x, top + 1, right - x, height)
    if hidden:
        x = strip.left + BLOCK_INSET * geometry.scale + (strip.width - 2 * BLOCK_INSET * geometry.scale) * bounds[-2]
        right = strip.left + strip.width - BLOCK_INSET * geometry.scale
        top = geometry.y(min(item.starts for item in hidden)) + 1
        rect = QRectF(x, top, right - x, LEAST_HEIGHT * geometry.scale - 2)
        places.overflows.append(Overflow(day, rect, tuple(item.key for item in hidden)))


def _bounds(cluster: Sequence[DayItem], found: dict[CardKey, Lane], count: int) -> tuple[float, ...]:
    """The lanes' bounds from 0 to 1: even, but a lane of posts beside a lane of blocks keeps 60 %."""
    if count == 2:
        posts = [{found[item.key].column for item in cluster if item.is_post}]
        blocks = {found[item.key].column for item in cluster if not item.is_post}
        if posts[0] == {0} and blocks == {1}:
            return (0.0, POST_SHARE, 1.0)
        if posts[0] == {1} and blocks == {0}:
            return (0.0, 1 - POST_SHARE, 1.0)
    return tuple(n / count for n in range(count + 1))


def _settle_heights(items: Sequence[DayItem], geometry: GridGeometry, places: DayPlaces) -> None:
    """Give posts the reading height for which there is room above whatever comes next in their lane."""
    full, low = POST_HEIGHT * geometry.scale, LOW_POST_HEIGHT * geometry.scale
    lying = [(rect.left(), rect.right(), rect.top()) for rect in places.rects.values()]
    lying += [(more.rect.left(), more.rect.right(), more.rect.top()) for more in places.overflows]
    for item in items:
        rect = places.rects.get(item.key)
        if rect is None or not item.is_post:
            continue
        left, right, top = rect.left(), rect.right(), rect.top()
        below = [other[2] for other in lying if other[2] > top and other[0] < right and other[1] > left]
        room = min(below, default=float(geometry.height)) - top
        rect.setHeight(full if room >= full + 2 * geometry.scale else min(low, room - 1))
