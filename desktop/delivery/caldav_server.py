"""A calendar server (RFC 4791) as the package caldav knows it, asked through one `Visit`; finding and making calendars.

caldav writes the requests and reads the answers, the visit carries them: its limits of time and size hold for
everything, and it alone decides where the password goes.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self, cast
from urllib.parse import quote, urljoin, urlsplit

from caldav.collection import Calendar
from caldav.davclient import DAVClient
from caldav.elements import cdav, dav, ical
from caldav.lib.error import DAVError
from caldav.response import DAVResponse, PropfindResult

from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.web import Answer, Visit, checked_address, last_name

_MOST_REDIRECTS = 3
_WRITING = {"{DAV:}all", "{DAV:}write", "{DAV:}bind"}
_WAYS = [dav.CurrentUserPrincipal.tag, cdav.CalendarHomeSet.tag]
_CALENDAR = [
    dav.ResourceType.tag,
    dav.DisplayName.tag,
    dav.CurrentUserPrivilegeSet.tag,
    cdav.SupportedCalendarComponentSet.tag,
]
_LOOK_IN = ("", "/.well-known/caldav", "/remote.php/dav", "/dav")  # RFC 6764; Nextcloud and others without it


def calendars_at(address: str, user: str, password: str) -> tuple[tuple[str, str], ...]:
    """Name the calendars that this user may fill with events, each with its address, in the server's order.

    `address` may be the server's name alone, the user's page there, or a calendar. Raises DeliveryProblem;
    NOT_A_CALENDAR if nothing there speaks CalDAV.
    """
    with Visit(checked_address(address), user, password) as visit:
        server = Server(visit, checked_address(address))
        listed = server.found(server.home(), _CALENDAR)
        return tuple((each.name, each.address) for each in listed if each.is_calendar and each.takes_events)


def make_calendar(address: str, user: str, password: str, name: str, color: str) -> str:
    """Make a calendar for events beside the user's others and return its address. `color` is `#rrggbb`.

    Raises DeliveryProblem; FORBIDDEN or NOT_WEBDAV if the server lets nobody make calendars this way.
    """
    with Visit(checked_address(address), user, password) as visit:
        server = Server(visit, checked_address(address))
        return server.make(server.home(), name, color)


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a server lists. `etag` is "" for what has none, like collections."""

    address: str
    name: str
    etag: str
    is_calendar: bool
    takes_events: bool
    principal: str  # the page of the user who asks, "" if it was not told
    home: str  # the collection of that user's calendars, likewise


class Server(DAVClient):
    """caldav's client with our own way onto the network. Every method raises DeliveryProblem."""

    def __init__(self, visit: Visit, address: str) -> None:
        super().__init__(url=address, enable_rfc6764=False)
        self.session.close()
        self._visit = visit
        self._address = address
        self.answer = Answer(0, {}, b"", address)  # to the last request, as it came

    def request(
        self,
        url: str,
        method: str = "GET",
        body: str | bytes = "",
        headers: Mapping[str, str] | None = None,
        rate_limit_time_slept: float = 0,  # noqa: ARG002 - waiting for a busy server is not done here
    ) -> DAVResponse:
        """Carry one request of caldav's; only a listing is read, for other answers their status and headers count."""
        data = body.encode() if isinstance(body, str) else body
        kind = {"Content-Type": "application/xml; charset=utf-8"} if data else {}
        self.answer = self._visit.ask(method, str(url), data or None, {**kind, **(headers or {})})
        try:
            return DAVResponse(cast("Any", _Carried.of(self.answer)), self)
        except SyntaxError as error:  # the listing is no XML
            raise DeliveryProblem(ProblemCode.SERVER, "XML") from error

    def found(self, address: str, names: list[str], depth: int = 1) -> tuple[Found, ...]:
        """List what lies at an address, itself included. Redirects on the same server are followed.

        Raises NOT_A_CALENDAR if nothing there lists anything.
        """
        response = self.propfind(address, names, depth)
        for _ in range(_MOST_REDIRECTS):
            target = urljoin(address, self.answer.headers.get("Location", ""))
            if response.status not in {301, 302, 307, 308} or urlsplit(target).netloc != urlsplit(address).netloc:
                break
            address = target
            response = self.propfind(address, names, depth)
        if response.status >= 300:
            raise self.answer.refused()
        if response.status != 207:
            raise DeliveryProblem(ProblemCode.NOT_A_CALENDAR, address)
        return tuple(_found(address, each) for each in response.results or () if isinstance(each, PropfindResult))

    def propfind(self, url: str | None = None, props: list[str] | None = None, depth: int = 0) -> DAVResponse:
        """List as caldav does, but with our problem for an answer that it cannot read."""
        try:
            return super().propfind(url, props, depth)
        except (DAVError, AssertionError, ValueError, TypeError, AttributeError) as error:
            raise DeliveryProblem(ProblemCode.SERVER, "XML") from error

    def home(self) -> str:
        """Return the address of the collection that holds the user's calendars."""
        problem = DeliveryProblem(ProblemCode.NOT_A_CALENDAR, self._address)
        for path in _LOOK_IN:
            try:
                home = self._home_behind(urljoin(self._address, path))
            except DeliveryProblem as refused:
                if refused.code is ProblemCode.PASSWORD or refused.is_passing:
                    raise
                problem = refused
            else:
                if home:
                    return home
        raise problem

    def _home_behind(self, address: str) -> str:
        for found in self.found(address, _WAYS, depth=0):
            if found.home:
                return found.home
            if found.principal and found.principal != address:
                return next((each.home for each in self.found(found.principal, _WAYS, depth=0)), "")
        return ""

    def make(self, home: str, name: str, color: str) -> str:
        """Make a calendar for events and return its address. Without its colour, if the server keeps none."""
        address = urljoin(home.rstrip("/") + "/", f"wochenwerk-{uuid.uuid4().hex[:8]}/")
        self.mkcalendar(address, self._build_mkcalendar_body(name, supported_components=["VEVENT"]).decode())
        if self.answer.status != 201:
            raise self.answer.refused()
        with suppress(DAVError):
            Calendar(self, address).set_properties([ical.CalendarColor(color)])
        return address


@dataclass(frozen=True, slots=True)
class _Carried:
    """An answer in the shape that caldav reads."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes
    text: str = ""
    reason: str = ""

    @classmethod
    def of(cls, answer: Answer) -> Self:
        is_listing = answer.status == 207
        headers = {"Content-Type": "application/xml"} if is_listing else {}
        return cls(answer.status, headers, answer.body if is_listing else b"")


def _found(base: str, result: PropfindResult) -> Found:
    properties = result.properties
    kinds = properties.get(dav.ResourceType.tag) or ()
    components = properties.get(cdav.SupportedCalendarComponentSet.tag) or ["VEVENT"]
    rights = properties.get(dav.CurrentUserPrivilegeSet.tag) or ["{DAV:}all"]
    homes = properties.get(cdav.CalendarHomeSet.tag) or ""
    address = _address(base, result.href)
    return Found(
        address=address,
        name=str(properties.get(dav.DisplayName.tag) or last_name(address)),
        etag=str(properties.get(dav.GetEtag.tag) or ""),
        is_calendar=cdav.Calendar.tag in kinds,
        takes_events="VEVENT" in components and not _WRITING.isdisjoint(rights),
        principal=_address(base, properties.get(dav.CurrentUserPrincipal.tag) or ""),
        home=_address(base, homes if isinstance(homes, str) else homes[0]),
    )


def _address(base: str, href: str) -> str:
    """The whole address of what a server names; "" stays so. What is escaped already stays as it is."""
    return urljoin(base, quote(href, safe="/:@!$&'()*+,;=~%[]?")) if href else ""
