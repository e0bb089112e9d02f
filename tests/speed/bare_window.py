"""The yardstick: an empty main window of PySide6, which tells when its first picture stands, and waits."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """Leaves the event loop once it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Take the time behind the picture."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        clock, worked = time.time(), time.process_time()
        print(f'{{"moments": {{"painted": {clock}}}, "worked": {{"painted": {worked}}}}}', flush=True)  # noqa: T201
        sys.stdin.readline()
        QApplication.quit()


application = QApplication(sys.argv[:1])
window = BareWindow()
window.resize(1440, 900)
window.show()
sys.exit(application.exec())
