"""`wochenwerk import FILE.ics`: other calendars behind the week, by command."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from db.busy import load_busy_calendars, load_content
from db.feed_records import BusySource
from db.records import Week
from db.store import Store
from tests.builders import a_store
from tests.commands.conftest import Run

DENTIST = (
    "BEGIN:VEVENT\nUID:a\nSUMMARY:Zahnarzt\nDTSTART;TZID=Mars/Base:20261124T090000\nDURATION:PT1H\n"
    "RRULE:FREQ=DAILY;COUNT=400\nEND:VEVENT\n"
)
NEVER = "BEGIN:VEVENT\nUID:b\nEND:VEVENT\n"


def written(folder: Path, *events: str, name: str = "X-WR-CALNAME:Privat\n") -> Path:
    path = folder / "privat.ics"
    path.write_text(f"BEGIN:VCALENDAR\n{name}{''.join(events)}END:VCALENDAR\n", encoding="utf-8")
    return path


def greyed(image: QImage) -> int:
    """How many of some places in the hours of a week are grey like busy times."""
    places = ((x, y) for x in range(300, 1440, 10) for y in range(260, 700, 5))
    return sum(image.pixelColor(x, y).name() == "#ede9e2" for x, y in places)


def calendars(plan: Path) -> list[tuple[str, BusySource, bytes]]:
    with closing(Store.open(plan)) as store:
        found = []
        for calendar in store.read(load_busy_calendars):
            content = store.read(load_content, calendar.uid)
            assert content is not None
            found.append((calendar.name, calendar.source, content.data))
        return found


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    a_store(tmp_path).close()
    return tmp_path / "plan.wochenwerk"


@pytest.mark.parametrize("kind", [(), ("--as", "busy")])
def test_a_calendar_lies_behind_the_week(run: Run, tmp_path: Path, plan: Path, kind: tuple[str, ...]) -> None:
    file = written(tmp_path, DENTIST, NEVER)
    answer = run("import", file, *kind, "--plan", plan)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Kalender „Privat“ hinzugefügt: ")
    assert "1 Termin ohne Zeit ausgelassen." in answer.out
    assert "„Mars/Base“" in answer.out
    assert calendars(plan) == [("Privat", BusySource.FILE, file.read_bytes())]


def test_the_same_file_again_takes_the_place_of_the_first(run: Run, tmp_path: Path, plan: Path) -> None:
    run("import", written(tmp_path, DENTIST, name=""), "--plan", plan)
    file = written(tmp_path, DENTIST, DENTIST.replace("UID:a", "UID:c"))
    answer = run("import", "privat.ics", "--plan", plan)
    assert answer.out.startswith("Kalender „privat“ neu gelesen: ")
    assert calendars(plan) == [("privat", BusySource.FILE, file.read_bytes())]


def test_a_dry_run_changes_nothing(run: Run, tmp_path: Path, plan: Path) -> None:
    file = written(tmp_path, DENTIST)
    assert "würde hinzugefügt" in run("import", file, "--dry-run", "--plan", plan).out
    assert calendars(plan) == []
    run("import", file, "--plan", plan)
    assert "würde neu gelesen" in run("import", file, "--dry-run", "--plan", plan).out
    new = tmp_path / "new.wochenwerk"
    assert run("import", file, "--dry-run", "--plan", new).code == 0
    assert not new.exists()


def test_a_plan_is_made_where_there_is_none(run: Run, tmp_path: Path) -> None:
    file, new = written(tmp_path, DENTIST), tmp_path / "new.wochenwerk"
    assert run("import", file, "--plan", new).code == 0
    assert [name for name, _, _ in calendars(new)] == ["Privat"]


@pytest.mark.parametrize("days", [0, 3000])
def test_a_picture_shows_what_was_imported(run: Run, tmp_path: Path, plan: Path, days: int) -> None:
    """Also in a week that is farther away than what is read at first."""
    first = datetime.now(UTC).date() + timedelta(days=days)
    words = ("--plan", plan, "--week", str(Week.of(first).shifted(1)), "--size", "1440x900")
    assert run("picture", "before.png", *words).code == 0
    run("import", written(tmp_path, DENTIST.replace("20261124", f"{first:%Y%m%d}")), "--plan", plan)
    assert run("picture", "after.png", *words).code == 0
    before, after = (QImage(str(tmp_path / name)) for name in ("before.png", "after.png"))
    # an hour of every day is grey now
    assert greyed(after) > 100 + greyed(before)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Die Datei ist leer."),
        (b"BEGIN:VCARD", "Das ist kein Kalender."),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", "Keiner seiner Termine sagt, wann er ist."),
        (None, "Die Datei ist nicht da."),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, plan: Path, data: bytes | None, sentence: str
) -> None:
    file = tmp_path / "privat.ics"
    if data is not None:
        file.write_bytes(data)
    answer = run("import", file, "--plan", plan)
    assert answer.code == 1
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert sentence in answer.err
    assert answer.err.endswith("Nichts wurde importiert.\n")
    assert calendars(plan) == []
