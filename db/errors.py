"""What can go wrong with a plan file, told apart by what its user can do about it.

Everything here is the environment's fault, not ours: the file is away, held, damaged, too new, or the disk is full.
Whatever was committed before stays as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class StorageProblem(Exception):
    """A plan, its pictures or a copy of them could not be read or written. `path` is the file it is about."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if detail else str(path))
        self.path = path
        self.detail = detail


class PlanMissing(StorageProblem):
    """There is no such file."""


class PlanExists(StorageProblem):
    """There is a file already, and it must not be overwritten."""


class PlanLocked(StorageProblem):
    """A window holds the plan."""


class PlanBusy(StorageProblem):
    """Somebody else was writing for longer than we wait; trying again may help."""


class NotAPlan(StorageProblem):
    """The file is something else: another kind of file, or a database that is not ours."""


class PlanDamaged(StorageProblem):
    """The file is a plan, or was one, but its content is broken."""


class PlanTooNew(StorageProblem):
    """A newer version of the program has written the plan."""


class PlanReadOnly(StorageProblem):
    """The file or its folder cannot be written."""


class DiskFull(StorageProblem):
    """There is no room left, or a size limit was reached."""


class PictureTooLarge(StorageProblem):
    """A picture is larger than the media file takes (`db.media.LARGEST_PICTURE` bytes)."""


class StaleChange(Exception):
    """A row is no longer as the change expects it, so nothing of the change was done."""


class StillInUse(Exception):
    """Something cannot be removed because other things of the plan refer to it."""
