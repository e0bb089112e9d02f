"""`wochenwerk import`: posts from a table, a plan from our calendar file, busy times from any; all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.board import load_whole
from desktop import wording
from desktop.commands import Refused, busy_import, plan_import
from desktop.commands.output import say, some_of
from desktop.commands.plan_source import empty_board, make, opened
from desktop.exchange.table_file import add_rows, news_of, rows_of
from desktop.planning.plan_table import RowProblem, Table
from desktop.settings import Settings

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from db.journal import Writer
    from db.records import Board
    from desktop.planning.table_cells import Row

translate = QCoreApplication.translate


def run(asked: argparse.Namespace) -> None:
    """Import the file; with `--dry-run` only tell what would happen. Makes the plan where there is none."""
    is_calendar = asked.file.suffix.lower() == ".ics"
    if asked.kind == "busy" or (asked.kind is None and is_calendar):
        busy_import.run(asked)
        return
    if asked.kind == "plan" and is_calendar:
        plan_import.run(asked)
        return
    if asked.kind == "figures":
        raise Refused(translate("Commands", "This version imports plans and busy times, no figures."))
    rows = rows_of(asked.file)
    path = Settings().plan_file(asked.plan)
    if asked.demo or path.exists():
        with opened(asked) as store:
            if asked.dry_run:
                table = _good_rows(rows, store.read(load_whole), asked.file)
            else:
                table, _ = store.write(_add, rows, asked.file)
    else:
        board = empty_board(asked)
        table = _good_rows(rows, board, asked.file)
        if not asked.dry_run:
            make(path, board.plan, _add, rows, asked.file)
    say(_summary(table, is_dry=asked.dry_run))


def _good_rows(rows: Sequence[Row], board: Board, file: Path) -> Table:
    """What is new in a table; refused when a row of it cannot be understood."""
    table = news_of(rows, board)
    if table.problems:
        raise Refused(_problems(file, table.problems))
    return table


def _add(writer: Writer, rows: Sequence[Row], file: Path) -> Table:
    """Add what the plan does not have at this moment: the same import may run beside this one."""
    board = load_whole(writer.connection)
    table = _good_rows(rows, board, file)
    add_rows(writer, board, table)
    return table


def _summary(table: Table, *, is_dry: bool) -> str:
    count, known = len(table.rows), table.known
    if is_dry:
        text = translate("Commands", "%n post(s) would be added", "", count)
    else:
        text = translate("Commands", "%n post(s) added", "", count)
    return text + (translate("Commands", ", %n known already", "", known) if known else "") + "."


def _problems(file: Path, problems: Sequence[RowProblem]) -> str:
    named = some_of([wording.row_problem(problem) for problem in problems])
    sentence = translate("Commands", "{file}: {problems}. Nothing was imported; correct the rows and try again.")
    return sentence.format(file=file, problems=named)
