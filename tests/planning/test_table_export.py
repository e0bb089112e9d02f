"""What is exported as a table is read back as the same posts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from db.records import Board, ByActivity, Campaign, Format, Member, Platform, PlatformKind, Post, Status, Variant
from desktop.planning.plan_table import Column, PlanRow, Table, read_table, row_key
from desktop.planning.table_cells import Row, text_rows
from desktop.planning.table_export import csv_bytes, table_rows, xlsx_bytes
from desktop.planning.table_words import kind_of_key
from tests.builders import a_plan, a_platform, a_post, a_variant

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 23, 12)
FORMATS = (
    Format("image", "Foto", 0, ByActivity(10, 35, 15, 5)),
    Format("poll", "Poll", 1, ByActivity(10, 10, 15, 5)),
    Format("rezept", "Rezept", 2, ByActivity(5, 5, 5, 5)),
)
PLATFORMS = (
    a_platform(id=1),
    a_platform(PlatformKind.FACEBOOK, id=2),
    a_platform(id=3, key="instagram-2", name="Backstube"),
)
CAMPAIGNS = (Campaign(7, "Advent", date(2026, 11, 20), date(2026, 12, 24)),)
MEMBERS = (Member(4, "Anna Lind", "AL"),)


def board(*posts: Post) -> Board:
    numbered = tuple(replace(post, id=number) for number, post in enumerate(posts, start=1))
    return Board((), a_plan(), PLATFORMS, posts=numbered, formats=FORMATS, campaigns=CAMPAIGNS, members=MEMBERS)


def sheet_rows(data: bytes) -> tuple[Row, ...]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    rows = tuple(enumerate(book.worksheets[0].iter_rows(values_only=True), start=1))
    book.close()
    return rows


def read_back(whole: Board, kind: str, language: str, platforms: Sequence[Platform] = PLATFORMS) -> Table:
    rows = table_rows(whole, language, "Ohne Titel")
    written = text_rows(csv_bytes(rows, language)) if kind == "csv" else sheet_rows(xlsx_bytes(rows, language))
    return read_table(written, platforms, FORMATS, BERLIN)


def same(row: PlanRow, post: Post) -> bool:
    variants = post.variants
    names = {each.id: each.name for each in (*CAMPAIGNS, *MEMBERS)}
    keys = {each.id: each.key for each in PLATFORMS}
    return (
        row.starts_at == variants[0].starts_at
        and set(row.platforms) == {keys[each.platform_id] for each in variants}
        and (row.title, row.text, row.note) == (" ".join(post.title.split()), post.body.strip(), post.note.strip())
        and row.status is variants[0].status
        and row.format_key == post.format_key
        and row.effort.total == post.effort.total
        and (row.hashtags, row.link) == (variants[0].hashtags.strip(), variants[0].link.strip())
        and row.campaign == names.get(post.campaign_id or 0, "")
        and row.person == names.get(post.owner_id or 0, "")
    )


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("\n;,\t\"'=|"), max_size=20
)
moments = st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0, hour=3 + moment.hour % 21)
)


@st.composite
def posts(draw: st.DrawFn) -> Post:
    ids = draw(st.lists(st.sampled_from((1, 2, 3)), min_size=1, unique=True))
    common = Variant(
        0,
        "",
        0,
        0,
        starts_at=draw(moments),
        status=draw(st.sampled_from(Status)),
        hashtags=draw(words),
        link=draw(words),
    )
    return Post(
        0,
        "",
        title=draw(words.filter(str.strip)),
        body=draw(words),
        note=draw(words),
        format_key=draw(st.sampled_from((None, "image", "poll", "rezept"))),
        campaign_id=draw(st.sampled_from((None, 7))),
        owner_id=draw(st.sampled_from((None, 4))),
        effort=ByActivity(*draw(st.lists(st.integers(0, 300), min_size=4, max_size=4))),
        variants=tuple(replace(common, platform_id=each) for each in sorted(ids)),
    )


@given(st.lists(posts(), max_size=4), st.sampled_from(("csv", "xlsx")), st.sampled_from(("de", "en")))
def test_the_import_reads_back_what_was_exported(some: list[Post], kind: str, language: str) -> None:
    keys = {each.id: each.key for each in PLATFORMS}
    unique = list({row_key(post, keys, BERLIN): post for post in some}.values())
    table = read_back(board(*unique), kind, language)
    assert table.problems == ()
    assert len(table.rows) == len(unique)
    assert all(any(same(row, post) for row in table.rows) for post in unique)


def test_dated_posts_come_by_moment_and_ideas_behind_them() -> None:
    rows = table_rows(
        board(a_post("Idee"), a_post("später", NOON), a_post("früher", datetime(2026, 11, 2, 8))), "de", "Ohne Titel"
    )
    place = list(Column).index(Column.TITLE)
    assert [row[place] for row in rows] == ["Titel", "früher", "später", "Idee"]


def test_headers_and_words_follow_the_language() -> None:
    post = a_post("Brot", NOON, platforms=(1, 2), format_key="poll", effort=(10, 0, 0, 5))
    german, english = (table_rows(board(post), language, "Ohne Titel") for language in ("de", "en"))
    assert ", ".join(str(cell) for cell in german[0]) == (
        "Datum, Uhrzeit, Plattformen, Titel, Text, Status, Format, Aufwand_Minuten, Hashtags, Link, Kampagne, "
        "Person, Notiz"
    )
    assert english[0] == tuple(column.value for column in Column)
    assert german[1][:8] == (
        date(2026, 11, 23),
        time(12),
        "instagram | facebook",
        "Brot",
        "",
        "Entwurf",
        "Umfrage",
        15,
    )
    assert english[1][5:7] == ("draft", "Poll")


def test_a_renamed_built_in_format_is_written_so_that_every_plan_knows_it() -> None:
    rows = table_rows(board(a_post(format_key="image"), a_post(format_key="rezept")), "de", "Ohne Titel")
    place = list(Column).index(Column.FORMAT)
    assert [row[place] for row in rows[1:]] == ["image", "Rezept"]


def test_versions_that_differ_share_a_row() -> None:
    post = replace(
        a_post("Brot"),
        variants=(
            a_variant(1, datetime(2026, 11, 24, 9), status=Status.SCHEDULED),
            a_variant(2, NOON, status=Status.REVIEW, link="a.de"),
        ),
    )
    (row,) = read_back(board(post), "csv", "de").rows
    assert (row.starts_at, row.status, row.link) == (NOON, Status.REVIEW, "a.de")


def test_what_came_out_without_a_plan_stands_at_its_real_moment() -> None:
    real = datetime(2026, 11, 23, 11, 7, 30, tzinfo=ZoneInfo("UTC"))
    post = replace(a_post("Brot"), variants=(a_variant(1, None, status=Status.PUBLISHED, published_at=real),))
    (row,) = read_back(board(post), "xlsx", "en").rows
    assert (row.starts_at, row.status) == (datetime(2026, 11, 23, 12, 7), Status.PUBLISHED)


def test_a_title_that_is_missing_is_filled() -> None:
    (row,) = read_back(board(a_post("")), "csv", "de").rows
    assert row.title == "Ohne Titel"


def test_a_second_account_is_known_to_a_plan_without_platforms() -> None:
    (row,) = read_back(board(a_post(platforms=(1, 3))), "csv", "de", platforms=()).rows
    assert row.platforms == ("instagram", "instagram-2")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("instagram", PlatformKind.INSTAGRAM),
        ("Instagram-3", PlatformKind.INSTAGRAM),
        ("instagram-1", None),
        ("instagram-x", None),
        ("myspace-2", None),
        ("myspace", None),
        ("-2", None),
    ],
)
def test_a_key_tells_its_kind(key: str, kind: PlatformKind | None) -> None:
    assert kind_of_key(key) is kind


def test_a_text_is_no_formula() -> None:
    rows = table_rows(board(a_post("=1+1")), "de", "Ohne Titel")
    cell = load_workbook(io.BytesIO(xlsx_bytes(rows, "de"))).worksheets[0].cell(2, 4)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
