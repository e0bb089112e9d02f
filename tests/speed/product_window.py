"""Starts the program as a user does and tells when its pictures stood: `product_window.py TASK [ARGUMENT…]`.

Nothing of this is in the program: its window is watched from outside. The task `start` ends with the week's picture,
`rest` waits until nothing is left to be done behind it, `hands` then works in the week (see `hands.py`). The arguments
are the program's own.
"""

from __future__ import annotations

import sys
import time
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer

from db.records import Week
from desktop import __main__, app
from desktop.calendar.week_canvas import WeekCanvas
from desktop.main_window import MainWindow
from desktop.settings import Settings

REST_MS = 2500

task, *arguments = sys.argv[1:]


class WatchedWindow(MainWindow):
    """Takes down the moments of its first picture and of the first one with cards."""

    def __init__(self, week: Week, today: date, settings: Settings) -> None:
        super().__init__(week, today, settings)
        self.moments: dict[str, float] = {}
        self.modules: dict[str, list[str]] = {}
        canvas = self.findChild(WeekCanvas)
        assert canvas is not None
        self._canvas = canvas
        self.painted.connect(self._first_picture)

    def _first_picture(self) -> None:
        self._note("painted")
        self._canvas.installEventFilter(self)

    def _note(self, name: str) -> None:
        self.moments[name] = time.time()
        self.modules[name] = sorted(name for name in sys.modules if "." not in name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for a picture with cards."""
        if event.type() == QEvent.Type.Paint and self._canvas.items:
            self._canvas.removeEventFilter(self)
            QTimer.singleShot(0, self, self._data_picture)
        return super().eventFilter(watched, event)

    def _data_picture(self) -> None:
        self._note("filled")
        QTimer.singleShot(0 if task == "start" else REST_MS, self, self._end)

    def _end(self) -> None:
        import json  # noqa: PLC0415 - not what is measured

        facts: dict[str, object] = {"moments": self.moments, "modules": self.modules}
        if task == "hands":
            from tests.speed.hands import Hands  # noqa: PLC0415

            facts |= Hands(self).work()
        print(json.dumps(facts), flush=True)  # noqa: T201
        sys.stdin.readline()
        self.close()


vars(app)["MainWindow"] = WatchedWindow
sys.exit(__main__.main(arguments))
