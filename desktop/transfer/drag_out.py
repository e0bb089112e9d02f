"""Cards on their way to another program: a calendar file that is dragged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

from db.board import load_board
from db.errors import StorageProblem
from db.records import Week
from db.revisions import revisions
from desktop import wording
from desktop.exchange import Refused
from desktop.exchange.calendar_file import calendar_bytes, write_whole
from desktop.planning.cards import PostCard
from desktop.transfer.pointed import Card, name_of_cards, scope_of_cards
from desktop.transfer.where import file_stem
from desktop.ui import icons
from desktop.workspace import Workspace

_SIGN = 32  # pixels


class DragOut(QObject):
    """Drags calendar files out of a widget. They lie in a folder of their own, which goes with this.

    Signals: `failed(sentence)` when there is no file to drag.
    """

    failed = Signal(str)

    def __init__(self, workspace: Workspace, source: QWidget) -> None:
        super().__init__(source)
        self._workspace, self._source = workspace, source
        self._folder = QTemporaryDir()

    def carry(self, cards: Sequence[Card]) -> None:
        """Let the user drop these cards, of one week, on another program; the button is still down."""
        try:
            data = self.mime_data(cards)
        except Refused as refused:
            self.failed.emit(str(refused))
            return
        except StorageProblem as problem:
            self.failed.emit(wording.problem(problem))
            return
        drag = QDrag(self._source)
        drag.setMimeData(data)
        drag.setPixmap(icons.icon("calendar-event").pixmap(_SIGN, _SIGN))
        drag.exec(Qt.DropAction.CopyAction)

    def mime_data(self, cards: Sequence[Card]) -> QMimeData:
        """The cards as a file and as its content. Raises Refused when the file cannot be written, StorageProblem."""
        weeks = {Week.of(moment) for card in cards for moment in _moments(card)}
        board, counters = self._workspace.read(lambda conn: (load_board(conn, weeks, ()), revisions(conn)))
        content = calendar_bytes(board, counters, scope_of_cards(cards))
        file = Path(self._folder.filePath(f"{file_stem(name_of_cards(cards))}.ics"))
        write_whole(file, content, self._workspace.store.path)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        data.setData("text/calendar", content)
        return data


def _moments(card: Card) -> tuple[datetime, ...]:
    """Every moment in whose week the card has to be looked for."""
    return (card.moment,) if isinstance(card, PostCard) else (card.original_at, card.starts_at)
