"""The room of the month: reads the plan, shows a month of it, and writes what is done there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.campaign_posts import campaign_posts
from db.errors import StorageProblem
from db.records import Board, Changes, Week
from desktop import wording
from desktop.holiday_memory import holidays_of
from desktop.month import words
from desktop.month.day_popover import DayPopover
from desktop.month.drag import DayTarget
from desktop.month.hints import campaign_lines, hints, mix
from desktop.month.history import History
from desktop.month.month_view import MonthView
from desktop.month.mover import Mover
from desktop.month.new_items import new_block, new_post
from desktop.month.places import touched_days
from desktop.month.shown_month import ShownMonth
from desktop.planning.all_day import AllDayChip, chips
from desktop.planning.cards import PostKey
from desktop.planning.intents import Outcome
from desktop.planning.month import (
    MonthWeek,
    filled_days,
    gaps,
    month_later,
    month_weeks,
    shown_weeks,
    with_budgets,
)
from desktop.planning.rescheduling import decide
from desktop.series_growth import SeriesGrowth
from desktop.ui.accessible import announce
from desktop.workspace import BURST_SECONDS

if TYPE_CHECKING:
    from desktop.workspace import Workspace

MINUTE_MS = 60_000
BEHIND_THE_PICTURE_MS = 120  # for what a picture can do without; months that are only passed do not load it
AHEAD_MS = 30
_KEPT_MONTHS = 12


class MonthPage(QWidget):
    """A month of the plan of a workspace.

    Signals: `week_wanted(Week)` and `post_wanted(post_id, Week)` ask for the room of the week.
    """

    week_wanted = Signal(object)
    post_wanted = Signal(int, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        now = workspace.now()
        self._year, self._month = now.year, now.month
        self._today = now.date()
        self._hidden: frozenset[int] = frozenset()
        self._is_stale = True
        self._board = Board((), workspace.plan)
        self._known: dict[tuple[int, int], tuple[Board, tuple[MonthWeek, ...]]] = {}
        self._wider: Board | None = None
        self._holidays: dict[date, str] = {}
        self._holiday_years: set[int] = set()
        self._planned: Mapping[int, int] | None = None
        self._history = History(workspace.undo_stack, self)
        self.view = MonthView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Month"))
        self._mover = Mover(self.view, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(BEHIND_THE_PICTURE_MS)
        self._rest.timeout.connect(self._load_rest)
        self._totals = QTimer(self)
        self._totals.setSingleShot(True)
        self._totals.timeout.connect(self._show_totals)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._look_ahead)
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE_MS)
        self._clock.timeout.connect(self._next_minute)
        self._connect()
        self._set_keys()

    def _connect(self) -> None:
        view, workspace = self.view, self._workspace
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._reload)
        workspace.refused.connect(self._refused)
        view.header.follow(workspace.undo_stack)
        view.header.stepped.connect(self._step)
        view.header.today_requested.connect(self.go_today)
        view.header.undo_requested.connect(self._history.undo)
        view.header.redo_requested.connect(self._history.redo)
        self._history.going.connect(view.retire_toasts)
        self._history.went.connect(self._went_back)
        view.header.post_requested.connect(self._make_post)
        view.header.block_requested.connect(self._make_block)
        view.canvas.month_stepped.connect(self._step)
        view.canvas.today_requested.connect(self.go_today)
        view.canvas.week_opened.connect(self.week_wanted)
        view.canvas.post_opened.connect(self._open_post)
        view.canvas.more_requested.connect(self._open_day)
        view.drags.flip_requested.connect(self._step)
        view.footer.day_wanted.connect(self._open_week_of)

    def _set_keys(self) -> None:
        header = self.view.header
        for keys, action in (
            ("Ctrl+Z", self._history.undo),
            ("Ctrl+Shift+Z", self._history.redo),
            ("Ctrl+Y", self._history.redo),
            ("Ctrl+N", header.post_requested.emit),
            ("Ctrl+Shift+N", header.block_requested.emit),
            ("Alt+Home", self.go_today),
            ("F6", self._next_pane),
            ("Shift+F6", self._next_pane),
        ):
            QShortcut(QKeySequence(keys), self, action)

    # what is shown

    def activate(self) -> None:
        """Show what is stored now; to be called when the room comes into sight."""
        if self._is_stale or self._workspace.now().date() != self._today:
            self._read()

    def show_month(self, year: int, month: int) -> None:
        """Read a month and show it; one that cannot be read is said and the shown one stays."""
        is_other = (year, month) != (self._year, self._month)
        former, (self._year, self._month) = (self._year, self._month), (year, month)
        if not self._read():
            self._year, self._month = former
        elif is_other:
            announce(self.view.canvas, wording.month_title(year, month))

    def go_today(self) -> None:
        """Show the month of today, and today in it."""
        today = self._workspace.now().date()
        self.show_month(today.year, today.month)
        self.view.canvas.go_to(today, by_key=self.view.canvas.state.is_by_key)
        self.view.reveal(today)

    def go_to(self, day: date) -> None:
        """Show the month of a day unless the day is in sight."""
        shown = self.view.canvas.shown
        if shown is None or day not in shown:
            self.show_month(day.year, day.month)

    def set_hidden_platforms(self, hidden: frozenset[int]) -> None:
        """Leave out the posts that belong to these platforms alone."""
        self._hidden = hidden
        if self.isVisible():
            self._show_again()
        else:
            self._is_stale = True

    def add_month(self, month: DayTarget) -> None:
        """Let posts be dropped on the days of a small month."""
        self.view.drags.add_target(month)

    def _step(self, months: int) -> None:
        self.show_month(*month_later(self._year, self._month, months))

    def _read(self) -> bool:
        """Show the month as it is stored now; tells whether it could be read."""
        if self._is_stale:
            self._known.clear()
        known = self._known.get((self._year, self._month))
        try:
            self._board = known[0] if known else self._load(self._year, self._month)
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return False
        self._wider, self._is_stale = None, False
        if known:
            self._totals.stop()
            self._show(known[1])
        else:
            self._show_board()
        return True

    def _load(self, year: int, month: int) -> Board:
        return self._workspace.board(month_weeks(year, month))

    def _show_board(self) -> None:
        """Show days and posts at once; the weeks' totals, which take longer, come right behind the picture."""
        self._show(shown_weeks(self._board, self._board.weeks, self.now(), self._hidden))
        self._totals.start()

    def _show_totals(self) -> None:
        shown = self.view.canvas.shown
        if shown is not None:
            self._show(self._keep((self._year, self._month), self._board, shown.weeks))

    def _keep(self, place: tuple[int, int], board: Board, rows: tuple[MonthWeek, ...]) -> tuple[MonthWeek, ...]:
        """Reckon the totals, and keep the month until something changes."""
        if len(self._known) >= _KEPT_MONTHS:
            self._known.clear()
        whole = with_budgets(board, rows, self.now())
        self._known[place] = board, whole
        return whole

    def _look_ahead(self) -> None:
        """Reckon the months beside the shown one, one at a time, before they are asked for."""
        for step in (1, -1):
            year, month = month_later(self._year, self._month, step)
            if (year, month) not in self._known and self.isVisible():
                try:
                    board = self._load(year, month)
                except StorageProblem:
                    return  # turning the page will say so
                self._keep((year, month), board, shown_weeks(board, board.weeks, self.now(), self._hidden))
                self._ahead.start()
                return

    def _show_again(self) -> None:
        """Show the same month with what has become late, or hidden, since it was read."""
        self._known.clear()
        self._show_board()

    def _show(self, rows: tuple[MonthWeek, ...]) -> None:
        """Show these rows of the board."""
        board = self._board
        self._today = self._workspace.now().date()
        shown = ShownMonth(
            self._year,
            self._month,
            rows,
            gaps(board.weeks, filled_days(rows), self._today),
            {platform.id: platform for platform in board.platforms},
            self._today,
            self._chips(board),
        )
        self.view.show_month(shown)
        self._show_footer(shown)
        self._rest.start()

    def _chips(self, board: Board) -> dict[Week, tuple[AllDayChip, ...]]:
        return {week: chips(board, week, self._holidays) for week in board.weeks}

    def _show_footer(self, shown: ShownMonth) -> None:
        parts, footer = mix(shown, self._board.formats), self.view.footer
        total = sum(part.count for part in parts)
        footer.show_mix(words.mix_title(shown.month), words.posts(total), parts)
        footer.show_hints(hints(shown))
        footer.show_campaigns(campaign_lines(shown, self._board.campaigns, self._planned or {}))

    def _load_rest(self) -> None:
        """Find what the picture can do without: public holidays, how many posts the campaigns have."""
        years = {day.year for week in self._board.weeks for day in (week.days[0], week.days[-1])}
        has_news = self._planned is None or not years <= self._holiday_years
        plan = self._workspace.plan
        for year in years - self._holiday_years:
            self._holidays |= holidays_of(plan.region, year, plan.language)
        self._holiday_years |= years
        if self._planned is None:
            try:
                self._planned = self._workspace.read(campaign_posts)
            except StorageProblem:
                self._planned = {}  # the month itself says what is the matter
        shown = self.view.canvas.shown
        if has_news and shown is not None:
            self._show(shown.weeks)
        is_free = self.isVisible() and bool(self._board.weeks) and not self.view.drags.is_dragging
        if is_free and SeriesGrowth.of(self._workspace).grow(self._board.weeks[-1]):
            self.view.retire_toasts()  # they offer to undo another step
        self._ahead.start()

    # reading and writing for others

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self._workspace.clock()

    def board(self, *weeks: Week, whole_post_series: int | None = None) -> Board:
        """The board of the shown weeks and these others; what there is where reading fails.

        Only of `whole_post_series` does it surely have every post.
        """
        wanted = {*self._board.weeks, *weeks}
        whole = frozenset(() if whole_post_series is None else (whole_post_series,))
        for known in (self._board, self._wider):
            if known is not None and wanted.issubset(known.weeks) and whole.issubset(known.whole_post_series or ()):
                return known
        try:
            self._wider = self._workspace.board(wanted, (), whole)
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return self._board
        return self._wider

    def put(self, label: str, changes: Changes, burst: str | None = None) -> Mapping[int, int] | None:
        """Store changes as one undo step; repeated keys of one `burst` are one step. None when storage refused."""
        before = self._wider or self._board
        self.view.retire_toasts()
        ids = self._workspace.put(label, changes, burst, BURST_SECONDS if burst is not None else math.inf)
        if ids is not None:
            self._history.note(*touched_days(before, changes))
        return ids

    def undo(self) -> None:
        """Take back the last step."""
        self._history.undo()

    def _went_back(self, day: date | None, sentence: str, is_undone: bool) -> None:
        """Show where a step took place, and say what became of it."""
        if day is not None:
            self.go_to(day)
        back = (self.tr("Redo"), self._history.redo, "") if is_undone else (self.tr("Undo"), self._history.undo, "")
        self.view.toasts.say(escape(sentence), [back])

    # opening, making

    def _open_post(self, key: PostKey) -> None:
        self.post_wanted.emit(key.post_id, Week.of(key.moment))

    def _open_week_of(self, day: date) -> None:
        self.view.canvas.go_to(day)
        self.week_wanted.emit(Week.of(day))

    def _open_day(self, day: date) -> None:
        shown = self.view.canvas.shown
        found = shown.day(day) if shown is not None else None
        if shown is None or found is None:
            return
        popover = DayPopover(self.view, found, shown.platforms)
        popover.post_wanted.connect(self._open_post)
        popover.week_wanted.connect(self.week_wanted)
        popover.open_at(self.view.canvas.rect_of(day), "right")

    def _make_post(self) -> None:
        """Make a draft on the current day, or on today's where that is past, and open it in its week."""
        day = self._day_to_fill()
        board = self.board(Week.of(day))
        answer = decide(board, new_post(board, day, self._hidden, self.now()), self.now())
        if isinstance(answer, Outcome):
            ids = self.put(self.tr("Create post"), answer.changes)
            if ids is not None:
                self.post_wanted.emit(ids[answer.changes.posts[0].id], Week.of(day))

    def _make_block(self) -> None:
        """Make a block in the next free slot from the current day on, and show it in its week."""
        day = self._day_to_fill()
        board = self.board(Week.of(day))
        answer = decide(board, new_block(board, day, self._hidden, self.now()), self.now())
        if isinstance(answer, Outcome) and self.put(self.tr("Create work block"), answer.changes) is not None:
            self.week_wanted.emit(Week.of(day))

    def _day_to_fill(self) -> date:
        return max(self.view.canvas.state.cursor, self._workspace.now().date())

    # following the plan, the clock, the focus

    def _plan_changed(self, changes: object) -> None:
        touches = getattr(changes, "touches", None)
        if touches is None or touches("post", "variant", "campaign"):
            self._planned = None
        if touches is not None and touches("plan"):
            self._forget_holidays()
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _reload(self) -> None:
        self._planned = None
        self._forget_holidays()
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _forget_holidays(self) -> None:
        self._holidays, self._holiday_years = {}, set()

    def _refused(self, sentence: str) -> None:
        if self.isVisible():
            self.view.toasts.fail(escape(sentence))

    def _next_minute(self) -> None:
        now = self._workspace.now()
        if now.date() != self._today or now.minute % 15 == 0:
            self._show_again()

    def _next_pane(self) -> None:
        """Give the keyboard to the next of header, month and footer, or to a message."""
        canvas, toasts = self.view.canvas, self.view.toasts
        if canvas.has_focus() and not toasts.take_focus():
            self.view.header.today.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not canvas.has_focus():
            canvas.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date before being seen."""
        super().showEvent(event)
        self.activate()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the clock."""
        super().hideEvent(event)
        self._clock.stop()
        self.view.drags.cancel()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the month's current day or post."""
        super().focusInEvent(event)
        self.view.canvas.take_focus(event.reason())
