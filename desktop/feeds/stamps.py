"""Which revision of a thing an event tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from db.records import Plan, Revision
from desktop.feeds.zones import told_as

_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)  # of a plan that does not know its own


class Stamps:
    """The counters of a plan's things, to which a feed's own is added, and its zone."""

    def __init__(self, plan: Plan, revisions: Mapping[str, Revision], feed_uid: str) -> None:
        self.zone = ZoneInfo(told_as(plan.zone))
        self.born = plan.created_at or _BEGINNING
        self._revisions = revisions
        self._feed = revisions.get(feed_uid)

    def of(self, uid: str, counted: str, created_at: datetime | None) -> tuple[str, int, datetime, datetime, ZoneInfo]:
        """An entry's first fields, with the counter of the uid `counted`."""
        own = self._revisions.get(counted)
        n, changed_at = (own.n, own.changed_at) if own else (0, self.born)
        if self._feed is not None:
            n, changed_at = n + self._feed.n, max(changed_at, self._feed.changed_at)
        return uid, n, changed_at, created_at or changed_at, self.zone
