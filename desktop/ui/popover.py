"""A surface with an arrow that lies over the window: for small forms, hints and questions.

It is a child of the window and as large as it, so that it is grabbed in pictures and notices clicks beside its panel.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.ui import icons, marks, theme
from desktop.ui.controls import Button, IconButton, RadioRows, Text

translate = QCoreApplication.translate

Side = Literal["below", "above", "right", "left"]
_ORDER: dict[str, tuple[Side, ...]] = {
    "below": ("below", "above", "right", "left"),
    "above": ("above", "below", "right", "left"),
    "right": ("right", "left", "below", "above"),
    "left": ("left", "right", "below", "above"),
}
_ARROW = 7
_GAP = 3
_EDGE = 8
_RADIUS = 12
_OWN_KEYS = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Content(QWidget):
    """Carries what a popover shows; tells when it needs another size."""

    asked = Signal()

    def event(self, event: QEvent) -> bool:
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.asked.emit()
        return is_handled


class Popover(QWidget):
    """The surface; put content into `body`. Escape and a click beside it close it and give the focus back.

    It also closes when the room or page of its parent makes way for another one.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, width: int = 432) -> None:
        window = parent.window()
        super().__init__(window)
        self.hide()
        self._window = window
        self._width = width
        self._side: Side = "below"
        self._anchor = QRect()
        self._prefer: Side = "below"
        self._before: QWidget | None = None
        self._closer: IconButton | None = None
        self._panel = QScrollArea(self)
        self._panel.setFrameShape(QFrame.Shape.NoFrame)
        self._panel.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel.setWidgetResizable(True)
        self._content = _Content()
        self._content.asked.connect(self._grow)
        self._panel.setWidget(self._content)
        for ground in (self._content, self._panel.viewport()):
            ground.setAutoFillBackground(False)
        self.body = QVBoxLayout(self._content)
        self.body.setSpacing(0)
        self.set_padding(16, 12)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        window.installEventFilter(self)
        self._page = _page_of(parent)
        if self._page is not None:
            self._page.installEventFilter(self)

    def set_padding(self, across: int, along: int) -> None:
        """The room between outline and content, at 100 %."""
        x, y = theme.px(across), theme.px(along)
        self.body.setContentsMargins(x, y, x, y)

    def add_title(self, title: str, icon: str | None = None, is_closable: bool = False) -> None:
        """Begin the content with a title, an icon before it and a button that closes."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if icon is not None:
            row.addWidget(Sign(icon))
        row.addWidget(Text(title, "title-3", is_wrapped=True), 1)
        if is_closable:
            self._closer = IconButton("x", translate("Popover", "Close"), size=24, role="text-3")
            self._closer.clicked.connect(self.dismiss)
            row.addWidget(self._closer)
        self.body.addLayout(row)
        self.setAccessibleName(title)

    @property
    def is_open(self) -> bool:
        """Tell whether the surface is shown."""
        return self.isVisible()

    def accessible_role(self) -> QAccessible.Role:
        """A dialog: its name is read out when the focus comes in."""
        return QAccessible.Role.Dialog

    @property
    def panel(self) -> QScrollArea:
        """The part that is seen; it scrolls where the window is too low for the content."""
        return self._panel

    def open_at(self, anchor: QRect, prefer: Side = "below") -> None:
        """Show the surface beside a rectangle given in global coordinates, on the preferred side if it fits there."""
        self._before = QApplication.focusWidget()
        self._anchor, self._prefer = QRect(self._window.mapFromGlobal(anchor.topLeft()), anchor.size()), prefer
        self.setGeometry(self._window.rect())
        self._place()
        self.show()
        self.raise_()
        stops = self._stops()
        first = next((stop for stop in stops if stop is not self._closer), stops[0] if stops else self)
        # The frame of a chosen row shows where the focus is; a ring around it would say it twice.
        is_row = isinstance(first, QRadioButton)
        first.setFocus(Qt.FocusReason.MouseFocusReason if is_row else Qt.FocusReason.OtherFocusReason)

    def point_at(self, anchor: QRect) -> None:
        """Go to another rectangle while the surface is open."""
        self._anchor = QRect(self._window.mapFromGlobal(anchor.topLeft()), anchor.size())
        self._place()

    def dismiss(self) -> None:
        """Hide the surface, give the focus back where it was, and tell."""
        if not self.isVisible():
            return
        now = QApplication.focusWidget()
        had_focus = now is None or now is self or self.isAncestorOf(now)
        self.hide()
        before, self._before = self._before, None
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _panel_size(self) -> QSize:
        wide = min(theme.px(self._width), self.width() - 2 * _EDGE)
        self.body.activate()
        high = (
            self.body.totalHeightForWidth(wide) if self.body.hasHeightForWidth() else self.body.totalSizeHint().height()
        )
        return QSize(wide, high)

    def _place(self) -> None:
        size = self._panel_size()
        room = self.height() - 2 * _EDGE
        # Once shown, a scroll bar makes the content narrower, hence higher, and so stays for want of the room it takes.
        is_whole = size.height() <= room
        policy = Qt.ScrollBarPolicy
        self._panel.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if is_whole else policy.ScrollBarAsNeeded)
        size.setHeight(min(size.height(), room))
        self._side = next((side for side in _ORDER[self._prefer] if self._fits(side, size)), self._prefer)
        place = QRect(self._at(self._side, size), size)
        within = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        place.moveLeft(max(min(place.left(), within.right() - place.width()), within.left()))
        place.moveTop(max(min(place.top(), within.bottom() - place.height()), within.top()))
        self._panel.setGeometry(place)
        self.update()

    def _at(self, side: Side, size: QSize) -> QPoint:
        anchor, away = self._anchor, theme.px(_ARROW) + _GAP
        place = QRect(anchor.topLeft(), size)
        if side in {"below", "above"}:
            # The arrow stands a little from the left edge when the anchor is narrower than the panel.
            place.moveLeft(anchor.center().x() - min(size.width() // 2, theme.px(66)))
            place.moveTop(anchor.bottom() + away if side == "below" else anchor.top() - away - size.height())
        else:
            place.moveTop(anchor.center().y() - min(size.height() // 2, theme.px(66)))
            place.moveLeft(anchor.right() + away if side == "right" else anchor.left() - away - size.width())
        return place.topLeft()

    def _fits(self, side: Side, size: QSize) -> bool:
        anchor, need = self._anchor, theme.px(_ARROW) + _GAP + _EDGE
        if side == "below":
            return self.height() - anchor.bottom() >= size.height() + need
        if side == "above":
            return anchor.top() >= size.height() + need
        if side == "right":
            return self.width() - anchor.right() >= size.width() + need
        return anchor.left() >= size.width() + need

    def _outline(self) -> QPainterPath:
        rect = QRectF(self._panel.geometry()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius, size = theme.px(_RADIUS), theme.px(_ARROW)
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        reach = radius + size
        tip = QPainterPath()
        if self._side in {"below", "above"}:
            x = min(max(self._anchor.center().x(), rect.left() + reach), rect.right() - reach)
            y, out = (rect.top(), -size) if self._side == "below" else (rect.bottom(), size)
            points = (QPointF(x - size, y), QPointF(x, y + out), QPointF(x + size, y))
        else:
            y = min(max(self._anchor.center().y(), rect.top() + reach), rect.bottom() - reach)
            x, out = (rect.left(), -size) if self._side == "right" else (rect.right(), size)
            points = (QPointF(x, y - size), QPointF(x + out, y), QPointF(x, y + size))
        tip.moveTo(points[0])
        tip.lineTo(points[1])
        tip.lineTo(points[2])
        tip.closeSubpath()
        return path.united(tip)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw shadow, panel and arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks.shadow(painter, QRectF(self._panel.geometry()), theme.px(_RADIUS), 2)
        painter.setPen(marks.hairline(theme.color("line"), theme.border()))
        painter.setBrush(theme.color("raised"))
        painter.drawPath(self._outline())
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Enter from the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_own = Qt.Key(event.key()) in _OWN_KEYS and not event.modifiers()
            if is_own:
                event.accept()
                return True
        return super().event(event)

    def _grow(self) -> None:
        if self.isVisible():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and go with the page."""
        if event.type() == QEvent.Type.Hide and watched is self._page and not event.spontaneous():
            self.dismiss()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; no key goes on to the window below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def _stops(self) -> list[QWidget]:
        """The widgets that Tab reaches inside, in order.

        Never by Qt's focus chain: PySide takes its next widget for a child of the one that was asked, and once that is
        deleted the other's wrapper is dead, scroll bars of the week among them.
        """
        return [
            widget
            for widget in self._content.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.isVisibleTo(self)
            and widget.focusProxy() is None
        ]

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes round inside."""
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else (-1 if next_ else 0)
        reason = Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if next_ else -1)) % len(stops)].setFocus(reason)
        return True


def _page_of(widget: QWidget) -> QWidget | None:
    """The page of a stack that the widget is in, None if it is in none."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QStackedWidget):
        widget, above = above, above.parentWidget()
    return None if above is None else widget


class Sign(QWidget):
    """An icon, or a drawing of one's own, beside a text."""

    def __init__(self, icon: str, role: str = "text-2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon."""
        painter = QPainter(self)
        icons.draw(painter, self._icon, QRectF(self.rect()), theme.color(self._role))
        painter.end()


class Question(Popover):
    """A popover with radio rows: `chosen` with the key after the primary button or Enter, `cancelled` otherwise.

    Options are (key, title, consequence, verb): the verb of the chosen one stands on the primary button. Goes away for
    good with its answer.
    """

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        parent: QWidget,
        title: str,
        options: Sequence[tuple[str, str, str, str]],
        icon: str | None = None,
        note: str = "",
        width: int = 378,
    ) -> None:
        super().__init__(parent, width)
        self._verbs = {key: verb for key, _title, _consequence, verb in options}
        self._is_answered = False
        self.add_title(title, icon)
        self.rows = RadioRows([(key, text, consequence) for key, text, consequence, _verb in options])
        inset = theme.px(6)
        rows = QHBoxLayout()
        rows.setContentsMargins(-inset, theme.px(7), -inset, 0)
        rows.addWidget(self.rows)
        self.body.addLayout(rows)
        self.cancel = Button(translate("Popover", "Cancel"))
        self.primary = Button(self._verbs[self.rows.value], kind="primary")
        self.note = Text(note, "meta", "text-3", is_wrapped=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, theme.px(6), 0, 0)
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.note, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.primary)
        self.body.addLayout(foot)
        self.rows.changed.connect(self._show_verb)
        self.cancel.clicked.connect(self.dismiss)
        self.primary.clicked.connect(self._answer)
        self.closed.connect(self._end)

    def set_note(self, note: str) -> None:
        """Say what follows from the choice, beside the buttons."""
        self.note.setText(note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._answer()
            event.accept()
            return
        super().keyPressEvent(event)

    def _show_verb(self, key: str) -> None:
        self.primary.setText(self._verbs[key])

    def _answer(self) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.dismiss()
            self.chosen.emit(self.rows.value)

    def _end(self) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.cancelled.emit()
        QTimer.singleShot(0, self, self.deleteLater)
