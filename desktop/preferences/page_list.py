"""The list of pages at the left of the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import accessible, icons, marks, theme
from desktop.ui.buttons import PaintedButton

_WIDTH = 216
_WIDEST = 300  # pixels, whatever the text size: the pages need the room
_WIDEST_WITH_TITLES = 340  # unless titles are long
_ROW = 32


class PageList(QWidget):
    """One row per page, of which one is the current; the arrow keys go from page to page.

    Signals: `chosen(key)`.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """Take (key, icon, title) per page."""
        super().__init__(parent)
        self._rows = {key: _Row(key, icon, title, self) for key, icon, title in pages}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(14), theme.px(10), theme.px(14))
        column.setSpacing(0)
        for row in self._rows.values():
            column.addWidget(row)
            row.clicked.connect(self._choose)
        column.addStretch(1)
        widest = max((row.sizeHint().width() for row in self._rows.values()), default=0)
        titles = min(widest + 2 * theme.px(10), _WIDEST_WITH_TITLES)
        self.setFixedWidth(max(min(theme.px(_WIDTH), _WIDEST), titles))

    def set_current(self, key: str) -> None:
        """Mark a page as the one that is shown, and let the keyboard go along; raises KeyError for an unknown one."""
        had_keyboard = any(row.hasFocus() for row in self._rows.values())
        for name, row in self._rows.items():
            row.setChecked(name == key)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._rows[key])
        if had_keyboard:
            self._rows[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbouring page."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        keys = list(self._rows)
        at = next(number for number, row in enumerate(self._rows.values()) if row.isChecked()) + step
        if 0 <= at < len(keys):
            self.chosen.emit(keys[at])

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.chosen.emit(row.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, and draw the edge towards the page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("subtle"))
        width = theme.border()
        painter.fillRect(self.width() - width, 0, width, self.height(), theme.color("line"))
        painter.end()


class _Row(PaintedButton):
    def __init__(self, key: str, icon: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self._icon = key, icon
        self.setCheckable(True)
        self.setText(title)
        self.setAccessibleName(title)

    def accessible_role(self) -> accessible.Role:
        return accessible.Role.PageTab

    def accessible_is_selected(self) -> bool:
        return self.isChecked()

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        return {self.tr("Open"): self.click}

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("body", 600))
        return QSize(metrics.horizontalAdvance(self._caption) + theme.px(46), theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(_ROW))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: the page says which row is the current one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, is_on = QPainter(self), self.isChecked()
        if is_on or self.underMouse():
            back = "accent-tint" if is_on else "pressed" if self.isDown() else "hover"
            marks.panel(painter, QRectF(self.rect()), self.radius(), theme.color(back))
        color, side = theme.color("accent-text" if is_on else "text-2"), theme.px(16)
        icons.draw(painter, self._icon, QRectF(theme.px(10), (self.height() - side) / 2, side, side), color)
        left = theme.px(10 + 17 + 9)
        line = QRectF(left, 0, self.width() - left - theme.px(8), self.height())
        marks.text_line(painter, line, self._caption, theme.font("body", 600 if is_on else 500), color)
        self.setToolTip(self._caption if self.sizeHint().width() > self.width() else "")
        painter.end()
