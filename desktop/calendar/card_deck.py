"""The widgets of the cards that lie on the canvas: dealt out, reused, lit up, framed, reached by the Tab key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from db.records import Platform
from desktop import wording
from desktop.calendar.block_card import block_face
from desktop.calendar.cards import CardPaints, CardWidget, Describe, Face
from desktop.calendar.grid_marks import OverflowButton, SelectionFrame
from desktop.calendar.measured import Measured
from desktop.calendar.placing import Overflow
from desktop.calendar.post_card import PLAIN, CardLook, Pictures, post_face
from desktop.calendar.shown_week import CardItem, ShownWeek, is_block
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.week import elapsed
from desktop.ui import accessible

_ORIGIN = CardLook(is_origin=True)
_HOVERED = CardLook(is_hovered=True)
_FRESH, _FRESH_HOVERED = CardLook(is_fresh=True), CardLook(is_fresh=True, is_hovered=True)
_MOST_KNOWN = 1500


class CardDeck(QObject):
    """The card widgets of a canvas by key, their looks, and the frame around the selected one.

    Signals: `focus_moved()` when a card or "+n" button gets or loses the focus; `focused_card_gone(key)` before the
    widget of a card that is gone, and has the focus, is put away.
    """

    focus_moved = Signal()
    focused_card_gone = Signal(object)

    def __init__(self, canvas: QWidget, floor: QWidget) -> None:
        """`floor` is the lowest of the widgets that lie above all cards."""
        super().__init__(canvas)
        self._canvas = canvas
        self._floor = floor
        self._frame = SelectionFrame(canvas)
        self._paints = CardPaints()
        self._cards: dict[CardKey, CardWidget] = {}
        self._spare: list[CardWidget] = []
        self._overflows: list[OverflowButton] = []
        self._group_frames: list[SelectionFrame] = []
        self._group: frozenset[CardKey] = frozenset()
        self._origins: frozenset[CardKey] = frozenset()
        self._hovered: CardKey | None = None
        self._fresh: frozenset[CardKey] = frozenset()
        self._measured: Mapping[CardKey, Measured] = {}
        self._measured_words = ""
        self._cut: frozenset[CardKey] = frozenset()
        self.selected: CardKey | None = None
        self.picture: Pictures = _no_picture
        self.describe: Describe | None = None
        self._is_by_keyboard = False
        self._tab_card: CardWidget | None = None
        self._known: dict[CardItem, tuple[Face, str]] = {}
        self._known_platforms: Mapping[int, Platform] = {}

    def deal(
        self,
        rects: Mapping[CardKey, QRectF],
        overflows: list[Overflow],
        items: Mapping[CardKey, CardItem],
        week: ShownWeek,
    ) -> None:
        """Give every card a widget: its own, that of a card that is gone, or a new one."""
        for key in [key for key in self._cards if key not in rects]:
            widget = self._cards[key]
            if widget.hasFocus():
                self.focused_card_gone.emit(key)
            self._spare.append(self._cards.pop(key))
        if week.platforms != self._known_platforms or len(self._known) > _MOST_KNOWN:
            self._known_platforms = dict(week.platforms)
            self._known.clear()
        for key, rect in rects.items():
            face, name = self._described(items[key], week)
            widget = self._cards.get(key) or (self._spare.pop() if self._spare else self._new_card())
            self._cards[key] = widget
            widget.take(key, face, whole(rect), self.picture, name)
            widget.set_look(self._look(key))
            self._describe_measured(widget, key)
        for widget in self._spare:
            if widget.key is not None:
                widget.rest()
        self._deal_overflows(overflows)
        self.place_frame()

    def _described(self, item: CardItem, week: ShownWeek) -> tuple[Face, str]:
        """A card's face and name; wording them takes longer than anything else that a reload does."""
        known = self._known.get(item)
        if known is None:
            known = self._known[item] = (face_of(item, week), _name(item, week))
        return known

    def _new_card(self) -> CardWidget:
        widget = CardWidget(self._canvas, self._paints)
        widget.stackUnder(self._floor)
        widget.describe = self.describe
        widget.focus_moved.connect(self._on_focus)
        return widget

    def _deal_overflows(self, overflows: list[Overflow]) -> None:
        while len(self._overflows) < len(overflows):
            button = OverflowButton(self._canvas)
            button.stackUnder(self._floor)
            button.focus_moved.connect(self._on_focus)
            self._overflows.append(button)
        for button, overflow in zip(self._overflows, overflows, strict=False):
            button.take(overflow)
        for button in self._overflows[len(overflows) :]:
            button.rest()

    def _on_focus(self, _is_in: bool) -> None:
        self.place_frame()
        self.focus_moved.emit()

    def card(self, key: CardKey | None) -> CardWidget | None:
        """A card's widget; None for a card that is hidden behind a "+n" or not of this week."""
        return None if key is None else self._cards.get(key)

    def cards(self) -> list[CardWidget]:
        """All cards that lie on the canvas."""
        return list(self._cards.values())

    def overflows(self) -> list[OverflowButton]:
        """All "+n" buttons."""
        return [button for button in self._overflows if button.overflow is not None]

    def forget_looks(self) -> None:
        """Word and paint all cards anew at the next deal: look, language or pictures have changed."""
        self._paints.clear()
        self._known.clear()
        for widget in self._cards.values():
            widget.update()

    def _look(self, key: CardKey) -> CardLook:
        look, measured = self._plain_look(key), self._measured.get(key)
        return look if measured is None else replace(look, measured=measured)

    def _plain_look(self, key: CardKey) -> CardLook:
        if key in self._origins or key in self._cut:
            return _ORIGIN
        if key in self._fresh:
            return _FRESH_HOVERED if key == self._hovered else _FRESH
        return _HOVERED if key == self._hovered else PLAIN

    def set_fresh(self, keys: frozenset[CardKey]) -> None:
        """Draw these cards, and only these, as not being in the plan yet."""
        self._fresh, before = keys, self._fresh
        for key in before ^ keys:
            self._look_again(key)

    def set_measured(self, measured: Mapping[CardKey, Measured], words: str) -> None:
        """Show on these cards, and only these, what the timer measures; `words` tell it to assistive technology."""
        self._measured, before = measured, self._measured
        self._measured_words = words
        for key in before.keys() | measured.keys():
            self._look_again(key)
            if (widget := self.card(key)) is not None:
                self._describe_measured(widget, key)

    def _describe_measured(self, widget: CardWidget, key: CardKey) -> None:
        accessible.description(widget, self._measured_words if key in self._measured else "")

    def is_measured(self, key: CardKey | None) -> bool:
        """Tell whether the timer measures this card, so that a pill lies where its circle would."""
        return key in self._measured

    def set_cut(self, keys: frozenset[CardKey]) -> None:
        """Fade the cards that wait on the clipboard to be moved, in whatever week they are."""
        self._cut, before = keys, self._cut
        for key in before ^ keys:
            self._look_again(key)

    def set_origins(self, keys: frozenset[CardKey]) -> None:
        """Fade the cards that are being dragged away, for as long as they are in the shown week."""
        if keys == self._origins:
            return
        self._origins, before = keys, self._origins
        for key in keys ^ before:
            self._look_again(key)
        self.place_frame()

    def set_group(self, keys: frozenset[CardKey]) -> None:
        """Frame these cards as marked together; keys that are not in the week are kept."""
        self._group, before = keys, self._group
        self.place_frame()
        for key in keys ^ before:
            if (widget := self.card(key)) is not None:
                accessible.selected_changed(widget)

    def set_hovered(self, key: CardKey | None) -> None:
        """Light up the card under the pointer."""
        if key != self._hovered:
            self._hovered, before = key, self._hovered
            self._look_again(before)
            self._look_again(key)

    def _look_again(self, key: CardKey | None) -> None:
        widget = self.card(key)
        if widget is not None and key is not None:
            widget.set_look(self._look(key))

    def set_selected(self, key: CardKey | None) -> None:
        """Frame a card. A key that is not in the week is kept: the selection survives a turned week."""
        self.selected, before = key, self.selected
        self.place_frame()
        if key != before:
            for changed in (before, key):
                if (widget := self.card(changed)) is not None:
                    accessible.selected_changed(widget)

    def set_by_keyboard(self, by_keyboard: bool) -> None:
        """Tell what is being used: the frame of a focused card has handles for the keyboard only."""
        if by_keyboard != self._is_by_keyboard:
            self._is_by_keyboard = by_keyboard
            self.place_frame()

    def place_frame(self) -> None:
        """Lie around the selected card, which is also the one card that the Tab key reaches."""
        current = self.card(self.selected)
        if current is not self._tab_card:
            if self._tab_card is not None:
                self._tab_card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            if current is not None:
                current.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._tab_card = current
        self._place_group_frames()
        if current is None or self.selected in self._origins:
            self._frame.hide()
        else:
            self._frame.frame(current.card_rect, is_block(self.selected), self._is_by_keyboard and current.hasFocus())

    def _place_group_frames(self) -> None:
        framed = [key for key in self._group if key != self.selected and key not in self._origins]
        cards = [card for card in map(self.card, framed) if card is not None]
        while len(self._group_frames) < len(cards):
            frame = SelectionFrame(self._canvas)
            frame.stackUnder(self._floor)
            self._group_frames.append(frame)
        for frame, card in zip(self._group_frames, cards, strict=False):
            frame.frame(card.card_rect, is_block=False, with_handles=False)
        for frame in self._group_frames[len(cards) :]:
            frame.hide()


def face_of(item: CardItem, week: ShownWeek) -> Face:
    """What stands on a card of a week."""
    if isinstance(item, PostCard):
        return post_face(item, week.platforms)
    return block_face(item, week.platforms, elapsed(item.starts_at, item.ends_at, week.zone))


def _name(item: CardItem, week: ShownWeek) -> str:
    if isinstance(item, PostCard):
        return wording.post_name(item, week.platforms)
    return wording.block_name(item, week.platforms)


def whole(rect: QRectF) -> QRect:
    """A rectangle on whole pixels, each edge rounded by itself so that neighbours keep their gap."""
    left, top = round(rect.left()), round(rect.top())
    return QRect(left, top, round(rect.right()) - left, round(rect.bottom()) - top)


def _no_picture(_name: str) -> QPixmap | None:
    return None
