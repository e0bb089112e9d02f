"""Which plan a subcommand works on: the one asked for, the usual one, or a throw-away sample."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from db import sample
from db.store import Store
from desktop import paths
from desktop.settings import Settings
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse


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
