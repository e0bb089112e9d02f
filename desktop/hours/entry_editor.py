"""A time entry in the hands of the user: platform, activity, day, start, end and note, in its place in the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.records import ACTIVITIES, Activity, Platform, TimeEntry
from desktop import wording
from desktop.hours.parts import Line
from desktop.planning.budget import booked_minutes
from desktop.planning.hours import clock_span, corrected, retimed
from desktop.ui import icons, theme
from desktop.ui.controls import IconButton, Text
from desktop.ui.fields import DateField, LineField, Option, SelectField, TimeField
from desktop.ui.flow import Flow

_SIZE = 30
_ESCAPE = (QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape)


class EntryEditor(QWidget):
    """Nothing is written before it is finished: one entry, one undo step.

    Signals: `finished(TimeEntry)` with the wanted entry, an equal one if nothing was changed; `cancelled()`;
    `delete_requested()`.
    """

    finished = Signal(object)
    cancelled = Signal()
    delete_requested = Signal()

    def __init__(
        self, entry: TimeEntry, subject: str, platforms: Sequence[Platform], zone: ZoneInfo, today: date
    ) -> None:
        """Edit `entry`, a new one if its id is below 1; `today` helps to read days without a year."""
        super().__init__()
        self._entry, self._zone = entry, zone
        self._is_new = entry.id < 1
        day, starts, ends = clock_span(entry, zone)
        self.day = DateField(None, _SIZE)
        self.day.set_today(today)
        self.day.set_value(day)
        self.starts = TimeField(None, _SIZE)
        self.starts.set_value(starts)
        self.ends = TimeField(None, _SIZE, latest=1440)
        self.ends.set_value(ends)
        options = [Option(str(each.id), each.name, platform=each.kind) for each in platforms]
        self.platform = SelectField(options, _SIZE, is_quiet=True)
        self.platform.set_value(str(entry.platform_id))
        kinds = [Option(each.value, wording.activity(each), icons.activity_icon(each)) for each in ACTIVITIES]
        self.activity = SelectField(kinds, _SIZE, is_quiet=True)
        self.activity.set_value(entry.activity.value)
        self.note = LineField(self.tr("Note"), size=_SIZE)
        self.note.set_value(entry.note)
        self.minutes = Text("", "body-strong")
        self.done = IconButton("check", self.tr("Record") if self._is_new else self.tr("Done"), 26, "accent-text")
        discard = self.tr("Discard") if self._is_new else self.tr("Delete")
        self.remove = IconButton("x" if self._is_new else "trash", discard, 26, "text-3")
        self._problem = Text("", "meta", "danger", 600, is_wrapped=True)
        self._problem.hide()
        self._lay_out(subject)
        self._connect()
        self._show_minutes()
        self.setFocusProxy(self.day if self._is_new else self.starts)

    def _lay_out(self, subject: str) -> None:
        self.day.set_name(self.tr("Day"))
        self.starts.set_name(self.tr("Start"))
        self.ends.set_name(self.tr("End"))
        self.platform.set_name(self.tr("Platform"))
        self.activity.set_name(self.tr("Activity"))
        self.note.set_name(self.tr("Note"))
        for field, wide in (
            (self.day, 112),
            (self.starts, 62),
            (self.ends, 62),
            (self.platform, 138),
            (self.activity, 142),
        ):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setFixedWidth(theme.px(wide))
        self.note.setMinimumWidth(theme.px(110))
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.minutes.setFixedWidth(theme.px(42))
        for narrow in (self.day, self.starts, self.ends):
            narrow.show_problem_elsewhere()
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.starts)
        row.addWidget(Text("–"))
        row.addWidget(self.ends)
        times.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tail = QWidget()
        last = QHBoxLayout(tail)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(theme.px(2))
        last.addWidget(self.note, 1)
        last.addWidget(self.minutes)
        last.addSpacing(theme.px(4))
        last.addWidget(self.done)
        last.addWidget(self.remove)
        line = QWidget()
        flow = Flow(line, gap=6, line_gap=4)
        if self._is_new:
            flow.add(self.day)
        else:
            self.day.setParent(self)
            self.day.hide()
        flow.add(times)
        flow.add(self.platform)
        flow.add(self.activity)
        if subject:
            flow.add(Line(subject, least=64), 2)
        flow.add(tail, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(3), 0, theme.px(3))
        column.setSpacing(theme.px(2))
        column.addWidget(line)
        column.addWidget(self._problem)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        for field in (self.day, self.starts, self.ends):
            field.committed.connect(self._show_minutes)
            field.problem_changed.connect(self._show_problem)
        for line in (self.day, self.starts, self.ends, self.note):
            line.editor.returnPressed.connect(self.finish)
        self.done.clicked.connect(self.finish)
        self.remove.clicked.connect(self.cancelled if self._is_new else self.delete_requested)

    def tab_after(self, before: QWidget) -> None:
        """Let Tab come here from another widget; what was made later would come last."""
        fields: list[QWidget] = [self.day] if self._is_new else []
        fields += [self.starts, self.ends, self.platform, self.activity, self.note, self.done, self.remove]
        for field in fields:
            QWidget.setTabOrder(before, field)
            before = field

    def finish(self) -> bool:
        """Tell the entry as it is wanted now; False when it cannot be, which is said below."""
        for line in (self.day, self.starts, self.ends, self.note):
            line.commit()
        problem = self.day.problem or self.starts.problem or self.ends.problem
        wanted = self._wanted()
        if problem or wanted is None:
            self._show_problem(problem or self.tr("The end lies after the start."))
            return False
        self.finished.emit(wanted)
        return True

    def _wanted(self) -> TimeEntry | None:
        day, starts, ends = self.day.value, self.starts.value, self.ends.value
        if day is None or starts is None or ends is None:
            return None
        timed = retimed(self._entry, day, starts, ends, self._zone)
        if timed is None:
            return None
        new = replace(
            timed,
            platform_id=int(self.platform.value or self._entry.platform_id),
            activity=Activity(self.activity.value or self._entry.activity),
            note=self.note.value.strip(),
        )
        return new if self._is_new else corrected(self._entry, new)

    def _show_minutes(self) -> None:
        wanted = self._wanted()
        has_time = wanted is not None and wanted.ended_at is not None
        self.minutes.setText(wording.hours(booked_minutes(wanted, wanted.started_at)) if wanted and has_time else "–")
        self._show_problem("" if wanted is not None else self.tr("The end lies after the start."))

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and (event.type(), event.key()) == _ESCAPE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the entry as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("accent-wash"))
        painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line-subtle"))
        painter.end()
