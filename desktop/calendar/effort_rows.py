"""What a post costs, activity by activity, and which work blocks pay for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import ACTIVITIES, Activity, Board, Post
from desktop import wording
from desktop.calendar.panel_layouts import Ends
from desktop.calendar.panel_parts import Mark, emptied
from desktop.calendar.post_edits import coverage, takes_time
from desktop.planning.covering import Covering
from desktop.planning.recurrence import Occurrence, occurrence_at
from desktop.ui import icons, theme
from desktop.ui.controls import Text
from desktop.ui.field_frame import Problem
from desktop.ui.fields import MinutesField
from desktop.ui.focus import FocusMarking
from desktop.ui.parts import beside, stacked

DRAG_DISTANCE = 4  # pixels, as in the week


class Grip(QWidget):
    """What the uncovered effort of one activity is dragged into the week by.

    Signals: `dragged(global position of the press)` once the pointer moved far enough; `activated` on Enter or Space.
    """

    dragged = Signal(QPoint)
    activated = Signal()

    def __init__(self, activity: Activity) -> None:
        super().__init__()
        self._pressed_at: QPointF | None = None
        self._focus = FocusMarking()
        self.setFixedSize(theme.px(24), theme.px(28))
        name = self.tr("Schedule time: {activity}").format(activity=wording.activity(activity))
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag into the week, or press Enter for the next free slot"))
        self.set_active(False)

    def set_active(self, active: bool) -> None:
        """Offer the grip, or only show its place."""
        self.setEnabled(active)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if active else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor if active else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer is far enough from where it was pressed."""
        pressed_at = self._pressed_at
        if pressed_at is not None and (event.globalPosition() - pressed_at).manhattanLength() >= DRAG_DISTANCE:
            self._pressed_at = None
            self.dragged.emit(pressed_at.toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Forget the press."""
        self._pressed_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for the next free slot."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._focus.show(self, event.reason(), theme.px(5))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._focus.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the six dots."""
        side = theme.px(16)
        square = QRectF(0, (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            role = "text-3" if self.isEnabled() else "line"
            icons.draw(painter, "grip-vertical", square, theme.color(role))


class _Row(QWidget):
    """One activity: grip, icon, name, minutes, and what of it is covered."""

    def __init__(self, activity: Activity) -> None:
        super().__init__()
        self.activity = activity
        self.grip = Grip(activity)
        self.minutes = MinutesField(size=26)
        self._problem = Problem(self)
        name = wording.activity(activity)
        self.minutes.set_name(self.tr("{activity}, hours and minutes").format(activity=name))
        self.minutes.show_problem_elsewhere()
        self.minutes.problem_changed.connect(self._problem.say)
        self.minutes.setFixedWidth(theme.px(60))
        self._state_mark, self._state = Mark(size=14), Text("", "meta")
        line, left = QWidget(), QWidget()
        cells = beside(left, spacing=0)
        cells.addWidget(self.grip)
        cells.addSpacing(theme.px(2))
        cells.addWidget(Mark(icons.activity_icon(activity), "text-2", 15))
        cells.addSpacing(theme.px(9))
        words = Text(name)
        words.setMinimumWidth(theme.px(88))
        cells.addWidget(words)
        cells.addSpacing(theme.px(6))
        cells.addWidget(self.minutes)
        cells.addStretch(1)
        self._right = QWidget()
        state = beside(self._right, spacing=5)
        state.addStretch(1)
        state.addWidget(self._state_mark)
        state.addWidget(self._state)
        ends = Ends(line, gap=6, least=32, indent=50)
        ends.addWidget(left)
        ends.addWidget(self._right)
        self._below = QWidget()
        self._lines = stacked(self._below, (50, 0, 0, 4), 1)
        column = stacked(self)
        column.addWidget(line)
        column.addWidget(self._problem)
        column.addWidget(self._below)

    def show_cover(self, uncovered: int, pairs: Sequence[tuple[Occurrence, int]], counts: bool) -> None:
        """Show what is covered by which occurrences; nothing when the post's effort does not count."""
        self.grip.set_active(counts and uncovered > 0)
        single = pairs[0][0] if len(pairs) == 1 and uncovered == 0 else None
        if not counts or (not uncovered and not pairs):
            self._say("", "", "text-3")
        elif uncovered:
            text = self.tr("{time} unscheduled").format(time=wording.hours(uncovered))
            self._say(icons.UNCOVERED, text, "warn")
        elif single is not None:
            self._say(icons.COVERED, wording.moment_short(single.starts_at), "ok")
        else:
            self._say(icons.COVERED, self.tr("covered"), "ok")
        emptied(self._lines)
        below = pairs if counts and single is None else ()
        for occurrence, minutes in below:
            self._lines.addWidget(self._cover_line(occurrence, minutes))
        self._below.setVisible(bool(below))

    def _cover_line(self, occurrence: Occurrence, minutes: int) -> QWidget:
        line = QWidget()
        row = beside(line, spacing=6)
        text = self.tr("{time} in the block {moment}").format(
            time=wording.hours(minutes), moment=wording.moment_short(occurrence.starts_at)
        )
        row.addWidget(Mark(icons.COVERED, "ok", 14))
        row.addWidget(Text(text, "meta", "ok", is_wrapped=True), 1)
        return line

    def _say(self, icon: str, text: str, role: str) -> None:
        self._state_mark.show_icon(icon, role)
        self._state_mark.setVisible(bool(icon))
        self._state.setText(text)
        self._state.set_role(role)
        self._right.setVisible(bool(text))


class EffortRows(QWidget):
    """The four activities of a post's effort.

    Signals: `minutes_changed(Activity, minutes)`; `schedule_requested(Activity)` for the next free slot;
    `drag_started(Activity, global position of the press)` when uncovered effort is pulled out by its grip.
    """

    minutes_changed = Signal(object, int)
    schedule_requested = Signal(object)
    drag_started = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._rows = {activity: _Row(activity) for activity in ACTIVITIES}
        column = stacked(self)
        for row in self._rows.values():
            column.addWidget(row)
            row.minutes.committed.connect(self._change)
            row.grip.activated.connect(self._schedule)
            row.grip.dragged.connect(self._drag)
        self._uncovered: Mapping[Activity, int] = {}

    def show_effort(self, post: Post, board: Board, covering: Covering) -> int:
        """Show a post's effort and what covers it; returns the minutes without a block."""
        zone = ZoneInfo(board.plan.zone)
        counts = takes_time(post, zone)
        pairs = coverage(post.id, covering.served, _linked(post.id, board, covering, zone))
        rest = covering.uncovered.get(post.id, post.effort)
        for activity, row in self._rows.items():
            row.minutes.set_value(post.effort.of(activity))
            row.show_cover(rest.of(activity), pairs.get(activity, ()), counts)
        self._uncovered = {activity: rest.of(activity) if counts else 0 for activity in ACTIVITIES}
        return sum(self._uncovered.values())

    def first_uncovered(self) -> Activity | None:
        """The first activity that still needs a block."""
        return next((activity for activity, minutes in self._uncovered.items() if minutes), None)

    @Slot(object)
    def _change(self, minutes: int | None) -> None:
        row = self._row_of(self.sender())
        self.minutes_changed.emit(row.activity, minutes or 0)

    @Slot()
    def _schedule(self) -> None:
        self.schedule_requested.emit(self._row_of(self.sender()).activity)

    @Slot(QPoint)
    def _drag(self, pressed_at: QPoint) -> None:
        self.drag_started.emit(self._row_of(self.sender()).activity, pressed_at)

    def _row_of(self, part: object) -> _Row:
        return next(row for row in self._rows.values() if part in {row.minutes, row.grip})


def _linked(post_id: int, board: Board, covering: Covering, zone: ZoneInfo) -> dict[tuple[int, datetime], Occurrence]:
    blocks = {block.id: block for block in board.blocks}
    found = {}
    for (block_id, original_at), posts in covering.served.items():
        if block_id in blocks and any(served_id == post_id for served_id, _minutes in posts):
            occurrence = occurrence_at(blocks[block_id], original_at, zone)
            if occurrence is not None:
                found[block_id, original_at] = occurrence
    return found
