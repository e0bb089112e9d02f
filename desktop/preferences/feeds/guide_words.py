"""What has to be done in each client to see the plan there, and what it does not do; simple HTML.

A client that runs on this computer can read the address on this computer; one that fetches from a data centre cannot
and needs a published address. What is left is importing a copy, which nobody refreshes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

MOST_STEPS = 4


class Client(StrEnum):
    """A program that shows calendars."""

    OUTLOOK_CLASSIC = "outlook-classic"
    OUTLOOK_NEW = "outlook-new"  # Outlook.com is the same
    GOOGLE = "google"
    APPLE = "apple"
    THUNDERBIRD = "thunderbird"


@dataclass(frozen=True, slots=True)
class Ways:
    """What is set up: the address on this computer, files in a folder, a published address; and the file's name."""

    is_subscribable: bool = False
    has_folder: bool = False
    is_published: bool = False
    file: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """Steps in order, and the limits of the way they lead."""

    steps: tuple[str, ...]
    limits: str


def guide(client: Client, ways: Ways) -> Guide:
    """The steps in a client: a subscription where one is possible, else a copy that is imported once."""
    match client:
        case Client.OUTLOOK_CLASSIC:
            return _outlook_classic(ways)
        case Client.OUTLOOK_NEW:
            return _outlook_new(ways)
        case Client.GOOGLE:
            return _google(ways)
        case Client.APPLE:
            return _apple(ways)
        case Client.THUNDERBIRD:
            return _thunderbird(ways)


def _outlook_classic(ways: Ways) -> Guide:
    if not ways.is_subscribable and not ways.is_published:
        copy = (
            _get_file(ways),
            translate("FeedGuide", "Choose <b>File › Open &amp; Export › Import/Export</b>."),
            translate("FeedGuide", "Choose <b>Import an iCalendar file</b> and the file."),
            translate("FeedGuide", "Click <b>Open as New</b>: then nothing mixes with your own calendar."),
        )
        limits = translate(
            "FeedGuide", "A copy does not change any more. Switch on the subscription above for one that does."
        )
        return Guide(copy, limits)
    steps = (
        translate("FeedGuide", "Choose <b>Home › Add Calendar</b> in the calendar."),
        translate("FeedGuide", "Click <b>From Internet</b>."),
        _paste_and_ok(ways),
        translate("FeedGuide", "Done: Outlook asks for changes with every <b>Send/Receive</b>."),
    )
    return Guide(steps, _while_it_runs(ways, translate("FeedGuide", "Outlook shows no reminders of subscriptions.")))


def _outlook_new(ways: Ways) -> Guide:
    if not ways.is_published:
        copy = (
            _get_file(ways),
            translate("FeedGuide", "Click <b>Add calendar</b> in the calendar."),
            translate("FeedGuide", "Choose <b>Upload from file</b> and the file."),
            translate("FeedGuide", "Choose a calendar of its own and click <b>Import</b>."),
        )
        limits = translate(
            "FeedGuide",
            "Microsoft does not reach your computer, and a copy does not change any more. A published address does.",
        )
        return Guide(copy, limits)
    steps = (
        translate("FeedGuide", "Click <b>Add calendar</b> in the calendar."),
        translate("FeedGuide", "Choose <b>Subscribe from web</b>."),
        translate("FeedGuide", "Paste the published address, name the calendar and click <b>Import</b>."),
        translate("FeedGuide", "Done: Microsoft fetches the plan by itself."),
    )
    limits = translate("FeedGuide", "About every 3 hours, sometimes only after a day. It shows no reminders.")
    return Guide(steps, limits)


def _google(ways: Ways) -> Guide:
    if not ways.is_published:
        copy = (
            _get_file(ways),
            translate("FeedGuide", "Open <b>calendar.google.com</b> on a computer."),
            translate("FeedGuide", "Gear, <b>Settings</b>, then <b>Import &amp; export</b>: choose the file."),
            translate("FeedGuide", "Choose a calendar of its own and click <b>Import</b>."),
        )
        limits = translate(
            "FeedGuide",
            "Google does not reach your computer, and a copy does not change any more. A published address does.",
        )
        return Guide(copy, limits)
    steps = (
        translate("FeedGuide", "Open <b>calendar.google.com</b> on a computer."),
        translate("FeedGuide", "Click the plus beside <b>Other calendars</b>, then <b>From URL</b>."),
        translate("FeedGuide", "Paste the published address and click <b>Add calendar</b>."),
        translate("FeedGuide", "Done: it also shows in the app on your phone."),
    )
    limits = translate(
        "FeedGuide",
        "Google fetches every 4 to 24 hours and has no button for it. Reminders are those of the Google calendar.",
    )
    return Guide(steps, limits)


def _apple(ways: Ways) -> Guide:
    if not ways.is_subscribable and not ways.is_published:
        copy = (
            _get_file(ways),
            translate("FeedGuide", "Choose <b>File › Import</b> on the Mac, and the file."),
            translate("FeedGuide", "Choose <b>New Calendar</b>: then nothing mixes with your own."),
        )
        limits = translate(
            "FeedGuide", "A copy does not change any more. Switch on the subscription above for one that does."
        )
        return Guide(copy, limits)
    if ways.is_published:
        online = (
            translate("FeedGuide", "Choose <b>File › New Calendar Subscription</b> on the Mac."),
            translate("FeedGuide", "Paste the published address and click <b>Subscribe</b>."),
            translate("FeedGuide", "Location <b>iCloud</b>: then it is on iPhone and iPad too."),
            translate("FeedGuide", "Set <b>Auto-refresh</b>, for example every hour."),
        )
        limits = translate("FeedGuide", "On the iPhone alone: Calendars › Add Calendar › Add Subscription Calendar.")
        return Guide(online, limits)
    steps = (
        translate("FeedGuide", "Choose <b>File › New Calendar Subscription</b> on the Mac."),
        translate("FeedGuide", "Paste the address above and click <b>Subscribe</b>."),
        translate("FeedGuide", "Location <b>On My Mac</b>: iCloud does not reach your computer."),
        translate("FeedGuide", "Set <b>Auto-refresh</b>, for example every 5 minutes."),
    )
    limits = translate("FeedGuide", "Only while Wochenwerk runs. iPhone and iPad need a published address.")
    return Guide(steps, limits)


def _thunderbird(ways: Ways) -> Guide:
    if not ways.is_subscribable and not ways.is_published:
        copy = (
            _get_file(ways),
            translate("FeedGuide", "Choose <b>Events and Tasks › Import</b>, and the file."),
            translate("FeedGuide", "Choose a new calendar of its own and import."),
        )
        limits = translate(
            "FeedGuide",
            "Importing again brings nothing new: Thunderbird skips what it knows. A subscription follows every change.",
        )
        return Guide(copy, limits)
    steps = (
        translate("FeedGuide", "Click <b>New Calendar</b> in the calendar."),
        translate("FeedGuide", "Choose <b>On the Network</b>."),
        _paste(ways),
        translate("FeedGuide", "Click <b>Find Calendars</b>, then <b>Subscribe</b>."),
    )
    own = translate("FeedGuide", "Thunderbird asks every 30 minutes and names the calendar after the file.")
    return Guide(steps, _while_it_runs(ways, own))


def _get_file(ways: Ways) -> str:
    """The first step of every import: have the file."""
    if not ways.has_folder:
        return translate("FeedGuide", "Export the file above.")
    return translate("FeedGuide", "Take <b>{file}</b> from your folder.").format(file=escape(ways.file))


def _paste(ways: Ways) -> str:
    if ways.is_subscribable:
        return translate("FeedGuide", "Paste the address above.")
    return translate("FeedGuide", "Paste the published address.")


def _paste_and_ok(ways: Ways) -> str:
    if ways.is_subscribable:
        return translate("FeedGuide", "Paste the address above and confirm with <b>OK</b>.")
    return translate("FeedGuide", "Paste the published address and confirm with <b>OK</b>.")


def _while_it_runs(ways: Ways, more: str) -> str:
    """The limits of an address that answers only while the program runs, and one more."""
    if not ways.is_subscribable:
        return more
    return translate("FeedGuide", "It is refreshed only while Wochenwerk runs. {more}").format(more=more)
