"""The list below the field of the surface: groups of painted rows, one of them the current one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.search.rows import FoundRow, RowGroup
from desktop.ui import accessible, icons, marks, theme

ROW, TITLE_ABOVE, TITLE, TITLE_BELOW = 32, 9, 14, 4
INSET, PADDING, GAP = 6, 8, 10
SIGN, TILE_GAP = 16, 2


class RowList(QWidget):
    """Signals: `chosen(FoundRow)` by a click; `current_changed(y, height)` where the current row lies now."""

    chosen = Signal(object)
    current_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: list[tuple[str, int]] = []
        self._rows: list[_Row] = []  # kept from one search to the next: new ones cost assistive technology dear
        self._shown = 0
        self._current = -1
        self._pointer = QPointF(-1, -1)
        self.setAccessibleName(self.tr("Search results"))

    def accessible_role(self) -> QAccessible.Role:
        """It is a list."""
        return QAccessible.Role.List

    @property
    def current(self) -> FoundRow | None:
        """The row that Enter chooses."""
        return self._rows[self._current].row if 0 <= self._current < self._shown else None

    @property
    def shown_rows(self) -> tuple[FoundRow, ...]:
        """All rows from top to bottom."""
        return tuple(row.row for row in self._rows[: self._shown])

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show these groups; the first row becomes the current one, and the list takes the height that it needs."""
        self._titles.clear()
        y = number = 0
        for group in groups:
            self._titles.append((group.title, y + theme.px(TITLE_ABOVE)))
            y += theme.px(TITLE_ABOVE + TITLE + TITLE_BELOW)
            for row in group.rows:
                if number == len(self._rows):
                    self._rows.append(_Row(self))
                self._rows[number].put(row, group.title, y, number)
                y += theme.px(ROW)
                number += 1
        for spare in self._rows[number:]:
            spare.hide()
        self._shown = number
        self.setFixedHeight(y)
        self._current = -1
        self.go_to(0)
        self.update()

    def go_by(self, steps: int) -> None:
        """Make another row the current one; from the last one step leads to the first and back."""
        if not self._shown:
            return
        if abs(steps) == 1:
            self.go_to((self._current + steps) % self._shown)
        else:
            self.go_to(min(max(self._current + steps, 0), self._shown - 1))

    def go_to(self, number: int) -> None:
        """Make a row the current one."""
        if not 0 <= number < self._shown or number == self._current:
            return
        former, self._current = self._current, number
        for each in (former, number):
            if 0 <= each < self._shown:
                self._rows[each].update()
        row = self._rows[number]
        accessible.selected_changed(row)
        top = row.y() if number else 0  # the first one with its title
        self.current_changed.emit(top, row.y() + row.height() - top)

    def is_current(self, number: int) -> bool:
        """Tell whether the row of this number is the current one."""
        return number == self._current

    def point_at(self, number: int, at: QPointF) -> None:
        """Follow the pointer, but only one that moves: rows that come to lie below it do not count."""
        if at != self._pointer:
            self._pointer = at
            self.go_to(number)

    def current_name(self) -> str:
        """The current row in words."""
        return self._rows[self._current].accessibleName() if 0 <= self._current < self._shown else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Write the titles; the rows paint themselves."""
        painter, left = QPainter(self), theme.px(INSET + PADDING)
        for title, y in self._titles:
            line = QRectF(left, y, self.width() - 2 * left, theme.px(TITLE))
            marks.text_line(painter, line, title, theme.font("micro", 600), theme.color("text-3"))
        painter.end()


class _Row(QWidget):
    def __init__(self, of: RowList) -> None:
        super().__init__(of)
        self._list = of
        self._number = 0
        self.row = FoundRow("")
        self.setMouseTracking(True)

    def accessible_role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        return self._list.is_current(self._number)

    def accessible_actions(self) -> dict[str, Callable[[], object]]:
        return {} if self.row.on is None else {self.tr("Choose"): self._choose}

    def put(self, row: FoundRow, group: str, y: int, number: int) -> None:
        self.row, self._number = row, number
        inset = theme.px(INSET)
        self.setGeometry(inset, y, self._list.width() - 2 * inset, theme.px(ROW))
        words = ", ".join(part for part in (row.text, row.detail) if part)
        self.setAccessibleName(words.replace("\u00ad", ""))  # soft hyphens are not to be read out
        self.setAccessibleDescription(group)
        self.show()
        self.update()

    def _choose(self) -> None:
        self._list.chosen.emit(self.row)

    def event(self, event: QEvent) -> bool:
        """Let the pointer make this the current row."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._list.point_at(self._number, event.globalPosition())
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose this row."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        is_current = self.accessible_is_selected()
        if is_current:
            marks.panel(painter, QRectF(self.rect()), theme.px(7), theme.color("accent-tint"))
        left = self._signs(painter, theme.color("accent-text" if is_current else "text-2"))
        font = theme.font("meta")
        right = self.width() - theme.px(PADDING)
        wide = min(QFontMetricsF(font).horizontalAdvance(self.row.detail) + 1, self.width() / 2)
        end = QRectF(right - wide, 0, wide, self.height())
        ink = theme.color("accent-text" if is_current else "text-3")
        marks.text_line(painter, end, self.row.detail, font, ink, Qt.AlignmentFlag.AlignRight)
        room = QRectF(left, 0, end.left() - (theme.px(GAP) if self.row.detail else 0) - left, self.height())
        self._write(painter, room, is_current)
        painter.end()

    def _signs(self, painter: QPainter, color: QColor) -> float:
        """Draw what stands before the text; gives where that begins."""
        side, x = theme.px(SIGN), float(theme.px(PADDING))
        top = (self.height() - side) / 2
        for kind in self.row.kinds:
            icons.tile(painter, kind, QRectF(x, top, side, side))
            x += side + theme.px(TILE_GAP)
        if self.row.kinds:
            return x - theme.px(TILE_GAP) + theme.px(GAP)
        if self.row.icon:
            icons.draw(painter, self.row.icon, QRectF(x, top, side, side), color)
            return x + side + theme.px(GAP)
        return x

    def _write(self, painter: QPainter, room: QRectF, is_current: bool) -> None:
        """Write the text with the found places underlined and bold."""
        color = theme.color("accent-text" if is_current else "text")
        plain, bold = theme.font("body", 600 if is_current else 400), theme.font("body", 700)
        x = room.left()
        for text, is_found in _runs(self.row):
            left = room.right() - x
            if left < theme.px(12):
                break
            wide = _run(painter, QRectF(x, room.top(), left, room.height()), text, bold if is_found else plain, color)
            if is_found:
                painter.setPen(QPen(color, theme.px(3) / 2))
                y = room.center().y() + QFontMetricsF(bold).ascent() / 2 + theme.px(1)
                painter.drawLine(QPointF(x, y), QPointF(x + wide, y))
            x += wide


def _run(painter: QPainter, rect: QRectF, text: str, font: QFont, color: QColor) -> float:
    return marks.text_line(painter, rect, text, font, color)


def _runs(row: FoundRow) -> list[tuple[str, bool]]:
    runs, at = [], 0
    for start, end in row.spans:
        if start > at:
            runs.append((row.text[at:start], False))
        runs.append((row.text[start:end], True))
        at = end
    if at < len(row.text):
        runs.append((row.text[at:], False))
    return runs
