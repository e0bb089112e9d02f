"""`wochenwerk serve`: the feeds at addresses on this computer, until somebody ends it."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db.errors import PlanBusy
from db.plan import load_plan
from desktop import settings as machine
from desktop.commands import Refused
from desktop.commands.output import say
from desktop.commands.plan_source import opened
from desktop.commands.usual_feeds import made_feeds
from desktop.delivery.states import Subscription
from desktop.feed_work import FeedWork, Wanted
from desktop.settings import Settings
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from db.store import Store

translate = QCoreApplication.translate

LOOK_SECONDS = 1.0  # how often changes of the plan are looked for


def run(asked: argparse.Namespace) -> None:
    """Serve until Ctrl+C or the system ends it; refused when the port cannot be had.

    The addresses stand on standard output, one a line, as soon as they answer.
    """
    settings = Settings()
    port = settings.value(machine.SUBSCRIPTION_PORT) if asked.port is None and not asked.demo else asked.port or 0
    with opened(asked) as store:
        feeds = made_feeds(store)
        work = FeedWork(store, utc_now, settings.machine())
        try:
            done = work.round(Wanted(port=port, fills_folders=False))
            if done.port_problem is not None:
                raise Refused(_taken(port))
            if asked.port is None and not asked.demo:
                settings.write(machine.SUBSCRIPTION_PORT, done.port)
            end = _told_to_end()
            say("\n".join(Subscription(True, done.port).address(feed) for feed in feeds))
            _follow(store, work, Wanted(port=done.port, fills_folders=False), done.day, end)
        finally:
            work.close()


def _told_to_end() -> threading.Event:
    """An event that comes with Ctrl+C, and when the system ends the program."""
    end = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: end.set())
    return end


def _follow(store: Store, work: FeedWork, wanted: Wanted, day: date, end: threading.Event) -> None:
    """Serve what others write into the plan, and the window of each new day."""
    is_old = False
    while not end.wait(LOOK_SECONDS):
        is_old = store.changed_outside() or is_old
        today = utc_now().astimezone(ZoneInfo(store.read(load_plan).zone)).date()
        if is_old or today != day:
            try:
                day = work.round(wanted).day
            except PlanBusy:  # in the next second, then
                is_old = True
            else:
                is_old = False


def _taken(port: int) -> str:
    sentence = translate(
        "Commands",
        "Port {port} is in use, perhaps by a window that serves the same calendars. Close it, or name another port with"
        " --port.",
    )
    return sentence.format(port=port)
