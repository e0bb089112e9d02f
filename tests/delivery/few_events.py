"""Small calendars with chosen UIDs."""

from __future__ import annotations

from uuid import UUID, uuid5

from desktop.feeds.events import PRODUCT

_NAMES = UUID("0c0f2c4e-6f0b-4f60-9d7a-3b5f43f9a001")


def uid(name: str) -> str:
    """The UID that goes by this name in the tests."""
    return str(uuid5(_NAMES, name))


def calendar(*names: str, title: str = "Post", product: str = PRODUCT, sequence: int = 0, day: int = 5) -> bytes:
    """A calendar with one event for each name, on a day of January 2026."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{product}"]
    for name in names:
        lines += [
            *("BEGIN:VEVENT", f"UID:{uid(name)}", f"SEQUENCE:{sequence}", "DTSTAMP:20260101T080000Z"),
            *(f"DTSTART:202601{day:02}T100000Z", f"DTEND:202601{day:02}T101500Z", f"SUMMARY:{title}", "END:VEVENT"),
        ]
    return "".join(f"{line}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def resources(*names: str, title: str = "Post") -> dict[str, bytes]:
    """One object for each name, by UID."""
    return {uid(name): calendar(name, title=title) for name in names}
