"""What the menu bar of the window offers: everything that has no place in a room, and what has, once more by name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from desktop import rooms, wording
from desktop.ui.menu_bar import Entry, MenuBar, MenuKeys

if TYPE_CHECKING:
    from desktop.calendar.page import CalendarPage
    from desktop.calendar.week_view import WeekView
    from desktop.planning.cards import CardKey
    from desktop.transfer.courier import Courier
    from desktop.transfer.drag_out import DragOut
    from desktop.transfer.exporter import Exporter
    from desktop.transfer.pointed import Card
    from desktop.workspace import Workspace


class WindowMenu(QObject):
    """Builds the bar when it is first wanted.

    Signals: `week_wanted()` before something is done in the week; `room_wanted(key)` for the other rooms;
    `settings_wanted(page key, "" for any)`; `file_wanted("new", "open", "xlsx" or "csv")`; `keys_wanted()` for the list
    of keys; `exported(events)` after a calendar file was; `said(sentence, is a failure)` where that was not wished for
    in the week; `address_wanted()` for a copy of the plan's address on this computer.
    """

    week_wanted = Signal()
    room_wanted = Signal(str)
    settings_wanted = Signal(str)
    file_wanted = Signal(str)
    keys_wanted = Signal()
    exported = Signal(int)
    said = Signal(str, bool)
    address_wanted = Signal()

    def __init__(self, window: QMainWindow, workspace: Workspace, calendar: CalendarPage, view: WeekView) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._calendar = calendar
        self._view = view
        self._bar: MenuBar | None = None
        self._courier: Courier | None = None
        self._exporter: Exporter | None = None
        self._drag_out: DragOut | None = None
        view.save_wanted.connect(self._save)
        view.grid.carried_out.connect(self._carry_out)
        self._keys = MenuKeys(window, self.bar)
        self.press = self._keys.press
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), window, window.close)

    def commands(self) -> tuple[Entry, ...]:
        """What can be done by name, for the command search; the rooms are left out, which it has itself."""
        return (
            *self._new_things(),
            *self._weeks(),
            *self._steps(),
            *self._files(),
            *self._feeds(),
            self._key_list(),
            self._about(),
            self._quit(),
        )

    def bar(self) -> MenuBar:
        """The bar, built now if it has not been yet."""
        if self._bar is None:
            self._bar = bar = MenuBar(self._window)
            bar.add_menu(self.tr("&File"), self._new_things(), self._files(), self._feeds(), (self._quit(),))
            bar.add_menu(self.tr("&Edit"), self._steps())
            bar.add_menu(self.tr("&View"), self._rooms(), self._weeks(), (self._settings(),))
            bar.add_menu(self.tr("&Help"), (self._key_list(),), (self._about(),))
        return self._bar

    def _new_things(self) -> tuple[Entry, ...]:
        header = self._view.header
        return (
            Entry(self.tr("New post"), "plus", self._in_week(header.post_requested.emit), self.tr("Ctrl N")),
            Entry(
                self.tr("New work block"), "clock", self._in_week(header.block_requested.emit), self.tr("Ctrl Shift N")
            ),
            Entry(self.tr("Capture idea"), "bulb", self._in_week(header.idea_requested.emit), self.tr("Ctrl I")),
            Entry(self.tr("Fill week"), "wand", self._in_week(header.fill_requested.emit)),
        )

    def _files(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("New plan …"), "plus", lambda: self.file_wanted.emit("new")),
            Entry(self.tr("Open another plan …"), "folder", lambda: self.file_wanted.emit("open")),
            Entry(self.tr("Import plan …"), "file-import", self._in_week(self._import)),
            Entry(self.tr("Export calendar file …"), "file-export", self.export),
            Entry(self.tr("Export plan as table (XLSX) …"), "file-export", lambda: self.file_wanted.emit("xlsx")),
            Entry(self.tr("Export plan as table (CSV) …"), "file-export", lambda: self.file_wanted.emit("csv")),
            Entry(self.tr("Back up plan …"), "archive", self._in_week(self._back_up)),
            Entry(
                self.tr("Print or save as PDF …"),
                "printer",
                lambda: self.room_wanted.emit(rooms.PRINT),
                self.tr("Ctrl P"),
            ),
        )

    def _feeds(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Calendar feeds"), "rss", lambda: self.settings_wanted.emit("feeds")),
            Entry(self.tr("Copy the calendar address"), "copy", self.address_wanted.emit),
        )

    def _quit(self) -> Entry:
        role = QAction.MenuRole.QuitRole
        return Entry(self.tr("Quit"), "x", self._window.close, self.tr("Ctrl Q"), role=role)

    def _steps(self) -> tuple[Entry, ...]:
        stack = self._workspace.undo_stack
        return (
            Entry(
                self.tr("Undo"),
                "arrow-back-up",
                self._undo,
                self.tr("Ctrl Z"),
                lambda: stack.undoText() if stack.canUndo() else None,
            ),
            Entry(
                self.tr("Redo"),
                "arrow-forward-up",
                self._redo,
                self.tr("Ctrl Y"),
                lambda: stack.redoText() if stack.canRedo() else None,
            ),
        )

    def _rooms(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Week"), "calendar-week", self.week_wanted.emit, self.tr("Ctrl 1")),
            Entry(self.tr("Month"), "calendar-month", lambda: self.room_wanted.emit(rooms.MONTH), self.tr("Ctrl 2")),
            Entry(self.tr("Agenda"), "list-details", lambda: self.room_wanted.emit(rooms.AGENDA), self.tr("Ctrl 3")),
            Entry(self.tr("Ideas"), "bulb", lambda: self.room_wanted.emit(rooms.IDEAS), self.tr("Ctrl 4")),
            Entry(self.tr("Hours"), "stopwatch", lambda: self.room_wanted.emit(rooms.HOURS), self.tr("Ctrl 5")),
        )

    def _weeks(self) -> tuple[Entry, ...]:
        step, zoom = self._view.header.stepped, self._view.grid.zoom
        return (
            Entry(self.tr("Today"), "calendar-event", self._in_week(self._calendar.go_today), self.tr("Alt Home")),
            Entry(self.tr("Previous week"), "chevron-left", self._in_week(lambda: step.emit(-1)), self.tr("Page up")),
            Entry(self.tr("Next week"), "chevron-right", self._in_week(lambda: step.emit(1)), self.tr("Page down")),
            Entry(self.tr("Fit working hours"), "clock", self._in_week(zoom.fit), self.tr("Ctrl 0")),
            Entry(self.tr("Fit the whole day"), "arrows-maximize", self._in_week(zoom.fit_day)),
        )

    def _settings(self) -> Entry:
        role = QAction.MenuRole.PreferencesRole
        return Entry(
            self.tr("Settings"), "settings", lambda: self.settings_wanted.emit(""), self.tr("Ctrl ,"), role=role
        )

    def _key_list(self) -> Entry:
        return Entry(self.tr("Keys"), "help", self.keys_wanted.emit, self.tr("F1"))

    def _about(self) -> Entry:
        role = QAction.MenuRole.AboutRole
        return Entry(self.tr("About Wochenwerk"), "info-circle", lambda: self.settings_wanted.emit("about"), role=role)

    def _in_week(self, action: Callable[[], object]) -> Callable[[], None]:
        def do() -> None:
            self.week_wanted.emit()
            action()

        return do

    def _undo(self) -> None:
        if self._view.isVisible():
            self._calendar.undo()
        else:
            self._workspace.undo_stack.undo()

    def _redo(self) -> None:
        if self._view.isVisible():
            self._calendar.redo()
        else:
            self._workspace.undo_stack.redo()

    def _import(self) -> None:
        self._carrier().ask_import()

    def export(self) -> None:
        """Ask what goes into a calendar file, and write it."""
        self._writer().ask(self._calendar.week)

    def _save(self, cards: Sequence[Card]) -> None:
        """Ask where a calendar file with these cards goes, or with the whole week, and write it."""
        from desktop.transfer import pointed  # noqa: PLC0415 - as the exporter

        if cards:
            self._writer().save(pointed.scope_of_cards(cards), pointed.name_of_cards(cards))
        else:
            week = self._calendar.week
            name = f"{self._workspace.plan.name} {wording.week_name(week)}"
            self._writer().save(pointed.scope_of_week(week), name)

    def _carry_out(self, keys: Collection[CardKey]) -> None:
        """Let cards that were pulled out of the window be dropped on another program."""
        items = self._view.grid.canvas.items
        cards = [items[key] for key in keys if key in items]
        if not cards:
            return
        if self._drag_out is None:
            from desktop.transfer.drag_out import DragOut  # noqa: PLC0415 - as the exporter

            self._drag_out = DragOut(self._workspace, self._view.grid)
            self._drag_out.failed.connect(lambda sentence: self._tell(sentence, is_failure=True))
        self._drag_out.carry(cards)

    def _back_up(self) -> None:
        self._carrier().ask_backup()

    def _carrier(self) -> Courier:
        if self._courier is None:
            from desktop.transfer.courier import Courier  # noqa: PLC0415 - brings backups and tables

            self._courier = Courier(self._workspace, self._window)
            self._courier.said.connect(self._say)
            self._courier.failed.connect(self._view.toasts.fail)
        return self._courier

    def _writer(self) -> Exporter:
        if self._exporter is None:
            from desktop.transfer.exporter import Exporter  # noqa: PLC0415 - brings the writing of calendars

            self._exporter = made = Exporter(self._workspace, self._window)
            made.said.connect(lambda sentence: self._tell(sentence, is_failure=False))
            made.failed.connect(lambda sentence: self._tell(sentence, is_failure=True))
            made.exported.connect(self.exported)
            made.feeds_wanted.connect(lambda: self.settings_wanted.emit("feeds"))
        return self._exporter

    def _tell(self, sentence: str, is_failure: bool) -> None:
        """Say it where it can be seen."""
        if not self._view.isVisible():
            self.said.emit(sentence, is_failure)
        elif is_failure:
            self._view.toasts.fail(escape(sentence))
        else:
            self._say(escape(sentence), can_undo=False)

    def _say(self, sentence: str, can_undo: bool) -> None:
        self._view.retire_toasts()
        actions = [(self.tr("Undo"), self._calendar.undo, self.tr("Ctrl Z"))] if can_undo else []
        self._view.toasts.say(sentence, actions)
