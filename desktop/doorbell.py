"""A second start on the same plan rings at the first window instead of opening another one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 2000


def _name(plan: Path) -> str:
    return "wochenwerk-" + hashlib.sha256(str(plan.resolve()).encode()).hexdigest()[:24]


class Doorbell(QObject):
    """Listens for later starts; `rung` asks to come to the front."""

    rung = Signal()

    def __init__(self, plan: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name(plan))  # what a crashed window may have left; we hold the plan
        self._server.listen(_name(plan))
        self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        visitor = self._server.nextPendingConnection()
        visitor.disconnected.connect(visitor.deleteLater)
        self.rung.emit()


def ring(plan: Path) -> bool:
    """Ask the window that holds `plan` to come to the front; False when nobody answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(plan))
    is_heard = socket.waitForConnected(_PATIENCE_MS)
    socket.disconnectFromServer()
    return is_heard
