"""The lines of the agenda under their headings: one Tab stop, a selection, and keys for everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Status
from desktop.agenda import words
from desktop.agenda.heading import Heading
from desktop.agenda.row import AgendaRow
from desktop.agenda.words import Names
from desktop.planning.agenda import Anchor, Group, Grouping, Line
from desktop.planning.cards import PostCard
from desktop.planning.together import Act, BackToIdeas, Remove, SetStatus, Shift, Tick
from desktop.ui import theme
from desktop.ui.accessible import announce
from desktop.ui.controls import Text

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -100_000, Qt.Key.Key_End: 100_000}
_SHIFTS = {
    Qt.Key.Key_Up: Shift(minutes=-15),
    Qt.Key.Key_Down: Shift(minutes=15),
    Qt.Key.Key_Left: Shift(days=-1),
    Qt.Key.Key_Right: Shift(days=1),
    Qt.Key.Key_PageUp: Shift(days=-7),
    Qt.Key.Key_PageDown: Shift(days=7),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the list shows: groups, their grouping, names, what belongs to whole days, and the present day.

    `nothing` is said where there is no line.
    """

    groups: tuple[Group, ...]
    grouping: Grouping
    names: Names
    chips: dict[date, tuple[str, ...]]
    today: date
    nothing: str = ""


class AgendaList(QWidget):
    """Arrows go from line to line; what is done is done to all chosen lines.

    Signals: `opened(Line)`, `acted(Act, lines, is_by_key)`, `menu_requested(Line, QPoint)` and
    `state_requested(Line, QPoint)` with places of the screen, `selection_changed(count)`, `week_stepped(-1 or 1)`,
    `reached(QWidget)`: a line that should be in sight; `move_asked(lines)`: to a day and time that are asked for;
    `duplicated(lines)`.
    """

    opened = Signal(object)
    acted = Signal(object, object, bool)
    menu_requested = Signal(object, QPoint)
    state_requested = Signal(object, QPoint)
    selection_changed = Signal(int)
    week_stepped = Signal(int)
    reached = Signal(QWidget)
    move_asked = Signal(object)
    duplicated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._rows: dict[Anchor, AgendaRow] = {}
        self._spare: list[AgendaRow] = []
        self._headings: list[Heading] = []
        self._order: list[Anchor] = []
        self._selected: set[Anchor] = set()
        self._is_pinned = False
        self._current: Anchor | None = None
        self._origin: Anchor | None = None
        self.setAccessibleName(self.tr("Agenda"))
        self._nothing = Text("", "body", "text-2", is_wrapped=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(20))
        self._column.setSpacing(0)

    def accessible_role(self) -> QAccessible.Role:
        """A list of lines."""
        return QAccessible.Role.List

    # what is shown

    def show_lines(self, shown: Shown) -> None:
        """Show these lines; selection and focus stay with what is still there."""
        self._shown = shown
        had_focus = self.has_focus()
        place = self._order.index(self._current) if self._current in self._order else 0
        lines = {line.anchor: line for group in shown.groups for line in group.lines}
        self._order = list(lines)
        while self._column.takeAt(0) is not None:
            pass
        for anchor in [each for each in self._rows if each not in lines]:
            self._spare.append(self._rows.pop(anchor))
        for number, group in enumerate(shown.groups):
            self._column.addWidget(self._heading(number, group, shown))
            for line in group.lines:
                self._column.addWidget(self._row(line, shown))
        self._nothing.setText(shown.nothing)
        self._nothing.setContentsMargins(theme.px(8), theme.px(24), theme.px(8), 0)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self._nothing.setVisible(not self._order)
        self._hide_spare(len(shown.groups))
        if self._current not in lines:
            self._current = self._order[min(place, len(self._order) - 1)] if self._order else None
        self._choose(self._selected & lines.keys())
        self._take_stop()
        if had_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _hide_spare(self, headings: int) -> None:
        for row in self._spare:
            row.hide()
        for number, heading in enumerate(self._headings):
            heading.setVisible(number < headings)

    def _heading(self, number: int, group: Group, shown: Shown) -> Heading:
        if number == len(self._headings):
            self._headings.append(Heading())
        is_day = isinstance(group.of, date)
        chips = shown.chips.get(group.of, ()) if isinstance(group.of, date) else ()
        title = words.group_title(group, shown.grouping, shown.names, shown.today)
        self._headings[number].show_group(title, words.summary(group), chips, is_day and group.of == shown.today)
        return self._headings[number]

    def _row(self, line: Line, shown: Shown) -> AgendaRow:
        row = self._rows.get(line.anchor)
        if row is None:
            row = self._spare.pop() if self._spare else self._new_row(line, shown.names)
            self._rows[line.anchor] = row
        row.show_line(line, shown.names, shown.grouping is not Grouping.DAY)
        row.show()
        return row

    def _new_row(self, line: Line, names: Names) -> AgendaRow:
        row = AgendaRow(line, names)
        row.setParent(self)
        row.more_actions = self._actions_of
        row.pressed.connect(self._press)
        row.opened.connect(self._open)
        row.focused.connect(self._follow_focus)
        row.menu_requested.connect(self._ask_for_menu)
        row.state_pressed.connect(self._ask_for_state)
        return row

    # selection and focus

    @property
    def order(self) -> tuple[Anchor, ...]:
        """All lines, from the top."""
        return tuple(self._order)

    @property
    def said(self) -> str:
        """What is said where there is no line; empty where there are some."""
        return self._nothing.text()

    def row(self, anchor: Anchor) -> AgendaRow:
        """The line in sight; raises KeyError for another."""
        return self._rows[anchor]

    def heading_of(self, of: object) -> Heading | None:
        """The heading of a group in sight, by what it is of."""
        groups = self._shown.groups if self._shown is not None else ()
        return next((self._headings[number] for number, group in enumerate(groups) if group.of == of), None)

    def first_of(self, day: date) -> Anchor | None:
        """The first line in sight that lies on a day."""
        return next((each for each in self._order if self._rows[each].line.starts_at.date() == day), None)

    @property
    def chosen(self) -> tuple[Line, ...]:
        """The chosen lines in order, or the current one."""
        return tuple(
            self._rows[each].line
            for each in self._order
            if each in self._selected or (not self._selected and each == self._current)
        )

    @property
    def count(self) -> int:
        """How many lines are chosen."""
        return len(self._selected)

    def choose(self, anchors: Iterable[Anchor]) -> None:
        """Choose these lines, the last of them being the current one."""
        wanted = [each for each in anchors if each in self._rows]
        if wanted:
            self._current = self._origin = wanted[-1]
        self._choose(set(wanted))
        self._take_stop()

    def make_current(self, anchor: Anchor) -> None:
        """Let Tab reach this line, without choosing it."""
        self._current = self._origin = anchor
        self._take_stop()

    def clear(self) -> None:
        """Choose nothing."""
        self._is_pinned = False
        self._choose(set())

    def has_focus(self) -> bool:
        """Tell whether one of the lines has the keyboard."""
        return any(row.hasFocus() for row in self._rows.values())

    def settle(self) -> None:
        """Put all lines where they belong, now."""
        self._column.activate()

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Give the keyboard to the current line; tells whether there is one."""
        if self._current is None:
            return False
        row = self._rows[self._current]
        row.setFocus(reason)
        self.reached.emit(row)
        return True

    def _choose(self, anchors: set[Anchor]) -> None:
        is_other = anchors != self._selected
        self._selected = anchors
        for anchor, row in self._rows.items():
            row.set_selected(anchor in anchors)
        if is_other:
            self.selection_changed.emit(len(anchors))

    def _take_stop(self) -> None:
        for anchor, row in self._rows.items():
            is_stop = anchor == self._current
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _follow_focus(self, anchor: Anchor) -> None:
        if anchor != self._current:
            self._current = anchor
            self._take_stop()

    def _press(self, anchor: Anchor, modifiers: Qt.KeyboardModifier) -> None:
        self._current = anchor
        self._take_stop()
        if modifiers & _SHIFT:
            self._extend()
        elif modifiers & _CONTROL:
            self._toggle()
        else:
            self._origin, self._is_pinned = anchor, False
            self._choose({anchor})

    def _extend(self) -> None:
        """Choose everything from where the choosing began to the current line."""
        if self._current is None:
            return
        first = self._order.index(self._origin) if self._origin in self._order else self._order.index(self._current)
        last = self._order.index(self._current)
        self._choose(set(self._order[min(first, last) : max(first, last) + 1]))

    def _toggle(self) -> None:
        if self._current is not None:
            self._origin = self._current
            self._choose(self._selected ^ {self._current})

    def _pin(self) -> None:
        """Toggle the current line by the keyboard: from then on plain arrows leave the chosen ones chosen.

        The first time, the line that an arrow chose on its way stays chosen.
        """
        if self._is_pinned or self._selected != {self._current}:
            self._toggle()
        self._is_pinned = bool(self._selected)
        self._say_how_many()

    def _say_how_many(self) -> None:
        announce(self, self.tr("%n line(s) chosen", "", len(self._selected)))

    # what is done

    def _open(self, anchor: Anchor) -> None:
        self.opened.emit(self._rows[anchor].line)

    def _alone_unless_chosen(self, anchor: Anchor) -> None:
        """A menu is about all chosen lines if it was asked for on one of them, else about that line."""
        self._current = anchor
        self._take_stop()
        if anchor not in self._selected:
            self._origin = anchor
            self._choose({anchor})
        self._rows[anchor].setFocus(Qt.FocusReason.MouseFocusReason)

    def _ask_for_menu(self, anchor: Anchor, at: QPoint) -> None:
        self._alone_unless_chosen(anchor)
        self.menu_requested.emit(self._rows[anchor].line, at)

    def _ask_for_state(self, anchor: Anchor, at: QPoint) -> None:
        self._alone_unless_chosen(anchor)
        self.state_requested.emit(self._rows[anchor].line, at)

    def act(self, act: Act, is_by_key: bool = False) -> None:
        """Have something done to the chosen lines."""
        if lines := self.chosen:
            self.acted.emit(act, lines, is_by_key)

    def _actions_of(self, anchor: Anchor) -> Mapping[str, Callable[[], object]]:
        """What assistive technology may do with a line besides opening it."""
        is_post = isinstance(self._rows[anchor].line.item, PostCard)
        acts: dict[str, Act] = {
            self.tr("15 minutes later"): Shift(minutes=15),
            self.tr("15 minutes earlier"): Shift(minutes=-15),
            self.tr("Next day"): Shift(days=1),
            self.tr("Previous day"): Shift(days=-1),
            self.tr("Next week"): Shift(days=7),
            self.tr("Previous week"): Shift(days=-7),
        }
        found = {name: partial(self._do_alone, anchor, partial(self.act, act, True)) for name, act in acts.items()}
        found[self.tr("Publish") if is_post else self.tr("Tick off")] = partial(self._do_alone, anchor, self.finish)
        found[self.tr("Move to …")] = partial(self._do_alone, anchor, self._ask_for_moment)
        found[self.tr("Duplicate")] = partial(self._do_alone, anchor, self._duplicate)
        if is_post:
            back = partial(self.act, BackToIdeas())
            found[self.tr("Back to the ideas")] = partial(self._do_alone, anchor, back)
        found[self.tr("Delete")] = partial(self._do_alone, anchor, partial(self.act, Remove()))
        return found

    def _do_alone(self, anchor: Anchor, action: Callable[[], object]) -> None:
        self._alone_unless_chosen(anchor)
        action()

    def _ask_for_moment(self) -> None:
        self.move_asked.emit(self.chosen)

    def _duplicate(self) -> None:
        self.duplicated.emit(self.chosen)

    def finish(self) -> None:
        """Tick the chosen work off, or publish the chosen posts; as the current line is, so are the others."""
        if self._current is None or not self.chosen:
            return
        line = self._rows[self._current].line
        if isinstance(line.item, PostCard):
            self.act(SetStatus(Status.PUBLISHED))
        else:
            self.act(Tick(not line.item.is_done))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key says to the chosen lines, or go to another one."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._current is None or not (self._go(key, modifiers) or self._do(key, modifiers)):
            if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and modifiers == _NONE:
                self.week_stepped.emit(-1 if key == Qt.Key.Key_PageUp else 1)
            else:
                super().keyPressEvent(event)

    def _go(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key in _STEPS and modifiers in {_NONE, _SHIFT, _CONTROL} and self._current in self._order:
            if self._origin is None:
                self._origin = self._current
            place = self._order.index(self._current) + _STEPS[key]
            self._current = self._order[min(max(place, 0), len(self._order) - 1)]
            self._take_stop()
            if modifiers == _SHIFT:
                self._extend()
                self._say_how_many()
            elif modifiers == _NONE and not self._is_pinned:
                self._origin = self._current
                self._choose({self._current})
            self.take_focus(Qt.FocusReason.TabFocusReason)
            return True
        if key == Qt.Key.Key_A and modifiers == _CONTROL:
            self._choose(set(self._order))
            self._say_how_many()
            return True
        if key == Qt.Key.Key_Space and modifiers in {_NONE, _CONTROL}:
            self._pin()
            return True
        if key == Qt.Key.Key_Escape and self._selected:
            self.clear()
            return True
        return False

    def _do(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        is_enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if modifiers == _ALT and key in _SHIFTS:
            self.act(_SHIFTS[key], is_by_key=True)
        elif is_enter and modifiers == _CONTROL:
            self.finish()
        elif (is_enter or key == Qt.Key.Key_F2) and modifiers == _NONE and self._current is not None:
            self._open(self._current)
        elif key == Qt.Key.Key_Delete and modifiers == _NONE:
            self.act(Remove())
        elif key == Qt.Key.Key_D and modifiers == _CONTROL:
            self._duplicate()
        elif key == Qt.Key.Key_M and modifiers == _NONE:
            self._ask_for_moment()
        elif key == Qt.Key.Key_B and modifiers == _NONE:
            self.act(BackToIdeas())
        elif self._asks_for_menu(key, modifiers) and self._current is not None:
            self._rows[self._current].ask_for_menu()
        else:
            return False
        return True

    @staticmethod
    def _asks_for_menu(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        return key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and modifiers == _SHIFT)
