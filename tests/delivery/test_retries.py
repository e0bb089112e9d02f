"""Failed deliveries are tried again: soon at first, then less and less often."""

from __future__ import annotations

from datetime import timedelta

from desktop.delivery.retries import wait_before


def test_waits_grow_to_an_hour_and_stay_there() -> None:
    waits = [wait_before(n) for n in range(1, 12)]
    assert waits[:7] == [timedelta(seconds=30), *(timedelta(minutes=m) for m in (1, 2, 5, 15, 30, 60))]
    assert set(waits[7:]) == {timedelta(hours=1)}
