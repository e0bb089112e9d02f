"""How a work block looks: a flat tint without a border, told apart from posts at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from db.records import Activity, Platform, PlatformKind
from desktop import wording
from desktop.calendar.grid_geometry import BLOCK_INSET
from desktop.calendar.measured import Measured, paint_edge, paint_pill, pill_width
from desktop.calendar.post_card import FRESH_LINE, ORIGIN_OPACITY, RADIUS, CardLook, text_width, tighten
from desktop.planning.recurrence import Occurrence
from desktop.ui import icons, marks, theme

translate = QCoreApplication.translate

_LEFT, _RIGHT, _GAP = 7, 6, 5
_ICON, _SERIES, _TICK, _TILE = 13, 11, 14, 14
_ONE_LINE = 36
_LINKS_LINE = 52
_DURATION = 60
_LABEL_SPACING = 0.005
_LEAST_LABEL = 28  # three letters and the dots; less says nothing beside the icon


class Repeats(StrEnum):
    """Whether a block comes again, and whether this one differs."""

    ONCE = "once"
    SERIES = "series"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class BlockFace:
    """What stands on a work block. `bands` are its platforms with their shares of the width, adding up to 1."""

    bands: tuple[tuple[PlatformKind, float], ...]
    activity: Activity
    label: str
    times: str
    duration: str
    repeats: Repeats = Repeats.ONCE
    post_count: int = 0
    is_done: bool = False


def block_face(
    occurrence: Occurrence,
    platforms: Mapping[int, Platform],
    minutes: int,
    times: tuple[datetime, datetime] | None = None,
) -> BlockFace:
    """The face of an occurrence; `minutes` is its real length, `times` shows others than its own (a drag)."""
    starts, ends = times or (occurrence.starts_at, occurrence.ends_at)
    total = sum(share.weight or 1 for share in occurrence.shares)
    return BlockFace(
        bands=tuple((platforms[share.platform_id].kind, (share.weight or 1) / total) for share in occurrence.shares),
        activity=occurrence.activity,
        label=occurrence.title or wording.activity(occurrence.activity),
        times=wording.time_range(starts, ends),
        duration=wording.hours_h(minutes),
        repeats=Repeats.EXCEPTION
        if occurrence.is_series and occurrence.is_exception
        else Repeats.SERIES
        if occurrence.is_series
        else Repeats.ONCE,
        post_count=len(occurrence.post_ids),
        is_done=occurrence.is_done,
    )


def tick_rect(rect: QRectF) -> QRectF:
    """Where the circle that marks a block as done lies in its card."""
    side = theme.px(_TICK)
    row = rect.height() if rect.height() <= theme.px(_ONE_LINE) else theme.px(19) + 2 * theme.px(2)
    return QRectF(rect.right() - theme.px(_RIGHT) - side, rect.top() + (row - side) / 2, side, side)


def paint_block(painter: QPainter, rect: QRectF, face: BlockFace, look: CardLook) -> None:
    """Paint a work block; what its height and width do not hold is left out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.is_origin:
        painter.setOpacity(painter.opacity() * ORIGIN_OPACITY)
    elif look.is_lifted:
        marks.shadow(painter, rect, theme.px(RADIUS), marks.GHOST)
    _paint_bands(painter, rect, face, look)
    ink = _ink(face)
    one_line = rect.height() <= theme.px(_ONE_LINE)
    row_height = rect.height() if one_line else float(theme.px(19))
    row = QRectF(
        rect.left() + theme.px(_LEFT),
        rect.top() + (0 if one_line else theme.px(2)),
        rect.width() - theme.px(_LEFT + _RIGHT),
        row_height,
    )
    # A low block would cut the circle's ring.
    painter.setClipRect(rect)
    _paint_row(painter, row, face, ink, rect, one_line, look.measured)
    if not one_line:
        _paint_times(painter, row, face, ink, rect)
    if look.measured is not None:
        paint_edge(painter, rect, min(float(theme.px(RADIUS)), rect.height() / 2), look.measured)
    painter.restore()


def _ink(face: BlockFace) -> QColor:
    if len(face.bands) == 1:
        return theme.platform(face.bands[0][0]).text
    return theme.color("text")


def _paint_bands(painter: QPainter, rect: QRectF, face: BlockFace, look: CardLook) -> None:
    radius = min(float(theme.px(RADIUS)), rect.height() / 2)
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    if look.is_fresh:
        ground = theme.color("hover" if look.is_hovered else "accent-wash")
        marks.dashed(painter, rect, radius, theme.color("accent"), ground, FRESH_LINE * theme.scale() / 100)
        return
    if len(face.bands) == 1:
        painter.fillPath(shape, theme.platform(face.bands[0][0]).tint)
    elif not face.bands:
        painter.fillPath(shape, theme.color("hover"))
    else:
        painter.save()
        painter.setClipPath(shape)
        left = rect.left()
        for number, (kind, share) in enumerate(face.bands):
            right = rect.right() if number == len(face.bands) - 1 else left + rect.width() * share
            painter.fillRect(QRectF(left, rect.top(), right - left, rect.height()), theme.platform(kind).tint)
            left = right
        painter.restore()
    if look.is_origin:
        marks.dashed(painter, rect, radius, theme.color("line-strong"), None, 1)
    elif look.is_lifted or theme.is_high_contrast():
        marks.outline(painter, rect, radius, theme.color("line-strong"), theme.border())
    elif look.is_hovered and face.bands:
        shade = QColor(theme.platform(face.bands[0][0]).strong)
        shade.setAlphaF(0.28)
        marks.outline(painter, rect, radius, shade, 1)


def _paint_row(
    painter: QPainter,
    row: QRectF,
    face: BlockFace,
    ink: QColor,
    rect: QRectF,
    one_line: bool,
    measured: Measured | None,
) -> None:
    column = rect.width() * 100 / theme.scale() + 2 * BLOCK_INSET
    center = row.center().y()
    right = row.right()
    tick = tick_rect(rect)
    if measured is not None and row.width() >= theme.px(_ICON + _GAP) + pill_width(measured):
        right = paint_pill(painter, right, center, measured) - theme.px(_GAP)
    elif row.width() >= theme.px(_ICON + _GAP + _TICK):
        behind = theme.platform(face.bands[-1][0]).tint if face.bands else theme.color("hover")
        marks.tick(painter, tick, face.is_done, ink, behind)
        right = tick.left() - theme.px(_GAP)
    is_shared = len(face.bands) > 1
    # Without tints nothing else would tell the platform.
    if is_shared or (face.bands and theme.is_high_contrast()):
        right = _paint_tiles(painter, row, right, face)
    x = _paint_icon(painter, row.left(), center, icons.activity_icon(face.activity), _ICON, ink)
    if is_shared and column < 150:
        return
    font, micro = theme.font("card"), theme.font("micro")
    tighten(font, _LABEL_SPACING)
    room = right - x
    if face.repeats is not Repeats.ONCE and column >= 140:
        room -= theme.px(_SERIES + _GAP)
    links = str(face.post_count) if one_line and face.post_count else ""
    links_room = theme.px(_SERIES + 3 + 2 + _GAP) + text_width(links, micro)
    # The number of posts goes before the label is cut.
    if links and text_width(face.label, font) <= room - links_room:
        room -= links_room
    else:
        links = ""
    if room < min(theme.px(_LEAST_LABEL), text_width(face.label, font)):
        return
    place = QRectF(x, row.top(), room, row.height())
    x += marks.text_line(painter, place, face.label, font, ink) + theme.px(_GAP)
    if face.repeats is not Repeats.ONCE and column >= 140:
        faded = QColor(ink)
        faded.setAlphaF(0.75)
        name = icons.SERIES if face.repeats is Repeats.SERIES else icons.SERIES_EXCEPTION
        x = _paint_icon(painter, x, center, name, _SERIES, faded)
    if links:
        x = _paint_icon(painter, x + theme.px(2), center, icons.LINKED, _SERIES, ink) - theme.px(2)
        marks.text_line(painter, QRectF(x, row.top(), right - x, row.height()), links, micro, ink)


def _paint_tiles(painter: QPainter, row: QRectF, right: float, face: BlockFace) -> float:
    """Paint the tiles of a shared block up to the circle, as many as fit; gives what remains to their left."""
    side, gap = theme.px(_TILE), theme.px(2)
    room = right - row.left() - theme.px(_ICON + _GAP)
    shown = face.bands[: max(0, int((room + gap) // (side + gap)))]
    x = right - len(shown) * (side + gap) + gap
    for number, (kind, _share) in enumerate(shown):
        place = QRectF(x + number * (side + gap), row.center().y() - side / 2, side, side)
        icons.tile(painter, kind, place)
    return x - theme.px(_GAP)


def _paint_icon(painter: QPainter, x: float, center: float, name: str, size: int, ink: QColor) -> float:
    side = theme.px(size)
    icons.draw(painter, name, QRectF(x, center - side / 2, side, side), ink)
    return x + side + theme.px(_GAP)


def _paint_times(painter: QPainter, row: QRectF, face: BlockFace, ink: QColor, rect: QRectF) -> None:
    soft = QColor(ink)
    soft.setAlphaF(0.92)
    micro, line = theme.font("micro"), float(theme.line_height("micro"))
    indent = theme.px(_ICON + _GAP)
    place = QRectF(row.left() + indent, row.bottom(), row.right() - row.left() - indent, line)
    with_duration = [f"{face.times} · {face.duration}"] if rect.height() >= theme.px(_DURATION) else []
    times = _fitting([*with_duration, face.times, face.times.partition("–")[0]], place.width())
    used = marks.text_line(painter, place, times, micro, soft) if times else 0.0
    if not face.post_count:
        return
    if rect.height() >= theme.px(_LINKS_LINE):
        place.translate(0, line)
    else:
        place.setLeft(place.left() + used + theme.px(7))
    side = theme.px(_SERIES)
    words = _fitting([_posts(face.post_count), str(face.post_count)], place.width() - side - theme.px(3))
    if words:
        icons.draw(painter, icons.LINKED, QRectF(place.left(), place.center().y() - side / 2, side, side), soft)
        place.setLeft(place.left() + side + theme.px(3))
        marks.text_line(painter, place, words, micro, soft)


def _fitting(wordings: list[str], width: float) -> str:
    """The first of several wordings that fits into a width of small text; empty when none does."""
    return next((words for words in wordings if text_width(words, theme.font("micro")) <= width), "")


def _posts(count: int) -> str:
    if count == 1:
        return translate("BlockCard", "1 post")
    return translate("BlockCard", "{count} posts").format(count=count)
