"""The plan's events in an online calendar (CalDAV, RFC 4791): one object per UID, and only our own are touched.

Ours is what we brought (`known`) and what lies under the name of one of our UIDs, which are random and made here. The
calendar is an output: a change made there does not come back, the plan's state is put over it; whatever else lies in
the calendar is never written or deleted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from urllib.parse import quote

from caldav.elements import dav

from db.feed_records import Delivered
from desktop.delivery.caldav_server import Server
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.web import Visit, bare_etag, checked_address, if_match, last_name

_BROUGHT = {200, 201, 204}
_GONE = {404, 410}
_TRIES = 3  # for one object that changes there while we write
_MOST_REFUSALS = 3  # a server that takes none of them need not be asked three hundred times
_OF_ONE_OBJECT = {400, 403, 409, 412, 413, 415, 422, 500}  # the next object may fare better
_SAID_BYTES = 4096
_LISTED = [dav.ResourceType.tag, dav.GetEtag.tag]

Progress = Callable[[int, int], None]
Intend = Callable[[tuple[Delivered, ...]], object]


def sync(
    address: str,
    user: str,
    password: str,
    resources: Mapping[str, bytes],
    known: Mapping[str, Delivered],
    *,
    progress: Progress | None = None,
    intend: Intend | None = None,
) -> tuple[Delivered, ...]:
    """Make the calendar at `address` hold exactly these objects of ours and return what lies there.

    `resources` gives each UID its whole object without METHOD; `known` is what the last call returned, by href (the
    object's whole address; those of another calendar are left alone). One request asks what lies there; what is
    unchanged costs no other. `progress(done, of all)` is told before each change and may stop the work by raising
    DeliveryProblem(STOPPED). `intend` is told, before anything new is brought, what will lie there, new objects without
    a hash: whoever keeps that knows its own even if an answer, or the program, is lost half way.

    Raises DeliveryProblem, whose `delivered` is what lies there after all, or may; an object that is refused keeps the
    others from arriving only if there are too many such.
    """
    collection = checked_address(address).rstrip("/") + "/"
    ours = {href: each for href, each in known.items() if _is_in(href, collection)}
    wanted = {f"{collection}{quote(uid, safe='')}.ics": data for uid, data in resources.items()}
    with Visit(collection, user, password) as visit:
        work = _Sync(Server(visit, collection), collection, ours)
        try:
            work.run(wanted, progress or (lambda _done, _of_all: None), intend or (lambda _lying: None))
        except DeliveryProblem as problem:
            problem.delivered = tuple(work.lying.values())
            raise
    return tuple(work.lying.values())


class _Sync:
    def __init__(self, server: Server, collection: str, known: Mapping[str, Delivered]) -> None:
        self._server = server
        self._collection = collection
        self._refusals: list[DeliveryProblem] = []
        self._there: dict[str, str] = {}  # what lies there and its ETag, by the last piece of its address
        self._before = frozenset(known)
        self.lying = dict(known)

    def run(self, wanted: Mapping[str, bytes], progress: Progress, intend: Intend) -> None:
        self._look()
        vanished = [href for href in self.lying if href not in wanted]
        changed = [(href, data) for href, data in wanted.items() if not self._lies_there(href, data)]
        of_all = len(changed) + len(vanished)
        new = [href for href, _ in changed if href not in self.lying]
        if new:
            self.lying |= {href: Delivered(href, "", "") for href in new}
            intend(tuple(self.lying.values()))
        for done, (href, data) in enumerate(changed):
            progress(done, of_all)
            self._put(href, data)
        for done, href in enumerate(vanished, len(changed)):
            progress(done, of_all)
            self._delete(href)
        if any(each.sha256 and not each.etag for each in self.lying.values()):  # not every server tells it at once
            self._look()
        if self._refusals:
            raise self._refusals[0]

    def _look(self) -> None:
        """Ask what lies there, and take over the ETags of what we brought without learning them."""
        listed = self._server.found(self._collection, _LISTED)
        itself = last_name(self._collection)
        if not any(each.is_calendar for each in listed if last_name(each.address) == itself):
            raise DeliveryProblem(ProblemCode.NOT_A_CALENDAR, self._collection)
        self._there = {last_name(each.address): each.etag for each in listed if not each.is_calendar}
        for href, brought in self.lying.items():
            if not brought.etag:
                self.lying[href] = Delivered(href, self._there.get(last_name(href), ""), brought.sha256)

    def _lies_there(self, href: str, data: bytes) -> bool:
        brought = self.lying.get(href)
        etag = self._there.get(last_name(href))
        return (
            brought is not None
            and etag is not None
            and brought.sha256 == hashlib.sha256(data).hexdigest()
            and bare_etag(brought.etag) == bare_etag(etag)
        )

    def _put(self, href: str, data: bytes) -> None:
        etag = self._there.get(last_name(href))
        headers = {"Content-Type": "text/calendar; charset=utf-8"}
        for more in reversed(range(_TRIES)):
            condition = {"If-None-Match": "*"} if etag is None else if_match(etag)
            self._server.request(href, "PUT", data, {**headers, **condition})
            if self._server.answer.status != 412 or not more:
                break
            etag = self._etag_now(href)
        if self._server.answer.status in _BROUGHT:
            self.lying[href] = Delivered(href, self._server.answer.etag, hashlib.sha256(data).hexdigest())
        else:
            if href not in self._before and self._server.answer.status < 500:  # it did not come to lie there
                del self.lying[href]
            self._refuse(href)

    def _delete(self, href: str) -> None:
        etag = self._there.get(last_name(href))
        for more in reversed(range(_TRIES)):
            if etag is None:
                break
            self._server.delete(href, if_match(etag))
            if self._server.answer.status != 412 or not more:
                break
            etag = self._etag_now(href)
        if etag is None or self._server.answer.status in _BROUGHT | _GONE | {202}:
            del self.lying[href]
        else:
            self._refuse(href)

    def _etag_now(self, href: str) -> str | None:
        """The ETag of what lies there, None for nothing."""
        try:
            listed = self._server.found(href, _LISTED, depth=0)
        except DeliveryProblem:
            if self._server.answer.status in _GONE:
                return None
            raise
        return next((each.etag for each in listed if last_name(each.address) == last_name(href)), None)

    def _refuse(self, href: str) -> None:
        """Note that the server takes this object not; raise if it will hardly take the others."""
        answer = self._server.answer
        problem = answer.refused()
        said = answer.body[:_SAID_BYTES].lower()
        if answer.status == 412:
            problem = DeliveryProblem(ProblemCode.CHANGED_THERE, href, is_passing=True)
        elif b"uid-conflict" in said or b"already exists" in said:  # it came by other means, under another name
            problem = DeliveryProblem(ProblemCode.CHANGED_THERE, href)
        self._refusals.append(problem)
        if answer.status not in _OF_ONE_OBJECT or len(self._refusals) == _MOST_REFUSALS:
            raise problem


def _is_in(href: str, collection: str) -> bool:
    return href.startswith(collection) and "/" not in href.removeprefix(collection)
