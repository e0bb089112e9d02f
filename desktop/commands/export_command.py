"""`wochenwerk export`: the plan, or a part of it, as one iCalendar file."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db.board import load_whole
from db.records import ACTIVITIES, Platform, Status
from db.revisions import revisions
from desktop import wording
from desktop.commands import Refused
from desktop.commands.plan_source import opened
from desktop.feeds import ical

if TYPE_CHECKING:
    import argparse

translate = QCoreApplication.translate


def run(asked: argparse.Namespace) -> None:
    """Write the file whole or not at all."""
    if asked.first and asked.last and asked.last < asked.first:
        raise Refused(translate("Commands", "--to lies before --from. Exchange the two days."))
    with opened(asked) as store:
        board = store.read(load_whole)
        counters = store.read(revisions)
    scope = ical.Scope(
        platform_ids=_platform_ids(asked.platform, board.platforms),
        has_posts=asked.only != "work",
        has_work=asked.only != "posts",
        first=asked.first,
        last=asked.last,
        privacy=ical.Privacy(asked.privacy),
    )
    today = datetime.now(UTC).astimezone(ZoneInfo(board.plan.zone)).date()
    write_whole(asked.out, ical.calendar(board, counters, scope, words(), board.plan.name, today))


def words() -> ical.Words:
    """The words of an iCalendar file in the language spoken now."""
    return ical.Words(
        statuses={status: wording.status(status) for status in Status},
        activities={activity: wording.activity(activity) for activity in ACTIVITIES},
        busy=translate("Feeds", "Busy"),
        nothing=translate("Feeds", "No entries"),
        untitled=wording.untitled(),
    )


def write_whole(out: Path, data: bytes) -> None:
    """Put `data` in the file's place in one step. Raises Refused; the old file stays then."""
    part = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Refused(_cannot_write(out)) from error


def _cannot_write(out: Path) -> str:
    sentence = translate("Commands", "{file} cannot be written. Check the folder, its rights and the free space.")
    return sentence.format(file=out)


def _platform_ids(keys: list[str], platforms: tuple[Platform, ...]) -> frozenset[int] | None:
    by_key = {platform.key: platform.id for platform in platforms}
    for key in keys:
        if key not in by_key:
            sentence = translate("Commands", "The plan has no platform “{key}”. Its platforms are: {known}.")
            raise Refused(sentence.format(key=key, known=", ".join(by_key)))
    return frozenset(by_key[key] for key in keys) if keys else None
