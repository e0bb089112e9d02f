"""Watches over the shown week: counts its hints, lists them, goes to their places and carries their remedies out."""

from __future__ import annotations

from datetime import datetime, time
from html import escape

from PySide6.QtCore import QObject, QPoint, QRect, Qt

from db.records import Board
from desktop.calendar import hint_words
from desktop.calendar.desk import Desk
from desktop.calendar.fill_words import Names
from desktop.calendar.hint_list import HintList
from desktop.calendar.reckoning import Reckoner
from desktop.calendar.rescheduler import Manner, Rescheduler
from desktop.calendar.side_panel import SidePanel
from desktop.calendar.week_view import WeekView
from desktop.planning.hints import Hint, Severity, week_hints
from desktop.planning.intents import CreatePost
from desktop.planning.week import minute_of_day

REMEMBERED = 5  # weeks before the shown one, for texts that were used lately
NOON = time(12)


class HintWatch(QObject):
    """Keeps the counter in the header; `look` is called whenever the week was shown and there is time."""

    def __init__(self, view: WeekView, desk: Desk, rescheduler: Rescheduler, panel: SidePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._panel = panel
        self._found: tuple[Hint, ...] = ()
        self._seen: Board | None = None
        self._reckoner = Reckoner(self)
        self._reckoner.done.connect(self._arrive)
        view.header.hints_requested.connect(self.open)

    def look(self) -> None:
        """Find the hints about the shown week; of a large plan they come later."""
        board, week, now = self._board(), self._desk.week, self._desk.now()
        self._reckoner.reckon(len(board.posts), lambda: (board, week_hints(board, week, now)))

    def _arrive(self, result: tuple[Board, tuple[Hint, ...]]) -> None:
        self._seen, self._found = result
        is_urgent = any(hint.severity is Severity.URGENT for hint in self._found)
        self._view.header.show_hints(len(self._found), hint_words.count(len(self._found)), is_urgent)

    def _board(self) -> Board:
        week = self._desk.week
        return self._desk.board(*(week.shifted(-before) for before in range(REMEMBERED + 1)))

    def open(self) -> None:
        """List the hints about the shown week."""
        self._catch_up()
        if not self._found:
            return
        shown = HintList(self._view, self._desk.week, self._found, Names.of(self._board()))
        shown.gone_to.connect(self._go)
        shown.remedy_chosen.connect(self._remedy)
        shown.closed.connect(shown.deleteLater)
        button = self._view.header.hints
        shown.open_at(QRect(button.mapToGlobal(QPoint(0, 0)), button.size()))

    def _catch_up(self) -> None:
        """Have the hints of now, whatever has changed since they were looked for."""
        board = self._board()
        if board != self._seen:
            self._reckoner.forget()
            self._arrive((board, week_hints(board, self._desk.week, self._desk.now())))

    def _go(self, hint: Hint) -> None:
        """Show what a hint is about: its card, its day, or its platform's budget."""
        grid = self._view.grid
        if hint.keys:
            grid.select(hint.keys[0], focus=True)
        elif hint.day is not None:
            to = hint.remedies[0].to if hint.remedies else None
            self._show_place(to or datetime.combine(hint.day, NOON))
        elif hint.platform_id in self._view.strip.cells:
            self._view.strip.cells[hint.platform_id].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_place(self, moment: datetime) -> None:
        canvas = self._view.grid.canvas
        self._view.grid.select(None)
        canvas.slot_cursor.move_to(moment.weekday(), minute_of_day(moment, moment.date()))
        canvas.slot_cursor.lay_out(canvas.grid, canvas.week.week.days)
        self._view.grid.take_focus()

    def _remedy(self, hint: Hint) -> None:
        """Carry out a hint's first remedy, or open what has to be done by hand."""
        self._catch_up()
        if hint not in self._found:
            return
        remedy, names = hint.remedies[0], Names.of(self._board())
        words = hint_words.step(hint, remedy, names)
        if remedy.override is not None:
            is_done = self._desk.override(words, remedy.override)
        elif remedy.changes:
            is_done = self._desk.put(words, remedy.changes) is not None
        else:
            self._by_hand(hint)
            return
        if is_done:
            self._view.toasts.say(escape(words), [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))])

    def _by_hand(self, hint: Hint) -> None:
        to = hint.remedies[0].to
        if to is None:
            self._go(hint)
            self._panel.open(hint.keys[0])
            return
        platforms = self._desk.shown_platform_ids()[:1] if hint.platform_id is None else (hint.platform_id,)
        landed = self._rescheduler.perform(CreatePost("", platforms, to), Manner.PANEL)
        if landed is not None:
            self._view.grid.select(landed.key)
            self._panel.open(landed.key, begins=True)
