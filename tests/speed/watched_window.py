"""The program's window, watched from outside: nothing of this is in the program."""

from __future__ import annotations

import sys
import time
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer

from db.records import Week
from desktop.calendar.week_canvas import WeekCanvas
from desktop.main_window import MainWindow
from desktop.settings import Settings

REST_MS = 2500


class WatchedWindow(MainWindow):
    """Takes down the moments of its first picture and of the first one with cards, then does its task."""

    task = "start"

    def __init__(self, week: Week, today: date, settings: Settings) -> None:
        super().__init__(week, today, settings)
        self.moments: dict[str, float] = {}
        self.worked: dict[str, float] = {}
        self.modules: dict[str, list[str]] = {}
        canvas = self.findChild(WeekCanvas)
        assert canvas is not None
        self._canvas = canvas
        self.painted.connect(self._first_picture)

    def _first_picture(self) -> None:
        self._note("painted")
        self._canvas.installEventFilter(self)

    def _note(self, name: str) -> None:
        self.moments[name], self.worked[name] = time.time(), time.process_time()
        self.modules[name] = sorted(name for name in sys.modules if "." not in name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for a picture with cards."""
        if event.type() == QEvent.Type.Paint and self._canvas.items:
            self._canvas.removeEventFilter(self)
            QTimer.singleShot(0, self, self._data_picture)
        return super().eventFilter(watched, event)

    def _data_picture(self) -> None:
        self._note("filled")
        QTimer.singleShot(0 if self.task == "start" else REST_MS, self, self._end)

    def _end(self) -> None:
        import json  # noqa: PLC0415 - not what is measured

        facts: dict[str, object] = {"moments": self.moments, "worked": self.worked, "modules": self.modules}
        if self.task == "hands":
            from tests.speed.hands import Hands  # noqa: PLC0415

            facts |= Hands(self).work()
        print(json.dumps(facts), flush=True)  # noqa: T201
        sys.stdin.readline()
        self.close()
