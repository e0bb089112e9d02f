"""The room of the ideas: captures, orders, tags and plans posts without a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QPixmap, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.board import load_ideas
from db.errors import StorageProblem
from db.records import Board, Changes, Post, Week
from db.search import search_posts
from desktop import wording
from desktop.ideas import words
from desktop.ideas.view import ALL, FITTING, IdeasView
from desktop.planning.ideas import Fit, Order, fitting, ordered, ranked, tags, with_tag, without_tag
from desktop.planning.intents import CreatePost, Intent, Outcome, Refusal, RemovePost, SchedulePost
from desktop.planning.rescheduling import decide
from desktop.planning.slots import free_slot
from desktop.ui import theme
from desktop.ui.accessible import announce
from desktop.ui.menus import add, make_menu
from desktop.ui.toast import Toasts
from desktop.ui.told_history import ToldHistory

if TYPE_CHECKING:
    from desktop.workspace import Workspace

_PICTURE = 340


class IdeasPage(QWidget):
    """The ideas of the plan of a workspace.

    Signals: `week_wanted(Week)` and `post_wanted(post_id, Week)` ask for the room of the week.
    """

    week_wanted = Signal(object)
    post_wanted = Signal(int, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._board = Board((), workspace.plan)
        self._ideas: tuple[Post, ...] = ()
        self._fits: Mapping[int, Fit] = {}
        self._filter, self._order, self._words = ALL, Order.OWN, ""
        self._pictures: dict[str, QPixmap | None] = {}
        self.view = IdeasView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.toasts = Toasts(self)
        self.history = ToldHistory(workspace.undo_stack, self.toasts, self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Ideas"))
        self._connect()
        for keys, action in (
            ("Ctrl+Z", self.history.undo),
            ("Ctrl+Shift+Z", self.history.redo),
            ("Ctrl+Y", self.history.redo),
            ("Ctrl+I", self._capture),
            ("Ctrl+F", self._search),
            ("F6", self._next_pane),
            ("Shift+F6", self._former_pane),
        ):
            QShortcut(QKeySequence(keys), self, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect(self) -> None:
        view, workspace, grid, detail = self.view, self._workspace, self.view.grid, self.view.detail
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._plan_changed)
        workspace.refused.connect(self._refused)
        view.captured.connect(self._file)
        view.filter_chosen.connect(self._choose_filter)
        view.order_chosen.connect(self._choose_order)
        view.searched.connect(self._look_for)
        grid.chosen.connect(self._show_detail)
        grid.opened.connect(self._open)
        grid.planned.connect(self._plan)
        grid.deleted.connect(self._delete)
        grid.put.connect(self._rank)
        grid.menu_requested.connect(self._open_menu)
        detail.planned.connect(lambda: self._plan(grid.current))
        detail.opened.connect(lambda: self._open(grid.current))
        detail.deleted.connect(lambda: self._delete(grid.current))
        detail.tag_added.connect(partial(self._tag, with_tag))
        detail.tag_removed.connect(partial(self._tag, without_tag))

    # what is shown

    def activate(self) -> None:
        """Show what is stored now; to be called when the room comes into sight."""
        week = Week.of(self._workspace.now())
        try:
            self._board = self._workspace.board((week, week.shifted(1)))
            self._ideas = self._workspace.read(load_ideas)
        except StorageProblem as problem:
            self._refused(wording.problem(problem))
            return
        self._fits = fitting(self._board, week, self._ideas, self._workspace.clock())
        self._show()

    def take_focus(self) -> None:
        """Give the keyboard to the chosen card, or to the field where there is none."""
        if not self.view.grid.take_focus(Qt.FocusReason.OtherFocusReason):
            self._capture()

    def _show(self) -> None:
        view, board = self.view, self._board
        counts = [(ALL, self.tr("All ideas"), len(self._ideas)), (FITTING, self.tr("Fits this week"), len(self._fits))]
        counts += [(tag, tag, count) for tag, count in tags(self._ideas)]
        if self._filter not in {key for key, _text, _count in counts}:
            self._filter = ALL
        shown = self._wanted()
        view.head.count.setText(words.collected(len(self._ideas), len(self._fits)))
        view.show_filters(counts, self._filter, self._order)
        view.grid.can_be_ordered = self._order is Order.OWN
        view.grid.show_ideas(
            shown,
            {platform.id: platform for platform in board.platforms},
            {each.key: each for each in board.formats},
            self._picture,
            self._fits.__contains__,
        )
        view.show_nothing("" if shown else self._nothing())

    def _nothing(self) -> str:
        if not self._ideas:
            return self.tr("No ideas yet. Type a title above; it needs neither a date nor a text.")
        return self.tr("No idea fits the filter.")

    def _wanted(self) -> Sequence[Post]:
        shown = ordered(self._ideas, self._order, self._board.campaigns)
        if self._filter == FITTING:
            shown = tuple(idea for idea in shown if idea.id in self._fits)
        elif self._filter != ALL:
            shown = tuple(idea for idea in shown if self._filter in idea.tags)
        if self._words:
            try:
                ids = {idea.id for idea in shown}
                found = {hit.post_id for hit in self._workspace.read(search_posts, self._words, len(ids), post_ids=ids)}
            except StorageProblem as problem:
                self._refused(wording.problem(problem))
                return shown
            shown = tuple(idea for idea in shown if idea.id in found)
        return shown

    def _picture(self, idea: Post) -> QPixmap | None:
        """The first picture of an idea, small; None without one."""
        name = next((variant.pictures[0] for variant in idea.variants if variant.pictures), "")
        if name and name not in self._pictures:
            data, pixmap = self._workspace.picture(name), QPixmap()
            is_read = data is not None and pixmap.loadFromData(data)
            side = theme.px(_PICTURE)
            how = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            smooth = Qt.TransformationMode.SmoothTransformation
            self._pictures[name] = pixmap.scaled(side, side, how, smooth) if is_read else None
        return self._pictures.get(name)

    def _idea(self, post_id: int) -> Post | None:
        return next((idea for idea in self._ideas if idea.id == post_id), None)

    def _show_detail(self, post_id: int) -> None:
        idea, board = self._idea(post_id), self._board
        self.view.show_detail(idea is not None)
        if idea is None:
            return
        platforms = {platform.id: platform for platform in board.platforms}
        fit = self._fits.get(idea.id)
        self.view.detail.show_idea(
            idea,
            platforms,
            next((each for each in board.formats if each.key == idea.format_key), None),
            next((each for each in board.members if each.id == idea.owner_id), None),
            next((each.name for each in board.campaigns if each.id == idea.campaign_id), ""),
            self._picture(idea),
            words.fit(fit, Week.of(self._workspace.now()), platforms) if fit is not None else "",
        )

    # choosing what is shown

    def _choose_filter(self, key: str) -> None:
        self._filter = key
        self._show()

    def _choose_order(self, order: Order) -> None:
        self._order = order
        self._show()

    def _look_for(self, text: str) -> None:
        self._words = text.strip()
        self._show()

    def _capture(self) -> None:
        self.view.capture.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self) -> None:
        self.view.search.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.search.editor.selectAll()

    # what is done

    def _file(self, title: str) -> None:
        """Make an idea; a tag that is chosen as filter goes to it."""
        active = tuple(platform.id for platform in self._board.platforms if platform.is_active)
        answer = self._decide(CreatePost(title, active[:1]))
        if answer is None:
            return
        (post,) = answer.changes.posts
        if self._filter not in {ALL, FITTING}:
            post = with_tag(post, self._filter)
        ids = self._workspace.put(self.tr("Capture idea"), Changes(posts=(post,)))
        if ids is not None:
            self.view.grid.choose(ids[post.id])

    def _decide(self, intent: Intent) -> Outcome | None:
        """What an intent does; None when it does nothing, which is said."""
        board = replace(self._board, posts=(*self._board.posts, *self._ideas))
        answer = decide(board, intent, self._workspace.clock())
        if isinstance(answer, Refusal):
            self._refused(wording.refusal(answer))
            return None
        return answer

    def _open(self, post_id: int) -> None:
        if self._idea(post_id) is not None:
            self.post_wanted.emit(post_id, Week.of(self._workspace.now()))

    def _plan(self, post_id: int) -> None:
        """Give an idea the next free slot of this week or the next."""
        idea, now = self._idea(post_id), self._workspace.clock()
        if idea is None:
            return
        days = [day for week in self._board.weeks for day in week.days]
        slot = free_slot(self._board, days, 0, now)
        if slot is None:
            self._refused(self.tr("There is no free slot in this week and the next."))
            return
        answer = self._decide(SchedulePost(post_id, slot))
        label = self.tr("Schedule “{name}”").format(name=words.short(idea))
        if answer is not None and self._workspace.put(label, answer.changes) is not None:
            place = f"<b>{escape(wording.moment_short(slot))}</b>"
            sentence = self.tr("“{name}” scheduled for {place}").format(name=escape(words.short(idea)), place=place)
            show = (self.tr("Show"), partial(self.post_wanted.emit, post_id, Week.of(slot)), "")
            self.toasts.clear()
            self.toasts.say(sentence, [(self.tr("Undo"), self.history.undo, self.tr("Ctrl Z")), show])

    def _delete(self, post_id: int) -> None:
        idea = self._idea(post_id)
        answer = self._decide(RemovePost(post_id)) if idea is not None else None
        if idea is None or answer is None:
            return
        label = self.tr("Delete “{name}”").format(name=words.short(idea))
        if self._workspace.put(label, answer.changes) is not None:
            self._say(self.tr("“{name}” deleted").format(name=escape(words.short(idea))))

    def _rank(self, post_id: int, before: int) -> None:
        idea = self._idea(post_id)
        changed = ranked(self._ideas, post_id, before or None)
        if idea is not None and changed:
            label = self.tr("Put “{name}” in another place").format(name=words.short(idea))
            is_done = self._workspace.put(label, Changes(posts=changed)) is not None
            self.view.grid.choose(post_id)
            if is_done:
                self._say_place(idea)

    def _say_place(self, idea: Post) -> None:
        """Tell who does not see it where an idea stands now."""
        order = self.view.grid.order
        sentence = self.tr("“{name}”, place {place} of {count}")
        announce(self, sentence.format(name=words.short(idea), place=order.index(idea.id) + 1, count=len(order)))

    def _tag(self, change: Callable[[Post, str], Post], tag: str) -> None:
        idea = self._idea(self.view.grid.current)
        after = change(idea, tag) if idea is not None else None
        if idea is not None and after is not None and after != idea:
            label = self.tr("Change the tags of “{name}”").format(name=words.short(idea))
            self._workspace.put(label, Changes(posts=(after,)))

    def _open_menu(self, post_id: int, at: QPoint) -> None:
        menu = make_menu(self)
        add(menu, self.tr("Open in the week"), "calendar-week", self.tr("Enter"), partial(self._open, post_id))
        add(menu, self.tr("Plan into the next free slot"), "calendar-plus", "X", partial(self._plan, post_id))
        if self._order is Order.OWN and self._ideas and self._ideas[0].id != post_id:
            add(menu, self.tr("To the top"), "arrow-up", "", partial(self._rank, post_id, self._ideas[0].id))
        menu.addSeparator()
        add(menu, self.tr("Delete"), "trash", self.tr("Del"), partial(self._delete, post_id), is_danger=True)
        menu.popup(at)

    def _say(self, sentence: str) -> None:
        self.toasts.clear()
        self.toasts.say(sentence, [(self.tr("Undo"), self.history.undo, self.tr("Ctrl Z"))])

    def _refused(self, sentence: str) -> None:
        if self.isVisible() and sentence:
            self.toasts.fail(escape(sentence))

    def _plan_changed(self, _changes: object = None) -> None:
        if self.isVisible():
            self.activate()

    def _next_pane(self) -> None:
        if not (self.toasts.shown and not self.toasts.has_focus() and self.view.panes.is_last()):
            self.view.panes.step(1)
        else:
            self.toasts.take_focus()

    def _former_pane(self) -> None:
        self.view.panes.step(-1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the room in the order in which it is read."""
        return self.view.panes.tab(self, forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on when the room is entered; a click beside everything only leaves fields."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date before being seen."""
        super().showEvent(event)
        self.activate()
