"""The pictures of a plan: a second SQLite file beside it, each picture stored once under its SHA-256.

A picture is written before anything refers to it and never changed, so a plan and its pictures can be copied one
after the other. The file is made with the first picture.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from db.errors import PictureTooLarge
from db.problems import disk_problems

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_PICTURE = 50 * 1024 * 1024
APPLICATION_ID = 0x576F576D  # "WoWm"
_PATIENCE_SECONDS = 5.0


def media_path_of(plan_path: Path) -> Path:
    """Where the pictures of a plan lie: `NAME.wochenwerk-media` beside `NAME.wochenwerk`."""
    return plan_path.with_name(f"{plan_path.name}-media")


def belongs_to(file: Path, plan_path: Path) -> bool:
    """Tell whether a file is the plan, its pictures or what SQLite keeps beside them, under whatever name."""
    of_plan = [
        part.with_name(part.name + end)
        for part in (plan_path, media_path_of(plan_path))
        for end in ("", "-wal", "-shm", "-journal")
    ]
    if file.resolve() in {part.resolve() for part in of_plan}:
        return True
    return file.exists() and any(part.exists() and part.samefile(file) for part in of_plan)


def picture(path: Path, sha256: str) -> bytes | None:
    """The bytes of a picture, None if the file does not have it. Raises StorageProblem."""
    if not path.exists():
        return None
    with disk_problems(path), closing(_connect(path, "ro")) as connection:
        found = connection.execute("SELECT bytes FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
    return bytes(found[0]) if found else None


def add_picture(path: Path, data: bytes) -> str:
    """Store a picture unless it is there already; answers its SHA-256 in hex. Raises StorageProblem."""
    if len(data) > LARGEST_PICTURE:
        raise PictureTooLarge(path, f"{len(data)} bytes")
    name = hashlib.sha256(data).hexdigest()
    with disk_problems(path), closing(_connect(path, "rwc")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE IF NOT EXISTS blob (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL)")
        connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (name, data))
        connection.execute("COMMIT")
    return name


def picture_names(path: Path) -> frozenset[str]:
    """The SHA-256 of every picture in the file; none if there is no file. Raises StorageProblem."""
    if not path.exists():
        return frozenset()
    with disk_problems(path), closing(_connect(path, "ro")) as connection:
        return frozenset(name for (name,) in connection.execute("SELECT sha256 FROM blob"))


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None
    )
    connection.execute("PRAGMA synchronous = FULL")
    return connection
