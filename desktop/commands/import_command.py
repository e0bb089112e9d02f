"""`wochenwerk import`: posts from a CSV or XLSX table, all good rows in one transaction or nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db import items, lists, platforms
from db.board import load_whole
from db.errors import PlanMissing
from db.records import Board, Campaign, Changes, Member, Plan, Platform, PlatformKind
from db.store import Store
from desktop import wording
from desktop.commands import Refused
from desktop.commands.plan_source import opened
from desktop.planning.plan_table import PlanRow, RowKey, RowProblem, Table, new_post, read_table, row_key
from desktop.planning.table_cells import Row, text_rows
from desktop.settings import Settings, machine_zone
from desktop.workspace import utc_now

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from db.journal import Writer

translate = QCoreApplication.translate

NAMED_PROBLEMS = 5  # so many bad rows are named, the others counted
_LATER_KINDS = {"busy", "figures"}
_TABLES = {".csv", ".tsv", ".txt", ".xlsx"}


def run(asked: argparse.Namespace) -> None:
    """Import the table; with `--dry-run` only tell what would happen. Makes the plan where there is none."""
    if asked.kind in _LATER_KINDS or asked.file.suffix.lower() == ".ics":
        raise Refused(translate("Commands", "This version imports plan tables only, as CSV or XLSX."))
    if asked.file.suffix.lower() not in _TABLES:
        sentence = translate("Commands", "{file} is neither CSV nor XLSX. Save the table in one of these formats.")
        raise Refused(sentence.format(file=asked.file))
    rows = _rows_of(asked.file)
    with _plan(asked) as store:
        board = store.read(load_whole) if store else _empty_board(asked)
        table = _read(rows, board)
        if table.problems:
            raise Refused(_problems(asked.file, table.problems))
        if not asked.dry_run:
            _write(store, asked, board, table)
    sys.stdout.write(_summary(table, is_dry=asked.dry_run) + "\n")


def add_rows(writer: Writer, board: Board, table: Table) -> None:
    """Add the posts of a table, with the platforms, campaigns and persons that the plan does not have yet."""
    platform_ids = {platform.key: platform.id for platform in board.platforms}
    for row in table.rows:
        for key in row.platforms:
            if key not in platform_ids:
                kind = PlatformKind(key)
                record = Platform(0, key, kind, wording.kind_name(kind), position=len(platform_ids))
                platform_ids[key] = platforms.put_platform(writer, record)
    campaigns = {campaign.name: campaign.id for campaign in board.campaigns}
    for name, days in _campaign_days(table.rows).items():
        if name not in campaigns:
            campaigns[name] = lists.put_campaign(writer, Campaign(0, name, min(days), max(days)))
    members = {member.name: member.id for member in board.members}
    for name in dict.fromkeys(row.person for row in table.rows if row.person):
        if name not in members:
            members[name] = lists.put_member(writer, Member(0, name, _initials(name)))
    zone = ZoneInfo(board.plan.zone)
    posts = (
        new_post(row, zone, platform_ids, campaigns.get(row.campaign), members.get(row.person)) for row in table.rows
    )
    items.put(writer, Changes(posts=tuple(posts)))


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


def _rows_of(file: Path) -> Sequence[Row]:
    try:
        if file.suffix.lower() == ".xlsx":
            return _sheet_rows(file)
        return text_rows(file.read_bytes())
    except FileNotFoundError as error:
        sentence = translate("Commands", "There is no file {file}. Check the path.")
        raise Refused(sentence.format(file=file)) from error
    except (OSError, ValueError, KeyError) as error:
        sentence = translate("Commands", "{file} cannot be read as a table. Save it again as CSV or XLSX.")
        raise Refused(sentence.format(file=file)) from error


def _sheet_rows(file: Path) -> Sequence[Row]:
    from zipfile import BadZipFile  # noqa: PLC0415 - only for spreadsheets, like the package below

    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that a CSV file need not pay
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException) as error:
        raise ValueError(str(error)) from error
    try:
        sheet = book.worksheets[0]
        return tuple(enumerate(sheet.iter_rows(values_only=True), start=1))
    finally:
        book.close()


def _read(rows: Sequence[Row], board: Board) -> Table:
    keys = {platform.id: platform.key for platform in board.platforms}
    known: set[RowKey] = {row_key(post, keys) for post in board.posts}
    return read_table(rows, board.platforms, board.formats, ZoneInfo(board.plan.zone), known)


def _campaign_days(rows: Sequence[PlanRow]) -> dict[str, list[date]]:
    days: dict[str, list[date]] = {}
    for row in rows:
        if row.campaign:
            days.setdefault(row.campaign, []).append((row.starts_at or utc_now()).date())
    return days


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()[:2]).upper()


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
