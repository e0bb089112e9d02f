"""The server on this computer: what programs get that follow an address, over real sockets."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http.client import HTTPConnection

import pytest

from db.feed_records import Feed
from desktop.delivery import server as server_module
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.server import FeedServer
from desktop.delivery.states import Subscription
from tests.delivery.asking import (
    OTHER_TOKEN,
    TOKEN,
    WEEK,
    an_offer,
    ask,
    connected,
    line,
    read_all,
    read_one,
    request,
    serving,
    told,
)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A server with one calendar."""
    with serving() as running:
        yield running


def test_a_program_gets_the_calendar_as_a_calendar(server: FeedServer) -> None:
    got = ask(server)

    assert (got.status, got.body) == (200, WEEK)
    assert got.fields["content-type"] == "text/calendar; charset=utf-8"
    assert got.fields["content-disposition"] == 'inline; filename="woche.ics"'
    assert got.fields["cache-control"] == "private, no-cache"
    assert got.fields["x-content-type-options"] == "nosniff"
    assert "content-encoding" not in got.fields
    assert "set-cookie" not in got.fields


def test_the_standard_client_of_python_understands_it(server: FeedServer) -> None:
    client = HTTPConnection("127.0.0.1", server.port, timeout=5)
    try:
        for _ in range(3):  # over one connection
            client.request("GET", f"/{TOKEN}/woche.ics", headers={"Accept-Encoding": "identity"})
            assert client.getresponse().read() == WEEK
    finally:
        client.close()


def test_the_address_leads_there(server: FeedServer) -> None:
    address = Subscription(is_on=True, port=server.port).address(Feed(1, "", "Woche", "woche.ics", TOKEN))

    assert address == f"http://127.0.0.1:{server.port}/{TOKEN}/woche.ics"
    assert ask(server, line(address.partition(str(server.port))[2])).body == WEEK


def test_head_is_get_without_the_body(server: FeedServer) -> None:
    full, head = ask(server), ask(server, line(method="HEAD"))

    assert (head.status, head.body) == (200, b"")
    assert {**head.fields, "date": ""} == {**full.fields, "date": ""}


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [
        ("gzip", True),
        ("deflate, GZIP;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, br", False),
        ("br", False),
        ("", False),
    ],
)
def test_it_packs_for_whoever_takes_it(server: FeedServer, accepted: str, is_packed: bool) -> None:
    got = ask(server, None, f"Accept-Encoding: {accepted}")

    assert (got.fields.get("content-encoding") == "gzip", got.body) == (is_packed, WEEK)
    assert (int(got.fields["content-length"]) < len(WEEK)) == is_packed
    assert got.fields["vary"] == "Accept-Encoding"


def test_what_is_known_is_not_sent_again(server: FeedServer) -> None:
    plain, packed = ask(server), ask(server, None, "Accept-Encoding: gzip")
    assert plain.fields["etag"] != packed.fields["etag"]  # a tag stands for bytes, and these differ

    for tag in (plain.fields["etag"], packed.fields["etag"]):
        for known in (tag, f"W/{tag}", f'"x", {tag}', f'W/"y",{tag} , "z"', "*"):
            got = ask(server, None, f"If-None-Match: {known}")
            assert (got.status, got.body) == (304, b""), known
            assert got.fields["etag"] == plain.fields["etag"]
            assert "content-length" not in got.fields

    assert ask(server, None, 'If-None-Match: "x", W/"y"').status == 200
    assert ask(server, None, f'If-None-Match: {plain.fields["etag"][:-2]}"').status == 200


def test_what_is_not_newer_is_not_sent_again(server: FeedServer) -> None:
    last = ask(server).fields["last-modified"]
    earlier = format_datetime(parsedate_to_datetime(last) - timedelta(seconds=1), usegmt=True)

    assert ask(server, None, f"If-Modified-Since: {last}").status == 304
    assert ask(server, None, f"If-Modified-Since: {earlier}").status == 200
    assert ask(server, None, "If-Modified-Since: yesterday").status == 200
    assert ask(server, None, f"If-Modified-Since: Mon, 01 Jan {'9' * 30} 00:00:00 GMT").status == 200
    assert ask(server, None, f"If-Modified-Since: {last}", 'If-None-Match: "x"').status == 200  # the tag counts


def test_a_second_change_within_a_second_is_seen_by_time_too(server: FeedServer) -> None:
    before = ask(server).fields["last-modified"]

    server.offer({TOKEN: an_offer(b"new")})

    got = ask(server, None, f"If-Modified-Since: {before}")
    assert (got.status, got.body) == (200, b"new")


def test_the_same_bytes_stay_the_same_thing(server: FeedServer) -> None:
    before = ask(server)
    server.offer({TOKEN: an_offer(), OTHER_TOKEN: an_offer(b"other", "other.ics")})

    assert {**ask(server).fields, "date": ""} == {**before.fields, "date": ""}
    assert ask(server, line(f"/{OTHER_TOKEN}/other.ics")).body == b"other"
    server.offer({})
    assert ask(server).status == 404


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/woche.ics",
        f"/{TOKEN}",
        f"/{TOKEN}/",
        f"/{TOKEN}/woche.txt",
        f"/{TOKEN[:-1]}/woche.ics",
        f"/{TOKEN}t/woche.ics",
        f"/{OTHER_TOKEN}/woche.ics",
        f"/{TOKEN.upper()}/woche.ics",
        f"/{TOKEN}/../{TOKEN}/woche.ics",
        f"/../{TOKEN}/woche.ics",
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd.ics",
        f"/%74{TOKEN[1:]}/woche.ics",
        f"//{TOKEN}/woche.ics",
        f"/{TOKEN}/a%2f..%2fwoche.ics",
        f"/{TOKEN}\\woche.ics",
        f"http://127.0.0.1/{TOKEN}/woche.ics",
        "*",
    ],
)
def test_everything_else_is_not_there(server: FeedServer, target: str) -> None:
    got = ask(server, line(target))

    assert (got.status, got.body) == (404, b"")


def test_the_token_counts_and_not_the_name_of_the_file(server: FeedServer) -> None:
    assert ask(server, line(f"/{TOKEN}/older-name.ics?nocache=1")).body == WEEK


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "evil.example", "127.0.0.1.evil.example", "127.0.0.1:1"])
def test_no_other_name_leads_here(server: FeedServer, host: str) -> None:
    assert ask(server, host=host).status == 421
    assert ask(server, host=f"{host}:{server.port}").status == (200 if host in {"127.0.0.1", "localhost"} else 421)


def test_who_names_no_host_must_be_older_than_browsers(server: FeedServer) -> None:
    assert ask(server, host=None).status == 421
    assert ask(server, line(version="HTTP/1.0"), host=None).body == WEEK
    assert ask(server, None, "Host: localhost").status == 400  # two of them


@pytest.mark.parametrize(
    "field",
    [
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:3000",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ],
)
def test_no_page_of_a_browser_reads_it(server: FeedServer, field: str) -> None:
    got = ask(server, None, field)

    assert (got.status, got.body) == (403, b"")
    assert "access-control-allow-origin" not in got.fields


def test_the_owner_may_look_at_it_in_a_browser(server: FeedServer) -> None:
    got = ask(server, None, "Sec-Fetch-Site: none", f"Origin: http://127.0.0.1:{server.port}")

    assert (got.status, got.body) == (200, WEEK)
    assert got.fields["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "TRACE", "CONNECT"])
def test_it_can_only_be_read(server: FeedServer, method: str) -> None:
    got = ask(server, line(method=method))

    assert (got.status, got.fields["allow"], got.body) == (405, "GET, HEAD", b"")


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET /", 400),
        ("GET / HTTP/2.0", 505),
        ("get / HTTP/1.1", 400),
        ("GET  / HTTP/1.1", 400),
        ("GET / HTTP/1.1 x", 400),
        ("\x16\x03\x01\x02", 400),  # somebody tries TLS
        ("GET /" + "a" * 9000 + " HTTP/1.1", 414),
        ("GET / HTTP/1.1\r\nno colon", 400),
        ("GET / HTTP/1.1\r\nX: 1\r\n folded", 400),
        ("GET / HTTP/1.1\r\n: nameless", 400),
        ("GET / HTTP/1.1" + "\r\nX: 1" * 101, 431),
    ],
)
def test_what_is_no_request_is_told_so(server: FeedServer, head: str, status: int) -> None:
    with connected(server) as connection:
        connection.sendall(head.encode("latin-1") + b"\r\n\r\n")

        assert told(read_all(connection)).status == status
    assert ask(server).status == 200


def test_one_connection_takes_many_questions(server: FeedServer) -> None:
    with connected(server) as connection:
        for _ in range(5):
            connection.sendall(request(server))
            got = read_one(connection)
            assert (got.body, got.fields["connection"]) == (WEEK, "keep-alive")


def test_the_last_answer_of_a_connection_says_so(server: FeedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "MOST_REQUESTS", 3)
    with connected(server) as connection:
        for ending in ("keep-alive", "keep-alive", "close"):
            connection.sendall(request(server))
            assert read_one(connection).fields["connection"] == ending
        assert connection.recv(1) == b""


def test_questions_in_advance_are_answered_in_order(server: FeedServer) -> None:
    server.offer({TOKEN: an_offer(b"one"), OTHER_TOKEN: an_offer(b"two")})
    other = line(f"/{OTHER_TOKEN}/x.ics")
    with connected(server) as connection:
        connection.sendall(request(server) + request(server, other) + request(server, None, "Connection: close"))

        assert [read_one(connection).body for _ in range(3)] == [b"one", b"two", b"one"]
        assert connection.recv(1) == b""


def test_older_clients_close_unless_they_say_otherwise(server: FeedServer) -> None:
    old = line(version="HTTP/1.0")
    with connected(server) as connection:
        connection.sendall(request(server, old, "Connection: keep-alive"))
        assert read_one(connection).fields["connection"] == "keep-alive"
        connection.sendall(request(server, old))
        assert read_one(connection).fields["connection"] == "close"
        assert connection.recv(1) == b""


def test_what_follows_a_question_with_a_body_is_no_question(server: FeedServer) -> None:
    hidden = request(server)
    with connected(server) as connection:
        connection.sendall(request(server, None, f"Content-Length: {len(hidden)}") + hidden)

        assert read_all(connection).count(b"HTTP/1.1 ") == 1


def test_it_tells_how_many_follow(server: FeedServer) -> None:
    assert (server.readers().count, server.readers().last) == (0, None)
    for agent in ("Thunderbird/153", "Outlook", "Outlook"):
        ask(server, None, f"User-Agent: {agent}")
    ask(server, line("/" + "x" * 43 + "/woche.ics"), "User-Agent: guesser")

    readers = server.readers()
    assert readers.count == 2
    assert readers.last is not None
    assert abs(datetime.now(UTC) - readers.last) < timedelta(minutes=1)


def test_a_port_that_is_taken_is_said(server: FeedServer) -> None:
    with pytest.raises(DeliveryProblem) as told_problem:
        FeedServer(server.port)
    assert told_problem.value.code is ProblemCode.PORT_TAKEN
    with pytest.raises(DeliveryProblem):
        FeedServer(70_000)


def test_the_port_is_free_again_at_once() -> None:
    with serving() as first:
        assert ask(first).status == 200
        port = first.port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=1)
    with serving(port=port) as second:
        assert (second.port, ask(second).status) == (port, 200)


def test_it_listens_on_this_computer_alone(server: FeedServer) -> None:
    assert server._listening.getsockname()[0] == "127.0.0.1"


def test_stopping_twice_is_no_harm(server: FeedServer) -> None:
    server.stop()
    server.stop()
