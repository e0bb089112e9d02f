"""Public holidays, remembered on disk: the package that knows them costs 20 MB and a tenth of a second to ask."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FRESH_SECONDS = 30 * 24 * 3600  # laws change, and so does the package


@lru_cache(maxsize=64)
def holidays_of(region: str, year: int, language: str) -> Mapping[date, str]:
    """As `desktop.planning.public_holidays.public_holidays`, asked at most once a month per region, year and language.

    What cannot be remembered is asked again next time.
    """
    file = paths.cache_folder() / "holidays" / f"{region}-{year}-{language}.json"
    remembered = _read(file)
    if remembered is not None:
        return remembered
    from desktop.planning.public_holidays import public_holidays  # noqa: PLC0415 - only what is not remembered

    found = public_holidays(region, year, language)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({str(day): name for day, name in found.items()}), encoding="utf-8")
    return found


def _read(file: Path) -> Mapping[date, str] | None:
    """What the file remembers; None when it is not there, too old or not readable."""
    try:
        if time.time() - file.stat().st_mtime > FRESH_SECONDS:
            return None
        return {date.fromisoformat(day): str(name) for day, name in json.loads(file.read_text("utf-8")).items()}
    except (OSError, ValueError, AttributeError):
        return None
