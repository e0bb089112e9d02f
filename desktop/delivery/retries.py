"""When a delivery that did not get through is tried again."""

from __future__ import annotations

from datetime import timedelta

_WAITS = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 120, 300, 900, 1800, 3600))


def wait_before(nth: int) -> timedelta:
    """How long to wait before the nth try after a failure, 1 for the first: longer each time, up to an hour."""
    return _WAITS[min(nth, len(_WAITS)) - 1]
