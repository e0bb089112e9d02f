"""Changing the list of formats as a whole: adding, removing, ordering, bringing the built-in ones back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from db.errors import StaleChange, StillInUse
from db.lists import DEFAULT_FORMATS, load_formats, put_format, put_formats
from db.schema import format_, format_effort, metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.journal import Writer
    from db.records import Format

_USERS = [column for table in metadata.sorted_tables for column in table.c if column.references(format_.c.key)]


def add_format(writer: Writer, record: Format) -> str:
    """Add a format behind the others; answers its key, made from the name if it has none."""
    known = load_formats(writer.connection)
    taken = {each.key for each in known}
    stem = record.key or "-".join(re.findall(r"\w+", record.name.casefold())) or "format"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    last = max((each.position for each in known), default=-1)
    put_format(writer, replace(record, key=key, position=last + 1))
    return key


def remove_format(writer: Writer, key: str) -> None:
    """Remove a format that nothing has.

    Raises StillInUse otherwise, StaleChange for an unknown key.
    """
    for column in _USERS:
        if writer.rows(column, [key]):
            raise StillInUse(f"format {key} stands in {column}")
    stored = writer.rows(format_.c.key, [key])
    if not stored:
        raise StaleChange(f"format {key} is gone")
    writer.delete_where(format_effort.c.format_id, [int(row[0] or 0) for row in stored])
    writer.delete_where(format_.c.key, [key])


def order_formats(writer: Writer, keys: Sequence[str]) -> None:
    """Put the formats into this order; those not named come behind, as they were. Unknown keys are ignored."""
    known = {each.key: each for each in load_formats(writer.connection)}
    ordered = [key for key in dict.fromkeys(keys) if key in known]
    ordered += [key for key in known if key not in ordered]
    put_formats(writer, [replace(known[key], position=place) for place, key in enumerate(ordered)])


def restore_formats(writer: Writer) -> bool:
    """Bring the built-in formats back, with their names, efforts and order; the plan's own stay behind them.

    Tells whether anything was otherwise.
    """
    built_in = {each.key for each in DEFAULT_FORMATS}
    own = [each for each in load_formats(writer.connection) if each.key not in built_in]
    first = len(DEFAULT_FORMATS)
    put_formats(writer, [*DEFAULT_FORMATS, *(replace(each, position=first + place) for place, each in enumerate(own))])
    return bool(writer.changes)
