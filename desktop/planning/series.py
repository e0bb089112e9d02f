"""One occurrence, this and following, or all: what an edit does to a work block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum

from db.records import Activity, Share


class Scope(StrEnum):
    """How far an edit of one occurrence reaches; a one-off block knows ALL only."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


class Unset(Enum):
    """The type of what an edit leaves alone, where None has a meaning of its own."""

    UNSET = "unset"


UNSET = Unset.UNSET


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """New values for some fields of an occurrence; UNSET leaves a field alone. Times are wall clock, on one day.

    A single occurrence cannot have a campaign of its own, nor be without a person when its series has one: a campaign
    always changes the whole series, and `member_id` None gives one occurrence its series' person.
    """

    starts_at: datetime | Unset = UNSET
    ends_at: datetime | Unset = UNSET
    title: str | Unset = UNSET
    activity: Activity | Unset = UNSET
    platforms: tuple[Share, ...] | Unset = UNSET
    member_id: int | None | Unset = UNSET
    campaign_id: int | None | Unset = UNSET
    note: str | Unset = UNSET
