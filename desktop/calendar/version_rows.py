"""The versions of a post: one row per platform with its moment and its status."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db.records import Board, Platform, Post, Status, Variant
from desktop.calendar.panel_layouts import Ends
from desktop.calendar.panel_parts import emptied
from desktop.calendar.post_edits import at_same_moment, first_moment
from desktop.calendar.status_row import StatusMark, fill_status_menu
from desktop.planning.cards import is_overdue, moment
from desktop.planning.week import at, minute_of_day
from desktop.ui import menus, theme
from desktop.ui.controls import Text
from desktop.ui.field_frame import Problem
from desktop.ui.fields import DateField, TimeField
from desktop.ui.parts import Tile, beside, stacked, tab_after


class VersionRow(QWidget):
    """One version: tile, platform, date, time, status mark.

    Signals: `moment_asked(variant id, moment | None)`; `menu_asked(variant id)`.
    """

    moment_asked = Signal(int, object)
    menu_asked = Signal(int)

    def __init__(self, platform: Platform, variant_id: int) -> None:
        super().__init__()
        self.variant_id, self.platform = variant_id, platform
        self._usual_minute = 0
        unscheduled = self.tr("unscheduled")
        self.day = DateField(size=30, may_be_empty=True, placeholder=unscheduled)
        self.time = TimeField(None, size=30, may_be_empty=True)
        self.mark = StatusMark()
        self._problem = Problem(self)
        self.day.setMinimumWidth(theme.px(102))
        self.day.setMaximumWidth(theme.px(118))
        self.time.setFixedWidth(theme.px(66))
        self.day.set_name(self.tr("{platform}, date").format(platform=platform.name))
        self.time.set_name(self.tr("{platform}, time").format(platform=platform.name))
        for field in (self.day, self.time):
            field.show_problem_elsewhere()
            field.problem_changed.connect(self._show_problem)
            field.committed.connect(self._ask)
        self.mark.clicked.connect(self._ask_for_menu)
        column = stacked(self)
        column.addWidget(self._line())
        column.addWidget(self._problem)

    def show_version(self, variant: Variant, usual_minute: int, now: datetime, zone: ZoneInfo) -> None:
        """Show a version; a date alone gets the `usual_minute` (after midnight). `now` is a UTC instant."""
        self.variant_id, self._usual_minute = variant.id, usual_minute
        shown = moment(variant, zone)
        self.day.set_value(shown.date() if shown else None)
        self.time.set_value(minute_of_day(shown, shown.date()) if shown else None)
        self.time.setEnabled(shown is not None)
        self.mark.show_status(variant.status, is_overdue(variant, now, zone), self.platform.name)

    def _line(self) -> QWidget:
        line, name, fields = QWidget(), QWidget(), QWidget()
        left = beside(name)
        left.addWidget(Tile(self.platform.kind, 18))
        words = Text(self.platform.name, "body", "text", 500)
        words.setTextFormat(Qt.TextFormat.PlainText)
        left.addWidget(words, 1)
        right = beside(fields, spacing=6)
        right.addWidget(self.day)
        right.addWidget(self.time)
        right.addWidget(self.mark)
        ends = Ends(line, gap=6, least=36, indent=26)
        ends.addWidget(name)
        ends.addWidget(fields)
        return line

    @Slot()
    def _ask(self) -> None:
        day: date | None = self.day.value
        if day is None:
            self.moment_asked.emit(self.variant_id, None)
            return
        minute = self.time.value
        self.moment_asked.emit(self.variant_id, at(day, self._usual_minute if minute is None else minute))

    @Slot()
    def _ask_for_menu(self) -> None:
        self.menu_asked.emit(self.variant_id)

    @Slot()
    def _show_problem(self) -> None:
        self._problem.say(self.day.problem or self.time.problem or "")


class VersionRows(QWidget):
    """All versions of a post, in platform order. Tab comes to them from `before`.

    Signals: `moment_changed(variant ids, moment | None)`: wall clock, with Alt held for all at the same moment;
    `status_asked(variant ids, Status)`; `resume_asked(variant ids)` for going on after held; `removed(variant id)`.
    """

    moment_changed = Signal(object, object)
    status_asked = Signal(object, object)
    resume_asked = Signal(object)
    removed = Signal(int)

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before
        self._column = stacked(self)
        self._rows: list[VersionRow] = []
        self._shown: tuple[Post, Board, datetime] | None = None
        self._zone = ZoneInfo("UTC")

    def show_versions(self, post: Post, board: Board, now: datetime) -> None:
        """Show the versions of a post; the rows stay as they are while the platforms do."""
        self._shown = (post, board, now)
        self._zone = ZoneInfo(board.plan.zone)
        platforms = {platform.id: platform for platform in board.platforms}
        wanted = [platforms[variant.platform_id] for variant in post.variants]
        if [row.platform for row in self._rows] != wanted:
            self._build(wanted)
        first = first_moment(post, self._zone)
        usual = minute_of_day(first, first.date()) if first else board.plan.post_minute
        for row, variant in zip(self._rows, post.variants, strict=True):
            row.show_version(variant, usual, now, self._zone)

    def restore(self) -> None:
        """Show the versions as they are, after a change that was not made."""
        if self._shown is not None:
            self.show_versions(*self._shown)

    def row(self, variant_id: int) -> VersionRow:
        """The row of a version; raises StopIteration for any other."""
        return next(row for row in self._rows if row.variant_id == variant_id)

    def _build(self, platforms: list[Platform]) -> None:
        emptied(self._column)
        self._rows = [VersionRow(platform, 0) for platform in platforms]
        for row in self._rows:
            row.moment_asked.connect(self._change_moment)
            row.menu_asked.connect(self._open_menu)
            self._column.addWidget(row)
        stops = [stop for row in self._rows for stop in (row.day.editor, row.time.editor, row.mark)]
        tab_after(self._before, stops)

    @Slot(int, object)
    def _change_moment(self, variant_id: int, to: datetime | None) -> None:
        if self._shown is None:
            return
        takes_along = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        ids = at_same_moment(self._shown[0], variant_id, self._zone) if takes_along else (variant_id,)
        self.moment_changed.emit(ids, to)

    @Slot(int)
    def _open_menu(self, variant_id: int) -> None:
        if self._shown is None:
            return
        post = self._shown[0]
        variant = next(variant for variant in post.variants if variant.id == variant_id)
        menu = menus.make_menu(self)

        def ask(status: Status) -> None:
            if status is Status.HELD and variant.status is Status.HELD:
                self.resume_asked.emit((variant_id,))
            else:
                self.status_asked.emit((variant_id,), status)

        fill_status_menu(menu, variant.status, ask)
        menu.addSeparator()
        if variant.status is not Status.PUBLISHED and variant.starts_at is not None:
            clear = self.tr("Without a date")
            menus.add(menu, clear, "calendar-off", on=lambda: self.moment_changed.emit((variant_id,), None))
        if len(post.variants) > 1:
            remove = self.tr("Remove version")
            menus.add(menu, remove, "trash", on=lambda: self.removed.emit(variant_id), is_danger=True)
        mark = self.row(variant_id).mark
        menu.popup(mark.mapToGlobal(mark.rect().bottomLeft()))
