"""One format: grip, icon, name, what it usually costs per activity, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.records import ACTIVITIES, ByActivity, Format
from desktop import wording
from desktop.preferences.checked_field import CheckedField
from desktop.preferences.columns import Columns
from desktop.preferences.ordered_rows import Grip
from desktop.preferences.parts import Line
from desktop.ui import icons, marks, menus, theme
from desktop.ui.controls import IconButton
from desktop.ui.fields import MinutesField
from desktop.ui.parts import beside
from desktop.ui.popover import Sign

NAME_WIDTH, FIELD_WIDTH, END_WIDTH, GAP = 230, 86, 106, 8
EFFORT_WIDTH = 4 * FIELD_WIDTH + END_WIDTH + 4 * GAP
BEFORE_NAME = 24 + 8 + 16 + 10
SIDE = 10
MOST_MINUTES = 6000
_CLOSE, _APART = 4, 10


class FormatRow(QWidget):
    """Signals: `changed(Format, name of the step)`, `delete_requested(Format)`, `carry_requested(key, step)`."""

    changed = Signal(object, str)
    delete_requested = Signal(object)
    carry_requested = Signal(str, int)

    def __init__(self, record: Format, built_in: Format | None, name_problem: Callable[[Format, str], str]) -> None:
        super().__init__()
        self.key = record.key
        self._record, self._built_in = record, built_in
        self._is_lifted = False
        self.grip = Grip()
        self._name = CheckedField(lambda name: name_problem(self._record, name))
        self._minutes = [MinutesField(icons.activity_icon(activity), most=MOST_MINUTES) for activity in ACTIVITIES]
        self._total = Line("", "body-strong", align=Qt.AlignmentFlag.AlignRight)
        self._more = IconButton("dots", "", 26, "text-3")
        self._lay_out()
        self._connect()
        self.show_format(record, is_anew=True)

    @property
    def name(self) -> str:
        """The name as it is shown."""
        return wording.format_name(self._record)

    def set_lifted(self, is_lifted: bool) -> None:
        """Look like a row that is being carried."""
        self._is_lifted = is_lifted
        self.update()

    def take_name(self) -> None:
        """Let the user write the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.editor.selectAll()

    def show_format(self, record: Format, is_anew: bool = False) -> None:
        """Show other values; fields whose value stayed the same keep what is being typed, unless `is_anew`."""
        before, self._record = self._record, record
        name = wording.format_name(record)
        if is_anew or self._name.value != name:
            self._name.set_value(name)
        for field, old, new in zip(self._minutes, before.effort, record.effort, strict=True):
            if is_anew or old != new or field.value != new:
                field.set_value(new)
        self._total.set_text(wording.hours_h(record.effort.total))
        self.grip.name_row(name)
        self._name.set_name(self.tr("Name of {format}").format(format=name))
        self._more.set_name(self.tr("More about {format}").format(format=name))
        for field, activity in zip(self._minutes, ACTIVITIES, strict=True):
            words = f"{wording.activity(activity)}, {name}"
            field.set_name(words)
            field.setToolTip(words)

    def _lay_out(self) -> None:
        columns = self._columns = Columns(self, gap=16, line_gap=6)
        left, right, end = QWidget(), QWidget(), QWidget()
        row = beside(left)
        top = Qt.AlignmentFlag.AlignTop
        sign = Sign(icons.format_icon(self.key))
        for widget, high in ((self.grip, 24), (sign, 16)):
            holder = QWidget()
            inner = beside(holder, (0, (32 - high) // 2, 0, 0), spacing=0)
            inner.addWidget(widget)
            row.addWidget(holder, 0, top)
        row.addSpacing(theme.px(2))
        row.addWidget(self._name, 1, top)
        fields = Columns(right, gap=GAP, line_gap=6)
        for field in self._minutes:
            fields.add(field, FIELD_WIDTH)
        row = beside(end, (0, 3, 0, 3), spacing=6)
        row.addWidget(self._total, 1)
        row.addWidget(self._more)
        fields.add(end, END_WIDTH)
        columns.add(left, NAME_WIDTH)
        columns.add(right, EFFORT_WIDTH, stretch=0)
        self._keep_apart(_CLOSE)

    def _keep_apart(self, along: int) -> None:
        self._columns.setContentsMargins(theme.px(SIDE), theme.px(along), theme.px(SIDE), theme.px(along))

    def _connect(self) -> None:
        self._name.committed.connect(self._put_name)
        for place, field in enumerate(self._minutes):
            field.committed.connect(lambda minutes, place=place: self._put_minutes(place, minutes))
        self._more.clicked.connect(self._open_menu)

    def _put_name(self, name: str) -> None:
        # the built-in name is kept as such, so that it follows the language
        kept = self._built_in.name if self._built_in and name == wording.format_name(self._built_in) else name
        if kept != self._record.name:
            step = self.tr("Rename “{name}”").format(name=self.name)
            self.changed.emit(replace(self._record, name=kept), step)

    def _put_minutes(self, place: int, minutes: int) -> None:
        parts = list(self._record.effort)
        parts[place] = minutes
        effort = ByActivity(*parts)
        if effort != self._record.effort:
            step = self.tr("Change the effort of “{name}”").format(name=self.name)
            self.changed.emit(replace(self._record, effort=effort), step)

    def _open_menu(self) -> None:
        menu = menus.make_menu(self)
        menus.add(menu, self.tr("Move up"), "chevron-up", on=lambda: self.carry_requested.emit(self.key, -1))
        menus.add(menu, self.tr("Move down"), "chevron-down", on=lambda: self.carry_requested.emit(self.key, 1))
        if self._built_in is not None:
            menu.addSeparator()
            reset = menus.add(menu, self.tr("Reset to the built-in values"), "restore", on=self._reset)
            same = replace(self._built_in, position=self._record.position)
            reset.setEnabled(same != self._record)
        menu.addSeparator()
        menus.add(menu, self.tr("Delete"), "trash", on=self._ask_to_delete, is_danger=True)
        below = QPoint(self._more.width() - menu.sizeHint().width(), self._more.height() + theme.px(4))
        menu.popup(self._more.mapToGlobal(below))

    def _reset(self) -> None:
        if self._built_in is not None:
            step = self.tr("Reset “{name}”").format(name=self.name)
            self.changed.emit(replace(self._built_in, position=self._record.position), step)

    def _ask_to_delete(self) -> None:
        self.delete_requested.emit(self._record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep more room to the neighbours where the row takes several lines."""
        super().resizeEvent(event)
        self._keep_apart(_CLOSE if FormatHeads.fits(event.size().width()) else _APART)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a surface under the row that is being carried."""
        if self._is_lifted:
            painter = QPainter(self)
            marks.panel(painter, QRectF(self.rect()), theme.px(8), theme.color("accent-wash"))
            painter.end()


class FormatHeads(QWidget):
    """The titles above the columns; gone where the fields stand below the names."""

    def __init__(self) -> None:
        super().__init__()
        columns = Columns(self, gap=16)
        columns.setContentsMargins(theme.px(SIDE), 0, theme.px(SIDE), 0)
        left, right = QWidget(), QWidget()
        row = beside(left, (BEFORE_NAME, 0, 0, 0))
        row.addWidget(Line(self.tr("Format"), "meta", "text-3"))
        fields = Columns(right, gap=GAP)
        for activity in ACTIVITIES:
            fields.add(Line(wording.activity(activity), "meta", "text-3"), FIELD_WIDTH)
        end = QWidget()
        row = beside(end, spacing=6)
        row.addWidget(Line(self.tr("Total"), "meta", "text-3", align=Qt.AlignmentFlag.AlignRight), 1)
        row.addSpacing(theme.px(26 + 6))
        fields.add(end, END_WIDTH)
        columns.add(left, NAME_WIDTH)
        columns.add(right, EFFORT_WIDTH, stretch=0)

    @staticmethod
    def fits(width: int) -> bool:
        """Tell whether names and fields stand beside each other at a width."""
        return width >= theme.px(NAME_WIDTH) + theme.px(16) + theme.px(EFFORT_WIDTH) + 2 * theme.px(SIDE)
