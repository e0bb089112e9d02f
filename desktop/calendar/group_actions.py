"""What is done to several marked cards together: by drags, keys and their menu; each time one step to undo."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtWidgets import QMenu

from db.records import Board, Changes, Platform, Post, Status, Week
from desktop import wording
from desktop.calendar.aiming import is_post, moved_together
from desktop.calendar.card_menus import STATUSES
from desktop.calendar.desk import Desk
from desktop.calendar.ghost import GhostLabel
from desktop.calendar.outcomes import when
from desktop.calendar.post_edits import with_platform, without_version
from desktop.calendar.rescheduler import KEY_BURST, Rescheduler
from desktop.calendar.shown_week import CardItem, starts_at
from desktop.calendar.week_view import WeekView
from desktop.planning.cards import BlockKey, CardKey, PostCard, PostKey, post_cards
from desktop.planning.group import GroupOutcome, decide_group, group_status
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    Group,
    GroupIntent,
    MoveBlock,
    MovePost,
    RemoveBlock,
    RemovePost,
    UnschedulePost,
)
from desktop.planning.post_moves import is_published
from desktop.planning.recurrence import Occurrence, occurrences
from desktop.planning.week import settled
from desktop.ui import icons
from desktop.ui.accessible import announce
from desktop.ui.menus import add, add_submenu, make_menu, status_icon

translate = QCoreApplication.translate


class GroupActions(QObject):
    """Acts on the marked cards of the grid.

    Signals: `delete_wanted(key)`, `unschedule_wanted(key)` for a card that is not marked together with others.
    """

    delete_wanted = Signal(object)
    unschedule_wanted = Signal(object)

    def __init__(self, view: WeekView, desk: Desk, rescheduler: Rescheduler, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._marking = view.grid.canvas.marking
        self._marking.changed.connect(self._say_count)
        self._aimed = Group(())
        self._reckoning = QTimer(self)
        self._reckoning.setSingleShot(True)
        self._reckoning.timeout.connect(self._show_aimed)
        view.grid.group_hovered.connect(self._hover)
        for ends in (view.grid.hovered, view.grid.cancelled, view.grid.group_dropped):
            ends.connect(self._reckoning.stop)
        view.grid.group_dropped.connect(self._drop)
        view.grid.group_moved.connect(self._move_by_key)
        view.grid.delete_requested.connect(self._delete)
        view.grid.unschedule_requested.connect(self._unschedule)

    def _say_count(self) -> None:
        count = len(self._marking.keys)
        if count > 1:
            announce(self._view.grid, self.tr("%n card(s) selected", "", count))

    # moving

    def _hover(self, group: Group) -> None:
        if self._rescheduler.diversion is not None:
            self._view.grid.show_preview(GhostLabel())
            return
        self._aimed = group
        self._reckoning.start(0)  # the cards go along with the pointer first, however many they are

    def _show_aimed(self) -> None:
        group = self._aimed
        board = self._board(group)
        outcome = decide_group(board, group, self._desk.now())
        aims = [Week.of(aim) for aim in _aims(group)]
        weeks = {Week.of(starts_at(each)) for each in self._marking.items()}
        week = aims[0] if aims else board.weeks[0]
        self._rescheduler.preview(board, outcome.changes, week, {*weeks, *aims}, None)

    def _drop(self, group: Group) -> None:
        if self._rescheduler.diversion is not None:
            self._rescheduler.clear_preview()
            return
        board = self._board(group)
        outcome = decide_group(board, group, self._desk.now())
        moved = self._moved(group, board)
        if not self._put(_label(group, outcome.done), outcome.changes):
            self._tell("", outcome)
            return
        self._follow(board, moved)
        self._view.grid.take_focus()
        self._tell(_said(group, outcome.done), outcome)

    def _move_by_key(self, group: Group) -> None:
        if self._rescheduler.diversion is not None:
            return
        board = self._board(group)
        outcome = decide_group(board, group, self._desk.now())
        moved, current = self._moved(group, board), self._view.grid.current
        if not self._put(_label(group, outcome.done), outcome.changes, "keys-group"):
            self._tell("", outcome)
            return
        self._follow(board, moved, current)
        self._view.grid.take_focus()
        lands = self._view.grid.canvas.items.get(self._view.grid.current) if self._view.grid.current else None
        words = [_said(group, outcome.done), when(starts_at(lands)) if lands else "", self._stays(outcome)]
        announce(self._view.grid, ", ".join(part for part in words if part))

    def shift(self, days: int) -> None:
        """Move the marked cards by days, earlier when negative, and go where the current one lies then."""
        group, current = moved_together(self._marking.items(), timedelta(days=days)), self._view.grid.current
        board = self._board(group)
        outcome = decide_group(board, group, self._desk.now())
        moved = self._moved(group, board)
        is_done = self._put(_label(group, outcome.done), outcome.changes)
        if is_done:
            self._follow(board, moved, current)
            self._view.grid.take_focus()
        self._tell(_said(group, outcome.done) if is_done else "", outcome)

    def _moved(self, group: Group, board: Board) -> dict[CardKey, CardKey]:
        """The keys under which the marked cards are found once the group has moved; asked for before that."""
        zone, moved = ZoneInfo(board.plan.zone), dict[CardKey, CardKey]()
        lands = {_subject(intent): intent for intent in group.intents}
        for item in self._marking.items():
            intent = lands.get((item.post_id, item.variant_ids) if isinstance(item, PostCard) else item.key)
            if isinstance(intent, MovePost):
                moved[item.key] = PostKey(intent.post_id, settled(intent.to, zone))
            elif isinstance(intent, MoveBlock) and isinstance(item, Occurrence) and not item.is_series:
                moved[item.key] = BlockKey(intent.block_id, settled(intent.to, zone))
        return moved

    def _follow(self, board: Board, moved: dict[CardKey, CardKey], current: CardKey | None = None) -> None:
        """Mark the cards where they lie now, also outside the shown week; with `current` go to its week."""
        selected = current or self._view.grid.current
        after = self._cards(self._desk.board(*board.weeks))
        keys = [moved.get(item.key, item.key) for item in self._marking.items()]
        there = {key: after[key] for key in keys if key in after}
        now = moved.get(selected, selected) if selected is not None else None
        if current is not None and now in there and Week.of(starts_at(there[now])) != self._desk.week:
            self._desk.show_week(Week.of(starts_at(there[now])))
        self._marking.put(there)
        self._view.grid.select(now)

    def paste(self, group: Group, weeks: Iterable[Week]) -> bool:
        """Put the cards of a group where they aim, from these weeks, and mark them there; tells whether any came."""
        board = self._desk.board(*weeks, *(Week.of(aim) for aim in _aims(group)))
        before = set(self._cards(board))
        outcome = decide_group(board, group, self._desk.now())
        if not self._put(_label(group, outcome.done), outcome.changes):
            self._tell("", outcome)
            return False
        after = self._cards(self._desk.board(*board.weeks))
        fresh = {key: item for key, item in after.items() if key not in before}
        here = [key for key in self._view.grid.canvas.items if key in fresh]
        self._marking.put(fresh if len(fresh) > 1 else {})
        if here:
            self._view.grid.select(here[0])
        self._view.grid.take_focus()
        self._tell(_said(group, outcome.done), outcome)
        return True

    # the rest

    def _delete(self, key: CardKey) -> None:
        if self._marking.is_group(key):
            self.delete()
        else:
            self.delete_wanted.emit(key)

    def delete(self) -> None:
        """Delete the posts and the occurrences that are marked."""
        items = self._marking.items()
        group = Group(
            tuple(
                RemovePost(each.post_id) if isinstance(each, PostCard) else RemoveBlock(each.block_id, each.original_at)
                for each in items
            )
        )
        self._do(group)

    def _unschedule(self, key: CardKey) -> None:
        if self._marking.is_group(key):
            self.unschedule()
        else:
            self.unschedule_wanted.emit(key)

    def unschedule(self) -> None:
        """Put the marked posts back to the ideas."""
        posts = [each for each in self._marking.items() if isinstance(each, PostCard)]
        if posts:
            self._do(Group(tuple(UnschedulePost(each.post_id, each.variant_ids) for each in posts)))

    def _do(self, group: Group) -> None:
        outcome = decide_group(self._board(group), group, self._desk.now())
        is_done = self._put(_label(group, outcome.done), outcome.changes)
        if is_done:
            self._marking.clear()
            self._view.grid.take_focus()
        self._tell(_said(group, outcome.done) if is_done else "", outcome)

    def set_status(self, status: Status) -> None:
        """Give the marked posts a status."""
        posts = [(each.post_id, each.variant_ids) for each in self._marking.items() if isinstance(each, PostCard)]
        board = self._desk.board(*{Week.of(starts_at(each)) for each in self._marking.items()})
        known = {post.id for post in board.posts}
        outcome = group_status(board, [each for each in posts if each[0] in known], status, self._desk.now())
        words = self.tr("%n post(s): {status}", "", outcome.done).format(status=wording.status(status))
        if self._put(words, outcome.changes):
            self._tell(words, GroupOutcome(outcome.changes, outcome.done))

    def _posts(self) -> list[Post]:
        """The posts of the marked cards, each once."""
        items = [each for each in self._marking.items() if isinstance(each, PostCard)]
        wanted = {each.post_id for each in items}
        board = self._desk.board(*{Week.of(each.moment) for each in items})
        return [post for post in board.posts if post.id in wanted]

    def set_platform(self, platform: Platform, posts: Sequence[Post] | None = None) -> None:
        """Let all marked posts be for a platform too; where all are already, none any more that has another one left.

        With `posts` these instead of the marked ones.

        What is published stays.
        """
        board, posts = self._desk.board(), self._posts() if posts is None else posts
        order, zone = [each.id for each in board.platforms], ZoneInfo(board.plan.zone)
        lacking, facts = [post for post in posts if not is_on(post, platform.id)], 0
        if lacking:
            made = [with_platform(post, platform.id, order, zone) for post in lacking]
            words = self.tr("%n post(s) on {platform} too", "", len(made))
        else:
            facts = sum(is_published_on(post, platform.id) for post in posts)
            spare = [post for post in posts if len(post.variants) > 1 and not is_published_on(post, platform.id)]
            made = [without_version(post, _version(post, platform.id)) for post in spare]
            words = self.tr("%n post(s) on {platform} no more", "", len(made))
        made = [
            replace(post, variants=tuple(v if v.id > 0 else replace(v, id=-number) for v in post.variants))
            for number, post in enumerate(made, start=1)
        ]
        words = words.format(platform=platform.name)
        outcome = GroupOutcome(Changes(posts=tuple(made)), len(made), facts)
        self._tell(words if self._put(words, outcome.changes) else "", outcome)

    def offer_menu(self, at: QPoint) -> QMenu:
        """Show the menu of the marked cards."""
        items = self._marking.items()
        menu = make_menu(self._view)
        if any(is_post(each) for each in items):
            states = add_submenu(menu, self.tr("Status"), "circle-check")
            for status in STATUSES:
                action = add(states, wording.status(status), None, "", partial(self.set_status, status))
                action.setIcon(status_icon(status))
            posts = self._posts()
            names = add_submenu(menu, self.tr("Platform"), "share-3")
            for platform in (each for each in self._desk.board().platforms if each.is_active):
                row = add(names, platform.name, None, "", partial(self.set_platform, platform))
                row.setIcon(icons.tile_icon(platform.kind))
                row.setCheckable(True)
                row.setChecked(all(is_on(post, platform.id) for post in posts))
        self._fill_shifts(add_submenu(menu, self.tr("Move"), "arrow-right"), at)
        if any(is_post(each) for each in items):
            add(menu, self.tr("Back to the ideas"), "bulb", self.tr("B"), self.unschedule)
        save = partial(self._view.save_wanted.emit, items)
        add(menu, self.tr("Save as a calendar file …"), "file-export", "", save)
        menu.addSeparator()
        words = self.tr("Delete %n card(s)", "", len(items))
        add(menu, words, "trash", self.tr("Del"), self.delete, is_danger=True)
        menu.popup(at)
        return menu

    def _fill_shifts(self, menu: QMenu, at: QPoint) -> None:
        """Days and weeks to move by, and the question for another number of them."""
        for words, keys, days in (
            (self.tr("A day later"), self.tr("Alt →"), 1),
            (self.tr("A day earlier"), self.tr("Alt ←"), -1),
            (self.tr("A week later"), self.tr("Alt Page down"), 7),
            (self.tr("A week earlier"), self.tr("Alt Page up"), -7),
        ):
            add(menu, words, None, keys, partial(self.shift, days))
        menu.addSeparator()
        add(menu, self.tr("By another number …"), None, "", partial(self._ask_for_days, at))

    def _ask_for_days(self, at: QPoint) -> None:
        from desktop.ui.days_popover import DaysPopover  # noqa: PLC0415 - not needed for the first picture

        popover = DaysPopover(self._view)
        popover.chosen.connect(self.shift)
        popover.open_at(QRect(at, QSize(1, 1)))

    # storing and saying

    def _board(self, group: Group) -> Board:
        weeks = {Week.of(starts_at(each)) for each in self._marking.items()}
        return self._desk.board(*weeks, *(Week.of(aim) for aim in _aims(group)))

    def _cards(self, board: Board) -> dict[CardKey, CardItem]:
        found: dict[CardKey, CardItem] = {}
        for week in board.weeks:
            found.update((card.key, card) for card in post_cards(board, week, self._desk.now()))
            found.update((each.key, each) for each in occurrences(board, week))
        return found

    def _put(self, label: str, changes: Changes, burst: str | None = None) -> bool:
        is_done = bool(changes) and self._desk.put(label, changes, burst, KEY_BURST if burst else math.inf) is not None
        self._rescheduler.clear_preview()
        return is_done

    def _stays(self, outcome: GroupOutcome) -> str:
        return self.tr("%n published post(s) stay(s)", "", outcome.facts) if outcome.facts else ""

    def _tell(self, words: str, outcome: GroupOutcome) -> None:
        """Say what was done, with the way back; "" for nothing, where only what stays is said."""
        sentence = " · ".join(escape(part) for part in (words if outcome.done else "", self._stays(outcome)) if part)
        if sentence:
            undo = [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))] if words and outcome.changes else []
            self._view.toasts.say(sentence, undo)


def is_on(post: Post, platform_id: int) -> bool:
    """Tell whether a post has a version for a platform."""
    return any(version.platform_id == platform_id for version in post.variants)


def _version(post: Post, platform_id: int) -> int:
    return next(version.id for version in post.variants if version.platform_id == platform_id)


def is_published_on(post: Post, platform_id: int) -> bool:
    """Tell whether a post's version for a platform is a fact."""
    return any(is_published(version) for version in post.variants if version.platform_id == platform_id)


def _subject(intent: GroupIntent) -> object:
    if isinstance(intent, MoveBlock | CopyBlock | RemoveBlock):
        return BlockKey(intent.block_id, intent.original_at)
    return intent.post_id, () if isinstance(intent, RemovePost) else intent.variant_ids


def _aims(group: Group) -> list[datetime]:
    return [each.to for each in group.intents if isinstance(each, MovePost | CopyPost | MoveBlock | CopyBlock)]


def _kind(group: Group) -> str:
    first = group.intents[0] if group.intents else None
    if isinstance(first, CopyPost | CopyBlock):
        return "copy"
    if isinstance(first, RemovePost | RemoveBlock):
        return "delete"
    return "back" if isinstance(first, UnschedulePost) else "move"


def _label(group: Group, count: int) -> str:
    """What the undo list calls it."""
    match _kind(group):
        case "copy":
            return translate("Outcomes", "Duplicate %n card(s)", "", count)
        case "delete":
            return translate("Outcomes", "Delete %n card(s)", "", count)
        case "back":
            return translate("Outcomes", "Put %n post(s) back to the ideas", "", count)
    return translate("Outcomes", "Move %n card(s)", "", count)


def _said(group: Group, count: int) -> str:
    """The sentence of the toast."""
    match _kind(group):
        case "copy":
            return translate("Outcomes", "%n card(s) duplicated", "", count)
        case "delete":
            return translate("Outcomes", "%n card(s) deleted", "", count)
        case "back":
            return translate("Outcomes", "%n post(s) lie(s) with the ideas again", "", count)
    return translate("Outcomes", "%n card(s) moved", "", count)
