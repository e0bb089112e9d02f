"""The whole plan written into a table file, which `table_file` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import wording
from desktop.exchange.calendar_file import write_whole
from desktop.planning.table_export import csv_bytes, table_rows, xlsx_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from db.records import Board


def write_table(board: Board, out: Path, language: str, plan: Path) -> int:
    """Write all posts of the board, as a spreadsheet for `.xlsx`, else as CSV; answers their number.

    Headers and words are German for `de`, else English. Raises Refused; the old file stays then.
    """
    rows = table_rows(board, language, wording.untitled())
    make = xlsx_bytes if out.suffix.casefold() == ".xlsx" else csv_bytes
    write_whole(out, make(rows, language), plan)
    return len(rows) - 1
