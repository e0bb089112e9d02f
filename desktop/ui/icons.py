"""Icons, platform glyphs and tiles: drawn from SVG files in any colour and kept as pixmaps per size and screen.

Icons are named like their files in `resources/icons`. On printers and in PDF files they are drawn as vectors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from db.records import Activity, PlatformKind
from desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

OCCASION = "candle"
HOLIDAY = "tag"
CLOSED_DAY = "door"
CAMPAIGN = "speakerphone"
COVERED = "circle-check"
UNCOVERED = "calendar-off"
SERIES = "repeat"
SERIES_EXCEPTION = "repeat-off"
LINKED = "link"
OPEN_BUDGET = "hourglass"
MET_BUDGET = "circle-check"
OVER_BUDGET = "alert-triangle"
WORK_BLOCK = "clock"
POST = "send"
IDEA = "bulb"
TIMER = "stopwatch"

_ACTIVITIES = {
    Activity.PLANNING: "list-check",
    Activity.CREATION: "camera",
    Activity.INTERACTION: "message-circle",
    Activity.MONITORING: "eye",
}
_FORMATS = {
    "text": "align-left",
    "image": "photo",
    "carousel": "box-multiple",
    "story": "device-mobile",
    "reel": "player-play",
    "video": "player-play",
    "poll": "chart-bar",
    "event": "calendar-event",
    "article": "note",
}
_OTHER_FORMAT = "tag"
_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="1" y="1" width="22" height="22" rx="6.5" '
    'fill="{back}"/><g fill="{front}"><rect x="5" y="7" width="3.2" height="10.5" rx="1.3"/><rect x="10.4" y="10.5" '
    'width="3.2" height="7" rx="1.3"/><rect x="15.8" y="5" width="3.2" height="12.5" rx="1.3"/></g></svg>'
)
_FRAME = re.compile(r'<path stroke="none" d="M0 0h24v24H0z"[^>]*/>')
_Paint = Callable[[QPainter, QRectF], None]


def activity_icon(activity: Activity) -> str:
    """The icon of an activity."""
    return _ACTIVITIES[activity]


def format_icon(key: str | None) -> str:
    """The icon of a format; the plan's own formats share one, None (no format chosen) has that of a text."""
    return _FORMATS.get(key, _OTHER_FORMAT) if key else _FORMATS["text"]


def _stroke(size: float) -> float:
    """Small icons need thicker lines to carry the same weight."""
    if size < 11.5:
        return 2.2
    return 2.0 if size < 13.5 else 1.75


@cache
def _source(folder: str, name: str) -> str:
    return (theme.RESOURCES / folder / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(folder: str, name: str, color: str, stroke: float | None) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first window is painted sooner without it

    # The square around every icon is meant to be invisible, but the engine of PDF files draws it.
    text = _FRAME.sub("", _source(folder, name)).replace("currentColor", color)
    if stroke is not None:
        text = re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{stroke}"', text, count=1)
    return QSvgRenderer(QByteArray(text.encode()))


def _paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    painter.save()
    painter.setOpacity(painter.opacity() * color.alphaF())
    _renderer("icons", name, color.name(), _stroke(rect.width())).render(painter, rect)
    painter.restore()


def _paint_glyph(painter: QPainter, kind: PlatformKind, rect: QRectF, color: QColor) -> None:
    _renderer("glyphs", kind, color.name(), None).render(painter, rect)


def _paint_tile(painter: QPainter, rect: QRectF, strong: QColor, kind: PlatformKind, glyph_color: QColor) -> None:
    radius, side = round(rect.width() * 0.28), round(rect.width() * 0.68)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(strong)
    painter.drawRoundedRect(rect, radius, radius)
    inset = (rect.width() - side) / 2
    _paint_glyph(painter, kind, QRectF(rect.x() + inset, rect.y() + inset, side, side), glyph_color)


def _paint_logo(painter: QPainter, rect: QRectF, back: str, front: str) -> None:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - see above

    QSvgRenderer(QByteArray(_LOGO.format(back=back, front=front).encode())).render(painter, rect)


def _blank(size: float, dpr: float) -> QPixmap:
    pixels = max(round(size * dpr), 1)
    blank = QPixmap(pixels, pixels)
    blank.setDevicePixelRatio(dpr)
    blank.fill(Qt.GlobalColor.transparent)
    return blank


def _made(size: float, dpr: float, paint: _Paint) -> QPixmap:
    made = _blank(size, dpr)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


@lru_cache(maxsize=1024)
def _icon_pixmap(name: str, color: int, size: float, dpr: float) -> QPixmap:
    tint = QColor.fromRgba(color)
    return _made(size, dpr, lambda painter, rect: _paint_icon(painter, name, rect, tint))


@lru_cache(maxsize=256)
def _glyph_pixmap(kind: PlatformKind, color: int, size: float, dpr: float) -> QPixmap:
    tint = QColor.fromRgba(color)
    return _made(size, dpr, lambda painter, rect: _paint_glyph(painter, kind, rect, tint))


@lru_cache(maxsize=256)
def _tile_pixmap(kind: PlatformKind, colors: tuple[int, int], size: float, dpr: float) -> QPixmap:
    strong, glyph_color = (QColor.fromRgba(color) for color in colors)
    return _made(size, dpr, lambda painter, rect: _paint_tile(painter, rect, strong, kind, glyph_color))


@lru_cache(maxsize=16)
def _logo_pixmap(back: str, front: str, size: float, dpr: float) -> QPixmap:
    return _made(size, dpr, lambda painter, rect: _paint_logo(painter, rect, back, front))


def _screen_dpr(painter: QPainter) -> float | None:
    """Pixels per point of the picture being painted on, None where only vectors stay sharp."""
    device = painter.device()
    if not isinstance(device, QWidget | QPixmap | QImage):
        return None
    transform = painter.worldTransform()
    if transform.isScaling() or transform.isRotating():
        return None
    return device.devicePixelRatio()


def _put(painter: QPainter, rect: QRectF, made: QPixmap, dpr: float) -> None:
    """Draw on whole device pixels: between them a pixmap would blur."""
    origin = painter.worldTransform().map(rect.topLeft())
    snapped = QPointF(round(origin.x() * dpr) / dpr, round(origin.y() * dpr) / dpr)
    painter.drawPixmap(rect.topLeft() + snapped - origin, made)


def draw(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draw an icon in a square; its lines are thicker in small squares."""
    dpr = _screen_dpr(painter)
    if dpr is None:
        _paint_icon(painter, name, rect, color)
    else:
        _put(painter, rect, _icon_pixmap(name, color.rgba(), rect.width(), dpr), dpr)


def glyph(painter: QPainter, kind: PlatformKind, rect: QRectF, color: QColor) -> None:
    """Draw a platform's glyph without its tile."""
    dpr = _screen_dpr(painter)
    if dpr is None:
        _paint_glyph(painter, kind, rect, color)
    else:
        _put(painter, rect, _glyph_pixmap(kind, color.rgba(), rect.width(), dpr), dpr)


def tile(painter: QPainter, kind: PlatformKind, rect: QRectF) -> None:
    """Draw a platform's tile: a rounded square in its strong colour with the glyph."""
    own, dpr = theme.platform(kind), _screen_dpr(painter)
    if dpr is None:
        painter.save()
        _paint_tile(painter, rect, own.strong, kind, own.glyph)
        painter.restore()
    else:
        colors = (own.strong.rgba(), own.glyph.rgba())
        _put(painter, rect, _tile_pixmap(kind, colors, rect.width(), dpr), dpr)


def logo(painter: QPainter, rect: QRectF) -> None:
    """Draw the program's sign."""
    back, front, dpr = theme.color("accent").name(), theme.color("on-accent").name(), _screen_dpr(painter)
    if dpr is None:
        _paint_logo(painter, rect, back, front)
    else:
        _put(painter, rect, _logo_pixmap(back, front, rect.width(), dpr), dpr)


def pixmap(name: str, color: QColor, size: float, dpr: float) -> QPixmap:
    """An icon as a square pixmap of `size` points."""
    return _icon_pixmap(name, color.rgba(), size, dpr)


def tile_pixmap(kind: PlatformKind, size: float, dpr: float) -> QPixmap:
    """A platform's tile as a pixmap of `size` points."""
    own = theme.platform(kind)
    return _tile_pixmap(kind, (own.strong.rgba(), own.glyph.rgba()), size, dpr)


def icon(name: str, role: str = "text-2", size: int = 16) -> QIcon:
    """An icon for Qt's own widgets, in the colours of the moment; ask again after a change of the look."""
    dpr, side = _dpr(), theme.px(size)
    made = QIcon(pixmap(name, theme.color(role), side, dpr))
    made.addPixmap(pixmap(name, theme.color("text-off"), side, dpr), QIcon.Mode.Disabled)
    return made


def tile_icon(kind: PlatformKind, size: int = 16) -> QIcon:
    """A platform's tile for Qt's own widgets, in the colours of the moment."""
    return QIcon(tile_pixmap(kind, theme.px(size), _dpr()))


def logo_icon() -> QIcon:
    """The program's sign for windows and task bars."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_logo_pixmap(theme.color("accent").name(), theme.color("on-accent").name(), size, 1.0))
    return made


def _dpr() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
