"""The side panel of a work block: activity, platforms, time, repetition, linked posts, person, note, done."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from db.records import ACTIVITIES, Board, Share, WorkBlock
from desktop import wording
from desktop.calendar import repeat_popover, rule_words
from desktop.calendar.block_platforms import BlockPlatforms
from desktop.calendar.block_time import BlockTime
from desktop.calendar.done_section import DoneSection
from desktop.calendar.link_picker import LinkPicker
from desktop.calendar.linked_posts import LinkedPosts, Served
from desktop.calendar.panel_frame import PanelFrame
from desktop.calendar.panel_layouts import Even
from desktop.calendar.panel_parts import detail, heading, people
from desktop.calendar.post_edits import leading, takes_time
from desktop.calendar.repeat_popover import Repeated, RepeatKind, RepeatPopover
from desktop.calendar.text_visit import TextVisit
from desktop.planning.covering import Covering
from desktop.planning.recurrence import Occurrence, occurrence_at, with_linked_platforms
from desktop.planning.rules import Rule, parse_rule
from desktop.planning.series import BlockEdit
from desktop.planning.week import elapsed
from desktop.ui import icons, theme
from desktop.ui.controls import Button, Text, ToggleButton
from desktop.ui.fields import LineField, Option, SelectField
from desktop.ui.parts import EdgeLink

NOBODY = ""


class BlockPanel(PanelFrame):
    """Edits one occurrence of a work block; every field asks for its change at once, text after a pause or at leaving.

    Signals: `edited(BlockEdit, visit)`: whoever writes asks how far it reaches in a series; `visit` names the stay in a
    text field ("" for all else), edits of one visit are one undo step. `rule_changed(rrule | None)`;
    `links_changed(post ids)` with all posts that the occurrence is to work for; `ticked(bool)`; `delete_requested`,
    `duplicate_requested`, `closed`.
    """

    edited = Signal(object, str)
    rule_changed = Signal(object)
    links_changed = Signal(object)
    ticked = Signal(bool)
    delete_requested = Signal()
    duplicate_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icons.WORK_BLOCK, self.tr("Work block"), parent)
        self._block: WorkBlock | None = None
        self._occurrence: Occurrence | None = None
        self._board: Board | None = None
        self.title = LineField(self.tr("Title, if it needs one"), size=30)
        self.activities = {
            activity: ToggleButton(wording.activity(activity), icons.activity_icon(activity), size=58, is_stacked=True)
            for activity in ACTIVITIES
        }
        self.time = BlockTime()
        self.repeat = RepeatKind()
        self.platforms = BlockPlatforms(self.activities[ACTIVITIES[-1]])
        self._link = EdgeLink(self.tr("Link"), "plus")
        self.posts = LinkedPosts(self._link)
        self.owner = SelectField([], size=30, is_quiet=True)
        self.note = LineField(self.tr("Add a note"), size=30, is_quiet=True)
        self.done = DoneSection()
        self.timer = self.done.timer
        self._title_visit, self._note_visit = TextVisit(self.title), TextVisit(self.note)
        self._fill_sections()
        self._fill_footer()
        self._connect()
        self.setFocusProxy(self.title)
        self.set_finish(self._toggle_done)

    @property
    def key(self) -> object:
        """The occurrence that is shown, None before any."""
        return self._occurrence.key if self._occurrence else None

    def show_block(
        self, block: WorkBlock, occurrence: Occurrence, board: Board, covering: Covering, now: datetime
    ) -> None:
        """Show an occurrence of a block, or the same one after an edit: focus, caret and what is being typed stay then.

        `now` is a UTC instant.
        """
        if self._block is not None and self._block.id != block.id:
            self.flush()
            self.scroll_up()
        zone = ZoneInfo(board.plan.zone)
        self._block, self._board = block, board
        self._occurrence = occurrence_at(block, occurrence.original_at, zone) or occurrence
        posts = {post.id: post for post in board.posts}
        order = [platform.id for platform in board.platforms]
        shown = with_linked_platforms(self._occurrence, posts, order, zone)
        for visit, text in {self._title_visit: shown.title, self._note_visit: shown.note}.items():
            visit.set_pausing(not shown.is_series)
            visit.show_text(text)
        for activity, button in self.activities.items():
            button.setChecked(activity is shown.activity)
        self.platforms.show_platforms(board, self._occurrence.shares, shown)
        self.time.show_time(shown.starts_at, shown.ends_at, zone)
        self._show_repeat(block, zone)
        self._show_posts(board, covering, shown, zone)
        self.owner.set_options([Option(NOBODY, self.tr("nobody")), *people(board.members, shown.member_id)])
        self.owner.set_value(str(shown.member_id) if shown.member_id else NOBODY)
        self.done.show_done(block, shown, board, now)

    def flush(self) -> None:
        """Write now what is typed."""
        self._title_visit.flush()
        self._note_visit.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is typed before the panel goes."""
        self.flush()
        super().hideEvent(event)

    def _fill_sections(self) -> None:
        self.title.set_name(self.tr("Title"))
        head = self.add_section()
        head.addWidget(self.title)
        head.addSpacing(theme.px(9))
        head.addWidget(heading(self.tr("Activity")))
        activities = QWidget()
        row = Even(activities)
        for button in self.activities.values():
            button.clicked.connect(self._change_activity)
            row.addWidget(button)
        head.addWidget(activities)
        self.add_section().addWidget(self.platforms)
        when = self.add_section()
        when.addWidget(self.time)
        when.addSpacing(theme.px(12))
        when.addWidget(heading(self.tr("Repeat")))
        when.addWidget(self.repeat)
        self._rule = Text("", "meta", "text-3", is_wrapped=True)
        self._rule.setTextFormat(Qt.TextFormat.RichText)
        self._rule.setContentsMargins(0, theme.px(6), 0, 0)
        when.addWidget(self._rule)
        what = self.add_section()
        what.addWidget(heading(self.tr("Posts in this block"), self._link))
        what.addWidget(self.posts)
        who = self.add_section((18, 8, 18, 8))
        for name, field in {self.tr("Owner"): self.owner, self.tr("Note"): self.note}.items():
            field.set_name(name)
            who.addLayout(detail(name, field))
        self.add_section(has_line=False).addWidget(self.done)

    def _fill_footer(self) -> None:
        delete = Button(self.tr("Delete"), "trash", "danger-link")
        delete.clicked.connect(self.delete_requested)
        duplicate = Button(self.tr("Duplicate"), "copy")
        duplicate.clicked.connect(self.duplicate_requested)
        self.set_footer(delete, duplicate)

    def _connect(self) -> None:
        self._title_visit.written.connect(self._write_title)
        self._note_visit.written.connect(self._write_note)
        self._title_visit.pending.connect(self.set_pending)
        self._note_visit.pending.connect(self.set_pending)
        self.platforms.changed.connect(self._change_platforms)
        self.time.changed.connect(self._change_time)
        self.repeat.changed.connect(self._choose_repeat)
        self.posts.unlinked.connect(self._unlink)
        self._link.clicked.connect(self._open_picker)
        self.owner.committed.connect(self._change_owner)
        self.done.ticked.connect(self._pass_tick)

    def _show_repeat(self, block: WorkBlock, zone: ZoneInfo) -> None:
        rule = parse_rule(block.rrule, block.starts_at) if block.rrule else None
        self.repeat.set_value(repeat_popover.NEVER if block.rrule is None else repeat_popover.kind_of(rule))
        minutes = elapsed(block.starts_at, block.ends_at, zone)
        if rule is not None:
            self._rule.setText(rule_words.sentence(rule, block.starts_at, block.ends_at, minutes))
        elif block.rrule is not None:
            self._rule.setText(self.tr("A rule of another program; choosing one here replaces it."))
        self._rule.setVisible(block.rrule is not None)

    def _show_posts(self, board: Board, covering: Covering, shown: Occurrence, zone: ZoneInfo) -> None:
        platforms = {platform.id: platform for platform in board.platforms}
        here = dict(covering.served.get((shown.block_id, shown.original_at), ()))
        linked = []
        for post in board.posts:
            if post.id in shown.post_ids:
                needed = post.effort.of(shown.activity)
                open_ = covering.uncovered.get(post.id, post.effort).of(shown.activity)
                own = tuple(platforms[variant.platform_id] for variant in leading(post, zone))
                counts = takes_time(post, zone)
                linked.append(Served(post, own, needed, needed - open_, here.get(post.id, 0), counts))
        bearing = [platforms[share.platform_id] for share in shown.shares]
        self.posts.show_posts(linked, bearing, elapsed(shown.starts_at, shown.ends_at, zone))

    def _edit(self, edit: BlockEdit, visit: str = "") -> None:
        if self._occurrence is not None:
            self.edited.emit(edit, visit)

    @Slot(str, str)
    def _write_title(self, text: str, visit: str) -> None:
        self._edit(BlockEdit(title=text), visit)

    @Slot(str, str)
    def _write_note(self, text: str, visit: str) -> None:
        self._edit(BlockEdit(note=text), visit)

    @Slot()
    def _change_activity(self) -> None:
        self.flush()
        chosen = next(activity for activity, button in self.activities.items() if button is self.sender())
        if self._occurrence is None or chosen is self._occurrence.activity:
            self.activities[chosen].setChecked(True)
            return
        for activity, button in self.activities.items():
            button.setChecked(activity is chosen)
        self._edit(BlockEdit(activity=chosen))

    @Slot(object)
    def _change_platforms(self, shares: tuple[Share, ...]) -> None:
        self.flush()
        self._edit(BlockEdit(platforms=shares))

    @Slot(object, object)
    def _change_time(self, starts_at: datetime, ends_at: datetime) -> None:
        self.flush()
        self._edit(BlockEdit(starts_at=starts_at, ends_at=ends_at))

    @Slot(object)
    def _change_owner(self, key: str) -> None:
        self.flush()
        self._edit(BlockEdit(member_id=int(key) if key else None))

    def ask_for_rule(self) -> None:
        """Open the form of the rule, with a weekly one at hand for a block that does not repeat yet."""
        if self._block is not None:
            rule = parse_rule(self._block.rrule, self._block.starts_at) if self._block.rrule else None
            kind = repeat_popover.WEEKLY if self._block.rrule is None else repeat_popover.kind_of(rule)
            self.repeat.set_value(kind)
            self._choose_repeat(kind)

    @Slot(str)
    def _choose_repeat(self, kind: str) -> None:
        self.flush()
        if self._block is None or self._occurrence is None or self._board is None:
            return
        block = self._block
        if kind == repeat_popover.NEVER:
            if block.rrule is not None:
                self.rule_changed.emit(None)
            return
        zone = ZoneInfo(self._board.plan.zone)
        minutes = elapsed(block.starts_at, block.ends_at, zone)
        has_posts = block.rrule is None and bool(self._occurrence.post_ids)
        repeated = Repeated(block.starts_at, block.ends_at, minutes, has_posts)
        rule = parse_rule(block.rrule, block.starts_at) if block.rrule else None
        popover = RepeatPopover(repeated, rule, kind, self)
        popover.chosen.connect(self._take_rule)
        popover.closed.connect(self._restore_repeat)
        popover.open_beside(self.repeat)

    @Slot(object)
    def _take_rule(self, rule: Rule | None) -> None:
        if self._block is None:
            return
        rrule = rule.text(self._block.starts_at) if rule is not None else None
        if rrule != self._block.rrule:
            self.rule_changed.emit(rrule)

    @Slot()
    def _restore_repeat(self) -> None:
        if self._block is not None and self._board is not None:
            self._show_repeat(self._block, ZoneInfo(self._board.plan.zone))

    @Slot()
    def _open_picker(self) -> None:
        self.flush()
        if self._board is None or self._occurrence is None:
            return
        picker = LinkPicker(self._board, self._occurrence.post_ids, self._occurrence.starts_at, self)
        picker.chosen.connect(self._link_post)
        picker.open_beside(self._link)

    @Slot(int)
    def _link_post(self, post_id: int) -> None:
        if self._occurrence is not None:
            self.links_changed.emit((*self._occurrence.post_ids, post_id))

    @Slot(int)
    def _unlink(self, post_id: int) -> None:
        self.flush()
        if self._occurrence is not None:
            self.links_changed.emit(tuple(each for each in self._occurrence.post_ids if each != post_id))

    def _toggle_done(self) -> None:
        if self._occurrence is not None:
            self._pass_tick(not self.done.tick.isChecked())

    @Slot(bool)
    def _pass_tick(self, on: bool) -> None:
        self.flush()
        self.ticked.emit(on)
