"""Menus in the look of the program: Qt's own menus, with their rows painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from db.records import Status
from desktop.ui import icons, marks, theme

_ICON = 16
_GAP = 9
_RADIUS = 12


class Menu(QMenu):
    """A menu whose rows carry an icon, a text and the name of a key; dangerous ones are red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Only X11 may have nobody who blends windows: there the corners are cut off instead.
        self._is_blended = QGuiApplication.platformName() != "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._is_blended)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off where they cannot be transparent."""
        super().resizeEvent(event)
        if self._is_blended:
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), theme.px(_RADIUS), theme.px(_RADIUS))
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the rows."""
        painter = QPainter(self)
        if self._is_blended:
            marks.panel(painter, QRectF(self.rect()), theme.px(_RADIUS), theme.color("raised"))
        else:
            painter.fillRect(self.rect(), theme.color("raised"))
        for action in self.actions():
            if action.isVisible():
                self._paint_row(painter, action, self.actionGeometry(action))
        marks.outline(painter, QRectF(self.rect()), theme.px(_RADIUS), theme.color("line"), theme.border())
        painter.end()

    def _paint_row(self, painter: QPainter, action: QAction, rect: QRect) -> None:
        row = QRectF(rect)
        if action.isSeparator():
            painter.fillRect(QRectF(0, round(row.center().y()), self.width(), 1), theme.color("line-subtle"))
            return
        is_on = action is self.activeAction() and action.isEnabled()
        if is_on:
            marks.panel(painter, row, theme.px(6), theme.color("accent-tint"))
        role = "text-off" if not action.isEnabled() else "accent-text" if is_on else "text"
        sign = "text-off" if not action.isEnabled() else "accent-text" if is_on else "text-2"
        if action.property("is-danger") and action.isEnabled():
            role = sign = "danger"
        x, side = row.left() + theme.px(8), theme.px(_ICON)
        at = QRectF(x, row.center().y() - side / 2, side, side)
        name = action.property("sign")
        if isinstance(name, str):
            icons.draw(painter, name, at, theme.color(sign))
        elif not action.icon().isNull():
            action.icon().paint(painter, at.toRect())
        if self._has_signs():
            x += side + theme.px(_GAP)
        end = self._paint_end(painter, action, row)
        text = action.text().partition("\t")[0].replace("&&", "&")
        line = QRectF(x, row.top(), end - x, row.height())
        marks.text_line(painter, line, text, theme.font("body", 600 if is_on else 400), theme.color(role))

    def _paint_end(self, painter: QPainter, action: QAction, row: QRectF) -> float:
        """Draw what stands at the end of a row: arrow, check or key; gives where it begins."""
        side, end = theme.px(14), row.right() - theme.px(8)
        at = QRectF(end - side, row.center().y() - side / 2, side, side)
        if action.menu() is not None:
            icons.draw(painter, "chevron-right", at, theme.color("text-3"))
            return end - side - theme.px(8)
        if action.isCheckable() and action.isChecked():
            icons.draw(painter, "check", at, theme.color("accent-text"))
            return end - side - theme.px(8)
        key = action.text().partition("\t")[2]
        if key:
            font = theme.font("micro")
            wide = QFontMetrics(font).horizontalAdvance(key)
            place = QRectF(end - wide, row.top(), wide + 2, row.height())
            marks.text_line(painter, place, key, font, theme.color("text-3"))
            return end - wide - theme.px(12)
        return end

    def _has_signs(self) -> bool:
        return any(isinstance(action.property("sign"), str) or not action.icon().isNull() for action in self.actions())


def make_menu(parent: QWidget) -> QMenu:
    """An empty menu; it goes away for good when it has been closed."""
    made = Menu(parent)
    made.aboutToHide.connect(made.deleteLater)
    return made


def add(
    menu: QMenu,
    text: str,
    icon: str | None = None,
    shortcut: str = "",
    on: Callable[[], object] | None = None,
    is_danger: bool = False,
) -> QAction:
    """Add a row; `shortcut` only names the key, which somebody else listens to."""
    action = QAction(text.replace("&", "&&") + (f"\t{shortcut}" if shortcut else ""), menu)
    _dress(action, icon)
    action.setProperty("is-danger", is_danger)
    if on is not None:
        action.triggered.connect(lambda _checked=False: on())
    menu.addAction(action)
    return action


def add_submenu(menu: QMenu, text: str, icon: str | None = None) -> QMenu:
    """Add a row that opens another menu, which is given."""
    inner = Menu(menu)
    inner.setTitle(text.replace("&", "&&"))
    _dress(inner.menuAction(), icon)
    menu.addMenu(inner)
    return inner


def _dress(action: QAction, icon: str | None) -> None:
    if icon is not None:
        action.setProperty("sign", icon)
        # The row is painted by name; Qt needs the icon to leave room for it.
        action.setIcon(icons.icon(icon))


def status_icon(status: Status | str, size: int = 16) -> QIcon:
    """The mark of a status, or of overdue, for a row of a menu."""
    side = theme.px(size)
    made = QPixmap(side * 2, side * 2)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    marks.status_mark(painter, status, QRectF(0, 0, side, side), theme.color("raised"))
    painter.end()
    return QIcon(made)
