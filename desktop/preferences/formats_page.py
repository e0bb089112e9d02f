"""The page of the formats: what kinds of post there are, and what each usually costs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from db.records import DEFAULT_WEIGHTS, ByActivity, Format
from desktop import wording
from desktop.preferences.format_row import FormatHeads, FormatRow
from desktop.preferences.frame import add_head
from desktop.preferences.ordered_rows import OrderedRows
from desktop.preferences.parts import remark
from desktop.ui import theme
from desktop.ui.controls import Button, Card, Text
from desktop.ui.fields import help_text
from desktop.ui.parts import beside, stacked

_A_NEW_ONE = ByActivity(10, 30, 15, 5)
_WIDEST = 880


class FormatsPage(QWidget):
    """All formats in the user's order, each in one row.

    Signals: `changed(Format, name of the step)`, `added(Format without a key)`, `delete_requested(Format)`,
    `ordered(tuple of keys)`, `reset_requested()` for all built-in ones.
    """

    changed = Signal(object, str)
    added = Signal(object)
    delete_requested = Signal(object)
    ordered = Signal(object)
    reset_requested = Signal()

    def __init__(self, built_in: Sequence[Format]) -> None:
        super().__init__()
        self._built_in = {each.key: each for each in built_in}
        self._formats: tuple[Format, ...] = ()
        self._rows: dict[str, FormatRow] = {}
        self._heads = FormatHeads()
        self._list = OrderedRows()
        self._add = Button(self.tr("Format"), "plus")
        self._add.setAccessibleName(self.tr("Add a format"))
        self._reset = Button(self.tr("Bring back the built-in ones"), "restore")
        self._lay_out()
        self._list.ordered.connect(self.ordered)
        self._add.clicked.connect(self._ask_new)
        self._reset.clicked.connect(self.reset_requested)

    def show_formats(self, formats: Sequence[Format], is_anew: bool = False) -> None:
        """Show formats in order; what is being typed stays unless `is_anew`."""
        self._formats = tuple(formats)
        known = {record.key for record in formats}
        for gone in set(self._rows) - known:
            del self._rows[gone]
            self._list.remove(gone)
        for record in formats:
            if record.key in self._rows:
                self._rows[record.key].show_format(record, is_anew)
            else:
                self._add_row(record)
        self._list.arrange(tuple(record.key for record in formats))
        self._reset.setEnabled(not self._is_as_built_in())

    def take_name(self, key: str) -> None:
        """Let the user write the name of a format; nothing for an unknown one."""
        if key in self._rows:
            self._rows[key].take_name()

    def _is_as_built_in(self) -> bool:
        first = self._formats[: len(self._built_in)]
        return [(each.key, each.name, each.effort) for each in first] == [
            (each.key, each.name, each.effort) for each in self._built_in.values()
        ]

    def _add_row(self, record: Format) -> None:
        row = FormatRow(record, self._built_in.get(record.key), self._name_problem)
        row.changed.connect(self.changed)
        row.delete_requested.connect(self.delete_requested)
        row.carry_requested.connect(self._list.carry)
        self._rows[record.key] = row
        self._list.append(row, row)

    def _name_problem(self, record: Format, name: str) -> str:
        if not name:
            return self.tr("The format needs a name.")
        others = {wording.format_name(each).casefold() for each in self._formats if each.key != record.key}
        return self.tr("Another format has this name.") if name.casefold() in others else ""

    def _ask_new(self) -> None:
        names = {wording.format_name(each).casefold() for each in self._formats}
        own = self.tr("New format")
        name, number = own, 1
        while name.casefold() in names:
            number += 1
            name = f"{own} {number}"
        self.added.emit(Format("", name, 0, _A_NEW_ONE))

    def _lay_out(self) -> None:
        column = stacked(self)
        words = self.tr("What a post usually costs. A new post with a format begins with these minutes.")
        add_head(column, self.tr("Formats & effort"), Text(words, role="text-2", is_wrapped=True))
        card = Card()
        card.setMaximumWidth(theme.px(_WIDEST))
        rows = stacked(card, (9, 12, 9, 10))
        rows.addWidget(self._heads)
        rows.addSpacing(theme.px(4))
        rows.addWidget(self._list)
        column.addWidget(card)
        column.addSpacing(theme.px(10))
        buttons = beside()
        buttons.addWidget(self._add)
        buttons.addWidget(self._reset)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(theme.px(12))
        shares = {"planning": DEFAULT_WEIGHTS.planning, "creation": DEFAULT_WEIGHTS.creation}
        shares |= {"interaction": DEFAULT_WEIGHTS.interaction, "monitoring": DEFAULT_WEIGHTS.monitoring}
        words = self.tr(
            "Posts that are there already keep their effort. A post without a format spreads its effort over the four "
            "activities: {planning} / {creation} / {interaction} / {monitoring} %. The order is that of the lists to "
            "choose from; move with the grip, or with Alt+↑ and Alt+↓."
        )
        note = remark(help_text(words.format(**shares)))
        note.setMaximumWidth(theme.px(_WIDEST))
        column.addWidget(note)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the titles of the columns only above columns."""
        super().resizeEvent(event)
        self._heads.setVisible(FormatHeads.fits(event.size().width() - 2 * theme.px(9)))
