"""The painted month: shows weeks, knows where the keyboard is, and says what is done in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from db.records import Week
from desktop import wording
from desktop.month import words
from desktop.month.geometry import Layout
from desktop.month.items import Actions, Meaning, MonthItem
from desktop.month.month_paint import State, paint_month
from desktop.month.shown_month import ShownMonth
from desktop.month.tips import tip_at
from desktop.planning.budget import PlatformBudget
from desktop.planning.cards import PostCard, PostKey
from desktop.ui import accessible, theme

_BACK = {
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.OtherFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
}


class MouseReceiver(Protocol):
    """Who turns the canvas' mouse into clicks and drags."""

    def press(self, event: QMouseEvent, /) -> None:
        """A button went down."""

    def move(self, event: QMouseEvent, /) -> None:
        """The pointer moved."""

    def release(self, event: QMouseEvent, /) -> None:
        """A button went up."""


class MonthCanvas(QWidget):
    """Six weeks at most, painted; a single stop for Tab.

    Signals: `week_opened(Week)`, `post_opened(PostKey)`, `more_requested(date)`, `moved_by_keys(PostKey, days)`,
    `month_stepped(months)`, `today_requested()`.
    """

    week_opened = Signal(object)
    post_opened = Signal(object)
    more_requested = Signal(object)
    moved_by_keys = Signal(object, int)
    month_stepped = Signal(int)
    today_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self._state = State(date.min)
        self._receiver: MouseReceiver | None = None
        self._days: list[MonthItem] = []
        self._totals: list[MonthItem] = []
        self._posts: dict[PostKey, MonthItem] = {}
        self._resting: list[MonthItem] = []
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def accessible_role(self) -> QAccessible.Role:
        """Days, posts and totals are the items of a list."""
        return QAccessible.Role.List

    def set_receiver(self, receiver: MouseReceiver) -> None:
        """Let somebody have the mouse."""
        self._receiver = receiver

    # what is shown

    @property
    def shown(self) -> ShownMonth | None:
        """What is shown, None before the first `show_month`."""
        return self._layout.shown if self._layout is not None else None

    @property
    def plan(self) -> Layout | None:
        """Where everything lies."""
        return self._layout

    @property
    def state(self) -> State:
        """Pointer, selection and drag as they are painted."""
        return self._state

    def show_month(self, shown: ShownMonth) -> None:
        """Show a month; a cursor that is not in it goes to today, else to the first day."""
        had_focus = self.has_focus()
        cursor = self._state.cursor
        if cursor not in shown:
            cursor = shown.today if shown.is_own(shown.today) else date(shown.year, shown.month, 1)
        selected = self._state.selected
        if selected is not None and shown.card(selected) is None:
            selected = None
        self._state = replace(self._state, cursor=cursor, selected=selected, hovered=None, preview={})
        self._layout = Layout(shown, self.width(), self.height(), selected)
        accessible.name(self, wording.month_title(shown.year, shown.month))
        self._place_items(had_focus)
        self.update()

    def change(
        self, origin: PostKey | None, drop_day: date | None, preview: Mapping[Week, Sequence[PlatformBudget]]
    ) -> None:
        """Show a drag: which post is faded, on which day it would fall, what weeks would hold."""
        self._set_state(replace(self._state, origin=origin, drop_day=drop_day, preview=preview))

    def set_hovered(self, hovered: PostKey | date | Week | None, is_more: bool = False) -> None:
        """Show where the pointer is."""
        self._set_state(replace(self._state, hovered=hovered, is_more_hovered=is_more))

    def select(self, key: PostKey | None, by_key: bool = False, focus: bool = True) -> None:
        """Make a post the current one; None leaves the day alone."""
        cursor = key.moment.date() if key is not None else self._state.cursor
        self._go(cursor, key, by_key, focus)

    def go_to(self, day: date, by_key: bool = False) -> None:
        """Make a day in sight the current one."""
        self._go(day, None, by_key, focus=True)

    def _go(self, cursor: date, selected: PostKey | None, by_key: bool, focus: bool) -> None:
        self._state = replace(self._state, cursor=cursor, selected=selected, is_by_key=by_key, shows_cursor=True)
        if self._layout is not None:
            self._layout = replace(self._layout, selected=selected)
        self._place_items(focus)
        self.update()

    def _set_state(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.update()

    # keyboard and assistive technology

    def has_focus(self) -> bool:
        """Tell whether the keyboard is in the month."""
        now = QApplication.focusWidget()
        return now is not None and (now is self or self.isAncestorOf(now))

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the current post or day."""
        item = self._current()
        if item is not None:
            item.setFocus(reason)

    def _current(self) -> MonthItem | None:
        """The item that stands for the selection, else for the day at the cursor."""
        shown, state = self.shown, self._state
        if shown is None or state.cursor not in shown:
            return None
        chosen = self._posts.get(state.selected) if state.selected is not None else None
        return chosen or self._days[(state.cursor - shown.first).days]

    def _place_items(self, focus: bool) -> None:
        plan = self._layout
        if plan is None:
            return
        shown = plan.shown
        days = tuple(shown.days())
        while len(self._days) < len(days):
            self._days.append(self._item())
        while len(self._totals) < len(shown.weeks):
            self._totals.append(self._item())
        seen = [(day, place, card) for day in days for place, card in enumerate(plan.entries(day.day))]
        keys = {card.key for _, _, card in seen}
        free = [self._posts.pop(key) for key in [*self._posts] if key not in keys]
        for item, day in zip(self._days, days, strict=False):
            item.take(day.day, plan.cell(day.day).toRect(), words.day_name(day, shown))
        for day, place, card in seen:
            item = self._posts.get(card.key) or (free or self._resting or [self._item()]).pop()
            self._posts[card.key] = item
            item.take(card.key, plan.entry(day.day, place).toRect(), wording.post_name(card, shown.platforms))
        for row, (item, week) in enumerate(zip(self._totals, shown.weeks, strict=False)):
            item.take(week.week, plan.totals(row).toRect(), words.week_name(week))
        self._mark_current(focus)
        for item in (*free, *self._days[len(days) :], *self._totals[len(shown.weeks) :]):
            item.rest()
        self._resting += free

    def _mark_current(self, focus: bool) -> None:
        current = self._current()
        if current is None:
            return
        for item in (*self._days, *self._posts.values()):
            is_current = item is current
            if item.is_selected != is_current:
                item.is_selected = is_current
                item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
                accessible.selected_changed(item)
        if focus and not current.hasFocus():
            current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _item(self) -> MonthItem:
        item = MonthItem(self, self._actions)
        item.focus_came.connect(self._focus_came)
        item.focus_left.connect(self.update)
        return item

    def _focus_came(self, reason: Qt.FocusReason) -> None:
        if reason not in _BACK:
            self._set_state(replace(self._state, is_by_key=True, shows_cursor=True))

    def _actions(self, meaning: Meaning) -> Actions:
        if isinstance(meaning, PostKey):
            return {
                self.tr("Open"): partial(self.post_opened.emit, meaning),
                self.tr("One day later"): partial(self.moved_by_keys.emit, meaning, 1),
                self.tr("One day earlier"): partial(self.moved_by_keys.emit, meaning, -1),
                self.tr("One week later"): partial(self.moved_by_keys.emit, meaning, 7),
                self.tr("One week earlier"): partial(self.moved_by_keys.emit, meaning, -7),
            }
        week = meaning if isinstance(meaning, Week) else Week.of(meaning)
        found: dict[str, partial[None]] = {self.tr("Open week"): partial(self.week_opened.emit, week)}
        if not isinstance(meaning, Week) and self._layout is not None and self._layout.more(meaning) is not None:
            found[self.tr("Show all posts of the day")] = partial(self.more_requested.emit, meaning)
        return found

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through days and posts; open, move and turn pages."""
        if not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if modifiers == Qt.KeyboardModifier.AltModifier and key in steps and self._state.selected is not None:
            self.moved_by_keys.emit(self._state.selected, steps[key])
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in steps:
            self._next_post(1 if steps[key] > 0 else -1)
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._walk_to(self._month_edge(key == Qt.Key.Key_End))
        elif modifiers:
            return False
        elif key in steps:
            self._walk_to(self._state.cursor + timedelta(days=steps[key]))
        elif key in pages:
            self.month_stepped.emit(pages[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            days = Week.of(self._state.cursor).days
            self._walk_to(days[0] if key == Qt.Key.Key_Home else days[-1])
        elif key == Qt.Key.Key_Space:
            self._next_of_day()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_current()
        elif key == Qt.Key.Key_T:
            self.today_requested.emit()
        elif key == Qt.Key.Key_Escape and self._state.selected is not None:
            self._go(self._state.cursor, None, by_key=True, focus=True)
        else:
            return False
        return True

    def _walk_to(self, day: date) -> None:
        """Go to a day, turning the page where it is not in sight."""
        shown = self.shown
        if shown is None:
            return
        if day not in shown:
            self._state = replace(self._state, shows_cursor=True, is_by_key=True)
            self.month_stepped.emit(1 if day > shown.last else -1)
            shown = self.shown
        if shown is not None and day in shown:
            self._go(day, None, by_key=True, focus=True)

    def _month_edge(self, is_end: bool) -> date:
        shown = self.shown
        if shown is None:
            return self._state.cursor
        own = [day.day for day in shown.days() if shown.is_own(day.day)]
        return own[-1 if is_end else 0]

    def _next_of_day(self) -> None:
        """Go from the day to its first post, on to the others, and back to the day."""
        shown, state = self.shown, self._state
        day = shown.day(state.cursor) if shown is not None else None
        keys: list[PostKey | None] = [None, *(card.key for card in day.posts)] if day is not None else [None]
        place = keys.index(state.selected) if state.selected in keys else 0
        self._go(state.cursor, keys[(place + 1) % len(keys)], by_key=True, focus=True)

    def _next_post(self, step: int) -> None:
        """Go to the next post in time, or the one before."""
        shown, state = self.shown, self._state
        cards = [card.key for day in shown.days() for card in day.posts] if shown is not None else []
        if state.selected in cards:
            place = cards.index(state.selected) + step
        else:
            passed = sum(key.moment.date() < state.cursor for key in cards)
            place = passed if step > 0 else passed - 1
        if 0 <= place < len(cards):
            self.select(cards[place], by_key=True)

    def _open_current(self) -> None:
        if self._state.selected is not None:
            self.post_opened.emit(self._state.selected)
        else:
            self.week_opened.emit(Week.of(self._state.cursor))

    # mouse, painting

    def card_at(self, at: QPointF) -> PostCard | None:
        """The post at a place."""
        return self._layout.card_at(at) if self._layout is not None else None

    def rect_of(self, meaning: PostKey | date) -> QRect:
        """Where a post or a day is, in global coordinates; a post that is not to be seen is where its day is."""
        if self._layout is None:
            return QRect()
        place = self._layout.place_of(meaning) if isinstance(meaning, PostKey) else None
        if place is None:
            day = meaning.moment.date() if isinstance(meaning, PostKey) else meaning
            place = (
                self._layout.cell(day).toRect() if day in self._layout.shown else QRect(self.rect().center(), QPoint())
            )
        return QRect(self.mapToGlobal(place.topLeft()), place.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand on what the mouse does."""
        if self._receiver is not None:
            self._receiver.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand on what the mouse does."""
        if self._receiver is not None:
            self._receiver.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand on what the mouse does."""
        if self._receiver is not None:
            self._receiver.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what lies there; a second click on the way through "+2" is none."""
        plan = self._layout
        if plan is None or event.button() != Qt.MouseButton.LeftButton:
            return
        card, day = plan.card_at(event.position()), plan.day_at(event.position())
        if card is not None:
            self.post_opened.emit(card.key)
        elif day is not None and not self.is_more(day, event.position()):
            self.week_opened.emit(Week.of(day))

    def is_more(self, day: date, at: QPointF) -> bool:
        """Tell whether a place is that of a day's "+2"."""
        place = self._layout.more(day) if self._layout is not None else None
        around = theme.px(3)
        return place is not None and place.adjusted(-around, -around, around, around).contains(at)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self.set_hovered(None)

    def event(self, event: QEvent) -> bool:
        """Say in full what stands shortened under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip, place = tip_at(self._layout, QPointF(event.pos())) if self._layout is not None else ("", QRectF())
            QToolTip.showText(event.globalPos(), tip, self, place.toRect())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        if self._layout is not None:
            self._layout = replace(self._layout, width=self.width(), height=self.height())
            self._place_items(focus=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that need it."""
        painter = QPainter(self)
        if self._layout is not None:
            state = self._state if self.has_focus() else replace(self._state, shows_cursor=False)
            paint_month(painter, self._layout, state, QRectF(event.rect()))
        painter.end()
