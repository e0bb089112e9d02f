"""The columns of the list of entries, their names, and the lines that part its days."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import wording
from desktop.planning.hours import EntryDay
from desktop.ui import marks, theme

_PAD, _TIME, _PLATFORM, _TILE, _ACTIVITY, _MINUTES, _ACTIONS = 10, 143, 91, 26, 96, 44, 50
GAP = 10
_ROW, _STACKED_ROW, _DAY, _HEAD = 36, 58, 28, 23
_STACKED_BELOW, _NAMES_FROM = 560, 760
_SUBJECT_SHARE = 0.46


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns of the list begin and how wide they are, in pixels; without `has_names` platforms are tiles."""

    is_stacked: bool
    has_names: bool
    time: tuple[float, float]
    platform: tuple[float, float]
    activity: tuple[float, float]
    subject: tuple[float, float]
    note: tuple[float, float]
    minutes: tuple[float, float]
    edit: tuple[float, float]


def places(width: int) -> Places:
    """The columns of a list of this width."""
    is_stacked, has_names = width < theme.px(_STACKED_BELOW), width >= theme.px(_NAMES_FROM)
    gap, pad = theme.px(GAP), theme.px(_PAD)
    time, activity = theme.px(_TIME), theme.px(_ACTIVITY)
    platform = theme.px(_PLATFORM if has_names else _TILE)
    edit = float(width - theme.px(_ACTIONS)), float(theme.px(_ACTIONS))
    minutes = edit[0] - theme.px(_MINUTES), float(theme.px(_MINUTES))
    if is_stacked:
        side = theme.px(22)
        first = pad + time + gap
        return Places(
            True,
            False,
            (pad, time),
            (first, side),
            (first + side, minutes[0] - first - side - gap),
            (pad + side, (minutes[0] - pad - side) * _SUBJECT_SHARE),
            (pad + side + (minutes[0] - pad - side) * _SUBJECT_SHARE + gap, (minutes[0] - pad - side) * 0.5),
            minutes,
            edit,
        )
    first = pad + time + gap
    second = first + platform + gap
    third = second + activity + gap
    rest = max(minutes[0] - gap - third, 0)
    subject = rest * _SUBJECT_SHARE
    return Places(
        False,
        has_names,
        (pad, time),
        (first, platform),
        (second, activity),
        (third, subject - gap),
        (third + subject, rest - subject),
        minutes,
        edit,
    )


def row_height(is_stacked: bool) -> int:
    """How high a line is."""
    return theme.px(_STACKED_ROW if is_stacked else _ROW)


class EntryHead(QWidget):
    """The names of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go where lines are stacked: there are no columns then."""
        super().resizeEvent(event)
        wanted = 0 if places(self.width()).is_stacked else theme.px(_HEAD)
        if self.maximumHeight() != wanted:
            self.setFixedHeight(wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names."""
        painter, at = QPainter(self), places(self.width())
        columns = [
            (at.time, self.tr("Time")),
            (at.platform, self.tr("Platform") if at.has_names else ""),
            (at.activity, self.tr("Activity")),
            (at.subject, self.tr("Block or post")),
            (at.note, self.tr("Note")),
        ]
        font, color = theme.font("meta"), theme.color("text-3")
        if not at.is_stacked:
            for (x, wide), text in columns:
                marks.text_line(painter, QRectF(x, 0, wide, theme.px(16)), text, font, color)
            x, wide = at.minutes
            place = QRectF(x - theme.px(10), 0, wide + theme.px(10), theme.px(16))
            marks.text_line(painter, place, self.tr("Duration"), font, color, Qt.AlignmentFlag.AlignRight)
        painter.end()


class DayRow(QWidget):
    """A day and what was worked on it."""

    def __init__(self, day: EntryDay) -> None:
        super().__init__()
        self._day = day.day
        self._words = wording.hours_h(day.minutes)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_DAY))
        self.setAccessibleName(f"{wording.day_long(day.day)}, {self._words}")

    def accessible_role(self) -> QAccessible.Role:
        """A heading of the entries below."""
        return QAccessible.Role.StaticText

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the band."""
        painter, at = QPainter(self), places(self.width())
        painter.fillRect(self.rect(), theme.color("subtle"))
        painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line-subtle"))
        font, color = theme.font("meta", 600), theme.color("text-2")
        end = at.minutes[0] + at.minutes[1]
        used = QFontMetrics(font).horizontalAdvance(self._words) + 2
        marks.text_line(painter, QRectF(end - used, 1, used, self.height()), self._words, font, color)
        left = theme.px(_PAD)
        place = QRectF(left, 1, end - used - left - theme.px(8), self.height())
        marks.text_line(painter, place, wording.day_long(self._day), font, color)
        painter.end()
