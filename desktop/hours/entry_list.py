"""The time entries of a week, day by day, newest day first; each is edited in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Platform, TimeEntry
from desktop import wording
from desktop.hours import words
from desktop.hours.entry_columns import DayRow, EntryHead
from desktop.hours.entry_editor import EntryEditor
from desktop.hours.entry_row import EntryRow
from desktop.hours.parts import Line
from desktop.hours.platform_filter import PlatformFilter
from desktop.hours.words import Names
from desktop.planning.hours import EntryDay, EntryLine
from desktop.ui import theme
from desktop.ui.controls import Button, Card, Text
from desktop.ui.flow import Flow


@dataclass(frozen=True, slots=True)
class Shown:
    """What the list shows: days, names, the platforms to choose from, the plan's zone and the present day."""

    days: tuple[EntryDay, ...]
    names: Names
    platforms: tuple[Platform, ...]
    zone: ZoneInfo
    today: date


class EntryList(Card):
    """One Tab stop; arrows go from entry to entry.

    Signals: `put_requested(TimeEntry)` for a new or changed entry, `delete_requested(entry_id)`,
    `new_requested()`, `opened(entry_id)` for its post or block.
    """

    put_requested = Signal(object)
    delete_requested = Signal(int)
    new_requested = Signal()
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._rows: dict[int, EntryRow] = {}
        self._days: list[QWidget] = []
        self._order: list[int] = []
        self._current = 0
        self._editor: EntryEditor | None = None
        self._edited = 0
        self._count = Line("", "meta", "text-3")
        self.filter = PlatformFilter()
        self.filter.changed.connect(self._filter)
        self.add = Button(self.tr("Entry"), "plus")
        self.add.setAccessibleName(self.tr("New time entry"))
        self.add.clicked.connect(self.new_requested)
        self._empty = Text("", "body", "text-2", is_wrapped=True)
        self._empty.setContentsMargins(theme.px(10), theme.px(12), theme.px(10), theme.px(12))
        self._head = EntryHead()
        self.list = _List()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        title = QWidget()
        words_ = Flow(title, gap=8, line_gap=0)
        words_.add(Text(self.tr("Time entries"), "title-3"))
        words_.add(self._count)
        top = QWidget()
        flow = Flow(top)
        flow.add(title, 1)
        flow.add(self.filter)
        flow.add(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(13), theme.px(16), theme.px(8))
        column.setSpacing(0)
        column.addWidget(top)
        column.addSpacing(theme.px(10))
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addWidget(self._empty)

    # what is shown

    def show_entries(self, shown: Shown) -> None:
        """Show the entries of a week; one that is being edited stays open while it exists."""
        self._shown = shown
        self.filter.show_platforms(shown.platforms)
        self._fill()

    def _filter(self, _platform_id: int) -> None:
        self.finish()
        self._fill()

    def _visible_days(self) -> list[EntryDay]:
        if self._shown is None:
            return []
        platform = self.filter.value
        if not platform:
            return list(self._shown.days)
        found = []
        for day in self._shown.days:
            lines = tuple(line for line in day.lines if line.entry.platform_id == platform)
            if lines:
                found.append(EntryDay(day.day, lines, sum(line.minutes for line in lines)))
        return found

    def _fill(self) -> None:
        if self._shown is None:
            return
        days, names = self._visible_days(), self._shown.names
        had_focus = any(row.hasFocus() for row in self._rows.values())
        place = self._order.index(self._current) if self._current in self._order else 0
        while self._column.takeAt(0) is not None:
            pass
        for old in self._days:
            old.hide()
            old.deleteLater()
        self._days = []
        self._order = [line.entry.id for day in days for line in day.lines]
        for gone in self._rows.keys() - set(self._order):
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        if self._edited > 0 and self._edited not in self._order:
            self._close()
        if self._editor is not None and self._edited < 1:
            self._column.addWidget(self._editor)
        for day in days:
            heading = DayRow(day)
            self._days.append(heading)
            self._column.addWidget(heading)
            for line in day.lines:
                row = self._rows.get(line.entry.id) or self._new_row(line)
                row.show_line(line, names)
                self._column.addWidget(row)
                row.setVisible(line.entry.id != self._edited)
                if line.entry.id == self._edited and self._editor is not None:
                    self._column.addWidget(self._editor)
        self._say(days)
        self._take_stop(place)
        if had_focus and self._current in self._rows:
            self._rows[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, line: EntryLine) -> EntryRow:
        row = EntryRow(line, self._shown.names if self._shown is not None else Names())
        row.edit_requested.connect(self.edit)
        row.delete_requested.connect(self.delete_requested)
        row.opened.connect(self.opened)
        row.stepped.connect(self._step)
        row.focused.connect(self._follow_focus)
        self._rows[line.entry.id] = row
        return row

    def _say(self, days: Sequence[EntryDay]) -> None:
        count, minutes = len(self._order), sum(day.minutes for day in days)
        together = self.tr("{count}, together {hours}").format(count=count, hours=wording.hours_h(minutes))
        self._count.set_text(together if count else "")
        is_empty = not count and self._editor is None
        self._head.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        if is_empty:
            self._empty.setText(
                self.tr("No time entries on this platform in this week.")
                if self.filter.value
                else self.tr("No time entries yet. Tick off a block, start the timer, or fill in what you remember.")
            )
        self.list.setAccessibleName(self.tr("Time entries"))

    # editing

    @property
    def editor(self) -> EntryEditor | None:
        """The entry that is being edited."""
        return self._editor

    def edit(self, entry_id: int) -> None:
        """Edit an entry in its place; one that is being edited is finished first."""
        line = next((line for day in self._visible_days() for line in day.lines if line.entry.id == entry_id), None)
        if line is not None and line.ends is not None and self.finish():
            names = self._shown.names if self._shown is not None else Names()
            self._open(line.entry, words.subject(line.entry, names))

    def add_entry(self, entry: TimeEntry) -> None:
        """Edit a new entry at the head of the list."""
        if self.finish():
            self._open(entry, "")

    def finish(self) -> bool:
        """Write what is being edited; False when it cannot be written."""
        return self._editor is None or self._editor.finish()

    def _open(self, entry: TimeEntry, subject: str) -> None:
        shown = self._shown
        if shown is None:
            return
        self._edited = entry.id
        platforms = self._with_own(shown, entry)
        editor = EntryEditor(entry, subject, platforms, shown.zone, shown.today)
        editor.finished.connect(self._finished)
        editor.cancelled.connect(self._cancel)
        editor.delete_requested.connect(self._delete)
        self._editor = editor
        self._current = entry.id if entry.id > 0 else self._current
        self._fill()
        editor.tab_after(self.add)
        editor.show()
        self._column.activate()  # the ring of the focus goes where the field is at that moment
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.starts.editor.selectAll()

    @staticmethod
    def _with_own(shown: Shown, entry: TimeEntry) -> tuple[Platform, ...]:
        """The platforms to choose from, and the entry's own though it be hidden."""
        own = shown.names.platforms.get(entry.platform_id)
        return shown.platforms if own is None or own in shown.platforms else (*shown.platforms, own)

    def _finished(self, entry: TimeEntry) -> None:
        line = next((row.line for row in self._rows.values() if row.line.entry.id == entry.id), None)
        self._close()
        if line is None or line.entry != entry:
            self.put_requested.emit(entry)
        self._fill()
        self._take_focus()

    def _cancel(self) -> None:
        self._close()
        self._fill()
        self._take_focus()

    def _delete(self) -> None:
        entry_id = self._edited
        self._close()
        self.delete_requested.emit(entry_id)
        self._take_focus()

    def _close(self) -> None:
        editor, self._editor, self._edited = self._editor, None, 0
        if editor is not None:
            editor.hide()
            editor.deleteLater()

    # going from entry to entry

    def _take_focus(self) -> None:
        row = self._rows.get(self._current)
        target: QWidget = row if row is not None else self.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_stop(self, place: int) -> None:
        if self._current not in self._order:
            self._current = self._order[min(place, len(self._order) - 1)] if self._order else 0
        for entry_id, row in self._rows.items():
            is_stop = entry_id == self._current
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
            if is_stop:
                QWidget.setTabOrder(self.add, row)

    def _follow_focus(self) -> None:
        for entry_id, row in self._rows.items():
            if row.hasFocus() and entry_id != self._current:
                self._current = entry_id
                self._take_stop(0)
                return

    def _step(self, lines: int) -> None:
        if self._current in self._order:
            place = min(max(self._order.index(self._current) + lines, 0), len(self._order) - 1)
            row = self._rows[self._order[place]]
            if row.isVisible():
                row.setFocus(Qt.FocusReason.TabFocusReason)


class _List(QWidget):
    """Holds the lines; a list for assistive technology."""

    def accessible_role(self) -> QAccessible.Role:
        """A list of entries."""
        return QAccessible.Role.List
