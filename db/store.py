"""The open plan: one connection that writes, others that read, and the file of pictures beside it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from db import media
from db.connection import PATIENCE_SECONDS, engine_for, problems_of, stored_revision, writer_of
from db.errors import PlanMissing
from db.files import in_new_folder, place_new
from db.journal import ChangeSet, Writer
from db.lists import DEFAULT_FORMATS, put_formats
from db.plan import add_plan
from db.platforms import put_platforms
from db.problems import look_at
from db.revisions import grow
from db.schema import APPLICATION_ID, REVISION, metadata
from db.search_index import make_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from db.records import Plan, Platform

P = ParamSpec("P")
R = TypeVar("R")

_MARK = f"PRAGMA application_id = {APPLICATION_ID}"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """A plan that is open. Reading is possible from any thread; writing waits for other writers of any process.

    Every method raises a StorageProblem when the file or the disk fails; then nothing of the call was done.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime], patience: float) -> None:
        self.path = path
        self.media_path = media.media_path_of(path)
        self._clock = clock
        self._lock = RLock()
        self._engine = engine_for(path, patience)
        with self._noticing_problems():
            self._file = _identity(path)
            self._writer = writer_of(self._engine)
            self._pragma("journal_mode = WAL")
            self._version = self._pragma("data_version")

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime] = _utc_now, patience: float = PATIENCE_SECONDS) -> Store:
        """Open a plan, upgrading it first if an older version of the program has written it.

        `clock` answers the current instant; `patience` is how many seconds to wait for other writers.
        """
        look_at(path)
        if stored_revision(path, patience) != REVISION:
            from db.upgrade import upgrade  # noqa: PLC0415 - Alembic would double the time of every start

            upgrade(path, patience=patience)
        return cls(path, clock, patience)

    @classmethod
    def create(
        cls,
        path: Path,
        plan: Plan,
        platforms: Sequence[Platform] = (),
        *,
        clock: Callable[[], datetime] = _utc_now,
        patience: float = PATIENCE_SECONDS,
    ) -> Store:
        """Make a new plan with the default formats and these platforms, in this order, with ids from 1 on.

        Folders are made as needed. Raises PlanExists when there is a file already.
        """
        with problems_of(path), in_new_folder(path) as folder:
            new = folder / path.name
            new.touch()
            _fill(new, plan, platforms, clock())
            place_new(new, path)
        return cls(path, clock, patience)

    def read(self, query: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query on one consistent state of the plan."""
        with self._noticing_problems(), self._engine.connect() as connection, connection.begin():
            return query(connection, *args, **kwargs)

    def write(
        self, action: Callable[Concatenate[Writer, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, ChangeSet]:
        """Run an action in one transaction; answers its result and what it changed. If it raises, nothing changed."""
        with self._transaction() as writer:
            result = action(writer, *args, **kwargs)
            grow(writer.connection, writer.changes, writer.now)
        return result, writer.changes

    def apply(self, changes: ChangeSet) -> None:
        """Put row images (undo is the inverse of what `write` answered).

        Raises StaleChange when a row is not as the changes expect it; then nothing changed.
        """
        with self._transaction() as writer:
            writer.play(changes)
            grow(writer.connection, changes, writer.now)

    def keep(self, action: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an action in one transaction that neither the journal nor undo sees; if it raises, nothing changed.

        For what is known about the world outside the plan: undo must not take that back. Safe from any thread.
        """
        with self._transaction() as writer:
            return action(writer.connection, *args, **kwargs)

    def changed_outside(self) -> bool:
        """Tell whether another process has committed since this was last asked; False while we are writing."""
        if not self._lock.acquire(blocking=False):
            return False
        try:
            with self._noticing_problems():
                version = self._pragma("data_version")
        finally:
            self._lock.release()
        changed = version != self._version
        self._version = version
        return changed

    def picture(self, sha256: str) -> bytes | None:
        """The bytes of a picture, None if it is not there."""
        return media.picture(self.media_path, sha256)

    def add_picture(self, data: bytes) -> str:
        """Store a picture for ever; answers its SHA-256 in hex. Raises PictureTooLarge above 50 MB."""
        return media.add_picture(self.media_path, data)

    def close(self) -> None:
        """Let the file go. Everything was saved before."""
        with self._lock, self._noticing_problems():
            self._writer.close()
            self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Writer]:
        with self._lock, self._noticing_problems():
            if _identity(self.path) != self._file:
                raise PlanMissing(self.path, "moved or replaced while open")
            with self._writer.begin():
                yield Writer(self._writer, self._clock())

    def _pragma(self, words: str) -> object:
        """Ask outside of any transaction, which SQLAlchemy would begin."""
        cursor = self._writer.connection.cursor()
        try:
            cursor.execute(f"PRAGMA {words}")
            (answer,) = cursor.fetchone() or (None,)
            return answer
        finally:
            cursor.close()

    @contextmanager
    def _noticing_problems(self) -> Iterator[None]:
        with problems_of(self.path):
            yield


def _fill(path: Path, plan: Plan, platforms: Sequence[Platform], now: datetime) -> None:
    engine = engine_for(path)
    try:
        with writer_of(engine) as connection, connection.begin():
            connection.exec_driver_sql(_MARK)
            metadata.create_all(connection)
            make_index(connection)
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
            writer = Writer(connection, now)
            add_plan(writer, plan)
            put_platforms(writer, platforms)
            put_formats(writer, DEFAULT_FORMATS)
    finally:
        engine.dispose()


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
