"""The room of the agenda: reads a week, shows it as lines, and writes what is done to them."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.errors import StorageProblem
from db.records import Board, Changes, SavedFilter, Week
from db.saved_filters import load_filters, put_filter, remove_filter
from db.search import search_posts, spans
from desktop import wording
from desktop.agenda import menus, words
from desktop.agenda.agenda_list import Shown
from desktop.agenda.doer import Doer
from desktop.agenda.elsewhere import MOST, weeks_of
from desktop.agenda.keep_popover import KeepPopover
from desktop.agenda.new_items import new_block, new_post
from desktop.agenda.view import AgendaView
from desktop.agenda.words import Names
from desktop.holiday_memory import holidays_of
from desktop.planning.agenda import (
    Grouping,
    Kind,
    Line,
    Wanted,
    agenda_lines,
    filtered,
    grouped,
    understood,
    whole_days,
    written,
)
from desktop.planning.all_day import chips
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.intents import Intent, Refusal
from desktop.planning.rescheduling import decide
from desktop.planning.together import Act
from desktop.series_growth import SeriesGrowth
from desktop.ui.accessible import announce
from desktop.ui.toast import Toasts
from desktop.ui.told_history import ToldHistory
from desktop.workspace import BURST_SECONDS

if TYPE_CHECKING:
    from desktop.workspace import Workspace

_ROOM = "agenda"
_MINUTE_MS = 60_000
_BEHIND_THE_PICTURE_MS = 120  # for public holidays, which a picture can do without


class AgendaPage(QWidget):
    """A week of the plan of a workspace as a list.

    Signals: `week_wanted(Week)` and `post_wanted(post_id, Week)` ask for the room of the week.
    """

    week_wanted = Signal(object)
    post_wanted = Signal(int, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._week = Week.of(workspace.now())
        self._board = Board((self._week,), workspace.plan)
        self._names = Names.of(self._board)
        self._lines: tuple[Line, ...] = ()
        self._wanted = Wanted()
        self._hidden: frozenset[int] = frozenset()
        self._holidays: dict[date, str] = {}
        self._holiday_years: set[int] = set()
        self._is_stale = self._is_fresh = True
        self.view = AgendaView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.toasts = Toasts(self)
        self.history = ToldHistory(workspace.undo_stack, self.toasts, self)
        self._doer = Doer(self.view.list, self, self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Agenda"))
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._show_lines)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_BEHIND_THE_PICTURE_MS)
        self._rest.timeout.connect(self._load_holidays)
        self._connect()
        self._set_keys()

    def _connect(self) -> None:
        view, workspace = self.view, self._workspace
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._plan_changed)
        workspace.refused.connect(self._refused)
        header, filters, lines, bulk = view.header, view.filters, view.list, view.bulk
        header.follow(workspace.undo_stack)
        header.stepped.connect(self._step)
        header.today_requested.connect(self.go_today)
        header.undo_requested.connect(self.history.undo)
        header.redo_requested.connect(self.history.redo)
        header.post_requested.connect(self._make_post)
        header.block_requested.connect(self._make_block)
        filters.changed.connect(self._filter)
        view.elsewhere.week_wanted.connect(self.show_week)
        filters.save_requested.connect(self._ask_for_name)
        filters.filter_chosen.connect(self._take_filter)
        filters.filter_removed.connect(self._remove_filter)
        lines.opened.connect(self._open)
        lines.acted.connect(self._doer.act)
        lines.move_asked.connect(self._doer.ask_for_moment)
        lines.duplicated.connect(self._doer.duplicate)
        lines.menu_requested.connect(self._open_menu)
        lines.state_requested.connect(self._open_states)
        lines.selection_changed.connect(self._show_chosen)
        lines.week_stepped.connect(self._step)
        bulk.acted.connect(self._act_on_chosen)
        bulk.cleared.connect(self._choose_nothing)

    def _set_keys(self) -> None:
        for keys, action in (
            ("Ctrl+Z", self.history.undo),
            ("Ctrl+Shift+Z", self.history.redo),
            ("Ctrl+Y", self.history.redo),
            ("Ctrl+N", self._make_post),
            ("Ctrl+Shift+N", self._make_block),
            ("Ctrl+F", self._search),
            ("Alt+Home", self.go_today),
            ("F6", self._next_pane),
            ("Shift+F6", partial(self.view.panes.step, -1)),
        ):
            QShortcut(QKeySequence(keys), self, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what is shown

    @property
    def week(self) -> Week:
        """The week that is shown."""
        return self._week

    def activate(self) -> None:
        """Show what is stored now; to be called when the room comes into sight."""
        if self._is_stale:
            self._read()
        else:
            self._show_lines()
        if self._is_fresh:
            self._is_fresh = False
            self._go_to_today()

    def show_week(self, week: Week) -> None:
        """Read a week and show it; one that cannot be read is said and the shown one stays."""
        former, self._week = self._week, week
        if not self._read():
            self._week = former
        elif former != week:
            self.view.paper.verticalScrollBar().setValue(0)
            announce(self.view.list, wording.week_name(week))

    def go_today(self) -> None:
        """Show the present week, today first."""
        self.show_week(Week.of(self._workspace.now()))
        self._go_to_today()

    def set_hidden_platforms(self, hidden: frozenset[int]) -> None:
        """Leave out what belongs to these platforms alone."""
        self._hidden = hidden
        if self.isVisible():
            self._show_lines()

    def take_focus(self) -> None:
        """Give the keyboard to the lines."""
        if not self.view.list.take_focus(Qt.FocusReason.OtherFocusReason):
            self.view.header.today.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_today(self) -> None:
        today = self._workspace.now().date()
        first = self.view.list.first_of(today)
        if first is not None:
            self.view.list.make_current(first)
            QTimer.singleShot(0, self, self._scroll_to_today)  # once everything lies where it belongs

    def _scroll_to_today(self) -> None:
        heading = self.view.list.heading_of(self._workspace.now().date())
        if heading is not None:
            self.view.scroll_to(heading)

    def _step(self, weeks: int) -> None:
        self.show_week(self._week.shifted(weeks))

    def _read(self) -> bool:
        """Read the week as it is stored; tells whether it could be read."""
        try:
            self._board = self._workspace.board((self._week,))
            self.view.filters.show_saved(self._workspace.read(load_filters, _ROOM))
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return False
        self._names, self._is_stale = Names.of(self._board), False
        self._show_lines()
        self._rest.start()
        return True

    def _show_lines(self) -> None:
        board, wanted = self._board, self._wanted
        everything = agenda_lines(board, self._week, self._workspace.clock())
        self._lines = tuple(line for line in everything if not self._is_hidden(line))
        found = self._found(wanted.words)
        of_any_kind = filtered(self._lines, replace(wanted, kind=Kind.ALL, hides_finished=False), found)
        posts = sum(isinstance(line.item, PostCard) for line in of_any_kind)
        counts = {Kind.ALL: len(of_any_kind), Kind.POSTS: posts, Kind.BLOCKS: len(of_any_kind) - posts}
        shown = filtered(self._lines, wanted, found)
        is_by_day = wanted.grouping is Grouping.DAY
        self.view.header.show_week(self._week)
        self.view.filters.show_filter(wanted, self._names, counts)
        self.view.list.show_lines(
            Shown(
                grouped(shown, wanted.grouping, board),
                wanted.grouping,
                self._names,
                whole_days(chips(board, self._week, self._holidays)) if is_by_day else {},
                self._workspace.now().date(),
                "" if shown else self._nothing(),
            )
        )
        self._show_chosen(self.view.list.count)
        self.view.elsewhere.show_weeks(self._elsewhere(wanted.words))

    def _elsewhere(self, text: str) -> Mapping[Week, int]:
        """The other weeks in which the words are found in posts, with how many."""
        try:
            hits = self._workspace.read(search_posts, text, MOST) if text else ()
        except StorageProblem:
            return {}  # the search for this week has said so
        return weeks_of((hit.when for hit in hits), self._week)

    def _is_hidden(self, line: Line) -> bool:
        return bool(line.platform_ids) and self._hidden.issuperset(line.platform_ids)

    def _nothing(self) -> str:
        if not self._lines:
            return self.tr("Nothing in this week yet. Ctrl N makes a post, Ctrl Shift N a work block.")
        if self._wanted.is_plain:
            return self.tr("Everything in this week is done.")
        return self.tr("Nothing in this week fits the filter.")

    def _found(self, text: str) -> set[CardKey] | None:
        """The keys of the lines that have all the words; None when nothing is looked for."""
        if not text:
            return None
        try:
            ids = {line.item.post_id for line in self._lines if isinstance(line.item, PostCard)}
            posts = {hit.post_id for hit in self._workspace.read(search_posts, text, len(ids), post_ids=ids)}
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return None
        found: set[CardKey] = set()
        for line in self._lines:
            if isinstance(line.item, PostCard):
                is_found = line.item.post_id in posts
            else:
                own = " ".join((words.name(line, self._names), line.item.note))
                is_found = all(spans(own, word) for word in text.split())
            if is_found:
                found.add(line.key)
        return found

    def _load_holidays(self) -> None:
        years = {self._week.days[0].year, self._week.days[-1].year} - self._holiday_years
        plan = self._workspace.plan
        for year in years:
            self._holidays |= holidays_of(plan.region, year, plan.language)
        self._holiday_years |= years
        if years:
            self._show_lines()
        if self.isVisible() and SeriesGrowth.of(self._workspace).grow(self._week):
            self.toasts.clear()  # they offer to undo another step

    def _show_chosen(self, _count: int) -> None:
        lines = self.view.list.chosen if self.view.list.count else ()
        self.view.bulk.show_chosen(lines)
        self.toasts.bottom_inset = self.view.bulk.sizeHint().height() if len(lines) > 1 else 0

    def _act_on_chosen(self, act: Act) -> None:
        """The lines take the keyboard back, as the bar may go."""
        self.view.list.act(act)
        self.take_focus()

    def _choose_nothing(self) -> None:
        self.view.list.clear()
        self.take_focus()

    # filters

    def _filter(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._show_lines()
        self.view.paper.verticalScrollBar().setValue(0)

    def _search(self) -> None:
        self.view.filters.search.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.filters.search.editor.selectAll()

    def _ask_for_name(self) -> None:
        popover = KeepPopover(self, self._wanted.words)
        popover.named.connect(self._keep_filter)
        button = self.view.filters.saved
        popover.open_at(QRect(button.mapToGlobal(QPoint()), button.size()))

    def _keep_filter(self, name: str) -> None:
        record = SavedFilter(0, _ROOM, name, written(self._wanted))
        label = self.tr("Keep filter “{name}”").format(name=name)
        if self._workspace.edit(label, put_filter, record) is not None:
            self.say(self.tr("Filter “{name}” kept").format(name=escape(name)), undo=True)

    def _take_filter(self, kept: SavedFilter) -> None:
        try:
            self._filter(understood(kept.criteria, self._board))
        except ValueError:
            self._refused(self.tr("This filter was kept by a newer version and cannot be read."))

    def _remove_filter(self, filter_id: int) -> None:
        before = self._workspace.undo_stack.index()
        self._workspace.edit(self.tr("Remove filter"), remove_filter, filter_id)
        if self._workspace.undo_stack.index() != before:
            self.say(self.tr("Filter removed"), undo=True)

    # opening, making

    def _open(self, line: Line) -> None:
        week = Week.of(line.starts_at)
        if isinstance(line.item, PostCard):
            self.post_wanted.emit(line.item.post_id, week)
        else:
            self.week_wanted.emit(week)

    def _open_menu(self, line: Line, place: QPoint) -> None:
        lines = self.view.list.chosen
        move, duplicate = partial(self._doer.ask_for_moment, lines), partial(self._doer.duplicate, lines)
        menus.line_menu(self, lines, partial(self._open, line), self.view.list.act, move, duplicate).popup(place)

    def _open_states(self, _line: Line, place: QPoint) -> None:
        menus.state_menu(self, self.view.list.chosen, self.view.list.act).popup(place)

    def _make_post(self) -> None:
        """Make a draft in the week, and open it there."""
        made = self._create(self.tr("Create post"), new_post)
        if made is not None:
            self.post_wanted.emit(made, self._week)

    def _make_block(self) -> None:
        """Make an hour of work in the week, and show it there."""
        if self._create(self.tr("Create work block"), new_block) is not None:
            self.week_wanted.emit(self._week)

    def _create(self, label: str, new: Callable[[Board, Week, date, frozenset[int], datetime], Intent]) -> int | None:
        """Store what is new; its id, None when that could not be."""
        today, now = self._workspace.now().date(), self._workspace.clock()
        answer = decide(self._board, new(self._board, self._week, today, self._hidden, now), now)
        if isinstance(answer, Refusal):
            self._refused(wording.refusal(answer))
            return None
        ids = self._workspace.put(label, answer.changes)
        made = [each.id for each in answer.changes.posts] + [each.id for each in answer.changes.blocks]
        return None if ids is None else ids[made[0]]

    # reading and writing for others

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self._workspace.clock()

    def today(self) -> date:
        """The present day of the plan."""
        return self._workspace.now().date()

    def board(self, whole_series: Collection[int], whole_post_series: Collection[int]) -> Board | None:
        """The board of the shown week with all of these series; None where it cannot be read, which has been said."""
        try:
            return self._workspace.board((self._week,), whole_series, whole_post_series)
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return None

    def put(self, label: str, changes: Changes, burst: str | None) -> Mapping[int, int] | None:
        """Store changes as one undo step; repeated keys of one `burst` are one step. None when storage refused."""
        return self._workspace.put(label, changes, burst, BURST_SECONDS if burst is not None else math.inf)

    def say(self, sentence: str, undo: bool = False) -> None:
        """Say a sentence in simple HTML, with the way back if there is one."""
        self.toasts.clear()
        self.toasts.say(sentence, [(self.tr("Undo"), self.history.undo, self.tr("Ctrl Z"))] if undo else [])

    def _refused(self, sentence: str) -> None:
        if self.isVisible():
            self.toasts.fail(escape(sentence))

    # following the plan, events

    def _plan_changed(self, _changes: object = None) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _next_pane(self) -> None:
        if not (self.toasts.shown and not self.toasts.has_focus() and self.view.panes.is_last()):
            self.view.panes.step(1)
        else:
            self.toasts.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys go from week to week, where nothing else wants them."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        weeks = steps.get(Qt.Key(event.key()))
        if weeks is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._step(weeks)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the room in the order in which it is read."""
        return self.view.panes.tab(self, forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on when the room is entered; a click beside everything only leaves fields."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date before being seen."""
        super().showEvent(event)
        self.activate()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._minute.stop()
