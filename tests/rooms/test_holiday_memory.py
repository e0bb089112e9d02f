"""Public holidays are asked for once and remembered in the cache folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

import pytest

from desktop import paths
from desktop.holiday_memory import FRESH_SECONDS, holidays_of
from desktop.planning.public_holidays import public_holidays

FILE = "DE-BW-2026-de.json"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    holidays_of.cache_clear()
    yield
    holidays_of.cache_clear()


def test_what_is_remembered_is_what_the_package_says() -> None:
    asked = holidays_of("DE-BW", 2026, "de")
    holidays_of.cache_clear()
    assert holidays_of("DE-BW", 2026, "de") == asked == public_holidays("DE-BW", 2026, "de")
    assert asked[date(2026, 12, 25)] == "Erster Weihnachtstag"


def test_what_is_remembered_is_not_asked_again() -> None:
    folder = paths.cache_folder() / "holidays"
    folder.mkdir(parents=True)
    (folder / FILE).write_text('{"2026-05-04": "A day of our own"}', encoding="utf-8")
    assert holidays_of("DE-BW", 2026, "de") == {date(2026, 5, 4): "A day of our own"}


@pytest.mark.parametrize("content", ["", "[]", "nothing", '{"no day": "x"}'])
def test_a_broken_memory_is_made_again(content: str) -> None:
    folder = paths.cache_folder() / "holidays"
    folder.mkdir(parents=True)
    (folder / FILE).write_text(content, encoding="utf-8")
    assert date(2026, 12, 25) in holidays_of("DE-BW", 2026, "de")
    holidays_of.cache_clear()
    assert date(2026, 12, 25) in holidays_of("DE-BW", 2026, "de")


def test_an_old_memory_is_made_again() -> None:
    folder = paths.cache_folder() / "holidays"
    folder.mkdir(parents=True)
    file = folder / FILE
    file.write_text('{"2026-05-04": "A day of our own"}', encoding="utf-8")
    old = file.stat().st_mtime - FRESH_SECONDS - 60
    os.utime(file, (old, old))
    assert date(2026, 5, 4) not in holidays_of("DE-BW", 2026, "de")
