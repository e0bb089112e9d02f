"""`wochenwerk export`: the plan, or a part of it, as one iCalendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.board import load_whole
from db.feed_records import Privacy
from db.records import Platform
from db.revisions import revisions
from desktop.commands import Refused
from desktop.commands.plan_source import opened
from desktop.exchange.calendar_file import calendar_bytes, write_whole
from desktop.feeds.scope import Scope

if TYPE_CHECKING:
    import argparse

translate = QCoreApplication.translate


def run(asked: argparse.Namespace) -> None:
    """Write the file whole or not at all."""
    if asked.first and asked.last and asked.last < asked.first:
        raise Refused(translate("Commands", "--to lies before --from. Exchange the two days."))
    with opened(asked) as store:
        board, counters = store.read(lambda conn: (load_whole(conn), revisions(conn)))  # of one and the same state
        plan = store.path
    scope = Scope(
        platform_ids=_platform_ids(asked.platform, board.platforms),
        has_posts=asked.only != "work",
        has_work=asked.only != "posts",
        first=asked.first,
        last=asked.last,
        privacy=Privacy(asked.privacy),
    )
    write_whole(asked.out, calendar_bytes(board, counters, scope), plan)


def _platform_ids(keys: list[str], platforms: tuple[Platform, ...]) -> frozenset[int] | None:
    by_key = {platform.key: platform.id for platform in platforms}
    for key in keys:
        if key not in by_key:
            sentence = translate("Commands", "The plan has no platform “{key}”. Its platforms are: {known}.")
            raise Refused(sentence.format(key=key, known=", ".join(by_key)))
    return frozenset(by_key[key] for key in keys) if keys else None
