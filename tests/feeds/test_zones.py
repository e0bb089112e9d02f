"""Zones as other programs read them: dateutil's own VTIMEZONE reader must agree with the IANA data."""

from __future__ import annotations

import io
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from dateutil import tz
from icalendar import Calendar

from desktop.feeds.zones import is_regular, timezone

FIRST_YEAR = 2020
LAST_YEAR = 2037
STEP = timedelta(days=15)  # no zone known changes twice within it
MARGIN = timedelta(hours=3)  # beside a change, where the wall clock says everything
ZONES = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})


def _as_read(key: str) -> tzinfo:
    calendar = Calendar()
    calendar.add_component(timezone(key, FIRST_YEAR))
    read = tz.tzical(io.StringIO(calendar.to_ical().decode())).get(key)
    assert read is not None
    return read


def _instants(zone: zoneinfo.ZoneInfo) -> Iterator[datetime]:
    """Both sides of every change, and twice a month otherwise."""
    moment, last = datetime(FIRST_YEAR, 1, 1, 12, tzinfo=UTC), datetime(LAST_YEAR, 12, 31, tzinfo=UTC)
    while moment < last:
        yield moment
        early, late = moment, moment + STEP
        if early.astimezone(zone).utcoffset() != late.astimezone(zone).utcoffset():
            while late - early > timedelta(minutes=1):
                middle = early + (late - early) / 2
                is_before = middle.astimezone(zone).utcoffset() == moment.astimezone(zone).utcoffset()
                early, late = (middle, late) if is_before else (early, middle)
            yield from (early - MARGIN, late + MARGIN)
        moment += STEP


@pytest.mark.parametrize("first", range(0, len(ZONES), 50))
def test_every_zone_is_read_as_the_iana_data_means_it(first: int) -> None:
    for key in ZONES[first : first + 50]:
        zone, read = zoneinfo.ZoneInfo(key), _as_read(key)
        for instant in _instants(zone):
            wall = instant.astimezone(zone).replace(tzinfo=None)
            assert wall.replace(tzinfo=read).utcoffset() == instant.astimezone(zone).utcoffset(), (key, wall)


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_berlin_changes_its_clock_on_the_right_day(year: int) -> None:
    zone, read = zoneinfo.ZoneInfo("Europe/Berlin"), _as_read("Europe/Berlin")
    for month in (3, 10):
        for day in range(20, 32):
            for hour in (0, 1, 4, 12):
                wall = datetime(year, month, day, hour)
                assert wall.replace(tzinfo=read).utcoffset() == wall.replace(tzinfo=zone).utcoffset(), wall


def test_berlin_is_two_yearly_rules_as_outlook_wants_them() -> None:
    text = timezone("Europe/Berlin", 2026).to_ical().decode()
    assert text.count("RRULE:") == 2
    assert "RDATE" not in text
    assert "DTSTART:20250330T020000" in text  # the onset in the wall clock before the change


def test_zones_whose_rules_nobody_can_write_are_known() -> None:
    assert not is_regular("Africa/Casablanca")
    assert not is_regular("Asia/Gaza")
    assert all(map(is_regular, ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "Etc/UTC")))
