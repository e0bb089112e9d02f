"""The bar above the agenda: which week it is, the way to others, undo and redo, and what can be made new."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from db.records import Week
from desktop import wording
from desktop.ui import theme
from desktop.ui.controls import Text
from desktop.ui.room_header import RoomHeader

translate = QCoreApplication.translate

# Dates, undo and redo, work block: the first form for which there is room
_FORMS = ((True, True, True), (True, True, False), (False, True, False), (False, False, False))


class AgendaHeader(RoomHeader):
    """Shows the week's name."""

    def __init__(self) -> None:
        super().__init__(translate("AgendaHeader", "Previous week"), translate("AgendaHeader", "Next week"))
        self.dates = Text("", "body", "text-2")
        self.dates.setContentsMargins(0, theme.px(4), 0, 0)
        self.lay_out(self.dates)
        self.set_compact(False)

    def show_week(self, week: Week) -> None:
        """Say which week is shown."""
        self.title.setText(wording.week_name(week))
        self.dates.setText(wording.week_dates(week))
        self._spare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be reached in another way, before anything is cut off."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        parts: tuple[QWidget, ...] = (self.dates, self.steps, self.block)
        for form in _FORMS:
            shown = [part for part, is_shown in zip(parts, form, strict=True) if is_shown]
            if self.fits(*shown):
                break
        for part in parts:
            part.setVisible(part in shown)
