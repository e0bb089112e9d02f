"""The calendars behind the week in words: how they stand, what was left out, and what the user can do about it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.feed_records import BusyCalendar, BusySource
from desktop import wording
from desktop.delivery.busy_states import BusyState, BusyStep, FileProblem
from desktop.delivery.problems import ProblemCode
from desktop.feed_words import Said
from desktop.feeds.findings import SkipCode, UnreadableCode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from desktop.feeds.findings import Skipped

translate = QCoreApplication.translate

NAMED_ZONES = 3  # so many unknown zones are named, the others are implied
_HOUR = 60  # minutes


def problem(code: str) -> str:
    """Why a calendar could not be read, and what to do; `code` as in `BusyState.problem`."""
    words: dict[str, str] = {
        FileProblem.FILE_MISSING: translate("BusyWords", "The file is not there. Was it moved, or is a drive missing?"),
        FileProblem.FILE_CLOSED: translate("BusyWords", "The file cannot be opened. Check who may read it."),
        UnreadableCode.EMPTY: translate("BusyWords", "The file is empty. Export it again."),
        UnreadableCode.NOT_A_CALENDAR: translate(
            "BusyWords", "That is no calendar. Have the other program save an .ics file, or take its address."
        ),
        UnreadableCode.TOO_BIG: translate("BusyWords", "The calendar is larger than 20 MB. Export fewer years of it."),
        UnreadableCode.TOO_MANY: translate(
            "BusyWords", "The calendar has more than 20,000 events. Export fewer years of it."
        ),
        UnreadableCode.BROKEN: translate("BusyWords", "None of its events can be read. Export it again."),
        UnreadableCode.NO_START: translate("BusyWords", "None of its events says when it takes place."),
        UnreadableCode.TOO_OFTEN: translate("BusyWords", "All of its events repeat by the minute or the second."),
        UnreadableCode.TOO_LONG: translate("BusyWords", "Reading it takes too long. Export fewer years of it."),
        ProblemCode.UNREACHABLE: translate(
            "BusyWords", "The server cannot be reached. Check the network and the address."
        ),
        ProblemCode.TIMEOUT: translate("BusyWords", "The server takes too long to answer."),
        ProblemCode.CERTIFICATE: translate(
            "BusyWords", "The server's certificate does not fit. Check the address, or ask your provider."
        ),
        ProblemCode.NOT_HTTPS: translate(
            "BusyWords", "The address has to begin with https://, so that nobody reads along."
        ),
        ProblemCode.BAD_ADDRESS: translate("BusyWords", "The address is not complete. Copy it from your provider."),
        ProblemCode.PASSWORD: translate(
            "BusyWords", "The server wants a password. Use the calendar's secret address from your provider."
        ),
        ProblemCode.FORBIDDEN: translate(
            "BusyWords", "The server does not show it. Use the calendar's secret address from your provider."
        ),
        ProblemCode.NOT_FOUND: translate("BusyWords", "There is nothing at this address. Copy it from your provider."),
        ProblemCode.REDIRECT: translate("BusyWords", "The address leads somewhere else. Copy it from your provider."),
    }
    fallback = translate("BusyWords", "The server gave no sensible answer. Ask your provider if that stays so.")
    return words.get(code, fallback)


def source(calendar: BusyCalendar) -> str:
    """Where a calendar comes from, in a few words."""
    match calendar.source:
        case BusySource.FILE:
            return translate("BusyWords", "Copied from a file")
        case BusySource.WATCHED:
            return translate("BusyWords", "Follows a file")
        case BusySource.ADDRESS:
            return translate("BusyWords", "From an address")


def times(count: int) -> str:
    """How many times a calendar has."""
    return translate("BusyWords", "%n busy time(s)", "", count)


def state(calendar: BusyCalendar, of: BusyState, now: datetime, zone: ZoneInfo) -> Said:
    """How a calendar stands in one line; `now` is an instant, `zone` the plan's."""
    if of.step is BusyStep.READING:
        return Said(translate("BusyWords", "Being read"))
    if of.problem:
        return Said(problem(of.problem), "warn" if of.read_at is not None else "danger")
    if of.read_at is None:
        return Said(translate("BusyWords", "Not read yet"))
    since = _since(of.read_at, now, zone) if calendar.source is not BusySource.FILE else times(of.count)
    return Said(since, "ok")


def findings(skipped: Iterable[Skipped], unknown_zones: Iterable[str]) -> list[str]:
    """What was not understood of a calendar, in sentences."""
    counts = Counter(each.code for each in skipped)
    found = []
    if count := counts[SkipCode.NO_START]:
        found.append(translate("BusyWords", "%n event(s) without a time left out.", "", count))
    if count := counts[SkipCode.BROKEN]:
        found.append(translate("BusyWords", "%n broken event(s) left out.", "", count))
    if count := counts[SkipCode.TOO_OFTEN]:
        found.append(translate("BusyWords", "%n event(s) that repeat by the minute left out.", "", count))
    if count := counts[SkipCode.RULE]:
        found.append(translate("BusyWords", "%n event(s) with a rule that nobody understands left out.", "", count))
    if zones := list(unknown_zones):
        named = ", ".join(translate("BusyWords", "“{name}”").format(name=name) for name in zones[:NAMED_ZONES])
        sentence = translate("BusyWords", "Unknown time zone {zones}: its times are taken for those of the plan.")
        found.append(sentence.format(zones=named))
    return found


def _since(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    minutes = max(int((now - at).total_seconds()) // 60, 0)
    if minutes < 1:
        return translate("BusyWords", "Read just now")
    if minutes < _HOUR:
        return translate("BusyWords", "Read %n minute(s) ago", "", minutes)
    local = at.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return translate("BusyWords", "Read at {time}").format(time=wording.clock(local))
    pattern = translate("BusyWords", "Read on {day} at {time}")
    return pattern.format(day=wording.day_plain(local.date()), time=wording.clock(local))
