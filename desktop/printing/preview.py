"""The sheets on the screen, each as large as fits, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.printing.output import picture
from desktop.printing.sheet import Sheet
from desktop.ui import accessible, marks, theme

_MARGIN = 24
_LEAST = 760


class Preview(QScrollArea):
    """Shows sheets; arrow and page keys scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview"))
        self._pages: list[_Page] = []
        self._ground = _Ground()
        self._column = QVBoxLayout(self._ground)
        margin = theme.px(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(margin)
        self._column.addStretch(1)
        self._column.addStretch(1)
        self.setWidget(self._ground)

    def show_sheets(self, sheets: Sequence[Sheet], names: Sequence[str]) -> None:
        """Show these sheets from the first one on, each with a name for assistive technology."""
        for page in self._pages:
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = [_Page(sheet, name) for sheet, name in zip(sheets, names, strict=True)]
        for place, page in enumerate(self._pages):
            self._column.insertWidget(1 + place, page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        margin = 2 * theme.px(_MARGIN)
        # The bar takes its room from the first moment, so that its coming does not change the size again.
        room = QSize(self.width() - margin - theme.px(14), self.height() - margin)
        for page in self._pages:
            page.fit(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the sheets as large as fits now."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; Escape is the page's."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Page(QWidget):
    """One sheet, painted once for each size."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        super().__init__()
        self._sheet = sheet
        self._image = QImage()
        self.setAccessibleName(name)

    def accessible_role(self) -> accessible.Role:
        """A picture of the sheet."""
        return accessible.Role.Graphic

    def fit(self, room: QSize) -> None:
        """Be seen whole where the room allows it; never smaller than can be read, unless the window is."""
        shape = self._sheet.height / self._sheet.width
        width = min(max(round(room.height() / shape), theme.px(_LEAST)), room.width())
        size = QSize(width, round(width * shape))
        if size != self.size():
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the sheet with a line around it."""
        dpr = self.devicePixelRatioF()
        wanted = round(self.width() * dpr)
        if self._image.width() != wanted:
            self._image = picture(self._sheet, wanted)
            self._image.setDevicePixelRatio(dpr)
        painter = QPainter(self)
        painter.drawImage(QRect(self.rect()), self._image)
        marks.outline(painter, QRectF(self.rect()), 1, theme.color("line-strong"))
        painter.end()


class _Ground(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("subtle"))
        painter.end()
