"""What the page about other calendars shows: a row for each, and the ways to add one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.feed_records import BusyCalendar, BusySource
from desktop import busy_words
from desktop.feed_words import Said
from desktop.preferences.checked_field import CheckedField, server_problem
from desktop.preferences.feeds.parts import Mark, short_address
from desktop.preferences.frame import add_head
from desktop.preferences.parts import Line, remark
from desktop.ui import theme
from desktop.ui.controls import Button, Card, IconButton, Switch, Text
from desktop.ui.fields import LineField, label
from desktop.ui.flow import Flow
from desktop.ui.parts import beside, stacked, tab_after
from desktop.ui.state_line import StateLine

_SIGNS = {BusySource.FILE: "file-import", BusySource.WATCHED: "refresh", BusySource.ADDRESS: "link"}


@dataclass(frozen=True, slots=True)
class ShownCalendar:
    """A calendar, how it stands, what was not understood of it, and whether it is being read."""

    calendar: BusyCalendar
    said: Said
    findings: tuple[str, ...] = ()
    is_reading: bool = False


class BusyView(QWidget):
    """A row for each calendar, and below them the ways to add one.

    Signals: `file_requested()` and `watch_requested()` for a file to be chosen, `address_entered(text)`;
    `refreshed(id)`, `renamed(id, name)`, `switched(id, bool)`, `removed(id)`.
    """

    file_requested = Signal()
    watch_requested = Signal()
    address_entered = Signal(str)
    refreshed = Signal(int)
    renamed = Signal(int, str)
    switched = Signal(int, bool)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, _Row] = {}
        self._list = Card()
        self._column = stacked(self._list, (16, 4, 16, 4))
        self._none = Text(self.tr("No other calendar yet."), role="text-3")
        self._none.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        self._column.addWidget(self._none)
        self.add_file = Button(self.tr("Copy a file …"), "file-import")
        self.add_watched = Button(self.tr("Follow a file …"), "refresh")
        self.address = CheckedField(server_problem, "link", self.tr("https://…"))
        self.add_address = Button(self.tr("Fetch"))
        self._ways = (self.add_file, self.add_watched, self.address, self.add_address)
        self._progress = StateLine()
        self._left: Button | None = None  # what was pressed to add one: it gets the keyboard back
        self._lay_out()
        self.add_file.clicked.connect(self.file_requested)
        self.add_watched.clicked.connect(self.watch_requested)
        self.add_address.clicked.connect(self._enter)
        self.address.editor.returnPressed.connect(self._enter)
        self.show_calendars((), is_adding=False)

    def _lay_out(self) -> None:
        column = stacked(self)
        words = self.tr(
            "Your appointments lie greyed behind the week: free time is looked for around them."
            " Nothing of them leaves this computer."
        )
        add_head(column, self.tr("Other calendars"), Text(words, role="text-2", is_wrapped=True))
        column.addWidget(self._list)
        column.addSpacing(theme.px(16))
        more = Card()
        body = stacked(more, (16, 14, 16, 16))
        body.addWidget(Text(self.tr("Add a calendar"), "title-3"))
        body.addSpacing(theme.px(10))
        ways = QWidget()
        flow = Flow(ways)
        flow.add(self.add_file)
        flow.add(self.add_watched)
        body.addWidget(ways)
        body.addSpacing(theme.px(8))
        about = self.tr(
            "Most calendars can be saved as an .ics file. A file that is followed is read again whenever it changes."
        )
        body.addWidget(remark(Text(about, "meta", "text-3", is_wrapped=True)))
        body.addSpacing(theme.px(14))
        body.addWidget(label(self.tr("Address"), self.address))
        body.addSpacing(theme.px(5))
        line = beside()
        line.addWidget(self.address, 1)
        line.addWidget(self.add_address, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(line)
        body.addSpacing(theme.px(8))
        asked = self.tr("An address is asked when you press the button, at no other time.")
        body.addWidget(remark(Text(asked, "meta", "text-3", is_wrapped=True)))
        self._progress.setContentsMargins(0, theme.px(8), 0, 0)
        body.addWidget(self._progress)
        column.addWidget(more)
        column.addStretch(1)

    def show_calendars(self, calendars: Sequence[ShownCalendar], *, is_adding: bool) -> None:
        """Show the calendars in this order; the keyboard stays in its row, and `is_adding` tells of another one."""
        for gone in self._rows.keys() - {each.calendar.id for each in calendars}:
            row = self._rows.pop(gone)
            if row.isAncestorOf(self.focusWidget() or self):
                self.add_file.setFocus(Qt.FocusReason.OtherFocusReason)
            row.hide()
            row.deleteLater()
        known = set(self._rows)
        for place, each in enumerate(calendars):
            number = each.calendar.id
            if number not in self._rows:
                self._rows[number] = self._new_row(number)
                self._column.insertWidget(place, self._rows[number])
            self._rows[number].show_calendar(each, has_line=place > 0)
        if known != self._rows.keys():
            rows = (self._rows[each.calendar.id].stops for each in calendars)
            stops = [stop for stops in (*rows, self._ways) for stop in stops]
            tab_after(stops[0].focusProxy() or stops[0], stops)
        self._none.setVisible(not calendars)
        self._progress.setVisible(is_adding)
        if is_adding:
            self._progress.say(Said(self.tr("The calendar is being read …")))
        if is_adding:
            # A disabled button would hand the keyboard on, into the name of the first calendar with all of it marked.
            ways = (self.add_file, self.add_watched, self.add_address)
            self._left = next((way for way in ways if way.hasFocus()), self._left)
            if self._left is not None:
                self.address.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in (self.add_file, self.add_watched, self.add_address):
            button.setEnabled(not is_adding)
        if not is_adding and self._left is not None:
            if self.address.editor.hasFocus():
                self._left.setFocus(Qt.FocusReason.OtherFocusReason)
            self._left = None

    def clear_address(self) -> None:
        """Empty the field for the next one."""
        self.address.set_value("")

    def _new_row(self, number: int) -> _Row:
        row = _Row()
        row.refresh.clicked.connect(lambda: self.refreshed.emit(number))
        row.remove.clicked.connect(lambda: self.removed.emit(number))
        row.switch.clicked.connect(lambda is_on: self.switched.emit(number, is_on))
        row.name.committed.connect(lambda name: self._rename(number, name))
        return row

    def _rename(self, number: int, name: str) -> None:
        if name.strip():
            self.renamed.emit(number, name.strip())
        else:
            self._rows[number].name.set_value(self._rows[number].called)

    def _enter(self) -> None:
        self.address.commit()
        text = self.address.editor.text().strip()
        if text and self.address.problem is None and self.add_address.isEnabled():
            self.address_entered.emit(text)


class _Row(QWidget):
    """One calendar; `stops` is where Tab goes."""

    def __init__(self) -> None:
        super().__init__()
        self.called = ""
        self._has_line = False
        self._sign = Mark()
        self.switch = Switch("")
        self.name = LineField(is_quiet=True)
        self.name.set_name(self.tr("Name of the calendar"))
        self._source, self._state = Line("", "meta", "text-3"), StateLine()
        self._findings = stacked(spacing=2)
        self._lines: list[StateLine] = []
        self._found: tuple[str, ...] = ()
        self.refresh, self.remove = IconButton("refresh", "", 28), IconButton("trash", "", 28)
        self.stops = (self.name, self.switch, self.refresh, self.remove)
        column = stacked(self, (0, 8, 0, 10))
        head = beside(spacing=8)
        head.addWidget(self._sign)
        head.addWidget(self.name, 1)
        for button in (self.switch, self.refresh, self.remove):
            head.addWidget(button)
        column.addLayout(head)
        below = stacked(margins=(34, 2, 0, 0), spacing=4)
        below.addWidget(self._source)
        below.addWidget(self._state)
        below.addLayout(self._findings)
        column.addLayout(below)

    def show_calendar(self, shown: ShownCalendar, has_line: bool) -> None:
        """Show another calendar, or how it stands now; with a line above all but the first."""
        calendar = shown.calendar
        self.called, self._has_line = calendar.name, has_line
        self._sign.show_sign(_SIGNS[calendar.source])
        if not self.name.editor.isModified():
            self.name.set_value(calendar.name)
        self.switch.setChecked(calendar.is_shown)
        self.switch.setAccessibleName(self.tr("Show “{name}” in the week").format(name=calendar.name))
        self.switch.setToolTip(self.tr("Show in the week, and keep these times free"))
        is_far = calendar.source is BusySource.ADDRESS
        again = self.tr("Fetch “{name}” again") if is_far else self.tr("Read “{name}” again")
        self.refresh.set_name(again.format(name=calendar.name))
        self.refresh.setEnabled(not shown.is_reading)
        self.remove.set_name(self.tr("Remove “{name}”").format(name=calendar.name))
        place = short_address(calendar.address) if is_far else calendar.address  # whoever knows it whole can read it
        self._source.set_text(f"{busy_words.source(calendar)} · {place}")
        self._state.say(shown.said)
        self._show_findings(shown.findings)
        self.update()

    def _show_findings(self, findings: tuple[str, ...]) -> None:
        if findings == self._found:
            return
        self._found = findings
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [StateLine() for _words in findings]
        for line, words in zip(self._lines, findings, strict=True):
            line.say(Said(words, "warn"))
            self._findings.addWidget(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above."""
        if self._has_line:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line-subtle"))
            painter.end()
