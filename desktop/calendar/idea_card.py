"""A card in the idea tray: title, platforms, format, effort and the first picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from db.records import Platform, Post
from desktop import wording
from desktop.calendar.post_card import Pictures
from desktop.ui import icons, marks, theme

HEIGHT = 60
DRAG_FROM = 4  # pixels of way, in both directions together
MOST_TILES = 3
SOURCE_OPACITY = 0.45


def no_pictures(_sha256: str) -> QPixmap | None:
    """The provider of a tray that was given none."""
    return None


class IdeaCard(QWidget):
    """Paints one idea and tells what is done to it.

    Signals: `lifted(card, press in global coordinates)` once the mouse has dragged far enough; `carry_wanted` (Enter),
    `opened` (F2, double click), `plan_wanted` (X) and `delete_wanted` with the card; `menu_wanted(card, global
    position)`; `step_wanted(card, -1 or 1)` for the arrow keys, with ±1000 for Home and End.
    """

    lifted = Signal(object, QPoint)
    carry_wanted = Signal(object)
    opened = Signal(object)
    plan_wanted = Signal(object)
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    step_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.post: Post | None = None
        self._platforms: tuple[Platform, ...] = ()
        self._pictures: Pictures = no_pictures
        self._pressed_at: QPoint | None = None
        self._is_lifted = False
        self._is_hovered = False
        self._shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_idea(self, post: Post, platforms: Mapping[int, Platform], pictures: Pictures) -> None:
        """Show another idea."""
        self.post = post
        self._platforms = tuple(platforms[variant.platform_id] for variant in post.variants)
        self._pictures = pictures
        parts = [platform.name for platform in self._platforms]
        parts += [wording.spoken(post.title) or wording.untitled()]
        parts += [wording.hours_h(post.effort.total)] if post.effort.total else []
        self.setAccessibleName(", ".join(parts))
        self.setToolTip(wording.spoken(post.title))
        self.update()

    def set_lifted(self, is_lifted: bool) -> None:
        """Show only a trace while the idea hangs on the pointer."""
        self._is_lifted = is_lifted
        self.update()

    def sizeHint(self) -> QSize:
        """The usual size; the tray decides the width."""
        return QSize(theme.px(191), theme.px(HEIGHT))

    # for assistive technology

    def accessible_role(self) -> QAccessible.Role:
        """An item of the list of ideas."""
        return QAccessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        """The one with the keyboard."""
        return self.hasFocus()

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """What keys do here."""
        return {
            self.tr("Move …"): partial(self.carry_wanted.emit, self),
            self.tr("Open"): partial(self.opened.emit, self),
            self.tr("Plan into the next free slot"): partial(self.plan_wanted.emit, self),
            self.tr("Delete"): partial(self.delete_wanted.emit, self),
        }

    # handling

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the card once the pointer has left its place."""
        here = event.globalPosition().toPoint()
        if self._pressed_at is not None and (here - self._pressed_at).manhattanLength() >= DRAG_FROM:
            pressed, self._pressed_at = self._pressed_at, None
            self.lifted.emit(self, pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that went nowhere selects only."""
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the idea."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self.opened.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours, Enter carries, F2 opens, X plans, Del deletes."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(key)
        if step is not None and plain:
            self.step_wanted.emit(self, step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_M} and plain:
            self.carry_wanted.emit(self)
        elif key is Qt.Key.Key_F2 and plain:
            self.opened.emit(self)
        elif key is Qt.Key.Key_X and plain:
            self.plan_wanted.emit(self)
        elif key is Qt.Key.Key_Delete and plain:
            self.delete_wanted.emit(self)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or, by key, at the card."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self, self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the pointer."""
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the plain card."""
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus unless it came by a click."""
        self._shows_focus = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus left."""
        self._shows_focus = False
        self.update()
        super().focusOutEvent(event)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, or its trace while it is lifted."""
        post = self.post
        if post is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, radius = QRectF(self.rect()), theme.px(8)
        if self._is_lifted:
            marks.dashed(painter, frame, radius, theme.color("line-strong"), None, 1.5)
            painter.setOpacity(SOURCE_OPACITY)
        else:
            fill = theme.color("hover" if self._is_hovered else "raised")
            marks.panel(painter, frame, radius, fill, theme.color("line"), theme.border())
        inner = frame.adjusted(theme.px(9), theme.px(6), -theme.px(8), -theme.px(6))
        picture = next((variant.pictures[0] for variant in post.variants if variant.pictures), None)
        thumbnail = self._pictures(picture) if picture else None
        if thumbnail is not None:
            place = QRectF(inner.right() - theme.px(38), inner.top() + theme.px(1), theme.px(38), theme.px(46))
            _paint_thumbnail(painter, thumbnail, place)
            inner.setRight(place.left() - theme.px(8))
        color = theme.color("text-3" if self._is_lifted else "text")
        title = post.title or wording.untitled()
        marks.text_lines(painter, inner, title, theme.font("card"), 2, color, line_height=theme.line_height("card"))
        self._paint_facts(painter, inner, post)
        if self._shows_focus and not self._is_lifted:
            marks.outline(painter, frame, radius, theme.color("accent"), 2)

    def _paint_facts(self, painter: QPainter, inner: QRectF, post: Post) -> None:
        line = QRectF(inner.left(), inner.bottom() - theme.px(14), inner.width(), theme.px(14))
        x, tile, icon, clock = line.left(), theme.px(14), theme.px(13), theme.px(12)
        for platform in self._platforms[:MOST_TILES]:
            icons.tile(painter, platform.kind, QRectF(x, line.top(), tile, tile))
            x += tile + theme.px(2)
        x += theme.px(3)
        if len(self._platforms) > MOST_TILES:
            more = f"+{len(self._platforms) - MOST_TILES}"
            rest = QRectF(x, line.top(), line.right() - x, line.height())
            x += marks.text_line(painter, rest, more, theme.font("micro"), theme.color("text-3")) + theme.px(5)
        icons.draw(painter, icons.format_icon(post.format_key), _centred(x, line, icon), theme.color("text-3"))
        x += icon + theme.px(8)
        if post.effort.total and x + clock < line.right():
            icons.draw(painter, "clock", _centred(x, line, clock), theme.color("text-2"))
            x += clock + theme.px(3)
            rest = QRectF(x, line.top(), line.right() - x, line.height())
            effort = wording.hours_h(post.effort.total)
            marks.text_line(painter, rest, effort, theme.font("micro"), theme.color("text-2"))


_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


def _centred(left: float, line: QRectF, side: int) -> QRectF:
    return QRectF(left, line.center().y() - side / 2, side, side)


def _paint_thumbnail(painter: QPainter, picture: QPixmap, place: QRectF) -> None:
    """Fill the place with the middle of the picture."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(place, theme.px(4), theme.px(4))
    painter.setClipPath(clip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    size = picture.deviceIndependentSize()
    factor = max(place.width() / size.width(), place.height() / size.height())
    width, height = place.width() / factor, place.height() / factor
    dpr = picture.devicePixelRatio()
    source = QRectF((size.width() - width) / 2 * dpr, (size.height() - height) / 2 * dpr, width * dpr, height * dpr)
    painter.drawPixmap(place, picture, source)
    painter.restore()
