"""What a failure of SQLite or of the operating system means to the user of a plan."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from db.errors import DiskFull, NotAPlan, PlanBusy, PlanDamaged, PlanMissing, PlanReadOnly, StorageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER = b"SQLite format 3\x00"
_CANNOT_WRITE = frozenset(
    {
        sqlite3.SQLITE_IOERR,  # bare: all that the search index says, which every edit writes
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)
_PROBLEMS: dict[int, type[StorageProblem]] = {
    sqlite3.SQLITE_BUSY: PlanBusy,
    sqlite3.SQLITE_LOCKED: PlanBusy,
    sqlite3.SQLITE_CORRUPT: PlanDamaged,
    sqlite3.SQLITE_IOERR: PlanDamaged,
    sqlite3.SQLITE_NOTADB: NotAPlan,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: PlanReadOnly,
    sqlite3.SQLITE_PERM: PlanReadOnly,
    sqlite3.SQLITE_CANTOPEN: PlanReadOnly,
}


@contextmanager
def disk_problems(path: Path) -> Iterator[None]:
    """Turn failures of the file and the disk into storage problems; mistakes of ours pass as they are."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


def look_at(path: Path) -> None:
    """See from outside whether a file can be a plan that we may write.

    Raises PlanMissing, NotAPlan or PlanReadOnly.
    """
    with disk_problems(path):
        if not path.exists():
            raise PlanMissing(path)
        if path.is_dir():
            raise NotAPlan(path)
        with path.open("rb") as file:
            if file.read(len(_HEADER)) != _HEADER:
                raise NotAPlan(path)
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise PlanReadOnly(path)


def problem_of(error: object, path: Path) -> StorageProblem | None:
    """What an error of SQLite or the system means for the file; None when it is no fault of the environment."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            return None
        kind = DiskFull if code in _CANNOT_WRITE else _PROBLEMS.get(code & 0xFF)
        if code & 0xFF == sqlite3.SQLITE_CANTOPEN and not path.exists():
            kind = PlanMissing
        return kind(path, str(error)) if kind else None
    if isinstance(error, FileNotFoundError):
        return PlanMissing(path, str(error))
    if isinstance(error, OSError):
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            return DiskFull(path, str(error))
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            return PlanReadOnly(path, str(error))
        if error.errno == errno.EIO:
            return PlanDamaged(path, str(error))
    return None
