"""Between the page about other calendars and whoever keeps them: what is shown there, and what is done about it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from db.feed_records import BusySource
from desktop import busy_words
from desktop.delivery.busy_states import BusyStep
from desktop.preferences.busy.view import BusyView, ShownCalendar
from desktop.preferences.steps import Steps
from desktop.ui.accessible import announce
from desktop.ui.toast import Toasts

if TYPE_CHECKING:
    from db.feed_records import BusyCalendar
    from desktop.busy_keeper import BusyKeeper
    from desktop.workspace import Workspace

ANEW_MS = 20_000  # how often "2 minutes ago" is looked at again


class BusyPage(QObject):
    """Fills the page and does what is wished there. Every edit of the plan is one undo step."""

    def __init__(self, workspace: Workspace, keeper: BusyKeeper, steps: Steps, toasts: Toasts) -> None:
        super().__init__(steps)
        self._workspace, self._keeper, self._steps, self._toasts = workspace, keeper, steps, toasts
        self._folder = str(Path.home())
        self.view = view = BusyView()
        view.file_requested.connect(lambda: self._choose_file(BusySource.FILE))
        view.watch_requested.connect(lambda: self._choose_file(BusySource.WATCHED))
        view.address_entered.connect(lambda text: keeper.add(BusySource.ADDRESS, text))
        view.refreshed.connect(keeper.refresh)
        view.renamed.connect(keeper.rename)
        view.switched.connect(keeper.show)
        view.removed.connect(self._remove)
        keeper.changed.connect(self._show_if_seen)
        keeper.added.connect(self._welcome)
        keeper.refused.connect(self._refuse)
        self._anew = QTimer(self)
        self._anew.setInterval(ANEW_MS)
        self._anew.timeout.connect(self._show_if_seen)
        self._anew.start()

    def show(self) -> None:
        """Show how everything stands now."""
        keeper, now, zone = self._keeper, self._workspace.clock(), self._workspace.zone
        shown = []
        for calendar in keeper.calendars():
            state = keeper.state(calendar)
            said = busy_words.state(calendar, state, now, zone)
            findings = tuple(busy_words.findings(state.skipped, state.unknown_zones))
            shown.append(ShownCalendar(calendar, said, findings, state.step is BusyStep.READING))
        self.view.show_calendars(shown, is_adding=keeper.is_adding)

    def _show_if_seen(self) -> None:
        if self.view.isVisible():
            self.show()

    def _choose_file(self, source: BusySource) -> None:
        title = self.tr("Copy a calendar file") if source is BusySource.FILE else self.tr("Follow a calendar file")
        kinds = self.tr("Calendars (*.ics *.ical *.ifb *.icalendar);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self.view.window(), title, self._folder, kinds)
        if name:
            self._folder = str(Path(name).parent)
            self._keeper.add(source, name)

    def _welcome(self, calendar_id: int) -> None:
        self.view.clear_address()
        for calendar in self._named(calendar_id):
            sentence = self.tr("“{name}” lies behind the week now").format(name=calendar.name)
            self._steps.say(escape(sentence))
            announce(self.view, sentence)

    def _refuse(self, code: str, name: str) -> None:
        sentence = self.tr("{name} was not added: {reason}").format(name=name, reason=busy_words.problem(code))
        self._toasts.fail(escape(sentence))

    def _remove(self, calendar_id: int) -> None:
        for calendar in self._named(calendar_id):
            if self._keeper.remove(calendar_id):
                self._steps.say(escape(self.tr("“{name}” removed").format(name=calendar.name)))

    def _named(self, calendar_id: int) -> list[BusyCalendar]:
        return [each for each in self._keeper.calendars() if each.id == calendar_id]
