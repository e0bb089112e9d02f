"""`wochenwerk import FILE.ics`: a calendar's busy times behind the week, in one transaction."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db.busy import keep_content, load_busy_calendars, put_busy_calendar
from db.feed_records import BusyCalendar, BusyContent, BusySource
from db.plan import load_plan
from desktop import busy_words
from desktop.busy_keeper import DAYS_AFTER, DAYS_BEFORE
from desktop.busy_reading import source_bytes
from desktop.commands import Refused
from desktop.commands.output import say
from desktop.commands.plan_source import empty_board, make, opened
from desktop.delivery.busy_states import FileProblem
from desktop.delivery.reading_apart import read_apart
from desktop.feeds.findings import Unreadable
from desktop.settings import Settings
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from db.journal import Writer
    from db.records import Plan
    from desktop.feeds.findings import Reading

translate = QCoreApplication.translate


def run(asked: argparse.Namespace) -> None:
    """Add the calendar, or put its content in the place of what was imported from the same file before."""
    path, data = Settings().plan_file(asked.plan), _bytes(asked.file)
    if asked.demo or path.exists():
        with opened(asked) as store:
            reading = _read(asked.file, data, store.read(load_plan))
            known = _known(store.read(load_busy_calendars), asked.file)
            if not asked.dry_run:
                store.write(_put, asked.file, data, reading)
    else:
        plan, known = empty_board(asked).plan, None
        reading = _read(asked.file, data, plan)
        if not asked.dry_run:
            make(path, plan, _put, asked.file, data, reading)
    say(_summary(known.name if known else _name(asked.file, reading), reading, known is None, is_dry=asked.dry_run))


def _bytes(file: Path) -> bytes:
    try:
        return source_bytes(BusySource.FILE, str(file), _go_on)
    except Unreadable as unreadable:
        raise _refused(file, unreadable.code) from unreadable
    except FileNotFoundError as error:
        raise _refused(file, FileProblem.FILE_MISSING) from error
    except OSError as error:
        raise _refused(file, FileProblem.FILE_CLOSED) from error


def _read(file: Path, data: bytes, plan: Plan) -> Reading:
    zone = ZoneInfo(plan.zone)
    today = utc_now().astimezone(zone).date()
    days = today - timedelta(days=DAYS_BEFORE), today + timedelta(days=DAYS_AFTER)
    try:
        return read_apart(data, zone, *days, _go_on)
    except Unreadable as unreadable:
        raise _refused(file, unreadable.code) from unreadable


def _go_on() -> None:
    """Nobody stops it but Ctrl+C, which ends the process that reads, too."""


def _refused(file: Path, code: str) -> Refused:
    sentence = translate("Commands", "{file}: {problem} Nothing was imported.")
    return Refused(sentence.format(file=file, problem=busy_words.problem(code)))


def _name(file: Path, reading: Reading) -> str:
    return reading.name or file.stem


def _known(calendars: Iterable[BusyCalendar], file: Path) -> BusyCalendar | None:
    """The calendar that was copied from this file before."""
    place = (BusySource.FILE, str(file.resolve()))
    return next((each for each in calendars if (each.source, each.address) == place), None)


def _put(writer: Writer, file: Path, data: bytes, reading: Reading) -> None:
    known = _known(load_busy_calendars(writer.connection), file)
    if known is None:
        address = str(file.resolve())
        known = BusyCalendar(0, str(uuid4()), _name(file, reading), BusySource.FILE, address)
        put_busy_calendar(writer, known)
    keep_content(writer.connection, BusyContent(known.uid, data, writer.now))


def _summary(name: str, reading: Reading, is_new: bool, *, is_dry: bool) -> str:
    if is_new and is_dry:
        pattern = translate("Commands", "Calendar “{name}” would be added: {times}.")
    elif is_new:
        pattern = translate("Commands", "Calendar “{name}” added: {times}.")
    elif is_dry:
        pattern = translate("Commands", "Calendar “{name}” would be read again: {times}.")
    else:
        pattern = translate("Commands", "Calendar “{name}” read again: {times}.")
    told = pattern.format(name=name, times=busy_words.times(len(reading.times)))
    return " ".join((told, *busy_words.findings(reading.skipped, reading.unknown_zones)))
