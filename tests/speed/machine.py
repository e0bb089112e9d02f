"""Real processes on a real screen: Xvfb where there is one, else Qt's offscreen platform."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 150


@dataclass(frozen=True, slots=True)
class Machine:
    """Where processes run: an empty home and a screen. `screen` names the screen for the table."""

    home: Path
    screen: str
    variables: dict[str, str]

    def run(self, *command: str | Path) -> float:
        """Run Python with these arguments; answers the seconds that it took. Raises CalledProcessError."""
        began = time.perf_counter()
        subprocess.run(self._python(*command), env=self._environment(), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - began

    def watch(self, script: str, *arguments: str | Path) -> dict[str, Any]:
        """Run a script of this folder; answers the facts that it printed, as one line of JSON.

        Its moments become milliseconds since the start of the process. While it waits for a line on its standard input
        its memory is measured: `memory`, in MB. Raises RuntimeError when something failed in it.
        """
        command = self._python(Path(__file__).with_name(script), *arguments)
        began = time.time()
        with subprocess.Popen(
            command, env=self._environment(), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            alarm = threading.Timer(PATIENCE_SECONDS, process.kill)
            alarm.start()
            line = process.stdout.readline() if process.stdout else ""
            memory = psutil.Process(process.pid).memory_info().rss / 1e6 if line else 0.0
            process.communicate("\n")
            alarm.cancel()
        failures = self._failures()
        if process.returncode or not line or failures:
            raise RuntimeError(f"{script} failed ({process.returncode}): {failures}")
        facts: dict[str, Any] = json.loads(line)
        moments = {name: (moment - began) * 1000 for name, moment in facts.get("moments", {}).items()}
        return facts | {"moments": moments, "memory": memory}

    def _python(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, *map(str, arguments)]

    def _environment(self) -> dict[str, str]:
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        return kept | folders | {"HOME": str(self.home), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"} | self.variables

    def _failures(self) -> str:
        """What the program has logged: nothing may fail while it is measured."""
        return "".join(log.read_text(encoding="utf-8") for log in self.home.rglob("*.log"))


@contextmanager
def machine(folder: Path) -> Iterator[Machine]:
    """A machine whose home is a new folder; its screen is taken down at the end."""
    home = folder / "home"
    home.mkdir()
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield Machine(home, "offscreen", {"QT_QPA_PLATFORM": "offscreen"})
        return
    command = [xvfb, "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        number = server.stdout.readline().strip() if server.stdout else ""
        try:
            yield Machine(home, "Xvfb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"})
        finally:
            server.terminate()
