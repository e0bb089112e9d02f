"""Ask a server whether it would take a calendar, without bringing one."""

from __future__ import annotations

from db.feed_records import DeliveryKind
from desktop.delivery.caldav_server import calendars_at
from desktop.delivery.web import Visit, checked_address

_NOT_SPOKEN = {405, 501}
_FREE = {404, 410}


def calendars_behind(kind: DeliveryKind, address: str, user: str, password: str) -> tuple[tuple[str, str], ...]:
    """Name the calendars with their addresses where the server has some; a web space has none.

    Raises DeliveryProblem when the server, or what is meant there, does not answer or does not take this user.
    """
    if kind is DeliveryKind.CALDAV:
        return calendars_at(address, user, password)
    address = checked_address(address)
    with Visit(address, user, password) as visit:
        # Reading a file may be open to all: only what WebDAV adds asks for the password.
        answer = visit.ask("PROPFIND", address, headers={"Depth": "0"})
        if answer.status in _NOT_SPOKEN:
            answer = visit.ask("HEAD", address)
        if answer.status >= 300 and answer.status not in _FREE:
            raise answer.refused()
    return ()
