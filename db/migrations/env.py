"""Runs migrations on the connection that `db.upgrade` hands in.

The search index is put aside meanwhile: its triggers would look at tables that are being rebuilt. A rebuilt table
forgets which ids it has given away, which must not come again: they are kept here.
"""

from __future__ import annotations

from typing import Literal

from alembic import context
from sqlalchemy import TypeDecorator, inspect

from db.schema import metadata
from db.search_index import drop_index, is_of_index, make_index


def _written_type(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Our column types are all text; a migration must not change when they do."""
    return "sa.String()" if kind == "type" and isinstance(thing, TypeDecorator) else False


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not is_of_index(name or "")


def _last_ids() -> dict[str, int]:
    if "sqlite_sequence" not in connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all():
        return {}
    return {row.name: row.seq for row in connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")}


def _keep_last_ids(before: dict[str, int]) -> None:
    tables = set(inspect(connection).get_table_names())
    now = _last_ids()
    for name, seq in before.items():
        if name in tables and now.get(name, 0) < seq:
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, seq))


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most of a table in place
    render_item=_written_type,
    include_name=_is_ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    drop_index(connection)
    given = _last_ids()
    context.run_migrations()
    _keep_last_ids(given)
    if "post_tag" in inspect(connection).get_table_names():  # the index came with it
        make_index(connection)
