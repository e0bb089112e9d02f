"""The whole plan is written as a table from the settings, and read back into an empty plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db import lists, platforms
from db.board import load_whole
from db.records import Board, Campaign, Changes, Member, Platform, PlatformKind, Status, Variant
from db.store import Store
from desktop.exchange import table_file
from desktop.settings import LANGUAGE
from tests.builders import a_plan, a_post, a_variant
from tests.rooms.panel_hands import button, click
from tests.rooms.preferences_room import Room, settings_room


@pytest.fixture
def enter(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str], Room]]:
    with settings_room(qtbot, qapp, tmp_path) as entered:
        yield entered


def fill(room: Room) -> None:
    """Add posts of all sorts to the one that is there."""
    edit = room.workspace.edit
    second = edit("x", platforms.put_platform, Platform(0, "", PlatformKind.INSTAGRAM, "Backstube"))
    campaign = edit("x", lists.put_campaign, Campaign(0, "Advent", date(2026, 12, 1), date(2026, 12, 24)))
    anna = edit("x", lists.put_member, Member(0, "Anna Lind", "AL"))
    assert second is not None
    noon = datetime(2026, 12, 2, 12)
    room.workspace.put(
        "x",
        Changes(
            posts=(
                a_post(
                    'Idee; mit "Zeichen"',
                    body="Zwei\nZeilen, und =mehr",
                    format_key="reel",
                    effort=(10, 45, 10, 5),
                    campaign_id=campaign,
                    owner_id=anna,
                    note="Notiz",
                ),
                a_post("Zwei Konten", noon, platforms=(1, second)),
                a_post(
                    "Draußen",
                    variants=(
                        a_variant(
                            2,
                            noon,
                            status=Status.PUBLISHED,
                            published_at=datetime(2026, 12, 2, 11, tzinfo=UTC),
                            hashtags="#brot",
                            link="a.de",
                        ),
                    ),
                ),
            )
        ),
    )


def told(board: Board) -> set[tuple[object, ...]]:
    """What a table can tell about each post, without ids."""
    keys = {platform.id: platform.key for platform in board.platforms}
    campaigns = {each.id: each.name for each in board.campaigns}
    members = {each.id: each.name for each in board.members}

    def version(each: Variant) -> tuple[object, ...]:
        return keys[each.platform_id], each.starts_at, each.status, each.published_at, each.hashtags, each.link

    return {
        (
            post.title,
            post.body,
            post.format_key,
            post.effort.total,
            campaigns.get(post.campaign_id or 0),
            members.get(post.owner_id or 0),
            post.note,
            frozenset(version(each) for each in post.variants),
        )
        for post in board.posts
    }


def export(room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caption: str, out: Path) -> str:
    """Write the table with the button; gives what the dialog proposed."""
    proposed: list[str] = []

    def dialog(_parent: object, _title: str, where: str, _kinds: str) -> tuple[str, str]:
        proposed.append(where)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    click(button(room.page, caption))
    qtbot.waitUntil(lambda: bool(room.toasts()))
    return proposed[0]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_an_empty_plan_takes_the_same_posts_back(
    enter: Callable[[str], Room],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    language: str,
) -> None:
    room = enter("plan")
    room.settings.assume(LANGUAGE, language)
    fill(room)
    out = tmp_path / f"Tabelle.{kind}"
    proposed = export(room, qtbot, monkeypatch, "CSV …" if kind == "csv" else "Excel (XLSX) …", out)
    assert Path(proposed).name == f"Café Lindenhof.{kind}"
    assert room.toasts()[0].startswith("Table with 4 post")
    assert room.toasts()[0].endswith(f"written to {out}")
    empty = Store.create(tmp_path / "leer.wochenwerk", a_plan())
    board = empty.read(load_whole)
    table = table_file.news_of(table_file.rows_of(out), board)
    assert table.problems == ()
    empty.write(lambda writer: table_file.add_rows(writer, board, table))
    whole = room.workspace.read(load_whole)
    assert told(empty.read(load_whole)) == told(whole)
    assert table_file.news_of(table_file.rows_of(out), whole).rows == ()
    empty.close()


def test_a_place_that_cannot_be_written_is_said(
    enter: Callable[[str], Room], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = enter("plan")
    (tmp_path / "file").write_bytes(b"")
    export(room, qtbot, monkeypatch, "CSV …", tmp_path / "file" / "x.csv")
    assert "cannot be written" in room.toasts()[0]


def test_the_plan_itself_is_never_overwritten(
    enter: Callable[[str], Room], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = enter("plan")
    link = tmp_path / "link.csv"
    link.symlink_to(room.workspace.store.path)
    export(room, qtbot, monkeypatch, "CSV …", link)
    assert "left alone" in room.toasts()[0]
    assert room.plan.name == "Café Lindenhof"
