"""A plan as a table: one row is one post. Rows become drafts of posts, or problems with their row number and field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from db.records import NO_MINUTES, ByActivity, Post, Status, Variant
from desktop.planning import table_words
from desktop.planning.budget import spread
from desktop.planning.table_cells import Cell, Row, day_of, minute_of, minutes_of, text_of, text_rows
from desktop.planning.table_words import Column, folded
from desktop.planning.week import at, instant, settled, wall

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from db.records import Format, Platform

__all__ = [
    "Column",
    "PlanRow",
    "Reason",
    "RowKey",
    "RowProblem",
    "Table",
    "new_post",
    "read_table",
    "row_key",
    "row_moment",
    "text_rows",
]

_NOON = 12 * 60

# What makes two rows the same post: moment, platform keys, title
RowKey = tuple[datetime | None, frozenset[str], str]


class Reason(StrEnum):
    """Why a row, or the whole table, cannot be understood."""

    EMPTY_TABLE = "empty_table"  # not even a header
    MISSING_COLUMN = "missing_column"  # `value` is empty, `field` the column
    DOUBLE_COLUMN = "double_column"  # two columns have the same meaning
    MISSING = "missing"  # a required cell is empty
    TOO_MANY_CELLS = "too_many_cells"  # more than the header has; `value` is the first surplus one
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    TIME_WITHOUT_DATE = "time_without_date"
    UNKNOWN_PLATFORM = "unknown_platform"
    UNKNOWN_STATUS = "unknown_status"
    DERIVED_STATUS = "derived_status"  # overdue follows from the date
    UNKNOWN_FORMAT = "unknown_format"
    NOT_MINUTES = "not_minutes"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in a row; `field` is None if no single column is, `value` is what stands there."""

    row: int
    field: Column | None
    reason: Reason
    value: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A post to be made. `starts_at` is wall clock, out of any gap of a clock change; None for an idea.

    `platforms` are keys, in the order written; one that the plan does not have is that of a first or second account of
    a kind (`table_words.kind_of_key`).
    `campaign` and `person` are names, "" for none.
    """

    row: int
    starts_at: datetime | None
    platforms: tuple[str, ...]
    title: str
    text: str
    status: Status
    format_key: str | None
    effort: ByActivity
    hashtags: str
    link: str
    campaign: str
    person: str
    note: str

    @property
    def key(self) -> RowKey:
        """What makes another row the same post."""
        return self.starts_at, frozenset(self.platforms), self.title


@dataclass(frozen=True, slots=True)
class Table:
    """New posts and problems, both by row; `known` counts the good rows whose post is already there."""

    rows: tuple[PlanRow, ...]
    problems: tuple[RowProblem, ...]
    known: int


def row_key(post: Post, keys: Mapping[int, str], zone: ZoneInfo) -> RowKey:
    """How a post of the plan would be written as a row; `keys` are the platforms' by id."""
    platforms = frozenset(keys[variant.platform_id] for variant in post.variants)
    return row_moment(post, zone), platforms, _on_one_line(post.title)


def row_moment(post: Post, zone: ZoneInfo) -> datetime | None:
    """The moment of a post in a table: the earliest planned one of its versions, without any the earliest real one."""
    planned = [variant.starts_at for variant in post.variants if variant.starts_at is not None]
    if planned:
        return min(planned)
    real = [wall(variant.published_at, zone) for variant in post.variants if variant.published_at is not None]
    first = min(real, default=None)
    return first and first.replace(second=0, microsecond=0)


def read_table(
    rows: Iterable[Row],
    platforms: Sequence[Platform],
    formats: Sequence[Format],
    zone: ZoneInfo,
    known: Collection[RowKey] = frozenset(),
) -> Table:
    """Read numbered rows, the first that is not empty being the header, for a plan with these platforms and formats.

    `known` holds the posts that are there already; a row that repeats one of them, or an earlier row, adds nothing.
    """
    filled = iter([(number, cells) for number, cells in rows if any(text_of(cell) for cell in cells)])
    first = next(filled, None)
    if first is None:
        return Table((), (RowProblem(1, None, Reason.EMPTY_TABLE),), 0)
    number, header = first
    columns = [table_words.column(text_of(cell)) for cell in header]
    problems = _header_problems(number, columns)
    if problems:
        return Table((), tuple(problems), 0)
    reader = _Reader(columns, platforms, formats, zone)
    found: list[PlanRow] = []
    seen = set(known)
    repeated = 0
    for number, cells in filled:
        row = reader.read(number, cells)
        if not isinstance(row, PlanRow):
            problems += row
        elif row.key in seen:
            repeated += 1
        else:
            seen.add(row.key)
            found.append(row)
    return Table(tuple(found), tuple(problems), repeated)


def new_post(
    row: PlanRow,
    zone: ZoneInfo,
    platform_ids: Mapping[str, int],
    campaign_id: int | None = None,
    owner_id: int | None = None,
) -> Post:
    """The row as a new post. `platform_ids` has an id for every key that the row names.

    What is published came out when it was planned; its time entries are not made up.
    """
    published_at = None
    if row.status is Status.PUBLISHED and row.starts_at is not None:
        published_at = instant(row.starts_at, zone)
    return Post(
        id=0,
        uid="",
        title=row.title,
        body=row.text,
        format_key=row.format_key,
        campaign_id=campaign_id,
        owner_id=owner_id,
        note=row.note,
        effort=row.effort,
        variants=tuple(
            Variant(
                id=0,
                uid="",
                post_id=0,
                platform_id=platform_ids[key],
                starts_at=row.starts_at,
                hashtags=row.hashtags,
                link=row.link,
                status=row.status,
                published_at=published_at,
            )
            for key in row.platforms
        ),
    )


def _on_one_line(title: str) -> str:
    return " ".join(title.split())


def _header_problems(number: int, columns: Sequence[Column | None]) -> list[RowProblem]:
    missing = [each for each in (Column.TITLE, Column.PLATFORMS) if each not in columns]
    double = [each for each in Column if columns.count(each) > 1]
    return [
        *(RowProblem(number, each, Reason.MISSING_COLUMN) for each in missing),
        *(RowProblem(number, each, Reason.DOUBLE_COLUMN) for each in double),
    ]


class _Reader:
    """Reads rows below a header; `problems` are those of the row that is being read."""

    def __init__(
        self,
        columns: Sequence[Column | None],
        platforms: Sequence[Platform],
        formats: Sequence[Format],
        zone: ZoneInfo,
    ) -> None:
        self.zone = zone
        self.columns = columns
        self.formats = {**{folded(each.name): each for each in formats}, **{each.key: each for each in formats}}
        # The surer name wins: a key before a display name, and of two accounts with one name the first.
        self.platforms = {each.kind.value: each.key for each in reversed(platforms)}
        self.platforms |= {folded(each.name): each.key for each in reversed(platforms)}
        self.platforms |= {folded(each.key): each.key for each in platforms}
        self.number = 0
        self.cells: dict[Column, Cell] = {}
        self.problems: list[RowProblem] = []

    def read(self, number: int, cells: Sequence[Cell]) -> PlanRow | list[RowProblem]:
        """One row: a post, or everything that is wrong with it."""
        self.number = number
        self.problems = []
        self.cells = {column: cell for column, cell in zip(self.columns, cells, strict=False) if column is not None}
        surplus = next(filter(None, map(text_of, cells[len(self.columns) :])), None)
        if surplus is not None:
            self.problems.append(RowProblem(number, None, Reason.TOO_MANY_CELLS, surplus))
        platforms, starts_at, format_ = self._platforms(), self._moment(), self._format()
        title = _on_one_line(self._text(Column.TITLE))
        if not title:
            self._refuse(Column.TITLE, Reason.MISSING)
        row = PlanRow(
            row=number,
            starts_at=starts_at,
            platforms=platforms,
            title=title,
            text=self._text(Column.TEXT),
            status=self._status(starts_at),
            format_key=format_.key if format_ else None,
            effort=self._effort(format_),
            hashtags=self._text(Column.HASHTAGS),
            link=self._text(Column.LINK),
            campaign=self._text(Column.CAMPAIGN),
            person=self._text(Column.PERSON),
            note=self._text(Column.NOTE),
        )
        return self.problems or row

    def _text(self, column: Column) -> str:
        return text_of(self.cells.get(column))

    def _refuse(self, column: Column, reason: Reason, value: str | None = None) -> None:
        self.problems.append(RowProblem(self.number, column, reason, self._text(column) if value is None else value))

    def _platforms(self) -> tuple[str, ...]:
        words = [word.strip() for word in self._text(Column.PLATFORMS).replace("|", ",").split(",")]
        found = dict.fromkeys(self._platform(word) for word in words if word)
        if not found:
            self._refuse(Column.PLATFORMS, Reason.MISSING)
        return tuple(found)

    def _platform(self, word: str) -> str:
        """The key of the account, or of the one to be made; the word itself after refusing it."""
        kind = table_words.kind(word)
        key = self.platforms.get(folded(word)) or (kind and self.platforms.get(kind.value, kind.value))
        if key is None and table_words.kind_of_key(word) is not None:
            key = folded(word)  # the second account of a kind, as the export writes it
        if key is None:
            self._refuse(Column.PLATFORMS, Reason.UNKNOWN_PLATFORM, word)
        return key or word

    def _moment(self) -> datetime | None:
        day, minute = self._day()
        if self._text(Column.TIME):
            try:
                minute = minute_of(self.cells[Column.TIME])
            except ValueError:
                self._refuse(Column.TIME, Reason.NOT_A_TIME)
            if not self._text(Column.DATE):
                self._refuse(Column.TIME, Reason.TIME_WITHOUT_DATE)
        return None if day is None else settled(at(day, _NOON if minute is None else minute), self.zone)

    def _day(self) -> tuple[date | None, int | None]:
        if not self._text(Column.DATE):
            return None, None
        try:
            return day_of(self.cells[Column.DATE])
        except ValueError:
            self._refuse(Column.DATE, Reason.NOT_A_DATE)
            return None, None

    def _status(self, starts_at: datetime | None) -> Status:
        word = self._text(Column.STATUS)
        usual = Status.IDEA if starts_at is None else Status.DRAFT
        status = table_words.status(word) if word else usual
        if status is None:
            is_derived = table_words.is_derived(word)
            self._refuse(Column.STATUS, Reason.DERIVED_STATUS if is_derived else Reason.UNKNOWN_STATUS)
        return status or usual

    def _format(self) -> Format | None:
        word = self._text(Column.FORMAT)
        if not word:
            return None
        found = self.formats.get(folded(word)) or self.formats.get(table_words.format_key(word))
        if found is None:
            self._refuse(Column.FORMAT, Reason.UNKNOWN_FORMAT)
        return found

    def _effort(self, format_: Format | None) -> ByActivity:
        usual = format_.effort if format_ else NO_MINUTES
        if not self._text(Column.EFFORT):
            return usual
        try:
            return spread(minutes_of(self.cells[Column.EFFORT]), format_.effort if format_ else None)
        except ValueError:
            self._refuse(Column.EFFORT, Reason.NOT_MINUTES)
            return usual
