"""How a post looks as one line of a day: tiles, title, and its format or, as long as it is not out, its status."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from db.records import Platform, Status
from desktop.month import words
from desktop.planning.cards import PostCard
from desktop.ui import icons, marks, theme

TILE, MARK, FORMAT, SERIES = 15, 13, 12, 11
_GAP, _TILE_GAP = 6, 2
_LEFT, _RIGHT = 8, 6
_LEAST_TITLE = 22  # below it the tile tells more than the letters
_TWO_TILES_FROM = 128
_SERIES_FROM = 140
_TIGHTER = 0.008
_BEFORE_OUT = frozenset({Status.IDEA, Status.DRAFT})


@lru_cache(maxsize=4096)
def _elided(text: str, width: int, font_key: str) -> str:
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=8)
def _title_font(pixels: int, is_struck: bool) -> tuple[QFont, str]:
    font = theme.font("card")
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -_TIGHTER * pixels)
    font.setStrikeOut(is_struck)
    return font, font.toString()


def paint_entry(
    painter: QPainter,
    rect: QRectF,
    card: PostCard,
    platforms: Mapping[int, Platform],
    back: QColor,
    is_own: bool = True,
) -> None:
    """Paint a post into the width of a cell; `back` is the colour behind it, `is_own` False mutes it."""
    center, side = rect.center().y(), float(theme.px(TILE))
    x = rect.left() + theme.px(_LEFT)
    right = rect.right() - theme.px(_RIGHT)
    shown = 2 if len(card.platform_ids) == 2 and rect.width() * 100 / theme.scale() >= _TWO_TILES_FROM else 1
    for platform_id in card.platform_ids[:shown]:
        icons.tile(painter, platforms[platform_id].kind, QRectF(x, center - side / 2, side, side))
        x += side + theme.px(_TILE_GAP)
    x -= theme.px(_TILE_GAP)
    if len(card.platform_ids) > shown:
        more = QRectF(x + theme.px(_TILE_GAP), rect.top(), theme.px(20), rect.height())
        color = theme.color("text-3")
        x = more.left() + marks.text_line(
            painter, more, f"+{len(card.platform_ids) - shown}", theme.font("micro", 600), color
        )
    mark, gap, least = float(theme.px(MARK)), theme.px(_GAP), theme.px(_LEAST_TITLE)
    has_both = right - mark - gap - x - gap >= least
    # Where there is no room for both, a format gives way to the title, and the title to a status.
    if has_both or card.status is not Status.PUBLISHED or right - x - gap < least:
        place = QRectF(max(right - mark, x + theme.px(2)), center - mark / 2, mark, mark)
        if place.right() <= rect.right():
            _paint_mark(painter, place, card, back)
        right -= mark + gap
    x += gap
    if card.rrule is not None and rect.width() * 100 / theme.scale() >= _SERIES_FROM:
        right -= theme.px(SERIES)
        place = QRectF(right, center - theme.px(SERIES) / 2, theme.px(SERIES), theme.px(SERIES))
        icons.draw(painter, icons.SERIES, place, theme.color("text-3"))
        right -= gap
    if right - x >= least:
        _paint_title(painter, QRectF(x, rect.top(), right - x, rect.height()), card, is_own)


def _paint_mark(painter: QPainter, place: QRectF, card: PostCard, back: QColor) -> None:
    if card.status is not Status.PUBLISHED:
        marks.status_mark(painter, words.mark(card), place, back)
        return
    if card.format_key is None:
        return
    side = theme.px(FORMAT)
    inner = QRectF(place.right() - side, place.center().y() - side / 2, side, side)
    icons.draw(painter, icons.format_icon(card.format_key), inner, theme.color("text-3"))


def _paint_title(painter: QPainter, room: QRectF, card: PostCard, is_own: bool) -> None:
    is_skipped = card.status is Status.SKIPPED
    font, key = _title_font(theme.font("card").pixelSize(), is_skipped)
    role = "text-3" if is_skipped or not is_own else "text-2" if card.status in _BEFORE_OUT else "text"
    painter.setFont(font)
    painter.setPen(theme.color(role))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(room, flags, _elided(words.title(card.title), int(room.width()), key))
