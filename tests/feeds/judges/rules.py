"""What a repeat rule may say: the RFC's grammar, and what is known to trip programs up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from tests.feeds.judges.content import Findings, Kind, Property

_FREQUENCIES = {"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_PARTS = {
    *("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR"),
    *("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"),
}
_NOT_IN_OUTLOOK = {"BYYEARDAY", "BYWEEKNO", "BYHOUR", "BYMINUTE", "BYSECOND"}
_DAYS = {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_RANGES = {
    "BYMONTH": (1, 12, False),
    "BYMONTHDAY": (1, 31, True),
    "BYSETPOS": (1, 366, True),
    "BYHOUR": (0, 23, False),
    "BYMINUTE": (0, 59, False),
}
_UNTILS = {
    Kind.DATE: re.compile(r"\d{8}"),
    Kind.UTC: re.compile(r"\d{8}T\d{6}Z"),
    Kind.FLOATING: re.compile(r"\d{8}T\d{6}"),
}


def look_at_rule(rule: Property, kind: Kind | None, start: datetime | None, found: Findings) -> None:
    """Note what is wrong with a rule whose series begins with a time of this kind; `start` None for a zone's rule."""

    def bad(text: str) -> None:
        found.error("RRULE", rule.line, text)

    parts: dict[str, str] = {}
    for part in rule.value.split(";"):
        name, equals, value = part.partition("=")
        name = name.upper()
        if not equals or not value or name not in _PARTS or name in parts:
            bad(f"bad or repeated part {part!r}")
        parts[name] = value
    frequency = parts.get("FREQ", "")
    if frequency not in _FREQUENCIES:
        bad(f"FREQ={frequency}")
        return
    if frequency in {"SECONDLY", "MINUTELY", "HOURLY"}:
        found.warn("RRULE-FREQ", rule.line, f"FREQ={frequency}: Outlook has no such pattern")
    if not rule.value.startswith("FREQ="):
        found.note("RRULE-ORDER", rule.line, "FREQ is not the first part")
    for name in sorted(_NOT_IN_OUTLOOK & parts.keys()):
        found.warn("RRULE-OUTLOOK", rule.line, f"{name}: Outlook has no such pattern")
    if {"UNTIL", "COUNT"} <= parts.keys():
        bad("UNTIL and COUNT together")
    for name in ("COUNT", "INTERVAL"):
        if name in parts and not (parts[name].isdigit() and int(parts[name]) > 0):
            bad(f"{name}={parts[name]}")
    if "UNTIL" in parts:
        wanted = Kind.UTC if kind is Kind.ZONED else kind
        if wanted is not None and not _UNTILS[wanted].fullmatch(parts["UNTIL"]):
            found.error("UNTIL", rule.line, f"UNTIL={parts['UNTIL']} must be {wanted} where DTSTART is {kind}")
    _look_at_days(parts, frequency, bad)
    if start is not None:
        _look_at_start(parts, start, rule, found)


def _look_at_days(parts: Mapping[str, str], frequency: str, bad: Callable[[str], None]) -> None:
    for day in parts["BYDAY"].split(",") if "BYDAY" in parts else ():
        match = _WEEKDAY.fullmatch(day)
        if match is None:
            bad(f"BYDAY={day}")
        elif match[1] and frequency not in {"MONTHLY", "YEARLY"}:
            bad(f"numbered BYDAY {day} with FREQ={frequency}")
    for name, (lowest, highest, may_count_back) in _RANGES.items():
        for number in parts[name].split(",") if name in parts else ():
            is_number = re.fullmatch(r"[+-]?\d+", number) is not None
            if not is_number or not lowest <= abs(int(number)) <= highest or (int(number) < 0 and not may_count_back):
                bad(f"{name}={number}")
    if frequency == "WEEKLY" and "BYMONTHDAY" in parts:
        bad("BYMONTHDAY with FREQ=WEEKLY")
    if "BYSETPOS" in parts and not any(name.startswith("BY") and name != "BYSETPOS" for name in parts):
        bad("BYSETPOS alone")


def _look_at_start(parts: Mapping[str, str], start: datetime, rule: Property, found: Findings) -> None:
    """A month's or year's day that is not written comes from the start; programs differ about days that are missing."""
    if _DAYS & parts.keys():
        return
    if parts["FREQ"] == "YEARLY" and (start.month, start.day) == (2, 29):
        found.warn("RRULE-FEB29", rule.line, "yearly on 29 February: some programs move it, others skip years")
    if parts["FREQ"] == "MONTHLY" and start.day > 28:
        found.warn("RRULE-DAY31", rule.line, f"monthly on day {start.day}: not every program skips short months")
