"""What calendar servers list, as a test has it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.delivery.web_space import Said

A_CALENDAR = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"
A_FOLDER = "<d:resourcetype><d:collection/></d:resourcetype>"


def listing(*entries: tuple[str, str]) -> Said:
    """A listing of hrefs and their properties."""
    inside = "".join(
        f"<d:response><d:href>{escape(href)}</d:href><d:propstat><d:prop>{properties}</d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        for href, properties in entries
    )
    names = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
    body = f'<?xml version="1.0" encoding="utf-8"?><d:multistatus {names}>{inside}</d:multistatus>'
    return Said(207, body.encode(), {"Content-Type": "application/xml; charset=utf-8"})


def etag(value: str) -> str:
    """The ETag of something listed."""
    return f"<d:resourcetype/><d:getetag>{escape(value)}</d:getetag>"
