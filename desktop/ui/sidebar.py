"""The window's left edge: brand, rooms, small month, platform filter; or the narrow rail with icons alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Platform
from desktop.ui import icons, marks, theme
from desktop.ui.mini_month import MiniMonth
from desktop.ui.side_filters import CalendarFilter, PlatformFilter, SideRow


@dataclass(frozen=True, slots=True)
class Room:
    """A place in the window: its key, icon and name, and the shortcut shown in its tooltip."""

    key: str
    icon: str
    name: str
    shortcut: str = ""


class Foot(Protocol):
    """A widget that fits into the side bar wide and narrow."""

    def set_rail(self, is_rail: bool) -> None:
        """Take the form of the narrow side bar, or the wide one."""


class Form(Enum):
    """How much of the side bar there is room for."""

    FULL = "full"
    COMPACT = "compact"  # narrower, without the platform filter
    RAIL = "rail"  # icons alone


WIDTHS = {Form.FULL: 216, Form.COMPACT: 200, Form.RAIL: 56}


class SideBar(QWidget):
    """The side bar, wide or narrow.

    Signals: `room_chosen(key)`; `search_wanted()`; `hidden_changed(frozenset of platform ids)` by the filter;
    `calendar_switched(id, is_shown)` by the list of other calendars.
    """

    room_chosen = Signal(str)
    search_wanted = Signal()
    hidden_changed = Signal(object)
    calendar_switched = Signal(int, bool)

    def __init__(
        self, month: MiniMonth, rooms: Sequence[Room | None], foot: Room, parent: QWidget | None = None
    ) -> None:
        """None among the rooms leaves a gap."""
        super().__init__(parent)
        self._hidden: frozenset[int] = frozenset()
        self._form = Form.FULL
        self._brand = _Brand(self)
        self._search = _SearchRow(self)
        self._search.clicked.connect(self.search_wanted)
        self._month = month
        self._rows = {room.key: _RoomRow(room, self) for room in (*rooms, foot) if room is not None}
        self._feet: list[Foot] = []
        self._filter = PlatformFilter(self)
        self._calendars = CalendarFilter(self)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._brand)
        column.addWidget(self._search)
        column.addSpacing(theme.px(10))
        for room in rooms:
            if room is None:
                column.addSpacing(theme.px(12))
            else:
                column.addWidget(self._rows[room.key])
        column.addSpacing(theme.px(16))
        column.addWidget(month)
        column.addSpacing(theme.px(16))
        column.addWidget(self._filter)
        column.addWidget(self._calendars)
        column.addStretch(1)
        column.addWidget(self._rows[foot.key])
        for key, row in self._rows.items():
            row.clicked.connect(self._choose)
            row.setObjectName(key)
        self._filter.hidden_changed.connect(self._filtered)
        self._calendars.switched.connect(self.calendar_switched)
        self.set_form(Form.FULL)

    def set_plan_name(self, name: str) -> None:
        """Show whose plan it is."""
        self._brand.set_plan_name(name)

    def set_room(self, key: str) -> None:
        """Mark the room that is shown."""
        for name, row in self._rows.items():
            row.setChecked(name == key)

    def set_platforms(self, platforms: Sequence[Platform]) -> None:
        """Offer these platforms in the filter, in the user's order."""
        self._filter.show_platforms(platforms)

    def set_calendars(self, calendars: Sequence[tuple[int, str, bool]]) -> None:
        """List other calendars, each with id, name, and whether it is shown; none, no list."""
        self._calendars.show_calendars(calendars)

    def add_foot(self, foot: Foot) -> None:
        """Show something above the last row, in the form that the side bar has."""
        self._feet.append(foot)
        foot.set_rail(self._form is Form.RAIL)
        column = self.layout()
        if isinstance(column, QVBoxLayout) and isinstance(foot, QWidget):
            column.insertWidget(column.count() - 1, foot)

    def set_form(self, form: Form) -> None:
        """Take the form for which the window has room."""
        self._form = form
        is_rail = form is Form.RAIL
        self.setFixedWidth(theme.px(WIDTHS[form]))
        side = theme.px(9 if is_rail else 10)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setContentsMargins(side, theme.px(12), side, theme.px(10))
        self._brand.set_rail(is_rail)
        self._search.set_rail(is_rail)
        for row in self._rows.values():
            row.set_rail(is_rail)
        for foot in self._feet:
            foot.set_rail(is_rail)
        self._month.setVisible(not is_rail)
        self._filter.setVisible(form is Form.FULL)
        self._calendars.set_wanted(form is Form.FULL)

    def _choose(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, _RoomRow):
            self.room_chosen.emit(chosen.room.key)

    def _filtered(self, hidden: frozenset[int]) -> None:
        self._hidden = hidden
        self.hidden_changed.emit(hidden)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill with the window's colour and draw the edge towards the page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("window"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))


class _Brand(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan_name = ""
        self._is_rail = False
        self.setFixedHeight(theme.px(44))

    def set_plan_name(self, name: str) -> None:
        self._plan_name = name
        self.setAccessibleName(f"Wochenwerk, {name}" if name else "Wochenwerk")
        self.update()

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(22)
        left = (self.width() - side) / 2 if self._is_rail else theme.px(6)
        icons.logo(painter, QRectF(left, theme.px(6), side, side))
        if self._is_rail:
            return
        text_left = theme.px(38)
        room = self.width() - text_left
        name_font = theme.font("body-strong")
        painter.setFont(name_font)
        painter.setPen(theme.color("text"))
        line = theme.px(15)
        top = theme.px(2) if self._plan_name else theme.px(9)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(text_left, top, room, line), flags, "Wochenwerk")
        painter.setFont(theme.font("meta", 400))
        painter.setPen(theme.color("text-3"))
        elided = painter.fontMetrics().elidedText(self._plan_name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(text_left, top + line, room, line), flags, elided)


class _SearchRow(SideRow):
    """Looks like a field, but leads to the surface that has the real one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 30)
        self._is_rail = False
        self.setCheckable(False)
        self.setObjectName("search")
        self.setAccessibleName(self.tr("Search"))

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        hint = self.tr("{name} ({key})").format(name=self.tr("Search"), key=self.tr("Ctrl+K"))
        self.setToolTip(hint if is_rail else "")
        self.setFixedHeight(theme.px(36 if is_rail else 30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._is_rail:
            ground = theme.color("pressed" if self.underMouse() else "hover")
            marks.panel(painter, QRectF(self.rect()), theme.px(7), ground)
        self.paint_bed(painter, current=False)
        side = theme.px(19 if self._is_rail else 15)
        left = (self.width() - side) / 2 if self._is_rail else theme.px(8)
        color = theme.color("text-2" if self._is_rail else "text-3")
        icons.draw(painter, "search", QRectF(left, (self.height() - side) / 2, side, side), color)
        if self._is_rail:
            return
        key, font = self.tr("Ctrl K"), theme.font("micro")
        right = self.width() - theme.px(8)
        wide = marks.text_line(
            painter,
            QRectF(theme.px(31), 0, right - theme.px(31), self.height()),
            key,
            font,
            color,
            Qt.AlignmentFlag.AlignRight,
        )
        room = QRectF(theme.px(31), 0, right - wide - theme.px(37), self.height())
        marks.text_line(painter, room, self.tr("Search"), theme.font("body"), color)


class _RoomRow(SideRow):
    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent, 31)
        self.room = room
        self._is_rail = False
        self.setAccessibleName(room.name)

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        hint = f"{self.room.name} ({self.room.shortcut})" if self.room.shortcut else self.room.name
        self.setToolTip(hint if is_rail else "")
        self.setFixedHeight(theme.px(36 if is_rail else 31))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_bed(painter, current=self.isChecked())
        color = theme.color("accent-text" if self.isChecked() else "text-2")
        side = theme.px(19 if self._is_rail else 17)
        left = (self.width() - side) / 2 if self._is_rail else theme.px(8)
        icons.draw(painter, self.room.icon, QRectF(left, (self.height() - side) / 2, side, side), color)
        if self._is_rail:
            return
        painter.setFont(theme.font("body", 600 if self.isChecked() else 500))
        painter.setPen(color)
        text = QRectF(theme.px(34), 0, self.width() - theme.px(40), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.room.name)
