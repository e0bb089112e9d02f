"""`wochenwerk import FILE.ics --as plan`: our own calendar files come back, others are refused in one sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands.conftest import Run


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    """The sample plan as a calendar file."""
    assert run("export", "cafe.ics", "--demo").code == 0
    return tmp_path / "cafe.ics"


def events(data: bytes) -> set[bytes]:
    """What the events of a file say, without when they were last changed."""
    whole = re.sub(rb"(?:SEQUENCE|DTSTAMP|LAST-MODIFIED):[^\r]*\r\n", b"", data.replace(b"\r\n ", b""))
    return set(whole.split(b"BEGIN:VEVENT")[1:])


def test_a_calendar_file_becomes_the_plan_that_it_was_and_is_known_then(run: Run, file: Path, tmp_path: Path) -> None:
    dry = run("import", file, "--as", "plan", "--plan", "new.wochenwerk", "--dry-run", "--language", "en")
    assert re.fullmatch(r"\d\d posts would be added, \d\d work blocks\.\n", dry.out)
    assert not (tmp_path / "new.wochenwerk").exists()
    made = run("import", file, "--as", "plan", "--plan", "new.wochenwerk", "--language", "en")
    assert made.out == dry.out.replace("would be added", "added")
    again = run("import", file, "--as", "plan", "--plan", "new.wochenwerk", "--language", "en")
    assert re.fullmatch(r"0 posts added, \d\d known already\.\n", again.out)
    assert run("check", "--plan", "new.wochenwerk").code == 0
    assert run("export", "again.ics", "--plan", "new.wochenwerk").code == 0
    assert events((tmp_path / "again.ics").read_bytes()) == events(file.read_bytes())


def test_a_plan_that_it_makes_lies_in_the_files_zone(run: Run, file: Path, tmp_path: Path) -> None:
    answer = run("import", file, "--as", "plan", "--plan", "new.wochenwerk", TZ="America/New_York")
    assert answer.code == 0
    assert run("export", "again.ics", "--plan", "new.wochenwerk", TZ="America/New_York").code == 0
    assert b"X-WR-TIMEZONE:Europe/Berlin" in (tmp_path / "again.ics").read_bytes()


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (b"PRODID:-//Wochenwerk", b"PRODID:-//Other", "anderen Programm"),
        (b"X-WOCHENWERK", b"X-OTHER", "nicht, was"),
        (b"status=", b"status=un", "keinen Sinn"),
        (b"BEGIN:VCALENDAR", b"<html>", "keine Kalenderdatei"),
        (b"/instagram/", b"/tomorrow/", "tomorrow"),
    ],
)
def test_what_is_no_plan_is_refused_and_nothing_is_made(
    run: Run, file: Path, tmp_path: Path, before: bytes, after: bytes, word: str
) -> None:
    other = tmp_path / "other.ics"
    other.write_bytes(file.read_bytes().replace(b"\r\n ", b"").replace(before, after))
    answer = run("import", other, "--as", "plan", "--plan", "new.wochenwerk")
    assert (answer.code, answer.out) == (1, "")
    assert "other.ics" in answer.err
    assert word in answer.err
    assert not (tmp_path / "new.wochenwerk").exists()


def test_a_plan_in_another_zone_and_a_missing_file_are_refused(run: Run, file: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("date,time,platforms,title\n2026-11-26,12:15,instagram,Rolls\n", encoding="utf-8")
    assert run("import", table, "--plan", "york.wochenwerk", TZ="America/New_York").code == 0
    answer = run("import", file, "--as", "plan", "--plan", "york.wochenwerk")
    assert answer.code == 1
    assert "Europe/Berlin" in answer.err
    answer = run("import", "no.ics", "--as", "plan", "--plan", "york.wochenwerk")
    assert answer.code == 1
    assert "no.ics" in answer.err
