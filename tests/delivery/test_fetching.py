"""Calendars from servers that answer well, badly, slowly, or never."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.delivery import fetching, web
from desktop.delivery.fetching import fetch
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from tests.delivery.shop import Answering, Shop, open_shop

if TYPE_CHECKING:
    from collections.abc import Callable

shop = open_shop

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


class Stopped(Exception):
    """Somebody does not want to know any more."""


def go_on() -> None:
    """Nobody stops it."""


def refusal(address: str) -> ProblemCode:
    with pytest.raises(DeliveryProblem) as caught:
        fetch(address, go_on)
    return caught.value.code


def serve(shop: Shop, body: bytes, status: int = 200, **headers: str) -> str:
    shop.ways["/a.ics"] = lambda asked: asked.answer(body, status, **headers)
    return shop.at("/a.ics")


@pytest.mark.parametrize(
    "body",
    [
        CALENDAR,
        b"\xef\xbb\xbf" + CALENDAR,
        CALENDAR.decode().encode("utf-16"),
        b"\r\r" + CALENDAR.replace(b"\r\n", b"\r"),
        CALENDAR.lower(),
    ],
)
def test_a_calendar_comes_as_it_is(shop: Shop, body: bytes) -> None:
    """Whatever the server says about its kind: many call it plain text."""
    assert fetch(serve(shop, body, Content_Type="text/plain"), go_on) == body


def test_a_packed_calendar_is_unpacked(shop: Shop) -> None:
    assert fetch(serve(shop, gzip.compress(CALENDAR), Content_Encoding="gzip"), go_on) == CALENDAR


def test_three_redirects_are_followed_and_no_more(shop: Shop) -> None:

    def lead_on(asked: Answering) -> None:
        asked.answer(b"", 302, Location=f"/{int(asked.path[1:]) - 1}")

    shop.ways.update((f"/{number}", lead_on) for number in range(1, 5))
    shop.ways["/0"] = lambda asked: asked.answer(CALENDAR)
    assert fetch(shop.at("/3"), go_on) == CALENDAR
    assert refusal(shop.at("/4")) is ProblemCode.REDIRECT
    assert shop.asked == ["/3", "/2", "/1", "/0", "/4", "/3", "/2", "/1"]


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("/a.ics", ProblemCode.REDIRECT),
        ("http://example.com/a.ics", ProblemCode.NOT_HTTPS),
        ("file:///etc/passwd", ProblemCode.BAD_ADDRESS),
        ("https://name:word@example.com/", ProblemCode.BAD_ADDRESS),
    ],
    ids=["in a circle", "without a lock", "to a file", "with a password"],
)
def test_a_redirect_leads_nowhere_odd(shop: Shop, to: str, code: ProblemCode) -> None:
    assert refusal(serve(shop, b"", 301, Location=to)) is code
    assert set(shop.asked) == {"/a.ics"}


def test_a_redirect_from_outside_does_not_lead_to_this_computer(shop: Shop) -> None:
    """A server far away must not have this computer asked."""
    answer = web.Answer(302, {"Location": shop.at("/secret")}, b"", "https://example.com/a.ics")
    with pytest.raises(DeliveryProblem) as caught:
        fetching._next("https://example.com/a.ics", answer)
    assert caught.value.code is ProblemCode.REDIRECT


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"<!DOCTYPE html><html>Please sign in</html>", 200, ProblemCode.NOT_A_CALENDAR),
        (b"", 200, ProblemCode.NOT_A_CALENDAR),
        (b"gone", 404, ProblemCode.NOT_FOUND),
        (b"gone", 410, ProblemCode.NOT_FOUND),
        (CALENDAR, 500, ProblemCode.SERVER),
        (CALENDAR, 206, ProblemCode.SERVER),
        (b"", 304, ProblemCode.REDIRECT),
        (b"", 401, ProblemCode.PASSWORD),
        (b"", 403, ProblemCode.FORBIDDEN),
    ],
)
def test_an_answer_that_is_no_calendar_is_refused(shop: Shop, body: bytes, status: int, code: ProblemCode) -> None:
    assert refusal(serve(shop, body, status)) is code


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://example.com/a.ics", ProblemCode.NOT_HTTPS),
        ("ftp://example.com/a.ics", ProblemCode.BAD_ADDRESS),
        ("https://", ProblemCode.BAD_ADDRESS),
        ("https://name:word@example.com/a.ics", ProblemCode.BAD_ADDRESS),
        ("", ProblemCode.BAD_ADDRESS),
    ],
)
def test_an_address_that_must_not_be_asked_is_not(address: str, code: ProblemCode) -> None:
    assert refusal(address) is code


def test_webcal_is_https(shop: Shop) -> None:
    """Nobody speaks https there, so the answer makes no sense; unencrypted it would be a calendar."""
    address = serve(shop, CALENDAR).replace("http:", "webcal:")
    assert refusal(address) in {ProblemCode.SERVER, ProblemCode.UNREACHABLE}
    assert shop.asked == []


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # without listening
        assert refusal(f"http://127.0.0.1:{taken.getsockname()[1]}/a.ics") is ProblemCode.UNREACHABLE


def trickle(asked: Answering) -> None:
    """A line now and then, without an end."""
    asked.send_response(200)
    asked.end_headers()
    asked.wfile.write(b"BEGIN:VCALENDAR\r\n")
    while not asked.server.is_closing.wait(0.02):
        asked.wfile.write(b"X-MORE:1\r\n")


def flood(asked: Answering) -> None:
    """As much as the line takes, without an end."""
    asked.send_response(200)
    asked.end_headers()
    while not asked.server.is_closing.is_set():
        asked.wfile.write(b"X-MORE:1\r\n" * 10_000)


def say_nothing(asked: Answering) -> None:
    asked.server.is_closing.wait()


@pytest.mark.parametrize("way", [trickle, say_nothing])
def test_a_server_without_an_end_is_left_in_time(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, way: Callable[[Answering], None]
) -> None:
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.5)
    shop.ways["/a.ics"] = way
    begun = time.monotonic()
    assert refusal(shop.at("/a.ics")) is ProblemCode.TIMEOUT
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("way", [trickle, say_nothing])
def test_whoever_stops_it_need_not_wait(shop: Shop, way: Callable[[Answering], None]) -> None:
    shop.ways["/a.ics"] = way

    def step() -> None:
        if shop.asked:
            raise Stopped

    begun = time.monotonic()
    with pytest.raises(Stopped):
        fetch(shop.at("/a.ics"), step)
    assert time.monotonic() - begun < 5


def test_nobody_waits_for_a_name_server_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    search, closing = threading.Event(), threading.Event()

    def search_for(*_: object) -> list[object]:
        search.set()
        closing.wait(20)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    def step() -> None:
        if search.is_set():
            raise Stopped

    monkeypatch.setattr(socket, "getaddrinfo", search_for)
    began = time.monotonic()

    with pytest.raises(Stopped):
        fetch("https://cafe.example/a.ics", step)

    assert time.monotonic() - began < 5
    closing.set()
    for thread in [each for each in threading.enumerate() if each.name == "fetch"]:
        thread.join()


def test_too_much_is_not_taken(shop: Shop) -> None:
    shop.ways["/a.ics"] = flood
    assert refusal(shop.at("/a.ics")) is ProblemCode.TOO_BIG


def test_a_packed_bomb_is_not_taken(shop: Shop) -> None:
    bomb = gzip.compress(CALENDAR + bytes(300_000_000), compresslevel=1)
    assert refusal(serve(shop, bomb, Content_Encoding="gzip")) is ProblemCode.TOO_BIG


def test_a_connection_that_drops_is_no_calendar(shop: Shop) -> None:
    def drop(asked: Answering) -> None:
        asked.send_response(200)
        asked.send_header("Content-Length", "1000")
        asked.end_headers()
        asked.wfile.write(CALENDAR)

    shop.ways["/a.ics"] = drop
    assert refusal(shop.at("/a.ics")) in {ProblemCode.SERVER, ProblemCode.UNREACHABLE}
