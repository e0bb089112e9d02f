"""Calendars on this computer alone: an HTTP server on 127.0.0.1 for programs that follow an address.

It knows a few secret tokens and the bytes that belong to them, no paths and no plan. A web page in the owner's browser
can reach 127.0.0.1 too, so a request must name this host and must not come from another site. A wrong token is answered
with 404 and nothing worse: on 403, 410 or 500 Thunderbird switches a calendar off. For the same reason the server does
not listen before it has something to say.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.requests import BadRequest, Request, parsed
from desktop.delivery.shelf import Answer, Offer, Readers, Shelf
from desktop.delivery.states import HOST

MOST_CONNECTIONS = 48  # more of them wait until one ends
WAITING = 256  # connections
HEAD_BYTES = 16_384  # of a request, its line and all its fields
HEAD_SECONDS = 5.0  # from the first wait to the last byte, however slowly they come
WRITE_SECONDS = 20.0
MOST_REQUESTS = 100  # of one connection
FREE_MISSES = 20  # wrong tokens a minute; each further one waits before it is told
MISS_SECONDS = 0.5
STOP_SECONDS = 1.0

_PIECE = 65_536
_GOODBYE_SECONDS = 0.5


class FeedServer:
    """Serves what it was offered last, in a thread of its own. All methods may be called from any thread.

    Raises DeliveryProblem (PORT_TAKEN) when the port cannot be had; 0 asks for a free one.
    """

    def __init__(self, port: int = 0) -> None:
        self._listening = _listen(port)
        self.port: int = self._listening.getsockname()[1]
        self._shelf = Shelf(self.port)
        self._desk = _Desk(self._shelf)
        self._loop = asyncio.SelectorEventLoop()  # on Windows, too: only it tells of waiting connections
        self._thread = threading.Thread(target=self._run, name="feed server", daemon=True)
        self._thread.start()

    def offer(self, offers: Mapping[str, Offer]) -> None:
        """Serve these calendars from now on, by token, and no others."""
        self._shelf.offer(offers)

    def readers(self) -> Readers:
        """Who reads."""
        return self._shelf.readers()

    def open_connections(self) -> int:
        """How many connections there are at the moment."""
        return len(self._desk.open)

    def stop(self) -> None:
        """Close all connections and let go of the port; takes `STOP_SECONDS` at most."""
        with suppress(RuntimeError):  # it has stopped already
            self._loop.call_soon_threadsafe(self._desk.end.set)
        self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._desk.serve(self._listening))
        finally:
            self._listening.close()
            self._loop.close()


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # only past the last one's leftovers
        listening.bind((HOST, port))
        listening.listen(WAITING)
    except (OSError, OverflowError) as error:
        listening.close()
        raise DeliveryProblem(ProblemCode.PORT_TAKEN, f"{HOST}:{port}: {error}") from error
    listening.setblocking(False)
    return listening


class _Desk:
    """Takes connections, so many at once, and hands their requests to the shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.end = asyncio.Event()
        self.open: set[asyncio.Task[None]] = set()
        self._shelf = shelf
        self._misses: deque[float] = deque(maxlen=FREE_MISSES)

    async def serve(self, listening: socket.socket) -> None:
        """Take connections until `end` is set; then close all of them."""
        loop = asyncio.get_running_loop()
        loop.add_reader(listening, self._accept, listening)
        await self.end.wait()
        loop.remove_reader(listening)
        tasks = set(self.open)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=STOP_SECONDS / 2)
        await asyncio.sleep(0)  # what was cut short is let go of in the loop's next turn

    def _accept(self, listening: socket.socket) -> None:
        """Take the connection that waits. No task does: one that is cancelled may lose what it just took."""
        loop = asyncio.get_running_loop()
        try:
            connection, _ = listening.accept()
        except OSError:  # it was gone before it was taken, or there are no more files to be had
            loop.remove_reader(listening)
            loop.call_later(0.05, self._go_on, listening)
            return
        connection.setblocking(False)
        task = asyncio.create_task(self._talk(connection))
        self.open.add(task)
        task.add_done_callback(partial(self._hang_up, listening, connection))
        if len(self.open) >= MOST_CONNECTIONS:
            loop.remove_reader(listening)

    def _hang_up(self, listening: socket.socket, connection: socket.socket, task: asyncio.Task[None]) -> None:
        connection.close()  # a talk that was ended before its first word has not done so
        self.open.discard(task)
        self._go_on(listening)

    def _go_on(self, listening: socket.socket) -> None:
        if not self.end.is_set() and len(self.open) < MOST_CONNECTIONS:
            asyncio.get_running_loop().add_reader(listening, self._accept, listening)

    async def _talk(self, connection: socket.socket) -> None:
        """Answer the requests of one connection, one after the other."""
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=HEAD_BYTES)
        protocol = asyncio.StreamReaderProtocol(reader)
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or a body waits for news of its head
            transport, _ = await loop.connect_accepted_socket(lambda: protocol, connection)
        except OSError:
            connection.close()
            return
        writer = asyncio.StreamWriter(transport, protocol, reader, loop)
        try:
            left = MOST_REQUESTS
            while left and await self._answer_next(reader, writer, is_last=left == 1):
                left -= 1
            await _part(reader, writer)
        except (OSError, TimeoutError):  # the other side went, or does not take what it wanted
            pass
        finally:
            transport.abort()

    async def _answer_next(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_last: bool) -> bool:
        """Read a request and answer it; tells whether another one may follow."""
        try:
            async with asyncio.timeout(HEAD_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
        except TimeoutError:
            await _write(writer, Answer.refusing(408))
            return False
        except asyncio.LimitOverrunError:
            await _write(writer, Answer.refusing(431))
            return False
        except asyncio.IncompleteReadError:
            return False
        try:
            request = parsed(head)
        except BadRequest as bad:
            await _write(writer, Answer.refusing(bad.status))
            return False
        answer = self._shelf.answer(request)
        if answer.status == 404:
            await self._slow_down()
        stays = request.stays and not is_last and answer.status < 400 and len(self.open) < MOST_CONNECTIONS
        await _write(writer, answer, request, stays=stays)
        return stays

    async def _slow_down(self) -> None:
        """Let whoever guesses wait; nobody else, and never for ever: any program here could lock the owner out."""
        now = time.monotonic()
        is_often = len(self._misses) == FREE_MISSES and now - self._misses[0] < 60
        self._misses.append(now)
        if is_often:
            await asyncio.sleep(MISS_SECONDS)


async def _write(
    writer: asyncio.StreamWriter, answer: Answer, request: Request | None = None, *, stays: bool = False
) -> None:
    """Send an answer piece by piece, so that a slow reader holds one piece and not the whole."""
    async with asyncio.timeout(WRITE_SECONDS):
        writer.write(answer.head(stays=stays))
        body = b"" if request is not None and request.method == "HEAD" else answer.body
        for start in range(0, len(body), _PIECE):
            writer.write(body[start : start + _PIECE])
            await writer.drain()
        await writer.drain()


async def _part(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Say that this was all and take what is still coming: a connection cut short takes the last answer with it."""
    async with asyncio.timeout(_GOODBYE_SECONDS):
        if writer.can_write_eof():
            writer.write_eof()
        await writer.drain()
        while await reader.read(_PIECE):
            pass
