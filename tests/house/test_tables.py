"""What the plan's tables promise to undo."""

from __future__ import annotations

from db.schema import metadata


def test_every_foreign_key_restricts() -> None:
    keys = [key for table in metadata.tables.values() for key in table.foreign_keys]
    assert keys
    assert not [key for key in keys if key.ondelete != "RESTRICT"]


def test_ids_are_never_used_again() -> None:
    tables = [table for name, table in metadata.tables.items() if name != "plan"]  # the plan is one row for ever
    assert tables
    assert not [table.name for table in tables if not table.dialect_options["sqlite"]["autoincrement"]]
