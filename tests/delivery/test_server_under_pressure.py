"""The server on this computer and clients that are slow, many, rude or gone: it stays answerable and leaks nothing."""

from __future__ import annotations

import gc
import socket
import struct
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from desktop.delivery import server as server_module
from desktop.delivery.server import FeedServer
from tests.delivery.asking import (
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

LARGE = bytes(900_000)
RESET = struct.pack("ii", 1, 0)  # close without a goodbye


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A server with one calendar."""
    with serving() as running:
        yield running


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Iterator[FeedServer]:
    """The same with less patience, so that tests need less, too."""
    monkeypatch.setattr(server_module, "HEAD_SECONDS", 0.4)
    monkeypatch.setattr(server_module, "WRITE_SECONDS", 0.4)
    with serving({TOKEN: an_offer(LARGE)}) as running:
        yield running


def until_empty(server: FeedServer) -> None:
    """Wait until the last connection is gone."""
    deadline = time.monotonic() + 5
    while server.open_connections() and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    assert server.open_connections() == 0


def test_who_says_nothing_is_sent_away(hasty: FeedServer) -> None:
    with connected(hasty) as connection:
        assert told(read_all(connection)).status == 408
    until_empty(hasty)


def test_who_speaks_for_ever_is_sent_away(hasty: FeedServer) -> None:
    began = time.monotonic()
    with connected(hasty) as connection:
        status, said = 0, request(hasty)
        connection.settimeout(0.02)
        for place in range(len(said)):  # a byte now and then is no excuse
            try:
                connection.sendall(said[place : place + 1])
                status = told(connection.recv(65_536)).status
                break
            except TimeoutError:
                continue
    assert status == 408
    assert time.monotonic() - began < 4
    until_empty(hasty)


def test_who_does_not_take_the_answer_is_left(hasty: FeedServer) -> None:
    with connected(hasty) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        for _ in range(40):
            connection.sendall(request(hasty))
        until_empty(hasty)
    assert ask(hasty).body == LARGE


def test_huge_heads_are_refused(server: FeedServer) -> None:
    for head in (
        b"GET /" + b"a" * 200_000,
        b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000,
        b"GET / HTTP/1.1\r\n" + b"X: 1\r\n" * 30_000,
        b"\0" * 200_000,
    ):
        with connected(server) as connection:
            connection.sendall(head)
            assert told(read_all(connection)).status == 431
    assert ask(server).body == WEEK


def test_dropped_connections_are_forgotten(server: FeedServer) -> None:
    server.offer({TOKEN: an_offer(LARGE)})
    for sent in (b"", b"GET", request(server), request(server) * 3):
        for is_rude in (False, True):
            connection = connected(server)
            connection.sendall(sent)
            if is_rude:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            connection.close()
    until_empty(server)
    assert ask(server).body == LARGE


def test_two_hundred_at_once_are_all_answered(server: FeedServer) -> None:
    together = threading.Barrier(200)

    def read(_: int) -> bool:
        with connected(server) as connection:
            together.wait(20)
            connection.sendall(request(server, None, "Connection: close"))
            return told(read_all(connection)).body == WEEK

    with ThreadPoolExecutor(200) as pool:
        assert all(pool.map(read, range(200)))
    until_empty(server)


def test_idle_connections_hold_nobody_up_for_long(hasty: FeedServer) -> None:
    idle = [connected(hasty) for _ in range(server_module.MOST_CONNECTIONS + 20)]
    assert hasty.open_connections() <= server_module.MOST_CONNECTIONS

    assert ask(hasty).body == LARGE

    for connection in idle:
        connection.close()
    until_empty(hasty)


def test_guessing_is_slow_and_harms_nobody_else(server: FeedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "MISS_SECONDS", 0.3)
    wrong = line("/" + "x" * 43 + "/woche.ics")
    for _ in range(server_module.FREE_MISSES):
        assert ask(server, wrong).status == 404

    began = time.monotonic()
    assert ask(server, wrong).status == 404
    slow = time.monotonic() - began

    with connected(server) as guesser:
        guesser.sendall(request(server, wrong))
        began = time.monotonic()
        assert ask(server).body == WEEK
        quick = time.monotonic() - began
        assert read_one(guesser).status == 404
    assert slow >= 0.3 > quick


def test_five_thousand_questions_leave_nothing_behind(server: FeedServer) -> None:
    def rounds(amount: int) -> None:
        tag = ask(server).fields["etag"]
        for number in range(amount // 100):
            with connected(server) as connection:
                for _ in range(100):
                    connection.sendall(request(server, None, f"If-None-Match: {tag}", f"User-Agent: {number}"))
                    assert read_one(connection).status == 304
            until_empty(server)
        gc.collect()

    process = psutil.Process()
    rounds(500)
    threads, memory = threading.active_count(), process.memory_info().rss
    files = _open_files()

    rounds(5000)

    assert threading.active_count() == threads
    assert _open_files() <= files  # others may have closed theirs meanwhile
    assert process.memory_info().rss - memory < 3_000_000
    assert server.readers().count <= 64


def test_it_stops_at_once_whatever_is_going_on() -> None:
    with serving({TOKEN: an_offer(LARGE)}) as server:
        connections = [connected(server) for _ in range(60)]
        for connection in connections[:20]:
            connection.sendall(request(server) * 20)

        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < server_module.STOP_SECONDS + 0.5

        for connection in connections:
            connection.close()
        assert not server._thread.is_alive()


def _open_files() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0
