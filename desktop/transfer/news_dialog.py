"""What a file would bring into the plan, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QListView

from desktop.transfer.dialog import Dialog
from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text

WIDTH = 620
LINES_SEEN = 8


class NewsDialog(Dialog):
    """Says what is new and lists it; the user takes it or leaves it.

    Signals: `wanted()` when it shall be added.
    """

    wanted = Signal()

    def _say(self, sentence: str) -> None:
        self.body.addWidget(Text(sentence, is_wrapped=True))

    def _list(self, name: str, lines: Sequence[str], seen: int = LINES_SEEN) -> QListView:
        """A list of which so many lines are seen at once."""
        view = QListView()
        view.setAccessibleName(name)
        view.setModel(QStringListModel(lines, view))
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setUniformItemSizes(True)
        view.setSpacing(theme.px(2))
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = view.sizeHintForRow(0) + 2 * view.spacing()
        view.setFixedHeight(min(len(lines), seen) * row + 2 * view.frameWidth() + view.spacing())
        self.body.addWidget(view)
        return view

    def _offer(self, words: str) -> None:
        """The answers: leave it, or take what is new; without words there is nothing to take."""
        if not words:
            close = Button(self.tr("Close"), kind="primary")
            close.clicked.connect(self.reject)
            self.add_buttons(close)
            close.setFocus()
            return
        leave = Button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        self.take = Button(words, kind="primary")
        self.take.clicked.connect(self._take)
        self.add_buttons(leave, self.take)
        self.take.setFocus()

    def _take(self) -> None:
        self.accept()
        self.wanted.emit()
