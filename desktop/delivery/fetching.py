"""A calendar from an internet address, once, because the user asked for it."""

from __future__ import annotations

import re
import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.web import WHOLE_SECONDS, Visit, checked_address, is_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.delivery.web import Answer

MOST_REDIRECTS = 3

_STEP = 0.05  # seconds
_GOODBYE_SECONDS = 0.3
_BEGIN = re.compile(rb"^\W*BEGIN:V(?:CALENDAR|EVENT)", re.IGNORECASE | re.MULTILINE)
_MOVED = {301, 302, 303, 307, 308}


def fetch(address: str, step: Callable[[], None]) -> bytes:
    """The bytes of the calendar at an address, https or on this computer, within `WHOLE_SECONDS` all in all.

    Redirects are followed to the same kinds of address only, and never from elsewhere to this computer. `step` is
    called again and again; what it raises ends the visit and goes on. Raises DeliveryProblem: BAD_ADDRESS, NOT_HTTPS,
    UNREACHABLE, TIMEOUT, CERTIFICATE, SERVER, TOO_BIG, REDIRECT, NOT_A_CALENDAR, or what a refusing status means.
    """
    address = checked_address(address)
    visit, asking = Visit(), Future[bytes]()
    thread = threading.Thread(target=_ask, args=(visit, address, asking), name="fetch", daemon=True)
    thread.start()
    ends = time.monotonic() + WHOLE_SECONDS
    try:
        while time.monotonic() < ends:
            step()
            try:
                return asking.result(_STEP)
            except TimeoutError:
                continue
        raise DeliveryProblem(ProblemCode.TIMEOUT, urlsplit(address).hostname or "")
    finally:
        visit.hang_up()
        thread.join(_GOODBYE_SECONDS)  # only a search for the host's name goes on, which nobody can end


def _ask(visit: Visit, address: str, asking: Future[bytes]) -> None:
    with visit:
        try:
            asking.set_result(_calendar(visit, address))
        except DeliveryProblem as problem:
            asking.set_exception(problem)
        finally:
            asking.cancel()  # after anything else that went wrong


def _calendar(visit: Visit, address: str) -> bytes:
    answer = visit.ask("GET", address, headers={"Accept": "text/calendar, */*;q=0.5"})
    for _ in range(MOST_REDIRECTS):
        if answer.status not in _MOVED or "Location" not in answer.headers:
            break
        address = _next(address, answer)
        answer = visit.ask("GET", address)
    if answer.status != 200:
        raise answer.refused()
    # UTF-16 has a zero in every letter of the words looked for, and its mark before them
    if _BEGIN.search(answer.body.replace(b"\0", b"").replace(b"\r", b"\n")) is None:
        raise DeliveryProblem(ProblemCode.NOT_A_CALENDAR, answer.content_type)
    return answer.body


def _next(address: str, answer: Answer) -> str:
    """Where a redirect leads to. Raises DeliveryProblem."""
    leads_to = checked_address(urljoin(address, answer.headers["Location"]))
    if is_here(urlsplit(leads_to).hostname or "") and not is_here(urlsplit(address).hostname or ""):
        raise DeliveryProblem(ProblemCode.REDIRECT, leads_to)
    return leads_to
