"""Writing whole files so that at every moment either the old one or the complete new one is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import PlanExists

if TYPE_CHECKING:
    from collections.abc import Iterator

_BESIDE = ("-wal", "-shm", "-journal")


@contextmanager
def in_new_folder(beside: Path) -> Iterator[Path]:
    """A folder of our own on the same disk as a file, made with the file's folder and removed afterwards."""
    beside.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{beside.stem}-", dir=beside.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def place_new(ready: Path, path: Path) -> None:
    """Give a complete file its place. Raises PlanExists when something is there; never overwrites."""
    _sync(ready)
    if path.exists():
        raise PlanExists(path)
    for end in _BESIDE:  # what a removed plan left behind would be played into the new one
        path.with_name(path.name + end).unlink(missing_ok=True)
    try:
        os.link(ready, path)
    except FileExistsError as error:
        raise PlanExists(path) from error
    except OSError:  # a disk without hard links
        ready.rename(path)
    _sync_folder(path.parent)


def replace(ready: Path, path: Path) -> None:
    """Put a complete file in the place of another."""
    _sync(ready)
    ready.replace(path)
    _sync_folder(path.parent)


def keep_as(path: Path, name: Path) -> None:
    """Give a file another name besides its own; a copy does where the disk knows only one name per file."""
    try:
        os.link(path, name)
    except OSError:
        shutil.copy2(path, name)


def free_name(path: Path) -> Path:
    """The path, or the first with a number behind its name that nothing has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # folders cannot be synced there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
