"""The bar above the week: which week it is, the way to others, undo and redo, and what can be made new."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from db.records import Week
from desktop import wording
from desktop.ui import marks, theme
from desktop.ui.buttons import Button
from desktop.ui.menus import add
from desktop.ui.room_header import RoomHeader

translate = QCoreApplication.translate


class _Dates(QWidget):
    """The days of the week in words, shortened where the buttons need the room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        metrics = QFontMetrics(theme.font("body"))
        return QSize(metrics.horizontalAdvance(self._words) + 2, metrics.height() + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is needed."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one line, a little lower than the title's middle so that both stand on one line."""
        place = QRectF(self.rect()).adjusted(0, theme.px(4), 0, 0)
        marks.text_line(QPainter(self), place, self._words, theme.font("body"), theme.color("text-2"))


class _HintCounter(Button):
    """How many hints there are; in the colour of warnings only where something must not wait."""

    def __init__(self) -> None:
        super().__init__("", "info-circle", "ghost")
        self._is_urgent = False

    def count(self, words: str, is_urgent: bool) -> None:
        """Say how many."""
        self._is_urgent = is_urgent
        self.set_icon("alert-triangle" if is_urgent else "info-circle")
        self.setText(words)

    def _paint_content(self, painter: QPainter, text: QColor, icon: QColor) -> None:
        super()._paint_content(painter, text, theme.color("warn") if self._is_urgent else icon)


class CalendarHeader(RoomHeader):
    """Shows the week in words. Signals besides: `idea_requested()`, `fill_requested()`, `hints_requested()`."""

    idea_requested = Signal()
    fill_requested = Signal()
    hints_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("CalendarHeader", "Previous week"), translate("CalendarHeader", "Next week"), parent)
        self.dates = _Dates()
        self.hints = _HintCounter()
        self.hints.hide()
        self._hints: tuple[str, str] = ("", "")
        self._is_compact = False
        self.hints.clicked.connect(self.hints_requested)
        self.lay_out(self.dates, self.hints)
        self.set_compact(False)

    def show_week(self, week: Week) -> None:
        """Say which week is shown."""
        self.title.setText(wording.week_name(week))
        self.dates.say(wording.week_dates(week))

    def show_hints(self, number: int, words: str, is_urgent: bool) -> None:
        """Offer the hints about the week, `number` of them: in words, as a number where there is little room."""
        self._hints = (words, str(number))
        self.hints.setVisible(number > 0)
        self._fit()
        self.hints.count(self._hints[self._is_compact], is_urgent)
        self.hints.setAccessibleName(words)
        self.hints.setToolTip(words)

    def set_compact(self, is_compact: bool) -> None:
        """Be lower, and say the hints as a number, for small windows."""
        super().set_compact(is_compact)
        self._is_compact = is_compact
        self.hints.setText(self._hints[is_compact])

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be made here, the week's filling too."""
        super().fill_menu(menu)
        add(menu, self.tr("Capture idea"), "bulb", self.tr("Ctrl I"), self.idea_requested.emit)
        menu.addSeparator()
        add(menu, self.tr("Fill week"), "wand", "", self.fill_requested.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the menu of the other button offers too, before anything is cut off."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        counters = (self.hints,) * (not self.hints.isHidden())
        self.block.setVisible(self.fits(self.steps, self.block, *counters))
