"""Posts from a CSV or XLSX table: reading the file, what of it is new, and adding that to the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db import items, lists, platforms
from db.records import Board, Campaign, Changes, Member, Platform, PlatformKind
from desktop import wording
from desktop.exchange import Refused
from desktop.planning.plan_table import PlanRow, RowKey, Table, new_post, read_table, row_key
from desktop.planning.table_cells import Row, text_rows
from desktop.planning.table_words import kind_of_key

if TYPE_CHECKING:
    from pathlib import Path

    from db.journal import Writer

translate = QCoreApplication.translate

TABLES = (".csv", ".tsv", ".txt", ".xlsx")
_STEP = 100  # posts between two words about how far it is

Progress = Callable[[int, int], None]
"""Is told how many of how many are done; may raise to stop."""


def rows_of(file: Path) -> Sequence[Row]:
    """The numbered rows of a table file. Raises Refused when there is none or it is no table."""
    if file.suffix.lower() not in TABLES:
        sentence = translate("Commands", "{file} is neither CSV nor XLSX. Save the table in one of these formats.")
        raise Refused(sentence.format(file=file))
    try:
        if file.suffix.lower() == ".xlsx":
            return _sheet_rows(file)
        return text_rows(file.read_bytes())
    except FileNotFoundError as error:
        sentence = translate("Commands", "There is no file {file}. Check the path.")
        raise Refused(sentence.format(file=file)) from error
    except (OSError, ValueError) as error:
        sentence = translate("Commands", "{file} cannot be read as a table. Save it again as CSV or XLSX.")
        raise Refused(sentence.format(file=file)) from error


def news_of(rows: Sequence[Row], board: Board) -> Table:
    """What of the rows is new to a plan, and what cannot be understood. `board` holds the whole plan."""
    keys = {platform.id: platform.key for platform in board.platforms}
    zone = ZoneInfo(board.plan.zone)
    known: set[RowKey] = {row_key(post, keys, zone) for post in board.posts}
    return read_table(rows, board.platforms, board.formats, zone, known)


def new_platforms(board: Board, table: Table) -> tuple[str, ...]:
    """The kinds of platform that a table needs and the plan does not have, in the table's order."""
    known = {platform.key for platform in board.platforms}
    needed = dict.fromkeys(key for row in table.rows for key in row.platforms)
    return tuple(key for key in needed if key not in known)


def add_rows(writer: Writer, board: Board, table: Table, progress: Progress | None = None) -> None:
    """Add the posts of a table, with the platforms, campaigns and persons that the plan does not have yet."""
    platform_ids = {platform.key: platform.id for platform in board.platforms}
    for key in new_platforms(board, table):
        kind = kind_of_key(key) or PlatformKind(key)
        number = key.removeprefix(kind.value).removeprefix("-")
        name = f"{wording.kind_name(kind)} {number}".strip()
        record = Platform(0, key, kind, name, position=len(platform_ids))
        platform_ids[key] = platforms.put_platform(writer, record)
    campaigns = {campaign.name: campaign.id for campaign in board.campaigns}
    for name, days in _campaign_days(table.rows).items():
        if name not in campaigns:
            campaigns[name] = lists.put_campaign(writer, Campaign(0, name, min(days), max(days)))
    members = {member.name: member.id for member in board.members}
    for name in dict.fromkeys(row.person for row in table.rows if row.person):
        if name not in members:
            members[name] = lists.put_member(writer, Member(0, name, initials(name)))
    zone = ZoneInfo(board.plan.zone)
    posts = [
        new_post(row, zone, platform_ids, campaigns.get(row.campaign), members.get(row.person)) for row in table.rows
    ]
    for done in range(0, len(posts), _STEP):
        if progress is not None:
            progress(done, len(posts))
        items.put(writer, Changes(posts=tuple(posts[done : done + _STEP])))


def _sheet_rows(file: Path) -> Sequence[Row]:
    import warnings  # noqa: PLC0415 - only for spreadsheets, like the next ones
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that a CSV file need not pay
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    # What the package stumbles over where a file's insides are missing, cut off or not what they should be
    broken = (
        # broken XML is a SyntaxError for the standard library as for lxml, which the package takes where it is there
        *(zipfile.BadZipFile, zlib.error, EOFError, SyntaxError, InvalidFileException, NotImplementedError),
        *(ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RuntimeError, AssertionError),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what the package leaves out, such as the rules for allowed values
        try:
            book = load_workbook(file, read_only=True, data_only=True)
            with closing(book):
                return tuple(enumerate(book.worksheets[0].iter_rows(values_only=True), start=1))
        except broken as error:
            raise ValueError(str(error)) from error


def _campaign_days(rows: Sequence[PlanRow]) -> dict[str, list[date]]:
    days: dict[str, list[date]] = {}
    for row in rows:
        if row.campaign:
            days.setdefault(row.campaign, []).append((row.starts_at or datetime.now(UTC)).date())
    return days


def initials(name: str) -> str:
    """The first letters of the first two words of a name."""
    return "".join(word[0] for word in name.split()[:2]).upper()
