"""Runs the program as its users' scripts do: a process, arguments, exit code, two streams."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
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
    """Run `wochenwerk ARGUMENTS…` in an empty home without a screen; German unless asked otherwise."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "de_DE.UTF-8"}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("COV")}

    def run_it(*arguments: object) -> Result:
        command = [sys.executable, "-m", "desktop", *map(str, arguments)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        return Result(done.returncode, done.stdout, done.stderr)

    return run_it
