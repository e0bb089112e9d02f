"""The judges themselves: they read a plain file alike, and the lint sees what is wrong with broken ones."""

from __future__ import annotations

from datetime import date

import pytest

from tests.feeds.judges import JUDGES, judge, missing
from tests.feeds.judges.content import Severity
from tests.feeds.judges.lint import look_at

GOOD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Wochenwerk//Tests//EN
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:20190331T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20191027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:series
SEQUENCE:2
DTSTAMP:20260301T120000Z
DTSTART;TZID=Europe/Berlin:20260323T090000
DTEND;TZID=Europe/Berlin:20260323T101500
RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260420T215959Z
EXDATE;TZID=Europe/Berlin:20260406T090000
SUMMARY:Rolls\\, fresh 🥐
DESCRIPTION:one\\ntwo\\; three\\\\four
END:VEVENT
BEGIN:VEVENT
UID:series
SEQUENCE:2
DTSTAMP:20260301T120000Z
RECURRENCE-ID;TZID=Europe/Berlin:20260413T090000
DTSTART;TZID=Europe/Berlin:20260414T110000
DTEND;TZID=Europe/Berlin:20260414T113000
SUMMARY:Moved
END:VEVENT
BEGIN:VEVENT
UID:day
DTSTAMP:20260301T120000Z
DTSTART;VALUE=DATE:20260401
DTEND;VALUE=DATE:20260403
SUMMARY:Days
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")

BROKEN = [
    ("\r\n", "\n", "CRLF"),
    ("BEGIN:VCALENDAR", "\ufeffBEGIN:VCALENDAR", "BOM"),
    ("SUMMARY:Moved", f"SUMMARY:{'m' * 80}", "FOLD75"),
    ("SUMMARY:Moved", "SUMMARY:Mo\x01ved", "CTRL"),
    ("SUMMARY:Moved", "SUMMARY:Mo\u0085ved", "C1"),
    ("SUMMARY:Moved", "SUMMARY:Mo,ved", "ESCAPE"),
    ("SUMMARY:Moved", "SUMMARY:Mo\\ved", "ESCAPE"),
    ("SUMMARY:Moved\r\n", "SUMMARY:Moved\r\n\r\n", "EMPTY-LINE"),
    ("SUMMARY:Moved", "SUMMARY Moved", "SYNTAX"),
    ("SUMMARY:Moved", "SUMMARY;LANGUAGE:Moved", "SYNTAX"),
    ("SUMMARY:Moved", "SUMMARY:Moved\r\nSUMMARY:Again", "ONCE"),
    ("SUMMARY:Moved", "SUMMARY:Moved\r\nURL:no address", "URL"),
    ("SUMMARY:Moved", "SUMMARY:Moved\r\nSTATUS:MAYBE", "ENUM"),
    ("SUMMARY:Moved", "SUMMARY:Moved\r\nATTACH;ALTREP=http://a.test:x", "PARAM-UNQUOTED"),
    ("END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR", "NEST"),
    ("VERSION:2.0\r\n", "", "REQ-CAL"),
    ("VERSION:2.0", "VERSION:1.0", "VERSION"),
    ("METHOD:PUBLISH", "METHOD:REQUEST", "METHOD"),
    ("END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "VCALENDAR"),
    ("UID:day\r\n", "", "REQ"),
    ("UID:day", "UID:series", "DUP-UID"),
    ("UID:day", "UID:a day", "UID-CHARS"),
    ("UID:day\r\nDTSTAMP:20260301T120000Z", "UID:day", "REQ"),
    ("UID:day\r\nDTSTAMP:20260301T120000Z", "UID:day\r\nDTSTAMP:20260301T120000", "UTC"),
    ("DTEND;VALUE=DATE:20260403", "DTEND;VALUE=DATE:20260401", "DTEND-ORDER"),
    ("DTEND;VALUE=DATE:20260403", "DTEND:20260403T000000Z", "DTEND-TYPE"),
    ("DTEND;VALUE=DATE:20260403", "DURATION:-P1D", "DURATION"),
    ("DTEND;VALUE=DATE:20260403", "DTEND:20260403", "DATE"),
    ("DTEND;VALUE=DATE:20260403\r\n", "", "NO-END"),
    ("TZID=Europe/Berlin:20260323T101500", "TZID=Europe/Paris:20260323T101500", "TZID"),
    ("DTSTART;TZID=Europe/Berlin:20260323", "DTSTART;TZID=Europe/Berlin:20260324", "RRULE-SYNC"),
    ("UNTIL=20260420T215959Z", "UNTIL=20260420T215959", "UNTIL"),
    ("BYDAY=MO;UNTIL", "BYDAY=1MO;UNTIL", "RRULE"),
    ("BYDAY=MO;UNTIL", "BYDAY=MO;COUNT=3;UNTIL", "RRULE"),
    ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260420T215959Z", "FREQ=HOURLY;INTERVAL=168", "RRULE-FREQ"),
    ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260420T215959Z", "FREQ=YEARLY;BYWEEKNO=13;BYDAY=MO", "RRULE-OUTLOOK"),
    ("EXDATE;TZID=Europe/Berlin:20260406T090000", "EXDATE;TZID=Europe/Berlin:20260406T100000", "EXDATE-MISS"),
    ("EXDATE;TZID=Europe/Berlin:20260406T090000", "EXDATE:20260406T070000Z", "EX-TYPE"),
    ("RECURRENCE-ID;TZID=Europe/Berlin:20260413T090000", "RECURRENCE-ID:20260413T070000Z", "RID-TYPE"),
    ("UID:series\r\nSEQUENCE:2\r\nDTSTAMP:20260301T120000Z\r\nDTSTART", "UID:other\r\nDTSTART", "ORPHAN-RID"),
    ("DTSTART;TZID=Europe/Berlin:20260414T110000", "DTSTART;TZID=Europe/Berlin:20260329T023000", "DST-GAP"),
    ("DTSTART;TZID=Europe/Berlin:20260414T110000", "DTSTART;TZID=Europe/Berlin:20251026T023000", "DST-FOLD"),
    ("DTSTART;TZID=Europe/Berlin:20260414T110000", "DTSTART:20260414T110000", "FLOATING"),
    ("DTSTART:20190331T020000", "DTSTART:20190331T030000", "VTIMEZONE-OFFSET"),
    ("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RDATE:20200329T020000,20210328T020000", "VTIMEZONE-RDATE"),
    ("TZOFFSETTO:+0200\r\n", "", "VTIMEZONE"),
]


@pytest.fixture(params=JUDGES)
def a_judge(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    reason = missing(name)
    if reason is not None:
        pytest.skip(f"judge {name}: {reason}")
    return name


def test_every_judge_reads_a_plain_file(a_judge: str) -> None:
    verdict = judge(GOOD.encode(), date(2026, 1, 1), date(2026, 12, 31), [a_judge])
    assert not verdict.unread
    said = [(each.uid, each.starts, each.ends, each.title) for each in verdict.votes[a_judge]]
    rolls = "Rolls, fresh 🥐"
    assert said == [
        ("day", "20260401", "20260403", "Days"),
        ("series", "20260323T080000Z", "20260323T091500Z", rolls),
        ("series", "20260330T070000Z", "20260330T081500Z", rolls),
        ("series", "20260414T090000Z", "20260414T093000Z", "Moved"),
        ("series", "20260420T070000Z", "20260420T081500Z", rolls),
    ]
    assert {each.text for each in verdict.votes[a_judge] if each.title == rolls} == {"one\ntwo; three\\four"}


def test_a_judge_that_cannot_read_says_so(a_judge: str) -> None:
    verdict = judge(b"\x00 no calendar", date(2026, 1, 1), date(2026, 12, 31), [a_judge])
    assert verdict.unread or verdict.votes == {a_judge: ()}
    assert not verdict.is_unanimous


def test_at_least_three_judges_are_always_here() -> None:
    verdict = judge(GOOD.encode(), date(2026, 1, 1), date(2026, 12, 31))
    assert {"plain", "vobject", "ical", "icalendar"} <= verdict.votes.keys()
    assert verdict.is_unanimous, verdict.differences()


def test_votes_that_differ_are_told() -> None:
    wrong = GOOD.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300")
    verdict = judge(wrong.encode(), date(2026, 1, 1), date(2026, 12, 31), ["plain", "vobject", "ical"])
    assert not verdict.is_unanimous
    assert "ical: 3 more" in verdict.differences()
    with pytest.raises(AssertionError, match="ical: 3 more"):
        assert verdict.instances


def test_the_lint_has_nothing_against_a_plain_file() -> None:
    assert not look_at(GOOD.encode())


@pytest.mark.parametrize(("before", "after", "code"), BROKEN, ids=[f"{n}-{each[2]}" for n, each in enumerate(BROKEN)])
def test_the_lint_sees_what_is_broken(before: str, after: str, code: str) -> None:
    assert before in GOOD
    found = look_at(GOOD.replace(before, after).encode())
    assert code in {each.code for each in found if each.severity is not Severity.NOTE}, found
