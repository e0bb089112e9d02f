"""What a table would bring into the plan, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from db.records import PlatformKind
from desktop import wording
from desktop.planning.plan_table import PlanRow, Table
from desktop.planning.table_words import kind_of_key
from desktop.transfer.news_dialog import WIDTH, NewsDialog


class ImportDialog(NewsDialog):
    """Lists new posts and bad rows; the user takes the good ones or none."""

    def __init__(
        self, window: QWidget, file_name: str, table: Table, names: Mapping[str, str], added: Sequence[str]
    ) -> None:
        """`names` are the platforms' names by key, `added` the keys of those that would be added to the plan."""
        super().__init__(window, self.tr("Import “{file}”").format(file=file_name), WIDTH)
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
        take = self.tr("Take the %n good one(s)", "", count) if table.problems else self.tr("Add %n post(s)", "", count)
        self._offer(take if count else "")


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
