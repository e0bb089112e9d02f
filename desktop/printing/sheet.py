"""One side of paper, painted in units of the design: 1440 along the long edge of A4, larger papers scale them up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from db.records import PlatformKind
from desktop.ui import icons, marks, theme

LONG, SHORT = 1440.0, 1018.0
SIDE, TOP, BOTTOM = 40.0, 34.0, 26.0  # about 8 mm, which every printer reaches
LINE = 1.2  # wide enough to carry the page in black and white
PALE = QColor("#C9C4BB")
WHITE = QColor(Qt.GlobalColor.white)
_TIGHT = 97
_TILE_GAP = 2.0

Pictures = Callable[[str], QImage | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A side of so many units; `draw` paints it from its upper left corner, with `theme` in the look of paper."""

    width: float
    height: float
    draw: Callable[[QPainter], None]

    def paint(self, painter: QPainter) -> None:
        """Paint the side as it is printed, whatever look the program has."""
        with theme.on_paper():
            painter.save()
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing
                | QPainter.RenderHint.TextAntialiasing
                | QPainter.RenderHint.SmoothPixmapTransform
            )
            painter.fillRect(QRectF(0, 0, self.width, self.height), WHITE)
            self.draw(painter)
            painter.restore()


@cache
def lettering(size: int, weight: int = 500, is_display: bool = False) -> QFont:
    """The program's font in units of the sheet, whatever text size is set for the screen.

    Without the figures of equal width and the raised colon of the screen: these are glyphs that stand for no character,
    so that no time in a PDF file could be found, copied or read out.
    """
    made = theme.font("display" if is_display else "body", weight)
    made.setPixelSize(size)
    made.unsetFeature(QFont.Tag("tnum"))
    made.setFeature(QFont.Tag("calt"), 0)
    # As a share, because a length in pixels is taken for one in the dots of the printer.
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TIGHT if size > 40 else 100)
    return made


def width_of(text: str, font: QFont) -> float:
    """How wide a text is in one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def write(
    painter: QPainter,
    at: tuple[float, float, float, float],
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Write one line into left, top, width and height; gives the width used."""
    return marks.text_line(painter, QRectF(*at), text, font, color, align)


def write_lines(painter: QPainter, at: tuple[float, float], lines: Sequence[str], font: QFont, line: float) -> None:
    """Write lines that are broken already, each `line` high, in the pen's colour."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for number, text in enumerate(lines):
        baseline = at[1] + number * line + (line - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(at[0], baseline), text)


def tick_box(painter: QPainter, rect: QRectF, is_ticked: bool, line: float) -> None:
    """Draw a square to tick, with its tick when what it stands for is done."""
    marks.panel(painter, rect, 3, WHITE, theme.color("text"), line)
    if is_ticked:
        marks.check(painter, rect, theme.color("text"), 2.2)


def tiles(
    painter: QPainter, kinds: Sequence[PlatformKind], left: float, middle: float, side: float, most: int
) -> float:
    """Draw the tiles of platforms from `left`, at most so many and the number of the rest; gives the right edge."""
    for kind in kinds[:most]:
        icons.tile(painter, kind, QRectF(left, middle - side / 2, side, side))
        left += side + _TILE_GAP
    left -= _TILE_GAP if kinds else 0
    if len(kinds) > most:
        text, font = f"+{len(kinds) - most}", lettering(11, 600)
        left += 3 + write(painter, (left + 3, middle - 7, 40, 14), text, font, theme.color("text-3"))
    return left


def rule(painter: QPainter, left: float, top: float, width: float, height: float, color: QColor) -> None:
    """Fill a straight line, lying or standing."""
    painter.fillRect(QRectF(left, top, width, height), color)
