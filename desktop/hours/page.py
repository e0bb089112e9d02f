"""The room of the hours: what was worked in a week, measured, filled in, corrected, and what can be learned from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.blocks import load_blocks
from db.board import load_board
from db.entries import load_entries
from db.errors import StorageProblem
from db.lists import put_format
from db.posts import load_posts
from db.records import Activity, Board, Changes, MadeBy, TimeEntry, Week
from db.worked_posts import load_worked_posts
from desktop import wording
from desktop.hours import words
from desktop.hours.entry_list import Shown
from desktop.hours.table import ask_for_file, csv_bytes, write_file
from desktop.hours.timer_bar import Measured, Purpose
from desktop.hours.view import HoursView
from desktop.hours.words import Names
from desktop.planning.budget import week_budget
from desktop.planning.cards import moment
from desktop.planning.hours import Fixed, StillOpen, entry_days, filled_in, still_open, week_span
from desktop.planning.learning import MOST_POSTS, Learned, learned
from desktop.planning.recurrence import occurrence_at, occurrences
from desktop.planning.status import tick
from desktop.planning.week import at, instant, wall
from desktop.timer import Phase, WorkTimer
from desktop.ui.accessible import announce
from desktop.ui.toast import Toasts
from desktop.ui.told_history import ToldHistory
from desktop.workspace import Workspace

_MINUTE_MS = 60_000
_HOUR = timedelta(hours=1)
_MORNING = 540


class HoursPage(QWidget):
    """The hours of a week.

    Signals: `week_wanted(Week)` to see a block where it lies, `post_wanted(post_id, Week)` likewise for a post.
    """

    week_wanted = Signal(object)
    post_wanted = Signal(int, object)

    def __init__(self, workspace: Workspace, timer: WorkTimer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._timer = workspace, timer
        self._week = Week.of(workspace.now())
        self._board = Board((self._week,), workspace.plan)
        self._names = Names()
        self._learned: tuple[Learned, ...] | None = None
        self._dismissed: set[str] = set()
        self.view = HoursView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._toasts = Toasts(self)
        self.history = ToldHistory(workspace.undo_stack, self._toasts, self)
        self._connect()
        for keys, action in (
            ("Ctrl+Z", self.history.undo),
            ("Ctrl+Shift+Z", self.history.redo),
            ("Ctrl+Y", self.history.redo),
            ("Alt+Home", self.go_today),
            ("F6", self._next_pane),
            ("Shift+F6", self._former_pane),
        ):
            QShortcut(QKeySequence(keys), self, action)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._refresh)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect(self) -> None:
        workspace, timer, view = self._workspace, self._timer, self.view
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._reloaded)
        workspace.refused.connect(self._refused)
        timer.changed.connect(self._show_timer)
        timer.ticked.connect(self._show_seconds)
        timer.recorded.connect(self._recorded)
        view.header.week_stepped.connect(self._step)
        view.header.today_requested.connect(self.go_today)
        view.header.week_export_requested.connect(self._export_week)
        view.header.month_export_requested.connect(self._export_month)
        view.timer.start_requested.connect(self._start)
        view.timer.pause_requested.connect(timer.pause)
        view.timer.resume_requested.connect(timer.resume)
        view.timer.stop_requested.connect(timer.stop)
        view.timer.discard_requested.connect(self._discard)
        view.timer.note_changed.connect(timer.set_note)
        view.grid.filled.connect(self._fill_in)
        view.entries.put_requested.connect(self._put)
        view.entries.delete_requested.connect(self._delete)
        view.entries.new_requested.connect(self._new)
        view.entries.opened.connect(self._open_entry)
        view.learned.taken.connect(self._take)
        view.learned.dismissed.connect(self._dismiss)
        view.open.ticked.connect(self._tick)
        view.open.opened.connect(self._open_block)

    # what is shown

    @property
    def week(self) -> Week:
        """The week that is shown."""
        return self._week

    def activate(self) -> None:
        """Be the page in sight: show the present state and take the focus."""
        self._refresh()
        self.setFocus()

    def show_week(self, week: Week) -> None:
        """Show another week; what is being edited is written first, and keeps its week if it cannot be."""
        self.view.grid.finish()
        if week == self._week or not self.view.entries.finish():
            return
        self._week = week
        self._refresh()
        announce(self, f"{wording.week_name(week)}, {wording.week_dates(week)}")

    def go_today(self) -> None:
        """Show the week of today."""
        self.show_week(Week.of(self._workspace.now()))

    def _step(self, weeks: int) -> None:
        self.show_week(self._week.shifted(weeks))

    def _next_pane(self) -> None:
        if not (self._toasts.shown and not self._toasts.has_focus() and self.view.panes.is_last()):
            self.view.panes.step(1)
        else:
            self._toasts.take_focus()

    def _former_pane(self) -> None:
        self.view.panes.step(-1)

    def _refresh(self) -> None:
        """Read and show the week; a plan that cannot be read is said, and what is shown stays."""
        week, present, read = self._week, Week.of(self._workspace.now()), self._workspace.read
        try:
            self._board = board = read(load_board, {week, present}, whole_series=())
            entries = read(load_entries, week.monday, week.days[-1])
            self._names = self._names_of(entries)
            if self._learned is None:
                self._learned = learned(read(load_worked_posts, MOST_POSTS))
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return
        now, view, zone = self._workspace.clock(), self.view, self._workspace.zone
        platforms = tuple(each for each in board.platforms if each.is_active)
        budgets = week_budget(board, week, now, with_inactive=True)
        budgets = tuple(each for each in budgets if each.platform.is_active or each.done)
        view.header.show_week(week)
        view.grid.show_budgets(budgets, self._workspace.now(), week_span(week, zone)[0] <= now)
        days = entry_days(entries, week, zone, now)
        view.entries.show_entries(Shown(days, self._names, platforms, zone, self._workspace.now().date()))
        view.learned.show_learned([each for each in self._learned if each.format.key not in self._dismissed])
        view.open.show_open(still_open(board, week, now), self._names.platforms)
        view.timer.show_choices(platforms, self._purposes(board, present))
        self._show_timer()

    def _names_of(self, entries: tuple[TimeEntry, ...]) -> Names:
        board, read = self._board, self._workspace.read
        posts = {post.id: post for post in board.posts}
        blocks = {block.id: block for block in board.blocks}
        strange = {entry.post_id for entry in entries if entry.post_id is not None} - posts.keys()
        posts |= {post.id: post for post in read(load_posts, strange)}
        unknown = {entry.block_id for entry in entries if entry.block_id is not None} - blocks.keys()
        blocks |= {block.id: block for block in read(load_blocks, unknown)}
        linked = {link.post_id for entry in entries if entry.block_id for link in blocks[entry.block_id].links}
        posts |= {post.id: post for post in read(load_posts, linked - posts.keys())}
        return Names({platform.id: platform for platform in board.platforms}, posts, blocks)

    def _purposes(self, board: Board, week: Week) -> list[Purpose]:
        """What can be worked for in the present week: its blocks that are not ticked, today's first, then its posts."""
        today = self._workspace.now().date()
        work = [each for each in occurrences(board, week) if not each.is_done]
        work.sort(key=lambda each: (each.starts_at.date() != today, each.starts_at))
        found = [
            Purpose(
                words.block_words(words.occurrence_words(each)),
                tuple(share.platform_id for share in each.shares),
                each.activity,
                block_id=each.block_id,
                original_at=each.original_at,
            )
            for each in work
        ]
        for post in board.posts:
            moments = [moment(variant, self._workspace.zone) for variant in post.variants]
            if any(each is not None and each in week for each in moments):
                ids = tuple(variant.platform_id for variant in post.variants)
                found.append(Purpose(wording.spoken(post.title) or self.tr("Untitled"), ids, post_id=post.id))
        return found

    # the timer

    def _show_timer(self) -> None:
        if not self.isVisible():
            return
        entry, board, zone = self._timer.entry, self._board, self._workspace.zone
        platform = next((each for each in board.platforms if entry and each.id == entry.platform_id), None)
        if entry is None or platform is None:
            self.view.timer.show_stopped()
            return
        try:
            names = self._names_of((entry,))
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return
        is_running = self._timer.phase is Phase.RUNNING
        since = wording.clock(wall(entry.started_at, zone))
        pattern = self.tr("since {clock}") if is_running else self.tr("paused")
        block = names.blocks.get(entry.block_id or 0)
        found = occurrence_at(block, entry.original_at, zone) if block is not None and entry.original_at else None
        subject = words.block_time(found) if found is not None else words.subject(entry, names)
        parts = [subject, pattern.format(clock=since)]
        details = ", ".join(part for part in parts if part)
        measured = Measured(platform, entry.activity, details, entry.note, is_running)
        self.view.timer.show_measured(measured, self._timer.seconds)

    def _show_seconds(self) -> None:
        if self.isVisible():
            self.view.timer.show_seconds(self._timer.seconds)

    def _start(self, platform_id: int, activity: Activity, purpose: Purpose | None) -> None:
        if purpose is None:
            self._timer.start(platform_id, activity)
        else:
            ids = (purpose.post_id, purpose.block_id, purpose.original_at)
            self._timer.start(platform_id, activity, *ids)

    def _discard(self) -> None:
        self._timer.discard()
        self._say(self.tr("Measured time discarded"), undo=True)

    def _recorded(self, minutes: int, is_step: bool) -> None:
        if not self.isVisible():
            return
        if minutes:
            self._say(self.tr("{hours} recorded").format(hours=wording.hours_h(minutes)), undo=is_step)
        else:
            self._say(self.tr("Less than a minute: nothing recorded"))

    # writing

    def _fill_in(self, platform_id: int, activity: Activity, minutes: int) -> None:
        found = filled_in(self._board, self._week, platform_id, activity, minutes, self._workspace.clock())
        if isinstance(found, Fixed):
            sentence = self.tr("{hours} of this were not entered by hand. Correct them in the list below.")
            self.view.grid.show_problem(sentence.format(hours=wording.hours_h(found.minutes)))
            return
        if found:
            name = f"{self._names.platforms[platform_id].name}, {wording.activity(activity)}"
            self._workspace.put(self.tr("Fill in {cell}").format(cell=name), found)

    def _new(self) -> None:
        """Begin a new entry: behind what is entered on today, or on the last working day of another week."""
        now, zone, week = self._workspace.clock(), self._workspace.zone, self._week
        here = wall(now, zone)
        if here.date() in week.days:
            minute = here.hour * 60 + here.minute
            ended_at = instant(at(here.date(), max(minute // 5 * 5, 60)), zone)
        else:
            hours = self._workspace.plan.working_hours
            working = [day for day in week.days if hours[day.weekday()] is not None]
            ended_at = instant(at((working or week.days)[-1], _MORNING + 60), zone)
        platforms = [each for each in self._board.platforms if each.is_active]
        if platforms:
            chosen = self.view.entries.filter.value or platforms[0].id
            entry = TimeEntry(0, chosen, Activity.PLANNING, ended_at - _HOUR, ended_at, MadeBy.MANUAL)
            self.view.entries.add_entry(entry)

    def _put(self, entry: TimeEntry) -> None:
        is_new = entry.id < 1
        label = self.tr("Enter time") if is_new else self.tr("Change time entry")
        if self._workspace.put(label, Changes(entries=(entry,))) is not None and is_new:
            day = wall(entry.started_at, self._workspace.zone).date()
            if day not in self._week.days:
                self.show_week(Week.of(day))

    def _delete(self, entry_id: int) -> None:
        changes = Changes(removed_entries=frozenset({entry_id}))
        if self._workspace.put(self.tr("Delete time entry"), changes) is not None:
            self._say(self.tr("Time entry deleted"), undo=True)

    def _tick(self, found: StillOpen) -> None:
        block = found.occurrence
        changes = tick(self._board, block.block_id, block.original_at, True, self._workspace.clock())
        name = words.occurrence_words(block)
        if self._workspace.put(self.tr("Tick off {block}").format(block=name), changes) is not None:
            pattern = self.tr("{block} ticked off, {hours} entered")
            self._say(pattern.format(block=name, hours=wording.hours_h(found.coming)), undo=True)

    def _take(self, found: Learned) -> None:
        name = wording.format_name(found.format)
        label = self.tr("New effort for “{format}”").format(format=name)
        if self._workspace.edit(label, put_format, replace(found.format, effort=found.effort)) is not None:
            pattern = self.tr("New posts “{format}” take {hours}")
            self._say(pattern.format(format=name, hours=wording.hours_h(found.effort.total)), undo=True)

    def _dismiss(self, format_key: str) -> None:
        self._dismissed.add(format_key)
        self._refresh()

    # ways to other pages

    def _open_entry(self, entry_id: int) -> None:
        entry = next((each for each in self._board.entries if each.id == entry_id), None)
        if entry is None:
            return
        post = self._names.posts.get(entry.post_id or 0)
        if post is not None:
            moments = [moment(variant, self._workspace.zone) for variant in post.variants]
            dated = [each for each in moments if each is not None]
            self.post_wanted.emit(post.id, Week.of(min(dated)) if dated else self._week)
        else:
            self.week_wanted.emit(Week.of(entry.original_at) if entry.original_at is not None else self._week)

    def _open_block(self, found: StillOpen) -> None:
        self.week_wanted.emit(Week.of(found.occurrence.starts_at))

    # tables for other programs

    def _export_week(self) -> None:
        self._ask_for_file(self._week.monday, self._week.days[-1], str(self._week))

    def _export_month(self) -> None:
        first = self._week.days[3].replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        self._ask_for_file(first, last, f"{first:%Y-%m}")

    def _ask_for_file(self, first: date, last: date, part: str) -> None:
        dialog = ask_for_file(self, self.tr("Hours {part}").format(part=part))
        dialog.fileSelected.connect(partial(self._export, first, last))
        dialog.open()

    def _export(self, first: date, last: date, path: str) -> None:
        """Write the entries of the days, whole or not at all."""
        try:
            entries = self._workspace.read(load_entries, first, last)
            data = csv_bytes(entries, self._names_of(entries), (first, last), self._workspace.zone)
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return
        reason = write_file(path, data)
        if reason is None:
            self._say(self.tr("Written: {file}").format(file=path))
        else:
            pattern = self.tr("{file} could not be written: {reason}")
            self._refused(pattern.format(file=path, reason=reason))

    # following the plan

    def _plan_changed(self, changes: object) -> None:
        touches = getattr(changes, "touches", None)
        if touches is None or touches("time_entry", "variant", "post", "format", "format_effort", "block_post"):
            self._learned = None
        if self.isVisible():
            self._refresh()

    def _reloaded(self) -> None:
        self._learned = None
        if self.isVisible():
            self._refresh()

    def _refused(self, sentence: str) -> None:
        if self.isVisible():
            self._toasts.fail(escape(sentence))

    def _say(self, sentence: str, undo: bool = False) -> None:
        self._toasts.clear()
        back = [(self.tr("Undo"), self.history.undo, self.tr("Ctrl Z"))] if undo else []
        self._toasts.say(escape(sentence), back)

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys go from week to week, where no field wants them."""
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
            self.view.header.today.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self._minute.start()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is being edited."""
        self._minute.stop()
        self.view.entries.finish()
        super().hideEvent(event)
