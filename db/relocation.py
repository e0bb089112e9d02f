"""A plan at another place: the copy stands there, complete, before anything of the old one goes."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from db.backup import snapshot, verify
from db.errors import PlanExists
from db.files import in_new_folder, place_new
from db.media import media_path_of
from db.problems import disk_problems

if TYPE_CHECKING:
    from pathlib import Path

_BESIDE = ("-wal", "-shm", "-journal")


def copy_plan(path: Path, target: Path) -> None:
    """Make a second plan of the same content, with its pictures, at `target`; the plan may be in use.

    Raises PlanExists when something is there, any StorageProblem when something fails; then nothing was made.
    """
    media, new_media = media_path_of(path), media_path_of(target)
    for place in (target, new_media):
        if place.exists():
            raise PlanExists(place)
    with disk_problems(target), in_new_folder(target) as folder:
        with disk_problems(path):
            snapshot(path, folder / target.name)
        verify(folder / target.name)
        if media.exists():
            _link_or_copy(media, folder / new_media.name)
            place_new(folder / new_media.name, new_media)
        try:
            place_new(folder / target.name, target)
        except BaseException:
            new_media.unlink(missing_ok=True)
            raise


def remove_plan(path: Path) -> None:
    """Remove a plan that is open nowhere, with its pictures. Raises StorageProblem."""
    with disk_problems(path):
        for file in (path, *(path.with_name(path.name + end) for end in _BESIDE), media_path_of(path)):
            file.unlink(missing_ok=True)


def _link_or_copy(source: Path, target: Path) -> None:
    """The same file under a second name where the disk can do that: pictures are large and never change."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
