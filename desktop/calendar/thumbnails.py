"""Small pictures for cards, decoded no larger than they are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImageReader, QPixmap

SHORTER_SIDE = 120  # pixels: a card's picture at double size


def thumbnail(data: bytes) -> QPixmap | None:
    """The picture made small; None for what is no picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > SHORTER_SIDE:
        factor = SHORTER_SIDE / min(size.width(), size.height())
        reader.setScaledSize(QSize(round(size.width() * factor), round(size.height() * factor)))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


class Thumbnails:
    """Gives the small picture of a SHA-256 name, read once; None where there is none."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._known: dict[str, QPixmap | None] = {}

    def __call__(self, sha256: str) -> QPixmap | None:
        """The picture of this name."""
        if sha256 not in self._known:
            data = self._read(sha256)
            self._known[sha256] = thumbnail(data) if data is not None else None
        return self._known[sha256]
