"""The ring around the control that has the keyboard focus.

It lies outside the control, so that nothing moves when it appears: a transparent widget beside the control, in the
nearest ancestor that has room for it. The control itself tells it when it has moved: an event filter would still be
called while the control is being destroyed.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.ui import marks, theme

_WIDTH = 2
_GAP = 2
_BACK = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class FocusRing(QWidget):
    """A ring around a part of its parent; every window has one at most, which goes from control to control.

    `REACH` is how far it reaches around a control, px.
    """

    REACH = _GAP + _WIDTH

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._radius = 0.0
        self._role = "accent"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus-ring")

    def surround(self, target: QWidget, part: QRect, radius: float, is_field: bool) -> None:
        """Lie around a part of a control; around a field close by and faint, since its own line shows the focus."""
        reach = _WIDTH if is_field else self.REACH
        host = _room(target, reach)
        place = QRect(target.mapTo(host, part.topLeft()), part.size()).adjusted(-reach, -reach, reach, reach)
        self._role = "accent-tint" if is_field and not theme.is_high_contrast() else "accent"
        if self.parentWidget() is not host:
            self.setParent(host)
        self._radius = radius + reach
        if self.geometry() != place:
            self.setGeometry(place)
        if not self.isVisible():
            self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring."""
        painter = QPainter(self)
        marks.outline(painter, QRectF(self.rect()), self._radius, theme.color(self._role), _WIDTH)
        painter.end()


def _room(target: QWidget, reach: int) -> QWidget:
    """The nearest ancestor in which the whole ring fits; a scrolled one clips it, as it clips the control."""
    found = target.parentWidget() or target
    while True:
        wanted = QRect(target.mapTo(found, QPoint()), target.size()).adjusted(-reach, -reach, reach, reach)
        outer = found.parentWidget()
        if found.rect().contains(wanted) or outer is None or found.isWindow():
            return found
        if isinstance(outer, QAbstractScrollArea):
            return found
        found = outer


class FocusMarking:
    """What a control does about its ring: `show` when the focus comes, `follow` when it moves, `hide` at the end."""

    def __init__(self) -> None:
        self._ring: FocusRing | None = None
        self._radius = 0.0
        self._is_by_key = False
        self._is_field = False

    def show(self, target: QWidget, reason: Qt.FocusReason, radius: float) -> None:
        """Show the ring unless the focus came by a click, or comes back to where a click had brought it."""
        if reason not in _BACK:
            self._is_by_key = reason is not Qt.FocusReason.MouseFocusReason
        if self._is_by_key:
            self.put(target, target.rect(), radius)
        else:
            self.hide()

    def put(self, target: QWidget, part: QRect, radius: float, is_field: bool = False) -> None:
        """Show the ring around a part of a control, however the focus came."""
        window = target.window()
        self._radius, self._is_field = radius, is_field
        self._ring = window.findChild(FocusRing) or FocusRing(window)
        self._ring.surround(target, part, radius, is_field)

    def follow(self, target: QWidget, part: QRect | None = None) -> None:
        """Keep the ring where the control is."""
        if self._ring is not None:
            self._ring.surround(target, part or target.rect(), self._radius, self._is_field)

    def hide(self) -> None:
        """Take the ring away."""
        if self._ring is not None:
            self._ring.hide()
            self._ring = None

    @property
    def is_shown(self) -> bool:
        """Tell whether the ring is there."""
        return self._ring is not None
