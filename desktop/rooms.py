"""The rooms of the window beside the week, each built when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from db.records import Week
    from desktop.agenda.page import AgendaPage
    from desktop.busy_keeper import BusyKeeper
    from desktop.feed_keeper import FeedKeeper
    from desktop.hours.page import HoursPage
    from desktop.month.page import MonthPage
    from desktop.preferences.page import PreferencesPage
    from desktop.printing.page import PrintPage
    from desktop.settings import Settings
    from desktop.timer import WorkTimer
    from desktop.ui.mini_month import MiniMonth
    from desktop.workspace import Workspace

WEEK, MONTH, AGENDA, IDEAS, HOURS = "week", "month", "agenda", "ideas", "hours"
PRINT, SETTINGS = "print", "settings"


class Rooms(QObject):
    """Builds rooms on first use and keeps them.

    Signals: `week_wanted(Week)` and `post_wanted(post_id, Week)` lead to the room of the week, `left()` back to it;
    `look_changed`, `rebuild_wanted`, `plan_wanted(object)` and `export_wanted` come from the settings.
    """

    week_wanted = Signal(object)
    post_wanted = Signal(int, object)
    left = Signal()
    look_changed = Signal()
    rebuild_wanted = Signal()
    plan_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        timer: WorkTimer,
        month: MiniMonth,
        stack: QStackedWidget,
        feeds: Callable[[], FeedKeeper],
        busy: Callable[[], BusyKeeper],
    ) -> None:
        """`feeds` and `busy` answer the keepers of calendars, which are made when they are first asked for."""
        super().__init__(stack)
        self._workspace = workspace
        self._settings = settings
        self._timer = timer
        self._small_month = month
        self._stack = stack
        self._feeds, self._busy = feeds, busy
        self._hidden: frozenset[int] = frozenset()
        self._month: MonthPage | None = None
        self._agenda: AgendaPage | None = None
        self._hours: HoursPage | None = None
        self._print: PrintPage | None = None
        self.preferences: PreferencesPage | None = None
        self._built: dict[str, QWidget] = {}
        self._builders: dict[str, Callable[[], QWidget]] = {
            MONTH: self._build_month,
            AGENDA: self._build_agenda,
            IDEAS: self._build_ideas,
            HOURS: self._build_hours,
            PRINT: self._build_print,
            SETTINGS: self._build_preferences,
        }

    def room(self, key: str) -> QWidget:
        """The room of this name, built now if it has not been yet. Raises KeyError for other names."""
        if key not in self._built:
            self._built[key] = self._builders[key]()
            self._stack.addWidget(self._built[key])
        return self._built[key]

    def turn(self, key: str, week: Week) -> None:
        """Let a room that has a week of its own show this one."""
        if key == MONTH and self._month is not None:
            self._month.show_month(week.days[3].year, week.days[3].month)
        elif key == AGENDA and self._agenda is not None:
            self._agenda.show_week(week)
        elif key == HOURS and self._hours is not None:
            self._hours.show_week(week)
        elif key == PRINT and self._print is not None:
            self._print.show_week(week)

    def set_hidden_platforms(self, hidden: frozenset[int]) -> None:
        """Leave out the posts that belong to these platforms alone, in every room that shows some."""
        self._hidden = hidden
        if self._month is not None:
            self._month.set_hidden_platforms(hidden)
        if self._agenda is not None:
            self._agenda.set_hidden_platforms(hidden)

    def _build_month(self) -> QWidget:
        from desktop.month.page import MonthPage  # noqa: PLC0415 - no room is needed for the first picture

        self._month = page = MonthPage(self._workspace)
        page.set_hidden_platforms(self._hidden)
        page.add_month(self._small_month)
        page.week_wanted.connect(self.week_wanted)
        page.post_wanted.connect(self.post_wanted)
        return page

    def _build_agenda(self) -> QWidget:
        from desktop.agenda.page import AgendaPage  # noqa: PLC0415 - as above

        self._agenda = page = AgendaPage(self._workspace)
        page.set_hidden_platforms(self._hidden)
        page.week_wanted.connect(self.week_wanted)
        page.post_wanted.connect(self.post_wanted)
        return page

    def _build_ideas(self) -> QWidget:
        from desktop.ideas.page import IdeasPage  # noqa: PLC0415 - as above

        page = IdeasPage(self._workspace)
        page.post_wanted.connect(self.post_wanted)
        return page

    def _build_hours(self) -> QWidget:
        from desktop.hours.page import HoursPage  # noqa: PLC0415 - as above

        self._hours = page = HoursPage(self._workspace, self._timer)
        page.week_wanted.connect(self.week_wanted)
        page.post_wanted.connect(self.post_wanted)
        return page

    def _build_print(self) -> QWidget:
        from desktop.printing.page import PrintPage  # noqa: PLC0415 - as above

        self._print = page = PrintPage(self._workspace)
        page.closed.connect(self.left)
        return page

    def _build_preferences(self) -> QWidget:
        from desktop.preferences.page import PreferencesPage  # noqa: PLC0415 - as above

        self.preferences = page = PreferencesPage(
            self._workspace, self._settings, feeds=self._feeds(), busy=self._busy()
        )
        page.closed.connect(self.left)
        page.look_changed.connect(self.look_changed)
        page.rebuild_wanted.connect(self.rebuild_wanted)
        page.plan_wanted.connect(self.plan_wanted)
        page.export_wanted.connect(self.export_wanted)
        return page
