"""The side panel beside the week: which post or block it shows, and what its fields do."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from db.records import Activity, Board, Changes, Post, Status, Week
from desktop import wording
from desktop.calendar.aiming import ExternalItem
from desktop.calendar.desk import Desk
from desktop.calendar.outcomes import block_of, block_title, post_of, short
from desktop.calendar.rescheduler import Manner, Rescheduler
from desktop.calendar.week_view import WeekView
from desktop.planning import status
from desktop.planning.budget import covering
from desktop.planning.cards import BlockKey, CardKey, PostKey
from desktop.planning.intents import (
    EditBlock,
    EditPost,
    EditPostSeries,
    LinkPosts,
    RepeatBlock,
    RepeatPost,
    ScheduleEffort,
)
from desktop.planning.recurrence import occurrence_at
from desktop.planning.series import BlockEdit
from desktop.planning.slots import free_slot
from desktop.planning.week import STEP, instant, rounded_up

if TYPE_CHECKING:
    from desktop.calendar.block_panel import BlockPanel
    from desktop.calendar.post_panel import PostPanel
    from desktop.calendar.timer_row import TimerRow

translate = QCoreApplication.translate

WEEKS_AHEAD = 4  # in which "Zeit einplanen" looks for a free slot


class SidePanel(QObject):
    """Opens, fills and closes the two panels; each is built when it is first needed.

    Signals: `opened(bool)` when a panel comes or goes; `filled()` when it shows something anew; `delete_requested` and
    `duplicate_requested` with the key of the card, for an idea with its post id.
    """

    opened = Signal(bool)
    filled = Signal()
    delete_requested = Signal(object)
    duplicate_requested = Signal(object)

    def __init__(self, view: WeekView, desk: Desk, rescheduler: Rescheduler, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._post_panel: PostPanel | None = None
        self._block_panel: BlockPanel | None = None
        self._subject: CardKey | int | None = None
        self._week: Week | None = None
        self._new: tuple[Post, float | None] | None = None
        view.left.connect(self.close)
        rescheduler.landed.connect(self._follow_landed)
        rescheduler.declined.connect(self._show_again)

    @property
    def is_open(self) -> bool:
        """Tell whether a panel is shown."""
        return self._subject is not None

    @property
    def week(self) -> Week | None:
        """The week in which the panel's subject was opened, which may not be the shown one any more."""
        return self._week

    @property
    def subject(self) -> CardKey | int | None:
        """What the panel shows, an idea by its post id."""
        return self._subject

    @property
    def timer_row(self) -> TimerRow | None:
        """Where the panel in sight offers the timer."""
        for panel in (self._post_panel, self._block_panel):
            if panel is not None and self._view.panel is panel:
                return panel.timer
        return None

    def open(self, subject: CardKey | int, begins: bool = False) -> None:
        """Show a card's post or block, or an idea by its post id; not beside a preview, which has its own panel.

        `begins` is for a post that the last step has made: the cursor goes into its title, and if nobody touches it, it
        is taken back when the panel leaves it.
        """
        if self._view.notice is not None:
            return
        was_open = self.is_open
        self._turn_to(subject)
        if not self.refresh():
            return
        if begins and (made := self._shown_post()) is not None:
            self._new = (made[1], self._desk.last_step())
        if not was_open:
            self.opened.emit(True)
        if self._view.panel is not None:
            if begins and self._post_panel is self._view.panel:
                self._post_panel.title.setFocus()
            else:
                self._view.panel.setFocus()

    def ask_for_rule(self, subject: CardKey) -> None:
        """Open a card's panel and the form in which its repetition is chosen."""
        self.open(subject)
        if self._view.panel is not None and self._view.panel is self._post_panel:
            self._post_panel.repeat.ask_for_rule()
        elif self._view.panel is not None and self._view.panel is self._block_panel:
            self._block_panel.ask_for_rule()

    def follow(self, key: CardKey | None) -> None:
        """Show what has been selected, while a panel is open at all."""
        if self.is_open and key is not None and key != self._subject:
            self._turn_to(key)
            self.refresh()

    def refresh(self) -> bool:
        """Show the subject as it is stored now; closes when it is gone. Tells whether a panel is shown."""
        if self._subject is None:
            return False
        board = self._board()
        if isinstance(self._subject, BlockKey):
            is_there = self._show_block(board, self._subject)
        else:
            is_there = self._show_post(board, self._post_id(self._subject))
        if not is_there:
            self.close()
        else:
            self.filled.emit()
        return is_there

    def close(self) -> None:
        """Close the panel; the keyboard goes back to the week."""
        if self._subject is None:
            return
        self._turn_to(None)
        self._view.set_panel(None)
        self.opened.emit(False)
        self._view.grid.take_focus()

    def give_up_new(self) -> None:
        """Take back a new post that nobody has touched, as if it had never been asked for."""
        self._flush()
        new, self._new = self._new, None
        if new is not None and self._desk.last_step() is new[1] and post_of(self._board(), new[0].id) == new[0]:
            self._desk.drop_last()

    def _turn_to(self, subject: CardKey | int | None) -> None:
        """Make something else the subject; what was is written, or given up if it is new and empty."""
        self._flush()
        self._subject = subject
        self.give_up_new()
        self._week = self._desk.week

    def _flush(self) -> None:
        """Write what is still being typed."""
        if self._view.panel is not None and self._view.panel is self._post_panel:
            self._post_panel.flush()
        elif self._view.panel is not None and self._view.panel is self._block_panel:
            self._block_panel.flush()

    def _board(self) -> Board:
        return self._desk.board(*([self._week] if self._week else []))

    @staticmethod
    def _post_id(subject: PostKey | int) -> int:
        return subject.post_id if isinstance(subject, PostKey) else subject

    def _follow_landed(self, key: CardKey) -> None:
        """Keep to a card whose key has changed with its time or its series."""
        subject = self._subject
        if isinstance(key, PostKey):
            is_same = isinstance(subject, PostKey | int) and self._post_id(subject) == key.post_id
        else:
            is_same = isinstance(subject, BlockKey)
        if is_same:
            self._subject = key
            self._week = self._desk.week
            self.refresh()

    def _show_again(self) -> None:
        """Put the fields back to what is stored, after an edit that was not."""
        self.refresh()

    # the post panel

    def _show_post(self, board: Board, post_id: int) -> bool:
        post = post_of(board, post_id)
        if post is None:
            return False
        panel = self._posts()
        panel.show_post(post, board, covering(board), self._desk.now())
        self._view.set_panel(panel)
        return True

    def _posts(self) -> PostPanel:
        if self._post_panel is None:
            from desktop.calendar.post_panel import PostPanel  # noqa: PLC0415 - not needed for the first picture

            panel = PostPanel()
            panel.changed.connect(self._put_post)
            panel.status_requested.connect(self._set_status)
            panel.resume_requested.connect(self._resume)
            panel.published_at_requested.connect(self._correct_publishing)
            panel.schedule_effort.connect(self._schedule_effort)
            panel.effort_drag_started.connect(self._drag_effort)
            panel.rule_chosen.connect(self._repeat_post)
            panel.spread_requested.connect(self._spread_post)
            panel.copied.connect(self._copy)
            panel.delete_requested.connect(self._delete)
            panel.closed.connect(self.close)
            self._post_panel = panel
        return self._post_panel

    def _put_post(self, post: Post, label: str, visit: str) -> None:
        if post.series_id is not None:
            self._rescheduler.perform(EditPost(post), Manner.PANEL, visit or None, self._week, label)
        elif self._desk.put(label, Changes(posts=(post,)), visit or None) is None:
            self._show_again()

    def _repeat_post(self, rrule: str | None) -> None:
        if (found := self._shown_post()) is not None:
            self._rescheduler.perform(RepeatPost(found[1].id, rrule), Manner.ASIDE, source=self._week)

    def _spread_post(self) -> None:
        if (found := self._shown_post()) is not None:
            self._rescheduler.perform(EditPostSeries(found[1].id), Manner.ASIDE, source=self._week)

    def _shown_post(self) -> tuple[Board, Post] | None:
        if self._subject is None or isinstance(self._subject, BlockKey):
            return None
        board = self._board()
        post = post_of(board, self._post_id(self._subject))
        return (board, post) if post is not None else None

    def _set_status(self, variant_ids: tuple[int, ...], chosen: Status) -> None:
        if (found := self._shown_post()) is not None:
            board, post = found
            put_status(self._desk, board, post.id, variant_ids, chosen)

    def _resume(self, variant_ids: tuple[int, ...]) -> None:
        if (found := self._shown_post()) is not None:
            board, post = found
            self._desk.put(self.tr("Resume"), status.resume(board, post.id, variant_ids, self._desk.now()))

    def _correct_publishing(self, variant_ids: tuple[int, ...], at: datetime) -> None:
        if (found := self._shown_post()) is not None:
            board, post = found
            real, now = instant(at, ZoneInfo(board.plan.zone)), self._desk.now()
            changes = status.set_status(board, post.id, variant_ids, Status.PUBLISHED, now, published_at=real)
            self._desk.put(self.tr("Correct the date"), changes)

    def _uncovered(self, activity: Activity) -> tuple[Post, int] | None:
        found = self._shown_post()
        if found is None:
            return None
        board, post = found
        minutes = covering(board).uncovered[post.id].of(activity)
        return post, rounded_up(minutes, STEP)

    def _schedule_effort(self, activity: Activity) -> None:
        found = self._uncovered(activity)
        if found is None:
            return
        post, minutes = found
        weeks = [self._desk.week.shifted(ahead) for ahead in range(WEEKS_AHEAD)]
        days = [day for week in weeks for day in week.days]
        slot = free_slot(self._desk.board(*weeks), days, minutes, self._desk.now())
        if slot is None:
            self._view.toasts.say(self.tr("There is no free slot in the coming weeks. Drag the time into the week."))
            return
        self._rescheduler.perform(ScheduleEffort(post.id, activity, slot), Manner.PANEL, source=self._week)

    def _drag_effort(self, activity: Activity, press: QPoint) -> None:
        found = self._uncovered(activity)
        if found is not None and found[1]:
            post, minutes = found
            self._view.grid.begin_external(ExternalItem(post, activity, minutes), press)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._view.toasts.say(self.tr("Text copied"))

    # the block panel

    def _show_block(self, board: Board, key: BlockKey) -> bool:
        block = block_of(board, key.block_id)
        if block is None:
            return False
        original_at = block.starts_at if block.rrule is None else key.original_at
        occurrence = occurrence_at(block, original_at, ZoneInfo(board.plan.zone))
        if occurrence is None:
            return False
        self._subject = occurrence.key
        panel = self._blocks()
        panel.show_block(block, occurrence, board, covering(board), self._desk.now())
        self._view.set_panel(panel)
        return True

    def _blocks(self) -> BlockPanel:
        if self._block_panel is None:
            from desktop.calendar.block_panel import BlockPanel  # noqa: PLC0415 - not needed for the first picture

            panel = BlockPanel()
            panel.edited.connect(self._edit_block)
            panel.rule_changed.connect(self._repeat)
            panel.links_changed.connect(self._link)
            panel.ticked.connect(self._tick)
            panel.delete_requested.connect(self._delete)
            panel.duplicate_requested.connect(self._duplicate)
            panel.closed.connect(self.close)
            self._block_panel = panel
        return self._block_panel

    def _edit_block(self, edit: BlockEdit, visit: str) -> None:
        if isinstance(self._subject, BlockKey):
            intent = EditBlock(self._subject.block_id, self._subject.original_at, edit)
            self._rescheduler.perform(intent, Manner.PANEL, visit or None, self._week)

    def _repeat(self, rrule: str | None) -> None:
        if isinstance(self._subject, BlockKey):
            intent = RepeatBlock(self._subject.block_id, self._subject.original_at, rrule)
            self._rescheduler.perform(intent, Manner.PANEL, source=self._week)

    def _link(self, post_ids: tuple[int, ...]) -> None:
        if isinstance(self._subject, BlockKey):
            intent = LinkPosts(self._subject.block_id, self._subject.original_at, post_ids)
            self._rescheduler.perform(intent, Manner.PANEL, source=self._week)

    def _tick(self, is_done: bool) -> None:
        if isinstance(self._subject, BlockKey):
            put_tick(self._desk, self._board(), self._subject, is_done)

    # both

    def _delete(self) -> None:
        if self._subject is not None:
            self.delete_requested.emit(self._subject)

    def _duplicate(self) -> None:
        if self._subject is not None:
            self.duplicate_requested.emit(self._subject)


def put_status(desk: Desk, board: Board, post_id: int, variant_ids: tuple[int, ...], chosen: Status) -> bool:
    """Give versions of a post another status, as one step named after it; tells whether anything was changed."""
    post = post_of(board, post_id)
    if post is None:
        return False
    changes = status.set_status(board, post_id, variant_ids, chosen, desk.now())
    words = translate("SidePanel", "Set “{title}” to {status}")
    label = words.format(title=short(post.title), status=wording.status(chosen))
    return bool(changes) and desk.put(label, changes) is not None


def put_tick(desk: Desk, board: Board, key: BlockKey, is_done: bool) -> None:
    """Tick an occurrence off, or no longer, as one step named after it."""
    block = block_of(board, key.block_id)
    if block is None:
        return
    changes = status.tick(board, key.block_id, key.original_at, is_done, desk.now())
    done = translate("SidePanel", "Tick off “{title}”")
    undone = translate("SidePanel", "Untick “{title}”")
    if changes:
        desk.put((done if is_done else undone).format(title=short(block_title(block))), changes)
