"""The barrier: what nobody caught is logged once, shown once, and the program goes on.

Every edit is committed before it is shown, so there is nothing to rescue.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

log = logging.getLogger("wochenwerk")


class LogFile(logging.Handler):
    """Writes records to a file that is made, with its folder, for the first of them: most starts have none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write it down; on a disk that takes nothing it is lost, and the program goes on."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - brings pickle and sockets

            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = RotatingFileHandler(self._path, maxBytes=500_000, backupCount=2)
            except OSError:
                return
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


class Barrier(QObject):
    """Catches exceptions of slots, events and threads. `failed(report)` carries the text of a new kind of failure.

    A failure is known by its type and place: a repaint that fails a hundred times is logged and shown once.
    """

    failed = Signal(str)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: set[tuple[str, str, int]] = set()
        self._file = LogFile(log_file)
        log.addHandler(self._file)
        log.setLevel(logging.INFO)

    def install(self) -> None:
        """Take over from Python's and Qt's own reporting."""
        self._before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(_log_qt))
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def uninstall(self) -> None:
        """Give reporting back to those who had it before `install`, and close the log."""
        sys.excepthook, threading.excepthook, message_handler = self._before
        qInstallMessageHandler(message_handler)
        log.removeHandler(self._file)
        self._file.close()

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        last = traceback.extract_tb(trace)[-1:] if trace else []
        place = (kind.__name__, last[0].filename, last[0].lineno or 0) if last else (kind.__name__, "", 0)
        if place in self._known:
            return
        self._known.add(place)
        report = "".join(traceback.format_exception(kind, error, trace))
        log.error("%s", report)
        self.failed.emit(report)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}.get(kind, logging.WARNING)
    log.log(level, "Qt: %s", message)
