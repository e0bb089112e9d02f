"""The bar of the timer: what is measured and for how long, or what is to be measured next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from db.records import ACTIVITIES, Activity, Platform
from desktop import wording
from desktop.ui import icons, marks, theme
from desktop.ui.controls import Button, IconButton, Text
from desktop.ui.fields import LineField, Option, SelectField
from desktop.ui.flow import Flow

_HEIGHT = 60
_NOTHING = ""


@dataclass(frozen=True, slots=True)
class Purpose:
    """Something that can be worked for: a post, or one occurrence of a block. `activity` None leaves it open."""

    text: str
    platform_ids: tuple[int, ...]
    activity: Activity | None = None
    post_id: int | None = None
    block_id: int | None = None
    original_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What is being measured, in words. `is_running` is False while it is paused."""

    platform: Platform
    activity: Activity
    details: str
    note: str
    is_running: bool


def clock_words(seconds: int) -> str:
    """0:12:40."""
    minutes, rest = divmod(max(seconds, 0), 60)
    return f"{wording.hours(minutes)}:{rest:02d}"


class TimerBar(QWidget):
    """Chooses what to measure, and shows what is measured.

    Signals: `start_requested(platform_id, Activity, Purpose | None)`, `pause_requested()`, `resume_requested()`,
    `stop_requested()`, `discard_requested()`, `note_changed(str)`.
    """

    start_requested = Signal(int, object, object)
    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    discard_requested = Signal()
    note_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_running = False
        self._purposes: dict[str, Purpose] = {}
        self._offered: tuple[tuple[Platform, ...], tuple[Purpose, ...]] | None = None
        self._sign = _Disc()
        self.clock = Text("", "title-1")
        self.about = _About()
        self.platform = SelectField()
        self.activity = SelectField(
            [Option(each.value, wording.activity(each), icons.activity_icon(each)) for each in ACTIVITIES]
        )
        self.purpose = SelectField()
        self.note = LineField(self.tr("Note, for example “comments”"), "note")
        self.pause = IconButton("player-pause", self.tr("Pause timer"))
        self.discard = Button(self.tr("Discard"))
        self.finish = Button(self.tr("Finish"), "player-stop")
        self.resume = Button(self.tr("Resume"), "player-play", "primary")
        self.stop = Button(self.tr("Stop and record"), "player-stop", "primary")
        self.start = Button(self.tr("Start timer"), "player-play", "primary")
        self._name()
        self._lay_out()
        self.platform.committed.connect(self._drop_foreign_purpose)
        self.purpose.committed.connect(self._take_purpose)
        self.note.committed.connect(self._change_note)
        self.pause.clicked.connect(self.pause_requested)
        self.discard.clicked.connect(self.discard_requested)
        self.finish.clicked.connect(self.stop_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.start.clicked.connect(self._start)
        self._show_parts(is_measuring=False)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Timer"))
        self.platform.set_name(self.tr("Platform"))
        self.activity.set_name(self.tr("Activity"))
        self.purpose.set_name(self.tr("Worked for"))
        self.note.set_name(self.tr("Note"))

    def _lay_out(self) -> None:
        self.setMinimumHeight(theme.px(_HEIGHT))
        row = Flow(self, gap=12)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(14), theme.px(12))
        for field, wide in ((self.platform, 156), (self.activity, 156), (self.note, 230)):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setFixedWidth(theme.px(wide))
        self.purpose.setMinimumWidth(theme.px(200))
        row.add(self._sign)
        row.add(self.clock)
        row.add(self.about, 1)
        row.add(self.platform)
        row.add(self.activity)
        row.add(self.purpose, 1)
        row.add(self.note)
        buttons = QWidget()
        together = QHBoxLayout(buttons)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(theme.px(12))
        for button in (self.pause, self.discard, self.finish, self.resume, self.stop, self.start):
            together.addWidget(button)
        buttons.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.add(buttons)

    def show_choices(self, platforms: Sequence[Platform], purposes: Sequence[Purpose]) -> None:
        """Offer what can be measured; what is chosen stays chosen if it can."""
        if self._offered == (tuple(platforms), tuple(purposes)):
            return
        self._offered = (tuple(platforms), tuple(purposes))
        self.platform.set_options([Option(str(each.id), each.name, platform=each.kind) for each in platforms])
        self._purposes = {
            f"{each.post_id or ''}/{each.block_id or ''}/{each.original_at or ''}": each for each in purposes
        }
        options = [Option(_NOTHING, self.tr("No post or block"))]
        options += [Option(key, each.text, "send" if each.post_id else "clock") for key, each in self._purposes.items()]
        self.purpose.set_options(options)
        self.start.setEnabled(bool(platforms))

    def show_stopped(self) -> None:
        """Nothing is measured: offer to start."""
        self._is_running = False
        self._sign.show_sign("stopwatch", is_on=False)
        self._show_parts(is_measuring=False)

    def show_measured(self, measured: Measured, seconds: int) -> None:
        """Show what is measured, or paused."""
        self._is_running = measured.is_running
        self._sign.show_sign("stopwatch" if measured.is_running else "player-pause", measured.is_running)
        self.about.show_measured(measured)
        if not self.note.editor.hasFocus():
            self.note.set_value(measured.note)
        self._show_parts(is_measuring=True)
        self.show_seconds(seconds)

    def show_seconds(self, seconds: int) -> None:
        """Show how long it has taken so far."""
        self.clock.setText(clock_words(seconds))

    def _show_parts(self, is_measuring: bool) -> None:
        is_paused = is_measuring and not self._is_running
        had_focus = any(
            button.hasFocus() for button in (self.start, self.stop, self.pause, self.resume, self.finish, self.discard)
        )
        for widget, is_shown in (
            (self.clock, is_measuring),
            (self.about, is_measuring),
            (self.note, is_measuring),
            (self.discard, is_measuring),
            (self.pause, self._is_running),
            (self.stop, self._is_running),
            (self.finish, is_paused),
            (self.resume, is_paused),
            (self.platform, not is_measuring),
            (self.activity, not is_measuring),
            (self.purpose, not is_measuring),
            (self.start, not is_measuring),
        ):
            widget.setVisible(is_shown)
        if had_focus:
            main = self.stop if self._is_running else self.resume if is_paused else self.start
            main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.update()

    def _take_purpose(self, key: str) -> None:
        """A post or block brings its platform and activity along."""
        purpose = self._purposes.get(key)
        if purpose is None:
            return
        if purpose.activity is not None:
            self.activity.set_value(purpose.activity.value)
        if purpose.platform_ids and int(self.platform.value or 0) not in purpose.platform_ids:
            self.platform.set_value(str(purpose.platform_ids[0]))

    def _drop_foreign_purpose(self, key: str) -> None:
        purpose = self._purposes.get(self.purpose.value or _NOTHING)
        if purpose is not None and purpose.platform_ids and int(key) not in purpose.platform_ids:
            self.purpose.set_value(_NOTHING)

    def _change_note(self, note: str) -> None:
        self.note_changed.emit(note)

    def _start(self) -> None:
        if self.platform.value is not None and self.activity.value is not None:
            purpose = self._purposes.get(self.purpose.value or _NOTHING)
            self.start_requested.emit(int(self.platform.value), Activity(self.activity.value), purpose)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card; its border is green only while the timer runs."""
        painter, rect = QPainter(self), QRectF(self.rect())
        line, width = ("accent", 2) if self._is_running else ("line", theme.border())
        marks.panel(painter, rect, theme.px(10), theme.color("surface"), theme.color(line), width)
        painter.end()


class _Disc(QWidget):
    """The sign at the left end."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._is_on = "stopwatch", False
        self.setFixedSize(theme.px(36), theme.px(36))

    def show_sign(self, icon: str, is_on: bool) -> None:
        """Show an icon, in full colour while something runs."""
        self._icon, self._is_on = icon, is_on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect, side = QPainter(self), QRectF(self.rect()), theme.px(19)
        marks.panel(painter, rect, rect.width() / 2, theme.color("accent" if self._is_on else "hover"))
        at = QRectF((rect.width() - side) / 2, (rect.height() - side) / 2, side, side)
        icons.draw(painter, self._icon, at, theme.color("on-accent" if self._is_on else "text-2"))
        painter.end()


class _About(QWidget):
    """Platform and activity, and below them what for and since when."""

    def __init__(self) -> None:
        super().__init__()
        self._measured: Measured | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_measured(self, measured: Measured) -> None:
        """Say what is measured."""
        self._measured = measured
        name = f"{measured.platform.name}, {wording.activity(measured.activity)}"
        self.setAccessibleName(f"{name}, {measured.details}")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText

    def sizeHint(self) -> QSize:
        """Two lines."""
        details = self._measured.details if self._measured is not None else ""
        wide = QFontMetrics(theme.font("meta")).horizontalAdvance(details)
        return QSize(max(wide, theme.px(140)), theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """Enough for the activity."""
        return QSize(theme.px(140), theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        measured = self._measured
        if measured is None:
            return
        painter, side, high = QPainter(self), theme.px(16), theme.px(17)
        icons.tile(painter, measured.platform.kind, QRectF(0, 0, side, side))
        line = QRectF(side + theme.px(7), 0, self.width() - side - theme.px(7), high)
        words = wording.activity(measured.activity)
        marks.text_line(painter, line, words, theme.font("body-strong"), theme.color("text"))
        below = QRectF(0, high, self.width(), high)
        marks.text_line(painter, below, measured.details, theme.font("meta"), theme.color("text-3"))
        painter.end()
