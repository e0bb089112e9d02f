"""The feeds of a plan for subcommands: its own, or those that a plan usually has, made now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.feeds import load_feeds, put_feed
from db.platforms import load_platforms
from desktop.feeds.scope import usual_feeds

if TYPE_CHECKING:
    from db.feed_records import Feed
    from db.journal import Writer
    from db.store import Store

translate = QCoreApplication.translate


def made_feeds(store: Store) -> tuple[Feed, ...]:
    """The plan's feeds; a plan without any gets the usual ones, as on the page of the settings."""
    if not store.read(load_feeds):
        store.write(_make)
    return store.read(load_feeds)


def _make(writer: Writer) -> None:
    if load_feeds(writer.connection):  # another program was quicker
        return
    everything, work = translate("Feeds", "Everything"), translate("Feeds", "Work blocks")
    for feed in usual_feeds(load_platforms(writer.connection), everything, work):
        put_feed(writer, feed)
