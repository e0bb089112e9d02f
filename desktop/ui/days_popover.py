"""Asks by how many days or weeks something is to move."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.choices import Segmented
from desktop.ui.popover import Popover
from desktop.ui.text_fields import LineField

translate = QCoreApplication.translate

_DAYS, _WEEKS = "days", "weeks"
_MOST = {_DAYS: 366, _WEEKS: 52}  # about a year: what lies further away is a typing error


class DaysPopover(Popover):
    """Tells with `chosen(days)` by how many days, negative for earlier; goes away for good when it is closed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 320)
        self.add_title(translate("DaysPopover", "Move by"), "arrow-right")
        self.body.addSpacing(theme.px(8))
        self.number = LineField(translate("DaysPopover", "Number"))
        self.number.editor.setAccessibleName(translate("DaysPopover", "Number"))
        self.number.set_value("1")
        self.number.editor.selectAll()
        self.unit = Segmented(
            [(_DAYS, translate("DaysPopover", "Days")), (_WEEKS, translate("DaysPopover", "Weeks"))], is_wide=True
        )
        self.unit.set_value(_DAYS)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.number, 1)
        row.addWidget(self.unit, 2)
        self.body.addLayout(row)
        self.earlier = Button(translate("DaysPopover", "Earlier"), "chevron-left")
        self.later = Button(translate("DaysPopover", "Later"), "chevron-right", "primary")
        foot = QHBoxLayout()
        foot.setContentsMargins(0, theme.px(12), 0, 0)
        foot.setSpacing(theme.px(8))
        foot.addStretch(1)
        foot.addWidget(self.earlier)
        foot.addWidget(self.later)
        self.body.addLayout(foot)
        self.earlier.clicked.connect(self._go_back)
        self.later.clicked.connect(self._go_on)
        self.number.editor.returnPressed.connect(self._go_on)
        self.closed.connect(self._end)

    def _go_on(self) -> None:
        self._tell(1)

    def _go_back(self) -> None:
        self._tell(-1)

    def _tell(self, direction: int) -> None:
        text, most = self.number.value.strip(), _MOST[self.unit.value]
        if text.isdecimal() and 0 < int(text) <= most:
            days = int(text) * (7 if self.unit.value == _WEEKS else 1)
            self.dismiss()
            self.chosen.emit(direction * days)
        else:
            problem = translate("DaysPopover", "Write a whole number from 1 to {most}.")
            self.number.set_problem(problem.format(most=most))
            self.number.setFocus()

    def _end(self) -> None:
        QTimer.singleShot(0, self, self.deleteLater)
