"""Campaigns and the plan's own days as all-day events, and the line of a calendar without any."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from icalendar import Event

from db.derived_uids import DayKind, day_uid
from db.feed_records import Privacy
from db.records import Board, Campaign, ClosedDay, Occasion, Revision
from desktop.feeds import ical
from desktop.feeds.scope import Scope
from tests.builders import NOW
from tests.feeds.test_ical import CHANGED, TODAY, WORDS, a_board, events, written


def a_year() -> Board:
    """A plan with every kind of day."""
    return replace(
        a_board(),
        campaigns=(
            Campaign(1, "Advent", date(2026, 11, 26), date(2026, 12, 24), brief="Every week"),
            Campaign(2, "Easter", date(2027, 3, 1), date(2027, 3, 28)),
        ),
        occasions=(
            Occasion(1, "Fair", date(2026, 12, 5)),
            Occasion(2, "Anniversary", date(2027, 5, 2), is_yearly=True),
            Occasion(3, "Leap day", date(2024, 2, 29), is_yearly=True),
        ),
        closed_days=(ClosedDay(1, "Rest", weekday=6), ClosedDay(2, "", day=date(2026, 12, 25))),
    )


def by_title(board: Board, scope: Scope) -> dict[str, Event]:
    return {str(event["SUMMARY"]): event for event in events(written(board, scope))}


def test_days_are_free_and_last_from_midnight_to_midnight() -> None:
    found = by_title(a_year(), Scope(has_days=True))
    assert list(found) == [
        "Campaign: Advent",
        "Campaign: Easter",
        "Fair",
        "Anniversary",
        "Leap day",
        "Closed: Rest",
        "Closed",
    ]
    for event in found.values():
        assert (event["TRANSP"], event["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")
        assert event["X-MICROSOFT-CDO-ALLDAYEVENT"] == "TRUE"
        assert type(event.decoded("DTSTART")) is date
    advent = found["Campaign: Advent"]
    assert (advent.decoded("DTSTART"), advent.decoded("DTEND")) == (date(2026, 11, 26), date(2026, 12, 25))
    assert (str(advent["DESCRIPTION"]), advent["X-WOCHENWERK"]) == ("Every week", "campaign?title=Advent&text=10")


def test_what_comes_every_year_or_week_is_a_rule() -> None:
    found = by_title(a_year(), Scope(has_days=True))
    rules = {title: event["RRULE"].to_ical() for title, event in found.items() if "RRULE" in event}
    assert rules == {
        "Anniversary": b"FREQ=YEARLY;BYMONTHDAY=2;BYMONTH=5",
        "Leap day": b"FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2",
        "Closed: Rest": b"FREQ=WEEKLY;BYDAY=SU",
    }
    assert found["Anniversary"].decoded("DTSTART") == date(2025, 5, 2)  # as the window shows it, before its year too
    assert found["Leap day"].decoded("DTSTART") == date(2024, 2, 29)
    assert found["Closed: Rest"].decoded("DTSTART") == date(2026, 9, 27)


def test_in_a_span_of_days_they_are_written_one_by_one() -> None:
    scope = Scope(has_days=True, first=date(2026, 12, 18), last=date(2026, 12, 31))
    found = events(written(a_year(), scope))
    days = [(str(event["SUMMARY"]), event.decoded("DTSTART")) for event in found]
    assert days == [
        ("Campaign: Advent", date(2026, 11, 26)),
        ("Closed: Rest", date(2026, 12, 20)),
        ("Closed: Rest", date(2026, 12, 27)),
        ("Closed", date(2026, 12, 25)),
    ]
    assert len({str(event["UID"]) for event in found}) == 4


def test_a_feed_of_one_campaign_has_no_other() -> None:
    found = by_title(a_year(), Scope(has_days=True, campaign_ids=frozenset({2})))
    assert [title for title in found if title.startswith("Campaign")] == ["Campaign: Easter"]


def test_privacy_holds_for_days() -> None:
    assert "DESCRIPTION" not in by_title(a_year(), Scope(has_days=True, privacy=Privacy.TITLES))["Campaign: Advent"]
    assert list(by_title(a_year(), Scope(has_days=True, privacy=Privacy.BUSY))) == ["No entries"]


def test_days_have_lasting_names_and_counters_of_their_own() -> None:
    board = a_year()
    uid = day_uid(NOW, DayKind.CAMPAIGN, 1)
    renamed = replace(board, plan=replace(board.plan, name="Another"))
    data = ical.calendar(renamed, {uid: Revision(4, CHANGED)}, Scope(has_days=True), WORDS, "Café", TODAY)
    advent, easter, *_ = events(data)
    assert (advent["UID"], advent["SEQUENCE"], advent.decoded("DTSTAMP")) == (uid, 4, CHANGED)
    assert (easter["SEQUENCE"], easter.decoded("DTSTAMP")) == (0, NOW)
    other = replace(board, plan=replace(board.plan, created_at=CHANGED))
    uids = {str(event["UID"]) for each in (board, other) for event in events(written(each, Scope(has_days=True)))}
    assert len(uids) == 14


def test_the_line_of_an_empty_calendar_does_not_move_with_today() -> None:
    lines = {
        ical.calendar(a_board(), {}, scope, WORDS, "Café", today)
        for scope in (Scope(), Scope(first=TODAY, keeps_series=True))
        for today in (TODAY, date(2027, 5, 1))
    }
    assert len(lines) == 1
    (event,) = events(lines.pop())
    assert (event["SUMMARY"], event.decoded("DTSTART")) == ("No entries", NOW.date())
    asked = Scope(first=date(2027, 1, 4), last=date(2027, 1, 10))
    assert events(written(a_board(), asked))[0].decoded("DTSTART") == date(2027, 1, 4)
    nameless = replace(a_board(), plan=replace(a_board().plan, created_at=None))
    assert events(written(nameless))[0].decoded("DTSTART") == datetime(2026, 1, 1).date()
