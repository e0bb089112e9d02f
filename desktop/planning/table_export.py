"""The whole plan as a table that the import reads back: one row per post, as CSV or as a spreadsheet.

What differs between the versions of a post does not fit into a row: it takes the earliest moment, the least advanced
status, and hashtags and link of the first version that has some.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from datetime import date, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from desktop.planning import table_words
from desktop.planning.cards import least_advanced
from desktop.planning.plan_table import row_key, row_moment
from desktop.planning.table_words import Column, folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.records import Board, Post
    from desktop.planning.table_cells import Cell

_WIDTHS = {Column.TITLE: 40, Column.TEXT: 60, Column.PLATFORMS: 24, Column.NOTE: 30, Column.LINK: 30}
_USUAL_WIDTH = 14


def table_rows(board: Board, language: str, untitled: str) -> tuple[tuple[Cell, ...], ...]:
    """The header and a row per post of the board, dated ones first, by moment; ideas behind them.

    Headers and words are German for `de`, else English. Days and times are `date` and `time`, effort a number, all else
    text. `untitled` stands where a title is missing, without which no row is read.
    """
    zone = ZoneInfo(board.plan.zone)
    keys = {platform.id: platform.key for platform in board.platforms}
    campaigns = {campaign.id: campaign.name for campaign in board.campaigns}
    members = {member.id: member.name for member in board.members}
    formats = _format_words(board, language)
    placed = [(row_moment(post, zone), post) for post in board.posts if post.variants]
    dated = sorted(((moment, post.id, post) for moment, post in placed if moment), key=lambda each: each[:2])
    posts = [post for _moment, _id, post in dated] + [post for moment, post in placed if moment is None]
    rows: list[tuple[Cell, ...]] = [tuple(table_words.header(column, language) for column in Column)]
    for post in posts:
        moment, _platforms, title = row_key(post, keys, zone)
        cells: dict[Column, Cell] = {
            Column.DATE: moment.date() if moment else None,
            Column.TIME: moment.time() if moment else None,
            Column.PLATFORMS: " | ".join(keys[variant.platform_id] for variant in post.variants),
            Column.TITLE: title or untitled,
            Column.TEXT: post.body,
            Column.STATUS: table_words.status_word(
                least_advanced([variant.status for variant in post.variants]), language
            ),
            Column.FORMAT: formats.get(post.format_key or "", ""),
            Column.EFFORT: post.effort.total,
            Column.HASHTAGS: _first(post, "hashtags"),
            Column.LINK: _first(post, "link"),
            Column.CAMPAIGN: campaigns.get(post.campaign_id or 0, ""),
            Column.PERSON: members.get(post.owner_id or 0, ""),
            Column.NOTE: post.note,
        }
        rows.append(tuple(cells[column] for column in Column))
    return tuple(rows)


def csv_bytes(rows: Sequence[Sequence[Cell]], language: str) -> bytes:
    """The rows as spreadsheet programs of the language expect them: `;` and German days, or `,` and ISO days."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if language == "de" else ",")
    writer.writerows([_written(cell, language) for cell in row] for row in rows)
    return BOM_UTF8 + out.getvalue().encode()  # without the mark, spreadsheets take the text for Windows-1252


def xlsx_bytes(rows: Sequence[Sequence[Cell]], language: str) -> bytes:
    """The rows as a spreadsheet with a fixed header, real days and times."""
    from openpyxl import Workbook  # noqa: PLC0415 - half a second that only a spreadsheet costs, like the next
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    for place, column in enumerate(Column, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column, _USUAL_WIDTH)
    sheet.freeze_panes = "A2"
    bold, day_format = Font(bold=True), "dd.mm.yyyy" if language == "de" else "yyyy-mm-dd"
    for number, row in enumerate(rows):
        cells = []
        for value in row:
            kept: Any = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            made = WriteOnlyCell(sheet, kept)
            if isinstance(value, str):
                made.data_type = "s"  # a text with "=" is no formula
            elif isinstance(value, date):
                made.number_format = day_format
            elif isinstance(value, time):
                made.number_format = "hh:mm"
            if number == 0:
                made.font = bold
            cells.append(made)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _written(cell: Cell, language: str) -> str:
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}" if language == "de" else cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return "" if cell is None else str(cell)


def _first(post: Post, name: str) -> str:
    return next((text for variant in post.variants if (text := getattr(variant, name))), "")


def _format_words(board: Board, language: str) -> Mapping[str, str]:
    """How each format is written so that it is surely understood: in the user's words where there is but one."""
    names = [folded(each.name) for each in board.formats]
    words = {}
    for each in board.formats:
        built_in = table_words.format_word(each.key, language)
        is_renamed = folded(each.name) not in {"", each.key}
        if built_in and not is_renamed:
            words[each.key] = built_in
        elif built_in or names.count(folded(each.name)) > 1:
            words[each.key] = each.key  # the key of a built-in format is known to every plan
        else:
            words[each.key] = each.name
    return words
