"""The surface itself: a field and a list below it, at the top of the window, with the window darkened behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.search.row_list import RowList
from desktop.search.rows import FoundRow, RowGroup
from desktop.ui import accessible, icons, marks, theme
from desktop.ui.field_frame import Editor

WIDTH, TOP, FIELD, FOOT, EDGE, RADIUS = 560, 72, 44, 8, 24, 12
PAGE = 6
SCRIM, SCRIM_DARK = 0.18, 0.6
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -PAGE, Qt.Key.Key_PageDown: PAGE}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Overlay(QWidget):
    """Lies over the whole window while it is open; no key goes on to what is below.

    Signals: `typed()` with every change of the text; `entered()` before Enter chooses; `chosen(FoundRow)` after Enter
    or a click, when the surface is gone already and the keyboard is back where it was.
    """

    typed = Signal()
    entered = Signal()
    chosen = Signal(object)

    def __init__(self, window: QWidget, name: str, placeholder: str, opened_by: Sequence[str]) -> None:
        """`opened_by` are the keys that opened it and close it too."""
        super().__init__(window)
        self.hide()
        self._window = window
        self._openers = [QKeySequence(each) for each in opened_by]
        self._before: QWidget | None = None
        self._nothing = ""
        self.setAccessibleName(name)
        self._panel = QWidget(self)
        self.field = Editor(self._panel)
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(name)
        self.field.textEdited.connect(self._tell)
        self.field.installEventFilter(self)
        self._scroll = QScrollArea(self._panel)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = RowList()
        self.rows.chosen.connect(self._choose)
        self.rows.current_changed.connect(self._keep_in_sight)
        self._port = QWidget()  # asking Qt for the one it made costs 15 ms
        self._scroll.setViewport(self._port)
        self._scroll.setWidget(self.rows)
        for ground in (self.rows, self._port):
            ground.setAutoFillBackground(False)
        window.installEventFilter(self)

    def accessible_role(self) -> QAccessible.Role:
        """It stands before everything else."""
        return QAccessible.Role.Dialog

    @property
    def is_open(self) -> bool:
        """Tell whether the surface is shown."""
        return self.isVisible()

    def open(self) -> None:
        """Show the surface with an empty field."""
        if self.is_open:
            return
        self._before = QApplication.focusWidget()
        font = theme.font("body")
        font.setPixelSize(theme.px(14))
        self.field.setFont(font)
        self.field.clear()
        self._lay_out()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Hide the surface and give the keyboard back."""
        if not self.is_open:
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_groups(self, groups: Sequence[RowGroup], nothing: str = "") -> None:
        """List these groups; `nothing` is said when there are none."""
        self._nothing = "" if groups else nothing
        self.rows.setFixedWidth(self._wide())
        self.rows.show_groups(groups)
        self._scroll.verticalScrollBar().setValue(0)
        before = self._reach()
        self._lay_out()
        self.update(before.united(self._reach()))  # what lies below is painted anew as well, which is not for nothing
        if self._nothing:
            accessible.announce(self.field, self._nothing)

    def _wide(self) -> int:
        return min(theme.px(WIDTH), self._window.width() - 2 * theme.px(EDGE))

    def _lay_out(self) -> None:
        self.setGeometry(self._window.rect())
        wide, top, field = self._wide(), theme.px(TOP), theme.px(FIELD)
        room = max(self.height() - top - field - theme.px(FOOT + EDGE), theme.px(120))
        high = theme.px(40) if self._nothing else min(self.rows.height(), room)
        foot = theme.px(FOOT) if high else 0
        self._panel.setGeometry((self.width() - wide) // 2, top, wide, field + high + foot)
        self._scroll.setGeometry(0, field, wide, high)
        self._scroll.setVisible(not self._nothing)
        line = self.field.sizeHint().height()
        left, right = theme.px(14 + 16 + 10), theme.px(14 + 40)
        self.field.setGeometry(left, (field - line) // 2, wide - left - right, line)

    def _reach(self) -> QRect:
        """The panel with its shadow."""
        left, top, right, bottom = marks.shadow_margins(2)
        return self._panel.geometry().adjusted(-left, -top, right, bottom)

    def _keep_in_sight(self, y: int, height: int) -> None:
        bar, seen = self._scroll.verticalScrollBar(), self._port.height()
        if y < bar.value():
            bar.setValue(y)
        elif y + height > bar.value() + seen:
            bar.setValue(y + height - seen)

    def _choose(self, row: FoundRow) -> None:
        if row.on is not None:
            self.dismiss()
            self.chosen.emit(row)

    def _tell(self) -> None:
        self.typed.emit()

    def choose_current(self) -> None:
        """Choose the current row, as Enter does."""
        self.entered.emit()
        row = self.rows.current
        if row is not None:
            self._choose(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, keep every key from its shortcuts, and go through the list by some."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.is_open:
                self.rows.setFixedWidth(self._wide())
                self._lay_out()
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (plain and key == Qt.Key.Key_Escape) or QKeySequence(event.keyCombination()) in self._openers:
            self.dismiss()
        elif plain and key in _STEPS:
            self.rows.go_by(_STEPS[key])
            accessible.announce(self.field, self.rows.current_name())
        elif plain and key in _ENTER:
            self.choose_current()
        elif key not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes on to the window below."""
        event.accept()

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: ARG002
        """The keyboard stays in the field."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def sizeHint(self) -> QSize:
        """As large as the window."""
        return self._window.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Darken the window; draw shadow, panel, the field's sign and line."""
        painter = QPainter(self)
        scrim = QColor(theme.color("window" if theme.is_dark() else "ink"))
        scrim.setAlphaF(SCRIM_DARK if theme.is_dark() else SCRIM)
        painter.fillRect(self.rect(), scrim)
        place = QRectF(self._panel.geometry())
        marks.shadow(painter, place, theme.px(RADIUS), 2)
        marks.panel(painter, place, theme.px(RADIUS), theme.color("raised"), theme.color("line"), theme.border())
        painter.translate(place.topLeft())
        field, side = theme.px(FIELD), theme.px(16)
        icons.draw(painter, "search", QRectF(theme.px(14), (field - side) / 2, side, side), theme.color("text-2"))
        end = QRect(self._panel.width() - theme.px(14 + 60), 0, theme.px(60), field)
        escape = self.tr("Esc")
        right = Qt.AlignmentFlag.AlignRight
        marks.text_line(painter, QRectF(end), escape, theme.font("micro"), theme.color("text-3"), right)
        painter.fillRect(1, field - 1, self._panel.width() - 2, 1, theme.color("line"))
        if self._nothing:
            line = QRectF(theme.px(14), field, self._panel.width() - theme.px(28), theme.px(44))
            marks.text_line(painter, line, self._nothing, theme.font("body"), theme.color("text-3"))
        painter.end()
