"""Keeps feeds fresh while the window is open: files in folders, the address on this computer, published calendars.

It lives in the window's thread and only decides; all work is done in threads (`feed_work`, `feed_sending`). What it
tells is in codes, which `feed_words` puts into words.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from db.delivered import forget_delivered
from db.errors import StorageProblem
from db.feed_records import Delivery, DeliveryKind, Feed
from db.feeds import load_deliveries, load_feeds
from desktop import settings as machine
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.retries import wait_before
from desktop.delivery.standing import Standing
from desktop.delivery.states import DeliveryState, DeliveryStep, Extent, Subscription, is_ours, state_of
from desktop.feed_passwords import FeedPasswords
from desktop.feed_sending import Arrival, Errand, sending
from desktop.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtNetwork import QNetworkInformation

    from db.journal import ChangeSet
    from desktop.feed_work import FeedWork, Round
    from desktop.settings import Settings
    from desktop.workspace import Workspace

QUIET_MS = 400  # after the last edit, so that a row of edits is one round
LATEST_MS = 1200  # after the first one, so that files are fresh within 2 seconds
PUBLISH_AFTER = timedelta(seconds=30)  # after the last edit
LONGEST_WAIT = timedelta(minutes=5)  # between two looks at the clock: a computer that sleeps misses its timers
_OF_FEEDS = ("feed", "feed_platform", "feed_campaign", "feed_member", "delivery")
_NOT_SHOWN = frozenset({"time_entry", "saved_filter", "busy_calendar", "platform_week", "format", "format_effort"})
_PLAN, _PORT = 0, -1  # what is tried again besides deliveries, whose ids are above 0


class _Asked(NamedTuple):
    """What a round is for: the deliveries that are due, the port to serve at, if any, and how large all feeds are.

    `has_news`: the plan was edited since the last round. `forgets`: no undo can bring back what is gone.
    """

    due: frozenset[int]
    port: int | None
    measures: bool
    has_news: bool
    forgets: bool


class FeedKeeper(QObject):
    """The one keeper of a plan's feeds in a window. Before `begin` it only tells what the plan says.

    Signals: `changed()` whenever something that it tells has changed.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent or workspace)
        self._workspace, self._settings = workspace, settings
        self._feeds: tuple[Feed, ...] | None = None
        self._deliveries: tuple[Delivery, ...] = ()
        self._extents: dict[int, Extent] = {}
        self._standing = Standing()
        self._forced: set[int] = set()
        self._port_problem: ProblemCode | None = None
        self._network: QNetworkInformation | None = None
        self._work: FeedWork | None = None
        self._job: Job | None = None
        self._sending: Errand | None = None
        self._asked: _Asked | None = None
        self._machine = settings.machine()
        self._day = workspace.now().date()
        self._has_begun = self._is_finished = self._is_wanted_again = self._owes_files = self._measures = False
        self._passwords = FeedPasswords(self)
        self._passwords.changed.connect(self.changed)
        self._passwords.kept.connect(self._try_password)
        self._passwords.failed.connect(self._miss_keyring)
        self._quiet, self._latest, self._alarm = QTimer(self), QTimer(self), QTimer(self)
        for timer, interval in ((self._quiet, QUIET_MS), (self._latest, LATEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self._refresh)
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(self._look_at_clock)
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._plan_reloaded)

    def begin(self) -> None:
        """Bring everything up to date and keep it so."""
        self._has_begun = True
        self._take_lists()
        self.publish_now(is_forced=False)

    def finish(self) -> None:
        """Write the files that are due and end, within a second, whatever servers do."""
        self._is_finished = True
        for timer in (self._quiet, self._latest, self._alarm):
            timer.stop()
        if self._job is not None:
            if self._asked is None or not self._asked.has_news:
                self._job.cancel()
            self._job.wait()
            self._job = None
        if self._owes_files:
            with suppress(StorageProblem):  # the next start does it
                self._round(_Asked(frozenset(), None, measures=False, has_news=True, forgets=False))
        if self._work is not None:
            self._work.close()
        if self._sending is not None:
            self._sending.abandon()
        self._passwords.finish()

    # what it tells

    def feeds(self) -> tuple[Feed, ...]:
        """The plan's feeds, in order."""
        if self._feeds is None:
            self._take_lists()
        return self._feeds or ()

    def deliveries(self) -> tuple[Delivery, ...]:
        """The plan's deliveries, in order, those of other computers among them."""
        if self._feeds is None:
            self._take_lists()
        return self._deliveries

    def state(self, delivery_id: int) -> DeliveryState:
        """How a delivery stands; OFF for an unknown id."""
        delivery = next((each for each in self.deliveries() if each.id == delivery_id), None)
        if delivery is None or not delivery.is_active:
            return DeliveryState(DeliveryStep.OFF)
        if delivery.machine != self.machine:
            return DeliveryState(DeliveryStep.ELSEWHERE)
        return self._standing.of(delivery_id)

    def extent(self, feed_id: int) -> Extent | None:
        """How large a feed was when it was last written; None when it was not. `measure` writes those nobody takes."""
        return self._extents.get(feed_id)

    def subscription(self) -> Subscription:
        """How the address on this computer stands."""
        is_on, port = self._port() is not None, self._settings.value(machine.SUBSCRIPTION_PORT)
        if not is_on or self._work is None:
            return Subscription(is_on, port)
        readers = self._work.readers()
        return Subscription(is_on, port, self._port_problem, readers.count, readers.last)

    def address(self, feed: Feed) -> str:
        """Where programs on this computer find a feed."""
        return self.subscription().address(feed)

    @property
    def machine(self) -> str:
        """Who this computer is: the `machine` of the deliveries that are set up on it."""
        return self._machine

    def has_password(self, delivery: Delivery) -> bool:
        """Tell whether the keyring has the delivery's password; False until it has answered, then `changed` comes."""
        return self._passwords.has(delivery)

    # what it is asked for

    def switch_subscription(self, is_on: bool) -> None:
        """Let programs on this computer read the feeds, or no longer."""
        self._settings.write(machine.SUBSCRIPTION, is_on)
        self._port_problem = None
        self._standing.restart(_PORT)
        self._refresh()

    def measure(self) -> None:
        """Find out how large all feeds are, those that nobody takes among them."""
        self._measures = True
        self._refresh()

    def publish_now(self, delivery_id: int | None = None, *, is_forced: bool = True) -> None:
        """Bring a delivery, or all of this computer's, without waiting; not `is_forced`: unless all of it is there."""
        now = self._workspace.clock()
        for delivery in self._ours():
            if delivery_id in {None, delivery.id}:
                self._standing.restart(delivery.id)
                self._step(delivery.id, DeliveryStep.WAITING)
                if delivery.kind is not DeliveryKind.FOLDER:
                    self._standing.set_due((delivery.id,), now)
                    if is_forced:
                        self._forced.add(delivery.id)
        self._refresh()

    def set_password(self, delivery: Delivery, password: str) -> None:
        """Give the system's keyring a delivery's password and try it; an empty one is taken out."""
        self._passwords.keep(delivery, password)

    # what changes

    def _plan_changed(self, changes: ChangeSet) -> None:
        if self._feeds is not None and changes.touches(*_OF_FEEDS):
            self._take_lists()
        if any(row.table not in _NOT_SHOWN for row in changes.rows):
            self._follow()

    def _plan_reloaded(self) -> None:
        if self._feeds is not None:
            self._take_lists()
        self._follow()

    def _follow(self) -> None:
        """What feeds show has changed: files follow in a moment, servers once it has been quiet for a while."""
        if not self._has_begun or not self._has_takers():
            return
        self._owes_files = True
        due = self._workspace.clock() + PUBLISH_AFTER
        for delivery in self._ours():
            if delivery.kind is DeliveryKind.FOLDER:
                self._step(delivery.id, DeliveryStep.WAITING)
            elif self._standing.follows(delivery.id):
                self._standing.set_due((delivery.id,), due)
                self._step(delivery.id, DeliveryStep.WAITING)
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()
        self._wind()

    def _take_lists(self) -> None:
        """Read which feeds and deliveries there are; what was found out about one that differs counts no more."""
        try:
            feeds, deliveries = self._workspace.read(lambda conn: (load_feeds(conn), load_deliveries(conn)))
        except StorageProblem:
            return  # the week says so
        before = {each.id: each for each in self._deliveries}
        self._feeds, self._deliveries = feeds, deliveries
        now = {each.id: each for each in self._deliveries}
        for delivery_id, delivery in before.items():
            if now.get(delivery_id) != delivery:
                self._standing.forget(delivery_id)
        known = {feed.id for feed in self._feeds}
        self._extents = {feed_id: extent for feed_id, extent in self._extents.items() if feed_id in known}
        self._passwords.follow([each for each in self._deliveries if each.machine == self.machine])
        self.changed.emit()

    # rounds of work

    def _refresh(self) -> None:
        """Begin a round now, or as soon as the present one is over."""
        if not self._has_begun or self._is_finished or not self._has_takers():
            return
        if self._job is not None:
            self._is_wanted_again = True
            return
        self._quiet.stop()
        self._latest.stop()
        due = self._standing.due(self._workspace.clock())
        if self._sending is not None:  # one visit at a time; it looks again when this one is over
            due = frozenset(what for what in due if what < 1)
        self._standing.start(due)
        forgets = not self._workspace.undo_stack.count()
        self._asked = asked = _Asked(due, self._port(), self._measures, self._owes_files, forgets)
        self._owes_files = self._is_wanted_again = self._measures = False
        self._job = Job(lambda job: self._round(asked, job.step))
        self._job.finished.connect(self._take_round)
        self._job.failed.connect(self._miss_plan)
        self._job.ended.connect(self._end_round)
        self._job.start()

    def _has_takers(self) -> bool:
        """Tell whether anybody wants feeds, or wanted them before: who does not pays nothing for them."""
        return bool(self._ours()) or self._port() is not None or self._measures or self._work is not None

    def _port(self) -> int | None:
        is_on = self._settings.value(machine.SUBSCRIPTION)
        return self._settings.value(machine.SUBSCRIPTION_PORT) if is_on else None

    def _round(self, asked: _Asked, step: Callable[[int, int], None] = lambda _done, _of_all: None) -> Round:
        """Do a round of work, in a thread. Raises StorageProblem."""
        from desktop.feed_work import FeedWork, Wanted  # noqa: PLC0415 - what writes calendars takes long to load

        if self._work is None:
            self._work = FeedWork(self._workspace.store, self._workspace.clock, self._machine)
            if asked.forgets:  # nothing that is gone can come back
                self._workspace.store.keep(forget_delivered)
        return self._work.round(Wanted(asked.due, asked.port, asked.measures), step)

    def _take_round(self, done: Round) -> None:
        if self._is_finished:
            return
        self._day = done.day
        self._extents |= done.extents
        self._take_port(done)
        for delivery_id, state in done.states.items():
            self._take_state(delivery_id, state)
        for parcel in done.parcels:
            if parcel.is_there and parcel.delivery.id not in self._forced:
                self._take_state(parcel.delivery.id, state_of(None, parcel.at, parcel.events))
        to_send = [each for each in done.parcels if not each.is_there or each.delivery.id in self._forced]
        if to_send:
            for parcel in to_send:
                self._forced.discard(parcel.delivery.id)
                self._step(parcel.delivery.id, DeliveryStep.WORKING)
            self._sending = Errand(sending(self._workspace.store, self._workspace.clock, to_send))
            self._sending.told.connect(self._take_arrival)
            self._sending.ended.connect(self._end_sending)
            self._sending.start()
        self.changed.emit()

    def _miss_plan(self) -> None:
        """The plan could not be read, by another program's fault or the disk's: everything is still to be done."""
        now = self._workspace.clock()
        self._owes_files = True
        if self._asked is not None:
            self._standing.set_due(self._asked.due, now + wait_before(1))
        self._standing.set_due((_PLAN,), now + wait_before(1))

    def _end_round(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
        if self._is_wanted_again:
            self._refresh()
        self._wind()

    def _take_port(self, done: Round) -> None:
        if done.port_problem is not None:
            self._port_problem = done.port_problem.code
            self._standing.fail(_PORT, self._workspace.clock())
        elif done.port:
            self._port_problem = None
            self._standing.restart(_PORT)
            if done.port != self._settings.value(machine.SUBSCRIPTION_PORT):
                self._settings.write(machine.SUBSCRIPTION_PORT, done.port)

    # what comes back from servers

    def _take_arrival(self, arrival: Arrival) -> None:
        parcel, problem = arrival.parcel, arrival.problem
        if self._is_finished or parcel.delivery not in self._deliveries:  # it was edited or removed meanwhile
            return
        self._take_state(parcel.delivery.id, state_of(problem, arrival.at, parcel.events))
        self.changed.emit()

    def _end_sending(self) -> None:
        if self._sending is not None:
            self._sending.wait()
            self._sending = None
        self._wind()

    def _try_password(self, delivery_uid: str) -> None:
        for delivery in self._ours():
            if delivery.uid == delivery_uid:
                self.publish_now(delivery.id)

    def _miss_keyring(self, delivery_uid: str, problem: object) -> None:
        for delivery in self._ours():
            if delivery.uid == delivery_uid and isinstance(problem, DeliveryProblem):
                at = self.state(delivery.id).at
                self._take_state(delivery.id, state_of(problem, at, 0))
        self.changed.emit()

    # states and moments

    def _ours(self) -> list[Delivery]:
        return [each for each in self._deliveries if is_ours(each, self.machine)]

    def _take_state(self, delivery_id: int, state: DeliveryState) -> None:
        self._standing.take(delivery_id, state, self._workspace.clock())
        if state.step is DeliveryStep.OFFLINE and self._network is None:
            self._watch_network()

    def _step(self, delivery_id: int, step: DeliveryStep) -> None:
        if self._standing.step(delivery_id, step):
            self.changed.emit()

    def _watch_network(self) -> None:
        """Hear when this computer is online again, where its system tells."""
        from PySide6.QtNetwork import QNetworkInformation  # noqa: PLC0415 - only for those who were offline

        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            self._network = QNetworkInformation.instance()
            self._network.reachabilityChanged.connect(self._hear_network)

    def _hear_network(self, reachability: QNetworkInformation.Reachability) -> None:
        """Try at once what did not get through once there is a network again."""
        if reachability is not reachability.Online:
            return
        published = [each.id for each in self._ours() if each.kind is not DeliveryKind.FOLDER]
        self._standing.set_due(self._standing.offline(published), self._workspace.clock())
        self._wind()

    def _wind(self) -> None:
        """Set the alarm to whatever is due next."""
        if self._is_finished or not self._has_begun:
            return
        now = self._workspace.clock()
        midnight = datetime.combine(self._day + timedelta(days=1), time(), self._workspace.zone).astimezone(UTC)
        due = self._standing.moments.items()
        moments = [moment for what, moment in due if what < 1 or self._sending is None]
        wait = min([midnight, now + LONGEST_WAIT, *moments]) - now
        self._alarm.start(max(int(wait.total_seconds() * 1000) + 1, 0))

    def _look_at_clock(self) -> None:
        if self._workspace.now().date() != self._day:
            self._follow()
        if self._standing.due(self._workspace.clock()):
            self._refresh()
        else:
            self._wind()
