"""What was found at a published address, in plain words: who sees the plan there, why not, and how old it is.

The codes come with what looks at addresses, which loads much: only who has a report needs the words for one.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.delivery.self_check import Finding, FindingCode, Reader, Report, Sight
from desktop.feed_words import Said, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

translate = QCoreApplication.translate

_CURRENT = frozenset({FindingCode.CURRENT})
_REMARKS = frozenset({FindingCode.CONTENT_TYPE})


def finding(of: Finding) -> str:
    """One thing that was found, and what to do about it."""
    patterns = {
        FindingCode.BAD_ADDRESS: translate("Check", "The public address is not complete. Copy it from your provider."),
        FindingCode.UNREACHABLE: translate("Check", "{detail} cannot be reached. Check the network and the address."),
        FindingCode.TIMEOUT: translate("Check", "{detail} takes too long to answer. Try again later."),
        FindingCode.CERTIFICATE: translate(
            "Check", "The server's certificate does not fit, so other programs refuse it. Ask your provider."
        ),
        FindingCode.PASSWORD: translate(
            "Check", "A password is asked for, which other programs do not have. Share it without one."
        ),
        FindingCode.FORBIDDEN: translate("Check", "The server lets nobody read it. Share it publicly there."),
        FindingCode.NOT_FOUND: translate("Check", "Nothing lies at the public address. Check its path."),
        FindingCode.SERVER: translate("Check", "The server answers with an error ({detail}). Ask your provider."),
        FindingCode.REDIRECT: translate("Check", "The address leads on to {detail}. Enter the address at the end."),
        FindingCode.PAGE: translate(
            "Check", "A web page lies there instead of a calendar. Use the direct link to the file, not the share page."
        ),
        FindingCode.NOT_A_CALENDAR: translate("Check", "What lies there is no whole calendar. Publish it again."),
        FindingCode.TOO_BIG: translate("Check", "More than 5 MB lie there. Take fewer days or leave work blocks out."),
        FindingCode.NOT_HTTPS: translate("Check", "The address does not begin with https://. Use the secure one."),
        FindingCode.THIS_COMPUTER: translate(
            "Check", "The address is one of this computer, which nobody else reaches."
        ),
        FindingCode.THIS_NETWORK: translate(
            "Check", "The address is one of your own network, which nobody reaches from the internet."
        ),
        FindingCode.ROBOTS: translate("Check", "robots.txt of the website keeps Google out. Allow this file there."),
        FindingCode.NO_ENDING: translate("Check", "The address does not end with .ics, which the new Outlook wants."),
        FindingCode.CONTENT_TYPE: translate(
            "Check", "The server calls it “{detail}” instead of “text/calendar”. Most programs take it all the same."
        ),
        FindingCode.METHOD: translate(
            "Check", "It says METHOD:{detail}, which Outlook takes for an invitation. Publish it again."
        ),
        FindingCode.MANY_BYTES: translate(
            "Check", "It is larger than 1 MB: Google leaves events out. Take fewer days."
        ),
        FindingCode.MANY_EVENTS: translate(
            "Check", "It has more than 1,000 events: Google leaves some out. Take fewer days."
        ),
        FindingCode.EMPTY: translate("Check", "There is no event in it, which Outlook takes for a broken file."),
        FindingCode.CURRENT: translate("Check", "Exactly your plan lies there."),
        FindingCode.OLDER: translate("Check", "An older state of your plan lies there. Publish it again."),
        FindingCode.OTHER: translate("Check", "Another calendar lies there. Check the public address."),
    }
    return patterns[of.code].format(detail=of.detail)


def reader(of: Reader) -> str:
    """A kind of program by its name."""
    match of:
        case Reader.OUTLOOK:
            return translate("Check", "Outlook (classic)")
        case Reader.OUTLOOK_COM:
            return translate("Check", "new Outlook")
        case Reader.GOOGLE:
            return translate("Check", "Google Calendar")
        case Reader.APPLE:
            return translate("Check", "Apple Calendar")
        case Reader.THUNDERBIRD:
            return translate("Check", "Thunderbird")


def sight(of: Sight, readers: Sequence[Reader]) -> str:
    """What these programs see."""
    names = ", ".join(map(reader, readers))
    match of:
        case Sight.YES:
            return translate("Check", "Can be seen in: {names}").format(names=names)
        case Sight.PARTLY:
            return translate("Check", "Not all of it, or not surely, in: {names}").format(names=names)
        case Sight.NO:
            return translate("Check", "Cannot be seen in: {names}").format(names=names)


def report(of: Report, now: datetime, zone: ZoneInfo) -> tuple[Said, ...]:
    """The whole report: who sees the plan, what was found, how old it is. `now` is an instant, `zone` the plan's."""
    tones: dict[Sight, Tone] = {Sight.YES: "ok", Sight.PARTLY: "warn", Sight.NO: "danger"}
    lines = []
    for seen, tone in tones.items():
        readers = [verdict.reader for verdict in of.verdicts if verdict.sight is seen]
        if readers:
            lines.append(Said(sight(seen, readers), tone))
    hindering = {code for verdict in of.verdicts if verdict.sight is Sight.NO for code in verdict.because}
    for each in of.findings:
        grave: Tone = "danger" if each.code in hindering else "warn"
        tone = "ok" if each.code in _CURRENT else "plain" if each.code in _REMARKS else grave
        lines.append(Said(finding(each), tone))
    if of.newest is not None:
        lines.append(Said(_age(of.newest, now, zone, of.events)))
    return tuple(lines)


def _age(newest: datetime, now: datetime, zone: ZoneInfo, events: int) -> str:
    local = newest.astimezone(zone)
    days = (now.astimezone(zone).date() - local.date()).days
    count = translate("Check", "%n event(s)", "", events)
    if days < 1:
        pattern = translate("Check", "{events}, last changed today at {time}")
    elif days == 1:
        pattern = translate("Check", "{events}, last changed yesterday at {time}")
    else:
        pattern = translate("Check", "{events}, last changed on {day} at {time}")
    return pattern.format(events=count, day=wording.day_with_year(local.date()), time=wording.clock(local))
