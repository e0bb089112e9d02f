"""The list of all keys, which one can search."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import keys
from desktop.search.overlay import Overlay
from desktop.search.rows import FoundRow, RowGroup, found_in

OPENED_BY = ("F1",)


class KeyList(QObject):
    """Shows what the keys do, grouped by place; words and names of keys narrow it down."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.overlay = Overlay(window, self.tr("Keys"), self.tr("Search keys …"), OPENED_BY)
        self.overlay.typed.connect(self._fill)

    def open(self) -> None:
        """Show the whole list."""
        if not self.overlay.is_open:
            self.overlay.open()
            self._fill()

    def _fill(self) -> None:
        typed = self.overlay.field.text().strip()
        found = []
        for group in keys.groups():
            rows = tuple(row for key in group.keys if (row := _row(key, typed)) is not None)
            if rows:
                found.append(RowGroup(group.title, rows))
        self.overlay.show_groups(found, self.tr("No key has these words."))


def _row(key: keys.Key, typed: str) -> FoundRow | None:
    spans = found_in(key.does, typed)
    if spans is None and not _is_begun(key.shown, typed):
        return None
    return FoundRow(key.does, spans=spans or (), detail=key.shown)


def _is_begun(shown: str, typed: str) -> bool:
    """Tell whether what is typed are keys of these, `ctrl+n` as well as `ctrl n`."""
    wanted = typed.casefold().replace("+", " ").split()
    names = shown.casefold().split()
    return bool(wanted) and all(any(name.startswith(each) for name in names) for each in wanted)
