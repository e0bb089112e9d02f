"""Everything that is seen of the ideas and where it lies: head, capture, filters, cards, the chosen one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop.ideas import words
from desktop.ideas.detail import IdeaDetail
from desktop.ideas.grid import IdeaGrid
from desktop.planning.ideas import Order
from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text
from desktop.ui.fields import LineField
from desktop.ui.filter_chips import ChoiceChip, MenuChip
from desktop.ui.flow import Flow
from desktop.ui.focus import FocusRing
from desktop.ui.menus import add, make_menu
from desktop.ui.panes import Panes

_WITH_DETAIL = 900
ALL, FITTING = "", "\0fits"  # the filters beside the tags


class IdeasView(QWidget):
    """The parts by name: `capture`, `search`, `grid`, `detail`.

    Signals: `captured(str)`, `filter_chosen(tag, ALL or FITTING)`, `order_chosen(Order)`, `searched(str)`.
    """

    captured = Signal(str)
    filter_chosen = Signal(str)
    order_chosen = Signal(object)
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._order = Order.OWN
        self._has_idea = False
        self.head = _Head()
        self.capture = LineField(self.tr("What comes to mind? Type a title, Enter files the idea."), "bulb", 44)
        self.capture.editor.setAccessibleName(self.tr("Capture idea"))
        self.file = Button(self.tr("File"), "plus")
        self.capture.editor.returnPressed.connect(self._file)
        self.file.clicked.connect(self._file)
        self.search = LineField(self.tr("Search"), "search", 28)
        self.search.editor.setAccessibleName(self.tr("Search ideas"))
        self.search.setFixedWidth(theme.px(150))
        self.search.edited.connect(self.searched)
        self.order = MenuChip(self.tr("Order"), self._order_menu)
        self._chips: dict[str, ChoiceChip] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._filters = QWidget()
        self._flow = Flow(self._filters, gap=6, line_gap=6)
        self._gap = QWidget()  # takes what is left of the line
        self.grid = IdeaGrid()
        self.nothing = Text("", "body", "text-2", is_wrapped=True)
        self.detail = IdeaDetail()
        self._lay_out()

    def _lay_out(self) -> None:
        left = _Ground()
        self.panes = Panes(self.head, left, self.detail)
        column = QVBoxLayout(left)
        edge = theme.px(20)
        column.setContentsMargins(edge, theme.px(14), edge, 0)
        column.setSpacing(theme.px(12))
        capture = QHBoxLayout()
        capture.setSpacing(theme.px(8))
        capture.addWidget(self.capture, 1)
        capture.addWidget(self.file)
        column.addLayout(capture)
        column.addWidget(self._filters)
        paper = _Ground()
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(FocusRing.REACH, FocusRing.REACH, FocusRing.REACH, edge)
        inner.addWidget(self.nothing)
        inner.addWidget(self.grid)
        inner.addStretch(1)
        self._sheet = QScrollArea()
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.setWidgetResizable(True)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet.setWidget(paper)
        self.grid.reached.connect(self._bring_into_sight)
        column.addWidget(self._sheet, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(left, 1)
        below.addWidget(self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(below, 1)

    def _bring_into_sight(self, card: QWidget) -> None:
        self._sheet.ensureWidgetVisible(card, 0, theme.px(16))

    # what is shown

    def show_filters(self, counts: list[tuple[str, str, int]], chosen: str, order: Order) -> None:
        """Offer filters as (key, text, count); chips that are there already stay."""
        keys = [key for key, _text, _count in counts]
        for gone in [key for key in self._chips if key not in keys]:
            chip = self._chips.pop(gone)
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        for key, text, count in counts:
            chip = self._chips.get(key) or self._new_chip(key)
            chip.setText(f"{text} {count}")
            chip.setChecked(key == chosen)
            self._flow.add(chip)
            chip.show()
        self._flow.add(self._gap, 1)
        self._flow.add(self.search)
        self._flow.add(self.order)
        self._order = order
        self.order.show_choice(words.order_name(order), order is not Order.OWN)

    def _new_chip(self, key: str) -> ChoiceChip:
        chip = ChoiceChip("")
        chip.setParent(self._filters)
        self._group.addButton(chip)
        chip.clicked.connect(partial(self._choose, key))
        self._chips[key] = chip
        return chip

    def _choose(self, key: str, _is_on: bool = True) -> None:
        self.filter_chosen.emit(key)

    def chip(self, key: str) -> ChoiceChip:
        """The chip of a filter; raises KeyError for an unknown one."""
        return self._chips[key]

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no card; empty where there are some."""
        self.nothing.setText(sentence)
        self.nothing.setVisible(bool(sentence))

    def show_detail(self, has_idea: bool) -> None:
        """Show the chosen idea at length where there is one and room for it."""
        self._has_idea = has_idea
        self.detail.setVisible(has_idea and self.width() >= theme.px(_WITH_DETAIL))

    def _order_menu(self) -> QMenu:
        menu = make_menu(self)
        for order in Order:
            action = add(menu, words.order_name(order), None, "", partial(self.order_chosen.emit, order))
            action.setCheckable(True)
            action.setChecked(order is self._order)
        return menu

    def _file(self) -> None:
        text = " ".join(self.capture.value.split())
        if text:
            self.capture.clear()
            self.captured.emit(text)
        self.capture.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the details where it is narrow."""
        super().resizeEvent(event)
        self.show_detail(self._has_idea)


class _Head(QWidget):
    """The title, and how many ideas there are."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(56))
        self.count = Text("", "body", "text-2")
        self.count.setContentsMargins(0, theme.px(4), 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Text(self.tr("Ideas"), "title-1"))
        row.addWidget(self.count)
        row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = QPainter(self), theme.border()
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - width, self.width(), width, theme.color("line"))
        painter.end()


class _Ground(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("subtle"))
        painter.end()
