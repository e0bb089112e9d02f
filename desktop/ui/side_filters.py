"""The lower part of the side bar: what is shown in the rooms, platforms and other calendars."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from db.records import Platform
from desktop.ui import icons, theme


class SideRow(QAbstractButton):
    """A painted line that can be pressed: hover, focus ring, the accent tint when it is the current one."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self._height = height
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """As wide as the side bar lets it."""
        return QSize(theme.px(100), theme.px(self._height))

    def paint_bed(self, painter: QPainter, *, current: bool) -> None:
        """Paint the ground."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bed = QRectF(self.rect())
        if current:
            painter.setBrush(theme.color("accent-tint"))
            painter.drawRoundedRect(bed, theme.px(7), theme.px(7))
        elif self.underMouse():
            painter.setBrush(theme.color("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(bed, theme.px(7), theme.px(7))
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.color("accent"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bed.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))


class PlatformFilter(QWidget):
    """Shows and hides platforms. Signals: `hidden_changed(frozenset of ids)`."""

    hidden_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[_PlatformRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(20), 0, 0)
        self._column.setSpacing(0)

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """Offer these; hidden ones stay hidden."""
        hidden = self._hidden()
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [_PlatformRow(platform, self) for platform in platforms]
        for row in self._rows:
            row.setChecked(row.platform.id not in hidden)
            row.toggled.connect(self._changed)
            self._column.addWidget(row)
        self.update()

    def _hidden(self) -> frozenset[int]:
        return frozenset(row.platform.id for row in self._rows if not row.isChecked())

    def _changed(self) -> None:
        self.hidden_changed.emit(self._hidden())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the caption."""
        if self._rows:
            _paint_caption(self, self.tr("Platforms"))


class CalendarFilter(QWidget):
    """Shows and hides other calendars; not there where there are none. Signals: `switched(id, is_shown)`."""

    switched = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[int, _CalendarRow] = {}
        self._is_wanted = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(16 + 20), 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def set_wanted(self, is_wanted: bool) -> None:
        """Be there, if there is anything to show, or not."""
        self._is_wanted = is_wanted
        self.setVisible(is_wanted and bool(self._rows))

    def show_calendars(self, calendars: Sequence[tuple[int, str, bool]]) -> None:
        """List these, each with id, name, and whether it is shown; the keyboard stays in its row."""
        for gone in self._rows.keys() - {number for number, _, _ in calendars}:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, (number, name, is_shown) in enumerate(calendars):
            if number not in self._rows:
                self._rows[number] = row = _CalendarRow(self)
                row.clicked.connect(partial(self._switch, number))
                self._column.insertWidget(place, row)
            self._rows[number].show_calendar(name, is_shown)
        self.set_wanted(self._is_wanted)

    def _switch(self, number: int) -> None:
        self.switched.emit(number, self._rows[number].isChecked())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the caption."""
        _paint_caption(self, self.tr("Other calendars"), theme.px(16))


def _paint_caption(widget: QWidget, words: str, top: int = 0) -> None:
    painter = QPainter(widget)
    painter.setFont(theme.font("micro", 600))
    painter.setPen(theme.color("text-3"))
    rect = QRectF(theme.px(6), top, widget.width(), theme.px(14))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()


class _FilterRow(SideRow):
    """Something that is shown or hidden: a mark, a name, an eye."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 28)
        self.setFixedHeight(theme.px(28))

    def called(self) -> str:
        """The name."""
        raise NotImplementedError

    def paint_mark(self, painter: QPainter, place: QRectF) -> None:
        """Paint what stands before the name."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it, paler while it is hidden."""
        painter = QPainter(self)
        self.paint_bed(painter, current=False)
        is_shown = self.isChecked()
        middle = self.height() / 2
        side = theme.px(16)
        painter.setOpacity(1.0 if is_shown else 0.45)
        self.paint_mark(painter, QRectF(theme.px(6), middle - side / 2, side, side))
        painter.setOpacity(1.0)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text-2" if is_shown else "text-3"))
        room = self.width() - theme.px(31 + 28)
        name = painter.fontMetrics().elidedText(self.called(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(theme.px(31), 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
        eye = theme.px(15)
        rect = QRectF(self.width() - theme.px(6) - eye, middle - eye / 2, eye, eye)
        icons.draw(painter, "eye" if is_shown else "eye-off", rect, theme.color("text-3"))
        painter.end()


class _PlatformRow(_FilterRow):
    def __init__(self, platform: Platform, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform = platform
        self.setAccessibleName(self.tr("Show {platform}").format(platform=platform.name))
        self.setToolTip(self.tr("Show or hide {platform} in the week").format(platform=platform.name))

    def called(self) -> str:
        return self.platform.name

    def paint_mark(self, painter: QPainter, place: QRectF) -> None:
        icons.tile(painter, self.platform.kind, place)


class _CalendarRow(_FilterRow):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""

    def show_calendar(self, name: str, is_shown: bool) -> None:
        self._name = name
        self.setChecked(is_shown)
        self.setAccessibleName(self.tr("Show {calendar}").format(calendar=name))
        self.setToolTip(self.tr("Show or hide {calendar} in the week").format(calendar=name))
        self.update()

    def called(self) -> str:
        return self._name

    def paint_mark(self, painter: QPainter, place: QRectF) -> None:
        icons.draw(painter, "calendar-event", place, theme.color("text-3"))
