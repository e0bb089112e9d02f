"""Bars with grips: a range of whole numbers, a split into four parts, the working hours of a day.

All work with the mouse and with the arrow keys, see `grips`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import ACTIVITIES, ByActivity, Hours, PlatformKind
from desktop import wording
from desktop.ui import icons, marks, theme
from desktop.ui.contrast import readable_on
from desktop.ui.grips import Grips

translate = QCoreApplication.translate

_WHOLE = 100
_DAY = 1440
_QUARTER = 15


class RangeSlider(Grips):
    """A lowest and a highest whole number on a line from `least` to `most`."""

    def __init__(self, least: int = 0, most: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(2, parent)
        self._least, self._most = least, most
        self._low, self._high = least, most

    @property
    def value(self) -> tuple[int, int]:
        """The lowest and the highest number."""
        return self._low, self._high

    def set_value(self, value: tuple[int, int]) -> None:
        """Show a range without a signal."""
        self._low, self._high = value
        self.update()

    def sizeHint(self) -> QSize:
        """A line with room for the handles."""
        return QSize(theme.px(200), theme.px(26))

    def _line(self) -> tuple[float, float]:
        inset = theme.px(9)
        return inset, self.width() - 2 * inset

    def grip_x(self, grip: int) -> float:
        """Where a handle stands."""
        left, wide = self._line()
        return left + ((self._low, self._high)[grip] - self._least) / (self._most - self._least) * wide

    def _put(self, grip: int, number: int) -> bool:
        before = self.value
        if grip == 0:
            self._low = min(max(number, self._least), self._high)
        else:
            self._high = max(min(number, self._most), self._low)
        return self.value != before

    def _drag_to(self, grip: int, x: float) -> bool:
        left, wide = self._line()
        return self._put(grip, self._least + round((x - left) / wide * (self._most - self._least)))

    def _step(self, grip: int, steps: int) -> bool:
        return self._put(grip, self.value[grip] + steps)

    def _current(self) -> tuple[int, int]:
        return self.value

    def _describe(self) -> str:
        return translate("Sliders", "{low} to {high}").format(low=self._low, high=self._high)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw line, range and handles."""
        painter = QPainter(self)
        middle, high = self.height() / 2, theme.px(4)
        left, wide = self._line()
        live = self.isEnabled()
        track = QRectF(left - theme.px(3), middle - high / 2, wide + theme.px(6), high)
        marks.panel(painter, track, high / 2, theme.color("line" if theme.is_high_contrast() else "hover"))
        low, top = self.grip_x(0), self.grip_x(1)
        accent = theme.color("accent" if live else "text-off")
        painter.fillRect(QRectF(low, middle - high / 2, top - low, high), accent)
        side = theme.px(18)
        for grip, x in enumerate((low, top)):
            knob = QRectF(x - side / 2, middle - side / 2, side, side)
            if self._has_grip(grip):
                halo = knob.adjusted(-2, -2, 2, 2)
                marks.panel(painter, halo, halo.width() / 2, theme.color("accent-tint"))
            fill = theme.color("accent-wash" if self._has_grip(grip) and self._is_by_key else "raised")
            marks.panel(painter, knob, side / 2, fill, accent, 3 if self._has_grip(grip) and self._is_by_key else 2)
        painter.end()


class SplitBar(Grips):
    """How an amount is split over the four activities, in whole per cents that always make 100.

    A grip changes only its two neighbours. `set_minutes` gives the amount, which is shown below the per cents.
    """

    def __init__(self, kind: PlatformKind, parent: QWidget | None = None) -> None:
        super().__init__(3, parent)
        self._kind = kind
        self._parts = [25, 25, 25, 25]
        self._minutes = ByActivity()

    @property
    def value(self) -> ByActivity:
        """The per cents, in the order of the activities."""
        return ByActivity(*self._parts)

    def set_value(self, parts: Sequence[int]) -> None:
        """Show a split without a signal; other sums than 100 are scaled to 100."""
        total = sum(parts)
        shares = [part * _WHOLE / total for part in parts] if total else [25.0] * 4
        whole = [int(share) for share in shares]
        order = sorted(range(4), key=lambda number: (whole[number] - shares[number], number))
        for number in order[: _WHOLE - sum(whole)]:
            whole[number] += 1
        self._parts = whole
        self.update()

    def set_minutes(self, minutes: ByActivity) -> None:
        """Show how many minutes each part is."""
        self._minutes = minutes
        self.update()

    def set_kind(self, kind: PlatformKind) -> None:
        """Show the colours of another platform."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        """The bar with the ends of its grips."""
        return QSize(theme.px(320), theme.px(46))

    def _bar(self) -> QRectF:
        return QRectF(0, theme.px(3), self.width(), theme.px(40))

    def _edge(self, number: int) -> float:
        """Where part `number` begins."""
        return sum(self._parts[:number]) / _WHOLE * self.width()

    def grip_x(self, grip: int) -> float:
        """Where a grip stands: after part `grip`."""
        return self._edge(grip + 1)

    def _put(self, grip: int, per_cent: int) -> bool:
        before = list(self._parts)
        floor = sum(self._parts[:grip])
        both = self._parts[grip] + self._parts[grip + 1]
        self._parts[grip] = min(max(per_cent - floor, 0), both)
        self._parts[grip + 1] = both - self._parts[grip]
        return self._parts != before

    def _drag_to(self, grip: int, x: float) -> bool:
        return self._put(grip, round(x / max(self.width(), 1) * _WHOLE))

    def _step(self, grip: int, steps: int) -> bool:
        return self._put(grip, sum(self._parts[: grip + 1]) + steps)

    def _current(self) -> ByActivity:
        return self.value

    def _describe(self) -> str:
        parts = zip(ACTIVITIES, self._parts, strict=True)
        return ", ".join(f"{wording.activity(activity)} {part} %" for activity, part in parts)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the four parts and the three grips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own, bar = theme.platform(self._kind), self._bar()
        for number, tone in enumerate(own.tones):
            left, right = self._edge(number), self._edge(number + 1)
            part = QRectF(left + (1 if number else 0), bar.top(), right - left, bar.height())
            part.setRight(right - (1 if number < 3 else 0))
            if part.width() > 0:
                self._paint_part(painter, number, part, tone)
        for grip in range(3):
            place = QRectF(self.grip_x(grip) - theme.px(5), 0, theme.px(10), theme.px(46))
            is_on = self._has_grip(grip)
            if is_on:
                marks.panel(painter, place.adjusted(-2, 0, 2, 0), theme.px(7), theme.color("accent-tint"))
            line = theme.color("accent" if is_on else "line-strong")
            marks.panel(painter, place, theme.px(5), theme.color("raised"), line, 2 if is_on else 1.5)
        painter.end()

    def _paint_part(self, painter: QPainter, number: int, part: QRectF, tone: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        outer, inner = theme.px(8), theme.px(3)
        painter.drawPath(marks.rounded(part, outer if number == 0 else inner, outer if number == 3 else inner))
        ink = readable_on(tone, (theme.color("text"), theme.platform(self._kind).glyph, QColor(Qt.GlobalColor.black)))
        inset = part.adjusted(theme.px(16 if number == 0 else 13), 0, -theme.px(4), 0)
        side = theme.px(14)
        if inset.width() < side:
            return
        above, below = theme.line_height("card"), theme.line_height("micro")
        top = part.center().y() - (above + below) / 2
        icon = icons.activity_icon(ACTIVITIES[number])
        icons.draw(painter, icon, QRectF(inset.left(), top + (above - side) / 2, side, side), ink)
        text = QRectF(inset.left() + side + theme.px(6), top, inset.width() - side - theme.px(6), above)
        if text.width() > theme.px(24):
            marks.text_line(painter, text, f"{self._parts[number]} %", theme.font("card", 600), ink)
            line = QRectF(inset.left(), top + above, inset.width(), below)
            amount = wording.hours_h(self._minutes[number])
            marks.text_line(painter, line, amount, theme.font("micro"), ink)


class DayHoursBar(Grips):
    """The working hours of a day, whose two ends can be moved by quarters of an hour; None is a free day."""

    def __init__(self, hours: Hours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(2, parent)
        self._hours = hours
        self._range = (360, 1320)

    @property
    def value(self) -> Hours | None:
        """The hours, None on a free day."""
        return self._hours

    def set_value(self, hours: Hours | None) -> None:
        """Show hours without a signal."""
        self._hours = hours
        self._widen()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if hours is None else Qt.FocusPolicy.StrongFocus)
        self.update()

    def _widen(self) -> None:
        """Show 6 to 22 o'clock, or the whole day once hours lie outside."""
        if self._dragged is None:
            hours = self._hours
            is_within = hours is None or (hours.starts >= 360 and hours.ends <= 1320)
            self._range = (360, 1320) if is_within else (0, _DAY)

    def sizeHint(self) -> QSize:
        """A bar high enough to be hit."""
        return QSize(theme.px(200), theme.px(24))

    def _x(self, minute: float) -> float:
        first, last = self._range
        return (minute - first) / (last - first) * self.width()

    def grip_x(self, grip: int) -> float:
        """Where an end stands."""
        if self._hours is None:
            return -_DAY
        return self._x(self._hours.starts if grip == 0 else self._hours.ends)

    def _put(self, grip: int, minute: int) -> bool:
        if self._hours is None:
            return False
        before = self._hours
        minute = min(max(minute, 0), _DAY)
        if grip == 0:
            self._hours = Hours(min(minute, before.ends - _QUARTER), before.ends)
        else:
            self._hours = Hours(before.starts, max(minute, before.starts + _QUARTER))
        self._widen()
        return self._hours != before

    def _drag_to(self, grip: int, x: float) -> bool:
        first, last = self._range
        minute = first + min(max(x / max(self.width(), 1), 0.0), 1.0) * (last - first)
        return self._put(grip, round(minute / _QUARTER) * _QUARTER)

    def _step(self, grip: int, steps: int) -> bool:
        if self._hours is None:
            return False
        return self._put(grip, (self._hours.starts if grip == 0 else self._hours.ends) + steps * _QUARTER)

    def _current(self) -> Hours | None:
        return self._hours

    def _describe(self) -> str:
        if self._hours is None:
            return ""
        return f"{wording.clock(self._hours.starts)}–{wording.clock(self._hours.ends)}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bar and the hours on it."""
        painter = QPainter(self)
        high = theme.px(20)
        bar = QRectF(0, (self.height() - high) / 2, self.width(), high)
        width = theme.border()
        marks.panel(painter, bar, theme.px(5), theme.color("subtle"), theme.color("line-subtle"), width)
        if self._hours is not None:
            hours = QRectF(self.grip_x(0), bar.top(), self.grip_x(1) - self.grip_x(0), high)
            marks.panel(painter, hours, theme.px(5), theme.color("accent-tint"), theme.color("accent"), width)
            for grip in range(2):
                if self._has_grip(grip):
                    place = QRectF(self.grip_x(grip) - theme.px(4), bar.top() - 2, theme.px(8), high + 4)
                    marks.panel(painter, place, theme.px(4), theme.color("raised"), theme.color("accent"), 2)
        painter.end()
