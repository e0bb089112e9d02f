"""What a table would bring into the plan, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from db.records import PlatformKind
from desktop import wording
from desktop.planning.plan_table import PlanRow, Table
from desktop.planning.table_words import kind_of_key
from desktop.transfer.dialog import Dialog
from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text

_LINES_SEEN = 8


class ImportDialog(Dialog):
    """Lists new posts and bad rows; the user takes the good ones or none.

    Signals: `wanted()` when the good rows shall be added.
    """

    wanted = Signal()

    def __init__(
        self, window: QWidget, file_name: str, table: Table, names: Mapping[str, str], added: Sequence[str]
    ) -> None:
        """`names` are the platforms' names by key, `added` the keys of those that would be added to the plan."""
        super().__init__(window, self.tr("Import “{file}”").format(file=file_name), 620)
        count = len(table.rows)
        if count:
            self._say(self.tr("%n post(s) would be added:", "", count))
            lines = [_line(row, names) for row in table.rows]
            self.news = self._list(self.tr("New posts"), lines)
        elif not table.problems:
            self._say(self.tr("The table has nothing that is new to the plan."))
        if table.known:
            self._say(self.tr("%n row(s) are known already and stay as they are.", "", table.known))
        if added:
            kinds = ", ".join(_platform_name(key, names) for key in added)
            self._say(self.tr("New platforms come with them: {names}").format(names=kinds))
        if table.problems:
            self._say(self.tr("%n row(s) cannot be understood and are left out:", "", len(table.problems)))
            lines = [_sentence(wording.row_problem(problem)) for problem in table.problems]
            self.problems = self._list(self.tr("Rows with mistakes"), lines)
        self._add_answers(count, has_problems=bool(table.problems))

    def _add_answers(self, count: int, has_problems: bool) -> None:
        if not count:
            close = Button(self.tr("Close"), kind="primary")
            close.clicked.connect(self.reject)
            self.add_buttons(close)
            close.setFocus()
            return
        leave = Button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        words = self.tr("Take the %n good one(s)", "", count) if has_problems else self.tr("Add %n post(s)", "", count)
        self.take = Button(words, kind="primary")
        self.take.clicked.connect(self._take)
        self.add_buttons(leave, self.take)
        self.take.setFocus()

    def _take(self) -> None:
        self.accept()
        self.wanted.emit()

    def _say(self, sentence: str) -> None:
        self.body.addWidget(Text(sentence, is_wrapped=True))

    def _list(self, name: str, lines: Sequence[str]) -> QListView:
        view = QListView()
        view.setAccessibleName(name)
        view.setModel(QStringListModel(lines, view))
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setUniformItemSizes(True)
        view.setSpacing(theme.px(2))
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = view.sizeHintForRow(0) + 2 * view.spacing()
        view.setFixedHeight(min(len(lines), _LINES_SEEN) * row + 2 * view.frameWidth() + view.spacing())
        self.body.addWidget(view)
        return view


def _line(row: PlanRow, names: Mapping[str, str]) -> str:
    moment = wording.status(row.status)
    if row.starts_at is not None:
        moment = f"{wording.day_with_year(row.starts_at.date())} {wording.clock(row.starts_at)}"
    return f"{moment} · {', '.join(_platform_name(key, names) for key in row.platforms)} · {row.title}"


def _platform_name(key: str, names: Mapping[str, str]) -> str:
    if key in names:
        return names[key]
    kind = kind_of_key(key)
    return wording.kind_name(kind if kind is not None else PlatformKind(key))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
