"""The whole window over the café's plan on a Wednesday at 11:20, and every view that people see of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from db.board import load_board
from db.feed_records import BusySource, Delivery, DeliveryKind
from db.records import Week
from db.store import Store
from desktop import languages, rooms
from desktop import settings as machine
from desktop.calendar.post_panel import PostPanel
from desktop.calendar.repeat_popover import RepeatPopover
from desktop.calendar.week_view import WeekView
from desktop.delivery.self_check import Finding, FindingCode, Reader, Report, Sight, Verdict
from desktop.main_window import MainWindow
from desktop.planning.cards import BlockKey, PostKey
from desktop.preferences import page as preferences
from desktop.settings import Settings
from desktop.transfer.export_dialog import ExportDialog
from desktop.ui import accessible, theme
from desktop.ui.popover import Popover, Question
from desktop.ui.toast import Toast
from desktop.welcome.page import WelcomePage
from desktop.workspace import Workspace

NOW = datetime(2026, 11, 25, 10, 20, tzinfo=UTC)  # 11:20 at the café
WEEK = Week(2026, 48)
_WEB_SPACE = "https://cafe-lindenhof.example/"
PAGES = (
    preferences.PLAN,
    preferences.PLATFORMS,
    preferences.FORMATS,
    preferences.CAMPAIGNS,
    preferences.TEAM,
    preferences.DAYS,
    preferences.FEEDS,
    preferences.BUSY,
    preferences.LOOK,
    preferences.ABOUT,
)


class Look(NamedTuple):
    """In which language and colours the window is shown, and how large."""

    language: str
    mode: theme.Mode
    width: int
    height: int
    scale: int = 100

    def __str__(self) -> str:
        return f"{self.language}-{self.mode.value}-{self.width}x{self.height}-{self.scale}"


class View(NamedTuple):
    """What is shown now: the first widget is the window, what lies over it is a child of it."""

    name: str
    window: QWidget


def settle() -> None:
    """Let layouts, timers that are due and deferred deletions happen."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dressed(app: QApplication, look: Look) -> None:
    """Give the application a language and colours."""
    accessible.install()
    languages.speak(look.language)
    theme.apply(app, look.mode, look.scale, reduced_motion=True)


def views(store: Store, empty: Store, look: Look) -> Iterator[View]:
    """Show one view after the other, of a full plan and of an empty one; each is there until the next is asked for."""
    yield from _welcome(look)
    window = _opened(empty, look)
    try:
        yield View("week-empty", window)
    finally:
        _throw_away(window)
    window = _opened(store, look)
    try:
        yield from _weeks(window, store)
        yield from _repeated(window)
        yield from _overlays(window)
        for key in (*(place.key for place in window._places), rooms.PRINT):
            if key in {rooms.WEEK, rooms.SETTINGS}:
                continue
            window.show_room(key, WEEK)
            settle()
            yield View(key, window)
        for page in PAGES:
            window.show_room(rooms.SETTINGS)
            room = window.findChild(preferences.PreferencesPage)
            assert room is not None
            room.show_page(page)
            settle()
            yield View(f"settings-{page}", window)
        yield from _feeds_in_use(window)
        assert window._workspace is not None
        yield from _busy_in_use(window, window._workspace, store.path.parent)
    finally:
        _throw_away(window)


def _opened(store: Store, look: Look) -> MainWindow:
    workspace = Workspace(store, lambda: NOW)
    settings = Settings()
    settings.assume(machine.LANGUAGE, look.language)
    settings.assume(machine.THEME, look.mode.value)
    window = MainWindow(WEEK, workspace.now().date(), settings)
    window.resize(look.width, look.height)
    window.show_plan(workspace)
    window.show()
    window.resize(look.width, look.height)
    settle()
    QTest.qWait(150)  # holidays and the dots of the small month come behind the first picture
    return window


def _welcome(look: Look) -> Iterator[View]:
    page = WelcomePage(look.language)
    page.resize(look.width, look.height)
    page.show()
    settle()
    try:
        yield View("welcome", page)
    finally:
        _throw_away(page)


def _weeks(window: MainWindow, store: Store) -> Iterator[View]:
    view = window.findChild(WeekView)
    assert view is not None
    yield View("week", window)
    canvas = view.grid.canvas
    cards = sorted(
        canvas.items, key=lambda key: (key.moment if isinstance(key, PostKey) else key.original_at, str(key))
    )
    post = next(key for key in cards if isinstance(key, PostKey) and key.moment.date() == WEEK.days[4])
    day = datetime.combine(WEEK.days[3], time())
    series = {each.id for each in store.read(load_board, (WEEK,), ()).blocks if each.rrule}
    blocks = [key for key in cards if isinstance(key, BlockKey) and key.original_at >= day]
    block = next(key for key in blocks if key.block_id in series)
    for name, key in (("week-post", post), ("week-block", block)):
        view.grid.opened.emit(key)
        settle()
        yield View(name, window)
    QTest.keyClick(view.panel or view, Qt.Key.Key_Escape)
    view.set_panel(None)
    view.grid.select(block, focus=True)
    QTest.keyClick(QApplication.focusWidget() or canvas, Qt.Key.Key_Delete)
    settle()
    yield View("week-question", window)
    _dismiss(window)
    cells = view.strip.cells
    over = max(cells, key=lambda each: cells[each].budget.planned)
    cell = cells[over]
    cell.hint_requested.emit(over, QRect(cell.mapToGlobal(QPoint(0, 0)), cell.size()))
    settle()
    yield View("week-budget", window)
    _dismiss(window)
    view.header.hints_requested.emit()
    settle()
    yield View("week-hints", window)
    _dismiss(window)
    window.show_week(WEEK.shifted(1))
    view.header.fill_requested.emit()
    settle()
    yield View("week-fill", window)
    QTest.keyClick(view.panel or view, Qt.Key.Key_Escape)
    settle()
    window.show_week(WEEK)


def _repeated(window: MainWindow) -> Iterator[View]:
    """A post is made to repeat: the form, its panel then, and what is asked of it a week later."""
    view = window.findChild(WeekView)
    assert view is not None
    post = next(key for key in view.grid.canvas.items if isinstance(key, PostKey) and key.moment.date() == WEEK.days[4])
    view.grid.opened.emit(post)
    panel = view.panel
    assert isinstance(panel, PostPanel)
    panel.repeat.ask_for_rule()
    settle()
    yield View("week-repeat", window)
    (form,) = [each for each in window.findChildren(RepeatPopover) if each.is_open]
    QTest.keyClick(form.primary, Qt.Key.Key_Return)
    settle()
    yield View("week-repeating", window)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    window.show_week(WEEK.shifted(1))
    later = post.moment + timedelta(weeks=1)
    view.grid.select(PostKey(_made_at(view, later), later), focus=True)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    yield View("week-post-question", window)
    _dismiss(window)
    window.show_week(WEEK)


def _made_at(view: WeekView, at: datetime) -> int:
    return max(key.post_id for key in view.grid.canvas.items if isinstance(key, PostKey) and key.moment == at)


def _feeds_in_use(window: MainWindow) -> Iterator[View]:
    """The page about feeds once everything is set up, and its forms."""
    room = window.findChild(preferences.PreferencesPage)
    assert room is not None
    room.show_page(preferences.FEEDS)
    page = room._feeds_page()
    machine_name = page._keeper.machine
    page._settings.write(machine.SUBSCRIPTION_PORT, 8737)
    page._switch_subscription(is_on=True)
    first = page._keeper.feeds()[0].id
    places = (
        Delivery(0, "", DeliveryKind.FOLDER, "/home/anna/Dokumente/Lindenhof/Kalender"),
        Delivery(0, "", DeliveryKind.WEBDAV, f"{_WEB_SPACE}dav/x7f3.ics", first, "anna", f"{_WEB_SPACE}x7f3.ics"),
        Delivery(0, "", DeliveryKind.CALDAV, "https://cloud.lindenhof.example/dav/anna/plan/", first, "anna"),
    )
    for place in places:
        page._put("", delivery=replace(place, machine=machine_name))
    page.show()
    settle()
    yield View("feeds", window)
    published = next(each for each in page._keeper.deliveries() if each.public_address)
    verdicts = tuple(
        Verdict(reader, sight) for reader, sight in zip(Reader, (*Sight, Sight.YES, Sight.NO), strict=True)
    )
    found = tuple(Finding(code, "text/html") for code in (FindingCode.CONTENT_TYPE, FindingCode.OLDER))
    page._take_report(
        published.id, Report(published.public_address, found, verdicts, 9000, 31, NOW - timedelta(days=2))
    )
    view = page.view
    view.table._ask_new()
    settle()
    yield View("feeds-form", window)
    _dismiss(window)
    scroll = next(area for area in room.findChildren(QScrollArea) if area.isAncestorOf(view))
    scroll.ensureWidgetVisible(view.publishing._add)
    view.publishing._add.click()
    settle()
    yield View("feeds-publish", window)
    _dismiss(window)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    settle()
    yield View("feeds-guide", window)
    scroll.ensureWidgetVisible(view.publishing)
    view.publishing._rows[0]._qr.click()
    settle()
    yield View("feeds-code", window)
    _dismiss(window)
    page._settings.write(machine.SUBSCRIPTION, value=False)


def _busy_in_use(window: MainWindow, workspace: Workspace, folder: Path) -> Iterator[View]:
    """Other calendars in the settings and behind the week, with something to say about each."""
    keeper = window._busy_keeper(workspace)
    events = (
        ("UID:1", "SUMMARY:Zahnarzt Dr. Müller", "DTSTART:20261124T080000", "DURATION:PT90M"),
        ("UID:2", "SUMMARY:Steuerberater", "DTSTART:20261126T110000", "DURATION:PT1H"),
        ("UID:3", "SUMMARY:Lieferung", "DTSTART:20261126T113000", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
        ("UID:4", "SUMMARY:Urlaub", "DTSTART;VALUE=DATE:20261128", "DTEND;VALUE=DATE:20261203"),
        ("UID:5", "DTSTART;TZID=Customized Time Zone:20261125T170000", "DURATION:PT2H"),
        ("UID:6", "SUMMARY:Without a time"),
    )
    lines = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    for name, source in (("Privat", BusySource.FILE), ("Stadtverein der Gewerbetreibenden", BusySource.WATCHED)):
        path = folder / f"{name}.ics"
        path.write_text("\n".join(("BEGIN:VCALENDAR", f"NAME:{name}", *lines, "END:VCALENDAR")), encoding="utf-8")
        keeper.add(source, str(path))
    room = window.findChild(preferences.PreferencesPage)
    assert room is not None
    room.show_page(preferences.BUSY)
    while keeper.is_adding:
        QTest.qWait(20)
    for toast in room.findChildren(Toast):
        toast.close_toast()
    settle()
    yield View("busy", window)
    window.show_room(rooms.WEEK)
    settle()
    yield View("week-busy", window)
    for calendar in keeper.calendars():
        keeper.remove(calendar.id)
    keeper.finish()


def _overlays(window: MainWindow) -> Iterator[View]:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle()
    field = QApplication.focusWidget()
    if field is not None:
        QTest.keyClicks(field, "Ad")
    QTest.qWait(150)  # what is typed is searched for a little later
    yield View("search", window)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    yield from _export(window)
    QTest.keyClick(window, Qt.Key.Key_F1)
    settle()
    yield View("keys", window)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    settle()


def _export(window: MainWindow) -> Iterator[View]:
    """The dialog that asks what goes into a calendar file, once it has counted."""
    assert window._menu is not None
    window._menu.export()
    (dialog,) = window.findChildren(ExportDialog)
    dialog.range._segments["own"].click()
    for _ in range(100):
        QTest.qWait(50)
        if dialog.export.isEnabled():
            break
    yield View("export", dialog)
    dialog.reject()
    settle()


def _dismiss(window: QWidget) -> None:
    for popover in window.findChildren(Popover):
        if popover.is_open:
            if isinstance(popover, Question):
                popover.cancelled.emit()
            popover.dismiss()
    settle()


def _throw_away(window: QWidget) -> None:
    window.hide()
    window.deleteLater()
    settle()
