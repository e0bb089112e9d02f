"""The command line as the contract promises it to scripts."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import Workbook
from PySide6.QtGui import QImage

from db.records import Week
from desktop.commands.picture_command import VIEWS
from tests.commands.conftest import Run

TABLE = """Datum;Uhrzeit;Plattformen;Titel;Text;Status;Format;Aufwand_Minuten;Kampagne;Person
26.11.2026;12:15;Instagram|Facebook;Zimtschnecken;Frisch;Geplant;Bild;45;Advent;Emre Kaya
;;linkedin;Eine Idee;;;;;;
2026-12-01;;TikTok;Ohne Zeit;;Entwurf;Reel;;;
"""


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    plan = tmp_path / "p.wochenwerk"
    assert run("import", "t.csv", "--plan", plan).code == 0
    return plan


def test_the_sample_week_costs_what_the_pictures_show(run: Run) -> None:
    answer = run("budget", "--demo", "--json")
    facts = json.loads(answer.out)
    planned = {each["key"]: each["planned_minutes"] for each in facts["platforms"]}
    assert planned == {"instagram": 390, "facebook": 255, "linkedin": 315}
    assert {each["uncovered_minutes"] for each in facts["platforms"]} == {0}
    assert [each["verdict"] for each in facts["platforms"]] == ["over", "open", "open"]
    assert [each["posts"] for each in facts["platforms"]] == [7, 4, 2]
    assert facts["platforms"][0]["corridor"] == [3, 7]
    for each in facts["platforms"]:
        parts = each["activities"].values()
        assert sum(part["planned"] for part in parts) == each["planned_minutes"]
        assert sum(part["target"] for part in parts) == each["target_minutes"]
        assert sum(part["done"] for part in parts) == each["done_minutes"]


def test_budget_reads_the_week_it_is_asked_for(run: Run, plan: Path) -> None:
    facts = json.loads(run("budget", "--plan", plan, "--week", "2026-W48", "--json").out)
    assert facts["week"] == "2026-W48"
    assert {each["key"]: each["planned_minutes"] for each in facts["platforms"]} == {
        "instagram": 23,
        "facebook": 22,
        "linkedin": 0,
        "tiktok": 0,
    }


def test_budget_speaks_both_languages(run: Run, plan: Path) -> None:
    german = run("budget", "--plan", plan, "--week", "2026-W48", "--language", "de").out
    english = run("budget", "--plan", plan, "--week", "2026-W48", "--language", "en").out
    assert "Instagram: 0:23 von 6:00 Stunden geplant, 5:37 offen" in german
    assert "Instagram: 0:23 of 6:00 hours planned, 5:37 open" in english


def test_the_same_table_twice_adds_nothing_twice(run: Run, plan: Path) -> None:
    again = run("import", "t.csv", "--plan", plan)
    assert (again.code, again.out) == (0, "0 Beiträge eingelesen, 3 schon bekannt.\n")


def test_a_dry_run_makes_no_plan(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    answer = run("import", "t.csv", "--plan", "new.wochenwerk", "--dry-run")
    assert (answer.code, answer.out) == (0, "3 Beiträge kämen dazu.\n")
    assert not (tmp_path / "new.wochenwerk").exists()


def test_one_bad_row_imports_nothing_and_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("Titel;Plattformen;Datum\nGut;instagram;\nSchlecht;instagram;31.02.2026\n")
    answer = run("import", "bad.csv", "--plan", "new.wochenwerk")
    assert answer.code == 1
    assert "Zeile 3" in answer.err
    assert "31.02.2026" in answer.err
    assert not (tmp_path / "new.wochenwerk").exists()


def test_a_spreadsheet_is_read_like_a_csv_file(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["date", "time", "platforms", "title", "effort_minutes"])
    sheet.append([date(2026, 11, 26), "12:15", "instagram", "Rolls", 60])
    book.save(tmp_path / "t.xlsx")
    assert run("import", "t.xlsx", "--plan", "x.wochenwerk").code == 0
    facts = json.loads(run("budget", "--plan", "x.wochenwerk", "--week", "2026-W48", "--json").out)
    assert facts["platforms"][0]["planned_minutes"] == 60


@pytest.mark.parametrize(
    ("name", "content"),
    [("t.pdf", b"x"), ("t.xlsx", b"no zip"), ("t.csv", b"\x00\x01\x02\xff\xfe\x00"), ("t.csv", b"")],
)
def test_what_is_no_table_is_refused_with_its_name(run: Run, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    answer = run("import", name, "--plan", "new.wochenwerk")
    assert answer.code == 1
    assert name in answer.err
    assert not (tmp_path / "new.wochenwerk").exists()


@pytest.mark.parametrize(
    ("part", "cut_at"),
    [
        ("xl/worksheets/sheet1.xml", 300),
        ("xl/workbook.xml", 200),
        ("xl/styles.xml", 2),
        ("xl/worksheets/sheet1.xml", -1),
    ],
)
def test_a_broken_spreadsheet_is_refused_with_its_name(run: Run, tmp_path: Path, part: str, cut_at: int) -> None:
    book = Workbook()
    book.worksheets[0].append(["title", "platforms"])
    book.save(tmp_path / "sound.xlsx")
    with zipfile.ZipFile(tmp_path / "sound.xlsx") as sound, zipfile.ZipFile(tmp_path / "t.xlsx", "w") as broken:
        for name in sound.namelist():
            if name != part or cut_at > 0:
                broken.writestr(name, sound.read(name)[: cut_at if name == part else None])
    answer = run("import", "t.xlsx", "--plan", "new.wochenwerk")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "t.xlsx" in answer.err


def test_a_new_plan_that_cannot_be_filled_is_not_left_behind(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"Beitrag {n};instagram;{'x' * 500}\n" for n in range(2000))
    (tmp_path / "t.csv").write_text("Titel;Plattformen;Text\n" + rows)
    folder = tmp_path / "full"
    answer = run("import", "t.csv", "--plan", folder / "p.wochenwerk", largest_file=600_000)
    assert answer.code == 1
    assert str(folder / "p.wochenwerk") in answer.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("language", "name"), [("de", "„Plattformen“"), ("en", "“platforms”")])
def test_a_missing_column_is_called_as_in_the_language_of_the_words(
    run: Run, tmp_path: Path, language: str, name: str
) -> None:
    (tmp_path / "no.csv").write_text("title\nZimtschnecken\n", encoding="utf-8")
    answer = run("import", "no.csv", "--plan", "new.wochenwerk", "--language", language)
    assert answer.code == 1
    assert name in answer.err


def test_imports_side_by_side_add_every_row_once(run: Run, plan: Path, tmp_path: Path) -> None:
    rows = "".join(f"Beitrag {n};blog;Kampagne;Emre\n" for n in range(300))
    (tmp_path / "more.csv").write_text("Titel;Plattformen;Kampagne;Person\n" + rows)
    with ThreadPoolExecutor() as beside:
        answers = list(beside.map(lambda _: run("import", "more.csv", "--plan", plan), range(3)))
    assert [answer.code for answer in answers] == [0, 0, 0]
    assert sorted(answer.out for answer in answers) == [
        "0 Beiträge eingelesen, 300 schon bekannt.\n",
        "0 Beiträge eingelesen, 300 schon bekannt.\n",
        "300 Beiträge eingelesen.\n",
    ]


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_output_will_do(run: Run, encoding: str, form: tuple[str, ...]) -> None:
    answer = run("budget", "--demo", *form, PYTHONIOENCODING=encoding)
    assert (answer.code, answer.err) == (0, "")
    assert "Instagram" in answer.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_takes_nothing_is_named(run: Run) -> None:
    answer = run("budget", "--demo", out=Path("/dev/full"))
    assert (answer.code, answer.err.count("\n")) == (1, 1)


@pytest.mark.parametrize("kind", ["busy", "figures"])
def test_kinds_of_import_that_are_not_there_yet_are_refused(run: Run, plan: Path, kind: str) -> None:
    assert run("import", "t.csv", "--as", kind, "--plan", plan).code == 1


def test_export_writes_what_a_parser_reads_back(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("export", "out.ics", "--plan", plan).code == 0
    events = Calendar.from_ical((tmp_path / "out.ics").read_bytes()).walk("VEVENT")
    assert sorted(str(event["SUMMARY"]) for event in events) == [
        "Entwurf: TikTok: Ohne Zeit",
        "Facebook: Zimtschnecken",
        "Instagram: Zimtschnecken",
    ]


def test_an_exported_file_has_the_rights_of_any_new_file(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    assert run("export", "out.ics", "--plan", plan).code == 0
    assert (tmp_path / "out.ics").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("command", ["export", "picture", "backup"])
@pytest.mark.parametrize("name", ["p.wochenwerk", "link", "hard link", "p.wochenwerk-media", "sub/../p.wochenwerk"])
def test_nothing_is_written_over_the_plan_or_its_pictures(
    run: Run, plan: Path, tmp_path: Path, command: str, name: str
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "link").symlink_to(plan)
    (tmp_path / "hard link").hardlink_to(plan)
    before = plan.read_bytes()
    answer = run(command, name, "--plan", plan)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert name in answer.err
    assert plan.read_bytes() == before
    assert not (tmp_path / "p.wochenwerk-media").exists()


def test_export_follows_a_link_and_writes_into_a_pipe(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "real.ics").write_text("old")
    (tmp_path / "link.ics").symlink_to("real.ics")
    assert run("export", "link.ics", "--plan", plan).code == 0
    assert (tmp_path / "link.ics").is_symlink()
    assert (tmp_path / "real.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor() as reader:
        heard = reader.submit((tmp_path / "pipe").read_bytes)
        assert run("export", "pipe", "--plan", plan).code == 0
        assert heard.result(timeout=10) == (tmp_path / "real.ics").read_bytes()
    assert (tmp_path / "pipe").is_fifo()


def test_a_picture_leaves_the_place_of_the_users_window_alone(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("picture", "w.png", "--plan", plan, "--size", "1280x720").code == 0
    written = [file.read_text() for file in (tmp_path / "home").rglob("settings.ini")]
    assert not any("window" in text for text in written)


def test_the_same_plan_gives_the_same_bytes(run: Run, plan: Path, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        assert run("export", name, "--plan", plan).code == 0
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_export_takes_one_platform_and_a_span_of_days(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("export", "out.ics", "--plan", plan, "--platform", "instagram").code == 0
    assert len(Calendar.from_ical((tmp_path / "out.ics").read_bytes()).walk("VEVENT")) == 1
    assert run("export", "out.ics", "--plan", plan, "--from", "2026-11-27", "--to", "2026-12-31").code == 0
    events = Calendar.from_ical((tmp_path / "out.ics").read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Entwurf: TikTok: Ohne Zeit"]


def test_privacy_keeps_text_and_titles_back(run: Run, plan: Path, tmp_path: Path) -> None:
    for privacy, has_title, has_text in (("full", True, True), ("titles", True, False), ("busy", False, False)):
        assert run("export", "out.ics", "--plan", plan, "--privacy", privacy).code == 0
        text = (tmp_path / "out.ics").read_text(encoding="utf-8")
        assert ("Zimtschnecken" in text, "Frisch" in text) == (has_title, has_text), privacy


def test_an_unknown_platform_is_refused_with_those_that_exist(run: Run, plan: Path) -> None:
    answer = run("export", "out.ics", "--plan", plan, "--platform", "nowhere")
    assert answer.code == 1
    assert "nowhere" in answer.err
    assert "instagram" in answer.err


def test_a_refused_export_leaves_the_old_file(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "out.ics").write_text("old")
    assert run("export", "out.ics", "--plan", tmp_path / "missing.wochenwerk").code == 1
    assert (tmp_path / "out.ics").read_text() == "old"


@pytest.mark.parametrize(
    "command", [("budget",), ("export", "o.ics"), ("picture", "o.png"), ("check",), ("backup", "o.zip")]
)
def test_a_plan_that_does_not_exist_is_refused(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    answer = run(*command, "--plan", "missing.wochenwerk")
    assert answer.code == 1
    assert "missing.wochenwerk" in answer.err
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "missing.wochenwerk").exists()


def test_backup_and_restore_bring_the_plan_back(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("backup", "b.zip", "--plan", plan).code == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert any(name.endswith(".wochenwerk") for name in archive.namelist())
    before = run("budget", "--plan", plan, "--week", "2026-W48", "--json").out
    (tmp_path / "more.csv").write_text("title,platforms,date,effort_minutes\nMore,instagram,2026-11-26,60\n")
    assert run("import", "more.csv", "--plan", plan).code == 0
    assert run("budget", "--plan", plan, "--week", "2026-W48", "--json").out != before
    assert run("restore", "b.zip", "--plan", plan).code == 0
    assert run("budget", "--plan", plan, "--week", "2026-W48", "--json").out == before
    assert len(list(tmp_path.glob("p*.wochenwerk"))) == 2  # the replaced plan is kept beside it


def test_restore_refuses_what_is_no_backup(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"nothing")
    before = plan.read_bytes()
    assert run("restore", "b.zip", "--plan", plan).code == 1
    assert plan.read_bytes() == before


def test_check_is_silent_about_a_sound_plan_and_names_a_damage(run: Run, plan: Path) -> None:
    assert run("check", "--plan", plan).code == 0
    connection = sqlite3.connect(plan)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("UPDATE variant SET platform_id = 99 WHERE id = 1")
    connection.commit()
    connection.close()
    german, english = (run("check", "--plan", plan, "--language", language) for language in ("de", "en"))
    for answer in (german, english):
        assert answer.code == 1
        assert str(plan) in answer.err
        assert "variant → platform" in answer.err
    assert "something that is referred to is missing" in english.err
    assert "fehlt" in german.err


def test_the_check_counts_what_it_need_not_name(run: Run, tmp_path: Path) -> None:
    assert run("backup", "b.zip", "--demo").code == 0
    assert run("restore", "b.zip", "--plan", "p.wochenwerk").code == 0
    (tmp_path / "p.wochenwerk-media").unlink()
    answer = run("check", "--plan", "p.wochenwerk")
    assert answer.code == 1
    assert answer.err.count("Das Bild ") + answer.err.count("das Bild ") == 5
    assert "weitere" in answer.err


def test_a_plan_of_a_newer_program_is_refused_untouched(run: Run, plan: Path) -> None:
    connection = sqlite3.connect(plan)
    connection.execute("UPDATE alembic_version SET version_num = '9999_from_the_future'")
    connection.commit()
    connection.close()
    answer = run("budget", "--plan", plan)
    assert answer.code == 1
    assert "neueren Wochenwerk" in answer.err


def test_a_picture_has_the_size_and_the_week_it_was_asked_for(run: Run, tmp_path: Path) -> None:
    answer = run("picture", "w.png", "--demo", "--size", "1280x720", "--week", str(Week(2026, 48)), "--theme", "dark")
    assert answer.code == 0, answer.err
    header = (tmp_path / "w.png").read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", header[16:24]) == (1280, 720)


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "week"])
def test_every_view_has_a_picture_of_its_own(run: Run, tmp_path: Path, view: str) -> None:
    answer = run("picture", "v.png", "--demo", "--view", view, "--size", "1280x720", "--theme", "dark")
    assert answer.code == 0, answer.err
    image = QImage(str(tmp_path / "v.png"))
    assert (image.width(), image.height()) == (1280, 720)
    is_paper = view == "poster"
    assert (image.pixelColor(2, 2).lightness() > 250) is is_paper, "paper is white in every look"
    assert run("picture", "w.png", "--demo", "--size", "1280x720", "--theme", "dark").code == 0
    assert QImage(str(tmp_path / "w.png")) != image


def test_views_and_commands_of_later_versions_are_refused(run: Run, tmp_path: Path) -> None:
    assert run("picture", "m.png", "--view", "insights", "--demo").code == 1
    assert not (tmp_path / "m.png").exists()


@pytest.mark.parametrize(
    "wrong", [("budget", "--week", "48"), ("export",), ("nonsense",), ("picture", "x.png", "--size", "9")]
)
def test_wrong_usage_is_2(run: Run, wrong: tuple[str, ...]) -> None:
    assert run(*wrong).code == 2
