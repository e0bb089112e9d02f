"""What becomes of calendars on their way out and in, in words: what is, and what the user can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from db.feed_records import Delivery, DeliveryKind, Privacy
from desktop import wording
from desktop.delivery.problems import ProblemCode
from desktop.delivery.states import DeliveryState, DeliveryStep, Subscription

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from zoneinfo import ZoneInfo

    from desktop.feeds.guard import Shortened

translate = QCoreApplication.translate

Tone = Literal["ok", "plain", "warn", "danger"]
_HOUR = 60  # minutes


@dataclass(frozen=True, slots=True)
class Said:
    """A state in one line: its words and how much they matter. `detail` is the small print, "" for none."""

    text: str
    tone: Tone = "plain"
    detail: str = ""


def problem(of: ProblemCode) -> str:
    """Why a calendar did not arrive, and what to do."""
    words = {
        ProblemCode.UNREACHABLE: translate(
            "FeedWords", "The server cannot be reached. Check the network and the address."
        ),
        ProblemCode.TIMEOUT: translate("FeedWords", "The server takes too long to answer."),
        ProblemCode.CERTIFICATE: translate(
            "FeedWords",
            "The server's certificate does not fit, so nothing was sent. Check the address, or ask your provider.",
        ),
        ProblemCode.NOT_HTTPS: translate(
            "FeedWords", "The address has to begin with https://, so that nobody reads along."
        ),
        ProblemCode.BAD_ADDRESS: translate("FeedWords", "The address is not complete. Copy it from your provider."),
        ProblemCode.PASSWORD: translate(
            "FeedWords",
            "The server does not take this name and password. Enter them again; many providers want an app password.",
        ),
        ProblemCode.NO_PASSWORD: translate("FeedWords", "The password is not on this computer. Enter it again."),
        ProblemCode.NO_KEYRING: translate(
            "FeedWords", "The keyring of this computer does not answer. Unlock it, then enter the password again."
        ),
        ProblemCode.FORBIDDEN: translate("FeedWords", "You may not write there. Choose another place on the server."),
        ProblemCode.NOT_WEBDAV: translate(
            "FeedWords", "The server takes no files there. Ask your provider for the WebDAV address."
        ),
        ProblemCode.STOPPED: translate("FeedWords", "Stopped before everything was there."),
        ProblemCode.NOT_FOUND: translate("FeedWords", "The server knows no such place. Check the path of the address."),
        ProblemCode.CHANGED_THERE: translate(
            "FeedWords", "Something else lies there and was left alone. Choose another file name or an empty calendar."
        ),
        ProblemCode.LOCKED: translate("FeedWords", "Another program holds it right now."),
        ProblemCode.SERVER: translate(
            "FeedWords", "The server gave no sensible answer. Ask your provider if that stays so."
        ),
        ProblemCode.SERVER_FULL: translate("FeedWords", "There is no room left on the server. Free some space there."),
        ProblemCode.NOT_A_CALENDAR: translate(
            "FeedWords", "There is no calendar at this address. Choose one of those that the server offers."
        ),
        ProblemCode.TOO_BIG: translate(
            "FeedWords", "The server takes nothing so large. Leave work blocks out, or take fewer days."
        ),
        ProblemCode.REDIRECT: translate("FeedWords", "The server names another address. Enter that one."),
        ProblemCode.FOLDER_MISSING: translate(
            "FeedWords", "The folder is not there. Connect the drive, or choose another folder."
        ),
        ProblemCode.FOLDER_CLOSED: translate("FeedWords", "The folder cannot be written to. Choose another one."),
        ProblemCode.DISK_FULL: translate("FeedWords", "There is no room left on the disk. Free some space."),
        ProblemCode.PORT_TAKEN: translate(
            "FeedWords", "Another program uses the address. Close it, or restart the computer."
        ),
        ProblemCode.NOTHING: translate("FeedWords", "There is no calendar to bring. Add one to the list below."),
    }
    return words[of]


def step(of: DeliveryStep, kind: DeliveryKind) -> str:
    """Where a delivery stands, without when and why."""
    is_folder = kind is DeliveryKind.FOLDER
    match of:
        case DeliveryStep.WAITING:
            return (
                translate("FeedWords", "Written in a moment")
                if is_folder
                else translate("FeedWords", "Published in a moment")
            )
        case DeliveryStep.WORKING:
            return translate("FeedWords", "Being written") if is_folder else translate("FeedWords", "Being published")
        case DeliveryStep.DONE:
            return translate("FeedWords", "Up to date")
        case DeliveryStep.OFFLINE:
            return translate("FeedWords", "Waits for another try")
        case DeliveryStep.REFUSED:
            return translate("FeedWords", "Needs you")
        case DeliveryStep.OFF:
            return translate("FeedWords", "Switched off")
        case DeliveryStep.ELSEWHERE:
            return translate("FeedWords", "Set up on another computer, which keeps it up to date")


def delivery_state(delivery: Delivery, state: DeliveryState, now: datetime, zone: ZoneInfo) -> Said:
    """How a delivery stands; `now` is an instant, `zone` the plan's."""
    words = step(state.step, delivery.kind)
    match state.step:
        case DeliveryStep.DONE if state.at is not None:
            return Said(_since(state.at, now, zone, delivery.kind is DeliveryKind.FOLDER), "ok")
        case DeliveryStep.DONE:
            return Said(words, "ok")
        case DeliveryStep.OFFLINE:
            why = words if state.problem is None else problem(state.problem)
            if state.retry_at is not None:
                again = wording.clock(state.retry_at.astimezone(zone))
                why = translate("FeedWords", "{why} Next try at {time}.").format(why=why, time=again)
            return Said(why, "warn", state.detail)
        case DeliveryStep.REFUSED:
            return Said(words if state.problem is None else problem(state.problem), "danger", state.detail)
        case DeliveryStep.ELSEWHERE if delivery.machine:
            named = translate("FeedWords", "Set up on “{computer}”, which keeps it up to date")
            return Said(named.format(computer=delivery.machine.rpartition("-")[0] or delivery.machine))
    return Said(words)


def subscription(of: Subscription) -> Said:
    """Whether programs on this computer can read the calendars, and how many do."""
    if not of.is_on:
        return Said(translate("FeedWords", "Switched off"))
    if of.problem is not None:
        return Said(problem(of.problem), "danger")
    if not of.port:
        return Said(translate("FeedWords", "Being switched on"))
    readers = of.readers
    if not readers:
        return Said(translate("FeedWords", "Reachable, nobody has subscribed yet"), "ok")
    return Said(translate("FeedWords", "Reachable, %n subscription(s) active", "", readers), "ok")


def folder_in_short(state: DeliveryState) -> Said:
    """The state of the files in the folder in three words, for the side bar."""
    match state.step:
        case DeliveryStep.OFFLINE | DeliveryStep.REFUSED:
            return Said(translate("FeedWords", "Calendar file is old"), "warn")
        case DeliveryStep.WAITING | DeliveryStep.WORKING:
            return Said(translate("FeedWords", "Writing calendar file"))
    return Said(translate("FeedWords", "Calendar file up to date"))


def refused_in_short() -> Said:
    """The state of a published calendar for which its user has to do something, likewise."""
    return Said(translate("FeedWords", "Calendar not published"), "warn")


def left_out(of: Shortened) -> str:
    """What a calendar had to leave out."""
    words = {
        "past": translate("FeedWords", "what is over"),
        "texts": translate("FeedWords", "the posts' texts"),
        "future": translate("FeedWords", "what lies far ahead"),
    }
    return words[of]


def shortened(name: str, of: Collection[Shortened]) -> str:
    """What a calendar had to leave out, why, and what to do."""
    what = ", ".join(left_out(each) for each in sorted(of, key=("past", "texts", "future").index))
    pattern = translate(
        "FeedWords",
        "“{name}” would be too large for Google. Left out: {what}. Take fewer days, or several calendars.",
    )
    return pattern.format(name=name, what=what)


def privacy(of: Privacy) -> str:
    """How much a calendar tells, in a word or two."""
    match of:
        case Privacy.FULL:
            return translate("FeedWords", "Everything")
        case Privacy.TITLES:
            return translate("FeedWords", "Titles only")
        case Privacy.BUSY:
            return translate("FeedWords", "Only “Busy”")


def delivery_kind(of: DeliveryKind) -> str:
    """How a calendar leaves the program."""
    match of:
        case DeliveryKind.FOLDER:
            return translate("FeedWords", "Files in a folder")
        case DeliveryKind.WEBDAV:
            return translate("FeedWords", "File on your web space")
        case DeliveryKind.CALDAV:
            return translate("FeedWords", "Online calendar")


def last_export(day: date, events: int) -> str:
    """When the plan was last exported, and how much: Last on 16 Nov, 31 events."""
    count = translate("FeedWords", "%n event(s)", "", events)
    return translate("FeedWords", "Last on {day}, {events}").format(day=wording.day_plain(day), events=count)


def _since(at: datetime, now: datetime, zone: ZoneInfo, is_folder: bool) -> str:
    """How long ago something was written or published."""
    minutes = max(int((now - at).total_seconds()) // 60, 0)
    if minutes < 1:
        return translate("FeedWords", "Written just now") if is_folder else translate("FeedWords", "Published just now")
    if minutes < _HOUR:
        if is_folder:
            return translate("FeedWords", "Written %n minute(s) ago", "", minutes)
        return translate("FeedWords", "Published %n minute(s) ago", "", minutes)
    local = at.astimezone(zone)
    when = {"day": wording.day_plain(local.date()), "time": wording.clock(local)}
    if local.date() == now.astimezone(zone).date():
        pattern = (
            translate("FeedWords", "Written at {time}") if is_folder else translate("FeedWords", "Published at {time}")
        )
        return pattern.format(**when)
    pattern = (
        translate("FeedWords", "Written on {day} at {time}")
        if is_folder
        else translate("FeedWords", "Published on {day} at {time}")
    )
    return pattern.format(**when)
