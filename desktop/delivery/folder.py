"""Calendar files kept fresh in a folder that the user has chosen, often one that a cloud carries on.

A file is replaced in one step, and only when its bytes differ. Nobody else's file is ever overwritten or removed: what
is not known to be ours has to bear the mark that every calendar of this program begins with.
"""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from db.feed_records import Delivered
from db.media import belongs_to
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.feeds.events import PRODUCT

_MARK = f"\nPRODID:{PRODUCT}".encode()
_BEGINNING = 400  # bytes within which the mark stands
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Kept(NamedTuple):
    """What lies in the folder now, by file name, and which of the files had to be written for that."""

    things: tuple[Delivered, ...]
    written: tuple[str, ...]


def keep(folder: Path, files: Mapping[str, bytes], known: Collection[str], plan: Path) -> Kept:
    """Let the folder hold exactly these files of ours, by file name, and no older ones.

    `known` names the files that we brought there before: those that are no longer wanted are removed. The plan's own
    files at `plan` are never touched. Raises DeliveryProblem with what lies there all the same; one file that fails
    keeps no other from being written.
    """
    if not folder.is_dir():
        raise DeliveryProblem(ProblemCode.FOLDER_MISSING, str(folder), delivered=_things(known))
    there, written = set(known), []
    problem: DeliveryProblem | None = None
    for name, data in files.items():
        try:
            if _put(folder / name, data, name in known, plan):
                written.append(name)
            there.add(name)
        except DeliveryProblem as found:
            problem = problem or found
    for name in there - files.keys():
        if _take_away(folder / name, plan):
            there.discard(name)
    if problem is not None:
        raise DeliveryProblem(
            problem.code, problem.detail, is_passing=problem.is_passing, delivered=_things(there)
        ) from problem
    return Kept(_things(there), tuple(written))


def written_at(folder: Path, names: Collection[str]) -> datetime | None:
    """The instant at which the newest of these files was written; None when none of them is there."""
    moments = []
    for name in names:
        with suppress(OSError):
            moments.append((folder / name).stat().st_mtime)
    return datetime.fromtimestamp(max(moments), UTC) if moments else None


def _things(names: Collection[str]) -> tuple[Delivered, ...]:
    return tuple(Delivered(name, "", "") for name in sorted(names))


def _put(path: Path, data: bytes, is_known: bool, plan: Path) -> bool:
    """Write a file unless it is as it should be; tells whether that was needed. Raises DeliveryProblem."""
    target = path.resolve()  # a link leads to where the file is wanted
    try:
        if target.exists():
            if not target.is_file() or belongs_to(target, plan):
                raise DeliveryProblem(ProblemCode.CHANGED_THERE, str(path))
            if target.stat().st_size == len(data) and target.read_bytes() == data:
                return False
            if not is_known and not _bears_our_mark(target):
                raise DeliveryProblem(ProblemCode.CHANGED_THERE, str(path))
        _replace(target, data)
    except OSError as error:
        raise _problem(error) from error
    return True


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        try:
            part.replace(target)
        except PermissionError as error:  # the folder takes files, so it is this one that another program holds
            raise DeliveryProblem(ProblemCode.LOCKED, str(target)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _take_away(path: Path, plan: Path) -> bool:
    """Remove a file of ours that is no longer wanted; tells whether there is none of ours any more."""
    try:
        if path.is_file() and not belongs_to(path, plan) and _bears_our_mark(path):
            path.unlink()
    except OSError:
        return False
    return True


def _bears_our_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return _MARK in file.read(_BEGINNING)


def _problem(error: OSError) -> DeliveryProblem:
    detail = f"{error.strerror or error}: {error.filename}"
    if error.errno in _FULL:
        return DeliveryProblem(ProblemCode.DISK_FULL, detail)
    if error.errno in _CLOSED:
        return DeliveryProblem(ProblemCode.FOLDER_CLOSED, detail)
    return DeliveryProblem(ProblemCode.FOLDER_MISSING, detail)  # a drive or a network that went away meanwhile
