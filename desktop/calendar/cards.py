"""The cards of the week as widgets: painted, transparent for the mouse, focusable, each with its own name.

The canvas owns the mouse, so a card may vanish (a turned week) while it is being dragged. A card widget is given from
one card to the next when the week changes: building widgets is slower, and what assistive technology once asked about
is never freed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.calendar.block_card import BlockFace, paint_block
from desktop.calendar.post_card import PLAIN, CardLook, Pictures, PostFace, paint_post
from desktop.planning.cards import CardKey
from desktop.ui import accessible

Face = PostFace | BlockFace
SHADOW_ROOM = 2  # px below a card
_ROOM = 8 * 1024 * 1024  # bytes of painted cards that are kept: some 200 of a usual size


@dataclass(frozen=True, slots=True)
class _Painted:
    """Everything that a painted card depends on, the look in force aside."""

    face: Face
    look: CardLook
    width: int
    height: int
    dpr: float
    pictures: int


class CardPaints:
    """Painted cards, kept while there is room: weekly blocks look alike in every week, and a turned week comes back."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Painted, QPixmap] = OrderedDict()
        self._bytes = 0

    def clear(self) -> None:
        """Forget all, after the look has changed."""
        self._kept.clear()
        self._bytes = 0

    def painted(self, face: Face, look: CardLook, size: QSize, dpr: float, picture: Pictures) -> QPixmap:
        """The picture of a card and its shadow that fill a widget of this size."""
        there = sum(1 for name in face.pictures if picture(name) is not None) if isinstance(face, PostFace) else 0
        key = _Painted(face, look, size.width(), size.height(), dpr, there)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        made = blank(size, dpr)
        painter = QPainter(made)
        paint_card(painter, QRectF(0, 0, size.width(), size.height() - SHADOW_ROOM), face, look, picture)
        painter.end()
        self._kept[key] = made
        self._bytes += _bytes(made)
        while self._bytes > _ROOM and len(self._kept) > 1:
            self._bytes -= _bytes(self._kept.popitem(last=False)[1])
        return made


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def paint_card(painter: QPainter, rect: QRectF, face: Face, look: CardLook, picture: Pictures) -> None:
    """Paint a post or a block."""
    if isinstance(face, PostFace):
        paint_post(painter, rect, face, look, picture)
    else:
        paint_block(painter, rect, face, look)


def blank(size: QSize, dpr: float) -> QPixmap:
    """A transparent picture for a widget of this size."""
    made = QPixmap(max(1, round(size.width() * dpr)), max(1, round(size.height() * dpr)))
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    return made


class Describe(Protocol):
    """Who knows what assistive technology may ask about a card."""

    def is_selected(self, key: CardKey, /) -> bool:
        """Tell whether this card is the current one."""

    def actions(self, key: CardKey, /) -> Mapping[str, Callable[[], object]]:
        """What can be done with it, by translated name, the first being what Enter does."""


class CardWidget(QWidget):
    """One card on the canvas. `key` is None while the widget waits, hidden, for its next card.

    Signals: `focus_moved(bool)` when it gets (True) or loses the focus.
    """

    focus_moved = Signal(bool)

    def __init__(self, canvas: QWidget, paints: CardPaints) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.key: CardKey | None = None
        self.face: Face | None = None
        self._look = PLAIN
        self._paints = paints
        self._picture: Pictures = _no_picture
        self.describe: Describe | None = None

    def accessible_role(self) -> QAccessible.Role:
        """It is one of the week's list."""
        return QAccessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        """Tell whether it is the current card."""
        return self.describe is not None and self.key is not None and self.describe.is_selected(self.key)

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """What can be done with the card without a mouse."""
        return self.describe.actions(self.key) if self.describe is not None and self.key is not None else {}

    def take(self, key: CardKey, face: Face, rect: QRect, picture: Pictures, name: str) -> None:
        """Become this card; `rect` is the card itself, its shadow lies below."""
        self._picture = picture
        if face != self.face or key != self.key:
            self.face = face
            self.key = key
            self.update()
        accessible.name(self, name)
        place = rect.adjusted(0, 0, 0, SHADOW_ROOM)
        if self.geometry() != place:
            self.setGeometry(place)
        if self.isHidden():
            self.show()

    def rest(self) -> None:
        """Wait, hidden, for the next card."""
        self.key = None
        self._look = PLAIN
        self.hide()

    @property
    def card_rect(self) -> QRect:
        """The card itself on the canvas, without its shadow."""
        return self.geometry().adjusted(0, 0, 0, -SHADOW_ROOM)

    @property
    def look(self) -> CardLook:
        """How the card is painted at the moment."""
        return self._look

    def set_look(self, look: CardLook) -> None:
        """Paint it plain, hovered or as the origin of a drag."""
        if look != self._look:
            self._look = look
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put the painted card on the canvas."""
        if self.face is None:
            return
        made = self._paints.painted(self.face, self._look, self.size(), self.devicePixelRatioF(), self._picture)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, made)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the canvas frame the card that has the focus."""
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the canvas take the frame's handles away."""
        super().focusOutEvent(event)
        self.focus_moved.emit(False)


def _no_picture(_name: str) -> QPixmap | None:
    return None
