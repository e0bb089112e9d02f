"""A field for a day, with a month to choose it from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.ui import theme, typed
from desktop.ui.mini_month import MiniMonth
from desktop.ui.popover import Popover
from desktop.ui.text_fields import TypedField

translate = QCoreApplication.translate


class DateField(TypedField[date]):
    """A day. Its icon, and Alt+Down, open the month; the arrow keys go by days.

    `show` words the day (Do 26.11.); `today` is what a typed day without a year is near to while the field is empty.
    """

    def __init__(
        self,
        icon: str | None = "calendar-event",
        size: int = 32,
        may_be_empty: bool = False,
        placeholder: str = "",
        show: Callable[[date], str] = wording.day_short,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._understand, show, _no_day, placeholder, icon, size, may_be_empty, parent)
        now = QDate.currentDate()
        self._today = date(now.year(), now.month(), now.day())
        self._popover: Popover | None = None
        self.editor.has_steps = True
        self.editor.stepped.connect(self._step)

    def set_today(self, today: date) -> None:
        """Take this day for today."""
        self._today = today

    def _understand(self, text: str) -> date | None:
        return typed.parse_day(text, self._held or self._today)

    def _step(self, direction: int) -> None:
        day = self._understand(self.editor.text()) or self._held
        if day is not None:
            days = direction if abs(direction) == 1 else 7 * direction // 10
            self._take(date.fromordinal(day.toordinal() + days))
            self.editor.selectAll()

    def open_month(self) -> None:
        """Show the month below the field."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        popover = Popover(self, 236)
        month = MiniMonth()
        month.set_today(self._today)
        month.set_day(self._held or self._today)
        month.day_chosen.connect(self._choose)
        popover.body.addWidget(month)
        popover.closed.connect(popover.deleteLater)
        self._popover = popover
        frame = self.frame_rect()
        frame.setWidth(min(frame.width(), theme.px(132)))
        popover.open_at(QRect(self.mapToGlobal(frame.topLeft()), frame.size()))

    def _choose(self, day: date) -> None:
        if self._popover is not None:
            self._popover.dismiss()
            self._popover = None
        self._take(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the month."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_month()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the icon opens the month."""
        if self._icon is not None and self.icon_rect().contains(event.position().toPoint()):
            self.open_month()
            return
        super().mousePressEvent(event)


def _no_day() -> str:
    return translate("Fields", "Write a day like 26/11 or 26 Nov 2026.")
