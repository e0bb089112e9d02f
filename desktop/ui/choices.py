"""One of several: segments and radio rows; several of seven: weekdays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import wording
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import PaintedButton
from desktop.ui.focus import FocusMarking

_A_MONDAY = date(2026, 11, 23)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Segment(PaintedButton):
    """One option of a `Segmented`."""

    def __init__(self, text: str, icon: str | None, parent: Segmented) -> None:
        super().__init__(parent)
        self._icon, self._bed = icon, parent
        self.setCheckable(True)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour; it has the focus before it tells, so that what it opens can take it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        segments = self._bed.segments
        there = segments.index(self) + step
        if 0 <= there < len(segments):
            segments[there].setFocus(Qt.FocusReason.TabFocusReason)
            segments[there].click()

    def radius(self) -> float:
        return theme.px(6)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("body", 600))
        wide = metrics.horizontalAdvance(self._caption) + 2 * theme.px(6 if self._bed.is_wide else 12)
        wide += theme.px(15 + (6 if self._caption else 0)) if self._icon else 0
        return QSize(wide + 2, max(theme.px(self._bed.size_ - 4), metrics.height() + theme.px(4)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, is_on = QPainter(self), self.isChecked()
        if is_on:
            back = "pressed" if theme.is_dark() else "raised"
            line = "line-strong" if self._bed.is_wide else "line"
            color, width = theme.color(back), theme.border()
            marks.panel(painter, QRectF(self.rect()), self.radius(), color, theme.color(line), width)
        role = "text" if is_on or (self.underMouse() and self.isEnabled()) else "text-2"
        color = theme.color(role if self.isEnabled() else "text-off")
        font, side, gap = theme.font("body", 600 if is_on else 500), theme.px(15), theme.px(6)
        words = QFontMetrics(font).horizontalAdvance(self._caption)
        x = (self.width() - words - ((side + (gap if self._caption else 0)) if self._icon else 0)) / 2
        if self._icon:
            icons.draw(painter, self._icon, QRectF(x, (self.height() - side) / 2, side, side), color)
            x += side + gap
        marks.text_line(painter, QRectF(x, 0, words + 2, self.height()), self._caption, font, color)
        painter.end()


class Segmented(QWidget):
    """A row of options of which one is chosen. With `is_wide` they share the whole width."""

    changed = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str] | tuple[str, str, str | None]],
        is_wide: bool = False,
        size: int = 30,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.is_wide, self.size_ = is_wide, size
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, text, *icon in options:
            segment = _Segment(text, icon[0] if icon else None, self)
            self._segments[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment, 1 if is_wide else 0)
        self._group.buttonClicked.connect(self._choose)
        policy = QSizePolicy.Policy.Expanding if is_wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        if self._segments:
            self.set_value(next(iter(self._segments)))

    @property
    def value(self) -> str:
        """The key of the chosen option."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose an option without a signal; raises KeyError for an unknown one."""
        self._segments[key].setChecked(True)
        self.setFocusProxy(self._segments[key])

    def set_text(self, key: str, text: str) -> None:
        """Give an option another text."""
        self._segments[key].setText(text)

    @property
    def segments(self) -> list[QAbstractButton]:
        """The buttons that can be chosen, in order."""
        return [segment for segment in self._segments.values() if segment.isEnabled() and not segment.isHidden()]

    def segment(self, key: str) -> QAbstractButton:
        """The button of an option, for tooltips and names."""
        return self._segments[key]

    def _choose(self, chosen: QAbstractButton) -> None:
        self.setFocusProxy(chosen)
        self.changed.emit(self.value)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bed."""
        painter = QPainter(self)
        if theme.is_dark() or theme.is_high_contrast():
            back, line = theme.color("field"), theme.color("line")
            marks.panel(painter, QRectF(self.rect()), theme.px(8), back, line, theme.border())
        else:
            marks.panel(painter, QRectF(self.rect()), theme.px(8), theme.color("hover"))
        painter.end()


class _RadioRow(QRadioButton):
    """One option of `RadioRows`: a title and the line that says what follows from it."""

    def __init__(self, key: str, title: str, consequence: str, parent: QWidget) -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self.key = key
        self._title, self._consequence = title, consequence
        self._focus = FocusMarking()
        self.setAccessibleDescription(consequence)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _text_left(self) -> int:
        return theme.px(10 + 16 + 10)

    def _lines(self, width: int) -> int:
        space = max(width - self._text_left() - theme.px(10), 1)
        return len(marks.wrapped(self._consequence, theme.font("meta"), space, 3)) if self._consequence else 0

    def heightForWidth(self, width: int) -> int:
        """Title and consequence, which may take several lines."""
        return theme.px(16) + theme.px(17) + self._lines(width) * theme.line_height("meta")

    def hasHeightForWidth(self) -> bool:
        """A narrow row is a high row."""
        return True

    def sizeHint(self) -> QSize:
        """As wide as the title; the consequence may break."""
        wide = QFontMetrics(theme.font("body", 600)).horizontalAdvance(self._title)
        return QSize(self._text_left() + wide + theme.px(20), self.heightForWidth(max(self.width(), theme.px(340))))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole row can be clicked."""
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._focus.show(self, event.reason(), theme.px(8))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._focus.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the ring along."""
        super().resizeEvent(event)
        self._focus.follow(self)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the ring along."""
        super().moveEvent(event)
        self._focus.follow(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw frame, radio mark and both texts."""
        painter = QPainter(self)
        if self.isChecked():
            fill, line = theme.color("accent-wash"), theme.color("accent")
            marks.panel(painter, QRectF(self.rect()), theme.px(8), fill, line, theme.border())
        elif self.underMouse():
            marks.panel(painter, QRectF(self.rect()), theme.px(8), theme.color("hover"))
        pad, side, left = theme.px(8), theme.px(16), self._text_left()
        paint_radio(painter, QRectF(theme.px(10), pad + 1, side, side), self.isChecked())
        wide = self.width() - left - theme.px(10)
        title = QRectF(left, pad, wide, theme.px(17))
        marks.text_line(painter, title, self._title, theme.font("body", 600), theme.color("text"))
        below = QRectF(left, title.bottom(), wide, self.height())
        meta, step = theme.font("meta"), theme.line_height("meta")
        marks.text_lines(painter, below, self._consequence, meta, 3, theme.color("text-3"), step)
        painter.end()


def paint_radio(painter: QPainter, rect: QRectF, is_on: bool) -> None:
    """Draw a radio mark, chosen or not."""
    line = theme.color("accent" if is_on else "line-strong")
    marks.panel(painter, rect, rect.width() / 2, theme.color("field"), line, max(1.5, theme.border()))
    if is_on:
        inset = rect.width() * 4.5 / 16
        inner = rect.adjusted(inset, inset, -inset, -inset)
        marks.panel(painter, inner, inner.width() / 2, theme.color("accent"))


class RadioRows(QWidget):
    """Options one below the other, each with what follows from it; the first is chosen until another is."""

    changed = Signal(str)

    def __init__(self, options: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._rows: dict[str, _RadioRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for key, title, consequence in options:
            row = _RadioRow(key, title, consequence, self)
            row.setChecked(not self._rows)
            self._rows[key] = row
            self._group.addButton(row)
            column.addWidget(row)
        self._group.buttonToggled.connect(self._toggle)
        if self._rows:
            self.setFocusProxy(next(iter(self._rows.values())))

    @property
    def value(self) -> str:
        """The key of the chosen option."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose an option without a signal; raises KeyError for an unknown one."""
        was = self._group.blockSignals(True)
        self._rows[key].setChecked(True)
        self._group.blockSignals(was)
        self.setFocusProxy(self._rows[key])

    def _toggle(self, row: QAbstractButton, is_on: bool) -> None:
        if is_on and isinstance(row, _RadioRow):
            self.setFocusProxy(row)
            self.changed.emit(row.key)


class _DayButton(PaintedButton):
    """One day of `WeekdayButtons`."""

    def __init__(self, text: str, wide: int, high: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._wide, self._high = wide, high
        self.setCheckable(True)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("meta", 600))
        wide = max(theme.px(self._wide), metrics.horizontalAdvance(self._caption) + theme.px(8))
        return QSize(wide, max(theme.px(self._high), metrics.height() + theme.px(4)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, is_on = QPainter(self), self.isChecked()
        back, line, text = ("accent", "accent", "on-accent") if is_on else ("field", "line-strong", "text-2")
        if self.underMouse() and self.isEnabled():
            back = "accent-hover" if is_on else "hover"
        if not self.isEnabled():
            back, line, text = ("hover", "line", "text-off") if is_on else ("subtle", "line", "text-off")
        width = theme.border()
        marks.panel(painter, QRectF(self.rect()), self.radius(), theme.color(back), theme.color(line), width)
        font = theme.font("body" if self._wide > 34 else "meta", 600 if is_on else 500)
        middle = Qt.AlignmentFlag.AlignHCenter
        marks.text_line(painter, QRectF(self.rect()), self._caption, font, theme.color(text), middle)
        painter.end()


class WeekdayButtons(QWidget):
    """Monday to Sunday, each on or off; arrows go from day to day. `is_large` as on the first-run page."""

    changed = Signal(object)

    def __init__(self, is_large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 if is_large else 5)
        wide, high = (38, 32) if is_large else (30, 28)
        self._days: list[_DayButton] = []
        for number in range(7):
            day = _A_MONDAY + timedelta(days=number)
            button = _DayButton(wording.weekday_short(day), wide, high, self)
            button.setAccessibleName(wording.weekday_long(day))
            button.clicked.connect(self._tell)
            self._days.append(button)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._days[0])

    @property
    def value(self) -> frozenset[int]:
        """The days that are on, Monday 0."""
        return frozenset(number for number, button in enumerate(self._days) if button.isChecked())

    def set_value(self, days: Iterable[int]) -> None:
        """Switch these days on and the others off, without a signal."""
        wanted = set(days)
        for number, button in enumerate(self._days):
            button.setChecked(number in wanted)

    def day_button(self, number: int) -> QAbstractButton:
        """The button of a weekday, Monday 0."""
        return self._days[number]

    def _tell(self) -> None:
        self.changed.emit(self.value)
