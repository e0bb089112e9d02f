"""Calendar files kept fresh in a folder that the user has chosen, often one that a cloud carries on.

A file is replaced in one step, and only when its bytes differ. Nobody else's file is ever overwritten or removed: ours
bears the mark that every calendar of this program begins with, or is known and bears no other program's. One that is
not known has to be an earlier state of the same calendar, too: several plans may share a folder.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from db.feed_records import Delivered
from db.media import belongs_to
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.feeds.events import PRODUCT

_MARK = f"\nPRODID:{PRODUCT}".encode()
_UID = re.compile(rb"^UID:[^\r\n]+", re.MULTILINE)  # ours are short enough for one line
_NAME = re.compile(rb"^X-WR-CALNAME:[^\r\n]+", re.MULTILINE)
_BEGINNING = 400  # bytes within which the mark stands
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Kept(NamedTuple):
    """What of ours lies in the folder now, which files had to be written for that, and what went wrong first.

    A href is a file's path.
    """

    things: tuple[Delivered, ...]
    written: frozenset[Path] = frozenset()
    problem: DeliveryProblem | None = None


def keep(folder: Path, files: Mapping[str, bytes], known: Iterable[str], plan: Path) -> Kept:
    """Let the folder hold exactly these files of ours, by file name, and no older ones.

    `known` are the hrefs of what we brought before: what is no longer wanted of that is removed, unless it lies in
    another folder, where the user may have kept it. The plan's own files at `plan` are never touched. One file that
    fails keeps no other from being written.
    """
    there = {path for path in map(Path, known) if path.parent == folder}
    if not folder.is_dir():
        return Kept(_things(there), problem=DeliveryProblem(ProblemCode.FOLDER_MISSING, str(folder)))
    wanted = {folder / name: data for name, data in files.items()}
    written = set()
    problem: DeliveryProblem | None = None
    for path, data in wanted.items():
        try:
            if _put(path, data, path in there, plan):
                written.add(path)
            there.add(path)
        except DeliveryProblem as found:
            problem = problem or found
    for path in there - wanted.keys():
        if _take_away(path, plan):
            there.discard(path)
    return Kept(_things(there), frozenset(written), problem)


def written_at(things: Iterable[Delivered]) -> datetime | None:
    """The instant at which the newest of these files was written; None when none of them is there."""
    moments = []
    for thing in things:
        with suppress(OSError):
            moments.append(Path(thing.href).stat().st_mtime)
    return datetime.fromtimestamp(max(moments), UTC) if moments else None


def _things(paths: Iterable[Path]) -> tuple[Delivered, ...]:
    return tuple(Delivered(str(path), "", "") for path in sorted(paths))


def _put(path: Path, data: bytes, is_known: bool, plan: Path) -> bool:
    """Write a file unless it is as it should be; tells whether that was needed. Raises DeliveryProblem."""
    target = path.resolve()  # a link leads to where the file is wanted
    try:
        if target.exists():
            if not target.is_file() or belongs_to(target, plan):
                raise DeliveryProblem(ProblemCode.CHANGED_THERE, str(path))
            if target.stat().st_size == len(data) and target.read_bytes() == data:
                return False
            if not (_may_be_replaced(target) if is_known else _is_earlier(target, data)):
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
        if path.is_file() and not belongs_to(path, plan) and bears_our_mark(path):
            path.unlink()
    except OSError:
        return False
    return True


def bears_our_mark(path: Path) -> bool:
    """Tell whether a file is a calendar of this program, of whichever plan. Raises OSError."""
    return _MARK in _beginning(path)


def _may_be_replaced(path: Path) -> bool:
    """Tell whether no other program has put a calendar in the place of one that we brought."""
    return bears_our_mark(path) or b"PRODID" not in _beginning(path).upper()


def _is_earlier(path: Path, data: bytes) -> bool:
    """Tell whether a calendar bears our mark and has events of this one, or as good as none under its name."""
    there = path.read_bytes()
    uids = {*_UID.findall(there)}
    is_namesake = len(uids) == 1 and _NAME.findall(there) == _NAME.findall(data)
    return bears_our_mark(path) and (is_namesake or not uids.isdisjoint(_UID.findall(data)))


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_BEGINNING)


def _problem(error: OSError) -> DeliveryProblem:
    detail = f"{error.strerror or error}: {error.filename}"
    if error.errno in _FULL:
        return DeliveryProblem(ProblemCode.DISK_FULL, detail)
    if error.errno in _CLOSED:
        return DeliveryProblem(ProblemCode.FOLDER_CLOSED, detail)
    return DeliveryProblem(ProblemCode.FOLDER_MISSING, detail)  # a drive or a network that went away meanwhile
