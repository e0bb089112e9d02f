"""Cut, copy and paste of cards."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from db.records import Week
from desktop.calendar.clipped import clipped, from_clipboard, to_clipboard
from desktop.calendar.desk import Desk
from desktop.calendar.group_actions import GroupActions
from desktop.calendar.rescheduler import Rescheduler
from desktop.calendar.shown_week import CardItem, starts_at
from desktop.calendar.week_view import WeekView


class ClipActions(QObject):
    """Puts the marked cards, or else the current one, on the clipboard, and brings them from there."""

    def __init__(
        self, view: WeekView, desk: Desk, rescheduler: Rescheduler, groups: GroupActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._rescheduler = rescheduler
        self._groups = groups
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        view.grid.clip_requested.connect(self._clip)
        view.grid.paste_requested.connect(self.paste)

    @property
    def can_paste(self) -> bool:
        """Tell whether there are cards on the clipboard."""
        return from_clipboard(QGuiApplication.clipboard().mimeData()) is not None

    def _items(self) -> tuple[CardItem, ...]:
        canvas = self._view.grid.canvas
        current = canvas.deck.selected
        if canvas.marking.is_group(current):
            return canvas.marking.items()
        item = canvas.items.get(current) if current is not None else None
        return () if item is None else (item,)

    def _clip(self, is_cut: bool) -> None:
        items = self._items()
        if not items:
            return
        board = self._desk.board(*{Week.of(starts_at(item)) for item in items})
        QGuiApplication.clipboard().setMimeData(to_clipboard(clipped(items, board, is_cut), items))
        if is_cut:
            self._view.grid.canvas.deck.set_cut(frozenset(item.key for item in items))
            words = self.tr("%n card(s) cut. Choose a place in any week and paste.", "", len(items))
        else:
            words = self.tr("%n card(s) copied. Choose a place in any week and paste.", "", len(items))
        self._view.toasts.say(words)

    def _follow_clipboard(self) -> None:
        """What is not on the clipboard any more, as something else has been copied or cut, does not wait there."""
        clip = from_clipboard(QGuiApplication.clipboard().mimeData())
        if clip is None or not clip.is_cut:
            self._view.grid.canvas.deck.set_cut(frozenset())

    def paste(self, to: datetime) -> None:
        """Put the cards of the clipboard there; what was cut moves and is not on the clipboard any more."""
        clip = from_clipboard(QGuiApplication.clipboard().mimeData())
        if clip is None or self._rescheduler.diversion is not None:
            return
        group = clip.pasted(self._desk.board(*clip.weeks, Week.of(to)), to)
        if not group.intents:
            self._view.toasts.say(self.tr("What was cut or copied is not in this plan."))
            return
        if self._groups.paste(group, clip.weeks) and clip.is_cut:
            QGuiApplication.clipboard().clear()
