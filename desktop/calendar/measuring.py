"""The timer in the week: started and stopped in the menus of cards and in the side panel, shown while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from db.records import ACTIVITIES, Activity, Board, Platform, TimeEntry, Week
from desktop import wording
from desktop.calendar.desk import Desk
from desktop.calendar.measured import Measured
from desktop.calendar.outcomes import block_of, post_of
from desktop.calendar.shown_week import CardItem, key_starts
from desktop.calendar.side_panel import SidePanel
from desktop.calendar.week_view import WeekView
from desktop.planning.cards import BlockKey, CardKey, PostCard, PostKey
from desktop.planning.recurrence import Occurrence, occurrence_at, with_linked_platforms
from desktop.planning.week import elapsed
from desktop.timer import Phase, WorkTimer
from desktop.ui import icons
from desktop.ui.menus import add, add_submenu, make_menu

if TYPE_CHECKING:
    from desktop.calendar.timer_row import TimerRow

Subject = CardKey | int  # a card, or an idea by its post id


@dataclass(frozen=True, slots=True)
class Task:
    """What the timer can be started for."""

    platform: Platform
    activity: Activity
    post_id: int | None = None
    block_id: int | None = None
    original_at: datetime | None = None


class Measuring(QObject):
    """Brings the plan's timer into the week."""

    def __init__(self, view: WeekView, desk: Desk, timer: WorkTimer, panel: SidePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._timer = timer
        self._panel = panel
        self._rows: list[TimerRow] = []
        self._minutes = -1
        timer.changed.connect(self.dress)
        timer.ticked.connect(self._tick)
        timer.recorded.connect(self._say)
        panel.filled.connect(self._dress_panel)

    @property
    def is_running(self) -> bool:
        """Tell whether what is done grows by itself."""
        return self._timer.phase is Phase.RUNNING

    # what is shown

    def dress(self) -> None:
        """Show what is measured on its cards and in the panel."""
        entry, canvas = self._timer.entry, self._view.grid.canvas
        self._minutes = minutes = self._timer.seconds // 60
        is_running = self.is_running
        measured = {
            key: Measured(wording.hours(minutes), self._share(item, minutes), is_running)
            for key, item in (self._cards_of(entry) if entry is not None else {}).items()
        }
        pattern = self.tr("Timer runs, {hours}") if is_running else self.tr("Timer paused, {hours}")
        canvas.deck.set_measured(measured, pattern.format(hours=wording.hours_h(minutes)))
        self._dress_panel()

    def _cards_of(self, entry: TimeEntry) -> dict[CardKey, CardItem]:
        """The cards that an entry is about: of a post's several cards the one of the entry's platform."""
        items = self._view.grid.canvas.items
        found = {key: item for key, item in items.items() if self._is_for(key, entry)}
        own = {
            key: item
            for key, item in found.items()
            if not isinstance(item, PostCard) or entry.platform_id in item.platform_ids
        }
        return own or found

    def _is_for(self, subject: Subject, entry: TimeEntry) -> bool:
        """Tell whether an entry is about a card or an idea: of a series only about this occurrence."""
        if not isinstance(subject, BlockKey):
            return entry.post_id is not None and entry.post_id == _post_id(subject)
        if entry.block_id is None or entry.block_id != subject.block_id:
            return False
        item = self._view.grid.canvas.items.get(subject)
        is_once = isinstance(item, Occurrence) and not item.is_series
        return is_once or entry.original_at == subject.original_at

    def _share(self, item: CardItem, minutes: int) -> float | None:
        if isinstance(item, PostCard):
            return None
        planned = elapsed(item.starts_at, item.ends_at, self._timer.zone)
        return minutes / planned if planned else None

    def _tick(self) -> None:
        if self._timer.seconds // 60 != self._minutes and self._view.isVisible():
            self.dress()

    def _dress_panel(self) -> None:
        row, subject = self._panel.timer_row, self._panel.subject
        if row is None or subject is None:
            return
        if row not in self._rows:
            self._rows.append(row)
            row.start_requested.connect(partial(self._start_from, row))
            row.pause_requested.connect(self._timer.pause)
            row.resume_requested.connect(self._timer.resume)
            row.stop_requested.connect(self._timer.stop)
        entry = self._timer.entry
        if entry is not None and self._is_for(subject, entry):
            row.show_measured(wording.hours_h(self._timer.seconds // 60), self.is_running)
        else:
            row.show_stopped()

    def _say(self, minutes: int, is_step: bool) -> None:
        if not self._view.isVisible():
            return
        self._view.retire_toasts()
        if minutes:
            words = self.tr("{hours} recorded").format(hours=wording.hours_h(minutes))
            undo = [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))] if is_step else []
            self._view.toasts.say(escape(words), undo)
        else:
            self._view.toasts.say(escape(self.tr("Less than a minute: nothing recorded")))

    # starting

    def fill(self, menu: QMenu, subject: Subject) -> None:
        """Add to the menu of a card or an idea what the timer can do with it."""
        entry = self._timer.entry
        if entry is None or not self._is_for(subject, entry):
            self._add_tasks(menu, self.tasks(subject, self._desk.week))
            return
        if self.is_running:
            add(menu, self.tr("Pause timer"), "player-pause", "", self._timer.pause)
        else:
            add(menu, self.tr("Resume timer"), "player-play", "", self._timer.resume)
        add(menu, self.tr("Stop and record"), "player-stop", "", self._timer.stop)

    def _add_tasks(self, menu: QMenu, tasks: tuple[Task, ...]) -> None:
        if len(tasks) == 1:
            add(menu, self.tr("Start timer"), "player-play", "", partial(self._start, tasks[0]))
        elif tasks:
            self._fill_tasks(add_submenu(menu, self.tr("Start timer"), "player-play"), tasks)

    def _fill_tasks(self, menu: QMenu, tasks: tuple[Task, ...]) -> None:
        """A row for every task: of several platforms and activities, the activities lie behind the platforms."""
        platforms = [list(each) for _, each in groupby(tasks, key=lambda task: task.platform.id)]
        for own in platforms:
            platform = own[0].platform
            if len(own) == 1:
                row = add(menu, platform.name, None, "", partial(self._start, own[0]))
                row.setIcon(icons.tile_icon(platform.kind))
                continue
            inner = menu if len(platforms) == 1 else add_submenu(menu, platform.name)
            if inner is not menu:
                inner.menuAction().setIcon(icons.tile_icon(platform.kind))
            for task in own:
                words, icon = wording.activity(task.activity), icons.activity_icon(task.activity)
                add(inner, words, icon, "", partial(self._start, task))

    def tasks(self, subject: Subject, week: Week) -> tuple[Task, ...]:
        """What the timer can be started for on a card of a week, or on an idea, by platform."""
        board = self._desk.board(week, *([] if isinstance(subject, int) else [Week.of(key_starts(subject))]))
        platforms = {each.id: each for each in board.platforms}
        if isinstance(subject, BlockKey):
            occurrence = self._occurrence(board, subject)
            if occurrence is None:
                return ()
            place = (None, subject.block_id, subject.original_at)
            return tuple(Task(platforms[each.platform_id], occurrence.activity, *place) for each in occurrence.shares)
        post = post_of(board, _post_id(subject))
        shown = {variant.platform_id for variant in post.variants} if post is not None else set()
        return tuple(
            Task(platform, activity, _post_id(subject))
            for platform in board.platforms
            if platform.id in shown
            for activity in ACTIVITIES
        )

    def _occurrence(self, board: Board, key: BlockKey) -> Occurrence | None:
        block, zone = block_of(board, key.block_id), ZoneInfo(board.plan.zone)
        found = occurrence_at(block, key.original_at, zone) if block is not None else None
        if found is None:
            return None
        posts = {post.id: post for post in board.posts}
        return with_linked_platforms(found, posts, [each.id for each in board.platforms], zone)

    def _start_from(self, row: TimerRow) -> None:
        subject = self._panel.subject
        if subject is None:
            return
        tasks = self.tasks(subject, self._panel.week or self._desk.week)
        if len(tasks) == 1:
            self._start(tasks[0])
        elif tasks:
            menu = make_menu(row)
            self._fill_tasks(menu, tasks)
            menu.popup(row.start.mapToGlobal(row.start.rect().bottomLeft()))

    def _start(self, task: Task) -> None:
        self._timer.start(task.platform.id, task.activity, task.post_id, task.block_id, task.original_at)


def _post_id(subject: PostKey | int) -> int:
    return subject if isinstance(subject, int) else subject.post_id
