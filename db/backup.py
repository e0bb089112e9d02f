"""Copies of a plan, and putting one back.

A copy is taken of one consistent state while the plan is in use, looked at before it gets its name, and written so
that a half copy never bears it. Daily copies lie beside the plan in `NAME backups` and hold the plan alone: nothing is
ever removed from the file of pictures. A zip holds both.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import zipfile
import zlib
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import available_timezones

from dateutil.rrule import rrulestr

from db.connection import stored_revision
from db.errors import DiskFull, NotAPlan, PlanDamaged, PlanExists, PlanMissing, PlanTooNew, StorageProblem
from db.files import free_name, in_new_folder, keep_as, place_new, replace
from db.lock import hold_window
from db.media import belongs_to, media_path_of
from db.problems import disk_problems, look_at
from db.schema import REVISION
from db.taken_over import seen_outside, take_over

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

COPIES_KEPT = 14
_PLAN_SUFFIX = ".wochenwerk"
_MEDIA_SUFFIX = ".wochenwerk-media"


class FindingKind(StrEnum):
    """What can be wrong with a plan."""

    DAMAGED = "damaged"
    REFERENCE = "reference"
    ZONE = "zone"
    RULE = "rule"
    NO_VERSION = "no version"
    PICTURE = "picture"


class Finding(NamedTuple):
    """Something wrong. `detail` names it: SQLite's words, a zone, a title and its rule, a picture's SHA-256."""

    kind: FindingKind
    detail: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}"


class _Restored(NamedTuple):
    """Where the files of a backup were unpacked to; the second one exists only if the backup has pictures."""

    plan: Path
    media: Path


def backup_folder(path: Path) -> Path:
    """Where the copies of a plan lie."""
    return path.with_name(f"{path.stem} backups")


def daily_copy(path: Path, today: date | None = None) -> Path | None:
    """Keep a verified copy of the plan of today, and the last 14; answers it, None when today has one already.

    Raises StorageProblem; the copies of other days are then as they were.
    """
    day = today or datetime.now(UTC).astimezone().date()
    folder = backup_folder(path)
    copy = folder / f"{path.stem} {day.isoformat()}{path.suffix}"
    if copy.exists():
        return None
    with disk_problems(path), in_new_folder(copy) as new:
        snapshot(path, new / copy.name)
        verify(new / copy.name)
        replace(new / copy.name, copy)
        of_a_day = re.compile(rf"{re.escape(path.stem)} \d{{4}}-\d\d-\d\d{re.escape(path.suffix)}")
        copies = sorted(file for file in folder.iterdir() if of_a_day.fullmatch(file.name))
        for old in copies[:-COPIES_KEPT]:
            old.unlink()
    return copy


def backup_zip(plan_path: Path, out: Path) -> None:
    """Write the plan and its pictures into a zip file, replacing an older one of that name.

    Raises PlanExists when `out` is one of the plan's own files, or no file but a folder or a device, any StorageProblem
    when something fails; then `out` is as it was.
    """
    media_path = media_path_of(plan_path)
    if belongs_to(out, plan_path) or (out.exists() and not out.is_file()):
        raise PlanExists(out)
    stored_revision(plan_path)
    with disk_problems(out), in_new_folder(out) as folder:
        ready = folder / "ready.zip"
        with zipfile.ZipFile(ready, "w", zipfile.ZIP_DEFLATED) as archive:
            for source in (plan_path, media_path):
                if source.exists():
                    copy = folder / source.name
                    with disk_problems(source):
                        snapshot(source, copy)
                    verify(copy)
                    archive.write(copy, source.name)
        with zipfile.ZipFile(ready) as archive:
            if archive.testzip() is not None:
                raise PlanDamaged(out, "the zip could not be read back")
        replace(ready, out)


def restore(file: Path, path: Path, now: datetime | None = None) -> Path | None:
    """Put a plan from a zip or from another plan file in the place of `path`.

    The replaced plan stays beside it, its pictures too, with a time in the name; answers where, None when there was
    none. What other programs have seen of the replaced plan is not forgotten. Raises PlanMissing, NotAPlan, PlanDamaged
    or PlanTooNew when `file` will not do, PlanLocked while a window has the plan at `path`; then nothing changed.
    """
    if not file.exists():
        raise PlanMissing(file)
    if file.is_dir():
        raise NotAPlan(file)
    with disk_problems(path), in_new_folder(path) as folder:
        try:
            with disk_problems(file):
                restored = _unpack(file, folder)
        except DiskFull as problem:  # what is full is the disk that is written to
            raise DiskFull(path, problem.detail) from problem
        _judge(restored, file)
        lock = hold_window(path)
        try:
            return _exchange(restored, path, now or datetime.now(UTC))
        finally:
            lock.release()


def snapshot(source: Path, target: Path) -> None:
    """Copy one consistent state of a SQLite file that may be in use. Raises sqlite3.Error or OSError."""
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)) as plan:
        plan.execute("VACUUM INTO ?", (str(target),))


def verify(path: Path) -> None:
    """Read a copy as a whole. Raises PlanDamaged when its content or a reference in it is broken."""
    with disk_problems(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    if answer != "ok" or broken is not None:
        raise PlanDamaged(path, answer if answer != "ok" else f"a reference of {broken[0]} leads nowhere")


def check(path: Path) -> list[Finding]:
    """Everything that is wrong with a plan and its pictures; nothing when it is sound.

    Reads both files as a whole. Raises PlanMissing, NotAPlan or PlanTooNew when there is no plan to be judged.
    """
    look_at(path)
    try:
        revision = stored_revision(path)
        _refuse_newer(revision, path)
        with disk_problems(path), closing(_reader(path)) as plan:
            broken = [Finding(FindingKind.DAMAGED, text) for (text,) in plan.execute("PRAGMA integrity_check(20)")]
            if broken != [Finding(FindingKind.DAMAGED, "ok")]:
                return broken
            references = {(table, parent) for table, _, parent, _ in plan.execute("PRAGMA foreign_key_check")}
            findings = [Finding(FindingKind.REFERENCE, f"{table} → {parent}") for table, parent in sorted(references)]
            if revision == REVISION:
                findings += _broken_rules(plan)
                findings += _broken_pictures(plan, media_path_of(path))
    except PlanDamaged as problem:
        return [Finding(FindingKind.DAMAGED, problem.detail)]
    return findings


def _broken_rules(plan: sqlite3.Connection) -> Iterator[Finding]:
    """What the rules of planning would stumble over."""
    (zone,) = plan.execute("SELECT zone FROM plan").fetchone() or ("",)
    if zone not in available_timezones():
        yield Finding(FindingKind.ZONE, zone)
    for table in ("work_block", "post_series"):
        for row_id, title, rrule, starts_at in plan.execute(
            f"SELECT id, title, rrule, starts_at FROM {table} WHERE rrule IS NOT NULL ORDER BY id"  # noqa: S608
        ):
            try:
                rrulestr(rrule, dtstart=datetime.fromisoformat(starts_at[:16]))
            except ValueError:
                yield Finding(FindingKind.RULE, f"{title or row_id}: {rrule}")
    for post_id, title in plan.execute(
        "SELECT id, title FROM post WHERE id NOT IN (SELECT post_id FROM variant) ORDER BY id"
    ):
        yield Finding(FindingKind.NO_VERSION, title or str(post_id))


def _broken_pictures(plan: sqlite3.Connection, media_path: Path) -> Iterator[Finding]:
    wanted = {
        name for (name,) in plan.execute("SELECT sha256 FROM media WHERE id IN (SELECT media_id FROM variant_media)")
    }
    found: set[str] = set()
    if media_path.exists():
        try:
            with disk_problems(media_path), closing(_reader(media_path)) as media:
                for name, data in media.execute("SELECT sha256, bytes FROM blob"):
                    if hashlib.sha256(data).hexdigest() == name:
                        found.add(name)
        except StorageProblem as problem:
            yield Finding(FindingKind.DAMAGED, f"{media_path.name}: {problem.detail}")
            return
    for name in sorted(wanted - found):
        yield Finding(FindingKind.PICTURE, name)


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)


def _refuse_newer(revision: str, path: Path) -> None:
    if revision == REVISION:
        return
    from db.upgrade import MIGRATIONS, known_revisions, scripts_in  # noqa: PLC0415 - Alembic is not for every check

    if revision not in known_revisions(scripts_in(MIGRATIONS)):
        raise PlanTooNew(path, revision)


def _unpack(file: Path, folder: Path) -> _Restored:
    """The plan and the pictures that a zip, or a plan file with its neighbour, holds."""
    restored = _Restored(folder / "plan", folder / "media")
    if not zipfile.is_zipfile(file):
        snapshot(file, restored.plan)
        if media_path_of(file).exists():
            snapshot(media_path_of(file), restored.media)
        return restored
    with zipfile.ZipFile(file) as archive:
        plans = [name for name in archive.namelist() if name.endswith(_PLAN_SUFFIX)]
        pictures = [name for name in archive.namelist() if name.endswith(_MEDIA_SUFFIX)]
        if len(plans) != 1 or len(pictures) > 1:
            raise NotAPlan(file, "not a backup of one plan")
        try:
            for name, target in zip((*plans, *pictures), restored, strict=False):
                with archive.open(name) as packed, target.open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise PlanDamaged(file, str(error)) from error
    return restored


def _judge(restored: _Restored, file: Path) -> None:
    try:
        _refuse_newer(stored_revision(restored.plan), file)
        for copy in restored:
            if copy.exists():
                verify(copy)
    except StorageProblem as problem:
        raise type(problem)(file, problem.detail) from problem


def _exchange(restored: _Restored, path: Path, now: datetime) -> Path | None:
    """Give the replaced files another name and the restored ones their place; if that fails, all is as before."""
    stamp = f"{now.astimezone():%Y-%m-%d %H%M%S}"
    kept = free_name(path.with_name(f"{path.stem} replaced {stamp}{path.suffix}"))
    media, kept_media = media_path_of(path), media_path_of(kept)
    existed = path.exists()
    with ExitStack() as undo:
        if media.exists() and restored.media.exists():
            _take_place(restored.media, media, kept_media, undo)
        elif restored.media.exists():
            undo.callback(media.unlink, missing_ok=True)
            place_new(restored.media, media)
        elif media.exists() and existed:
            undo.callback(kept_media.unlink, missing_ok=True)
            shutil.copy2(media, kept_media)  # the restored plan goes on with the pictures that are there
        if existed:
            _put_log_aside(path, kept, undo)
            take_over(restored.plan, seen_outside(path), now)
            _take_place(restored.plan, path, kept, undo)
        else:
            place_new(restored.plan, path)
        undo.pop_all()
    return kept if existed else None


def _take_place(new: Path, path: Path, kept: Path, undo: ExitStack) -> None:
    """Put a file in the place of another, which stays as `kept`. At every moment one of the two bears the name."""
    undo.callback(kept.unlink, missing_ok=True)
    keep_as(path, kept)
    undo.callback(kept.replace, path)
    replace(new, path)


def _put_log_aside(path: Path, kept: Path, undo: ExitStack) -> None:
    """What SQLite still has beside a plan that is to be replaced goes with it: it must not reach the new one."""
    with suppress(sqlite3.Error), closing(_reader(path)) as plan:
        plan.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    for end in ("-wal", "-journal"):
        beside, aside = path.with_name(path.name + end), kept.with_name(kept.name + end)
        if beside.exists():
            beside.rename(aside)
            undo.callback(aside.rename, beside)
