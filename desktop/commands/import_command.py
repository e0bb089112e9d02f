"""`wochenwerk import`: posts from a CSV or XLSX table, all good rows in one transaction or nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import lists
from db.board import load_whole
from db.errors import PlanMissing
from db.records import Board, Plan
from db.store import Store
from desktop import wording
from desktop.commands import Refused
from desktop.commands.plan_source import opened
from desktop.exchange.table_file import add_rows, news_of, rows_of
from desktop.planning.plan_table import RowProblem, Table
from desktop.settings import Settings, machine_zone
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

translate = QCoreApplication.translate

NAMED_PROBLEMS = 5  # so many bad rows are named, the others counted
_LATER_KINDS = {"busy", "figures"}


def run(asked: argparse.Namespace) -> None:
    """Import the table; with `--dry-run` only tell what would happen. Makes the plan where there is none."""
    if asked.kind in _LATER_KINDS or asked.file.suffix.lower() == ".ics":
        raise Refused(translate("Commands", "This version imports plan tables only, as CSV or XLSX."))
    rows = rows_of(asked.file)
    with _plan(asked) as store:
        board = store.read(load_whole) if store else _empty_board(asked)
        table = news_of(rows, board)
        if table.problems:
            raise Refused(_problems(asked.file, table.problems))
        if not asked.dry_run:
            _write(store, asked, board, table)
    sys.stdout.write(_summary(table, is_dry=asked.dry_run) + "\n")


@contextmanager
def _plan(asked: argparse.Namespace) -> Iterator[Store | None]:
    """The plan, or None where there is none yet."""
    try:
        with opened(asked) as store:
            yield store
    except PlanMissing:
        yield None


def _write(store: Store | None, asked: argparse.Namespace, board: Board, table: Table) -> None:
    if store is not None:
        store.write(add_rows, board, table)
        return
    made = Store.create(Settings().plan_file(asked.plan), board.plan)
    try:
        made.write(add_rows, made.read(load_whole), table)
    finally:
        made.close()


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
    named = "; ".join(wording.row_problem(problem) for problem in problems[:NAMED_PROBLEMS])
    more = len(problems) - NAMED_PROBLEMS
    if more > 0:
        named += translate("Commands", "; and %n more", "", more)
    sentence = translate("Commands", "{file}: {problems}. Nothing was imported; correct the rows and try again.")
    return sentence.format(file=file, problems=named)
