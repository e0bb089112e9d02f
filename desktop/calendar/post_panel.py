"""The side panel of a post: title, status, versions, text, effort, campaign, person, note."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from db.records import Activity, Board, Post, Status
from desktop import wording
from desktop.calendar import post_edits
from desktop.calendar.effort_rows import EffortRows
from desktop.calendar.panel_frame import PanelFrame
from desktop.calendar.panel_parts import detail, heading, people, remark
from desktop.calendar.post_edits import PostField
from desktop.calendar.repeat_section import RepeatSection
from desktop.calendar.status_row import StatusRow
from desktop.calendar.text_counters import TextCounters
from desktop.calendar.text_visit import TextVisit
from desktop.calendar.timer_row import TimerRow
from desktop.calendar.version_rows import VersionRows
from desktop.planning.cards import least_advanced
from desktop.planning.covering import Covering
from desktop.ui import icons, menus, theme
from desktop.ui.controls import Button, Chip, Text
from desktop.ui.fields import LineField, Option, SelectField, TextArea
from desktop.ui.parts import EdgeLink

NONE = ""  # the key of no format, campaign, person


class PostPanel(PanelFrame):
    """Edits one post; every field asks for its change at once, text after a pause or on leaving.

    Signals: `changed(Post, label, visit)`: the whole new post, what undo calls the edit, and the name of the visit to a
    text field ("" for all else): edits of one visit are one undo step. `status_requested(variant ids, Status)`;
    `resume_requested(variant ids)` for going on after held; `published_at_requested(variant ids, wall clock)` corrects
    when something really went out. `schedule_effort(Activity)` asks for a linked block at the next free slot,
    `effort_drag_started(Activity, global position of the press)` lets the week take over a drag. `rule_chosen(rrule |
    None)` lets it repeat, or no longer; `spread_requested` brings its series into line. `copied(text)` puts the text on
    the clipboard. `delete_requested`, `closed`.

    Of a repeating post text is written on leaving only: each edit is followed by a question.
    """

    changed = Signal(object, str, str)
    status_requested = Signal(object, object)
    resume_requested = Signal(object)
    published_at_requested = Signal(object, object)
    schedule_effort = Signal(object)
    effort_drag_started = Signal(object, QPoint)
    rule_chosen = Signal(object)
    spread_requested = Signal()
    copied = Signal(str)
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icons.POST, self.tr("Post"), parent)
        self._post: Post | None = None
        self._board: Board | None = None
        self._zone = ZoneInfo("UTC")
        self.title = LineField(self.tr("Title"), size=36)
        self.status = StatusRow()
        self._more = EdgeLink(self.tr("Platform"), "plus")
        self.versions = VersionRows(self._more)
        self.repeat = RepeatSection()
        self.text = TextArea(self.tr("What do you want to tell?"), lines=4)
        self.counters = TextCounters()
        self.format = SelectField([], size=30)
        self.effort = EffortRows()
        self.timer = TimerRow()
        self.campaign, self.owner = SelectField([], size=30, is_quiet=True), SelectField([], size=30, is_quiet=True)
        self.note = LineField(self.tr("Add a note"), size=30, is_quiet=True)
        self._visits = {
            PostField.TITLE: TextVisit(self.title),
            PostField.TEXT: TextVisit(self.text),
            PostField.NOTE: TextVisit(self.note),
        }
        self._fill_sections()
        self._fill_footer()
        self._connect()
        self.setFocusProxy(self.title)
        self.set_finish(self._publish)

    @property
    def post_id(self) -> int | None:
        """The post that is shown."""
        return self._post.id if self._post else None

    def show_post(self, post: Post, board: Board, covering: Covering, now: datetime) -> None:
        """Show a post, or the same one after an edit: focus, caret and what is being typed stay then.

        `now` is a UTC instant.
        """
        if self._post is not None and self._post.id != post.id:
            self.flush()
            self.scroll_up()
        self._post, self._board, self._zone = post, board, ZoneInfo(board.plan.zone)
        self._show_texts(post)
        self._show_status(post)
        self.versions.show_versions(post, board, now)
        self.repeat.show_post(post, board, now)
        self._show_effort(post, board, covering)
        self._show_people(post, board)

    def flush(self) -> None:
        """Write now what is typed."""
        for visit in self._visits.values():
            visit.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is typed before the panel goes."""
        self.flush()
        super().hideEvent(event)

    def _fill_sections(self) -> None:
        head = self.add_section()
        self.title.set_name(self.tr("Title"))
        self.title.editor.setFont(theme.font("title-3"))
        head.addWidget(self.title)
        head.addSpacing(theme.px(9))
        head.addWidget(self.status)
        places = self.add_section()
        places.addWidget(heading(self.tr("Platforms and dates"), self._more))
        places.addWidget(self.versions)
        self.repeat.setContentsMargins(0, theme.px(10), 0, 0)
        places.addWidget(self.repeat)
        words = self.add_section()
        self._for_whom = Text("", "meta", "text-3")
        words.addWidget(heading(self.tr("Text"), self._for_whom))
        self.text.set_name(self.tr("Text"))
        words.addWidget(self.text)
        words.addSpacing(theme.px(7))
        words.addWidget(self.counters)
        cost = self.add_section()
        self._uncovered = Chip("", "warn", icons.UNCOVERED)
        cost.addWidget(heading(self.tr("Effort"), self._uncovered))
        self.format.set_name(self.tr("Format"))
        cost.addWidget(self.format)
        self._template = EdgeLink("")
        cost.addWidget(self._template, 0, Qt.AlignmentFlag.AlignRight)
        cost.addSpacing(theme.px(4))
        cost.addWidget(self.effort)
        self._advice = Text("", "meta", "text-3", is_wrapped=True)
        cost.addSpacing(theme.px(3))
        cost.addWidget(remark("drag-drop", self._advice))
        cost.addSpacing(theme.px(6))
        cost.addWidget(self.timer)
        rest = self.add_section((18, 8, 18, 8), has_line=False)
        for name, field in {
            self.tr("Campaign"): self.campaign,
            self.tr("Owner"): self.owner,
            self.tr("Note"): self.note,
        }.items():
            field.set_name(name)
            rest.addLayout(detail(name, field))

    def _fill_footer(self) -> None:
        delete = Button(self.tr("Delete"), "trash", "danger-link")
        delete.clicked.connect(self.delete_requested)
        copy = Button(self.tr("Copy text"), "copy")
        copy.clicked.connect(self._copy)
        self._schedule = Button(self.tr("Schedule time"), "calendar-plus")
        self._schedule.clicked.connect(self._schedule_first)
        self.set_footer(delete, copy, self._schedule)

    def _connect(self) -> None:
        self._visits[PostField.TITLE].written.connect(self._write_title)
        self._visits[PostField.TEXT].written.connect(self._write_text)
        self._visits[PostField.NOTE].written.connect(self._write_note)
        for visit in self._visits.values():
            visit.pending.connect(self.set_pending)
        self.text.edited.connect(self.counters.show_text)
        self.status.asked.connect(self._ask_status)
        self.versions.status_asked.connect(self._pass_status)
        self.versions.resume_asked.connect(self._pass_resume)
        self.versions.moment_changed.connect(self._change_moment)
        self.versions.removed.connect(self._remove_version)
        self._more.clicked.connect(self._offer_platforms)
        self.repeat.asked.connect(self.flush)
        self.repeat.rule_chosen.connect(self.rule_chosen)
        self.repeat.spread_requested.connect(self._spread)
        self.format.committed.connect(self._change_format)
        self._template.clicked.connect(self._take_template)
        self.effort.minutes_changed.connect(self._change_minutes)
        self.effort.schedule_requested.connect(self.schedule_effort)
        self.effort.drag_started.connect(self.effort_drag_started)
        self.campaign.committed.connect(self._change_campaign)
        self.owner.committed.connect(self._change_owner)

    def _show_texts(self, post: Post) -> None:
        texts = {PostField.TITLE: post.title, PostField.TEXT: post.body, PostField.NOTE: post.note}
        for field, text in texts.items():
            self._visits[field].set_pausing(post.series_id is None)
            self._visits[field].show_text(text)
        own = sum(variant.body is not None for variant in post.variants)
        inherit = len(post.variants) - own
        if own:
            self._for_whom.setText(self.tr("%n version(s) with a text of their own", "", own))
        elif inherit > 1:
            self._for_whom.setText(self.tr("Base text for all %n version(s)", "", inherit))
        else:
            self._for_whom.setText("")

    def _show_status(self, post: Post) -> None:
        self.status.show_status(least_advanced(variant.status for variant in post_edits.leading(post, self._zone)))

    def _show_effort(self, post: Post, board: Board, covering: Covering) -> None:
        options = [Option(NONE, self.tr("No format"))]
        for each in board.formats:
            usual = self.tr("Template {time}").format(time=wording.hours_h(each.effort.total))
            options.append(Option(each.key, wording.format_name(each), icons.format_icon(each.key), usual))
        self.format.set_options(options)
        self.format.set_value(post.format_key or NONE)
        template = post_edits.template(board.formats, post.format_key)
        self._template.setText(self.tr("Use the template, {time}").format(time=wording.hours_h(template.total)))
        self._template.setVisible(bool(post.format_key) and template.total > 0 and template != post.effort)
        uncovered = self.effort.show_effort(post, board, covering)
        self._uncovered.show_text(self.tr("{time} not yet scheduled").format(time=wording.hours(uncovered)))
        self._uncovered.setVisible(bool(uncovered))
        self._schedule.setEnabled(bool(uncovered))
        if uncovered:
            self._advice.setText(self.tr("Drag by the grip into the week, or “Schedule time”"))
        elif not post.effort.total:
            self._advice.setText(self.tr("No effort given yet"))
        elif post_edits.takes_time(post, self._zone):
            self._advice.setText(self.tr("All of the effort has its time"))
        else:
            self._advice.setText(self.tr("With a date for the post its time can be scheduled"))

    def _show_people(self, post: Post, board: Board) -> None:
        platforms = {platform.id: platform for platform in board.platforms}
        self.counters.set_platforms([platforms[variant.platform_id] for variant in post.variants])
        self.counters.show_text(self.text.value)
        taken = {variant.platform_id for variant in post.variants}
        self._more.setVisible(any(each.is_active and each.id not in taken for each in board.platforms))
        self.campaign.set_options(
            [Option(NONE, self.tr("none"))]
            + [Option(str(each.id), each.name, icons.CAMPAIGN) for each in board.campaigns]
        )
        self.campaign.set_value(str(post.campaign_id) if post.campaign_id else NONE)
        self.owner.set_options([Option(NONE, self.tr("nobody")), *people(board.members, post.owner_id)])
        self.owner.set_value(str(post.owner_id) if post.owner_id else NONE)

    def _change(self, post: Post, field: PostField, visit: str = "") -> None:
        """Ask for an edit; the panel goes on from the new post at once."""
        if post != self._post:
            self._post = post
            self.changed.emit(post, post_edits.edit_label(field), visit)

    def _settled(self) -> tuple[Post, Board] | None:
        """The post as it stands once everything typed is written, None before anything is shown."""
        self.flush()
        return (self._post, self._board) if self._post is not None and self._board is not None else None

    @Slot(str, str)
    def _write_title(self, text: str, visit: str) -> None:
        if self._post is not None:
            self._change(replace(self._post, title=text), PostField.TITLE, visit)

    @Slot(str, str)
    def _write_text(self, text: str, visit: str) -> None:
        if self._post is not None:
            self._change(replace(self._post, body=text), PostField.TEXT, visit)

    @Slot(str, str)
    def _write_note(self, text: str, visit: str) -> None:
        if self._post is not None:
            self._change(replace(self._post, note=text), PostField.NOTE, visit)

    @Slot(object)
    def _ask_status(self, status: Status) -> None:
        if (known := self._settled()) is None:
            return
        variants = post_edits.leading(known[0], self._zone)
        held = tuple(variant.id for variant in variants if variant.status is Status.HELD)
        if status is Status.HELD and held:
            self.resume_requested.emit(held)
        else:
            self.status_requested.emit(tuple(variant.id for variant in variants), status)

    def _publish(self) -> None:
        if (known := self._settled()) is not None:
            variants = post_edits.leading(known[0], self._zone)
            coming = tuple(variant.id for variant in variants if variant.status is not Status.PUBLISHED)
            if coming:
                self.status_requested.emit(coming, Status.PUBLISHED)

    @Slot(object, object)
    def _pass_status(self, variant_ids: tuple[int, ...], status: Status) -> None:
        self.flush()
        self.status_requested.emit(variant_ids, status)

    @Slot(object)
    def _pass_resume(self, variant_ids: tuple[int, ...]) -> None:
        self.flush()
        self.resume_requested.emit(variant_ids)

    @Slot(object, object)
    def _change_moment(self, variant_ids: Collection[int], to: datetime | None) -> None:
        if (known := self._settled()) is None:
            return
        post = known[0]
        variants = [variant for variant in post.variants if variant.id in variant_ids]
        if any(variant.status is Status.PUBLISHED for variant in variants):
            if to is None:
                self.versions.restore()
            else:
                self.published_at_requested.emit(tuple(variant_ids), to)
            return
        self._change(post_edits.with_moment(post, variant_ids, to), PostField.MOMENT)

    @Slot(int)
    def _remove_version(self, variant_id: int) -> None:
        if (known := self._settled()) is not None:
            self._change(post_edits.without_version(known[0], variant_id), PostField.PLATFORM)

    @Slot()
    def _offer_platforms(self) -> None:
        if (known := self._settled()) is None:
            return
        post, board = known
        taken = {variant.platform_id for variant in post.variants}
        menu = menus.make_menu(self)
        for platform in board.platforms:
            if platform.is_active and platform.id not in taken:
                action = menus.add(menu, platform.name, on=partial(self._add_platform, platform.id))
                action.setIcon(icons.tile_icon(platform.kind))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _add_platform(self, platform_id: int) -> None:
        if self._post is not None and self._board is not None:
            order = [platform.id for platform in self._board.platforms]
            self._change(post_edits.with_platform(self._post, platform_id, order, self._zone), PostField.PLATFORM)

    @Slot(object)
    def _change_format(self, key: str) -> None:
        if (known := self._settled()) is not None:
            self._change(post_edits.with_format(known[0], key or None, known[1].formats), PostField.FORMAT)

    @Slot()
    def _take_template(self) -> None:
        if (known := self._settled()) is not None:
            post, board = known
            effort = post_edits.template(board.formats, post.format_key)
            self._change(replace(post, effort=effort), PostField.EFFORT)

    @Slot(object, int)
    def _change_minutes(self, activity: Activity, minutes: int) -> None:
        if (known := self._settled()) is not None:
            self._change(post_edits.with_minutes(known[0], activity, minutes), PostField.EFFORT)

    @Slot(object)
    def _change_campaign(self, key: str) -> None:
        if (known := self._settled()) is not None:
            self._change(replace(known[0], campaign_id=int(key) if key else None), PostField.CAMPAIGN)

    @Slot(object)
    def _change_owner(self, key: str) -> None:
        if (known := self._settled()) is not None:
            self._change(replace(known[0], owner_id=int(key) if key else None), PostField.OWNER)

    @Slot()
    def _spread(self) -> None:
        self.flush()
        self.spread_requested.emit()

    @Slot()
    def _copy(self) -> None:
        if (known := self._settled()) is not None:
            self.copied.emit(known[0].body)

    @Slot()
    def _schedule_first(self) -> None:
        self.flush()
        activity = self.effort.first_uncovered()
        if activity is not None:
            self.schedule_effort.emit(activity)
