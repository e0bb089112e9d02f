"""Searching and commanding: what is typed finds posts, campaigns, occasions, platforms, weeks, rooms, commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.errors import StorageProblem
from db.lists import load_campaigns, load_occasions
from db.platforms import load_platforms
from db.posts import load_posts
from db.records import Campaign, Occasion, Platform, PlatformKind, Post, Week
from db.search import Hit, search_posts
from desktop import wording
from desktop.search.overlay import Overlay
from desktop.search.places import Place, places, weeks_meant
from desktop.search.rows import FoundRow, RowGroup, Spans, begun_in, found_in
from desktop.ui.menu_bar import Entry
from desktop.ui.sidebar import Room

if TYPE_CHECKING:
    from desktop.workspace import Workspace

ROWS = 6  # in a group
_LOOKED_AT = 60  # hits: a post that repeats has many of one title
OPENED_BY = ("Ctrl+K", "Ctrl+F")


class SearchPage(QObject):
    """Opens the surface and fills it while one types.

    Every key only asks for a search; it is done once the keys that are waiting have been written, so typing never
    waits for more than one. Commands are the entries of the menus, asked whenever the surface opens.

    Signals: `post_wanted(post_id, Week, None for an idea)`, `week_wanted(Week)`, `room_wanted(key)`,
    `platform_wanted(id)` for its settings, `new_post_wanted(title)`.
    """

    post_wanted = Signal(int, object)
    week_wanted = Signal(object)
    room_wanted = Signal(str)
    platform_wanted = Signal(int)
    new_post_wanted = Signal(str)

    def __init__(
        self, window: QWidget, workspace: Workspace, rooms: Sequence[Room], commands: Callable[[], Sequence[Entry]]
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._rooms = rooms
        self._commands = commands
        self._entries: Sequence[Entry] = ()
        self._platforms: tuple[Platform, ...] = ()
        self._kinds: dict[int, PlatformKind] = {}
        self._campaigns: tuple[Campaign, ...] = ()
        self._occasions: tuple[Occasion, ...] = ()
        self._recent: list[int] = []
        self.overlay = Overlay(
            window, self.tr("Search and commands"), self.tr("Search posts, weeks, commands …"), OPENED_BY
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._search)
        self.overlay.typed.connect(self._soon.start)
        self.overlay.entered.connect(self._catch_up)
        self.overlay.chosen.connect(_do)

    def open(self) -> None:
        """Show the surface with what was opened last, the rooms and the commands."""
        if self.overlay.is_open:
            return
        self._entries = self._commands()
        try:
            self._platforms = self._workspace.read(load_platforms)
            self._kinds = {each.id: each.kind for each in self._platforms}
            self._campaigns = self._workspace.read(load_campaigns)
            self._occasions = self._workspace.read(load_occasions)
        except StorageProblem as problem:
            self._platforms, self._kinds, self._campaigns, self._occasions = (), {}, (), ()
            self.overlay.open()
            self.overlay.show_groups((), wording.problem(problem))
            return
        self.overlay.open()
        self._search()

    def _catch_up(self) -> None:
        """Search for what has just been typed before Enter chooses from what was found for less."""
        if self._soon.isActive():
            self._search()

    def _search(self) -> None:
        self._soon.stop()
        typed = self.overlay.field.text().strip()
        try:
            groups = tuple(group for group in self._groups(typed) if group.rows)
        except StorageProblem as problem:
            self.overlay.show_groups((), wording.problem(problem))
            return
        self.overlay.show_groups(groups)

    def _groups(self, typed: str) -> Iterator[RowGroup]:
        today = self._workspace.now().date()
        if typed:
            yield RowGroup(self.tr("Posts"), tuple(self._posts(typed, today)))
            found = places(typed, self._campaigns, self._occasions, self._workspace.plan, today)
            rows = tuple(self._place_row(place, today) for place in found[:ROWS])
            yield RowGroup(self.tr("Campaigns and occasions"), rows)
            yield RowGroup(self.tr("Platforms"), tuple(self._platform_rows(typed))[:ROWS])
            weeks = weeks_meant(typed, today, ROWS)
            yield RowGroup(self.tr("Weeks"), tuple(self._week_row(week) for week in weeks))
        else:
            yield RowGroup(self.tr("Opened last"), tuple(self._opened(today)))
        yield RowGroup(self.tr("Rooms"), tuple(self._room_rows(typed))[:ROWS])
        yield RowGroup(self.tr("Commands"), tuple(self._command_rows(typed)))

    def _posts(self, typed: str, today: date) -> Iterator[FoundRow]:
        for hit in _nearest_first(self._workspace.read(search_posts, typed, _LOOKED_AT), today)[:ROWS]:
            yield self._post_row(hit.post_id, hit.title, hit.when, hit.platform_ids, begun_in(hit.title, typed), today)

    def _opened(self, today: date) -> Iterator[FoundRow]:
        if not self._recent:
            return
        posts = {post.id: post for post in self._workspace.read(load_posts, self._recent)}
        for post_id in self._recent:
            if post_id in posts:
                post = posts[post_id]
                platforms = tuple(each.platform_id for each in post.variants)
                yield self._post_row(post_id, post.title, _moment(post), platforms, (), today)

    def _post_row(
        self,
        post_id: int,
        title: str,
        when: datetime | None,
        platform_ids: tuple[int, ...],
        spans: Spans,
        today: date,
    ) -> FoundRow:
        return FoundRow(
            text=title or wording.untitled(),
            icon="bulb",
            kinds=tuple(self._kinds[each] for each in platform_ids if each in self._kinds),
            spans=spans,
            detail=self.tr("Idea") if when is None else _day(when.date(), today),
            on=partial(self._open_post, post_id, None if when is None else Week.of(when)),
        )

    def _open_post(self, post_id: int, week: Week | None) -> None:
        self._recent = [post_id, *(each for each in self._recent if each != post_id)][:ROWS]
        self.post_wanted.emit(post_id, week)

    def _place_row(self, place: Place, today: date) -> FoundRow:
        day = min(max(place.first, today), place.last)
        if not place.is_campaign:
            detail = _day(place.first, today)
        elif place.first > today:
            detail = self.tr("from {day}").format(day=_plain(place.first, today))
        else:
            detail = self.tr("until {day}").format(day=_plain(place.last, today))
        icon = "speakerphone" if place.is_campaign else "candle"
        on = partial(self.week_wanted.emit, Week.of(day))
        return FoundRow(place.name, icon, (), place.spans, detail, on)

    def _week_row(self, week: Week) -> FoundRow:
        name = wording.week_name(week)
        digits = str(week.number)
        start = name.index(digits)
        on = partial(self.week_wanted.emit, week)
        return FoundRow(name, "calendar-week", (), ((start, start + len(digits)),), wording.week_dates(week), on)

    def _platform_rows(self, typed: str) -> Iterator[FoundRow]:
        for platform in self._platforms:
            spans = found_in(platform.name, typed)
            if spans is not None:
                on = partial(self.platform_wanted.emit, platform.id)
                detail = self.tr("Settings") if platform.is_active else self.tr("Settings, not in use")
                yield FoundRow(platform.name, "share-3", (platform.kind,), spans, detail, on)

    def _room_rows(self, typed: str) -> Iterator[FoundRow]:
        for room in self._rooms:
            spans = found_in(room.name, typed)
            if spans is not None:
                on = partial(self.room_wanted.emit, room.key)
                yield FoundRow(room.name, room.icon, (), spans, room.shortcut.replace("+", " "), on)

    def _command_rows(self, typed: str) -> Iterator[FoundRow]:
        rows = []
        for entry in self._entries:
            words = entry.detail() if entry.detail is not None else ""
            spans = found_in(entry.text, typed)
            if words is not None and spans is not None:
                text = f"{entry.text}: {words}" if words else entry.text
                rows.append(FoundRow(text, entry.icon, (), spans, entry.shortcut, entry.on))
        if not typed:
            yield from rows
            return
        yield from rows[: ROWS - 1]
        text = self.tr("New post “{title}”").format(title=typed)
        yield FoundRow(text, "plus", (), (), "", partial(self.new_post_wanted.emit, typed))


def _do(row: FoundRow) -> None:
    if row.on is not None:
        row.on()


def _moment(post: Post) -> datetime | None:
    return min((each.starts_at for each in post.variants if each.starts_at is not None), default=None)


def _day(day: date, today: date) -> str:
    return wording.day_short(day) if abs((day - today).days) < 180 else wording.day_with_year(day)


def _nearest_first(hits: Sequence[Hit], today: date) -> list[Hit]:
    """The best hits, of those with one title the one nearest to today; its other dates only after all that differ."""
    by_title: dict[str, list[Hit]] = {}
    for hit in hits:
        by_title.setdefault(hit.title, []).append(hit)
    for same in by_title.values():
        same.sort(key=lambda hit: abs(hit.when.date() - today) if hit.when is not None else timedelta())
    return [*(same[0] for same in by_title.values()), *(hit for same in by_title.values() for hit in same[1:])]


def _plain(day: date, today: date) -> str:
    return wording.day_plain(day) if abs((day - today).days) < 180 else wording.day_with_year(day)
