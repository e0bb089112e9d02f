"""One idea as a card: title, first words, platform, format, effort and picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from db.records import Format, Platform, Post
from desktop import wording
from desktop.ideas import words
from desktop.ui import accessible, icons, marks, theme
from desktop.ui.focus import FocusMarking

HEIGHT = 128
_EDGE, _PICTURE = 12, 70


class IdeaCard(QWidget):
    """Tells the grid what the pointer does.

    Signals: `pressed(post id, QPoint)`, `moved(QPoint)`, `released(QPoint)` with places of the screen,
    `opened(post id)`, `planned(post id)`, `deleted(post id)`, `menu_requested(post id, QPoint)`, `focused(post id)`.
    """

    pressed = Signal(int, QPoint)
    moved = Signal(QPoint)
    released = Signal(QPoint)
    opened = Signal(int)
    planned = Signal(int)
    deleted = Signal(int)
    menu_requested = Signal(int, QPoint)
    focused = Signal(int)

    def __init__(self, idea: Post, parent: QWidget) -> None:
        super().__init__(parent)
        self._idea = idea
        self._platforms: dict[int, Platform] = {}
        self._format: Format | None = None
        self._picture: QPixmap | None = None
        self._is_selected = self._is_lifted = False
        self._focus = FocusMarking()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def idea(self) -> Post:
        """What is shown."""
        return self._idea

    def show_idea(
        self, idea: Post, platforms: dict[int, Platform], form: Format | None, picture: QPixmap | None, fits: bool
    ) -> None:
        """Show an idea as it is now."""
        self._idea, self._platforms, self._format, self._picture = idea, platforms, form, picture
        accessible.name(self, words.name(idea, platforms, fits))
        self.setToolTip(words.title(idea))
        self.update()

    def set_selected(self, is_selected: bool) -> None:
        """Show whether it is the chosen one."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            accessible.selected_changed(self)
            self.update()

    def set_lifted(self, is_lifted: bool) -> None:
        """Show only its outline while it is carried."""
        self._is_lifted = is_lifted
        self.update()

    # for assistive technology

    def accessible_role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        """Tell whether it is the chosen one."""
        return self._is_selected

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """What can be done with it."""
        return {
            self.tr("Open in the week"): self._open,
            self.tr("Plan into the next free slot"): partial(self.planned.emit, self._idea.id),
            self.tr("Delete"): partial(self.deleted.emit, self._idea.id),
            self.tr("More"): self.ask_for_menu,
        }

    def _open(self) -> None:
        self.opened.emit(self._idea.id)

    def ask_for_menu(self) -> None:
        """Have the menu shown in the middle of the card."""
        self.menu_requested.emit(self._idea.id, self.mapToGlobal(self.rect().center()))

    # events

    def sizeHint(self) -> QSize:
        """The size of the design."""
        return QSize(theme.px(273), theme.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The grid chooses and carries."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self._idea.id, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the way of the pointer while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the end of the way."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.released.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu where it was asked for."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.ask_for_menu()
        else:
            self.menu_requested.emit(self._idea.id, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring and tell the grid."""
        super().focusInEvent(event)
        self._focus.show(self, event.reason(), theme.px(10))
        self.focused.emit(self._idea.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._focus.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the ring along."""
        super().moveEvent(event)
        self._focus.follow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the ring along."""
        super().resizeEvent(event)
        self._focus.follow(self)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw ground, picture and text."""
        painter, rect, radius = QPainter(self), QRectF(self.rect()), theme.px(10)
        if self._is_lifted:
            marks.dashed(painter, rect.adjusted(1, 1, -1, -1), radius, theme.color("line-strong"), None, 1.2)
            painter.end()
            return
        marks.panel(painter, rect, radius, theme.color("raised"), theme.color("line"), theme.border())
        if self._is_selected:
            marks.outline(painter, rect, radius, theme.color("accent"), 2)
        edge = theme.px(_EDGE)
        inner = rect.adjusted(edge, edge, -edge, -edge)
        if self._picture is not None:
            place = QRectF(inner.right() - theme.px(_PICTURE), inner.top(), theme.px(_PICTURE), inner.height())
            paint_picture(painter, place, self._picture, theme.px(7))
            inner.setRight(place.left() - edge)
        self._paint_text(painter, inner)
        painter.end()

    def _paint_text(self, painter: QPainter, inner: QRectF) -> None:
        line = theme.px(18)
        text = self._idea.title or wording.untitled()
        font = theme.font("body-strong")
        font.setPixelSize(theme.px(14))
        foot = self._paint_foot(painter, inner)
        used = marks.text_lines(painter, inner, text, font, 2, theme.color("text"), line)
        below = self._idea.note or self._idea.body
        room = inner.height() - used - foot - theme.px(9)
        lines = min(2, int(room // theme.px(16)))
        if below and lines > 0:
            place = inner.adjusted(0, used + theme.px(3), 0, 0)
            marks.text_lines(painter, place, below, theme.font("meta", 500), lines, theme.color("text-3"), theme.px(16))

    def _paint_foot(self, painter: QPainter, inner: QRectF) -> float:
        """Tiles, format, effort on the last line; gives its height."""
        high, gap, x = theme.px(17), theme.px(7), inner.left()
        middle = inner.bottom() - high / 2
        known = [
            self._platforms[each.platform_id] for each in self._idea.variants if each.platform_id in self._platforms
        ]
        for platform in known[:3]:
            icons.tile(painter, platform.kind, QRectF(x, middle - high / 2, high, high))
            x += high + gap
        words_ = [wording.format_name(self._format)] if self._format is not None else []
        words_ += [wording.hours_h(self._idea.effort.total)] if self._idea.effort.total else []
        words_ += [" ".join(f"#{tag}" for tag in self._idea.tags)] if self._idea.tags else []
        if self._format is not None:
            side = theme.px(15)
            place = QRectF(x, middle - side / 2, side, side)
            icons.draw(painter, icons.format_icon(self._format.key), place, theme.color("text-3"))
            x += side + gap
        line = QRectF(x, middle - high / 2, inner.right() - x, high)
        marks.text_line(painter, line, "  ·  ".join(words_), theme.font("meta", 500), theme.color("text-2"))
        return high


def paint_picture(painter: QPainter, place: QRectF, picture: QPixmap, radius: float) -> None:
    """Fill a place with the middle of a picture."""
    path = QPainterPath()
    path.addRoundedRect(place, radius, radius)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(path)
    scale = max(place.width() / picture.width(), place.height() / picture.height())
    wide, high = place.width() / scale, place.height() / scale
    source = QRectF((picture.width() - wide) / 2, (picture.height() - high) / 2, wide, high)
    painter.drawPixmap(place, picture, source)
    painter.restore()
