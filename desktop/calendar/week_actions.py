"""What can be done in the week besides dragging: make new, open, copy, tick off, delete, by keys, menus and buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import escape
from itertools import count
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from db.records import Activity, Changes, Post, Share, Status, Week
from desktop import busy_time_words, wording
from desktop.calendar.aiming import CREATED_MINUTES, ExternalItem
from desktop.calendar.budget_hint import BudgetHint, remedy_words
from desktop.calendar.card_edits import CardEdits
from desktop.calendar.card_menus import CardMenus
from desktop.calendar.clip_actions import ClipActions
from desktop.calendar.desk import Desk
from desktop.calendar.group_actions import GroupActions
from desktop.calendar.idea_tray import TrayForm
from desktop.calendar.new_items import block_span, copied_blocks, draft_moment
from desktop.calendar.outcomes import label, post_of, short
from desktop.calendar.rescheduler import Manner, Rescheduler
from desktop.calendar.side_panel import SidePanel, put_status, put_tick
from desktop.calendar.week_view import WeekView
from desktop.planning.all_day import AllDayChip
from desktop.planning.budget import week_budget
from desktop.planning.cards import BlockKey, CardKey, PostCard, PostKey, post_cards
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    CreateBlock,
    CreatePost,
    EditBlock,
    Intent,
    MoveBlock,
    MovePost,
    RemoveBlock,
    RemovePost,
    ScheduleEffort,
    SchedulePost,
    UnschedulePost,
)
from desktop.planning.recurrence import Occurrence, occurrences
from desktop.planning.remedies import Remedy, remedies
from desktop.planning.series import BlockEdit
from desktop.planning.slots import free_slot
from desktop.planning.week import DAY_MINUTES, at, minute_of_day, wall

COPY_AFTER = timedelta(hours=1)  # below its model, so that both can be seen


class WeekActions(QObject):
    """Wires header, grid, tray, empty week, panel and menus to what they mean."""

    def __init__(self, view: WeekView, desk: Desk, rescheduler: Rescheduler, panel: SidePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._panel = panel
        self.menus = CardMenus(view)
        self._groups = GroupActions(view, desk, rescheduler, self)
        self._edits = CardEdits(view, desk, rescheduler, self._groups, self)
        self.menus.fill_edits = self._edits.fill
        self._clips = ClipActions(view, desk, rescheduler, self._groups, self)
        self._drawn: BlockKey | None = None
        self._drawing = count(1)
        self._burst = ""
        self._connect()

    def _connect(self) -> None:
        header, grid, tray, empty, menus = (
            self._view.header,
            self._view.grid,
            self._view.tray,
            self._view.empty,
            self.menus,
        )
        for signal, action in (
            (header.post_requested, self.make_post),
            (header.idea_requested, self.capture),
            (header.block_requested, self.make_block),
            (grid.opened, self._panel.open),
            (grid.selected, self._panel.follow),
            (self._groups.delete_wanted, self.delete),
            (self._groups.unschedule_wanted, self._unschedule),
            (grid.duplicate_requested, self.duplicate),
            (grid.tick_toggled, self._tick),
            (grid.create_requested, self._draw_block),
            (grid.title_edited, self._name_block),
            (grid.title_discarded, self._discard_title),
            (grid.platform_cycled, self._cycle_platform),
            (grid.day_dropped, self._drop_on_day),
            (grid.external_ended, self._put_down),
            (grid.menu_requested, self._offer_menu),
            (grid.overflow_requested, self._offer_overflow),
            (self._view.all_day.more_requested, self._show_more),
            (tray.captured, self._file),
            (tray.lifted, self._lift),
            (tray.carry_requested, self._carry_idea),
            (tray.opened, self._panel.open),
            (tray.plan_requested, self._plan),
            (tray.delete_requested, self.delete),
            (tray.menu_requested, self._offer_idea_menu),
            (tray.left, grid.take_focus),
            (empty.copy_requested, self._copy_blocks),
            (empty.ideas_requested, self._begin_with_idea),
            (self._view.strip.hint_requested, self._hint),
            (self._rescheduler.block_made, self._ask_title),
            (self._panel.delete_requested, self._delete_in_panel),
            (self._panel.duplicate_requested, self._duplicate_in_panel),
            (menus.opened, self._panel.open),
            (menus.status_chosen, self._set_status),
            (menus.duplicated, self.duplicate),
            (menus.unscheduled, self._unschedule),
            (menus.deleted, self.delete),
            (menus.ticked, self._tick),
            (menus.planned, self._plan),
            (menus.carried, grid.carry),
            (menus.idea_carried, self._carry_idea),
            (menus.move_asked, self._edits.ask_for_moment),
            (menus.pasted, self._clips.paste),
            (menus.repeated, self._panel.ask_for_rule),
            (menus.saved, self._view.save_wanted),
            (grid.carry_started, self._view.retire_toasts),
            (menus.post_made, self.make_post),
            (menus.block_made, self._make_block_at),
            (menus.idea_placed, self._place_idea),
        ):
            signal.connect(action)

    # new things

    def make_post(self, at_moment: datetime | None = None, title: str = "") -> None:
        """Make a draft there, else on the next suitable day, and open it; without a title the cursor goes there."""
        self._panel.give_up_new()
        board = self._desk.board()
        moment = at_moment or draft_moment(board, self._desk.week, self._desk.now())
        intent = CreatePost(title, self._desk.shown_platform_ids()[:1], moment)
        landed = self._rescheduler.perform(intent, Manner.PANEL)
        if landed is not None:
            self._view.grid.select(landed.key)
            self._panel.open(landed.key, begins=not title)

    def capture(self) -> None:
        """Put the cursor into the field that files ideas."""
        self._view.tray.focus_field()

    def make_block(self) -> None:
        """Make a block in the next free slot of the shown week."""
        board = self._desk.board()
        self._draw_block(*block_span(board, self._desk.week, CREATED_MINUTES, self._desk.now()))

    def _make_block_at(self, starts: datetime) -> None:
        minute = minute_of_day(starts, starts.date())
        self._draw_block(starts, at(starts.date(), min(minute + CREATED_MINUTES, DAY_MINUTES)))

    def _draw_block(self, starts: datetime, ends: datetime) -> None:
        self._burst = f"draw-{next(self._drawing)}"
        platforms = self._desk.shown_platform_ids()[:1]
        self._rescheduler.perform(CreateBlock(starts, ends, platforms, Activity.CREATION), burst=self._burst)

    def _ask_title(self, key: BlockKey) -> None:
        self._drawn = key
        self._view.grid.edit_title(key)

    def _name_block(self, key: BlockKey, text: str) -> None:
        board = self._desk.board()
        intent = EditBlock(key.block_id, key.original_at, BlockEdit(title=text.strip()))
        if key != self._drawn:
            self._rescheduler.perform(intent, Manner.PANEL)
        elif text.strip():
            block = next(each for each in board.blocks if each.id == key.block_id)
            new = CreateBlock(block.starts_at, block.ends_at, (), block.activity, text.strip())
            self._rescheduler.perform(intent, Manner.PANEL, self._burst, step_name=label(new, board))
        self._drawn = None

    def _discard_title(self, key: BlockKey) -> None:
        """Esc in the title of a block that has just been drawn takes the block back."""
        if key == self._drawn:
            self._drawn = None
            self._desk.drop_last()

    def _cycle_platform(self, key: BlockKey) -> None:
        block = self._occurrence(key)
        shown = self._desk.shown_platform_ids()
        if block is None or not shown:
            return
        first = block.shares[0].platform_id if block.shares else shown[-1]
        following = shown[(shown.index(first) + 1) % len(shown)] if first in shown else shown[0]
        intent = EditBlock(key.block_id, key.original_at, BlockEdit(platforms=(Share(following),)))
        burst = self._burst if key == self._drawn else None
        self._rescheduler.perform(intent, Manner.PANEL, burst)

    # ideas

    def _file(self, title: str) -> None:
        intent = CreatePost(title, self._desk.shown_platform_ids()[:1])
        is_hidden = self._view.tray.form is TrayForm.BAR
        self._rescheduler.perform(intent, Manner.ASIDE if is_hidden else Manner.PANEL)

    def _carry_idea(self, post_id: int) -> None:
        """Let keys and pointer carry an idea, from the next free slot of the shown week on."""
        post = self._idea(post_id)
        if post is not None:
            board, week = self._desk.board(), self._desk.week
            slot = free_slot(board, week.days, 0, self._desk.now()) or self._view.grid.canvas.slot_moment()
            self._view.tray.set_lifted(post_id)
            self._view.grid.carry_in(ExternalItem(post, usual_minute=board.plan.post_minute), slot)

    def _lift(self, post_id: int, _card: QWidget, press: QPoint) -> None:
        post = self._idea(post_id)
        if post is not None:
            self._view.tray.set_lifted(post_id)
            usual = self._desk.board().plan.post_minute
            self._view.grid.begin_external(ExternalItem(post, usual_minute=usual), press)

    def _put_down(self) -> None:
        self._view.tray.set_lifted(None)

    def _plan(self, post_id: int) -> None:
        """Plan an idea into the first free slot of the shown week."""
        slot = free_slot(self._desk.board(), self._desk.week.days, 0, self._desk.now())
        if slot is None:
            week = wording.week_name(self._desk.week)
            self._view.toasts.say(
                self.tr("{week} has no free slot left. Drag the idea into the week.").format(week=week)
            )
            return
        self._rescheduler.perform(SchedulePost(post_id, slot), Manner.ASIDE)

    def _place_idea(self, post_id: int, moment: datetime) -> None:
        self._rescheduler.perform(SchedulePost(post_id, moment))

    def _idea(self, post_id: int) -> Post | None:
        return next((idea for idea in self._desk.ideas if idea.id == post_id), None)

    # cards

    def delete(self, subject: CardKey | int, week: Week | None = None) -> None:
        """Delete a card's post or block, or an idea; a series asks how far. `week`: where it lies, if not in sight."""
        intent: Intent
        if isinstance(subject, BlockKey):
            intent = RemoveBlock(subject.block_id, subject.original_at)
        else:
            intent = RemovePost(subject.post_id if isinstance(subject, PostKey) else subject)
        self._rescheduler.perform(intent, Manner.ASIDE, source=week)

    def _delete_in_panel(self, subject: CardKey | int) -> None:
        self.delete(subject, self._panel.week)

    def _duplicate_in_panel(self, key: BlockKey) -> None:
        self._desk.show_week(self._panel.week or self._desk.week)
        self.duplicate(key)

    def duplicate(self, key: CardKey) -> None:
        """Copy a card to a place just below it."""
        if isinstance(key, BlockKey):
            block = self._occurrence(key)
            if block is not None:
                fits = block.ends_at.date() == block.starts_at.date()
                to = block.ends_at if fits else block.starts_at
                self._rescheduler.perform(CopyBlock(key.block_id, key.original_at, to))
            return
        card = self._card(key)
        if card is not None:
            later = card.moment + COPY_AFTER
            to = later if later.date() == card.moment.date() else card.moment
            self._rescheduler.perform(CopyPost(key.post_id, card.variant_ids, to))

    def _unschedule(self, key: CardKey, variant_ids: tuple[int, ...] | None = None) -> None:
        card = self._card(key)
        if isinstance(key, PostKey) and card is not None:
            intent = UnschedulePost(key.post_id, variant_ids or card.variant_ids)
            self._rescheduler.perform(intent, Manner.ASIDE)

    def _tick(self, key: CardKey) -> None:
        """Tick a block off or no longer; publish a post's versions."""
        if isinstance(key, BlockKey):
            block = self._occurrence(key)
            if block is not None:
                put_tick(self._desk, self._desk.board(), key, not block.is_done)
            return
        card = self._card(key)
        if card is not None and card.status is not Status.PUBLISHED:
            self._set_status(key, card.variant_ids, Status.PUBLISHED)

    def _set_status(self, key: PostKey, variant_ids: tuple[int, ...], status: Status) -> None:
        board = self._desk.board()
        if put_status(self._desk, board, key.post_id, variant_ids, status) and status is Status.PUBLISHED:
            self._follow_published(key, variant_ids)

    def _follow_published(self, key: PostKey, variant_ids: tuple[int, ...]) -> None:
        """Go along with a card that now lies where it really went out, and say so."""
        board = self._desk.board()
        post, now = post_of(board, key.post_id), self._desk.now()
        cards = post_cards(board, self._desk.week, now)
        card = next((each for each in cards if set(variant_ids) & set(each.variant_ids)), None)
        if card is not None:
            self._view.grid.select(card.key, focus=True)
        if post is not None:
            words = self.tr("“{title}” is published, <b>{moment}</b>")
            real = wall(now, ZoneInfo(board.plan.zone))
            self._say_done(
                words.format(title=escape(short(post.title)), moment=wording.moment_short(real)), is_html=True
            )

    def _drop_on_day(self, intent: Intent, day: date) -> None:
        """Drop on a day header: into the first free gap of that day."""
        board = self._desk.board()
        slot = free_slot(board, (day,), self._minutes(intent), self._desk.now())
        if slot is not None and isinstance(intent, ScheduleEffort):
            intent = replace(intent, starts_at=slot)
        elif slot is not None and isinstance(intent, MovePost | CopyPost | SchedulePost | MoveBlock | CopyBlock):
            intent = replace(intent, to=slot)
        self._rescheduler.perform(intent)

    def _minutes(self, intent: Intent) -> int:
        if isinstance(intent, MoveBlock | CopyBlock):
            block = self._occurrence(BlockKey(intent.block_id, intent.original_at))
            return (block.ends_at - block.starts_at) // timedelta(minutes=1) if block else CREATED_MINUTES
        return CREATED_MINUTES if isinstance(intent, ScheduleEffort) else 0

    def _occurrence(self, key: BlockKey) -> Occurrence | None:
        found = occurrences(self._desk.board(), self._desk.week)
        return next((each for each in found if each.key == key), None)

    def _card(self, key: CardKey) -> PostCard | None:
        found = post_cards(self._desk.board(), self._desk.week, self._desk.now())
        return next((each for each in found if each.key == key), None)

    # menus and hints

    def _offer_menu(self, key: CardKey | None, slot: datetime, place: QPoint) -> None:
        if self._view.grid.canvas.marking.is_group(key):
            self._groups.offer_menu(place)
        elif key is None:
            self.menus.of_place(slot, self._desk.ideas, place, self._clips.can_paste)
        elif isinstance(key, BlockKey):
            block = self._occurrence(key)
            if block is not None:
                self.menus.of_block(block, place)
        else:
            card = self._card(key)
            if card is not None:
                platforms = {platform.id: platform for platform in self._desk.board().platforms}
                self.menus.of_post(card, platforms, place)

    def _offer_idea_menu(self, post_id: int, place: QPoint) -> None:
        self.menus.of_idea(post_id, place)

    def _offer_overflow(self, _day: date, keys: Sequence[CardKey], rect: QRect) -> None:
        cards = [self._occurrence(key) if isinstance(key, BlockKey) else self._card(key) for key in keys]
        self.menus.of_hidden([card for card in cards if card is not None], rect.bottomLeft())

    def _show_more(self, _day: date, chips: Sequence[AllDayChip], rect: QRect) -> None:
        self.menus.of_chips([busy_time_words.title(chip.name) for chip in chips], rect.bottomLeft())

    def _hint(self, platform_id: int, cell: QRect) -> None:
        board, now = self._desk.board(), self._desk.now()
        budgets = {budget.platform.id: budget for budget in week_budget(board, self._desk.week, now)}
        found = remedies(board, platform_id, self._desk.week, now)
        platforms = {platform.id: platform for platform in board.platforms}
        hint = BudgetHint(self._view, budgets[platform_id], found, platforms)
        hint.pointed.connect(self._point_at)
        hint.chosen.connect(self._remedy)
        hint.closed.connect(hint.deleteLater)
        hint.open_at(cell)
        if hint.rows:
            hint.rows[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point_at(self, remedy: Remedy) -> None:
        if remedy.occurrence is not None:
            self._view.grid.select(remedy.occurrence.key)

    def _remedy(self, remedy: Remedy) -> None:
        words = remedy_words(remedy, self._desk.week)
        if remedy.override is not None:
            is_done = self._desk.override(words, remedy.override)
        else:
            is_done = self._desk.put(words, remedy.changes) is not None
        if is_done:
            self._say_done(words)

    def _say_done(self, words: str, is_html: bool = False) -> None:
        self._view.toasts.say(
            words if is_html else escape(words), [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))]
        )

    # an empty week

    def _copy_blocks(self) -> None:
        week = self._desk.week
        changes: Changes = copied_blocks(self._desk.board(week.shifted(-1)), week, self._desk.now())
        words = self.tr("One-off blocks of {week} copied").format(week=wording.week_name(week.shifted(-1)))
        if changes and self._desk.put(words, changes) is not None:
            self._say_done(words)

    def _begin_with_idea(self) -> None:
        self._view.open_tray()
        if self._desk.ideas:
            self._view.tray.focus_cards()
        else:
            self._view.tray.focus_field()
