"""The calendars that are served on this computer, and who gets which: requests in, answers out, no network."""

from __future__ import annotations

import gzip
import hashlib
import hmac
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus

from desktop.delivery.requests import Request

READER_SECONDS = 86_400  # who has not read for a day follows no more
MOST_READERS = 64

_TARGET = re.compile(r"/([A-Za-z0-9_-]{32,128})/[A-Za-z0-9._-]{1,100}\.ics(?:\?.*)?")
_ETAG = re.compile(r'(?:W/)?"([^"]*)"')
_FROM_HERE = {"none", "same-origin"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One calendar: the name that its file gets, its bytes and their SHA-256 in hex."""

    file_name: str
    data: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class Readers:
    """How many calendars are followed by how many programs, pair by pair, and the instant of the last reading."""

    count: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back. `fields` are in the order in which they are sent."""

    status: int
    fields: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @classmethod
    def refusing(cls, status: int, **fields: str) -> Answer:
        """No, in the words of HTTP."""
        return cls(status, {"Content-Length": "0", **fields})

    def head(self, *, stays: bool) -> bytes:
        """Everything but the body."""
        lines = [
            f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}",
            f"Date: {formatdate(usegmt=True)}",
            "Server: Wochenwerk",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Cross-Origin-Resource-Policy: same-origin",
            *(f"{name}: {value}" for name, value in self.fields.items()),
            f"Connection: {'keep-alive' if stays else 'close'}",
        ]
        return "\r\n".join((*lines, "", "")).encode("latin-1")


@dataclass(frozen=True, slots=True)
class _Served:
    """An offer as it is sent: plain and packed, and since when (whole seconds of the epoch)."""

    offer: Offer
    packed: bytes
    since: int


class Shelf:
    """Knows calendars by the hash of their token. Safe to use from any thread."""

    def __init__(self, port: int) -> None:
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._served: Mapping[bytes, _Served] = {}
        self._lock = threading.Lock()
        self._readers: dict[tuple[str, str], float] = {}

    def offer(self, offers: Mapping[str, Offer]) -> None:
        """Have these calendars from now on, by token, and no others."""
        before = self._served
        self._served = {_hash(token): _shelved(offer, before.get(_hash(token))) for token, offer in offers.items()}

    def answer(self, request: Request) -> Answer:
        """What a request gets."""
        host = request.fields.get("host", "").lower()
        if host not in self._hosts and (host or request.minor == 1):  # a name that was made to lead here
            return Answer.refusing(421)
        if request.method not in {"GET", "HEAD"}:
            return Answer.refusing(405, Allow="GET, HEAD")
        if not self._comes_from_here(request):
            return Answer.refusing(403)
        served = self._found(request.target)
        if served is None:
            return Answer.refusing(404)
        self._note(request, served)
        return _answer(request, served)

    def readers(self) -> Readers:
        """Who has read within a day."""
        with self._lock:
            last = max(self._readers.values(), default=None)
            since = time.time() - READER_SECONDS
            count = sum(moment >= since for moment in self._readers.values())
        return Readers(count, None if last is None else datetime.fromtimestamp(last, UTC))

    def _comes_from_here(self, request: Request) -> bool:
        """Tell whether no other web site is behind a request; programs say nothing of either kind."""
        origin = request.fields.get("origin")
        is_own = origin is None or origin.lower().removeprefix("http://") in self._hosts
        return is_own and request.fields.get("sec-fetch-site", "none").lower() in _FROM_HERE

    def _found(self, target: str) -> _Served | None:
        named = _TARGET.fullmatch(target)
        if named is None:
            return None
        key, found = _hash(named[1]), None
        for known, served in self._served.items():  # each is compared, and each takes equally long
            if hmac.compare_digest(known, key):
                found = served
        return found

    def _note(self, request: Request, served: _Served) -> None:
        reader = (request.fields.get("user-agent", "")[:200], served.offer.file_name)
        with self._lock:
            self._readers[reader] = time.time()
            if len(self._readers) > MOST_READERS:
                del self._readers[min(self._readers, key=self._readers.__getitem__)]


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _shelved(offer: Offer, before: _Served | None) -> _Served:
    """What is new gets a later second than what it replaces: whoever asks by time must not miss a second change."""
    if before is not None and before.offer == offer:
        return before
    since = int(time.time()) if before is None else max(int(time.time()), before.since + 1)
    return _Served(offer, gzip.compress(offer.data, 6, mtime=0), since)


def _answer(request: Request, served: _Served) -> Answer:
    """The calendar, or that it is still the same; plain and packed bytes are two things with two tags."""
    offer = served.offer
    is_packed = _takes_gzip(request.fields.get("accept-encoding", ""))
    fields = {
        "ETag": f'"{_packed_tag(offer.etag) if is_packed else offer.etag}"',
        "Last-Modified": formatdate(served.since, usegmt=True),
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
    }
    if _is_known(request, served):
        return Answer(304, fields)
    body = served.packed if is_packed else offer.data
    if is_packed:
        fields["Content-Encoding"] = "gzip"
    fields |= {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": f'inline; filename="{offer.file_name}"',
        "Content-Length": str(len(body)),
    }
    return Answer(200, fields, body)


def _packed_tag(etag: str) -> str:
    return f"{etag}-gzip"


def _is_known(request: Request, served: _Served) -> bool:
    """Tell whether the other side has these bytes already (RFC 9110 13.1: a tag counts more than a time)."""
    if (tags := request.fields.get("if-none-match")) is not None:
        known = {*_ETAG.findall(tags)}
        return tags.strip() == "*" or not known.isdisjoint({served.offer.etag, _packed_tag(served.offer.etag)})
    try:
        since = parsedate_to_datetime(request.fields.get("if-modified-since", ""))
    except (ValueError, OverflowError):
        return False
    return served.since <= since.replace(tzinfo=since.tzinfo or UTC).timestamp()


def _takes_gzip(accepted: str) -> bool:
    """Tell whether packed bytes are welcome (RFC 9110 12.5.3)."""
    for each in accepted.lower().split(","):
        name, _, weight = each.partition(";")
        if name.strip() in {"gzip", "*"}:
            return not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return False
