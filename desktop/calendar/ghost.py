"""What floats with the pointer during a drag: the lifted card and the label with time and consequence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.calendar.cards import Face, blank, paint_card
from desktop.calendar.post_card import LIFTED, Pictures, text_width
from desktop.ui import icons, marks, theme

_LABEL_GAP, _LABEL_DROP = 4, 26
_BADGE = 18


class Tone(StrEnum):
    """How a consequence is to be taken."""

    OK = "ok"
    WARN = "warn"
    NEUTRAL = "neutral"


_ICONS = {Tone.OK: "circle-check", Tone.WARN: "alert-triangle", Tone.NEUTRAL: "info-circle"}
_ROLES = {Tone.OK: "on-ink-accent", Tone.WARN: "warn-tint", Tone.NEUTRAL: "on-ink"}


@dataclass(frozen=True, slots=True)
class GhostLabel:
    """What the label beside a dragged card says: when, and what it costs.

    An empty `head` leaves the day and time that the grid puts there itself; an empty `note` shows no second line.
    """

    note: str = ""
    tone: Tone = Tone.NEUTRAL
    head: str = ""


class _Floating(QWidget):
    """Above everything in the window, not there for the mouse."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lie_in(self, parent: QWidget) -> None:
        """Float in another widget."""
        if self.parentWidget() is not parent:
            self.setParent(parent)


class _GhostCard(_Floating):
    """The lifted card, painted once for each text that it shows."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._made = QPixmap()
        self._is_copy = False

    def set_picture(self, made: QPixmap, is_copy: bool) -> None:
        """Show a painted card."""
        self._made = made
        self._is_copy = is_copy
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put it there, with a "+" for a copy."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._made)
        if self._is_copy:
            side = theme.px(_BADGE)
            left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
            place = QRectF(left - side / 2 + 2, max(0.0, top - side / 2 + 2), side, side)
            marks.panel(painter, place, side / 2, theme.color("accent"), theme.color("surface"), 1.5)
            inner = place.adjusted(3, 3, -3, -3)
            icons.draw(painter, "plus", inner, theme.color("on-accent"))
        painter.end()


class _Label(_Floating):
    """The ink label."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._label = GhostLabel()

    def set_label(self, label: GhostLabel) -> None:
        """Say this; the size follows."""
        if label == self._label and not self.isHidden():
            return
        self._label = label
        width = text_width(label.head, theme.font("meta", 600))
        lines = 1
        if label.note:
            width = max(width, text_width(label.note, theme.font("meta", 600)) + theme.px(13 + 5))
            lines = 2
        self.resize(round(width) + theme.px(18) + 1, lines * theme.line_height("meta") + theme.px(12))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one or two lines."""
        painter = QPainter(self)
        marks.panel(painter, QRectF(self.rect()), theme.px(7), theme.color("ink"))
        line = theme.line_height("meta")
        place = QRectF(theme.px(9), theme.px(6), self.width() - theme.px(9), line)
        marks.text_line(painter, place, self._label.head, theme.font("meta", 600), theme.color("on-ink"))
        if self._label.note:
            ink = theme.color(_ROLES[self._label.tone])
            place.translate(0, line)
            self._paint_note(painter, place, ink)
        painter.end()

    def _paint_note(self, painter: QPainter, place: QRectF, ink: QColor) -> None:
        side = theme.px(13)
        mark = QRectF(place.left(), place.center().y() - side / 2, side, side)
        icons.draw(painter, _ICONS[self._label.tone], mark, ink)
        place.setLeft(mark.right() + theme.px(5))
        marks.text_line(painter, place, self._label.note, theme.font("meta", 600), ink)


class Ghost(QObject):
    """The lifted card and its label. Without `lift` only the label is shown (a block that is being drawn)."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._card = _GhostCard(owner)
        self._label = _Label(owner)
        self._own = GhostLabel()
        self._said = GhostLabel()
        self._beside = QRect()

    def lift(self, face: Face, size: QSize, is_copy: bool, picture: Pictures) -> None:
        """Show this card, `size` without its shadow."""
        left, top, right, bottom = marks.shadow_margins(marks.GHOST)
        whole = QSize(size.width() + left + right, size.height() + top + bottom)
        made = blank(whole, self._owner.devicePixelRatioF())
        painter = QPainter(made)
        paint_card(painter, QRectF(left, top, size.width(), size.height()), face, LIFTED, picture)
        painter.end()
        self._card.set_picture(made, is_copy)
        if self._card.size() != whole:
            self._card.resize(whole)

    def float_at(self, global_top_left: QPointF) -> None:
        """Let the card float over the window, its upper left corner there."""
        window = self._owner.window()
        self._card.lie_in(window)
        left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
        corner = window.mapFromGlobal(global_top_left).toPoint()
        self._card.move(corner - QPoint(left, top))
        self._appear(self._card)
        size = self._card.size() - self._shadow_size()
        self._place_label(QRect(corner, size))

    def lie_at(self, canvas: QWidget, rect: QRect) -> None:
        """Let the card lie in the canvas, scrolled and clipped with it."""
        self._card.lie_in(canvas)
        left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
        self._card.move(rect.topLeft() - QPoint(left, top))
        self._appear(self._card)
        self.label_beside(canvas, rect)

    def label_beside(self, canvas: QWidget, rect: QRect) -> None:
        """Put the label beside a place of the canvas."""
        corner = canvas.mapTo(self._owner.window(), rect.topLeft())
        self._place_label(QRect(corner, rect.size()))

    def set_own_label(self, head: str) -> None:
        """The day and time, until the page says more; what it said before is gone."""
        self._own = GhostLabel(head=head)
        self.say(GhostLabel())

    def say(self, label: GhostLabel) -> None:
        """Show a label; an empty head leaves the grid's own."""
        self._said = label if label.head else replace(label, head=self._own.head)
        if not self._said.head:
            self._label.hide()
            return
        self._label.set_label(self._said)
        if not self._beside.isNull():
            self._place_label(self._beside)

    @property
    def label(self) -> GhostLabel:
        """What the label says at the moment."""
        return self._said

    def _place_label(self, beside: QRect) -> None:
        self._beside = beside
        if not self._said.head:
            return
        window = self._owner.window()
        self._label.lie_in(window)
        gap = theme.px(_LABEL_GAP)
        x = beside.right() + 1 + gap
        if x + self._label.width() > window.width():
            x = max(0, beside.left() - gap - self._label.width())
        y = beside.top() + min(theme.px(_LABEL_DROP), beside.height())
        y = min(max(0, y), window.height() - self._label.height())
        self._label.move(x, y)
        self._appear(self._label)

    @staticmethod
    def _appear(widget: QWidget) -> None:
        if widget.isHidden():
            widget.show()
            widget.raise_()

    @staticmethod
    def _shadow_size() -> QSize:
        left, top, right, bottom = marks.shadow_margins(marks.GHOST)
        return QSize(left + right, top + bottom)

    def card_rect(self) -> QRect:
        """Where the card is on the screen, without its shadow; empty while there is none."""
        if self._card.isHidden():
            return QRect()
        left, top, _right, _bottom = marks.shadow_margins(marks.GHOST)
        corner = self._card.mapToGlobal(QPoint(left, top))
        return QRect(corner, self._card.size() - self._shadow_size())

    def hide_card(self) -> None:
        """Show only the label."""
        self._card.hide()

    def hide_label(self) -> None:
        """Show only the card."""
        self._own = self._said = GhostLabel()
        self._label.hide()

    def vanish(self) -> None:
        """Show nothing."""
        self._card.hide()
        self.hide_label()
        self._beside = QRect()
        # Their parents may be closed before the next drag.
        for widget in (self._card, self._label):
            widget.lie_in(self._owner)
