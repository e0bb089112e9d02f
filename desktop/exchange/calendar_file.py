"""The plan as one iCalendar file, and files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db.errors import PlanExists
from db.media import belongs_to
from db.records import ACTIVITIES, Board, Revision, Status
from desktop import wording
from desktop.exchange import Refused
from desktop.feeds import ical

translate = QCoreApplication.translate


def calendar_bytes(board: Board, counters: Mapping[str, Revision], scope: ical.Scope) -> bytes:
    """The file's content, in the language spoken now. `board` holds the whole plan."""
    today = datetime.now(UTC).astimezone(ZoneInfo(board.plan.zone)).date()
    return ical.calendar(board, counters, scope, _words(), board.plan.name, today)


def write_whole(out: Path, data: bytes, plan: Path) -> None:
    """Put `data` in the file's place in one step. Raises Refused; the old file stays then.

    The files of the plan at `plan` are never overwritten. What is no file, a pipe or a device, is written into.
    """
    if belongs_to(out, plan):
        raise Refused(wording.problem(PlanExists(out)))
    target = out.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Refused(_cannot_write(out)) from error


def _words() -> ical.Words:
    return ical.Words(
        statuses={status: wording.status(status) for status in Status},
        activities={activity: wording.activity(activity) for activity in ACTIVITIES},
        busy=translate("Feeds", "Busy"),
        nothing=translate("Feeds", "No entries"),
        untitled=wording.untitled(),
    )


def _cannot_write(out: Path) -> str:
    sentence = translate("Commands", "{file} cannot be written. Check the folder, its rights and the free space.")
    return sentence.format(file=out)
