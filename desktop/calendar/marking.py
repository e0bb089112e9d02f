"""Several cards that are marked together: by clicks, keys and a band drawn around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop.calendar.card_deck import CardDeck
from desktop.calendar.shown_week import CardItem, starts_at
from desktop.planning.cards import CardKey


class Marking(QObject):
    """The marked cards of a deck, also those of weeks that are not shown. The current card may be one of them.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, deck: CardDeck) -> None:
        super().__init__(deck)
        self._deck = deck
        self._shown: Mapping[CardKey, CardItem] = {}
        self._marked: dict[CardKey, CardItem] = {}
        self._anchor: CardKey | None = None
        self._is_sticky = False

    @property
    def keys(self) -> frozenset[CardKey]:
        """The marked cards; empty while there is only a current one."""
        return frozenset(self._marked)

    def items(self) -> tuple[CardItem, ...]:
        """The marked cards in order of time, as they were last seen."""
        return tuple(sorted(self._marked.values(), key=starts_at))

    def is_group(self, key: CardKey | None) -> bool:
        """Tell whether this card is marked together with others."""
        return key in self._marked and len(self._marked) > 1

    def renew(self, shown: Mapping[CardKey, CardItem]) -> None:
        """Another week or another state of it is shown."""
        self._shown = shown
        for key in self._marked.keys() & shown.keys():
            self._marked[key] = shown[key]

    def set(self, keys: Iterable[CardKey]) -> None:
        """Mark exactly these cards of the shown week."""
        self._is_sticky = False
        self._take({key: self._shown[key] for key in keys if key in self._shown})

    def put(self, items: Mapping[CardKey, CardItem]) -> None:
        """Mark exactly these cards, of whatever week, as they lie now."""
        self._take(dict(items))

    def toggle(self, key: CardKey) -> None:
        """Mark a card or no longer; a current one that is not marked yet begins the group."""
        marked, current = dict(self._marked), self._deck.selected
        if not marked and current in self._shown and current is not None and current != key:
            marked[current] = self._shown[current]
        if marked.pop(key, None) is None and key in self._shown:
            marked[key] = self._shown[key]
        self._anchor = key
        self._take(marked)

    def pin(self, key: CardKey) -> None:
        """Toggle a card by the keyboard: from then on going to other cards leaves the marked ones marked."""
        self.toggle(key)
        self._is_sticky = bool(self._marked)

    def extend(self, key: CardKey) -> None:
        """Mark everything in time between the card where marking began and this one."""
        order = list(self._shown)
        if self._anchor not in self._shown:
            self._anchor = self._deck.selected if self._deck.selected in self._shown else key
        if self._anchor is None or key not in self._shown:
            return
        first, last = sorted((order.index(self._anchor), order.index(key)))
        self.set(order[first : last + 1])

    def all(self) -> None:
        """Mark all cards of the shown week."""
        self.set(self._shown)

    def leave(self, key: CardKey | None) -> None:
        """Another card becomes the current one in the usual way: nothing stays marked, unless pinned by keyboard."""
        self._anchor = key
        if not self._is_sticky:
            self.clear()

    def clear(self) -> None:
        """Mark nothing."""
        self._is_sticky = False
        self._take({})

    def _take(self, marked: dict[CardKey, CardItem]) -> None:
        before, self._marked = frozenset(self._marked), marked
        if before != self.keys:
            self._deck.set_group(self.keys)
            self.changed.emit()
