"""The week's hours with its cards: the widget that the page puts below the day header."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QHelpEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from db.records import Hours, Platform, Week
from desktop import wording
from desktop.calendar.aiming import CREATED_MINUTES, ExternalItem, Place
from desktop.calendar.card_tips import CardTips
from desktop.calendar.drag import DragMachine
from desktop.calendar.drag_state import Phase
from desktop.calendar.drop_targets import DayTarget, IdeasTarget
from desktop.calendar.ghost import GhostLabel
from desktop.calendar.grid_keys import GridKeys
from desktop.calendar.grid_marks import OverflowButton
from desktop.calendar.grid_signals import GridSignals
from desktop.calendar.hour_zoom import HourZoom
from desktop.calendar.hours_area import HoursArea
from desktop.calendar.placing import Overflow
from desktop.calendar.post_card import Pictures
from desktop.calendar.shown_week import ShownWeek, is_block, starts_at
from desktop.calendar.title_editor import TitleEditor
from desktop.calendar.week_canvas import Hit, Part, WeekCanvas
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.intents import Group, Intent
from desktop.planning.recurrence import Occurrence
from desktop.planning.week import DAY_MINUTES, STEP

_MARKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class WeekGrid(GridSignals):
    """Shows one week and turns mouse and keys into intents (`desktop.planning.intents`). It changes nothing itself.

    Give it data with `show_week` (as often as wished, also while something is being dragged: the drag lives on), the
    time with `set_now`, pictures with `set_pictures`, other drop targets with `add_month`, `add_header`, `add_ideas`.
    `canvas.marking` knows the cards that are marked together; what the grid tells is in `GridSignals`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = WeekCanvas(self)
        self._area = HoursArea(self.canvas, self)
        self.zoom = HourZoom(self._area, self)
        self._machine = DragMachine(self.canvas, self._area, self)
        self._keys = GridKeys(self.canvas, self)
        self.canvas.set_keys(self._keys)
        self.canvas.deck.describe = self._keys
        self._tips = CardTips(self.canvas)
        self._editor = TitleEditor(self.canvas)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        machine, keys = self._machine, self._keys
        machine.hovered.connect(self._on_aim)
        machine.dropped.connect(self._on_drop)
        machine.banded.connect(self._on_band)
        keys.pinned.connect(self.canvas.marking.pin)
        keys.extended_to.connect(self._extend_to)
        keys.group_moved.connect(self.group_moved)
        machine.day_dropped.connect(self.day_dropped)
        machine.cancelled.connect(self.cancelled)
        machine.flip_requested.connect(self.flip_requested)
        machine.external_ended.connect(self.external_ended)
        machine.carry_started.connect(self.carry_started)
        machine.carried_out.connect(self.carried_out)
        keys.carry_requested.connect(self.carry)
        machine.created.connect(self.create_requested)
        machine.targets.day_hovered.connect(self.day_hovered)
        machine.pressed.connect(self._on_press)
        machine.clicked.connect(self._on_click)
        machine.double_clicked.connect(self._on_double_click)
        machine.pointed_at.connect(self._tips.point_at)
        machine.pointed_at.connect(self._on_pointer)
        keys.went_to.connect(self._go_to)
        keys.overflow_opened.connect(self._on_overflow_key)
        keys.rename_requested.connect(self.edit_title)
        for own, theirs in (
            (self.flip_requested, keys.flip_requested),
            (self.key_intent, keys.key_intent),
            (self.clip_requested, keys.clip_requested),
            (self.paste_requested, keys.paste_requested),
            (self.opened, keys.opened),
            (self.delete_requested, keys.delete_requested),
            (self.unschedule_requested, keys.unschedule_requested),
            (self.duplicate_requested, keys.duplicate_requested),
            (self.tick_toggled, keys.tick_toggled),
            (self.create_requested, keys.create_requested),
            (self.menu_requested, keys.menu_requested),
        ):
            theirs.connect(own)
        self._editor.saved.connect(self._on_title)
        self._editor.discarded.connect(self._on_title_discarded)
        self._editor.platform_cycled.connect(self.platform_cycled)
        self._area.scrolled.connect(self._machine.aim_again)

    # what is shown

    def show_week(
        self,
        week: Week,
        posts: tuple[PostCard, ...],
        blocks: tuple[Occurrence, ...],
        platforms: Mapping[int, Platform],
        today: date,
        now: datetime,
        working_hours: tuple[Hours | None, ...],
        zone: ZoneInfo,
    ) -> None:
        """Show a week's cards. `now` is wall clock in `zone`; `platforms` are by id, in order, those to be offered.

        Selection, focus, an open title field and a drag survive, by key.
        """
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.canvas.isAncestorOf(focused)
        self.canvas.show_week(ShownWeek(week, posts, blocks, platforms, today, now, working_hours, zone))
        self._name_canvas()
        self._tips.hide()
        self._area.open()
        self._follow_editor()
        if had_focus and self.canvas.deck.card(self.canvas.deck.selected) is not None and not self._is_editing():
            self.canvas.tab_stop().setFocus(Qt.FocusReason.OtherFocusReason)
        self._machine.aim_again()

    def set_now(self, now: datetime) -> None:
        """Move the now line to a wall-clock time of the same day."""
        self.canvas.set_now(now)

    def set_pictures(self, picture: Pictures) -> None:
        """Where cards get their pictures: a function from a SHA-256 name to a pixmap, or None while there is none.

        Call it again when pictures have arrived.
        """
        self.canvas.set_pictures(picture)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.canvas.setAccessibleName(self.tr("Week"))
        self._name_canvas()

    def _name_canvas(self) -> None:
        week = self.canvas.week.week
        self.canvas.setAccessibleDescription(f"{wording.week_name(week)}, {wording.week_dates(week)}")

    # selection and focus

    @property
    def current(self) -> CardKey | None:
        """The selected card, also while it is not in the shown week."""
        return self.canvas.deck.selected

    @property
    def slot(self) -> datetime:
        """The wall-clock time of the slot cursor."""
        return self.canvas.slot_moment()

    def select(self, key: CardKey | None, focus: bool = False) -> None:
        """Make a card the current one (None: none), with `focus` also give it the focus and scroll it into view."""
        self.canvas.select(key)
        if focus:
            self.take_focus()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the current card, or to the slot cursor."""
        stop = self.canvas.tab_stop()
        stop.setFocus(reason)
        self._area.show_widget(stop)

    def card_rect(self, key: CardKey) -> QRect:
        """Where a card is on the screen; empty for one that is hidden or not of this week."""
        card = self.canvas.deck.card(key)
        if card is None:
            return QRect()
        return QRect(self.canvas.mapToGlobal(card.card_rect.topLeft()), card.card_rect.size())

    def _on_aim(self, meant: Intent | Group | None) -> None:
        if isinstance(meant, Group):
            self.group_hovered.emit(meant)
        else:
            self.hovered.emit(meant)

    def _on_drop(self, meant: Intent | Group) -> None:
        if isinstance(meant, Group):
            self.group_dropped.emit(meant)
        else:
            self.dropped.emit(meant)

    def _on_band(self, keys: frozenset[CardKey] | None) -> None:
        self.canvas.marking.set(keys or ())
        if keys and self.canvas.deck.selected not in keys:
            self.canvas.select(next(key for key in self.canvas.items if key in keys))

    def _extend_to(self, key: CardKey) -> None:
        self.canvas.marking.extend(key)
        self._make_current(key)

    def _go_to(self, key: CardKey | None) -> None:
        self.canvas.marking.leave(key)
        self._make_current(key)

    def _make_current(self, key: CardKey | None) -> None:
        changed = key != self.canvas.deck.selected
        self.canvas.select(key)
        self.canvas.slot_cursor.lay_out(self.canvas.grid, self.canvas.week.week.days)
        self.take_focus()
        if changed:
            self.selected.emit(key)
        if key is not None:
            self._tips.focus(key)

    # the mouse

    def _on_pointer(self, key: CardKey | None, _at: QPoint) -> None:
        self.pointed_at.emit(key)

    def _on_press(self, hit: Hit) -> None:
        self._tips.hide()
        if hit.key is not None and hit.part is not Part.TICK and not self._machine.pressed_with & _MARKING:
            if not self.canvas.marking.is_group(hit.key):
                self.canvas.marking.leave(hit.key)
                self.canvas.marking.clear()
            changed = hit.key != self.canvas.deck.selected
            self.canvas.select(hit.key)
            self.canvas.tab_stop().setFocus(Qt.FocusReason.MouseFocusReason)
            if changed:
                self.selected.emit(hit.key)

    def _on_click(self, hit: Hit, place: Place, was_selected: bool) -> None:
        marking, keys = self.canvas.marking, self._machine.pressed_with
        if hit.overflow is not None:
            self._show_overflow(hit.overflow)
        elif hit.key is not None and keys & Qt.KeyboardModifier.ControlModifier:
            marking.toggle(hit.key)
            self._make_current(hit.key)
        elif hit.key is not None and keys & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(hit.key)
        elif marking.is_group(hit.key) and hit.part is not Part.TICK:
            marking.clear()
        elif hit.key is None:
            marking.clear()
            self.canvas.slot_cursor.move_to(place.day, int(place.minute) // STEP * STEP)
            self._go_to(None)
        elif hit.part is Part.TICK:
            self.tick_toggled.emit(hit.key)
        elif was_selected:
            self.opened.emit(hit.key)

    def _on_double_click(self, hit: Hit, place: Place) -> None:
        if hit.key is not None:
            if hit.part is not Part.TICK:
                self.opened.emit(hit.key)
        elif hit.overflow is None:
            starts = min(DAY_MINUTES - STEP, int(place.minute) // STEP * STEP)
            week = self.canvas.week
            ends = week.moment(place.day, min(DAY_MINUTES, starts + CREATED_MINUTES), place.in_second_half)
            self.create_requested.emit(week.moment(place.day, starts, place.in_second_half), ends)

    def _show_overflow(self, overflow: Overflow) -> None:
        rect = overflow.rect.toRect()
        day = self.canvas.week.week.days[overflow.day]
        self.overflow_requested.emit(day, overflow.keys, QRect(self.canvas.mapToGlobal(rect.topLeft()), rect.size()))

    def _on_overflow_key(self, button: OverflowButton) -> None:
        if button.overflow is not None:
            self._show_overflow(button.overflow)

    def event(self, event: QEvent) -> bool:
        """Tell about the busy time under the resting pointer; cards have tips of their own."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.canvas.mapFromGlobal(event.globalPos()).toPointF()
            found = self.canvas.busy.at(self.canvas.grid, at)
            if found is not None and self.canvas.hit(at).key is None:
                QToolTip.showText(event.globalPos(), self.canvas.busy.tip(found[0]), self.canvas, found[1])
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card or free place under the pointer; keys are handled as keys."""
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard or self._machine.phase is not Phase.IDLE:
            return
        if self._machine.is_menu_unwanted:
            return
        at = self.canvas.mapFromGlobal(event.globalPos())
        hit = self.canvas.hit(at.toPointF())
        minute = int(self.canvas.grid.minute(at.y() + 0.5)) // STEP * STEP
        day = self.canvas.grid.day_at(at.x())
        if hit.key is None:
            self.canvas.slot_cursor.move_to(day, minute)
        if not self.canvas.marking.is_group(hit.key):
            self.canvas.marking.clear()
        self._make_current(hit.key)
        self.menu_requested.emit(hit.key, self.canvas.week.moment(day, minute), event.globalPos())

    # drags

    def add_month(self, target: DayTarget) -> None:
        """Let cards be dropped on the days of a small month: the time of day stays."""
        self._machine.targets.add_month(target)

    def add_header(self, target: DayTarget) -> None:
        """Let cards be dropped on a day header: into the first free gap."""
        self._machine.targets.add_header(target)

    def add_ideas(self, target: IdeasTarget) -> None:
        """Let posts be dropped on the ideas: without a date."""
        self._machine.targets.add_ideas(target)

    def begin_external(self, item: ExternalItem, press_global: QPoint) -> None:
        """Start to drag something in from another widget, called in its mouse move event once it has moved 4 px.

        From then on the machine takes the mouse, so the widget gets no release; listen to `external_ended`.
        """
        self._machine.begin_external(item, press_global)

    def carry(self, key: CardKey, variant_ids: tuple[int, ...] = ()) -> None:
        """Let keys and pointer carry a card until Enter or a click drops it; of a post only these versions, if named.

        Nothing happens for a card that is not of the shown week.
        """
        item = self.canvas.items.get(key)
        if isinstance(item, PostCard) and variant_ids and set(variant_ids) != set(item.variant_ids):
            pairs = zip(item.variant_ids, item.platform_ids, strict=True)
            part = [(variant, platform) for variant, platform in pairs if variant in variant_ids]
            item = replace(
                item, variant_ids=tuple(each[0] for each in part), platform_ids=tuple(each[1] for each in part)
            )
            self._machine.carry(item, None, item.moment)
        elif item is not None:
            self._machine.carry(item, key, starts_at(item))

    def carry_in(self, item: ExternalItem, starts: datetime) -> None:
        """Let keys and pointer carry something from outside, beginning at a time of the shown week.

        Listen to `external_ended`.
        """
        self._machine.carry(item, None, starts)

    def cancel_drag(self) -> None:
        """Give up whatever is being dragged or held."""
        self._machine.cancel()

    @property
    def is_dragging(self) -> bool:
        """Tell whether a drag is under way or held for a question."""
        return self._machine.phase not in {Phase.IDLE, Phase.PRESSED}

    def show_preview(self, label: GhostLabel) -> None:
        """Say beside the dragged card what a drop would cost."""
        if self._machine.phase is Phase.DRAGGING:
            self._machine.scene.ghost.say(label)

    def clear_preview(self) -> None:
        """Say only the time."""
        self.show_preview(GhostLabel())

    def hold_ghost(self) -> QRect:
        """While a drop is being asked about: show the card in its new place, its origin faded.

        Call it in the handler of `dropped`. Gives the card's place on the screen, for the question to point at; empty
        after a drop outside the grid.
        """
        self._machine.hold()
        return self._machine.scene.held_rect()

    def release_hold(self) -> None:
        """The question is answered, whatever the answer."""
        self._machine.release_hold()

    # titles

    def edit_title(self, key: CardKey) -> None:
        """Let the user type a block's title into its card; nothing happens for a card that is not shown."""
        card, item = self.canvas.deck.card(key), self.canvas.items.get(key)
        if card is not None and isinstance(item, Occurrence):
            self.canvas.select(key)
            self._area.show_widget(card)
            self._editor.open(key, card.card_rect, item.title)

    def _is_editing(self) -> bool:
        return self._editor.key is not None

    def _follow_editor(self) -> None:
        key = self._editor.key
        card = self.canvas.deck.card(key)
        if key is not None and card is None:
            self._editor.close_quietly()
        elif card is not None and is_block(key):
            self._editor.follow(card.card_rect)

    def _on_title(self, key: CardKey, text: str) -> None:
        self._back_to_card()
        self.title_edited.emit(key, text)

    def _on_title_discarded(self, key: CardKey) -> None:
        self._back_to_card()
        self.title_discarded.emit(key)

    def _back_to_card(self) -> None:
        if QApplication.focusWidget() in {None, self._editor}:
            self.take_focus()

    # size and scrolling

    def scroll_to(self, minute: int) -> None:
        """Scroll so that a minute of the day is at the upper edge."""
        self._area.scroll_to(minute)

    def set_covered(self, height: int) -> None:
        """Keep clear of so many px at the lower edge, which something lies over."""
        self._area.covered = height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the hours to the height; the hour at the upper edge stays."""
        super().resizeEvent(event)
        self._area.fill(self.rect())
        self._follow_editor()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown: nothing is dragged there."""
        super().hideEvent(event)
        self._machine.cancel()
        self._tips.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that there is more above and below."""
        super().enterEvent(event)
        self._area.show_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean nothing to the cards mean nothing to the scroll area either."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Take another text size or language."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._area.fit()
            self._follow_editor()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
