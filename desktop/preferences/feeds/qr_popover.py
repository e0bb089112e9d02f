"""A published address as a code for the camera of a phone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import marks, theme
from desktop.ui.fields import help_text
from desktop.ui.parts import beside
from desktop.ui.popover import Popover

_SIDE = 200
_QUIET = 4  # modules of white around the code (ISO/IEC 18004)


class QrPopover(Popover):
    """Goes away for good when it closes."""

    def __init__(self, parent: QWidget, address: str) -> None:
        super().__init__(parent, 264)
        self.add_title(self.tr("To your phone"), "device-mobile", is_closable=True)
        self.body.addSpacing(theme.px(10))
        row = beside()
        row.addStretch(1)
        row.addWidget(QrCode(address))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(help_text(self.tr("Hold the camera over the code and subscribe to the calendar.")))
        self.closed.connect(self.deleteLater)


class QrCode(QWidget):
    """The code of an address, always black on white: cameras read nothing else."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._rows = modules(address)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("QR code of {address}").format(address=address))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules as large as whole pixels allow."""
        painter, white = QPainter(self), QColor(Qt.GlobalColor.white)
        marks.panel(painter, QRectF(self.rect()), theme.px(8), white, theme.color("line"), theme.border())
        count = len(self._rows) + 2 * _QUIET
        module = max(self.width() // count, 1)
        first = (self.width() - module * len(self._rows)) // 2
        for number, row in enumerate(self._rows):
            for place, is_dark in enumerate(row):
                if is_dark:
                    at = (first + place * module, first + number * module, module, module)
                    painter.fillRect(*at, QColor(Qt.GlobalColor.black))
        painter.end()


def modules(address: str) -> Sequence[Sequence[bool]]:
    """The rows of the code, without the white around it."""
    import segno  # noqa: PLC0415 - few people ever look at a code

    return [[bool(module) for module in row] for row in segno.make_qr(address, error="m").matrix]
