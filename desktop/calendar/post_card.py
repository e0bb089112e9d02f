"""How a post's card looks: the card of the week, of the drag and of the tray's ideas on their way.

A card is painted into any rectangle; its height decides how much it tells (one line, two lines, pictures).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPixmap

from db.records import Platform, PlatformKind, Post, Status
from desktop import wording
from desktop.calendar.grid_geometry import POST_INSET
from desktop.calendar.measured import Measured, paint_edge, paint_pill, pill_width
from desktop.calendar.title_text import paint_title
from desktop.planning.cards import PostCard, least_advanced
from desktop.ui import icons, marks, theme

Pictures = Callable[[str], QPixmap | None]
Sign = tuple[str, int]  # an icon and its size in px at 100 %

RADIUS = 6
_TILE, _TILE_GAP, _GAP, _MARK, _FORMAT, _SERIES = 14, 2, 5, 13, 12, 11
_SERIES_FROM = 140  # px of the column, as for work blocks
_RAIL = 3
_NARROW = 84
_MOST_TILES = 3
_MOST_SLICES = 2
_TITLE_SPACING = 0.008


@dataclass(frozen=True, slots=True)
class PostFace:
    """What stands on a post's card. `mark` is a status or `marks.OVERDUE`; `pictures` are SHA-256 names."""

    kinds: tuple[PlatformKind, ...]
    time: str
    format_key: str | None
    mark: Status | str
    title: str
    pictures: tuple[str, ...] = ()
    repeats: bool = False

    @property
    def is_skipped(self) -> bool:
        """Skipped posts are struck through."""
        return self.mark == Status.SKIPPED


@dataclass(frozen=True, slots=True)
class CardLook:
    """The state in which a card is painted.

    `is_origin`: it is being dragged away from here; `is_lifted`: the ghost; `is_fresh`: it is not in the plan yet;
    `measured`: the timer measures it.
    """

    is_hovered: bool = False
    is_origin: bool = False
    is_lifted: bool = False
    is_fresh: bool = False
    measured: Measured | None = None


PLAIN = CardLook()
LIFTED = CardLook(is_lifted=True)
ORIGIN_OPACITY = 0.4
FRESH_LINE = 1.5


def post_face(card: PostCard, platforms: Mapping[int, Platform], moment: datetime | None = None) -> PostFace:
    """The face of a card; `moment` shows another time than its own (a drag)."""
    return PostFace(
        kinds=tuple(platforms[id_].kind for id_ in card.platform_ids),
        time=wording.clock(card.moment if moment is None else moment),
        format_key=card.format_key,
        mark=marks.OVERDUE if card.is_overdue else card.status,
        title=card.title or wording.untitled(),
        pictures=card.pictures,
        repeats=card.rrule is not None,
    )


def idea_face(post: Post, platforms: Mapping[int, Platform], moment: datetime | None) -> PostFace:
    """The face of a post without a date, as it would stand at `moment`; without one it shows no time."""
    return PostFace(
        kinds=tuple(platforms[variant.platform_id].kind for variant in post.variants),
        time="" if moment is None else wording.clock(moment),
        format_key=post.format_key,
        mark=least_advanced(variant.status for variant in post.variants),
        title=post.title or wording.untitled(),
        pictures=next((variant.pictures for variant in post.variants if variant.pictures), ()),
    )


def tiles_shown(count: int, column: float) -> int:
    """How many platform tiles fit into a column (in px at 100 %); the rest is told as "+n"."""
    if count == 2:
        return 2 if column >= 108 else 1
    return min(count, 1 if column < 118 else 2 if column < 128 else _MOST_TILES)


def paint_post(painter: QPainter, rect: QRectF, face: PostFace, look: CardLook, picture: Pictures) -> None:
    """Paint a post's card; what its height does not hold is left out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.is_origin:
        painter.setOpacity(painter.opacity() * ORIGIN_OPACITY)
    elif not look.is_fresh:
        marks.shadow(painter, rect, theme.px(RADIUS), marks.GHOST if look.is_lifted else 1)
    _paint_frame(painter, rect, face, look)
    inner = rect.adjusted(1 + theme.px(_RAIL) + theme.px(6), 1, -1, -1)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    if rect.width() < theme.px(_NARROW):
        _paint_narrow(painter, rect.adjusted(1 + theme.px(_RAIL) + theme.px(3), 1, -theme.px(3), -1), face)
    elif rect.height() < theme.px(40):
        _paint_one_line(painter, inner, face, rect.width(), look.measured)
    else:
        _paint_lines(painter, inner, face, rect, picture, look.measured)
    if look.measured is not None:
        paint_edge(painter, rect, theme.px(RADIUS), look.measured)
    painter.restore()


def _paint_frame(painter: QPainter, rect: QRectF, face: PostFace, look: CardLook) -> None:
    radius = theme.px(RADIUS)
    fill = theme.color("hover" if look.is_hovered else "raised")
    if look.is_origin:
        marks.dashed(painter, rect, radius, theme.color("line-strong"), fill, 1)
    elif look.is_fresh:
        ground = theme.color("hover" if look.is_hovered else "surface")
        marks.dashed(painter, rect, radius, theme.color("accent"), ground, FRESH_LINE * theme.scale() / 100)
    else:
        marks.panel(painter, rect, radius, fill, _line(face, look), theme.border())
    rail = QPainterPath()
    rail.addRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    painter.save()
    painter.setClipPath(rail)
    if face.is_skipped:
        painter.setOpacity(painter.opacity() * 0.5)
    strong = theme.platform(face.kinds[0]).strong if face.kinds else theme.color("line-strong")
    painter.fillRect(QRectF(rect.left() + 1, rect.top() + 1, theme.px(_RAIL), rect.height() - 2), strong)
    painter.restore()


def _line(face: PostFace, look: CardLook) -> QColor:
    if face.mark == marks.OVERDUE:
        return theme.color("danger")
    return theme.color("line-strong" if look.is_lifted else "line")


def _paint_narrow(painter: QPainter, inner: QRectF, face: PostFace) -> None:
    """Paint a card in a crowd: tile and status above the time, the title last; what does not fit is left out."""
    two_lines = inner.height() >= theme.px(34)
    center = inner.top() + theme.px(4 + 7.5) if two_lines else inner.center().y()
    side, mark = float(theme.px(_TILE)), float(theme.px(_MARK))
    if face.kinds:
        icons.tile(painter, face.kinds[0], QRectF(inner.left(), center - side / 2, side, side))
    if inner.width() >= side + mark:
        place = QRectF(inner.right() - mark, center - mark / 2, mark, mark)
        marks.status_mark(painter, face.mark, place, theme.color("raised"))
    if not two_lines:
        return
    line = float(theme.line_height("card"))
    place = QRectF(inner.left(), center + theme.px(8), inner.width(), line)
    if text_width(face.time, theme.font("micro", 600)) <= place.width():
        _paint_word(
            painter, place.left(), place.center().y(), face.time, theme.font("micro", 600), theme.color("text-2")
        )
        place.translate(0, line)
    if place.bottom() <= inner.bottom() + 1:
        _paint_title(painter, place, face, theme.font("card"), 1, line)


def _paint_one_line(painter: QPainter, inner: QRectF, face: PostFace, width: float, measured: Measured | None) -> None:
    low = inner.height() < theme.px(20)
    title_font = theme.font("micro" if low else "card")
    tile = theme.px(12 if low else _TILE)
    center = inner.center().y()
    x = _paint_tiles(painter, inner.left(), center, face.kinds, tiles_shown(len(face.kinds), _column(width)), tile)
    x = _paint_time(painter, x, center, face.time)
    if face.repeats and _column(width) >= _SERIES_FROM:
        x = _paint_signs(painter, x, center, [(icons.SERIES, _SERIES)])
    mark = theme.px(_MARK)
    right = inner.right() - theme.px(5)
    place = QRectF(right - mark, center - mark / 2, mark, mark)
    marks.status_mark(painter, face.mark, place, theme.color("raised"))
    right = place.left()
    if measured is not None and x + pill_width(measured) + theme.px(_GAP) <= right:
        right = paint_pill(painter, right - theme.px(_GAP), center, measured)
    room = QRectF(x, inner.top(), right - theme.px(_GAP) - x, inner.height())
    if room.width() > theme.px(12):
        _paint_title(painter, room, face, title_font, 1, inner.height())


def _paint_lines(
    painter: QPainter, inner: QRectF, face: PostFace, rect: QRectF, picture: Pictures, measured: Measured | None
) -> None:
    column = _column(rect.width())
    two_lines = rect.height() >= theme.px(52)
    shown = tiles_shown(len(face.kinds), column)
    body = QRectF(inner.left(), inner.top() + theme.px(4), inner.width() - theme.px(5), inner.height() - theme.px(4))
    needed = _head_width(face, shown) + (0 if measured is None else pill_width(measured) + theme.px(_GAP))
    if two_lines and column >= 118:
        strip = _strip_width(face, picture, column)
        # Pictures give way to time and status, never the other way round.
        if strip and body.width() - strip >= needed:
            _paint_pictures(painter, inner, face, picture, strip, column)
            body.setWidth(body.width() - strip)
    head = QRectF(body.left(), body.top(), body.width(), theme.px(15))
    signs = _signs(face, column, body.width() - needed)
    _paint_head(painter, head, face, shown, signs, measured if needed <= body.width() else None)
    top = head.bottom() + theme.px(2)
    title = QRectF(body.left(), top, body.width(), rect.bottom() - 1 - top)
    _paint_title(painter, title, face, theme.font("card"), 2 if two_lines else 1, theme.line_height("card"))


def _paint_head(
    painter: QPainter, head: QRectF, face: PostFace, shown: int, signs: list[Sign], measured: Measured | None
) -> None:
    center = head.center().y()
    x = _paint_tiles(painter, head.left(), center, face.kinds, shown, theme.px(_TILE))
    x = _paint_time(painter, x, center, face.time)
    _paint_signs(painter, x, center, signs)
    mark = theme.px(_MARK)
    # In the narrowest columns the mark keeps clear of the time at the cost of the margin.
    left = min(max(head.right() - mark, x - theme.px(2)), head.right() + theme.px(4) - mark)
    marks.status_mark(painter, face.mark, QRectF(left, center - mark / 2, mark, mark), theme.color("raised"))
    if measured is not None:
        paint_pill(painter, left - theme.px(_GAP), center, measured)


def _paint_tiles(
    painter: QPainter, x: float, center: float, kinds: tuple[PlatformKind, ...], shown: int, side: float
) -> float:
    """Paint tiles and the "+n" behind them; gives the x position for what follows."""
    for kind in kinds[:shown]:
        icons.tile(painter, kind, QRectF(x, center - side / 2, side, side))
        x += side + theme.px(_TILE_GAP)
    if len(kinds) > shown:
        more, font = f"+{len(kinds) - shown}", theme.font("micro", 600)
        width = text_width(more, font)
        _paint_word(painter, x + theme.px(1), center, more, font, theme.color("text-3"))
        x += theme.px(1) + width + theme.px(_TILE_GAP)
    return x - theme.px(_TILE_GAP) + theme.px(_GAP)


def _paint_time(painter: QPainter, x: float, center: float, time: str) -> float:
    if not time:
        return x
    font = theme.font("micro", 600)
    _paint_word(painter, x, center, time, font, theme.color("text-2"))
    return x + text_width(time, font) + theme.px(_GAP)


def _signs(face: PostFace, column: float, room: float) -> list[Sign]:
    """The icons behind the time for which there is room: the format's, and that the post repeats."""
    wanted = [(icons.format_icon(face.format_key), _FORMAT)] if face.format_key is not None else []
    wanted += [(icons.SERIES, _SERIES)] if face.repeats and column >= _SERIES_FROM else []
    found: list[Sign] = []
    for name, size in wanted:
        room -= theme.px(size + _GAP)
        if room >= 0:
            found.append((name, size))
    return found


def _paint_signs(painter: QPainter, x: float, center: float, signs: list[Sign]) -> float:
    for name, size in signs:
        side = theme.px(size)
        icons.draw(painter, name, QRectF(x, center - side / 2, side, side), theme.color("text-3"))
        x += side + theme.px(_GAP)
    return x


def _paint_word(painter: QPainter, x: float, center: float, text: str, font: QFont, color: QColor) -> None:
    place = QRectF(x, center - 20, text_width(text, font) + 2, 40)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_title(
    painter: QPainter, room: QRectF, face: PostFace, font: QFont, max_lines: int, line_height: float
) -> None:
    font.setStrikeOut(face.is_skipped)
    tighten(font, _TITLE_SPACING)
    color = theme.color("text-3" if face.is_skipped else "text")
    paint_title(painter, room, face.title, font, max_lines, color, line_height)


def tighten(font: QFont, by: float) -> None:
    """Set letters closer by a share of the font's size: German words are long, columns narrow."""
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -by * font.pixelSize())


def _head_width(face: PostFace, shown: int) -> float:
    """What tiles, time and status need at least, in px."""
    width = float(shown * theme.px(_TILE)) + max(0, shown - 1) * theme.px(_TILE_GAP)
    font = theme.font("micro", 600)
    if len(face.kinds) > shown:
        width += theme.px(_TILE_GAP) + theme.px(1) + text_width(f"+{len(face.kinds) - shown}", font)
    if face.time:
        width += theme.px(_GAP) + text_width(face.time, font)
    return width + theme.px(_GAP) + theme.px(_MARK)


def _column(width: float) -> float:
    """The width, at 100 %, of the column in which a card of this width stands alone."""
    return width * 100 / theme.scale() + 2 * POST_INSET


def _slices(face: PostFace, column: float) -> int:
    return min(_MOST_SLICES, len(face.pictures) - 1) if column >= 150 else 0


def _strip_width(face: PostFace, picture: Pictures, column: float) -> float:
    if not face.pictures or picture(face.pictures[0]) is None:
        return 0.0
    return theme.px(28 if column < 150 else 34) + _slices(face, column) * (theme.px(7) + 1) + theme.px(4)


def _paint_pictures(
    painter: QPainter, inner: QRectF, face: PostFace, picture: Pictures, strip: float, column: float
) -> None:
    margin = theme.px(4)
    place = QRectF(inner.right() - strip, inner.top() + margin, strip - margin, inner.height() - 2 * margin)
    clip = QPainterPath()
    clip.addRoundedRect(place, theme.px(4), theme.px(4))
    painter.save()
    painter.setClipPath(clip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if face.is_skipped:
        painter.setOpacity(painter.opacity() * 0.45)
    x = place.left()
    for number, name in enumerate(face.pictures[: _slices(face, column) + 1]):
        width = theme.px(7) if number else theme.px(28 if column < 150 else 34)
        found = picture(name)
        if found is not None:
            target = QRectF(x, place.top(), width, place.height())
            painter.drawPixmap(target, found, _covering(found, target))
        x += width + 1
    painter.restore()


def _covering(picture: QPixmap, target: QRectF) -> QRectF:
    """The middle part of a picture that fills a rectangle without being stretched."""
    width, height = float(picture.width()), float(picture.height())
    shape = target.width() / target.height()
    if width / height > shape:
        return QRectF((width - height * shape) / 2, 0, height * shape, height)
    return QRectF(0, (height - width / shape) / 2, width, width / shape)


@lru_cache(maxsize=2048)
def _advance(text: str, font_key: str) -> float:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font).horizontalAdvance(text)


def text_width(text: str, font: QFont) -> float:
    """How wide a text is on one line; times and labels repeat, so widths are kept."""
    return _advance(text, font.toString())
