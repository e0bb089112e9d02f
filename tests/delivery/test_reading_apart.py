"""Calendar files that want too much: the process that reads them ends, and says so."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

import psutil
import pytest

from db.records import BusyTime
from desktop.__main__ import main
from desktop.delivery import reading_apart
from desktop.delivery.reading_apart import ASKED, read_apart
from desktop.feeds.findings import MOST_BYTES, Reading, SkipCode, Skipped, Unreadable, UnreadableCode

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)

FILE = b"""\
BEGIN:VCALENDAR
X-WR-CALNAME:Privat
BEGIN:VEVENT
SUMMARY:Late
DTSTART:20261025T013000Z
DTEND:20261025T020000Z
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
SUMMARY:Day
DTSTART;VALUE=DATE:20261124
END:VEVENT
BEGIN:VEVENT
UID:never
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Nowhere:20271124T000000
RRULE:FREQ=DAILY;COUNT=1
END:VEVENT
END:VCALENDAR
"""

# Reads for ages: every event is a series that has to be followed over two thousand years.
ENDLESS = b"BEGIN:VCALENDAR\r\n%sEND:VCALENDAR\r\n" % b"".join(
    b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:00010101T000000\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8\r\nEND:VEVENT\r\n"
    % n
    for n in range(100)
)


class Stopped(Exception):
    """Somebody does not want to know any more."""


def go_on() -> None:
    """Nobody stops it."""


def children() -> list[psutil.Process]:
    """The processes that this one has begun, without the server of other tests."""
    return [each for each in psutil.Process().children(recursive=True) if "radicale" not in each.cmdline()]


def test_everything_comes_back_as_it_was_read() -> None:
    late = datetime(2026, 10, 25, 2, 30, fold=1)
    reading = read_apart(FILE, BERLIN, FIRST, LAST, go_on)
    assert reading == Reading(
        "Privat",
        (
            BusyTime(0, "Late", late, datetime(2026, 10, 25, 3), is_free=True),
            BusyTime(0, "Day", datetime(2026, 11, 24), datetime(2026, 11, 25), is_all_day=True),
        ),
        (Skipped("never", SkipCode.NO_START),),
        ("Nowhere",),
    )
    assert reading.times[0].starts_at.fold == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", UnreadableCode.EMPTY),
        (b"<html>", UnreadableCode.NOT_A_CALENDAR),
        (b"x" * (MOST_BYTES + 1), UnreadableCode.TOO_BIG),
    ],
)
def test_a_refusal_comes_back_with_its_code(data: bytes, code: UnreadableCode) -> None:
    with pytest.raises(Unreadable) as caught:
        read_apart(data, BERLIN, FIRST, LAST, go_on)
    assert caught.value.code is code


def test_what_takes_too_long_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "MOST_WALL_SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        read_apart(ENDLESS, BERLIN, FIRST, LAST, go_on)
    assert caught.value.code is UnreadableCode.TOO_LONG
    assert time.monotonic() - begun < 5
    assert not children()


def test_whoever_stops_it_leaves_no_process() -> None:
    seen: list[int] = []

    def step() -> None:
        seen.append(len(children()))
        if len(seen) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        read_apart(ENDLESS, BERLIN, FIRST, LAST, step)
    assert seen == [1, 1, 1]
    assert not children()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_what_wants_too_much_memory_is_refused() -> None:
    """One line, folded six million times."""
    data = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261124\r\nSUMMARY:a" + b"\n b" * 6_600_000
    with pytest.raises(Unreadable) as caught:
        read_apart(data, BERLIN, FIRST, LAST, go_on)
    assert caught.value.code is UnreadableCode.TOO_LONG


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit a process from within")
def test_a_process_that_nobody_waits_for_ends_itself() -> None:
    limited = "import sys; from desktop.delivery import reading_apart as it; it.MOST_SECONDS = 1; sys.exit(it.main())"
    question = json.dumps({"zone": "Europe/Berlin", "first": "2026-10-01", "last": "2026-12-31"}).encode()
    done = subprocess.run(
        [sys.executable, "-c", limited], input=question + b"\n" + ENDLESS, capture_output=True, check=False
    )
    assert done.returncode < 0
    assert done.stdout == b""


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no interpreter and no modules that could be named: its own executable is told what is wanted."""
    asked: list[str] = []

    def answer() -> int:
        asked.append(ASKED)
        return 0

    monkeypatch.setattr(sys, "argv", ["wochenwerk", ASKED])
    monkeypatch.setattr(reading_apart, "main", answer)
    assert main() == 0
    assert asked == [ASKED]
