"""Public holidays of a region, computed by the package `holidays`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@lru_cache(maxsize=64)
def public_holidays(region: str, year: int, language: str) -> Mapping[date, str]:
    """Names of a year's holidays by day; several on a day are joined by ", ". Nothing for a region that is not known.

    `region` is a country (`AT`) or a part of one (`DE-BW`); an unknown part gets its country's holidays. A language
    that is not offered for the country falls back to the country's own.
    """
    import holidays  # noqa: PLC0415  0.1 s that the start of the program does not have

    country, _, part = region.partition("-")
    try:
        known = holidays.country_holidays(country)
        offered = {name.partition("_")[0]: name for name in known.supported_languages}
        found = holidays.country_holidays(
            country,
            subdiv=part if part in known.subdivisions else None,
            years=year,
            language=offered.get(language),
        )
    except NotImplementedError:
        return {}
    return {day: name.replace("; ", ", ") for day, name in sorted(found.items())}
