"""What the world outside has seen of a plan, told to the plan that a restoring puts in its place.

A backup is older than what was exported since: with its own counters other programs would take the restored events for
old news, and what lies at the deliveries by now would be nobody's.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from db.column_types import instant_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

_COUNTERS = "SELECT uid, n, changed_at FROM revision"
_DELIVERED = "SELECT delivery_uid, href, etag, sha256, brought_at FROM delivered"
_GROW = """
INSERT INTO revision (uid, n, changed_at) VALUES (?, ?, ?)
ON CONFLICT (uid) DO UPDATE SET n = max(n + 1, excluded.n), changed_at = excluded.changed_at
"""


class SeenOutside(NamedTuple):
    """The counters of a plan with the moments of their changes, and what it knows to lie at its deliveries."""

    counters: frozenset[tuple[str, int, str]]
    delivered: tuple[tuple[str, ...], ...]


def seen_outside(plan: Path) -> SeenOutside:
    """What a plan that nobody has open knows; nothing of what cannot be read of it."""
    with closing(sqlite3.connect(f"{plan.absolute().as_uri()}?immutable=1", uri=True)) as replaced:
        return SeenOutside(frozenset(_rows(replaced, _COUNTERS)), tuple(_rows(replaced, _DELIVERED)))


def take_over(plan: Path, seen: SeenOutside, now: datetime) -> None:
    """Let counters be higher than all that was seen where the plan differs, and know what lies at the deliveries.

    Raises sqlite3.Error; then nothing was done.
    """
    with closing(sqlite3.connect(plan)) as restored, restored:
        news = seen.counters - frozenset(_rows(restored, _COUNTERS))
        restored.executemany(_GROW, [(uid, n + 1, instant_text(now)) for uid, n, _ in sorted(news)])
        if seen.delivered:
            _know(restored, seen.delivered)


def _know(restored: sqlite3.Connection, delivered: Iterable[tuple[str, ...]]) -> None:
    if not restored.execute("SELECT 1 FROM sqlite_master WHERE name = 'delivered'").fetchone():
        return  # a plan that is older than its deliveries
    rows = list(delivered)
    restored.executemany("DELETE FROM delivered WHERE delivery_uid = ?", {(row[0],) for row in rows})
    restored.executemany(
        "INSERT INTO delivered (delivery_uid, href, etag, sha256, brought_at) VALUES (?, ?, ?, ?, ?)", rows
    )


def _rows(plan: sqlite3.Connection, query: str) -> list[Any]:
    try:
        return plan.execute(query).fetchall()
    except sqlite3.DatabaseError:  # a damaged plan, or one that is older than the table
        return []
