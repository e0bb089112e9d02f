"""Filling the shown week: reckons it, shows it as a preview in the grid, and writes it when the user says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from html import escape

from PySide6.QtCore import QObject, Qt, Signal

from db.records import Board, Post, Week
from desktop import wording
from desktop.calendar import fill_words
from desktop.calendar.desk import Desk
from desktop.calendar.fill_list import FillList, PreviewNotice, Sums
from desktop.calendar.fill_words import Names
from desktop.calendar.reckoning import Reckoner
from desktop.calendar.rescheduler import Rescheduler
from desktop.calendar.week_view import WeekView
from desktop.planning.budget import week_budget
from desktop.planning.cards import BlockKey, CardKey, PostKey
from desktop.planning.filling import fill
from desktop.planning.intents import (
    CreatePost,
    Intent,
    MoveBlock,
    MovePost,
    RemoveBlock,
    RemovePost,
    ResizeBlock,
    SchedulePost,
    UnschedulePost,
)
from desktop.planning.placements import Filling, FillRemedy, PlacedBlock, PlacedPost, Placement, Reason, Why, Wishes
from desktop.planning.rescheduling import after
from desktop.ui.accessible import announce


class FillPreview(QObject):
    """The preview of a filled week. It writes nothing until it is applied.

    The page calls `follow` when it has read a week, shows `applied(board)` instead of the board, and calls `dress` when
    that is done. While the preview is open, the intents of the grid come here.

    Signals: `changed()`: show the week anew; `opened(bool)` when its panel comes or goes.
    """

    changed = Signal()
    opened = Signal(bool)

    def __init__(
        self,
        view: WeekView,
        desk: Desk,
        rescheduler: Rescheduler,
        holidays: Callable[[], Mapping[date, str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._holidays = holidays
        self._week: Week | None = None
        self._wishes = Wishes()
        self._by_hand: frozenset[Placement] = frozenset()
        self._left_ideas: frozenset[int] = frozenset()
        self._filling: Filling | None = None
        self._keys: dict[CardKey, Placement] = {}
        self._list: FillList | None = None
        self._is_following = False
        self._reckoner = Reckoner(self)
        self._reckoner.done.connect(self._arrive)
        view.left.connect(self.discard)
        view.grid.selected.connect(self._mark)
        view.grid.pointed_at.connect(self._mark)

    @property
    def is_open(self) -> bool:
        """Tell whether the preview is shown."""
        return self._week is not None

    @property
    def panel(self) -> FillList | None:
        """The panel beside the week, None while the preview is not shown."""
        return self._list

    # coming and going

    def begin(self) -> None:
        """Show a filling of the shown week, or say why there is none."""
        if self.is_open:
            return
        week = self._desk.week
        self._week = week
        self._wishes = Wishes(ideas=self._desk.ideas)
        self._by_hand, self._left_ideas = frozenset(), frozenset()
        self._reckon()

    def _open(self, week: Week, filling: Filling) -> None:
        """The first filling is here."""
        if not (filling.placements or filling.misfits):
            self._week = self._filling = None
            words = self.tr("{week} has nothing left to fill.").format(week=wording.week_name(week))
            self._view.toasts.say(escape(words))
            return
        self._list = self._made_list()
        self._rescheduler.diversion = self
        self._view.retire_toasts()
        self._view.set_notice(PreviewNotice())
        self._view.set_panel(self._list)
        self.opened.emit(True)
        self.changed.emit()
        self._list.apply.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._list, fill_words.found(*_counts(filling)))

    def _made_list(self) -> FillList:
        made = FillList(with_ideas=True)
        made.applied.connect(self.apply)
        made.discarded.connect(self.discard)
        made.ideas_toggled.connect(self._use_ideas)
        made.kept.connect(self._keep)
        made.left_out.connect(self._leave_out)
        made.remedy_chosen.connect(self._help)
        made.idea_wanted.connect(self._capture)
        made.pointed.connect(self._point)
        return made

    def _end(self) -> None:
        self._reckoner.forget()
        self._week = self._filling = None
        self._keys = {}
        self._rescheduler.diversion = None
        view, panel, notice = self._view, self._list, self._view.notice
        self._list = None
        view.strip.preview(None)
        view.days.set_fresh(frozenset())
        view.grid.canvas.deck.set_fresh(frozenset())
        view.set_notice(None)
        view.set_panel(None)
        for widget in (panel, notice):
            if widget is not None:
                widget.deleteLater()
        self.opened.emit(False)
        view.grid.take_focus()

    def discard(self) -> None:
        """Put the preview away and write nothing."""
        if self.is_open:
            self._end()
            self.changed.emit()

    def apply(self) -> None:
        """Write the filling as one undo step."""
        week, filling = self._week, self._filling
        if week is None or filling is None or self._reckoner.is_busy:
            return
        self._end()
        words = self.tr("Fill {week}").format(week=wording.week_name(week))
        if self._desk.put(words, filling.changes) is None:
            self.changed.emit()
            return
        said = fill_words.done(*_counts(filling))
        self._view.toasts.say(escape(said), [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))])

    # reckoning

    def follow(self, week: Week) -> None:
        """The plan was read: reckon again, or put the preview away because another week is shown."""
        if self.is_open and week != self._week:
            self._end()
        elif self.is_open:
            self._is_following = True
            self._reckon()
            self._is_following = False

    def _reckon(self) -> None:
        """Fill the week anew with the wishes in force; of a large plan the answer comes later."""
        week = self._week
        if week is None:
            return
        board = self._desk.board(week.shifted(-1), week.shifted(1))
        ideas = tuple(idea for idea in self._desk.ideas if idea.id not in self._left_ideas)
        days_off = frozenset(day for day in week.days if day in self._holidays())
        self._wishes = replace(self._wishes, ideas=None if self._wishes.ideas is None else ideas, days_off=days_off)
        self._reckoner.reckon(len(board.posts), partial(fill, board, week, self._desk.now(), self._wishes))

    def _arrive(self, filling: Filling) -> None:
        week, self._filling = self._week, filling
        if week is None:
            self._filling = None
        elif self._list is None:
            self._open(week, filling)
        elif not self._is_following:
            self.changed.emit()
            announce(self._list, fill_words.found(*_counts(filling)))

    def _again(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._reckon()

    # showing

    def applied(self, board: Board) -> Board:
        """What the week would be."""
        return board if self._filling is None else after(board, self._filling.changes)

    def dress(self) -> None:
        """Make the shown week look like a preview, and list what is new."""
        week, filling, panel = self._week, self._filling, self._list
        if week is None or filling is None or panel is None:
            return
        real = self._desk.board()
        board, now = self.applied(real), self._desk.now()
        self._keys = _keys(board, real, filling)
        before, then = week_budget(real, week, now), week_budget(board, week, now)
        self._view.strip.preview(then)
        self._view.grid.canvas.deck.set_fresh(frozenset(self._keys))
        blocks = (each.item for each in filling.placements if isinstance(each.item, PlacedBlock))
        self._view.days.set_fresh(frozenset(block.starts_at.date() for block in blocks))
        planned = [sum(budget.planned for budget in budgets) for budgets in (before, then)]
        sums = Sums(planned[0], planned[1], sum(budget.target for budget in then))
        panel.show_filling(filling, self._wishes.keep, self._by_hand, Names.of(board), sums)
        panel.mark(self._keys.get(current) if (current := self._view.grid.current) is not None else None)

    def _mark(self, key: CardKey | None) -> None:
        if self._list is not None and key in self._keys:
            self._list.mark(self._keys[key])

    def _point(self, placement: Placement) -> None:
        key = next((key for key, each in self._keys.items() if each == placement), None)
        if key is not None:
            self._view.grid.select(key)

    # wishes

    def _use_ideas(self, is_on: bool) -> None:
        self._again(replace(self._wishes, ideas=self._desk.ideas if is_on else None))

    def _keep(self, placements: tuple[Placement, ...], is_kept: bool) -> None:
        rest = tuple(each for each in self._wishes.keep if each not in placements)
        self._again(replace(self._wishes, keep=(*rest, *placements) if is_kept else rest))

    def _leave_out(self, placements: tuple[Placement, ...]) -> None:
        rest = tuple(each for each in self._wishes.keep if each not in placements)
        self._again(replace(self._wishes, keep=rest, leave_out=(*self._wishes.leave_out, *placements)))

    def _help(self, remedy: FillRemedy) -> None:
        if remedy.wishes is not None:
            self._left_ideas |= _ids(self._wishes.ideas) - _ids(remedy.wishes.ideas)
            self._again(remedy.wishes)

    def _capture(self) -> None:
        self._view.open_tray()
        self._view.tray.focus_field()

    def _pin(self, former: Placement | None, placement: Placement) -> None:
        """Keep something where the user has put it."""
        rest = tuple(each for each in self._wishes.keep if each not in {former, placement})
        self._by_hand = self._by_hand - {former} | {placement}
        self._again(replace(self._wishes, keep=(*rest, placement)))
        key = next((key for key, each in self._keys.items() if each == placement), None)
        if key is not None:
            self._view.grid.select(key)

    # what is done in the grid meanwhile

    def words(self, intent: Intent) -> str:
        """Nothing for what can be done in the preview, else why not."""
        return "" if self._pinned(intent) is not None or isinstance(intent, SchedulePost) else self._stays()

    def take(self, intent: Intent) -> bool:
        """Pin what is moved, leave out what is deleted; only a new idea is for the plan."""
        if isinstance(intent, CreatePost) and intent.at is None:
            return False
        self._rescheduler.clear_preview()
        placement, pinned = self._subject(intent), self._pinned(intent)
        if pinned is not None:
            self._pin(placement, pinned)
        elif placement is not None and isinstance(intent, RemoveBlock | RemovePost | UnschedulePost):
            self._leave_out((placement,))
        elif isinstance(intent, SchedulePost) and (post := self._idea(intent.post_id)) is not None:
            platforms = tuple(version.platform_id for version in post.variants)
            self._pin(None, Placement(PlacedPost(post.id, intent.to, platforms), Why(Reason.SILENCE)))
        else:
            self._view.toasts.say(escape(self._stays()))
            self.changed.emit()
        return True

    def _stays(self) -> str:
        return self.tr("In the preview only what is new can be changed.")

    def _subject(self, intent: Intent) -> Placement | None:
        if isinstance(intent, MoveBlock | ResizeBlock | RemoveBlock):
            return self._keys.get(BlockKey(intent.block_id, intent.original_at))
        if isinstance(intent, MovePost | RemovePost | UnschedulePost | SchedulePost):
            return next((each for key, each in self._keys.items() if _is_post(key, intent.post_id)), None)
        return None

    def _pinned(self, intent: Intent) -> Placement | None:
        """A placement as an intent would have it; None for what is no placement or not moved."""
        placement = self._subject(intent)
        if placement is None:
            return None
        item = placement.item
        match intent:
            case MovePost() | SchedulePost() if isinstance(item, PlacedPost):
                return replace(placement, item=replace(item, starts_at=intent.to))
            case MoveBlock() if isinstance(item, PlacedBlock):
                ends_at = intent.to + timedelta(minutes=item.minutes)
                return replace(placement, item=replace(item, starts_at=intent.to, ends_at=ends_at))
            case ResizeBlock() if isinstance(item, PlacedBlock):
                return replace(placement, item=replace(item, starts_at=intent.starts_at, ends_at=intent.ends_at))
        return None

    def _idea(self, post_id: int) -> Post | None:
        return next((idea for idea in self._desk.ideas if idea.id == post_id), None)


def _counts(filling: Filling) -> tuple[int, int]:
    """How many posts and how many blocks are new."""
    posts = sum(isinstance(each.item, PlacedPost) for each in filling.placements)
    return posts, len(filling.placements) - posts


def _keys(board: Board, real: Board, filling: Filling) -> dict[CardKey, Placement]:
    """The cards of what is new; `board` is `real` with the filling."""
    stored = {block.id for block in real.blocks}
    blocks = {
        (block.starts_at, block.ends_at, block.activity, tuple(share.platform_id for share in block.platforms)): block
        for block in board.blocks
        if block.id not in stored
    }
    found: dict[CardKey, Placement] = {}
    for placement in filling.placements:
        item = placement.item
        if isinstance(item, PlacedPost):
            found[PostKey(item.post_id, item.starts_at)] = placement
            continue
        block = blocks.get((item.starts_at, item.ends_at, item.activity, item.platform_ids))
        if block is not None:
            found[BlockKey(block.id, block.starts_at)] = placement
    return found


def _is_post(key: CardKey, post_id: int) -> bool:
    return isinstance(key, PostKey) and key.post_id == post_id


def _ids(ideas: Iterable[Post] | None) -> frozenset[int]:
    return frozenset(idea.id for idea in ideas or ())
