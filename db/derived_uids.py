"""Lasting names for what other programs see and has no uid of its own: standard library only.

They come from the plan's birth, to the microsecond, and the row's id, which is never used again: a renamed or copied
plan keeps them.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from enum import StrEnum

_PLANS = uuid.UUID("b7a0cbb1-6a0e-4f0c-9a55-2f1ad2b0e7c4")


class DayKind(StrEnum):
    """What of a plan lasts whole days; the names of its tables."""

    CAMPAIGN = "campaign"
    OCCASION = "occasion"
    CLOSED_DAY = "closed_day"


def day_uid(plan_created_at: datetime | None, kind: DayKind, row_id: int) -> str:
    """The uid of a campaign, an occasion or a closed day."""
    return derived_uid(_plan_uid(plan_created_at), f"{kind}:{row_id}")


def nothing_uid(plan_created_at: datetime | None) -> str:
    """The uid of the line that stands in a calendar without any event."""
    return derived_uid(_plan_uid(plan_created_at), "nothing")


def derived_uid(uid: str, key: str) -> str:
    """The uid of a part of something that has one."""
    return str(uuid.uuid5(uuid.UUID(uid), key))


def occurrence_uid(series_uid: str, original_at: datetime) -> str:
    """The uid of an occurrence (by its place in the rule) that stands apart from its series."""
    return derived_uid(series_uid, f"occurrence:{original_at.isoformat()}")


def _plan_uid(created_at: datetime | None) -> str:
    return str(uuid.uuid5(_PLANS, created_at.isoformat(timespec="microseconds") if created_at else ""))
