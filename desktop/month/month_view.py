"""Everything that is seen of the month and where it lies: header, names of the days, weeks, footer, toasts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.month.canvas import MonthCanvas
from desktop.month.drag import DragMachine
from desktop.month.footer import HEIGHT as FOOTER_HEIGHT
from desktop.month.footer import MonthFooter
from desktop.month.geometry import columns, least_row
from desktop.month.header import MonthHeader
from desktop.month.month_paint import column_names
from desktop.month.shown_month import ShownMonth
from desktop.ui import theme
from desktop.ui.toast import Toasts

COMPACT_BELOW = 1360  # the window's width at 100 % text
_NAMES = 32
_SOME_MONDAY = date(2026, 11, 23)


class _Names(QWidget):
    """What stands above the columns."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.fillRect(rect, theme.color("subtle"))
        painter.fillRect(QRectF(0, 0, rect.width(), 1), theme.color("line-subtle"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        edges = columns(rect.width())
        column_names(painter, rect, edges, _SOME_MONDAY)
        painter.fillRect(QRectF(edges[7], 0, 1, rect.height()), theme.color("line"))
        painter.end()


class MonthView(QWidget):
    """Lays out the parts; where the window is too low for them, weeks and footer scroll below the names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = MonthHeader(self)
        self._names = _Names(self)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._area.setWidget(self._page)
        self.canvas = MonthCanvas(self._page)
        self.footer = MonthFooter(self._page)
        self.drags = DragMachine(self.canvas, self._area, self)
        self.toasts = Toasts(self)
        self._rows = 6

    def show_month(self, shown: ShownMonth) -> None:
        """Show the weeks of a month and its name; the footer is shown by itself."""
        self.header.show_month(shown.year, shown.month)
        if len(shown.weeks) != self._rows:
            self._rows = len(shown.weeks)
            self._place()
        self.canvas.show_month(shown)
        self.drags.aim_again(is_new_page=True)

    def reveal(self, day: date) -> None:
        """Scroll so that a day is seen whole."""
        plan = self.canvas.plan
        if plan is not None and day in plan.shown:
            place = plan.cell(day).toRect()
            self._area.ensureVisible(place.center().x(), place.top(), 0, 0)
            self._area.ensureVisible(place.center().x(), place.bottom(), 0, 0)

    def retire_toasts(self) -> None:
        """Take away what earlier edits offered: their "undo" would mean another step from now on."""
        for toast in self.toasts.shown:
            if not toast.is_error:
                toast.close_toast()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out by the size of the window, known only now."""
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        window: QSize = self.window().size() * 100 / theme.scale()
        self.header.set_compact(window.width() < COMPACT_BELOW)
        width, top = self.width(), self.header.height()
        self.header.setGeometry(0, 0, width, top)
        names = theme.px(_NAMES)
        room = self.height() - top - names
        footer = theme.px(FOOTER_HEIGHT)
        weeks = max(room - footer, self._rows * least_row(width))
        is_scrolled = weeks + footer > room
        inner = width - (self._area.verticalScrollBar().sizeHint().width() if is_scrolled else 0)
        self._names.setGeometry(0, top, inner, names)
        self._area.setGeometry(0, top + names, width, room)
        self._page.resize(inner, weeks + footer)
        self.canvas.setGeometry(0, 0, inner, weeks)
        self.footer.setGeometry(0, weeks, inner, footer)
        self.toasts.bottom_inset = 0 if is_scrolled else footer

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), theme.color("subtle"))
