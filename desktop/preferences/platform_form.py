"""Everything about one platform: names, target and cap, corridor, split, single weeks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.records import ByActivity, Plan, Platform, WeekOverride
from desktop.preferences.cap_field import LONGEST_WEEK, CapField
from desktop.preferences.checked_field import CheckedField, address_problem, anything
from desktop.preferences.columns import Columns
from desktop.preferences.override_table import OverrideTable
from desktop.preferences.parts import Band, Line, labelled
from desktop.preferences.split_editor import SplitEditor
from desktop.ui import menus, theme
from desktop.ui.controls import Card, IconButton, Switch, Text
from desktop.ui.fields import MinutesField, help_text
from desktop.ui.parts import Tile, beside, stacked
from desktop.ui.sliders import RangeSlider


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """What a form shows besides the platform itself; `remark` is its key and what lies on it, in words."""

    remark: str
    overrides: Sequence[WeekOverride]
    other_names: Collection[str]
    plan: Plan
    today: date


class PlatformForm(Card):
    """One platform at a time.

    Signals: `changed(Platform, name of the step)`, `shown_changed(bool)`, `second_requested()`,
    `delete_requested()`, `override_put(WeekOverride)`, `override_removed(WeekOverride)`.
    """

    changed = Signal(object, str)
    shown_changed = Signal(bool)
    second_requested = Signal()
    delete_requested = Signal()
    override_put = Signal(object)
    override_removed = Signal(object)

    def __init__(self, platform: Platform) -> None:
        super().__init__()
        self._platform = platform
        self._others: Collection[str] = ()
        self._tile = Tile(platform.kind, 30)
        self._title, self._remark = Line("", "title-3"), Line("", "meta", "text-3")
        self._shown = Switch(self.tr("Show in the week"))
        self._more = IconButton("dots", self.tr("More"))
        self._name = CheckedField(self._name_problem)
        self._handle = CheckedField(anything, "at")
        self._url = CheckedField(address_problem, "link")
        self._target = MinutesField("clock", has_unit=True, most=LONGEST_WEEK)
        self._cap = CapField()
        self._corridor = RangeSlider()
        self._corridor_words = Text("", "meta", "text", 600)
        self._split = SplitEditor(platform)
        self._overrides = OverrideTable()
        self._lay_out()
        self._connect()

    @property
    def platform(self) -> Platform:
        """The platform that is shown."""
        return self._platform

    def show_platform(self, platform: Platform, facts: PlatformFacts, is_anew: bool = False) -> None:
        """Show a platform; fields whose value stayed the same keep what is being typed, unless `is_anew`."""
        before = None if is_anew or platform.id != self._platform.id else self._platform
        self._platform, self._others = platform, facts.other_names
        for name, field in (("name", self._name), ("handle", self._handle), ("url", self._url)):
            if before is None or getattr(before, name) != getattr(platform, name) or field.value is None:
                field.set_value(getattr(platform, name))
        if before is None or before.target != platform.target or self._target.value is None:
            self._target.set_value(platform.target)
        if before is None or _cap(before) != _cap(platform) or self._cap.value is None:
            self._cap.set_value(_cap(platform))
        self._cap.least = platform.target
        self._tile.show_kind(platform.kind)
        self._title.set_text(platform.name)
        self._remark.set_text(facts.remark)
        self._shown.setChecked(platform.is_active)
        self._corridor.set_value(platform.corridor)
        self._show_corridor(platform.corridor)
        self._split.show_split(platform)
        self._overrides.show_overrides(platform, facts.overrides, facts.plan, facts.today)

    def take_name(self) -> None:
        """Let the user write the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.editor.selectAll()

    def _lay_out(self) -> None:
        column = stacked(self)
        names = QWidget()
        rows = stacked(names, (19, 15, 19, 14))
        rows.addWidget(self._head())
        rows.addSpacing(theme.px(12))
        fields = QWidget()
        columns = Columns(fields)
        columns.add(labelled(self.tr("Name"), self._name), 170, stretch=10)
        columns.add(labelled(self.tr("Account"), self._handle), 170, stretch=10)
        columns.add(labelled(self.tr("Address to open"), self._url), 170, stretch=12)
        rows.addWidget(fields)
        column.addWidget(names)
        column.addWidget(self._amounts())
        for editor in (self._split, self._overrides):
            band = Band()
            band.body.addWidget(editor)
            column.addWidget(band)

    def _head(self) -> QWidget:
        head, left, right = QWidget(), QWidget(), QWidget()
        row = beside(left, spacing=8)
        row.addWidget(self._tile)
        words = stacked()
        words.addWidget(self._title)
        words.addWidget(self._remark)
        row.addLayout(words, 1)
        row = beside(right, spacing=8)
        row.addWidget(Text(self.tr("Show in the week")), 1, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._shown)
        row.addWidget(self._more)
        columns = Columns(head, is_centred=True)
        columns.add(left, 240)
        columns.add(right, 190, stretch=0)
        return head

    def _amounts(self) -> QWidget:
        band = Band()
        fields, posts = QWidget(), QWidget()
        rows = stacked(posts, spacing=5)
        title = beside()
        title.addWidget(Text(self.tr("Posts per week"), "meta", "text-2", 600), 1)
        title.addWidget(self._corridor_words)
        rows.addLayout(title)
        rows.addWidget(self._corridor)
        self._corridor.setAccessibleName(self.tr("Posts per week"))
        columns = Columns(fields)
        columns.add(labelled(self.tr("Target per week"), self._target), 150, stretch=0)
        columns.add(labelled(self.tr("Cap"), self._cap), 150, stretch=0)
        columns.add(posts, 200)
        band.body.addWidget(fields)
        band.body.addSpacing(theme.px(6))
        words = self.tr("A higher cap leaves room: up to it a week is “within the cap”, only above it “over”.")
        band.body.addWidget(help_text(words))
        return band

    def _connect(self) -> None:
        self._name.committed.connect(self._put_name)
        self._handle.committed.connect(self._put_handle)
        self._url.committed.connect(self._put_url)
        self._target.committed.connect(self._put_target)
        self._cap.committed.connect(self._put_cap)
        self._corridor.changed.connect(self._show_corridor)
        self._corridor.committed.connect(self._put_corridor)
        self._split.committed.connect(self._put_weights)
        self._shown.clicked.connect(self.shown_changed)
        self._more.clicked.connect(self._open_menu)
        self._overrides.put.connect(self.override_put)
        self._overrides.removed.connect(self.override_removed)

    def _open_menu(self) -> None:
        menu = menus.make_menu(self)
        menus.add(menu, self.tr("Second account …"), "copy", on=self.second_requested.emit)
        menu.addSeparator()
        menus.add(menu, self.tr("Delete"), "trash", on=self.delete_requested.emit, is_danger=True)
        below = QPoint(self._more.width() - menu.sizeHint().width(), self._more.height() + theme.px(4))
        menu.popup(self._more.mapToGlobal(below))

    def _show_corridor(self, corridor: tuple[int, int]) -> None:
        least, most = corridor
        if least == most:
            self._corridor_words.setText(str(least))
        else:
            self._corridor_words.setText(self.tr("{least} to {most}").format(least=least, most=most))

    def _name_problem(self, name: str) -> str:
        if not name:
            return self.tr("The platform needs a name.")
        if name.casefold() in {other.casefold() for other in self._others}:
            return self.tr("Another platform has this name.")
        return ""

    def _put(self, platform: Platform, step: str) -> None:
        if platform != self._platform:
            self.changed.emit(platform, step.format(name=self._platform.name))

    def _put_name(self, name: str) -> None:
        self._put(replace(self._platform, name=name), self.tr("Rename “{name}”"))

    def _put_handle(self, handle: str) -> None:
        self._put(replace(self._platform, handle=handle.removeprefix("@")), self.tr("Change the account of “{name}”"))

    def _put_url(self, url: str) -> None:
        self._put(replace(self._platform, url=url), self.tr("Change the address of “{name}”"))

    def _put_target(self, target: int) -> None:
        cap = self._platform.cap
        kept = cap if cap is not None and cap > target else None
        self._put(replace(self._platform, target=target, cap=kept), self.tr("Change the target of “{name}”"))

    def _put_cap(self, cap: int) -> None:
        own = cap if cap > self._platform.target else None
        self._put(replace(self._platform, cap=own), self.tr("Change the cap of “{name}”"))

    def _put_corridor(self, corridor: tuple[int, int]) -> None:
        self._put(replace(self._platform, corridor=corridor), self.tr("Change the posts per week of “{name}”"))

    def _put_weights(self, weights: ByActivity) -> None:
        self._put(replace(self._platform, weights=weights), self.tr("Change the split of “{name}”"))


def _cap(platform: Platform) -> int:
    """The cap in minutes, whether it is the platform's own or its target."""
    return platform.target if platform.cap is None else platform.cap
