"""Asking the feed server as programs do, well and badly, over real sockets."""

from __future__ import annotations

import gzip
import hashlib
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.delivery.server import FeedServer
from desktop.delivery.shelf import Offer

TOKEN = "t" * 43
OTHER_TOKEN = "u" * 43
WEEK = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" * 400
PATIENCE = 8.0


@dataclass(frozen=True, slots=True)
class Got:
    """An answer, unpacked."""

    status: int
    fields: Mapping[str, str]
    body: bytes


def an_offer(data: bytes = WEEK, file_name: str = "woche.ics") -> Offer:
    """A calendar to serve."""
    return Offer(file_name, data, hashlib.sha256(data).hexdigest())


@contextmanager
def serving(offers: Mapping[str, Offer] | None = None, port: int = 0) -> Iterator[FeedServer]:
    """A server with the week under `TOKEN`, or with other calendars."""
    server = FeedServer(port)
    server.offer({TOKEN: an_offer()} if offers is None else offers)
    try:
        yield server
    finally:
        server.stop()


def line(target: str = f"/{TOKEN}/woche.ics", method: str = "GET", version: str = "HTTP/1.1") -> str:
    """A request's first line."""
    return f"{method} {target} {version}"


def request(server: FeedServer, first: str | None = None, *fields: str, host: str | None = "") -> bytes:
    """A whole request; `host` None leaves it out, "" is the server's own."""
    hosts = [] if host is None else [f"Host: {host or f'127.0.0.1:{server.port}'}"]
    return "\r\n".join((first or line(), *hosts, *fields, "", "")).encode("latin-1")


def connected(server: FeedServer) -> socket.socket:
    """A connection to it."""
    return socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)


def ask(server: FeedServer, first: str | None = None, *fields: str, host: str | None = "") -> Got:
    """Ask once, over a connection of its own, and read until the other side is done."""
    with connected(server) as connection:
        connection.sendall(request(server, first, *fields, "Connection: close", host=host))
        return told(read_all(connection))


def read_all(connection: socket.socket) -> bytes:
    """Everything until the other side closes."""
    pieces = []
    while piece := connection.recv(65_536):
        pieces.append(piece)
    return b"".join(pieces)


def read_one(connection: socket.socket) -> Got:
    """One answer of several over one connection."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(1)
    length = int(told(data).fields.get("content-length", "0"))
    while length and len(data.partition(b"\r\n\r\n")[2]) < length:
        data += connection.recv(min(65_536, length))
    return told(data)


def told(data: bytes) -> Got:
    """An answer from its bytes."""
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    fields = {name.lower(): value for name, _, value in (each.partition(": ") for each in lines)}
    if fields.get("content-encoding") == "gzip" and body:
        body = gzip.decompress(body)
    return Got(int(first.split()[1]), fields, body)
