"""One calendar file on the owner's web space, kept fresh by WebDAV PUT (RFC 4918, RFC 9110 13.1).

What lies at the address is only replaced if it is ours: the file we brought, or one that an earlier set-up of
Wochenwerk left there. It is known by its product, or, since some servers take a calendar apart and write it anew, by
events of ours. Changes made there do not come back; a file of ours that somebody edited is written over.
"""

from __future__ import annotations

import hashlib
import re

from db.feed_records import Delivered
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.web import Answer, Visit, bare_etag, checked_address, if_match
from desktop.feeds.events import PRODUCT

_BROUGHT = {200, 201, 204}
_NOTHING_THERE = {404, 410}
_OURS = f"\nPRODID:{PRODUCT}".encode()
_UNPACKED = {"Accept-Encoding": "identity"}  # a packed answer may carry an ETag that the server does not know again
_UID = re.compile(rb"^UID:([^\r\n]+)", re.MULTILINE)  # ours are short enough for one line
_HEAD_BYTES = 4096  # the product is named in the first lines


def put_file(address: str, user: str, password: str, data: bytes, known: Delivered | None) -> Delivered:
    """Bring one file to its address and return what lies there now.

    `known` is what the last call for this address returned, None for the first one. The same bytes are not sent again,
    it is only asked whether they still lie there. Raises DeliveryProblem; CHANGED_THERE if something lies there that
    is not ours, or changes while we write, which is the only case of the two worth another try.
    """
    address = checked_address(address)
    if known is not None and known.href != address:
        known = None
    with Visit(address, user, password) as visit:
        place = _Place(visit, address, data)
        if known is None:
            return place.take()
        if known.sha256 == place.sha256 and place.still_has(known):
            return known
        return place.replace(known)


class _Place:
    def __init__(self, visit: Visit, address: str, data: bytes) -> None:
        self._visit = visit
        self._address = address
        self._data = data
        self.sha256 = hashlib.sha256(data).hexdigest()

    def still_has(self, known: Delivered) -> bool:
        """Tell whether the file known lies there unchanged, as far as the server can tell without sending it."""
        answer = self._visit.ask("HEAD", self._address, headers=_UNPACKED)
        if answer.status in {405, 501}:  # no way to ask
            return True
        if answer.status in _NOTHING_THERE:
            return False
        if answer.status != 200:
            raise answer.refused()
        return not known.etag or not answer.etag or bare_etag(answer.etag) == bare_etag(known.etag)

    def take(self) -> Delivered:
        """Bring the file to a place we know nothing about, and look whether it really arrived."""
        there = self._what_lies_there()
        if there is not None and there.body == self._data:
            return self._delivered(there.etag)
        return self._arrived(self._put(there))

    def replace(self, known: Delivered) -> Delivered:
        """Bring the file to the place of an earlier one; a look at what lies there only if that is another one."""
        condition = if_match(known.etag)
        answer = self._send(condition) if condition else None
        if answer is None or answer.status == 412:
            answer = self._put(self._what_lies_there())
        if answer.status == 200 and answer.content_type == "text/html":  # a page of excuses with a cheerful status
            return self._arrived(answer)
        return self._delivered(answer.etag or self._visit.ask("HEAD", self._address, headers=_UNPACKED).etag)

    def _what_lies_there(self) -> Answer | None:
        """What lies there, which is ours; None for nothing."""
        answer = self._visit.ask("GET", self._address, headers=_UNPACKED)
        if answer.status in _NOTHING_THERE:
            return None
        if answer.status != 200:
            raise answer.refused()
        if _OURS not in answer.body[:_HEAD_BYTES] and _uids(answer.body).isdisjoint(_uids(self._data)):
            raise DeliveryProblem(ProblemCode.CHANGED_THERE, self._address)
        return answer

    def _put(self, there: Answer | None) -> Answer:
        answer = self._send({"If-None-Match": "*"} if there is None else if_match(there.etag))
        if answer.status == 412:
            raise DeliveryProblem(ProblemCode.CHANGED_THERE, self._address, is_passing=True)
        return answer

    def _send(self, condition: dict[str, str]) -> Answer:
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        answer = self._visit.ask("PUT", self._address, self._data, headers)
        if answer.status not in _BROUGHT and answer.status != 412:
            raise answer.refused()
        return answer

    def _arrived(self, answer: Answer) -> Delivered:
        read = self._visit.ask("GET", self._address, headers=_UNPACKED)
        if read.status != 200 or not _uids(self._data) <= _uids(read.body):
            raise DeliveryProblem(ProblemCode.NOT_WEBDAV, f"{answer.status}, {read.status}")
        return self._delivered(read.etag or answer.etag)

    def _delivered(self, etag: str) -> Delivered:
        return Delivered(self._address, etag, self.sha256)


def _uids(data: bytes) -> set[bytes]:
    return set(_UID.findall(data))
