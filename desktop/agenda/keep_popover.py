"""Asks for the name under which a filter is kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text
from desktop.ui.fields import LineField
from desktop.ui.popover import Popover

translate = QCoreApplication.translate


class KeepPopover(Popover):
    """Tells the name with `named(str)`; goes away for good when it is closed."""

    named = Signal(str)

    def __init__(self, parent: QWidget, suggested: str) -> None:
        super().__init__(parent, 320)
        self.add_title(translate("Agenda", "Keep this filter"), "bookmark")
        self.body.addSpacing(theme.px(8))
        self.field = LineField(translate("Agenda", "Name"))
        self.field.editor.setAccessibleName(translate("Agenda", "Name of the filter"))
        self.field.set_value(suggested)
        self.field.editor.selectAll()
        self.body.addWidget(self.field)
        hint = translate("Agenda", "A filter of the same name is replaced.")
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(Text(hint, "meta", "text-3", is_wrapped=True))
        self.keep = Button(translate("Agenda", "Keep"), kind="primary")
        foot = QHBoxLayout()
        foot.setContentsMargins(0, theme.px(10), 0, 0)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        self.body.addLayout(foot)
        self.keep.clicked.connect(self._tell)
        self.field.editor.returnPressed.connect(self._tell)
        self.closed.connect(self._end)

    def _tell(self) -> None:
        name = self.field.value.strip()
        if name:
            self.dismiss()
            self.named.emit(name)
        else:
            self.field.set_problem(translate("Agenda", "Enter a name."))

    def _end(self) -> None:
        QTimer.singleShot(0, self, self.deleteLater)
