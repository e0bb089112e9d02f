"""A small web space on this computer that keeps files by WebDAV: with a login, TLS and bad days if wanted."""

from __future__ import annotations

import base64
import hashlib
import re
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

USER = "lea"
PASSWORD = "äpfel & birnen"  # noqa: S105 - of a server that lives as long as a test


@dataclass(frozen=True)
class Said:
    """An answer that a test puts into the server's mouth; `raw` is sent as it is, and then the line is cut."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class WebSpace:
    """The server, a context. `files` is what lies there, `asked` what was asked, without what the door turned away.

    `script` holds answers for the next requests of a method, or of any ("*"); `before` is called before each request
    is answered. `etag` makes a file's ETag, `login` is "", "Basic" or "Digest".
    """

    def __init__(self, *, login: str = "", tls: ssl.SSLContext | None = None) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[Asked] = []
        self.script: dict[str, list[Said]] = {}
        self.before: Callable[[Asked], None] = lambda _asked: None
        self.etag: Callable[[bytes], str] = lambda data: f'"{hashlib.sha256(data).hexdigest()[:12]}"'
        self.login = login
        self.kind = "text/calendar"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: _Handler(self, *args))
        self._server.daemon_threads = False
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.port: int = self._server.server_address[1]
        self.address = f"http{'s' if tls else ''}://127.0.0.1:{self.port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def methods(self) -> list[str]:
        """What was asked, in short."""
        return [asked.method for asked in self.asked]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 5

    def __init__(self, space: WebSpace, *args: object) -> None:
        self._space = space
        super().__init__(*args)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline(65_537)
        if not self.raw_requestline or not self.parse_request():
            self.close_connection = True
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = Asked(self.command, self.path, dict(self.headers.items()), body)
        said = self._answer(asked)
        if said.raw is not None:
            self.wfile.write(said.raw)
            self.close_connection = True
            return
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said.body)

    def _answer(self, asked: Asked) -> Said:
        space = self._space
        if space.login and not self._may_in(asked):
            nonce = ', nonce="n1", qop="auth", algorithm=MD5' if space.login == "Digest" else ""
            return Said(401, headers={"WWW-Authenticate": f'{space.login} realm="web space"{nonce}'})
        space.asked.append(asked)
        space.before(asked)
        for method in (asked.method, "*"):
            if space.script.get(method):
                return space.script[method].pop(0)
        return self._done(asked)

    def _done(self, asked: Asked) -> Said:
        space = self._space
        there = space.files.get(asked.path)
        etag = "" if there is None else space.etag(there)
        if asked.method in {"GET", "HEAD"}:
            if there is None:
                return Said(404)
            return Said(200, there, {"Content-Type": space.kind, **({"ETag": etag} if etag else {})})
        if asked.method != "PUT":
            return Said(405)
        wanted = asked.headers.get("If-Match")
        is_met = there is None if asked.headers.get("If-None-Match") == "*" else wanted is None or wanted == etag
        if not is_met or (wanted or "").startswith("W/"):
            return Said(412)
        space.files[asked.path] = asked.body
        etag = space.etag(asked.body)
        return Said(201 if there is None else 204, headers={"ETag": etag} if etag else {})

    def _may_in(self, asked: Asked) -> bool:
        given = asked.headers.get("Authorization", "")
        if self._space.login == "Basic":
            return given == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        said = dict(re.findall(r'(\w+)="?([^",]*)"?', given))
        first = _md5(f"{USER}:web space:{PASSWORD}")
        second = _md5(f"{asked.method}:{asked.path}")
        ways = (said.get("nonce", ""), said.get("nc", ""), said.get("cnonce", ""), said.get("qop", ""))
        return said.get("response") == _md5(":".join((first, *ways, second)))


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()  # noqa: S324 - what Digest asks for
