"""The room of the settings: a list of pages at the left, one of them at the right; every edit is saved at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from db import formats, lists, uses
from db import platforms as stored
from db.board import load_board, load_whole
from db.errors import StillInUse, StorageProblem
from db.journal import Writer
from db.plan import save_plan
from db.records import Campaign, ClosedDay, Format, Member, Occasion, Plan, Platform, WeekOverride
from desktop import __version__, paths, wording
from desktop.busy_keeper import BusyKeeper
from desktop.feed_keeper import FeedKeeper
from desktop.preferences.about_page import AboutPage
from desktop.preferences.campaigns_page import Campaigns, CampaignsPage
from desktop.preferences.days_page import Days, DaysPage
from desktop.preferences.file_wishes import FileWishes, show_folder
from desktop.preferences.formats_page import FormatsPage
from desktop.preferences.frame import Header, Scroll
from desktop.preferences.look_choices import LookChoices
from desktop.preferences.page_list import PageList
from desktop.preferences.plan_files import PlanFile, file_state
from desktop.preferences.plan_page import PlanPage
from desktop.preferences.platforms_page import Inventory, PlatformsPage, posts_of_month, weeks_of_month
from desktop.preferences.removals import IsUsed, Named, Removals, Storing
from desktop.preferences.steps import Steps
from desktop.preferences.team_page import TeamPage
from desktop.preferences.week_field import week_with_year
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.parts import beside, stacked
from desktop.ui.text_fields import EditorField, TextArea
from desktop.ui.toast import Toasts
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.preferences.feeds.page import FeedsPage

PLAN, PLATFORMS, FORMATS, CAMPAIGNS, TEAM, DAYS = "plan", "platforms", "formats", "campaigns", "team", "days"
FEEDS, BUSY, LOOK, ABOUT = "feeds", "busy", "look", "about"

# How a record of each kind is put, and removed by its id or key
_WRITERS: Mapping[type, tuple[Callable[..., Any], Callable[..., None]]] = {
    Platform: (stored.put_platform, stored.remove_platform),
    Format: (lists.put_format, formats.remove_format),
    Campaign: (lists.put_campaign, lists.remove_campaign),
    Member: (lists.put_member, lists.remove_member),
    Occasion: (lists.put_occasion, lists.remove_occasion),
    ClosedDay: (lists.put_closed_day, lists.remove_closed_day),
}

# The window is built anew in another language or text size: it comes back to the page where that was chosen.
_last_pages: WeakKeyDictionary[Workspace, str] = WeakKeyDictionary()


class PreferencesPage(QWidget):
    """All settings, of the plan and of this machine.

    Signals: `closed()`; `look_changed()` when colours, movement or contrast changed;
    `rebuild_wanted()` when language or text size did, which only a new window shows;
    `plan_wanted(OpenPlan, NewPlan or MovePlan)` for what concerns the whole file; `export_wanted()` for a calendar
    file.
    """

    closed = Signal()
    look_changed = Signal()
    rebuild_wanted = Signal()
    plan_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        feeds: FeedKeeper,
        busy: BusyKeeper,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._settings = workspace, settings
        self._feeds, self._busy = feeds, busy
        self._of_feeds: FeedsPage | None = None
        self._platforms_page: PlatformsPage | None = None
        self._shows: dict[str, Callable[[bool], None]] = {}
        self._posts: Counter[int] | None = None
        self._places: dict[str, int] = {}
        self._current = ""
        self._pages = PageList(
            [
                (PLAN, "adjustments", self.tr("Plan")),
                (PLATFORMS, "share-3", self.tr("Platforms")),
                (FORMATS, "stopwatch", self.tr("Formats & effort")),
                (CAMPAIGNS, "speakerphone", self.tr("Campaigns")),
                (TEAM, "users", self.tr("Team")),
                (DAYS, "candle", self.tr("Occasions & closed days")),
                (FEEDS, "rss", self.tr("Calendar feeds")),
                (BUSY, "calendar-event", self.tr("Other calendars")),
                (LOOK, "sun", self.tr("Appearance")),
                (ABOUT, "info-circle", self.tr("About")),
            ]
        )
        self._stack = QStackedLayout()
        self._lay_out()
        self._toasts = Toasts(self)
        self._steps = Steps(self, workspace.undo_stack, self._toasts)
        self._files = FileWishes(self, workspace.store.path, self._toasts, partial(workspace.read, load_whole))
        self._look = LookChoices(settings, self)
        self._look.look_changed.connect(self.look_changed)
        self._look.rebuild_wanted.connect(self.rebuild_wanted)
        platforms = partial(workspace.read, stored.load_platforms)
        storing = Storing(self._put, self._remove, platforms, self._today)
        self._removals = Removals(self, storing, self._steps, self._toasts)
        self._pages.chosen.connect(self.show_page)
        self.setFocusProxy(self._pages)
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._reloaded)
        workspace.refused.connect(self._refused)
        self._files.plan_wanted.connect(self.plan_wanted)
        self._files.failed.connect(self._fail_job)
        self.show_page(_last_pages.get(workspace, PLAN))

    def show_page(self, key: str) -> None:
        """Go to a page by its key (PLAN, PLATFORMS, …, ABOUT); it is built when it is first asked for."""
        if key == self._current:
            return
        self._current = key
        _last_pages[self._workspace] = key
        if key not in self._places:
            made = {
                PLAN: self._make_plan_page,
                PLATFORMS: self._make_platforms_page,
                FORMATS: self._make_formats_page,
                CAMPAIGNS: self._make_campaigns_page,
                TEAM: self._make_team_page,
                DAYS: self._make_days_page,
                FEEDS: self._make_feeds_page,
                BUSY: self._make_busy_page,
                LOOK: self._make_look_page,
                ABOUT: self._make_about_page,
            }[key]()
            self._places[key] = self._stack.addWidget(Scroll(made))
        self._stack.setCurrentIndex(self._places[key])
        self._pages.set_current(key)
        self._refresh()

    def copy_feed_address(self) -> None:
        """Copy the address at which programs on this computer find the plan."""
        self._feeds_page().copy_address()

    def finish(self) -> None:
        """Wait for no server any more."""
        if self._of_feeds is not None:
            self._of_feeds.finish()

    def show_platform(self, platform_id: int) -> None:
        """Show the page of the platforms with this one chosen."""
        self.show_page(PLATFORMS)
        if self._platforms_page is not None:
            self._platforms_page.select(platform_id)

    def begin(self, wish: str) -> None:
        """Show the page about the plan and ask what a wish for files needs, see `FileWishes.begin`."""
        self.show_page(PLAN)
        self._files.begin(wish)

    def say(self, sentence: str) -> None:
        """Say what has happened, and show what came of it."""
        self._refresh()
        self._toasts.say(escape(sentence))

    def fail(self, sentence: str) -> None:
        """Say why a wish could not be fulfilled."""
        self._toasts.fail(escape(sentence))

    # how it is built

    def _lay_out(self) -> None:
        header = Header()
        header.closed.connect(self.closed)
        column = stacked(self)
        column.addWidget(header)
        below = beside(spacing=0)
        below.addWidget(self._pages)
        below.addLayout(self._stack, 1)
        column.addLayout(below, 1)

    def _make_plan_page(self) -> QWidget:
        page = PlanPage(self._settings.language())
        page.changed.connect(self._save_plan)
        self._files.follow(page)
        self._shows[PLAN] = lambda is_anew: page.show_plan(self._workspace.plan, self._file(), is_anew)
        return page

    def _make_platforms_page(self) -> QWidget:
        page = self._platforms_page = PlatformsPage(self._inventory())
        page.changed.connect(self._put)
        page.added.connect(lambda platform: self._add(platform, page))
        page.delete_requested.connect(self._removals.remove_platform)
        page.ordered.connect(self._order_platforms)
        page.override_put.connect(self._put_override)
        page.override_removed.connect(self._remove_override)
        page.hiding_refused.connect(self._removals.keep_last)
        self._shows[PLATFORMS] = lambda is_anew: page.show_inventory(self._inventory(), is_anew)
        return page

    def _make_formats_page(self) -> QWidget:
        page, read = FormatsPage(lists.DEFAULT_FORMATS), self._workspace.read
        page.changed.connect(self._put)
        page.added.connect(lambda record: self._add_format(record, page))
        page.delete_requested.connect(self._removals.remove)
        page.ordered.connect(self._order_formats)
        page.reset_requested.connect(self._restore_formats)
        self._shows[FORMATS] = lambda is_anew: page.show_formats(read(lists.load_formats), is_anew)
        return page

    def _make_campaigns_page(self) -> QWidget:
        page = CampaignsPage()
        page.changed.connect(self._put)
        page.added.connect(lambda record: self._add(record, page))
        page.delete_requested.connect(self._removals.remove)
        self._shows[CAMPAIGNS] = lambda is_anew: page.show_campaigns(self._campaigns(), is_anew)
        return page

    def _make_team_page(self) -> QWidget:
        page, read = TeamPage(), self._workspace.read
        page.changed.connect(self._put)
        page.added.connect(lambda record: self._add(record, page))
        page.delete_requested.connect(self._removals.remove)
        self._shows[TEAM] = lambda is_anew: page.show_members(read(lists.load_members), self._today(), is_anew)
        return page

    def _make_days_page(self) -> QWidget:
        page = DaysPage()
        page.put.connect(self._put)
        page.removed.connect(self._removals.remove)
        page.suggestions_switched.connect(self._switch_suggestions)
        page.region_requested.connect(lambda: self.show_page(PLAN))
        self._shows[DAYS] = lambda _is_anew: page.show_days(self._days())
        return page

    def _make_feeds_page(self) -> QWidget:
        page = self._feeds_page()
        self._shows[FEEDS] = lambda _is_anew: page.show()
        return page.view

    def _feeds_page(self) -> FeedsPage:
        """Who fills the page about feeds, made when it is first wanted."""
        from desktop.preferences.feeds.page import FeedsPage  # noqa: PLC0415 - few open it, and it brings much

        if self._of_feeds is None:
            self._of_feeds = FeedsPage(self._workspace, self._settings, self._feeds, self._steps, self._toasts)
            self._of_feeds.export_wanted.connect(self.export_wanted)
        return self._of_feeds

    def _make_busy_page(self) -> QWidget:
        from desktop.preferences.busy.page import BusyPage  # noqa: PLC0415 - as above

        page = BusyPage(self._workspace, self._busy, self._steps, self._toasts)
        self._shows[BUSY] = lambda _is_anew: page.show()
        return page.view

    def _make_look_page(self) -> QWidget:
        page = self._look.page()
        self._shows[LOOK] = lambda _is_anew: page.show_look(self._look.look())
        return page

    def _make_about_page(self) -> QWidget:
        page = AboutPage(__version__, self._workspace.store.path, paths.log_file())
        page.folder_requested.connect(show_folder)
        self._shows[ABOUT] = lambda _is_anew: None
        return page

    # what is shown

    def _refresh(self, is_anew: bool = False) -> None:
        """Show the state of the plan on the page in sight; with `is_anew` whatever is being typed gives way."""
        self._files.name_plan(self._workspace.plan.name, self._settings.language())
        self._shows[self._current](is_anew)

    def _today(self) -> date:
        return self._workspace.now().date()

    def _file(self) -> PlanFile:
        store, recent = self._workspace.store, self._settings.recent_plans()
        return file_state(store.path, store.media_path, recent, self._workspace.now(), self._workspace.zone)

    def _campaigns(self) -> Campaigns:
        read = self._workspace.read
        return Campaigns(read(lists.load_campaigns), read(uses.posts_by_campaign), self._today())

    def _days(self) -> Days:
        read = self._workspace.read
        return Days(
            plan=self._workspace.plan,
            closed=read(lists.load_closed_days),
            occasions=read(lists.load_occasions),
            today=self._today(),
            language=self._settings.language(),
        )

    def _inventory(self) -> Inventory:
        read, today = self._workspace.read, self._workspace.now().date()
        if self._posts is None:
            self._posts = posts_of_month(read(load_board, weeks_of_month(today), ()), today)
        return Inventory(
            plan=self._workspace.plan,
            platforms=read(stored.load_platforms),
            overrides=read(stored.load_overrides),
            posts=self._posts,
            today=today,
        )

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

    def _fail_job(self, problem: Exception) -> None:
        self.fail(wording.problem(problem) if isinstance(problem, StorageProblem) else str(problem))

    # writing

    def _save_plan(self, plan: Plan, step: str) -> None:
        self._workspace.edit(step, save_plan, plan)

    def _put(self, record: Named, step: str) -> int | None:
        put, _remove = _WRITERS[type(record)]
        done: int | None = self._workspace.edit(step, put, record)
        return done

    def _add(self, record: Campaign | Member | Platform, page: CampaignsPage | TeamPage | PlatformsPage) -> None:
        new = self._put(record, self.tr("Add “{name}”").format(name=record.name))
        if new is not None:
            page.select(new)
            page.take_name()

    def _remove(self, record: Named, step: str) -> bool:
        _put, remove = _WRITERS[type(record)]
        key = record.key if isinstance(record, Format) else record.id

        def action(writer: Writer) -> bool:
            remove(writer, key)
            return True

        try:
            return bool(self._workspace.edit(step, action))
        except StillInUse as used:
            count = self._workspace.read(uses.posts_by_format).get(record.key, 0) if isinstance(record, Format) else 0
            raise IsUsed(count) from used

    def _order_platforms(self, ids: tuple[int, ...]) -> None:
        self._workspace.edit(self.tr("Change the order of the platforms"), stored.order_platforms, ids)

    def _add_format(self, record: Format, page: FormatsPage) -> None:
        step = self.tr("Add “{name}”").format(name=record.name)
        key = self._workspace.edit(step, formats.add_format, record)
        if key is not None:
            page.take_name(key)

    def _order_formats(self, keys: tuple[str, ...]) -> None:
        self._workspace.edit(self.tr("Change the order of the formats"), formats.order_formats, keys)

    def _restore_formats(self) -> None:
        if self._workspace.edit(self.tr("Bring back the built-in formats"), formats.restore_formats):
            self._steps.say(self.tr("The built-in formats are as they were; your own stand behind them."))

    def _switch_suggestions(self, is_on: bool) -> None:
        step = self.tr("Suggest occasions") if is_on else self.tr("Suggest no occasions")
        self._save_plan(replace(self._workspace.plan, suggests_occasions=is_on), step)

    def _put_override(self, override: WeekOverride) -> None:
        step = self.tr("Change the values of {week}").format(week=week_with_year(override.week))
        self._workspace.edit(step, stored.put_override, override)

    def _remove_override(self, override: WeekOverride) -> None:
        step = self.tr("Remove the values of {week}").format(week=week_with_year(override.week))
        self._workspace.edit(step, stored.remove_override, override.id)

    # events

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is written in a field that nobody has left yet."""
        focused: QWidget | None = self.focusWidget()
        while focused is not None and focused is not self:
            if isinstance(focused, EditorField | TextArea):
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
