"""The bar above the month: which one it is, the way to others, undo and redo, and what can be made new."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.month import words
from desktop.ui.room_header import RoomHeader

translate = QCoreApplication.translate

# Short title, undo and redo, work block: the first form for which there is room
_FORMS = ((False, True, True), (False, True, False), (True, True, False), (True, False, False))


class MonthHeader(RoomHeader):
    """Shows the month's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("MonthHeader", "Previous month"), translate("MonthHeader", "Next month"), parent)
        self._titles = ("", "")
        self.lay_out(None)
        self.set_compact(False)

    def show_month(self, year: int, month: int) -> None:
        """Say which month is shown."""
        self._titles = wording.month_title(year, month), f"{words.month_abbreviated(month)} {year}"
        self.title.setAccessibleName(self._titles[0])
        self._spare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the menu of the other button offers too, before anything is cut off."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        """In narrow windows: no second way to a new block, the month in short, undo by its keys alone."""
        parts: tuple[QWidget, ...] = (self.steps, self.block)
        for is_short, *form in _FORMS:
            self.title.setText(self._titles[is_short])
            shown = [part for part, is_shown in zip(parts, form, strict=True) if is_shown]
            if self.fits(*shown):
                break
        for part in parts:
            part.setVisible(part in shown)
