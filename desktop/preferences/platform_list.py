"""The list of platforms, those in the week above the hidden ones: chosen by click or arrows, put in order by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from db.records import Platform
from desktop import wording
from desktop.ui import accessible, icons, marks, theme
from desktop.ui.buttons import PaintedButton
from desktop.ui.controls import Card, Text

_ROW = 54
_CAPTION = 26
_TOP, _BOTTOM, _SIDE = 5, 9, 9
_GRIP = 30


class PlatformList(Card):
    """Signals: `chosen(platform id)`; `ordered(tuple of all ids)` after a row was dragged or moved by Alt+Up/Down.

    A row stays among those in the week, or among the hidden ones: what shows a platform is its switch.
    """

    chosen = Signal(int)
    ordered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._active_caption = Text(self.tr("In the week"), "micro", "text-3", 600, parent=self)
        self._hidden_caption = Text(self.tr("Hidden"), "micro", "text-3", 600, parent=self)
        self._rows: dict[int, _Row] = {}
        self._order: list[int] = []
        self._dragged: _Row | None = None
        self.setAccessibleName(self.tr("Platforms"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def accessible_role(self) -> accessible.Role:
        """A list."""
        return accessible.Role.List

    def show_platforms(self, platforms: Sequence[Platform], remarks: Mapping[int, str], selected: int | None) -> None:
        """Show platforms in the user's order; `remarks` stand below their names."""
        ids = [platform.id for platform in platforms]
        for gone in set(self._rows) - set(ids):
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for platform in platforms:
            row = self._rows.get(platform.id) or self._new_row(platform)
            row.show_platform(platform, remarks.get(platform.id, ""))
        by_id = {platform.id: platform for platform in platforms}
        self._order = sorted(ids, key=lambda platform_id: not by_id[platform_id].is_active)
        before = None
        for platform_id in self._order:
            if before is not None:
                QWidget.setTabOrder(before, self._rows[platform_id])
            before = self._rows[platform_id]
        self.select(selected)
        self._place()
        self.updateGeometry()

    def select(self, platform_id: int | None) -> None:
        """Mark a platform as the one whose details are shown."""
        for each, row in self._rows.items():
            row.set_selected(each == platform_id)

    def focus_row(self, platform_id: int) -> None:
        """Give a row the keyboard."""
        self._rows[platform_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        groups = sum(1 for is_active in (True, False) if self._group(is_active))
        high = theme.px(_TOP + _BOTTOM) + groups * theme.px(_CAPTION) + len(self._order) * theme.px(_ROW)
        return QSize(theme.px(344), high)

    def minimumSizeHint(self) -> QSize:
        """Names are shortened where there is little room."""
        return QSize(theme.px(200), self.sizeHint().height())

    def _new_row(self, platform: Platform) -> _Row:
        row = _Row(platform, self)
        row.clicked.connect(self._choose)
        row.stepped.connect(self._step)
        row.carried.connect(self._carry)
        row.drag_began.connect(self._begin_drag)
        row.drag_moved.connect(self._drag)
        row.drag_ended.connect(self._end_drag)
        row.show()
        self._rows[platform.id] = row
        return row

    def _group(self, is_active: bool) -> list[int]:
        return [each for each in self._order if self._rows[each].platform.is_active is is_active]

    def _place(self) -> None:
        side, high, wide = theme.px(_SIDE), theme.px(_ROW), self.width() - 2 * theme.px(_SIDE)
        top = theme.px(_TOP)
        for is_active, caption in ((True, self._active_caption), (False, self._hidden_caption)):
            group = self._group(is_active)
            caption.setVisible(bool(group))
            if not group:
                continue
            caption.setGeometry(side + theme.px(10), top + theme.px(8), wide - theme.px(10), theme.px(14))
            top += theme.px(_CAPTION)
            for each in group:
                row = self._rows[each]
                row.setGeometry(side, row.y() if row is self._dragged else top, wide, high)
                top += high

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows anew."""
        super().resizeEvent(event)
        self._place()

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.chosen.emit(row.platform.id)

    def _step(self, step: int) -> None:
        row = self.sender()
        if not isinstance(row, _Row):
            return
        at = self._order.index(row.platform.id) + step
        if 0 <= at < len(self._order):
            self.chosen.emit(self._order[at])
            self.focus_row(self._order[at])

    def _carry(self, step: int) -> None:
        row = self.sender()
        if not isinstance(row, _Row):
            return
        group = self._group(row.platform.is_active)
        at = group.index(row.platform.id) + step
        if 0 <= at < len(group):
            self._put(row, at)
            self._tell_order(row)

    def _put(self, row: _Row, at: int) -> None:
        """Let a row stand at a place of its group."""
        own = self._group(row.platform.is_active)
        own.remove(row.platform.id)
        own.insert(at, row.platform.id)
        other = self._group(not row.platform.is_active)
        self._order = own + other if row.platform.is_active else other + own
        self._place()

    def _tell_order(self, row: _Row) -> None:
        group = self._group(row.platform.is_active)
        place = {"name": row.platform.name, "place": group.index(row.platform.id) + 1, "count": len(group)}
        accessible.announce(row, self.tr("{name}, place {place} of {count}").format(**place))
        self.ordered.emit(tuple(self._order))

    def _begin_drag(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self._dragged, self._order_before = row, list(self._order)
            row.raise_()

    def _drag(self, top: int) -> None:
        row = self._dragged
        if row is None:
            return
        group = self._group(row.platform.is_active)
        high = theme.px(_ROW)
        others = [self._rows[each] for each in self._group(not row.platform.is_active)]
        above = theme.px(_TOP + _CAPTION)
        if not row.platform.is_active and others:
            above += theme.px(_CAPTION) + len(others) * high
        lowest = above + (len(group) - 1) * high
        row.move(row.x(), min(max(top, above), lowest))
        self._put(row, round((row.y() - above) / high))

    def _end_drag(self, is_kept: bool) -> None:
        row, self._dragged = self._dragged, None
        if row is None:
            return
        if not is_kept:
            self._order = self._order_before
        self._place()
        if is_kept and self._order != self._order_before:
            self._tell_order(row)


class _Row(PaintedButton):
    """A platform: grip, tile, name, remark, hours."""

    stepped = Signal(int)
    carried = Signal(int)
    drag_began = Signal()
    drag_moved = Signal(int)
    drag_ended = Signal(bool)

    def __init__(self, platform: Platform, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform = platform
        self._remark = ""
        self._press: QPoint | None = None
        self._is_dragged = False
        self._is_selected = False
        self.setMouseTracking(True)

    def accessible_role(self) -> accessible.Role:
        return accessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        return self._is_selected

    def show_platform(self, platform: Platform, remark: str) -> None:
        self.platform, self._remark = platform, remark
        words = [platform.name, remark, wording.hours_h(platform.target)]
        self.setAccessibleName(", ".join(word for word in words if word))
        self.update()

    def set_selected(self, is_selected: bool) -> None:
        self._is_selected = is_selected
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_selected else Qt.FocusPolicy.ClickFocus)
        self.update()

    def radius(self) -> float:
        return theme.px(8)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(328), theme.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._is_dragged and event.key() == Qt.Key.Key_Escape:
            self._end_drag(is_kept=False)
        elif step is not None and not held:
            self.stepped.emit(step)
        elif step is not None and held == Qt.KeyboardModifier.AltModifier:
            self.carried.emit(step)
        else:
            super().keyPressEvent(event)

    def _is_grip(self, place: QPoint) -> bool:
        return place.x() < theme.px(_GRIP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self._is_grip(place):
            self._press = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self.setCursor(
            Qt.CursorShape.SizeVerCursor if self._press or self._is_grip(place) else Qt.CursorShape.ArrowCursor
        )
        if self._press is None:
            super().mouseMoveEvent(event)
            return
        if not self._is_dragged and (place - self._press).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged = True
            self.setDown(False)
            self.drag_began.emit()
        if self._is_dragged:
            self.drag_moved.emit(self.mapToParent(place).y() - self._press.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._end_drag(is_kept=True)
        else:
            self._press = None
            super().mouseReleaseEvent(event)

    def _end_drag(self, is_kept: bool) -> None:
        self._press, self._is_dragged = None, False
        self.setDown(False)
        self.drag_ended.emit(is_kept)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._is_selected:
            fill, line = theme.color("accent-wash"), theme.color("accent")
            marks.panel(painter, rect, self.radius(), fill, line, theme.border())
        elif self.underMouse() or self._is_dragged:
            marks.panel(painter, rect, self.radius(), theme.color("hover"))
        middle, x, side = rect.center().y(), theme.px(6), theme.px(16)
        icons.draw(painter, "grip-vertical", QRectF(x, middle - side / 2, side, side), theme.color("text-3"))
        x, side = x + theme.px(16 + 10), theme.px(26)
        painter.setOpacity(1.0 if self.platform.is_active else 0.5)
        icons.tile(painter, self.platform.kind, QRectF(x, middle - side / 2, side, side))
        painter.setOpacity(1.0)
        x += side + theme.px(10)
        end = self._paint_end(painter, rect)
        strong, meta = theme.font("body-strong"), theme.font("meta")
        high = theme.px(16)
        top = middle - (high if self._remark else high / 2)
        name = QRectF(x, top, end - x, high)
        marks.text_line(painter, name, self.platform.name, strong, theme.color("text"))
        if self._remark:
            place = QRectF(x, top + high, end - x, high)
            marks.text_line(painter, place, self._remark, meta, theme.color("text-3"))
        painter.end()

    def _paint_end(self, painter: QPainter, rect: QRectF) -> float:
        """Draw hours and arrow; gives where they begin."""
        side = theme.px(14)
        arrow = QRectF(rect.right() - theme.px(12) - side, rect.center().y() - side / 2, side, side)
        icons.draw(painter, "chevron-right", arrow, theme.color("text-3"))
        font, hours = theme.font("body-strong"), wording.hours_h(self.platform.target)
        wide = QFontMetrics(font).horizontalAdvance(hours)
        left = arrow.left() - theme.px(10) - wide
        marks.text_line(painter, QRectF(left, rect.top(), wide + 2, rect.height()), hours, font, theme.color("text"))
        return left - theme.px(8)
