"""Calendar files as people really have them: what is read of them, what is left out, what is refused."""

from __future__ import annotations

import codecs
import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import BusyTime
from desktop.feeds.findings import MOST_BYTES, Reading, SkipCode, Skipped, Unreadable, UnreadableCode
from desktop.feeds.reading import read

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2026, 11, 1), date(2026, 12, 31)

DENTIST = """\
BEGIN:VEVENT
UID:dentist
DTSTART;TZID=Europe/Berlin:20261124T090000
DTEND;TZID=Europe/Berlin:20261124T094500
SUMMARY:Zahnarzt\\, Dr. Müller
END:VEVENT
"""


def calendar(*parts: str) -> str:
    return "".join(("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//\n", *parts, "END:VCALENDAR\n"))


def event(*lines: str, uid: str = "one", summary: str = "Termin") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", *lines, "END:VEVENT", ""))


def readings(text: str | bytes, zone: ZoneInfo = BERLIN) -> Reading:
    data = text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode()
    return read(data, zone, FIRST, LAST)


def when(reading: Reading) -> list[tuple[datetime, datetime]]:
    return [(each.starts_at, each.ends_at) for each in reading.times]


def hours(day: int, starts: int, ends: int, month: int = 11) -> tuple[datetime, datetime]:
    return datetime(2026, month, day, starts), datetime(2026, month, day, ends)


def refusal(data: str | bytes) -> UnreadableCode:
    with pytest.raises(Unreadable) as caught:
        readings(data)
    return caught.value.code


# -- bytes


@pytest.mark.parametrize(
    "data",
    [
        calendar(DENTIST).encode(),
        calendar(DENTIST).replace("\n", "\r\n").encode(),
        calendar(DENTIST).replace("\n", "\r").encode(),
        calendar(DENTIST).replace("\n", "\r\r\n\n").encode(),
        codecs.BOM_UTF8 + calendar(DENTIST).encode(),
        codecs.BOM_UTF16_LE + calendar(DENTIST).encode("utf-16-le"),
        codecs.BOM_UTF16_BE + calendar(DENTIST).encode("utf-16-be"),
        calendar(DENTIST).encode("cp1252"),
        calendar(DENTIST).encode().replace("ü".encode(), b"\xc3\n \xbc"),
        calendar(DENTIST).replace("Zahn", "Za\x00\x0bhn\x7f").encode(),
        re.sub("(?m)^[A-Z]+(;TZID)?", lambda name: name[0].lower(), calendar(DENTIST)).encode(),
        calendar(DENTIST, DENTIST.replace("UID:dentist", "UID:other").replace("END:VEVENT\n", "")).encode(),
        DENTIST.encode(),
    ],
    ids=[
        "lf", "crlf", "cr", "blank lines", "bom", "utf-16-le", "utf-16-be", "cp1252", "fold inside a character",
        "control characters", "small letters", "cut off", "no calendar around it",
    ],
)  # fmt: skip
def test_it_does_not_matter_how_a_file_is_written(data: bytes) -> None:
    expected = BusyTime(0, "Zahnarzt, Dr. Müller", datetime(2026, 11, 24, 9), datetime(2026, 11, 24, 9, 45))
    assert readings(data).times == (expected,)


def test_damaged_utf_8_stays_readable() -> None:
    data = calendar(event("DTSTART:20261124T090000", summary="Größe für Käthe")).encode().replace("ß".encode(), b"\xc3")
    assert [each.title for each in readings(data).times] == ["Grö\ufffde für Käthe"]


def test_utf_8_and_cp1252_may_be_mixed() -> None:
    data = calendar(event("DTSTART:20261124T090000Z", summary="Kälte")).encode()
    glued = data.replace(b"END:VCALENDAR\n", b"") + event("DTSTART:20261125T090000Z", uid="b", summary="Wärme").encode(
        "cp1252"
    )
    assert [each.title for each in readings(glued).times] == ["Kälte", "Wärme"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", UnreadableCode.EMPTY),
        (b" \r\n\t", UnreadableCode.EMPTY),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", UnreadableCode.NOT_A_CALENDAR),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", UnreadableCode.NOT_A_CALENDAR),
        (b"BEGIN:VCARD\r\nFN:Somebody\r\nEND:VCARD\r\n", UnreadableCode.NOT_A_CALENDAR),
        (b"x" * (MOST_BYTES + 1), UnreadableCode.TOO_BIG),
        (calendar(*("BEGIN:VEVENT\nEND:VEVENT\n",) * 20_001).encode(), UnreadableCode.TOO_MANY),
        (calendar(event(), event("DTSTART:yesterday")).encode(), UnreadableCode.NO_START),
        (calendar(event("DTSTART:20261124T090000", "RRULE:FREQ=MINUTELY")).encode(), UnreadableCode.TOO_OFTEN),
        (calendar(event("DTSTART:20261124T090000", "RRULE:FREQ=SOMETIMES")).encode(), UnreadableCode.BROKEN),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_code(data: bytes, code: UnreadableCode) -> None:
    assert refusal(data) is code


def test_a_calendar_without_events_is_one() -> None:
    to_do = "BEGIN:VTODO\nUID:todo\nDTSTART:20261124T090000Z\nSUMMARY:No event\nEND:VTODO\n"
    assert readings(calendar(to_do)) == Reading("", ())


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        reading = read(data, BERLIN, FIRST, LAST)
    except Unreadable:
        return
    assert list(reading.times) == sorted(reading.times, key=lambda each: each.starts_at)


_WORDS = [
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VTIMEZONE", "END:VTIMEZONE",
    "BEGIN:STANDARD", "END:STANDARD", "TZID:X", "TZOFFSETFROM:+0100", "TZOFFSETTO:+9999", "DTSTART:20261124T090000",
    "DTSTART;TZID=X:20261124T090000Z", "DTSTART:2026", "DTSTART;VALUE=DATE:20261124", "DTEND:00010101",
    "DTEND;TZID=Y:99991231T235959", "DURATION:PT1H", "DURATION:-P9999999999D", "RRULE:FREQ=DAILY",
    "RRULE:FREQ=YEARLY;BYMONTH=13", "RRULE:FREQ=WEEKLY;UNTIL=1", "RRULE:FREQ=DAILY;COUNT=-1", "RRULE:X",
    "RRULE:FREQ=DAILY;INTERVAL=0", "RDATE:20261125,x", "EXDATE;VALUE=DATE:20261125",
    "RDATE;VALUE=PERIOD:20261126T090000/PT1H", "RECURRENCE-ID:20261125T090000",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T090000Z", "UID:a", "UID:b", "SEQUENCE:1", "SEQUENCE:x",
    "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "SUMMARY:;:,\\", "X-WR-TIMEZONE:Asia/Tokyo", "X-WR-TIMEZONE:../../etc",
    " folded", 'SUMMARY;LANGUAGE="de:x', "NAME:n", "X-WR-CALNAME:c",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=30))
def test_no_lines_raise_anything_else(lines: list[str]) -> None:
    try:
        reading = read("\n".join(("BEGIN:VCALENDAR", *lines)).encode(), BERLIN, FIRST, LAST)
    except Unreadable:
        return
    for each in reading.times:
        assert each.starts_at <= each.ends_at
        assert each.starts_at < datetime(2027, 1, 1)


# -- when


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART:20261124T090000Z", 10),
        ("DTSTART:20261124T090000", 9),
        ("DTSTART;TZID=Europe/London:20261124T090000", 10),
        ("DTSTART;TZID=W. Europe Standard Time:20261124T090000", 9),
        ('DTSTART;TZID="America/New_York":20261124T090000', 15),
        ("DTSTART;TZID=/mozilla.org/20070129_1/Europe/London:20261124T090000", 10),
        ("DTSTART;TZID=UTC:20261124T090000", 10),
        ("DTSTART;;VALUE=DATE-TIME;TZID= Europe/London:20261124T090000", 10),
    ],
)
def test_times_are_told_in_the_zone_of_the_plan(start: str, expected: int) -> None:
    assert when(readings(calendar(event(start, "DURATION:PT1H")))) == [hours(24, expected, expected + 1)]


def test_times_without_a_zone_are_those_of_the_calendar() -> None:
    floating = event("DTSTART:20261124T090000", "DTEND:20261124T100000")
    assert when(readings(calendar("X-WR-TIMEZONE:America/New_York\n", floating))) == [hours(24, 15, 16)]
    assert when(readings(calendar("X-WR-TIMEZONE:Nowhere\n", floating))) == [hours(24, 9, 10)]


def test_the_zone_of_the_calendar_changes_no_time_that_has_its_own() -> None:
    """Also in the hour that passes twice, where a zone put over UTC would lose which pass is meant."""
    late = event("DTSTART:20261101T063000Z", "DTEND:20261101T064500Z")
    reading = readings(calendar("X-WR-TIMEZONE:America/New_York\n", late), ZoneInfo("America/New_York"))
    (busy,) = reading.times
    assert (busy.starts_at, busy.starts_at.fold) == (datetime(2026, 11, 1, 1, 30), 1)


def test_a_zone_that_nobody_knows_is_said_and_taken_for_the_own() -> None:
    reading = readings(calendar(event("DTSTART;TZID=Customized Time Zone:20261124T090000", "DURATION:PT1H")))
    assert when(reading) == [hours(24, 9, 10)]
    assert reading.unknown_zones == ("Customized Time Zone",)


def test_a_zone_whose_name_is_no_file_name_is_not_looked_for() -> None:
    name = "Europe/" + "Paris" * 60
    reading = readings(calendar(event(f"DTSTART;TZID={name}:20261124T090000"), DENTIST))
    assert hours(24, 9, 9)[0].replace(minute=45) in [ends for _, ends in when(reading)]


def test_an_event_that_ends_with_the_last_second_there_is_lasts() -> None:
    moved = event("RECURRENCE-ID;VALUE=DATE:20261124", "DTSTART;VALUE=DATE:20261124", "DTEND:99991231T235959Z")
    ((_, ends),) = when(readings(calendar(moved)))
    assert ends == datetime(9999, 12, 31, 23, 59, 59)


def zone_block(name: str, offset: str) -> str:
    return (
        f"BEGIN:VTIMEZONE\nTZID:{name}\nTZUNTIL:20300101T000000Z\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        f"TZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\nX-ODD:1\nEND:STANDARD\nEND:VTIMEZONE\n"
    )


def test_every_calendar_has_its_own_zones() -> None:
    """Two files (or two calendars in one) give different times the same name."""
    there = event("DTSTART;TZID=Customized Time Zone:20261124T090000", "DURATION:PT1H")
    first, second = (calendar(zone_block("Customized Time Zone", offset), there) for offset in ("+0300", "-0500"))
    assert when(readings(first)) == [hours(24, 7, 8)]
    assert when(readings(second)) == [hours(24, 15, 16)]
    both = readings(first + second.replace("UID:one", "UID:two"))
    assert when(both) == [hours(24, 7, 8), hours(24, 15, 16)]
    assert both.unknown_zones == ()


def test_a_broken_zone_takes_nothing_with_it() -> None:
    broken = zone_block("Odd", "+5744").replace("TZOFFSETFROM:+5744", "TZOFFSETFROM:soon")
    reading = readings(calendar(broken, event("DTSTART;TZID=Odd:20261124T090000"), DENTIST))
    assert len(reading.times) == 2
    assert reading.unknown_zones == ("Odd",)


def test_a_zone_may_follow_the_events_in_it() -> None:
    there = event("DTSTART;TZID=Own:20261124T090000", "DURATION:PT1H")
    assert when(readings(calendar(there, zone_block("Own", "+0300")))) == [hours(24, 7, 8)]


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART;VALUE=DATE:20261124",),
        ("DTSTART:20261124", "DTEND:20261125"),
        ("DTSTART;TZID=America/New_York;VALUE=DATE:20261124", "DTEND;VALUE=DATE;TZID=America/New_York:20261125"),
        ("DTSTART;VALUE=DATE:20261124", "DURATION:P1D"),
        ("DTSTART;TZID=US/Pacific:20261124", "DTEND;TZID=US/Pacific:20261125"),
    ],
)
def test_days_are_days_everywhere(lines: tuple[str, ...]) -> None:
    (busy,) = readings(calendar(event(*lines)), ZoneInfo("Asia/Tokyo")).times
    assert busy == BusyTime(0, "Termin", datetime(2026, 11, 24), datetime(2026, 11, 25), is_all_day=True)


@pytest.mark.parametrize(
    ("lines", "ends"),
    [
        (("DTEND:20261124T080000Z",), 10),
        (("DTEND:soon",), 10),
        (("DURATION:PT1W",), 10),
        ((), 10),
        (("DTEND:20261124T110000Z", "DTEND:20261124T120000Z"), 12),
    ],
    ids=["before the start", "broken", "broken duration", "missing", "doubled"],
)
def test_an_end_that_makes_no_sense_is_the_start(lines: tuple[str, ...], ends: int) -> None:
    assert when(readings(calendar(event("DTSTART:20261124T090000Z", *lines)))) == [hours(24, 10, ends)]


def test_only_the_wanted_days_are_told() -> None:
    days = (
        event("DTSTART:20261030T090000Z", "DTEND:20261031T230000Z", uid="before"),
        event("DTSTART:20261030T090000Z", "DTEND:20261101T090000Z", uid="into"),
        event("DTSTART;VALUE=DATE:20261231", uid="last day"),
        event("DTSTART;VALUE=DATE:20270101", uid="after"),
        event("DTSTART:20201030T090000Z", "DTEND:20301101T090000Z", uid="over"),
    )
    assert [each.starts_at.date() for each in readings(calendar(*days)).times] == [
        date(2020, 10, 30), date(2026, 10, 30), date(2026, 12, 31)
    ]  # fmt: skip


# -- what repeats and what is told twice


def test_of_several_events_with_one_name_the_newest_counts() -> None:
    old = event("DTSTART:20261124T090000", "SEQUENCE:1", summary="Old")
    new = event("DTSTART:20261124T110000", "SEQUENCE:2", summary="New")
    assert [each.title for each in readings(calendar(new, old)).times] == ["New"]


def test_events_that_only_share_a_name_are_all_told_once() -> None:
    first = event("DTSTART:20261124T090000", summary="First")
    second = event("DTSTART:20261124T110000", summary="Second")
    assert [each.title for each in readings(calendar(first, second, first)).times] == ["First", "Second"]


def test_an_instance_that_is_excepted_and_moved_is_moved() -> None:
    series = event(*WEEKLY, "EXDATE;TZID=Europe/Berlin:20261110T090000", "SEQUENCE:1")
    moved = event("RECURRENCE-ID:20261110T080000Z", "DTSTART:20261111T130000Z", "DURATION:PT1H", "SEQUENCE:1")
    assert hours(11, 14, 15) in when(readings(calendar(series, moved)))
    newer = series.replace("SEQUENCE:1", "SEQUENCE:2")
    assert hours(11, 14, 15) not in when(readings(calendar(newer, moved)))


def test_a_moved_instance_needs_no_series() -> None:
    moved = event("RECURRENCE-ID:20261110T080000Z", "DTSTART:20261111T130000Z", "DURATION:PT1H")
    assert when(readings(calendar(moved))) == [hours(11, 14, 15)]


WEEKLY = ("DTSTART;TZID=Europe/Berlin:20261103T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4")


def test_a_series_has_its_exceptions() -> None:
    moved = event("RECURRENCE-ID;TZID=Europe/Berlin:20261110T090000", "DTSTART:20261111T130000Z", "DURATION:PT1H")
    gone = event("RECURRENCE-ID:20261117T080000Z", "DTSTART:20261117T080000Z", "STATUS:CANCELLED")
    series = event(*WEEKLY, "EXDATE;TZID=Europe/Berlin:20261124T090000")
    assert when(readings(calendar(gone, series, moved))) == [hours(3, 9, 10), hours(11, 14, 15)]


def test_a_series_keeps_its_hour_over_a_clock_change() -> None:
    series = event("DTSTART;TZID=America/New_York:20261030T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert when(read(calendar(series).encode(), ZoneInfo("America/New_York"), date(2026, 10, 1), LAST)) == [
        (datetime(2026, 10, 30, 9), datetime(2026, 10, 30, 10)),
        (datetime(2026, 11, 6, 9), datetime(2026, 11, 6, 10)),
    ]


def test_an_exception_may_lie_in_a_calendar_of_its_own() -> None:
    moved = event("RECURRENCE-ID;TZID=Europe/Berlin:20261110T090000", "DTSTART:20261111T130000Z", "DURATION:PT1H")
    found = when(readings(calendar(event(*WEEKLY)) + calendar(moved)))
    assert hours(10, 9, 10) not in found
    assert hours(11, 14, 15) in found


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=SECONDLY", SkipCode.TOO_OFTEN),
        ("FREQ=MINUTELY;INTERVAL=600", SkipCode.TOO_OFTEN),
        ("FREQ=HOURLY;BYMINUTE=0,10,20", SkipCode.TOO_OFTEN),
        ("FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE=0,10,20,30,40,50,55", SkipCode.TOO_OFTEN),
        ("RSCALE=CHINESE;FREQ=YEARLY", SkipCode.RULE),
        ("FREQ=DAILY;SKIP=BACKWARD;RSCALE=GREGORIAN", SkipCode.RULE),
        ("COUNT=3", SkipCode.RULE),
        ("FREQ=WEEKLY;BYDAY=XX", SkipCode.RULE),
    ],
)
def test_a_rule_that_nobody_can_follow_leaves_its_event_out(rule: str, code: SkipCode) -> None:
    reading = readings(calendar(event("DTSTART:20261103T090000", f"RRULE:{rule}", uid="odd"), DENTIST))
    assert [each.title for each in reading.times] == ["Zahnarzt, Dr. Müller"]
    assert reading.skipped == (Skipped("odd", code),)


@pytest.mark.parametrize("rule", ["", "RSCALE=GREGORIAN;FREQ=DAILY;COUNT=1", "FREQ=HOURLY;COUNT=1"])
def test_a_rule_that_says_nothing_new_does_no_harm(rule: str) -> None:
    reading = readings(calendar(event("DTSTART:20261103T090000", "DURATION:PT1H", f"RRULE:{rule}")))
    assert when(reading) == [hours(3, 9, 10)]


def test_a_series_that_never_ends_gives_what_is_wanted_of_it() -> None:
    series = event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY")
    assert len(readings(calendar(series)).times) == (LAST - FIRST).days + 1


def test_too_many_times_are_refused() -> None:
    hourly = [event("DTSTART:20261101T000000", "RRULE:FREQ=HOURLY", uid=str(n)) for n in range(20)]
    assert refusal(calendar(*hourly)) is UnreadableCode.TOO_MANY


def test_a_series_with_too_many_times_is_left_out() -> None:
    text = calendar(event("DTSTART:20261101T000000", "RRULE:FREQ=HOURLY", uid="clock"), DENTIST)
    reading = read(text.encode(), BERLIN, FIRST, FIRST + timedelta(days=1200))
    assert reading.skipped == (Skipped("clock", SkipCode.TOO_OFTEN),)
    assert len(reading.times) == 1


# -- what it says


def test_the_name_of_the_calendar() -> None:
    assert readings(calendar("NAME:Praxis\n", DENTIST)).name == "Praxis"
    assert readings(calendar("NAME:New\nX-WR-CALNAME:Privat\n", DENTIST)).name == "Privat"
    assert readings(calendar("X-WR-CALNAME: \n", DENTIST)).name == ""


@pytest.mark.parametrize(
    ("lines", "is_free"),
    [
        ((), False),
        (("TRANSP:OPAQUE",), False),
        (("TRANSP:transparent",), True),
        (("X-MICROSOFT-CDO-BUSYSTATUS:FREE",), True),
        (("X-MICROSOFT-CDO-BUSYSTATUS:OOF",), False),
    ],
)
def test_what_takes_no_time_is_told(lines: tuple[str, ...], is_free: bool) -> None:
    (busy,) = readings(calendar(event("DTSTART:20261124T090000", *lines))).times
    assert busy.is_free is is_free


def test_a_cancelled_event_is_none() -> None:
    assert readings(calendar(event("DTSTART:20261124T090000", "STATUS:CANCELLED"), DENTIST)).times[0].title != "Termin"


def test_what_is_inside_an_event_is_not_the_event() -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:-PT15M\nREPEAT:99999999\nDURATION:P9W\nSUMMARY:Alarm\nATTENDEE:??\nEND:VALARM"
    (busy,) = readings(calendar(event(alarm, "DTSTART:20261124T090000", "DURATION:PT1H"))).times
    assert (busy.title, busy.ends_at) == ("Termin", datetime(2026, 11, 24, 10))


def test_broken_events_are_named_and_the_others_stay() -> None:
    text = calendar(
        event(uid="no start"),
        event("DTSTART:20261124T090000", "RECURRENCE-ID:soon", uid="broken"),
        event("DTSTART:20261124T090000", "SEQUENCE:x", "EXDATE:x", uid="mended"),
        "END:VTODO\n",
        DENTIST.replace("END:VEVENT\n", ""),
        DENTIST,
    )
    reading = readings(text)
    assert reading.skipped == (Skipped("no start", SkipCode.NO_START), Skipped("broken", SkipCode.BROKEN))
    assert [each.title for each in reading.times] == ["Termin", "Zahnarzt, Dr. Müller"]
