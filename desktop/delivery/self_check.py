"""Fetch a published address as a calendar program would, and tell which programs will see the plan there.

What each kind of program needs is written down from what their makers say and what was tried: Google and Outlook.com
fetch from their own servers, hence no address of this computer or this network, and no password; Google follows
robots.txt and drops events beyond 1 MB or about 1,000 events.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from icalendar.parser import Contentline, Contentlines

from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.web import Answer, Visit, checked_address

MOST_SECONDS = 10.0
MOST_REDIRECTS = 3
MOST_BYTES = 5_000_000
GOOGLE_BYTES = 1_000_000
GOOGLE_EVENTS = 1_000

_GOOGLES = ("Google-Calendar-Importer", "Googlebot")
_ROBOTS_BYTES = 500_000  # what Google reads of it
_DETAIL_LENGTH = 80
_STAMP = re.compile(r"\d{8}T\d{6}Z")


class Reader(StrEnum):
    """The kinds of programs that subscribe to addresses."""

    OUTLOOK = "outlook"  # the classic one, which fetches on the user's computer
    OUTLOOK_COM = "outlook_com"  # Outlook.com and the new Outlook, whose servers fetch
    GOOGLE = "google"
    APPLE = "apple"
    THUNDERBIRD = "thunderbird"


class Sight(StrEnum):
    """Whether a program sees the plan."""

    YES = "yes"
    PARTLY = "partly"  # or not surely
    NO = "no"


class FindingCode(StrEnum):
    """What was found at an address. `detail` of the finding is named behind each, "" where nothing is."""

    # nothing could be read
    BAD_ADDRESS = "bad_address"
    UNREACHABLE = "unreachable"  # host
    TIMEOUT = "timeout"  # host
    CERTIFICATE = "certificate"  # host and why
    PASSWORD = "password"  # noqa: S105 - a login is asked for
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    SERVER = "server"  # status
    REDIRECT = "redirect"  # too many, or to an address that is not https: that address
    PAGE = "page"  # a web page instead of a calendar, like the share pages of cloud storage
    NOT_A_CALENDAR = "not_a_calendar"  # nothing, something else, or a calendar with broken or missing lines
    TOO_BIG = "too_big"  # over 5 MB
    # read, but
    NOT_HTTPS = "not_https"
    THIS_COMPUTER = "this_computer"  # the address is one of this computer
    THIS_NETWORK = "this_network"  # or of the network at home
    ROBOTS = "robots"  # robots.txt forbids it to Google
    NO_ENDING = "no_ending"  # the address does not end with .ics
    CONTENT_TYPE = "content_type"  # it is not called text/calendar: what it is called
    METHOD = "method"  # another METHOD than PUBLISH: that one
    MANY_BYTES = "many_bytes"  # over 1 MB
    MANY_EVENTS = "many_events"  # over 1,000
    EMPTY = "empty"  # no event at all
    # whose it is
    CURRENT = "current"  # exactly the plan
    OLDER = "older"  # the plan, in an earlier state
    OTHER = "other"  # another calendar


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; `detail` as `FindingCode` says."""

    code: FindingCode
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one kind of program sees the plan, and why not, or not all or not surely."""

    reader: Reader
    sight: Sight
    because: tuple[FindingCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What lies at an address. `newest` is the last change named in it, `stored_at` when the server got it: instants.

    `address` is the one that answered in the end. Without a calendar there `size` and `events` are 0.
    """

    address: str
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    size: int = 0
    events: int = 0
    newest: datetime | None = None
    stored_at: datetime | None = None


_ALL = frozenset(Reader)
_FROM_AFAR = frozenset({Reader.OUTLOOK_COM, Reader.GOOGLE})
_HINDERS: Mapping[FindingCode, frozenset[Reader]] = {
    FindingCode.BAD_ADDRESS: _ALL,
    FindingCode.UNREACHABLE: _ALL,
    FindingCode.TIMEOUT: _ALL,
    FindingCode.CERTIFICATE: _ALL,
    FindingCode.PASSWORD: _ALL,
    FindingCode.FORBIDDEN: _ALL,
    FindingCode.NOT_FOUND: _ALL,
    FindingCode.SERVER: _ALL,
    FindingCode.REDIRECT: _ALL,
    FindingCode.PAGE: _ALL,
    FindingCode.NOT_A_CALENDAR: _ALL,
    FindingCode.TOO_BIG: _ALL,
    FindingCode.OTHER: _ALL,
    FindingCode.NOT_HTTPS: _FROM_AFAR,
    FindingCode.THIS_COMPUTER: _FROM_AFAR,
    FindingCode.THIS_NETWORK: _FROM_AFAR,
    FindingCode.ROBOTS: frozenset({Reader.GOOGLE}),
}
_LESSENS: Mapping[FindingCode, frozenset[Reader]] = {
    FindingCode.NO_ENDING: frozenset({Reader.OUTLOOK_COM}),
    FindingCode.METHOD: frozenset({Reader.OUTLOOK, Reader.OUTLOOK_COM}),  # they take it for an invitation
    FindingCode.MANY_BYTES: frozenset({Reader.GOOGLE}),
    FindingCode.MANY_EVENTS: frozenset({Reader.GOOGLE}),
    FindingCode.EMPTY: frozenset({Reader.OUTLOOK, Reader.OUTLOOK_COM}),  # they take it for a broken file
}
_PROBLEMS: Mapping[ProblemCode, FindingCode] = {
    ProblemCode.BAD_ADDRESS: FindingCode.BAD_ADDRESS,
    ProblemCode.UNREACHABLE: FindingCode.UNREACHABLE,
    ProblemCode.TIMEOUT: FindingCode.TIMEOUT,
    ProblemCode.CERTIFICATE: FindingCode.CERTIFICATE,
    ProblemCode.PASSWORD: FindingCode.PASSWORD,
    ProblemCode.FORBIDDEN: FindingCode.FORBIDDEN,
    ProblemCode.NOT_FOUND: FindingCode.NOT_FOUND,
    ProblemCode.TOO_BIG: FindingCode.TOO_BIG,
}


class _Unseen(Exception):
    """No calendar could be read."""

    def __init__(self, code: FindingCode, detail: str = "") -> None:
        super().__init__(code)
        self.finding = Finding(code, detail)


def look(address: str, expected: bytes | None) -> Report:
    """Fetch what lies at a published address, without any password, and judge it. Takes up to a minute, never raises.

    `expected` is the calendar that should lie there; None leaves open whose it is. An online calendar gives it out in
    words of its own, so what counts is each event's UID and revision.
    """
    try:
        address = checked_address(address, takes_http=True)
    except DeliveryProblem as problem:
        return _report(address, [Finding(FindingCode.BAD_ADDRESS, problem.detail)])
    findings = list(_about_address(address))
    with Visit(seconds=MOST_SECONDS, most_bytes=MOST_BYTES, takes_http=True) as visit:
        try:
            answer = _fetched(visit, address)
            content = _Content.of(answer.body)
        except _Unseen as unseen:
            return _report(address, [*findings, unseen.finding])
        findings += _about_answer(answer, content)
        if _is_banned(visit, answer.address):
            findings.append(Finding(FindingCode.ROBOTS))
    if expected is not None:
        findings.append(Finding(_whose(answer.body, content, expected)))
    return Report(
        address=answer.address,
        findings=tuple(findings),
        verdicts=_verdicts(findings),
        size=len(answer.body),
        events=content.events,
        newest=content.newest,
        stored_at=_instant(answer.headers.get("Last-Modified", "")),
    )


def _report(address: str, findings: list[Finding]) -> Report:
    return Report(address, tuple(findings), _verdicts(findings))


def _verdicts(findings: Iterable[Finding]) -> tuple[Verdict, ...]:
    codes = [finding.code for finding in findings]
    verdicts = []
    for reader in Reader:
        hindered = tuple(code for code in codes if reader in _HINDERS.get(code, ()))
        lessened = tuple(code for code in codes if reader in _LESSENS.get(code, ()))
        sight = Sight.NO if hindered else Sight.PARTLY if lessened else Sight.YES
        verdicts.append(Verdict(reader, sight, hindered or lessened))
    return tuple(verdicts)


def _fetched(visit: Visit, address: str) -> Answer:
    for _ in range(MOST_REDIRECTS + 1):
        try:
            answer = visit.ask("GET", address, headers={"Accept": "text/calendar, */*;q=0.5"})
        except DeliveryProblem as problem:
            raise _Unseen(_PROBLEMS.get(problem.code, FindingCode.SERVER), problem.detail) from problem
        if answer.status in {301, 302, 303, 307, 308} and "Location" in answer.headers:
            target = urljoin(address, answer.headers["Location"])
            if address.startswith("https:") and not target.startswith("https:"):
                raise _Unseen(FindingCode.REDIRECT, target)
            address = target
        elif answer.status == 200:
            return answer
        else:
            refused = answer.refused()
            raise _Unseen(_PROBLEMS.get(refused.code, FindingCode.SERVER), str(answer.status))
    raise _Unseen(FindingCode.REDIRECT, address)


def _about_address(address: str) -> Iterator[Finding]:
    parts = urlsplit(address)
    if parts.scheme == "http":
        yield Finding(FindingCode.NOT_HTTPS)
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(parts.hostname, 0)}
    except OSError:
        found = set()  # the fetching will say so
    near = nearness(found)
    if near is not None:
        yield Finding(near)


def nearness(addresses: set[str]) -> FindingCode | None:
    """Tell whether a host's internet addresses can only be reached from this computer, or from this network."""
    hosts = [ipaddress.ip_address(address.partition("%")[0]) for address in addresses]
    if hosts and all(host.is_loopback for host in hosts):
        return FindingCode.THIS_COMPUTER
    if hosts and all(not host.is_global for host in hosts):
        return FindingCode.THIS_NETWORK
    return None


def _about_answer(answer: Answer, content: _Content) -> Iterator[Finding]:
    if not urlsplit(answer.address).path.lower().endswith(".ics"):
        yield Finding(FindingCode.NO_ENDING)
    if answer.content_type != "text/calendar":
        yield Finding(FindingCode.CONTENT_TYPE, answer.content_type)
    if content.method not in {"", "PUBLISH"}:
        yield Finding(FindingCode.METHOD, content.method)
    if len(answer.body) > GOOGLE_BYTES:
        yield Finding(FindingCode.MANY_BYTES)
    if content.events > GOOGLE_EVENTS:
        yield Finding(FindingCode.MANY_EVENTS)
    if not content.events:
        yield Finding(FindingCode.EMPTY)


def _is_banned(visit: Visit, address: str) -> bool:
    try:
        answer = visit.ask("GET", urljoin(address, "/robots.txt"))
    except DeliveryProblem:
        return False
    if answer.status != 200 or answer.content_type not in {"text/plain", ""}:
        return False
    rules = RobotFileParser()
    try:
        rules.parse(answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace").splitlines())
    except ValueError:  # rules that no program can read
        return False
    return not all(rules.can_fetch(name, address) for name in _GOOGLES)


@dataclass(frozen=True, slots=True)
class _Content:
    """What a calendar holds. `revisions` gives the SEQUENCE of each UID."""

    product: str
    method: str
    events: int
    revisions: Mapping[str, int]
    newest: datetime | None

    @classmethod
    def of(cls, data: bytes) -> _Content:
        """Read it line by line, for zones and rules do not matter here. Raises _Unseen."""
        if data.lstrip()[:1] == b"<":
            raise _Unseen(FindingCode.PAGE)
        found = {"PRODID": "", "METHOD": ""}
        revisions: dict[str, int] = {}
        event: dict[str, str] = {}
        events = 0
        stamps = []
        try:
            for name, value, depth in _lines(data):
                if depth == ["VCALENDAR"] and name in found:
                    found[name] = value
                elif depth == ["VCALENDAR", "VEVENT"]:
                    event[name] = value
                    if name in {"DTSTAMP", "LAST-MODIFIED"} and _STAMP.fullmatch(value):
                        stamps.append(datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
                    elif name == "END":
                        uid = event.get("UID", "")
                        revisions[uid] = max(revisions.get(uid, 0), int(event.get("SEQUENCE") or "0"))
                        events += 1
                        event = {}
        except ValueError as error:
            raise _Unseen(FindingCode.NOT_A_CALENDAR, str(error)[:_DETAIL_LENGTH]) from error
        return cls(found["PRODID"], found["METHOD"].upper(), events, revisions, max(stamps, default=None))


def _lines(data: bytes) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each line's name, value and the components it lies in. Raises ValueError for what is no calendar."""
    depth: list[str] = []
    was_whole = False
    contents: Sequence[Contentline] = Contentlines.from_ical(data.decode("utf-8"))  # type: ignore[no-untyped-call]
    for line in contents:
        if not line:
            continue
        name, _, value = line.parts()
        name = name.upper()
        if name == "BEGIN":
            depth.append(value.upper())
        if depth[:1] != ["VCALENDAR"] or was_whole:
            raise ValueError(str(line))
        yield name, value, list(depth)
        if name == "END":
            if depth.pop() != value.upper():
                raise ValueError(str(line))
            was_whole = not depth
    if not was_whole:
        raise ValueError("END:VCALENDAR")


def _whose(data: bytes, content: _Content, expected: bytes) -> FindingCode:
    ours = _Content.of(expected)
    if data == expected or content.revisions == ours.revisions:
        return FindingCode.CURRENT
    if content.revisions.keys().isdisjoint(ours.revisions) and content.product != ours.product:
        return FindingCode.OTHER
    return FindingCode.OLDER


def _instant(text: str) -> datetime | None:
    """An HTTP date; None for none or a wrong one."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
