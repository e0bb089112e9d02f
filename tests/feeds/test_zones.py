"""Zones as other programs read them: dateutil's own VTIMEZONE reader must agree with the IANA data."""

from __future__ import annotations

import io
import zoneinfo
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

import pytest
from dateutil import tz
from icalendar import Calendar

from desktop.feeds.zones import timezone

FIRST_YEAR = 2026
LAST_YEAR = 2037


def _as_read(key: str) -> tzinfo:
    calendar = Calendar()
    calendar.add_component(timezone(key, FIRST_YEAR))
    read = tz.tzical(io.StringIO(calendar.to_ical().decode())).get(key)
    assert read is not None
    return read


@cache
def _instants(year: int) -> tuple[datetime, ...]:
    start = datetime(year, 1, 1, 12, tzinfo=UTC)
    return tuple(start + timedelta(days=days) for days in range(0, 365, 13))


def _walls(key: str) -> list[datetime]:
    """Wall-clock times through all years, away from the ambiguous hours that a zone alone cannot tell apart."""
    zone = zoneinfo.ZoneInfo(key)
    walls = [
        each.astimezone(zone).replace(tzinfo=None) for year in (FIRST_YEAR, 2031, LAST_YEAR) for each in _instants(year)
    ]
    return [
        wall for wall in walls if wall.replace(tzinfo=zone).utcoffset() == wall.replace(tzinfo=zone, fold=1).utcoffset()
    ]


@pytest.mark.parametrize("key", sorted(zoneinfo.available_timezones() - {"localtime", "Factory"}))
def test_a_zone_is_read_as_the_iana_data_means_it(key: str) -> None:
    zone, read = zoneinfo.ZoneInfo(key), _as_read(key)
    for wall in _walls(key):
        assert wall.replace(tzinfo=read).utcoffset() == wall.replace(tzinfo=zone).utcoffset(), wall


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_berlin_changes_its_clock_on_the_right_day(year: int) -> None:
    zone, read = zoneinfo.ZoneInfo("Europe/Berlin"), _as_read("Europe/Berlin")
    for month in (3, 10):
        for day in range(20, 32):
            for hour in (0, 1, 4, 12):
                wall = datetime(year, month, day, hour)
                assert wall.replace(tzinfo=read).utcoffset() == wall.replace(tzinfo=zone).utcoffset(), wall


def test_berlin_is_two_yearly_rules_as_outlook_wants_them() -> None:
    text = timezone("Europe/Berlin", FIRST_YEAR).to_ical().decode()
    assert text.count("RRULE:") == 2
    assert "RDATE" not in text
    assert "DTSTART:20250330T020000" in text  # the onset in the wall clock before the change
