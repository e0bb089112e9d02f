"""A server on this machine that answers as a test wants it: well, badly, slowly, or never."""

from __future__ import annotations

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Shop(ThreadingHTTPServer):
    """Answers as the tests want it; `asked` holds the paths in order."""

    daemon_threads = False
    block_on_close = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.ways: dict[str, Callable[[Answering], None]] = {}
        self.asked: list[str] = []
        self.is_closing = threading.Event()

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class Answering(BaseHTTPRequestHandler):
    """One request."""

    server: Shop

    def do_GET(self) -> None:
        """Answer as the path wants it."""
        self.server.asked.append(self.path)
        with suppress(OSError):  # whoever asked may hang up
            self.server.ways[self.path](self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer like a server that knows what it does."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(name="shop")
def open_shop() -> Iterator[Shop]:
    """A server on this machine; it ends with the test, whoever is still being answered."""
    server = Shop()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.is_closing.set()
    server.shutdown()
    server.server_close()
    thread.join()
