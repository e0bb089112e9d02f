"""One time entry as a line of the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop import wording
from desktop.hours import words
from desktop.hours.entry_columns import GAP, Places, places, row_height
from desktop.hours.words import Names
from desktop.planning.hours import EntryLine
from desktop.ui import accessible, icons, marks, theme
from desktop.ui.focus import FocusMarking


class EntryRow(QWidget):
    """When, where, what, what for and how long.

    Signals: `edit_requested(entry_id)`, `delete_requested(entry_id)`, `opened(entry_id)` for its post or block,
    `stepped(lines)` for the arrow keys, `focused()`.
    """

    edit_requested = Signal(int)
    delete_requested = Signal(int)
    opened = Signal(int)
    stepped = Signal(int)
    focused = Signal()

    def __init__(self, line: EntryLine, names: Names) -> None:
        super().__init__()
        self._focus = FocusMarking()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._at = QPointF(-1, -1)
        self._is_last = False
        self.show_line(line, names)

    @property
    def line(self) -> EntryLine:
        """The entry that is shown."""
        return self._line

    def show_line(self, line: EntryLine, names: Names) -> None:
        """Show an entry as it is now."""
        self._line, self._names = line, names
        self._subject = words.subject(line.entry, names)
        accessible.name(self, words.entry_name(line, names))
        self.update()

    @property
    def can_edit(self) -> bool:
        """A running entry is the timer's."""
        return self._line.ends is not None

    def accessible_role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    def accessible_actions(self) -> dict[str, Callable[[], None]]:
        """What can be done with it."""
        actions: dict[str, Callable[[], None]] = {}
        if self.can_edit:
            actions[self.tr("Edit")] = self._edit
            actions[self.tr("Delete")] = self._delete
        if self._subject:
            actions[self.tr("Show in the week")] = self._open
        return actions

    def sizeHint(self) -> QSize:
        """One line, or two where it is narrow."""
        return QSize(theme.px(300), row_height(places(self.width()).is_stacked))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.px(260), self.sizeHint().height())

    def _edit(self) -> None:
        if self.can_edit:
            self.edit_requested.emit(self._line.entry.id)

    def _delete(self) -> None:
        if self.can_edit:
            self.delete_requested.emit(self._line.entry.id)

    def _open(self) -> None:
        if self._subject:
            self.opened.emit(self._line.entry.id)

    # where things are

    def edit_rect(self) -> QRectF:
        """Where the pencil lies."""
        at, side = places(self.width()), theme.px(24)
        right = at.edit[0] + at.edit[1]
        return QRectF(right - side, (row_height(at.is_stacked) - side) / 2, side, side)

    def _subject_span(self, at: Places) -> tuple[float, float]:
        """Where the post or block may be named: over the column of the note too while there is none."""
        x, wide = at.subject
        return (x, wide) if self._line.entry.note else (x, at.note[0] + at.note[1] - x)

    def subject_rect(self) -> QRectF:
        """Where the post or block is named."""
        at = places(self.width())
        x, wide = self._subject_span(at)
        used = QFontMetrics(theme.font("body")).horizontalAdvance(self._subject)
        half = self.height() / 2
        top, high = (half, half - theme.px(6)) if at.is_stacked else (0, self.height())
        return QRectF(x, top, min(wide, used), high)

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as it needs."""
        super().resizeEvent(event)
        self._focus.follow(self)
        wanted = row_height(places(self.width()).is_stacked)
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the ring along."""
        super().moveEvent(event)
        self._focus.follow(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring and tell the list."""
        super().focusInEvent(event)
        self._focus.show(self, event.reason(), theme.px(6))
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._focus.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, Enter and F2 edit, Delete deletes, Ctrl+Enter shows what it was worked for."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in steps and is_bare:
            self.stepped.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and is_bare:
            self._edit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._open()
        elif key == Qt.Key.Key_Delete and is_bare:
            self._delete()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pencil edits, the name of a post or block shows it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.can_edit and self.edit_rect().contains(event.position()):
            self._edit()
        elif self._subject and self.subject_rect().contains(event.position()):
            self._open()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        if not (self._subject and self.subject_rect().contains(event.position())):
            self._edit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        self._at = event.position()
        is_link = bool(self._subject) and self.subject_rect().contains(self._at)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._at = QPointF(-1, -1)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what is shortened, or where the entry comes from."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x()), self)
            return True
        return super().event(event)

    def _tip(self, x: float) -> str:
        at, entry = places(self.width()), self._line.entry
        if self.can_edit and x >= self.edit_rect().left():
            return self.tr("Edit")
        if at.is_stacked:
            return self.accessibleName()
        if x < at.platform[0]:
            return words.origin_of(entry)
        if x < at.activity[0]:
            return self._names.platforms[entry.platform_id].name
        return self._subject if at.subject[0] <= x < at.note[0] or not entry.note else entry.note

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter, at = QPainter(self), places(self.width())
        if self.underMouse():
            painter.fillRect(self.rect(), theme.color("accent-wash"))
        painter.fillRect(0, 0, self.width(), theme.border(), theme.color("line-subtle"))
        high = self.height() / 2 if at.is_stacked else float(self.height())
        top = theme.px(3) if at.is_stacked else 0.0
        self._paint_facts(painter, at, QRectF(0, top, self.width(), high))
        below = QRectF(0, high - theme.px(4), self.width(), high) if at.is_stacked else QRectF(0, 0, 0, high)
        self._paint_words(painter, at, below)
        if self.can_edit:
            square, side = self.edit_rect(), theme.px(15)
            is_over = square.contains(self._at)
            if is_over:
                marks.panel(painter, square, theme.px(6), theme.color("hover"))
            inset = (square.width() - side) / 2
            sign = QRectF(square.left() + inset, square.top() + inset, side, side)
            icons.draw(painter, "pencil", sign, theme.color("text" if is_over else "text-3"))
        painter.end()

    def _paint_facts(self, painter: QPainter, at: Places, line: QRectF) -> None:
        entry, body = self._line.entry, theme.font("body")
        center = line.center().y()
        x = self._sign(painter, words.ORIGIN_ICONS[entry.made_by], at.time[0], center, "text-3") + theme.px(8)
        place = QRectF(x, line.top(), at.time[0] + at.time[1] - x, line.height())
        marks.text_line(painter, place, words.time_of(self._line), body, theme.color("text"))
        platform = self._names.platforms[entry.platform_id]
        side = theme.px(16)
        icons.tile(painter, platform.kind, QRectF(at.platform[0], center - side / 2, side, side))
        if at.has_names:
            x = at.platform[0] + side + theme.px(7)
            place = QRectF(x, line.top(), at.platform[0] + at.platform[1] + theme.px(6) - x, line.height())
            marks.text_line(painter, place, platform.name, body, theme.color("text"))
        icon = icons.activity_icon(entry.activity)
        x = self._sign(painter, icon, at.activity[0], center, "text-2") + theme.px(6)
        place = QRectF(x, line.top(), at.activity[0] + at.activity[1] + theme.px(6) - x, line.height())
        marks.text_line(painter, place, wording.activity(entry.activity), body, theme.color("text"))
        x, wide = at.minutes
        place = QRectF(x, line.top(), wide, line.height())
        strong, right = theme.font("body-strong"), Qt.AlignmentFlag.AlignRight
        marks.text_line(painter, place, wording.hours(self._line.minutes), strong, theme.color("text"), right)

    def _paint_words(self, painter: QPainter, at: Places, line: QRectF) -> None:
        body = theme.font("body")
        x, wide = self._subject_span(at)
        is_over = bool(self._subject) and self.subject_rect().contains(self._at)
        font = theme.font("body")
        font.setUnderline(is_over)
        place = QRectF(x, line.top(), wide, line.height())
        used = marks.text_line(painter, place, self._subject, font, theme.color("text"))
        x, wide = at.note
        if at.is_stacked:  # the note follows right behind
            end = x + wide
            x = at.subject[0] + (used + theme.px(GAP) if used else 0)
            wide = end - x
        place = QRectF(x, line.top(), wide, line.height())
        marks.text_line(painter, place, self._line.entry.note, body, theme.color("text-3"))

    @staticmethod
    def _sign(painter: QPainter, icon: str, x: float, center: float, role: str) -> float:
        side = theme.px(14)
        icons.draw(painter, icon, QRectF(x, center - side / 2, side, side), theme.color(role))
        return x + side
