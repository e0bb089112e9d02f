"""Which plan a subcommand works on: the one asked for, the usual one, or a throw-away sample."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from db import lists, sample
from db.errors import StorageProblem
from db.files import in_new_folder, place_new
from db.problems import disk_problems
from db.records import Board, Plan
from db.store import Store
from desktop import paths
from desktop.settings import Settings, machine_zone
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse

    from db.journal import Writer

P = ParamSpec("P")


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[Store]:
    """The plan, open for as long as the block runs; the sample is deleted afterwards. Raises StorageProblem."""
    if not asked.demo:
        store = Store.open(Settings().plan_file(asked.plan))
        try:
            yield store
        finally:
            store.close()
        return
    with tempfile.TemporaryDirectory(prefix="wochenwerk-") as folder:
        language = asked.language or Settings().language()
        store = sample.create(Path(folder) / f"Demo{paths.PLAN_SUFFIX}", utc_now(), language)
        try:
            yield store
        finally:
            store.close()


def empty_board(asked: argparse.Namespace) -> Board:
    """What a new plan holds: default settings and formats, in the machine's zone."""
    language = asked.language or Settings().language()
    plan = Plan(
        name=Settings().plan_file(asked.plan).stem,
        zone=machine_zone(),
        region="DE",
        language=language,
        created_at=utc_now(),
    )
    return Board(weeks=(), plan=plan, formats=lists.DEFAULT_FORMATS)


def make(
    path: Path, plan: Plan, action: Callable[Concatenate[Writer, P], object], *args: P.args, **kwargs: P.kwargs
) -> None:
    """A new plan with what an action puts into it; it gets its name when everything is in it."""
    with disk_problems(path), in_new_folder(path) as folder:
        ready = folder / path.name
        try:
            with closing(Store.create(ready, plan)) as store:
                store.write(action, *args, **kwargs)
        except StorageProblem as problem:
            raise type(problem)(path, problem.detail) from problem
        place_new(ready, path)
