"""Runs migrations on the connection that `db.upgrade` hands in."""

from __future__ import annotations

from typing import Literal

from alembic import context
from sqlalchemy import TypeDecorator

from db.schema import metadata


def _written_type(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Our column types are all text; a migration must not change when they do."""
    return "sa.String()" if kind == "type" and isinstance(thing, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most of a table in place
    render_item=_written_type,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
