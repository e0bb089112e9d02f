"""Plans as files: holding one for the window, beginning one, giving one another place. Every call is all or nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db import lock
from db.errors import StorageProblem
from db.formats import remove_format
from db.lists import load_formats, put_formats
from db.plan import load_plan
from db.platforms import load_platforms
from db.relocation import copy_plan, remove_plan
from db.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from db.journal import Writer
    from db.lock import WindowLock
    from db.records import Format


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """An open plan that no other window has; both belong together until `close`. The sample plan needs no lock."""

    store: Store
    lock: WindowLock | None

    def close(self) -> None:
        """Let the file go."""
        self.store.close()
        if self.lock is not None:
            self.lock.release()


def hold(path: Path) -> HeldPlan:
    """Open a plan for the window. Raises StorageProblem, PlanLocked when another window has it."""
    held = lock.hold_window(path)
    try:
        return HeldPlan(Store.open(path), held)
    except BaseException:
        held.release()
        raise


def begin_like(model: Store, path: Path, name: str) -> HeldPlan:
    """Make a plan of another business with the settings of a model: platforms, formats, hours, region; no posts.

    Raises StorageProblem, PlanExists when something is there.
    """
    plan = replace(model.read(load_plan), name=name, place="", website="", created_at=None)
    platforms = [replace(each, handle="", url="") for each in model.read(load_platforms)]
    formats = model.read(load_formats)
    held = lock.hold_window(path)
    try:
        store = Store.create(path, plan, platforms)
        store.write(_take_formats, formats)
        return HeldPlan(store, held)
    except BaseException:
        held.release()
        raise


def _take_formats(writer: Writer, wanted: Sequence[Format]) -> None:
    put_formats(writer, wanted)
    for key in {each.key for each in load_formats(writer.connection)} - {each.key for each in wanted}:
        remove_format(writer, key)


def move(store: Store, path: Path) -> HeldPlan:
    """Copy an open plan to another place and open the copy there; `let_go` of the old one follows.

    Raises StorageProblem, PlanExists when something is there; then nothing changed.
    """
    held = lock.hold_window(path)
    try:
        copy_plan(store.path, path)
        return HeldPlan(Store.open(path), held)
    except BaseException:
        held.release()
        raise


def let_go(moved: HeldPlan) -> bool:
    """Close the plan that has been moved away and remove its files; tells whether they are gone.

    They stay when another program has written the plan since its last edit here, or when the disk refuses.
    """
    path = moved.store.path
    was_written = moved.store.changed_outside()
    moved.close()
    if was_written:
        return False
    with suppress(StorageProblem):
        remove_plan(path)
    return not path.exists()
