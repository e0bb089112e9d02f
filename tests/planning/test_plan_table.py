"""Plan tables: as people, spreadsheets and other programs write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import NO_MINUTES, ByActivity, Format, Platform, PlatformKind, Post, Status
from desktop.planning.plan_table import (
    Column,
    PlanRow,
    Reason,
    RowProblem,
    Table,
    new_post,
    read_table,
    row_key,
    text_rows,
)
from desktop.planning.table_cells import Cell, day_of, minute_of, minutes_of, text_of
from tests.planning.boards import FACEBOOK, INSTAGRAM, LINKEDIN, PLATFORMS, a_post, version

BERLIN = ZoneInfo("Europe/Berlin")
FORMATS = (
    Format("carousel", "Carousel", 0, ByActivity(20, 70, 10, 0)),
    Format("poll", "Poll", 1, ByActivity()),
    Format("image", "Foto", 2, ByActivity(10, 35, 15, 5)),
)
HEADER = ("date", "time", "platforms", "title")
NOON = datetime(2026, 11, 23, 12)


def read(*rows: Sequence[Cell], platforms: Sequence[Platform] = PLATFORMS, **options: object) -> Table:
    return read_table(enumerate(rows, start=1), platforms, FORMATS, BERLIN, **options)  # type: ignore[arg-type]


def one(**cells: Cell) -> PlanRow:
    """The only row of a table with these columns besides title and platforms."""
    given_cells = {"title": "Zimtschnecken", "platforms": "instagram", **cells}
    table = read(tuple(given_cells), tuple(given_cells.values()))
    assert table.problems == ()
    (row,) = table.rows
    return row


def problem(**cells: Cell) -> tuple[Column | None, Reason, str]:
    """The only problem of a table with these columns besides title and platforms."""
    given_cells = {"title": "Zimtschnecken", "platforms": "instagram", **cells}
    table = read(tuple(given_cells), tuple(given_cells.values()))
    assert table.rows == ()
    ((row, field, reason, value),) = ((each.row, each.field, each.reason, each.value) for each in table.problems)
    assert row == 2
    return field, reason, value


ENGLISH = "date,time,platforms,title,text,status,format,effort_minutes,hashtags,link,campaign,person,note"
GERMAN = "Datum;Uhrzeit;Plattformen;Titel;Text;Status;Format;Aufwand_Minuten;Hashtags;Link;Kampagne;Person;Notiz"


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-25,12:15,instagram|facebook,Zimtschnecken,Frisch,scheduled,carousel,100,#café,https://x.de,Advent,Lina,!",
        "25.11.2026;12.15;Instagram, Facebook;Zimtschnecken;Frisch;Geplant;Karussell;100;#café;https://x.de;Advent;Lina;!",
    ],
)
def test_the_contracts_columns_in_both_languages(line: str) -> None:
    header = ENGLISH if "," in line[:11] else GERMAN
    table = read_table(text_rows(f"{header}\r\n{line}\r\n".encode()), PLATFORMS, FORMATS, BERLIN)
    assert table == Table(
        (
            PlanRow(
                row=2,
                starts_at=datetime(2026, 11, 25, 12, 15),
                platforms=("instagram", "facebook"),
                title="Zimtschnecken",
                text="Frisch",
                status=Status.SCHEDULED,
                format_key="carousel",
                effort=ByActivity(20, 70, 10, 0),
                hashtags="#café",
                link="https://x.de",
                campaign="Advent",
                person="Lina",
                note="!",
            ),
        ),
        (),
        0,
    )


# Files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_delimiter_and_line_end(encoding: str, delimiter: str, line_end: str) -> None:
    lines = [delimiter.join(row) for row in (["Titel", "Plattformen"], ["Käse – „Brie“", "facebook"])]
    data = line_end.join(lines).encode(encoding)
    assert text_rows(data) == ((1, ["Titel", "Plattformen"]), (2, ["Käse – „Brie“", "facebook"]))


def test_utf_16_of_the_other_byte_order_has_its_mark() -> None:
    assert text_rows("\ufefftitle,text\nä,ö".encode("utf-16-be")) == ((1, ["title", "text"]), (2, ["ä", "ö"]))


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    data = b'sep=;\r\n\r\ntitle;platforms;text\r\nA;x;"two\r\nlines"\r\n\r\nB;nowhere\r\n'
    table = read_table(text_rows(data), PLATFORMS, FORMATS, BERLIN)
    assert [(row.row, row.text) for row in table.rows] == [(4, "two\nlines")]
    assert [each.row for each in table.problems] == [6]


def test_commas_in_a_quoted_cell_do_not_decide_the_delimiter() -> None:
    assert text_rows(b'title;"platforms";date, or none, or never\n')[0] == (
        1,
        ["title", "platforms", "date, or none, or never"],
    )


def test_bytes_without_meaning_are_read_as_well_as_can_be() -> None:
    assert text_rows(b"title\n\x81\xe4")[1] == (2, ["\ufffdä"])


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"x" * 200_000, b'title\n"' + b"x" * 200_000])
def test_what_is_no_text_table_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"(?s)."):
        text_rows(data)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1, max_size=4)))
def test_what_a_spreadsheet_writes_is_what_is_read(cells: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL).writerows([["title", "platforms"], *cells])
    rows = text_rows(written.getvalue().encode("utf-8-sig"))
    assert [list(row) for _, row in rows[1:]] == cells


# Header


def test_columns_come_in_any_order_and_unknown_ones_are_passed_over() -> None:
    table = read(("Notiz", "Laune", "TITEL ", "platforms"), ("oben", "gut", "Brot", "x"))
    assert (table.rows[0].title, table.rows[0].note, table.rows[0].platforms) == ("Brot", "oben", ("x",))


def test_blanks_and_hyphens_in_a_header_count_as_underscores() -> None:
    assert one(**{"Aufwand Minuten": "30"}).effort.total == one(**{"effort-minutes": "30"}).effort.total == 30


@pytest.mark.parametrize(
    ("header", "problems"),
    [
        (("text",), [(Column.TITLE, Reason.MISSING_COLUMN), (Column.PLATFORMS, Reason.MISSING_COLUMN)]),
        (("title", "Titel", "platforms"), [(Column.TITLE, Reason.DOUBLE_COLUMN)]),
    ],
)
def test_a_header_that_cannot_be_used_stops_everything(
    header: tuple[str, ...], problems: list[tuple[Column, Reason]]
) -> None:
    table = read(header, ("Brot", "x", "x"))
    assert table == Table((), tuple(RowProblem(1, *each) for each in problems), 0)


@pytest.mark.parametrize("rows", [[], [()], [("", " "), (None,)]])
def test_an_empty_table_says_so(rows: list[Sequence[Cell]]) -> None:
    assert read(*rows).problems == (RowProblem(1, None, Reason.EMPTY_TABLE),)


def test_a_header_alone_is_a_table_without_posts() -> None:
    assert read(HEADER) == Table((), (), 0)


# Moments


@pytest.mark.parametrize(
    "cell",
    [
        "2026-11-23",
        "23.11.2026",
        "23.11.26",
        " 23. 11. 2026 ",
        "2026-11-23T00:00:00",
        "2026-11-23 00:00",
        date(2026, 11, 23),
        datetime(2026, 11, 23),
    ],
)
def test_a_date_without_a_time_is_noon(cell: Cell) -> None:
    row = one(date=cell)
    assert (row.starts_at, row.status) == (NOON, Status.DRAFT)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("8:00", "8:00"),
        ("08:00", "8:00"),
        ("8.00", "8:00"),
        ("8 Uhr", "8:00"),
        ("8.30 uhr", "8:30"),
        ("8:30 h", "8:30"),
        ("20:15", "20:15"),
        ("20:15:59", "20:15"),
        ("0:00", "0:00"),
        ("8 pm", "20:00"),
        ("12:30 AM", "0:30"),
        (8, "8:00"),
        (time(8, 45), "8:45"),
        (datetime(1899, 12, 30, 8, 45), "8:45"),
        (timedelta(hours=8, minutes=45), "8:45"),
        (0.5, "12:00"),
        (1 / 3, "8:00"),
        (0.99999, "0:00"),
    ],
)
def test_times_as_people_write_them(cell: Cell, expected: str) -> None:
    hour, minute = map(int, expected.split(":"))
    assert one(date="2026-11-23", time=cell).starts_at == NOON.replace(hour=hour, minute=minute)


@pytest.mark.parametrize("cell", ["23.11.2026 8:15", "2026-11-23T08:15:30", datetime(2026, 11, 23, 8, 15, 30)])
def test_a_date_may_bring_its_time_but_the_time_column_wins(cell: Cell) -> None:
    assert one(date=cell).starts_at == NOON.replace(hour=8, minute=15)
    assert one(date=cell, time="9:00").starts_at == NOON.replace(hour=9)


@pytest.mark.parametrize("cell", ["23.11.", "11/23/2026", "30.2.2026", "morgen", "2026-13-01", "23.11.1826", 46349])
def test_what_is_no_date_is_named(cell: Cell) -> None:
    assert problem(date=cell) == (Column.DATE, Reason.NOT_A_DATE, str(cell))


@pytest.mark.parametrize("cell", [datetime(2300, 1, 1), date(1812, 1, 1)])
def test_dates_of_other_centuries_are_slips(cell: Cell) -> None:
    assert problem(date=cell)[1] is Reason.NOT_A_DATE


@pytest.mark.parametrize("cell", ["25:00", "24:00", "8:60", "mittags", "8.5", "13 pm", "0 am", 8.25, -1])
def test_what_is_no_time_is_named(cell: Cell) -> None:
    assert problem(date="2026-11-23", time=cell) == (Column.TIME, Reason.NOT_A_TIME, str(cell))


def test_a_time_without_a_date_is_a_bad_row() -> None:
    assert problem(date="", time="8:00") == (Column.TIME, Reason.TIME_WITHOUT_DATE, "8:00")


def test_a_time_that_the_clock_leaves_out_is_moved_out_of_the_gap() -> None:
    row = one(date="29.03.2026", time="2:30")
    assert row.starts_at == datetime(2026, 3, 29, 3, 30)


def test_no_date_is_an_idea() -> None:
    row = one(date=None)
    assert (row.starts_at, row.status) == (None, Status.IDEA)


# Statuses


@pytest.mark.parametrize(
    ("german", "status"),
    [
        ("Idee", Status.IDEA),
        ("Entwurf", Status.DRAFT),
        ("Freigabe", Status.REVIEW),
        ("Geplant", Status.SCHEDULED),
        ("Veröffentlicht", Status.PUBLISHED),
        ("Ausgefallen", Status.SKIPPED),
        ("Angehalten", Status.HELD),
    ],
)
def test_statuses_in_both_languages_and_any_case(german: str, status: Status) -> None:
    for word in (german, german.upper(), f" {german.lower()} ", status.value, status.value.title()):
        assert one(date="2026-11-23", status=word).status is status


@pytest.mark.parametrize("word", ["Überfällig", "OVERDUE", "überfällig"])
def test_overdue_is_never_stored(word: str) -> None:
    assert problem(status=word) == (Column.STATUS, Reason.DERIVED_STATUS, word)


def test_an_unknown_status_is_named() -> None:
    assert problem(status="fertig") == (Column.STATUS, Reason.UNKNOWN_STATUS, "fertig")


# Platforms


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("instagram", ("instagram",)),
        ("Instagram|Facebook", ("instagram", "facebook")),
        ("LinkedIn, INSTAGRAM , linkedin,", ("linkedin", "instagram")),
        ("tiktok|TikTok|Google-Profil|google", ("tiktok", "google")),
        ("WhatsApp-Kanal|WhatsApp channel|Google profile", ("whatsapp", "google")),
        ("X", ("x",)),
    ],
)
def test_platforms_by_key_or_display_name(cell: str, keys: tuple[str, ...]) -> None:
    assert one(platforms=cell).platforms == keys


@pytest.mark.parametrize("kind", PlatformKind)
def test_every_known_kind_can_be_named(kind: PlatformKind) -> None:
    assert one(platforms=kind.value.upper()).platforms == (kind.value,)


def test_accounts_have_their_own_keys_and_names() -> None:
    platforms = (
        Platform(1, "laden", PlatformKind.INSTAGRAM, "Café Lindenhof"),
        Platform(2, "instagram-2", PlatformKind.INSTAGRAM, "Café Lindenhof"),
        Platform(3, "facebook", PlatformKind.FACEBOOK, "Röstwerk"),
    )
    rows = [("instagram-2|café lindenhof|facebook|röstwerk", "A"), ("Instagram", "B")]
    table = read(("platforms", "title"), *rows, platforms=platforms)
    assert [row.platforms for row in table.rows] == [("instagram-2", "laden", "facebook"), ("laden",)]


def test_every_unknown_platform_is_named() -> None:
    table = read(("platforms", "title"), ("studivz|instagram|icq", "A"))
    assert table.problems == (
        RowProblem(2, Column.PLATFORMS, Reason.UNKNOWN_PLATFORM, "studivz"),
        RowProblem(2, Column.PLATFORMS, Reason.UNKNOWN_PLATFORM, "icq"),
    )


def test_title_and_platforms_are_required() -> None:
    assert problem(title="  ") == (Column.TITLE, Reason.MISSING, "")
    assert problem(platforms=" | ,") == (Column.PLATFORMS, Reason.MISSING, "| ,")
    assert one(title=" two\n lines ").title == "two lines"
    assert one(title=2026).title == "2026"


# Format and effort


def test_formats_are_known_by_key_name_and_german_word() -> None:
    assert [one(format=word).format_key for word in ("carousel", "KARUSSELL", "Foto", "Bild", "umfrage", "")] == [
        "carousel",
        "carousel",
        "image",
        "image",
        "poll",
        None,
    ]
    assert problem(format="Hologramm") == (Column.FORMAT, Reason.UNKNOWN_FORMAT, "Hologramm")
    assert problem(format="Artikel") == (Column.FORMAT, Reason.UNKNOWN_FORMAT, "Artikel")


def test_no_effort_is_the_formats_template_and_no_format_none() -> None:
    assert one(format="carousel").effort == (20, 70, 10, 0)
    assert one().effort == NO_MINUTES


@pytest.mark.parametrize(
    ("format_key", "effort", "expected"),
    [
        ("carousel", "50", (10, 35, 5, 0)),
        ("", "45", (9, 18, 11, 7)),
        ("poll", "45", (9, 18, 11, 7)),
        ("carousel", "0", (0, 0, 0, 0)),
        ("", 100, (20, 40, 25, 15)),
        ("", 100.0, (20, 40, 25, 15)),
        ("", Decimal("100.0"), (20, 40, 25, 15)),
        ("", "100,0", (20, 40, 25, 15)),
        ("", "100 min", (20, 40, 25, 15)),
        ("", "100 Min.", (20, 40, 25, 15)),
    ],
)
def test_the_whole_effort_is_spread_like_the_template(format_key: str, effort: Cell, expected: tuple[int, ...]) -> None:
    assert one(format=format_key, effort_minutes=effort).effort == expected


@pytest.mark.parametrize("cell", ["1:30", "-5", "viel", "1,5", 1.5, "100000", True])
def test_what_are_no_minutes_is_named(cell: Cell) -> None:
    assert problem(effort_minutes=cell) == (Column.EFFORT, Reason.NOT_MINUTES, str(cell))


# Rows


def test_everything_that_is_wrong_in_a_row_is_named_and_good_rows_remain() -> None:
    header = ("title", "platforms", "date", "time", "status", "effort_minutes")
    bad = ("", "icq", "gestern", "spät", "fertig", "viel")
    table = read(header, bad, ("Brot", "x", "", "", "", ""))
    assert [each.reason for each in table.problems] == [
        Reason.UNKNOWN_PLATFORM,
        Reason.NOT_A_DATE,
        Reason.NOT_A_TIME,
        Reason.MISSING,
        Reason.UNKNOWN_STATUS,
        Reason.NOT_MINUTES,
    ]
    assert [row.title for row in table.rows] == ["Brot"]


def test_rows_may_be_shorter_than_the_header_but_not_longer() -> None:
    table = read(("title", "platforms", "note"), ("Brot", "x"), ("Käse", "x", "Brie, Gouda", "", "verlaufen"))
    assert [row.title for row in table.rows] == ["Brot"]
    assert table.problems == (RowProblem(3, None, Reason.TOO_MANY_CELLS, "verlaufen"),)


def test_the_same_post_twice_in_a_file_is_one() -> None:
    rows = [
        ("23.11.2026", "", "instagram|facebook", "Brot"),
        ("2026-11-23", "12:00", "Facebook, Instagram", " Brot"),
        ("2026-11-23", "12:15", "Facebook, Instagram", "Brot"),
        ("2026-11-23", "", "Facebook", "Brot"),
        ("", "", "facebook", "Brot"),
        ("", "", "facebook", "Brot"),
    ]
    table = read(HEADER, *rows)
    assert [row.row for row in table.rows] == [2, 4, 5, 6]
    assert table.known == 2


def test_the_same_file_twice_adds_nothing() -> None:
    rows = [
        ("23.11.2026", "8:00", "instagram|facebook", "Brot", "Veröffentlicht"),
        ("29.03.2026", "2:30", "linkedin", "Lücke", ""),
        ("", "", "facebook", "Idee", ""),
    ]
    header = (*HEADER, "status")
    first = read(header, *rows)
    keys = {platform.id: platform.key for platform in PLATFORMS}
    posts = stored(first)
    second = read(header, *rows, known={row_key(post, keys, BERLIN) for post in posts})
    assert (second.rows, second.problems, second.known) == ((), (), 3)


def stored(table: Table) -> list[Post]:
    ids = {platform.key: platform.id for platform in PLATFORMS}
    return [new_post(row, BERLIN, ids) for row in table.rows]


def test_a_post_is_known_by_its_earliest_planned_moment() -> None:
    post = a_post(1, version(FACEBOOK, NOON + timedelta(hours=1)), version(LINKEDIN), version(INSTAGRAM, NOON))
    keys = {platform.id: platform.key for platform in PLATFORMS}
    assert row_key(replace(post, title="Brot  und  Butter"), keys, BERLIN) == (
        NOON,
        frozenset({"instagram", "facebook", "linkedin"}),
        "Brot und Butter",
    )


# New posts


def test_a_row_becomes_a_post_with_one_version_per_platform() -> None:
    words = {"text": "T", "status": "Geplant", "format": "Foto", "hashtags": "#a", "link": "L"}
    row = one(date="2026-11-23", platforms="facebook|instagram", **words)
    post = new_post(row, BERLIN, {"facebook": 2, "instagram": 1}, campaign_id=5, owner_id=6)
    assert (post.id, post.title, post.body, post.format_key) == (0, "Zimtschnecken", "T", "image")
    assert (post.campaign_id, post.owner_id, post.effort) == (5, 6, (10, 35, 15, 5))
    assert [(each.platform_id, each.starts_at, each.status) for each in post.variants] == [
        (2, NOON, Status.SCHEDULED),
        (1, NOON, Status.SCHEDULED),
    ]
    assert {(each.hashtags, each.link, each.published_at) for each in post.variants} == {("#a", "L", None)}


def test_what_is_published_came_out_when_it_was_planned() -> None:
    post = new_post(one(date="2026-11-23", status="published"), BERLIN, {"instagram": 1})
    assert post.variants[0].published_at == datetime(2026, 11, 23, 11, tzinfo=UTC)
    undated = new_post(one(status="published"), BERLIN, {"instagram": 1})
    assert undated.variants[0].published_at is None


# Whatever stands in a cell

cells = st.none() | st.text() | st.floats() | st.integers() | st.booleans() | st.datetimes() | st.dates() | st.times()


@given(st.lists(cells, min_size=len(Column), max_size=len(Column)))
def test_any_cells_are_a_post_or_a_problem(row: list[Cell]) -> None:
    table = read(tuple(Column), row)
    if any(text_of(cell) for cell in row):
        assert bool(table.rows) != bool(table.problems)


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)), st.integers(0, 1439))
def test_days_and_times_are_read_back_as_written(day: date, minute: int) -> None:
    hour, rest = divmod(minute, 60)
    for text in (day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}"):
        assert day_of(text) == (day, None)
        assert day_of(f"{text} {hour}:{rest:02d}") == (day, minute or None)
    assert minute_of(f"{hour}:{rest:02d}") == minute_of(minute / 1440) == minute
    assert minutes_of(str(minute)) == minute
