"""A real Radicale server on this computer, for whoever brings calendars away."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path
from typing import Self

USER = "lea"
PASSWORD = "äpfel & birnen"  # noqa: S105 - of a server that lives as long as a test

_CONFIGURATION = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/collections
[logging]
level = info
"""


class Radicale:
    """The server, its folder and its port, which it keeps over a stop. A context that stops it at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port: int = free.getsockname()[1]
        self._log = folder / "log"
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
        (folder / "configuration").write_text(_CONFIGURATION.format(port=self._port, folder=folder), encoding="utf-8")
        self.address = f"http://127.0.0.1:{self._port}/"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Let it run, and wait until it listens."""
        command = [sys.executable, "-m", "radicale", "--config", str(self._folder / "configuration")]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
            except OSError:
                assert self._process.poll() is None, self._log.read_text(encoding="utf-8")
                assert time.monotonic() < deadline, "Radicale does not listen"
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """Let it end, if it runs."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            self._process = None

    def requests(self) -> int:
        """How many requests it was asked since it first started."""
        return self._log.read_text(encoding="utf-8").count(" request for ")

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        """Ask as the user, with other means than the program's. Returns the status and the body."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        secret = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body.encode(), {"Authorization": f"Basic {secret}", **named})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def new_calendar(self, name: str) -> str:
        """Make a calendar and return its address."""
        status, said = self.ask("MKCALENDAR", f"/{USER}/{name}/")
        assert status == 201, said
        return f"{self.address}{USER}/{name}/"

    def files(self, name: str) -> dict[str, str]:
        """What lies in a calendar, by name."""
        folder = self._folder / "collections" / "collection-root" / USER / name
        return {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.ics")}
