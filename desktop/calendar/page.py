"""The calendar room: reads the plan, shows a week of it, and writes what is done there."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoCommand

from db.board import load_board, load_days, load_ideas
from db.errors import StorageProblem
from db.platforms import put_override
from db.records import Board, Changes, Platform, Post, Week, WeekOverride
from desktop import wording
from desktop.calendar.landing import touched_weeks
from desktop.calendar.new_items import minutes_of, one_off_blocks
from desktop.calendar.quick_keys import QuickKeys
from desktop.calendar.rescheduler import Rescheduler
from desktop.calendar.side_panel import SidePanel
from desktop.calendar.thumbnails import Thumbnails
from desktop.calendar.week_actions import WeekActions
from desktop.calendar.week_offers import WeekOffers
from desktop.calendar.week_view import WeekView
from desktop.holiday_memory import holidays_of
from desktop.planning.all_day import AllDayChip, busy_chips, chips
from desktop.planning.budget import week_budget
from desktop.planning.cards import post_cards
from desktop.planning.recurrence import Occurrence, expand, occurrences
from desktop.planning.week import elapsed
from desktop.series_growth import SeriesGrowth
from desktop.ui.accessible import announce

if TYPE_CHECKING:
    from desktop.calendar.measuring import Measuring
    from desktop.timer import WorkTimer
    from desktop.ui.mini_month import MiniMonth
    from desktop.workspace import Workspace

MINUTE_MS = 60_000
BEHIND_THE_PICTURE_MS = 120  # for what a picture can do without; weeks that are only passed do not load it


class CalendarPage(QObject):
    """Brings a `WeekView` to life with the plan of a workspace.

    Signals: `panel_changed(bool)` when a side panel opens or closes.
    """

    panel_changed = Signal(bool)

    def __init__(self, workspace: Workspace, view: WeekView, month: MiniMonth) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._month = month
        self._week = Week.of(workspace.now())
        self._today = workspace.now().date()
        self._hidden: frozenset[int] = frozenset()
        self._dismissed: set[Week] = set()
        self._holidays: Mapping[date, str] = {}
        self._holiday_years: frozenset[int] = frozenset()
        self._places: WeakKeyDictionary[QUndoCommand, tuple[Week | None, Week | None]] = WeakKeyDictionary()
        self._pictures = Thumbnails(workspace.picture)
        self._ideas: tuple[Post, ...] = ()
        self._wider: Board | None = None
        self._is_behind = False
        self._board = Board((self._week,), workspace.plan)
        self._rescheduler = Rescheduler(view, self, self)
        self._panel = SidePanel(view, self, self._rescheduler, self)
        self._actions = WeekActions(view, self, self._rescheduler, self._panel, self)
        self._quick = QuickKeys(view, self, self._rescheduler, self)
        self._offers = WeekOffers(view, self, self._rescheduler, self._panel, lambda: self._holidays, self)
        self._measuring: Measuring | None = None
        self._dotted: tuple[date, date] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(BEHIND_THE_PICTURE_MS)
        self._rest.timeout.connect(self._load_rest)
        self._connect()
        self._set_keys()
        self._read_ideas()
        self.show_week(self._week)
        view.setFocus()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._next_minute)
        self._wait_for_minute()

    def _connect(self) -> None:
        view, workspace = self._view, self._workspace
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._reload)
        workspace.refused.connect(self._refused)
        view.header.follow(workspace.undo_stack)
        view.header.stepped.connect(self._step_week)
        view.header.today_requested.connect(self.go_today)
        view.header.undo_requested.connect(self.undo)
        view.header.redo_requested.connect(self.redo)
        view.grid.set_pictures(self._pictures)
        view.grid.hovered.connect(self._make_way)
        view.grid.cancelled.connect(self._show)
        self._rescheduler.declined.connect(self._show)
        view.grid.flip_requested.connect(self._step_week)
        view.grid.day_hovered.connect(self._show_day)
        view.grid.add_month(self._month)
        view.grid.add_header(view.days)
        view.grid.add_header(view.all_day)
        view.grid.add_ideas(view.tray)
        view.tray.set_pictures(self._pictures)
        view.empty.closed.connect(self._dismiss_offers)
        view.shown.connect(self._catch_up)
        view.shown.connect(self._load_rest_soon)
        self._month.day_chosen.connect(self._show_day)
        self._month.week_chosen.connect(self.show_week)
        self._month.month_shown.connect(self._load_rest_soon)
        self._panel.opened.connect(self.panel_changed)
        self._offers.opened.connect(self.panel_changed)
        self._offers.changed.connect(self._show)

    def _set_keys(self) -> None:
        for keys, action in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+N", self._view.header.post_requested.emit),
            ("Ctrl+Shift+N", self._view.header.block_requested.emit),
            ("Ctrl+I", self._view.header.idea_requested.emit),
            ("Alt+Home", self.go_today),
            ("F6", self._next_pane),
            ("Shift+F6", self._former_pane),
        ):
            QShortcut(QKeySequence(keys), self._view, action)

    def set_timer(self, timer: WorkTimer) -> None:
        """Start, stop and show the timer on cards and in the panels."""
        from desktop.calendar.measuring import Measuring  # noqa: PLC0415 - not needed for the first picture

        self._measuring = Measuring(self._view, self, timer, self._panel, self)
        self._actions.menus.fill_timer = self._measuring.fill
        self._measuring.dress()

    # what is shown

    @property
    def week(self) -> Week:
        """The week that is shown."""
        return self._week

    @property
    def ideas(self) -> tuple[Post, ...]:
        """The posts without a date, newest first."""
        return self._ideas

    def shown_platforms(self) -> tuple[Platform, ...]:
        """The active platforms in order, for the filter."""
        return tuple(platform for platform in self._board.platforms if platform.is_active)

    def shown_platform_ids(self) -> tuple[int, ...]:
        """The active platforms that are not hidden, in order; all active ones when every one is hidden."""
        active = [platform.id for platform in self._board.platforms if platform.is_active]
        return tuple(each for each in active if each not in self._hidden) or tuple(active)

    def set_hidden_platforms(self, hidden: frozenset[int]) -> None:
        """Leave out the cards that belong to these platforms alone."""
        self._hidden = hidden
        self._show()

    def show_week(self, week: Week) -> None:
        """Read a week and show it; a week that cannot be read is said and the shown one stays."""
        try:
            board = self._workspace.board((week,))
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return
        is_other = week != self._week
        self._week, self._wider, self._is_behind = week, None, False
        self._board = self._with_ideas(board)
        self._offers.follow(week)
        self._show()
        if is_other:
            announce(self._view.grid, f"{wording.week_name(week)}, {wording.week_dates(week)}")

    def open_post(self, post_id: int, week: Week) -> None:
        """Turn to the week and open a post's panel; one without a title gets the cursor there."""
        self.show_week(week)
        post = next((each for each in (*self._board.posts, *self._ideas) if each.id == post_id), None)
        if post is not None:
            self._panel.open(post_id, begins=not post.title)

    def make_post(self, title: str) -> None:
        """Make a draft with this title on the next suitable day of the shown week, and open it."""
        self._actions.make_post(title=title)

    def go_today(self) -> None:
        """Show the week of today."""
        self.show_week(Week.of(self._workspace.now()))

    def _step_week(self, weeks: int) -> None:
        self.show_week(self._week.shifted(weeks))

    def _show_day(self, day: date) -> None:
        self.show_week(Week.of(day))

    def _show(self) -> None:
        """Show the board as it was read."""
        board, week, view, zone = self._offers.applied(self._board), self._week, self._view, self._workspace.zone
        utc, now = self.now(), self._workspace.now()
        today = self._today = now.date()
        cards, work = post_cards(board, week, utc), occurrences(board, week)
        posts = tuple(card for card in cards if not self._hidden.issuperset(card.platform_ids))
        blocks = tuple(block for block in work if not self._hides(block))
        counts, minutes = Counter(card.moment.date() for card in posts), Counter[date]()
        for block in work:
            minutes[block.starts_at.date()] += elapsed(block.starts_at, block.ends_at, zone)
        platforms = {platform.id: platform for platform in board.platforms}
        view.header.show_week(week)
        view.strip.show_budgets(week_budget(self._board, week, utc), today)
        view.days.show_week(week, today, [minutes[day] for day in week.days], [counts[day] for day in week.days])
        view.show_chips(week, self._chips(board))
        view.show_busy(week, board.busy, self._workspace.busy_names)
        view.grid.show_week(week, posts, blocks, platforms, today, now, board.plan.working_hours, zone)
        view.tray.show_ideas(self._ideas, platforms)
        self._show_offers(today, is_empty=not cards and not work)
        self._month.set_today(today)
        self._month.set_week(week)
        self._panel.refresh()
        self._offers.dress()
        if self._measuring is not None:
            self._measuring.dress()
        self._rest.start()

    def _chips(self, board: Board) -> tuple[AllDayChip, ...]:
        return (*chips(board, self._week, self._holidays), *busy_chips(board, self._week))

    def _hides(self, block: Occurrence) -> bool:
        """Tell whether a block belongs to hidden platforms alone."""
        return bool(block.shares) and self._hidden.issuperset(share.platform_id for share in block.shares)

    def _show_offers(self, today: date, is_empty: bool) -> None:
        """Offer something to begin with in an empty week that is not over."""
        is_coming = self._week >= Week.of(today) and self._week not in self._dismissed
        wanted = is_empty and is_coming and not self._view.grid.is_dragging
        if wanted:
            former = self.board(self._week.shifted(-1))
            blocks = one_off_blocks(former, self._week.shifted(-1))
            self._view.empty.show_offers(self._week, len(blocks), minutes_of(blocks, former), len(self._ideas))
        self._view.show_offers(wanted)

    def _make_way(self, aimed: object) -> None:
        """Take the offers away while something is held over the hours that they cover."""
        if aimed is not None:
            self._view.show_offers(False)

    def _dismiss_offers(self) -> None:
        self._dismissed.add(self._week)
        self._view.show_offers(False)
        self._view.grid.take_focus()

    # reading

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self._workspace.clock()

    def board(self, *weeks: Week, whole_series: int | None = None, whole_post_series: int | None = None) -> Board:
        """The board of the shown week and these others, with all ideas; what there is where reading fails."""
        wanted = {self._week, *weeks}
        work = frozenset(() if whole_series is None else (whole_series,))
        posts = frozenset(() if whole_post_series is None else (whole_post_series,))
        for known in (self._board, self._wider):
            if (
                known is not None
                and wanted.issubset(known.weeks)
                and work.issubset(known.whole_series or ())
                and posts.issubset(known.whole_post_series or ())
            ):
                return known
        try:
            self._wider = self._with_ideas(self._workspace.board(wanted, work, posts))
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return self._board
        return self._wider

    def _with_ideas(self, board: Board) -> Board:
        posts = {post.id: post for post in (*board.posts, *self._ideas)}
        return replace(board, posts=tuple(posts[each] for each in sorted(posts)))

    def _read_ideas(self) -> None:
        try:
            self._ideas = self._workspace.read(load_ideas)
        except StorageProblem as problem:
            self._refused(wording.problem(problem))

    def _load_rest(self) -> None:
        """Find what the picture of the week can do without: public holidays, dots of the small month."""
        years = frozenset(day.year for day in self._week.days)
        if not years <= self._holiday_years:
            plan = self._workspace.plan
            for year in years:
                self._holidays = {**self._holidays, **holidays_of(plan.region, year, plan.language)}
            self._holiday_years |= years
            self._view.show_chips(self._week, self._chips(self._board))
        if self._dotted != self._month.shown_days:
            self._load_dots(*self._month.shown_days)
        if self._view.isVisible():  # reads six weeks and reckons, after every edit in whatever room
            self._offers.look()
            self._grow_series()

    def _grow_series(self) -> None:
        """Make the next posts of series, as far as is looked ahead; not under a card that is being dragged."""
        if not self._view.grid.is_dragging and (made := SeriesGrowth.of(self._workspace).grow(self._week)):
            self._view.retire_toasts()  # they offer to undo another step
            announce(self._view.grid, made)

    def _load_rest_soon(self) -> None:
        self._rest.start()

    def _load_dots(self, first: date, last: date) -> None:
        try:
            loads = Counter(self._workspace.read(load_days, first, last))
            series = self._workspace.read(load_board, (Week.of(last),), ()).blocks
        except StorageProblem:
            return  # the week itself has said so
        for block in series:
            if block.rrule is not None:
                loads.update(each.starts_at.date() for each in expand(block, first, last, self._workspace.zone))
        self._dotted = (first, last)
        self._month.set_loads(loads)

    # writing

    def put(
        self, label: str, changes: Changes, burst: str | None = None, within: float = math.inf
    ) -> Mapping[int, int] | None:
        """Store changes as one undo step; None when storage refused."""
        before = self.board()
        self._view.retire_toasts()
        ids = self._workspace.put(label, changes, burst, within)
        stack = self._workspace.undo_stack
        if ids is not None and stack.index():
            step = stack.command(stack.index() - 1)
            former, later = touched_weeks(before, changes)
            known = self._places.get(step)
            self._places[step] = (known[0] if known else former, later)
        return ids

    def override(self, label: str, override: WeekOverride) -> bool:
        """Give a platform another target for a week, as one undo step; tells whether storage did it."""
        self._view.retire_toasts()
        return self._workspace.edit(label, put_override, override) is not None

    def undo(self) -> None:
        """Take back the last step, go where it was, and say so; silent when there is none."""
        stack = self._workspace.undo_stack
        if not stack.canUndo():
            return
        step, words = stack.command(stack.index() - 1), stack.undoText()
        former, later = self._places.get(step, (None, None))
        before = stack.index()
        self._view.retire_toasts()
        stack.undo()
        if stack.index() < before:
            self._went_back(former or later, self.tr("Undone: {step}").format(step=words), self.tr("Redo"), self.redo)

    def redo(self) -> None:
        """Do the last undone step again, go where it is, and say so."""
        stack = self._workspace.undo_stack
        if not stack.canRedo():
            return
        step, words = stack.command(stack.index()), stack.redoText()
        former, later = self._places.get(step, (None, None))
        before = stack.index()
        self._view.retire_toasts()
        stack.redo()
        if stack.index() > before:
            self._went_back(
                later or former, self.tr("Done again: {step}").format(step=words), self.tr("Undo"), self.undo
            )

    def last_step(self) -> float | None:
        """When the step was made that undo would take back now, which no other one shares; None when there is none."""
        return self._workspace.last_step()

    def drop_last(self) -> None:
        """Take back the last step without a word."""
        self._workspace.undo_stack.undo()

    def _went_back(self, week: Week | None, words: str, back: str, action: Callable[[], None]) -> None:
        if week is not None and week != self._week:
            self.show_week(week)
        self._view.toasts.say(escape(words), [(back, action, "")])

    # following the plan and the clock

    def _plan_changed(self, changes: object) -> None:
        touches = getattr(changes, "touches", None)
        if touches is None or touches("post", "variant", "variant_media", "post_effort", "platform"):
            self._read_ideas()
        if touches is not None and touches("plan"):
            self._holidays, self._holiday_years = {}, frozenset()
        self._dotted = None
        self._is_behind = True
        self._catch_up()

    def _catch_up(self) -> None:
        """Show what has changed, once the room is in sight."""
        if self._is_behind and self._view.isVisible():
            self.show_week(self._week)

    def _reload(self) -> None:
        """Another program wrote the plan: show it anew, and say why nothing can be undone any more."""
        self._holidays, self._holiday_years, self._dotted = {}, frozenset(), None
        self._view.retire_toasts()
        self._read_ideas()
        self.show_week(self._week)
        self._view.toasts.say(self.tr("Another program changed the plan. It has been read again."))

    def _refused(self, sentence: str) -> None:
        self._view.toasts.fail(escape(sentence))

    def _wait_for_minute(self) -> None:
        now = self._workspace.clock()
        self._clock.start(MINUTE_MS - now.second * 1000 - now.microsecond // 1000 + 1)

    def _next_minute(self) -> None:
        now = self._workspace.now()
        self._view.grid.set_now(now)
        is_measured = self._measuring is not None and self._measuring.is_running and not self._view.grid.is_dragging
        if now.date() != self._today or now.minute % 15 == 0 or is_measured:
            self._show()
        self._wait_for_minute()

    def _next_pane(self) -> None:
        self._view.focus_next_pane(1)

    def _former_pane(self) -> None:
        self._view.focus_next_pane(-1)
