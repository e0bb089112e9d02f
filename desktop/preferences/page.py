"""The room of the settings: a list of pages at the left, one of them at the right; every edit is saved at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import escape
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QMargins, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from db import platforms as stored
from db.board import load_board
from db.errors import StillInUse
from db.plan import save_plan
from db.records import Plan, Platform, Status, Week, WeekOverride
from desktop import __version__, paths
from desktop import settings as machine
from desktop.planning.cards import moment
from desktop.preferences.about_page import AboutPage
from desktop.preferences.look_page import Look, LookPage
from desktop.preferences.page_list import PageList
from desktop.preferences.parts import beside, stacked
from desktop.preferences.plan_page import PlanFile, PlanPage
from desktop.preferences.platforms_page import Inventory, PlatformsPage
from desktop.preferences.week_field import week_with_year
from desktop.settings import Setting, Settings
from desktop.ui import theme
from desktop.ui.controls import IconButton, Text
from desktop.ui.popover import Sign
from desktop.ui.text_fields import EditorField
from desktop.ui.toast import Toasts
from desktop.workspace import Workspace

T = TypeVar("T")

PLAN, PLATFORMS, LOOK, ABOUT = "plan", "platforms", "look", "about"
_WIDEST = 1080
_WIDEST_MARGIN = 32  # pixels, whatever the text size
_HEADER = 56

# The window is built anew in another language or text size: it comes back to the page where that was chosen.
_last_pages: WeakKeyDictionary[Workspace, str] = WeakKeyDictionary()


class PreferencesPage(QWidget):
    """All settings, of the plan and of this machine.

    Signals: `closed()`; `look_changed()` when colours, movement or contrast changed;
    `rebuild_wanted()` when language or text size did, which only a new window shows.
    """

    closed = Signal()
    look_changed = Signal()
    rebuild_wanted = Signal()

    def __init__(self, workspace: Workspace, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._settings = workspace, settings
        self._plan_page: PlanPage | None = None
        self._platforms_page: PlatformsPage | None = None
        self._look_page: LookPage | None = None
        self._posts: Counter[int] | None = None
        self._places: dict[str, int] = {}
        self._current = ""
        self._pages = PageList(
            [
                (PLAN, "adjustments", self.tr("Plan")),
                (PLATFORMS, "share-3", self.tr("Platforms")),
                (LOOK, "sun", self.tr("Appearance")),
                (ABOUT, "info-circle", self.tr("About")),
            ]
        )
        self._stack = QStackedLayout()
        self._lay_out()
        self._toasts = Toasts(self)
        self._pages.chosen.connect(self.show_page)
        self.setFocusProxy(self._pages)
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._reloaded)
        workspace.refused.connect(self._refused)
        for keys, action in (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._redo), ("Ctrl+Y", self._redo)):
            QShortcut(QKeySequence(keys), self, action)
        self.show_page(_last_pages.get(workspace, PLAN))

    def show_page(self, key: str) -> None:
        """Go to a page: `plan`, `platforms`, `look` or `about`; it is built when it is first asked for."""
        if key == self._current:
            return
        self._current = key
        _last_pages[self._workspace] = key
        if key not in self._places:
            made = {
                PLAN: self._make_plan_page,
                PLATFORMS: self._make_platforms_page,
                LOOK: self._make_look_page,
                ABOUT: self._make_about_page,
            }[key]()
            self._places[key] = self._stack.addWidget(_Scroll(made))
        self._stack.setCurrentIndex(self._places[key])
        self._pages.set_current(key)
        self._refresh()

    # how it is built

    def _lay_out(self) -> None:
        header = _Header()
        row = beside(header, (20, 0, 16, 0))
        row.addWidget(Text(self.tr("Settings"), "title-1"), 1)
        saved = beside(spacing=5)
        saved.addWidget(Sign("circle-check", "text-3", 14))
        saved.addWidget(Text(self.tr("Everything is saved"), "meta", "text-3"))
        row.addLayout(saved)
        row.addSpacing(theme.px(8))
        close = IconButton("x", self.tr("Close the settings"))
        close.clicked.connect(self.closed)
        row.addWidget(close)
        column = stacked(self)
        column.addWidget(header)
        below = beside(spacing=0)
        below.addWidget(self._pages)
        below.addLayout(self._stack, 1)
        column.addLayout(below, 1)

    def _make_plan_page(self) -> QWidget:
        page = self._plan_page = PlanPage(self._settings.language())
        page.changed.connect(self._save_plan)
        page.folder_requested.connect(lambda: self._show_folder(self._workspace.store.path))
        return page

    def _make_platforms_page(self) -> QWidget:
        page = self._platforms_page = PlatformsPage(self._inventory())
        page.changed.connect(self._put_platform)
        page.added.connect(self._add_platform)
        page.delete_requested.connect(self._delete_platform)
        page.ordered.connect(self._order_platforms)
        page.override_put.connect(self._put_override)
        page.override_removed.connect(self._remove_override)
        page.hiding_refused.connect(self._keep_last)
        return page

    def _make_look_page(self) -> QWidget:
        page = self._look_page = LookPage(machine.TEXT_SCALES)
        page.mode_chosen.connect(lambda mode: self._choose(machine.THEME, mode, self.look_changed.emit))
        page.stillness_chosen.connect(lambda on: self._choose(machine.REDUCED_MOTION, on, self.look_changed.emit))
        page.contrast_chosen.connect(lambda on: self._choose(machine.HIGH_CONTRAST, on, self.look_changed.emit))
        page.language_chosen.connect(lambda key: self._choose(machine.LANGUAGE, key, self.rebuild_wanted.emit))
        page.scale_chosen.connect(lambda scale: self._choose(machine.TEXT_SCALE, scale, self.rebuild_wanted.emit))
        return page

    def _make_about_page(self) -> QWidget:
        page = AboutPage(__version__, self._workspace.store.path, paths.log_file())
        page.folder_requested.connect(self._show_folder)
        return page

    # what is shown

    def _refresh(self, is_anew: bool = False) -> None:
        """Show the state of the plan on the page in sight; with `is_anew` whatever is being typed gives way."""
        if self._current == PLAN and self._plan_page is not None:
            self._plan_page.show_plan(self._workspace.plan, self._file(), is_anew)
        elif self._current == PLATFORMS and self._platforms_page is not None:
            self._platforms_page.show_inventory(self._inventory(), is_anew)
        elif self._current == LOOK and self._look_page is not None:
            value = self._settings.value
            self._look_page.show_look(
                Look(
                    mode=value(machine.THEME),
                    language=self._settings.language(),
                    scale=value(machine.TEXT_SCALE),
                    is_still=value(machine.REDUCED_MOTION),
                    has_contrast=value(machine.HIGH_CONTRAST),
                )
            )

    def _file(self) -> PlanFile:
        plan, pictures = self._workspace.store.path, self._workspace.store.media_path
        parts = [part for part in (plan, plan.with_name(f"{plan.name}-wal")) if part.exists()]
        saved = max((part.stat().st_mtime for part in parts), default=0.0)
        return PlanFile(
            path=plan,
            size=sum(part.stat().st_size for part in parts),
            picture_size=pictures.stat().st_size if pictures.exists() else 0,
            saved=datetime.fromtimestamp(saved, UTC).astimezone(self._workspace.zone).replace(tzinfo=None),
            now=self._workspace.now(),
        )

    def _inventory(self) -> Inventory:
        read, today = self._workspace.read, self._workspace.now().date()
        if self._posts is None:
            self._posts = self._count_posts(today)
        return Inventory(
            plan=self._workspace.plan,
            platforms=read(stored.load_platforms),
            overrides=read(stored.load_overrides),
            posts=self._posts,
            today=today,
        )

    def _count_posts(self, today: date) -> Counter[int]:
        """How many posts of this month every platform has; skipped ones do not count."""
        first = today.replace(day=1)
        weeks = [Week.of(first + timedelta(weeks=number)) for number in range(6)]
        board = self._workspace.read(load_board, weeks)
        counts: Counter[int] = Counter()
        for post in board.posts:
            for variant in post.variants:
                when = moment(variant, self._workspace.zone)
                if when and (when.year, when.month) == (today.year, today.month) and variant.status != Status.SKIPPED:
                    counts[variant.platform_id] += 1
        return counts

    # following the plan

    def _plan_changed(self, changes: object) -> None:
        touches = getattr(changes, "touches", None)
        if touches is None or touches("post", "variant"):
            self._posts = None
        if self.isVisible():
            self._refresh()

    def _reloaded(self) -> None:
        self._posts = None
        if self.isVisible():
            self._refresh()

    def _refused(self, sentence: str) -> None:
        if self.isVisible():
            self._refresh(is_anew=True)
            self._toasts.fail(escape(sentence))

    # writing

    def _save_plan(self, plan: Plan, step: str) -> None:
        self._workspace.edit(step, save_plan, plan)

    def _put_platform(self, platform: Platform, step: str) -> None:
        self._workspace.edit(step, stored.put_platform, platform)

    def _add_platform(self, platform: Platform) -> None:
        step = self.tr("Add “{name}”").format(name=platform.name)
        new = self._workspace.edit(step, stored.put_platform, platform)
        if new is not None and self._platforms_page is not None:
            self._platforms_page.select(new)
            self._platforms_page.take_name()

    def _delete_platform(self, platform: Platform) -> None:
        known = self._workspace.read(stored.load_platforms)
        if platform.is_active and sum(each.is_active for each in known) == 1:
            self._keep_last()
            return
        step = self.tr("Delete “{name}”").format(name=platform.name)
        name = escape(platform.name)
        try:
            self._workspace.edit(step, stored.remove_platform, platform.id)
        except StillInUse:
            sentence = self.tr("“{name}” has posts or hours and is kept. Hide it instead.").format(name=name)
            hide = [(self.tr("Hide"), lambda: self._hide(platform.id), "")] if platform.is_active else []
            self._toasts.fail(sentence, hide)
            return
        self._toasts.say(self.tr("“{name}” deleted").format(name=name), [(self.tr("Undo"), self._undo, "")])

    def _hide(self, platform_id: int) -> None:
        for platform in self._workspace.read(stored.load_platforms):
            if platform.id == platform_id:
                step = self.tr("Hide “{name}”").format(name=platform.name)
                self._put_platform(replace(platform, is_active=False), step)

    def _keep_last(self) -> None:
        self._toasts.fail(self.tr("At least one platform stays in the week. Show another one first."))

    def _order_platforms(self, ids: tuple[int, ...]) -> None:
        self._workspace.edit(self.tr("Change the order of the platforms"), stored.order_platforms, ids)

    def _put_override(self, override: WeekOverride) -> None:
        step = self.tr("Change the values of {week}").format(week=week_with_year(override.week))
        self._workspace.edit(step, stored.put_override, override)

    def _remove_override(self, override: WeekOverride) -> None:
        step = self.tr("Remove the values of {week}").format(week=week_with_year(override.week))
        self._workspace.edit(step, stored.remove_override, override.id)

    def _choose(self, setting: Setting[T], value: T, tell: Callable[[], None]) -> None:
        if self._settings.value(setting) != value:
            self._settings.write(setting, value)
            tell()

    def _undo(self) -> None:
        stack = self._workspace.undo_stack
        words, before = stack.undoText(), stack.index()
        stack.undo()
        if stack.index() < before:
            back = [(self.tr("Redo"), self._redo, "")]
            self._toasts.say(escape(self.tr("Undone: {step}").format(step=words)), back)

    def _redo(self) -> None:
        stack = self._workspace.undo_stack
        words, before = stack.redoText(), stack.index()
        stack.redo()
        if stack.index() > before:
            back = [(self.tr("Undo"), self._undo, "")]
            self._toasts.say(escape(self.tr("Done again: {step}").format(step=words)), back)

    @staticmethod
    def _show_folder(file: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    # events

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is written in a field that nobody has left yet."""
        focused: QWidget | None = self.focusWidget()
        while focused is not None and focused is not self:
            if isinstance(focused, EditorField):
                focused.commit()
            focused = focused.parentWidget()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.end()


class _Header(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(theme.px(_HEADER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, width = QPainter(self), theme.border()
        painter.fillRect(0, self.height() - width, self.width(), width, theme.color("line"))
        painter.end()


class _Scroll(QScrollArea):
    """A page that scrolls where it is higher than the window."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        content = QWidget()
        row = beside(content, (0, 20, 0, 18), spacing=0)
        across = min(theme.px(28), _WIDEST_MARGIN)
        row.setContentsMargins(row.contentsMargins() + QMargins(across, 0, across, 0))
        page.setMaximumWidth(theme.px(_WIDEST))
        row.addWidget(page, 1)
        row.addStretch(0)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
