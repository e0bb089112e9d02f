"""The window: side bar at the left, one room at the right; an empty week stands there before the plan is read."""

from __future__ import annotations

from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from db.records import Platform, Week
from desktop import settings as machine
from desktop.calendar.week_view import WeekView
from desktop.rooms import AGENDA, HOURS, IDEAS, MONTH, PRINT, SETTINGS, WEEK, Rooms
from desktop.ui import theme
from desktop.ui.mini_month import MiniMonth
from desktop.ui.sidebar import Form, Room, SideBar
from desktop.window_menu import WindowMenu

if TYPE_CHECKING:
    from desktop.busy_keeper import BusyKeeper
    from desktop.calendar.page import CalendarPage
    from desktop.feed_keeper import FeedKeeper
    from desktop.hours.foot import TimerFoot
    from desktop.search.key_list import KeyList
    from desktop.search.page import SearchPage
    from desktop.settings import Settings
    from desktop.workspace import Workspace

MINIMUM = (1100, 660)
FIRST_SIZE = QSize(1440, 900)
FRAME = QSize(2, 40)  # what the desktop draws around a window, about
RAIL_BELOW = 1200
COMPACT_BELOW = 1360
RAIL_WITH_PANEL_BELOW = 1600
BEHIND_THE_PICTURE_MS = 150
WATCH_MS = 2000  # how often a write by another program is looked for

ROOM_KEYS = (WEEK, MONTH, AGENDA, IDEAS, HOURS)  # Ctrl+1 and on, in the order of the side bar


class MainWindow(QMainWindow):
    """Shows an empty week at once; `show_plan` brings it to life.

    Signals: `painted` once, when the first picture stands; `look_changed` when colours or motion changed;
    `rebuild_wanted` when language or text size did, so that the window has to be built again;
    `plan_wanted(OpenPlan, NewPlan or MovePlan)` for what concerns the whole file.
    """

    painted = Signal()
    look_changed = Signal()
    rebuild_wanted = Signal()
    plan_wanted = Signal(object)

    def __init__(self, week: Week, today: date, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._workspace: Workspace | None = None
        self._calendar: CalendarPage | None = None
        self._rooms: Rooms | None = None
        self._timer_foot: TimerFoot | None = None
        self._busy: BusyKeeper | None = None
        self._feeds: FeedKeeper | None = None
        self._menu: WindowMenu | None = None
        self._search: SearchPage | None = None
        self._keys: KeyList | None = None
        self._is_painted = False
        self._has_panel = False
        self.setWindowTitle("Wochenwerk")
        self.setMinimumSize(*MINIMUM)
        self._month = MiniMonth()
        self._month.set_today(today)
        self._month.set_week(week)
        rooms = (
            Room(WEEK, "calendar-week", self.tr("Week"), self.tr("Ctrl+1")),
            Room(MONTH, "calendar-month", self.tr("Month"), self.tr("Ctrl+2")),
            Room(AGENDA, "list-details", self.tr("Agenda"), self.tr("Ctrl+3")),
            Room(IDEAS, "bulb", self.tr("Ideas"), self.tr("Ctrl+4")),
            None,
            Room(HOURS, "stopwatch", self.tr("Hours"), self.tr("Ctrl+5")),
        )
        foot = Room(SETTINGS, "settings", self.tr("Settings"), self.tr("Ctrl+,"))
        self._places = [room for room in (*rooms, foot) if room is not None]
        self._side = SideBar(self._month, rooms, foot)
        self._side.room_chosen.connect(self._go)
        self._side.search_wanted.connect(self._find)
        self._side.set_room(WEEK)
        self._week_view = WeekView()
        self._week_view.grid.zoom.set(settings.value(machine.HOUR_HEIGHT))
        self._week_view.grid.zoom.changed.connect(self._remember_hour_height)
        self._week_view.show_empty(week, today)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._week_view)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        numbered = tuple((f"Ctrl+{number}", room) for number, room in enumerate(ROOM_KEYS, start=1))
        for keys, room in (*numbered, ("Ctrl+,", SETTINGS)):
            QShortcut(QKeySequence(keys), self, lambda room=room: self.show_room(room))
        QShortcut(QKeySequence("Ctrl+K"), self, self._find)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)
        QShortcut(QKeySequence("F1"), self, self._show_keys)
        place = settings.value(machine.WINDOW)
        if place.isEmpty() or not self.restoreGeometry(place):
            self.resize(first_size(self))

    def show_plan(self, workspace: Workspace) -> None:
        """Fill the week from the plan and keep following it."""
        from desktop.calendar.page import CalendarPage  # noqa: PLC0415 - brings storage, which the first picture spares

        self._workspace = workspace
        self._calendar = CalendarPage(workspace, self._week_view, self._month)
        self._calendar.panel_changed.connect(self._panel_changed)
        self._side.hidden_changed.connect(self._calendar.set_hidden_platforms)
        self._furnish(workspace)
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._show_names)
        self._menu = WindowMenu(self, workspace, self._calendar, self._week_view)
        self._menu.week_wanted.connect(self._show_the_week)
        self._menu.room_wanted.connect(self._go)
        self._menu.settings_wanted.connect(self.show_settings)
        self._menu.file_wanted.connect(self._begin_with_file)
        self._menu.keys_wanted.connect(self._show_keys)
        self._menu.exported.connect(self._remember_export)
        self._menu.said.connect(self._tell)
        self._menu.address_wanted.connect(self._copy_feed_address)
        self._watch.timeout.connect(workspace.notice_outside)
        self._watch.start()
        self._show_names()
        QTimer.singleShot(BEHIND_THE_PICTURE_MS, self, self._keep_busy_times)

    def _keep_busy_times(self) -> None:
        """Lay the owner's other calendars behind the week, and list them in the side bar."""
        if self._workspace is not None:
            self._busy_keeper(self._workspace)

    def catch_up(self) -> None:
        """Have everything there that comes a little later otherwise; for whoever takes one picture and goes."""
        if self._workspace is not None:
            self._busy_keeper(self._workspace, is_looking=True).wait()

    def _busy_keeper(self, workspace: Workspace, *, is_looking: bool = False) -> BusyKeeper:
        from desktop.busy_keeper import BusyKeeper  # noqa: PLC0415 - brings what no picture needs

        if self._busy is None:
            self._busy = keeper = BusyKeeper(workspace, self)
            keeper.changed.connect(self._show_calendars)
            keeper.begin(is_looking=is_looking)
            self._side.calendar_switched.connect(keeper.show)
        return self._busy

    def _show_calendars(self) -> None:
        if self._busy is not None:
            self._side.set_calendars([(each.id, each.name, each.is_shown) for each in self._busy.calendars()])

    def keep_feeds(self) -> None:
        """Keep the plan's feeds fresh from now on, while the window is open."""
        from desktop.preferences.feeds.foot import FeedFoot  # noqa: PLC0415 - as below

        if self._workspace is None:
            return
        keeper = self._feed_keeper(self._workspace)
        keeper.begin()
        foot = FeedFoot(keeper, self._side)
        foot.clicked.connect(lambda: self.show_settings("feeds"))
        self._side.add_foot(foot)

    def _feed_keeper(self, workspace: Workspace) -> FeedKeeper:
        from desktop.feed_keeper import FeedKeeper  # noqa: PLC0415 - as above

        if self._feeds is None:
            self._feeds = FeedKeeper(workspace, self._settings, self)
        return self._feeds

    def _remember_hour_height(self, height: int) -> None:
        self._settings.write(machine.HOUR_HEIGHT, height)

    def show_week(self, week: Week) -> None:
        """Turn to a week of the plan."""
        if self._calendar is not None:
            self._calendar.show_week(week)

    def show_room(self, key: str, week: Week | None = None) -> None:
        """Go to a room, to a week of it if one is named; all but the week are built when they are first asked for."""
        if self._rooms is None:
            return
        room = self._week_view if key == WEEK else self._rooms.room(key)
        if week is not None:
            self._rooms.turn(key, week)
        self._stack.setCurrentWidget(room)
        self._side.set_room(key)
        if self._timer_foot is not None:
            self._timer_foot.set_wanted(key != HOURS)
        self._take_form()
        room.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, key: str) -> None:
        week = self._calendar.week if key == PRINT and self._calendar is not None else None
        self.show_room(key, week)

    def _print(self) -> None:
        self._go(PRINT)

    def say(self, sentence: str, is_failure: bool = False) -> None:
        """Answer a wish for another plan, in the settings, where it was made."""
        if self._rooms is not None and (settings := self._rooms.preferences) is not None:
            (settings.fail if is_failure else settings.say)(sentence)

    def _tell(self, sentence: str, is_failure: bool) -> None:
        """Say what came of a wish that was not made in the week: where it was made, or there."""
        if self._rooms is not None and self._stack.currentWidget() is self._rooms.preferences:
            self.say(sentence, is_failure)
            return
        self._show_the_week()
        toasts = self._week_view.toasts
        (toasts.fail if is_failure else toasts.say)(escape(sentence))

    def _export(self) -> None:
        if self._menu is not None:
            self._menu.export()

    def _remember_export(self, events: int) -> None:
        if self._workspace is not None:
            self._settings.remember_export(self._workspace.store.path, self._workspace.now().date(), events)

    def _furnish(self, workspace: Workspace) -> None:
        """Bring what every room shares: the timer in the side bar's foot, and the ways from room to room."""
        from desktop.hours.foot import TimerFoot  # noqa: PLC0415 - none of it is needed for the first picture
        from desktop.timer import WorkTimer  # noqa: PLC0415

        timer = WorkTimer(workspace, self._settings, parent=self)
        timer.watch(self)
        if self._calendar is not None:
            self._calendar.set_timer(timer)
        feeds, busy = partial(self._feed_keeper, workspace), partial(self._busy_keeper, workspace)
        self._rooms = rooms = Rooms(workspace, self._settings, timer, self._month, self._stack, feeds, busy)
        rooms.week_wanted.connect(self._show_that_week)
        rooms.post_wanted.connect(self._show_post)
        rooms.left.connect(self._show_the_week)
        rooms.look_changed.connect(self.look_changed)
        rooms.rebuild_wanted.connect(self.rebuild_wanted)
        rooms.plan_wanted.connect(self.plan_wanted)
        rooms.export_wanted.connect(self._export)
        self._side.hidden_changed.connect(rooms.set_hidden_platforms)
        self._timer_foot = foot = TimerFoot(timer, self._platforms)
        foot.clicked.connect(self._show_hours)
        self._side.add_foot(foot)

    def _platforms(self) -> dict[int, Platform]:
        return {} if self._calendar is None else {each.id: each for each in self._calendar.shown_platforms()}

    def _show_that_week(self, week: Week) -> None:
        self.show_room(WEEK)
        self.show_week(week)

    def _show_post(self, post_id: int, week: Week) -> None:
        self.show_room(WEEK)
        if self._calendar is not None:
            self._calendar.open_post(post_id, week)

    def _find(self) -> None:
        """Open the search, which is built when it is first wanted."""
        if self._workspace is None or self._menu is None:
            return
        self._week_view.grid.cancel_drag()
        if self._search is None:
            from desktop.search.page import SearchPage  # noqa: PLC0415 - as the rooms

            self._search = found = SearchPage(self, self._workspace, self._places, self._menu.commands)
            found.post_wanted.connect(self._show_found)
            found.week_wanted.connect(self._show_that_week)
            found.room_wanted.connect(self._go)
            found.platform_wanted.connect(self._show_platform)
            found.new_post_wanted.connect(self._make_post)
        self._search.open()

    def _show_keys(self) -> None:
        """Open the list of keys, which is built when it is first wanted."""
        self._week_view.grid.cancel_drag()
        if self._keys is None:
            from desktop.search.key_list import KeyList  # noqa: PLC0415 - as the rooms

            self._keys = KeyList(self)
        self._keys.open()

    def _show_found(self, post_id: int, week: Week | None) -> None:
        if self._calendar is not None:
            self._show_post(post_id, week or self._calendar.week)

    def _make_post(self, title: str) -> None:
        self.show_room(WEEK)
        if self._calendar is not None:
            self._calendar.make_post(title)

    def _show_hours(self) -> None:
        self.show_room(HOURS)

    def _show_the_week(self) -> None:
        self.show_room(WEEK)

    def show_settings(self, page: str) -> None:
        """Go to the settings, to a page of theirs if one is named."""
        self.show_room(SETTINGS)
        if page and self._rooms is not None and (settings := self._rooms.preferences) is not None:
            settings.show_page(page)

    def _copy_feed_address(self) -> None:
        """Copy the address of the plan on this computer, in sight of where it is switched on."""
        self.show_settings("feeds")
        if self._rooms is not None and (settings := self._rooms.preferences) is not None:
            settings.copy_feed_address()

    def _show_platform(self, platform_id: int) -> None:
        self.show_room(SETTINGS)
        if self._rooms is not None and (settings := self._rooms.preferences) is not None:
            settings.show_platform(platform_id)

    def _begin_with_file(self, wish: str) -> None:
        self.show_room(SETTINGS)
        if self._rooms is not None and (settings := self._rooms.preferences) is not None:
            settings.begin(wish)

    def _plan_changed(self, changes: object) -> None:
        touches = getattr(changes, "touches", None)
        if touches is not None and touches("plan", "platform"):
            self._show_names()

    def _show_names(self) -> None:
        if self._workspace is None or self._calendar is None:
            return
        self._side.set_plan_name(self._workspace.plan.name)
        self._side.set_platforms(self._calendar.shown_platforms())
        self.setWindowTitle(f"{self._workspace.plan.name} – Wochenwerk")

    def _panel_changed(self, is_open: bool) -> None:
        self._has_panel = is_open
        self._take_form()

    def _take_form(self) -> None:
        width = self.width() * 100 // theme.scale()  # larger text needs the forms of smaller windows
        in_settings = self._rooms is not None and self._stack.currentWidget() is self._rooms.preferences
        if width < RAIL_BELOW or in_settings or (self._has_panel and width < RAIL_WITH_PANEL_BELOW):
            self._side.set_form(Form.RAIL)
        else:
            self._side.set_form(Form.COMPACT if width < COMPACT_BELOW else Form.FULL)

    def event(self, event: QEvent) -> bool:
        """Look for another program's writing when the window becomes active."""
        if event.type() is QEvent.Type.WindowActivate and self._workspace is not None:
            self._workspace.notice_outside()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear what nothing else wanted: Alt, which may be the wish for the menu bar, and Ctrl+F."""
        if self._menu is not None:
            self._menu.press(event)
        if event.matches(QKeySequence.StandardKey.Find):  # where a room has a filter of its own, that has it
            self._find()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the first picture stands."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side bar the form that the width allows."""
        super().resizeEvent(event)
        self._take_form()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place."""
        self._watch.stop()
        if self._busy is not None:
            self._busy.finish()
        if self._feeds is not None:
            self._feeds.finish()
        if self._rooms is not None and self._rooms.preferences is not None:
            self._rooms.preferences.finish()
        self._settings.write(machine.WINDOW, self.saveGeometry())
        super().closeEvent(event)


def first_size(window: QWidget) -> QSize:
    """How large a window opens that has no place yet: as designed, or what its screen has room for."""
    room = window.screen().availableSize() - FRAME
    return FIRST_SIZE.boundedTo(room).expandedTo(window.minimumSize())
