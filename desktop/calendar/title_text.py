"""Titles in narrow cards: where their lines break."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_SOFT_HYPHEN = "\u00ad"
_LINE_END = ".,:;!?"


@lru_cache(maxsize=4096)
def _lines(text: str, font_key: str, width: float, max_lines: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetricsF(font)
    found: list[str] = []
    rest = text.strip()
    while rest:
        if len(found) == max_lines - 1:
            found.append(metrics.elidedText(_bare(rest), Qt.TextElideMode.ElideRight, width))
            break
        piece, rest = _first_line(rest, font, metrics, width)
        found.append(piece)
    return tuple(found)


def _first_line(text: str, font: QFont, metrics: QFontMetricsF, width: float) -> tuple[str, str]:
    """What stands on one line, and what is left for the others."""
    whole = _bare(text)
    if metrics.horizontalAdvance(whole) <= width:
        return whole, ""
    length = _break(text, font, width, QTextOption.WrapMode.WordWrap)
    piece, rest = text[:length], text[length:].lstrip()
    shown = _bare(piece.rstrip())
    if piece.endswith(_SOFT_HYPHEN):
        shown += "-"
    if metrics.horizontalAdvance(shown) <= width:
        return shown, rest
    # The end of a line stands in for a colon or full stop that alone is too much.
    short = shown.rstrip(_LINE_END)
    if rest and metrics.horizontalAdvance(short) <= width:
        return short, rest
    length = max(1, _break(text, font, width, QTextOption.WrapMode.WrapAnywhere))
    return _bare(text[:length].rstrip()), text[length:].lstrip()


def _break(text: str, font: QFont, width: float, mode: QTextOption.WrapMode) -> int:
    """How many characters Qt puts on the first line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(mode)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    length = line.textLength()
    layout.endLayout()
    return length


def _bare(text: str) -> str:
    return text.replace(_SOFT_HYPHEN, "")


def title_lines(text: str, font: QFont, width: float, max_lines: int) -> tuple[str, ...]:
    """The lines into which a title breaks, the last one shortened if there is more.

    Lines break between words and at soft hyphens, which only then become visible; a single word that is too long
    breaks anywhere, but not before its punctuation mark.
    """
    return _lines(text, font.toString(), width, max_lines)


def paint_title(
    painter: QPainter, room: QRectF, text: str, font: QFont, max_lines: int, color: QColor, line_height: float
) -> None:
    """Paint a title from the top of a rectangle."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    for number, line in enumerate(title_lines(text, font, room.width(), max_lines)):
        upper = room.top() + number * line_height + (line_height - metrics.height()) / 2
        painter.drawText(QPointF(room.left(), upper + metrics.ascent()), line)
