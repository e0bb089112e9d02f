"""Bringing the plan of an older version up to date, without risk for it.

A verified copy is kept first. The migrations then run on another copy, which takes the plan's place only when it has
been checked. Alembic is imported here and nowhere else, so a plan that is up to date does not pay for it.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from filelock import FileLock

from db.backup import backup_folder, verify
from db.connection import PATIENCE_SECONDS, engine_for, problems_of, stored_revision
from db.errors import PlanTooNew
from db.files import free_name, in_new_folder, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(path: Path, *, patience: float = PATIENCE_SECONDS, migrations: Path = MIGRATIONS) -> Path | None:
    """Bring a plan up to date; answers the copy of it as it was, None when nothing had to be done.

    Raises PlanTooNew when the plan has seen migrations that this version does not have, PlanBusy when somebody else
    has it open, PlanDamaged when it is broken before or afterwards; then the plan is untouched.
    """
    scripts = scripts_in(migrations)
    with problems_of(path), _alone(path):
        stored = stored_revision(path, patience)
        if stored not in known_revisions(scripts):
            raise PlanTooNew(path, stored)
        head = scripts.get_current_head()
        if stored == head:
            return None
        with in_new_folder(path) as folder, closing(_held(path, patience)) as plan:
            before, after = folder / "before", folder / "after"
            with closing(sqlite3.connect(before)) as copy:
                plan.backup(copy)
            verify(before)
            shutil.copyfile(before, after)
            with migrating(after, migrations) as config:
                command.upgrade(config, "head")
            verify(after)
            kept = free_name(backup_folder(path) / f"{path.stem} before {head}{path.suffix}")
            kept.parent.mkdir(exist_ok=True)
            replace(before, kept)
            plan.close()
            replace(after, path)
            return kept


def scripts_in(folder: Path) -> ScriptDirectory:
    """The migrations in a folder."""
    return ScriptDirectory.from_config(_config(folder))


def known_revisions(scripts: ScriptDirectory) -> frozenset[str]:
    """All migrations there are."""
    return frozenset(script.revision for script in scripts.walk_revisions())


@contextmanager
def migrating(path: Path, migrations: Path = MIGRATIONS) -> Iterator[Config]:
    """What Alembic's commands need to migrate a file that nobody else uses, in one transaction."""
    config = _config(migrations)
    engine = engine_for(path)
    try:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            if driver is not None:
                driver.execute("PRAGMA foreign_keys = OFF")  # rebuilding a table must not look like emptying it
            with connection.begin():
                config.attributes["connection"] = connection
                yield config
    finally:
        engine.dispose()


def _config(migrations: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", migrations.as_posix().replace("%", "%%"))
    return config


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One upgrade of a plan at a time; who comes second finds it done."""
    with FileLock(path.absolute().with_name(f".{path.name}.upgrade.lock"), thread_local=False):
        yield


def _held(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that keeps everybody else out of the plan, whose one file is then complete."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=patience, isolation_level=None
    )
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
