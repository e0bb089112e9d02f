"""What the menu of a single card changes about it: when it is, a block's length, its platforms."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from db.records import Platform, Share
from desktop import wording
from desktop.calendar.aiming import intent_to
from desktop.calendar.desk import Desk
from desktop.calendar.group_actions import GroupActions, is_on, is_published_on
from desktop.calendar.outcomes import post_of
from desktop.calendar.post_edits import with_platform, without_version
from desktop.calendar.rescheduler import Manner, Rescheduler
from desktop.calendar.shown_week import CardItem, starts_at
from desktop.calendar.week_view import WeekView
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.intents import EditBlock, EditPost, ResizeBlock
from desktop.planning.recurrence import Occurrence
from desktop.planning.series import BlockEdit
from desktop.planning.week import DAY_MINUTES, at, minute_of_day, wall
from desktop.ui import icons
from desktop.ui.menus import add, add_submenu

LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240)  # minutes


class CardEdits(QObject):
    """Adds rows to the menus of cards and carries them out; what belongs to a series asks how far."""

    def __init__(
        self, view: WeekView, desk: Desk, rescheduler: Rescheduler, groups: GroupActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._groups = groups

    def fill(self, menu: QMenu, item: PostCard | Occurrence) -> None:
        """Offer what a card can be changed to."""
        if isinstance(item, PostCard):
            self._add_post_platforms(menu, item)
        else:
            self._add_lengths(menu, item)
            if not item.post_ids:  # else its platforms are those of the posts
                self._add_block_platforms(menu, item)

    def ask_for_moment(self, key: CardKey) -> None:
        """Ask for the day and time to which a card of the shown week is to move."""
        from desktop.ui.moment_popover import MomentPopover  # noqa: PLC0415 - not needed for the first picture

        item, board = self._view.grid.canvas.items.get(key), self._desk.board()
        if item is None:
            return
        today = wall(self._desk.now(), ZoneInfo(board.plan.zone)).date()
        popover = MomentPopover(self._view, starts_at(item), today)
        popover.chosen.connect(partial(self._move, item))
        popover.open_at(self._view.grid.card_rect(key))

    def _move(self, item: CardItem, to: datetime) -> None:
        self._rescheduler.perform(intent_to(item, to, copy=False), Manner.ASIDE)

    def _add_lengths(self, menu: QMenu, block: Occurrence) -> None:
        starts = minute_of_day(block.starts_at, block.starts_at.date())
        taken = minute_of_day(block.ends_at, block.starts_at.date()) - starts
        rows = add_submenu(menu, self.tr("Duration"), "hourglass")
        for minutes in sorted({*LENGTHS, taken}):
            if starts + minutes <= DAY_MINUTES:
                row = add(rows, wording.hours_h(minutes), None, "", partial(self._stretch, block, starts + minutes))
                row.setCheckable(True)
                row.setChecked(minutes == taken)

    def _stretch(self, block: Occurrence, until: int) -> None:
        ends_at = at(block.starts_at.date(), until, block.starts_at.fold)
        intent = ResizeBlock(block.block_id, block.original_at, block.starts_at, ends_at)
        self._rescheduler.perform(intent, Manner.ASIDE)

    def _add_post_platforms(self, menu: QMenu, card: PostCard) -> None:
        post = post_of(self._desk.board(), card.post_id)
        if post is not None:
            shown = {each.id for each in self._desk.board().platforms if is_on(post, each.id)}
            facts = {each for each in shown if is_published_on(post, each)}
            self._add_platforms(menu, shown, partial(self._spread_post, card.post_id), facts)

    def _spread_post(self, post_id: int, platform: Platform) -> None:
        board = self._desk.board()
        post = post_of(board, post_id)
        if post is None:
            return
        if post.series_id is None:
            self._groups.set_platform(platform, [post])
            return
        version = next((each for each in post.variants if each.platform_id == platform.id), None)
        if version is not None:
            edited = without_version(post, version.id)
        else:
            order = [each.id for each in board.platforms]
            edited = with_platform(post, platform.id, order, ZoneInfo(board.plan.zone))
        self._rescheduler.perform(EditPost(edited), Manner.ASIDE)

    def _add_block_platforms(self, menu: QMenu, block: Occurrence) -> None:
        shown = {share.platform_id for share in block.shares}
        self._add_platforms(menu, shown, partial(self._spread_block, block))

    def _spread_block(self, block: Occurrence, platform: Platform) -> None:
        """Let the block be for a platform too, or no more where another one remains; the time is shared evenly."""
        shown = {share.platform_id for share in block.shares} ^ {platform.id}
        order = [each.id for each in self._desk.board().platforms if each.id in shown]
        if order:
            edit = BlockEdit(platforms=tuple(Share(each) for each in order))
            self._rescheduler.perform(EditBlock(block.block_id, block.original_at, edit), Manner.ASIDE)

    def _add_platforms(
        self, menu: QMenu, shown: set[int], choose: partial[None], facts: Collection[int] = frozenset()
    ) -> None:
        rows = add_submenu(menu, self.tr("Platform"), "share-3")
        for platform in self._desk.board().platforms:
            if platform.is_active or platform.id in shown:
                row = add(rows, platform.name, None, "", partial(choose, platform))
                row.setIcon(icons.tile_icon(platform.kind))
                row.setCheckable(True)
                row.setChecked(platform.id in shown)
                row.setEnabled(shown != {platform.id} and platform.id not in facts)
