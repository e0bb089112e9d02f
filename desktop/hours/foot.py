"""The running timer in the foot of the side bar, and the question for somebody who has been away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from db.records import Platform
from desktop import wording
from desktop.hours.timer_bar import clock_words
from desktop.planning.week import wall
from desktop.timer import Away, Phase, WorkTimer
from desktop.ui import icons, marks, theme
from desktop.ui.accessible import announce
from desktop.ui.painted_button import PaintedButton
from desktop.ui.popover import Question

_HEIGHT, _RAIL_HEIGHT = 44, 36


class TimerFoot(PaintedButton):
    """Shows what is measured wherever the user is; pressing it (`clicked`) is meant to lead to the hours.

    It is there only while something is measured and `set_wanted` allows it. It also asks where somebody was who has not
    touched the window for long, and tells screen readers that the timer has started or stopped, on whatever page.
    """

    def __init__(self, timer: WorkTimer, platforms: Callable[[], Mapping[int, Platform]]) -> None:
        """`platforms` gives the plan's platforms by id as they are now."""
        super().__init__()
        self._timer, self._platforms = timer, platforms
        self._is_rail, self._is_wanted = False, True
        self._question: Question | None = None
        self._told = self._state()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        timer.changed.connect(self._refresh)
        timer.ticked.connect(self._tick)
        timer.idled.connect(self._ask)
        self._refresh()

    def set_rail(self, is_rail: bool) -> None:
        """Take the form of the narrow side bar, or the wide one."""
        self._is_rail = is_rail
        self.updateGeometry()
        self.update()

    def set_wanted(self, is_wanted: bool) -> None:
        """Be shown at all: not on the page of the hours, which shows the same larger."""
        self._is_wanted = is_wanted
        self._refresh()

    def sizeHint(self) -> QSize:
        """Two lines, or one icon."""
        return QSize(theme.px(36), theme.px(_RAIL_HEIGHT if self._is_rail else _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As wide as the side bar lets it."""
        return self.sizeHint()

    def _refresh(self) -> None:
        entry = self._timer.entry
        self.setVisible(entry is not None and self._is_wanted)
        if entry is not None:
            self._word()
        if self._question is not None and self._timer.away_since is None:
            self._question.dismiss()
        if self._state() != self._told:
            self._told = self._state()
            announce(self.window(), self.accessibleName() if entry is not None else self.tr("Timer stopped"))
        self.update()

    def _state(self) -> tuple[object, ...]:
        """What is said aloud when it changes."""
        entry = self._timer.entry
        return (self._timer.phase,) if entry is None else (self._timer.phase, entry.platform_id, entry.activity)

    def _tick(self) -> None:
        if self.isVisible():
            self._word()
            self.update()

    def _word(self) -> None:
        entry = self._timer.entry
        if entry is None:
            return
        platform = self._platforms().get(entry.platform_id)
        parts = [platform.name if platform is not None else "", wording.activity(entry.activity)]
        state = self.tr("Timer runs") if self._timer.phase is Phase.RUNNING else self.tr("Timer paused")
        hours = wording.hours_h(self._timer.seconds // 60)
        name = ", ".join(part for part in (state, *parts, hours) if part)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(name)

    def _ask(self, since: datetime) -> None:
        entry = self._timer.entry
        if entry is None or self._question is not None:
            return
        moment = wall(since, self._timer.zone)
        at = wording.clock(moment)
        if moment.date() != wall(self._timer.now(), self._timer.zone).date():
            at = wording.moment_short(moment)
        activity = wording.activity(entry.activity)
        options = [
            (
                Away.PAUSE.value,
                self.tr("Pause"),
                self.tr("Recorded until {time}, the timer waits for you.").format(time=at),
                self.tr("Pause"),
            ),
            (
                Away.CUSTOMERS.value,
                self.tr("Customers"),
                self.tr("Recorded until {time}, the timer goes on from now.").format(time=at),
                self.tr("Go on"),
            ),
            (
                Away.WORK.value,
                self.tr("I was working"),
                self.tr("All of the time since {time} counts.").format(time=at),
                self.tr("Go on"),
            ),
        ]
        title = self.tr("Pause, customers or on with {activity}?").format(activity=activity)
        note = self.tr("Nothing happened here since {time}.").format(time=at)
        question = Question(self, title, options, "stopwatch", note)
        question.chosen.connect(self._answer)
        question.cancelled.connect(self._keep)
        self._question = question
        question.open_at(self._anchor(), "above" if self.isVisible() else "below")

    def _anchor(self) -> QRect:
        """Where the question belongs: here, or at the head of the window where this is not shown."""
        if self.isVisible():
            return QRect(self.mapToGlobal(QPoint()), self.size())
        window = self.window()
        return QRect(window.mapToGlobal(QPoint(window.width() // 2, theme.px(110))), QSize(1, 1))

    def _answer(self, key: str) -> None:
        self._question = None
        self._timer.answer(Away(key))

    def _keep(self) -> None:
        """Closing the question leaves everything as it is."""
        if self._question is not None:
            self._question = None
            self._timer.answer(Away.WORK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the clock, and what it measures."""
        entry = self._timer.entry
        if entry is None:
            return
        painter, rect = QPainter(self), QRectF(self.rect())
        is_running = self._timer.phase is Phase.RUNNING
        back = "accent-tint" if self.underMouse() or self.isDown() else "accent-wash"
        line = theme.color("accent" if is_running else "line-strong")
        marks.panel(painter, rect, self.radius(), theme.color(back), line, theme.border())
        side = theme.px(17)
        left = (rect.width() - side) / 2 if self._is_rail else float(theme.px(10))
        sign = QRectF(left, (rect.height() - side) / 2, side, side)
        icons.draw(painter, "stopwatch" if is_running else "player-pause", sign, theme.color("accent-text"))
        if not self._is_rail:
            x = sign.right() + theme.px(9)
            half = rect.height() / 2
            top = QRectF(x, theme.px(4), rect.width() - x - theme.px(6), half - theme.px(3))
            words = clock_words(self._timer.seconds)
            marks.text_line(painter, top, words, theme.font("body-strong"), theme.color("text"))
            self._paint_subject(painter, QRectF(x, half - theme.px(1), top.width(), half - theme.px(3)))
        painter.end()

    def _paint_subject(self, painter: QPainter, line: QRectF) -> None:
        entry = self._timer.entry
        if entry is None:
            return
        platform = self._platforms().get(entry.platform_id)
        if platform is not None:
            side = theme.px(13)
            icons.tile(painter, platform.kind, QRectF(line.left(), line.center().y() - side / 2, side, side))
            line.setLeft(line.left() + side + theme.px(5))
        words = wording.activity(entry.activity)
        color, align = theme.color("text-2"), Qt.AlignmentFlag.AlignLeft
        marks.text_line(painter, line, words, theme.font("meta"), color, align)
