"""How a plan file is connected to: pragmas, our own transactions, and failures as storage problems."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from db.errors import NotAPlan
from db.problems import disk_problems, problem_of
from db.schema import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

PATIENCE_SECONDS = 5.0


def engine_for(path: Path, patience: float = PATIENCE_SECONDS) -> Engine:
    """An engine on an existing file; waits `patience` seconds for other writers. Nothing is opened yet."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=patience,
            isolation_level=None,  # no BEGIN of the driver's own
            check_same_thread=False,
        ),
        hide_parameters=True,  # a report of a failure tells nothing of the plan, and no feed's token
        poolclass=QueuePool,
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def writer_of(engine: Engine) -> Connection:
    """A connection whose transactions are the only writing ones from their begin on."""
    return engine.connect().execution_options(begins_immediately=True)


def stored_revision(path: Path, patience: float = PATIENCE_SECONDS) -> str:
    """The newest migration that a plan has seen. Raises NotAPlan for another program's database."""
    engine = engine_for(path, patience)
    try:
        with problems_of(path), engine.connect() as connection:
            mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
            tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
            if mark != APPLICATION_ID or not {"alembic_version", "plan"} <= tables:
                raise NotAPlan(path)
            return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    finally:
        engine.dispose()


@contextmanager
def problems_of(path: Path) -> Iterator[None]:
    """Turn failures of the file and the disk into storage problems; mistakes of ours pass as they are."""
    try:
        with disk_problems(path):
            yield
    except DBAPIError as error:
        problem = problem_of(error.orig, path)
        if problem is None:
            raise
        raise problem from error


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin(connection: Connection) -> None:
    immediately = connection.get_execution_options().get("begins_immediately", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediately else "BEGIN")
