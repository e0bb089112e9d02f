"""A small form whose fields are taken together: what all such forms have at their foot, and that Enter accepts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.controls import Button
from desktop.ui.parts import beside
from desktop.ui.popover import Popover

translate = QCoreApplication.translate


class FormPopover(Popover):
    """A form builds its body, adds the foot at last, and takes what is entered in `_accept`.

    Goes away for good when it closes.
    """

    accept: Button

    def __init__(self, parent: QWidget, width: int = 352) -> None:
        super().__init__(parent, width)
        self.closed.connect(self.deleteLater)

    def add_foot(self, verb: str, *others: QWidget) -> None:
        """The buttons: others at the left, then the way out, and the one that accepts, called `verb`."""
        cancel = Button(translate("Popover", "Cancel"))
        self.accept = Button(verb, kind="primary")
        foot = beside()
        for other in others:
            foot.addWidget(other)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.accept)
        self.body.addLayout(foot)
        cancel.clicked.connect(self.dismiss)
        self.accept.clicked.connect(self._accept)

    def _accept(self) -> None:
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._accept()
            event.accept()
            return
        super().keyPressEvent(event)
