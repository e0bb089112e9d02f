"""A plan as plain values, to compare it with itself at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from db.schema import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection

Dump: TypeAlias = dict[str, list[tuple[object, ...]]]

APART_FROM_HISTORY = frozenset({"revision"})


def dump(conn: Connection) -> Dump:
    """Every row of every table as stored, by id; revision counters are apart from what undo restores."""
    return {
        table.name: [tuple(row) for row in conn.exec_driver_sql(f'SELECT * FROM "{table.name}" ORDER BY id')]  # noqa: S608
        for table in metadata.sorted_tables
        if table.name not in APART_FROM_HISTORY
    }


def broken_references(conn: Connection) -> list[tuple[object, ...]]:
    """What SQLite's own check of the foreign keys finds."""
    return [tuple(row) for row in conn.exec_driver_sql("PRAGMA foreign_key_check")]
