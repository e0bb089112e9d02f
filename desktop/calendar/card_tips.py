"""Tool tips of the cards: everything that may be cut off on the card itself."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QToolTip

from desktop import wording
from desktop.calendar.shown_week import CardItem, ShownWeek
from desktop.calendar.week_canvas import WeekCanvas
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.week import elapsed

POINTER_WAIT, FOCUS_WAIT = 500, 700


class CardTips(QObject):
    """Shows a card's tip after the pointer has rested on it, or the keyboard's focus."""

    def __init__(self, canvas: WeekCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._key: CardKey | None = None
        self._at = QPoint()
        self._needs_focus = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._show)

    def point_at(self, key: CardKey | None, at: QPoint) -> None:
        """The pointer is on a card, or on none (then the tip goes)."""
        if key is None or key != self._key:
            self.hide()
        self._at = at
        if key is not None and key != self._key:
            self._key, self._needs_focus = key, False
            self._waiting.start(POINTER_WAIT)

    def focus(self, key: CardKey) -> None:
        """The keyboard went to a card."""
        card = self._canvas.deck.card(key)
        if card is not None:
            self._key, self._needs_focus = key, True
            self._at = card.mapToGlobal(QPoint(12, card.height()))
            self._waiting.start(FOCUS_WAIT)

    def hide(self) -> None:
        """Show nothing, and nothing later."""
        self._waiting.stop()
        if self._key is not None:
            self._key = None
            QToolTip.hideText()

    def _show(self) -> None:
        item = None if self._key is None else self._canvas.items.get(self._key)
        card = self._canvas.deck.card(self._key)
        if QApplication.activePopupWidget() is not None:
            return  # a menu has come up meanwhile
        if item is not None and card is not None and (card.hasFocus() or not self._needs_focus):
            QToolTip.showText(self._at, tip(item, self._canvas.week), self._canvas, card.geometry())


def tip(item: CardItem, week: ShownWeek) -> str:
    """A card's tip in rich text: title, time, platforms, status."""
    if isinstance(item, PostCard):
        title = item.title or wording.untitled()
        when = f"{wording.day_short(item.moment)} {wording.clock(item.moment)}"
        last = wording.overdue() if item.is_overdue else wording.status(item.status)
        platforms = item.platform_ids
    else:
        title = item.title or wording.activity(item.activity)
        minutes = elapsed(item.starts_at, item.ends_at, week.zone)
        times = wording.time_range(item.starts_at, item.ends_at)
        when = f"{wording.day_short(item.starts_at)} {times} · {wording.hours_h(minutes)}"
        words = [wording.activity(item.activity)]
        words += [wording.frequency(item.rrule)] if item.rrule is not None else []
        words += [wording.done()] if item.is_done else []
        last = ", ".join(words)
        platforms = tuple(share.platform_id for share in item.shares)
    lines = [when, wording.platform_names(platforms, week.platforms), last]
    if isinstance(item, PostCard) and item.rrule is not None:
        from desktop import series_words  # noqa: PLC0415 - brings the rules of series, which the first picture spares

        lines.append(series_words.repeats(item.rrule))
    head = escape(title.replace("\u00ad", ""))
    return f"<p style='white-space:pre-wrap'><b>{head}</b><br>{'<br>'.join(escape(line) for line in lines)}</p>"
