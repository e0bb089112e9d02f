"""The timer in a side panel: a button that starts it, and while it measures what is shown there, what stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import Text
from desktop.ui.parts import beside


class TimerRow(QWidget):
    """Hidden until `show_stopped` or `show_measured` is called: without a timer there is nothing to start.

    Signals: `start_requested()`, `pause_requested()`, `resume_requested()`, `stop_requested()`.
    """

    start_requested = Signal()
    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.start = Button(self.tr("Start timer"), "player-play")
        self.clock = Text("", "body-strong")
        self.pause = IconButton("player-pause", self.tr("Pause timer"), 30)
        self.resume = IconButton("player-play", self.tr("Resume timer"), 30)
        self.stop = IconButton("player-stop", self.tr("Stop and record"), 30)
        self.start.clicked.connect(self.start_requested)
        self.pause.clicked.connect(self.pause_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.stop.clicked.connect(self.stop_requested)
        row: QHBoxLayout = beside(self, spacing=6)
        for widget in (self.start, self.clock, self.pause, self.resume, self.stop):
            row.addWidget(widget)
        self.hide()

    def show_stopped(self) -> None:
        """Offer to start."""
        self._show(is_measured=False, is_running=False)

    def show_measured(self, clock: str, is_running: bool) -> None:
        """Show the time measured so far, and offer to pause or go on, and to stop."""
        self.clock.setText(clock)
        self._show(is_measured=True, is_running=is_running)

    def _show(self, is_measured: bool, is_running: bool) -> None:
        had_focus = any(each.hasFocus() for each in (self.start, self.pause, self.resume, self.stop))
        self.start.setVisible(not is_measured)
        self.clock.setVisible(is_measured)
        self.pause.setVisible(is_measured and is_running)
        self.resume.setVisible(is_measured and not is_running)
        self.stop.setVisible(is_measured)
        self.show()
        if had_focus:
            first = self.start if not is_measured else self.pause if is_running else self.resume
            if not any(each.hasFocus() for each in (self.start, self.pause, self.resume, self.stop)):
                first.setFocus()
