"""The small drawn week beside the four questions: what the program is about, without words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import PlatformKind
from desktop import wording
from desktop.ui import icons, marks, theme

_INSTAGRAM, _FACEBOOK, _LINKEDIN = PlatformKind.INSTAGRAM, PlatformKind.FACEBOOK, PlatformKind.LINKEDIN
_HEIGHT = 340
_FOOT = 294

# weekday, top, height, platform: in pixels of the design
_BLOCKS = (
    (0, 68, 39, _INSTAGRAM),
    (0, 114, 27, _FACEBOOK),
    (0, 196, 64, _INSTAGRAM),
    (1, 62, 39, _LINKEDIN),
    (1, 171, 50, _FACEBOOK),
    (1, 109, 23, _INSTAGRAM),
    (2, 50, 68, _LINKEDIN),
    (2, 137, 23, _INSTAGRAM),
    (2, 226, 30, _FACEBOOK),
    (3, 89, 34, _LINKEDIN),
    (3, 146, 23, _INSTAGRAM),
    (3, 192, 46, _INSTAGRAM),
    (4, 96, 27, _FACEBOOK),
    (4, 141, 27, _LINKEDIN),
    (4, 187, 21, _INSTAGRAM),
    (4, 223, 21, _FACEBOOK),
)
_POSTS = (
    (0, 41, _INSTAGRAM),
    (0, 153, _FACEBOOK),
    (1, 258, _INSTAGRAM),
    (2, 182, _INSTAGRAM),
    (3, 50, _LINKEDIN),
    (3, 260, _FACEBOOK),
    (4, 52, _INSTAGRAM),
    (5, 82, _INSTAGRAM),
    (5, 135, _FACEBOOK),
    (6, 66, _INSTAGRAM),
)
_BARS = ((_INSTAGRAM, 0.92), (_FACEBOOK, 0.7), (_LINKEDIN, 0.85))


class WeekPicture(QWidget):
    """Painted in the design's size, stretched to the width it gets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw days, blocks, posts and the three bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        marks.panel(painter, frame, theme.px(12), theme.color("surface"), theme.color("line"), 1)
        day = frame.width() / 7
        painter.setFont(theme.font("micro", 600))
        for number, name in enumerate(wording.weekday_names()):
            painter.setPen(theme.color("text-3"))
            head = QRectF(number * day, theme.px(9), day, theme.px(14))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
            if number:
                bottom = theme.px(_FOOT) - 1
                painter.fillRect(QRectF(round(number * day), 1, 1, bottom), theme.color("line-subtle"))
        painter.fillRect(QRectF(1, theme.px(_FOOT), frame.width() - 2, 1), theme.color("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        for weekday, top, height, kind in _BLOCKS:
            painter.setBrush(theme.platform(kind).tint)
            left = weekday * day + theme.px(5)
            painter.drawRoundedRect(QRectF(left, theme.px(top), day - theme.px(10), theme.px(height)), 5, 5)
        for weekday, top, kind in _POSTS:
            self._post(painter, QRectF(weekday * day + 4, theme.px(top), day - 8, theme.px(20)), kind)
        for number, (kind, share) in enumerate(_BARS):
            self._bar(painter, theme.px(14) + number * (frame.width() - theme.px(14)) / 3, kind, share)

    def _post(self, painter: QPainter, rect: QRectF, kind: PlatformKind) -> None:
        marks.panel(painter, rect, theme.px(5), theme.color("surface"), theme.color("line"), 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.platform(kind).strong)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3, rect.height()), 1.5, 1.5)
        side = theme.px(12)
        middle = rect.center().y()
        icons.tile(painter, kind, QRectF(rect.left() + theme.px(8), middle - side / 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        width = min(theme.px(18), rect.right() - rect.left() - theme.px(29))
        painter.drawRoundedRect(QRectF(rect.left() + theme.px(25), middle - 1.5, width, 3), 1.5, 1.5)

    def _bar(self, painter: QPainter, left: float, kind: PlatformKind, share: float) -> None:
        side = theme.px(16)
        top = theme.px(_FOOT + 14)
        icons.tile(painter, kind, QRectF(left, top, side, side))
        width = self.width() / 3 - theme.px(14 + 16 + 8 + 6)
        track = QRectF(left + side + theme.px(7), top + side / 2 - theme.px(4), width, theme.px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        for part, color in ((1.0, theme.color("hover")), (share, theme.platform(kind).strong)):
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * part, track.height()), 4, 4)
