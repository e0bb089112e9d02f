"""What floats with the pointer while a post is dragged: the lifted post, and a label with time and consequence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from db.records import Platform
from desktop.month.entry_paint import paint_entry
from desktop.planning.cards import PostCard
from desktop.ui import icons, marks, theme

_HEIGHT = 29
_RADIUS = 6
_BADGE = 18
_LABEL_GAP, _LABEL_DROP = 6, 8


@dataclass(frozen=True, slots=True)
class Label:
    """When it would go out, and what that does to the budgets."""

    head: str = ""
    note: str = ""
    is_over: bool = False


class _Floating(QWidget):
    """Above everything in the window, not there for the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()


class _Card(_Floating):
    def __init__(self, window: QWidget, made: QPixmap) -> None:
        super().__init__(window)
        self._made = made
        self.is_copy = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._made)
        if self.is_copy:
            side = theme.px(_BADGE)
            left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
            place = QRectF(left - side / 2 + 2, max(0.0, top - side / 2 + 2), side, side)
            marks.panel(painter, place, side / 2, theme.color("accent"), theme.color("surface"), 1.5)
            icons.draw(painter, "plus", place.adjusted(3, 3, -3, -3), theme.color("on-accent"))
        painter.end()


class _LabelBox(_Floating):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.label = Label()

    def say(self, label: Label) -> None:
        self.label = label
        metrics = QFontMetricsF(theme.font("meta", 600))
        width = metrics.horizontalAdvance(label.head)
        if label.note:
            width = max(width, metrics.horizontalAdvance(label.note) + theme.px(18))
        lines = 2 if label.note else 1
        self.resize(round(width) + theme.px(18) + 1, lines * theme.line_height("meta") + theme.px(12))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        marks.panel(painter, QRectF(self.rect()), theme.px(7), theme.color("ink"))
        line, font = theme.line_height("meta"), theme.font("meta", 600)
        place = QRectF(theme.px(9), theme.px(6), self.width() - theme.px(9), line)
        marks.text_line(painter, place, self.label.head, font, theme.color("on-ink"))
        if self.label.note:
            place.translate(0, line)
            side = theme.px(13)
            icon = QRectF(place.left(), place.center().y() - side / 2, side, side)
            ink = theme.color("warn-tint" if self.label.is_over else "on-ink-accent")
            icons.draw(painter, "alert-triangle" if self.label.is_over else "circle-check", icon, ink)
            place.setLeft(icon.right() + theme.px(5))
            marks.text_line(painter, place, self.label.note, font, ink)
        painter.end()


class Ghost:
    """The lifted post and its label; made anew for every drag, gone with `vanish`."""

    def __init__(self, window: QWidget, card: PostCard, platforms: Mapping[int, Platform], width: float) -> None:
        self._window = window
        self._size = QSize(round(width), theme.px(_HEIGHT))
        self._card = _Card(window, _picture(card, platforms, self._size, window.devicePixelRatioF()))
        self._box = _LabelBox(window)
        left, top, right, bottom = marks.shadow_margins(marks.GHOST)
        self._card.resize(self._size.width() + left + right, self._size.height() + top + bottom)

    @property
    def label(self) -> Label:
        """What the label says."""
        return self._box.label

    @property
    def size(self) -> QSize:
        """The lifted post without its shadow."""
        return self._size

    def set_copy(self, is_copy: bool) -> None:
        """Show that a copy would be made."""
        if is_copy != self._card.is_copy:
            self._card.is_copy = is_copy
            self._card.update()

    def float_at(self, corner: QPoint) -> None:
        """Lie with the upper left corner at a place given in global coordinates."""
        left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
        at = self._window.mapFromGlobal(corner)
        self._card.move(at - QPoint(left, top))
        _appear(self._card)
        self._place_label(QRect(at, self._size))

    def say(self, label: Label) -> None:
        """Let the label say this; an empty head hides it."""
        self._box.say(label)
        if not label.head:
            self._box.hide()
            return
        left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
        self._place_label(QRect(self._card.pos() + QPoint(left, top), self._size))

    def rect(self) -> QRect:
        """Where the lifted post is, in global coordinates."""
        left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
        return QRect(self._card.mapToGlobal(QPoint(left, top)), self._size)

    def vanish(self) -> None:
        """Go away for good."""
        for widget in (self._card, self._box):
            widget.hide()
            widget.deleteLater()

    def _place_label(self, beside: QRect) -> None:
        if not self._box.label.head:
            return
        gap = theme.px(_LABEL_GAP)
        x = beside.right() + 1 + gap
        if x + self._box.width() > self._window.width():
            x = max(0, beside.left() - gap - self._box.width())
        y = min(max(0, beside.top() + theme.px(_LABEL_DROP)), self._window.height() - self._box.height())
        self._box.move(x, y)
        _appear(self._box)


def _appear(widget: QWidget) -> None:
    if widget.isHidden():
        widget.show()
        widget.raise_()


def _picture(card: PostCard, platforms: Mapping[int, Platform], size: QSize, dpr: float) -> QPixmap:
    left, top, right, bottom = marks.shadow_margins(marks.GHOST)
    whole = QSize(size.width() + left + right, size.height() + top + bottom)
    made = QPixmap(whole * dpr)
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    rect = QRectF(left, top, size.width(), size.height())
    marks.shadow(painter, rect, theme.px(_RADIUS), marks.GHOST)
    marks.panel(painter, rect, theme.px(_RADIUS), theme.color("raised"), theme.color("line-strong"), theme.border())
    paint_entry(painter, rect, card, platforms, theme.color("raised"))
    painter.end()
    return made
