"""What of the week the agenda shows, and how it is grouped; filters can be kept under a name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from db.records import SavedFilter
from desktop.agenda import words
from desktop.agenda.words import Names
from desktop.planning.agenda import Grouping, Kind, State, Wanted
from desktop.ui import icons, theme
from desktop.ui.buttons import IconButton
from desktop.ui.fields import LineField
from desktop.ui.filter_chips import ChoiceChip, MenuChip
from desktop.ui.flow import Flow
from desktop.ui.menus import add, add_submenu, make_menu, status_icon

_EDGE = 20


class FilterBar(QWidget):
    """Shows a filter and tells another one: `changed(Wanted)`.

    Signals besides: `save_requested()`, `filter_chosen(SavedFilter)`, `filter_removed(filter id)`.
    """

    changed = Signal(object)
    save_requested = Signal()
    filter_chosen = Signal(object)
    filter_removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Wanted()
        self._names = Names({}, {}, {}, {}, {})
        self._saved: tuple[SavedFilter, ...] = ()
        self.kinds = {kind: ChoiceChip("") for kind in Kind}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for kind, chip in self.kinds.items():
            self._group.addButton(chip)
            chip.clicked.connect(partial(self._set_kind, kind))
        self.person = MenuChip(self.tr("Person"), self._person_menu, "user")
        self.state = MenuChip(self.tr("Status"), self._state_menu)
        self.platform = MenuChip(self.tr("Platform"), self._platform_menu)
        self.grouping = MenuChip(self.tr("Grouping"), self._grouping_menu)
        self.search = LineField(self.tr("Search"), "search", 28)
        self.search.setAccessibleName(self.tr("Search the agenda"))
        self.search.editor.setAccessibleName(self.tr("Search the agenda"))
        self.search.setFixedWidth(theme.px(150))
        self.search.edited.connect(self._set_words)
        self.search.committed.connect(self._set_words)
        self.saved = IconButton("bookmark", self.tr("Saved filters"), 26)
        self.saved.clicked.connect(self._open_saved)
        self.hide_finished = ChoiceChip(self.tr("Hide what is done"), has_check=True)
        self.hide_finished.clicked.connect(self._set_hiding)
        flow = self._flow = Flow(self, gap=6, line_gap=6)
        flow.setContentsMargins(theme.px(_EDGE), theme.px(9), theme.px(_EDGE), theme.px(9))
        for chip in self.kinds.values():
            flow.add(chip)
        for widget in (self.person, self.state, self.platform, self.grouping, self.search, self.saved):
            flow.add(widget)
        flow.add(_Gap(), 1)
        flow.add(self.hide_finished)

    # what is shown

    def show_filter(self, wanted: Wanted, names: Names, counts: dict[Kind, int]) -> None:
        """Show a filter, and how many lines of each kind there are."""
        self._wanted, self._names = wanted, names
        texts = {Kind.ALL: self.tr("Everything"), Kind.POSTS: self.tr("Posts"), Kind.BLOCKS: self.tr("Work blocks")}
        for kind, chip in self.kinds.items():
            chip.setText(f"{texts[kind]} {counts[kind]}")
            chip.setChecked(kind is wanted.kind)
        self.person.show_choice(words.persons(wanted.member_id, names), wanted.member_id is not None)
        self.state.show_choice(self._states_text(), bool(wanted.states))
        self.platform.show_choice(self._platforms_text(), bool(wanted.platform_ids))
        self.grouping.show_choice(words.grouping_name(wanted.grouping), wanted.grouping is not Grouping.DAY)
        self.hide_finished.setChecked(wanted.hides_finished)
        if self.search.value != wanted.words:
            self.search.set_value(wanted.words)
        self._flow.invalidate()

    def show_saved(self, saved: tuple[SavedFilter, ...]) -> None:
        """Offer these filters."""
        self._saved = saved

    def _states_text(self) -> str:
        chosen = self._wanted.states
        if len(chosen) == 1:
            return words.state(next(iter(chosen)))
        return self.tr("Status: {count}").format(count=len(chosen)) if chosen else self.tr("Status")

    def _platforms_text(self) -> str:
        chosen = [each for each in self._names.platforms if each in self._wanted.platform_ids]
        if len(chosen) == 1:
            return self._names.platforms[chosen[0]].name
        return self.tr("Platforms: {count}").format(count=len(chosen)) if chosen else self.tr("Platforms")

    # what is chosen

    def _put(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit(wanted)

    def _set_kind(self, kind: Kind, _is_on: bool = True) -> None:
        self._put(replace(self._wanted, kind=kind))

    def _set_words(self, text: str) -> None:
        self._put(replace(self._wanted, words=text.strip()))

    def _set_hiding(self, is_on: bool) -> None:
        self._put(replace(self._wanted, hides_finished=is_on))

    def _set_member(self, member_id: int | None) -> None:
        self._put(replace(self._wanted, member_id=member_id))

    def _set_grouping(self, grouping: Grouping) -> None:
        self._put(replace(self._wanted, grouping=grouping))

    def _set_states(self, states: frozenset[State]) -> None:
        self._put(replace(self._wanted, states=states))

    def _set_platforms(self, ids: frozenset[int]) -> None:
        self._put(replace(self._wanted, platform_ids=ids))

    # menus

    @staticmethod
    def _check(menu: QMenu, number: int, is_on: bool) -> None:
        action = menu.actions()[number]
        action.setCheckable(True)
        action.setChecked(is_on)

    def _person_menu(self) -> QMenu:
        menu, chosen = make_menu(self), self._wanted.member_id
        for number, member in enumerate((None, *self._names.members)):
            add(menu, words.persons(member, self._names), None, "", partial(self._set_member, member))
            self._check(menu, number, member == chosen)
        return menu

    def _state_menu(self) -> QMenu:
        menu, chosen = make_menu(self), self._wanted.states
        add(menu, self.tr("Every status"), None, "", partial(self._set_states, frozenset()))
        self._check(menu, 0, not chosen)
        menu.addSeparator()
        for state, text in words.status_names():
            action = add(menu, text, None, "", partial(self._set_states, chosen ^ {state}))
            if state is not State.DONE:
                is_late = state in {State.LATE, State.STILL_OPEN}
                action.setIcon(status_icon("overdue" if is_late else state.value))
            else:
                action.setIcon(icons.icon("circle-check"))
            action.setCheckable(True)
            action.setChecked(state in chosen)
        return menu

    def _platform_menu(self) -> QMenu:
        menu, chosen = make_menu(self), self._wanted.platform_ids
        add(menu, self.tr("All platforms"), None, "", partial(self._set_platforms, frozenset()))
        self._check(menu, 0, not chosen)
        menu.addSeparator()
        for platform in self._names.platforms.values():
            action = add(menu, platform.name, None, "", partial(self._set_platforms, chosen ^ {platform.id}))
            action.setIcon(icons.tile_icon(platform.kind))
            action.setCheckable(True)
            action.setChecked(platform.id in chosen)
        return menu

    def _grouping_menu(self) -> QMenu:
        menu = make_menu(self)
        for number, grouping in enumerate(Grouping):
            add(menu, words.grouping_name(grouping), None, "", partial(self._set_grouping, grouping))
            self._check(menu, number, grouping is self._wanted.grouping)
        return menu

    def _open_saved(self) -> None:
        menu = make_menu(self)
        for saved in self._saved:
            add(menu, saved.name, "filter", "", partial(self.filter_chosen.emit, saved))
        if self._saved:
            menu.addSeparator()
        add(menu, self.tr("Keep this filter …"), "plus", "", self.save_requested.emit)
        if self._saved:
            inner = add_submenu(menu, self.tr("Remove"), "trash")
            for saved in self._saved:
                add(inner, saved.name, None, "", partial(self.filter_removed.emit, saved.id))
        if self._wanted != Wanted():
            add(menu, self.tr("Show everything"), "x", "", partial(self._put, Wanted()))
        menu.popup(self.saved.mapToGlobal(QPoint(0, self.saved.height() + theme.px(4))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the lines above and below."""
        painter, width = QPainter(self), theme.border()
        painter.fillRect(event.rect(), theme.color("subtle"))
        painter.fillRect(0, 0, self.width(), width, theme.color("line-subtle"))
        painter.fillRect(0, self.height() - width, self.width(), width, theme.color("line"))
        painter.end()


class _Gap(QWidget):
    """Takes what is left of a line."""
