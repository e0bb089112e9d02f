"""The event of the next post as other programs get it: read back from a calendar file with this post alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from db.records import Board, PlatformKind, Post, Revision, Status, Variant
from desktop import wording
from desktop.exchange.calendar_file import calendar_bytes
from desktop.feeds.scope import Scope
from desktop.planning.cards import moment
from desktop.preferences.feeds.state import Example

_LONGEST_TEXT = 90  # letters, about two lines of the card


def next_event(board: Board, counters: Mapping[str, Revision], now: datetime) -> Example | None:
    """The example for the first post of the board that comes at `now` (wall clock) or later, None without one."""
    zone = ZoneInfo(board.plan.zone)
    coming = [
        (starts, post, variant)
        for post in board.posts
        for variant in post.variants
        if variant.status is not Status.SKIPPED and (starts := moment(variant, zone)) is not None and starts >= now
    ]
    if not coming:
        return None
    _starts, post, variant = min(coming, key=lambda each: (each[0], each[1].id, each[2].id))
    kinds = {platform.id: platform.kind for platform in board.platforms}
    return _example(board, counters, post, variant, kinds[variant.platform_id])


def _example(
    board: Board, counters: Mapping[str, Revision], post: Post, variant: Variant, kind: PlatformKind
) -> Example:
    from icalendar import Calendar  # noqa: PLC0415 - only this page reads a calendar back

    scope = Scope(platform_ids=frozenset({variant.platform_id}), post_ids=frozenset({post.id}), has_work=False)
    whole = Calendar.from_ical(calendar_bytes(board, counters, scope))
    event = next(each for each in whole.walk("VEVENT") if str(each["UID"]) == variant.uid)
    zone = ZoneInfo(board.plan.zone)
    starts, ends = (event.decoded(name).astimezone(zone) for name in ("DTSTART", "DTEND"))
    span = f"{wording.day_short(starts.date())}, {wording.clock(starts)}–{wording.clock(ends)}"
    text = " ".join(str(event.get("DESCRIPTION", "")).partition("\n\n—\n")[0].split())
    categories = event.get("CATEGORIES")
    return Example(
        title=str(event["SUMMARY"]),
        when=f"{span} · {wording.status(variant.status)}",
        text=text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT].rsplit(' ', 1)[0]} …",
        categories=", ".join(map(str, categories.cats)) if categories is not None else "",
        kind=kind,
    )
