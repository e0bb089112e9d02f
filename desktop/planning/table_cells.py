"""What stands in the cells of a plan table: files become rows of cells, cells become days, times and minutes.

A cell is text (CSV) or whatever a spreadsheet holds: a datetime, date, time, number, nothing; anything else counts as
what it looks like as text.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from desktop.planning.table_words import column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Cell = object
Row = tuple[int, "Sequence[Cell]"]

_DELIMITERS = ";,\t"
_CENTURY = 2000
_YEARS = range(1970, 2200)
_MOST_MINUTES = 99_999
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})")
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(uhr|h|am|pm)?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d+)(?:[.,]0+)?(?:\s*min\.?)?", re.IGNORECASE)


def text_rows(data: bytes) -> tuple[Row, ...]:
    """The rows of a CSV file, numbered from 1 as a spreadsheet shows them, the header among them.

    Reads UTF-8 and UTF-16 with and without a byte order mark, and Windows-1252; the delimiter is the one among `;`, `,`
    and tab with which the first row names the most columns. Raises ValueError for what is no text table at all.
    """
    text = _decoded(data)
    skipped = 0
    if text[:4].casefold() == "sep=":
        # A line that tells Excel the delimiter; the rows keep the numbers that Excel shows.
        _, _, text = text.partition("\n")
        skipped = 1
    header = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]
    try:
        delimiter = max(_DELIMITERS, key=lambda each: _known_columns(header, each))
        return tuple(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1 + skipped))
    except csv.Error as problem:
        raise ValueError(str(problem)) from problem


def text_of(cell: Cell) -> str:
    """A cell as text without outer blanks and carriage returns; whole numbers without a point, nothing as no text."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip().replace("\r\n", "\n").replace("\r", "\n")


def day_of(cell: Cell) -> tuple[date, int | None]:
    """The day of a cell, and the minute of the day if it names one too. Raises ValueError for anything else.

    Midnight is no time of its own: programs write it after a mere day.
    """
    if isinstance(cell, datetime):
        return _sensible(cell.date()), minute_of(cell) or None
    if isinstance(cell, date):
        return _sensible(cell), None
    text = text_of(cell)
    for pattern, order in ((_ISO_DAY, (1, 2, 3)), (_GERMAN_DAY, (3, 2, 1))):
        match = pattern.match(text)
        if match is not None:
            year, month, day = (int(match[group]) for group in order)
            rest = text[match.end() :].lstrip("T ,")
            found = _sensible(date(year if year >= 100 else _CENTURY + year, month, day))
            return found, (minute_of(rest) or None) if rest else None
    raise ValueError(f"not a day: {text!r}")


def minute_of(cell: Cell) -> int:
    """The minute of the day that a cell names (8:00, 8.00, 8 Uhr, 8 pm). Raises ValueError for anything else."""
    if isinstance(cell, datetime | time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, float) and 0 <= cell < 1:
        # A spreadsheet counts the time of day in days.
        return round(cell * 24 * 60) % (24 * 60)
    match = _TIME.fullmatch(text_of(cell))
    # The number 8.25 may be a quarter or 25 minutes past eight.
    if match is None or (isinstance(cell, float) and not cell.is_integer()):
        raise ValueError(f"not a time: {cell!r}")
    hour, minute, suffix = int(match[1]), int(match[2] or 0), (match[3] or "").casefold()
    if suffix in {"am", "pm"}:
        if not 1 <= hour <= 12:
            raise ValueError(f"not a time: {cell!r}")
        hour = hour % 12 + 12 * (suffix == "pm")
    return time(hour, minute).hour * 60 + minute


def minutes_of(cell: Cell) -> int:
    """An amount of whole minutes. Raises ValueError for anything else, and for more than anybody can mean."""
    match = _MINUTES.fullmatch(text_of(cell))
    if match is None or int(match[1]) > _MOST_MINUTES:
        raise ValueError(f"not minutes: {cell!r}")
    return int(match[1])


def _known_columns(header: str, delimiter: str) -> int:
    return sum(column(word) is not None for row in csv.reader([header], delimiter=delimiter) for word in row)


def _sensible(day: date) -> date:
    if day.year not in _YEARS:
        raise ValueError(f"not a day to plan for: {day}")
    return day


def _decoded(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16")
    if data.startswith(BOM_UTF8):
        return data.decode("utf-8-sig")
    for encoding in _likely(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    # Five bytes mean nothing in Windows-1252.
    return data.decode("cp1252", errors="replace")


def _likely(data: bytes) -> Iterator[str]:
    """UTF-16 without a byte order mark shows in the zero bytes of its plain letters."""
    head = data[:200]
    if head[1::2].count(0) > len(head) // 4:
        yield "utf-16-le"
    if head[0::2].count(0) > len(head) // 4:
        yield "utf-16-be"
    yield "utf-8"
