"""A list of campaigns or people in groups, of which one is chosen by click or arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import accessible, icons, marks, theme
from desktop.ui.buttons import PaintedButton
from desktop.ui.controls import Card, Text, paint_avatar
from desktop.ui.parts import stacked

_ROW = 54


@dataclass(frozen=True, slots=True)
class Item:
    """A row: an icon or a person's initials, a title, a remark below it, a word at its end."""

    id: int
    title: str
    remark: str = ""
    end: str = ""
    icon: str = ""
    initials: str = ""
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a caption."""

    caption: str
    items: Sequence[Item]


class RecordList(Card):
    """Signals: `chosen(id)`. Groups without rows are not shown."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: dict[int, _Row] = {}
        self._shown: tuple[Group, ...] = ()
        self._captions: list[Text] = []
        self._column = stacked(self, (9, 5, 9, 9))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def accessible_role(self) -> accessible.Role:
        """A list."""
        return accessible.Role.List

    def show_groups(self, groups: Sequence[Group], selected: int | None) -> None:
        """Show other rows; the row with the keyboard keeps it as long as it is there."""
        wanted = tuple(Group(group.caption, tuple(group.items)) for group in groups if group.items)
        if wanted != self._shown:
            self._shown = wanted
            self._fill()
        self.select(selected)

    def select(self, selected: int | None) -> None:
        """Mark a row as the one whose details are shown."""
        for each, row in self._rows.items():
            row.set_selected(each == selected)

    def focus_row(self, row_id: int) -> None:
        """Give a row the keyboard; nothing for an unknown one."""
        if row_id in self._rows:
            self._rows[row_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        items = {item.id: item for group in self._shown for item in group.items}
        while self._column.count():
            self._column.takeAt(0)
        for caption in self._captions:
            caption.hide()
            caption.deleteLater()
        self._captions = []
        for gone in set(self._rows) - set(items):
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        before: QWidget | None = None
        for group in self._shown:
            caption = Text(group.caption, "micro", "text-3", 600)
            caption.setContentsMargins(theme.px(10), theme.px(8), 0, theme.px(4))
            self._captions.append(caption)
            self._column.addWidget(caption)
            for item in group.items:
                row = self._rows.get(item.id) or self._new_row(item)
                row.show_item(item)
                self._column.addWidget(row)
                if before is not None:
                    QWidget.setTabOrder(before, row)
                before = row
        self._rows = {item_id: self._rows[item_id] for item_id in items}
        self.updateGeometry()

    def _new_row(self, item: Item) -> _Row:
        row = _Row(item, self)
        row.clicked.connect(self._choose)
        row.stepped.connect(self._step)
        self._rows[item.id] = row
        return row

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.chosen.emit(row.item.id)

    def _step(self, step: int) -> None:
        row = self.sender()
        if not isinstance(row, _Row):
            return
        ids = list(self._rows)
        at = ids.index(row.item.id) + step
        if 0 <= at < len(ids):
            self.chosen.emit(ids[at])
            self.focus_row(ids[at])


class _Row(PaintedButton):
    stepped = Signal(int)

    def __init__(self, item: Item, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._is_selected = False

    def accessible_role(self) -> accessible.Role:
        return accessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        return self._is_selected

    def show_item(self, item: Item) -> None:
        self.item = item
        self.setAccessibleName(", ".join(word for word in (item.title, item.remark, item.end) if word))
        self.update()

    def set_selected(self, is_selected: bool) -> None:
        self._is_selected = is_selected
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_selected else Qt.FocusPolicy.ClickFocus)
        self.update()

    def radius(self) -> float:
        return theme.px(8)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(328), theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect, item = QPainter(self), QRectF(self.rect()), self.item
        if self._is_selected:
            fill, line = theme.color("accent-wash"), theme.color("accent")
            marks.panel(painter, rect, self.radius(), fill, line, theme.border())
        elif self.underMouse():
            marks.panel(painter, rect, self.radius(), theme.color("hover"))
        middle, x, side = rect.center().y(), theme.px(10), theme.px(26)
        self._paint_sign(painter, QRectF(x, middle - side / 2, side, side))
        x += side + theme.px(10)
        end = self._paint_end(painter, rect)
        high = theme.px(16)
        top = middle - (high if item.remark else high / 2)
        color = theme.color("text-2" if item.is_past else "text")
        name = QRectF(x, top, max(end - x, 0), high)
        marks.text_line(painter, name, item.title, theme.font("body-strong"), color)
        if item.remark:
            place = QRectF(x, top + high, max(end - x, 0), high)
            marks.text_line(painter, place, item.remark, theme.font("meta"), theme.color("text-3"))
        painter.end()

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        if self.item.initials:
            painter.setOpacity(0.5 if self.item.is_past else 1.0)
            paint_avatar(painter, place, self.item.initials, self.item.id)
            painter.setOpacity(1.0)
            return
        marks.panel(painter, place, theme.px(7), theme.color("hover" if self.item.is_past else "accent-tint"))
        inset = theme.px(5)
        sign = theme.color("text-3" if self.item.is_past else "accent-text")
        icons.draw(painter, self.item.icon, place.adjusted(inset, inset, -inset, -inset), sign)

    def _paint_end(self, painter: QPainter, rect: QRectF) -> float:
        """Draw the word at the end and the arrow; gives where they begin."""
        side = theme.px(14)
        arrow = QRectF(rect.right() - theme.px(12) - side, rect.center().y() - side / 2, side, side)
        icons.draw(painter, "chevron-right", arrow, theme.color("text-3"))
        if not self.item.end:
            return arrow.left() - theme.px(8)
        font = theme.font("body-strong")
        wide = QFontMetrics(font).horizontalAdvance(self.item.end)
        left = arrow.left() - theme.px(10) - wide
        color = theme.color("text-2" if self.item.is_past else "text")
        marks.text_line(painter, QRectF(left, rect.top(), wide + 2, rect.height()), self.item.end, font, color)
        return left - theme.px(8)
