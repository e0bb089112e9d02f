"""Between the page about calendars and whoever keeps them fresh: what is shown there, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from db import feeds as stored
from db import lists, platforms
from db.board import load_board, load_whole
from db.feed_records import Delivery, DeliveryKind, Feed
from db.journal import Writer
from db.records import Week
from db.revisions import revisions
from desktop import feed_words
from desktop.delivery.problems import ProblemCode
from desktop.feed_sending import Errand
from desktop.feed_words import Said
from desktop.feeds.scope import usual_feeds
from desktop.jobs import Job
from desktop.preferences.feeds.errands import looking, making, trying
from desktop.preferences.feeds.publish_popover import PublishPopover
from desktop.preferences.feeds.state import Example, FeedsState, Place
from desktop.preferences.feeds.view import FeedsView
from desktop.preferences.steps import Steps
from desktop.settings import Settings
from desktop.ui.accessible import announce
from desktop.ui.toast import Toasts
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.delivery.self_check import Report
    from desktop.feed_keeper import FeedKeeper

ANEW_MS = 20_000  # how often “2 minutes ago” is looked at again
_EXAMPLE_WEEKS = 9  # from this one on, in which the next post is looked for
_NEW = 0  # the id of a feed that is none of the proposals


class FeedsPage(QObject):
    """Fills the page and does what is wished there. Every edit of the plan is one undo step.

    Signals: `export_wanted()`.
    """

    export_wanted = Signal()

    def __init__(
        self, workspace: Workspace, settings: Settings, keeper: FeedKeeper, steps: Steps, toasts: Toasts
    ) -> None:
        super().__init__(steps)
        self._workspace, self._settings, self._keeper = workspace, settings, keeper
        self._steps, self._toasts = steps, toasts
        self.view = FeedsView()
        self._reports: dict[int, tuple[Said, ...]] = {}
        self._errands: set[Errand] = set()
        self._jobs: set[Job] = set()
        self._is_example_old = True
        self._anew = QTimer(self)
        self._anew.setInterval(ANEW_MS)
        self._anew.timeout.connect(self._show_if_seen)
        self._anew.start()
        self._connect()
        keeper.changed.connect(self._show_if_seen)
        workspace.changed.connect(self._age_example)
        workspace.reloaded.connect(self._age_example)
        keeper.measure()

    def show(self) -> None:
        """Show how everything stands now."""
        self.view.show_state(self._state())
        if self._is_example_old and not self._jobs:
            self._is_example_old = False
            self._run(Job(lambda _job: self._next_event()), self.view.example.show_example)

    def copy_address(self) -> None:
        """Copy the address of the first calendar on this computer."""
        self._copy_feed(self._state().main)

    def finish(self) -> None:
        """Wait for no server any more."""
        for errand in tuple(self._errands):
            errand.abandon()

    def _connect(self) -> None:
        view = self.view
        view.export.export_requested.connect(self.export_wanted)
        view.folder.switched.connect(self._switch_folder)
        view.folder.folder_requested.connect(self._choose_folder)
        view.subscription.switched.connect(self._switch_subscription)
        view.subscription.copied.connect(self._copy)
        view.table.put.connect(self._put_feed)
        view.table.removed.connect(self._remove_feed)
        view.table.copied.connect(self._copy_feed)
        view.table.emptied.connect(self._refuse_empty)
        view.table.ordered.connect(self._order_feeds)
        view.publishing.add_requested.connect(self._ask_new_place)
        view.publishing.change_requested.connect(self._ask_place)
        view.publishing.put.connect(lambda delivery, step: self._put(step, delivery=delivery))
        view.publishing.removed.connect(self._remove_place)
        view.publishing.publish_requested.connect(lambda delivery: self._keeper.publish_now(delivery.id))
        view.publishing.check_requested.connect(self._check)
        view.publishing.copied.connect(self._copy)

    # what is shown

    def _show_if_seen(self) -> None:
        if self.view.isVisible():
            self.show()

    def _age_example(self) -> None:
        self._is_example_old = True

    def _state(self) -> FeedsState:
        keeper, zone = self._keeper, self._workspace.zone
        kept = keeper.feeds()
        now = self._workspace.clock()
        places = [
            Place(each, feed_words.delivery_state(each, keeper.state(each.id), now, zone))
            for each in keeper.deliveries()
        ]
        folders = [place for place in places if place.delivery.kind is DeliveryKind.FOLDER]
        read, plan = self._workspace.read, self._workspace.store.path
        last = self._settings.last_export(plan)
        return FeedsState(
            feeds=kept or self._proposals(),
            platforms=tuple(read(platforms.load_platforms)),
            campaigns=tuple(read(lists.load_campaigns)),
            members=tuple(read(lists.load_members)),
            addresses={feed.id: keeper.address(feed) for feed in kept} if keeper.subscription().port else {},
            notices=dict(self._notices(kept)),
            subscription=keeper.subscription(),
            folder=next((place for place in folders if place.delivery.machine == keeper.machine), None),
            published=tuple(place for place in places if place not in folders),
            last_export="" if last is None else feed_words.last_export(*last),
        )

    def _notices(self, kept: Sequence[Feed]) -> Iterator[tuple[int, str]]:
        for feed in kept:
            extent = self._keeper.extent(feed.id)
            if extent is not None and extent.shortened:
                yield feed.id, feed_words.shortened(feed.name, extent.shortened)

    def _proposals(self) -> tuple[Feed, ...]:
        """The usual calendars, which are written as soon as one of them is used; their ids are below any new one's."""
        known = self._workspace.read(platforms.load_platforms)
        usual = usual_feeds(known, self.tr("Everything"), self.tr("Work blocks"))
        return tuple(replace(feed, id=number - len(usual)) for number, feed in enumerate(usual))

    def _next_event(self) -> Example | None:
        """The event of the next post; called in another thread."""
        from desktop.preferences.feeds.next_event import next_event  # noqa: PLC0415 - brings the writing of calendars

        now = self._workspace.now()
        week = Week.of(now)
        weeks = [week.shifted(number) for number in range(_EXAMPLE_WEEKS)]
        board, counters = self._workspace.read(lambda conn: (load_board(conn, weeks, ()), revisions(conn)))
        return next_event(board, counters, now)

    # edits of the plan

    def _put(self, step: str, feed: Feed | None = None, delivery: Delivery | None = None) -> tuple[int, ...] | None:
        """Write a feed and a delivery, and with them the proposals if nothing is written yet.

        Answers the ids of all feeds that were written, then the delivery's; None where it was refused.
        """
        proposals = () if self._keeper.feeds() else self._proposals()
        feeds = [feed if feed is not None and feed.id == each.id else each for each in proposals]
        if feed is not None and (feed.id == _NEW or not proposals):
            feeds.append(feed)

        def action(writer: Writer) -> tuple[int, ...]:
            ids = {each.id: stored.put_feed(writer, each) for each in feeds}
            if delivery is None:
                return tuple(ids.values())
            placed = replace(delivery, feed_id=ids.get(delivery.feed_id or 1, delivery.feed_id))
            return (*ids.values(), stored.put_delivery(writer, placed))

        return self._workspace.edit(step, action)

    def _put_feed(self, feed: Feed, step: str) -> None:
        self._put(step, feed)

    def _remove_feed(self, feed: Feed) -> None:
        step = self.tr("Remove the calendar “{name}”").format(name=feed.name)
        others = [each for each in self._proposals() if each.id != feed.id]

        def action(writer: Writer) -> bool:
            if feed.id > 0:
                stored.remove_feed(writer, feed.id)
            else:
                for each in others:
                    stored.put_feed(writer, each)
            return True

        if self._workspace.edit(step, action):
            self._steps.say(self.tr("Calendar “{name}” removed").format(name=escape(feed.name)))

    def _order_feeds(self, ids: Sequence[int]) -> None:
        self._workspace.edit(self.tr("Change the order of the calendars"), stored.order_feeds, ids)

    def _refuse_empty(self) -> None:
        self._toasts.fail(self.tr("A calendar holds posts or work blocks at least. Remove it if you want neither."))

    def _switch_folder(self, is_on: bool) -> None:
        place = self._state().folder
        if place is None:
            self._choose_folder()
        else:
            step = self.tr("Keep files up to date") if is_on else self.tr("Keep files up to date no longer")
            self._put(step, delivery=replace(place.delivery, is_active=is_on))
        self.show()

    def _choose_folder(self) -> None:
        place = self._state().folder
        start = place.delivery.address if place is not None else str(self._workspace.store.path.parent)
        title = self.tr("Folder for the calendar files")
        chosen = QFileDialog.getExistingDirectory(self.view.window(), title, start)
        if not chosen:
            return
        before = Delivery(0, "", DeliveryKind.FOLDER, "", machine=self._keeper.machine)
        delivery = replace(before if place is None else place.delivery, address=str(Path(chosen)), is_active=True)
        self._put(self.tr("Keep files in another folder up to date"), delivery=delivery)

    def _switch_subscription(self, is_on: bool) -> None:
        if is_on and not self._keeper.feeds():
            self._put(self.tr("Set up the calendars"))
        self._keeper.switch_subscription(is_on)
        self.show()

    # copying

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._toasts.say(self.tr("Address copied"))

    def _copy_feed(self, feed: Feed) -> None:
        """Copy a feed's own address, which a proposal is given now."""
        if not self._keeper.subscription().is_on:
            self._toasts.fail(self.tr("Switch on the subscription on this computer first: until then nobody answers."))
            return
        if feed.id < 1:
            number = [each.id for each in self._proposals()].index(feed.id)
            if self._put(self.tr("Set up the calendars")) is None:
                return
            feed = self._keeper.feeds()[number]
        QGuiApplication.clipboard().setText(self._keeper.address(feed))
        self._toasts.say(escape(self.tr("Address of “{name}” copied").format(name=feed.name)))

    # publishing

    def _ask_new_place(self, at: QRect) -> None:
        first = self._state().main
        self._ask(Delivery(0, "", DeliveryKind.WEBDAV, "", first.id, machine=self._keeper.machine), at)

    def _ask_place(self, delivery: Delivery, at: QRect) -> None:
        self._ask(delivery, at)

    def _ask(self, delivery: Delivery, at: QRect) -> None:
        missing = {ProblemCode.NO_PASSWORD, ProblemCode.NO_KEYRING}
        is_there = delivery.id > 0 and self._keeper.state(delivery.id).problem not in missing
        form = PublishPopover(self.view, delivery, self._state().feeds, has_password=is_there)
        form.accepted.connect(self._accept_place)
        form.tested.connect(lambda *entered: self._send(trying(*entered), form.take))
        form.calendar_wanted.connect(lambda *entered: self._send(making(*entered), form.take))
        form.open_at(at, "below")

    def _accept_place(self, delivery: Delivery, password: str) -> None:
        step = self.tr("Publish a calendar") if delivery.id < 1 else self.tr("Change where a calendar is published")
        ids = self._put(step, delivery=replace(delivery, machine=self._keeper.machine))
        if ids is None:
            return
        known = next(each for each in self._keeper.deliveries() if each.id == ids[-1])
        if password:
            self._keeper.set_password(known, password)
        self._keeper.publish_now(known.id)

    def _remove_place(self, delivery: Delivery) -> None:
        def action(writer: Writer) -> bool:
            stored.remove_delivery(writer, delivery.id)
            return True

        if self._workspace.edit(self.tr("Publish a calendar no longer"), action):
            self._steps.say(self.tr("What was published stays there until you remove it on the server."))

    def _check(self, delivery: Delivery) -> None:
        feed = next((each for each in self._keeper.feeds() if each.id == delivery.feed_id), None)
        if feed is None:
            return
        self._report(delivery.id, (Said(self.tr("Looking at the public address as other programs do …")),))
        self._run(
            Job(lambda _job: self._bytes_of(feed)),
            lambda expected: self._send(
                looking(delivery.public_address, expected), partial(self._take_report, delivery.id)
            ),
        )

    def _bytes_of(self, feed: Feed) -> bytes:
        """A feed's calendar as it should lie there; called in another thread."""
        from desktop.exchange.calendar_file import feed_bytes  # noqa: PLC0415 - as above

        board, counters = self._workspace.read(lambda conn: (load_whole(conn), revisions(conn)))
        return feed_bytes(board, counters, feed, self._workspace.now().date())

    def _take_report(self, delivery_id: int, report: Report) -> None:
        from desktop import check_words  # noqa: PLC0415 - brings what looks at addresses, which has just been used

        lines = check_words.report(report, self._workspace.clock(), self._workspace.zone)
        self._report(delivery_id, lines)
        announce(self.view, " ".join(line.text for line in lines))

    def _report(self, delivery_id: int, lines: tuple[Said, ...]) -> None:
        self._reports[delivery_id] = lines
        self.view.publishing.show_reports(self._reports)

    # beside the window

    def _run(self, job: Job, then: Callable[..., object]) -> None:
        self._jobs.add(job)
        job.finished.connect(then)
        job.ended.connect(lambda: self._end_job(job))
        job.start()

    def _end_job(self, job: Job) -> None:
        job.wait()
        self._jobs.discard(job)

    def _send(self, work: Callable[[Errand], Iterator[object]], then: Callable[..., object]) -> None:
        errand = Errand(work)
        self._errands.add(errand)
        errand.told.connect(then)
        errand.ended.connect(lambda: self._end_errand(errand))
        errand.start()

    def _end_errand(self, errand: Errand) -> None:
        errand.wait()
        self._errands.discard(errand)
