"""The context menus of the week: of a post, a work block, an idea, and an empty place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from db.records import Platform, Post, Status
from desktop import wording
from desktop.calendar.outcomes import short
from desktop.planning.cards import BlockKey, CardKey, PostCard, PostKey
from desktop.planning.recurrence import Occurrence
from desktop.ui import icons
from desktop.ui.menus import add, add_submenu, make_menu, status_icon

MOST_IDEAS = 12  # in the menu of an empty place
STATUSES = (Status.IDEA, Status.DRAFT, Status.REVIEW, Status.SCHEDULED, Status.PUBLISHED, Status.HELD, Status.SKIPPED)


class CardMenus(QObject):
    """Builds the menus and tells what was chosen.

    `fill_timer` adds to a card's menu what the timer can do with it, `fill_edits` what it can be changed to.

    Signals: `opened(key or post id)`; `status_chosen(PostKey, variant ids, Status)`; `duplicated(key)`;
    `unscheduled(PostKey, variant ids)`; `deleted(key or post id)`; `ticked(BlockKey)`; `planned(post id)`: an idea
    into the first free slot; `post_made(datetime)`, `block_made(datetime)`, `idea_placed(post id, datetime)` there;
    `carried(key, variant ids)`: move the card, or only some versions of a post, by keys or pointer;
    `idea_carried(post id)` likewise an idea; `move_asked(key)`: to a day and time that are asked for;
    `pasted(datetime)`: put the clipboard's cards there.
    `repeated(key)`: let the card repeat, or by another rule; `saved(cards)`: as a calendar file, none: the whole week.
    """

    opened = Signal(object)
    status_chosen = Signal(object, object, object)
    duplicated = Signal(object)
    unscheduled = Signal(object, object)
    deleted = Signal(object)
    ticked = Signal(object)
    planned = Signal(int)
    carried = Signal(object, object)
    idea_carried = Signal(int)
    move_asked = Signal(object)
    pasted = Signal(object)
    repeated = Signal(object)
    saved = Signal(object)
    post_made = Signal(object)
    block_made = Signal(object)
    idea_placed = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.fill_timer: Callable[[QMenu, CardKey], None] | None = None
        self.fill_edits: Callable[[QMenu, PostCard | Occurrence], None] | None = None

    def of_post(self, card: PostCard, platforms: Mapping[int, Platform], at: QPoint) -> QMenu:
        """Show the menu of a post's card."""
        key: PostKey = card.key
        menu = make_menu(self._parent)
        add(menu, self.tr("Open"), "pencil", self.tr("Enter"), partial(self.opened.emit, key))
        self._add_carry(menu, key)
        if len(card.platform_ids) > 1:
            for variant_id, platform_id in zip(card.variant_ids, card.platform_ids, strict=True):
                platform = platforms[platform_id]
                words = self.tr("Move only {platform} …").format(platform=platform.name)
                only = add(menu, words, None, "", partial(self.carried.emit, key, (variant_id,)))
                only.setIcon(icons.tile_icon(platform.kind))
        self._add_timer(menu, key)
        menu.addSeparator()
        states = add_submenu(menu, self.tr("Status"), "circle-check")
        for status in STATUSES:
            action = add(
                states,
                wording.status(status),
                None,
                "",
                partial(self.status_chosen.emit, key, card.variant_ids, status),
            )
            action.setIcon(status_icon(status))
            action.setCheckable(True)
            action.setChecked(status is card.status)
        self._add_edits(menu, card)
        add(menu, self.tr("Duplicate"), "copy", self.tr("Ctrl D"), partial(self.duplicated.emit, key))
        self._add_repeat(menu, key)
        back = partial(self.unscheduled.emit, key, card.variant_ids)
        add(menu, self.tr("Back to the ideas"), "bulb", self.tr("B"), back)
        self._add_save(menu, card)
        menu.addSeparator()
        add(menu, self.tr("Delete"), "trash", self.tr("Del"), partial(self.deleted.emit, key), is_danger=True)
        menu.popup(at)
        return menu

    def of_block(self, block: Occurrence, at: QPoint) -> QMenu:
        """Show the menu of a work block."""
        key: BlockKey = block.key
        menu = make_menu(self._parent)
        add(menu, self.tr("Open"), "pencil", self.tr("Enter"), partial(self.opened.emit, key))
        self._add_carry(menu, key)
        done = self.tr("Not done after all") if block.is_done else self.tr("Done")
        add(menu, done, "circle-check", self.tr("Ctrl Enter"), partial(self.ticked.emit, key))
        self._add_timer(menu, key)
        add(menu, self.tr("Duplicate"), "copy", self.tr("Ctrl D"), partial(self.duplicated.emit, key))
        self._add_repeat(menu, key)
        self._add_edits(menu, block)
        self._add_save(menu, block)
        menu.addSeparator()
        add(menu, self.tr("Delete"), "trash", self.tr("Del"), partial(self.deleted.emit, key), is_danger=True)
        menu.popup(at)
        return menu

    def _add_carry(self, menu: QMenu, key: CardKey) -> None:
        add(menu, self.tr("Move …"), "drag-drop", self.tr("M"), partial(self.carried.emit, key, ()))
        add(menu, self.tr("Move to …"), "calendar-event", "", partial(self.move_asked.emit, key))

    def _add_edits(self, menu: QMenu, item: PostCard | Occurrence) -> None:
        if self.fill_edits is not None:
            self.fill_edits(menu, item)

    def _add_timer(self, menu: QMenu, key: CardKey) -> None:
        if self.fill_timer is not None:
            self.fill_timer(menu, key)

    def _add_repeat(self, menu: QMenu, key: CardKey) -> None:
        add(menu, self.tr("Repeat …"), icons.SERIES, "", partial(self.repeated.emit, key))

    def _add_save(self, menu: QMenu, card: PostCard | Occurrence) -> None:
        words = self.tr("Save as a calendar file …")
        add(menu, words, "file-export", "", partial(self.saved.emit, (card,)))

    def of_idea(self, post_id: int, at: QPoint) -> QMenu:
        """Show the menu of a card in the tray."""
        menu = make_menu(self._parent)
        add(menu, self.tr("Open"), "pencil", "F2", partial(self.opened.emit, post_id))
        add(menu, self.tr("Move …"), "drag-drop", self.tr("Enter"), partial(self.idea_carried.emit, post_id))
        add(menu, self.tr("Plan into the next free slot"), "calendar-plus", "X", partial(self.planned.emit, post_id))
        menu.addSeparator()
        add(menu, self.tr("Delete"), "trash", self.tr("Del"), partial(self.deleted.emit, post_id), is_danger=True)
        menu.popup(at)
        return menu

    def of_place(self, slot: datetime, ideas: Sequence[Post], at: QPoint, can_paste: bool = False) -> QMenu:
        """Show the menu of an empty place."""
        menu = make_menu(self._parent)
        add(menu, self.tr("New post here"), "plus", "", partial(self.post_made.emit, slot))
        add(menu, self.tr("New work block here"), "clock", self.tr("Enter"), partial(self.block_made.emit, slot))
        if can_paste:
            add(menu, self.tr("Paste"), "clipboard-check", self.tr("Ctrl V"), partial(self.pasted.emit, slot))
        if ideas:
            waiting = add_submenu(menu, self.tr("Schedule idea"), "bulb")
            for idea in ideas[:MOST_IDEAS]:
                place = partial(self.idea_placed.emit, idea.id, slot)
                add(waiting, short(idea.title), icons.format_icon(idea.format_key), "", place)
        menu.addSeparator()
        add(menu, self.tr("Save the week as a calendar file …"), "file-export", "", partial(self.saved.emit, ()))
        menu.popup(at)
        return menu

    def of_hidden(self, cards: Sequence[PostCard | Occurrence], at: QPoint) -> QMenu:
        """Show the cards for which a column has no room; choosing one opens it."""
        menu = make_menu(self._parent)
        for card in cards:
            is_post = isinstance(card, PostCard)
            moment = card.moment if isinstance(card, PostCard) else card.starts_at
            title = card.title or (
                wording.untitled() if isinstance(card, PostCard) else wording.activity(card.activity)
            )
            icon = icons.POST if is_post else icons.WORK_BLOCK
            add(menu, f"{wording.clock(moment)}  {short(title)}", icon, "", partial(self.opened.emit, card.key))
        menu.popup(at)
        return menu

    def of_chips(self, names: Sequence[str], at: QPoint) -> QMenu:
        """Show what else belongs to a whole day; there is nothing to choose."""
        menu = make_menu(self._parent)
        for name in names:
            add(menu, name)
        menu.popup(at)
        return menu
