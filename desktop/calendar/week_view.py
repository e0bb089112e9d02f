"""Everything that is seen of the week and where it lies: header, budgets, grid, ideas, side panel, toasts.

Stands empty before the plan is read; knows records and widgets only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEasingCurve, QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.records import BusyTime, Hours, Week
from desktop.calendar.all_day_strip import AllDayStrip
from desktop.calendar.budget_strip import BudgetStrip
from desktop.calendar.day_header import DayHeader
from desktop.calendar.empty_week import EmptyWeek
from desktop.calendar.header import CalendarHeader
from desktop.calendar.idea_tray import BAR_HEIGHT, BOTTOM_HEIGHT, COLUMN_WIDTH, IdeaTray, TrayForm
from desktop.calendar.week_grid import WeekGrid
from desktop.planning.all_day import AllDayChip
from desktop.planning.week import at
from desktop.ui import theme
from desktop.ui.toast import Toasts

COMPACT_BELOW = 1360  # window widths and heights from here on
COLUMN_FROM = 1800
BAR_BELOW = 820
BAR_WITH_PANEL_BELOW = 1600
PANEL_OVER_BELOW = 1240
GUTTER = 60
TRAY_MS = 180

_GRID_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_GRID_KEYS_WITH_CTRL = {Qt.Key.Key_A, Qt.Key.Key_V}
_USUAL_HOURS = (*(Hours(480, 1080),) * 5, None, None)


class WeekView(QWidget):
    """Lays out the parts of the week by the size of the window.

    Signals: `placed()` after the layout changed; `shown()` when the room is entered; `left()` when Escape has
    nothing else to leave than the side panel; `save_wanted(cards)` as a calendar file, without cards the whole week.
    """

    placed = Signal()
    shown = Signal()
    left = Signal()
    save_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = CalendarHeader(self)
        self.strip = BudgetStrip(self)
        self.strip.tab_from(self.header.new.more)
        self.days = DayHeader(self)
        self.all_day = AllDayStrip(self)
        self.grid = WeekGrid(self)
        self.tray = IdeaTray(self)
        self.empty = EmptyWeek(self)
        self.empty.hide()
        self.toasts = Toasts(self)
        self.panel: QWidget | None = None
        self.notice: QWidget | None = None
        self._wants_tray: bool | None = None
        self._tray_height = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._slide.valueChanged.connect(self._slide_tray)
        self.tray.toggled.connect(self.toggle_tray)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Week"))

    def show_empty(self, week: Week, today: date) -> None:
        """Show a week before its plan is known: hours and days, nothing in them."""
        self.header.show_week(week)
        self.strip.show_budgets((), today)
        self.days.show_week(week, today, (0,) * 7, (0,) * 7)
        self.all_day.show_week(week, ())
        self.grid.show_week(week, (), (), {}, today, at(today, 720), _USUAL_HOURS, ZoneInfo("UTC"))

    def show_chips(self, week: Week, chips: Sequence[AllDayChip]) -> None:
        """Show what belongs to whole days; the row may change its height."""
        former = self.all_day.height()
        self.all_day.show_week(week, chips)
        if self.all_day.height() != former:
            self._place()

    def show_busy(self, week: Week, times: Sequence[BusyTime], names: Mapping[int, str]) -> None:
        """Lay what other calendars have behind the cards; `names` are the calendars', by id. Call `show_week` after."""
        busy = self.grid.canvas.busy
        busy.show(week.days, times, names)
        self.days.describe([busy.of_day(day) for day in range(len(week.days))])

    # the parts that come and go

    def set_panel(self, panel: QWidget | None) -> None:
        """Show a side panel at the right, in place of the one before (which is only hidden); None shows none."""
        if self.panel is not None and self.panel is not panel:
            self.panel.hide()
        self.panel = panel
        if panel is not None:
            panel.setParent(self)
            panel.show()
            panel.raise_()
        self._wants_tray = None
        self._place()

    def set_notice(self, notice: QWidget | None) -> None:
        """Show a line between budgets and days, which says that a preview is shown; None takes it away."""
        if self.notice is not None and self.notice is not notice:
            self.notice.hide()
        self.notice = notice
        if notice is not None:
            notice.setParent(self)
            notice.show()
        self._place()

    def show_offers(self, is_shown: bool) -> None:
        """Show or hide the card that an empty week offers."""
        self.empty.setVisible(is_shown)
        if is_shown:
            self.empty.raise_()
            self._place()

    def retire_toasts(self) -> None:
        """Take away what earlier edits offered: their "undo" would mean another step from now on."""
        for toast in self.toasts.shown:
            if not toast.is_error:
                toast.close_toast()

    def toggle_tray(self) -> None:
        """Open or close the ideas by the user's wish; it holds until the space for them changes."""
        former = self._tray_height
        self._wants_tray = self.tray.form is TrayForm.BAR
        self._place()
        milliseconds = theme.duration(TRAY_MS)
        if milliseconds and self.tray.form is not TrayForm.COLUMN and self.isVisible():
            self._slide.stop()
            self._slide.setDuration(milliseconds)
            self._slide.setStartValue(former)
            self._slide.setEndValue(self._tray_height)
            self._slide.start()

    def open_tray(self) -> None:
        """Make sure that the ideas can be seen."""
        if self.tray.form is TrayForm.BAR:
            self.toggle_tray()

    def focus_next_pane(self, step: int) -> None:
        """Give the keyboard to the next pane (or the one before): header, budgets, grid, ideas, panel, toast."""
        panes: list[QWidget | Toasts] = [self.header, self.strip, self.grid, self.tray]
        panes += [self.panel] if self.panel is not None else []
        panes += [self.toasts] if self.toasts.shown else []
        here = next((n for n, pane in enumerate(panes) if _has_focus(pane)), 2)
        there = panes[(here + step) % len(panes)]
        if isinstance(there, Toasts):
            there.take_focus()
        elif there is self.strip:
            self.strip.focus_cell()
        elif there is self.tray:
            self.tray.focus_cards()
        elif there is self.header:
            self.header.today.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif there is self.grid:
            self.grid.take_focus(Qt.FocusReason.ShortcutFocusReason)
        else:
            there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to walk through the grid with the first key for it; until then no place in it is marked.

        Escape that nobody else wanted closes the side panel.
        """
        is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        is_for_grid = Qt.Key(event.key()) in _GRID_KEYS or (is_ctrl and Qt.Key(event.key()) in _GRID_KEYS_WITH_CTRL)
        if self.hasFocus() and is_for_grid:
            self.grid.take_focus(Qt.FocusReason.ShortcutFocusReason)
            focus = QApplication.focusWidget()
            if focus is not None and focus is not self:
                QApplication.sendEvent(focus, event)
                return
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self.left.emit()
            return
        super().keyPressEvent(event)

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out by the size of the window, known only now."""
        super().showEvent(event)
        self._place()
        self.shown.emit()

    @property
    def is_panel_over(self) -> bool:
        """Tell whether an open panel lies over the grid instead of beside it."""
        return self.panel is not None and self._window_size().width() < PANEL_OVER_BELOW

    def _window_size(self) -> QSize:
        """The window's size as it would be at 100 % text: larger text needs the forms of smaller windows."""
        return self.window().size() * 100 / theme.scale()

    def _place(self) -> None:
        is_compact = self._window_size().width() < COMPACT_BELOW
        self.header.set_compact(is_compact)
        self.strip.set_compact(is_compact)
        panel = self.panel.minimumWidth() if self.panel is not None else 0
        width = self.width() - (0 if self.is_panel_over else panel)
        if self.panel is not None:
            self.panel.setGeometry(self.width() - panel, 0, panel, self.height())
        self.header.setGeometry(0, 0, width, self.header.height())
        self.strip.setGeometry(0, self.header.height(), width, self.strip.height())
        top = self.header.height() + self.strip.height()
        if self.notice is not None:
            self.notice.setGeometry(0, top, width, self.notice.minimumHeight())
            top += self.notice.minimumHeight()
        self._place_tray(QRect(0, top, width, self.height() - top))
        self.placed.emit()

    def _place_tray(self, room: QRect) -> None:
        """Give the tray its form and place, and the grid what is left."""
        window = self._window_size()
        is_tight = window.height() < BAR_BELOW or (self.panel is not None and window.width() < BAR_WITH_PANEL_BELOW)
        is_open = self._wants_tray if self._wants_tray is not None else not is_tight
        self._slide.stop()
        grid = QRect(room)
        if window.width() >= COLUMN_FROM and is_open:
            self.tray.set_form(TrayForm.COLUMN)
            side = theme.px(COLUMN_WIDTH)
            grid.setRight(room.right() - side)
            self.tray.setGeometry(grid.right() + 1, room.top(), side, room.height())
            self._tray_height = 0
        else:
            self.tray.set_form(TrayForm.BOTTOM if is_open else TrayForm.BAR)
            self._tray_height = theme.px(BOTTOM_HEIGHT if is_open else BAR_HEIGHT)
            kept = theme.px(BAR_HEIGHT if is_tight or not is_open else BOTTOM_HEIGHT)
            grid.setBottom(room.bottom() - kept)
            height = round(self._tray_height)
            self.tray.setGeometry(room.left(), room.bottom() + 1 - height, room.width(), height)
        self.grid.set_covered(max(0, grid.bottom() + 1 - self.tray.y()) if grid.right() == room.right() else 0)
        self._place_week(grid)
        self.tray.raise_()
        if self.panel is not None:
            self.panel.raise_()
        self.toasts.bottom_inset = round(self._tray_height)

    def _place_week(self, room: QRect) -> None:
        """Stack day names, all-day row and hours; the offers of an empty week lie over the middle of the hours."""
        self.days.set_low(self._window_size().width() < COMPACT_BELOW)
        top = room.top()
        for widget in (self.days, self.all_day):
            widget.setGeometry(room.left(), top, room.width(), widget.height())
            top += widget.height()
        self.grid.setGeometry(room.left(), top, room.width(), room.bottom() + 1 - top)
        if not self.empty.isHidden():
            size, hours, gutter = self.empty.sizeHint(), self.grid.geometry(), theme.px(GUTTER)
            left = hours.left() + gutter + (hours.width() - gutter - size.width()) // 2
            above = max((hours.height() - size.height()) // 2, 0)
            self.empty.setGeometry(left, hours.top() + above, size.width(), size.height())

    def _slide_tray(self, height: float) -> None:
        bottom = self.tray.geometry().bottom()
        self.tray.move(self.tray.x(), bottom + 1 - round(height))
        if height == self._slide.endValue():
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line towards the side bar."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface"))


def _has_focus(pane: QWidget | Toasts) -> bool:
    if isinstance(pane, Toasts):
        return pane.has_focus()
    focus = QApplication.focusWidget()
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
