"""A page in two halves: a list of records with a button below at the left, the chosen one's form at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.preferences.columns import Columns
from desktop.preferences.parts import Line, remark
from desktop.preferences.record_list import RecordList
from desktop.ui import icons, marks, theme
from desktop.ui.controls import Button, Card, IconButton, Text
from desktop.ui.fields import help_text
from desktop.ui.parts import beside, stacked


class RecordHalves(QWidget):
    """List and form, or where there is no record yet the sentence that says what it would be good for.

    Signals: `add_requested()`.
    """

    add_requested = Signal()

    def __init__(self, rows: RecordList, form: QWidget, icon: str, add: str, add_name: str, about: str) -> None:
        """Take the text of the button, what assistive technology calls it, and what records are good for."""
        super().__init__()
        self._add = Button(add, "plus")
        self._add.setAccessibleName(add_name)
        self._first = Button(add_name, "plus", "primary")
        self._none = self._make_none(icon, about)
        left, right = QWidget(), QWidget()
        column = stacked(left)
        column.addWidget(rows)
        column.addSpacing(theme.px(10))
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(12))
        column.addWidget(remark(help_text(about)))
        column = stacked(right)
        column.addWidget(form)
        self._halves = QWidget()
        columns = Columns(self._halves, gap=16, line_gap=16)
        columns.add(left, 344, stretch=0)
        columns.add(right, 480)
        column = stacked(self)
        column.addWidget(self._halves)
        column.addWidget(self._none)
        self._add.clicked.connect(self.add_requested)
        self._first.clicked.connect(self.add_requested)

    def show_any(self, is_any: bool) -> None:
        """Show list and form, or the sentence."""
        self._halves.setVisible(is_any)
        self._none.setVisible(not is_any)

    def _make_none(self, icon: str, about: str) -> QWidget:
        card = Card()
        column = stacked(card, (24, 26, 24, 26))
        column.addWidget(SignTile(icon, 36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(10))
        words = Text(about, role="text-2", is_wrapped=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(theme.px(420))
        row = beside()
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(theme.px(14))
        column.addWidget(self._first, 0, Qt.AlignmentFlag.AlignHCenter)
        return card


class RecordHead(QWidget):
    """The head of a form: sign, title, remark, and the button that deletes. Signals: `delete_requested()`."""

    delete_requested = Signal()

    def __init__(self, sign: QWidget) -> None:
        super().__init__()
        self._title, self._remark = Line("", "title-3"), Line("", "meta", "text-3")
        self._delete = IconButton("trash", "", 30)
        row = beside(self, spacing=8)
        row.addWidget(sign)
        words = stacked()
        words.addWidget(self._title)
        words.addWidget(self._remark)
        row.addLayout(words, 1)
        row.addWidget(self._delete)
        self._delete.clicked.connect(self.delete_requested)

    def show_record(self, title: str, its_remark: str) -> None:
        """Show other words."""
        self._title.set_text(title)
        self._remark.set_text(its_remark)
        self._remark.setVisible(bool(its_remark))
        self._delete.set_name(self.tr("Delete “{name}”").format(name=title))


class SignTile(QWidget):
    """An icon on a tinted square."""

    def __init__(self, icon: str, size: int = 30) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(theme.px(size), theme.px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile."""
        painter, rect = QPainter(self), QRectF(self.rect())
        marks.panel(painter, rect, theme.px(8), theme.color("accent-tint"))
        inset = rect.width() * 0.2
        icons.draw(painter, self._icon, rect.adjusted(inset, inset, -inset, -inset), theme.color("accent-text"))
        painter.end()
