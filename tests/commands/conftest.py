"""Runs the program as its users' scripts do: a process, arguments, exit code, two streams."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run answered."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `wochenwerk ARGUMENTS…` in an empty home without a screen; German unless asked otherwise.

    `out` takes the standard output instead of the result, `largest_file` (bytes) makes the disk full early, other names
    are variables of the environment.
    """
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "de_DE.UTF-8"}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("COV")}

    def run_it(
        *arguments: object, out: Path | None = None, largest_file: int | None = None, **variables: str
    ) -> Result:
        command = [sys.executable, "-m", "desktop", *map(str, arguments)]
        if largest_file is not None:
            command = ["sh", "-c", f'ulimit -f {largest_file // 512}; exec "$0" "$@"', *command]
        with out.open("w") if out else nullcontext(subprocess.PIPE) as taker:
            done = subprocess.run(
                command,
                cwd=tmp_path,
                env=environment | variables,
                stdout=taker,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        assert "Traceback" not in done.stderr, done.stderr
        return Result(done.returncode, done.stdout or "", done.stderr)

    return run_it
