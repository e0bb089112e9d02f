"""`wochenwerk import`: posts from a CSV or XLSX table, all good rows in one transaction or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import lists
from db.board import load_whole
from db.errors import StorageProblem
from db.files import in_new_folder, place_new
from db.problems import disk_problems
from db.records import Board, Plan
from db.store import Store
from desktop import wording
from desktop.commands import Refused
from desktop.commands.output import say, some_of
from desktop.commands.plan_source import opened
from desktop.exchange.table_file import add_rows, news_of, rows_of
from desktop.planning.plan_table import RowProblem, Table
from desktop.settings import Settings, machine_zone
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from db.journal import Writer
    from desktop.planning.table_cells import Row

translate = QCoreApplication.translate

_LATER_KINDS = {"busy", "figures"}


def run(asked: argparse.Namespace) -> None:
    """Import the table; with `--dry-run` only tell what would happen. Makes the plan where there is none."""
    if asked.kind in _LATER_KINDS or asked.file.suffix.lower() == ".ics":
        raise Refused(translate("Commands", "This version imports plan tables only, as CSV or XLSX."))
    rows = rows_of(asked.file)
    path = Settings().plan_file(asked.plan)
    if asked.demo or path.exists():
        with opened(asked) as store:
            if asked.dry_run:
                table = _good_rows(rows, store.read(load_whole), asked.file)
            else:
                table, _ = store.write(_add, rows, asked.file)
    else:
        board = _empty_board(asked)
        table = _good_rows(rows, board, asked.file)
        if not asked.dry_run:
            _make(path, board.plan, table)
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


def _make(path: Path, plan: Plan, table: Table) -> None:
    """A new plan with the rows of a table; it gets its name when everything is in it."""
    with disk_problems(path), in_new_folder(path) as folder:
        ready = folder / path.name
        try:
            with closing(Store.create(ready, plan)) as store:
                store.write(add_rows, store.read(load_whole), table)
        except StorageProblem as problem:
            raise type(problem)(path, problem.detail) from problem
        place_new(ready, path)


def _empty_board(asked: argparse.Namespace) -> Board:
    """What a new plan holds: default settings and formats, in the machine's zone."""
    language = asked.language or Settings().language()
    plan = Plan(
        name=Settings().plan_file(asked.plan).stem,
        zone=machine_zone(),
        region="DE",
        language=language,
        created_at=utc_now(),
    )
    return Board(weeks=(), plan=plan, formats=lists.DEFAULT_FORMATS)


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
