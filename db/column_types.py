"""How moments and codes are stored in a plan file."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class WallTime(TypeDecorator[datetime]):
    """A planned moment: text `2026-03-05T14:00`, with `/1` behind it for the second pass of a repeated hour."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write; raises ValueError for seconds and for aware datetimes, which are no wall clock."""
        return None if value is None else wall_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read."""
        return None if value is None else wall_moment(value)


class Instant(TypeDecorator[datetime]):
    """What has happened: text `2026-03-05T13:00:00.000000Z`, always UTC."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write; raises ValueError for naive datetimes, which could mean any instant."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read."""
        return None if value is None else datetime.fromisoformat(value)


class Code(TypeDecorator[StrEnum]):
    """A member of an enum, stored as its value."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum
        self._members: dict[str | None, Any] = {member.value: member for member in enum}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write."""
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """Read."""
        return None if value is None else self._members[value]


def wall_text(moment: datetime) -> str:
    """A wall-clock moment as stored; sorts like the clock, the second pass behind the first."""
    if moment.tzinfo is not None or moment.second or moment.microsecond:
        raise ValueError(f"not a wall-clock minute: {moment!r}")
    written = moment.isoformat(timespec="minutes")
    return f"{written}/1" if moment.fold else written


def wall_moment(written: str) -> datetime:
    """A wall-clock moment from its stored text."""
    if len(written) > 16:
        return datetime.fromisoformat(written[:16]).replace(fold=1)
    return datetime.fromisoformat(written)


def instant_text(moment: datetime) -> str:
    """An instant as stored; sorts like time."""
    if moment.tzinfo is None:
        raise ValueError(f"not an instant: {moment!r}")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
