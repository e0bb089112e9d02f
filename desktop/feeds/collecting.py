"""Which events a calendar has and what they say: records in, units out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.derived_uids import DayKind, day_uid, derived_uid, nothing_uid
from db.feed_records import DEFAULT_FUTURE_DAYS, DEFAULT_PAST_DAYS, Privacy
from db.records import Board, ExceptionKind, Post, Revision, Status, Variant, WorkBlock
from desktop.feeds.clock_changes import meets_a_change, span
from desktop.feeds.entries import Entry, Unit
from desktop.feeds.scope import Scope
from desktop.feeds.words import Words
from desktop.planning.cards import moment
from desktop.planning.recurrence import (
    WEEKDAYS,
    Occurrence,
    all_starts,
    expand,
    is_place,
    occurrence_at,
    plain_occurrence,
    rule_parts,
    rule_starts,
    with_linked_platforms,
)
from desktop.planning.rules import parse_rule
from desktop.planning.week import instant, wall

POST_LENGTH = timedelta(minutes=15)  # a post is a moment; a shorter event is hard to see elsewhere
MOST_EXCEPTIONS = 100  # a series with more of them is written as single events: one UID is never cut
_DAY = timedelta(days=1)
_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)  # of a plan that does not know its own
_TENTATIVE = {Status.IDEA, Status.DRAFT, Status.REVIEW, Status.HELD}


class Collector:
    """Collects the units of one calendar, posts first, each in the order of its making."""

    def __init__(
        self, board: Board, revisions: Mapping[str, Revision], scope: Scope, words: Words, today: date
    ) -> None:
        self._board = board
        self._zone = ZoneInfo(board.plan.zone)
        self._born = board.plan.created_at or _BEGINNING
        self._revisions = revisions
        self._scope = scope
        self._words = words
        self._first = scope.first or today - timedelta(days=DEFAULT_PAST_DAYS)
        self._last = scope.last or today + timedelta(days=DEFAULT_FUTURE_DAYS)
        self._platforms = {platform.id: platform for platform in board.platforms}
        self._campaigns = {campaign.id: campaign.name for campaign in board.campaigns}
        self._members = {member.id: member.name for member in board.members}
        self._posts_by_id = {post.id: post for post in board.posts}
        self._feed = revisions.get(scope.feed_uid)

    def units(self) -> tuple[Unit, ...]:
        """All of them; without any, one line that says so: some programs take an empty calendar for broken."""
        return (*self._posts(), *self._work(), *self._days()) or (self._nothing(),)

    # posts

    def _posts(self) -> Iterator[Unit]:
        scope = self._scope
        if not scope.has_posts:
            return
        for post in self._board.posts:
            if scope.post_ids is not None and post.id not in scope.post_ids:
                continue
            for variant in post.variants:
                if not scope.takes((variant.platform_id,), post.campaign_id, (post.owner_id, post.approver_id)):
                    continue
                starts = self._moment(variant)
                if starts is not None and self._is_wanted(variant) and scope.covers(starts.date()):
                    yield Unit((self._post(post, variant, starts),), starts.date(), starts.date())

    def _moment(self, variant: Variant) -> datetime | None:
        return None if variant.status is Status.SKIPPED else moment(variant, self._zone)

    def _is_wanted(self, variant: Variant) -> bool:
        return self._scope.has_drafts or variant.status not in _TENTATIVE

    def _post(self, post: Post, variant: Variant, starts: datetime) -> Entry:
        platform = self._platforms[variant.platform_id]
        is_tentative = variant.status in _TENTATIVE
        title = f"{platform.name}: {post.title or self._words.untitled}"
        ends = wall(instant(starts, self._zone) + POST_LENGTH, self._zone)
        starts, ends = span(starts, ends, self._zone)
        return Entry(
            *self._stamp(variant.uid, variant.uid, post.created_at),
            starts=starts,
            ends=ends,
            summary=f"{self._words.statuses[variant.status]}: {title}" if is_tentative else title,
            text=_paragraphs(
                post.body if variant.body is None else variant.body, variant.hashtags, variant.link, variant.url
            ),
            facts=self._post_facts(post, variant),
            url=variant.url or variant.link,
            categories=(platform.name, self._words.post),
            origin=f"post/{variant.status}/{platform.key}/{post.uid}",
            is_tentative=is_tentative,
        ).told(self._scope.privacy, self._words)

    def _post_facts(self, post: Post, variant: Variant) -> str:
        others = sorted((each for each in post.variants if each is not variant), key=lambda each: each.platform_id)
        return self._facts(
            (self._words.also, ", ".join(filter(None, map(self._in_short, others)))),
            (self._words.campaign, self._campaigns.get(post.campaign_id or 0, "")),
            (self._words.owner, self._members.get(post.owner_id or 0, "")),
            (self._words.approver, self._members.get(post.approver_id or 0, "")),
            (self._words.note, post.note),
        )

    def _in_short(self, variant: Variant) -> str:
        at = self._moment(variant)
        if at is None:
            return ""
        name, status = self._platforms[variant.platform_id].name, self._words.statuses[variant.status]
        return f"{name} {self._words.moment_words(at)} ({status})"

    # work

    def _work(self) -> Iterator[Unit]:
        scope = self._scope
        if not scope.has_work:
            return
        wanted = None if scope.block_keys is None else {key.block_id for key in scope.block_keys}
        for block in self._board.blocks:
            if wanted is not None and block.id not in wanted:
                continue
            if wanted is None and block.rrule is not None and self._keeps_rule(block, block.rrule):
                yield from self._series(block, block.rrule)
            else:
                yield from self._singles(block)

    def _keeps_rule(self, block: WorkBlock, rrule: str) -> bool:
        """Only safe rules, where no days were asked for, and never over a clock change."""
        is_open = self._scope.keeps_series or (self._scope.first is None and self._scope.last is None)
        return (
            is_open
            and parse_rule(rrule, block.starts_at) is not None
            and is_place(block, block.starts_at)
            and len(_changed(block)) <= MOST_EXCEPTIONS
            and not meets_a_change(rrule, block.starts_at, block.ends_at, self._zone)
        )

    def _singles(self, block: WorkBlock) -> Iterator[Unit]:
        found: tuple[Occurrence, ...]
        if self._scope.block_keys is not None:
            places = sorted(key.original_at for key in self._scope.block_keys if key.block_id == block.id)
            found = tuple(filter(None, (occurrence_at(block, place, self._zone) for place in places)))
        elif block.rrule is None:
            day = block.starts_at.date()
            found = expand(block, day, day, self._zone)
        else:
            found = expand(block, self._first, self._last, self._zone)
        for occurrence in self._with_platforms(found):
            if self._takes(occurrence):
                yield from self._single(block, occurrence)

    def _single(self, block: WorkBlock, occurrence: Occurrence) -> Iterator[Unit]:
        day = occurrence.starts_at.date()
        if self._scope.covers(day):
            uid = block.uid if block.rrule is None else _occurrence_uid(occurrence)
            yield Unit((self._occurrence(block, occurrence, uid),), day, day)

    def _series(self, block: WorkBlock, rrule: str) -> Iterator[Unit]:
        plain = replace(plain_occurrence(block, block.starts_at, self._zone), post_ids=())
        takes_series = self._takes(plain)
        master = self._occurrence(block, plain, block.uid)
        excluded: list[datetime] = []
        overrides: list[Entry] = []
        apart: list[Occurrence] = []
        latest = block.starts_at.date() - _DAY
        for original in sorted(_special(block)):
            occurrence = occurrence_at(block, original, self._zone)
            if occurrence is None:
                excluded.append(original)
                continue
            (occurrence,) = self._with_platforms((occurrence,))
            is_shown, day = self._takes(occurrence), occurrence.starts_at.date()
            if takes_series and is_shown and day > latest and not _leaves_its_place(occurrence, rrule, block):
                override = self._occurrence(block, occurrence, block.uid)
                if not self._is_as_planned(override, master, block, original):
                    overrides.append(replace(override, recurs_at=original))
                    latest = day
                continue
            excluded.append(original)
            if is_shown:
                apart.append(occurrence)
        if takes_series:
            unit = _series_unit(block, rrule, replace(master, rrule=rrule, excluded=tuple(excluded)), overrides)
            if self._scope.covers(unit.first, unit.last or date.max):
                yield unit
        for occurrence in apart:
            yield from self._single(block, occurrence)

    def _is_as_planned(self, override: Entry, master: Entry, block: WorkBlock, original: datetime) -> bool:
        """Tell whether an occurrence says what its series says for its place anyway."""
        plain = plain_occurrence(block, original, self._zone)
        starts, ends = span(plain.starts_at, plain.ends_at, self._zone)
        return override == replace(master, starts=starts, ends=ends)

    def _occurrence(self, block: WorkBlock, occurrence: Occurrence, uid: str) -> Entry:
        # In the order of their making: the user's own order is no reason to send everything again.
        platforms = [self._platforms[each] for each in sorted(share.platform_id for share in occurrence.shares)]
        names = tuple(platform.name for platform in platforms)
        what = occurrence.title or self._words.activities[occurrence.activity]
        served = [self._posts_by_id[each] for each in occurrence.post_ids if each in self._posts_by_id]
        starts, ends = span(occurrence.starts_at, occurrence.ends_at, self._zone)
        return Entry(
            *self._stamp(uid, block.uid, block.created_at),
            starts=starts,
            ends=ends,
            summary=f"{what} ({', '.join(names)})" if names else what,
            text=occurrence.note,
            facts=self._facts(
                (self._words.serves, ", ".join(post.title or self._words.untitled for post in served)),
                (self._words.campaign, self._campaigns.get(occurrence.campaign_id or 0, "")),
                (self._words.owner, self._members.get(occurrence.member_id or 0, "")),
            ),
            categories=(*names, self._words.work),
            origin=f"work/{occurrence.activity}/{'+'.join(platform.key for platform in platforms)}",
            is_busy=True,
        ).told(self._scope.privacy, self._words)

    def _with_platforms(self, found: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
        return tuple(
            with_linked_platforms(occurrence, self._posts_by_id, self._platforms, self._zone) for occurrence in found
        )

    def _takes(self, occurrence: Occurrence) -> bool:
        shown = [share.platform_id for share in occurrence.shares]
        return self._scope.takes(shown, occurrence.campaign_id, (occurrence.member_id,))

    # days

    def _days(self) -> Iterator[Unit]:
        """Campaigns and the plan's own days; they tell nothing in a calendar that only says when time is taken."""
        if not self._scope.has_days or self._scope.privacy is Privacy.BUSY:
            return
        for entry in (*self._campaign_days(), *self._occasions(), *self._closed_days()):
            yield from self._day_units(entry.told(self._scope.privacy, self._words))

    def _campaign_days(self) -> Iterator[Entry]:
        word, wanted = self._words.campaign, self._scope.campaign_ids
        for campaign in self._board.campaigns:
            if wanted is None or campaign.id in wanted:
                entry = self._day(DayKind.CAMPAIGN, campaign.id, campaign.starts_on, campaign.ends_on, word)
                yield replace(entry, summary=f"{word}: {campaign.name}", text=campaign.brief)

    def _occasions(self) -> Iterator[Entry]:
        for occasion in self._board.occasions:
            # The window shows what is yearly in earlier years too.
            year = min(occasion.day.year, self._born.year - 1) if occasion.is_yearly else occasion.day.year
            day = _in_year(occasion.day, year)
            entry = self._day(DayKind.OCCASION, occasion.id, day, day, self._words.occasion)
            yield replace(entry, summary=occasion.name, rrule=_yearly(occasion.day) if occasion.is_yearly else "")

    def _closed_days(self) -> Iterator[Entry]:
        since = self._born.date() - timedelta(days=DEFAULT_PAST_DAYS)
        word = self._words.closed
        for closed in self._board.closed_days:
            day, rrule = closed.day, ""
            if day is None:
                weekday = closed.weekday or 0
                day, rrule = since + (weekday - since.weekday()) % 7 * _DAY, f"FREQ=WEEKLY;BYDAY={WEEKDAYS[weekday]}"
            entry = self._day(DayKind.CLOSED_DAY, closed.id, day, day, word)
            yield replace(entry, summary=f"{word}: {closed.name}" if closed.name else word, rrule=rrule)

    def _day(self, kind: DayKind, row_id: int, first: date, last: date, category: str) -> Entry:
        uid = day_uid(self._board.plan.created_at, kind, row_id)
        stamp = self._stamp(uid, uid, self._born)
        return Entry(*stamp, starts=first, ends=last + _DAY, summary="", categories=(category,), origin=kind.value)

    def _day_units(self, entry: Entry) -> Iterator[Unit]:
        """The entry, or its days one by one where days were asked for."""
        scope = self._scope
        if not entry.rrule or scope.keeps_series or (scope.first is None and scope.last is None):
            last = None if entry.rrule else entry.ends - _DAY
            if scope.covers(entry.starts, last or date.max):
                yield Unit((entry,), entry.starts, last)
            return
        for start in rule_starts(entry.rrule, datetime.combine(entry.starts, time()), self._first, self._last):
            day = start.date()
            uid = derived_uid(entry.uid, f"day:{day.isoformat()}")
            yield Unit((replace(entry, uid=uid, starts=day, ends=day + _DAY, rrule=""),), day, day)

    def _nothing(self) -> Unit:
        """One all-day line on a day that does not move: that of the plan's birth, unless days were asked for."""
        day = self._born.astimezone(self._zone).date()
        if self._scope.first is not None and not self._scope.keeps_series:
            day = self._scope.first
        uid = nothing_uid(self._board.plan.created_at)
        entry = Entry(*self._stamp(uid, uid, self._born), starts=day, ends=day + _DAY, summary=self._words.nothing)
        return Unit((entry,), day, day)

    # what every entry has

    def _stamp(
        self, uid: str, counted: str, created_at: datetime | None
    ) -> tuple[str, int, datetime, datetime, ZoneInfo]:
        """An entry's first fields; `counted` is the uid whose counter it has, to which the feed's own is added."""
        own, feed = self._revisions.get(counted), self._feed
        n, changed_at = (own.n, own.changed_at) if own else (0, self._born)
        if feed is not None:
            n, changed_at = n + feed.n, max(changed_at, feed.changed_at)
        return uid, n, changed_at, created_at or changed_at, self._zone

    def _facts(self, *facts: tuple[str, str]) -> str:
        return "\n".join(f"{label}: {fact}" for label, fact in facts if fact)


def _paragraphs(*parts: str) -> str:
    """Those that say anything, each once."""
    return "\n\n".join(dict.fromkeys(part for part in parts if part))


def _changed(block: WorkBlock) -> set[datetime]:
    """The places of a series where it may say something else than usual."""
    changed = {each.original_at for each in block.exceptions if each.kind is ExceptionKind.CHANGED}
    return changed | {link.original_at for link in block.links}


def _special(block: WorkBlock) -> set[datetime]:
    return _changed(block) | {exception.original_at for exception in block.exceptions}


def _series_unit(block: WorkBlock, rrule: str, master: Entry, overrides: list[Entry]) -> Unit:
    days = [entry.starts.date() for entry in overrides if isinstance(entry.starts, datetime)]
    last = None
    if {"COUNT", "UNTIL"} & {name for name, _ in rule_parts(rrule)}:
        last = max((all_starts(rrule, block.starts_at)[-1].date(), *days))
    return Unit((master, *overrides), min((block.starts_at.date(), *days)), last)


def _occurrence_uid(occurrence: Occurrence) -> str:
    return derived_uid(occurrence.uid, f"occurrence:{occurrence.original_at.isoformat()}")


def _leaves_its_place(occurrence: Occurrence, rrule: str, block: WorkBlock) -> bool:
    """Tell whether a moved occurrence passes a neighbour of its series or shares its day: Outlook cannot show that."""
    if occurrence.starts_at.date() == occurrence.original_at.date():
        return False
    first, last = sorted((occurrence.original_at.date(), occurrence.starts_at.date()))
    neighbours = rule_starts(rrule, block.starts_at, first, last)
    return any(neighbour != occurrence.original_at for neighbour in neighbours)


def _yearly(day: date) -> str:
    """Every year on this date; the 29th of February is the month's last day, as the window shows it."""
    month_day = -1 if (day.month, day.day) == (2, 29) else day.day
    return f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={month_day}"


def _in_year(day: date, year: int) -> date:
    return date(year, 3, 1) - _DAY if (day.month, day.day) == (2, 29) else day.replace(year=year)
