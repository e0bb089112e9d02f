"""The only way rows change: every insert, update and delete is noted with the row before and after.

A row image holds the stored values of a row, in the order of its table's columns. A `ChangeSet` is the exact sequence
of single-row changes, so playing it backwards passes through the same states and breaks no constraint on the way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.exc import IntegrityError

from db.errors import StaleChange
from db.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Column, Connection, Table

Value: TypeAlias = str | int | None
Image: TypeAlias = tuple[Value, ...]


class RowChange(NamedTuple):
    """One row before and after; None where it did not exist."""

    table: str
    id: int
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one transaction did, row by row, in order."""

    rows: tuple[RowChange, ...] = ()

    def inverse(self) -> ChangeSet:
        """The changes that undo these."""
        return ChangeSet(tuple(RowChange(r.table, r.id, r.after, r.before) for r in reversed(self.rows)))

    def then(self, other: ChangeSet) -> ChangeSet:
        """These changes and later ones as one set."""
        return ChangeSet(self.rows + other.rows)

    def touches(self, *tables: str) -> bool:
        """Tell whether any of the tables (names as in `db.schema`) is concerned."""
        return any(row.table in tables for row in self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


class Writer:
    """What an action may do inside `Store.write`: read through `connection`, change rows through the methods.

    `now` is the instant of the transaction. Values are given as the columns' Python types.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now
        self._rows: list[RowChange] = []
        self._next_ids: dict[str, int] = {}

    @property
    def changes(self) -> ChangeSet:
        """Everything changed so far."""
        return ChangeSet(tuple(self._rows))

    def insert(self, table: Table, values: Mapping[str, object]) -> int:
        """Add a row; every column but `id` must be given. Answers its id."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, object]]) -> list[int]:
        """Add rows; answers their ids in the same order."""
        first = self._reserve(table, len(rows))
        images = [_image(table, {**values, "id": first + n}) for n, values in enumerate(rows)]
        self._play(table, [RowChange(table.name, first + n, None, image) for n, image in enumerate(images)])
        return list(range(first, first + len(rows)))

    def update(self, table: Table, row_id: int, values: Mapping[str, object]) -> bool:
        """Change some columns of a row; tells whether anything differed. Raises StaleChange for an unknown id."""
        return bool(self.update_many(table, {row_id: values}))

    def update_many(self, table: Table, rows: Mapping[int, Mapping[str, object]]) -> int:
        """Change some columns of rows by id; answers how many differed. Raises StaleChange for an unknown id."""
        stored = {_id(row): row for row in self.rows(table.c.id, rows)}
        if gone := set(rows) - set(stored):
            raise StaleChange(f"{table.name} {sorted(gone)} are gone")
        return self._replace(
            table, [(stored[row_id], _changed(table, stored[row_id], rows[row_id])) for row_id in rows]
        )

    def update_where(self, column: Column[Any], values: Iterable[int], new: Mapping[str, object]) -> None:
        """Change some columns of all rows whose `column` has one of the values."""
        table = column.table
        self._replace(table, [(row, _changed(table, row, new)) for row in self.rows(column, values)])

    def delete(self, table: Table, row_id: int) -> None:
        """Remove a row. Raises StaleChange for an unknown id."""
        if not self.delete_where(table.c.id, [row_id]):
            raise StaleChange(f"{table.name} {row_id} is gone")

    def delete_where(self, column: Column[Any], values: Iterable[object]) -> int:
        """Remove all rows whose `column` has one of the values; answers how many."""
        stored = self.rows(column, values)
        self._remove(column.table, stored)
        return len(stored)

    def sync(
        self, owner: Column[Any], wanted: Mapping[int, Sequence[Mapping[str, object]]], key: Sequence[str]
    ) -> dict[int, list[int]]:
        """Make the rows that belong to each owner those wanted, writing as little as possible.

        `owner` is the column that refers to the owner; it is filled in. A stored row and a wanted one with equal `key`
        columns are the same row and keep the id. Answers the ids per owner, in the order of the wanted rows.
        """
        full = [{**values, owner.name: owner_id} for owner_id, rows in wanted.items() for values in rows]
        ids = iter(self._sync(owner.table, self.rows(owner, wanted), full, (owner.name, *key)))
        return {owner_id: [next(ids) for _ in rows] for owner_id, rows in wanted.items()}

    def sync_all(self, table: Table, wanted: Sequence[Mapping[str, object]], key: Sequence[str]) -> list[int]:
        """Make the rows of a whole table those wanted, as `sync` does."""
        query = f'SELECT {_names(table)} FROM "{table.name}"'  # noqa: S608
        stored = [tuple(row) for row in self.connection.exec_driver_sql(query)]
        return self._sync(table, stored, wanted, key)

    def rows(self, column: Column[Any], values: Iterable[object]) -> list[Image]:
        """The stored rows whose `column` has one of the values, by id."""
        table = column.table
        encode = _encoders(table)[column.name]
        written = json.dumps([encode(value) for value in values])
        query = (
            f'SELECT {_names(table)} FROM "{table.name}"'  # noqa: S608
            f' WHERE "{column.name}" IN (SELECT value FROM json_each(?)) ORDER BY id'
        )
        return [tuple(row) for row in self.connection.exec_driver_sql(query, (written,))]

    def play(self, changes: ChangeSet) -> None:
        """Put row images; raises StaleChange when a row is not as expected."""
        try:
            for (name, _kind), rows in groupby(changes.rows, key=lambda row: (row.table, _kind_of(row))):
                self._play(metadata.tables[name], list(rows))
        except IntegrityError as error:  # somebody else's rows are in the way
            raise StaleChange(str(error.orig)) from error

    def _sync(
        self, table: Table, stored: Sequence[Image], wanted: Sequence[Mapping[str, object]], key: Sequence[str]
    ) -> list[int]:
        places = [_columns(table).index(name) for name in key]
        known = {tuple(row[place] for place in places): row for row in stored}
        replaced: list[tuple[Image, Image]] = []
        added: list[Mapping[str, object]] = []
        ids: list[int | None] = []
        for values in wanted:
            image = _image(table, {**values, "id": None})
            before = known.pop(tuple(image[place] for place in places), None)
            if before is None:
                added.append(values)
            else:
                replaced.append((before, (before[0], *image[1:])))
            ids.append(None if before is None else _id(before))
        self._remove(table, list(known.values()))
        self._replace(table, replaced)
        new = iter(self.insert_many(table, added))
        return [next(new) if row_id is None else row_id for row_id in ids]

    def _reserve(self, table: Table, amount: int) -> int:
        """The first of so many ids; safe because nobody else writes until the transaction ends."""
        if table.name not in self._next_ids:
            query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
            last = self.connection.exec_driver_sql(query, (table.name,)).scalar()
            self._next_ids[table.name] = int(last or 0) + 1
        first = self._next_ids[table.name]
        self._next_ids[table.name] += amount
        return first

    def _replace(self, table: Table, rows: Sequence[tuple[Image, Image]]) -> int:
        changes = [RowChange(table.name, _id(old), old, new) for old, new in rows if old != new]
        self._play(table, changes)
        return len(changes)

    def _remove(self, table: Table, rows: Sequence[Image]) -> None:
        self._play(table, [RowChange(table.name, _id(row), row, None) for row in rows])

    def _play(self, table: Table, rows: Sequence[RowChange]) -> None:
        """Do changes of one kind to one table, each row as it is expected to be."""
        if not rows:
            return
        statement, parameters = _statement(table, _kind_of(rows[0]))
        result = self.connection.exec_driver_sql(statement, [parameters(row) for row in rows])
        if result.rowcount != len(rows):
            raise StaleChange(f"{table.name}: {len(rows)} rows expected, {result.rowcount} found")
        self._rows.extend(rows)


def _kind_of(row: RowChange) -> str:
    if row.before is None:
        return "insert"
    return "delete" if row.after is None else "update"


def _id(row: Image) -> int:
    row_id = row[0]
    assert isinstance(row_id, int), row  # noqa: S101 - every table begins with its integer id
    return row_id


@cache
def _columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)


@cache
def _names(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in _columns(table))


@cache
def _encoders(table: Table) -> Mapping[str, Callable[[Any], Value]]:
    """How the value of each column is stored, in the order of the columns."""
    dialect = sqlite_dialect()
    processors = {column.name: column.type.dialect_impl(dialect).bind_processor(dialect) for column in table.columns}
    return {name: processor or _as_it_is for name, processor in processors.items()}


def _as_it_is(value: Value) -> Value:
    return value


def _image(table: Table, values: Mapping[str, object]) -> Image:
    if len(values) != len(_columns(table)):
        raise ValueError(f"{table.name} has the columns {_columns(table)}, not {tuple(values)}")
    return tuple(encode(values[name]) for name, encode in _encoders(table).items())


def _changed(table: Table, row: Image, values: Mapping[str, object]) -> Image:
    new = dict(zip(_columns(table), row, strict=True))
    for name, value in values.items():
        new[name] = _encoders(table)[name](value)
    return tuple(new.values())


@cache
def _statement(table: Table, kind: str) -> tuple[str, Callable[[RowChange], Image]]:
    """The statement for one row and what to give to it; a changed or removed row must be exactly as expected."""
    names = _columns(table)
    expected = " AND ".join(f'"{name}" IS ?' for name in names)
    if kind == "insert":
        marks = ", ".join("?" * len(names))
        return f'INSERT INTO "{table.name}" ({_names(table)}) VALUES ({marks})', _after  # noqa: S608
    if kind == "delete":
        return f'DELETE FROM "{table.name}" WHERE {expected}', _before  # noqa: S608
    new = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{table.name}" SET {new} WHERE {expected}', _after_and_before  # noqa: S608


def _after(row: RowChange) -> Image:
    return row.after or ()


def _before(row: RowChange) -> Image:
    return row.before or ()


def _after_and_before(row: RowChange) -> Image:
    return _after(row) + _before(row)
