"""Sheets become pages of a PDF file, of a printer, or pictures for the screen; text stays text, lines stay lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPageLayout, QPageSize, QPainter, QPdfWriter

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

    from desktop.printing.sheet import Sheet

_DOTS_PER_INCH = 1200
_PICTURE_SIDE = 640  # pixels of a picture's shorter side: 300 per inch on A3


class Paper(StrEnum):
    """The sizes of paper that can be chosen."""

    A4 = "A4"
    A3 = "A3"


def page_layout(paper: Paper, is_landscape: bool) -> QPageLayout:
    """A whole page without margins: the sheets bring their own."""
    size = QPageSize(QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.A3)
    way = QPageLayout.Orientation.Landscape if is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0))


def pdf_bytes(sheets: Sequence[Sheet], paper: Paper, title: str) -> bytes:
    """A PDF file of the sheets, one a page, with its fonts inside."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Wochenwerk")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(page_layout(paper, is_landscape(sheets)))
    _paint(writer, sheets, QSize(writer.width(), writer.height()))
    return bytes(buffer.data().data())


def print_on(printer: QPrinter, sheets: Sequence[Sheet]) -> bool:
    """Print the sheets that the printer's page range asks for; False when the printer cannot be written to."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(sheets)
    printer.setFullPage(True)
    page = printer.pageLayout().fullRectPixels(printer.resolution()).size()
    return _paint(printer, sheets[first - 1 : last], page)


def is_landscape(sheets: Sequence[Sheet]) -> bool:
    """Tell whether the sheets lie."""
    return sheets[0].width > sheets[0].height


def _paint(device: QPagedPaintDevice, sheets: Sequence[Sheet], page: QSize) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    for number, sheet in enumerate(sheets):
        if number:
            device.newPage()
        factor = min(page.width() / sheet.width, page.height() / sheet.height)
        painter.save()
        painter.translate((page.width() - sheet.width * factor) / 2, (page.height() - sheet.height * factor) / 2)
        painter.scale(factor, factor)
        sheet.paint(painter)
        painter.restore()
    return painter.end()


def picture(sheet: Sheet, width: int) -> QImage:
    """The sheet as a picture, so many pixels wide."""
    factor = width / sheet.width
    made = QImage(width, round(sheet.height * factor), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)  # the last line of pixels may be covered in part
    painter = QPainter(made)
    painter.scale(factor, factor)
    sheet.paint(painter)
    painter.end()
    return made


class PaperPictures:
    """Gives the picture of a SHA-256 name fine enough for print, read once; None where there is none."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._known: dict[str, QImage | None] = {}

    def __call__(self, sha256: str) -> QImage | None:
        """The picture of this name."""
        if sha256 not in self._known:
            data = self._read(sha256)
            self._known[sha256] = None if data is None else _decoded(data)
        return self._known[sha256]


def _decoded(data: bytes) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > _PICTURE_SIDE:
        factor = _PICTURE_SIDE / min(size.width(), size.height())
        reader.setScaledSize(QSize(round(size.width() * factor), round(size.height() * factor)))
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)
