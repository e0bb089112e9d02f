"""`wochenwerk feeds`: every calendar file that is kept in a folder is written now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.delivered import keep_delivered
from db.feed_records import Delivered, Delivery, DeliveryKind
from db.feeds import load_deliveries, put_delivery
from desktop import feed_words
from desktop.commands import Refused
from desktop.commands.output import say
from desktop.commands.plan_source import opened
from desktop.commands.usual_feeds import made_feeds
from desktop.delivery.folder import bears_our_mark
from desktop.delivery.states import is_ours
from desktop.feed_work import FeedWork, Wanted
from desktop.settings import Settings
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse

    from db.store import Store

translate = QCoreApplication.translate

SAMPLE_FOLDER = "wochenwerk-demo"  # in the current one


def run(asked: argparse.Namespace) -> None:
    """Write the files and say which; refused when there are none to write, or one could not be written."""
    machine = Settings().machine()
    with opened(asked) as store:
        if asked.demo:
            _furnish_sample(store, machine)
        folders = {
            each.id: each
            for each in store.read(load_deliveries)
            if each.kind is DeliveryKind.FOLDER and is_ours(each, machine)
        }
        if not folders:
            raise Refused(_nothing_kept())
        done = FeedWork(store, utc_now, machine).round(Wanted())
    for path, is_new in sorted(done.files.items()):
        say(
            (translate("Commands", "{file}: written") if is_new else translate("Commands", "{file}: unchanged")).format(
                file=path
            )
        )
    for delivery_id, state in done.states.items():
        if state.problem is not None:
            why = feed_words.problem(state.problem)
            raise Refused(f"{state.detail or folders[delivery_id].address}: {why}")


def _furnish_sample(store: Store, machine: str) -> None:
    """Give the throw-away plan the usual feeds and a folder that stays."""
    made_feeds(store)
    folder = Path.cwd() / SAMPLE_FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        sentence = translate("Commands", "{file} cannot be written. Check the folder, its rights and the free space.")
        raise Refused(sentence.format(file=folder)) from error
    store.write(put_delivery, Delivery(0, "", DeliveryKind.FOLDER, str(folder), machine=machine))
    (delivery,) = (each for each in store.read(load_deliveries) if each.address == str(folder))
    earlier = [Delivered(str(file), "", "") for file in folder.glob("*.ics") if bears_our_mark(file)]
    store.keep(keep_delivered, delivery.uid, earlier, utc_now())  # every sample plan is a new one


def _nothing_kept() -> str:
    return translate(
        "Commands",
        "No folder is set up on this computer. Open the window, “Calendar feeds” in the settings, and switch on “Keep"
        " files in a folder up to date”; for a single file use “wochenwerk export OUT.ics”.",
    )
