"""The ideas as cards beside each other: one Tab stop, put in order by dragging or by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.records import Format, Platform, Post
from desktop.ideas.card import HEIGHT, IdeaCard
from desktop.ui import theme

_GAP, _LEAST, _START = 12, 230, 4
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


class IdeaGrid(QWidget):
    """One of the cards is the chosen one.

    Signals: `chosen(post id or 0)`, `opened(post id)`, `planned(post id)`, `deleted(post id)`,
    `put(post id, before post id or 0)` for another place in the order, `menu_requested(post id, QPoint)`,
    `reached(QWidget)`: a card that should be in sight.
    """

    chosen = Signal(int)
    opened = Signal(int)
    planned = Signal(int)
    deleted = Signal(int)
    put = Signal(int, int)
    menu_requested = Signal(int, QPoint)
    reached = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[int, IdeaCard] = {}
        self._spare: list[IdeaCard] = []
        self._order: list[int] = []
        self._current = 0
        self._pressed: QPoint | None = None
        self._lifted = 0
        self._before: int | None = None
        self._ghost: _Ghost | None = None
        self.can_be_ordered = True
        self.setAccessibleName(self.tr("Ideas"))

    def accessible_role(self) -> QAccessible.Role:
        """A list of cards."""
        return QAccessible.Role.List

    # what is shown

    def show_ideas(
        self,
        ideas: Sequence[Post],
        platforms: dict[int, Platform],
        formats: dict[str, Format],
        picture: Callable[[Post], QPixmap | None],
        fits: Callable[[int], bool],
    ) -> None:
        """Show these ideas; choice and focus stay with what is still there, else with its place."""
        had_focus = self.has_focus()
        place = self._order.index(self._current) if self._current in self._order else 0
        self._cancel()
        self._order = [idea.id for idea in ideas]
        for gone in self._cards.keys() - set(self._order):
            card = self._cards.pop(gone)
            card.hide()
            self._spare.append(card)
        for idea in ideas:
            card = self._cards.get(idea.id) or (self._spare.pop() if self._spare else self._new_card(idea))
            self._cards[idea.id] = card
            form = formats.get(idea.format_key or "")
            card.show_idea(idea, platforms, form, picture(idea), fits(idea.id))
            card.show()
        if self._current not in self._cards:
            self._current = self._order[min(place, len(self._order) - 1)] if self._order else 0
        self._arrange()
        self._show_current()
        if had_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _new_card(self, idea: Post) -> IdeaCard:
        card = IdeaCard(idea, self)
        card.pressed.connect(self._press)
        card.moved.connect(self._move)
        card.released.connect(self._release)
        card.opened.connect(self.opened)
        card.planned.connect(self.planned)
        card.deleted.connect(self.deleted)
        card.menu_requested.connect(self._ask_for_menu)
        card.focused.connect(self._choose)
        return card

    @property
    def order(self) -> tuple[int, ...]:
        """The ids of the ideas in sight, in order."""
        return tuple(self._order)

    @property
    def cards(self) -> tuple[IdeaCard, ...]:
        """The cards in sight, in order."""
        return tuple(self._cards[post_id] for post_id in self._order)

    @property
    def current(self) -> int:
        """The id of the chosen idea; 0 without any."""
        return self._current

    def card(self, post_id: int) -> IdeaCard:
        """The card of an idea in sight; raises KeyError for another."""
        return self._cards[post_id]

    def choose(self, post_id: int) -> None:
        """Choose an idea in sight."""
        if post_id in self._cards:
            self._choose(post_id)

    def has_focus(self) -> bool:
        """Tell whether one of the cards has the keyboard."""
        return any(card.hasFocus() for card in self._cards.values())

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Give the keyboard to the chosen card; tells whether there is one."""
        if self._current not in self._cards:
            return False
        self._cards[self._current].setFocus(reason)
        self.reached.emit(self._cards[self._current])
        return True

    def _choose(self, post_id: int) -> None:
        if post_id != self._current:
            self._current = post_id
            self._show_current()

    def _show_current(self) -> None:
        for post_id, card in self._cards.items():
            card.set_selected(post_id == self._current)
            is_stop = post_id == self._current
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self.chosen.emit(self._current)

    def _ask_for_menu(self, post_id: int, at: QPoint) -> None:
        self._choose(post_id)
        self.menu_requested.emit(post_id, at)

    # where the cards lie

    @property
    def columns(self) -> int:
        """How many cards stand beside each other."""
        gap = theme.px(_GAP)
        return max((self.width() + gap) // (theme.px(_LEAST) + gap), 1)

    def _arrange(self) -> None:
        gap, high, columns = theme.px(_GAP), theme.px(HEIGHT), self.columns
        wide = (self.width() - gap * (columns - 1)) // columns
        for number, post_id in enumerate(self._order):
            row, column = divmod(number, columns)
            self._cards[post_id].setGeometry(column * (wide + gap), row * (high + gap), wide, high)
        rows = -(-len(self._order) // columns)
        self.setMinimumHeight(max(rows * (high + gap) - gap, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new width."""
        super().resizeEvent(event)
        self._arrange()

    # dragging

    def _press(self, post_id: int, at: QPoint) -> None:
        self._choose(post_id)
        self._pressed = at

    def _move(self, at: QPoint) -> None:
        if self._pressed is None or not self.can_be_ordered:
            return
        if not self._lifted:
            if (at - self._pressed).manhattanLength() < _START:
                return
            self._lifted = self._current
            card = self._cards[self._lifted]
            self._ghost = _Ghost(self, card.grab(), self.mapFromGlobal(self._pressed) - card.pos())
            card.set_lifted(True)
        if self._ghost is not None:
            place = self.mapFromGlobal(at)
            self._ghost.go(place)
            self._before = self._place_at(place)
            self.update()

    def _place_at(self, at: QPoint) -> int:
        """The idea before which a card would come there; 0 at the end."""
        gap, high = theme.px(_GAP), theme.px(HEIGHT) + theme.px(_GAP)
        row = max(at.y() + gap // 2, 0) // high
        for number in range(row * self.columns, min((row + 1) * self.columns, len(self._order))):
            card = self._cards[self._order[number]]
            if at.x() < card.geometry().center().x():
                return self._order[number]
        after = (row + 1) * self.columns
        return self._order[after] if after < len(self._order) else 0

    def _release(self, at: QPoint) -> None:
        lifted, before = self._lifted, self._before
        is_inside = self.rect().adjusted(-20, -20, 20, 200).contains(self.mapFromGlobal(at))
        self._cancel()
        if lifted and before is not None and before != lifted and is_inside:
            self.put.emit(lifted, before)

    def _cancel(self) -> None:
        if self._lifted in self._cards:
            self._cards[self._lifted].set_lifted(False)
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
        self._pressed = self._ghost = self._before = None
        self._lifted = 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw where a carried card would come, in the gap between two."""
        if not self._lifted or self._before is None:
            return
        gap, width = theme.px(_GAP), theme.px(3)
        if self._before:
            card = self._cards[self._before].geometry()
            left = card.left() - (gap + width) / 2 if card.left() else 0.0
        else:
            card = self._cards[self._order[-1]].geometry()
            left = min(card.right() + (gap - width) / 2 + 1, self.width() - width)
        painter = QPainter(self)
        painter.fillRect(QRectF(left, card.top(), width, card.height()), theme.color("accent"))
        painter.end()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card, with Alt they take the card along; Enter, X and Delete do what they say."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_Home: -100_000,
            Qt.Key.Key_End: 100_000,
        }
        if key == Qt.Key.Key_Escape and self._lifted:
            self._cancel()
        elif self._current not in self._order:
            super().keyPressEvent(event)
        elif key in steps and modifiers == _NONE:
            self._go(steps[key])
        elif key in steps and modifiers == _ALT and self.can_be_ordered:
            self._carry(steps[key])
        elif not self._do(key, modifiers):
            super().keyPressEvent(event)

    def _target(self, step: int) -> int:
        return min(max(self._order.index(self._current) + step, 0), len(self._order) - 1)

    def _go(self, step: int) -> None:
        self._choose(self._order[self._target(step)])
        self.take_focus(Qt.FocusReason.TabFocusReason)

    def _carry(self, step: int) -> None:
        place, now = self._target(step), self._order.index(self._current)
        if place != now:
            after = place + (1 if place > now else 0)
            self.put.emit(self._current, self._order[after] if after < len(self._order) else 0)

    def _do(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        is_menu = key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and modifiers == Qt.KeyboardModifier.ShiftModifier)
        if is_menu:
            self._cards[self._current].ask_for_menu()
            return True
        signals = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_X: self.planned,
            Qt.Key.Key_Delete: self.deleted,
        }
        if key in signals and modifiers == _NONE:
            signals[key].emit(self._current)
            return True
        return False


class _Ghost(QWidget):
    """A picture of a card under the pointer."""

    def __init__(self, parent: QWidget, picture: QPixmap, grip: QPoint) -> None:
        super().__init__(parent)
        self._picture, self._grip = picture, grip
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ratio = picture.devicePixelRatio()
        self.setGeometry(QRect(0, 0, round(picture.width() / ratio), round(picture.height() / ratio)))
        self.show()
        self.raise_()

    def go(self, at: QPoint) -> None:
        """Follow the pointer."""
        self.move(at - self._grip)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the card, a little see-through."""
        painter = QPainter(self)
        painter.setOpacity(0.9)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
