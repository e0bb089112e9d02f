"""The page of the platforms: the list with its order at the left, one platform's details at the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import Board, Plan, Platform, PlatformKind, Status, Week, WeekOverride
from desktop import wording
from desktop.planning.cards import moment
from desktop.preferences.account_popover import AccountPopover, free_name
from desktop.preferences.columns import Columns
from desktop.preferences.frame import add_head
from desktop.preferences.parts import remark
from desktop.preferences.platform_form import PlatformFacts, PlatformForm
from desktop.preferences.platform_list import PlatformList
from desktop.ui import icons, marks, menus, theme
from desktop.ui.controls import Button, Card, Text
from desktop.ui.fields import help_text
from desktop.ui.parts import beside, stacked

_WITH_AT = frozenset(
    (
        PlatformKind.INSTAGRAM,
        PlatformKind.X,
        PlatformKind.TIKTOK,
        PlatformKind.YOUTUBE,
        PlatformKind.THREADS,
        PlatformKind.BLUESKY,
        PlatformKind.MASTODON,
    )
)


@dataclass(frozen=True, slots=True)
class Inventory:
    """What the page shows. `platforms` in the user's order; `posts` counts those of `today`'s month by platform."""

    plan: Plan
    platforms: tuple[Platform, ...]
    overrides: tuple[WeekOverride, ...]
    posts: Mapping[int, int]
    today: date


def weeks_of_month(day: date) -> list[Week]:
    """Every week that touches the month of a day."""
    first = day.replace(day=1)
    weeks = [Week.of(first + timedelta(weeks=number)) for number in range(6)]
    return [week for week in weeks if any(each.month == day.month for each in week.days)]


def posts_of_month(board: Board, day: date) -> Counter[int]:
    """How many posts of the month of a day each platform has; skipped ones do not count."""
    zone = ZoneInfo(board.plan.zone)
    counts: Counter[int] = Counter()
    for post in board.posts:
        for variant in post.variants:
            when = moment(variant, zone)
            if when and (when.year, when.month) == (day.year, day.month) and variant.status != Status.SKIPPED:
                counts[variant.platform_id] += 1
    return counts


class PlatformsPage(QWidget):
    """All platforms, of which one is selected.

    Signals: `changed(Platform, name of the step)`, `added(Platform)`, `delete_requested(Platform)`,
    `ordered(tuple of ids)`, `override_put(WeekOverride)`, `override_removed(WeekOverride)`,
    `hiding_refused()` when the last platform in the week was to be hidden.
    """

    changed = Signal(object, str)
    added = Signal(object)
    delete_requested = Signal(object)
    ordered = Signal(object)
    override_put = Signal(object)
    override_removed = Signal(object)
    hiding_refused = Signal()

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        self._inventory = inventory
        self._selected = next((platform.id for platform in inventory.platforms), None)
        self._list = PlatformList()
        self._add = Button(self.tr("Platform …"), "plus")
        self._second = Button(self.tr("Second account …"), "copy")
        self._total = _Total()
        self._form: PlatformForm | None = None
        self._right = stacked()
        self._lay_out()
        self._connect()
        self.show_inventory(inventory)

    def show_inventory(self, inventory: Inventory, is_anew: bool = False) -> None:
        """Show other values; what is being typed stays unless `is_anew`."""
        self._inventory = inventory
        known = {platform.id: platform for platform in inventory.platforms}
        if self._selected not in known:
            self._selected = next(iter(known), None)
        remarks = {platform.id: _account(platform) for platform in inventory.platforms}
        self._list.show_platforms(inventory.platforms, remarks, self._selected)
        self._total.show_total([each for each in inventory.platforms if each.is_active], inventory.plan)
        self._second.setEnabled(bool(known))
        if self._selected is not None:
            self._show_form(known[self._selected], is_anew)

    def select(self, platform_id: int) -> None:
        """Show the details of a platform; nothing for an unknown one."""
        known = {platform.id: platform for platform in self._inventory.platforms}
        if platform_id in known:
            self._selected = platform_id
            self._list.select(platform_id)
            self._show_form(known[platform_id], is_anew=False)

    def take_name(self) -> None:
        """Let the user write the name of the platform that is shown."""
        if self._form is not None:
            self._form.take_name()

    def _show_form(self, platform: Platform, is_anew: bool) -> None:
        inventory = self._inventory
        month = wording.month_name(inventory.today.month)
        count = inventory.posts.get(platform.id, 0)
        posts = self.tr("%n post(s) in {month}", "", count).format(month=month)
        facts = PlatformFacts(
            remark=self.tr("Key {key}, {posts}").format(key=platform.key, posts=posts),
            overrides=[each for each in inventory.overrides if each.platform_id == platform.id],
            other_names=[each.name for each in inventory.platforms if each.id != platform.id],
            plan=inventory.plan,
            today=inventory.today,
        )
        if self._form is None:
            self._form = PlatformForm(platform)
            self._right.addWidget(self._form)
            self._connect_form(self._form)
            is_anew = True
        self._form.show_platform(platform, facts, is_anew)

    def _lay_out(self) -> None:
        column = stacked(self)
        words = self.tr("Which channels you use, how much time they get and how many posts they shall have.")
        add_head(column, self.tr("Platforms"), Text(words, role="text-2", is_wrapped=True))
        halves, left, right = QWidget(), QWidget(), QWidget()
        rows = stacked(left)
        rows.addWidget(self._list)
        rows.addSpacing(theme.px(10))
        buttons = beside()
        buttons.addWidget(self._add)
        buttons.addWidget(self._second)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        rows.addSpacing(theme.px(12))
        order = self.tr(
            "The order holds everywhere: in the budget strip, in the side bar and for the first tile of a card. "
            "Move with the grip, or with Alt+↑ and Alt+↓."
        )
        rows.addWidget(remark(help_text(order)))
        rows.addSpacing(theme.px(14))
        rows.addWidget(self._total)
        right.setLayout(self._right)
        columns = Columns(halves, gap=16, line_gap=16)
        columns.add(left, 344, stretch=0)
        columns.add(right, 480)
        column.addWidget(halves)
        column.addStretch(1)

    def _connect(self) -> None:
        self._list.chosen.connect(self.select)
        self._list.ordered.connect(self.ordered)
        self._add.clicked.connect(self._open_kinds)
        self._second.clicked.connect(self._ask_second)

    def _connect_form(self, form: PlatformForm) -> None:
        form.changed.connect(self.changed)
        form.shown_changed.connect(self._show_or_hide)
        form.second_requested.connect(self._ask_second)
        form.delete_requested.connect(self._ask_to_delete)
        form.override_put.connect(self.override_put)
        form.override_removed.connect(self.override_removed)

    def _current(self) -> Platform | None:
        return next((each for each in self._inventory.platforms if each.id == self._selected), None)

    def _show_or_hide(self, is_shown: bool) -> None:
        platform = self._current()
        if platform is None:
            return
        if not is_shown and sum(each.is_active for each in self._inventory.platforms) == 1:
            self.show_inventory(self._inventory)
            self.hiding_refused.emit()
            return
        step = self.tr("Show “{name}”") if is_shown else self.tr("Hide “{name}”")
        self.changed.emit(replace(platform, is_active=is_shown), step.format(name=platform.name))

    def _ask_to_delete(self) -> None:
        platform = self._current()
        if platform is not None:
            self.delete_requested.emit(platform)

    def _open_kinds(self) -> None:
        present = {platform.kind for platform in self._inventory.platforms}
        menu = menus.make_menu(self)
        for kind in (each for each in PlatformKind if each not in present):
            action = menus.add(menu, wording.kind_name(kind), on=partial(self._add_kind, kind))
            action.setIcon(icons.tile_icon(kind))
        if present and len(present) < len(PlatformKind):
            menu.addSeparator()
        for kind in (each for each in PlatformKind if each in present):
            words = self.tr("Second account: {kind} …").format(kind=wording.kind_name(kind))
            action = menus.add(menu, words, on=partial(self._ask_account, kind, self._add))
            action.setIcon(icons.tile_icon(kind))
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height() + theme.px(4))))

    def _add_kind(self, kind: PlatformKind) -> None:
        names = [platform.name for platform in self._inventory.platforms]
        self.added.emit(Platform(0, "", kind, free_name(kind, names)))

    def _ask_second(self) -> None:
        platform = self._current()
        if platform is not None:
            self._ask_account(platform.kind, self._second)

    def _ask_account(self, kind: PlatformKind, anchor: QWidget) -> None:
        kinds = list(dict.fromkeys(platform.kind for platform in self._inventory.platforms))
        names = [platform.name for platform in self._inventory.platforms]
        popover = AccountPopover(self, kinds, kind, names)
        popover.accepted.connect(self.added)
        popover.open_at(QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()))


def _account(platform: Platform) -> str:
    """The account as its users write it: @cafe_lindenhof, Café Lindenhof."""
    has_at = platform.kind in _WITH_AT and platform.handle and " " not in platform.handle
    return f"@{platform.handle}" if has_at else platform.handle


class _Total(Card):
    """The targets of the platforms in the week together, and what they are per working day."""

    def __init__(self) -> None:
        super().__init__()
        self._sum, self._per_day = Text("", "body-strong"), help_text("")
        self._bar = _Bar()
        column = stacked(self, (14, 12, 14, 12))
        row = beside()
        row.addWidget(Text(self.tr("Week altogether"), "body-strong"), 1)
        row.addWidget(self._sum)
        column.addLayout(row)
        column.addSpacing(theme.px(9))
        column.addWidget(self._bar)
        column.addSpacing(theme.px(8))
        column.addWidget(self._per_day)

    def show_total(self, platforms: Sequence[Platform], plan: Plan) -> None:
        total = sum(platform.target for platform in platforms)
        self._sum.setText(wording.hours_h(total))
        self._bar.show_platforms(platforms)
        days = sum(hours is not None for hours in plan.working_hours)
        words = (
            self.tr("No working day"),
            self.tr("{hours} on the one working day"),
            self.tr("{hours} per working day, two days a week"),
            self.tr("{hours} per working day, three days a week"),
            self.tr("{hours} per working day, four days a week"),
            self.tr("{hours} per working day, five days a week"),
            self.tr("{hours} per working day, six days a week"),
            self.tr("{hours} per working day, seven days a week"),
        )[days]
        self._per_day.setText(words.format(hours=wording.hours_h(round(total / max(days, 1)))))


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._platforms: Sequence[Platform] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        self._platforms = [platform for platform in platforms if platform.target]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total, high, left = sum(platform.target for platform in self._platforms), self.height(), 0.0
        if not total:
            marks.panel(painter, QRectF(self.rect()), theme.px(3), theme.color("hover"))
        gaps = self.width() - (len(self._platforms) - 1)
        for number, platform in enumerate(self._platforms):
            wide = gaps * platform.target / total
            painter.setBrush(theme.platform(platform.kind).strong)
            outer, inner = theme.px(3), theme.px(1)
            is_first, is_last = number == 0, number == len(self._platforms) - 1
            part = QRectF(round(left), 0, round(left + wide) - round(left), high)
            painter.drawPath(marks.rounded(part, outer if is_first else inner, outer if is_last else inner))
            left += wide + 1
        painter.end()
