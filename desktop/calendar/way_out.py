"""The way out of the window: who holds a dragged card outside of it for a moment wants it in another program."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

MARGIN = 24  # pixels beyond the frame of the window, which a hand overshoots now and then
REST_MS = 400  # for which the pointer has to stay out there, so that coming back goes on with the move


class WayOut(QObject):
    """Watches the pointer of a drag. Signals: `taken()` when it has stayed outside."""

    taken = Signal()

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.taken)

    def follow(self, pointer: QPoint) -> None:
        """The pointer is there now, on the screen."""
        frame = self._inside.window().frameGeometry().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        if frame.contains(pointer):
            self._rest.stop()
        elif not self._rest.isActive():
            self._rest.start()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._rest.stop()
