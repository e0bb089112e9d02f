"""Plans that nobody has open, and other processes that do something to them."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tests.builders import a_post, a_store

MONDAY = datetime(2026, 11, 23, 10)


def closed_plan(folder: Path) -> Path:
    """A plan with an idea."""
    store = a_store(folder, posts=(a_post("Zimtschnecken"),))
    store.close()
    return store.path


def _command(script: str) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(script)]


def run(script: str, **environment: str) -> int:
    """Run a script with environment variables; answers its exit code."""
    return subprocess.run(_command(script), env={**os.environ, **environment}, check=False).returncode


def output(script: str, **environment: str) -> str:
    """What a script prints; it must succeed."""
    done = subprocess.run(
        _command(script), env={**os.environ, **environment}, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@contextmanager
def full_disk(largest: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes, for scripts. POSIX only.

    Afterwards files may grow again: what measures the process must not leave half a file at its end.
    """
    import resource  # noqa: PLC0415 - Windows has none

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def as_nobody(path: Path) -> str:
    """What opening a plan answers to somebody who may not do everything, as root may."""
    script = """
        import os
        from pathlib import Path
        from db.errors import StorageProblem
        from db.store import Store
        if os.name == "posix" and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        try:
            Store.open(Path(os.environ["PLAN"])).close()
        except StorageProblem as problem:
            print(type(problem).__name__)
        else:
            print("opened")
    """
    for folder in path.parents:
        if folder.name.startswith("pytest-"):
            folder.chmod(0o755)
    return output(script, PLAN=str(path))
