"""The bar above the week: which week it is, the way to others, undo and redo, and what can be made new."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from db.records import Week
from desktop import wording
from desktop.ui import marks, theme
from desktop.ui.buttons import Button, IconButton, SplitButton
from desktop.ui.controls import Text
from desktop.ui.history_buttons import HistoryButtons
from desktop.ui.menus import add, make_menu

HEIGHT = 56
COMPACT_HEIGHT = 52


class _Dates(QWidget):
    """The days of the week in words, shortened where the buttons need the room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        metrics = QFontMetrics(theme.font("body"))
        return QSize(metrics.horizontalAdvance(self._words) + 2, metrics.height() + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is needed."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one line, a little lower than the title's middle so that both stand on one line."""
        place = QRectF(self.rect()).adjusted(0, theme.px(4), 0, 0)
        marks.text_line(QPainter(self), place, self._words, theme.font("body"), theme.color("text-2"))


class _HintCounter(Button):
    """How many hints there are; in the colour of warnings only where something must not wait."""

    def __init__(self) -> None:
        super().__init__("", "info-circle", "ghost")
        self._is_urgent = False

    def count(self, words: str, is_urgent: bool) -> None:
        """Say how many."""
        self._is_urgent = is_urgent
        self.set_icon("alert-triangle" if is_urgent else "info-circle")
        self.setText(words)

    def _paint_content(self, painter: QPainter, text: QColor, icon: QColor) -> None:
        super()._paint_content(painter, text, theme.color("warn") if self._is_urgent else icon)


class CalendarHeader(QWidget):
    """Shows the week in words and asks for everything else.

    Signals: `week_stepped(-1 or 1)`, `today_requested()`, `undo_requested()`, `redo_requested()`,
    `post_requested()`, `idea_requested()`, `block_requested()`, `fill_requested()`,
    `hints_requested()`.
    """

    week_stepped = Signal(int)
    today_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    post_requested = Signal()
    idea_requested = Signal()
    block_requested = Signal()
    fill_requested = Signal()
    hints_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: Week | None = None
        self.title = Text("", "title-1")
        self.dates = _Dates()
        self.back = IconButton("chevron-left", "")
        self.today = Button("")
        self.on = IconButton("chevron-right", "")
        self.steps = HistoryButtons()
        self.hints = _HintCounter()
        self.hints.hide()
        self._hints: tuple[str, str] = ("", "")
        self._is_compact = False
        self.block = Button("", "clock")
        self.new = SplitButton("", "plus", self._menu, "")
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        self.today.clicked.connect(self.today_requested)
        self.steps.undo_requested.connect(self.undo_requested)
        self.steps.redo_requested.connect(self.redo_requested)
        self.block.clicked.connect(self.block_requested)
        self.new.clicked.connect(self.post_requested)
        self.hints.clicked.connect(self.hints_requested)
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.set_compact(False)
        self._word()

    def _lay_out(self) -> None:
        row = self._row
        row.setSpacing(theme.px(8))
        row.addWidget(self.title)
        row.addSpacing(theme.px(2))
        row.addWidget(self.dates)
        row.addSpacing(theme.px(10))
        for widget in (self.back, self.today, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.hints)
        row.addWidget(self.steps)
        row.addSpacing(theme.px(4))
        row.addWidget(self.block)
        row.addWidget(self.new)

    def show_week(self, week: Week) -> None:
        """Say which week is shown."""
        self._week = week
        self.title.setText(wording.week_name(week))
        self.dates.say(wording.week_dates(week))

    def show_hints(self, number: int, words: str, is_urgent: bool) -> None:
        """Offer the hints about the week, `number` of them: in words, as a number where there is little room."""
        self._hints = (words, str(number))
        self.hints.setVisible(number > 0)
        self._fit()
        self.hints.count(self._hints[self._is_compact], is_urgent)
        self.hints.setAccessibleName(words)
        self.hints.setToolTip(words)

    def follow(self, stack: QUndoStack) -> None:
        """Let undo and redo stand for this list from now on."""
        self.steps.follow(stack)

    def set_compact(self, is_compact: bool) -> None:
        """Be lower, for small windows."""
        self._is_compact = is_compact
        self.hints.setText(self._hints[is_compact])
        self.setFixedHeight(theme.px(COMPACT_HEIGHT if is_compact else HEIGHT))
        self._row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)

    def _step_back(self) -> None:
        self.week_stepped.emit(-1)

    def _step_on(self) -> None:
        self.week_stepped.emit(1)

    def _menu(self) -> QMenu:
        menu = make_menu(self)
        add(menu, self.tr("New post"), "plus", self.tr("Ctrl N"), self.post_requested.emit)
        add(menu, self.tr("Capture idea"), "bulb", self.tr("Ctrl I"), self.idea_requested.emit)
        add(menu, self.tr("New work block"), "clock", self.tr("Ctrl Shift N"), self.block_requested.emit)
        menu.addSeparator()
        add(menu, self.tr("Fill week"), "wand", "", self.fill_requested.emit)
        return menu

    def _word(self) -> None:
        self.back.set_name(self.tr("Previous week"))
        self.on.set_name(self.tr("Next week"))
        self.today.setText(self.tr("Today"))
        self.block.setText(self.tr("Work block"))
        self.block.setToolTip(self.tr("New work block in the next free slot"))
        self.new.main.setText(self.tr("New post"))
        self.new.more.setToolTip(self.tr("More to create"))
        self.new.more.setAccessibleName(self.tr("More to create"))
        if self._week is not None:
            self.show_week(self._week)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the menu of the other button offers too, before anything is cut off."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        others: tuple[QWidget, ...] = (self.title, self.back, self.today, self.on, self.steps, self.new)
        others += (self.hints,) * (not self.hints.isHidden())
        needed = sum(widget.sizeHint().width() + theme.px(8) for widget in (*others, self.block))
        self.block.setVisible(self.width() >= needed + theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), theme.color("surface"))
