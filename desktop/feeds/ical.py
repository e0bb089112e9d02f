"""The plan as one iCalendar file that Outlook, Google, Apple and Thunderbird read the same way (RFC 5545, 7986).

What is written is deliberately plain: one VEVENT per version and block, repeat rules only from the subset that all
programs expand alike, everything else as single events; zones from `desktop.feeds.zones`; no time comes from the
clock, so the same plan gives the same bytes.
"""

from __future__ import annotations

import html
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur, vText

from db.records import Activity, Board, Post, Revision, Share, Status, Variant, WorkBlock
from desktop.feeds.zones import timezone
from desktop.planning.cards import moment
from desktop.planning.recurrence import Occurrence, expand, occurrence_at, rule_starts, with_linked_platforms
from desktop.planning.rules import parse_rule
from desktop.planning.week import instant, irregular, minute_of_day, wall

PRODUCT = "-//Wochenwerk//Wochenwerk//DE"
POST_LENGTH = timedelta(minutes=15)  # a post is a moment; a shorter event is hard to see elsewhere
COVERED_FROM = 2020  # zones tell the truth from this year on, or from the first event's if that is earlier
SINGLES_BEFORE = timedelta(days=60)
SINGLES_AFTER = timedelta(days=365)
RULE_HORIZON_YEARS = 10  # how far a rule is looked at for occurrences in a clock change

_NOTHING = uuid.UUID("b7a0cbb1-6a0e-4f0c-9a55-2f1ad2b0e7c4")  # names the line of an empty file
_LINE_LENGTH = 250  # Outlook keeps 255 UTF-16 units
_TEXT_LENGTH = 7500  # Google keeps 8,192 characters
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_TENTATIVE = {Status.IDEA, Status.DRAFT, Status.REVIEW, Status.HELD}


class Privacy(StrEnum):
    """How much a file tells."""

    FULL = "full"
    TITLES = "titles"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Words:
    """The words that the file needs, in the language of its readers."""

    statuses: Mapping[Status, str]
    activities: Mapping[str, str]
    busy: str
    nothing: str
    untitled: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What goes into a file: platforms (None = all), posts or work or both, days (both included, None = open)."""

    platform_ids: frozenset[int] | None = None
    has_posts: bool = True
    has_work: bool = True
    first: date | None = None
    last: date | None = None
    privacy: Privacy = Privacy.FULL

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in the span."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    def takes(self, platform_ids: Sequence[int]) -> bool:
        """Tell whether something for these platforms belongs in."""
        return self.platform_ids is None or not self.platform_ids.isdisjoint(platform_ids)


def calendar(
    board: Board, revisions: Mapping[str, Revision], scope: Scope, words: Words, name: str, today: date
) -> bytes:
    """The whole file. `board` holds all posts and blocks of the plan; `today` only places the window of single events.

    Posts without a moment and skipped ones are left out. A file without any event carries one all-day line that says
    so, because some programs take an empty calendar for a broken one.
    """
    return _Writer(board, revisions, scope, words, today).file(name)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What every event says, whatever it is."""

    uid: str
    created: datetime | None
    summary: str
    text: str
    url: str
    categories: tuple[str, ...]
    is_busy: bool
    is_tentative: bool


class _Writer:
    def __init__(
        self, board: Board, revisions: Mapping[str, Revision], scope: Scope, words: Words, today: date
    ) -> None:
        self._board = board
        self._zone = ZoneInfo(board.plan.zone)
        self._revisions = revisions
        self._scope = scope
        self._words = words
        self._first = scope.first or today - SINGLES_BEFORE
        self._last = scope.last or today + SINGLES_AFTER
        self._today = today
        self._platforms = {platform.id: platform for platform in board.platforms}
        self._posts_by_id = {post.id: post for post in board.posts}
        self._order = tuple(self._platforms)
        self._years: set[int] = set()

    def file(self, name: str) -> bytes:
        events = [*self._posts(), *self._work()]
        if not events:
            events = [self._nothing()]
        whole = Calendar()
        whole.add("version", "2.0")
        whole.add("prodid", PRODUCT)
        whole.add("calscale", "GREGORIAN")
        whole.add("method", "PUBLISH")
        whole.add("name", _line(name))
        whole.add("x-wr-calname", _line(name))
        whole.add("x-wr-timezone", self._zone.key)
        whole.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        whole.add("x-published-ttl", "PT1H")
        if self._years:
            whole.add_component(timezone(self._zone.key, min(self._years | {COVERED_FROM})))
        for event in events:
            whole.add_component(event)
        data: bytes = whole.to_ical()
        return data

    def _posts(self) -> Iterator[Event]:
        if not self._scope.has_posts:
            return
        for post in self._board.posts:
            for variant in post.variants:
                starts = moment(variant, self._zone)
                if starts is None or variant.status is Status.SKIPPED:
                    continue
                if self._scope.takes((variant.platform_id,)) and self._scope.covers(starts.date()):
                    yield self._post(post, variant, starts)

    def _post(self, post: Post, variant: Variant, starts: datetime) -> Event:
        platform = self._platforms[variant.platform_id]
        title = f"{platform.name}: {post.title or self._words.untitled}"
        if variant.status in _TENTATIVE:
            title = f"{self._words.statuses[variant.status]}: {title}"
        body = variant.body if variant.body is not None else post.body
        link = variant.url or variant.link
        entry = _Entry(
            uid=variant.uid,
            created=post.created_at,
            summary=title,
            text="\n\n".join(part for part in (body, variant.hashtags, link) if part),
            url=link,
            categories=(platform.name,),
            is_busy=False,
            is_tentative=variant.status in _TENTATIVE,
        )
        ends = instant(starts, self._zone) + POST_LENGTH
        return self._event(entry, self._revisions[variant.uid], starts, wall(ends, self._zone))

    def _work(self) -> Iterator[Event]:
        if not self._scope.has_work:
            return
        for block in self._board.blocks:
            if block.rrule is not None and self._keeps_rule(block, block.rrule):
                yield from self._series(block, block.rrule)
            else:
                yield from self._singles(block)

    def _keeps_rule(self, block: WorkBlock, rrule: str) -> bool:
        """Only safe rules, unlimited by days, and never over a clock change: programs disagree about the end there."""
        if self._scope.first or self._scope.last or parse_rule(rrule, block.starts_at) is None:
            return False
        first = block.starts_at.date() - timedelta(days=1)
        last_year = max(first.year, self._last.year) + RULE_HORIZON_YEARS
        plain = replace(block, exceptions=())
        return not any(
            _touches(occurrence, day, self._zone)
            for year in range(first.year, last_year + 1)
            for day in _change_days(self._zone, year)
            if day >= first
            for occurrence in expand(plain, day, day, self._zone)
        )

    def _singles(self, block: WorkBlock) -> Iterator[Event]:
        if block.rrule is None:
            day = block.starts_at.date()
            found = expand(block, day, day, self._zone)
        else:
            found = expand(block, self._first, self._last, self._zone)
        for occurrence in self._with_platforms(found):
            if self._scope.covers(occurrence.starts_at.date()) and self._takes(occurrence):
                uid = block.uid if block.rrule is None else _derived(block.uid, occurrence)
                yield self._occurrence(block, occurrence, uid)

    def _series(self, block: WorkBlock, rrule: str) -> Iterator[Event]:
        takes_series = self._scope.takes([share.platform_id for share in block.platforms])
        special = {exception.original_at for exception in block.exceptions}
        special |= {link.original_at for link in block.links}
        excluded: list[datetime] = []
        overrides: list[Event] = []
        for original in sorted(special):
            occurrence = occurrence_at(block, original, self._zone)
            if occurrence is None:
                excluded.append(original)
                continue
            occurrence = self._with_platforms((occurrence,))[0]
            stays = takes_series and self._takes(occurrence) and not _leaves_its_place(occurrence, rrule, block)
            if not stays:
                excluded.append(original)
                if self._takes(occurrence):
                    overrides.append(self._occurrence(block, occurrence, _derived(block.uid, occurrence)))
            elif occurrence.is_exception:
                override = self._occurrence(block, occurrence, block.uid)
                self._add_zoned(override, "recurrence-id", original)
                overrides.append(override)
        if takes_series:
            yield self._master(block, rrule, excluded)
        yield from overrides

    def _master(self, block: WorkBlock, rrule: str, excluded: list[datetime]) -> Event:
        entry = self._block_entry(block, block.uid, block.activity, block.title, block.note, block.platforms)
        event = self._event(entry, self._revisions[block.uid], block.starts_at, block.ends_at)
        rule = vRecur.from_ical(rrule)
        if "UNTIL" in rule:  # kept as wall clock; a zoned series needs it in UTC (RFC 5545 3.3.10)
            ends = rule["UNTIL"][0]
            whole_day = ends if isinstance(ends, datetime) else datetime.combine(ends, time(23, 59, 59))
            rule["UNTIL"] = [instant(whole_day.replace(tzinfo=None), self._zone)]
        event.add("rrule", rule)
        if excluded:
            self._add_zoned(event, "exdate", excluded)
        return event

    def _occurrence(self, block: WorkBlock, occurrence: Occurrence, uid: str) -> Event:
        entry = self._block_entry(block, uid, occurrence.activity, occurrence.title, occurrence.note, occurrence.shares)
        return self._event(entry, self._revisions[block.uid], occurrence.starts_at, occurrence.ends_at)

    def _block_entry(
        self, block: WorkBlock, uid: str, activity: Activity, title: str, note: str, shares: tuple[Share, ...]
    ) -> _Entry:
        # In the order of their making: the user's own order is no reason to send everything again.
        names = tuple(self._platforms[each].name for each in sorted(share.platform_id for share in shares))
        what = title or self._words.activities[activity]
        return _Entry(
            uid=uid,
            created=block.created_at,
            summary=f"{what} ({', '.join(names)})" if names else what,
            text=note,
            url="",
            categories=names,
            is_busy=True,
            is_tentative=False,
        )

    def _with_platforms(self, found: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
        return tuple(
            with_linked_platforms(occurrence, self._posts_by_id, self._order, self._zone) for occurrence in found
        )

    def _takes(self, occurrence: Occurrence) -> bool:
        return self._scope.takes([share.platform_id for share in occurrence.shares])

    def _event(self, entry: _Entry, revision: Revision, starts: datetime, ends: datetime) -> Event:
        event = Event()
        event.add("uid", entry.uid)
        event.add("sequence", revision.n)
        event.add("dtstamp", revision.changed_at)
        event.add("last-modified", revision.changed_at)
        event.add("created", entry.created or revision.changed_at)
        self._add_span(event, starts, ends)
        event.add("class", "PUBLIC")
        event.add("status", "TENTATIVE" if entry.is_tentative else "CONFIRMED")
        event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
        event.add("x-microsoft-cdo-busystatus", "BUSY" if entry.is_busy else "FREE")
        is_secret = self._scope.privacy is Privacy.BUSY
        event.add("summary", self._words.busy if is_secret else _line(entry.summary))
        if not is_secret:
            event.add("categories", [_line(name).replace(",", " ").replace(";", " ") for name in entry.categories])
        if self._scope.privacy is Privacy.FULL:
            _describe(event, entry)
        return event

    def _nothing(self) -> Event:
        """One all-day line; its stamp is the plan's own birth, so that it never changes."""
        day = self._scope.first or self._today
        event = Event()
        event.add("uid", str(uuid.uuid5(_NOTHING, self._board.plan.name)))
        event.add("sequence", 0)
        event.add("dtstamp", self._board.plan.created_at or datetime(2026, 1, 1, tzinfo=UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", self._words.nothing)
        event.add("class", "PUBLIC")
        event.add("status", "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        event.add("x-microsoft-cdo-alldayevent", "TRUE")
        return event

    def _add_span(self, event: Event, starts: datetime, ends: datetime) -> None:
        """Zoned, but both in UTC if one lies in the hour that a clock change repeats or skips.

        A zoned time cannot say which pass is meant, and the two ends of an event should be of one kind.
        """
        if _is_odd(starts, self._zone) or _is_odd(ends, self._zone):
            event.add("dtstart", instant(starts, self._zone))
            event.add("dtend", instant(ends, self._zone))
        else:
            self._add_zoned(event, "dtstart", starts)
            self._add_zoned(event, "dtend", ends)

    def _add_zoned(self, event: Event, name: str, walls: datetime | list[datetime]) -> None:
        """Name the zone by hand: icalendar would write a zone that is UTC as Z, which clients take for another kind."""
        for wall_time in walls if isinstance(walls, list) else [walls]:
            self._years.add(wall_time.year)
        event.add(name, walls, parameters={"TZID": self._zone.key})


def _describe(event: Event, entry: _Entry) -> None:
    text = _clean(entry.text, _TEXT_LENGTH)
    if text:
        event.add("description", text)
        page = html.escape(text).replace("\n", "<br>")
        event.add("x-alt-desc", vText(f"<html><body>{page}</body></html>"), parameters={"FMTTYPE": "text/html"})
    link = _line(entry.url).replace(" ", "%20")
    if link:
        event.add("url", link)


def _clean(text: str, length: int) -> str:
    plain = _UNSAFE.sub("", _LINE_ENDS.sub("\n", text)).strip()
    return plain if len(plain) <= length else plain[: length - 1].rstrip() + "…"


def _line(text: str) -> str:
    return _clean(text.replace("\u00ad", ""), _LINE_LENGTH).replace("\n", " ")


def _derived(uid: str, occurrence: Occurrence) -> str:
    return str(uuid.uuid5(uuid.UUID(uid), f"occurrence:{occurrence.original_at.isoformat()}"))


def _leaves_its_place(occurrence: Occurrence, rrule: str, block: WorkBlock) -> bool:
    """Tell whether a moved occurrence passes a neighbour of its series or shares its day: Outlook cannot show that."""
    if occurrence.starts_at.date() == occurrence.original_at.date():
        return False
    first, last = sorted((occurrence.original_at.date(), occurrence.starts_at.date()))
    neighbours = rule_starts(rrule, block.starts_at, first, last)
    return any(neighbour != occurrence.original_at for neighbour in neighbours)


def _is_odd(wall_time: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a time lies in an hour that a clock change repeats or skips."""
    minute = minute_of_day(wall_time, wall_time.date())
    return any(odd.starts_minute <= minute < odd.ends_minute for odd in irregular(wall_time.date(), zone))


def _touches(occurrence: Occurrence, day: date, zone: ZoneInfo) -> bool:
    starts = min(minute_of_day(occurrence.original_at, day), minute_of_day(occurrence.starts_at, day))
    ends = minute_of_day(occurrence.ends_at, day)
    return any(starts <= odd.ends_minute and ends >= odd.starts_minute for odd in irregular(day, zone))


@lru_cache(maxsize=256)
def _change_days(zone: ZoneInfo, year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range(366))
    return tuple(day for day in days if irregular(day, zone))
